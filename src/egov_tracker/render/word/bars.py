"""Bars in Word: no-break spaces behind which a colour and a pattern stand, so that no picture is needed."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm

from egov_tracker.inference.body_status import State
from egov_tracker.render.word.parts import add_run, text_of
from egov_tracker.values import NamedTuple
from egov_tracker.views.trend.bars import WHOLE, Fill

if TYPE_CHECKING:
    from docx.table import Table
    from docx.text.paragraph import Paragraph

    from egov_tracker.views.page import Legend, Tile, Tiles
    from egov_tracker.views.trend.bars import Bar

BAR_WIDTH = 44.0  # millimetres of the column of bars
SPACES = 56  # no-break spaces of a bar as long as its scale
HALF_POINTS = 16
SPACE = "\u00a0"
END = "<w:r><w:t>\u200b</w:t></w:r>"  # LibreOffice draws nothing behind the spaces at the end of a line
BLUE, ORANGE, GREY = "12436D", "F46A25", "555555"


class Shade(NamedTuple):
    """A pattern of ECMA-376 (17.18.78) in a colour."""

    pattern: str
    colour: str
    behind: str = "FFFFFF"


SHADES = {
    Fill.DONE: Shade("clear", "auto", BLUE),
    Fill.PERHAPS: Shade("diagStripe", BLUE),
    Fill.OUTSTANDING: Shade("clear", "auto", ORANGE),
    Fill.UNNAMED: Shade("diagStripe", ORANGE),
    Fill.IN_PROGRESS: Shade("pct25", ORANGE),
    Fill.EXEMPT: Shade("pct20", GREY),
}


# Behind a tile, and the colour of its text, which is at least 4.5 to 1 to what is behind it.
TILES = {
    State.DONE: (Shade("clear", "auto", BLUE), "FFFFFF"),
    State.OUTSTANDING: (Shade("clear", "auto", ORANGE), "000000"),
    State.EXEMPT: (Shade("pct10", GREY), "000000"),
    State.UNKNOWN: (Shade("clear", "auto", "FFFFFF"), "333333"),
}
SIDES = ("top", "left", "bottom", "right")
TWIPS = 1440 / 25.4  # in a millimetre
TILE_HEIGHT = 440  # twips
STAYS = "<w:pPr><w:keepNext/></w:pPr>"  # no map is cut in two


def bar_runs(bar: Bar, part: float = 1) -> str:
    """The XML of the runs of a bar: its parts, and the rest of the frame of N; dashed for an imprecise date.

    `part` is how much of the full width there is.
    """
    runs: list[str] = []
    end = 0
    for span in bar.spans:
        stop = max(_spaces(span.end * part), end + 1)
        runs.append(_run(stop - end, SHADES[span.fill], dashed=bar.dashed))
        end = stop
    if bar.frame_length is not None:
        runs.append(_run(_spaces(bar.frame_length * part) - end, None, dashed=bar.dashed))
    return "".join(runs) + END


def add_legend(paragraph: Paragraph, legend: Legend) -> None:
    """What the fills stand for, each behind a piece of it."""
    for sign in legend.signs:
        paragraph._p.append(parse_xml(_run(6, SHADES[sign.fill], declared=True)))  # noqa: SLF001 - runs as XML
        add_run(paragraph, f" {sign.meaning}   ")


def fill_tiles(table: Table, tiles: Tiles, width_mm: float) -> None:
    """The cells of a tile map: where there is no tile, no border."""
    placed = {(tile.row, tile.column): tile for tile in tiles.tiles}
    width = round(width_mm * TWIPS)
    rows = "".join(
        f'<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="{TILE_HEIGHT}"/></w:trPr>'
        + "".join(_tile(placed.get((row, column)), width) for column in range(tiles.width))
        + "</w:tr>"
        for row in range(tiles.height)
    )
    made = parse_xml(f"<w:tbl {nsdecls('w')}>{rows}</w:tbl>")
    table.autofit = False
    for column in table._tbl.tblGrid.gridCol_lst:  # noqa: SLF001 - python-docx has no widths in one go
        column.w = Mm(width_mm)
    for row in list(made):
        table._tbl.append(row)  # noqa: SLF001


def _tile(tile: Tile | None, width: int) -> str:
    if tile is None:
        return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr><w:p>{STAYS}</w:p></w:tc>'
    shade, colour = TILES[State(tile.state)]
    line = "dashed" if tile.dashed else "single"
    sides = "".join(f'<w:{side} w:val="{line}" w:sz="6" w:space="0" w:color="000000"/>' for side in SIDES)
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:tcBorders>{sides}</w:tcBorders>'
        f'<w:shd w:val="{shade.pattern}" w:color="{shade.colour}" w:fill="{shade.behind}"/>'
        f'<w:vAlign w:val="center"/></w:tcPr>'
        f"<w:p>{STAYS}"
        f'<w:r><w:rPr><w:color w:val="{colour}"/><w:sz w:val="{HALF_POINTS}"/><w:szCs w:val="{HALF_POINTS}"/>'
        f"</w:rPr><w:t>{escape(text_of(tile.text), quote=False)}</w:t></w:r></w:p></w:tc>"
    )


def _spaces(thousandths: float) -> int:
    return round(thousandths * SPACES / WHOLE)


def _run(spaces: int, shade: Shade | None, *, dashed: bool = False, declared: bool = False) -> str:
    """A run of so many spaces; nothing where there are none."""
    if spaces <= 0:
        return ""
    border = f'<w:bdr w:val="{"dashed" if dashed else "single"}" w:sz="4" w:space="0" w:color="000000"/>'
    shading = f'<w:shd w:val="{shade.pattern}" w:color="{shade.colour}" w:fill="{shade.behind}"/>' if shade else ""
    size = f'<w:sz w:val="{HALF_POINTS}"/><w:szCs w:val="{HALF_POINTS}"/>'
    names = f" {nsdecls('w')}" if declared else ""
    text = f'<w:t xml:space="preserve">{SPACE * spaces}</w:t>'
    return f"<w:r{names}><w:rPr>{size}{border}{shading}</w:rPr>{text}</w:r>"
