"""Rules across dates and quarters on figures: SER001, SER002, SER003, SER005, SER007."""

from __future__ import annotations

from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from egov_tracker.checks.conflicts import FIGURE, printed
from egov_tracker.checks.context import CheckContext, Diagnostic, describe, value_location
from egov_tracker.checks.registry import registry_counts
from egov_tracker.inference.timeline import moment, source_order
from egov_tracker.model.terms import Kind, Level
from egov_tracker.text.numbers import Interval, add_intervals, exactly

if TYPE_CHECKING:
    from collections.abc import Iterator

    from egov_tracker.inference.timeline import Point
    from egov_tracker.model.observation import Observation
    from egov_tracker.text.quarters import Quarter


def find_falls(context: CheckContext) -> Iterator[Diagnostic]:
    """SER001: fewer bodies are done than at an earlier date, in something that stays done."""
    for old, new in falls(context):
        yield _change(old, new, "falls")


def falls(context: CheckContext) -> Iterator[tuple[Observation, Observation]]:
    """The pairs of observations, the earlier one first, between which a one-way indicator falls."""
    for seen in context.first_hand.values():
        if seen[0].indicator.one_way and seen[0].kind is Kind.ADOPTION:
            yield from ((old, new) for old, new in _successive(seen) if _fell(context, old, new))


def find_cumulative_falls(context: CheckContext) -> Iterator[Diagnostic]:
    """SER005: a cumulative figure is lower than at an earlier date."""
    for seen in context.first_hand.values():
        if seen[0].kind is Kind.CUMULATIVE:
            for old, new in _successive(seen):
                if _interval(new).surely_below(_interval(old)):
                    yield _change(old, new, "falls")


def find_changed_denominators(context: CheckContext) -> Iterator[Diagnostic]:
    """SER002: N is not the one of the date before; a note where the registry's count changes alike."""
    for timeline in context.timelines.values():
        counted = [point for point in timeline.points if _denominators(point)]
        for before, after in pairwise(counted):
            if not _denominators(before).keys() & _denominators(after).keys():
                yield _changed_denominator(context, before, after)


def _denominators(point: Point) -> dict[int, Observation]:
    """Every N that the first-hand sources of one date print for a number of bodies, the speaker's first."""
    together = (point.observation, *point.rivals)
    return {n: one for one in reversed(together) if one.kind is Kind.ADOPTION and (n := _n(one))}


def _changed_denominator(context: CheckContext, before: Point, after: Point) -> Diagnostic:
    old, new = (list(_denominators(point).values())[-1] for point in (before, after))
    level = Level.NOTE if _as_registry(context, old) and _as_registry(context, new) else None
    message = f"N of {describe(new)} changes from {_n(old)} at {old.as_of} to {_n(new)} at {new.as_of}"
    return Diagnostic(message, value_location(new), (new, old), (value_location(old),), level)


def find_breaks(context: CheckContext) -> Iterator[Diagnostic]:
    """SER003: a series continues under another of its indicators."""
    for by_period in _series(context).values():
        for before, after in pairwise(sorted(by_period)):
            gone = [name for name in by_period[before] if name not in by_period[after]]
            new = max(by_period[after].values(), key=lambda one: (moment(one), source_order(one)))
            for name in gone if new.location.path not in context.broken else ():
                yield _break(by_period[before][name], new)


def find_changed_publishers(context: CheckContext) -> Iterator[Diagnostic]:
    """SER007: the figures of a series come from another publisher than those of the date before."""
    for timeline in context.timelines.values():
        seen = (point.observation for point in timeline.points)
        told = [observation for observation in seen if observation.source.entry.reports]
        for old, new in pairwise(told):
            before, after = old.source.entry.reports, new.source.entry.reports
            if before != after:
                message = f"the figures of {describe(new)} are those of {after}, before of {before}"
                yield Diagnostic(message, new.location, (new, old), (old.location,))


def _successive(seen: tuple[Observation, ...]) -> Iterator[tuple[Observation, Observation]]:
    """Pairs of a figure and the latest one certainly earlier; of several at one date, those that differ least."""
    lowest: list[Observation] = []
    highest: list[Observation] = []
    for _, together in groupby((o for o in seen if _comparable(o)), key=lambda observation: observation.as_of):
        group = list(together)
        lowest.append(min(group, key=lambda observation: _interval(observation).low or 0))
        highest.append(max(group, key=lambda observation: (_is_open(observation), _interval(observation).high or 0)))
    for location, new in enumerate(highest):
        old = next((other for other in reversed(lowest[:location]) if other.as_of.is_before(new.as_of)), None)
        if old:
            yield old, new


def _comparable(observation: Observation) -> bool:
    return observation.count is not None or observation.rate_interval is not None


def _is_open(observation: Observation) -> bool:
    return _interval(observation).high is None


def _interval(observation: Observation) -> Interval:
    """Where the true count may lie, or the true percentage where only that is printed."""
    if observation.count:
        return observation.count.interval
    return observation.rate_interval or Interval(None, None)


def _fell(context: CheckContext, old: Observation, new: Observation) -> bool:
    if (old.count is None) != (new.count is None) or not _interval(new).surely_below(_interval(old)):
        return False
    now = context.registry.members_by_id(new.group, new.membership_date).keys()
    before = context.registry.members_by_id(old.group, old.membership_date).keys()
    if old.count is None:
        return before == now
    return add_intervals((_interval(new), exactly(len(before - now)))).surely_below(_interval(old))


def _change(old: Observation, new: Observation, verb: str) -> Diagnostic:
    before, after = printed(FIGURE, old), printed(FIGURE, new)
    message = f"{describe(new)} {verb} from {before} at {old.as_of} to {after} at {new.as_of}"
    return Diagnostic(message, value_location(new), (new, old), (value_location(old),))


def _n(observation: Observation) -> int | None:
    base = observation.base
    return int(base.value) if base and base.exact else None


def _as_registry(context: CheckContext, observation: Observation) -> bool:
    return _n(observation) in registry_counts(context, observation)


def _series(context: CheckContext) -> dict[object, dict[Quarter, dict[str, Observation]]]:
    """The latest observations by series and group, then by quarter, then by indicator."""
    found: dict[object, dict[Quarter, dict[str, Observation]]] = {}
    for by_quarter in context.headlines.values():
        for period, one in by_quarter.items():
            if one.indicator.series:
                periods = found.setdefault((one.indicator.series, one.group.id, one.breakdown), {})
                periods.setdefault(period, {})[one.indicator.id] = one
    return found


def _break(old: Observation, new: Observation) -> Diagnostic:
    message = (
        f"break in series {new.indicator.series}: {old.indicator.id} of {old.group} at {old.as_of} "
        f"is followed by {new.indicator.id} at {new.as_of}"
    )
    return Diagnostic(message, value_location(new), (new, old), (value_location(old),))
