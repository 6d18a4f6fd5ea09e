"""The text of a document as it is archived: composed, with plain line ends; and what is odd about it."""

from __future__ import annotations

import re
import unicodedata
from hashlib import sha256
from typing import TYPE_CHECKING

from egov_tracker.errors import EgovError, TextError
from egov_tracker.text.names import find_marks
from egov_tracker.values import NamedTuple

if TYPE_CHECKING:
    from egov_tracker.reading.claims import Code


class Region(NamedTuple):
    """A stretch of the text that is not the author's plain prose, and the doubt that lies on it."""

    start: int
    end: int
    code: Code


class SourceText(NamedTuple):
    """The text of a document: NFC, line feeds, invisible characters gone. All anchors point into `text`.

    `pages` are the offsets at which pages begin, where they are known.
    """

    text: str
    extractor: str
    sha256: str
    regions: tuple[Region, ...] = ()
    legacy: str = ""
    pages: tuple[int, ...] = ()

    @property
    def text_sha256(self) -> str:
        """The hash of the text as archived."""
        return sha256(self.text.encode()).hexdigest()


MOST_BYTES = 32 * 1024 * 1024  # of a document's file
MOST_CHARACTERS = 4_000_000
MOST_MARKS = 16
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff\x00-\x08\x0e-\x1f\x7f]")
_BLANKS = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000]")
_LINE_ENDS = re.compile("\r\n?|\x0b|\x0c|\x85|\u2028|\u2029")
_UTF8_AS_LATIN = re.compile(r"Ã[¡-¿\u00a0ƒ„†‡‰]|áº|á»|Ä‘|Æ°|Æ¡|Ä\u0090")
_VNI = re.compile(r"(?i)(?:[aeouy][äåàáâãçèéêëïöøùúûü]\b|[öô][ùøûõïäáàåã]|\bñ[aeiouöô])")
_TCVN3 = re.compile(r"[a-zA-Z][µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉËÌÐÎÏÑªÕÒÓÔÖ×ÝØÜÞßãáâä«èåæçé¬íêëìîóïñòô­øõö÷ùýúûüþ®][a-z\s,.]")
_VIETNAMESE = re.compile(r"[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹĐƠƯ]")
_SAMPLE = 20_000
_FEW = 8


def clean_text(text: str) -> str:
    """Give the archived form of a text; `TextError` where marks are heaped up, as composing them takes long.

    Letters are composed after what is invisible is gone, which may have stood between a letter and its mark.
    """
    plain = _INVISIBLE.sub("", _LINE_ENDS.sub("\n", text))
    if find_marks(plain, MOST_MARKS) is not None:
        raise TextError(f"more than {MOST_MARKS} combining marks in a row")
    return _BLANKS.sub(" ", unicodedata.normalize("NFC", plain))


def read_plain(raw: bytes, name: str) -> SourceText:
    """Take a text or Markdown file for what it is; `EgovError` where it is not text in Unicode."""
    text = clean_text(decode_text(raw, name))
    return SourceText(text, "text/1", sha256(raw).hexdigest(), (), legacy_encoding(text))


def decode_text(raw: bytes, name: str) -> str:
    """Decode UTF-8, or UTF-16 that begins with its mark; `EgovError` for anything else."""
    if len(raw) > MOST_CHARACTERS * 4:
        raise EgovError(f"{name}: {len(raw):,} bytes are too many; {MOST_CHARACTERS * 4:,} are the most")
    encoding = "utf-16" if raw[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig"
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError as wrong:
        raise EgovError(
            f"{name}: not {encoding.removesuffix('-sig').upper()}: byte 0x{raw[wrong.start]:02x} at {wrong.start}"
        ) from wrong
    if len(text) > MOST_CHARACTERS:
        raise EgovError(f"{name}: {len(text):,} characters are too many; {MOST_CHARACTERS:,} are the most")
    if "\x00" in text[:_SAMPLE]:
        raise EgovError(f"{name}: it is not a text")
    return text


def legacy_encoding(text: str) -> str:
    """Name the old encoding that a text seems to be in; empty where it seems sound. Nothing is converted."""
    sample = text[:_SAMPLE]
    sound = len(_VIETNAMESE.findall(sample))
    for name, pattern in (("UTF-8 read as Latin-1", _UTF8_AS_LATIN), ("VNI", _VNI), ("TCVN3 (ABC)", _TCVN3)):
        found = len(pattern.findall(sample))
        if found >= _FEW and (found > sound or name.startswith("UTF-8")):
            return name
    return ""
