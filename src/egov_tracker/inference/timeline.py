"""Which observation speaks for a quarter: the latest dated one of each kind, and the others of the same date."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from egov_tracker.model.terms import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from egov_tracker.model.observation import Listing, Observation, Snapshot
    from egov_tracker.text.dates import AsOf

Key: TypeAlias = tuple[str, str, tuple[tuple[str, str], ...], str]


class Aspect(StrEnum):
    """What of an observation is compared: its figure, or whom it lists."""

    FIGURE = "figure"
    LIST = "list"


class ReferenceObservation(NamedTuple):
    """An observation that speaks for a snapshot, given by its rank on the way, and its rivals of the same date."""

    rank: int
    observation: Observation
    also: tuple[Observation, ...] = ()


def key_of(observation: Observation) -> Key:
    """What is measured: two observations are of one thing where this is equal, whatever their values."""
    return (observation.indicator.id, observation.group.id, observation.breakdown, str(observation.kind))


def aspects_compared(observation: Observation) -> Iterator[Aspect]:
    """What there is to compare; a ratio of all or of none says something of every body, as a list does."""
    if observation.figure:
        yield Aspect.FIGURE
    if observation.kind is Kind.ADOPTION and observation.group.id != "national" and _lists(observation):
        yield Aspect.LIST


def _lists(observation: Observation) -> bool:
    figure = observation.figure
    extreme = figure and figure.count and figure.base and figure.count.value in {0, figure.base.value}
    return bool(extreme) or any(
        (observation.outstanding, observation.done, observation.exempt, observation.in_progress)
    )


def measures_of(observation: Observation) -> frozenset[str]:
    """What an observation speaks of: the done, the outstanding, or a quantity."""
    if observation.kind is not Kind.ADOPTION:
        return frozenset({"quantity"})
    named = {"outstanding" if name == "in_progress" else name for name in observation.listings} - {"exempt"}
    ratio = {"done", "outstanding"} if observation.base else set()
    return frozenset(named | ratio | ({"done"} if observation.figure else set()))


def moment(observation: Observation) -> tuple[date, date]:
    """When it was so, to sort by; an imprecise date reaches no further than its quarter."""
    when = observation.as_of
    if not when.first or not when.last:
        return (date.min, date.min)
    last = when.last if when.is_day else min(when.last, observation.period.last_day)
    return (last, when.first)


def latest(rank: int, snapshot: Snapshot, observations: Sequence[Observation]) -> Iterator[ReferenceObservation]:
    """The one latest dated observation; an undated one only where there is no dated one."""
    *_, last = in_order(rank, snapshot, observations)
    yield last


def in_order(rank: int, snapshot: Snapshot, observations: Sequence[Observation]) -> Iterator[ReferenceObservation]:
    """One witness for every date, in the order of time; the undated ones only where there is no dated one."""
    dates: dict[AsOf, list[Observation]] = {}
    for seen in by_source(snapshot, _dated(observations) or observations):
        dates.setdefault(seen.as_of, []).append(seen)
    for first, *rivals in sorted(dates.values(), key=lambda together: moment(together[0])):
        yield ReferenceObservation(rank, first, tuple(seen for seen in rivals if _differs(first, seen)))


def _dated(observations: Iterable[Observation]) -> list[Observation]:
    return [seen for seen in observations if seen.as_of.first]


def by_source(snapshot: Snapshot, observations: Iterable[Observation]) -> list[Observation]:
    """In the order of the snapshot's `sources`: the main document of a quarter stands first there."""
    found = list(observations)
    if len(found) == 1:
        return found
    ranks = {name: rank for rank, name in enumerate(snapshot.sources)}
    return sorted(found, key=lambda seen: (ranks[seen.source.id], -_named(seen), content(seen)))


def _named(observation: Observation) -> int:
    return sum(len(listing.mentions) for listing in observation.listings.values())


def _differs(one: Observation, other: Observation) -> bool:
    return content(one)[2:] != content(other)[2:]


def content(observation: Observation) -> tuple[object, ...]:
    """What an observation says, wherever it stands in the file."""
    lists = tuple((name, *_listing(listing)) for name, listing in observation.listings.items())
    return (*headline(observation), lists)


def headline(observation: Observation) -> tuple[object, ...]:
    """What an observation says but for its lists: source and place in it, date, figure."""
    seen = observation
    share = (seen.share.printed.printed, seen.share.of.printed if seen.share.of else "") if seen.share else ()
    figure = seen.figure.printed if seen.figure else ""
    return (seen.source.id, seen.at, str(seen.as_of), str(seen.start or ""), figure, share)


def _listing(listing: Listing) -> tuple[str, ...]:
    return (listing.stated.printed if listing.stated else "", *sorted(body.id for body in listing.bodies))
