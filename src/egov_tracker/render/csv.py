"""CSV: one tidy row per observation or body, quoted as RFC 4180 says, lines ended by a bare newline."""

from __future__ import annotations

import csv
import re
from io import StringIO
from typing import TYPE_CHECKING

from egov_tracker.changes.model import BodiesMoved, Transition
from egov_tracker.inference.body_status import INFERRED
from egov_tracker.views.diff.changes import duty_of, sides_of
from egov_tracker.views.diff.records import delta_of, is_comparable, kind_of, points_of, reasons_of
from egov_tracker.views.observation import RATIONALES, percent_of
from egov_tracker.views.records import observation_record

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from egov_tracker.changes.model import Change
    from egov_tracker.model.observation import Observation
    from egov_tracker.views.appendix import BodyList
    from egov_tracker.views.coverage import Coverage
    from egov_tracker.views.diff.changes import DiffView
    from egov_tracker.views.observation import ObservationView
    from egov_tracker.views.records import Record
    from egov_tracker.views.status import StatusView

# A formula of a spreadsheet, but not a number with its sign; and a line of a cell that GitHub Actions would obey.
INERT = re.compile(r"\A(?=[=@\t\r]|[+-](?![0-9.,]*%?\Z))|(?<=\n)(?=\s*::)")
IDENTITY = ("quarter", "indicator", "series", "group", "breakdown", "kind", "from", "as_of")
FIGURES = (
    "printed", "qualifier", "done", "of", "number", "percent",
    "exempt", "outstanding", "unnamed", "unknown", "inferred",
)  # fmt: skip
ORIGIN = ("source", "at", "path", "line", "footnotes")
BODY = ("body", "name", "printed", "state", "inferred", "reason", "source", "at", "path", "line")


def status_csv(status: StatusView, *, agencies: bool = False) -> str:
    """The state of a quarter: a row an observation, or with `agencies` a row a body."""
    quarter = str(status.snapshot.period)
    if agencies:
        rows = (row for view in status.views for row in _body_rows(view, quarter))
        return write_rows((*IDENTITY, *BODY), rows)
    return write_rows((*IDENTITY, *FIGURES, *ORIGIN), (observation_row(view, quarter) for view in status.views))


def coverage_csv(coverage: Coverage) -> str:
    """The coverage map: a row an indicator and quarter, gaps as 0."""
    rows = (
        (str(quarter), indicator.id, coverage.counts.get((indicator.id, quarter), 0))
        for indicator in coverage.indicators
        for quarter in coverage.quarters
    )
    return write_rows(("quarter", "indicator", "observations"), rows)


def write_rows(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Rows under a header; None is an empty cell, a truth value a lower-case word."""
    return "".join(_line(row) for row in (header, *rows))


def _line(row: Sequence[object]) -> str:
    """One line; an older `csv` quotes only the line ends that it writes itself, so it is let to write both."""
    out = StringIO()
    csv.writer(out, lineterminator="\r\n").writerow(
        [str(cell).lower() if isinstance(cell, bool) else _inert(cell) for cell in row]
    )
    return out.getvalue().removesuffix("\r\n") + "\n"


def _inert(cell: object) -> object:
    """A text that nobody runs: an apostrophe stands before what a spreadsheet or a CI log would take for a command."""
    return INERT.sub("'", cell) if isinstance(cell, str) else cell


def observation_row(view: ObservationView, quarter: str) -> tuple[object, ...]:
    """One observation in the order of the header."""
    facts = observation_record(view)
    value, exempt, outstanding = _part(facts, "value"), _part(facts, "exempt"), _part(facts, "outstanding")
    return (
        *_identity(view, quarter),
        facts["printed"],
        facts["qualifier"],
        value.get("done"),
        value.get("of"),
        value.get("number"),
        facts["percent"],
        exempt.get("count"),
        outstanding.get("count"),
        outstanding.get("unnamed"),
        facts["unknown"],
        facts["inferred"],
        *_origin(view),
        " ".join(view.notes),
    )


def _part(facts: Record, key: str) -> Record:
    part = facts[key]
    return part if isinstance(part, dict) else {}


def _identity(view: ObservationView, quarter: str) -> tuple[object, ...]:
    seen = view.observation
    breakdown = " ".join(f"{name}={value}" for name, value in seen.breakdown)
    start = str(seen.start) if seen.start else None
    return (
        quarter, seen.indicator.id, seen.indicator.series, str(seen.group), breakdown,
        str(seen.kind), start, str(seen.as_of),
    )  # fmt: skip


def _origin(view: ObservationView) -> tuple[object, ...]:
    seen = view.observation
    return seen.source.id, seen.at, seen.location.path, seen.location.line


def _body_rows(view: ObservationView, quarter: str) -> Iterator[tuple[object, ...]]:
    facts = observation_record(view, bodies=True)
    bodies = facts["bodies"]
    for body in bodies if isinstance(bodies, list) else ():
        keys = ("id", "name", "printed", "state", "inferred", "reason")
        yield (*_identity(view, quarter), *(body[key] for key in keys), *_origin(view))


def appendix_csv(lists: Iterable[BodyList], quarter: str) -> str:
    """The lists of an appendix: a row a body, with its number in its list."""
    rows = (
        (
            *_identity(made.view, quarter),
            number,
            one.body.id,
            one.body.display,
            str(one.state),
            one.inferred,
            *_origin(made.view),
        )
        for made in lists
        for number, one in enumerate(made.statuses, 1)
    )
    return write_rows((*IDENTITY, "number", "body", "name", "state", "inferred", *ORIGIN[:4]), rows)


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
    for transition in change.transitions:
        if transition.kind is not Transition.SAME:
            states = (str(transition.kind), str(transition.old), str(transition.new))
            rationale = (transition.new_rationale in INFERRED, RATIONALES[transition.new_rationale][1])
            yield (*head, transition.body.id, transition.body.name_vi, *states, *rationale, *due)


def _head(change: Change) -> tuple[object, ...]:
    old, new = sides_of(change)
    comparison = (is_comparable(change), " ".join(reasons_of(change)), delta_of(change), points_of(change))
    return (kind_of(change), *_subject(change), *_side(old), *_side(new), *comparison)


def _subject(change: Change) -> tuple[object, ...]:
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
        seen.location.path,
        seen.location.line,
    )
