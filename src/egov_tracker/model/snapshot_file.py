"""The fields of a snapshot file, before the names in it are looked up."""

from __future__ import annotations

from typing import Annotated, Literal

from egov_tracker.model.fields import (
    MAX_REMARKS,
    MAX_SOURCES,
    AsOfText,
    Breakdown,
    CountText,
    FigureText,
    FileModel,
    Flag,
    Hash,
    Id,
    Line,
    Name,
    PercentText,
    QuarterText,
    Span,
    Text,
    Whole,
)
from egov_tracker.model.terms import Kind, SourceKind
from egov_tracker.text.patterns import late
from egov_tracker.values import field

FULL_ID = late(r"(?P<quarter>[0-9]{4}Q[1-4])/(?P<id>[^/\s]+)")
LINKS = ("repeats", "supersedes")  # of a source to another one


class SourceEntry(FileModel):
    """A document."""

    kind: SourceKind
    title: Line
    publisher: Line | None = None
    number: Line | None = field(
        default=None, metadata={"description": "Number and sign of an official document, 1375/VPCP-KGVX"}
    )
    date: AsOfText | None = field(default=None, metadata={"description": "Its date; null where it is not printed"})
    reports: Line | None = field(default=None, metadata={"description": "Whose figures it prints"})
    url: Line | None = None
    repeats: Line | None = field(default=None, metadata={"description": "A source it re-posts: id, or 2016Q1/id"})
    supersedes: Line | None = field(default=None, metadata={"description": "A source it replaces: id, or 2016Q1/id"})
    text_sha256: Hash | None = field(
        default=None, metadata={"description": "Of its archived text, against which its figures were held"}
    )
    rejected: tuple[Span, ...] = field(
        default=(), metadata={"description": "Places of that text where a reviewer found no figure for the ledger"}
    )
    note: str | None = None


class AskedEntry(FileModel):
    """Who asked the bodies of a list to do it, by which document, when, and by when."""

    by: Line | None = None
    document: Line | None = field(
        default=None, metadata={"description": "Number and sign of the document, 4075/VPCP-HC"}
    )
    date: AsOfText | None = None
    due: AsOfText | None = None


class ListingEntry(FileModel):
    """Bodies in one state: how many, as the source states, and which, as it names them."""

    count: CountText | None = None
    names: tuple[Name, ...] | None = None
    asked: AskedEntry | None = field(
        default=None, metadata={"description": "The reminder that the source says was sent to them"}
    )
    says: Line | None = field(default=None, metadata={"description": "What the source says of them, in its own words"})


class ShareEntry(FileModel):
    """The printed share of a larger figure."""

    of: CountText | None = field(
        default=None, metadata={"description": "The larger figure, where the source prints it"}
    )
    printed: PercentText


class TableEntry(FileModel):
    """Whole numbers for each body; a column is a value of one dimension of the indicator."""

    columns: tuple[Name, ...] = field(metadata={"min_length": 1})
    rows: dict[str, tuple[Whole, ...]]


class RemarkEntry(FileModel):
    """An explanation of something in the source; with a `rule` it turns the findings of that rule into notes."""

    rule: Annotated[str, Text(pattern=r"^[A-Z]{3}\d{3}$")] | None = None
    note: str
    exhaustive: Literal["outstanding", "done"] | None = None
    until: AsOfText | None = None


class ListingAnchors(FileModel):
    """Where the count and the names of a list stand in the archived text of the source."""

    count: Span | None = None
    names: tuple[Span, ...] = ()


class Anchors(FileModel):
    """Where the fields of an observation stand in the archived text of its source: offsets in characters.

    `names` are those of `done` beside a value.
    """

    value: Span | None = None
    share: Span | None = None
    as_of: Span | None = None
    names: tuple[Span, ...] = ()
    done: ListingAnchors | None = None
    exempt: ListingAnchors | None = None
    outstanding: ListingAnchors | None = None
    in_progress: ListingAnchors | None = None


class ObservationEntry(FileModel):
    """One printed figure, or the list of bodies that stands for it."""

    indicator: Name = field(metadata={"description": "An id of the catalogue"})
    group: Name = field(
        metadata={
            "description": "central, ministries, government_agencies, provinces, all, national, a cohort "
            "or a body's name"
        }
    )
    breakdown: Breakdown = field(default_factory=dict)
    kind: Kind | None = None
    start: AsOfText | None = field(
        default=None, metadata={"alias": "from", "description": "First day of a flow or running total"}
    )
    as_of: AsOfText
    value: FigureText | None = None
    of: CountText | None = field(
        default=None, metadata={"description": "The N that the source prints beside a figure without one"}
    )
    share: ShareEntry | None = None
    done: ListingEntry | None = None
    exempt: ListingEntry | None = None
    outstanding: ListingEntry | None = None
    in_progress: ListingEntry | None = None
    table: TableEntry | None = None
    source: Name = field(metadata={"description": "An id of `sources`"})
    at: Line = field(metadata={"description": "The place in the source: dòng 4–5, phụ lục 2"})
    anchors: Anchors | None = field(
        default=None, metadata={"description": "Where its fields stand in the text of the source"}
    )
    repeats: Flag = False
    note: str | None = None
    remarks: tuple[RemarkEntry, ...] = field(default=(), metadata={"max_length": MAX_REMARKS})


class DraftEntry(FileModel):
    """Marks a file that nobody has reviewed yet."""

    read: dict[Id, Name] = field(
        default_factory=dict,
        metadata={"max_length": MAX_SOURCES, "description": "What took the text out of each document, by source"},
    )
    accepted: tuple[Line, ...] = field(
        default=(), metadata={"description": "The observations that a reviewer accepted, by the keys of egov review"}
    )


class SnapshotFile(FileModel):
    """The figures of one quarter."""

    period: QuarterText
    draft: DraftEntry | None = field(default=None, metadata={"description": "There until the file is reviewed"})
    sources: dict[Id, SourceEntry] = field(default_factory=dict, metadata={"max_length": MAX_SOURCES})
    observations: tuple[ObservationEntry, ...] = ()
