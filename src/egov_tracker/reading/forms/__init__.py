"""The forms in which documents come: each gives the same kind of text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from egov_tracker.errors import EgovError, TextError
from egov_tracker.reading.sources import SourceText, read_plain

if TYPE_CHECKING:
    from collections.abc import Callable

_TAG = re.compile(
    rb"\s*(?:<!--.{0,2000}?-->\s*)?<(?:!doctype\s+html|html|head|body|div|p|table|article|main|meta)\b",
    re.IGNORECASE | re.DOTALL,
)
_OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def open_source(raw: bytes, name: str, *, ocr: bool = False) -> SourceText:
    """Take the text out of a file, by what it holds rather than by its name.

    Raises `EgovError` where that cannot be done, and where `ocr` is asked for a file that has no pages to recognise.
    """
    reader = _reader(raw, name, ocr=ocr)
    if ocr and not raw.startswith(b"%PDF-"):
        raise EgovError(f"{name}: --ocr is for PDF")
    try:
        return reader(raw, name)
    except TextError as wrong:
        raise EgovError(f"{name}: {wrong}") from wrong


def _reader(raw: bytes, name: str, *, ocr: bool) -> Callable[[bytes, str], SourceText]:
    if raw.startswith(b"%PDF-"):
        from egov_tracker.reading.forms.pdf import pdf_reader

        return pdf_reader(ocr=ocr)
    if raw.startswith(b"PK\x03\x04"):
        from egov_tracker.reading.forms.docx import read_docx

        return read_docx
    if raw.startswith(_OLD_WORD):
        raise EgovError(f"{name}: it is a document of Word before 2007; save it as DOCX")
    if _looks_like_html(raw, name):
        from egov_tracker.reading.forms.html import read_html

        return read_html
    return read_plain


def _looks_like_html(raw: bytes, name: str) -> bool:
    """Whether a file is a web page: by its first tag, or by its name where it has any tag."""
    return bool(_TAG.match(raw[:4_000].removeprefix(b"\xef\xbb\xbf"))) or (
        name.lower().endswith((".html", ".htm")) and b"<" in raw
    )
