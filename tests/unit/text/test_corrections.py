"""What may have been meant by a text that is no figure."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egov_tracker.text.corrections import suggest_corrections


@pytest.mark.parametrize(
    ("text", "guess"),
    [
        ("1,578", "1.578"),
        ("1,578 triệu", "1,578 triệu"),
        ("1,578,000 triệu", "1.578.000 triệu"),
        ("36.95 %", "36,95 %"),
        ("36.95", "36,95%"),
        ("gần 010", "gần 10"),
        ("1 578 000/2,000", "1.578.000/2.000"),
    ],
)
def test_a_number_is_respelled_in_its_place(text: str, guess: str) -> None:
    assert list(suggest_corrections(text))[1] == guess


@given(st.text(max_size=40))
def test_any_text_gets_a_few_guesses(text: str) -> None:
    assert 2 <= len(list(suggest_corrections(text))) <= 4
