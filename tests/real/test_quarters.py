"""Every quarter of the real ledger: it loads, it is counted, and every format holds all of it."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest
from jsonschema import Draft202012Validator

from egov_tracker.render.csv import status_csv
from egov_tracker.render.json import status_json
from egov_tracker.render.schema import output_schema
from egov_tracker.render.text import render_text
from egov_tracker.views.page import Lang, Table
from egov_tracker.views.status import Filters, status_page, view_status
from tests.building import ROOT
from tests.running import run_egov

if TYPE_CHECKING:
    from egov_tracker.store.ledger import Ledger


def read(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def test_every_quarter_of_the_real_ledger_loads_without_a_fault(ledger: Ledger) -> None:
    assert {str(quarter): ledger.read(path).findings for quarter, path in ledger.files.items()} == {
        str(quarter): () for quarter in ledger.quarters
    }


def test_the_map_counts_what_the_quarters_hold(ledger: Ledger) -> None:
    rows = list(csv.DictReader(io.StringIO(run_egov("quarters", "-f", "csv", cwd=ROOT).out)))
    counts = {(row["quarter"], row["indicator"]): int(row["observations"]) for row in rows}
    for quarter in ledger.quarters:
        held = len(ledger.snapshot(quarter).observations)
        assert sum(count for (name, _), count in counts.items() if name == str(quarter)) == held


@pytest.mark.parametrize("agencies", [False, True])
def test_the_status_of_every_quarter_is_valid_under_the_schema(ledger: Ledger, *, agencies: bool) -> None:
    validator = Draft202012Validator(output_schema("status"))
    for quarter in ledger.quarters:
        view = view_status(ledger.snapshot(quarter), ledger.definitions, Filters(), Lang.VI)
        document = json.loads(status_json(view, ledger.folder, agencies=agencies))
        assert [error.message for error in validator.iter_errors(document)] == []
        assert len(document["observations"]) == len(view.snapshot.observations) > 0


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


@pytest.mark.parametrize("width", [None, 80, 140])
@pytest.mark.parametrize("lang", list(Lang))
def test_no_page_of_the_ledger_cuts_a_word_or_ends_a_line_in_a_blank(
    ledger: Ledger, lang: Lang, width: int | None
) -> None:
    for quarter in ledger.quarters:
        view = view_status(ledger.snapshot(quarter), ledger.definitions, Filters(), lang)
        page = status_page(view, "title", "data", lang, agencies=True)
        text = render_text(page, width)
        assert [line for line in text.split("\n") if line != line.rstrip()] == []
        wanted = {word for section in page.sections for block in section.blocks if isinstance(block, Table)
                  for row in block.rows for cell in row for word in cell.split()}  # fmt: skip
        wanted |= {word for note in page.footnotes for word in note.text.split()}
        assert wanted <= set(text.split())


@pytest.mark.parametrize(("lang", "width"), [(Lang.VI, 80), (Lang.VI, 140), (Lang.EN, 140)])
def test_no_line_is_wider_than_the_terminal_but_for_an_address(ledger: Ledger, lang: Lang, width: int) -> None:
    for quarter in ledger.quarters:
        view = view_status(ledger.snapshot(quarter), ledger.definitions, Filters(), lang)
        lines = render_text(status_page(view, "title", "data", lang, agencies=True), width).split("\n")
        assert [line for line in lines if len(line) > width and "://" not in line] == []
