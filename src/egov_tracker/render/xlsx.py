"""A workbook of tables: a sheet a table with Vietnamese headings, the ids of the columns below them, and a key to all.

Every text stays the text it is: nothing is taken for a formula, an address or a number. The same tables give the same
bytes.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from io import BytesIO
from itertools import islice
from typing import TYPE_CHECKING, Any

from egov_tracker.errors import EgovError
from egov_tracker.store.exports import ARCHIVE_COMMENT
from egov_tracker.values import NamedTuple
from egov_tracker.views.tables.schema import Type

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from egov_tracker.views.columns import Cell
    from egov_tracker.views.tables.schema import Field, Row, Table, TableSchema

OPTIONS = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "default_date_format": "yyyy-mm-dd",
}
MADE = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
HEAD_ROWS = 2
A3 = 8
MOST_ROWS = 1_048_576
MOST_HELD = 40_000
MOST_CHARACTERS = 32_767
NARROWEST, WIDEST, SAMPLE = 8, 48, 200
KEY_SHEET = "Chú giải"
KEY_HEAD = (
    ("Bảng", "Mã cột", "Tên cột", "Kiểu", "Bắt buộc", "Dẫn tới bảng", "Giải thích (tiếng Anh)", "Các giá trị"),
    ("table", "column", "title", "type", "required", "links_to", "description", "codes"),
)
TYPES = {
    Type.TEXT: "văn bản",
    Type.INTEGER: "số nguyên",
    Type.NUMBER: "số",
    Type.BOOLEAN: "đúng/sai",
    Type.DATE: "ngày",
}


class Styles(NamedTuple):
    """The formats of cells."""

    head: Any
    id: Any
    date: Any
    wrapped: Any


def workbook_of(made: BytesIO, *, long: bool = False) -> tuple[Any, Styles]:
    """A workbook that writes to `made`, with fixed dates, and its formats.

    The sheets of a `long` one have to be filled row by row, each after the other, and are not held in memory.
    """
    import xlsxwriter

    book = xlsxwriter.Workbook(made, {**OPTIONS, "in_memory": not long, "constant_memory": long})
    book.set_properties({"created": MADE, "author": "egov"})
    return book, Styles(
        book.add_format({"bold": True, "bg_color": "#DDE7F0", "text_wrap": True, "valign": "vcenter", "border": 1}),
        book.add_format({"italic": True, "font_color": "#666666", "bottom": 1}),
        book.add_format({"num_format": "yyyy-mm-dd"}),
        book.add_format({"text_wrap": True, "valign": "top"}),
    )


def finish(book: Any, made: BytesIO) -> bytes:
    """The bytes of the workbook, with the mark by which a later export knows it."""
    from zipfile import ZipFile

    book.close()
    with ZipFile(made, "a") as archive:
        archive.comment = ARCHIVE_COMMENT
    return made.getvalue()


def render_xlsx(tables: Sequence[Table]) -> bytes:
    """The workbook of the tables; raises `EgovError` where one has more rows than a sheet can hold."""
    made = BytesIO()
    held = _held(tables)
    book, styles = workbook_of(made, long=held is None)
    try:
        for number, table in enumerate(tables):
            _write_table(book, table.schema, table if held is None else held[number], styles)
    except EgovError:
        book.close()  # which lets go of the files that the rows went to
        raise
    _write_key(book, tables, styles)
    return finish(book, made)


def _held(tables: Sequence[Table]) -> list[list[Row]] | None:
    """The rows of all tables where they are few enough to be held, which is faster; None for more."""
    held: list[list[Row]] = []
    left = MOST_HELD
    for table in tables:
        rows = list(islice(table, left + 1))
        left -= len(rows)
        if left < 0:
            return None
        held.append(rows)
    return held


def _write_table(book: Any, schema: TableSchema, rows: Iterable[Row], styles: Styles) -> None:
    sheet = book.add_worksheet(f"{schema.vi} ({schema.name})")
    _write_head(sheet, [field.vi for field in schema.fields], schema.header, styles)
    writers = [_writer(sheet, field, styles) for field in schema.fields]
    sample: list[Row] = []
    number = HEAD_ROWS - 1
    for number, row in enumerate(rows, HEAD_ROWS):
        if number >= MOST_ROWS:
            raise EgovError(f"{schema.name} has more rows than a sheet can hold: {MOST_ROWS:,}; write another format")
        if len(sample) < SAMPLE:
            sample.append(row)
        for column, value in enumerate(row):
            if value is not None:
                writers[column](number, column, value)
    for column, field in enumerate(schema.fields):
        sheet.set_column(column, column, _width(field, [row[column] for row in sample]))
    sheet.autofilter(HEAD_ROWS - 1, 0, max(number, HEAD_ROWS - 1), len(schema.fields) - 1)


def _write_head(sheet: Any, titles: Sequence[str], names: Sequence[str], styles: Styles) -> None:
    """Two rows that stay in sight: titles, and under them the ids."""
    sheet.set_row(0, 32)
    for row, (texts, style) in enumerate(((titles, styles.head), (names, styles.id))):
        for column, text in enumerate(texts):
            sheet.write_string(row, column, text, style)
    sheet.freeze_panes(HEAD_ROWS, 1)
    sheet.repeat_rows(0, HEAD_ROWS - 1)
    sheet.set_landscape()
    sheet.set_paper(A3)
    sheet.fit_to_pages(1, 0)


def _writer(sheet: Any, field: Field, styles: Styles) -> Any:
    """What writes a value of the column: by its type, never by what its text looks like."""
    match field.type:
        case Type.TEXT:
            return lambda row, column, value: sheet.write_string(row, column, shown(value))
        case Type.BOOLEAN:
            return sheet.write_boolean
        case Type.DATE:
            return lambda row, column, value: sheet.write_datetime(row, column, date.fromisoformat(value), styles.date)
        case _:
            return sheet.write_number


def shown(text: str) -> str:
    """A text as long as a cell can hold; what had to be cut off says so, with the number of its characters."""
    if len(text) <= MOST_CHARACTERS:
        return text
    note = f"… [đã cắt: nguyên văn dài {len(text):,} ký tự]"
    return text[: MOST_CHARACTERS - len(note)] + note


def _width(field: Field, cells: Sequence[Cell]) -> int:
    longest = max((len(str(cell)) for cell in cells if cell is not None), default=0)
    return min(max(NARROWEST, len(field.name) + 3, longest + 1, len(field.vi) // 2 + 2), WIDEST)


def _write_key(book: Any, tables: Sequence[Table], styles: Styles) -> None:
    """The last sheet: every column of every table, what it means, and the words for its codes."""
    sheet = book.add_worksheet(KEY_SHEET)
    _write_head(sheet, *KEY_HEAD, styles)
    lines = [(table, field) for table in tables for field in table.schema.fields]
    for number, (table, field) in enumerate(lines, HEAD_ROWS):
        for column, text in enumerate(_explained(table, field)):
            sheet.write_string(number, column, text, styles.wrapped)
    for column, width in enumerate((20, 22, 30, 10, 9, 14, 50, 60)):
        sheet.set_column(column, column, width)
    sheet.autofilter(HEAD_ROWS - 1, 0, HEAD_ROWS - 1 + len(lines), len(KEY_HEAD[0]) - 1)


def _explained(table: Table, field: Field) -> tuple[str, ...]:
    codes = "; ".join(f"{code}: {words}" for code, words in field.codes.items())
    required = "có" if field.required else ""
    link = table.schema.link_of(field.name) or ""
    return (table.schema.name, field.name, field.vi, TYPES[field.type], required, link, field.en, codes)
