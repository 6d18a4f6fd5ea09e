"""`egov fmt`: puts snapshot files in form, without changing what they say."""

from pathlib import Path
from typing import Annotated

import typer

from egov_tracker.cli.options import Data

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
    from egov_tracker.cli.output import line_diff, write_bytes, write_text
    from egov_tracker.cli.runtime import open_ledger

    changed = [one for path in paths or open_ledger(ctx, data).all_files if (one := change_of(path))]
    for path, before, after in changed:
        write_text(line_diff(decoded(before), decoded(after), str(path), str(path)) if diff else f"{path}\n")
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


def decoded(content: bytes) -> str:
    """The text of a file; what is not UTF-8 shows as such."""
    return content.decode("utf-8", errors="replace")
