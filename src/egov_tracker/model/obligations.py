"""What was due, by when, by whom, under which document."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Annotated

from egov_tracker.errors import TextError, quoted
from egov_tracker.model.fields import (
    MAX_REMARKS,
    AsOfText,
    Breakdown,
    FigureText,
    FileModel,
    Flag,
    Id,
    Line,
    Text,
    Written,
    reads,
)
from egov_tracker.model.terms import Bound, Force
from egov_tracker.text.dates import months_before
from egov_tracker.text.patterns import late
from egov_tracker.text.quarters import Quarter, parse_quarter
from egov_tracker.values import NamedTuple, field

if TYPE_CHECKING:
    from egov_tracker.model.findings import Location
    from egov_tracker.model.observation import Remark


def quarter_of_source(source: str | None) -> Quarter | None:
    """The quarter of a source written 2016Q1/letter-1375; None for anything else."""
    try:
        return parse_quarter((source or "").partition("/")[0])
    except TextError:
        return None


_OVERDUE = late(r"(?:đã )?quá (?:hạn )?(?:hơn|trên|gần|khoảng)? ?(?P<number>[0-9]+) (?P<unit>ngày|tuần|tháng|năm)")


def read_overdue(text: str) -> tuple[int, str]:
    """Read how long something is overdue, "quá hơn 3 tháng", as number and unit; TextError otherwise."""
    found = _OVERDUE.fullmatch(" ".join(text.lower().split()))
    if not found:
        raise TextError(f"{quoted(text)} does not say how long it is overdue, such as 'quá hơn 3 tháng'")
    return int(found["number"]), found["unit"]


def _overdue_text(text: str) -> str:
    read_overdue(text)
    return text


OverdueText = Annotated[str, reads(_overdue_text, "SHP003"), Written({"type": "string"})]


class Overdue(FileModel):
    """What a source says of how long something is overdue on a day, where it prints no due date."""

    printed: OverdueText
    as_of: AsOfText
    source: Line
    at: Line

    @property
    def deadline(self) -> date | None:
        """The last day that agrees with the words: so many days, weeks, months or years before the as-of date."""
        if not self.as_of.last:
            return None
        number, unit = read_overdue(self.printed)
        match unit:
            case "ngày":
                return self.as_of.last - timedelta(days=number)
            case "tuần":
                return self.as_of.last - timedelta(weeks=number)
            case _:
                return months_before(self.as_of.last, number * (12 if unit == "năm" else 1))


class Settlement(FileModel):
    """The event by which a plan was settled: a portal opened, a list was issued."""

    date: AsOfText
    source: Line
    at: Line

    @property
    def told_in(self) -> Quarter | None:
        """The quarter whose source tells of the event; None where that is no source of the ledger."""
        return quarter_of_source(self.source)


class ObligationRemark(FileModel):
    """What explains a finding on an obligation; with a rule it makes that finding a note."""

    note: str
    rule: Annotated[str, Text(pattern=r"^[A-Z]{3}\d{3}$")] | None = None


class Obligation(FileModel):
    """Something due by a date; two entries of one `task` are one obligation that moved or is contradicted."""

    id: str
    task: Line
    indicator: Line | None = None
    group: Line
    breakdown: Breakdown = field(default_factory=dict)
    by: Line
    by_en: Line | None = None
    force: Force | None = None
    what_vi: Line
    what_en: Line
    target: FigureText | None = None
    target_is: Bound = Bound.AT_LEAST
    due: AsOfText
    before: Flag = False
    overdue: Overdue | None = None
    announced: AsOfText | None = None
    settled: Settlement | None = None
    under: Line
    told_by: Line | None = None
    at: Line | None = None
    supersedes: Line | None = None
    note: str | None = None
    remarks: tuple[ObligationRemark, ...] = field(default=(), metadata={"max_length": MAX_REMARKS})

    def __repr__(self) -> str:
        return f"<Obligation {self}>"

    def __str__(self) -> str:
        return f"{self.id}, {self.group}, due {self.due}"

    @property
    def deadline(self) -> date | None:
        """The last day that is still in time, which `before` puts ahead of the date; None where it is not known.

        Where a source only says how long it is overdue, this is the last day that agrees with its words.
        """
        if self.before and self.due.first:
            return self.due.first - timedelta(days=1)
        return self.overdue.deadline if self.overdue else self.due.last

    @property
    def told_in(self) -> Quarter | None:
        """The quarter whose source tells of it; None where that is no source of the ledger."""
        return quarter_of_source(self.told_by)

    def deadline_known_in(self, quarter: Quarter) -> date | None:
        """The deadline as far as it was known at the end of a quarter: that it is overdue is told by a source too."""
        told = quarter_of_source(self.overdue.source) if self.overdue else None
        return None if told and told > quarter else self.deadline

    def is_announced(self, day: date) -> bool:
        """Whether the document that sets it is of this day or earlier; by the quarter that tells of it if undated."""
        if self.announced and self.announced.first:
            return self.announced.first <= day
        told = self.told_in
        if told:
            return told.first_day <= day
        return self.due.first is not None and self.due.first <= day


class ObligationsFile(FileModel):
    """The obligations as a file: by id."""

    obligations: dict[Id, Obligation]


class PlacedObligation(NamedTuple):
    """An obligation, where it and its due date stand, and the remarks on it with their places."""

    obligation: Obligation
    location: Location
    due_location: Location
    remarks: tuple[Remark, ...] = ()
