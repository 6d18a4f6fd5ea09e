"""What YAML cuts at a comma is told with the quotes that it lacks, and sound data raises no such alarm."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from egov_tracker.store.quoting import CutText, advice, cut_texts, cut_value, taken_for_mapping, with_neighbours
from egov_tracker.store.yaml_reader import read_document
from tests.building import HEAD, entry, load

if TYPE_CHECKING:
    from egov_tracker.store.ledger import Definitions

NAME = "Bộ Văn hóa, Thể thao và Du lịch"


@pytest.mark.parametrize(
    ("fields", "findings"),
    [
        (
            {"share": "{printed: 96,8%}"},
            [
                "11:22 SHP004 printed: expected a percentage, got \"96\"; quote it: '96,8%'",
                "11:25 SHP001 unknown field '8%', cut off at a comma; quote it: '96,8%'",
            ],
        ),
        (
            {"share": "{of: 1.829, printed: gần 82,9%}"},
            [
                "11:33 SHP004 printed: expected a percentage, got \"gần 82\"; quote it: 'gần 82,9%'",
                "11:40 SHP001 unknown field '9%', cut off at a comma; quote it: 'gần 82,9%'",
            ],
        ),
        (
            {"exempt": "{count: 2, says: đang thử, an toàn, 'an ninh'}"},
            [
                "11:40 SHP001 unknown field 'an toàn', cut off at a comma; quote it: 'đang thử, an toàn'",
                "11:49 SHP001 unknown field 'an ninh'; the fields here are count, names, asked, says",
            ],
        ),
        (
            {"remarks": "[{note: in 'sáu', in 7}]"},
            ["11:32 SHP001 unknown field 'in 7', cut off at a comma; quote it: 'in ''sáu'', in 7'"],
        ),
        (
            {"outstanding": f"{{names: [Bộ Y tế, {NAME}, Bộ Tư phấp]}}"},
            [
                f"11:36 REG001 unknown body 'Bộ Văn hóa'; quote it: '{NAME}'",
                f"11:48 REG001 unknown body 'Thể thao và Du lịch'; quote it: '{NAME}'",
                "11:69 REG001 unknown body 'Bộ Tư phấp'; did you mean 'Bộ Tư pháp'?",
            ],
        ),
        ({"outstanding": f"{{names: [Bộ Y tế, '{NAME}']}}"}, []),
        # A colon makes a mapping of a text
        (
            {"outstanding": "{names: [Bộ Y tế: đang thử]}"},
            ["11:27 SHP003 names: expected a text, got a mapping; quote it: 'Bộ Y tế: đang thử'"],
        ),
        # Not cut: in quotes, in lines of their own, a field that lacks its colon, a mapping in braces
        (
            {"outstanding": "{names: [Bộ Văn hóa, 'Thể thao và Du lịch']}"},
            [
                "11:27 REG001 unknown body 'Bộ Văn hóa'",
                f"11:39 REG001 unknown body 'Thể thao và Du lịch'; did you mean '{NAME}'?",
            ],
        ),
        (
            {"outstanding": "\n      names:\n        - Bộ Văn hóa\n        - Thể thao và Du lịch"},
            [
                "13:11 REG001 unknown body 'Bộ Văn hóa'",
                f"14:11 REG001 unknown body 'Thể thao và Du lịch'; did you mean '{NAME}'?",
            ],
        ),
        ({"outstanding": "{count: 9, nams}"}, ["11:29 SHP001 unknown field 'nams'; did you mean 'names'?"]),
        ({"note": "{a: b}"}, ["11:11 SHP003 note: expected a text, got a mapping"]),
    ],
)
def test_what_a_comma_cut_in_a_snapshot_is_said_whole(
    fields: dict[str, str], findings: list[str], definitions: Definitions
) -> None:
    found = load(HEAD + entry(**fields), definitions).findings
    said = [f"{one.location.line}:{one.location.column} {one.rule} {one.message}" for one in found]
    assert [one for one in said if not one.split()[1].startswith("FIG")] == findings


def always(before: str, text: str, *, tight: bool) -> bool:
    return tight or before != text


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("[a, b,c, d]", ["a, b,c, d"]),
        ("[a, 'b', c, d]", ["c, d"]),
        ("[a,\n b]", ["a, b"]),
        ("[a, {b: c}, d]", []),
        ("\n - a\n - b", []),
        ("[a]", []),
        ("a", []),
    ],
)
def test_only_plain_items_in_brackets_can_be_cut(text: str, whole: list[str]) -> None:
    document = read_document(f"x: {text}".encode(), "f")
    assert [cut.whole for cut in cut_texts(document, ("x",), always)] == whole


def test_a_cut_text_says_where_it_begins_and_how_it_goes_on() -> None:
    document = read_document(b"x: [a, 'b', c, d,e, {f: g}, h, i]", "f")
    assert [*cut_texts(document, ("x",), always)] == [CutText(2, "d", "c, d,e"), CutText(6, "i", "h, i")]


@pytest.mark.parametrize(
    ("item", "wholes"),
    [
        (0, ["a, b", "a, b,c"]),
        (1, ["a, b", "b,c", "a, b,c", "b,c, d"]),
        (2, ["b,c", "c, d", "a, b,c", "b,c, d", "c, d, e"]),
        (4, ["d, e", "c, d, e"]),
    ],
)
def test_an_item_may_be_a_piece_of_two_or_three(item: int, wholes: list[str]) -> None:
    document = read_document(b"x: [a, b,c, d, e]", "f")
    assert [*with_neighbours(document, ("x", item))] == wholes


def test_an_item_in_quotes_is_a_piece_of_nothing() -> None:
    document = read_document(b"x: [a, 'b', c]", "f")
    assert [*with_neighbours(document, ("x", 0))] == [*with_neighbours(document, ("x", 1))] == []


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("x:\n  - Lưu: VT", "Lưu: VT"),
        ("x: [Lưu: VT]", "Lưu: VT"),
        ("x: [{Lưu: VT}]", None),
        ("x:\n  - Lưu: VT\n    Gửi: A", None),
        ("x:\n  - Lưu: [VT]", None),
        ("x:\n  - Lưu: VT\n    Gửi: [A]", None),
        ("x:\n  - Lưu", None),
        ("x:\n  - [Lưu]", None),
    ],
)
def test_a_colon_makes_a_mapping_of_a_text_unless_there_are_braces(text: str, whole: str | None) -> None:
    assert taken_for_mapping(read_document(text.encode(), "f"), ("x", 0)) == whole


def test_the_advice_doubles_the_quotes_within() -> None:
    assert advice("in 'sáu', in 7") == "quote it: 'in ''sáu'', in 7'"


@pytest.mark.parametrize(
    ("key", "whole"),
    [
        ("a", "1,b, c,d,e,f,g"),
        ("b", "1,b, c,d,e,f,g"),
        ("g", "1,b, c,d,e,f,g"),
        ("h", "1,b, c,d,e,f,g"),
        ("i", None),
        ("z", None),
    ],
)
def test_a_value_is_told_with_the_six_next_pieces(key: str, whole: str | None) -> None:
    document = read_document(b"x: {a: 1,b, c,d,e,f,g,h,i,j}", "f")
    assert cut_value(document, ("x", key)) == whole


def test_a_value_goes_on_up_to_the_next_that_has_its_colon() -> None:
    document = read_document(b"x: {a: 1, b, c: 2, d, 'e', f: ~, g}", "f")
    wholes = [cut_value(document, ("x", key)) for key in "abcdefg"]
    assert wholes == ["1, b", "1, b", "2, d", "2, d", None, None, None]


@pytest.mark.parametrize(
    "raw", [b"", b"x", b"[a, b, c]", b"{a, b, c}", b"{a: [1, 2], b}", b"{a: 'x', b}", b"a:\nb:\n", b"{a: 1, b: }"]
)
def test_nothing_is_made_up_where_no_comma_cut_a_value(raw: bytes) -> None:
    document = read_document(raw, "f")
    assert [cut_value(document, (key,)) for key in ("a", "b", "c")] == [None] * 3
    assert taken_for_mapping(document, ("a",)) is None


def test_a_great_many_rests_are_shortened() -> None:
    raw = "{a: 1," + ",".join(f"k{number}" for number in range(5000)) + "}"
    whole = cut_value(read_document(raw.encode(), "f"), ("k3",))
    assert whole is not None
    assert len(whole) < 60
