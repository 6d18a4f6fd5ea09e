"""The records of the machine outputs: what JSON, CSV, templates and the API say, key by key, with type and unit.

`egov schema` is generated from these types and the sentences below their keys. Names of bodies are Vietnamese, numbers
are plain, days are ISO 8601. A key that is null says that the source does not print it, or that nothing follows.
"""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import TYPE_CHECKING, Annotated, Literal, NotRequired, TypeAlias, overload

from pydantic import Field, NonNegativeInt, PositiveInt
from typing_extensions import TypedDict

from egov_tracker.inference.body_status import State
from egov_tracker.model.fields import AS_OF_PATTERN
from egov_tracker.model.terms import Kind, Level, ListState, Order, SourceKind
from egov_tracker.store.discovery import Origin
from egov_tracker.text.numbers import Interval, Qualifier
from egov_tracker.views.observation import RATIONALES, rated_figure

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from egov_tracker.inference.body_status import BodyStatus
    from egov_tracker.model.findings import Finding, Location
    from egov_tracker.model.observation import Listing, Observation, Source
    from egov_tracker.store.discovery import DataFolder
    from egov_tracker.views.appendix import BodyList
    from egov_tracker.views.coverage import Coverage
    from egov_tracker.views.observation import ObservationView
    from egov_tracker.views.status import StatusView

SCHEMA_VERSION: Literal[1] = 1
OPEN = Interval(None, None)
HUNDREDTH = Decimal("0.01")

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


class ListingRecord(TypedDict):
    """Bodies in one state."""

    count: NonNegativeInt | None
    """How many: as stated, else as named; null where the source says neither. `counts` has what it states."""
    names: list[str]
    """The registry's names of those whom the source names, in printed order, each once."""


class OutstandingRecord(ListingRecord):
    """Bodies that have not done it."""

    unnamed: NonNegativeInt
    """How many are stated and not named."""


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
    unnamed: NonNegativeInt
    """How many are stated and not named."""


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

    footnotes: list[str]
    bodies: NotRequired[list[BodyRecord]]
    """Every body of the group, with --agencies."""


class StatusRecord(EnvelopeRecord):
    """`egov status`: every observation of a quarter."""

    quarter: QuarterName
    observations: list[ObservationRecord]


class ListRecord(IdentityRecord, TimeRecord, OriginRecord):
    """One list of an appendix: the observation it comes from, and the bodies by number."""

    state: ListState
    order: Order
    columns: Annotated[int, Field(ge=1, le=3)]
    """Pairs of number and name in a row."""
    count: NonNegativeInt
    """How many bodies the list holds."""
    unnamed: NonNegativeInt
    """How many more the source counts and does not name."""
    bodies: list[NumberedBodyRecord]
    footnotes: list[str]


class AppendixRecord(EnvelopeRecord):
    """`egov appendix`: the lists of one appendix."""

    quarter: QuarterName
    lists: list[ListRecord]


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


def envelope_record(folder: DataFolder) -> EnvelopeRecord:
    """The version of the schema, and the ledger in use."""
    return {"schema_version": SCHEMA_VERSION, "data": {"origin": folder.origin, "path": str(folder.root)}}


def status_record(status: StatusView, folder: DataFolder, *, agencies: bool = False) -> StatusRecord:
    """The state of a quarter; with `agencies`, the state of every body."""
    return {
        **envelope_record(folder),
        "quarter": str(status.snapshot.period),
        "observations": [observation_record(view, bodies=agencies) for view in status.views],
    }


def appendix_record(lists: Sequence[BodyList], quarter: str, folder: DataFolder) -> AppendixRecord:
    """The lists of an appendix with the observations they come from."""
    return {**envelope_record(folder), "quarter": quarter, "lists": [list_record(made) for made in lists]}


