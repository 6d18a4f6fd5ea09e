"""A quarter as it is judged and with what contradicts in it, for its report; kept for the next run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.inference.judged import recall_judged
from egov_tracker.model.terms import Level
from egov_tracker.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from egov_tracker.inference.judged import Judged
    from egov_tracker.model.findings import Finding
    from egov_tracker.model.observation import Snapshot
    from egov_tracker.model.registry import Registry
    from egov_tracker.store.ledger import Ledger

# Findings on how the ledger is kept, not on what a source prints.
ON_THE_LEDGER = ("SRC001", "SRC002", "SRC006", "SRC007", "REM")


class Examined(NamedTuple):
    """The headlines and verdicts of a quarter, and what nothing explains of what its sources print."""

    judged: Judged
    contradictions: tuple[Finding, ...]


def find_contradictions(snapshots: Sequence[Snapshot], registry: Registry) -> tuple[Finding, ...]:
    """The unexplained contradictions in the last of these snapshots, each compared with the others, by their places."""
    from egov_tracker.checks.context import CheckContext
    from egov_tracker.checks.judgement import judge

    found = judge(CheckContext(tuple(snapshots), registry))
    return tuple(one for one in found if one.location.path == snapshots[-1].path and _is_contradiction(one))


def _is_contradiction(found: Finding) -> bool:
    return found.level is not Level.NOTE and not found.rule.startswith(ON_THE_LEDGER)


def examine_quarter(ledger: Ledger, snapshots: Sequence[Snapshot]) -> Examined:
    """The last of these snapshots, which are a quarter of a ledger and all before it."""
    registry, last = ledger.definitions.registry, snapshots[-1]
    return Examined(
        recall_judged(ledger, last, lambda: snapshots[:-1]),
        ledger.recall_until("contradictions", last, lambda: (find_contradictions(snapshots, registry), True)),
    )
