"""A page as plain text: aligned columns, wrapped to a width where there is one."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from egov_tracker.text.terminal import one_line, quiet
from egov_tracker.views.page import Across, Align, Chart, Items, Legend, Page, Paragraph, Table, Tiles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from egov_tracker.views.page import Block, Column

GAP = "  "
MOST_PADDING = 300
MOST_TRIES = 200_000
BOLD, PLAIN = "\x1b[1m", "\x1b[0m"


def render_text(page: Page, width: int | None = None, *, styled: bool = False) -> str:
    """The page as lines of text; no line is wider than `width`, and without a width no cell is wrapped."""
    return "\n".join(quiet(line.rstrip()) for line in _lines_of(page, width, styled=styled)) + "\n"


def _lines_of(page: Page, width: int | None, *, styled: bool) -> Iterator[str]:
    """The lines one after the other: of a page of millions of names none is held twice."""
    yield from (_bold(line, styled=styled) for line in wrap(page.title, width))
    yield from (line for lead in page.lead for line in wrap(lead, width))
    widths = _shared_widths(page, width)
    for section in page.sections:
        yield ""
        yield from (_bold(line, styled=styled) for line in (wrap(section.heading, width) if section.heading else ()))
        yield from (line for block in section.blocks for line in _block(block, width, widths))
    notes = (f"({note.number}) {note.text}" for note in page.footnotes)
    for name, texts in (("footnotes", notes if page.footnotes else ()), ("sources", page.sources)):
        if texts:
            yield ""
            yield _bold(page.headings[name], styled=styled)
            yield from (line for text in texts for line in wrap(text, width, "    "))


def wrap(text: str, width: int | None, indent: str = "") -> list[str]:
    """Break a text between words, never inside one; the lines after the first begin with `indent`."""
    text = one_line(text)
    if width is None or len(text) <= width:
        return [text]
    lines, line = [], ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if len(longer) > width and line.strip():
            lines.append(line)
            longer = indent + word
        line = longer
    return [*lines, line]


def indent_of(text: str) -> str:
    """The blanks with which a text begins that no line may be broken at."""
    return text[: len(text) - len(text.lstrip("\u00a0"))]


def _bold(text: str, *, styled: bool) -> str:
    return f"{BOLD}{one_line(text)}{PLAIN}" if styled else one_line(text)


def _block(block: Block, width: int | None, widths: dict[tuple[Column, ...], tuple[int, ...]]) -> Iterator[str]:
    match block:
        case Paragraph(text):
            yield from wrap(text, width)
        case Legend():
            yield from wrap(block.text, width)
        case Items(texts):
            for text in texts:
                yield from wrap(f"- {text}", width, "  ")
        case Table():
            yield from _table(block, widths[block.columns], wraps=width is not None)
        case Chart():
            yield from _chart(block, widths[block.columns], width)
        case Tiles():
            yield from _tiles(block, width)


def _table(table: Table, widths: tuple[int, ...], *, wraps: bool) -> Iterator[str]:
    yield from _head(table.columns, widths, wraps=wraps)
    for row in table.rows:
        yield from _row(row, table.columns, widths, wraps=wraps)


def _head(columns: tuple[Column, ...], widths: tuple[int, ...], *, wraps: bool) -> Iterator[str]:
    yield from _row(tuple(column.title for column in columns), columns, widths, wraps=wraps)
    yield GAP.join("-" * width for width in widths)


def _chart(chart: Chart, widths: tuple[int, ...], width: int | None) -> Iterator[str]:
    yield from _head(chart.columns, widths, wraps=width is not None)
    for entry in chart.entries:
        if isinstance(entry, Across):
            yield from wrap(entry.signed, width, "  ")
        else:
            yield from _row(chart.row(entry), chart.columns, widths, wraps=width is not None)


def _tiles(block: Tiles, width: int | None) -> Iterator[str]:
    """The grid in columns of one width."""
    longest = max(len(tile.text) for tile in block.tiles)
    room = longest if width is None else max((width - len(GAP) * (block.width - 1)) // block.width, 1)
    for row in block.rows:
        yield from _row(row, block.columns, (min(longest, room),) * block.width, wraps=width is not None)


def _row(cells: tuple[str, ...], columns: tuple[Column, ...], widths: tuple[int, ...], *, wraps: bool) -> Iterator[str]:
    wrapped = [wrap(cell, width if wraps else None, indent_of(cell)) for cell, width in zip(cells, widths, strict=True)]
    for number in range(max(map(len, wrapped))):
        parts = [lines[number] if number < len(lines) else "" for lines in wrapped]
        yield GAP.join(_pad(part, column, width) for part, column, width in zip(parts, columns, widths, strict=True))


def _pad(text: str, column: Column, width: int) -> str:
    match column.align:
        case Align.RIGHT:
            return text.rjust(width)
        case Align.CENTER:
            return text.center(width)
        case Align.LEFT:
            return text.ljust(width)


def _shared_widths(page: Page, width: int | None) -> dict[tuple[Column, ...], tuple[int, ...]]:
    """Tables with the same columns share their widths, so that a page reads as one table."""
    rows: dict[tuple[Column, ...], list[tuple[str, ...]]] = {}
    for section in page.sections:
        for block in section.blocks:
            if isinstance(block, Table | Chart):
                rows.setdefault(block.columns, [tuple(c.title for c in block.columns)]).extend(_aligned(block))
    return {columns: _widths(columns, cells, width) for columns, cells in rows.items()}


def _aligned(block: Table | Chart) -> tuple[tuple[str, ...], ...]:
    """The rows that stand in columns."""
    if isinstance(block, Table):
        return block.rows
    return tuple(block.row(entry) for entry in block.entries if not isinstance(entry, Across))


def _widths(columns: tuple[Column, ...], rows: list[tuple[str, ...]], width: int | None) -> tuple[int, ...]:
    """Wide enough for every cell; where that is too wide, narrowed where it costs the fewest lines.

    No column is padded for a cell of more than 300 characters: such a cell stands out of its column.
    """
    cells = list(zip(*rows, strict=True))
    widths = [min(max(map(len, texts)), MOST_PADDING) for texts in cells]
    if width is None:
        return tuple(widths)
    least = [
        widths[n] if column.rigid else min(_longest_word(texts), MOST_PADDING)
        for n, (column, texts) in enumerate(zip(columns, cells, strict=True))
    ]
    room = width - len(GAP) * (len(widths) - 1)
    if (sum(widths) - room) * len(rows) * len(widths) > MOST_TRIES:
        return _levelled(widths, least, room)
    while sum(widths) > room:
        narrower = [location for location in range(len(widths)) if widths[location] > least[location]]
        if not narrower:
            break
        widths[
            min(narrower, key=lambda location: (_height(cells, widths, location), least[location] - widths[location]))
        ] -= 1
    return tuple(widths)


def _levelled(widths: list[int], least: list[int], room: int) -> tuple[int, ...]:
    """The widest columns narrowed to one width: for tables too large to try every way."""
    for most in range(max(widths), 0, -1):
        narrowed = tuple(max(min(have, most), need) for have, need in zip(widths, least, strict=True))
        if sum(narrowed) <= room:
            return narrowed
    return tuple(least)


def _longest_word(texts: tuple[str, ...]) -> int:
    return max(len(word) for text in texts for word in text.split(" "))


def _height(cells: list[tuple[str, ...]], widths: list[int], narrowed: int) -> int:
    """The number of lines of all rows if one column were narrower by one."""
    heights = [
        [_lines(text, width - (location == narrowed)) for text in texts]
        for location, (texts, width) in enumerate(zip(cells, widths, strict=True))
    ]
    return sum(map(max, zip(*heights, strict=True)))


@lru_cache(maxsize=20_000)
def _lines(text: str, width: int) -> int:
    return len(wrap(text, width, indent_of(text)))
