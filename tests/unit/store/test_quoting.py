"""What YAML cuts at a comma is told with the quotes that it lacks, and sound data raises no such alarm."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from egov_tracker.store.quoting import cut_texts, cut_value, taken_for_mapping
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


@pytest.mark.parametrize(
    "raw", [b"", b"x", b"{a, b, c}", b"{a: [1, 2], b}", b"{a: 'x', b}", b"a:\nb:\n", b"{a: 1, b: }"]
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
