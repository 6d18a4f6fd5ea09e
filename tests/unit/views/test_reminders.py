"""The ledger of reminders in words: whoever was asked, by which document, and by when."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.building import snapshot_text, write_ledger
from tests.running import run_egov

if TYPE_CHECKING:
    from pathlib import Path

ENTRY = "indicator: action_plan, group: {}, as_of: 2016-06-28, outstanding: {{names: [{}], asked: {{{}}}}}"
ASKED = [
    ("ministries", "Bộ Tư pháp", "document: 4075/VPCP-HC, by: Văn phòng Chính phủ, date: 2016-06"),
    ("ministries", "Bộ Y tế", "by: Bộ Nội vụ, date: 2016-06-01"),
    ("provinces", "Hà Nam", "date: 2016-06-02, due: 2016-07-01"),
    ("provinces", "Cần Thơ", "by: Bộ Nội vụ"),
]


@pytest.mark.parametrize(
    ("lang", "said", "cells"),
    [
        ("vi", [
            "4 cơ quan được đôn đốc.",
            "4075/VPCP-HC ngày tháng 6/2016: nêu tên 1 cơ quan (1 cơ quan 1 lần).",
            "Văn bản của Bộ Nội vụ ngày 01/6/2016: nêu tên 1 cơ quan (1 cơ quan 1 lần).",
            "Văn bản không nêu số ngày 02/6/2016: nêu tên 1 cơ quan (1 cơ quan 1 lần).",
            "Văn bản của Bộ Nội vụ: nêu tên 1 cơ quan (1 cơ quan 1 lần).",
        ], [
            "Văn bản, thời hạn, nơi nêu tên",
            "4075/VPCP-HC ngày tháng 6/2016 ([1] trang 1)",
            "văn bản của Bộ Nội vụ ngày 01/6/2016 ([1] trang 1)",
            "văn bản không nêu số ngày 02/6/2016, thời hạn 01/7/2016 ([1] trang 1)",
            "văn bản của Bộ Nội vụ ([1] trang 1)",
        ]),
        ("en", [
            "4 bodies reminded.",
            "4075/VPCP-HC of June 2016: names 1 (1 body 1×).",
            "Letter of “Bộ Nội vụ” of 1 June 2016: names 1 (1 body 1×).",
            "Letter without a number of 2 June 2016: names 1 (1 body 1×).",
            "Letter of “Bộ Nội vụ”: names 1 (1 body 1×).",
        ], [
            "Documents, due dates, places",
            "4075/VPCP-HC of June 2016 ([1] page 1)",
            "letter of “Bộ Nội vụ” of 1 June 2016 ([1] page 1)",
            "letter without a number of 2 June 2016, due 1 July 2016 ([1] page 1)",
            "letter of “Bộ Nội vụ” ([1] page 1)",
        ]),
    ],
)  # fmt: skip
def test_each_document_is_named_by_its_number_else_by_who_sent_it_and_by_its_date_where_there_is_one(
    lang: str, said: list[str], cells: list[str], tmp_path: Path
) -> None:
    write_ledger(tmp_path, {"2016Q2": snapshot_text([ENTRY.format(*one) for one in ASKED], "2016Q2")})
    shown = run_egov("reminders", "--lang", lang, "-f", "md", "--data", tmp_path).out.splitlines()
    start = shown.index(said[0])
    assert [line for line in shown[start : start + 10] if line] == said
    rows = [line.split(" | ")[3] for line in shown if line.startswith("|") and not line.startswith("|-")]
    assert rows == cells
