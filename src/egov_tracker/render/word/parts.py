"""What Word documents are made of, beyond what python-docx offers: borders, fields, repeated rows, page numbers."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from egov_tracker.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.section import Section
    from docx.table import Table, _Cell
    from docx.text.run import Run

CENTER, LEFT, RIGHT, JUSTIFY = (
    WD_ALIGN_PARAGRAPH.CENTER,
    WD_ALIGN_PARAGRAPH.LEFT,
    WD_ALIGN_PARAGRAPH.RIGHT,
    WD_ALIGN_PARAGRAPH.JUSTIFY,
)
# What follows a border in a paragraph, a page number type in a section, cell margins in a table: ECMA-376, part 1, 17.
AFTER_BORDER = (
    "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:kinsoku", "w:wordWrap", "w:overflowPunct", "w:topLinePunct",
    "w:autoSpaceDE", "w:autoSpaceDN", "w:bidi", "w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind",
    "w:contextualSpacing", "w:mirrorIndents", "w:suppressOverlap", "w:jc", "w:textDirection", "w:textAlignment",
    "w:textboxTightWrap", "w:outlineLvl", "w:divId", "w:cnfStyle", "w:rPr", "w:sectPr", "w:pPrChange",
)  # fmt: skip
AFTER_NUMBER_TYPE = (
    "w:cols", "w:formProt", "w:vAlign", "w:noEndnote", "w:titlePg", "w:textDirection", "w:bidi", "w:rtlGutter",
    "w:docGrid", "w:printerSettings", "w:sectPrChange",
)  # fmt: skip
AFTER_CELL_MARGINS = ("w:tblLook", "w:tblCaption", "w:tblDescription", "w:tblPrChange")
AFTER_CAPTION = ("w:tblDescription", "w:tblPrChange")
BAR_HERE = "\ue000"  # stands in the place of a bar until it is drawn
NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def text_of(text: str) -> str:
    """The text with U+FFFD for every character that XML cannot hold."""
    return NOT_IN_XML.sub("\ufffd", text)


def element(tag: str, **attributes: str) -> BaseOxmlElement:
    """An element of the main namespace."""
    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    return made


def add_run(
    paragraph: Paragraph, text: str, size: float | None = None, *, bold: bool | None = None, italic: bool | None = None
) -> Run:
    """Add a run of text; a property that is None is left to the style."""
    run = paragraph.add_run(text_of(text))
    run.bold, run.italic = bold, italic
    run.font.size = Pt(size) if size else None
    return run


def lines_of(text: str) -> str:
    """The text as XML can hold it, with one kind of line end and none behind it."""
    return "\n".join(text_of(text).splitlines())


def run_of(escaped: str, properties: str = "") -> str:
    """The XML of a run of an escaped text with the XML of its properties."""
    texts = (f'<w:t xml:space="preserve">{line}</w:t>' if line else "" for line in escaped.split("\n"))
    lines = "<w:br/>".join(texts)
    return f"<w:r><w:rPr>{properties}</w:rPr>{lines}</w:r>" if properties else f"<w:r>{lines}</w:r>"


def plain_runs(text: str, properties: str = "") -> str:
    """The XML of the run of a text in which nothing is linked."""
    return run_of(escape(lines_of(text), quote=False), properties)


def size_of(half_points: int) -> str:
    """The XML of the size of a run."""
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def add_line(document: Document, runs: str, style: str | None = None) -> Paragraph:
    """Add a paragraph from the XML of its runs; python-docx looks through the whole document for the place of each."""
    made = element("w:p")
    document.element.body.sectPr.addprevious(made)
    made.extend(parse_xml(f"<w:p {nsdecls('w')}>{runs}</w:p>"))  # moved at once, n runs would take n² steps in lxml
    paragraph = Paragraph(made, document._body)  # noqa: SLF001 - as python-docx itself makes one
    if style is not None:
        paragraph.style = style
    return paragraph


def set_spacing(paragraph: Paragraph, before: float = 0, after: float = 0) -> None:
    """The space above and below, in points."""
    paragraph.paragraph_format.space_before = Pt(before)
    paragraph.paragraph_format.space_after = Pt(after)


def draw_rule(paragraph: Paragraph, indent_mm: float) -> None:
    """An empty line that is only its lower border, indented on both sides."""
    borders = element("w:pBdr")
    borders.append(element("w:bottom", val="single", sz="6", space="0", color="000000"))
    paragraph._p.get_or_add_pPr().insert_element_before(borders, *AFTER_BORDER)  # noqa: SLF001 - python-docx has no borders
    layout = paragraph.paragraph_format
    layout.left_indent = layout.right_indent = Mm(indent_mm)
    layout.line_spacing = Pt(2)
    set_spacing(paragraph, after=4)


def add_page_number(paragraph: Paragraph, size: float) -> None:
    """The number of the page, as a field."""
    for kind, text in (("begin", ""), ("", "PAGE"), ("separate", ""), ("", "1"), ("end", "")):
        run = add_run(paragraph, text if text != "PAGE" else "", size)
        if kind:
            run._r.append(element("w:fldChar", fldCharType=kind))  # noqa: SLF001 - nor fields
        elif text == "PAGE":
            code = element("w:instrText")
            code.text = " PAGE "
            run._r.append(code)  # noqa: SLF001


def restart_page_numbers(section: Section) -> None:
    """Page 1 is the first page of the section, and its number is not shown."""
    numbering = element("w:pgNumType", start="1")
    for old in section._sectPr.findall(qn("w:pgNumType")):  # noqa: SLF001 - nor page number types
        section._sectPr.remove(old)  # noqa: SLF001
    section._sectPr.insert_element_before(numbering, *AFTER_NUMBER_TYPE)  # noqa: SLF001
    section.different_first_page_header_footer = True


def keep_rows_whole(table: Table) -> None:
    """No row is cut in two."""
    for row in table._tbl.tr_lst:  # noqa: SLF001 - nor whole rows
        row.get_or_add_trPr().append(element("w:cantSplit"))


def set_widths(table: Table, widths_mm: Sequence[float]) -> None:
    """Set fixed widths twice: LibreOffice reads them from the grid, Word from every cell."""
    table.autofit = False
    widths = [Mm(width) for width in widths_mm]
    for column, width in zip(table._tbl.tblGrid.gridCol_lst, widths, strict=True):  # noqa: SLF001
        column.w = width
    for row in table._tbl.tr_lst:  # noqa: SLF001
        for cell, width in zip(row.tc_lst, widths, strict=True):
            cell.width = width


class Grid(NamedTuple):
    """What all cells of a table share: the width and alignment of each column, the size of the text, the space.

    `runs` writes a text with the properties of its runs.
    """

    widths_mm: tuple[float, ...]
    alignments: tuple[str, ...]
    half_points: int
    twips_around: int = 0
    runs: Callable[[str, str], str] = plain_runs

    def row(self, texts: Sequence[str], *, header: bool = False) -> str:
        """The XML of a row that is not cut in two; a header row is bold, centred and repeated on every page."""
        marked, stays = ("<w:b/>", "<w:keepNext/>") if header else ("", "")
        cells = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{_twips(width)}" w:type="dxa"/></w:tcPr>'
            f'<w:p><w:pPr>{stays}<w:spacing w:before="{self.twips_around}" w:after="{self.twips_around}"/>'
            f'<w:jc w:val="{"center" if header else alignment}"/></w:pPr>{self._run(text, marked)}</w:p></w:tc>'
            for text, width, alignment in zip(texts, self.widths_mm, self.alignments, strict=True)
        )
        repeated = "<w:tblHeader/>" if header else ""
        return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{cells}</w:tr>"

    def across(self, text: str, *, bold: bool = False) -> str:
        """The XML of a row of one text across all columns, in italics or bold."""
        width = _twips(sum(self.widths_mm))
        marked, stays = ("<w:b/>", "<w:keepNext/>") if bold else ("<w:i/>", "")
        return (
            f'<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>'
            f'<w:gridSpan w:val="{len(self.widths_mm)}"/></w:tcPr><w:p>'
            f'<w:pPr>{stays}<w:spacing w:before="0" w:after="0"/></w:pPr>'
            f"{self._run(text, marked)}</w:p></w:tc></w:tr>"
        )

    def row_with_bar(self, texts: Sequence[str], place: int, bar: str) -> str:
        """The XML of a row in which runs stand in the place of one text."""
        row = self.row([BAR_HERE if number == place else text for number, text in enumerate(texts)])
        return row.replace(self._run(BAR_HERE), bar)

    def _run(self, text: str, marked: str = "") -> str:
        return self.runs(text, marked + size_of(self.half_points))


def _twips(millimetres: float) -> int:
    return round(millimetres * 1440 / 25.4)


def fill_grid(table: Table, grid: Grid, header: Sequence[str], rows: Iterable[str]) -> None:
    """Give a table its rows, as XML, all at once: one by one, python-docx takes ten times as long."""
    body = "".join(rows)
    made = parse_xml(f"<w:tbl {nsdecls('w')}>{grid.row(header, header=True)}{body}</w:tbl>")
    table.autofit = False
    for column, width in zip(table._tbl.tblGrid.gridCol_lst, grid.widths_mm, strict=True):  # noqa: SLF001
        column.w = Mm(width)
    for row in list(made):
        table._tbl.append(row)  # noqa: SLF001


def set_side_margins(table: Table, twips: int) -> None:
    """The room between the sides of a cell and its text."""
    margins = element("w:tblCellMar")
    for side in ("left", "right"):
        margins.append(element(f"w:{side}", w=str(twips), type="dxa"))
    table._tbl.tblPr.insert_element_before(margins, *AFTER_CELL_MARGINS)  # noqa: SLF001


def set_caption(table: Table, caption: str) -> None:
    """The alternative text of a table, for screen readers."""
    made = element("w:tblCaption", val=text_of(caption))
    table._tbl.tblPr.insert_element_before(made, *AFTER_CAPTION)  # noqa: SLF001


def first_line(cell: _Cell) -> Paragraph:
    """The first paragraph of a cell; every cell has one."""
    line: Paragraph = cell.paragraphs[0]
    return line
