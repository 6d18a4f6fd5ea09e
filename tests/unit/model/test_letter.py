"""The day and the number of a letter: read, or refused with what is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pydantic import TypeAdapter

from egov_tracker.errors import TextError
from egov_tracker.model.letter import LetterFile, parse_day, parse_number
from egov_tracker.render.json import dump
from tests.running import only_as_locked

if TYPE_CHECKING:
    from collections.abc import Callable


def test_a_letter_has_a_day() -> None:
    assert str(parse_day("2016-03-04")) == "2016-03-04"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("2016-03", 'expected the day of the document, such as 2016-03-04, got "2016-03"'),
        ("unknown", 'expected the day of the document, such as 2016-03-04, got "unknown"'),
        ("2016-03-32", "there is no day 32 in March 2016: 1 to 31"),
    ],
)
def test_a_date_that_is_no_day_is_none_of_a_letter(text: str, sentence: str) -> None:
    with pytest.raises(TextError) as refusal:
        parse_day(text)
    assert str(refusal.value) == sentence


@pytest.mark.parametrize("number", ["1375/VPCP-KGVX", "/VPCP-KGVX", "12/BC-VPCP", "7/CV", "36/NQ-CP&X"])
def test_a_number_is_read_as_it_is_written(number: str) -> None:
    assert parse_number(number) == number


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("1375 / VPCP - KGVX", "1375/VPCP-KGVX"),
        (" 1375/VPCP-KGVX ", "1375/VPCP-KGVX"),
        ("1375", None),
        ("1375/12", None),
        ("số 5/CV", None),
        ("", None),
    ],
)
def test_another_number_is_refused_with_the_one_meant(text: str, meant: str | None) -> None:
    with pytest.raises(TextError) as refusal:
        parse_number(text)
    assert str(refusal.value) == f'expected number and sign such as 1375/VPCP-KGVX, got "{text}"'
    assert refusal.value.meant == meant


@only_as_locked("pydantic")
def test_an_editor_is_told_all_limits_and_meanings_of_a_letter(golden: Callable[[str, str], None]) -> None:
    golden("schema-letter.json", dump(TypeAdapter(LetterFile).json_schema()))
