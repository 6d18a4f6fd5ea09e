"""Word: documents with real styles, and a page as one of them; the same input gives the same bytes."""

from __future__ import annotations

import io
import zipfile
from copy import deepcopy
from datetime import UTC, date, datetime, time
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING

from docx import Document
from docx.enum.section import WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

from egov_tracker.model.terms import Regime
from egov_tracker.render.mentions import Target
from egov_tracker.render.word.bars import BAR_WIDTH, add_legend, bar_runs, fill_tiles
from egov_tracker.render.word.links import Links
from egov_tracker.render.word.official_form import add_foot, add_head, add_recipients, add_title
from egov_tracker.render.word.parts import (
    CENTER,
    JUSTIFY,
    LEFT,
    RIGHT,
    Grid,
    add_line,
    add_page_number,
    element,
    fill_grid,
    restart_page_numbers,
    set_caption,
    set_side_margins,
    set_spacing,
    size_of,
    text_of,
)
from egov_tracker.render.word.reference import refusing
from egov_tracker.render.word.widths import CELL_MARGIN, column_widths
from egov_tracker.values import NamedTuple
from egov_tracker.views.page import (
    BAR_CHARACTERS,
    Across,
    Chart,
    Drawn,
    Items,
    Legend,
    Page,
    Paragraph,
    Strip,
    Table,
    Tiles,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from docx.document import Document as WordDocument
    from docx.section import Section
    from docx.styles.style import ParagraphStyle
    from docx.table import Table as WordTable

    from egov_tracker.render.word.reference import Reference
    from egov_tracker.views.page import Block
    from egov_tracker.views.page import Section as PageSection

FONT = "Times New Roman"
TEXT_WIDTH, LEAST_WIDTH = 160.0, 60.0
TABLE_SIZE = 11
LONGEST_PROPERTY = 255  # characters of a title in the properties of a document
TABLE_MARGINS, TILE_MARGINS = 70, 30
NUMBER_SIZE = 13
EARLIEST_IN_ZIP = (1980, 1, 1, 0, 0, 0)


class StyleSpec(NamedTuple):
    """How a style looks: size in points, the space around it, where its lines stand."""

    size: float
    before: float = 0
    after: float = 0
    bold: bool = False
    italic: bool = False
    align: object = LEFT
    stays: bool = False


STYLES = {
    "Normal": StyleSpec(13),
    "Body Text": StyleSpec(13, after=6, align=JUSTIFY),
    "Title": StyleSpec(14, after=6, bold=True, align=CENTER, stays=True),
    "Subtitle": StyleSpec(13, after=4, italic=True, align=CENTER),
    "Heading 1": StyleSpec(14, before=12, after=4, bold=True, stays=True),
    "Heading 2": StyleSpec(13, before=6, after=4, bold=True, stays=True),
    "Heading 3": StyleSpec(13, before=6, after=4, bold=True, stays=True),
    "List Bullet": StyleSpec(13, after=3),
    "Caption": StyleSpec(TABLE_SIZE, before=4, after=2, italic=True, stays=True),
}


def render_docx(page: Page, day: date, reference: Reference | None = None) -> bytes:
    """A page as a Word document in the form of Decree 30; `day` is the creation date stored in the file."""
    with refusing(reference.name if reference else None):
        return _render(page, day, reference)


def _render(page: Page, day: date, reference: Reference | None) -> bytes:
    frame = page.frame
    document = new_document(frame.form.regime if frame else Regime.ND30, reference)
    links = Links(page)
    _add_title(document, page)
    _add_lines(document, page.lead, "Subtitle", links)
    _add_sections(document, page.signed, links)
    if frame:
        add_foot(document, frame.form)
        if page.has_evidence:
            begin_section(document, frame.form.regime)
    _add_sections(document, page.evidence, links)
    notes = {Target("note", note.number): f"({note.number}) {note.text}" for note in page.footnotes}
    sources = {Target("source", number): text for number, text in enumerate(page.sources, 1)}
    _add_entries(document, page.headings.get("footnotes", ""), notes, links)
    _add_entries(document, page.headings.get("sources", ""), sources, links)
    return save(document, page.title, day, str(page.lang))


def _add_title(document: WordDocument, page: Page) -> None:
    """The title, below the head of the office where there is one."""
    if not page.frame:
        document.add_paragraph(text_of(page.title), style="Title")
        return
    add_head(document, page.frame.form)
    add_title(document, page.frame)
    if page.frame.form.recipients:
        add_recipients(document, page.frame.form.recipients)


def _add_sections(document: WordDocument, sections: Sequence[PageSection], links: Links) -> None:
    for section in sections:
        if section.heading:
            add_line(document, links.runs(section.heading), "Heading 1")
        for block, following in zip_longest(section.blocks, section.blocks[1:]):
            _add_block(document, block, section.repeated, links, stays=isinstance(following, Items))


def new_document(regime: Regime, reference: Reference | None) -> WordDocument:
    """An empty document in the form of a regime, or with the styles, margins and heads of the reference document."""
    return _like(reference, regime) if reference else Document(str(base_of(regime)))


def base_of(regime: Regime) -> Path:
    """The empty document in the form of a regime, which tools/word_bases.py makes beforehand."""
    return Path(__file__).with_name(f"{regime}.docx")


def _like(reference: Reference, regime: Regime) -> WordDocument:
    document = Document(io.BytesIO(reference.content))
    empty(document)
    for name, spec in STYLES.items():
        if not _has_paragraph_style(document, name):
            set_style(document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH), spec)
    if not document.sections:
        raise ValueError("it has no section")
    section = document.sections[-1]
    if not section.different_first_page_header_footer:
        _keep_heads(section)
    number_pages(section, regime)
    return document


