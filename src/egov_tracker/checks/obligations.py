"""Rules on obligations: OBL001 to OBL004."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from egov_tracker.checks.context import CheckContext, Diagnostic, value_location
from egov_tracker.model.registry import GROUPS
from egov_tracker.model.terms import Bound, Kind, Level
from egov_tracker.text.names import suggester
from egov_tracker.text.numbers import Interval, exactly, format_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from egov_tracker.model.obligations import Obligation, PlacedObligation
    from egov_tracker.model.observation import Observation


def find_missed_dates(context: CheckContext) -> Iterator[Diagnostic]:
    """A due date has passed, and the first figure after it shows that not all have done it.

    **What counts.** Of a month or a year, the last day is the due date; "trước ngày …" excludes the day itself. Exempt
    bodies are never late. An obligation that was moved counts at its new date. Where no figure speaks of a day after
    the due date, nothing is said.

    **Why it matters.** This is what a reminder letter is about.

    **What to do.** Nothing in the data: it is worth knowing. A wrong due date is mended in the obligations.
    """
    for due in _standing(context):
        if due.obligation.target is None and not due.obligation.part:
            for seen in _first_after(context, due):
                if late := _late(seen):
                    message = f"{due.obligation.id} was due by {due.obligation.deadline}; at {seen.as_of}, {late}"
                    yield Diagnostic(message, due.location, (seen,), (value_location(seen),))
                    break


def find_moved_dates(context: CheckContext) -> Iterator[Diagnostic]:
    """An obligation was replaced by one with another due date.

    **Why it matters.** The task is measured by the new date. The old one stays in the ledger, so that nobody takes the
    new one for the first.

    **What to do.** Nothing, unless `supersedes` names the wrong obligation.
    """
    by_id = {due.obligation.id: due for due in context.obligations}
    nearest = suggester(by_id)
    for due in context.obligations:
        old = due.obligation.supersedes
        if old and old not in by_id:
            meant = nearest(old)
            hint = f"; did you mean '{meant[0]}'?" if meant else ""
            yield Diagnostic(f"supersedes '{old}', which is nowhere defined{hint}", due.location, level=Level.ERROR)
        elif old and by_id[old].obligation.deadline != due.obligation.deadline:
            message = f"{due.obligation.task}: due date moved from {_said(by_id[old])} to {_said(due)}"
            yield Diagnostic(message, due.due_location, (), (by_id[old].due_location,))


def find_missed_targets(context: CheckContext) -> Iterator[Diagnostic]:
    """The first figure after the due date is short of the target.

    **What it compares.** A target in per cent with the percentage, printed or recomputed, and says how many percentage
    points are missing; a target in units with the count. Approximate figures only where they are surely short.

    **Why it matters.** A target that was missed is a fact of its own, whatever was reached later.

    **What to do.** Nothing in the data: it is worth knowing. Check that group and breakdown of the obligation are those
    of the figure.
    """
    for due in _standing(context):
        for seen in _first_after(context, due):
            if due.obligation.target and (short := _short(due.obligation, seen)):
                message = f"{due.obligation.id} was due by {due.obligation.deadline}; at {seen.as_of}, {short}"
                yield Diagnostic(message, due.location, (seen,), (value_location(seen),))
                break


def find_contradicting_dates(context: CheckContext) -> Iterator[Diagnostic]:
    """Two documents, or two lines of one, give one task different due dates or targets, and neither replaces the other.

    **Why it matters.** Whether the task was done in time depends on which one is believed.

    **What to do.** Compare with the documents. If the later one moves the date, say `supersedes`. If they are two
    tasks, give them two names in `task`. A true contradiction stays, with a `note` that quotes both.
    """
    first: dict[str, PlacedObligation] = {}
    for due in context.obligations:
        if due.obligation.supersedes:
            continue
        before = first.setdefault(due.obligation.task, due)
        if not _same_day(before, due):
            message = f"{due.obligation.task}: due {_said(due)} here and {_said(before)} in {before.obligation.id}"
            yield Diagnostic(message, due.due_location, (), (before.due_location,))
        elif _targets_differ(before.obligation, due.obligation):
            targets = [d.obligation.target.printed if d.obligation.target else "all" for d in (due, before)]
            message = f"{due.obligation.task}: target {targets[0]} here and {targets[1]} in {before.obligation.id}"
            yield Diagnostic(message, due.location, (), (before.location,))


def _said(due: PlacedObligation) -> str:
    return f"before {due.obligation.due}" if due.obligation.before else str(due.obligation.due)


def _same_day(old: PlacedObligation, new: PlacedObligation) -> bool:
    """Whether both may mean one day: a month and a day in it do not contradict each other."""
    days = [due.obligation.deadline for due in (old, new)]
    return not all(days) or days[0] == days[1] or _within(old, days[1]) or _within(new, days[0])


def _within(due: PlacedObligation, day: date | None) -> bool:
    when = due.obligation.due
    return bool(not due.obligation.before and when.first and when.last and day and when.first <= day <= when.last)


def _targets_differ(old: Obligation, new: Obligation) -> bool:
    if old.target is None or new.target is None or old.group != new.group:
        return False
    return _target(old) != _target(new) or old.target_is is not new.target_is


def _standing(context: CheckContext) -> Iterator[PlacedObligation]:
    replaced = {due.obligation.supersedes for due in context.obligations}
    yield from (due for due in context.obligations if due.obligation.id not in replaced)


def _first_after(context: CheckContext, due: PlacedObligation) -> Iterator[Observation]:
    """The figures, group by group, whose every possible day is the due date or later; for a target, only the first."""
    day = due.obligation.deadline
    if not day or not due.obligation.indicator:
        return
    for group, seen in _figures(context, due).items():
        if group == due.obligation.group or due.obligation.target is None:
            after = [observation for observation in seen if (observation.as_of.first or date.min) >= day]
            yield from after[:1] if due.obligation.target else after


def _figures(context: CheckContext, due: PlacedObligation) -> dict[str, list[Observation]]:
    """The figures of the obligation's indicator for its group and for every group within it, in the order of time."""
    obligation = due.obligation
    groups = _groups_within(obligation.group, context)
    breakdown = tuple(sorted(obligation.breakdown.items()))
    found: dict[str, list[Observation]] = {}
    for (name, group, parts, _, _), seen in context.first_hand.items():
        if name == obligation.indicator and parts == breakdown and group in groups:
            found.setdefault(groups[group], []).extend(seen)
    return found


