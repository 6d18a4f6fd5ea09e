"""A page as every format can show it: headings, paragraphs, lists, tables, footnotes, sources."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Lang(StrEnum):
    """The language of a page."""

    VI = "vi"
    EN = "en"


class Align(StrEnum):
    """Where the text of a column stands."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; only a flexible one may be wrapped where the page is narrow."""

    title: str
    align: Align = Align.LEFT
    flexible: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of texts under columns; `caption` says what the rows are."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    caption: str | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    text: str


@dataclass(frozen=True, slots=True)
class Items:
    """A list of points."""

    texts: tuple[str, ...]


Block = Paragraph | Items | Table


@dataclass(frozen=True, slots=True)
class Section:
    """Blocks under a heading."""

    heading: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note and the number by which cells refer to it."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Page:
    """A whole page."""

    lang: Lang
    title: str
    lead: tuple[str, ...]
    sections: tuple[Section, ...]
    footnotes: tuple[Footnote, ...] = ()
    sources: tuple[str, ...] = ()
    headings: dict[str, str] = field(default_factory=dict)
