"""Every rule applied to some snapshots, and what remarks explain of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.checks.bindings import CHECKS
from egov_tracker.checks.context import CheckContext
from egov_tracker.checks.remarks import explanation, find_unused_remarks
from egov_tracker.model.findings import Finding, Location, errors_only
from egov_tracker.model.rules import CHECK_RULES
from egov_tracker.model.terms import Level

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from egov_tracker.checks.context import Diagnostic
    from egov_tracker.model.obligations import PlacedObligation
    from egov_tracker.model.observation import Loaded
    from egov_tracker.model.rules import Rule
    from egov_tracker.store.ledger import Definitions


def context_of(
    loaded: Iterable[Loaded],
    known: Definitions,
    obligations: tuple[PlacedObligation, ...],
    *,
    whole: bool,
    sources: Path | None = None,
) -> CheckContext:
    """The context for the rules: the snapshots that could be read, in the order of time."""
    files = [*loaded]
    snapshots = [one.snapshot for one in files if one.snapshot]
    broken = frozenset(one.path for one in files if errors_only(one.findings))
    in_time = tuple(sorted(snapshots, key=lambda snapshot: (snapshot.period, snapshot.path)))
    return CheckContext(in_time, known.registry, obligations, broken, whole, sources)


def judge(context: CheckContext, read: Iterable[Finding] = ()) -> tuple[Finding, ...]:
    """Apply every rule and return the findings with those in `read`, sorted.

    A remark turns the findings that it explains into notes.
    """
    used = set(_used_while_reading(context, read))
    findings = [*read]
    rules = {rule.id: rule for rule in CHECK_RULES}
    for name, check in CHECKS.items():
        findings += [_judge(rules[name], diagnostic, used) for diagnostic in check(context)]
    unused = find_unused_remarks(context, used, rules)
    findings += [_judge(rules["REM001"], diagnostic, used) for diagnostic in unused]
    return tuple(sorted(dict.fromkeys(findings), key=lambda found: found.sort_key))


def _judge(rule: Rule, diagnostic: Diagnostic, used: set[Location]) -> Finding:
    level = diagnostic.level or rule.level
    remark = explanation(rule.id, diagnostic)
    if not remark:
        return Finding(rule.id, level, diagnostic.message, diagnostic.location, diagnostic.related)
    used.add(remark.location)
    return Finding(rule.id, Level.NOTE, diagnostic.message, diagnostic.location, diagnostic.related, remark.note)


def _used_while_reading(context: CheckContext, read: Iterable[Finding]) -> Iterator[Location]:
    """The locations of the remarks that explained a finding while the files were read."""
    explained = {(found.location.path, found.rule, found.remark) for found in read if found.remark}
    for observation in context.observations if explained else ():
        for remark in observation.remarks:
            if (remark.location.path, remark.rule, remark.note) in explained:
                yield remark.location
