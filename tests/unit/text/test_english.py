"""Vietnamese figures and places, said in English."""

from __future__ import annotations

import pytest

from egov_tracker.text.english import QUALIFIERS, SCALES, english_document, english_figure, english_place, is_vietnamese
from egov_tracker.text.figures import parse_figure
from egov_tracker.text.numbers import Qualifier


@pytest.mark.parametrize(
    ("printed", "english"),
    [
        ("19/30", "19/30"),
        ("109.644", "109,644"),
        ("36,95%", "36.95%"),
        ("36,95% (583/1.578)", "36.95% (583/1,578)"),
        ("6.575/43.369 (15,16%)", "6,575/43,369 (15.16%)"),
        ("hơn 140.000", "more than 140,000"),
        ("hơn 45000", "more than 45,000"),
        ("1578", "1578"),
        ("15780", "15,780"),
        ("Gần 83%", "nearly 83%"),
        ("chưa đến 7%", "less than 7%"),
        ("dưới 7%", "below 7%"),
        ("tối thiểu 30%", "at least 30%"),
        ("ít nhất 30%", "no less than 30%"),
        ("tối đa 5", "at most 5"),
        ("không quá 5", "no more than 5"),
        ("5 ngàn", "5 thousand"),
        ("5 tỉ", "5 billion"),
        ("khoảng 1,7 triệu", "about 1.7 million"),
        ("trên 134 nghìn", "over 134 thousand"),
        ("1.200 tỷ", "1,200 billion"),
        ("tất cả 63", "all 63"),
        ("cả 95", "all 95"),
        ("63 (100%)", "63 (100%)"),
    ],
)
def test_a_figure_is_said_in_english(printed: str, english: str) -> None:
    assert parse_figure(printed)
    assert english_figure(printed) == english


@pytest.mark.parametrize(
    ("text", "vietnamese"),
    [
        ("table 3", False),
        ("dong", False),
        ("đi", True),
        ("Đi", True),
        ("bảng", True),
        ("ngân", True),
        ("ưu", True),
        ("ü", False),
    ],
)
def test_a_text_is_vietnamese_by_its_letters(text: str, *, vietnamese: bool) -> None:
    assert is_vietnamese(text) is vietnamese


def test_every_word_that_a_figure_may_have_has_an_english_one() -> None:
    assert set(QUALIFIERS) == {str(one) for one in Qualifier}
    for words in (*QUALIFIERS, *(f"5 {scale}" for scale in SCALES)):
        assert not is_vietnamese(english_figure(f"{words} 5"))


@pytest.mark.parametrize(
    ("at", "english"),
    [
        ("dòng 4–5", "line 4–5"),
        ("phụ lục 1", "appendix 1"),
        ("thân bài và chú thích ảnh", "body and caption of the picture"),
        ("bảng ở mục 1.b, dòng 1", "table in section 1.b, line 1"),
        ("đoạn về giai đoạn 1", "“đoạn về giai đoạn 1”"),
        ("table 3", "table 3"),
    ],
)
def test_a_place_is_said_in_english_or_quoted(at: str, english: str) -> None:
    assert english_place(at) == english


@pytest.mark.parametrize(
    ("name", "english"),
    [
        ("Quyết định 626/QĐ-VPCP ngày 01/8/2019", "Decision 626/QĐ-VPCP of 1 August 2019"),
        ("Nghị quyết 176/2025/QH15", "Resolution 176/2025/QH15"),
        ("Văn bản 4075/VPCP-HC", "Letter 4075/VPCP-HC"),
        ("Báo cáo quý I/2016 của Văn phòng Chính phủ", "Report of the Office of the Government for Q1 2016"),
        ("Báo cáo quý II/2016 của Thủ tướng Chính phủ", "Report of the Prime Minister for Q2 2016"),
        ("Báo cáo quý IV/2016 của Chính phủ", "Report of the Government for Q4 2016"),
        ("Nghị định 30/2020/NĐ-CP", "Decree 30/2020/NĐ-CP"),
        ("Chỉ thị 02/CT-TTg", "Directive 02/CT-TTg"),
        ("Thông tư 01/2011/TT-BNV ngày 19/1/2011", "Circular 01/2011/TT-BNV of 19 January 2011"),
        ("Công văn 1375/VPCP-KGVX", "Official Letter 1375/VPCP-KGVX"),
        ("Báo cáo quý I/2016 của Bộ Nội vụ", None),
        ("Nghị quyết 59 phiên họp Chính phủ thường kỳ tháng 6/2016", None),
        ("Quyết định 1/QĐ-VPCP ngày 31/2/2019", None),  # no calendar has the day
    ],
)
def test_a_document_is_named_in_english_by_kind_number_and_date(name: str, english: str | None) -> None:
    assert english_document(name) == english
