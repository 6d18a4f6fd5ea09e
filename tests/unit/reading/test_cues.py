from __future__ import annotations

import pytest

from egov_tracker.errors import TextError
from egov_tracker.reading.cues import compile_cues, spell_out
from egov_tracker.reading.tokens import tokenize


@pytest.mark.parametrize(
    ("cue", "text", "found"),
    [
        ("kết nối", "đã kết nối rồi", "kết nối"),
        ("kết nối [các] hệ thống", "kết nối hệ thống", "kết nối hệ thống"),
        ("kết nối [các] hệ thống", "kết nối các hệ thống", "kết nối các hệ thống"),
        ("(với | tới) VPCP", "tới VPCP", "tới VPCP"),
        ("kết nối ... VPCP", "kết nối hệ thống với VPCP", "kết nối hệ thống với VPCP"),
        ("kết nối liên thông", "kết nối, liên thông", "kết nối, liên thông"),
        ("hoà bình", "Hòa Bình", "Hòa Bình"),
        ("kết nối ... VPCP", "kết nối " + "a " * 13 + "VPCP", None),
        ("kết nối", "kết bạn", None),
    ],
)
def test_a_cue_finds_its_words(cue: str, text: str, found: str | None) -> None:
    tokens = tokenize(text)
    hits = compile_cues([("x", cue)]).find(tokens)
    assert [text[tokens[hit.first].start : tokens[hit.last].end] for hit in hits] == ([found] if found else [])


def test_the_longest_form_of_a_cue_is_taken() -> None:
    tokens = tokenize("công khai tiến độ trên Cổng thông tin Chính phủ")
    cues = compile_cues([("x", "công khai ... Cổng thông tin"), ("x", "công khai ... Cổng thông tin Chính phủ")])
    assert [(hit.first, hit.last) for hit in cues.find(tokens)] == [(0, 9)]


EMPTY = "may be empty, or begins or ends with a gap"
LONG = " ".join(f"[{letter}]" for letter in "abcdefghik")


@pytest.mark.parametrize(
    ("cue", "sentence"),
    [
        ("[a", 'the cue "[a" cannot be read from "[a"'),
        ("b a)", 'the cue "b a)" cannot be read from ")"'),
        ("... a", f'the cue "... a" {EMPTY}'),
        ("a ...", f'the cue "a ..." {EMPTY}'),
        ("a ... ... b", f'the cue "a ... ... b" {EMPTY}'),
        ("[a] [b]", f'the cue "[a] [b]" {EMPTY}'),
        ("", f'the cue "" {EMPTY}'),
        (LONG, f'the cue "{LONG}" has 1024 forms: at most 512'),
    ],
)
def test_what_is_no_cue_is_refused_with_a_sentence(cue: str, sentence: str) -> None:
    with pytest.raises(TextError) as raised:
        compile_cues([("x", cue)])
    assert str(raised.value) == sentence


def test_a_cue_has_so_many_forms_at_most() -> None:
    assert len(spell_out(f"x {LONG.partition(' ')[2]}")) == 512


def test_a_cue_spells_out_all_its_forms() -> None:
    assert spell_out("a [b] (c | d)") == ((("a", "c"),), (("a", "d"),), (("a", "b", "c"),), (("a", "b", "d"),))
