from __future__ import annotations

from datetime import date

import pytest

from egov_tracker.errors import TextError
from egov_tracker.model.letter import parse_day, parse_number
from egov_tracker.model.terms import Regime
from egov_tracker.views.official_form import ended, listed, numbered, regime_of


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
    ("number", "printed"),
    [("1375/VPCP-KGVX", "1375/VPCP-KGVX"), ("9/A", "09/A"), ("09/A", "09/A"), ("10/A", "10/A")],
)
def test_a_number_below_ten_has_a_zero_in_front(number: str, printed: str) -> None:
    assert numbered(number) == printed


def test_a_missing_number_leaves_room() -> None:
    assert numbered("/VPCP-KSTT") == "\u00a0" * 8 + "/VPCP-KSTT"


@pytest.mark.parametrize(
    ("text", "meant"),
    [("1375 /VPCP-KGVX", "1375/VPCP-KGVX"), ("1375/VPCP - KGVX", "1375/VPCP-KGVX"), ("1375", None), ("", None)],
)
def test_a_number_of_another_form_is_refused(text: str, meant: str | None) -> None:
    with pytest.raises(TextError) as raised:
        parse_number(text)
    assert raised.value.meant == meant


@pytest.mark.parametrize("text", ["2016", "2016-03", "2016Q1", "unknown"])
def test_an_official_document_is_dated_to_the_day(text: str) -> None:
    with pytest.raises(TextError, match="expected the day of the document"):
        parse_day(text)


@pytest.mark.parametrize(
    ("lines", "printed"),
    [
        ((), ()),
        (("Như trên",), ("- Như trên.",)),
        (("Như trên;", "Lưu: VT."), ("- Như trên;", "- Lưu: VT.")),
    ],
)
def test_lines_are_listed_with_semicolons_and_a_full_stop_at_the_end(
    lines: tuple[str, ...], printed: tuple[str, ...]
) -> None:
    assert listed(lines) == printed


@pytest.mark.parametrize("text", ["Hết", "Hết.", "Hết./."])
def test_a_text_has_one_sign_at_its_end(text: str) -> None:
    assert ended(text) == "Hết./."
