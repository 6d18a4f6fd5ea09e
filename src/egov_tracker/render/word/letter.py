"""Word: an official letter, and an appendix by itself, in the form of their regime; no signature or seal is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.enum.section import WD_SECTION
from docx.shared import Mm

from egov_tracker.render.word.document import TEXT_WIDTH, add_grid, new_document, number_pages, save
from egov_tracker.render.word.parts import (
    CENTER,
    JUSTIFY,
    Grid,
    add_run,
    draw_rule,
    first_line,
    keep_rows_whole,
    set_caption,
    set_side_margins,
    set_spacing,
    set_widths,
    text_of,
)
from egov_tracker.render.word.reference import refusing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docx.document import Document as WordDocument
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph

    from egov_tracker.render.word.reference import Reference
    from egov_tracker.views.appendix import BodyList
    from egov_tracker.views.letter import Appendix, AppendixDocument, LetterView

HEAD_WIDTHS = (62.0, 98.0)
FOOT_WIDTHS = (85.0, 75.0)
NUMBER_WIDTH = 11.0
LONGEST_NAME_WIDTH = 110.0
ISSUER_RULE, MOTTO_RULE = 22.0, 20.0
ROOM_FOR_THE_SIGNATURE = 80
LIST_SIZE = 12


def render_letter_docx(letter: LetterView, reference: Reference | None = None) -> bytes:
    """A letter with its appendices, each in a section of its own."""
    with refusing(reference.name if reference else None):
        return _render_letter(letter, reference)


def _render_letter(letter: LetterView, reference: Reference | None) -> bytes:
    document = new_document(letter.regime, reference)
    _add_head(document, letter)
    _add_recipients(document, letter.recipients)
    if letter.notice:
        _add_notice(document, letter.notice)
    for text in letter.paragraphs:
        paragraph = document.add_paragraph(text_of(text), style="Body Text")
        paragraph.paragraph_format.first_line_indent = Mm(12.7)
        paragraph.alignment = JUSTIFY
    _add_foot(document, letter)
    for appendix in letter.appendices:
        number_pages(document.add_section(WD_SECTION.NEW_PAGE), letter.regime)
        _add_appendix(document, appendix)
    return save(document, letter.subject, letter.day, "vi")


def render_appendix_docx(content: AppendixDocument, reference: Reference | None = None) -> bytes:
    """An appendix by itself, with the notes on where its lists come from."""
    with refusing(reference.name if reference else None):
        return _render_appendix(content, reference)


def _render_appendix(content: AppendixDocument, reference: Reference | None) -> bytes:
    document = new_document(content.regime, reference)
    _add_appendix(document, content.appendix)
    for note in content.notes:
        set_spacing(add_line(document, note, 11), before=3)
    return save(document, content.appendix.title, content.day, str(content.lang))


def add_line(document: WordDocument, text: str, size: float) -> Paragraph:
    """A paragraph with its own font size."""
    paragraph = document.add_paragraph()
    add_run(paragraph, text, size)
    return paragraph


def _add_head(document: WordDocument, letter: LetterView) -> None:
    """Issuing body, number and subject on the left; the nation, its motto, place and date on the right."""
    table = document.add_table(2, 2)
    set_side_margins(table, 0)
    (issuer, nation), (number, location) = (row.cells for row in table.rows)
    for line in letter.issuer:
        _centred(issuer, line, 13, bold=line == letter.issuer[-1])
    draw_rule(issuer.add_paragraph(), ISSUER_RULE)
    _centred(nation, letter.nation, 12, bold=True)
    _centred(nation, letter.motto, 13, bold=True)
    draw_rule(nation.add_paragraph(), MOTTO_RULE)
    _centred(number, letter.number, 13)
    set_spacing(_centred(number, letter.subject, 12), before=6, after=6)
    _centred(location, letter.place_and_date, 13, italic=True)
    set_widths(table, HEAD_WIDTHS)
    keep_rows_whole(table)


def _centred(cell: _Cell, text: str, size: float, *, bold: bool | None = None, italic: bool | None = None) -> Paragraph:
    """A centred line in a cell, in the empty first one where nothing is written yet."""
    paragraph = first_line(cell)
    if paragraph.runs or len(cell.paragraphs) > 1:
        paragraph = cell.add_paragraph()
    paragraph.alignment = CENTER
    add_run(paragraph, text, size, bold=bold, italic=italic)
    return paragraph


def _add_recipients(document: WordDocument, recipients: Sequence[str]) -> None:
    """A single addressee on the same line as "Kính gửi", several below it."""
    paragraph = document.add_paragraph()
    set_spacing(paragraph, before=12, after=6 if len(recipients) > 1 else 12)
    paragraph.paragraph_format.left_indent = Mm(25)
    add_run(paragraph, "Kính gửi:" if len(recipients) > 1 else f"Kính gửi: {recipients[0]}")
    for number, line in enumerate(recipients if len(recipients) > 1 else (), 1):
        one = document.add_paragraph(text_of(line))
        one.paragraph_format.left_indent = Mm(40)
        set_spacing(one, after=12 if number == len(recipients) else 3)


def _add_notice(document: WordDocument, notice: str) -> None:
    """That what follows is a summary, in the line before it."""
    paragraph = document.add_paragraph(style="Body Text")
    paragraph.paragraph_format.first_line_indent = Mm(12.7)
    paragraph.paragraph_format.keep_with_next = True
    add_run(paragraph, notice, bold=True, italic=True)


def _add_foot(document: WordDocument, letter: LetterView) -> None:
    """Who else gets the letter, on the left; on the right who signs a draft, with room for the signature."""
    set_spacing(document.add_paragraph())
    table = document.add_table(1, 2)
    set_side_margins(table, 0)
    copies, signer = table.rows[0].cells
    add_run(first_line(copies), "Nơi nhận:", 12, bold=True, italic=True)
    for line in letter.copies:
        add_run(copies.add_paragraph(), line, 11)
    for line in letter.signer:
        _centred(signer, line, 13, bold=True)
    if letter.signer:
        set_spacing(_centred(signer, letter.signer_name or "", 14, bold=True), before=ROOM_FOR_THE_SIGNATURE)
    set_widths(table, FOOT_WIDTHS)
    keep_rows_whole(table)


def _add_appendix(document: WordDocument, appendix: Appendix) -> None:
    for text, style in ((appendix.label, "Heading 1"), (appendix.title, "Heading 2")):
        paragraph = document.add_paragraph(text_of(text), style=style)
        paragraph.alignment = CENTER
        set_spacing(paragraph, after=4)
    if appendix.reference:
        document.add_paragraph(text_of(appendix.reference), style="Subtitle")
    for bodies in appendix.lists:
        if len(appendix.lists) > 1:
            document.add_paragraph(text_of(bodies.heading), style="Heading 3").alignment = CENTER
        _add_list(document, bodies, appendix.title)


def _add_list(document: WordDocument, bodies: BodyList, title: str) -> None:
    """Pairs of number and name, read column by column."""
    name = min(TEXT_WIDTH / bodies.columns - NUMBER_WIDTH, LONGEST_NAME_WIDTH)
    grid = Grid((NUMBER_WIDTH, name) * bodies.columns, ("center", "left") * bodies.columns, 2 * LIST_SIZE, 40)
    header = (bodies.number_title, bodies.name_title) * bodies.columns
    rows = (grid.row([text for entry in row for text in _pair(entry)]) for row in bodies.rows)
    set_caption(add_grid(document, grid, header, rows), f"{title}: {bodies.heading}")
    set_spacing(document.add_paragraph())


def _pair(entry: tuple[int, str] | None) -> tuple[str, str]:
    return (str(entry[0]), entry[1]) if entry else ("", "")
