"""The order of names in official lists."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egov_tracker.text.collation import collation_key

PROVINCES = [
    "An Giang", "Bà Rịa - Vũng Tàu", "Bạc Liêu", "Bắc Giang", "Bắc Kạn", "Bắc Ninh", "Bến Tre", "Bình Dương",
    "Bình Định", "Bình Phước", "Bình Thuận", "Cà Mau", "Cao Bằng", "Cần Thơ", "Đà Nẵng", "Đắk Lắk", "Đắk Nông",
    "Điện Biên", "Đồng Nai", "Đồng Tháp", "Gia Lai", "Hà Giang", "Hà Nam", "Hà Nội", "Hà Tĩnh", "Hải Dương",
    "Hải Phòng", "Hậu Giang", "Hòa Bình", "Hồ Chí Minh", "Hưng Yên", "Khánh Hòa", "Kiên Giang", "Kon Tum", "Lai Châu",
    "Lạng Sơn", "Lào Cai", "Lâm Đồng", "Long An", "Nam Định", "Nghệ An", "Ninh Bình", "Ninh Thuận", "Phú Thọ",
    "Phú Yên", "Quảng Bình", "Quảng Nam", "Quảng Ngãi", "Quảng Ninh", "Quảng Trị", "Sóc Trăng", "Sơn La", "Tây Ninh",
    "Thái Bình", "Thái Nguyên", "Thanh Hóa", "Thừa Thiên Huế", "Tiền Giang", "Trà Vinh", "Tuyên Quang", "Vĩnh Long",
    "Vĩnh Phúc", "Yên Bái",
]  # fmt: skip
ALPHABET = list("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz")
NAMES = st.text("aáạăằâấbdđeêioòóơuưyAĂÂĐ 1-.,&", max_size=12)


def in_order(names: list[str], **options: bool) -> list[str]:
    backwards = names[::-1]
    return sorted(backwards, key=lambda name: collation_key(name, **options))


def test_the_63_provinces_come_in_the_order_of_official_lists() -> None:
    assert len(PROVINCES) == 63
    assert in_order(PROVINCES) == PROVINCES


def test_decomposed_names_come_in_the_same_order() -> None:
    decomposed = [unicodedata.normalize("NFD", name) for name in PROVINCES]
    assert in_order(decomposed) == decomposed


def test_the_word_for_a_city_in_front_does_not_count() -> None:
    names = ["Cần Thơ", "TP. Đà Nẵng", "tỉnh Đắk Lắk", "Thành phố Hà Nội", "TP.Hồ Chí Minh", "tp huế", "Tỉnh Kon Tum"]
    assert in_order(names) == names


def test_the_word_for_a_city_counts_on_request() -> None:
    names = ["Hà Nội", "Thành phố Cần Thơ", "Yên Bái"]
    assert in_order(names, drop_prefix=False) == names


@pytest.mark.parametrize(
    "names",
    [
        ALPHABET,
        ["a", "à", "ả", "ã", "á", "ạ"],
        ["ươ", "ườ", "ưở", "ưỡ", "ướ", "ượ"],
        ["má", "mạ", "ma a", "mà b"],
        ["Ma", "mà", "Mà", "mả", "Mả", "mã", "Mã", "má", "Má", "mạ"],
        ["lá", "lan", "làng", "láng"],
        ["ban", "Ban", "bàn", "Bàn", "bang"],
        ["hoà", "hóa", "hoạ"],
        ["1", "a", "z"],
        ["Hà", "Hà Nam", "Ham"],
        ["d", "D", "đ", "Ð", "Đ", "e"],
        ["§", "°", "0", "9", "a", "z", "ß", "ë", "я", "字"],
    ],
)
def test_letters_come_before_tones_and_tones_before_case(names: list[str]) -> None:
    assert in_order(names) == names


def test_blanks_dashes_and_commas_weigh_the_same() -> None:
    spellings = ["Lao động - Thương binh", "Lao động, Thương binh", "Lao động Thương binh", "Lao động – Thương binh"]
    assert len({collation_key(spelling)[:3] for spelling in spellings}) == 1


def test_placing_the_tone_either_way_does_not_move_a_name() -> None:
    assert collation_key("Hòa Bình")[:3] == collation_key("Hoà Bình")[:3]


@given(st.text(max_size=40))
def test_any_text_has_a_place(text: str) -> None:
    assert collation_key(text) == collation_key(unicodedata.normalize("NFD", text))


@given(NAMES, NAMES)
def test_only_one_and_the_same_name_has_one_and_the_same_place(one: str, other: str) -> None:
    same = " ".join(one.split()) == " ".join(other.split())
    assert (collation_key(one) == collation_key(other)) is same


@given(st.lists(NAMES, max_size=8).flatmap(lambda names: st.tuples(st.just(names), st.permutations(names))))
def test_the_order_does_not_depend_on_where_one_starts(both: tuple[list[str], list[str]]) -> None:
    names, shuffled = both
    assert sorted(map(collation_key, names)) == [collation_key(name) for name in in_order(shuffled)]
