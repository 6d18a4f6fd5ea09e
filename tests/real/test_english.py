"""English that can be quoted: whatever stays Vietnamese on an English page is a quotation."""

from __future__ import annotations

import re

import pytest

from egov_tracker.text.english import is_vietnamese
from tests.building import ROOT, open_data
from tests.running import run_egov

QUARTERS = [*map(str, open_data(ROOT / "data").quarters)]
QUOTED = re.compile("“[^”]*”")
WORDS = re.compile(r"\b(?:theo|trong|ngang|trang|cho|khi|sau|tin|bao|nay|chung|cao|thi|nguồn)\b")  # words without marks


@pytest.mark.parametrize("quarter", QUARTERS)
@pytest.mark.parametrize(
    "page",
    [("status",), ("status", "--all"), ("status", "--agencies"), ("report",), ("report", "--annex")],
    ids=" ".join,
)
def test_no_vietnamese_word_stands_outside_quotations_on_an_english_page(quarter: str, page: tuple[str, ...]) -> None:
    shown = run_egov(*page, quarter, "--lang", "en", "-f", "md", cwd=ROOT)
    assert shown.code == 0
    lines = (re.sub(r"https?://\S*", "", QUOTED.sub("", line)) for line in shown.out.splitlines())
    assert [line for line in lines if is_vietnamese(line) or WORDS.search(line)] == []
