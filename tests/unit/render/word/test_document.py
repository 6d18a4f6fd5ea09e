from __future__ import annotations

import base64
import io
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from egov_tracker.errors import EgovError
from egov_tracker.model.terms import Regime
from egov_tracker.render.word.document import base_of, render_docx
from egov_tracker.render.word.letter import render_appendix_docx, render_letter_docx
from egov_tracker.render.word.reference import open_reference
from egov_tracker.views.appendix import QuarterLists, Query, view_list
from egov_tracker.views.letter import Appendix, AppendixDocument, LetterView
from egov_tracker.views.official_form import Frame, OfficialForm
from egov_tracker.views.page import (
    Across,
    Align,
    Chart,
    Column,
    Drawn,
    Footnote,
    Items,
    Lang,
    Legend,
    Page,
    Paragraph,
    Section,
    Sign,
    Strip,
    Table,
    Tile,
    Tiles,
)
from egov_tracker.views.trend.bars import Bar, Fill, Measure, Part
from tests.building import definitions, snapshot
from tests.goldens import parts_as_text
from tests.word import check_word
from tools.word_bases import make_base

if TYPE_CHECKING:
    from collections.abc import Callable

DAY = date(2016, 6, 30)
PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
WRITTEN = r"word/(document|header\d|footer\d)\.xml"
NASTY = "LĐTB&XH | <b>\"đậm\"</b> 'x' Hòa]]>"
COLUMNS = (Column("Cơ quan"), Column("Số", Align.RIGHT))
PAGE = Page(
    Lang.VI,
    f"Tình hình {NASTY}",
    (NASTY,),
    (
        Section(
            "Mục",
            (Paragraph(NASTY), Items((NASTY, "hai")), Table(COLUMNS, ((NASTY, "1"), ("hai\ndòng", "2")), "Bảng")),
        ),
    ),
    (Footnote(1, NASTY),),
    (NASTY,),
    {"footnotes": "Chú thích", "sources": "Nguồn"},
)
LETTER = LetterView(
    regime=Regime.ND30,
    day=DAY,
    issuer=("BỘ A&B", "CỤC <C>"),
    number="Số: 01/AB-C",
    place_and_date="Hà Nội, ngày 30 tháng 6 năm 2016",
    subject=NASTY,
    recipients=("Bộ Tư pháp",),
    paragraphs=(NASTY,),
    signer=("CỤC TRƯỞNG",),
    signer_name=NASTY,
    copies=(NASTY,),
    appendices=(),
)


DRAWN = (Column("Cơ quan"), Column("Hình"), Column("Số", Align.RIGHT), Column("Ngày", Align.CENTER))
BARS = (
    Bar((Part(Fill.DONE, Decimal(19)), Part(Fill.OUTSTANDING, Decimal(9))), Decimal(30), Decimal(30)),
    Bar((Part(Fill.PERHAPS, Decimal(1)), Part(Fill.UNNAMED, Decimal(2))), Decimal(60), Decimal(63), dashed=True),
    Bar((Part(Fill.IN_PROGRESS, Decimal(50)), Part(Fill.EXEMPT, Decimal(50))), None, Decimal(100), Measure.PERCENT),
    None,
)
CHART = Chart(
    DRAWN,
    (
        Across(Strip.HEADING, "Nhóm (1)"),
        *(Drawn((f"Bộ {number} [1]", "-", str(number), "6/2016"), bar) for number, bar in enumerate(BARS)),
        Across(Strip.GAP, "quý III"),
        Across(Strip.TARGET, "hết 2016"),
    ),
    "Biểu đồ",
    1,
)
TILES = Tiles(
    (
        Tile(0, 1, "Hà Giang", "done", "✓"),
        Tile(1, 0, "Lai Châu", "outstanding", "●", dashed=True),
        Tile(1, 1, "Lào Cai", "exempt", "-"),
        Tile(2, 2, "Huế", "unknown", "?"),
    ),
    "Bản đồ",
)
LEGEND = Legend((Sign(Fill.DONE, "█", "đã xong"), Sign(Fill.UNNAMED, "/", "không nêu tên")))
EVERYTHING = Page(
    Lang.VI,
    "Tình hình",
    ("Dữ liệu (1)",),
    (
        Section("I. Biểu đồ", (Paragraph("Trước [1] (1):"), Items(("một", "hai [2]")), CHART, LEGEND)),
        Section("II. Phụ lục", (TILES, CHART._replace(place=None, characters=10), CHART._replace(characters=6))),
        Section("", (Table((Column("A"), Column("B", Align.CENTER)), (("x", "y"),)),)),
    ),
    (Footnote(1, "Ghi chú"), Footnote(2, "Không ai nhắc")),
    ("[1] Báo cáo", "[2] Báo"),
    {"footnotes": "Chú thích", "sources": "Nguồn"},
)
FORM = OfficialForm(
    Regime.TT01, DAY, ("BỘ A", "CỤC C"), "Số: 01/A", "Hà Nội, ngày 30", ("- A;", "- B."), ("KT. BỘ TRƯỞNG",), "Tên",
    ("- Như trên.",),
)  # fmt: skip
WAITING = "indicator: lgsp, group: central, as_of: 2016-06-30, outstanding: {names: [Bộ Y tế, Bộ Nội vụ, Bộ Công an]}"


