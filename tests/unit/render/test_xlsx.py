"""Workbooks: texts stay texts, headings stay in sight, and every value comes back as it went in."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime
from typing import TYPE_CHECKING

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from egov_tracker.errors import EgovError
from egov_tracker.render import xlsx
from egov_tracker.render.xlsx import render_xlsx, shown
from egov_tracker.views.tables.schema import Field, Table, TableSchema, Type
from tests.building import LEDGERS
from tests.goldens import parts_as_text
from tests.running import only_as_locked, run_egov

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from egov_tracker.views.columns import FlatRow

SCHEMA = TableSchema(
    "things",
    "Các thứ",
    "Things",
    "Để thử.",
    "For a test.",
    (
        Field("id", Type.TEXT, "Mã", "Id", required=True),
        Field("printed", Type.TEXT, "Như nguồn in", "As printed", codes={"a": "một"}),
        Field("low", Type.NUMBER, "Cận dưới", "Lower bound"),
        Field("sure", Type.BOOLEAN, "Chắc chắn", "Whether it is sure"),
        Field("as_of_last", Type.DATE, "Ngày muộn nhất", "Last day"),
    ),
    ("id",),
)


def written(rows: Sequence[FlatRow]) -> bytes:
    return render_xlsx([Table(SCHEMA, lambda: rows)])


def read(raw: bytes) -> list[tuple[object, ...]]:
    book = openpyxl.load_workbook(io.BytesIO(raw))
    return [tuple(cell.value for cell in row) for row in book["Các thứ (things)"].iter_rows()]


def test_a_sheet_has_vietnamese_headings_and_the_ids_of_its_columns_below_them() -> None:
    raw = written([{"id": "1", "printed": "7/12", "low": 1.5, "sure": True, "as_of_last": "2016-06-30"}])
    assert read(raw) == [
        ("Mã", "Như nguồn in", "Cận dưới", "Chắc chắn", "Ngày muộn nhất"),
        ("id", "printed", "low", "sure", "as_of_last"),
        ("1", "7/12", 1.5, True, datetime(2016, 6, 30)),  # noqa: DTZ001 - a day of a sheet has no zone
    ]


def test_headings_stay_in_sight_and_every_column_has_a_filter() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(written([{"id": "1"}, {"id": "2"}])))["Các thứ (things)"]
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("B3", "A2:E4")


def test_the_last_sheet_explains_every_column_and_code() -> None:
    book = openpyxl.load_workbook(io.BytesIO(written([])))
    rows = [tuple(cell.value or "" for cell in row) for row in book.worksheets[-1].iter_rows(min_row=3, max_row=4)]
    assert rows == [
        ("things", "id", "Mã", "văn bản", "có", "", "Id", ""),
        ("things", "printed", "Như nguồn in", "văn bản", "", "", "As printed", "a: một"),
    ]


@pytest.mark.parametrize("text", ["=1+1", "@SUM(1)", "+1", "-1", "http://example.org", "1.578", "mailto:a@b.c", "'x"])
def test_a_text_that_looks_like_something_else_stays_a_text(text: str) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(written([{"id": text}])))["Các thứ (things)"]
    assert (sheet["A3"].value, sheet["A3"].data_type, sheet["A3"].hyperlink) == (text, "s", None)


LETTERS = st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff")


@given(
    st.text(LETTERS, min_size=1),
    st.integers(-(10**12), 10**12),
    st.booleans(),
    st.dates(date(1990, 1, 1), date(2100, 12, 31)),
)
@settings(max_examples=25)
def test_whatever_is_written_comes_back(text: str, number: int, sure: bool, day: date) -> None:  # noqa: FBT001
    raw = written([{"id": text, "low": number / 100, "sure": sure, "as_of_last": day.isoformat()}])
    assert read(raw)[2] == (text, None, number / 100, sure, datetime(day.year, day.month, day.day))  # noqa: DTZ001 - as above


@pytest.mark.parametrize("held", range(7))
def test_a_workbook_too_long_to_be_held_says_the_same(held: int, monkeypatch: pytest.MonkeyPatch) -> None:
    rows: list[FlatRow] = [{"id": "=1", "low": 1.5}, {"id": "Hà Nội", "as_of_last": "2016-06-30"}, {"id": "2"}]
    tables = [Table(SCHEMA, lambda: rows), Table(SCHEMA._replace(name="others"), lambda: rows)]
    whole = render_xlsx(tables)
    monkeypatch.setattr(xlsx, "MOST_HELD", held)
    assert cells_of(made := render_xlsx(tables)) == cells_of(whole)
    assert made == render_xlsx(tables)


def cells_of(raw: bytes) -> dict[str, list[tuple[object, ...]]]:
    sheets = openpyxl.load_workbook(io.BytesIO(raw)).worksheets
    return {sheet.title: [tuple(cell.value for cell in row) for row in sheet.iter_rows()] for sheet in sheets}


def test_the_same_tables_give_the_same_bytes() -> None:
    assert written([{"id": "Hà Nội"}]) == written([{"id": "Hà Nội"}])


def test_a_workbook_holds_no_formula_no_link_and_no_macro() -> None:
    with zipfile.ZipFile(io.BytesIO(written([{"id": "=1"}]))) as archive:
        names, sheets = archive.namelist(), b"".join(map(archive.read, archive.namelist()))
    assert not [name for name in names if "vba" in name or "external" in name.lower()]
    assert b"<f>" not in sheets
    assert b"<hyperlink" not in sheets


def test_a_text_longer_than_a_cell_says_how_long_it_was() -> None:
    assert shown("x" * 32_767) == "x" * 32_767
    cut = shown("x" * 40_000)
    assert (len(cut), cut[-40:]) == (
        32_767,
        "x" * (40 - len("… [đã cắt: nguyên văn dài 40,000 ký tự]")) + ("… [đã cắt: nguyên văn dài 40,000 ký tự]"),
    )


def test_more_rows_than_a_sheet_can_hold_are_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "MOST_ROWS", 3)
    with pytest.raises(EgovError, match="things has more rows than a sheet can hold: 3; write another format"):
        written([{"id": "1"}, {"id": "2"}])


@only_as_locked("xlsxwriter")
def test_all_that_is_written_is_what_it_was(golden: Callable[[str, str], None]) -> None:
    rows: list[FlatRow] = [
        {"id": "1", "printed": "7/12", "low": 1.5, "sure": True, "as_of_last": "2016-06-30"},
        {"id": "2", "printed": "a" * 90, "low": None, "sure": False},
    ]
    golden("things.xlsx.xml", parts_as_text(written(rows), r"xl/(workbook|styles|sharedStrings|worksheets/\w+)\.xml"))


def test_a_form_is_what_it_was(golden: Callable[[str, str], None], tmp_path: Path) -> None:
    assert run_egov("form", "2016Q2", "-o", tmp_path / "form.xlsx", cwd=LEDGERS / "every").code == 0
    raw = (tmp_path / "form.xlsx").read_bytes()
    golden("form.xlsx.xml", parts_as_text(raw, r"xl/(workbook|styles|worksheets/\w+)\.xml"))
