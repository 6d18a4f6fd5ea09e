"""`egov explain`: what a rule sees, why it matters, what to do."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import Annotated

import typer

from egov_tracker.cli.check import suggest_rule
from egov_tracker.cli.options import Output

WIDEST = 100


class PageFormat(StrEnum):
    """The formats of an explanation."""

    TERMINAL = "terminal"
    MD = "md"


def complete_any_rule(incomplete: str) -> list[str]:
    """The ids of all rules, those on letters included."""
    from egov_tracker.model.rules import RULES

    return [rule.id for rule in RULES if rule.id.startswith(incomplete.upper())]


def explain(
    rule: Annotated[
        str | None,
        typer.Argument(
            metavar="[RULE]", help="A rule, FIG002; all are listed by default.", autocompletion=complete_any_rule
        ),
    ] = None,
    format: Annotated[PageFormat, typer.Option("--format", "-f", help="How to show it.")] = PageFormat.TERMINAL,  # noqa: A002
    output: Output = None,
) -> None:
    """Explain a rule of `egov check` or `egov letter --check`, or list all of them."""
    from egov_tracker.cli.runtime import write_text
    from egov_tracker.errors import EgovError
    from egov_tracker.model.rules import RULES, RULES_BY_ID
    from egov_tracker.render.rules import rule_markdown, rules_markdown, rules_text

    if rule is None:
        write_text(rules_markdown(RULES) if format is PageFormat.MD else rules_text(RULES), output)
        return
    found = RULES_BY_ID.get(rule.upper())
    if not found:
        raise EgovError(f"{rule}: no such rule{suggest_rule(rule.upper(), RULES)}")
    if format is PageFormat.MD or output:
        write_text(rule_markdown(found), output)
    else:
        show_markdown(rule_markdown(found))


def show_markdown(text: str) -> None:
    """Show Markdown on the terminal; without colours where there is none or where NO_COLOR is set."""
    from rich.console import Console
    from rich.markdown import Markdown

    console = Console(file=sys.stdout)
    console.width = min(console.width, WIDEST)
    console.print(Markdown(text))
