"""The blocks of a page as HTML with links: written directly, as a site has too many cells for a template."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, assert_never

from egov_tracker.render.packaged import page_html, patterns_svg
from egov_tracker.views.page import Across, Align, Chart, Drawn, Items, Legend, Paragraph, Table, Tiles
from egov_tracker.views.site.links import Linked

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from egov_tracker.views.page import Block, Column, Page, Section
    from egov_tracker.views.site.pages import SitePage

SPECIAL = re.compile("[&<>\"']")
CITED = re.compile(r"\[(\d+)\]")
BETWEEN = re.compile(r"(; |: )")
AROUND = re.compile(r"^(.*?)((?: \((?:suy ra|inferred|\d+)\))?\.?)$", re.DOTALL)
MOST_NARROW = 10  # columns; a table of more is a matrix, whose first column has to be readable


def escape(text: str) -> str:
    """A text as it stands in HTML, within quotes too; most hold nothing that has to change."""
    return html.escape(text) if SPECIAL.search(text) else text


class BlockWriter:
    """Writes the blocks of one page; `sources` are the pages of its documents, by their number there.

    `known` holds what texts become on pages where they lead to the same places, and takes up more.
    """

    def __init__(
        self, made: SitePage, sources: Mapping[str, str], indicators: Mapping[str, str], known: dict[str, str]
    ) -> None:
        self._links = made.links
        self._path = made.path
        self._up = "../" * made.path.count("/")
        self._sources = sources
        self._indicators = indicators
        self._known = known
        self._own = f'href="{self._up}{made.path}"'
        self._bare = False

    def main(self, page: Page) -> Iterator[str]:
        """Everything below the title of a page."""
        yield from (f'<p class="lead">{self.inline(line)}</p>\n' for line in page.lead if line)
        if page.is_drawn:
            yield from patterns_svg.write({})
        for section in page.sections:
            yield from self._section(section)
        notes = [f"({note.number}) {note.text}" for note in page.footnotes]
        yield from self._notes(page.headings.get("footnotes", ""), notes, "notes")
        yield from self._notes(page.headings.get("sources", ""), page.sources, "sources")

    def _section(self, section: Section) -> Iterator[str]:
        heading = section.heading
        name = self._indicators.get(heading) or self._indicators.get(heading.rpartition(" (")[0])
        yield f'<section id="{name}">\n' if name else "<section>\n"
        if heading:
            yield f"<h2>{self._heading(heading)}</h2>\n"
        for block in section.blocks:
            yield from self._block(block, heading)
        yield "</section>\n"

    def _heading(self, heading: str) -> str:
        return self.inline(heading if heading in self._links else heading.rpartition(" (")[0] or heading)

    def _notes(self, heading: str, lines: Iterable[str], style: str) -> Iterator[str]:
        rows = [f"<li>{self.inline(line)}</li>\n" for line in lines]
        if rows:
            yield f'<section>\n<h2>{escape(heading)}</h2>\n<ul class="{style}">\n{"".join(rows)}</ul>\n</section>\n'

    def _block(self, block: Block, heading: str) -> Iterator[str]:
        match block:
            case Paragraph(text):
                yield f"<p>{self.inline(text)}</p>\n"
            case Items(texts):
                yield "<ul>\n"
                yield from (f"<li>{self.inline(text)}</li>\n" for text in texts)
                yield "</ul>\n"
            case Table():
                yield from self._table(block, heading)
            case Chart():
                yield from self._chart(block, heading)
            case Tiles():
                yield f'<section class="scroll" tabindex="0" aria-label="{escape(block.caption)}">\n'
                yield from page_html.tile_map(block)
                yield "</section>\n"
            case Legend():
                yield from page_html.legend(block)
            case _:
                assert_never(block)

    def _table(self, table: Table, heading: str) -> Iterator[str]:
        yield from self._head(table.columns, table.caption or heading, "", hidden=table.caption == heading)
        aligns = [_style(column) for column in table.columns]
        styles, inline = table.styles, self.inline
        for row in table.rows:
            cells = [f'<th scope="row">{inline(row[0])}</th>']
            for cell, align in zip(row[1:], aligns[1:], strict=True):
                style = f' class="{styles[cell]}"' if cell in styles else align
                cells.append(f"<td{style}>{inline(cell)}</td>")
            yield f"<tr>{''.join(cells)}</tr>\n"
        yield "</tbody>\n</table>\n</section>\n"

    def _chart(self, chart: Chart, heading: str) -> Iterator[str]:
        yield from self._head(chart.columns, chart.caption, "chart", hidden=chart.caption == heading)
        styles = [_style(column) for column in chart.columns]
        for entry in chart.entries:
            if isinstance(entry, Across):
                text = self._heading(entry.text) if entry.strip == "heading" else self.inline(entry.text)
                yield f'<tr class="{entry.strip}"><td colspan="{len(chart.columns)}">{text}</td></tr>\n'
            else:
                yield self._drawn(entry, chart.place, styles)
        yield "</tbody>\n</table>\n</section>\n"

    def _drawn(self, entry: Drawn, place: int | None, styles: Sequence[str]) -> str:
        first, *rest = map(self.inline, entry.cells)
        cells = [f"<td{style}>{cell}</td>" for cell, style in zip(rest, styles[1:], strict=True)]
        if place:
            cells[place - 1] = f'<td class="bar">{"".join(page_html.drawn(entry.bar)) if entry.bar else ""}</td>'
        return f'<tr><th scope="row">{first}</th>{"".join(cells)}</tr>\n'

    def _head(self, columns: Sequence[Column], caption: str, style: str, *, hidden: bool) -> Iterator[str]:
        said = escape(caption)
        yield f'<section class="scroll" tabindex="0" aria-label="{said}">\n'
        style = style or ("wide" if len(columns) > MOST_NARROW else "")
        yield f'<table class="{style}">\n' if style else "<table>\n"
        hiding = ' class="hidden"' if hidden else ""
        yield f"<caption{hiding}>{said}</caption>\n<thead>\n<tr>"
        yield "".join(f'<th scope="col"{_style(one)}>{self.inline(one.title)}</th>' for one in columns)
        yield "</tr>\n</thead>\n<tbody>\n"

    def inline(self, text: str) -> str:
        """A text with its links: as a whole, or of the names that stand in it between semicolons and colons."""
        if isinstance(text, Linked):
            return self._anchor(text, text.path)
        known = self._known.get(text)
        if known is not None and self._own not in known:
            return known
        self._bare = False
        made = self._linked(text)
        if not self._bare:
            self._known[text] = made
        return made

    def _linked(self, text: str) -> str:
        if text in self._links:
            return self._anchor(text, self._links[text])
        parts = BETWEEN.split(text)
        said = escape(text) if len(parts) == 1 else "".join(map(self._part, parts))
        return CITED.sub(self._cited, said) if "[" in said and self._sources else said

    def _part(self, text: str) -> str:
        if text in self._links:
            return self._anchor(text, self._links[text])
        found = AROUND.match(text)
        if found and found[1] in self._links:
            return self._anchor(found[1], self._links[found[1]]) + escape(found[2])
        return escape(text)

    def _cited(self, found: re.Match[str]) -> str:
        path = self._sources.get(found[1])
        return self._anchor(found[0], path) if path else found[0]

    def _anchor(self, text: str, path: str) -> str:
        if path == self._path:
            self._bare = True
            return escape(text)
        up = "" if "://" in path else self._up
        return f'<a href="{up}{escape(path)}">{escape(text)}</a>'


def _style(column: Column) -> str:
    """The class of a cell; nothing where it stands at the left, as most do."""
    return "" if column.align is Align.LEFT else f' class="{column.align}"'
