"""CSV: flat rows, quoted as RFC 4180 says, lines ended by a bare newline, harmless to a spreadsheet.

`EXCEL` is what Excel opens rightly where Vietnamese is set: a mark of UTF-8 in front, semicolons between cells, a comma
in decimals, and a text that Excel would turn into a number or a date written so that it stays a text.
"""

from __future__ import annotations

import csv
import re
from io import StringIO
from typing import TYPE_CHECKING

from egov_tracker.store.csv_rows import APOSTROPHE, FORMULA_STARTS
from egov_tracker.values import NamedTuple
from egov_tracker.views.columns import agency_rows, appendix_rows, diff_rows, quarter_rows, status_rows
from egov_tracker.views.records import list_record, observation_record

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from egov_tracker.views.appendix import BodyList
    from egov_tracker.views.columns import Cell, Rows
    from egov_tracker.views.coverage import Coverage
    from egov_tracker.views.diff.changes import DiffView
    from egov_tracker.views.status import StatusView
    from egov_tracker.views.tables.schema import Table

# A line within a cell that the log of GitHub Actions would take for a command.
COMMANDS = re.compile(r"(?<=[\n\r])(?='*[^\S\n\r]*::)")


# What Excel would turn into a number, a date, a time or a share: 7/12, 47.774, 36,95%, 2016-06-30.
LIKE_NUMBERS = re.compile(r"[0-9.,/:% -]*[0-9][0-9.,/:% -]*")


class Dialect(NamedTuple):
    """How rows are written: what stands in front, between cells and in decimals; whether texts are kept from Excel."""

    front: str = ""
    between: str = ","
    point: str = "."
    excel: bool = False


PLAIN = Dialect()
EXCEL = Dialect("\ufeff", ";", ",", excel=True)


def status_csv(status: StatusView, dialect: Dialect = PLAIN, *, agencies: bool = False) -> str:
    """The state of a quarter: a row an observation, or with `agencies` a row a body."""
    records = (observation_record(view, bodies=agencies) for view in status.views)
    return write_csv(agency_rows(records) if agencies else status_rows(records), dialect)


def coverage_csv(coverage: Coverage, dialect: Dialect = PLAIN) -> str:
    """The coverage map: a row an indicator and quarter, gaps as 0."""
    return write_csv(quarter_rows(coverage), dialect)


def appendix_csv(lists: Iterable[BodyList], dialect: Dialect = PLAIN) -> str:
    """The lists of an appendix: a row a body, with its number in its list."""
    return write_csv(appendix_rows(map(list_record, lists)), dialect)


def diff_csv(diff: DiffView, dialect: Dialect = PLAIN) -> str:
    """The comparison of two quarters: a row a change, or of lists a row a body that moved."""
    from egov_tracker.views.diff.records import change_records

    return write_csv(diff_rows(change_records(diff)), dialect)


def write_csv(rows: Rows, dialect: Dialect = PLAIN) -> str:
    """Rows under their header; None is an empty cell, a truth value a lower-case word."""
    return _write(rows.header, (tuple(row.values()) for row in rows), dialect)


def write_table(table: Table, dialect: Dialect = PLAIN) -> str:
    """A table under the names of its columns, written as rows are."""
    return _write(table.schema.header, table, dialect)


def _write(header: Sequence[str], rows: Iterable[Sequence[Cell]], dialect: Dialect) -> str:
    return dialect.front + "".join(_line(row, dialect) for row in (header, *rows))


def _line(row: Sequence[Cell], dialect: Dialect) -> str:
    """One line; an older `csv` quotes only the line ends that it writes itself, so both are written and one is cut."""
    out = StringIO()
    writer = csv.writer(out, delimiter=dialect.between, lineterminator="\r\n")
    writer.writerow([_written(cell, dialect) for cell in row])
    return out.getvalue().removesuffix("\r\n") + "\n"


def _written(cell: Cell, dialect: Dialect) -> Cell:
    """A cell that no spreadsheet takes for a formula: a text that begins like one has an apostrophe in front.

    So has a text that begins with an apostrophe, so that a reader gets every text back by taking one away. Numbers
    stay as they are, negative ones too. So has each further line that a CI log would obey.
    """
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, float) and dialect.point != ".":
        return str(cell).replace(".", dialect.point)
    if not isinstance(cell, str):
        return cell
    if dialect.excel and LIKE_NUMBERS.fullmatch(cell):
        return f'="{cell}"'
    quiet = COMMANDS.sub(APOSTROPHE, cell)
    return APOSTROPHE + quiet if quiet.startswith((*FORMULA_STARTS, APOSTROPHE)) else quiet
