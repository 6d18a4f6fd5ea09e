"""What a new snapshot begins with: the lines of the quarter before it, and what is due in its quarter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.model.terms import Kind
from egov_tracker.values import NamedTuple
from egov_tracker.views.observation import line_order

if TYPE_CHECKING:
    from collections.abc import Iterable

    from egov_tracker.model.obligations import Obligation, PlacedObligation
    from egov_tracker.model.observation import Observation, Snapshot
    from egov_tracker.model.terms import SourceKind
    from egov_tracker.store.ledger import Definitions
    from egov_tracker.text.quarters import Quarter


class Line(NamedTuple):
    """An indicator, group and part that the quarter before prints; `columns` are those of a table, else none."""

    seen: Observation
    columns: tuple[str, ...] = ()


class Draft(NamedTuple):
    """A new snapshot: its quarter, the kind of its source, the lines of an earlier one if any, and what is due."""

    period: Quarter
    source: SourceKind
    earlier: Quarter | None
    lines: tuple[Line, ...]
    due: tuple[Obligation, ...]


def view_draft(
    period: Quarter,
    source: SourceKind,
    earlier: Snapshot | None,
    definitions: Definitions,
    obligations: Iterable[PlacedObligation],
) -> Draft:
    """The draft of a quarter; `earlier` is the snapshot whose lines it offers."""
    seen = sorted(earlier.observations, key=line_order(definitions.catalogue)) if earlier else ()
    due = (placed.obligation for placed in obligations)
    return Draft(
        period,
        source,
        earlier.period if earlier else None,
        _lines(seen),
        tuple(sorted((one for one in due if _is_due(one, period)), key=lambda one: (one.due.sort_key, one.id))),
    )


def _is_due(obligation: Obligation, period: Quarter) -> bool:
    return obligation.deadline is not None and period.contains(obligation.deadline)


def _lines(observations: Iterable[Observation]) -> tuple[Line, ...]:
    """Each line once, in the form of its latest observation; the cells of a table are one line."""
    lines: dict[tuple[object, ...], Line] = {}
    for seen in observations:
        if seen.kind is Kind.TABLE:
            before = lines.get((seen.indicator.id,), Line(seen))
            columns = dict.fromkeys((*before.columns, *(value for _, value in seen.breakdown)))
            lines[seen.indicator.id,] = Line(seen, tuple(columns))
        else:
            key = (seen.indicator.id, seen.group.id, seen.breakdown, seen.kind)
            before = lines.get(key, Line(seen))
            lines[key] = max(before, Line(seen), key=lambda line: line.seen.as_of.sort_key)
    return tuple(lines.values())
