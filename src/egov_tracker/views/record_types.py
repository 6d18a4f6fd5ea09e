"""The records of the machine outputs: what JSON, CSV, templates and the API say, key by key, with type and unit.

`egov schema` is generated from these types and the sentences below their keys. Names of bodies are Vietnamese, numbers
are plain, days are ISO 8601. A key that is null says that the source does not print it, or that nothing follows.
"""

from __future__ import annotations

from typing import Annotated, Literal, NotRequired, TypeAlias

from pydantic import Field, NonNegativeInt, PositiveInt
from typing_extensions import TypedDict

from egov_tracker.inference.body_status import State
from egov_tracker.inference.comparability import Reason
from egov_tracker.inference.obligations import Outcome
from egov_tracker.model.fields import AS_OF_PATTERN
from egov_tracker.model.terms import Direction, Kind, Level, ListState, Order, SourceKind, Unit
from egov_tracker.store.discovery import Origin
from egov_tracker.text.numbers import Qualifier

Day: TypeAlias = Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$")]
DateText: TypeAlias = Annotated[str, Field(pattern=AS_OF_PATTERN)]
QuarterName: TypeAlias = Annotated[str, Field(pattern=r"^\d{4}Q[1-4]$")]
RuleId: TypeAlias = Annotated[str, Field(pattern=r"^[A-Z]{3}\d{3}$")]


class DataRecord(TypedDict):
    """Which ledger was read."""

    origin: Origin
    """How it was found: by option, environment, working folder, or inside the package."""
    path: str


class EnvelopeRecord(TypedDict):
    """What every document begins with."""

    schema_version: Literal[1]
    """Raised when a key is renamed, removed or given another meaning; new keys do not raise it."""
    data: DataRecord


class LocationRecord(TypedDict):
    """A place in a file of the ledger; lines and columns count from 1, columns in characters."""

    path: str
    line: PositiveInt
    column: PositiveInt


class IdentityRecord(TypedDict):
    """What is measured, and of whom."""

    quarter: QuarterName
    """The snapshot that holds the figure."""
    indicator: str
    """An id of the catalogue."""
    series: str | None
    """The series, where several indicators measure one thing under different definitions."""
    group: str
    """A named group, or the name of one body."""
    breakdown: dict[str, str]
    """Dimension and value, such as level and 3; empty for the whole."""
    kind: Kind


_StartRecord = TypedDict(
    "_StartRecord",
    {"from": Annotated[DateText | None, Field(description="The first day of a flow or of a running total.")]},
)


class TimeRecord(_StartRecord):
    """Of when the figure speaks."""

    as_of: DateText
    """As precise as the source is: 2016-06-30, 2016-06, 2016Q2, 2016 or unknown."""
    as_of_first: Day | None
    """The first day that `as_of` may mean; null where it is unknown."""
    as_of_last: Day | None
    """The last day that `as_of` may mean; null where it is unknown."""


class RatioRecord(TypedDict):
    """A part of a counted whole."""

    done: float
    of: float
    """The N that the source prints."""


class NumberRecord(TypedDict):
    """A number without a whole."""

    number: float


class PercentRecord(TypedDict):
    """A percentage that is printed alone."""

    percent: float


class ShareRecord(TypedDict):
    """The share of a larger figure that the source prints beside the value."""

    printed: str
    of: str | None
    """The larger figure as printed; null where the source does not print it."""


class FigureRecord(TypedDict):
    """The figure: as printed, as numbers, and between which bounds the true number lies.

    `value` and `percent` are the bare numbers; whether they may be taken at face value is said by the qualifier and the
    bounds beside them. The bounds of an exact number are the number itself; those of an approximate one are not
    reached; null is no bound.
    """

    printed: str | None
    """As the source prints it; null where it prints only names."""
    value: RatioRecord | NumberRecord | PercentRecord | None
    of: int | float | None
    """The whole (N) that the source prints, in the figure or beside it."""
    qualifier: Qualifier | None
    """The word of doubt in front of the value."""
    low: float | None
    """The lower bound of `done`, `number` or `percent` of the value."""
    high: float | None
    """The upper bound of `done`, `number` or `percent` of the value."""
    percent: float | None
    """In per cent: recomputed from a ratio, half up at two decimals, else as printed."""
    percent_qualifier: Qualifier | None
    """The word of doubt in front of what `percent` is taken from."""
    percent_low: float | None
    """The lower bound of the percentage, rounded down at two decimals."""
    percent_high: float | None
    """The upper bound of the percentage, rounded up at two decimals."""
    share: ShareRecord | None


class AskedRecord(TypedDict):
    """A reminder to the bodies of a list; null is not said."""

    by: str | None
    document: str | None
    """Number and sign of the document."""
    date: str | None
    due: str | None
    """By when it is to be done."""


class ListingRecord(TypedDict):
    """Bodies in one state."""

    count: NonNegativeInt | None
    """How many: as stated, else as named; null where the source says neither. `counts` has what it states."""
    names: list[str]
    """The registry's names of those whom the source names, in printed order, each once."""
    says: str | None
    """What the source says of them in its own words."""
    asked: AskedRecord | None
    """The reminder that the source says was sent to them."""


