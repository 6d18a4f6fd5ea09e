"""The commands, put together; and the one place where an error becomes a sentence and an exit code."""

from __future__ import annotations

import io
import os
import sys
from importlib import import_module
from keyword import iskeyword
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from egov_tracker.cli.runtime import complain
from egov_tracker.errors import EgovError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

COMMANDS = (
    "status",
    "agency",
    "reminders",
    "diff",
    "trend",
    "quarters",
    "indicators",
    "check",
    "explain",
    "read",
    "review",
    "trace",
    "report",
    "appendix",
    "letter",
    "templates",
    "schema",
    "new",
    "names",
    "fmt",
    "git-diff",
    "export",
    "site",
    "cache",
    "import",
    "form",
    "collect",
)


def _say_version(ctx: typer.Context, wanted: bool) -> None:
    if not wanted:
        return
    from egov_tracker import __version__
    from egov_tracker.cli.runtime import open_ledger

    named = ctx.params.get("data")
    ledger = open_ledger(Path(named) if named else None)
    first, last = (ledger.quarters[0], ledger.quarters[-1]) if ledger.quarters else ("none", "none")
    folder = ledger.folder
    typer.echo(f"egov {__version__}")
    typer.echo(f"data: {folder.root.resolve()} ({folder.origin}), {len(ledger.quarters)} quarters, {first} to {last}")
    raise typer.Exit


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
    no_cache: Annotated[
        bool, typer.Option("--no-cache", help="Read every file, and keep nothing for the next run. [EGOV_NO_CACHE=1]")
    ] = False,
) -> None:
    """What the quarterly reports on Resolution 36a (e-government in Vietnam) print, and what follows from it."""
    ctx.obj = data
    if no_cache:
        os.environ["EGOV_NO_CACHE"] = "1"


def build(commands: Iterable[str]) -> typer.Typer:
    """The program with these commands: each is the function of the module that is called like it."""
    app = typer.Typer(
        name="egov",
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        no_args_is_help=True,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(egov)
    for name in commands:
        function = name.replace("-", "_") + "_" * iskeyword(name)
        app.command(name)(getattr(import_module(f"egov_tracker.cli.{function}"), function))
    return app


def asked_for(arguments: Sequence[str]) -> tuple[str, ...]:
    """The command that the arguments name, so that no other is imported and built; all where they name none."""
    words = iter(arguments)
    for word in words:
        if word == "--data":
            next(words, None)
        elif not word.startswith("-"):
            return (word,) if word in COMMANDS else COMMANDS
    return COMMANDS


def run() -> None:
    """Run a command; every error is a sentence, and 2 the exit code of what could not be done."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        build(asked_for(sys.argv[1:]))()
    except EgovError as wrong:
        complain(f"egov: {wrong}")
        sys.exit(wrong.exit_code)
    except OSError as wrong:
        from egov_tracker.cli.output import drop_unwritten

        drop_unwritten()
        complain(f"egov: {wrong.strerror or wrong}")
        sys.exit(2)
