"""From characters with positions to lines of text: own ordering, so that no font tears a word apart."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from egov_tracker.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


class Char(NamedTuple):
    """One character of a page: where it begins and ends from left to right, its baseline and its size, in points."""

    char: str
    left: float
    right: float
    baseline: float
    size: float


class Segment(NamedTuple):
    """Characters that stand together in a line, as one cell or one line of prose."""

    text: str
    left: float
    right: float


class Line(NamedTuple):
    """A line of a page: its segments from left to right."""

    segments: tuple[Segment, ...]
    baseline: float
    size: float

    @property
    def text(self) -> str:
        """The text, with a tab between segments."""
        return "\t".join(segment.text for segment in self.segments)


_SAME_LINE = 0.45
_BLANK = 0.18
_CELL = 1.6
_PITCH = 1.35
_SLACK = 4.0
_FULL = 0.86
_PAGE_NUMBER = re.compile(r"(?:trang\s*)?\W{0,3}\d{1,4}(?:\s*/\s*\d{1,4})?\W{0,3}$", re.IGNORECASE)
_OPENS = re.compile(
    r"\s*(?:[-+•*–]\s|\(?(?:\d{1,3}|[a-zđA-Z]|[IVX]{1,5})[.)]\s|(?:PHỤ LỤC|Phụ lục|Điều|Kính gửi|Nơi nhận)\b)"
)
_FINAL = frozenset(".!?:;")


def order_lines(chars: Iterable[Char]) -> list[Line]:
    """Gather characters into lines by their baselines, from top to bottom and from left to right."""
    rows: list[list[Char]] = []
    for char in sorted(chars, key=lambda char: (-char.baseline, char.left)):
        if rows and abs(rows[-1][0].baseline - char.baseline) <= _SAME_LINE * max(char.size, rows[-1][0].size):
            rows[-1].append(char)
        else:
            rows.append([char])
    lines = [_line(row) for row in rows]
    return [line for line in lines if line.segments]


def _line(row: Sequence[Char]) -> Line:
    size = max(char.size for char in row)
    return Line(tuple(_segments(sorted(row, key=lambda char: char.left), size)), row[0].baseline, size)


def _segments(row: Sequence[Char], size: float) -> Iterator[Segment]:
    """Cut a line where the gap is wide; a narrow gap is a blank, whether or not the file prints one."""
    text, left, right = "", 0.0, 0.0
    for char in row:
        if char.char.isspace():
            continue
        gap = char.left - right
        if text and gap > _CELL * size:
            yield Segment(text, left, right)
            text = ""
        if not text:
            left = char.left
        elif gap > _BLANK * size:
            text += " "
        text += char.char
        right = max(right, char.right) if text[:-1] else char.right
    if text:
        yield Segment(text, left, right)


def split_page_numbers(lines: Sequence[Line]) -> tuple[list[Line], list[str]]:
    """Take the number of a page from its first or last line, so that it does not cut a table."""
    first = 1 if len(lines) > 1 and _is_page_number(lines[0]) else 0
    last = len(lines) - 1 if len(lines) > 1 and _is_page_number(lines[-1]) else len(lines)
    return list(lines[first:last]), [line.text for line in (*lines[:first], *lines[last:])]


def _is_page_number(line: Line) -> bool:
    return len(line.segments) == 1 and bool(_PAGE_NUMBER.match(line.text))


def join_lines(lines: Sequence[Line]) -> list[str]:
    """Join wrapped lines into paragraphs, and wrapped cells into rows; one text for each."""
    rows: list[Line] = []
    page = _Measures.of(lines)
    joined: list[str] = []
    for line in lines:
        previous = rows[-1] if rows else None
        if previous and _wraps_cells(previous, line, page):
            rows[-1] = _merged(previous, line)
            joined[-1] = rows[-1].text
        elif previous and _wraps_prose(previous, line, page, joined[-1]):
            joined[-1] += f" {line.text}"
            rows[-1] = line
        else:
            if previous and not page.is_near(previous, line):
                joined.append("")
            rows.append(line)
            joined.append(line.text)
    return joined


class _Measures(NamedTuple):
    """What is usual on a page: its margins, and the step from one line to the next."""

    left: float
    right: float
    pitch: float

    @classmethod
    def of(cls, lines: Sequence[Line]) -> _Measures:
        """Measure a page; the usual step is the smallest that is common."""
        counts = Counter(round(upper.baseline - lower.baseline) for upper, lower in pairwise(lines))
        common = [step for step, count in counts.items() if count * 5 >= max(counts.values())]
        return cls(
            min((line.segments[0].left for line in lines), default=0.0),
            max((line.segments[-1].right for line in lines if len(line.segments) == 1), default=0.0),
            min(common, default=0.0),
        )

    def is_near(self, previous: Line, line: Line) -> bool:
        """Whether a line follows the one before without a gap."""
        return previous.baseline - line.baseline <= _PITCH * self.pitch


def _wraps_cells(previous: Line, line: Line, page: _Measures) -> bool:
    """Whether a line only goes on inside cells of the row above: it leaves the first cell empty."""
    if not page.is_near(previous, line) or any(segment.text.strip(".)").isdigit() for segment in line.segments):
        return False
    return all(any(_is_below(cell, segment) for cell in previous.segments[1:]) for segment in line.segments)


def _is_below(cell: Segment, segment: Segment) -> bool:
    """Whether a segment begins where a cell above it does."""
    return abs(cell.left - segment.left) <= _SLACK


def _merged(previous: Line, line: Line) -> Line:
    return Line(tuple(_grown(cell, line) for cell in previous.segments), line.baseline, line.size)


def _grown(cell: Segment, line: Line) -> Segment:
    for segment in line.segments:
        if _is_below(cell, segment):
            return Segment(f"{cell.text} {segment.text}", cell.left, max(cell.right, segment.right))
    return cell


def _wraps_prose(previous: Line, line: Line, page: _Measures, text: str) -> bool:
    """Whether a full line of prose goes on in the next."""
    if len(previous.segments) > 1 or len(line.segments) > 1 or not page.is_near(previous, line):
        return False
    if _OPENS.match(line.text) or line.segments[0].left > page.left + 60:
        return False
    indented = line.segments[0].left - previous.segments[0].left > 6 and text.rstrip()[-1:] in _FINAL  # noqa: PLR2004
    full = previous.segments[-1].right >= page.left + _FULL * (page.right - page.left)
    return full and not indented
