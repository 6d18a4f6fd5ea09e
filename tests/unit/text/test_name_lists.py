"""Names out of pasted lists: every way in which people number and part them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egov_tracker.text.name_lists import split_names
from tests.building import definitions

CULTURE = "Bộ Văn hóa, Thể thao và Du lịch"


def is_name(name: str) -> bool:
    return bool(definitions().registry.named(name))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("1. Bạc Liêu; 2. Bình Dương", ["Bạc Liêu", "Bình Dương"]),
        ("1. Bạc Liêu 2. Bình Dương 10. Cà Mau", ["Bạc Liêu", "Bình Dương", "Cà Mau"]),
        ("(1) Bạc Liêu, (2) Bình Dương.", ["Bạc Liêu", "Bình Dương"]),
        ("1)Bạc Liêu\n2)Bình Dương\n", ["Bạc Liêu", "Bình Dương"]),
        ("- Bạc Liêu\r\n• Bình  Dương\r\n\r\n+ Cà Mau", ["Bạc Liêu", "Bình Dương", "Cà Mau"]),
        ("1\tBạc Liêu\t2\tBình Dương", ["Bạc Liêu", "Bình Dương"]),
        ("Bạc Liêu, Bình Dương và Cà Mau.", ["Bạc Liêu", "Bình Dương", "Cà Mau"]),
        (f"{CULTURE}, Bộ Y tế", [CULTURE, "Bộ Y tế"]),
        (f"Bộ Y tế, {CULTURE} và Bộ Nội vụ", ["Bộ Y tế", CULTURE, "Bộ Nội vụ"]),
        ("TP.HCM; Hoà Bình; LĐTB&XH", ["TP.HCM", "Hoà Bình", "LĐTB&XH"]),
        ("Bạc Liêu, Bình Dươg, Cà Mau", ["Bạc Liêu", "Bình Dươg", "Cà Mau"]),
        ("Bộ Lạ và Bộ Y tế", ["Bộ Lạ và Bộ Y tế"]),
        (" ;; 3. ", []),
    ],
)
def test_a_pasted_list_is_parted_into_its_names(text: str, names: list[str]) -> None:
    assert list(split_names(text, is_name)) == names


@pytest.mark.parametrize(
    ("known", "text", "names"),
    [
        ("Y | Y và Dược", "Y và Dược", ["Y và Dược"]),
        ("Y", "Y và Dược", ["Y", "Dược"]),
        ("Y | Dược", "X và Y, Dược", ["X và Y", "Dược"]),
        ("Văn hóa, Thể thao", "Văn hóa, Thể thao, Y", ["Văn hóa, Thể thao", "Y"]),
        ("Văn hóa, Thể thao", "Y, Văn hóa, Thể thao", ["Y", "Văn hóa, Thể thao"]),
        ("Văn hóa, Thể thao", "Văn hóa, Thể thao và Y, Dược", ["Văn hóa, Thể thao", "Y", "Dược"]),
        ("Thể thao và Y | Dược", "Thể thao và Y và Dược, X", ["Thể thao và Y", "Dược", "X"]),
        ("X", "A, B", ["A", "B"]),
    ],
)
def test_the_longest_name_that_is_known_goes_first(known: str, text: str, names: list[str]) -> None:
    assert list(split_names(text, frozenset(known.split(" | ")).__contains__)) == names


@given(st.permutations(range(5)), st.sampled_from(["; ", "\n", ", ", "\n- "]), st.booleans())
def test_names_that_are_known_come_back_from_any_list_of_them(
    order: list[int],
    between: str,
    numbered: bool,  # noqa: FBT001
) -> None:
    known = ("Bạc Liêu", CULTURE, "Bộ Y tế", "TP.HCM", "Bộ Tài nguyên và Môi trường")
    names = tuple(known[number] for number in order)
    text = between.join(f"{number}. {name}" if numbered else name for number, name in enumerate(names, 1))
    assert split_names(text, is_name) == names
