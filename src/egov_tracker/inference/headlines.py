"""The headlines of a quarter: for each series the observation that speaks for it, and the headline before it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from egov_tracker.inference.comparability import figure_reasons, points_between, shared_reasons, units_between
from egov_tracker.inference.obligations import Outcome
from egov_tracker.inference.timeline import Point, Timeline, build_timelines, latest_of, series_key
from egov_tracker.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date
    from decimal import Decimal

    from egov_tracker.inference.comparability import Reason
    from egov_tracker.inference.obligations import Verdict
    from egov_tracker.inference.timeline import SeriesKey
    from egov_tracker.model.observation import Observation, Snapshot
    from egov_tracker.text.quarters import Quarter


class Change(NamedTuple):
    """From the headline before to this one: by how much, or why the two figures cannot be subtracted.

    `units` and `points` are new minus old, in units and in percentage points; both are None where there are reasons.
    `outstanding` are the counts of the outstanding before and now, where both are exact and no list is incomparable.
    """

    before: Observation
    reasons: tuple[Reason, ...]
    units: Decimal | None
    points: Decimal | None
    outstanding: tuple[int, int] | None

    @property
    def comparable(self) -> bool:
        """Whether the figures may be subtracted."""
        return not self.reasons


class Headline(NamedTuple):
    """The figure that speaks for a series in a quarter; `lists` is whose list of the outstanding stands beside it.

    `lists` is the headline itself where it has a list, else a rival of its date, else the latest observation of the
    series in the quarter that has one, with a date of its own.
    """

    point: Point
    lists: Observation | None
    change: Change | None

    def __repr__(self) -> str:
        return f"<Headline {self.observation}>"

    @property
    def observation(self) -> Observation:
        """The observation that speaks."""
        return self.point.observation

    @property
    def key(self) -> SeriesKey:
        """The series that it speaks for."""
        return series_key(self.observation)


def build_headlines(snapshots: Sequence[Snapshot]) -> tuple[Headline, ...]:
    """The headline of every series of the last of these snapshots; the earlier ones hold the headlines before.

    Series come in the order of the file. A series without a headline before has no change.
    """
    earlier = Earlier(snapshots[:-1])
    found = []
    for timeline in build_timelines(snapshots[-1].observations).values():
        point = timeline.headline
        if point:
            before = earlier.headline_before(point.observation)
            change = change_between(before, point.observation) if before else None
            found.append(Headline(point, _list_beside(point, timeline), change))
    return tuple(found)


def _list_beside(point: Point, timeline: Timeline) -> Observation | None:
    if point.observation.outstanding:
        return point.observation
    same_date = [one for one in point.rivals if one.outstanding]
    if same_date:
        return same_date[0]
    every = [one for other in timeline.points for one in (other.observation, *other.rivals) if one.outstanding]
    return latest_of(every)


class Earlier:
    """The headlines of earlier quarters."""

    def __init__(self, snapshots: Sequence[Snapshot]) -> None:
        self._snapshots = snapshots

    @cached_property
    def _quarters(self) -> tuple[dict[SeriesKey, Timeline], ...]:
        """The timelines of each quarter, the latest quarter first."""
        return tuple(build_timelines(snapshot.observations) for snapshot in reversed(self._snapshots))

    def headline_before(self, seen: Observation) -> Observation | None:
        """The headline of the same series in the latest quarter that has one; else of an indicator of its series."""
        key = series_key(seen)
        for timelines in self._quarters:
            point = timelines[key].headline if key in timelines else None
            if point:
                return point.observation
        return next(self._under_other_definitions(seen), None)

    def _under_other_definitions(self, seen: Observation) -> Iterator[Observation]:
        series, rest = seen.indicator.series, series_key(seen)[1:]
        for timelines in self._quarters if series else ():
            for key, timeline in timelines.items():
                point = timeline.headline
                if key[1:] == rest and point and point.observation.indicator.series == series:
                    yield point.observation


def change_between(old: Observation, new: Observation) -> Change:
    """How a headline differs from the one before, or why that cannot be said."""
    reasons = tuple(figure_reasons(old, new))
    units = None if reasons else units_between(old, new)
    points = None if reasons else points_between(old, new)
    return Change(old, reasons, units, points, _outstanding(old, new))


def _outstanding(old: Observation, new: Observation) -> tuple[int, int] | None:
    counts = [_exact_count(one) for one in (old, new)]
    if None in counts or any(shared_reasons(old, new)):
        return None
    return (counts[0] or 0, counts[1] or 0)


def _exact_count(seen: Observation) -> int | None:
    """How many are outstanding, where the source says so exactly, or says that all have done it."""
    if seen.says_all:
        return 0
    listing = seen.outstanding
    exact = listing and listing.unnamed is not None
    return listing.total if listing and exact else None


def verdict_on(headline: Headline, verdicts: Iterable[Verdict], at: Quarter) -> Verdict | None:
    """The verdict to show beside a headline: on the last due date that has passed, else the next, else any.

    Only obligations of the same indicator, group and part count, and of these none that was moved as a whole.
    """
    indicator, group, breakdown, _ = headline.key
    own = [
        verdict
        for verdict in verdicts
        if verdict.outcome is not Outcome.MOVED
        and (verdict.obligation.indicator, verdict.obligation.group) == (indicator, group)
        and tuple(sorted(verdict.obligation.breakdown.items())) == breakdown
    ]
    dated = [(verdict, deadline) for verdict in own if (deadline := verdict.obligation.deadline_known_in(at))]
    return _nearest(dated, at.last_day) or (own[0] if own else None)


def _nearest(dated: list[tuple[Verdict, date]], day: date) -> Verdict | None:
    passed = [pair for pair in dated if pair[1] <= day]
    if passed:
        return max(passed, key=lambda pair: pair[1])[0]
    return min(dated, key=lambda pair: pair[1])[0] if dated else None
