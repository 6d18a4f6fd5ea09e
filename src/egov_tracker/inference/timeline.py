"""A timeline: the dated figures of one series in the order of time, and which of them speaks for a quarter."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from functools import cached_property, total_ordering
from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

from egov_tracker.inference.comparability import figure_reasons
from egov_tracker.model.terms import Kind
from egov_tracker.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from egov_tracker.inference.comparability import Reason
    from egov_tracker.model.observation import Listing, Observation
    from egov_tracker.text.dates import AsOf

SeriesKey: TypeAlias = tuple[str, str, tuple[tuple[str, str], ...], str]


class Aspect(StrEnum):
    """What of an observation is compared: its figure, or whom it lists."""

    FIGURE = "figure"
    LIST = "list"


class Point(NamedTuple):
    """One date of a timeline: the first-hand observation that speaks, and the others of that date.

    Of several sources of one date the one that stands first under `sources` of the earliest quarter speaks; `rivals`
    say something else, `agreeing` the same.
    """

    observation: Observation
    rivals: tuple[Observation, ...] = ()
    agreeing: tuple[Observation, ...] = ()

    def __repr__(self) -> str:
        return f"<Point {self.observation}, rivals: {len(self.rivals)}>"

    @property
    def as_of(self) -> AsOf:
        """The date of the point."""
        return self.observation.as_of

    @property
    def witnesses(self) -> tuple[tuple[Observation, ...], ...]:
        """The observations of the date, those together that say the same: first the one that speaks and who agrees."""
        said: dict[object, list[Observation]] = {}
        for rival in self.rivals:
            said.setdefault(_said(rival), []).append(rival)
        return ((self.observation, *self.agreeing), *map(tuple, said.values()))


class Step(NamedTuple):
    """Two points of a timeline, one after the other, and the reasons why their figures cannot be subtracted."""

    old: Point
    new: Point
    reasons: tuple[Reason, ...]

    def __repr__(self) -> str:
        why = f"not comparable ({', '.join(self.reasons)})" if self.reasons else "comparable"
        return f"<Step {self.old.observation} → {self.new.observation.dated}: {why}>"

    @property
    def comparable(self) -> bool:
        """Whether the figures may be subtracted."""
        return not self.reasons


class Timeline(NamedTuple):
    """The first-hand observations of one series: dated ones in the order of time, undated ones apart."""

    points: tuple[Point, ...]
    undated: tuple[Point, ...] = ()

    def __repr__(self) -> str:
        every = (*self.points, *self.undated)
        first = f"{every[0].observation.subject}, " if every else ""
        span = f" ({self.points[0].as_of} to {self.points[-1].as_of})" if self.points else ""
        return f"<Timeline {first}points: {len(self.points)}{span}, undated: {len(self.undated)}>"

    @property
    def steps(self) -> tuple[Step, ...]:
        """From each dated point to the next: whether the two can be compared, and why not."""
        pairs = pairwise(self.points)
        return tuple(Step(old, new, tuple(figure_reasons(old.observation, new.observation))) for old, new in pairs)

    @property
    def headline(self) -> Point | None:
        """The point that speaks for all of them: the latest dated one, else the first undated one."""
        return headline(self.points) or (self.undated[0] if self.undated else None)


def series_key(observation: Observation) -> SeriesKey:
    """What is measured, of whom, in which part and how: only observations of one key are of one timeline."""
    return (observation.indicator.id, observation.group.id, observation.breakdown, str(observation.kind))


def build_timelines(observations: Iterable[Observation]) -> dict[SeriesKey, Timeline]:
    """The timelines of these observations by their keys; what only repeats another document is left out."""
    found: dict[SeriesKey, list[Observation]] = {}
    for observation in observations:
        if not observation.is_repeated:
            found.setdefault(series_key(observation), []).append(observation)
    return {key: build_timeline(together) for key, together in found.items()}


def build_timeline(observations: Sequence[Observation]) -> Timeline:
    """The timeline of first-hand observations of one key; the order in which they are given does not matter."""
    dates: dict[AsOf, list[Observation]] = {}
    for observation in in_source_order(observations):
        dates.setdefault(observation.as_of, []).append(observation)
    points = [_point(*together) for together in dates.values()]
    return _in_time(points, [point for point in points if not point.as_of.first])


def _point(speaker: Observation, *others: Observation) -> Point:
    rivals = tuple(other for other in others if differs(speaker, other))
    return Point(speaker, rivals, tuple(other for other in others if not differs(speaker, other)))


def _in_time(points: Iterable[Point], undated: Iterable[Point]) -> Timeline:
    dated = sorted((point for point in points if point.as_of.first), key=lambda point: moment(point.observation))
    return Timeline(tuple(dated), tuple(undated))


def merge_timelines(timelines: Iterable[Timeline]) -> Timeline:
    """One timeline of several, such as those of a series; of one moment, the points stand in the order of these."""
    parts = tuple(timelines)
    return _in_time(
        (point for part in parts for point in part.points), (point for part in parts for point in part.undated)
    )


def headline(points: Iterable[Point]) -> Point | None:
    """The latest dated point; an exact day goes before an imprecise date that overlaps it. None without any date."""
    dated = [point for point in points if point.as_of.first]
    exact = [point for point in dated if point.as_of.is_day]
    if not exact:
        return max(dated, key=lambda point: moment(point.observation), default=None)
    last = max(exact, key=lambda point: moment(point.observation))
    later = [point for point in dated if last.as_of.is_before(point.as_of)]
    return max(later, key=lambda point: moment(point.observation), default=last)


def latest_of(observations: Iterable[Observation]) -> Observation | None:
    """The latest dated observation, as `headline` chooses it."""
    point = headline(Point(observation) for observation in observations)
    return point.observation if point else None


def moment(observation: Observation) -> tuple[date, date]:
    """A key that sorts by time: the last possible day within the quarter, then the first; the undated come first."""
    when = observation.as_of
    if not when.first or not when.last:
        return (date.min, date.min)
    last = when.last if when.is_day else min(when.last, max(observation.period.last_day, when.first))
    return (last, when.first)


def in_source_order(observations: Iterable[Observation]) -> list[Observation]:
    """By quarter, then in the order of `sources`: the main document of a quarter stands first there."""
    return sorted(observations, key=source_order)


def source_order(observation: Observation) -> tuple[object, ...]:
    """A key that sorts by quarter, then by place among the sources, then by content: never by the order of lines."""
    named = sum(len(listing.mentions) for listing in observation.listings.values())
    return (observation.period, observation.source.location, -named, _Content(observation))


@total_ordering
class _Content:
    """What an observation says, worked out only where two are alike in all that comes before in a key."""

    def __init__(self, observation: Observation) -> None:
        self.observation = observation

    @cached_property
    def said(self) -> tuple[object, ...]:
        return content(self.observation)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Content) and self.said == other.said

    def __lt__(self, other: _Content) -> bool:
        return self.said < other.said

    def __hash__(self) -> int:
        return hash(self.said)


def aspects_compared(observation: Observation) -> Iterator[Aspect]:
    """What there is to compare; a figure of all or of none says something of every body, as a list does."""
    if observation.figure:
        yield Aspect.FIGURE
    if observation.kind is Kind.ADOPTION and observation.group.id != "national" and _lists_bodies(observation):
        yield Aspect.LIST


def _lists_bodies(observation: Observation) -> bool:
    none = observation.figure and observation.figure.count and observation.figure.count.value == 0
    return observation.says_all or bool(none and observation.base) or bool(observation.listings)


def measures_of(observation: Observation) -> frozenset[str]:
    """What an observation speaks of: the done, the outstanding, or a quantity."""
    if observation.kind is not Kind.ADOPTION:
        return frozenset({"quantity"})
    named = {"outstanding" if name == "in_progress" else name for name in observation.listings} - {"exempt"}
    ratio = {"done", "outstanding"} if observation.base else set()
    return frozenset(named | ratio | ({"done"} if observation.figure else set()))


def differs(one: Observation, other: Observation) -> bool:
    """Whether two observations of one date say something else, apart from their source and place in it."""
    return _said(one) != _said(other)


def _said(observation: Observation) -> tuple[object, ...]:
    return content(observation)[2:]


def content(observation: Observation) -> tuple[object, ...]:
    """What an observation says, wherever it stands in the file."""
    lists = tuple((name, *_list_content(listing)) for name, listing in observation.listings.items())
    return (*figure_content(observation), lists)


def figure_content(observation: Observation) -> tuple[object, ...]:
    """What an observation says but for its lists: source and place in it, dates, figure, N."""
    share = observation.share
    printed = (share.printed.printed, share.of.printed if share.of else "") if share else ()
    return (
        observation.source.id,
        observation.at,
        str(observation.as_of),
        str(observation.start or ""),
        observation.figure.printed if observation.figure else "",
        observation.of.printed if observation.of else "",
        printed,
    )


def _list_content(listing: Listing) -> tuple[str, ...]:
    return (listing.stated.printed if listing.stated else "", *sorted(body.id for body in listing.bodies))
