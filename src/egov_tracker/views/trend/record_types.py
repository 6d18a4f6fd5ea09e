"""The records of a trend, key by key; `egov schema trend` is generated from them."""

from __future__ import annotations

from typing import Literal

from pydantic import NonNegativeInt
from typing_extensions import TypedDict

from egov_tracker.inference.comparability import Reason
from egov_tracker.model.terms import Kind
from egov_tracker.views.diff.record_types import ObligationRecord, OutcomeRecord
from egov_tracker.views.record_types import (
    BodyRecord,
    EnvelopeRecord,
    IdentityRecord,
    ObservationRecord,
    OriginRecord,
    QuarterName,
    TimeRecord,
)
from egov_tracker.views.trend.bars import Fill, Measure


class PartRecord(TypedDict):
    """A part of a bar: from where to where, in the measure of the bar."""

    fill: Fill
    size: float


class BarRecord(TypedDict):
    """The bar of a figure; all bars of a line have one measure and one scale, from zero."""

    measure: Measure
    parts: list[PartRecord]
    frame: float | None
    """The N that the source prints; null where it prints none."""
    scale: float
    """What the full length stands for."""
    dashed: bool
    """Whether the date is not known to the day."""


class MarkRecord(TypedDict):
    """A dated figure, or one without a date at the end of its line; `observation` is the source that speaks."""

    row: Literal["mark"]
    place: QuarterName | None
    """The quarter in which it stands by its date; null where that is unknown."""
    rival: bool
    """Whether a source of the same date, in the row above, says something else."""
    observation: ObservationRecord
    agreeing: list[OriginRecord]
    """Other sources of the same date that say the same."""
    joined: bool
    """Whether it may be subtracted from the mark before that is no rival."""
    delta: float | None
    """The difference from that mark in units; null where it is not joined, or a percentage alone is printed."""
    points: float | None
    """The difference in percentage points."""
    bar: BarRecord | None
    """Null for a figure alone, for ranks, and where nothing is printed in the measure of the line."""


class EmptyQuarterRecord(TypedDict):
    """A quarter without a dated figure of the line."""

    quarter: QuarterName
    snapshot: bool
    """Whether the ledger holds a snapshot of it."""
    undated: bool
    """Whether that snapshot prints the figure without a date."""


class GapRecord(TypedDict):
    """Quarters, one after the other, of which the line has no dated figure."""

    row: Literal["gap"]
    quarters: list[EmptyQuarterRecord]


class BreakRecord(TypedDict):
    """The next mark must not be subtracted from the one before."""

    row: Literal["break"]
    reasons: list[Reason]
    """In the order of weight."""


class TargetRecord(OutcomeRecord):
    """What was due, at its due date, and how it stood at the end of the last quarter."""

    row: Literal["target"]
    obligation: ObligationRecord


class LineRecord(TypedDict):
    """One line: the figures of one group, part and kind, from the earliest to the latest."""

    series: str | None
    indicators: list[str]
    """Those of which it has figures, in the order of the catalogue."""
    group: str
    breakdown: dict[str, str]
    kind: Kind
    rows: list[MarkRecord | GapRecord | BreakRecord | TargetRecord]
    repeated: NonNegativeInt
    """How many figures only restate another document, and so are no mark."""


class TileRecord(BodyRecord):
    """One body on a tile map."""

    row: NonNegativeInt
    """From the north, counted from 0."""
    column: NonNegativeInt
    """From the west, counted from 0."""


class TileMapRecord(IdentityRecord, TimeRecord, OriginRecord):
    """What an observation says of the bodies that have tiles."""

    printed: str | None
    """The figure as the source prints it; null where it prints only names."""
    agreeing: list[OriginRecord]
    """Other sources of the same date that say the same."""
    tiles: list[TileRecord]
    """From north to south and from west to east."""


class TilesRecord(EnvelopeRecord):
    """`egov trend --tiles`: a map of each figure of a date."""

    subject: str
    """The indicator or series."""
    maps: list[TileMapRecord]


class TrendRecord(EnvelopeRecord):
    """`egov trend`: the lines of an indicator or a series, or of the whole ledger."""

    subject: str | None
    """The indicator or series; null where every line is asked for."""
    quarters: list[QuarterName]
    """The quarters that have a snapshot."""
    lines: list[LineRecord]
    others: list[TargetRecord]
    """What was due of the subject for groups and parts of which it has no line, or without a due date."""
