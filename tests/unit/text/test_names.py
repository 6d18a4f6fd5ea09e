"""Names: which spellings are one name, and which are not."""

import unicodedata
from difflib import SequenceMatcher
from itertools import combinations, islice, permutations
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from egov_tracker.text.names import find_marks, fold, match_key, match_keys, normalize, place_tones, suggest, suggester

REGISTRY = Path(__file__).parents[3] / "data" / "registry"
LETTERS = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"
NAMES = st.text(LETTERS + LETTERS.upper() + " -–.,&", max_size=40)


@pytest.mark.parametrize(
    "spellings",
    [
        ("Hòa Bình", "Hoà Bình", "HÒA BÌNH", "tỉnh Hòa Bình", "UBND tỉnh Hoà Bình", "Ủy ban nhân dân tỉnh Hòa Bình"),
        ("Thành phố Hồ Chí Minh", "TP. Hồ Chí Minh", "TP.Hồ Chí Minh", "Tp Hồ Chí Minh", "UBND TP. Hồ Chí Minh",
         "Uỷ ban nhân dân thành phố Hồ Chí Minh", "Hồ Chí Minh", "T.P. Hồ Chí Minh"),
        ("TP.HCM", "TPHCM", "TP HCM", "Tp. HCM", "TP-HCM"),
        ("Bà Rịa - Vũng Tàu", "Bà Rịa – Vũng Tàu", "Bà Rịa-Vũng Tàu", "Bà Rịa — Vũng Tàu", "Bà Rịa Vũng Tàu"),
        ("Bộ Kế hoạch và Đầu tư", "Bộ Kế hoạch & Đầu tư", "Kế hoạch và Đầu tư", "BỘ KẾ HOẠCH VÀ ĐẦU TƯ"),
        ("Bộ Văn hóa, Thể thao và Du lịch", "Bộ Văn hoá Thể thao và Du lịch"),
        ("LĐTB&XH", "Bộ LĐ-TB&XH", "Bộ LĐTB & XH"),
        ("Ủy ban Dân tộc", "Uỷ ban Dân tộc", "ỦY BAN DÂN TỘC"),
        ("Đắk Lắk", "Ðắk Lắk", "Đắk\u00a0Lắk", "Đắk Lắk\u200b", "Đắk  Lắk"),
        ("Bộ Y tế", "Y tế", "bộ y tế", "Bộ\u00ad Y tế"),
        ("Khánh Hòa", "Khánh Hoà"), ("Thúy", "Thuý"), ("khỏe", "khoẻ"), ("quý", "qúy"),
    ],
)  # fmt: skip
def test_spellings_of_one_name_meet(spellings: tuple[str, ...]) -> None:
    assert len({match_key(spelling) for spelling in spellings}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hà Nam", "Hạ Nam"),
        ("Hà Nam", "Ha Nam"),
        ("Đà Nẵng", "Dà Nẵng"),
        ("Quảng Ninh", "Quảng Bình"),
        ("Huế", "Thừa Thiên Huế"),
        ("Bắc Kạn", "Bắc Cạn"),
        ("Lý", "Lí"),
        ("Hồ Chí Minh", "Ban Quản lý Lăng Chủ tịch Hồ Chí Minh"),
        ("Hồ Chí Minh", "Học viện Chính trị quốc gia Hồ Chí Minh"),
        ("Ủy ban Dân tộc", "Dân tộc"),
        ("Bộ Khoa học và Công nghệ", "Viện Hàn lâm Khoa học và Công nghệ Việt Nam"),
    ],
)
def test_different_names_stay_apart(one: str, other: str) -> None:
    assert match_key(one) != match_key(other)


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Bộ", "bộ"),
        ("Tỉnh", "tỉnh"),
        ("TP.", "tp"),
        ("Thành phố", "thànhphố"),
        ("UBND tỉnh", "tỉnh"),
        ("Ban Quản lý Lăng Chủ tịch Hồ Chí Minh", "banquảnlýlăngchủtịchhồchíminh"),
        ("Đông Nam Bộ", "đôngnambộ"),
        ("Ủy ban nhân dân", "uỷbannhândân"),
        (" - ", ""),
        ("", ""),
    ],
)
def test_a_word_in_front_goes_only_where_a_name_follows(name: str, key: str) -> None:
    assert match_key(name) == key


def registry() -> dict[str, dict[str, Any]]:
    files = (REGISTRY / "agencies.yaml", REGISTRY / "provinces.yaml")
    bodies: dict[str, dict[str, Any]] = {}
    for file in files:
        bodies |= yaml.load(file.read_text("utf-8"), yaml.BaseLoader)["bodies"]  # noqa: S506 - it makes text of everything
    return bodies