@pytest.mark.parametrize("regime", Regime)
def test_the_empty_document_of_a_regime_is_what_is_made_of_the_template_of_python_docx(regime: Regime) -> None:
    """Where it is not: python tools/word_bases.py."""
    assert base_of(regime).read_bytes() == make_base(regime)


def listed() -> Appendix:
    """An appendix of two lists, in one column and in two."""
    made = view_list(
        QuarterLists(snapshot([WAITING], "2016Q2"), definitions().registry, Lang.VI), Query("lgsp", "central")
    )
    lists = made._replace(columns=1), made._replace(columns=2, heading="Nhóm hai")
    return Appendix("PHỤ LỤC 1", "Danh sách", "(Kèm theo)", lists)


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("page", lambda: render_docx(EVERYTHING, DAY)),
        ("framed", lambda: render_docx(EVERYTHING._replace(frame=Frame(FORM, "BÁO CÁO", "Tình hình", 1)), DAY)),
        ("letter", lambda: render_letter_docx(LETTER._replace(appendices=(listed(), listed()), notice="Tóm tắt"))),
        ("appendix", lambda: render_appendix_docx(AppendixDocument(listed(), Regime.TT01, DAY, Lang.EN, ("Nguồn",)))),
    ],
)
def test_all_that_is_written_is_what_it_was(
    name: str, made: Callable[[], bytes], golden: Callable[[str, str], None]
) -> None:
    check_word(made())
    golden(f"word-{name}.xml", parts_as_text(made(), WRITTEN))


def test_the_styles_are_what_they_were(golden: Callable[[str, str], None]) -> None:
    golden("word-styles.xml", parts_as_text(render_docx(PAGE, DAY), r"word/styles\.xml"))


def texts(raw: bytes) -> list[str]:
    document = Document(io.BytesIO(raw))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return [*(paragraph.text for paragraph in document.paragraphs), *cells]


def test_every_character_survives_in_word() -> None:
    raw = render_docx(PAGE, DAY)
    check_word(raw)
    found = texts(raw)
    assert found.count(NASTY) == 5
    assert f"Tình hình {NASTY}" in found
    assert f"(1) {NASTY}" in found
    assert "hai\ndòng" in found


def test_a_letter_keeps_every_character_and_is_valid() -> None:
    raw = render_letter_docx(LETTER)
    check_word(raw)
    text = "\n".join(texts(raw))
    assert text.count(NASTY) == 4
    assert "BỘ A&B" in text
    assert "Kính gửi: Bộ Tư pháp" in text


@pytest.mark.parametrize("letter", ["\x00", "\x0b", "\x1f", "\ufffe", "\ud800"])
def test_what_xml_cannot_hold_leaves_a_sign_of_replacement(letter: str) -> None:
    raw = render_docx(PAGE._replace(title=f"a{letter}b"), DAY)
    assert "a\ufffdb" in texts(raw)


def test_headings_and_tables_are_real_ones() -> None:
    document = Document(io.BytesIO(render_docx(PAGE, DAY)))
    styles = {paragraph.style.name for paragraph in document.paragraphs if paragraph.style}
    assert {"Title", "Heading 1", "List Bullet", "Body Text"} <= styles
    header, *rows = document.tables[0].rows
    assert header._tr.trPr.find(qn("w:tblHeader")) is not None
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in (header, *rows))
    assert document.tables[0]._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val")) == "Bảng"