class OutstandingRecord(ListingRecord):
    """Bodies that have not done it."""

    unnamed: NonNegativeInt | None
    """How many are stated and not named; null where the stated count is approximate."""


class CountRecord(TypedDict):
    """What a source states of a list, and what it names."""

    printed: str | None
    """The count as the source states it; null where it only names."""
    qualifier: Qualifier | None
    """The word of doubt in front of the stated count."""
    low: float | None
    """The lower bound of the stated count."""
    high: float | None
    """The upper bound of the stated count."""
    named: NonNegativeInt
    """How many bodies are named; more than stated where the source contradicts itself."""
    unnamed: NonNegativeInt | None
    """How many are stated and not named; null where the stated count is approximate."""


class CountsRecord(TypedDict):
    """The counts of the lists of an observation; null where the source has no such list."""

    done: CountRecord | None
    exempt: CountRecord | None
    outstanding: CountRecord | None
    in_progress: CountRecord | None


class PeopleRecord(TypedDict):
    """Who is done, exempt, outstanding, in progress, and of whom nothing is known one by one."""

    done: ListingRecord
    """Those whom a list says to be done; how many a figure says is in `value`."""
    exempt: ListingRecord
    outstanding: OutstandingRecord
    """Not done; those in progress are apart."""
    in_progress: ListingRecord
    """On trial or under way: not done, and not counted as outstanding."""
    counts: CountsRecord
    unknown: NonNegativeInt | None
    """How many of the registry's bodies may be done or not; null where the figure does not speak of bodies."""
    inferred: bool
    """Whether the state of any body is inferred."""


class SourceRecord(TypedDict):
    """The document that prints the figure."""

    title: str
    kind: SourceKind
    number: str | None
    """Number and sign of an official document."""
    publisher: str | None
    date: DateText | None
    """The date of the document, not of the figure."""
    reports: str | None
    """Whose figures it prints."""
    url: str | None
    repeats: str | None
    """The source that it restates, as id or quarter/id."""
    supersedes: str | None
    """The source that it replaces, as id or quarter/id."""


class OriginRecord(TypedDict):
    """Where the figure is printed, and where it stands in the ledger.

    `source` is the id, by which records meet; all that is known of the document is one object beside it.
    """

    source: str
    source_details: SourceRecord
    at: str
    """The place in the source."""
    repeated: bool
    """Whether the figure only restates another document's, so that it is no second witness."""
    place: LocationRecord


class BodyRecord(TypedDict):
    """The state of one body, and why it is said to be in it."""

    id: str
    name: str
    printed: str | None
    """The name as the source prints it; null where it does not name the body."""
    state: State
    inferred: bool
    reason: str
    place: LocationRecord | None
    """Where it is named."""


class NumberedBodyRecord(BodyRecord):
    """One body of a numbered list."""

    number: PositiveInt
    display: str
    """The name as official appendices print it."""


class ObservationRecord(IdentityRecord, TimeRecord, FigureRecord, PeopleRecord, OriginRecord):
    """One printed figure with what follows from it."""

    headline: NotRequired[bool]
    """Whether the first screen of `egov status` shows it; only in records of a whole quarter."""
    footnotes: list[str]
    bodies: NotRequired[list[BodyRecord]]
    """Every body of the group, with --agencies."""


class StatusRecord(EnvelopeRecord):
    """`egov status`: every observation of a quarter."""

    quarter: QuarterName
    observations: list[ObservationRecord]


class BeforeRecord(TypedDict):
    """The headline of the same series in the latest earlier quarter that has one, and how this one differs from it."""

    quarter: QuarterName
    indicator: str
    """Another indicator of the same series where the definition changed."""
    as_of: DateText
    printed: str | None
    place: LocationRecord
    comparable: bool
    """Whether the two figures may be subtracted."""
    reasons: list[Reason]
    """Why they may not, in the order of weight; empty where they may."""
    units: float | None
    """New minus old, in units; null where they may not be subtracted, or where only percentages are printed."""
    points: float | None
    """New minus old, in percentage points."""
    outstanding: NonNegativeInt | None
    """How many were outstanding before; null where one of the two counts is not exactly known or not comparable."""


class DueRecord(TypedDict):
    """What was due of a headline, and how that stands at the end of the quarter."""

    obligation: str
    """Its id in `obligations.yaml`."""
    target: str | None
    """As printed; null where every body or everything is meant, or nothing is printed."""
    deadline: Day | None
    """The last day that is in time, as far as it was known in the quarter."""
    deadline_inferred: bool
    """Whether that day only follows from how long a source says it is overdue."""
    outcome: Outcome


class HeadlineRecord(IdentityRecord, TimeRecord, FigureRecord, OriginRecord):
    """The figure that speaks for a series in a quarter."""

    headline: bool
    """Whether the first screen of `egov status` shows it."""
    outstanding: CountRecord | None
    """The latest count of the outstanding beside it."""
    outstanding_as_of: DateText | None
    """The date of that count, which may be another one."""
    outstanding_names: list[str]
    before: BeforeRecord | None
    """Null where the ledger holds no earlier headline of the series."""
    due: DueRecord | None
    """Null where the ledger holds no obligation of just this indicator, group and part."""


