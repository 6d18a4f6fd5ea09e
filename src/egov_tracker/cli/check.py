"""`egov check`: every rule on every file, all findings at once."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from egov_tracker.cli.options import Data, Output, format_option
from egov_tracker.cli.rules import complete_rule
from egov_tracker.model.terms import Level
from egov_tracker.render.formats import CHECK, GITHUB, TEXT

if TYPE_CHECKING:
    from collections.abc import Iterable

    from egov_tracker.model.findings import Finding

Select = Annotated[
    list[str] | None,
    typer.Option(
        "--select", metavar="RULE", help="Only these rules or families: FIG002,SER.", autocompletion=complete_rule
    ),
]
Ignore = Annotated[
    list[str] | None,
    typer.Option("--ignore", metavar="RULE", help="Not these rules or families.", autocompletion=complete_rule),
]


def check(
    ctx: typer.Context,
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[PATH]...", help="Files or folders; the whole ledger by default.", show_default=False),
    ] = None,
    format: Annotated[str | None, format_option(CHECK, "text, or github under GitHub Actions")] = None,  # noqa: A002
    select: Select = None,
    ignore: Ignore = None,
    fail_on: Annotated[Level, typer.Option("--fail-on", help="Exit with 1 from this level on.")] = Level.ERROR,
    all_: Annotated[bool, typer.Option("--all", help="Also what remarks explain, in the text.")] = False,
    output: Output = None,
    data: Data = None,
) -> None:
    """Recompute and compare everything; exit 0 if clean, 1 if there are findings, 2 if it could not run."""
    from egov_tracker.checks.run import check_files
    from egov_tracker.cli.output import choose_target
    from egov_tracker.cli.rules import choose_rules
    from egov_tracker.cli.runtime import complain, open_ledger
    from egov_tracker.render.contents import FindingsContent
    from egov_tracker.views.findings import summarize

    under_actions = os.environ.get("GITHUB_ACTIONS") == "true"
    target = choose_target(CHECK, format, output, {"--all": all_ or None}, default=GITHUB if under_actions else TEXT)
    wanted = choose_rules(select or [], ignore or [])
    ledger = open_ledger(data or ctx.obj, paths or ())
    report = check_files(ledger, paths or [])
    findings = tuple(found for found in report.findings if found.rule in wanted)
    shown = findings if target.format is TEXT else for_machines(findings)
    target.write(FindingsContent(shown, ledger.folder, read_text, explained=all_))
    hidden = target.format is TEXT and not all_
    complain(summarize(findings, len(report.snapshots), len(report.definitions), hidden=hidden))
    if fails(findings, fail_on):
        raise typer.Exit(1)


def for_machines(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings with their files named relative to the repository around the working folder."""
    from egov_tracker.cli.runtime import working_folder
    from egov_tracker.store.discovery import machine_path, repository_around

    repository = repository_around(working_folder())
    return tuple(found.with_paths(lambda path: machine_path(path, repository)) for found in findings)


def fails(findings: Iterable[Finding], from_level: Level) -> bool:
    """Whether any finding is of this level or of a worse one."""
    levels = list(Level)  # the worst first
    return any(levels.index(found.level) <= levels.index(from_level) for found in findings)


def read_text(path: str) -> str:
    """The text of a file for its snippets; what is not UTF-8 shows as such, and nothing of what cannot be read."""
    from egov_tracker.store.files import UnreadableError, read_file

    try:
        return read_file(Path(path)).decode("utf-8", errors="replace")
    except UnreadableError:
        return ""
