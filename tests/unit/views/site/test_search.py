from __future__ import annotations

import pytest

from egov_tracker.views.site.search import shortened


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("a " * 44 + "bc", "a " * 44 + "bc"),
        ("a " * 44 + "bcd", ("a " * 44).rstrip() + "…"),
        ("a" * 90, "a" * 90),
        ("a" * 91, "a" * 90 + "…"),
        ("", ""),
    ],
    ids=["90 letters", "91 letters", "a word of 90", "a word of 91", "none"],
)
def test_a_title_in_the_search_has_ninety_letters_at_most_and_is_cut_between_words(title: str, shown: str) -> None:
    assert shortened(title) == shown
