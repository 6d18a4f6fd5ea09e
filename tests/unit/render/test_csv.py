"""CSV: tidy, quoted where it must be, the same facts as JSON."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egov_tracker.render.csv import _inert, status_csv, write_rows
from egov_tracker.views.page import Lang
from egov_tracker.views.status import Filters, view_status
from tests.support import HEAD, entry, load, snapshot_of

if TYPE_CHECKING:
    from egov_tracker.store.ledger import Definitions, Ledger


def read(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def csv_of(text: str, definitions: Definitions, *, agencies: bool = False) -> list[dict[str, str]]:
    view = view_status(snapshot_of(load(HEAD + text, definitions)), definitions, Filters(), Lang.EN)
    return read(status_csv(view, agencies=agencies))


def test_an_observation_is_one_row(definitions: Definitions) -> None:
    text = entry(exempt="{names: [Công an]}", outstanding="{count: 9}", note='có "ngoặc", và phẩy')
    assert csv_of(text, definitions) == [
        {
            "quarter": "2016Q2", "indicator": "document_interconnection", "series": "document_exchange",
            "group": "central", "breakdown": "", "kind": "adoption", "from": "", "as_of": "2016-06-30",
            "printed": "19/30", "qualifier": "", "done": "19", "of": "30", "number": "", "percent": "63.33",
            "exempt": "1", "outstanding": "9", "unnamed": "9", "unknown": "29", "inferred": "false",
            "source": "press", "at": "dòng 4", "path": "f", "line": "5", "footnotes": 'có "ngoặc", và phẩy',
        }
    ]  # fmt: skip


def test_with_agencies_a_body_is_one_row(definitions: Definitions) -> None:
    rows = csv_of(
        entry(group="provinces", value="62/63", outstanding="{names: [Hoà Bình]}"), definitions, agencies=True
    )
    assert len(rows) == 63
    assert rows[0] == {
        "quarter": "2016Q2", "indicator": "document_interconnection", "series": "document_exchange",
        "group": "provinces", "breakdown": "", "kind": "adoption", "from": "", "as_of": "2016-06-30",
        "body": "hoa-binh", "name": "Hòa Bình", "printed": "Hoà Bình", "state": "outstanding", "inferred": "false",
        "reason": "named by the source", "source": "press", "at": "dòng 4", "path": "f", "line": "5",
    }  # fmt: skip
    assert {(row["state"], row["inferred"]) for row in rows[1:]} == {("done", "true")}


def test_every_quarter_has_a_row_for_every_observation_and_every_row_all_columns(ledger: Ledger) -> None:
    for quarter in ledger.quarters:
        view = view_status(ledger.snapshot(quarter), ledger.definitions, Filters(), Lang.VI)
        for agencies, expected in (
            (False, len(view.views)),
            (True, sum(len(one.counts.statuses) for one in view.views if one.counts)),
        ):
            rows = read(status_csv(view, agencies=agencies))
            assert len(rows) == expected
            assert all(None not in row and None not in row.values() for row in rows)


CELLS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=12)


@given(st.lists(st.lists(CELLS, min_size=2, max_size=2), max_size=5))
def test_whatever_stands_in_a_cell_is_read_again(rows: list[list[str]]) -> None:
    text = write_rows(("a", "b"), rows)
    assert list(csv.reader(io.StringIO(text, newline=""), strict=True)) == [
        ["a", "b"],
        *([_inert(cell) for cell in row] for row in rows),
    ]


def test_nothing_is_an_empty_cell_and_a_truth_value_a_word() -> None:
    assert write_rows(("a", "b", "c"), [(None, True, 0)]) == "a,b,c\n,true,0\n"


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("=1+1", "'=1+1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("+cmd", "'+cmd"),
        ("-2+3+cmd|' /C calc'!A0", "'-2+3+cmd|' /C calc'!A0"),
        ("\t=1", "'\t=1"),
        ("-3", "-3"),
        ("+12,50", '"+12,50"'),
        (-3, "-3"),
        ("a=b", "a=b"),
        ("a\n::error::b", '"a\n\'::error::b"'),
    ],
)
def test_no_cell_is_a_formula_or_a_command(cell: object, written: str) -> None:
    assert write_rows(("x",), [(cell,)]) == f"x\n{written}\n"
