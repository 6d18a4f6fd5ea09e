"""Word documents: what of their XML is text, and what is refused."""

from __future__ import annotations

import time

import pytest

from egov_tracker.errors import EgovError
from egov_tracker.reading.forms.docx import read_docx
from egov_tracker.reading.sources import MOST_CHARACTERS
from tests.documents import W, pack_docx


def document(body: str) -> bytes:
    return pack_docx(f"<w:document {W}><w:body>{body}</w:body></w:document>")


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def paragraph(*runs: str) -> str:
    return f"<w:p>{''.join(runs)}</w:p>"


def row(*cells: str) -> str:
    return f"<w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in cells)}</w:tr>"


ONE, TWO = paragraph(run("một")), paragraph(run("hai"))


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (ONE + TWO, "một\nhai\n"),
        (paragraph(run("m"), "\n  ", run("ột")), "một\n"),
        (paragraph(run("một"), "<w:r><w:tab/></w:r>", run("hai")), "một\thai\n"),
        (paragraph(run("một"), "<w:r><w:ptab/></w:r>", run("hai")), "một\thai\n"),
        (paragraph(run("một"), "<w:r><w:br/></w:r>", run("hai")), "một\nhai\n"),
        (paragraph(run("một"), "<w:r><w:cr/></w:r>", run("hai")), "một\nhai\n"),
        (paragraph(run("Bà Rịa"), "<w:r><w:noBreakHyphen/></w:r>", run("Vũng")), "Bà Rịa-Vũng\n"),
        (paragraph(run("liên"), "<w:r><w:softHyphen/></w:r>", run("thông")), "liênthông\n"),
        (f"<w:tbl>{row(ONE, TWO)}{row(TWO, ONE)}</w:tbl>", "một\thai\nhai\tmột\n\n"),
        (f"<w:tbl>{row(ONE + TWO, ONE)}</w:tbl>{TWO}", "một hai\tmột\n\nhai\n"),
        (f"<w:tbl>{row('', ONE, '<w:p/>')}</w:tbl>", "\tmột\t\n\n"),
        (f"<w:tbl>{row(paragraph(run('một'), '<w:tab/>', run('a'), '<w:br/>', run('b')), TWO)}</w:tbl>",
         "một a b\thai\n\n"),
        (f"<w:tbl>{row(ONE + f'<w:tbl>{row(TWO)}</w:tbl>' + ONE, TWO)}</w:tbl>", "mộthai\n\n một\thai\n\n"),
        (paragraph(f"<w:del>{run('cũ')}</w:del>", run("mới")), "mới\n"),
        (paragraph(f"<w:moveFrom>{run('cũ')}</w:moveFrom>", run("mới")), "mới\n"),
        (paragraph("<w:r><w:instrText>PAGE</w:instrText></w:r>", run("mới")), "mới\n"),
        (paragraph(f"<w:Fallback>{run('cũ')}<w:del>{run('cũ')}</w:del>{run('cũ')}</w:Fallback>", run("mới")), "mới\n"),
        (paragraph(run("a&amp;b")), "a&b\n"),
        (paragraph(run("x" * 200_000)), "x" * 200_000 + "\n"),
    ],
    ids=[
        "paragraphs", "blanks between runs", "a tab", "a tab to a place", "a break", "an old break", "a hard hyphen",
        "a soft hyphen", "a table", "two paragraphs in a cell", "empty cells", "tabs and breaks in a cell",
        "a table in a cell", "deleted", "moved", "a field", "deleted in what is passed over", "an entity",
        "more than is read at once",
    ],
)  # fmt: skip
def test_a_body_is_lines_of_paragraphs_and_rows(body: str, text: str) -> None:
    source = read_docx(document(body), "a.docx")
    assert source.text == text
    assert (source.extractor, source.regions, source.legacy, source.pages) == ("docx/1", (), "", ())


def test_an_old_encoding_is_said() -> None:
    text = "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam, ñoäc laäp töï do haïnh phuùc. " * 3
    assert read_docx(document(paragraph(run(text))), "a.docx").legacy == "VNI"


def test_a_text_as_long_as_is_allowed_is_read_and_no_longer_one() -> None:
    longest = "x" * (MOST_CHARACTERS - 1)
    assert len(read_docx(document(paragraph(run(longest))), "a.docx").text) == MOST_CHARACTERS
    with pytest.raises(EgovError) as raised:
        read_docx(document(paragraph(run(longest + "x"))), "a.docx")
    assert str(raised.value) == (
        "a.docx: word/document.xml is too large: more than 64,000,000 bytes or 4,000,000 characters"
    )


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        (pack_docx("<w:document"), "a.docx: word/document.xml:1:1: unclosed token"),
        (pack_docx(f"<w:document {W}><w:p>\n </w:body>"), "a.docx: word/document.xml:2:4: mismatched tag"),
        (pack_docx(f"<w:document {W}><w:body>"), "a.docx: word/document.xml:1:92: no element found"),
        (pack_docx(f"<!DOCTYPE x><w:document {W}/>"),
         "a.docx: word/document.xml declares entities, which no Word document needs"),
        (b"PK\x03\x04", "a.docx: not a readable Word document: File is not a zip file"),
        (pack_docx("").replace(b"word/document.xml", b"word/documents.xm"),
         "a.docx: not a Word document: it has no word/document.xml"),
    ],
    ids=lambda value: value if isinstance(value, str) else "file",
)  # fmt: skip
def test_what_is_no_document_is_said_with_its_place(raw: bytes, sentence: str) -> None:
    with pytest.raises(EgovError) as raised:
        read_docx(raw, "a.docx")
    assert str(raised.value) == sentence


def test_a_long_comment_takes_no_longer_than_other_bytes() -> None:
    began = time.process_time()
    assert read_docx(document(f"<!--{' ' * 16_000_000}-->{ONE}"), "a.docx").text == "một\n"
    assert time.process_time() - began < 3  # in pieces it took six, and minutes for what is allowed
