from __future__ import annotations

from datetime import date

import pytest

from egov_tracker.model.terms import Numerals, Regime
from egov_tracker.views.letter import label_of, reference_of, roman, titled


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


def test_the_reference_line_of_each_regime() -> None:
    day = date(2016, 2, 4)
    old = reference_of("5/VPCP-KGVX", day, "Văn phòng Chính phủ", Regime.TT01)
    new = reference_of("5/VPCP-KGVX", day, "Văn phòng Chính phủ", Regime.ND30)
    assert old == "(Ban hành kèm theo văn bản số 05/VPCP-KGVX\nngày 04/02/2016 của Văn phòng Chính phủ)"
    assert new == "(Kèm theo Văn bản số 05/VPCP-KGVX\nngày 04 tháng 02 năm 2016 của Văn phòng Chính phủ)"


def test_titles_are_in_capitals_since_decree_30_but_for_signs() -> None:
    assert titled("Danh sách bộ, Nghị quyết 36a/NQ-CP", Regime.ND30) == "DANH SÁCH BỘ, NGHỊ QUYẾT 36a/NQ-CP"
    assert titled("Danh sách bộ", Regime.TT01) == "Danh sách bộ"
