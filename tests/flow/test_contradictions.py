"""A contradiction that nobody has explained is a footnote of the report, in either language."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.building import EXAMPLES, HEAD, entry, write_ledger
from tests.running import run_egov

if TYPE_CHECKING:
    from pathlib import Path

REMARK = "    remarks: [{rule: FIG002, note: Mục 1 ghi 9 nhưng chỉ nêu tên 2.}]\n"


def report(tmp_path: Path, text: str, lang: str) -> str:
    write_ledger(tmp_path, {"2016Q2": text})
    outcome = run_egov("report", "2016Q2", "--data", str(tmp_path), "-f", "md", "--lang", lang)
    assert outcome.code == 0
    return outcome.out


@pytest.mark.parametrize(
    ("lang", "footnote"),
    [
        ("vi", "- (1) Chưa có giải thích: số lượng nguồn nêu khác số tên được nêu (FIG002)."),
        ("en", "- (1) Not explained: 'outstanding' states 9 and names 7 (FIG002)."),
    ],
)
def test_an_unexplained_contradiction_is_a_footnote(tmp_path: Path, lang: str, footnote: str) -> None:
    text = (EXAMPLES / "FIG002" / "bad.yaml").read_text(encoding="utf-8")
    assert footnote in report(tmp_path, text, lang).splitlines()


def test_an_explained_one_is_told_in_the_words_of_the_remark(tmp_path: Path) -> None:
    shown = report(
        tmp_path,
        HEAD + entry(value="21/30", outstanding="{count: 9, names: [Bộ Tư pháp, Bộ Tài chính]}") + REMARK,
        "vi",
    )
    assert "- (1) Mục 1 ghi 9 nhưng chỉ nêu tên 2." in shown.splitlines()
    assert "Chưa có giải thích" not in shown


def test_a_remark_that_explains_nothing_is_no_contradiction_of_a_source(tmp_path: Path) -> None:
    text = (EXAMPLES / "REM001" / "bad.yaml").read_text(encoding="utf-8")
    assert "REM001" not in report(tmp_path, text, "vi")
