"""What a snapshot means: observations with their bodies, sources and places resolved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from egov_tracker.text.dates import parse_as_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from egov_tracker.model.catalogue import Indicator
    from egov_tracker.model.findings import Place
    from egov_tracker.model.registry import Body, Group
    from egov_tracker.model.snapshot_file import SourceEntry
    from egov_tracker.model.terms import Kind
    from egov_tracker.text.dates import AsOf
    from egov_tracker.text.figures import Count, Figure, Percent
    from egov_tracker.text.quarters import Quarter


class Source(NamedTuple):
    """A document of a snapshot."""

    id: str
    entry: SourceEntry
    place: Place


class Mention(NamedTuple):
    """One printed name and the body it means."""

    printed: str
    body: Body
    place: Place


@dataclass(frozen=True, slots=True)
class Listing:
    """Bodies in one state: the stated count, if any, and every printed name, repetitions included."""

    count: Count | None
    mentions: tuple[Mention, ...]
    place: Place

    @property
    def bodies(self) -> tuple[Body, ...]:
        """The distinct bodies named, in printed order."""
        return tuple({mention.body.id: mention.body for mention in self.mentions}.values())

    @property
    def total(self) -> int | None:
        """How many: as stated, else as named; None where neither is printed."""
        if self.count:
            return int(self.count.number.value)
        return len(self.bodies) if self.mentions else None

    @property
    def unnamed(self) -> int:
        """How many are stated but not named."""
        return max((self.total or 0) - len(self.bodies), 0)


class Share(NamedTuple):
    """The printed share of a larger figure."""

    of: Count | None
    printed: Percent


class Remark(NamedTuple):
    """An explanation of what the source did."""

    note: str
    rule: str | None
    exhaustive: str | None
    until: AsOf | None
    place: Place


class Observation(NamedTuple):
    """One printed figure: indicator, group and as-of date, from one source; `places` leads to its fields."""

    period: Quarter
    indicator: Indicator
    group: Group
    breakdown: tuple[tuple[str, str], ...]
    kind: Kind
    start: AsOf | None
    as_of: AsOf
    figure: Figure | None
    share: Share | None
    done: Listing | None
    exempt: Listing | None
    outstanding: Listing | None
    in_progress: Listing | None
    source: Source
    at: str
    repeats: bool
    note: str | None
    remarks: tuple[Remark, ...]
    place: Place
    places: Mapping[str, Place]

    @property
    def listings(self) -> dict[str, Listing]:
        """The lists it has, by field."""
        fields = {
            "done": self.done,
            "exempt": self.exempt,
            "outstanding": self.outstanding,
            "in_progress": self.in_progress,
        }
        return {name: listing for name, listing in fields.items() if listing}

    @property
    def is_repeated(self) -> bool:
        """Whether the figure only restates another document's, so that it is no second witness."""
        return self.repeats or self.source.entry.repeats is not None

    @property
    def membership_date(self) -> AsOf:
        """The days for which names are looked up: the as-of date, or the quarter where that is unknown."""
        return self.as_of if self.as_of.first else parse_as_of(str(self.period))


class Snapshot(NamedTuple):
    """All observations of one quarter, in the order of the file."""

    period: Quarter
    sources: Mapping[str, Source]
    observations: tuple[Observation, ...]
    path: str