def _groups_within(name: str, context: CheckContext) -> dict[str, str]:
    if name not in GROUPS:
        return {body.id: name for body in context.registry.named(name)}
    kinds = GROUPS[name].kinds
    return {name: name} | {
        other: other for other, group in GROUPS.items() if group.kinds and group.kinds <= kinds and other != name
    }


def _late(seen: Observation) -> str | None:
    """What shows that not all have done it, if anything does."""
    if seen.kind is not Kind.ADOPTION:
        return None
    if seen.outstanding and seen.outstanding.total:
        return f"{seen.outstanding.total} of {seen.group} were outstanding"
    figure, exempt = seen.figure, seen.exempt.total if seen.exempt else 0
    if (
        figure
        and figure.count
        and figure.base
        and figure.count.exact
        and figure.count.value + (exempt or 0) < figure.base.value
    ):
        return f"{figure.printed} of {seen.group} had done it"
    return None


def _short(obligation: Obligation, seen: Observation) -> str | None:
    target, wanted = obligation.target, _target(obligation)
    if target is None or wanted is None:
        return None
    percent = target.count is None
    reached = seen.rate_interval if percent else seen.count.interval if seen.count else None
    if reached is None:
        return None
    at_most = obligation.target_is is Bound.AT_MOST
    missed = wanted.surely_below(reached) if at_most else reached.surely_below(wanted)
    if not missed:
        return None
    gap = _gap(reached, wanted) if percent else ""
    said = seen.figure.printed if seen.figure else "less"
    return f"it was {said}; the target was {'at most ' if at_most else ''}{target.printed}{gap}"


def _gap(reached: Interval, wanted: Interval) -> str:
    if reached.low is None or reached.high is None or wanted.low is None:
        return ""
    gap = abs(wanted.low - (reached.low + reached.high) / 2)
    return f", {format_number(gap, 2)} percentage points away"


def _target(obligation: Obligation) -> Interval | None:
    main = obligation.target and (obligation.target.count or obligation.target.percent)
    return exactly(main.value) if main else None
