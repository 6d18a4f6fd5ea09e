"""How wide the columns of a table are, so that it takes as few lines as it can."""

from __future__ import annotations

import re
from itertools import permutations
from math import ceil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from egov_tracker.views.page import Column

CHARACTER_WIDTH, CELL_MARGIN = 2.1, 2.0  # millimetres
LONG_WORDS = 0.7
STEP = 3.0  # millimetres
MOST_TRIES = 30_000  # cells measured for trades
MOST_ROWS = 300  # that are measured one by one; of more, as many are measured, evenly spread
BREAKS = re.compile(r"[^\S\u00a0]|-")  # not at a blank that holds what stands on both sides together

Lengths = tuple[float, ...]


def column_widths(columns: Sequence[Column], rows: Sequence[Sequence[str]], room: float) -> list[float]:
    """Millimetres for each column: no word is broken where the page allows it, and what is left goes to the tallest.

    Where the longest words leave nothing for long texts, three tenths of the page are kept for these.
    """
    texts = [tuple(column.title for column in columns), *map(tuple, rows[:: ceil(len(rows) / MOST_ROWS) or 1])]
    words = [
        max(_millimetres(word) for text in column for word in BREAKS.split(text)) for column in zip(*texts, strict=True)
    ]
    if sum(words) >= room:
        words = [min(need, LONG_WORDS * room / len(columns)) for need in words]
    lengths = [tuple(_millimetres(text) - 2 * CELL_MARGIN for text in row) for row in texts]
    widths = _traded(_widened(words, lengths, room), words, lengths)
    spare = (room - sum(widths)) / sum(widths)
    return [round(width * (1 + spare), 1) for width in widths]


def _widened(least: Sequence[float], lengths: Sequence[Lengths], room: float) -> list[float]:
    """The columns step by step wider: each time the one that makes the most lines, until all texts have one."""
    widths = list(least)
    while room - sum(widths) >= STEP:
        lines = [0] * len(widths)
        for row in lengths:
            heights = _heights(row, widths)
            tallest = max(heights)
            if tallest > 1:
                for number, height in enumerate(heights):
                    lines[number] += height if height == tallest else 0
        if not any(lines):
            break
        widths[lines.index(max(lines))] += STEP
    return widths


def _traded(widths: list[float], least: Sequence[float], lengths: Sequence[Lengths]) -> list[float]:
    """The columns after every trade of a step between two of them that saves lines; not of a table that is large."""
    lines = _lines(lengths, widths)
    trades = list(permutations(range(len(widths)), 2))
    tries = MOST_TRIES // max(len(lengths) * len(widths), 1)
    while tries >= len(trades):
        tries -= len(trades)
        kept = [trade for trade in trades if widths[trade[0]] - STEP >= least[trade[0]]]
        best = min((_trade(widths, trade) for trade in kept), key=lambda one: _lines(lengths, one), default=widths)
        if _lines(lengths, best) >= lines:
            break
        widths, lines = best, _lines(lengths, best)
    return widths


def _trade(widths: Sequence[float], trade: tuple[int, int]) -> list[float]:
    given = {trade[0]: -STEP, trade[1]: STEP}
    return [width + given.get(number, 0) for number, width in enumerate(widths)]


def _lines(lengths: Sequence[Lengths], widths: Sequence[float]) -> int:
    """The lines of all rows together."""
    return sum(max(_heights(row, widths)) for row in lengths)


def _heights(row: Lengths, widths: Sequence[float]) -> list[int]:
    """The lines of each cell of a row."""
    return [ceil(length / _room_in(width)) for length, width in zip(row, widths, strict=True)]


def _room_in(width: float) -> float:
    return max(width - 2 * CELL_MARGIN, CHARACTER_WIDTH)


def _millimetres(text: str) -> float:
    """The approximate width of a text in a cell."""
    return len(text) * CHARACTER_WIDTH + 2 * CELL_MARGIN
