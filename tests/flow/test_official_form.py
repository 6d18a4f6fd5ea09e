"""Letters in Word, read back: sizes, weights and sides of each part against the articles that prescribe them.

Circular 01/2011/TT-BNV, articles 6 to 14 and the specimen of its appendix IV, holds until 2020-03-04; from then on
Decree 30/2020/NĐ-CP, appendix I, part I, sections II and III.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH

from tests.building import LETTERS
from tests.running import run_egov

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from docx.text.paragraph import Paragraph

CENTRE, BOTH_SIDES, FREE = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.JUSTIFY, None


class Rule(NamedTuple):
    """How a part of a letter is printed; `starts` is its beginning in either letter, `side` None where it is free."""

    starts: tuple[str, ...]
    sizes: tuple[int, int]
    look: str
    side: Any


FORM = {
    "name of the state: article 6; II.1": Rule(("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",), (12, 13), "bold", CENTRE),
    "motto: article 6; II.1": Rule(("Độc lập - Tự do - Hạnh phúc",), (13, 14), "bold", CENTRE),
    "issuing body: article 7; II.2": Rule(("VĂN PHÒNG CHÍNH PHỦ",), (12, 13), "bold", CENTRE),
    "number: article 8; II.3": Rule(("Số: ",), (13, 13), "upright", CENTRE),
    "place and date: article 9; II.4": Rule(("Hà Nội, ngày",), (13, 14), "italic", CENTRE),
    "subject: article 10; II.5": Rule(("V/v ",), (12, 13), "upright", CENTRE),
    "text: article 11; II.6": Rule(("Văn phòng Chính phủ đề nghị",), (13, 14), "upright", BOTH_SIDES),
    "recipients: article 14; II.9": Rule(("Nơi nhận:",), (12, 12), "bold italic", FREE),
    "list of recipients: article 14; II.9": Rule(("- Như trên;", "- Lưu: VT"), (11, 11), "upright", FREE),
    "number of an appendix: III.1": Rule(("PHỤ LỤC 1", "Phụ lục I"), (14, 14), "bold", CENTRE),
    "reference of an appendix: III.1": Rule(("(Ban hành kèm", "(Kèm theo"), (13, 14), "italic", CENTRE),
}
LATER = {
    "addressees: II.9": Rule(("Kính gửi:",), (13, 14), "upright", FREE),
    "authority and title: II.7": Rule(("KT. ", "PHÓ CHỦ NHIỆM"), (13, 14), "bold", CENTRE),
}


def paragraphs(path: Path) -> Iterator[Paragraph]:
    """All paragraphs of a document, those of tables in their place."""
    for item in docx.Document(str(path)).iter_inner_content():
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


def side(paragraph: Paragraph) -> Any:
    style: Any = paragraph.style
    return style.paragraph_format.alignment if paragraph.alignment is None else paragraph.alignment


@pytest.mark.parametrize(("letter", "form"), [("1375-vpcp-kgvx", FORM), ("ra-soat-2020", FORM | LATER)])
def test_each_part_of_a_letter_is_printed_as_its_article_says(
    letter: str, form: dict[str, Rule], tmp_path: Path
) -> None:
    path = tmp_path / "letter.docx"
    assert run_egov("letter", letter, "-o", path, cwd=LETTERS).code == 0
    there = [one for one in paragraphs(path) if one.text.strip()]
    assert {told(one, "name") for one in there} == {"Times New Roman"}
    for name, rule in form.items():
        found = [one for one in there if one.text.startswith(rule.starts)]
        assert found, name
        for one in found:
            size = told(one, "size").pt
            assert rule.sizes[0] <= size <= rule.sizes[1], f"{name}: {size}"
            assert (" ".join(word for word in ("bold", "italic") if told(one, word)) or "upright") == rule.look, name
            assert rule.side in {None, side(one)}, name
        if rule.side is BOTH_SIDES:
            assert all(10 <= one.paragraph_format.first_line_indent.mm <= 12.7001 for one in found), name
