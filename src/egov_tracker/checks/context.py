"""What the rules are given (snapshots, registry, obligations) and what they yield (diagnostics)."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

from egov_tracker.inference.obligations import History, judge_obligations
from egov_tracker.inference.timeline import build_timelines, headline, source_order
from egov_tracker.values import NamedTuple, Value

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from egov_tracker.inference.obligations import Verdict
    from egov_tracker.inference.timeline import Point, SeriesKey, Timeline
    from egov_tracker.model.findings import Location
    from egov_tracker.model.obligations import PlacedObligation
    from egov_tracker.model.observation import Observation, Snapshot
    from egov_tracker.model.registry import Registry
    from egov_tracker.model.terms import Kind, Level
    from egov_tracker.text.quarters import Quarter

Quantity: TypeAlias = "tuple[str, str, tuple[tuple[str, str], ...], Kind, str]"


class Diagnostic(NamedTuple):
    """What a rule saw; a remark on any observation or obligation of `about` may explain it.

    `related` are the other places it concerns, `level` is given where it is not the rule's.
    """

    message: str
    location: Location
    about: tuple[Observation | PlacedObligation, ...] = ()
    related: tuple[Location, ...] = ()
    level: Level | None = None


class CheckContext(Value):
    """The snapshots of one run in the order of time, with what they are checked against.

    `broken` are the files from which something had to be left out; `whole` says that the snapshots are a whole ledger.
    `sources` is the folder of archived documents, None where they are not to be opened.
    """

    snapshots: tuple[Snapshot, ...]
    registry: Registry
    obligations: tuple[PlacedObligation, ...] = ()
    broken: frozenset[str] = frozenset()
    whole: bool = True
    sources: Path | None = None

    @cached_property
    def observations(self) -> tuple[Observation, ...]:
        """Every observation of every snapshot."""
        return tuple(observation for snapshot in self.snapshots for observation in snapshot.observations)

    @cached_property
    def timelines(self) -> dict[SeriesKey, Timeline]:
        """The timeline of every series."""
        return build_timelines(self.observations)

    @cached_property
    def history(self) -> History:
        """The snapshots as evidence for what was due."""
        return History(self.snapshots, self.registry)

    @cached_property
    def verdicts(self) -> tuple[Verdict, ...]:
        """What became of every obligation by the end of the latest quarter."""
        if not self.snapshots:
            return ()
        return judge_obligations(self.obligations, self.history, self.snapshots[-1].period)

    @cached_property
    def first_hand(self) -> dict[Quantity, tuple[Observation, ...]]:
        """The dated observations that do not repeat another document, by quantity, in the order of their dates."""
        found: dict[Quantity, list[Observation]] = {}
        for observation in self.observations:
            if observation.as_of.first and not observation.is_repeated:
                found.setdefault(quantity(observation), []).append(observation)
        return {key: tuple(sorted(seen, key=in_time)) for key, seen in found.items()}

    @cached_property
    def headlines(self) -> dict[SeriesKey, dict[Quarter, Observation]]:
        """The dated observation that speaks for each quarter, by series, in the order of the quarters."""
        return {key: dict(_headlines(timeline)) for key, timeline in self.timelines.items()}


def quantity(observation: Observation) -> Quantity:
    """What is measured: indicator, group, breakdown, kind and start. Observations with the same key may be compared."""
    start = str(observation.start) if observation.start else ""
    return (observation.indicator.id, observation.group.id, observation.breakdown, observation.kind, start)


def in_time(observation: Observation) -> tuple[object, ...]:
    """Sorts by date; of one date, by quarter and in the order of the sources."""
    return (*observation.as_of.sort_key, *source_order(observation))


def describe(observation: Observation) -> str:
    """The quantity in a few words, for a message."""
    parts = [observation.indicator.id, *(value for _, value in observation.breakdown), str(observation.group)]
    return " ".join(parts)


def field_location(observation: Observation, field: str) -> Location:
    """The location of a field of an observation; of the observation where it has no such field."""
    return observation.locations.get(field, observation.location)


def value_location(observation: Observation) -> Location:
    """The location of the figure; of the first list, or of the observation, where there is none."""
    locations: Mapping[str, Location] = observation.locations
    return next(
        (locations[name] for name in ("value", *observation.listings) if name in locations), observation.location
    )


def field_or_figure(observation: Observation, field: str) -> Location:
    """The location of a field; of the figure where the observation has no such field."""
    return observation.locations.get(field) or value_location(observation)


def _headlines(timeline: Timeline) -> Iterator[tuple[Quarter, Observation]]:
    periods: dict[Quarter, list[Point]] = {}
    for point in timeline.points:
        periods.setdefault(point.observation.period, []).append(point)
    for period, points in sorted(periods.items()):
        if speaker := headline(points):
            yield period, speaker.observation
