"""Which bodies a text names: by the registry of the package, held to their capital letters."""

from __future__ import annotations

import pytest

from egov_tracker.reading.lexicon import Name
from egov_tracker.reading.tokens import tokenize
from tests.reading import lexicon


def names(text: str) -> list[Name]:
    return lexicon().find_names(text, tokenize(text))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Bộ Y tế", ["Bộ Y tế"]),
        ("BỘ Y TẾ", ["BỘ Y TẾ"]),
        ("Bộ Y TẾ", ["Bộ Y TẾ"]),
        ("Và Bộ Tài Chính", ["Bộ Tài Chính"]),
        ("Cơ Bộ Y tế", ["Bộ Y tế"]),
        ("tỉnh Bộ Y tế", ["Bộ Y tế"]),
        ("Bộ, Y tế", ["Bộ, Y tế"]),
        ("bộ Y tế", ["Y tế (bare)"]),
        ("Y tế", ["Y tế (bare)"]),
        ("Bộ; Y tế", ["Y tế (bare)"]),
        ("Bộ  (Y tế", ["Y tế (bare)"]),
        ("Bộ   Y tế", ["Bộ   Y tế"]),
        ("Bộ    Y tế", ["Y tế (bare)"]),
        ("Và Ngành Y tế", ["Y tế (bare)"]),
        ("Và Bộ Y tế", ["Bộ Y tế"]),
        ("gồm: Tài chính, Y tế", ["Tài chính (bare)", "Y tế (bare)"]),
        ("Và Cục Tài chính", []),
        ("và Cục Tài chính", []),
        ("Cục Tài chính", ["Tài chính (bare)"]),
        ("Và Cục Bộ Tài chính", ["Bộ Tài chính"]),
        ("Lao động - Thương binh và Xã hội", ["Lao động - Thương binh và Xã hội (bare)"]),
        ("Bộ Văn hóa, Thể thao và Du lịch", ["Bộ Văn hóa, Thể thao và Du lịch"]),
        ("Bộ TT&TT", ["Bộ TT&TT"]),
        ("Bộ TTTT", ["Bộ TTTT"]),
        ("Thanh tra Chính phủ", ["Thanh tra Chính phủ"]),
        ("VTV", ["VTV"]),
        ("Vtv", []),
        ("Và Đài VTV", ["VTV"]),
        ("Bộ", []),
        ("", []),
    ],
)
def test_a_central_body_is_named_in_full_or_by_its_field(text: str, found: list[str]) -> None:
    assert [f"{text[name.start : name.end]}{' (bare)' if name.bare else ''}" for name in names(text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Hòa Bình", ["Hòa Bình"]),
        ("Hoà Bình", ["Hoà Bình"]),
        ("HÒA BÌNH", ["HÒA BÌNH"]),
        ("hòa bình", []),
        ("Hòa bình", []),
        ("Hà Nam, Hà Nội và Cà Mau", ["Hà Nam", "Hà Nội", "Cà Mau"]),
        ("Hà Nam Hà Nội", ["Hà Nam"]),
        ("Bà Rịa - Vũng Tàu", ["Bà Rịa - Vũng Tàu"]),
        ("Bà Rịa", []),
        ("Nguyễn Hòa Bình", ["Hòa Bình"]),
        ("ông Nguyễn Hòa Bình", []),
        ("Ông Nguyễn Hòa Bình", []),
        ("Nay. Ông Hòa Bình", ["Hòa Bình"]),
        ("và ông Hòa Bình", ["Hòa Bình"]),
        ("Trần - Lê Hòa Bình", ["Hòa Bình"]),
        ("xưa Lê, Hòa Bình", ["Hòa Bình"]),
        ("gần UBND Hòa Bình", ["Hòa Bình"]),
        ("xã Ở Hòa Bình", ["Hòa Bình"]),
        ("gần Tỉnh Hòa Bình", ["Tỉnh Hòa Bình"]),
        ("TP. Hà Nội", ["TP. Hà Nội"]),
        ("TP Hà Nội", ["TP Hà Nội"]),
        ("tp. Hà Nội", ["Hà Nội"]),
        ("Thành phố Hà Nội", ["Thành phố Hà Nội"]),
        ("thành phố Hà Nội", ["Hà Nội"]),
        ("thành Phố Hà Nội", ["Hà Nội"]),
        ("Phố Hà Nội", ["Hà Nội"]),
        ("TP  Cà Mau", ["TP  Cà Mau"]),
        ("TP.  Cà Mau", ["Cà Mau"]),
        ("Phố Cà Mau", ["Cà Mau"]),
        ("Tới Thành phố TP Cà Mau", ["Thành phố TP Cà Mau"]),
        ("tới Thành phố phố Cà Mau", ["Thành phố phố Cà Mau"]),
        ("Mau Cà Mau", ["Cà Mau"]),
        ("Tới Thành phố TP Hà Nội", ["Thành phố TP Hà Nội"]),
    ],
)
def test_a_province_is_told_from_peace_and_from_persons(text: str, found: list[str]) -> None:
    assert [text[name.start : name.end] for name in names(text)] == found


def test_a_name_knows_its_place_its_body_and_what_kind_of_body_that_is() -> None:
    assert names("ở TP. Hà Nội và VPCP") == [
        Name(1, 3, 2, 12, ("ha-noi",), "city", bare=False),
        Name(5, 5, 16, 20, ("van-phong-chinh-phu",), "ministry_level", bare=False),
    ]
    assert [name.is_province for name in names("Hà Nam, TP. Hà Nội, Bộ Y tế")] == [True, True, False]


def test_an_indicator_is_known_by_its_words() -> None:
    indicators = lexicon().indicators
    axis, services, plan = indicators["axis_documents"], indicators["services_with_dossiers"], indicators["action_plan"]
    assert (axis.unit, axis.since, axis.national) == ("documents", "2019-03-12", True)
    assert axis.breakdown == {"direction": ("sent", "received", "total")}
    assert (services.unit, services.counts, services.percentages) == ("percent", "services", "")
    assert (plan.unit, plan.since, plan.national, plan.breakdown, plan.counts) == ("bodies", None, False, {}, "")
    assert indicators["online_services"].breakdown["level"][0] == "all"
    assert {"kế", "hoạch", "hành", "động"} <= lexicon().vocabulary["action_plan"]
    assert lexicon().vocabulary["online_services"] == frozenset()
