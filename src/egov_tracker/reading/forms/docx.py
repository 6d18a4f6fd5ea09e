"""Word documents, straight from zip and XML: paragraphs as lines, rows with a tab between cells."""

from __future__ import annotations

import io
import zipfile
import zlib
from hashlib import sha256
from typing import TYPE_CHECKING
from xml.parsers import expat

from egov_tracker.errors import EgovError
from egov_tracker.reading.sources import MOST_CHARACTERS, SourceText, clean_text, legacy_encoding

if TYPE_CHECKING:
    from collections.abc import Callable

BODY = "word/document.xml"
MOST_BYTES = 64_000_000
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SKIPPED = frozenset({"del", "moveFrom", "instrText", "delText", "fldData", "Fallback"})


class _Paragraphs:
    """Writes the text of a body as it is parsed; what was deleted in review is left out."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0
        self.cells: list[bool] = []  # those that are open, and whether a paragraph of each has ended
        self.skipped = 0
        self.in_text = 0

    def start(self, name: str, _attributes: dict[str, str]) -> None:
        """Open an element."""
        tag = name.rpartition(" ")[2]
        self.skipped += tag in _SKIPPED
        self.in_text += tag == "t"
        if tag == "tc":
            self.cells.append(False)
        elif tag in {"tab", "ptab"}:
            self._write(" " if self.cells else "\t")
        elif tag in {"br", "cr"}:
            self._write(" " if self.cells else "\n")
        elif tag == "noBreakHyphen":
            self._write("-")
        elif tag == "p" and self.cells and self.cells[-1]:
            self._write(" ")

    def end(self, name: str) -> None:
        """Close an element."""
        tag = name.rpartition(" ")[2]
        self.skipped -= tag in _SKIPPED
        self.in_text -= tag == "t"
        if tag == "tc":
            self.cells.pop()
            self._write("\t")
        elif tag in {"tr", "tbl"}:
            self._write("\n")
        elif tag == "p":
            if self.cells:
                self.cells[-1] = True
            else:
                self._write("\n")

    def text(self, data: str) -> None:
        """Take over text."""
        if self.in_text and not self.skipped:
            self._write(data)

    def _write(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)
        if self.length > MOST_CHARACTERS:
            raise _TooMuchError


class _TooMuchError(Exception):
    """The text grew beyond what is read."""


class _EntityError(Exception):
    """The document declares entities, which no Word document needs."""


def read_docx(raw: bytes, name: str) -> SourceText:
    """Take the text of a Word document; `EgovError` for what is none, is too large, or declares entities."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            text = _parse(archive, name)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, RuntimeError, ValueError) as wrong:
        raise EgovError(f"{name}: not a readable Word document: {wrong}") from wrong
    clean = clean_text(_without_trailing_tabs(text))
    return SourceText(clean, "docx/1", sha256(raw).hexdigest(), (), legacy_encoding(clean))


def _without_trailing_tabs(text: str) -> str:
    return "\n".join(line.removesuffix("\t") for line in text.split("\n"))


def _parse(archive: zipfile.ZipFile, name: str) -> str:
    if BODY not in archive.NameToInfo:
        raise EgovError(f"{name}: not a Word document: it has no {BODY}")
    gathered = _Paragraphs()
    parser = _parser(gathered)
    try:
        parser.Parse(_body(archive), True)  # noqa: FBT003 - at once: in pieces, expat begins a long comment ever again
    except _TooMuchError:
        raise EgovError(
            f"{name}: {BODY} is too large: more than {MOST_BYTES:,} bytes or {MOST_CHARACTERS:,} characters"
        ) from None
    except _EntityError:
        raise EgovError(f"{name}: {BODY} declares entities, which no Word document needs") from None
    except expat.ExpatError as wrong:
        raise EgovError(f"{name}: {BODY}:{wrong.lineno}:{wrong.offset + 1}: {expat.ErrorString(wrong.code)}") from wrong
    return "".join(gathered.parts)


def _body(archive: zipfile.ZipFile) -> bytes:
    with archive.open(BODY) as body:
        raw = body.read(MOST_BYTES + 1)
    if len(raw) > MOST_BYTES:
        raise _TooMuchError
    return raw


def _parser(gathered: _Paragraphs) -> expat.XMLParserType:
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = gathered.start
    parser.EndElementHandler = gathered.end
    parser.CharacterDataHandler = gathered.text
    refuse: Callable[..., None] = _refuse
    parser.EntityDeclHandler = refuse
    parser.StartDoctypeDeclHandler = refuse
    parser.ExternalEntityRefHandler = None
    return parser


def _refuse(*_declared: object) -> None:
    raise _EntityError
