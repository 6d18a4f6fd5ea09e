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