class ReportRecord(EnvelopeRecord):
    """`egov report`: the headlines of a quarter, and every observation of it."""

    quarter: QuarterName
    headlines: list[HeadlineRecord]
    """One of every series that the quarter prints."""
    observations: list[ObservationRecord]


class ListRecord(IdentityRecord, TimeRecord, OriginRecord):
    """One list of an appendix: the observation it comes from, and the bodies by number."""

    state: ListState
    order: Order
    columns: Annotated[int, Field(ge=1, le=3)]
    """Pairs of number and name in a row."""
    count: NonNegativeInt
    """How many bodies the list holds."""
    unnamed: NonNegativeInt | None
    """How many more the source counts and does not name; null where it counts approximately."""
    bodies: list[NumberedBodyRecord]
    footnotes: list[str]


class AppendixRecord(EnvelopeRecord):
    """`egov appendix`: the lists of one appendix."""

    quarter: QuarterName
    lists: list[ListRecord]


class ArchiveRecord(TypedDict):
    """What the archive has of a document."""

    path: str
    whole: bool
    """Whether its whole text is kept; of press only quotes are."""
    sha256: str
    """Of the bytes of the document."""
    text_sha256: str
    """Of its text, into which the offsets lead."""
    extractor: str
    """What took the text out of the document."""


class PassageRecord(TypedDict):
    """A figure, a name or a date at its place in the text of the source."""

    field: str
    """The field of the snapshot: value, share, as_of, or the list that a count or a name belongs to."""
    printed: str
    start: NonNegativeInt
    """Offset of the first character in the text."""
    end: NonNegativeInt
    """Offset behind the last character."""
    line: PositiveInt | None
    """The line of the text, counted from 1."""
    page: PositiveInt | None
    """The page of the document; null where its pages are not known."""


class QuoteRecord(TypedDict):
    """A line of the text, or a quote where the whole text is not kept."""

    line: PositiveInt
    text: str


class TracedRecord(IdentityRecord, TimeRecord, OriginRecord):
    """One figure with the passages that print it."""

    number: PositiveInt
    """Of the figure in its quarter, in the order of the file."""
    printed: str | None
    """As the source prints it; null where it prints only names."""
    archive: ArchiveRecord | None
    """Null where the source is not archived, or is no longer as it was."""
    fault: str | None
    """What is wrong with the archived source."""
    passages: list[PassageRecord]
    quote: list[QuoteRecord]
    """The lines that print it, and those around them."""


class TraceRecord(EnvelopeRecord):
    """`egov trace`: figures of a quarter with the words of their sources."""

    quarter: QuarterName
    figures: list[TracedRecord]


class PresenceRecord(TypedDict):
    """A quarter, and whether the ledger holds its snapshot."""

    quarter: QuarterName
    snapshot: bool


class QuartersRecord(EnvelopeRecord):
    """`egov quarters`: which quarter prints which indicator."""

    quarters: list[PresenceRecord]
    """Every quarter from the first to the last."""
    indicators: dict[str, dict[QuarterName, PositiveInt]]
    """By indicator and quarter the number of observations; a quarter without any is left out."""


class ValueRecord(TypedDict):
    """A value of a dimension."""

    value: str
    """As a breakdown writes it."""
    label_vi: str
    label_en: str


class DimensionRecord(TypedDict):
    """A way in which an indicator is broken down."""

    name: str
    values: list[ValueRecord]


class IndicatorRecord(TypedDict):
    """One indicator of the catalogue, with its use in the ledger."""

    id: str
    series: str | None
    """The series, where several indicators measure one thing under different definitions."""
    name_vi: str
    name_en: str
    definition_vi: str
    definition_en: str
    kinds: list[Kind]
    """One of them, which an entry has to say where there are several."""
    unit: Unit
    direction: Direction
    """Which way is better."""
    one_way: bool
    """Whether it can only grow."""
    dimensions: list[DimensionRecord]
    """How it is broken down; every entry names a value of each."""
    groups: list[str]
    """The groups for which it is printed; any, where the list is empty."""
    required: list[str]
    """The fields that each entry needs beside its figure or list."""
    figures: NonNegativeInt
    """How many observations of it the ledger holds."""
    quarters: list[QuarterName]
    """The quarters that hold them."""


class IndicatorsRecord(EnvelopeRecord):
    """`egov indicators`: the catalogue and its use."""

    indicators: list[IndicatorRecord]


class FindingRecord(LocationRecord):
    """One thing that the checker saw."""

    rule: RuleId
    level: Level
    message: str
    related: list[LocationRecord]
    """The other places that it concerns."""
    remark: str | None
    """The remark that explains it."""


class CheckRecord(EnvelopeRecord):
    """`egov check`: all findings, by place."""

    findings: list[FindingRecord]
