"""Bars in Word: no-break spaces behind which a colour and a pattern stand, so that no picture is needed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from egov_tracker.render.word.parts import add_run
from egov_tracker.views.trend.bars import WHOLE, Fill

if TYPE_CHECKING:
    from docx.text.paragraph import Paragraph

    from egov_tracker.views.page import Legend
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


def bar_runs(bar: Bar) -> str:
    """The XML of the runs of a bar: its parts, and the rest of the frame of N; dashed for an imprecise date."""
    runs: list[str] = []
    end = 0
    for span in bar.spans:
        stop = max(_spaces(span.end), end + 1)
        runs.append(_run(stop - end, SHADES[span.fill], dashed=bar.dashed))
        end = stop
    if bar.frame_length is not None:
        runs.append(_run(_spaces(bar.frame_length) - end, None, dashed=bar.dashed))
    return "".join(runs) + END


def add_legend(paragraph: Paragraph, legend: Legend) -> None:
    """What the fills stand for, each behind a piece of it."""
    for sign in legend.signs:
        paragraph._p.append(parse_xml(_run(6, SHADES[sign.fill], declared=True)))  # noqa: SLF001 - runs as XML
        add_run(paragraph, f" {sign.meaning}   ")


def _spaces(thousandths: int) -> int:
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
