"""A page as every format can show it: headings, paragraphs, lists, tables, footnotes, sources."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from egov_tracker.model.terms import Lang as Lang  # noqa: PLC0414, TC001 - a page's language is asked for here


class Align(StrEnum):
    """The alignment of the text in a column."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


class Column(NamedTuple):
    """A column of a table; on a narrow page only a flexible column is wrapped."""

    title: str
    align: Align = Align.LEFT
    flexible: bool = False


class Table(NamedTuple):
    """Rows of texts under columns; `caption` says what the rows are, `styles` are classes of cells by their text."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    caption: str | None = None
    styles: dict[str, str] = {}  # noqa: RUF012 - never written to


class Paragraph(NamedTuple):
    """Running text."""

    text: str


class Items(NamedTuple):
    """A list of points."""

    texts: tuple[str, ...]


Block = Paragraph | Items | Table


class Section(NamedTuple):
    """Blocks under a heading."""

    heading: str
    blocks: tuple[Block, ...]


class Footnote(NamedTuple):
    """A note and the number by which cells refer to it."""

    number: int
    text: str


class Page(NamedTuple):
    """A page in one language: `lead` stands under the title, `headings` are those of `footnotes` and `sources`."""

    lang: Lang
    title: str
    lead: tuple[str, ...]
    sections: tuple[Section, ...]
    footnotes: tuple[Footnote, ...] = ()
    sources: tuple[str, ...] = ()
    headings: dict[str, str] = {}  # noqa: RUF012 - never written to
