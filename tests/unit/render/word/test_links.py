from __future__ import annotations

import re
from datetime import date

import pytest

from egov_tracker.render.mentions import Target
from egov_tracker.render.word.document import render_docx
from egov_tracker.render.word.links import LONGEST_TIP, Links
from egov_tracker.views.page import Column, Footnote, Items, Lang, Page, Paragraph, Section, Table
from tests.word import check_word, links_of, paragraphs_of

NOTES = (Footnote(1, "Nguồn ghi 9."), Footnote(2, "hai"))
PAGE = Page(Lang.VI, "Trang", (), (), NOTES, ("[1] Báo cáo <A&B>", "Bài"))


def shape(xml: str) -> str:
    """What is linked and marked: `{name …}` is a bookmark, `<name text>` a link."""
    for pattern, sign in (
        (r'<w:bookmarkStart w:id="\d+" w:name="(\w+)"/>', r"{\1 "),
        (r'<w:bookmarkEnd w:id="\d+"/>', "}"),
        (r'<w:hyperlink w:anchor="(\w+)"[^>]*>', r"«\1 "),
        (r"</w:hyperlink>", "»"),
        (r"<[^>]*>", ""),
    ):
        xml = re.sub(pattern, sign, xml)
    return xml


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("29/30", "29/30"),
        ("Xong. [1] (1)", "Xong. {to_source_1 «source_1 [1]»} {to_note_1 «note_1 (1)»}"),
        ("(1) (7)", "{to_note_1 «note_1 (1)»} (7)"),  # there is no note 7
        ("Chưa hoàn thành (1): Bộ Y tế", "Chưa hoàn thành (1): Bộ Y tế"),  # a count
        ("https://x.vn/[1]", "https://x.vn/[1]"),
    ],
)
def test_a_mention_leads_to_its_entry_and_the_first_is_marked(text: str, written: str) -> None:
    assert shape(Links(PAGE).runs(text)) == written


def test_an_entry_leads_back_to_the_first_mention() -> None:
    links = Links(PAGE)
    links.runs("(1)")
    assert shape(links.runs("(1)")) == "«note_1 (1)»"
    assert shape(links.entry(Target("note", 1), "(1) Nguồn ghi 9.")) == "{note_1 «to_note_1 (1)»} Nguồn ghi 9."
    assert shape(links.entry(Target("note", 2), "(2) hai")) == "{note_2 (2)} hai"
    assert shape(links.entry(Target("source", 2), "Bài")) == "{source_2 }Bài"


def test_above_a_link_stands_what_it_leads_to_with_a_sign_where_it_is_cut() -> None:
    long = "dài " * 100
    links = Links(PAGE._replace(footnotes=(Footnote(1, long),)))
    tips = re.findall('w:tooltip="([^"]*)"', links.runs("[1] (1)"))
    assert tips[0] == "[1] Báo cáo &lt;A&amp;B&gt;"
    assert len(tips[1]) <= LONGEST_TIP
    assert tips[1].endswith(" …")


def test_texts_lists_and_cells_of_a_document_lead_to_its_lists_and_these_back() -> None:
    blocks = (Paragraph("Một. [1] (1)"), Items(("Hai. [1]",)), Table((Column("Chú thích"),), (("(1) (2)",),)))
    raw = render_docx(PAGE._replace(sections=(Section("Mục", blocks),)), date(2016, 6, 30))
    check_word(raw)
    assert links_of(raw) == [
        *("source_1", "note_1", "source_1", "note_1", "note_2"),
        *("to_note_1", "to_note_2", "to_source_1"),
    ]
    assert paragraphs_of(raw)[-4:] == ["(1) Nguồn ghi 9.", "(2) hai", "[1] Báo cáo <A&B>", "Bài"]
