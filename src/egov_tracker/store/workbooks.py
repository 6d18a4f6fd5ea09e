"""Workbooks of strangers: opened within limits, read cell by cell, and never obeyed."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from datetime import date, datetime
from typing import TYPE_CHECKING, TypeAlias

from egov_tracker.errors import TextError, expected
from egov_tracker.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_BYTES = 4 * 1024 * 1024
MOST_UNPACKED = 32 * 1024 * 1024
MOST_PARTS = 200
MOST_ROWS, MOST_COLUMNS = 500, 12
OLD_HEAD = b"\xd0\xcf\x11\xe0"
DOCTYPE = re.compile(rb"<\x00?!\x00?(?:D\x00?O\x00?C\x00?T\x00?Y\x00?P\x00?E|E\x00?N\x00?T\x00?I\x00?T\x00?Y)")
ENCRYPTED = 0x1

Value: TypeAlias = "str | int | float | bool | date | None"


class WorkbookCell(NamedTuple):
    """The place of a cell, F12, and what somebody put there; a formula and an error have no value."""

    place: str
    value: Value
    formula: bool = False
    error: bool = False


class Workbook(NamedTuple):
    """The rows of each sheet by its name, as far as they may go, and what else the file holds that is not followed."""

    sheets: dict[str, tuple[tuple[WorkbookCell, ...], ...]]
    not_followed: tuple[str, ...]


def open_workbook(raw: bytes) -> Workbook:
    """Read a workbook; `TextError` says why it is none, or none that is safe to open.

    Formulas are not reckoned and links to other files not followed; macros are not run. Of each sheet at most 500 rows
    and 12 columns are read.
    """
    if raw.startswith(OLD_HEAD):
        raise TextError("it is a workbook of before 2007 (.xls) or one with a password; expected .xlsx without one")
    if not raw.startswith(b"PK"):
        raise TextError(expected("a workbook (.xlsx)", "something else"))
    try:
        parts = _safe_parts(raw)
    except TextError:
        raise
    except Exception as wrong:  # a broken archive leads the library to whatever it likes
        raise TextError(f"it is broken: {wrong}") from wrong
    if "xl/workbook.xml" not in parts:
        raise TextError(expected("a workbook (.xlsx)", "another kind of file"))
    return Workbook(_sheets(raw), tuple(_not_followed(parts)))


def _safe_parts(raw: bytes) -> tuple[str, ...]:
    """The names of the parts of the archive; `TextError` for what would unpack to too much, or names entities."""
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        parts = archive.infolist()
        if len(parts) > MOST_PARTS:
            raise TextError(f"it has {len(parts):,} parts; at most {MOST_PARTS} are opened")
        unpacked = sum(part.file_size for part in parts)
        if unpacked > MOST_UNPACKED:
            raise TextError(f"it unpacks to {unpacked:,} bytes; at most {MOST_UNPACKED:,} are opened")
        if any(part.flag_bits & ENCRYPTED for part in parts):
            raise TextError("it has a password; expected a workbook without one")
        for part in parts:
            if part.filename.endswith((".xml", ".rels")) and DOCTYPE.search(archive.read(part)):
                raise TextError(
                    f"its part {part.filename} defines entities, which no workbook needs; it was not opened"
                )
        return tuple(part.filename for part in parts)


def _not_followed(parts: tuple[str, ...]) -> Iterator[str]:
    if any("vbaProject" in name for name in parts):
        yield "it holds macros, which were not run"
    if any("externalLink" in name for name in parts):
        yield "it holds links to other files, which were not followed"
    if any("embeddings/" in name for name in parts):
        yield "it holds embedded files, which were not opened"


def _sheets(raw: bytes) -> dict[str, tuple[tuple[WorkbookCell, ...], ...]]:
    import openpyxl

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(io.BytesIO(raw), read_only=True, keep_links=False)
            return {
                sheet.title: tuple(
                    tuple(map(_cell, row)) for row in sheet.iter_rows(max_row=MOST_ROWS, max_col=MOST_COLUMNS)
                )
                for sheet in book.worksheets
            }
    except Exception as wrong:  # the library raises whatever a broken part leads it to
        raise TextError(f"it is broken: {type(wrong).__name__} at a part of it") from wrong


def _cell(cell: object) -> WorkbookCell:
    place, kind, value = (getattr(cell, name, None) for name in ("coordinate", "data_type", "value"))
    place = place or ""  # an empty cell of a row says nothing of itself
    if kind == "f":
        return WorkbookCell(place, None, formula=True)
    if kind == "e":
        return WorkbookCell(place, None, error=True)
    if isinstance(value, datetime):
        return WorkbookCell(place, value.date())
    known = value if isinstance(value, str | int | float | bool | date) else None
    return WorkbookCell(place, known)