def quarters_record(coverage: Coverage, folder: DataFolder) -> QuartersRecord:
    """The coverage map."""
    return {
        **envelope_record(folder),
        "quarters": [
            {"quarter": str(quarter), "snapshot": quarter in coverage.present} for quarter in coverage.quarters
        ],
        "indicators": {
            indicator.id: {
                str(quarter): count
                for quarter in coverage.quarters
                if (count := coverage.counts.get((indicator.id, quarter)))
            }
            for indicator in coverage.indicators
        },
    }


def check_record(findings: Iterable[Finding], folder: DataFolder) -> CheckRecord:
    """The findings with the data they are about."""
    return {**envelope_record(folder), "findings": [finding_record(found) for found in findings]}


def finding_record(found: Finding) -> FindingRecord:
    """One finding."""
    return {
        "rule": found.rule,
        "level": found.level,
        "message": found.message,
        **location_record(found.location),
        "related": [location_record(location) for location in found.related],
        "remark": found.remark,
    }


def observation_record(view: ObservationView, *, bodies: bool = False) -> ObservationRecord:
    """One observation; with `bodies`, also the state of every body of its group."""
    record: ObservationRecord = {
        **identity_record(view.observation),
        **time_record(view.observation),
        **figure_record(view),
        **people_record(view),
        **origin_record(view.observation),
        "footnotes": list(view.notes),
        "bodies": [body_record(status) for status in view.counts.statuses] if bodies and view.counts else [],
    }
    if not bodies:
        del record["bodies"]
    return record


def identity_record(seen: Observation) -> IdentityRecord:
    """What an observation measures, and of whom."""
    return {
        "quarter": str(seen.period),
        "indicator": seen.indicator.id,
        "series": seen.indicator.series,
        "group": str(seen.group),
        "breakdown": dict(seen.breakdown),
        "kind": seen.kind,
    }


def time_record(seen: Observation) -> TimeRecord:
    """Of when an observation speaks."""
    return {
        "from": str(seen.start) if seen.start else None,
        "as_of": str(seen.as_of),
        "as_of_first": seen.as_of.first.isoformat() if seen.as_of.first else None,
        "as_of_last": seen.as_of.last.isoformat() if seen.as_of.last else None,
    }


def figure_record(view: ObservationView) -> FigureRecord:
    """The figure of an observation with its bounds."""
    seen = view.observation
    figure, share = seen.figure, seen.share
    bounds = figure.interval if figure else OPEN
    doubt, rate_bounds = _percentage_doubt(seen)
    return {
        "printed": figure.printed if figure else None,
        "value": value_record(seen),
        "qualifier": figure.qualifier if figure else None,
        "low": json_number(bounds.low),
        "high": json_number(bounds.high),
        "percent": json_number(view.percent),
        "percent_qualifier": doubt,
        "percent_low": json_number(_hundredths(rate_bounds.low, ROUND_FLOOR)),
        "percent_high": json_number(_hundredths(rate_bounds.high, ROUND_CEILING)),
        "share": {"printed": share.printed.printed, "of": share.of.printed if share.of else None} if share else None,
    }


def value_record(seen: Observation) -> RatioRecord | NumberRecord | PercentRecord | None:
    """The figure as bare numbers; None where only names are printed."""
    count = seen.figure.count if seen.figure else None
    percent = seen.figure.percent if seen.figure else None
    if count and seen.base:
        return {"done": json_number(count.value), "of": json_number(seen.base.value)}
    if count:
        return {"number": json_number(count.value)}
    return {"percent": json_number(percent.value)} if percent else None


def _percentage_doubt(seen: Observation) -> tuple[Qualifier | None, Interval]:
    """The word of doubt and the bounds of the percentage that is shown."""
    rated = rated_figure(seen)
    base = seen.base if rated is seen.figure else None
    if rated and rated.count and base:
        return rated.count.qualifier or base.qualifier, _rate_bounds(rated.count.interval, base.interval)
    if rated and rated.percent:
        return rated.percent.qualifier, rated.percent.interval_of_percentage
    return None, OPEN


