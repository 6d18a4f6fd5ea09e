from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egov_tracker.reading.mentions import Class, scan
from tests.reading import read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("đã có 19/30 bộ", [("19/30", "figure")]),
        ("36,95% (583/1.578)", [("36,95% (583/1.578)", "figure")]),
        ("6.575/43.369 (15,16%)", [("6.575/43.369 (15,16%)", "figure")]),
        ("hơn 1,2 triệu tài khoản", [("hơn 1,2 triệu", "figure")]),
        ("tất cả 95 cơ quan", [("tất cả 95", "figure")]),
        ("ngày 28/6/2016", [("28/6/2016", "date")]),
        ("ngày 04 tháng 3 năm 2016", [("04 tháng 3 năm 2016", "date")]),
        ("quý II/2016", [("2016", "date")]),
        ("6 tháng đầu năm 2020", [("6 tháng đầu năm 2020", "date")]),
        ("xong 3/5 giai đoạn", [("3/5", "figure")]),
        ("giai đoạn 1 (25/3 - 30/4/2016)", [("1", "ordinal"), ("25/3", "date"), ("30/4/2016", "date")]),
        ("Số: 1375 /VPCP-KGVX", [("1375 /VPCP-KGVX", "legal reference")]),
        ("Nghị quyết 36a/NQ-CP", [("36a/NQ-CP", "legal reference")]),
        ("Quyết định số 274 ngày 12/3/2019", [("274", "legal reference"), ("12/3/2019", "date")]),
        ("mức độ 3, 4", [("3, 4", "level")]),
        ("mức độ 3,4", [("3,4", "level")]),
        ("mức độ 3 và 4", [("3 và 4", "level")]),
        ("1.200 tỷ đồng", [("1.200 tỷ đồng", "money")]),
        ("điện thoại: 080.43162", [("080.43162", "phone")]),
        ("(024) 3943 1234", [("024) 3943 1234", "phone")]),
        ("lúc 15h30", [("15h30", "time")]),
        ("lúc 10:45", [("10:45", "time")]),
        ("quá hơn 3 tháng", [("3", "duration")]),
        ("1. Bộ Tư pháp", [("1.", "list number")]),
        ("chỉ số 0,9039 điểm", [("0,9039", "unread")]),
        ("thư a1b2@vpcp.vn", [("1b2@vpcp.vn", "code")]),
        ("IPv6 và 4G", [("6", "code"), ("4G", "code")]),
    ],
)
def test_a_number_is_classed_by_the_words_around_it(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(text[each.start : each.end], each.kind.value) for each in scan(text, 0, len(text))] == expected


@given(st.text(st.sampled_from("0123456789/.,%()- \tabộVPđê:h@\n"), max_size=200))
def test_every_run_of_digits_has_exactly_one_class(text: str) -> None:
    mentions = scan(text, 0, len(text))
    for run in re.finditer(r"\d+", text):
        assert sum(each.start <= run.start() and run.end() <= each.end for each in mentions) == 1
    assert all(left.end <= right.start for left, right in pairwise(mentions))


@given(st.text(st.sampled_from("0123456789/.,%()- \t|bộ tỉnh VPCP đã:#\nPHỤLC"), max_size=400))
def test_no_digit_of_a_document_is_lost(text: str) -> None:
    reading = read(text)
    assert reading.digits.runs == reading.digits.classified == len(re.findall(r"\d+", reading.source.text))


def test_a_number_that_became_no_claim_stands_among_the_passages_once() -> None:
    reading = read("Đến 30/6/2016, 19/30 bộ, ngành kết nối liên thông với VPCP; chi 5 tỷ đồng; 7 con mèo.")
    told = [(reading.source.text[each.start : each.end], each.kind) for each in reading.unread]
    assert told == [("30/6/2016", Class.DATE), ("5 tỷ đồng", Class.MONEY), ("7", Class.UNREAD)]
