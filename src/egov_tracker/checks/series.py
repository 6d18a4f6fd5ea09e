"""Rules across dates and quarters on figures: SER001, SER002, SER003, SER005, SER007."""

from __future__ import annotations

from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from egov_tracker.checks.context import CheckContext, Diagnostic, describe, surely_before, value_location
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
    """Fewer have done what, once done, stays done.

    **What it compares.** The figure of each date with the latest one that is surely earlier. Approximate figures are
    compared as intervals. Bodies that ceased to exist in between, as in a merger, may be missing from the new figure.

    **Why it matters.** A body that issued its plan has issued it. If the count falls, one of the figures is wrong, or
    the two do not count the same thing.

    **What to do.** Compare definitions, groups and dates with the sources. Mend a slip. If the definition changed, it
    is another indicator of the series. Otherwise explain it in a remark with `rule: SER001` on either figure.
    """
    for seen in context.first_hand.values():
        if seen[0].indicator.one_way and seen[0].kind is Kind.ADOPTION:
            for old, new in _successive(seen):
                if _fell(context, old, new):
                    yield _change(old, new, "falls")


def find_cumulative_falls(context: CheckContext) -> Iterator[Diagnostic]:
    """A running total falls, within a quarter or from one to another.

    **What it compares.** Figures of kind `cumulative` with the same beginning (`from`), by their as-of dates. Rounded
    and approximate ones are compared as intervals.

    **Why it matters.** A running total can only grow. If it falls, it was started anew, counts something else, or one
    of the figures is wrong.

    **What to do.** Compare with the sources. Give `from` where the count began anew; mend a slip; otherwise explain it
    in a remark with `rule: SER005` on either figure.
    """
    for seen in context.first_hand.values():
        if seen[0].kind is Kind.CUMULATIVE:
            for old, new in _successive(seen):
                if _interval(new).surely_below(_interval(old)):
                    yield _change(old, new, "falls")


def find_changed_denominators(context: CheckContext) -> Iterator[Diagnostic]:
    """N is not what it was in the quarter before.

    **Why it matters.** 19/30 and 28/29 cannot be set side by side as percentages before it is known who is no longer
    counted. Where N changes just as the registry does, by a merger or a new body, it is only a note.

    **What to do.** Compare both N with the sources. If the source changed its N, quote it in a remark with
    `rule: SER002` on either figure, and give its reason if it has one.
    """
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
    """A series goes on under another definition: connected (kết nối) is not yet exchanging (liên thông).

    **Why it matters.** 25 bodies connected and, a quarter later, 19 of 30 exchanging documents is not "six fewer". The
    two figures are shown, but no difference is taken.

    **What to do.** Nothing, if the sources use the two words. If the source means the same thing as before, enter it
    under the same indicator.
    """
    for by_period in _series(context).values():
        for before, after in pairwise(sorted(by_period)):
            gone = [name for name in by_period[before] if name not in by_period[after]]
            new = max(by_period[after].values(), key=lambda one: (moment(one), source_order(one)))
            for name in gone if new.location.path not in context.broken else ():
                yield _break(by_period[before][name], new)


def find_changed_publishers(context: CheckContext) -> Iterator[Diagnostic]:
    """The figures of a quantity come from another body than in the quarter before.

    **Why it matters.** The Office of the Government and the Ministry of Information and Communications do not count
    services alike: a difference between their figures need not be a change.

    **What to do.** Check the `reports` field of both sources. If it is right, nothing needs to be done; a remark with
    `rule: SER007` carries it into the documents as a footnote.
    """
    for timeline in context.timelines.values():
        seen = (point.observation for point in timeline.points)
        told = [observation for observation in seen if observation.source.entry.reports]
        for old, new in pairwise(told):
            before, after = old.source.entry.reports, new.source.entry.reports
            if before != after:
                message = f"the figures of {describe(new)} are those of {after}, before of {before}"
                yield Diagnostic(message, new.location, (new, old), (old.location,))


def _successive(seen: tuple[Observation, ...]) -> Iterator[tuple[Observation, Observation]]:
    """Each date's figure after the latest figure that is surely earlier; of one date, the pair that differs least."""
    lowest: list[Observation] = []
    highest: list[Observation] = []
    for _, together in groupby((o for o in seen if _comparable(o)), key=lambda observation: observation.as_of):
        group = list(together)
        lowest.append(min(group, key=lambda observation: _interval(observation).low or 0))
        highest.append(max(group, key=lambda observation: (_is_open(observation), _interval(observation).high or 0)))
    for location, new in enumerate(highest):
        old = next((other for other in reversed(lowest[:location]) if surely_before(other, new)), None)
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
    if (old.count is None) != (new.count is None):
        return False
    now = {body.id for body in context.registry.members(new.group, new.membership_date)}
    before = {body.id for body in context.registry.members(old.group, old.membership_date)}
    if old.count is None:
        return before == now and _interval(new).surely_below(_interval(old))
    return add_intervals((_interval(new), exactly(len(before - now)))).surely_below(_interval(old))


def _change(old: Observation, new: Observation, verb: str) -> Diagnostic:
    before, after = _printed(old), _printed(new)
    message = f"{describe(new)} {verb} from {before} at {old.as_of} to {after} at {new.as_of}"
    return Diagnostic(message, value_location(new), (new, old), (value_location(old),))


def _printed(observation: Observation) -> str:
    if observation.figure:
        return observation.figure.printed
    return observation.done.stated.printed if observation.done and observation.done.stated else "nothing"


def _n(observation: Observation) -> int | None:
    base = observation.base
    return int(base.value) if base and base.exact else None


def _as_registry(context: CheckContext, observation: Observation) -> bool:
    return _n(observation) in registry_counts(context, observation)


def _series(context: CheckContext) -> dict[object, dict[Quarter, dict[str, Observation]]]:
    """The latest witnesses by series and group, then by quarter, then by indicator."""
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
