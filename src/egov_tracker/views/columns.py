"""The columns of flat rows, one observation, body or change a row: a name, and the path to its value in the records."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from egov_tracker.values import NamedTuple
from egov_tracker.views.records import observation_record

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from egov_tracker.views.agency_record_types import AgencyRecord, RemindedRecord
    from egov_tracker.views.coverage import Coverage
    from egov_tracker.views.diff.record_types import ChangeRecord
    from egov_tracker.views.observation import ObservationView
    from egov_tracker.views.record_types import IndicatorRecord, ListRecord, ObservationRecord

Cell: TypeAlias = str | int | float | bool | None
FlatRow: TypeAlias = dict[str, Cell]


class Column(NamedTuple):
    """A column, the keys that lead to its value, joined by dots, and what stands between the parts of a list."""

    name: str
    path: str
    between: str = "; "


@dataclass(frozen=True)
class Rows:
    """Records under columns; to go through it gives each record as a flat row."""

    columns: tuple[Column, ...]
    records: Iterable[Mapping[str, object]]

    @property
    def header(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(column.name for column in self.columns)

    def __iter__(self) -> Iterator[FlatRow]:
        return (flat_row(record, self.columns) for record in self.records)


def same_named(*names: str) -> tuple[Column, ...]:
    """Columns that are named as the keys are."""
    return tuple(Column(name, name) for name in names)


def stated(name: str, key: str) -> tuple[Column, ...]:
    """The columns of the count of a list: the count under the bare name, what the source states after it."""
    parts = ("printed", "qualifier", "low", "high")
    return (Column(name, f"{key}.count"), *(Column(f"{name}_{part}", f"counts.{key}.{part}") for part in parts))


def listing(name: str, key: str) -> tuple[Column, ...]:
    """The columns of a list of bodies: its count, how many are named, and who."""
    return (
        *stated(name, key),
        Column(f"{name}_named", f"counts.{key}.named"),
        Column(f"{name}_names", f"{key}.names"),
    )


def prefixed(prefix: str, key: str, columns: Iterable[Column]) -> tuple[Column, ...]:
    """The columns of a record that stands under a key of another one."""
    return tuple(Column(f"{prefix}{column.name}", f"{key}.{column.path}", column.between) for column in columns)


SUBJECT = same_named("indicator", "series", "group", "breakdown")
IDENTITY = (
    *same_named("quarter"), *SUBJECT, *same_named("kind", "from", "as_of", "as_of_first", "as_of_last"),
)  # fmt: skip
FIGURE = (
    *same_named("printed", "qualifier", "low", "high"),
    Column("done", "value.done"),
    *same_named("of"),
    Column("number", "value.number"),
    *same_named("percent", "percent_qualifier", "percent_low", "percent_high"),
    Column("share_printed", "share.printed"),
    Column("share_of", "share.of"),
)
PEOPLE = (
    *listing("listed_done", "done"),
    *listing("exempt", "exempt"),
    *listing("outstanding", "outstanding"),
    Column("unnamed", "outstanding.unnamed"),
    *listing("in_progress", "in_progress"),
    *(Column(f"{state}_says", f"{state}.says") for state in ("exempt", "outstanding", "in_progress")),
    *(Column(f"asked_{part}", f"outstanding.asked.{part}") for part in ("by", "document", "date", "due")),
    *same_named("unknown", "inferred"),
)
SOURCE = (
    *same_named("source"),
    *(Column(f"source_{part}", f"source_details.{part}") for part in ("title", "number", "publisher", "date", "url")),
)
PLACE = (*same_named("at"), Column("path", "place.path"), Column("line", "place.line"))
BODY = (
    Column("body", "body.id"),
    *(Column(part, f"body.{part}") for part in ("name", "printed", "state", "inferred", "reason")),
)

STATUS = (
    *IDENTITY, *FIGURE, *PEOPLE, *SOURCE, *PLACE, *same_named("repeated", "headline"),
    Column("footnotes", "footnotes", " "),
)  # fmt: skip
AGENCIES = (*IDENTITY, *BODY, *SOURCE, *PLACE)
APPENDIX = (
    *IDENTITY,
    Column("number", "body.number"),
    Column("body", "body.id"),
    Column("name", "body.display"),
    Column("state", "body.state"),
    Column("inferred", "body.inferred"),
    *SOURCE,
    *PLACE,
)
ACCOUNTS = (
    Column("body", "body.id"),
    Column("body_name", "body.name"),
    *IDENTITY,
    *same_named("state", "timing", "inferred", "reason", "names", "says"),
    *SOURCE,
    *PLACE,
    *same_named("repeated"),
)
REMINDERS = (
    Column("body", "body.id"),
    Column("body_name", "body.name"),
    *same_named("indicator", "breakdown", "times"),
    Column("reminder", "number"),
    *(Column(f"asked_{part}", f"reminder.asked.{part}") for part in ("by", "document", "date", "due")),
    *prefixed("", "told_by", (*same_named("quarter", "source"), *PLACE)),
    *same_named("done_as_of", "done_inferred", "days_at_least", "days_at_most"),
)
QUARTERS = same_named("quarter", "indicator", "observations")
INDICATORS = same_named(
    "id", "series", "name_vi", "name_en", "kinds", "unit", "direction", "one_way", "groups", "required", "figures",
    "quarters", "definition_vi", "definition_en",
)  # fmt: skip

SIDE = (
    *same_named("quarter", "as_of", "as_of_first", "as_of_last"),
    *FIGURE,
    *stated("outstanding", "outstanding"),
    Column("unnamed", "outstanding.unnamed"),
    *stated("in_progress", "in_progress"),
    *same_named("source"),
    Column("source_title", "source_details.title"),
    *PLACE,
)
DIFF = (
    *same_named("kind"),
    *SUBJECT,
    *prefixed("old_", "old", SIDE),
    *prefixed("new_", "new", SIDE),
    *same_named("comparable"),
    Column("reasons", "reasons", " "),
    *same_named("delta", "points"),
    Column("body", "transition.id"),
    *(Column(part, f"transition.{part}") for part in ("name", "way", "old_state", "new_state", "inferred", "reason")),
    Column("merged", "merger.body"),
    Column("merged_parts", "merger.parts"),
    Column("merged_on", "merger.date"),
    Column("merged_under", "merger.basis"),
    Column("created", "reorganisation.created"),
    Column("dissolved", "reorganisation.dissolved"),
    Column("obligation", "obligation.id"),
    Column("due", "obligation.due"),
    Column("due_moved_to", "moved_to.due"),
    Column("outcome", "verdict.outcome"),
    Column("outcome_before", "verdict.outcome_before"),
    *(Column(name, f"correction.{name}") for name in ("file", "section", "entry", "field")),
    *(Column(f"field_{side}", f"correction.{side}") for side in ("old", "new")),
    *(Column(f"field_{side}_line", f"correction.{side}_place.line") for side in ("old", "new")),
)


def flat_records(views: Iterable[ObservationView]) -> list[FlatRow]:
    """One row an observation, under the columns of the CSV of `egov status`.

    Values are plain: texts, numbers, truth values, None; days are ISO 8601 texts, lists are joined by "; ".
    """
    return list(status_rows(observation_record(view) for view in views))


def status_rows(observations: Iterable[ObservationRecord]) -> Rows:
    """A row an observation."""
    return Rows(STATUS, observations)


def agency_rows(observations: Iterable[ObservationRecord]) -> Rows:
    """A row a body of every observation that speaks of single bodies."""
    return Rows(AGENCIES, ({**seen, "body": body} for seen in observations for body in seen["bodies"]))


def appendix_rows(lists: Iterable[ListRecord]) -> Rows:
    """A row a body of every list."""
    return Rows(APPENDIX, ({**made, "body": body} for made in lists for body in made["bodies"]))


def account_rows(agency: AgencyRecord) -> Rows:
    """A row an account of a body."""
    body = {"id": agency["body"]["id"], "name": agency["body"]["name"]}
    return Rows(ACCOUNTS, ({**account, "body": body} for account in agency["accounts"]))


def reminder_rows(reminded: Iterable[RemindedRecord]) -> Rows:
    """A row a reminder of a body; `reminder` counts those about one thing from 1."""
    return Rows(
        REMINDERS,
        (
            {**one, "number": number, "reminder": reminder, "told_by": reminder["told_by"][0]}
            for one in reminded
            for number, reminder in enumerate(one["reminders"], 1)
        ),
    )


def quarter_rows(coverage: Coverage) -> Rows:
    """A row an indicator and quarter; a gap is 0."""
    cells = (
        {
            "quarter": quarter,
            "indicator": indicator.id,
            "observations": coverage.counts.get((indicator.id, quarter), 0),
        }
        for indicator in coverage.indicators
        for quarter in coverage.quarters
    )
    return Rows(QUARTERS, cells)


def indicator_rows(records: Iterable[IndicatorRecord]) -> Rows:
    """A row an indicator; the values of its dimensions are left to the JSON."""
    return Rows(INDICATORS, records)


def diff_rows(changes: Iterable[ChangeRecord]) -> Rows:
    """A row a change; of lists a row a body that moved, of a reorganisation a row a merger."""
    return Rows(DIFF, (row for change in changes for row in _parts(change)))


def _parts(change: ChangeRecord) -> Iterator[Mapping[str, object]]:
    mergers = change["reorganisation"]["mergers"] if change["reorganisation"] else []
    parts: list[Mapping[str, object]] = [{"transition": one} for one in change["transitions"]]
    parts += [{"merger": one} for one in mergers]
    yield from ({**change, **part} for part in parts or [{}])


def flat_row(record: Mapping[str, object], columns: Sequence[Column]) -> FlatRow:
    """The values of a record by column; None where a path ends early."""
    return {column.name: _cell(_find(record, column.path), column.between) for column in columns}


def _find(record: object, path: str) -> object:
    for key in path.split("."):
        record = record.get(key) if isinstance(record, dict) else None
    return record


def _cell(value: object, between: str) -> Cell:
    match value:
        case None | bool() | int() | float():
            return value
        case dict():
            return " ".join(f"{name}={part}" for name, part in value.items())
        case list():
            return between.join(map(str, value))
        case _:
            return str(value)
