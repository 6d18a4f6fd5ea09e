"""`egov fmt`: puts snapshot files in form, without changing what they say."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from egov_tracker.cli.options import Data

if TYPE_CHECKING:
    from collections.abc import Iterator

Check = Annotated[bool, typer.Option("--check", help="Write nothing; exit with 1 where a file is not in form.")]
Diff = Annotated[bool, typer.Option("--diff", help="Write nothing; show the lines that would change.")]


def fmt(
    ctx: typer.Context,
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[FILE]...", help="Snapshot files; those of the ledger by default.", show_default=False),
    ] = None,
    check: Check = False,
    diff: Diff = False,
    data: Data = None,
) -> None:
    """Put snapshots in form: order of fields, blanks and blank lines; what a line says stays as it is written."""
    from egov_tracker.cli.output import write_bytes, write_text
    from egov_tracker.cli.runtime import open_ledger

    changed = [one for path in paths or open_ledger(data or ctx.obj).all_files if (one := change_of(path))]
    for path, before, after in changed:
        write_text("".join(unified(path, before, after)) if diff else f"{path}\n")
        if not (check or diff):
            write_bytes(after, path)
    if check and changed:
        raise typer.Exit(1)


def change_of(path: Path) -> tuple[Path, bytes, bytes] | None:
    """A file with its bytes and those of its form; None where it is in form. Raises `FaultyDataError` for no YAML."""
    from egov_tracker.store.files import read_small_file
    from egov_tracker.store.form import put_in_form
    from egov_tracker.store.ledger import FaultyDataError
    from egov_tracker.store.yaml_reader import RefusedError

    before = read_small_file(path)
    try:
        after = put_in_form(before, str(path))
    except RefusedError as refused:
        raise FaultyDataError((refused.finding,)) from refused
    return (path, before, after) if after != before else None


def unified(path: Path, before: bytes, after: bytes) -> Iterator[str]:
    """The lines that differ, as `diff -u` prints them."""
    from difflib import unified_diff

    old, new = (content.decode("utf-8", errors="replace").splitlines() for content in (before, after))
    return (f"{line}\n" for line in unified_diff(old, new, str(path), str(path), lineterm=""))
