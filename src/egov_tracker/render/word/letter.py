"""Word: an official letter, and an appendix by itself, in the form of their regime; no signature or seal is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.shared import Mm

from egov_tracker.render.word.document import TEXT_WIDTH, add_grid, begin_section, new_document, save
from egov_tracker.render.word.official_form import add_foot, add_head, add_recipients
from egov_tracker.render.word.parts import CENTER, JUSTIFY, Grid, add_run, set_caption, set_spacing, text_of
from egov_tracker.render.word.reference import refusing

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.text.paragraph import Paragraph

    from egov_tracker.render.word.reference import Reference
    from egov_tracker.views.appendix import BodyList
    from egov_tracker.views.letter import Appendix, AppendixDocument, LetterView

NUMBER_WIDTH = 11.0
LONGEST_NAME_WIDTH = 110.0
LIST_SIZE = 12


def render_letter_docx(letter: LetterView, reference: Reference | None = None) -> bytes:
    """A letter with its appendices, each in a section of its own."""
    with refusing(reference.name if reference else None):
        return _render_letter(letter, reference)


def _render_letter(letter: LetterView, reference: Reference | None) -> bytes:
    document = new_document(letter.regime, reference)
    add_head(document, letter, letter.subject)
    add_recipients(document, letter.recipients)
    if letter.notice:
        _add_notice(document, letter.notice)
    for text in letter.paragraphs:
        paragraph = document.add_paragraph(text_of(text), style="Body Text")
        paragraph.paragraph_format.first_line_indent = Mm(12.7)
        paragraph.alignment = JUSTIFY
    add_foot(document, letter)
    for appendix in letter.appendices:
        begin_section(document, letter.regime)
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


def _add_notice(document: WordDocument, notice: str) -> None:
    """That what follows is a summary, in the line before it."""
    paragraph = document.add_paragraph(style="Body Text")
    paragraph.paragraph_format.first_line_indent = Mm(12.7)
    paragraph.paragraph_format.keep_with_next = True
    add_run(paragraph, notice, bold=True, italic=True)


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
