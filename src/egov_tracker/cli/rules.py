"""Rules as options and arguments name them, and what they complete to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.errors import EgovError, did_you_mean, expected, quoted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from egov_tracker.model.rules import Rule


def complete_rule(incomplete: str) -> list[str]:
    """The ids of the rules."""
    from egov_tracker.model.rules import RULES

    return [rule.id for rule in RULES if rule.id.startswith(incomplete.upper())]


def find_rule(name: str) -> Rule:
    """The rule of this id, in capitals or not; `EgovError` says what was meant by one that is not there."""
    from egov_tracker.model.rules import RULES_BY_ID

    if found := RULES_BY_ID.get(name.upper()):
        return found
    raise EgovError(_unknown("a rule", name))


def choose_rules(select: Sequence[str], ignore: Sequence[str]) -> frozenset[str]:
    """The ids of the rules to report; an unknown rule or family is an error that says what was meant."""
    from egov_tracker.model.rules import RULES_BY_ID

    chosen = _rules_named("--select", select) if select else frozenset(RULES_BY_ID)
    return chosen - _rules_named("--ignore", ignore)


def _rules_named(option: str, names: Sequence[str]) -> frozenset[str]:
    from egov_tracker.model.rules import RULES_BY_ID

    found: set[str] = set()
    for name in (part.strip() for text in names for part in text.split(",")):
        meant = {rule for rule in RULES_BY_ID if name and rule.startswith(name.upper())}
        if not meant:
            raise EgovError(f"{option}: {_unknown('a rule or a family of rules', name)}")
        found |= meant
    return frozenset(found)


def _unknown(what: str, name: str) -> str:
    from egov_tracker.model.rules import RULES_BY_ID

    hint = did_you_mean(name.upper(), RULES_BY_ID) or "; 'egov explain' lists them"
    return expected(what, quoted(name)) + hint
