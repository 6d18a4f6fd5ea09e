"""`egov git-diff`: what git shows of a snapshot that changed, as its external diff driver."""

from __future__ import annotations

import os
import shutil
import signal
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from egov_tracker.cli.options import Data, Lang
from egov_tracker.errors import EgovError, expected
from egov_tracker.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from egov_tracker.cli.sides import Side
    from egov_tracker.store.ledger import Ledger

NOTHING = os.devnull  # the file that git names where a side has none
DIGITS = 7  # of an object's name, as git abbreviates it
WIDTH = 100  # where neither git nor the terminal says how wide the page is


class Version(NamedTuple):
    """One side of a change: the file's path in the repository, what holds its content, and git's name of that."""

    path: str
    content: str
    object: str

    @property
    def name(self) -> str:
        """The path, with the abbreviated name of the object where git has one."""
        digits = self.object[:DIGITS]
        return self.path if not digits.strip("0.") else f"{self.path} ({digits})"

    @property
    def exists(self) -> bool:
        """Whether the file is there on this side."""
        return self.content != NOTHING


def git_diff(
    ctx: typer.Context,
    arguments: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH OLD-FILE OLD-HEX OLD-MODE NEW-FILE NEW-HEX NEW-MODE [NEW-PATH SIMILARITY]",
            help="What git passes to an external diff driver.",
            show_default=False,
        ),
    ],
    lang: Lang = None,
    data: Data = None,
) -> None:
    """Compare a snapshot for git: set by git config diff.egov.command 'egov git-diff'; always exits with 0."""
    from egov_tracker.cli.output import drop_unwritten, write_text
    from egov_tracker.cli.runtime import open_ledger

    if hasattr(signal, "SIGPIPE"):  # a pager that is left early must not look to git like a driver that died
        signal.signal(signal.SIGPIPE, signal.SIG_IGN)
    try:
        write_text(text_of(arguments, lambda: open_ledger(ctx, data, (Path(arguments[0]),)), lang))
    except BrokenPipeError:  # the reader has seen enough
        drop_unwritten()


def text_of(arguments: list[str], ledger: Callable[[], Ledger], lang: Lang) -> str:
    """What git shows: the comparison as a page; what is wrong and the lines that differ, where it cannot be made."""
    if len(arguments) == 1:
        return f"* Unmerged path {arguments[0]}\n"
    old, new = read_arguments(arguments)
    head = "".join(f"{line}\n" for line in header(old, new))
    try:
        return head + page_of(ledger(), old, new, lang)
    except EgovError as wrong:
        return f"{head}{wrong}\n{plain_diff(old, new)}"


def read_arguments(arguments: list[str]) -> tuple[Version, Version]:
    """Both sides as git passes them: 7 arguments, or 9 for a renamed file; `EgovError` for any other number."""
    match arguments:
        case [path, old_file, old_hex, _, new_file, new_hex, _]:
            return Version(path, old_file, old_hex), Version(path, new_file, new_hex)
        case [path, old_file, old_hex, _, new_file, new_hex, _, new_path, _]:
            return Version(path, old_file, old_hex), Version(new_path, new_file, new_hex)
        case _:
            raise EgovError(expected("the 7, 9 or 1 arguments that git passes to a diff driver", str(len(arguments))))


def header(old: Version, new: Version) -> Iterator[str]:
    """The lines that git itself begins with."""
    yield f"diff --egov a/{old.path} b/{new.path}"
    if not old.exists:
        yield "new file"
    if not new.exists:
        yield "deleted file"
    if old.path != new.path:
        yield from (f"rename from {old.path}", f"rename to {new.path}")


def page_of(ledger: Ledger, old: Version, new: Version, lang: Lang) -> str:
    """The comparison as a page of text; raises `EgovError` where a side is no sound snapshot."""
    from egov_tracker.cli.operands import review_sides
    from egov_tracker.cli.runtime import choose_language
    from egov_tracker.cli.sides import Side
    from egov_tracker.render.text import render_text
    from egov_tracker.views.diff.changes import view_diff
    from egov_tracker.views.diff.page import diff_page

    before, after = (read_version(ledger, version) if version.exists else None for version in (old, new))
    known = after or before
    if known is None:
        return ""
    blank = Side(NOTHING, known.snapshot._replace(sources={}, observations=()), lambda: b"{}\n")
    old_side, new_side = (before or blank)._replace(name=old.name), (after or blank)._replace(name=new.name)
    language = choose_language(lang)
    if old_side.snapshot.period == new_side.snapshot.period:
        view = review_sides(ledger, old_side, new_side, language)
    else:
        sides = old_side.snapshot, new_side.snapshot
        view = view_diff(*sides, ledger.definitions, ledger.obligations, language)
        view = view._replace(old=old_side.name, new=new_side.name)
    return render_text(diff_page(view, ledger.folder.title), shutil.get_terminal_size((WIDTH, 0)).columns)


def read_version(ledger: Ledger, version: Version) -> Side:
    """The snapshot that a side holds, under its real path; raises `FaultyDataError` where it is wrong."""
    from egov_tracker.cli.sides import Side
    from egov_tracker.store.files import read_file

    raw = read_file(Path(version.content))
    return Side(version.name, ledger.understood(ledger.interpret(raw, version.path)), lambda: raw)


def plain_diff(old: Version, new: Version) -> str:
    """The lines that differ, where the files cannot be compared as snapshots."""
    from egov_tracker.cli.output import line_diff

    return line_diff(text_of_side(old), text_of_side(new), f"a/{old.path}", f"b/{new.path}")


def text_of_side(version: Version) -> str:
    """The text of a side; nothing where it has no file or the file cannot be read."""
    from egov_tracker.cli.check import read_text

    return read_text(version.content) if version.exists else ""
