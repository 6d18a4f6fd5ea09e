"""A comparison as CSV: a row a change, and where bodies moved, a row a body."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.changes.kinds import BodiesMoved, Way
from egov_tracker.render.csv import write_rows
from egov_tracker.standing.states import INFERRED
from egov_tracker.views.comparison import duty_of, sides_of
from egov_tracker.views.diff_facts import delta_of, is_comparable, kind_of, points_of, reasons_of
from egov_tracker.views.observations import GROUNDS, percent_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from egov_tracker.changes.kinds import Change
    from egov_tracker.model.snapshot import Observation
    from egov_tracker.views.comparison import DiffView

SIDE = ("as_of", "printed", "percent", "outstanding", "unnamed", "source", "path", "line")
HEADER = (
    "kind", "indicator", "series", "group", "breakdown",
    *(f"old_{name}" for name in SIDE), *(f"new_{name}" for name in SIDE),
    "comparable", "reasons", "delta", "points",
    "body", "name", "way", "old_state", "new_state", "inferred", "reason", "obligation", "due",
)  # fmt: skip
EMPTY = ("",) * 7


def diff_csv(view: DiffView) -> str:
    """All changes; bodies that stand as they stood are left out."""
    return write_rows(HEADER, (row for change in view.changes for row in _rows(change)))


def _rows(change: Change) -> Iterator[tuple[object, ...]]:
    duty = duty_of(change)
    due = (duty.id, str(duty.due)) if duty else (None, None)
    head = _head(change)
    if not isinstance(change, BodiesMoved):
        yield (*head, *EMPTY, *due)
        return
    for move in change.moves:
        if move.way is not Way.SAME:
            states = (str(move.way), str(move.old), str(move.new))
            ground = (move.new_ground in INFERRED, GROUNDS[move.new_ground][1])
            yield (*head, move.body.id, move.body.name_vi, *states, *ground, *due)


def _head(change: Change) -> tuple[object, ...]:
    old, new = sides_of(change)
    comparison = (is_comparable(change), " ".join(reasons_of(change)), delta_of(change), points_of(change))
    return (kind_of(change), *_identity(change), *_side(old), *_side(new), *comparison)


def _identity(change: Change) -> tuple[object, ...]:
    if duty := duty_of(change):
        return (duty.indicator, None, duty.group, _breakdown(tuple(duty.breakdown.items())))
    old, new = sides_of(change)
    seen = new or old
    return (
        (seen.indicator.id, seen.indicator.series, str(seen.group), _breakdown(seen.breakdown)) if seen else ("",) * 4
    )


def _breakdown(parts: tuple[tuple[str, str], ...]) -> str:
    return " ".join(f"{name}={value}" for name, value in parts)


def _side(seen: Observation | None) -> tuple[object, ...]:
    if seen is None:
        return ("",) * len(SIDE)
    listed = seen.outstanding or seen.in_progress
    return (
        str(seen.as_of),
        seen.figure.printed if seen.figure else None,
        percent_of(seen),
        listed.total if listed else None,
        listed.unnamed if listed else None,
        seen.source.id,
        seen.place.path,
        seen.place.line,
    )
