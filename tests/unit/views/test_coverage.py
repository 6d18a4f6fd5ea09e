"""The coverage map: a gap is seen as a gap."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from egov_tracker.text.quarters import parse_quarter
from egov_tracker.views.coverage import coverage_page, view_coverage
from egov_tracker.views.page import Lang, Table
from tests.building import HEAD, entry, load, snapshot_of

if TYPE_CHECKING:
    from egov_tracker.model.observation import Snapshot
    from egov_tracker.store.ledger import Definitions


def snapshot(quarter: str, definitions: Definitions, observations: int) -> Snapshot:
    return snapshot_of(load(HEAD.replace("2016Q2", quarter) + entry() * observations or "", definitions, quarter))


def test_every_quarter_from_the_first_to_the_last_has_a_column(definitions: Definitions) -> None:
    catalogue = {name: definitions.catalogue[name] for name in ("action_plan", "document_interconnection")}
    coverage = view_coverage([snapshot("2016Q3", definitions, 2), snapshot("2017Q1", definitions, 1)], catalogue)
    assert [str(quarter) for quarter in coverage.quarters] == ["2016Q3", "2016Q4", "2017Q1"]
    assert coverage.present == {parse_quarter("2016Q3"), parse_quarter("2017Q1")}
    page = coverage_page(coverage, "here", Lang.EN)
    (table,) = (block for section in page.sections for block in section.blocks if isinstance(block, Table))
    assert [column.title for column in table.columns] == ["Indicator", "16 Q3", "16 Q4", "17 Q1"]
    assert table.rows == (("action_plan", "·", "·", "·"), ("document_interconnection", "2", "·", "1"))
    assert page.lead == ("Data: here", "No snapshot: 2016Q4")


def test_an_empty_ledger_has_no_columns_but_all_indicators(definitions: Definitions) -> None:
    coverage = view_coverage([], definitions.catalogue)
    assert (coverage.quarters, len(coverage.indicators)) == ((), len(definitions.catalogue))


@pytest.mark.parametrize(
    ("last", "headings"), [("2018Q4", ["2016Q1–2018Q4"]), ("2019Q1", ["2016Q1–2018Q4", "2019Q1–2019Q1"])]
)
def test_a_table_has_three_years(last: str, headings: list[str], definitions: Definitions) -> None:
    coverage = view_coverage(
        [snapshot("2016Q1", definitions, 1), snapshot(last, definitions, 1)], definitions.catalogue
    )
    assert [section.heading for section in coverage_page(coverage, "here", Lang.VI).sections] == headings