def empty(document: WordDocument) -> None:
    """Remove what is written in a document; what its last section looks like stays."""
    body = document.element.body
    for child in list(body):
        if child.tag != qn("w:sectPr"):
            body.remove(child)


def _has_paragraph_style(document: WordDocument, name: str) -> bool:
    """Whether the reference document brings a style, which stays as it is."""
    if name not in document.styles:
        return False
    if document.styles[name].type != WD_STYLE_TYPE.PARAGRAPH:
        raise ValueError(f"its style '{name}' is no paragraph style")
    return True


def set_style(style: ParagraphStyle, spec: StyleSpec) -> None:
    """Make a style look as the regimes want it."""
    _set_font(style, spec)
    _set_layout(style, spec)


def _set_font(style: ParagraphStyle, spec: StyleSpec) -> None:
    font = style.font
    font.size, font.bold, font.italic = Pt(spec.size), spec.bold, spec.italic
    font.name, font.color.rgb = FONT, RGBColor(0, 0, 0)
    properties = style.element.get_or_add_rPr()
    fonts = properties.find(qn("w:rFonts"))
    fonts.attrib.clear()
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), FONT)
    for tag in ("w:spacing", "w:kern"):
        for old in properties.findall(qn(tag)):
            properties.remove(old)


def _set_layout(style: ParagraphStyle, spec: StyleSpec) -> None:
    layout = style.paragraph_format
    layout.space_before, layout.space_after = Pt(spec.before), Pt(spec.after)
    layout.alignment = spec.align
    layout.keep_with_next = spec.stays
    layout.line_spacing = 1.0
    for border in style.element.get_or_add_pPr().findall(qn("w:pBdr")):
        style.element.pPr.remove(border)


def _keep_heads(section: Section) -> None:
    """Give the first page the header and footer of all pages, as it gets its own ones where its number is not shown."""
    pairs = ((section.header, section.first_page_header), (section.footer, section.first_page_footer))
    for every, first in pairs:
        if every.is_linked_to_previous:
            continue
        first.is_linked_to_previous = False
        for child in list(first._element):  # noqa: SLF001 - python-docx copies no header
            first._element.remove(child)  # noqa: SLF001
        first._element.extend(deepcopy(list(every._element)))  # noqa: SLF001
        for name, relation in every.part.rels.items():
            target = relation.target_ref if relation.is_external else relation.target_part
            first.part.load_rel(relation.reltype, target, name, relation.is_external)


def text_width(document: WordDocument) -> float:
    """Millimetres between the margins; those of our own form where the reference document says none."""
    section = document.sections[-1]
    sides = (section.page_width, section.left_margin, section.right_margin)
    if any(side is None for side in sides):
        return TEXT_WIDTH
    page, left, right = (side.mm for side in sides if side is not None)
    return round(page - left - right, 1) if page - left - right > LEAST_WIDTH else TEXT_WIDTH


def begin_section(document: WordDocument, regime: Regime) -> None:
    """Go on at the top of a new page, which is page 1 again; the line that holds the break takes no room."""
    section = document.add_section(WD_SECTION.NEW_PAGE)
    line = document.paragraphs[-1]
    line.paragraph_format.line_spacing = Pt(1)
    set_spacing(line)
    number_pages(section, regime)


def number_pages(section: Section, regime: Regime) -> None:
    """Page numbers from 1, not on the first page: top centre since Decree 30, bottom right before it."""
    restart_page_numbers(section)
    band = section.header if regime is Regime.ND30 else section.footer
    band.is_linked_to_previous = False
    lines = band.paragraphs
    paragraph = lines[0] if lines else band.add_paragraph()
    if any(line.text.strip() for line in lines):
        paragraph = band.add_paragraph()
    paragraph.alignment = CENTER if regime is Regime.ND30 else RIGHT
    add_page_number(paragraph, NUMBER_SIZE)


def _add_lines(document: WordDocument, texts: Sequence[str], style: str, links: Links) -> None:
    for text in texts:
        add_line(document, links.runs(text), style)


def _add_entries(document: WordDocument, heading: str, entries: Mapping[Target, str], links: Links) -> None:
    """The list of notes or of sources."""
    if entries:
        document.add_paragraph(text_of(heading), style="Heading 1")
    for target, text in entries.items():
        set_spacing(add_line(document, links.entry(target, text, size_of(2 * TABLE_SIZE))))


