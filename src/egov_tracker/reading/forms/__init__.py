"""The forms in which documents come: each gives the same kind of text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.reading.sources import SourceText, read_plain

if TYPE_CHECKING:
    from collections.abc import Callable


def open_source(raw: bytes, name: str, *, ocr: bool = False) -> SourceText:
    """Take the text out of a file by what it is, not by its name; `EgovError` says why that cannot be done."""
    return _reader(raw, name, ocr=ocr)(raw, name)


def _reader(raw: bytes, name: str, *, ocr: bool) -> Callable[[bytes, str], SourceText]:
    from egov_tracker.reading.forms.html import looks_like_html

    if looks_like_html(raw, name):
        from egov_tracker.reading.forms.html import read_html

        return read_html
    return read_plain
