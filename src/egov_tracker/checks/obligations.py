"""Rules on obligations: OBL001 to OBL004."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from egov_tracker.checks.context import Evidence, Sighting, value_place
from egov_tracker.checks.ranges import Range, exactly, number_of, percent_of, range_of
from egov_tracker.model.registry import GROUPS
from egov_tracker.model.terms import Bound, Kind, Level
from egov_tracker.text.figures import Percent, Ratio
from egov_tracker.text.names import suggest
from egov_tracker.text.numbers import format_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from egov_tracker.model.obligations import Due, Obligation
    from egov_tracker.model.observation import Observation


def find_missed_dates(evidence: Evidence) -> Iterator[Sighting]:
    """A due date has passed, and the first figure after it shows that not all have done it.

    **What counts.** Of a month or a year, the last day is the due date; "trước ngày …" excludes the day itself. Exempt
    bodies are never late. An obligation that was moved counts at its new date. Where no figure speaks of a day after
    the due date, nothing is said.

    **Why it matters.** This is what a reminder letter is about.

    **What to do.** Nothing in the data: it is worth knowing. A wrong due date is mended in the obligations.
    """
    for due in _standing(evidence):
        if due.obligation.target is None and not due.obligation.part:
            for seen in _first_after(evidence, due):
                if late := _late(seen):
                    message = f"{due.obligation.id} was due by {due.obligation.deadline}; at {seen.as_of}, {late}"
                    yield Sighting(message, due.place, (seen,), (value_place(seen),))
                    break


def find_moved_dates(evidence: Evidence) -> Iterator[Sighting]:
    """An obligation was replaced by one with another due date.

    **Why it matters.** The task is measured by the new date. The old one stays in the ledger, so that nobody takes the
    new one for the first.

    **What to do.** Nothing, unless `supersedes` names the wrong obligation.
    """
    by_id = {due.obligation.id: due for due in evidence.dues}
    for due in evidence.dues:
        old = due.obligation.supersedes
        if old and old not in by_id:
            meant = suggest(old, by_id, limit=1)
            hint = f"; did you mean '{meant[0]}'?" if meant else ""
            yield Sighting(f"supersedes '{old}', which is nowhere defined{hint}", due.place, level=Level.ERROR)
        elif old and by_id[old].obligation.deadline != due.obligation.deadline:
            message = f"{due.obligation.task}: due date moved from {_said(by_id[old])} to {_said(due)}"
            yield Sighting(message, due.due_place, (), (by_id[old].due_place,))


def find_missed_targets(evidence: Evidence) -> Iterator[Sighting]:
    """The first figure after the due date is short of the target.

    **What it compares.** A target in per cent with the percentage, printed or recomputed, and says how many percentage
    points are missing; a target in units with the count. Approximate figures only where they are surely short.

    **Why it matters.** A target that was missed is a fact of its own, whatever was reached later.

    **What to do.** Nothing in the data: it is worth knowing. Check that group and breakdown of the obligation are those
    of the figure.
    """
    for due in _standing(evidence):
        for seen in _first_after(evidence, due):
            if due.obligation.target and (short := _short(due.obligation, seen)):
                message = f"{due.obligation.id} was due by {due.obligation.deadline}; at {seen.as_of}, {short}"
                yield Sighting(message, due.place, (seen,), (value_place(seen),))
                break


def find_contradicting_dates(evidence: Evidence) -> Iterator[Sighting]:
    """Two documents, or two lines of one, give one task different due dates or targets, and neither replaces the other.

    **Why it matters.** Whether the task was done in time depends on which one is believed.

    **What to do.** Compare with the documents. If the later one moves the date, say `supersedes`. If they are two
    tasks, give them two names in `task`. A true contradiction stays, with a `note` that quotes both.
    """
    first: dict[str, Due] = {}
    for due in evidence.dues:
        if due.obligation.supersedes:
            continue
        before = first.setdefault(due.obligation.task, due)
        if not _same_day(before, due):
            message = f"{due.obligation.task}: due {_said(due)} here and {_said(before)} in {before.obligation.id}"
            yield Sighting(message, due.due_place, (), (before.due_place,))
        elif _targets_differ(before.obligation, due.obligation):
            targets = [d.obligation.target.printed if d.obligation.target else "all" for d in (due, before)]
            message = f"{due.obligation.task}: target {targets[0]} here and {targets[1]} in {before.obligation.id}"
            yield Sighting(message, due.place, (), (before.place,))


def _said(due: Due) -> str:
    return f"before {due.obligation.due}" if due.obligation.before else str(due.obligation.due)


def _same_day(old: Due, new: Due) -> bool:
    """Whether both may mean one day: a month and a day in it do not contradict each other."""
    days = [due.obligation.deadline for due in (old, new)]
    return not all(days) or days[0] == days[1] or _within(old, days[1]) or _within(new, days[0])


def _within(due: Due, day: date | None) -> bool:
    when = due.obligation.due
    return bool(not due.obligation.before and when.first and when.last and day and when.first <= day <= when.last)


def _targets_differ(old: Obligation, new: Obligation) -> bool:
    if old.target is None or new.target is None or old.group != new.group:
        return False
    return _target(old) != _target(new) or old.target_is is not new.target_is


def _standing(evidence: Evidence) -> Iterator[Due]:
    replaced = {due.obligation.supersedes for due in evidence.dues}
    yield from (due for due in evidence.dues if due.obligation.id not in replaced)


def _first_after(evidence: Evidence, due: Due) -> Iterator[Observation]:
    """The figures, group by group, whose every possible day is the due date or later; for a target, only the first."""
    day = due.obligation.deadline
    if not day or not due.obligation.indicator:
        return
    for group, seen in _figures(evidence, due).items():
        if group == due.obligation.group or due.obligation.target is None:
            after = [observation for observation in seen if (observation.as_of.first or date.min) >= day]
            yield from after[:1] if due.obligation.target else after


def _figures(evidence: Evidence, due: Due) -> dict[str, list[Observation]]:
    """The figures of the obligation's indicator for its group and for every group within it, in the order of time."""
    obligation = due.obligation
    groups = _groups_within(obligation.group, evidence)
    breakdown = tuple(sorted(obligation.breakdown.items()))
    found: dict[str, list[Observation]] = {}
    for (name, group, parts, _, _), seen in evidence.witnesses.items():
        if name == obligation.indicator and parts == breakdown and group in groups:
            found.setdefault(groups[group], []).extend(seen)
    return found


