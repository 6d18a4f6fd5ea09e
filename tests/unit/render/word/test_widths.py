from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egov_tracker.render.word.widths import column_widths
from egov_tracker.views.page import Column

LONG = "Công khai tiến độ giải quyết hồ sơ trên Cổng Thông tin điện tử Chính phủ"


@pytest.mark.parametrize(
    ("rows", "widths"),
    [
        ([], [75.0, 75.0]),
        ([("1", "1")], [75.0, 75.0]),
        ([("1", LONG)], [6.1, 143.9]),  # what fits in fewest lines, not in proportion to the longest cell
        ([("7/12", LONG)] * 3 + [(LONG, "1")], [35.7, 114.3]),  # three rows count for more than one
    ],
)
def test_columns_share_the_page_so_that_the_table_takes_few_lines(
    rows: list[tuple[str, str]], widths: list[float]
) -> None:
    assert column_widths((Column("A"), Column("B")), rows, 150.0) == widths


@given(st.lists(st.tuples(*[st.text("ab -", max_size=200)] * 4), max_size=20), st.sampled_from([60.0, 160.0]))
def test_columns_always_fill_the_page(rows: list[tuple[str, ...]], room: float) -> None:
    widths = column_widths(tuple(map(Column, "ABCD")), rows, room)
    assert min(widths) > 0
    assert sum(widths) == pytest.approx(room, abs=0.3)


@pytest.mark.parametrize(
    ("titles", "rows", "room", "widths"),
    [
        (
            ("Cơ quan", "Số liệu", "Nguồn"),
            [
                ("Bộ Ngoại giao", "19/30; 9 chưa hoàn thành", "[1] dòng 4"),
                ("Tỉnh, thành phố trực thuộc Trung ương", "63/63", "[2] dòng 12"),
            ],
            160.0,
            [83.7, 46.7, 29.6],
        ),
        # Words that leave no room: seven tenths of the page for them, the rest to the tallest
        (("A", "B"), [("x" * 80, "y" * 40)], 160.0, [104.0, 56.0]),
        (("A", "B"), [("x" * 30, "y" * 40)], 155.0, [69.9, 85.1]),
        # Nothing is broken at a blank that holds its sides together, "13 → 1"
        (("A", "B"), [("còn 13\u00a0→\u00a01", LONG)] * 2, 60.0, [17.1, 42.9]),
        # A word may be broken at its hyphen
        (("A", "B"), [("aaaaaaaaaa-bbbbbbbbbb-cccccccccc " * 3, "d e f")], 80.0, [70.8, 9.2]),
        (
            tuple("ABCDE"),
            [(LONG, "a b", "c d e f g h", LONG[:20], "1"), ("x", LONG[:30], "y", "z", LONG[:50])],
            160.0,
            [60.3, 26.8, 12.3, 18.6, 42.0],
        ),
        (tuple("ABC"), [(LONG, LONG[:40], "a b c")] * 3 + [("x", LONG, "1")] * 200, 120.0, [29.7, 84.1, 6.1]),
    ],
)
def test_what_is_left_goes_to_the_tallest_texts_and_words_stay_whole(
    titles: tuple[str, ...], rows: list[tuple[str, ...]], room: float, widths: list[float]
) -> None:
    assert column_widths(tuple(map(Column, titles)), rows, room) == widths


@pytest.mark.parametrize(("rows", "seen"), [(298, True), (300, True), (301, False), (599, False)])
def test_of_a_table_of_more_than_three_hundred_rows_as_many_are_measured(
    rows: int,
    seen: bool,  # noqa: FBT001
) -> None:
    """The long text stands in every other row, so that it is not seen where every other row is left out."""
    texts = [(LONG, "1") if number % 2 else ("1", "1") for number in range(rows)]
    first, second = column_widths((Column("A"), Column("B")), texts, 120.0)
    assert (first > second) is seen