@pytest.mark.parametrize(("regime", "band"), [(Regime.ND30, "header"), (Regime.TT01, "footer")])
def test_page_numbers_stand_where_the_regime_wants_them_and_not_on_the_first_page(regime: Regime, band: str) -> None:
    document = Document(io.BytesIO(render_letter_docx(LETTER._replace(regime=regime))))
    section = document.sections[0]
    other = "footer" if band == "header" else "header"
    assert "PAGE" in getattr(section, band)._element.xml
    assert "PAGE" not in getattr(section, other)._element.xml
    assert section.different_first_page_header_footer
    assert section._sectPr.find(qn("w:pgNumType")).get(qn("w:start")) == "1"


def test_paper_margins_and_fonts_are_those_of_the_regime() -> None:
    document = Document(io.BytesIO(render_letter_docx(LETTER)))
    section, normal = document.sections[0], document.styles["Normal"]
    sides = (section.page_width, section.page_height, section.top_margin, section.left_margin, section.right_margin)
    assert [round(side.mm) for side in sides if side] == [210, 297, 20, 30, 20]
    assert normal.font.name == "Times New Roman"
    assert normal.font.size == Pt(13)


def test_the_file_says_nothing_of_the_clock() -> None:
    core = Document(io.BytesIO(render_docx(PAGE, DAY))).core_properties
    assert core.created == core.modified == datetime(2016, 6, 30, tzinfo=UTC)
    assert core.author == ""
    assert render_docx(PAGE, DAY) == render_docx(PAGE, DAY)


def test_a_reference_document_brings_its_styles_margins_and_heads() -> None:
    reference, out = Document(), io.BytesIO()
    reference.styles["Normal"].font.name = "Arial"
    reference.sections[0].left_margin = Mm(33)
    reference.sections[0].header.paragraphs[0].text = "Bộ Tư pháp"
    reference.add_paragraph("what the reference document says")
    reference.save(out)
    raw = render_docx(PAGE, DAY, open_reference(out.getvalue(), "ours.docx"))
    check_word(raw)
    made = Document(io.BytesIO(raw))
    assert made.styles["Normal"].font.name == "Arial"
    assert round((made.sections[0].left_margin or Mm(0)).mm) == 33
    assert made.sections[0].header.paragraphs[0].text == "Bộ Tư pháp"
    assert not any("reference" in text for text in texts(raw))


def test_a_plain_header_of_a_reference_document_stays_on_the_first_page_and_the_page_number_does_not() -> None:
    reference, out = Document(), io.BytesIO()
    reference.sections[0].header.paragraphs[0].text = "Bộ Tư pháp"
    reference.save(out)
    made = Document(io.BytesIO(render_docx(PAGE, DAY, open_reference(out.getvalue(), "ours.docx")))).sections[0]
    assert made.different_first_page_header_footer
    assert [line.text for line in made.first_page_header.paragraphs] == ["Bộ Tư pháp"]
    assert "PAGE" in made.header._element.xml
    assert "PAGE" not in made.first_page_header._element.xml


def test_a_picture_in_a_header_of_a_reference_document_stands_on_the_first_page_too() -> None:
    reference, out = Document(), io.BytesIO()
    reference.sections[0].header.paragraphs[0].add_run().add_picture(io.BytesIO(PNG))
    reference.save(out)
    raw = render_docx(PAGE, DAY, open_reference(out.getvalue(), "ours.docx"))
    check_word(raw)
    section = Document(io.BytesIO(raw)).sections[0]
    pictures = [
        band.part.related_parts[picture.get(qn("r:embed"))].blob
        for band in (section.header, section.first_page_header)
        for picture in band._element.iter(qn("a:blip"))
    ]
    assert pictures == [PNG, PNG]


@pytest.mark.parametrize("reference", [b"", b"no zip", b"PK\x05\x06" + bytes(18)])
def test_a_reference_that_is_no_word_document_is_refused(reference: bytes) -> None:
    with pytest.raises(EgovError, match=r"no Word document"):
        render_docx(PAGE, DAY, open_reference(reference, "ours.docx"))
