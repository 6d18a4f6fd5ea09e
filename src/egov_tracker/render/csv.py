"""CSV: flat rows, quoted as RFC 4180 says, lines ended by a bare newline, harmless to a spreadsheet."""

from __future__ import annotations

import csv
import re
from io import StringIO
from typing import TYPE_CHECKING

from egov_tracker.views.columns import agency_rows, appendix_rows, diff_rows, quarter_rows, status_rows
from egov_tracker.views.records import list_record, observation_record

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from egov_tracker.views.appendix import BodyList
    from egov_tracker.views.columns import Cell, Rows
    from egov_tracker.views.coverage import Coverage
    from egov_tracker.views.diff.changes import DiffView
    from egov_tracker.views.status import StatusView

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # noqa: RUF001 - what spreadsheets obey
APOSTROPHE = "'"
# A line within a cell that the log of GitHub Actions would take for a command.
COMMANDS = re.compile(r"(?<=[\n\r])(?='*[^\S\n\r]*::)")


def status_csv(status: StatusView, *, agencies: bool = False) -> str:
    """The state of a quarter: a row an observation, or with `agencies` a row a body."""
    records = (observation_record(view, bodies=agencies) for view in status.views)
    return write_csv(agency_rows(records) if agencies else status_rows(records))


def coverage_csv(coverage: Coverage) -> str:
    """The coverage map: a row an indicator and quarter, gaps as 0."""
    return write_csv(quarter_rows(coverage))


def appendix_csv(lists: Iterable[BodyList]) -> str:
    """The lists of an appendix: a row a body, with its number in its list."""
    return write_csv(appendix_rows(map(list_record, lists)))


def diff_csv(diff: DiffView) -> str:
    """The comparison of two quarters: a row a change, or of lists a row a body that moved."""
    from egov_tracker.views.diff.records import change_records

    return write_csv(diff_rows(change_records(diff)))


def write_csv(rows: Rows) -> str:
    """Rows under their header; None is an empty cell, a truth value a lower-case word."""
    return "".join(_line(row) for row in (rows.header, *(tuple(row.values()) for row in rows)))


def _line(row: Sequence[Cell]) -> str:
    """One line; an older `csv` quotes only the line ends that it writes itself, so both are written and one is cut."""
    out = StringIO()
    csv.writer(out, lineterminator="\r\n").writerow([_written(cell) for cell in row])
    return out.getvalue().removesuffix("\r\n") + "\n"


def _written(cell: Cell) -> Cell:
    """A cell that no spreadsheet takes for a formula: a text that begins like one has an apostrophe in front.

    So has a text that begins with an apostrophe, so that a reader gets every text back by taking one away. Numbers
    stay as they are, negative ones too. So has each further line that a CI log would obey.
    """
    if isinstance(cell, bool):
        return str(cell).lower()
    if not isinstance(cell, str):
        return cell
    quiet = COMMANDS.sub(APOSTROPHE, cell)
    return APOSTROPHE + quiet if quiet.startswith((*FORMULA_STARTS, APOSTROPHE)) else quiet
