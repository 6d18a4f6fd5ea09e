"""All files of a site, by their paths in its folder: pages, style sheet, search with its index, and tables."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from egov_tracker.render.site.shell import INDEX, SCRIPT, STYLE_SHEET, Memory, Shell
from egov_tracker.store.discovery import bundled
from egov_tracker.views.site.links import SEARCH, source_path
from egov_tracker.views.site.lists import DATA, OFFERED
from egov_tracker.views.site.search import search_entries

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from egov_tracker.store.exports import Files
    from egov_tracker.views.site.pages import SiteView
    from egov_tracker.views.tables.rows import LedgerContent

MARKS = "marks.css.j2"  # how signs, bars and maps look, here as on all pages
OTHER = "en/"  # the folder of the second language


def site_files(sites: Sequence[SiteView], tables: Files, progress: Callable[[int], None]) -> dict[str, bytes]:
    """The files of a site in one or two languages: the first at its root, the second in a folder of its own.

    `progress` is told after each page how many there are so far.
    """
    found: dict[str, bytes] = {}
    for number, site in enumerate(sites):
        root = OTHER if number else ""
        other = None if len(sites) == 1 else ("../" if number else OTHER)
        for path, content in _of_language(site, other):
            found[root + path] = content
            progress(len(found))
        found |= {f"{root}{DATA}/{name}": content for name, content in tables.items()}
    return found


def _of_language(site: SiteView, other: str | None) -> Iterator[tuple[str, bytes]]:
    indicators = {site.say.indicator(one): one.id for view in site.lines for one in view.subject.indicators}
    shell = Shell(site.say, indicators, frozenset(source_path(use.key) for use in site.sources), Memory(), other)
    for made in site.pages():
        yield made.path, shell.page(made).encode()
    yield SEARCH, shell.search().encode()
    yield INDEX, search_index(site).encode()
    yield SCRIPT, _packaged(SCRIPT)
    yield STYLE_SHEET, _packaged(STYLE_SHEET) + _packaged(MARKS)


def _packaged(name: str) -> bytes:
    return (bundled("templates") / name).read_bytes()


def table_files(content: LedgerContent) -> Files:
    """The tables to download, with their description."""
    from egov_tracker import __version__
    from egov_tracker.render.datapackage import render_datapackage
    from egov_tracker.views.tables.rows import view_tables

    kept = [table for table in view_tables(content) if table.schema in OFFERED]
    return render_datapackage(kept, __version__)


def search_index(site: SiteView) -> str:
    """The index as a script, as a page that is opened from a disk may read no other file: path, title, other words."""
    rows = ",\n".join(
        json.dumps([entry.path, entry.title, entry.words], ensure_ascii=False, separators=(",", ":"))
        for entry in search_entries(site)
    )
    return f"const PAGES = [\n{rows}\n];\n".replace("</", "<\\/")
