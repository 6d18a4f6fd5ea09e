"""The commands, put together; and the one place where an error becomes a sentence and an exit code."""

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
    from collections.abc import Sequence

# The commands with their help, so that a list of them imports none; each is the docstring of its function.
COMMANDS = {
    "status": "Show the state of a quarter: its leading figures, what changed, who is late, what is due next.",
    "agency": (
        "Show the life of one body: its state by quarter, what each source says of it, and what it was asked to do."
    ),
    "reminders": "Show who was reminded, how often, when, by which document, and how long it took until it was done.",
    "diff": "Compare two quarters: what moved, what stands still, and what cannot be compared and why.",
    "trend": (
        "Follow an indicator or a series over all quarters: every figure, gap, break in comparability, and target."
    ),
    "quarters": "Show which quarter prints which indicator, so that a gap is seen as a gap.",
    "indicators": (
        "Show the catalogue: what each indicator counts, what an entry of it needs, and how often it is used."
    ),
    "check": "Recompute and compare everything; exit 0 if clean, 1 if there are findings, 2 if it could not run.",
    "explain": "Explain a rule of `egov check` or `egov letter --check`, or list all of them.",
    "read": "Read documents into a draft: claims with their doubts, plans, and every other number with its class.",
    "review": "Review a draft: see quote, claim and doubts, and press one key; every decision is kept at once.",
    "trace": (
        "Trace a figure to its source: the words that print it, the lines around them, the document, the line of YAML."
    ),
    "report": "Write the report of a quarter: summary, overview, results, who is late, obligations and gaps.",
    "appendix": "Write one appendix table of a letter, numbered column by column.",
    "letter": "Write an official letter with its appendices: Markdown, HTML or Word.",
    "templates": "List the templates and where each comes from, or write copies to start from.",
    "schema": "Print the JSON Schema of a file of the ledger, or of the JSON that a command prints.",
    "new": "Begin a quarter: a sound file with a source to fill in, earlier lines and what is due; never overwrites.",
    "names": "Print a pasted list of bodies as a YAML list, as written; a comment says what an unknown name may mean.",
    "fmt": "Put snapshots in form: order of fields, blanks and blank lines; what a line says stays as it is written.",
    "git-diff": "Compare a snapshot for git: set by git config diff.egov.command 'egov git-diff'; always exits with 0.",
    "export": (
        "Write all figures, states of bodies, sources, definitions and findings as tables; replaces only what it made."
    ),
    "site": (
        "Write the whole ledger as static pages with links and a search, to be opened from a disk or put on a server."
    ),
    "cache": "Say where what was read is kept for the next run, and how large that is; or remove it.",
    "import": "Make the file of a quarter out of CSV, with every rule applied; never overwrites.",
    "form": (
        "Write the workbook in which a body reports a quarter; without -i it asks what was printed since last year."
    ),
    "collect": (
        "Read forms back: who has not answered, what contradicts what, and a draft of the quarter with all totals."
    ),
}


def _say_version(ctx: typer.Context, wanted: bool) -> None:
    if not wanted:
        return
    from egov_tracker import __version__
    from egov_tracker.cli.runtime import open_data

    named = ctx.params.get("data")
    ledger = open_data(Path(named) if named else None)
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


def build(commands: "Sequence[str]") -> typer.Typer:
    """The program with these commands: each is the function of the module that is called like it.

    With none it has all, by name and help alone: to be listed, or to say which was meant.
    """
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
    for name, text in COMMANDS.items() if not commands else ():
        app.command(name, help=text)(_listed)
    return app


def _listed() -> None:
    """Stands for a command where none was named."""


def asked_for(arguments: "Sequence[str]") -> tuple[str, ...]:
    """The command that the arguments name, so that no other is imported and built; all where the shell completes."""
    words = iter(arguments)
    for word in words:
        if word == "--data":
            next(words, None)
        elif not word.startswith("-"):
            return (word,) if word in COMMANDS else ()
    completes = any(name.startswith("_") and name.endswith("_COMPLETE") for name in os.environ)
    return tuple(COMMANDS) if completes else ()


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
