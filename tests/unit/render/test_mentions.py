from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egov_tracker.render.mentions import Mentions, Piece, Target, is_worth_splitting, split_addresses
from egov_tracker.views.page import Footnote, Lang, Page

PAGE = Page(Lang.VI, "Trang", (), (), (Footnote(1, "một"), Footnote(2, "hai")), ("[1] Báo cáo",))
NOTE, SOURCE = Target("note", 1), Target("source", 1)


@pytest.mark.parametrize(
    ("text", "mentioned"),
    [
        ("63/63. [1] (1)", [SOURCE, NOTE]),
        ("[1] dòng 4 (1) (2)", [SOURCE, NOTE, Target("note", 2)]),
        ("(1) (7)", [NOTE]),  # there is no note 7
        ("(01)", []),
        ("Bộ Y tế (1); Bộ Tài chính (2)", []),  # counts
        ("https://x.vn/[1]", []),
        (f"({'1' * 5000})", []),
    ],
)
def test_what_is_on_the_lists_of_the_page_is_mentioned(text: str, mentioned: list[Target]) -> None:
    assert [piece.target for piece in Mentions(PAGE).split(text) if piece.target] == mentioned


def test_the_first_mention_is_told_from_later_ones() -> None:
    mentions = Mentions(PAGE)
    first, again = ([piece.first for piece in mentions.split("(1)") if piece.target] for _ in range(2))
    assert (first, again) == ([True], [False])
    assert (mentions.has(NOTE), mentions.has(SOURCE)) == (True, False)


def test_an_address_ends_before_the_full_stop() -> None:
    pieces = split_addresses("xem https://x.vn/a?b=1&amp;c=2.")
    assert [*pieces] == [Piece("xem "), Piece("https://x.vn/a?b=1&amp;c=2", address=True), Piece(".")]


@given(st.lists(st.sampled_from([*"[]()12 &;.“”ế", "(1)", "[1]", "[1] (2)", "https://x"])).map("".join))
def test_the_pieces_are_together_the_text(text: str) -> None:
    pieces = list(Mentions(PAGE).split(text))
    assert "".join(piece.text for piece in pieces) == text
    assert is_worth_splitting(text) or not any(piece.target or piece.address for piece in pieces)
