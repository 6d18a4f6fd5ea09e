"""Bars: what is drawn is what is printed, whatever is printed."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egov_tracker.views.trend.bars import FRAME, SIGNS, WHOLE, Bar, Fill, Part, draw_bar, draw_bars
from tests.building import definitions, entry, load_one


@pytest.mark.parametrize(
    ("value", "drawn"),
    [
        ("63/63", "│████████████████████████▏"),
        ("29/30", "│███████████████████████ ▏"),
        ("62/63", "│███████████████████████ ▏"),  # never full where one is missing
        ("1/63", "│█                       ▏"),  # never empty where there is one
        ("0/30", "│                        ▏"),
        ("gần 29/30", "│████████████████████▒▒▒ ▏"),
        ("19", "│████████████████████████"),
        ("khoảng 50", "│████████████████▒▒▒▒▒▒▒▒"),
        ("dưới 50", "│▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒"),
    ],
)
def test_a_figure_is_drawn_out_of_its_n_or_as_long_as_itself(value: str, drawn: str) -> None:
    bar = draw_bar(load_one(entry(value=value), definitions()))
    assert bar
    assert bar.characters(CHARACTERS) == drawn


def test_beside_a_percentage_a_rounded_count_is_drawn_as_one_between_its_bounds() -> None:
    bars = draw_bars([load_one(entry(value=value), definitions()) for value in ("50%", "khoảng 20/30")])
    assert [bar and bar.characters(CHARACTERS) for bar in bars] == [
        "│████████████",
        "│█████████████▒▒▒▒▒▒     ▏",  # from 16 to 24 of 30
    ]


def test_one_outstanding_body_of_many_is_seen_and_the_frame_is_not_left() -> None:
    late = "{count: 1, names: [Bộ Y tế]}"
    bar = draw_bar(load_one(entry(value="62/63", outstanding=late), definitions()))
    assert bar
    assert bar.characters(CHARACTERS) == "│███████████████████████▓▏"


CHARACTERS = 24
SIZES = st.lists(st.tuples(st.sampled_from(Fill), st.integers(1, 10**6)), max_size=4)


@given(SIZES, st.none() | st.integers(1, 10**6), st.integers(8, 60))
def test_every_part_is_seen_in_its_order_and_nothing_is_drawn_beyond_the_scale(
    sizes: list[tuple[Fill, int]], frame: int | None, width: int
) -> None:
    total = sum(size for _, size in sizes)
    scale = Decimal(max(total, frame or 0, 1))
    parts = tuple(Part(fill, Decimal(size)) for fill, size in sizes)
    bar = Bar(parts, None if frame is None else Decimal(frame), scale)
    spans = bar.spans
    assert [span.fill for span in spans] == [fill for fill, _ in sizes]
    assert all(span.length > 0 for span in spans)
    assert all(one.end == other.start for one, other in pairwise(spans))
    assert all(span.start >= 0 and span.end <= WHOLE for span in spans)
    cells = bar.characters(width)[1:].rstrip(FRAME)
    assert len(cells) <= width
    assert set(cells) == {SIGNS[fill] for fill, _ in sizes} | ({" "} if " " in cells else set())
    if frame is not None and total < frame:
        assert frame != scale or cells.endswith(" ") or len(cells) <= len(sizes)


@given(st.lists(st.sampled_from(["5", "10/30", "gần 20", "ít nhất 7", "dưới 9", "12,7 triệu"]), min_size=2, max_size=5))
def test_all_bars_of_a_line_have_one_scale_that_the_longest_fills(values: list[str]) -> None:
    seen = [load_one(entry(value=value), definitions()) for value in values]
    bars = [bar for bar in draw_bars(seen) if bar]
    assert len(bars) == len(values)
    assert len({bar.scale for bar in bars}) == 1
    longest = max(max((bar.spans[-1].end if bar.spans else 0), bar.frame_length or 0) for bar in bars)
    assert longest == WHOLE
    assert all(len(bar.characters(CHARACTERS)) <= CHARACTERS + 2 for bar in bars)


@pytest.mark.parametrize(
    ("sizes", "frame", "spans"),
    [
        ((19, 9), 30, [(0, 633), (633, 300)]),
        ((999, 1), 1000, [(0, 996), (996, 4)]),
        ((1, 999), 1000, [(0, 4), (4, 996)]),
        ((995, 5), 1000, [(0, 995), (995, 5)]),
        ((1, 0), 100_000, [(0, 4), (4, 4)]),
    ],
)
def test_a_part_has_its_thousandths_of_the_scale_and_at_least_four(
    sizes: tuple[int, int], frame: int, spans: list[tuple[int, int]]
) -> None:
    parts = tuple(Part(fill, Decimal(size)) for fill, size in zip((Fill.DONE, Fill.OUTSTANDING), sizes, strict=True))
    bar = Bar(parts, Decimal(frame), Decimal(frame))
    assert [(span.start, span.length) for span in bar.spans] == spans
    assert bar.frame_length == 1000
