"""A page as every format can show it: headings, paragraphs, lists, tables, footnotes, sources."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from egov_tracker.model.terms import Lang as Lang  # noqa: PLC0414, TC001 - a page's language is asked for here
from egov_tracker.values import NamedTuple

if TYPE_CHECKING:
    from egov_tracker.views.official_form import Frame
    from egov_tracker.views.trend.bars import Bar, Fill


class Align(StrEnum):
    """The alignment of the text in a column."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


RIGID = True


class Column(NamedTuple):
    """A column of a table; on a narrow page its texts are wrapped, except in a rigid one."""

    title: str
    align: Align = Align.LEFT
    rigid: bool = False


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


class Strip(StrEnum):
    """What a row says that goes across a chart."""

    GAP = "gap"
    BREAK = "break"
    TARGET = "target"
    HEADING = "heading"


TWO_SCREENS = 70  # lines
STRIP_SIGNS = {Strip.GAP: "… ", Strip.BREAK: "≠ ", Strip.TARGET: "◆ ", Strip.HEADING: ""}


class Across(NamedTuple):
    """A row of one text across all columns of a chart."""

    strip: Strip
    text: str

    @property
    def signed(self) -> str:
        """The text behind a sign for what it is, where nothing but characters can tell."""
        return STRIP_SIGNS[self.strip] + self.text


class Drawn(NamedTuple):
    """A row of a chart: a text for each column; in the column of bars, where there is a bar, no text."""

    cells: tuple[str, ...]
    bar: Bar | None = None


BAR_CHARACTERS = 24  # of a bar that has room


class Chart(NamedTuple):
    """A table with a bar in each row, and rows across it; `place` is the column of the bars.

    Where a format has no bars, `rows` are those of a table: the bars in `characters`, a text across in the first cell.
    """

    columns: tuple[Column, ...]
    entries: tuple[Across | Drawn, ...]
    caption: str
    place: int | None = None
    characters: int = BAR_CHARACTERS

    @property
    def without_empty_columns(self) -> Chart:
        """The chart without the columns in which nothing stands: no text in any row, and no bar."""
        drawn = [entry for entry in self.entries if isinstance(entry, Drawn)]
        kept = [
            column
            for column in range(len(self.columns))
            if any(entry.bar if column == self.place else entry.cells[column] for entry in drawn)
        ]
        entries = tuple(
            entry._replace(cells=tuple(entry.cells[column] for column in kept)) if isinstance(entry, Drawn) else entry
            for entry in self.entries
        )
        place = kept.index(self.place) if self.place in kept else None
        return self._replace(columns=tuple(self.columns[column] for column in kept), entries=entries, place=place)

    @property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        """The rows in characters."""
        return tuple(self.row(entry) for entry in self.entries)

    def row(self, entry: Across | Drawn) -> tuple[str, ...]:
        """One row in characters."""
        if isinstance(entry, Across):
            return (entry.signed, *("" for _ in self.columns[1:]))
        if self.place is None or entry.bar is None:
            return entry.cells
        return (*entry.cells[: self.place], entry.bar.characters(self.characters), *entry.cells[self.place + 1 :])


class Sign(NamedTuple):
    """A fill, its sign in characters, and what it stands for."""

    fill: Fill
    sign: str
    meaning: str


class Legend(NamedTuple):
    """What the fills of the bars stand for."""

    signs: tuple[Sign, ...]

    @property
    def text(self) -> str:
        """The legend as running text."""
        return "   ".join(f"{one.sign}\u00a0{one.meaning}" for one in self.signs)


class Tile(NamedTuple):
    """A place of a tile map: its row from the north and column from the west, a name, and a state with its sign."""

    row: int
    column: int
    name: str
    state: str
    sign: str
    dashed: bool = False

    @property
    def text(self) -> str:
        """Sign and name."""
        return f"{self.sign} {self.name}"


class Tiles(NamedTuple):
    """A grid of places that looks like a map; where a format has no drawing, `columns` and `rows` are a table."""

    tiles: tuple[Tile, ...]
    caption: str

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns from west to east, by number."""
        return tuple(Column(str(number + 1)) for number in range(self.width))

    @property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        """The rows from north to south."""
        placed = {(tile.row, tile.column): tile.text for tile in self.tiles}
        return tuple(tuple(placed.get((row, column), "") for column in range(self.width)) for row in range(self.height))

    @property
    def width(self) -> int:
        """How many columns there are."""
        return max(tile.column for tile in self.tiles) + 1

    @property
    def height(self) -> int:
        """How many rows there are."""
        return max(tile.row for tile in self.tiles) + 1


Block = Paragraph | Items | Table | Chart | Legend | Tiles


class Section(NamedTuple):
    """Blocks under a heading."""

    heading: str
    blocks: tuple[Block, ...]

    @property
    def repeated(self) -> frozenset[str]:
        """The captions that say again what the heading says, so that they need not be seen."""
        captions = (block.caption for block in self.blocks if isinstance(block, Table | Chart | Tiles))
        return frozenset(
            one for one in captions if one and self.heading and (one in self.heading or self.heading in one)
        )


class Footnote(NamedTuple):
    """A note and the number by which cells refer to it."""

    number: int
    text: str


class Page(NamedTuple):
    """A page in one language: `lead` stands under the title, `headings` are those of `footnotes` and `sources`.

    `source_keys` name the documents of `sources`, each as quarter/id, for what links to them; `frame` is what an office
    puts around the page.
    """

    lang: Lang
    title: str
    lead: tuple[str, ...]
    sections: tuple[Section, ...]
    footnotes: tuple[Footnote, ...] = ()
    sources: tuple[str, ...] = ()
    headings: dict[str, str] = {}  # noqa: RUF012 - never written to
    source_keys: tuple[str, ...] = ()
    frame: Frame | None = None

    @property
    def signed(self) -> tuple[Section, ...]:
        """The sections above the foot of an office; all of them where there is none."""
        return self.sections[: self.frame.signed] if self.frame else self.sections

    @property
    def evidence(self) -> tuple[Section, ...]:
        """The sections below the foot of an office."""
        return self.sections[self.frame.signed :] if self.frame else ()

    @property
    def has_evidence(self) -> bool:
        """Whether anything stands below the foot of an office."""
        return bool(self.evidence or self.footnotes or self.sources)

    @property
    def is_long(self) -> bool:
        """Whether the page is longer than two screens, so that a table of contents is of use."""
        blocks = [block for section in self.sections for block in section.blocks]
        return sum(map(_lines, blocks)) + len(self.footnotes) + len(self.sources) > TWO_SCREENS

    @property
    def is_drawn(self) -> bool:
        """Whether anything on the page is drawn, so that the patterns are needed."""
        blocks = [block for section in self.sections for block in section.blocks]
        return any(
            isinstance(one, Legend | Tiles) or (isinstance(one, Chart) and one.place is not None) for one in blocks
        )


def _lines(block: Block) -> int:
    """About how many lines a block takes on a screen, with what stands around it."""
    match block:
        case Table(rows=rows) | Tiles(rows=rows):
            return len(rows) + 3
        case Chart(entries=entries):
            return len(entries) + 3
        case Items(texts):
            return len(texts)
        case Paragraph() | Legend():
            return 1
