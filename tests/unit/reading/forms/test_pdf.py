"""PDF files: their text page by page, the numbers of pages apart, and pictures refused."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from egov_tracker.errors import EgovError
from egov_tracker.reading.claims import Code
from egov_tracker.reading.forms.pdf import MOST_PAGES, read_pdf
from tests.documents import make_pdf, make_scan

if TYPE_CHECKING:
    from pathlib import Path

pdfium = pytest.importorskip("pypdfium2")
SCAN = make_scan([b"P5 10 10 255\n" + bytes(100)])


def test_a_text_is_that_of_its_pages_and_knows_where_they_begin() -> None:
    source = read_pdf(make_pdf("Một.\nHai.\nBa.\nBốn.\n5", lines_per_page=2), "a.pdf")
    assert source.text == "Một. Hai.\nBa.\nBốn.\n5"
    assert (source.pages, source.regions, source.legacy) == ((0, 10, 19), (), "")
    assert source.extractor == f"pdf/1 pypdfium2 {pdfium.PYPDFIUM_INFO.version}"
    assert [source.text[start:].partition("\n")[0] for start in source.pages] == ["Một. Hai.", "Ba.", "5"]


def test_the_numbers_of_pages_stand_at_the_end_beside_the_text() -> None:
    source = read_pdf(make_pdf("Một.\nHai.\nBa.\nBốn.\n0123456789 năm.", lines_per_page=2, page_numbers=True), "a.pdf")
    assert source.text == "Một. Hai.\nBa.\nBốn.\n0123456789 năm.\n\n1\n2\n3"
    ((start, end, code),) = source.regions
    assert (source.text[start:end], code) == ("\n1\n2\n3", Code.BOILERPLATE)
    assert source.pages == (0, 10, 19)


def test_an_empty_page_is_an_empty_line() -> None:
    assert read_pdf(make_pdf("Một.\n\nHai.", lines_per_page=1), "a.pdf").text == "Một.\n\nHai."


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        (b"%PDF-1.7", r"^a.pdf: not a readable PDF: "),
        (SCAN, r"^a.pdf: page 1 is a picture without text; --ocr recognises it with tesseract$"),
        (make_scan([b"P5 10 10 255\n" + bytes(100)] * (MOST_PAGES + 1)),
         r"^a.pdf: 1,001 pages are too many; 1,000 are the most$"),
    ],
    ids=["no PDF", "a picture", "too many pages"],
)  # fmt: skip
def test_what_cannot_be_read_is_said(raw: bytes, sentence: str) -> None:
    with pytest.raises(EgovError, match=sentence):
        read_pdf(raw, "a.pdf")


TESSERACT = """#!/bin/sh
head -c 9 >&2; echo >&2
printf 'Mot\\nHai\\n'
exit {code}
"""


def recognise(folder: Path, monkeypatch: pytest.MonkeyPatch, code: int | None) -> str:
    """Read a picture where a program of the name of tesseract ends with this code, or where there is none."""
    if code is not None:
        program = folder / "tesseract"
        program.write_text(TESSERACT.format(code=code), encoding="utf-8")
        program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}/usr/bin{os.pathsep}/bin" if code is not None else str(folder))
    source = read_pdf(SCAN, "a.pdf", ocr=True)
    assert [(source.text[start:end], each) for start, end, each in source.regions] == [(source.text, Code.OCR)]
    return source.text


def test_a_picture_is_recognised_by_tesseract(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert recognise(tmp_path, monkeypatch, 0) == "Mot\nHai"


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        (None, "a.pdf: --ocr needs tesseract with its language vie, which is not installed"),
        (3, "a.pdf: tesseract failed: P5 15 15 "),
    ],
)
def test_without_tesseract_or_where_it_fails_a_picture_is_refused(
    code: int | None, sentence: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(EgovError) as raised:
        recognise(tmp_path, monkeypatch, code)
    assert str(raised.value) == sentence.rstrip()
