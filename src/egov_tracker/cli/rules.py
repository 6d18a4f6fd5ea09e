"""Rules as options and arguments name them, and what they complete to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.errors import EgovError, did_you_mean, expected, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from egov_tracker.model.rules import Rule


def complete_rule(incomplete: str) -> list[str]:
    """The ids of the rules of `egov check`."""
    return [name for name in _check_rules() if name.startswith(incomplete.upper())]


def complete_any_rule(incomplete: str) -> list[str]:
    """The ids of all rules, those on letters included."""
    from egov_tracker.model.rules import RULES

    return [rule.id for rule in RULES if rule.id.startswith(incomplete.upper())]


def find_rule(name: str) -> Rule:
    """The rule of this id, in capitals or not; `EgovError` says what was meant by one that is not there."""
    from egov_tracker.model.rules import RULES_BY_ID

    if found := RULES_BY_ID.get(name.upper()):
        return found
    raise EgovError(_unknown("a rule", name, RULES_BY_ID))


def choose_rules(select: Sequence[str], ignore: Sequence[str]) -> frozenset[str]:
    """The ids of the rules to report; an unknown rule or family is an error that says what was meant."""
    chosen = _rules_named("--select", select) if select else frozenset(_check_rules())
    return chosen - _rules_named("--ignore", ignore)


def _rules_named(option: str, names: Sequence[str]) -> frozenset[str]:
    known = _check_rules()
    found: set[str] = set()
    for name in (part.strip() for text in names for part in text.split(",")):
        meant = {rule for rule in known if name and rule.startswith(name.upper())}
        if not meant:
            raise EgovError(f"{option}: {_unknown('a rule or a family of rules', name, known)}")
        found |= meant
    return frozenset(found)


def _check_rules() -> tuple[str, ...]:
    from egov_tracker.model.rules import CHECK_RULES

    return tuple(rule.id for rule in CHECK_RULES)


def _unknown(what: str, name: str, known: Iterable[str]) -> str:
    hint = did_you_mean(name.upper(), known) or "; 'egov explain' lists them"
    return expected(what, quoted(name)) + hint
