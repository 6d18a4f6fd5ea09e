"""The table of rules and the page of one rule, in Markdown and as plain lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from egov_tracker.model.rules import Rule


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
