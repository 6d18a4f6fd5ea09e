"""Web pages, by the standard library's parser: boilerplate is marked and doubted, never removed."""

from __future__ import annotations

import re
from hashlib import sha256
from html.parser import HTMLParser
from math import inf

from egov_tracker.reading.claims import Code
from egov_tracker.reading.sources import Region, SourceText, clean_text, decode_text, legacy_encoding
from egov_tracker.values import NamedTuple

_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "br",
        "caption",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "nav",
        "ol",
        "option",
        "p",
        "pre",
        "section",
        "table",
        "tbody",
        "tfoot",
        "thead",
        "title",
        "tr",
        "ul",
    ]
)
_SILENT = frozenset({"script", "style", "noscript", "template", "svg", "head"})
_BESIDE = frozenset({"nav", "aside", "footer", "figcaption", "form", "button", "select"})
_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"]
)
_PARAGRAPHS = frozenset(
    {"p", "br", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "li", "tr", "div", "table", "ul", "ol", "section", "article"}
)
_CELLS = frozenset({"td", "th"})
_ROWS = frozenset({"table", "thead", "tbody", "tfoot", "tr", "caption"})
_NOISE = re.compile(
    r"(?:^|[-_\s])(?:nav|menu|sidebar|side|footer|foot|breadcrumbs?|related|lien-?quan|comments?|binh-?luan|share|social|tags?|widget|"
    r"banner|ads?|quang-?cao|popular|most|xem-?nhieu|doc-?nhieu|hot-?news|pagination|copyright|toolbar|search|login|poll|topbar|relate|tinlienquan|other-?news|tin-?khac)(?:$|[-_\s\d])",
    re.IGNORECASE,
)  # fmt: skip
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_DOCTYPE = re.compile(r"<!doctype[^>]{0,500}>", re.IGNORECASE)
_DECLARATION = re.compile(r"<(?=[!?])")
MOST_DEPTH = 10_000
LONGEST_TAG = 20_000
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w\-]{1,40})", re.IGNORECASE)


class _Open(NamedTuple):
    tag: str
    beside: bool


class _Gatherer(HTMLParser):
    """Writes the text of a page, with a line for each block and a tab between the cells of a row."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.length = 0
        self.open: list[_Open] = []
        self.counts: dict[str, int] = {}
        self.silent = 0
        self.in_row = False  # whether a cell of the row has begun
        self.marks: list[tuple[int, int]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element."""
        if tag in _CELLS:
            self._cell()
        else:
            self._break(tag)
        if tag in _VOID or len(self.open) >= MOST_DEPTH:
            return
        beside = self._is_beside or tag in _BESIDE or _is_noise(attrs)
        self.open.append(_Open(tag, beside))
        self.counts[tag] = self.counts.get(tag, 0) + 1
        self.silent += tag in _SILENT

    def handle_endtag(self, tag: str) -> None:
        """Close an element, with those left open inside it."""
        if not self.counts.get(tag):
            return
        while self.open:
            closed = self.open.pop()
            self.counts[closed.tag] -= 1
            self.silent -= closed.tag in _SILENT
            if closed.tag == tag:
                break
        if tag not in _CELLS:
            self._break(tag)

    def handle_data(self, data: str) -> None:
        """Take over text, white space as one blank."""
        if self.silent:
            return
        words = re.sub(r"\s+", " ", data)
        if not words.strip() and (not self.parts or self.parts[-1][-1:] in {"\n", "\t", " "}):
            return
        start = self.length
        self._write(words)
        if self._is_beside:
            self._mark(start, self.length)

    @property
    def _is_beside(self) -> bool:
        return bool(self.open) and self.open[-1].beside

    def _break(self, tag: str) -> None:
        if self.silent:
            return
        self.in_row = self.in_row and tag not in {"tr", "table"}
        if tag in _BLOCKS - _ROWS and (self.counts.get("td") or self.counts.get("th")):
            self._blank()
        elif tag in _BLOCKS:
            self._line(paragraph=tag in _PARAGRAPHS and not self.counts.get("tr") and tag not in {"tr", "li", "br"})

    def _cell(self) -> None:
        """Begin a cell: behind another one with a tab, be that one empty or not."""
        if self.in_row and not self.silent:
            self._write("\t")
        self.in_row = True

    def _blank(self) -> None:
        """Part the words of a cell, which is one line."""
        if self.parts and not self.parts[-1][-1:].isspace():
            self._write(" ")

    def _line(self, *, paragraph: bool) -> None:
        if self.parts and not self.parts[-1].endswith("\n"):
            self._write("\n")
        if self.parts and paragraph and "".join(self.parts[-2:])[-2:] != "\n\n":
            self._write("\n")

    def _write(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)

    def _mark(self, start: int, end: int) -> None:
        if self.marks and start - self.marks[-1][1] <= 3:  # noqa: PLR2004 - line ends between
            self.marks[-1] = (self.marks[-1][0], end)
        else:
            self.marks.append((start, end))


def _is_noise(attrs: list[tuple[str, str | None]]) -> bool:
    return any(name in {"id", "class", "role"} and value and _NOISE.search(value[:300]) for name, value in attrs)


def read_html(raw: bytes, name: str) -> SourceText:
    """Take the text of a page; navigation, sidebars, captions and footers are marked as beside the article."""
    gatherer = _Gatherer()
    gatherer.feed(_tamed(_decode_page(raw, name)))
    gatherer.close()
    text = "".join(gatherer.parts)
    clean = clean_text(text)
    regions = tuple(Region(start, end, Code.BOILERPLATE) for start, end in _moved(text, gatherer.marks))
    return SourceText(clean, "html/2", sha256(raw).hexdigest(), regions, legacy_encoding(clean))


def _tamed(text: str) -> str:
    """Take out comments and declarations, and make text of tags that are never closed: the parser is slow on them."""
    closed = text.rfind("-->") + len("-->")
    text = _COMMENT.sub(" ", text[:closed]) + text[closed:]
    text = _DECLARATION.sub("&lt;", _DOCTYPE.sub(" ", text))
    pieces, at, tag = [], len(text), text.rfind("<")
    close = inf
    while tag >= 0:
        first = text.find(">", tag, at)
        close = first if first >= 0 else close
        if close - tag > LONGEST_TAG:
            pieces += [text[tag + 1 : at], "&lt;"]
            at = tag
        elif at - tag > LONGEST_TAG:
            pieces.append(text[tag:at])
            at = tag
        tag = text.rfind("<", 0, tag)
    pieces.append(text[:at])
    return "".join(reversed(pieces))


def _decode_page(raw: bytes, name: str) -> str:
    declared = _CHARSET.search(raw[:4_000])
    encoding = declared[1].decode("ascii").lower() if declared else ""
    if encoding in {"", "utf-8", "utf-16"}:
        return decode_text(raw, name)
    try:
        return raw.decode(encoding)
    except (LookupError, UnicodeDecodeError):
        return decode_text(raw, name)


def _moved(text: str, marks: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Give the marks in the cleaned text, which may be shorter."""
    moved, at, length = [], 0, 0
    for start, end in marks:
        length += len(clean_text(text[at:start]))
        first = length
        length += len(clean_text(text[start:end]))
        moved.append((first, length))
        at = end
    return moved
