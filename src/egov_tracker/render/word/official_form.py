"""Word: head, title, recipients and foot of an official document; no signature or seal is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.shared import Mm

from egov_tracker.render.word.parts import (
    CENTER,
    add_run,
    draw_rule,
    first_line,
    keep_rows_whole,
    set_side_margins,
    set_spacing,
    set_widths,
    text_of,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docx.document import Document as WordDocument
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph

    from egov_tracker.views.letter import LetterView
    from egov_tracker.views.official_form import Frame, OfficialForm

HEAD_WIDTHS = (62.0, 98.0)
FOOT_WIDTHS = (85.0, 75.0)
ISSUER_RULE, MOTTO_RULE, TITLE_RULE = 21.0, 20.0, 40.0
ROOM_FOR_THE_SIGNATURE = 80


def add_head(document: WordDocument, form: LetterView | OfficialForm, subject: str | None = None) -> None:
    """Issuing body, number and the subject of a letter on the left; nation, motto, place and date on the right."""
    table = document.add_table(2, 2)
    set_side_margins(table, 0)
    (issuer, nation), (number, location) = (row.cells for row in table.rows)
    for line in form.issuer:
        _centred(issuer, line, 13, bold=line == form.issuer[-1])
    draw_rule(issuer.add_paragraph(), ISSUER_RULE)
    _centred(nation, form.nation, 12, bold=True)
    _centred(nation, form.motto, 13, bold=True)
    draw_rule(nation.add_paragraph(), MOTTO_RULE)
    _centred(number, form.number, 13)
    if subject:
        set_spacing(_centred(number, subject, 12), before=6, after=6)
    _centred(location, form.place_and_date, 13, italic=True)
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


def add_recipients(document: WordDocument, recipients: Sequence[str]) -> None:
    """A single addressee on the same line as "Kính gửi", several below it."""
    paragraph = document.add_paragraph()
    set_spacing(paragraph, before=12, after=6 if len(recipients) > 1 else 12)
    paragraph.paragraph_format.left_indent = Mm(25)
    add_run(paragraph, "Kính gửi:" if len(recipients) > 1 else f"Kính gửi: {recipients[0]}")
    for number, line in enumerate(recipients if len(recipients) > 1 else (), 1):
        one = document.add_paragraph(text_of(line))
        one.paragraph_format.left_indent = Mm(40)
        set_spacing(one, after=12 if number == len(recipients) else 3)


def add_title(document: WordDocument, frame: Frame) -> None:
    """The kind of document in capitals, and below it what it is about, over a rule."""
    set_spacing(document.add_paragraph(text_of(frame.kind), style="Title"), before=12)
    set_spacing(document.add_paragraph(text_of(frame.title), style="Title"))
    rule = document.add_paragraph()
    draw_rule(rule, TITLE_RULE)
    rule.paragraph_format.keep_with_next = True


def add_foot(document: WordDocument, form: LetterView | OfficialForm) -> None:
    """Who else gets the document, on the left; on the right who signs it, if anybody, with room for the signature.

    The end of the text stays on the same page.
    """
    document.paragraphs[-1].paragraph_format.keep_with_next = True
    space = document.add_paragraph()
    space.paragraph_format.keep_with_next = True
    set_spacing(space)
    table = document.add_table(1, 2)
    set_side_margins(table, 0)
    copies, signer = table.rows[0].cells
    add_run(first_line(copies), "Nơi nhận:", 12, bold=True, italic=True)
    for line in form.copies:
        add_run(copies.add_paragraph(), line, 11)
    for line in form.signer:
        _centred(signer, line, 13, bold=True)
    if form.signer:
        set_spacing(_centred(signer, form.signer_name or "", 14, bold=True), before=ROOM_FOR_THE_SIGNATURE)
    set_widths(table, FOOT_WIDTHS)
    keep_rows_whole(table)
