from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egov_tracker.errors import TextError
from egov_tracker.reading.sources import clean_text

ODD = "aeô\u0301\u0302\u0323\u00ad\u200b\ufeff\r\n\u2028\x0c\u00a0\u3000đĐ1 "


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("Bộ\u00a0Y tế\r\n", "Bộ Y tế\n"),
        ("Bo\u0323\u0302 Y te\u0302\u0301", "Bộ Y tế"),
        ("Bô\u200b\u0323", "Bộ"),
        ("liên\u00ad thông\x0cTrang 2", "liên thông\nTrang 2"),
    ],
)
def test_a_text_is_composed_without_invisible_characters_and_with_plain_line_ends(text: str, clean: str) -> None:
    assert clean_text(text) == clean


@given(st.text(alphabet=st.sampled_from(ODD), max_size=60))
def test_what_is_archived_is_composed_and_stays_as_it_is(text: str) -> None:
    try:
        clean = clean_text(text)
    except TextError:
        return
    assert unicodedata.is_normalized("NFC", clean)
    assert clean_text(clean) == clean
    assert not set(clean) & set("\r\u2028\u00ad\u200b\ufeff\x0c\u00a0\u3000")
