"""From sightings to findings: levels, remarks, order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.checks.remarks import explanation, find_idle_remarks
from egov_tracker.checks.rules import BY_ID, RULES
from egov_tracker.model.findings import Finding, Level

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from egov_tracker.checks.evidence import Evidence, Sighting
    from egov_tracker.checks.rules import Rule
    from egov_tracker.model.places import Place


def judge(evidence: Evidence, read: Iterable[Finding] = ()) -> tuple[Finding, ...]:
    """Every finding on the evidence, sorted, with those of the reader; a remark makes a finding a note."""
    used = set(_used_while_reading(evidence, read))
    findings = [*read]
    for rule in RULES:
        findings += [_judge(rule, sighting, used) for sighting in (rule.see(evidence) if rule.see else ())]
    idle = BY_ID["REM001"]
    findings += [_judge(idle, sighting, used) for sighting in find_idle_remarks(evidence, used, BY_ID)]
    return tuple(sorted(dict.fromkeys(findings), key=lambda found: found.sort_key))


def _judge(rule: Rule, sighting: Sighting, used: set[Place]) -> Finding:
    level = sighting.level or rule.level
    remark = explanation(rule.id, sighting)
    if not remark:
        return Finding(rule.id, level, sighting.message, sighting.place, sighting.related)
    used.add(remark.place)
    return Finding(rule.id, Level.NOTE, sighting.message, sighting.place, sighting.related, remark.note)


def _used_while_reading(evidence: Evidence, read: Iterable[Finding]) -> Iterator[Place]:
    """The remarks that the reader has already used."""
    explained = {(found.place.path, found.rule, found.remark) for found in read if found.remark}
    for observation in evidence.observations if explained else ():
        for remark in observation.remarks:
            if (remark.place.path, remark.rule, remark.note) in explained:
                yield remark.place
