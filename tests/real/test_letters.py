"""The letters and documents of the real ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from egov_tracker.views.appendix import Query, view_list
from egov_tracker.views.page import Lang
from tests.building import ROOT
from tests.running import run_egov

if TYPE_CHECKING:
    from collections.abc import Callable

    from egov_tracker.store.ledger import Ledger

DOCUMENTS = {
    "report-2016Q2.md": ("report", "2016Q2", "-f", "md"),
    "report-2018Q2.en.md": ("report", "2018Q2", "-f", "md", "--lang", "en"),
    "letter-1375.md": ("letter", "1375-vpcp-kgvx", "-f", "md"),
    "letter-2020.md": ("letter", "ra-soat-2020", "-f", "md"),
}


@pytest.mark.parametrize(
    ("quarter", "indicator", "group", "columns"),
    [
        ("2016Q1", "action_plan", "central", 1),
        ("2016Q1", "action_plan", "provinces", 2),
        ("2016Q1", "dossier_publication", "ministries", 2),
        ("2016Q1", "dossier_publication", "provinces", 3),
    ],
)
def test_the_columns_of_letter_1375_come_by_themselves(
    quarter: str, indicator: str, group: str, columns: int, ledger: Ledger
) -> None:
    snapshot = ledger.snapshot(ledger.resolve(quarter))
    assert view_list(snapshot, Query(indicator, group), ledger.definitions, Lang.VI).columns == columns


def test_a_body_printed_twice_is_listed_once(ledger: Ledger) -> None:
    snapshot = ledger.snapshot(ledger.resolve("2016Q1"))
    found = view_list(snapshot, Query("dossier_publication", "ministries"), ledger.definitions, Lang.VI)
    assert len(found.entries) == 18


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_of_the_real_ledger_is_what_it_was(name: str, golden: Callable[[str, str], None]) -> None:
    golden(name, run_egov(*DOCUMENTS[name], cwd=ROOT).out)


def test_the_appendices_of_letter_1375_are_those_of_the_original() -> None:
    text = run_egov("letter", "1375-vpcp-kgvx", "-f", "md", cwd=ROOT).out
    _, first, second, third = text.split("\n## PHỤ LỤC ")
    assert [part.splitlines()[0][0] for part in (first, second, third)] == ["1", "2", "3"]
    assert "| 13 | Ban Quản lý Lăng Chủ tịch Hồ Chí Minh |" in first
    assert "| 1 | Bắc Giang | 12 | Hải Dương |" in first
    assert "| 10 | Thành phố Hà Nội | 21 | Trà Vinh |\n| 11 | Hà Tĩnh |  |  |" in first
    assert "| 6 | Ban Quản lý Lăng Chủ tịch Hồ Chí Minh |" in second
    assert "| 9 | Bộ Ngoại giao | 18 | Thanh tra Chính phủ |" in third
    assert "| 1 | An Giang | 14 | Hưng Yên | 27 | Quảng Bình |" in third
    assert "| 12 | Thành phố Hải Phòng | 25 | Ninh Thuận | 38 | Tuyên Quang |" in third


@pytest.mark.parametrize("name", ["1375-vpcp-kgvx", "ra-soat-2020"])
def test_check_finds_nothing_in_the_letters(name: str) -> None:
    assert run_egov("letter", "--check", name, cwd=ROOT).out == ""
