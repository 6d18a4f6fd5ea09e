from __future__ import annotations

from datetime import date

import pytest

from egov_tracker.errors import TextError
from egov_tracker.model.letter import parse_day, parse_number
from egov_tracker.model.terms import Numerals, Regime
from egov_tracker.views.letter import label_of, numbered, reference_of, regime_of, roman, titled


@pytest.mark.parametrize(
    ("day", "regime"),
    [
        (date(2016, 3, 4), Regime.TT01),
        (date(2020, 3, 4), Regime.TT01),
        (date(2020, 3, 5), Regime.ND30),
        (None, Regime.ND30),
    ],
)
def test_the_date_chooses_the_form(day: date | None, regime: Regime) -> None:
    assert regime_of(day) is regime


@pytest.mark.parametrize(
    ("number", "count", "regime", "numerals", "label"),
    [
        (1, 1, Regime.ND30, Numerals.ROMAN, "Phụ lục"),
        (2, 3, Regime.ND30, Numerals.ROMAN, "Phụ lục II"),
        (2, 3, Regime.ND30, Numerals.ARABIC, "Phụ lục II"),
        (2, 3, Regime.TT01, Numerals.ARABIC, "PHỤ LỤC 2"),
        (4, 4, Regime.TT01, Numerals.ROMAN, "PHỤ LỤC IV"),
    ],
)
def test_an_appendix_is_labelled_as_its_regime_wants(
    number: int, count: int, regime: Regime, numerals: Numerals, label: str
) -> None:
    assert label_of(number, count, regime, numerals) == label


def test_roman_numerals() -> None:
    assert [roman(number) for number in (1, 4, 5, 8, 9, 14, 19)] == ["I", "IV", "V", "VIII", "IX", "XIV", "XIX"]


@pytest.mark.parametrize(
    ("number", "printed"),
    [("1375/VPCP-KGVX", "1375/VPCP-KGVX"), ("9/A", "09/A"), ("09/A", "09/A"), ("10/A", "10/A")],
)
def test_a_number_below_ten_has_a_zero_in_front(number: str, printed: str) -> None:
    assert numbered(number) == printed


def test_a_missing_number_leaves_room() -> None:
    assert numbered("/VPCP-KSTT") == "\u00a0" * 8 + "/VPCP-KSTT"


def test_the_reference_line_of_each_regime() -> None:
    day = date(2016, 2, 4)
    old = reference_of("5/VPCP-KGVX", day, "Văn phòng Chính phủ", Regime.TT01)
    new = reference_of("5/VPCP-KGVX", day, "Văn phòng Chính phủ", Regime.ND30)
    assert old == "(Ban hành kèm theo văn bản số 05/VPCP-KGVX\nngày 04/02/2016 của Văn phòng Chính phủ)"
    assert new == "(Kèm theo Văn bản số 05/VPCP-KGVX\nngày 04 tháng 02 năm 2016 của Văn phòng Chính phủ)"


def test_titles_are_in_capitals_since_decree_30_but_for_signs() -> None:
    assert titled("Danh sách bộ, Nghị quyết 36a/NQ-CP", Regime.ND30) == "DANH SÁCH BỘ, NGHỊ QUYẾT 36a/NQ-CP"
    assert titled("Danh sách bộ", Regime.TT01) == "Danh sách bộ"


@pytest.mark.parametrize(
    ("text", "meant"),
    [("1375 /VPCP-KGVX", "1375/VPCP-KGVX"), ("1375/VPCP - KGVX", "1375/VPCP-KGVX"), ("1375", None), ("", None)],
)
def test_a_number_of_another_form_is_refused(text: str, meant: str | None) -> None:
    with pytest.raises(TextError) as raised:
        parse_number(text)
    assert raised.value.meant == meant


@pytest.mark.parametrize("text", ["2016", "2016-03", "2016Q1", "unknown"])
def test_a_letter_is_dated_to_the_day(text: str) -> None:
    with pytest.raises(TextError, match="expected the day of the letter"):
        parse_day(text)
