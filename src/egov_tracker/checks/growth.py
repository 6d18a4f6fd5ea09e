"""The rule on what is still to be done across dates: SER008."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from egov_tracker.checks.context import CheckContext, Diagnostic, describe, field_or_figure
from egov_tracker.checks.series import falls
from egov_tracker.model.terms import Kind, Level
from egov_tracker.text.numbers import Interval, add_intervals, exactly, format_number
from egov_tracker.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from egov_tracker.inference.timeline import Point, Timeline
    from egov_tracker.model.observation import Listing, Observation

HALF = Decimal("0.5")
NOBODY = exactly(0)


class Rest(NamedTuple):
    """How many bodies have not done it by one observation: where the number may lie, and how it is said.

    `field` is the field that says so; `complete` is False for names of which more may be outstanding.
    """

    observation: Observation
    interval: Interval
    said: str
    field: str
    complete: bool = True


def find_growths(context: CheckContext) -> Iterator[Diagnostic]:
    """SER008: more bodies are outstanding than at an earlier date, in something that stays done."""
    found = [pair for timeline in context.timelines.values() for pair in _growths(context, timeline)]
    told = {(old.location, new.location) for old, new in falls(context)} if found else set()
    for old, new in found:
        if (old.observation.location, new.observation.location) not in told:
            yield _diagnostic(old, new)


def _growths(context: CheckContext, timeline: Timeline) -> Iterator[tuple[Rest, Rest]]:
    """Pairs of what was left at a date and the latest date surely before it; of rivals, those that differ least."""
    points = [point for point in timeline.points if _is_one_way(point.observation)]
    for number, point in enumerate(points):
        before = (_most(other) for other in reversed(points[:number]) if other.as_of.is_before(point.as_of))
        old = next((one for one in before if one), None)
        new = _fewest(point, old.observation) if old else None
        if old and new and _grew(context, old, new):
            yield old, new


def _is_one_way(observation: Observation) -> bool:
    return observation.indicator.one_way and observation.kind is Kind.ADOPTION


def _most(point: Point) -> Rest | None:
    """What was left at a date at the most, by the source that leaves most."""
    found = [rest for one in (point.observation, *point.rivals) if (rest := _left_at_most(one))]
    return max(found, key=lambda rest: (rest.interval.high is None, rest.interval.high or 0), default=None)


def _fewest(point: Point, earlier: Observation) -> Rest | None:
    """What was left at a date at the least, by the source that leaves least."""
    found = [rest for one in (point.observation, *point.rivals) if (rest := _left_at_least(one, earlier))]
    return min(found, key=lambda rest: rest.interval.low or 0, default=None)


def _left_at_most(seen: Observation) -> Rest | None:
    """By the stated count, with the bodies on trial; else N without the done; else as many as are named."""
    late, trial = seen.outstanding, seen.in_progress
    if late and late.number:
        interval = add_intervals((late.number.interval, _counted(trial)))
        return Rest(seen, interval, _stated(late), "outstanding")
    if rest := _remainder(seen, NOBODY):
        return rest
    if late:
        exhaustive = any(remark.exhaustive == "outstanding" for remark in seen.remarks)
        interval = add_intervals((_counted(late), _counted(trial)))
        return Rest(seen, interval, _named(late), "outstanding", exhaustive)
    return None


def _left_at_least(seen: Observation, earlier: Observation) -> Rest | None:
    """By the stated count; else N without the done and the exempt; else as many as are named."""
    late = seen.outstanding
    if late and late.number:
        return Rest(seen, late.number.interval, _stated(late), "outstanding")
    if rest := _remainder(seen, _counted(seen.exempt or earlier.exempt)):
        return rest
    if late:
        return Rest(seen, Interval(len(late.bodies) - HALF, None), _named(late), "outstanding")
    return None


def _remainder(seen: Observation, exempt: Interval) -> Rest | None:
    """N without the done and without these; nothing where there are no exact N and count."""
    if seen.says_all:
        return Rest(seen, NOBODY, "0", "value")
    count, base = seen.count, seen.base
    if not count or not base or not base.exact:
        return None
    interval = _without(_without(exactly(base.value), count.interval), exempt)
    left = f"{format_number(interval.low)} " if interval.exact and interval.low is not None else ""
    printed = seen.figure.printed if seen.figure else f"{format_number(count.value)} of {format_number(base.value)}"
    return Rest(seen, interval, f"{left}({printed})", "value")


def _without(whole: Interval, part: Interval) -> Interval:
    low = None if whole.low is None or part.high is None else whole.low - part.high
    high = None if whole.high is None or part.low is None else whole.high - part.low
    return Interval(low, high, whole.exact and part.exact)


def _counted(listing: Listing | None) -> Interval:
    if not listing:
        return NOBODY
    return listing.number.interval if listing.number else exactly(len(listing.bodies))


def _stated(listing: Listing) -> str:
    return listing.stated.printed if listing.stated else ""


def _named(listing: Listing) -> str:
    return f"{len(listing.bodies)} named"


def _grew(context: CheckContext, old: Rest, new: Rest) -> bool:
    """Whether more are left, of the same bodies and of the same N as far as the sources print one."""
    before, after = old.observation, new.observation
    if before.base and after.base and before.base.value != after.base.value:
        return False
    if not old.interval.surely_below(new.interval):
        return False
    now = context.registry.members_by_id(after.group, after.membership_date).keys()
    return now <= context.registry.members_by_id(before.group, before.membership_date).keys()


def _diagnostic(old: Rest, new: Rest) -> Diagnostic:
    before, after = old.observation, new.observation
    change = f"from {old.said} at {before.as_of} to {new.said} at {after.as_of}"
    hint, level = ("", None) if old.complete else ("; the earlier list may not name all", Level.NOTE)
    places = [field_or_figure(rest.observation, rest.field) for rest in (new, old)]
    message = f"what is outstanding of {describe(after)} grows {change}{hint}"
    return Diagnostic(message, places[0], (after, before), (places[1],), level)
