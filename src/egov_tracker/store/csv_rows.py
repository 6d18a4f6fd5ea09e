"""Rows of a CSV file with their places: comma, semicolon or tab between cells, as `egov` and Excel write them."""

from __future__ import annotations

import csv
import re
from io import StringIO
from typing import TYPE_CHECKING

from egov_tracker.errors import EgovError, did_you_mean, expected, quoted
from egov_tracker.store.files import read_small_file
from egov_tracker.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

MOST_BYTES = 64 * 1024 * 1024
MOST_ROWS = 200_000
SEPARATORS = ",;\t"
UTF_16 = (b"\xff\xfe", b"\xfe\xff")
# What a spreadsheet takes for a formula at the beginning of a text; an apostrophe in front guards it.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # noqa: RUF001 - what spreadsheets obey
APOSTROPHE = "'"
EXCEL_TEXT = re.compile(r'="([^"]*)"', re.DOTALL)


class CsvRow(NamedTuple):
    """One row: the file and the line where it begins, counted from 1, and its filled cells by column."""

    file: str
    line: int
    cells: dict[str, str]

    def origin(self, column: str) -> str:
        """Where a cell stands, for messages."""
        return f"{self.file}:{self.line}: column {column}"


class CsvFile(NamedTuple):
    """The columns of a file, in order, and its rows; `decimal` is the sign between a whole and its decimals."""

    columns: tuple[str, ...]
    rows: tuple[CsvRow, ...]
    decimal: str


def read_csv(path: Path, known: Iterable[str]) -> CsvFile:
    """Read a CSV file in UTF-8 whose columns are all known.

    Raises `EgovError`, with line and column, for an unknown or repeated column, a row of another length, broken quotes,
    and a file that is too long or no text.
    """
    raw = read_small_file(path, MOST_BYTES)
    if raw.startswith(UTF_16):
        raise EgovError(f"{path}: {expected('CSV in UTF-8', 'UTF-16')}; save it as “CSV UTF-8” (in Excel)")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        line = raw[: wrong.start].count(b"\n") + 1
        raise EgovError(
            f"{path}:{line}: {expected('CSV in UTF-8', f'byte {wrong.start + 1}, which is none')}"
        ) from wrong
    return _read(text, str(path), tuple(known))


def _read(text: str, path: str, known: tuple[str, ...]) -> CsvFile:
    separator = _separator(text)
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
    header: tuple[str, ...] = ()
    rows: list[CsvRow] = []
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            break
        except csv.Error as wrong:
            raise EgovError(f"{path}:{line}: {expected('a row of CSV', f'one with a fault: {wrong}')}") from wrong
        if not header:
            header = _header(cells, path, line, known)
        elif any(cells):
            rows.append(_row(cells, header, path, line))
        if len(rows) > MOST_ROWS:
            raise EgovError(f"{path}:{line}: more than {MOST_ROWS:,} rows")
    if not header:
        raise EgovError(f"{path}: {expected('a row of column names', 'nothing')}")
    return CsvFile(header, tuple(rows), "," if separator == ";" else ".")


def _separator(text: str) -> str:
    """The sign that stands most often in the first line."""
    first = text.lstrip("\r\n").partition("\n")[0]
    return max(SEPARATORS, key=first.count)


def _header(cells: list[str], path: str, line: int, known: tuple[str, ...]) -> tuple[str, ...]:
    names = tuple(cell.strip() for cell in cells)
    for number, name in enumerate(names, 1):
        if name not in known:
            hint = did_you_mean(name, known, or_list=True)
            raise EgovError(f"{path}:{line}: column {number}: {expected('a known column', quoted(name))}{hint}")
        if names.index(name) != number - 1:
            raise EgovError(f"{path}:{line}: column {number}: a second column {name}")
    return names


def _row(cells: list[str], header: tuple[str, ...], path: str, line: int) -> CsvRow:
    if len(cells) != len(header):
        raise EgovError(f"{path}:{line}: {expected(f'{len(header)} cells', str(len(cells)))}")
    plain = ((name, _plain(cell)) for name, cell in zip(header, cells, strict=True))
    return CsvRow(path, line, {name: cell for name, cell in plain if cell})


def _plain(cell: str) -> str:
    """The text of a cell without what keeps a spreadsheet from taking it for a formula or a number."""
    if found := EXCEL_TEXT.fullmatch(cell):
        return found[1].strip()
    guarded = cell.startswith(APOSTROPHE) and cell[1:].startswith((*FORMULA_STARTS, APOSTROPHE))
    return cell.removeprefix(APOSTROPHE).strip() if guarded else cell.strip()
