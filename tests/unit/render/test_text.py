"""A page as plain text: aligned, wrapped between words, with nothing cut."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egov_tracker.render.text import render_text, wrap
from egov_tracker.views.page import RIGID, Align, Column, Footnote, Items, Lang, Page, Paragraph, Section, Table

COLUMNS = (
    Column("Cơ quan"),
    Column("Tỷ lệ", Align.RIGHT, RIGID),
    Column("Ở giữa", Align.CENTER, RIGID),
    Column("Ghi chú"),
)
ROWS = (
    ("Đài Tiếng nói Việt Nam", "63,33%", "có", "dòng 4–5"),
    ("Bộ Lao động - Thương binh và Xã hội", "0%", "", ""),
    ("Huế", "100,00%", "không", "chỉ nói đến nay"),
)
PAGE = Page(
    Lang.VI,
    "Tựa đề",
    ("Dữ liệu: đây",),
    (Section("Mục một", (Table(COLUMNS, ROWS), Paragraph("Một đoạn."), Items(("điểm một", "điểm hai")))),),
    (Footnote(1, "Nguồn ghi 9 cơ quan nhưng chỉ nêu tên 7."),),
    ("[1] Bài viết",),
    {"footnotes": "Chú thích", "sources": "Nguồn"},
)

UNWRAPPED = """\
Tựa đề
Dữ liệu: đây

Mục một
Cơ quan                                Tỷ lệ  Ở giữa  Ghi chú
-----------------------------------  -------  ------  ---------------
Đài Tiếng nói Việt Nam                63,33%    có    dòng 4–5
Bộ Lao động - Thương binh và Xã hội       0%
Huế                                  100,00%  không   chỉ nói đến nay
Một đoạn.
- điểm một
- điểm hai

Chú thích
(1) Nguồn ghi 9 cơ quan nhưng chỉ nêu tên 7.

Nguồn
[1] Bài viết
"""


def test_columns_stand_under_each_other_with_vietnamese_letters() -> None:
    assert render_text(PAGE) == UNWRAPPED


def test_a_narrow_page_is_wrapped_between_words() -> None:
    lines = render_text(PAGE, 40).splitlines()
    assert max(map(len, lines)) <= 40
    assert [line for line in lines if line.startswith(("Tựa", "Mục", "- ", "(1)", "    tên", "[1]"))] == [
        "Tựa đề", "Mục một", "- điểm một", "- điểm hai", "(1) Nguồn ghi 9 cơ quan nhưng chỉ nêu", "    tên 7.",
        "[1] Bài viết",
    ]  # fmt: skip


def columns_of(lines: list[str]) -> list[list[str]]:
    """The words of every column of the first table, in order, read back by the ruler under its head."""
    ruler = next(number for number, line in enumerate(lines) if line.startswith("---"))
    first = max(number for number, line in enumerate(lines[:ruler]) if line == "Mục một") + 1
    spans = [found.span() for found in re.finditer("-+", lines[ruler])]
    end = next(number for number, line in enumerate(lines) if line == "Một đoạn.")
    body = [*lines[first:ruler], *lines[ruler + 1 : end]]
    return [[word for line in body for word in line[start:stop].split()] for start, stop in spans]


@pytest.mark.parametrize("width", [None, 200, 60, 50, 40])
def test_every_word_of_a_cell_stays_whole_and_in_its_column(width: int | None) -> None:
    expected = [
        [word for row in (tuple(column.title for column in COLUMNS), *ROWS) for word in row[location].split()]
        for location in range(len(COLUMNS))
    ]
    assert columns_of(render_text(PAGE, width).splitlines()) == expected


def test_tables_of_the_same_columns_share_their_widths() -> None:
    short, long = Table((Column("A"), Column("B")), (("x", "y"),)), Table((Column("A"), Column("B")), (("xxxx", "y"),))
    page = Page(Lang.VI, "T", (), (Section("S", (short, long)),))
    assert render_text(page) == "T\n\nS\nA     B\n----  -\nx     y\nA     B\n----  -\nxxxx  y\n"


def test_nothing_is_coloured_unless_it_is_asked_for() -> None:
    assert "\x1b" not in render_text(PAGE, 80)
    styled = render_text(PAGE, 80, styled=True)
    assert re.sub(r"\x1b\[\d*m", "", styled) == render_text(PAGE, 80)
    assert re.findall(r"\x1b\[1m(.*?)\x1b\[0m", styled) == ["Tựa đề", "Mục một", "Chú thích", "Nguồn"]


WORDS = st.lists(st.text("aăđ-", min_size=1, max_size=12), max_size=12).map(" ".join)


@given(WORDS, st.integers(1, 30), st.sampled_from(["", "  ", "    "]))
def test_wrapping_loses_no_word_and_breaks_none(text: str, width: int, indent: str) -> None:
    lines = wrap(text, width, indent)
    assert " ".join(lines).split() == text.split()
    longest = max((len(word) for word in text.split()), default=0)
    assert all(len(line.rstrip()) <= max(width, longest + len(indent)) for line in lines)


@pytest.mark.parametrize(
    ("rows", "ruler"),
    [(3, (29, 39)), (4_998, (29, 39)), (4_999, (29, 39)), (5_000, (34, 34)), (9_999, (34, 34))],
)
def test_a_table_too_large_to_try_every_way_has_its_widest_columns_levelled(rows: int, ruler: tuple[int, int]) -> None:
    """One long text against many: where it can be tried, the column of the one is narrowed."""
    one, many = "a " * 24 + "a", "b " * 19 + "b"
    table = Table((Column("A"), Column("B")), ((one, many), *[("a", many)] * (rows - 1)))
    lines = render_text(Page(Lang.VI, "T", (), (Section("S", (table,)),)), 70).splitlines()
    (line,) = [line for line in lines if line.startswith("---")]
    assert tuple(map(len, line.split())) == ruler
