"""`egov check`: every rule on every file, all findings at once."""

import os
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from egov_tracker.cli.options import Data, Output, format_option
from egov_tracker.cli.rules import complete_rule
from egov_tracker.errors import EgovError, expected
from egov_tracker.model.terms import Level
from egov_tracker.render.formats import TEXT
from egov_tracker.render.outputs.findings import CHECK, GITHUB

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from egov_tracker.checks.run import Report
    from egov_tracker.model.findings import Finding
    from egov_tracker.store.ledger import Ledger

PASSES = 3  # of --fix: what a first pass mends may let a later one see more

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
Fix = Annotated[
    bool, typer.Option("--fix", help="First mend mistyped fields, ids and dates, and blanks; no figure and no name.")
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
    fix: Fix = False,
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
    named = paths or []
    if fix:
        ledger, report = fix_and_check(lambda: open_ledger(ctx, data, named), named)
    else:
        ledger = open_ledger(ctx, data, named)
        report = check_files(ledger, named)
    findings = tuple(found for found in report.findings if found.rule in wanted)
    shown = findings if target.format is TEXT else for_machines(findings)
    target.write(FindingsContent(shown, ledger.folder, read_text, explained=all_))
    hidden = target.format is TEXT and not all_
    complain(summarize(findings, len(report.snapshots), len(report.definitions), hidden=hidden))
    if fails(findings, fail_on):
        raise typer.Exit(1)


def fix_and_check(open_again: "Callable[[], Ledger]", paths: "Sequence[Path]") -> "tuple[Ledger, Report]":
    """Mend what can be mended, pass by pass, as a fault may hide another; say of each file how much was mended."""
    from egov_tracker.checks.run import check_files
    from egov_tracker.cli.runtime import complain

    mended: Counter[str] = Counter()
    for _ in range(PASSES):
        ledger = open_again()
        report = check_files(ledger, paths)
        fixed = fix_files(ledger, report)
        mended.update(fixed)
        if not fixed:
            break
    for path, count in mended.items():
        complain(f"egov: {path}: {count} mended" if count else f"egov: {path}: blanks taken out")
    return ledger, report


def fix_files(ledger: "Ledger", report: "Report") -> dict[str, int]:
    """Mend the files of a run; those that changed, with how much was mended in each. What is no YAML is left alone."""
    from egov_tracker.cli.output import write_text
    from egov_tracker.store.discovery import Origin
    from egov_tracker.store.fixes import fix_text

    files = (*report.snapshots, *report.definitions)
    if ledger.folder.origin is Origin.PACKAGE and any(Path(path).is_relative_to(ledger.folder.root) for path in files):
        raise EgovError(f"--fix: {expected('a ledger of your own', 'that of the package')}")
    broken = {found.location.path for found in report.findings if found.rule.startswith("YML")}
    changed = {}
    for path in files:
        before = "" if path in broken else read_text(path)
        fixed = fix_text(before, (found for found in report.findings if found.location.path == path))
        if before and fixed.text != before:
            write_text(fixed.text, Path(path))
            changed[path] = fixed.mended
    return changed


def for_machines(findings: "Iterable[Finding]") -> "tuple[Finding, ...]":
    """The findings with their files named relative to the repository around the working folder."""
    from egov_tracker.cli.runtime import working_folder
    from egov_tracker.store.discovery import machine_path, repository_around

    repository = repository_around(working_folder())
    return tuple(found.with_paths(lambda path: machine_path(path, repository)) for found in findings)


def fails(findings: "Iterable[Finding]", from_level: Level) -> bool:
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
