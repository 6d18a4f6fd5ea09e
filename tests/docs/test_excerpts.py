"""What counts as an excerpt, and how a stale one is renewed."""

from __future__ import annotations

import pytest

from tests.docs.excerpts import first_missing, fits, renew

OUTPUT = ["title", "", "19/30  63,33%  line 89", "63/63  100%  line 110", "end"]


@pytest.mark.parametrize(
    ("excerpt", "found"),
    [
        (OUTPUT, True),
        (["…", "19/30  63,33%  line 89", "…"], True),
        (["title", "…", "63/63…", "end"], True),
        (["…", "19/30 … 89", "…", "end"], True),
        (["title", "…"], True),
        (["…"], True),
        (["title"], False),
        (["…", "19/30", "…"], False),
        (["…", "19/30…", "end"], False),
        (["…", "end", "title", "…"], False),
        (["…", "19.30  63,33%  line 89", "…"], False),
        ([], False),
    ],
)
def test_an_excerpt_is_whole_but_for_what_it_says_it_leaves_out(excerpt: list[str], *, found: bool) -> None:
    assert fits(excerpt, OUTPUT) is found


def test_what_is_missing_is_named() -> None:
    assert first_missing(["…", "20/30…", "end"], OUTPUT) == "20/30…"
    assert "another order" in first_missing(["end", "title"], OUTPUT)


@pytest.mark.parametrize(
    ("excerpt", "renewed"),
    [
        (["title", "18/30"], OUTPUT),
        (["…", "18/30  60,00%  line 89", "…"], ["…", "19/30  63,33%  line 89", "…"]),
        (["…", "18/30  60,00%…", "63/63…", "…"], ["…", "19/30  63,33%…", "63/63…", "…"]),
        (["…", "18/30  60,00%  line 89", "end"], None),
    ],
)
def test_a_stale_line_gives_way_to_the_one_most_like_it(excerpt: list[str], renewed: list[str] | None) -> None:
    assert renew(excerpt, OUTPUT) == renewed
