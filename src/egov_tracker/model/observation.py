"""What a snapshot means: observations with their bodies, sources and places resolved."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from sys import intern
from typing import TYPE_CHECKING, overload

from egov_tracker.errors import quoted
from egov_tracker.model.findings import Location
from egov_tracker.text.dates import parse_as_of
from egov_tracker.text.numbers import percentage
from egov_tracker.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from decimal import Decimal

    from egov_tracker.model.catalogue import Indicator
    from egov_tracker.model.findings import Finding
    from egov_tracker.model.groups import Group
    from egov_tracker.model.registry import Body
    from egov_tracker.model.snapshot_file import Anchors, AskedEntry, SourceEntry
    from egov_tracker.model.terms import Kind
    from egov_tracker.text.dates import AsOf
    from egov_tracker.text.figures import Figure
    from egov_tracker.text.numbers import Interval, Number
    from egov_tracker.text.quarters import Quarter


class Source(NamedTuple):
    """A document of a snapshot."""

    id: str
    entry: SourceEntry
    location: Location

    def __repr__(self) -> str:
        return f"<Source {self.id}: {quoted(self.entry.title)}>"


class Mention(NamedTuple):
    """One name as printed, and the body that it stands for."""

    printed: str
    body: Body
    location: Location


class Mentions(Sequence[Mention]):
    """Mentions as columns, a tenth of the memory of as many values: what is asked for is made of the columns.

    Most names are printed as the registry has them, so that there is one text for both.
    """

    __slots__ = ("_columns", "_distinct", "_lines", "bodies", "path", "printed")
    _fields = ("path", "spelled", "bodies", "lines", "columns")

    path: str
    printed: tuple[str, ...]
    bodies: tuple[Body, ...]

    def __init__(
        self,
        path: str,
        spelled: Iterable[str | None],
        bodies: Iterable[Body],
        lines: Iterable[int],
        columns: Iterable[int],
    ) -> None:
        """`lines` and `columns`, of each name in the file `path`, count from 1; no spelling is the registry's name."""
        self.path = path
        self.bodies = tuple(bodies)
        named = zip(spelled, self.bodies, strict=True)
        texts = [body.name_vi if name is None or name == body.name_vi else intern(name) for name, body in named]
        self.printed = tuple(texts)
        self._lines, self._columns = array("I", lines), array("I", columns)
        self._distinct: tuple[Body, ...] | None = None

    @property
    def spelled(self) -> tuple[str | None, ...]:
        """Each name as printed; None where it is the registry's name."""
        return tuple(
            None if name is body.name_vi else name for name, body in zip(self.printed, self.bodies, strict=True)
        )

    @property
    def lines(self) -> tuple[int, ...]:
        """The line of each name."""
        return tuple(self._lines)

    @property
    def columns(self) -> tuple[int, ...]:
        """The column of each name, in characters."""
        return tuple(self._columns)

    @property
    def distinct(self) -> tuple[Body, ...]:
        """The distinct bodies, in printed order."""
        if self._distinct is None:
            once = {body.id: body for body in self.bodies}
            self._distinct = self.bodies if len(once) == len(self.bodies) else tuple(once.values())
        return self._distinct

    def __len__(self) -> int:
        return len(self.printed)

    def __iter__(self) -> Iterator[Mention]:
        return map(self._mention, self.printed, self.bodies, self._lines, self._columns)

    @overload
    def __getitem__(self, place: int) -> Mention: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Mention, ...]: ...
    def __getitem__(self, place: int | slice) -> Mention | tuple[Mention, ...]:
        if isinstance(place, slice):
            return tuple(self[number] for number in range(*place.indices(len(self))))
        return self._mention(self.printed[place], self.bodies[place], self._lines[place], self._columns[place])

    def _mention(self, printed: str, body: Body, line: int, column: int) -> Mention:
        return Mention(printed, body, Location(self.path, line, column))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Mentions) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash((self.path, self.printed))

    def __repr__(self) -> str:
        return repr(tuple(self))