def keys_of(body: dict[str, Any]) -> set[str]:
    names = [body.get(field) for field in ("name_vi", "name_official", "name_display", "short")]
    return {match_key(name) for name in (*names, *body.get("aliases", [])) if name}


def overlap(one: dict[str, Any], other: dict[str, Any]) -> bool:
    begins = max(body.get("valid_from") or "" for body in (one, other))
    ends = min(body.get("valid_to") or "9999" for body in (one, other))
    return begins <= ends


def test_no_two_bodies_of_one_time_share_a_key() -> None:
    bodies = {name: (body, keys_of(body)) for name, body in registry().items()}
    assert len(bodies) > 100
    clashes = [
        (one, other)
        for (one, (first, keys)), (other, (second, others)) in combinations(bodies.items(), 2)
        if keys & others and overlap(first, second)
    ]
    assert clashes == []


def test_every_name_of_the_registry_is_suggested_for_itself() -> None:
    names = [body["name_vi"] for body in registry().values()]
    assert [suggest(name, names)[0] for name in names] == names


@given(st.lists(st.text() | NAMES, max_size=5))
def test_the_keys_of_many_names_are_those_of_each(names: list[str]) -> None:
    assert match_keys(names) == [match_key(name) for name in names]


@pytest.mark.parametrize(
    "names", [[], [""], ["", ""], ["a\0b", "c"], ["Hà Nội", "\u0301", "\u0323\u0301"], ["x" * 501, "Bộ"]]
)
def test_what_borders_on_another_name_is_not_composed_with_it(names: list[str]) -> None:
    assert match_keys(names) == [match_key(name) for name in names]


@given(NAMES)
def test_a_key_knows_no_case_and_no_form_of_unicode(name: str) -> None:
    key = match_key(name)
    assert {match_key(unicodedata.normalize(form, name)) for form in ("NFC", "NFD", "NFKC", "NFKD")} == {key}
    assert {match_key(name.upper()), match_key(name.lower()), match_key(name.title())} == {key}


@given(NAMES, st.sampled_from(["Bộ ", "tỉnh ", "Thành phố ", "TP. ", "TP.", "UBND ", "Ủy ban nhân dân tỉnh "]))
def test_a_word_in_front_of_any_name_changes_nothing(name: str, word: str) -> None:
    if key := match_key(name):
        assert match_key(word + name) == key


@given(NAMES)
def test_the_key_of_a_key_is_that_key(name: str) -> None:
    assert match_key(match_key(name)) == match_key(name)


@given(st.text(max_size=60))
def test_any_text_has_a_key(text: str) -> None:
    assert match_key(text) == match_key(unicodedata.normalize("NFD", text))


@given(
    st.sampled_from([("o", "a"), ("o", "e"), ("u", "y")]),
    st.sampled_from("\u0300\u0301\u0309\u0303\u0323"),
    NAMES,
    NAMES,
)
def test_both_ways_to_place_a_tone_are_one(vowels: tuple[str, str], tone: str, before: str, after: str) -> None:
    first, second = vowels
    old, new = (before + part + after for part in (first + tone + second, first + second + tone))
    assert match_key(old) == match_key(new)


def test_tones_move_to_the_second_vowel_of_oa_oe_uy_only() -> None:
    assert place_tones("hòa khỏe ủy của mía hoàn quỳ") == "hoà khoẻ uỷ của mía hoàn quỳ"


def test_normalizing_composes_letters_and_makes_white_space_single_blanks() -> None:
    assert normalize(unicodedata.normalize("NFD", "\u00a0Đắk \n Lắk ")) == "Đắk Lắk"


PROVINCES = ["Hà Nội", "Hà Nam", "Hà Giang", "Hải Phòng", "Quảng Nam", "Quảng Ngãi", "Quảng Ninh", "Quảng Bình"]


@pytest.mark.parametrize(
    ("name", "first"),
    [("Ha Noi", "Hà Nội"), ("Hà Nôi", "Hà Nội"), ("Quảng Nghãi", "Quảng Ngãi"), ("Hải Phong", "Hải Phòng")],
)
def test_a_slip_suggests_the_name_meant(name: str, first: str) -> None:
    assert suggest(name, PROVINCES)[0] == first


def test_what_is_far_from_all_names_suggests_none() -> None:
    assert suggest("Xyz", PROVINCES) == ()
    assert suggest("", PROVINCES) == ()
    assert suggest("Hà Nội", []) == ()


def test_three_names_are_suggested_the_nearest_first_where_nothing_else_is_asked_for() -> None:
    assert suggest("Quảng Nin", PROVINCES) == ("Quảng Ninh", "Quảng Ngãi", "Quảng Bình")
    assert suggest("Quảng Nin", PROVINCES, 1) == ("Quảng Ninh",)


