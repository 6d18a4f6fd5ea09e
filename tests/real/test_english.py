"""English that can be quoted: whatever stays Vietnamese on an English page is a quotation."""

from __future__ import annotations

import re

import pytest

from egov_tracker.text.english import is_vietnamese
from tests.building import ROOT, open_data
from tests.running import run_egov

QUARTERS = [*map(str, open_data(ROOT / "data").quarters)]
QUOTED = re.compile("“[^”]*”")
NUMBERS = re.compile(r"\b\d+(?:/\d{4})?[/-][A-ZĐ]+[\w/-]*")  # of documents, which have no English form
WORDS = re.compile(r"\b(?:theo|trong|ngang|trang|cho|khi|sau|tin|bao|nay|chung|cao|thi|nguồn)\b")  # words without marks


def vietnamese_in(page: tuple[str, ...]) -> list[str]:
    """The lines of an English page in which Vietnamese stands outside quotations, addresses and numbers."""
    shown = run_egov(*page, "--lang", "en", "-f", "md", cwd=ROOT)
    assert shown.code == 0
    lines = (NUMBERS.sub("", re.sub(r"https?://\S*", "", QUOTED.sub("", line))) for line in shown.out.splitlines())
    return [line for line in lines if is_vietnamese(line) or WORDS.search(line)]


@pytest.mark.parametrize("quarter", QUARTERS)
@pytest.mark.parametrize(
    "page",
    [("status",), ("status", "--agencies", "--trace"), ("report",), ("report", "--annex", "--trace")],
    ids=" ".join,
)
def test_no_vietnamese_word_stands_outside_quotations_on_an_english_page(quarter: str, page: tuple[str, ...]) -> None:
    assert vietnamese_in((*page, quarter)) == []


@pytest.mark.parametrize("options", [(), ("--all", "--trace")], ids=" ".join)
@pytest.mark.parametrize("new", range(1, len(QUARTERS)))
def test_nor_on_a_comparison_with_the_quarter_before(new: int, options: tuple[str, ...]) -> None:
    assert vietnamese_in(("diff", QUARTERS[new - 1], QUARTERS[new], *options)) == []


@pytest.mark.parametrize("page", ["reminders", "indicators", "quarters", "trend"])
def test_nor_on_a_page_of_the_whole_ledger(page: str) -> None:
    assert vietnamese_in((page,)) == []


@pytest.mark.parametrize("indicator", [*open_data(ROOT / "data").definitions.catalogue])
def test_nor_on_a_trend(indicator: str) -> None:
    assert vietnamese_in(("trend", indicator)) == []


@pytest.mark.parametrize("body", ["BTP", "BYT", "Thanh tra Chính phủ", "Bình Dương", "ho-chi-minh"])
def test_nor_on_the_page_of_a_body(body: str) -> None:
    assert vietnamese_in(("agency", body)) == []
