"""What was due, by when, by whom, under which document."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from egov_tracker.model.fields import AsOfText, FigureText, FileModel, Flag, Id, Line
from egov_tracker.model.terms import Bound

if TYPE_CHECKING:
    from egov_tracker.model.findings import Location


class Obligation(FileModel):
    """Something due by a date; two entries of one `task` are one obligation that moved or is contradicted."""

    id: str
    task: Line
    indicator: Line | None = None
    group: Line
    breakdown: dict[str, str] = {}
    by: Line
    part: Flag = False
    what_vi: Line
    what_en: Line
    target: FigureText | None = None
    target_is: Bound = Bound.AT_LEAST
    due: AsOfText
    before: Flag = False
    under: Line
    told_by: Line | None = None
    at: Line | None = None
    supersedes: Line | None = None
    note: str | None = None

    @property
    def deadline(self) -> date | None:
        """The last day that is still in time, which `before` puts ahead of the date; None where it is not known."""
        if self.before and self.due.first:
            return self.due.first - timedelta(days=1)
        return self.due.last


class ObligationsFile(FileModel):
    """The obligations as a file: by id."""

    obligations: dict[Id, Obligation]


class PlacedObligation(NamedTuple):
    """An obligation and where it and its due date stand."""

    obligation: Obligation
    location: Location
    due_location: Location
