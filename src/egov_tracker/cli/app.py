"""The commands, put together; and the one place where an error becomes a sentence and an exit code."""

from __future__ import annotations

import os
import sys
from copy import copy
from pathlib import Path
from typing import Annotated

import typer

from egov_tracker.cli import appendix, check, diff, explain, letter, quarters, read, report, schema, status, templates
from egov_tracker.cli.world import complain
from egov_tracker.errors import EgovError

app = typer.Typer(
    name="egov",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command()(status.status)
app.command()(diff.diff)
app.command()(quarters.quarters)
app.command()(check.check)
app.command()(explain.explain)
app.command()(read.read)
app.command()(report.report)
app.command()(appendix.appendix)
app.command()(letter.letter)
app.command()(templates.templates)
app.command()(schema.schema)


def _say_version(ctx: typer.Context, wanted: bool) -> None:
    if not wanted:
        return
    from egov_tracker import __version__
    from egov_tracker.cli.world import open_ledger

    named = ctx.params.get("data")
    ledger = open_ledger(Path(named) if named else None)
    first, last = (ledger.quarters[0], ledger.quarters[-1]) if ledger.quarters else ("none", "none")
    folder = ledger.folder
    typer.echo(f"egov {__version__}")
    typer.echo(f"data: {folder.root.resolve()} ({folder.origin}), {len(ledger.quarters)} quarters, {first} to {last}")
    raise typer.Exit


@app.callback()
def egov(
    ctx: typer.Context,
    data: Annotated[
        Path | None,
        typer.Option("--data", metavar="DIR", is_eager=True, help="The ledger to use: a folder that holds reports/."),
    ] = None,
    version: Annotated[  # noqa: ARG001 - its callback does the work
        bool,
        typer.Option("--version", callback=_say_version, help="Say the version and the data in use."),
    ] = False,
) -> None:
    """What the quarterly reports on Resolution 36a (e-government in Vietnam) print, and what follows from it."""
    ctx.obj = data


def only_asked(arguments: list[str]) -> typer.Typer:
    """The program with the one command that is asked for: Typer builds every option of every command it knows."""
    chosen, words = copy(app), iter(arguments)
    for word in words:
        if word == "--data":
            next(words, None)
        elif not word.startswith("-"):
            asked = [known for known in app.registered_commands if known.callback and known.callback.__name__ == word]
            chosen.registered_commands = asked or app.registered_commands
            break
    return chosen


def run() -> None:
    """Run a command; every error is a sentence, and 2 the exit code of what could not be done."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    try:
        only_asked(sys.argv[1:])()
    except EgovError as wrong:
        complain(f"egov: {wrong}")
        sys.exit(wrong.exit_code)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except OSError as wrong:
        complain(f"egov: {wrong.strerror or wrong}")
        sys.exit(2)
