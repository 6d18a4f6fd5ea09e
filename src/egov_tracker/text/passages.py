"""Passages of a text: the lines around them, and whether they print a given word or number."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from egov_tracker.text.patterns import late
from egov_tracker.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Span = tuple[int, int]

_HYPHENATED = late(r"(?<=\w)[-\u00ad\u2010]\n\s*(?=\w)")


class LineOfText(NamedTuple):
    """A line with its number, counted from 1, and the offset at which it begins."""

    number: int
    start: int
    text: str


def prints(passage: str, printed: str) -> bool:
    """Whether a passage is the printed text, letter by letter; where a line is broken, and hyphenated, is no matter."""
    return " ".join(printed.split()) in {" ".join(words.split()) for words in (passage, _HYPHENATED.sub("", passage))}


def line_starts(text: str) -> tuple[int, ...]:
    """The offsets at which lines begin."""
    return (0, *(found.end() for found in re.finditer("\n", text)))


def lines_around(text: str, spans: Iterable[Span], around: int = 1) -> tuple[LineOfText, ...]:
    """The lines that the spans touch, and so many before and after each; blank ones are passed over."""
    starts = line_starts(text)
    lines = text.split("\n")
    filled = [index for index, line in enumerate(lines) if line.strip()]
    wanted: set[int] = set()
    for start, end in apart(spans):
        first, last = bisect_right(starts, start) - 1, bisect_right(starts, end - 1) - 1
        low, high = bisect_right(filled, first - 1), bisect_right(filled, last)
        wanted |= {*filled[max(low - around, 0) : high + around]}
    return tuple(LineOfText(index + 1, starts[index], lines[index]) for index in sorted(wanted))


def apart(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans in order, those that overlap as one."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return tuple(found)


def marked(line: LineOfText, spans: Sequence[Span]) -> str:
    """A line on which what lies within `spans`, in order and apart, stands between ‹ and ›; blanks in a row are one."""
    text, end = line.text, line.start + len(line.text)
    first = bisect_left(spans, (line.start,))
    inside = [span for span in spans[first : bisect_left(spans, (end,))] if span[1] <= end]
    for low, high in reversed(inside):
        cut = low - line.start, high - line.start
        text = f"{text[: cut[0]]}‹{text[cut[0] : cut[1]]}›{text[cut[1] :]}"
    return " ".join(text.split())
