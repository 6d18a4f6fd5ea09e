"""The rules on letters, on a ledger of one quarter."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.building import HEAD, entry, write_ledger
from tests.running import run_egov

if TYPE_CHECKING:
    from pathlib import Path

LETTER = """\
role: draft
number: 1/VPCP-KGVX
date: 2016-07-15
place: Hà Nội
issuer: Văn phòng Chính phủ
subject: tình hình
recipients: [Các bộ]
body: [Còn 1 cơ quan (phụ lục kèm theo)]
signer: {lines: [Bộ trưởng]}
copies: ['Lưu: VT']
appendices:
  - title: Danh sách
    lists: [{quarter: 2016Q2, indicator: document_interconnection, group: central}]
"""


@pytest.mark.parametrize(("count", "said"), [("3", "2 more, unnamed"), ("gần 20", "gần 20 and names 1")])
def test_check_knows_a_list_whose_source_names_fewer_than_it_counts(tmp_path: Path, count: str, said: str) -> None:
    write_ledger(tmp_path, {"2016Q2": HEAD + entry(outstanding=f"{{count: {count}, names: [Bộ Y tế]}}")})
    (tmp_path / "letter.yaml").write_text(LETTER, encoding="utf-8")
    seen = run_egov("letter", "--check", tmp_path / "letter.yaml", "--data", tmp_path)
    expected = f"letter.yaml:13:13: LTR006 warning the list is not complete: press counts {said}\n"
    assert (seen.code, seen.out.removeprefix(f"{tmp_path}/")) == (1, expected)
