"""Letters in Word, read back: every measure against the article that prescribes it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH

from egov_tracker.model.terms import Regime
from tests.articles import INDENT, LEAST_BETWEEN, LETTER_FORMS, LINES, NUMBERS, SHEET, Side
from tests.building import LETTERS
from tests.running import run_egov

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from docx.document import Document
    from docx.text.paragraph import Paragraph

SIDES = {
    Side.CENTRE: WD_ALIGN_PARAGRAPH.CENTER,
    Side.BOTH: WD_ALIGN_PARAGRAPH.JUSTIFY,
    Side.RIGHT: WD_ALIGN_PARAGRAPH.RIGHT,
}
ALL_LETTERS = [(letter, regime) for letter in LETTER_FORMS for regime in Regime]


def written(letter: str, folder: Path, *options: str) -> Document:
    path = folder / "letter.docx"
    assert run_egov("letter", letter, *options, "-o", path, cwd=LETTERS).code == 0
    return docx.Document(str(path))


def paragraphs(document: Document) -> Iterator[Paragraph]:
    """All paragraphs of a document, those of tables in their place."""
    for item in document.iter_inner_content():
        if isinstance(item, docx.table.Table):
            yield from (one for row in item.rows for cell in row.cells for one in cell.paragraphs)
        else:
            yield item


def told(paragraph: Paragraph, name: str) -> Any:
    """What a paragraph, or else its style or one on which that is based, says of its first characters."""
    style: Any = paragraph.style
    value = getattr(paragraph.runs[0].font, name)
    while value is None and style is not None:
        value, style = getattr(style.font, name), style.base_style
    return value


def look_of(paragraph: Paragraph) -> str:
    return " ".join(word for word in ("bold", "italic") if told(paragraph, word)) or "upright"


def of_layout(paragraph: Paragraph, name: str) -> Any:
    style: Any = paragraph.style
    own = getattr(paragraph.paragraph_format, name)
    return getattr(style.paragraph_format, name) if own is None else own


@pytest.mark.parametrize("letter", LETTER_FORMS)
def test_each_part_of_a_letter_is_written_as_its_article_says(letter: str, tmp_path: Path) -> None:
    there = [one for one in paragraphs(written(letter, tmp_path)) if one.text.strip()]
    assert {told(one, "name") for one in there} == {"Times New Roman"}
    for name, part in LETTER_FORMS[letter].items():
        found = [one for one in there if one.text.startswith(part.starts)]
        assert found, name
        for one in found:
            size = told(one, "size").pt
            assert part.sizes[0] <= size <= part.sizes[1], f"{name}: {size}"
            assert look_of(one) == part.look, name
            assert part.side is None or SIDES[part.side] == of_layout(one, "alignment"), name
            if part.side is Side.BOTH:
                assert INDENT[0] <= one.paragraph_format.first_line_indent.mm <= INDENT[1] + 0.01, name
                assert LINES[0] <= of_layout(one, "line_spacing") <= LINES[1], name
                assert of_layout(one, "space_before").pt + of_layout(one, "space_after").pt >= LEAST_BETWEEN, name


@pytest.mark.parametrize(("letter", "regime"), ALL_LETTERS)
def test_paper_margins_and_page_numbers_are_as_prescribed_in_the_letter_and_in_every_appendix(
    letter: str, regime: Regime, tmp_path: Path
) -> None:
    document = written(letter, tmp_path, "--regime", regime)
    assert len(document.sections) > 1
    for section in document.sections:
        sides = ("page_width", "page_height", "top_margin", "bottom_margin", "left_margin", "right_margin")
        for side, (name, (least, most)) in zip(sides, SHEET.items(), strict=True):
            assert least <= round(getattr(section, side).mm, 1) <= most, name
        number = NUMBERS[regime]
        other = {"header": section.footer, "footer": section.header}[number.band]
        (line,) = getattr(section, number.band).paragraphs
        assert ("PAGE" in line._p.xml, "PAGE" in other._element.xml) == (True, False)
        assert line.alignment == SIDES[number.side]
        assert number.sizes[0] <= told(line, "size").pt <= number.sizes[1]
        assert look_of(line) == "upright"
        assert section.different_first_page_header_footer
        assert not section.first_page_header.paragraphs[0].text
        assert 'w:pgNumType w:start="1"' in section._sectPr.xml