def _add_block(document: WordDocument, block: Block, repeated: frozenset[str], links: Links, *, stays: bool) -> None:
    if isinstance(block, Table | Chart | Tiles) and block.caption and block.caption not in repeated:
        document.add_paragraph(text_of(block.caption), style="Caption")
    match block:
        case Paragraph(text):
            add_line(document, links.runs(text), "Body Text").paragraph_format.keep_with_next = stays
        case Items(texts):
            _add_lines(document, texts, "List Bullet", links)
        case Table():
            _add_table(document, block, links)
        case Chart():
            _add_chart(document, block, links)
        case Legend():
            add_legend(document.add_paragraph(), block)
        case Tiles():
            _add_tiles(document, block)


def _add_table(document: WordDocument, table: Table, links: Links) -> None:
    widths = tuple(column_widths(table.columns, table.rows, text_width(document)))
    grid = Grid(widths, tuple(str(column.align) for column in table.columns), 2 * TABLE_SIZE, runs=links.runs)
    made = add_grid(document, grid, tuple(column.title for column in table.columns), map(grid.row, table.rows))
    if table.caption:
        set_caption(made, table.caption)
    set_spacing(document.add_paragraph(), after=0)


def _add_chart(document: WordDocument, chart: Chart, links: Links) -> None:
    drawn = [entry for entry in chart.entries if isinstance(entry, Drawn)]
    cells = [tuple("" if n == chart.place else cell for n, cell in enumerate(entry.cells)) for entry in drawn]
    others = [column for number, column in enumerate(chart.columns) if number != chart.place]
    texts = [tuple(cell for number, cell in enumerate(row) if number != chart.place) for row in cells]
    part = chart.characters / BAR_CHARACTERS
    bar = BAR_WIDTH * part + 2 * CELL_MARGIN * (1 - part)
    room = text_width(document) - (bar if chart.place is not None else 0)
    widths = column_widths(others, texts, room)
    if chart.place is not None:
        widths.insert(chart.place, bar)
    grid = Grid(tuple(widths), tuple(str(column.align) for column in chart.columns), 2 * TABLE_SIZE, runs=links.runs)
    rows = (_chart_row(grid, entry, chart.place, part) for entry in chart.entries)
    set_caption(add_grid(document, grid, tuple(column.title for column in chart.columns), rows), chart.caption)
    set_spacing(document.add_paragraph(), after=0)


def _chart_row(grid: Grid, entry: Across | Drawn, place: int | None, part: float) -> str:
    if isinstance(entry, Across):
        return grid.across(entry.signed, bold=entry.strip is Strip.HEADING)
    if place is None or entry.bar is None:
        return grid.row(entry.cells)
    return grid.row_with_bar(entry.cells, place, bar_runs(entry.bar, part))


def _add_tiles(document: WordDocument, block: Tiles) -> None:
    """A table without lines but around the tiles, one width for all."""
    table = document.add_table(0, block.width)
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    set_side_margins(table, TILE_MARGINS)
    fill_tiles(table, block, text_width(document) / block.width)
    set_caption(table, block.caption)
    set_spacing(document.add_paragraph(), after=0)


def add_grid(document: WordDocument, grid: Grid, header: Sequence[str], rows: Iterable[str]) -> WordTable:
    """A table with a grid of half a point, in the middle of the line; the rows are XML of the grid."""
    table: WordTable = document.add_table(0, len(grid.widths_mm))
    if "Table Grid" in document.styles and document.styles["Table Grid"].type == WD_STYLE_TYPE.TABLE:
        table.style = document.styles["Table Grid"]
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    set_side_margins(table, TABLE_MARGINS)
    fill_grid(table, grid, header, rows)
    return table


def save(document: WordDocument, title: str, day: date, language: str) -> bytes:
    """The bytes of a document; neither the clock nor the machine leaves a trace in them."""
    core = document.core_properties
    core.title, core.language = text_of(title)[:LONGEST_PROPERTY], language
    core.author = core.last_modified_by = core.comments = core.keywords = core.subject = ""
    core.revision = 1
    core.created = core.modified = datetime.combine(day, time(0), UTC)
    _say_language(document, "vi-VN" if language == "vi" else "en-GB")
    raw = io.BytesIO()
    document.save(raw)
    return with_pinned_times(raw.getvalue())


def _say_language(document: WordDocument, tag: str) -> None:
    """The language of the text, for hyphenation, spelling and screen readers."""
    properties = document.styles["Normal"].element.get_or_add_rPr()
    for old in properties.findall(qn("w:lang")):
        properties.remove(old)
    properties.append(element("w:lang", val=tag, eastAsia=tag))


def with_pinned_times(raw: bytes) -> bytes:
    """The same document with the parts dated on one day, so that the same input gives the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            info = zipfile.ZipInfo(name, EARLIEST_IN_ZIP)
            info.compress_type, info.create_system = zipfile.ZIP_DEFLATED, 0
            new.writestr(info, old.read(name))
    return out.getvalue()
