"""How messages are put: what was expected, what was got, what was probably meant."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import egov_tracker
from egov_tracker.errors import TextError, did_you_mean, expected, hint_at, one_of, quoted, there_are

SOURCES = sorted(Path(egov_tracker.__file__).parent.rglob("*.py"))


def test_a_message_says_what_was_expected_and_what_was_got() -> None:
    assert expected("a list", "nothing") == "expected a list, got nothing"


@pytest.mark.parametrize(
    ("name", "candidates", "or_list", "hint"),
    [
        ("provincess", ("central", "provinces"), False, "; did you mean 'provinces'?"),
        ("Bo Tai chinh", ("Bộ Tài chính", "Bộ Tư pháp"), False, "; did you mean 'Bộ Tài chính'?"),
        ("xyz", ("central", "provinces"), False, ""),
        ("xyz", ("central", "provinces"), True, "; there are central, provinces"),
        ("xyz", (), True, ""),
    ],
)
def test_a_hint_names_the_nearest_or_else_all_where_that_is_wanted(
    name: str, candidates: tuple[str, ...], or_list: object, hint: str
) -> None:
    assert did_you_mean(name, candidates, or_list=bool(or_list)) == hint


@pytest.mark.parametrize(("names", "said"), [(["a"], "a"), (["a", "b"], "a or b"), (["a", "b", "c"], "a, b or c")])
def test_a_choice_is_spelled_out(names: list[str], said: str) -> None:
    assert one_of(names) == said


def test_of_very_many_names_the_first_are_listed() -> None:
    assert there_are(()) == ""
    assert there_are(("a", "b")) == "; there are a, b"
    assert there_are(map(str, range(5000))) == f"; there are {', '.join(map(str, range(100)))} … (5,000 in all)"


def test_a_text_error_says_what_was_meant_where_that_is_known() -> None:
    assert TextError("no figure", "1.578").sentence == "no figure; did you mean '1.578'?"
    assert TextError("no figure").sentence == "no figure"
    assert hint_at(("a", "b")) == "; did you mean 'a' or 'b'?"


def test_a_quote_is_one_short_line() -> None:
    assert quoted("a\nb\x1b") == '"a\\nb\\x1b"'
    assert len(quoted("x" * 1000)) == 62


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_hints_and_expectations_are_worded_in_one_place(path: Path) -> None:
    if path.name != "errors.py":
        text = path.read_text(encoding="utf-8")
        assert re.findall(r'"[^"\n]*(?:did you mean|is meant here|: no such )[^"\n]*"', text) == []
