"""`egov site`: the whole ledger as a folder of pages."""

import sys
from enum import StrEnum
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Annotated, Self

import typer

from egov_tracker.cli.options import Data

if TYPE_CHECKING:
    from egov_tracker.model.terms import Lang

PATIENCE, PAUSE = 1.0, 0.1  # seconds before anything is said, and between two times


class Languages(StrEnum):
    """The languages of a site; of both, the English pages stand in a folder `en`."""

    VI = "vi"
    EN = "en"
    BOTH = "both"


def site(
    ctx: typer.Context,
    out: Annotated[Path, typer.Argument(metavar="OUT", help="The folder to write; one that it made is replaced.")],
    lang: Annotated[
        Languages | None, typer.Option("--lang", help="The language of the pages; vi by default. [EGOV_LANG]")
    ] = None,
    check: Annotated[
        bool, typer.Option("--check", help="Say which links lead nowhere, and write nothing; exit 1 if any does.")
    ] = False,
    data: Data = None,
) -> None:
    """Write the whole ledger as static pages with links and a search, to be opened from a disk or put on a server."""
    from egov_tracker.cli.export import read_content
    from egov_tracker.cli.runtime import complain, open_ledger
    from egov_tracker.render.site.dead_links import dead_links
    from egov_tracker.render.site.files import site_files, table_files
    from egov_tracker.store.exports import refuse_foreign, write_folder
    from egov_tracker.views.site.pages import SiteView

    if not check:
        refuse_foreign(out)
    ledger = open_ledger(ctx, data)
    content = read_content(ledger)
    sites = [SiteView(content, ledger.folder.title, one) for one in languages_of(lang)]
    with Progress() as progress:
        files = site_files(sites, table_files(content), progress.say)
    if check:
        dead = dead_links(files)
        typer.echo("".join(f"{link}\n" for link in dead), nl=False)
        raise typer.Exit(1 if dead else 0)
    write_folder(out, files)
    pages = sum(name.endswith(".html") for name in files)
    complain(f"egov: {pages} pages, {sum(map(len, files.values())):,} bytes in {out}")


def languages_of(option: Languages | None) -> "tuple[Lang, ...]":
    """The languages to write, the one of the root first."""
    from egov_tracker.cli.runtime import choose_language
    from egov_tracker.model.terms import Lang

    if option is Languages.BOTH:
        return (Lang.VI, Lang.EN)
    return (choose_language(Lang(option) if option else None),)


class Progress:
    """Says on a terminal how many files are made, once it takes longer than a second; in a pipe nothing."""

    def __init__(self) -> None:
        self._begun = self._said = monotonic()
        self._shown = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()

    def say(self, count: int) -> None:
        """Say the count, unless it was said just now."""
        now = monotonic()
        if now - self._begun < PATIENCE or now - self._said < PAUSE or not sys.stderr or not sys.stderr.isatty():
            return
        self._said, self._shown = now, True
        sys.stderr.write(f"\regov: {count} pages")
        sys.stderr.flush()