class Listing(NamedTuple):
    """Bodies in one state: the stated count, if any, and every printed name, repetitions included.

    `asked` is the reminder that was sent to them, `says` what the source says of them in its own words.
    """

    stated: Figure | None
    mentions: Mentions
    location: Location
    asked: AskedEntry | None = None
    says: str | None = None

    def __repr__(self) -> str:
        stated = quoted(self.stated.printed) if self.stated else None
        return f"<Listing stated: {stated}, named: {len(self.bodies)}>"

    @property
    def bodies(self) -> tuple[Body, ...]:
        """The distinct bodies named, in printed order."""
        return self.mentions.distinct

    @property
    def total(self) -> int | None:
        """How many bodies there are: as stated, else as named; None where the source says neither."""
        if self.number:
            return int(self.number.value)
        return len(self.bodies) if self.mentions else None

    @property
    def number(self) -> Number | None:
        """The stated count as a number; None where none is stated."""
        return self.stated.count if self.stated else None

    @property
    def unnamed(self) -> int | None:
        """How many are stated but not named; None where the stated count is approximate and so leaves it open."""
        if self.number and not self.number.exact:
            return None
        return max((self.total or 0) - len(self.bodies), 0)

    @property
    def is_complete(self) -> bool:
        """Whether as many are named as are stated, for sure."""
        return self.unnamed == 0


class Share(NamedTuple):
    """The percentage that a figure is of a larger figure, `of`, where the source prints both."""

    of: Figure | None
    printed: Figure


class Remark(NamedTuple):
    """An explanation of something in the source; with a `rule` it explains the findings of that rule."""

    note: str
    rule: str | None
    exhaustive: str | None
    until: AsOf | None
    location: Location


class Observation(NamedTuple):
    """One printed figure: indicator, group and as-of date, from one source; `locations` has those of its fields."""

    period: Quarter
    indicator: Indicator
    group: Group
    breakdown: tuple[tuple[str, str], ...]
    kind: Kind
    start: AsOf | None
    as_of: AsOf
    figure: Figure | None
    of: Figure | None
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
    location: Location
    locations: Mapping[str, Location]
    anchors: Anchors | None = None

    def __repr__(self) -> str:
        place = f"{self.source.id} {quoted(self.at)}, {self.location.path}:{self.location.line}"
        return f"<Observation {self.period} {self}, {place}>"

    def __str__(self) -> str:
        return f"{self.subject}: {self.dated}"

    @property
    def subject(self) -> str:
        """The indicator, the group, the part, and the kind where it may be another: `feedback, national, flow`."""
        parts = (f"{dimension}={value}" for dimension, value in self.breakdown)
        kind = (self.kind,) if len(self.indicator.kind) > 1 else ()
        return ", ".join((self.indicator.id, str(self.group), *parts, *kind))

    @property
    def dated(self) -> str:
        """The figure as printed, or else the counts of its lists, and the as-of date: `"19/30" of 2016-06-30`."""
        lists = " + ".join(f"{listing.total} {name}" for name, listing in self.listings.items())
        return f"{quoted(self.figure.printed) if self.figure else lists} of {self.as_of}"

    @property
    def listings(self) -> dict[str, Listing]:
        """The lists that the observation has, by the name of their field."""
        fields = {
            "done": self.done,
            "exempt": self.exempt,
            "outstanding": self.outstanding,
            "in_progress": self.in_progress,
        }
        return {name: listing for name, listing in fields.items() if listing}

    @property
    def count(self) -> Number | None:  # type: ignore[override] # tuple.count is of no use here
        """The printed count, or the stated count of those who are done; None where only a percentage is printed."""
        if self.figure:
            return self.figure.count
        return self.done.number if self.done else None

    @property
    def base(self) -> Number | None:
        """The N that the source prints, in the figure or beside it."""
        if self.figure and self.figure.base:
            return self.figure.base
        return self.of.count if self.of else None

    @property
    def rate(self) -> Decimal | None:
        """In per cent: recomputed half up at two decimals from count and N, else as printed."""
        if self.figure and self.figure.count and self.base:
            return percentage(self.figure.count.value, self.base.value)
        return self.figure.rate if self.figure else None

    @property
    def says_all(self) -> bool:
        """Whether the figure says that every body of the source's universe has done it."""
        if not self.figure:
            return False
        count, of = self.figure.count, self.of.count if self.of else None
        return self.figure.says_all or bool(count and of and count.exact and count.value == of.value)

    @property
    def rate_interval(self) -> Interval | None:
        """Where the true percentage may lie, by the printed one or by an exact count and base."""
        return self.figure.rate_interval if self.figure else None

    @property
    def is_repeated(self) -> bool:
        """Whether the figure only restates one of another document, so that it confirms nothing."""
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

    def __repr__(self) -> str:
        counts = f"observations: {len(self.observations)}, sources: {len(self.sources)}"
        return f"<Snapshot {self.period} {counts}, {self.path}>"


class Loaded(NamedTuple):
    """What could be read of a file, and what is wrong in it; `snapshot` is None where nothing could be read."""

    path: str
    snapshot: Snapshot | None
    findings: tuple[Finding, ...]
