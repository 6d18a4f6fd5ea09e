"""What a snapshot file may say: the text as written, read field by field, before names are looked up."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from egov_tracker.model.fields import (
    MAX_REMARKS,
    MAX_SOURCES,
    AsOfText,
    Breakdown,
    CountText,
    FigureText,
    FileModel,
    Flag,
    Id,
    Line,
    Name,
    PercentText,
    QuarterText,
    Whole,
)
from egov_tracker.model.terms import Kind, SourceKind


class SourceEntry(FileModel):
    """A document."""

    kind: SourceKind
    title: Line
    publisher: Line | None = None
    number: Line | None = Field(default=None, description="Number and sign of an official document, 1375/VPCP-KGVX")
    date: AsOfText | None = Field(default=None, description="Its date; null where it is not printed")
    reports: Line | None = Field(default=None, description="Whose figures it prints")
    url: Line | None = None
    repeats: Line | None = Field(default=None, description="A source it re-posts: id, or 2016Q1/id")
    supersedes: Line | None = Field(default=None, description="A source it replaces: id, or 2016Q1/id")
    note: str | None = None


class ListingEntry(FileModel):
    """Bodies in one state: how many the source says, and whom it names."""

    count: CountText | None = None
    names: tuple[Name, ...] | None = None


class ShareEntry(FileModel):
    """The printed share of a larger figure."""

    of: CountText | None = Field(default=None, description="The larger figure, where the source prints it")
    printed: PercentText


class TableEntry(FileModel):
    """Integers per body; a column is a value of the indicator's breakdown."""

    columns: tuple[Name, ...] = Field(min_length=1)
    rows: dict[str, tuple[Whole, ...]]


class RemarkEntry(FileModel):
    """An explanation of what the source did; with a rule it explains that finding away."""

    note: str
    rule: Annotated[str, Field(pattern=r"^[A-Z]{3}\d{3}$")] | None = None
    exhaustive: Literal["outstanding", "done"] | None = None
    until: AsOfText | None = None


class ObservationEntry(FileModel):
    """One printed figure, or the list of bodies that stands for it."""

    indicator: Name = Field(description="An id of the catalogue")
    group: Name = Field(
        description="central, ministries, government_agencies, provinces, all, national or a body's name"
    )
    breakdown: Breakdown = {}
    kind: Kind | None = None
    start: AsOfText | None = Field(default=None, alias="from", description="First day of a flow or running total")
    as_of: AsOfText
    value: FigureText | None = None
    share: ShareEntry | None = None
    done: ListingEntry | None = None
    exempt: ListingEntry | None = None
    outstanding: ListingEntry | None = None
    in_progress: ListingEntry | None = None
    table: TableEntry | None = None
    source: Name = Field(description="An id of `sources`")
    at: Line = Field(description="The place in the source: dòng 4–5, phụ lục 2")
    repeats: Flag = False
    note: str | None = None
    remarks: tuple[RemarkEntry, ...] = Field(default=(), max_length=MAX_REMARKS)


class SnapshotFile(FileModel):
    """The figures of one quarter."""

    period: QuarterText
    sources: dict[Id, SourceEntry] = Field(default={}, max_length=MAX_SOURCES)
    observations: tuple[ObservationEntry, ...] = ()
