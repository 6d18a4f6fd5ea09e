"""Rules on obligations: OBL001 to OBL004."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.checks.context import CheckContext, Diagnostic, value_location
from egov_tracker.errors import hint_at
from egov_tracker.inference.obligations import Outcome
from egov_tracker.model.terms import Bound, Level
from egov_tracker.text.names import suggester
from egov_tracker.text.numbers import format_number

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date
    from decimal import Decimal

    from egov_tracker.inference.obligations import Verdict
    from egov_tracker.model.findings import Location
    from egov_tracker.model.obligations import Obligation, PlacedObligation
    from egov_tracker.model.observation import Observation

LATE = frozenset({Outcome.MISSED, Outcome.MET_LATE})


def find_missed_dates(context: CheckContext) -> Iterator[Diagnostic]:
    """OBL001: a due date has passed, and the figures show that not all had done it by then."""
    for verdict in context.verdicts:
        if verdict.obligation.target is None and verdict.outcome in LATE:
            yield _late(verdict, _waiting)


def find_moved_dates(context: CheckContext) -> Iterator[Diagnostic]:
    """OBL002: an obligation was replaced by one with another due date."""
    by_id = {placed.obligation.id: placed for placed in context.obligations}
    nearest = suggester(by_id)
    for placed in context.obligations:
        old, obligation = placed.obligation.supersedes, placed.obligation
        if old and old not in by_id:
            message = f"supersedes '{old}', which is nowhere defined{hint_at(nearest(old))}"
            yield Diagnostic(message, placed.location, (placed,), level=Level.ERROR)
        elif old and by_id[old].obligation.deadline != obligation.deadline:
            whom = "" if by_id[old].obligation.group == obligation.group else f" for {obligation.group}"
            message = f"{obligation.task}: due date moved{whom} from {_due_text(by_id[old])} to {_due_text(placed)}"
            yield Diagnostic(message, placed.due_location, (placed, by_id[old]), (by_id[old].due_location,))


def find_missed_targets(context: CheckContext) -> Iterator[Diagnostic]:
    """OBL003: the figures at or after the due date, or those of a larger group, miss the target."""
    for verdict in context.verdicts:
        if verdict.obligation.target and verdict.outcome in LATE:
            yield _late(verdict, _shortfall)
        elif verdict.wider and verdict.outcome is Outcome.OVERDUE:
            yield _only_wider(verdict, verdict.wider)


def find_contradicting_dates(context: CheckContext) -> Iterator[Diagnostic]:
    """OBL004: two obligations give one task different due dates or targets, and neither replaces the other."""
    first: dict[str, PlacedObligation] = {}
    for placed in context.obligations:
        if placed.obligation.supersedes:
            continue
        before = first.setdefault(placed.obligation.task, placed)
        task, other = placed.obligation.task, before.obligation.id
        if not _same_day(before, placed):
            message = f"{task}: due {_due_text(placed)} here and {_due_text(before)} in {other}"
            yield Diagnostic(message, placed.due_location, (placed, before), (before.due_location,))
        elif _targets_differ(before.obligation, placed.obligation):
            here, there = _target_text(placed.obligation), _target_text(before.obligation)
            message = f"{task}: target {here} here and {there} in {other}"
            yield Diagnostic(message, placed.location, (placed, before), (before.location,))


def _late(verdict: Verdict, words: Callable[[Verdict, Observation], str]) -> Diagnostic:
    """A verdict of missed, or of met late, as a diagnostic at the obligation and at the figure that shows it short."""
    placed, short = verdict.placed, verdict.short or verdict.evidence
    due = f"{verdict.obligation.id} was due by {verdict.obligation.deadline}"
    if short is None:
        when = verdict.settled.date if verdict.settled else "unknown"
        return Diagnostic(f"{due}; it was settled on {when}", placed.location, (placed,))
    message = f"{due}; at {short.as_of}, {words(verdict, short)}"
    places: tuple[Location, ...] = (value_location(short),)
    if verdict.short and verdict.evidence:
        message += f"; done by {verdict.evidence.as_of}"
        places += (value_location(verdict.evidence),)
    return Diagnostic(message, placed.location, (placed, short), places)


def _waiting(_verdict: Verdict, short: Observation) -> str:
    """How many had not done it, or had."""
    if short.outstanding and short.outstanding.total:
        return f"{short.outstanding.total} of {short.group} were outstanding"
    printed = short.figure.printed if short.figure else "less than all"
    return f"{printed} of {short.group} had done it"


def _shortfall(verdict: Verdict, short: Observation) -> str:
    """What was reached, what was the target, and the gap in the unit of the target."""
    obligation = verdict.obligation
    printed = short.figure.printed if short.figure else "less"
    return f"it was {printed}; the target was {_target_text(obligation)}{_gap(obligation, short)}"


def _target_text(obligation: Obligation) -> str:
    bound = "at most " if obligation.target_is is Bound.AT_MOST else ""
    return f"{bound}{obligation.target.printed}" if obligation.target else "all"


def _gap(obligation: Obligation, short: Observation) -> str:
    aim = obligation.target.percent if obligation.target and not obligation.target.count else None
    reached = short.rate_interval
    if aim is None or reached is None or reached.low is None or reached.high is None:
        return ""
    gap = abs(aim.value - (reached.low + reached.high) / 2)
    return f", {format_number(gap, 2)} percentage points away"


def _only_wider(verdict: Verdict, wider: Observation) -> Diagnostic:
    obligation = verdict.obligation
    printed = wider.figure.printed if wider.figure else "less"
    message = (
        f"{obligation.id} was due by {obligation.deadline}, target {_target_text(obligation)}; "
        f"no figure speaks of {obligation.group}; at {wider.as_of}, {wider.group} had {printed}, "
        f"which does not prove it of a part"
    )
    return Diagnostic(message, verdict.placed.location, (verdict.placed, wider), (value_location(wider),))


def _due_text(placed: PlacedObligation) -> str:
    return f"before {placed.obligation.due}" if placed.obligation.before else str(placed.obligation.due)


def _same_day(old: PlacedObligation, new: PlacedObligation) -> bool:
    """Whether both may mean one day: a month and a day in it do not contradict each other."""
    days = [placed.obligation.deadline for placed in (old, new)]
    return not all(days) or days[0] == days[1] or _within(old, days[1]) or _within(new, days[0])


def _within(placed: PlacedObligation, day: date | None) -> bool:
    when = placed.obligation.due
    return bool(not placed.obligation.before and when.first and when.last and day and when.first <= day <= when.last)


def _targets_differ(old: Obligation, new: Obligation) -> bool:
    if old.target is None or new.target is None or old.group != new.group:
        return False
    return _target(old) != _target(new) or old.target_is is not new.target_is


def _target(obligation: Obligation) -> tuple[Decimal | None, Decimal | None]:
    """The count that is aimed at, or else the percentage; the side that is enough is said by `target_is`."""
    target = obligation.target
    count = target.count.value if target and target.count else None
    percent = target.percent.value if target and target.percent and count is None else None
    return count, percent
