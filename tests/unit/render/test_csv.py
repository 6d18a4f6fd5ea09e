"""CSV: tidy, quoted where it must be, the same facts as JSON."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egov_tracker.render.csv import EXCEL, status_csv, write_csv
from egov_tracker.views.columns import Column, Rows
from egov_tracker.views.page import Lang
from egov_tracker.views.status import Filters, view_status
from tests.building import HEAD, entry, load, snapshot_of

if TYPE_CHECKING:
    from egov_tracker.store.ledger import Definitions
    from egov_tracker.views.columns import Cell


def read(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def csv_of(text: str, definitions: Definitions, *, agencies: bool = False) -> list[dict[str, str]]:
    view = view_status(snapshot_of(load(HEAD + text, definitions)), definitions, Filters(), Lang.EN)
    return read(status_csv(view, agencies=agencies))


def filled(row: dict[str, str]) -> dict[str, str]:
    return {name: cell for name, cell in row.items() if cell}


def test_an_observation_is_one_row(definitions: Definitions) -> None:
    text = entry(exempt="{names: [Công an]}", outstanding="{count: 9}", note='có "ngoặc", và phẩy')
    (row,) = csv_of(text, definitions)
    assert filled(row) == {
        "quarter": "2016Q2", "indicator": "document_interconnection", "series": "document_exchange",
        "group": "central", "kind": "adoption",
        "as_of": "2016-06-30", "as_of_first": "2016-06-30", "as_of_last": "2016-06-30",
        "printed": "19/30", "low": "19", "high": "19", "done": "19", "of": "30",
        "percent": "63.33", "percent_low": "63.33", "percent_high": "63.34",
        "exempt": "1", "exempt_named": "1", "exempt_names": "Bộ Công an",
        "outstanding": "9", "outstanding_printed": "9", "outstanding_low": "9", "outstanding_high": "9",
        "outstanding_named": "0", "unnamed": "9", "unknown": "29", "inferred": "false",
        "source": "press", "source_title": "Bài viết", "at": "dòng 4", "path": "f", "line": "5",
        "repeated": "false", "headline": "true", "footnotes": 'có "ngoặc", và phẩy',
    }  # fmt: skip


def test_bodies_in_progress_have_columns_of_their_own_and_are_not_outstanding(definitions: Definitions) -> None:
    text = entry(group="all", value=None, in_progress="{count: 84, names: [Bộ Y tế, Hà Nội]}")
    (row,) = csv_of(text, definitions)
    assert (row["outstanding"], row["outstanding_names"]) == ("", "")
    assert (row["in_progress"], row["in_progress_named"], row["in_progress_names"]) == ("84", "2", "Bộ Y tế; Hà Nội")


def test_with_agencies_a_body_is_one_row(definitions: Definitions) -> None:
    rows = csv_of(
        entry(group="provinces", value="62/63", outstanding="{names: [Hoà Bình]}"), definitions, agencies=True
    )
    assert len(rows) == 63
    assert filled(rows[0]) == {
        "quarter": "2016Q2", "indicator": "document_interconnection", "series": "document_exchange",
        "group": "provinces", "kind": "adoption",
        "as_of": "2016-06-30", "as_of_first": "2016-06-30", "as_of_last": "2016-06-30",
        "body": "hoa-binh", "name": "Hòa Bình", "printed": "Hoà Bình", "state": "outstanding", "inferred": "false",
        "reason": "named by the source",
        "source": "press", "source_title": "Bài viết", "at": "dòng 4", "path": "f", "line": "5",
    }  # fmt: skip
    assert {(row["state"], row["inferred"]) for row in rows[1:]} == {("done", "true")}


CELLS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=12) | st.text(" \n\r:'=x", max_size=12)


COMMANDED = r"(?<=[\n\r])'(?='*[^\S\n\r]*::)"  # the apostrophe of a line that a CI log would obey


def written(*cells: object) -> str:
    columns = tuple(Column(f"c{number}", f"c{number}") for number in range(len(cells)))
    return write_csv(Rows(columns, [{f"c{number}": cell for number, cell in enumerate(cells)}])).partition("\n")[2]


@given(st.lists(CELLS, min_size=1, max_size=5))
def test_whatever_stands_in_a_cell_is_read_again_by_taking_an_apostrophe_away(cells: list[str]) -> None:
    (row,) = csv.reader(io.StringIO(written(*cells, "end"), newline=""), strict=True)
    assert [re.sub(COMMANDED, "", cell.removeprefix("'")) for cell in row] == [*cells, "end"]
    assert not [line for cell in row for line in re.split("[\n\r]", cell)[1:] if line.lstrip().startswith("::")]
    assert not [cell for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("=HYPERLINK(0)", "'=HYPERLINK(0)"),
        ("+84", "'+84"),
        ("-1", "'-1"),
        ("@a", "'@a"),
        ("\ta", "'\ta"),
        ("\ra", '"\'\ra"'),
        ("＝1", "'＝1"),
        ("'tis", "''tis"),
        ("a=b", "a=b"),
        (" =1", " =1"),
        (-1, "-1"),
        (-12.5, "-12.5"),
        (["-", "="], "'-; ="),
        ("-2+3+cmd|' /C calc'!A0", "'-2+3+cmd|' /C calc'!A0"),
        ("a\n::error::b", '"a\n\'::error::b"'),
        ("a\n \n::error::b", '"a\n \n\'::error::b"'),
    ],
)
def test_no_text_is_a_formula_to_a_spreadsheet_and_numbers_stay_numbers(cell: object, expected: str) -> None:
    assert written(cell) == f"{expected}\n"


def test_nothing_is_an_empty_cell_and_a_truth_value_a_word() -> None:
    assert written(None, True, 0) == ",true,0\n"  # noqa: FBT003 - a cell


@pytest.mark.parametrize(
    ("cell", "plain", "excel"),
    [
        (63.33, "63.33", "63,33"),
        (-3, "-3", "-3"),
        (True, "true", "true"),
        ("7/12", "7/12", '"=""7/12"""'),
        ("47.774", "47.774", '"=""47.774"""'),
        ("36,95%", '"36,95%"', '"=""36,95%"""'),
        ("2016-06-30", "2016-06-30", '"=""2016-06-30"""'),
        ("gần 20", "gần 20", "gần 20"),
        ("một; hai", "một; hai", '"một; hai"'),
        ("=1+1", "'=1+1", "'=1+1"),
        ("- 5 việc", "'- 5 việc", "'- 5 việc"),
    ],
)
def test_excel_gets_semicolons_decimal_commas_and_texts_that_it_cannot_take_for_dates(
    cell: Cell, plain: str, excel: str
) -> None:
    rows = Rows((Column("x", "x"),), [{"x": cell}])
    assert write_csv(rows) == f"x\n{plain}\n"
    assert write_csv(rows, EXCEL) == f"\ufeffx\n{excel}\n"