def _rate_bounds(count: Interval, base: Interval) -> Interval:
    """In per cent: the least count of the largest base, and the largest count of the least."""
    low = 100 * count.low / base.high if count.low is not None and base.high else None
    high = 100 * count.high / base.low if count.high is not None and base.low else None
    return Interval(low, high)


def _hundredths(bound: Decimal | None, rounding: str) -> Decimal | None:
    return None if bound is None else bound.quantize(HUNDREDTH, rounding)


@overload
def json_number(value: Decimal) -> int | float: ...
@overload
def json_number(value: Decimal | None) -> int | float | None: ...
def json_number(value: Decimal | None) -> int | float | None:
    """A number for JSON: whole where it is whole."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def people_record(view: ObservationView) -> PeopleRecord:
    """Who is in which state, by the lists of an observation and by what follows from them."""
    seen, counted = view.observation, view.counts
    return {
        "done": listing_record(seen.done),
        "exempt": listing_record(seen.exempt),
        "outstanding": {
            **listing_record(seen.outstanding),
            "unnamed": seen.outstanding.unnamed if seen.outstanding else 0,
        },
        "in_progress": listing_record(seen.in_progress),
        "counts": {
            "done": count_record(seen.done),
            "exempt": count_record(seen.exempt),
            "outstanding": count_record(seen.outstanding),
            "in_progress": count_record(seen.in_progress),
        },
        "unknown": counted.unknown if counted else None,
        "inferred": counted.inferred if counted else False,
    }


def listing_record(listing: Listing | None) -> ListingRecord:
    """The bodies of one state; nobody where the source has no such list."""
    return {
        "count": listing.total if listing else None,
        "names": [body.name_vi for body in listing.bodies] if listing else [],
    }


def count_record(listing: Listing | None) -> CountRecord | None:
    """What a source states of a list, and what it names."""
    if listing is None:
        return None
    bounds = listing.number.interval if listing.number else OPEN
    return {
        "printed": listing.stated.printed if listing.stated else None,
        "qualifier": listing.stated.qualifier if listing.stated else None,
        "low": json_number(bounds.low),
        "high": json_number(bounds.high),
        "named": len(listing.bodies),
        "unnamed": listing.unnamed,
    }


def origin_record(seen: Observation) -> OriginRecord:
    """Where an observation is printed, and where it stands in the ledger."""
    return {
        "source": seen.source.id,
        "source_details": source_record(seen.source),
        "at": seen.at,
        "repeated": seen.is_repeated,
        "place": location_record(seen.location),
    }


def source_record(source: Source) -> SourceRecord:
    """A document."""
    entry = source.entry
    return {
        "title": entry.title,
        "kind": entry.kind,
        "number": entry.number,
        "publisher": entry.publisher,
        "date": str(entry.date) if entry.date else None,
        "reports": entry.reports,
        "url": entry.url,
        "repeats": entry.repeats,
        "supersedes": entry.supersedes,
    }


def body_record(status: BodyStatus) -> BodyRecord:
    """The state of one body."""
    mention = status.mention
    return {
        "id": status.body.id,
        "name": status.body.name_vi,
        "printed": mention.printed if mention else None,
        "state": status.state,
        "inferred": status.inferred,
        "reason": RATIONALES[status.rationale][1],
        "place": location_record(mention.location) if mention else None,
    }


def location_record(location: Location) -> LocationRecord:
    """A place in a file."""
    return {"path": location.path, "line": location.line, "column": location.column}


def list_record(made: BodyList) -> ListRecord:
    """One list of an appendix."""
    seen = made.view.observation
    return {
        **identity_record(seen),
        **time_record(seen),
        **origin_record(seen),
        "state": made.query.state,
        "order": made.query.order,
        "columns": made.columns,
        "count": len(made.statuses),
        "unnamed": made.unnamed,
        "bodies": [
            {**body_record(one), "number": number, "display": one.body.display}
            for number, one in enumerate(made.statuses, 1)
        ],
        "footnotes": list(made.view.notes),
    }
