"""SVG: pictures of columns, for the press; text, shapes and patterns alone, no script, nothing from elsewhere."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from egov_tracker.inference.body_status import State
from egov_tracker.render.text import wrap
from egov_tracker.text.terminal import one_line
from egov_tracker.views.page import Items, Tiles
from egov_tracker.views.trend.bars import Fill
from egov_tracker.views.trend.picture import DOWNWARD, UPWARD, Boundary, Column, Hole

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from decimal import Decimal

    from egov_tracker.views.page import Page
    from egov_tracker.views.trend.bars import Bar
    from egov_tracker.views.trend.picture import Picture

NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
LEFT, RIGHT, PLOT, LEAST_WIDTH = 56, 24, 220, 620
COLUMN, BAR, HOLE, SIGN = 58, 34, 34, 22
LETTER, BOLD = 6.6, 9.4  # the width of a letter of 12 and of 16 pixels bold, about
LINE = 16
FILLS = {
    Fill.DONE: "#12436D",
    Fill.PERHAPS: "url(#egov-perhaps)",
    Fill.OUTSTANDING: "#F46A25",
    Fill.UNNAMED: "url(#egov-unnamed)",
    Fill.IN_PROGRESS: "url(#egov-in-progress)",
    Fill.EXEMPT: "url(#egov-exempt)",
}
# Behind a tile, and the colour of its text, which is at least 4.5 to 1 to what is behind it.
TILES = {
    State.DONE: ("#12436D", "#fff"),
    State.OUTSTANDING: ("#F46A25", "#111"),
    State.EXEMPT: ("url(#egov-few)", "#111"),
    State.UNKNOWN: ("url(#egov-gap)", "#111"),
}
TILE_WIDTH, TILE_HEIGHT, LONG_NAME = 96, 38, 13
PATTERNS = """\
<defs>
<pattern id="egov-perhaps" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0V6" stroke="#12436D" stroke-width="5"/></pattern>
<pattern id="egov-unnamed" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0V6" stroke="#F46A25" stroke-width="6"/></pattern>
<pattern id="egov-in-progress" width="4" height="4" patternUnits="userSpaceOnUse"><path d="M0 0V4" stroke="#F46A25" stroke-width="3"/></pattern>
<pattern id="egov-exempt" width="4" height="4" patternUnits="userSpaceOnUse"><circle cx="1.5" cy="1.5" r=".9" fill="#333"/></pattern>
<pattern id="egov-gap" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0V8" stroke="#e0e0e0" stroke-width="3"/></pattern>
<pattern id="egov-few" width="6" height="6" patternUnits="userSpaceOnUse"><circle cx="2" cy="2" r=".8" fill="#999"/></pattern>
</defs>
"""  # noqa: E501 - a pattern a line


def render_svg(pictures: Sequence[Picture]) -> str:
    """The pictures below each other in one file, each with its title; the whole has a title and a description."""
    drawn = [_Drawing(picture) for picture in pictures]
    width = max(one.width for one in drawn)
    height = sum(one.height for one in drawn)
    first = pictures[0]
    said = "\n".join(f"{picture.title}. {picture.description}" for picture in pictures)
    body, top = "", 0
    for one in drawn:
        body += f'<g transform="translate(0 {top})">\n{one.body}</g>\n'
        top += one.height
    return _whole(str(first.lang), first.title, said, (width, height), body)


def render_map(page: Page) -> str:
    """The tile maps of a page below each other: under its heading each, with what each sign stands for."""
    width, top, body, said = 0, 0, "", []
    for section in page.sections:
        (tiles,) = (block for block in section.blocks if isinstance(block, Tiles))
        told = [text for block in section.blocks if isinstance(block, Items) for text in block.texts]
        across = max(tiles.width * TILE_WIDTH, LEAST_WIDTH) + 20
        title = wrap(one_line(section.heading), int(across / BOLD))
        legend = [text.partition(":")[0] for text in told]
        rows = [*_texts(title, 26, 22, 'font-size="16" font-weight="bold"'), *_map(tiles, 14 + 22 * len(title))]
        below = 40 + 22 * len(title) + tiles.height * TILE_HEIGHT
        rows += _texts(legend, below, LINE, "")
        body += f'<g transform="translate(0 {top})">\n' + "".join(f"{row}\n" for row in rows) + "</g>\n"
        width, top = max(width, across), top + below + LINE * len(legend) + 10
        said += [section.heading, *told]
    return _whole(str(page.lang), page.title, "\n".join(said), (width, top), body)


def _whole(lang: str, title: str, said: str, size: tuple[int, int], body: str) -> str:
    """A file with title and description around shapes."""
    width, height = size
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f'role="img" aria-labelledby="egov-title egov-desc" xml:lang="{escape(lang)}" '
        'font-family="\'DejaVu Sans\', Arial, sans-serif" font-size="12" fill="#111">\n'
        f'<title id="egov-title">{_text(title)}</title>\n<desc id="egov-desc">{_text(said)}</desc>\n'
        f'{PATTERNS}<rect width="{width}" height="{height}" fill="#fff"/>\n{body}</svg>\n'
    )


def _map(tiles: Tiles, top: int) -> Iterator[str]:
    for tile in tiles.tiles:
        x, y = 10 + tile.column * TILE_WIDTH, top + tile.row * TILE_HEIGHT
        behind, ink = TILES[State(tile.state)]
        dashes = ' stroke-dasharray="5 3"' if tile.dashed else ""
        small = ' font-size="9.5"' if len(tile.name) > LONG_NAME else ""
        yield (
            f'<g fill="{ink}"><rect x="{x}" y="{y}" width="{TILE_WIDTH - 4}" height="{TILE_HEIGHT - 4}" '
            f'fill="{behind}" stroke="#333"{dashes}/><text x="{x + 5}" y="{y + 26}"{small}>{_text(tile.name)}</text>'
            f'<text x="{x + TILE_WIDTH - 9}" y="{y + 12}" text-anchor="end">{_text(tile.sign)}</text></g>'
        )


def _texts(lines: Sequence[str], top: int, height: int, look: str) -> Iterator[str]:
    for number, line in enumerate(lines):
        yield f'<text x="10" y="{top + number * height}" {look}>{_text(line)}</text>'


def _text(text: str) -> str:
    return escape(NOT_IN_XML.sub("\ufffd", text), quote=False)


class _Drawing:
    """One picture: where its parts stand, and the shapes."""

    def __init__(self, picture: Picture) -> None:
        self.picture = picture
        labels = [label for part in picture.parts if isinstance(part, Column) for label in part.labels]
        self.column = max(COLUMN, round(max(map(len, labels), default=0) * LETTER) + 8)
        self.width = max(LEAST_WIDTH, LEFT + RIGHT + sum(self._width(part) for part in picture.parts))
        self.title = self._wrapped(picture.title, BOLD)
        self.subtitle = self._wrapped(picture.subtitle, LETTER)
        self.footer = [line for text in picture.footer for line in self._wrapped(text, LETTER)]
        self.top = 14 + 22 * len(self.title) + LINE * len(self.subtitle) + 46
        self.unit = PLOT / float(picture.up + picture.down)
        self.zero = self.top + float(picture.up) * self.unit
        self.bottom = self.top + PLOT + 8
        self.height = self.bottom + 82 + LINE * (len(self.footer) + len(picture.legend.signs)) + 14
        self.body = "".join(f"{shape}\n" for shape in self._shapes())

    def _wrapped(self, text: str, letter: float) -> list[str]:
        return wrap(one_line(text), int((self.width - 20) / letter))

    def _width(self, part: Column | Hole | Boundary) -> int:
        match part:
            case Column():
                return self.column
            case Hole():
                return HOLE
            case Boundary():
                return SIGN

    def _shapes(self) -> Iterator[str]:
        yield from _texts(self.title, 26, 22, 'font-size="16" font-weight="bold"')
        yield from _texts(self.subtitle, 22 + 22 * len(self.title), LINE, 'fill="#444"')
        yield from self._ticks()
        left = LEFT
        for part in self.picture.parts:
            yield from self._part(part, left)
            left += self._width(part)
        yield f'<path d="M{LEFT} {self.zero:.1f}H{self.width - RIGHT}" stroke="#111"/>'
        yield from self._quarters()
        yield from self._legend()

    def _ticks(self) -> Iterator[str]:
        for value, label in self.picture.ticks:
            y = self.zero - float(value) * self.unit
            yield f'<path d="M{LEFT} {y:.1f}H{self.width - RIGHT}" stroke="#ddd"/>'
            yield f'<text x="{LEFT - 6}" y="{y + 4:.1f}" text-anchor="end" font-size="10">{_text(label)}</text>'

    def _part(self, part: Column | Hole | Boundary, left: float) -> Iterator[str]:
        middle = left + self._width(part) / 2
        match part:
            case Column():
                yield from self._column(part, middle)
            case Hole(text):
                yield (
                    f'<rect x="{left + 4}" y="{self.top - 10}" width="{HOLE - 8}" height="{PLOT + 20}" '
                    'fill="url(#egov-gap)"/>'
                )
                turned = f'transform="rotate(-90 {middle + 4} {self.bottom - 6})"'
                yield f'<text x="{middle + 4}" y="{self.bottom - 6}" font-size="10" {turned}>{_text(text)}</text>'
            case Boundary(letter):
                yield f'<path d="M{middle} {self.top - 22}V{self.bottom + 8}" stroke="#111" stroke-dasharray="2 4"/>'
                yield f'<circle cx="{middle}" cy="{self.top - 32}" r="9" fill="#fff" stroke="#111"/>'
                yield f'<text x="{middle}" y="{self.top - 28}" text-anchor="middle" font-size="11">{letter}</text>'

    def _column(self, column: Column, middle: float) -> Iterator[str]:
        top = bottom = self.zero
        if column.bar:
            yield from self._bar(column.bar, middle - BAR / 2)
            reach = max(_sum(column.bar, UPWARD), column.bar.frame or 0)
            top = self.zero - float(reach) * self.unit
            bottom = self.zero + float(_sum(column.bar, DOWNWARD)) * self.unit
        centred = f'x="{middle}" text-anchor="middle"'
        yield f'<text {centred} y="{top - 5:.1f}" font-weight="bold">{_text(column.printed)}</text>'
        if column.below:
            yield f'<text {centred} y="{bottom + 13:.1f}" font-size="11" fill="#A33A00">{_text(column.below)}</text>'
        yield f'<text {centred} y="{self.bottom + 18}" font-size="11">{_text(column.date)}</text>'
        if column.sources:
            yield f'<text {centred} y="{self.bottom + 31}" font-size="9" fill="#444">{_text(column.sources)}</text>'

    def _bar(self, bar: Bar, left: float) -> Iterator[str]:
        """Done upwards from zero, outstanding downwards, the exempt under the N of the source."""
        dashes = ' stroke-dasharray="4 3"' if bar.dashed else ""
        up = down = self.zero
        for fill, size in bar.parts:
            height = max(float(size) * self.unit, 1)
            if fill in UPWARD:
                up -= height
                yield _rect(left, up, height, fill, dashes)
            elif fill in DOWNWARD:
                yield _rect(left, down, height, fill, dashes)
                down += height
            else:
                top = up - height if bar.frame is None else self.zero - float(bar.frame) * self.unit
                yield _rect(left, top, height, fill, dashes)
        if bar.frame is not None:
            y = self.zero - float(bar.frame) * self.unit
            yield f'<path d="M{left - 4} {y:.1f}H{left + BAR + 4}" stroke="#111" stroke-width="2.5"/>'

    def _quarters(self) -> Iterator[str]:
        """Under the columns the quarter in which they stand, once for neighbours."""
        left, runs = LEFT, list[tuple[str, float, float]]()
        for part in self.picture.parts:
            right = left + self._width(part)
            if isinstance(part, Column):
                if runs and runs[-1][0] == part.quarter:
                    runs[-1] = (part.quarter, runs[-1][1], right)
                else:
                    runs.append((part.quarter, left, right))
            left = right
        y = self.bottom + 42
        for quarter, start, end in runs:
            yield f'<path d="M{start + 4} {y}H{end - 4}" stroke="#111"/>'
            yield f'<text x="{(start + end) / 2}" y="{y + 15}" text-anchor="middle">{quarter}</text>'

    def _legend(self) -> Iterator[str]:
        y = self.bottom + 82
        for sign in self.picture.legend.signs:
            yield f'<rect x="10" y="{y - 10}" width="26" height="11" fill="{FILLS[sign.fill]}" stroke="#111"/>'
            yield f'<text x="44" y="{y}" font-size="11">{_text(sign.meaning)}</text>'
            y += LINE
        yield from _texts(self.footer, y + 4, LINE, 'font-size="11"')


def _rect(left: float, top: float, height: float, fill: Fill, dashes: str) -> str:
    return (
        f'<rect x="{left}" y="{top:.1f}" width="{BAR}" height="{height:.1f}" fill="{FILLS[fill]}" '
        f'stroke="#111" stroke-width=".6"{dashes}/>'
    )


def _sum(bar: Bar, fills: Sequence[Fill]) -> Decimal | int:
    return sum(part.size for part in bar.parts if part.fill in fills)
