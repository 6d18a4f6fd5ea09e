"""`egov check`: every rule on every file, all findings at once."""

from __future__ import annotations

import os
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from egov_tracker.cli.options import Data, Output

if TYPE_CHECKING:
    from egov_tracker.model.findings import Finding
    from egov_tracker.store.ledger import Ledger


class FindingFormat(StrEnum):
    """The formats of findings."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    SARIF = "sarif"


class FailLevel(StrEnum):
    """From which level on findings make the command fail."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


def complete_rule(incomplete: str) -> list[str]:
    """The ids of the rules."""
    from egov_tracker.checks.bindings import RULES

    return [rule.id for rule in RULES if rule.id.startswith(incomplete.upper())]


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
    format: Annotated[  # noqa: A002
        FindingFormat | None,
        typer.Option("--format", "-f", help="How to show it; text, or github under GitHub Actions."),
    ] = None,
    select: Select = None,
    ignore: Ignore = None,
    fail_on: Annotated[FailLevel, typer.Option("--fail-on", help="Exit with 1 from this level on.")] = FailLevel.ERROR,
    output: Output = None,
    data: Data = None,
) -> None:
    """Recompute and compare everything; exit 0 if clean, 1 if there are findings, 2 if it could not run."""
    from egov_tracker.checks.run import check_files
    from egov_tracker.cli.runtime import complain, write_text
    from egov_tracker.views.findings import summarize

    wanted = choose_rules(select or [], ignore or [])
    ledger = open_ledger_of(paths or [], data or ctx.obj)
    report = check_files(ledger, paths or [])
    findings = tuple(found for found in report.findings if found.rule in wanted)
    write_text(render(findings, ledger, choose_format(format), styled=_styled(output)), output)
    complain(summarize(findings, len(report.snapshots), len(report.definitions)))
    levels = [str(level) for level in FailLevel]
    if any(levels.index(found.level) <= levels.index(fail_on) for found in findings):
        raise typer.Exit(1)


def render(findings: tuple[Finding, ...], ledger: Ledger, chosen: FindingFormat, *, styled: bool) -> str:
    """The findings in a format."""
    from egov_tracker.render import findings as formats

    match chosen:
        case FindingFormat.TEXT:
            from egov_tracker.views.findings import view_findings

            return formats.findings_text(view_findings(findings, read_text), styled=styled)
        case FindingFormat.JSON:
            return formats.findings_json(findings, ledger.folder.facts)
        case FindingFormat.GITHUB:
            return formats.findings_github(findings)
        case FindingFormat.SARIF:
            from egov_tracker import __version__
            from egov_tracker.checks.bindings import RULES

            return formats.findings_sarif(findings, RULES, __version__)


def choose_format(option: FindingFormat | None) -> FindingFormat:
    """The format of the option, else annotations under GitHub Actions, else text."""
    under_actions = os.environ.get("GITHUB_ACTIONS") == "true"
    return option or (FindingFormat.GITHUB if under_actions else FindingFormat.TEXT)


def choose_rules(select: list[str], ignore: list[str]) -> frozenset[str]:
    """The ids of the rules to report; an unknown rule or family is an error that says what was meant."""
    from egov_tracker.checks.bindings import BY_ID

    chosen = _rules_named("--select", select) if select else frozenset(BY_ID)
    return chosen - _rules_named("--ignore", ignore)


def _rules_named(option: str, names: list[str]) -> frozenset[str]:
    from egov_tracker.checks.bindings import BY_ID
    from egov_tracker.errors import EgovError

    found: set[str] = set()
    for name in (part.strip().upper() for text in names for part in text.split(",")):
        meant = {rule for rule in BY_ID if name and rule.startswith(name)}
        if not meant:
            raise EgovError(f"{option} {name}: no such rule{suggest_rule(name)}")
        found |= meant
    return frozenset(found)


def suggest_rule(name: str) -> str:
    """What was probably meant by a rule that is not there."""
    from egov_tracker.checks.bindings import BY_ID
    from egov_tracker.text.names import suggest

    close = suggest(name, BY_ID, limit=1)
    return f"; did you mean {close[0]}?" if close else "; 'egov explain' lists them"


def open_ledger_of(paths: list[Path], option: Path | None) -> Ledger:
    """The ledger in which all the paths lie, unless one is named; else the one that every command uses."""
    from egov_tracker.cli.runtime import open_ledger
    from egov_tracker.store.discovery import DataFolder, Origin
    from egov_tracker.store.ledger import Ledger

    roots = {_root_of(path) for path in paths}
    root = roots.pop() if len(roots) == 1 else None
    if option or os.environ.get("EGOV_DATA") or root is None:
        return open_ledger(option)
    return Ledger(DataFolder(Origin.FOLDER, root))


def _root_of(path: Path) -> Path | None:
    """The ledger that a path is, or that holds it as a report or as a definition."""
    candidates = (path, path.parent, path.parent.parent)
    return next((root for root in candidates if (root / "reports").is_dir() and _belongs(path, root)), None)


def _belongs(path: Path, root: Path) -> bool:
    return path == root or path in {root / "reports", root / "registry"} or path.parent.name in {"reports", "registry"}


def read_text(path: str) -> str:
    """The text of a file for its snippets; what is not UTF-8 shows as such, and nothing of what cannot be read."""
    from egov_tracker.store.files import UnreadableError, read_file

    try:
        return read_file(Path(path)).decode("utf-8", errors="replace")
    except UnreadableError:
        return ""


def _styled(output: Path | None) -> bool:
    return output is None and sys.stdout.isatty() and not os.environ.get("NO_COLOR")
