"""The table of rules and the page of one rule, in Markdown and as plain lines."""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from egov_tracker.model.rules import Rule

NARROW, WIDEST = 80, 100


def rules_markdown(rules: Iterable[Rule]) -> str:
    """The table of rules, as the README has it."""
    rows = [f"| {rule.id} | {rule.level} | {rule.title_en.replace('|', chr(92) + '|')} |" for rule in rules]
    return "\n".join(("| rule | level | what |", "|---|---|---|", *rows)) + "\n"


def rules_text(rules: Iterable[Rule]) -> str:
    """One line a rule."""
    return "".join(f"{rule.id}  {rule.level:7}  {rule.title_en}\n" for rule in rules)


def rule_markdown(rule: Rule) -> str:
    """The page of a rule."""
    return f"# {rule.id}: {rule.title_en}\n\nLevel: {rule.level}\n\n{rule.page}\n"


def rule_text(rule: Rule, width: int | None = None, *, styled: bool = False) -> str:
    """The page of a rule as running text, no wider than 100 characters; with bold and colours where it is styled."""
    from rich.console import Console
    from rich.markdown import Markdown

    out = StringIO()
    console = Console(
        file=out,
        width=min(width or NARROW, WIDEST),
        force_terminal=styled,
        color_system="standard" if styled else None,
        legacy_windows=False,
    )
    console.print(Markdown(rule_markdown(rule)))
    return out.getvalue()