def _groups_within(name: str, evidence: Evidence) -> dict[str, str]:
    if name not in GROUPS:
        return {body.id: name for body in evidence.registry.named(name)}
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
    if isinstance(figure, Ratio) and figure.done.exact and figure.done.value + (exempt or 0) < figure.of.value:
        return f"{figure.printed} of {seen.group} had done it"
    return None


def _short(obligation: Obligation, seen: Observation) -> str | None:
    target, wanted = obligation.target, _target(obligation)
    if target is None or wanted is None:
        return None
    percent = isinstance(target, Percent)
    reached = percent_of(seen) if percent else _count_reached(seen)
    if reached is None:
        return None
    at_most = obligation.target_is is Bound.AT_MOST
    missed = wanted.surely_below(reached) if at_most else reached.surely_below(wanted)
    if not missed:
        return None
    gap = _gap(reached, wanted) if percent else ""
    said = seen.figure.printed if seen.figure else "less"
    return f"it was {said}; the target was {'at most ' if at_most else ''}{target.printed}{gap}"


def _gap(reached: Range, wanted: Range) -> str:
    if reached.low is None or reached.high is None or wanted.low is None:
        return ""
    gap = abs(wanted.low - (reached.low + reached.high) / 2)
    return f", {format_number(gap, 2)} percentage points away"


def _count_reached(seen: Observation) -> Range | None:
    number = number_of(seen)
    return range_of(number) if number else None


def _target(obligation: Obligation) -> Range | None:
    match obligation.target:
        case None:
            return None
        case Percent(percent=number):
            return exactly(number.value)
        case Ratio(done=number):
            return exactly(number.value)
        case figure:
            return exactly(figure.number.value)
