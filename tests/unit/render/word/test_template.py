"""A Word template is filled in the sandbox of all templates, and keeps nothing that runs or calls outside."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from typing import TYPE_CHECKING

import pytest
from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE as LINKS

from egov_tracker.errors import EgovError
from egov_tracker.render import sandbox
from egov_tracker.render.word.template import fill_docx
from tests.word import paragraphs_of, read_parts, write_paragraphs

if TYPE_CHECKING:
    from pathlib import Path

DAY = date(2016, 6, 30)
VALUES = {"records": {"quarter": "2016Q2", "names": ["Bộ Y tế", "A & <B>"], "unknown": None, "long": "một\nhai\x0b"}}
FILTERS = {"shout": lambda text: f"{text}!"}


def fill(folder: Path, *lines: str) -> bytes:
    path = folder / "report.docx"
    write_paragraphs(path, lines)
    return fill_docx(path, VALUES, FILTERS, DAY)


@pytest.mark.parametrize(
    ("lines", "written"),
    [
        (["Kỳ {{ records.quarter }}."], ["Kỳ 2016Q2."]),
        (["{{ records.quarter | shout }}"], ["2016Q2!"]),
        (["{%p for name in records.names %}", "- {{ name }}", "{%p endfor %}"], ["- Bộ Y tế", "- A & <B>"]),
        # What is unknown is nothing, and what XML cannot hold is said to be lost
        (["[{{ records.unknown }}]"], ["[]"]),
        (["{{ records.long }}"], ["một\nhai\ufffd"]),
        (["{{ '<w:p/>' }} {{ 2 ** 3 }}"], ["<w:p/> 8"]),
    ],
)
def test_the_tags_are_filled(tmp_path: Path, lines: list[str], written: list[str]) -> None:
    assert paragraphs_of(fill(tmp_path, *lines)) == written


def test_rows_heads_and_titles_are_filled_too(tmp_path: Path) -> None:
    document = Document()
    table = document.add_table(rows=3, cols=1)
    for row, text in enumerate(["{%tr for name in records.names %}", "{{ name }}", "{%tr endfor %}"]):
        table.cell(row, 0).text = text
    document.sections[0].header.paragraphs[0].text = "Kỳ {{ records.quarter }}"
    document.core_properties.title = "Báo cáo {{ records.quarter }}"
    document.save(str(tmp_path / "report.docx"))
    made = Document(io.BytesIO(fill_docx(tmp_path / "report.docx", VALUES, FILTERS, DAY)))
    assert [row.cells[0].text for row in made.tables[0].rows] == ["Bộ Y tế", "A & <B>"]
    assert made.sections[0].header.paragraphs[0].text == "Kỳ 2016Q2"
    assert (made.core_properties.title, made.core_properties.created.date()) == ("Báo cáo 2016Q2", DAY)


def test_the_same_bytes_come_out_and_no_clock_stands_in_them(tmp_path: Path) -> None:
    made = fill(tmp_path, "{{ records.quarter }}")
    assert made == fill(tmp_path, "{{ records.quarter }}")
    read_parts(made)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{{ records.colour }}", "'dict object' has no attribute 'colour'"),
        ("{{ colour }}", "'colour' is undefined"),
        ("{{ records.quarter | colour }}", "No filter named 'colour'"),
        ("{%p for x in records.names %}", "Unexpected end of template"),
        ("{% include 'page.md.j2' %}", "no loader for this environment specified"),
        # The sandbox
        ("{{ ''.__class__.__mro__[1].__subclasses__() }}", "access to attribute '__class__' of 'str' object is unsafe"),
        ("{{ cycler.__init__.__globals__.os.popen('x').read() }}", "access to attribute '__init__' of 'type' object"),
        ("{{ records.names.append(1) }}", "access to attribute 'append' of 'list' object is unsafe"),
        ("{{ 2 ** 100000 }}", "a power of more than 64"),
        ("{% for _ in range(9) %}{{ 'x' * 2000000 }}{% endfor %}", "it writes more than 16,777,216 characters"),
    ],
)
def test_what_cannot_be_filled_is_one_sentence_with_the_name_of_the_file(tmp_path: Path, line: str, said: str) -> None:
    with pytest.raises(EgovError) as raised:
        fill(tmp_path, line)
    message = str(raised.value)
    assert message.startswith(f"template {tmp_path / 'report.docx'}: ")
    assert said in message
    assert "\n" not in message


def test_a_template_that_never_ends_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox, "MOST_SECONDS", 0.2)
    loops = "{% for a in range(9999) %}{% for b in range(9999) %}{% endfor %}{% endfor %}"
    with pytest.raises(EgovError, match=r"it takes more than 0\.2 seconds"):
        fill(tmp_path, loops)


@pytest.mark.parametrize("raw", [b"", b"no zip", b"PK\x03\x04"])
def test_what_is_no_word_document_is_said_to_be_none(tmp_path: Path, raw: bytes) -> None:
    (tmp_path / "report.docx").write_bytes(raw)
    with pytest.raises(EgovError, match=r"report\.docx: the reference document is no Word document"):
        fill_docx(tmp_path / "report.docx", VALUES, FILTERS, DAY)


def test_links_and_fields_that_fetch_are_left_out_also_where_a_tag_writes_them(tmp_path: Path) -> None:
    document = Document()
    document.part.relate_to("https://example.org/x", LINKS.HYPERLINK, is_external=True)
    field = "{{ '</w:t></w:r><w:fldSimple w:instr=\"INCLUDETEXT x\"/><w:r><w:t>' | safe }}"
    document.add_paragraph(field)
    document.save(str(tmp_path / "report.docx"))
    parts = read_parts(fill_docx(tmp_path / "report.docx", VALUES, FILTERS, DAY))
    assert not [name for name, part in parts.items() if b"example.org" in part or b"INCLUDETEXT" in part]


def test_macros_are_left_out(tmp_path: Path) -> None:
    write_paragraphs(tmp_path / "plain.docx", ["Một"])
    with zipfile.ZipFile(tmp_path / "plain.docx") as old, zipfile.ZipFile(tmp_path / "report.docx", "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
        new.writestr("word/vbaProject.bin", b"x")
    assert "word/vbaProject.bin" not in read_parts(fill_docx(tmp_path / "report.docx", VALUES, FILTERS, DAY))