@pytest.mark.parametrize(
    ("name", "candidate", "near"),
    [
        ("abcde", "abcxy", True),
        ("abcdef", "abcxyz", False),
        ("đbcde", "dbcxy", False),
        ("–", "-", True),
        ("a", "-", False),
    ],
)
def test_a_name_is_near_from_six_letters_of_ten_in_common_on(name: str, candidate: str, *, near: bool) -> None:
    assert suggest(name, [candidate]) == ((candidate,) if near else ())


def test_what_is_longer_than_a_name_is_neither_suggested_nor_answered() -> None:
    name = "Xã " + "a" * 97
    assert suggest(name[:-1], [name]) == suggest(name, [name]) == (name,)
    assert suggest(f"{name}a", [name]) == suggest(name, [f"{name}a"]) == ()


@pytest.mark.parametrize(("others", "found"), [(49, True), (50, False)])
def test_of_very_many_that_share_more_letters_only_the_first_fifty_are_compared(others: int, *, found: bool) -> None:
    mixed = list(dict.fromkeys(map("".join, islice(permutations("edcbaaaa"), 2000))))[:others]
    fewer = ["aabcdexy", "aabcdexz", "aabcdeyz"]
    assert (suggest("aaaabcde", [*mixed, *fewer, "zaaaabcd"], 1) == ("zaaaabcd",)) is found


def test_a_letter_counts_as_often_as_both_names_have_it() -> None:
    assert suggest("aaaaaa", ["aaabbb", "aaaabb"]) == ("aaaabb",)


def test_each_name_is_looked_for_once_and_after_the_most_none_any_more() -> None:
    nearest = suggester(PROVINCES, most=2)
    asked = ("Quảng Nin", "Xyz", "Hải Phong", "Quảng Nin", "Xyz")
    assert [nearest(name) for name in asked] == [("Quảng Ninh",), (), (), ("Quảng Ninh",), ()]
    many = suggester(PROVINCES)
    assert [bool(many(f"Hà Nội {number}")) for number in range(102)] == [True] * 100 + [False] * 2


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a\u0301\u0301", None),
        ("a\u0301\u0301\u0301", 1),
        ("\u0301\u0301\u0301", 0),
        ("Hà\u0301\u0301 Nội\u0323\u0301\u0301\u0301", 8),
        ("क\u0301\u0301", None),
        ("\u0301\u0301क\u0301\u0301", None),
        ("क\u0301\u0301\u0301", 1),
        ("Thừa Thiên Huế", None),
    ],
)
def test_more_than_two_marks_in_a_row_are_found_at_the_first_of_them(text: str, place: int | None) -> None:
    assert find_marks(text, 2) == place


def test_a_search_that_asks_for_no_marks_finds_a_name_folded() -> None:
    assert fold(" Bộ  Tài chính, ĐÀ NẴNG ") == "bo tai chinh, da nang"


@pytest.mark.parametrize(("letters", "key"), [(497, "a" * 497), (498, f"Bộ {'a' * 498}")])
def test_what_is_too_long_for_a_name_is_its_own_key(letters: int, key: str) -> None:
    assert match_key(f"Bộ {'a' * letters}") == key


@given(st.permutations(PROVINCES), st.integers(0, 4))
def test_suggestions_do_not_depend_on_the_order_of_the_candidates(names: list[str], limit: int) -> None:
    assert suggest("Quảng Nin", [*names, *names], limit) == suggest("Quảng Nin", PROVINCES, limit)
    assert len(suggest("Quảng Nin", names, limit)) <= limit


def bare(key: str) -> str:
    """A key without marks, đ being d."""
    return "".join(c for c in unicodedata.normalize("NFD", key.replace("đ", "d")) if not unicodedata.combining(c))


def similarity(one: str, other: str) -> float:
    """The mean similarity of two names, with and without marks."""
    keys = match_key(other), match_key(one)
    pairs = (keys, (bare(keys[0]), bare(keys[1])))
    return sum(SequenceMatcher(None, *pair, autojunk=False).ratio() for pair in pairs) / 2


@given(st.one_of(NAMES, st.sampled_from(PROVINCES).map(lambda name: name[1:])))
def test_the_suggestions_are_those_that_comparing_every_candidate_finds(name: str) -> None:
    rated = sorted((-rate, candidate) for candidate in PROVINCES if (rate := similarity(name, candidate)) >= 0.6)
    assert suggest(name, PROVINCES) == tuple(candidate for _, candidate in rated[:3])


def test_of_thousands_of_candidates_the_last_is_found_as_well_as_the_first() -> None:
    communes = [f"Xã Thử nghiệm số {number:05}" for number in range(3000)]
    for name in (communes[0], communes[1234], communes[-1]):
        assert suggest(f"{name.replace('nghiệm', 'nghiêm')}", communes, 1) == (name,)
