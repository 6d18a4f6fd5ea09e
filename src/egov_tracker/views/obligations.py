"""Obligations as of a quarter: met, missed, open, or not to be told from the figures."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from egov_tracker.errors import TextError
from egov_tracker.inference.obligations import concerns, is_reached
from egov_tracker.text.quarters import parse_quarter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from egov_tracker.model.obligations import Obligation, PlacedObligation
    from egov_tracker.model.observation import Observation, Snapshot
    from egov_tracker.text.quarters import Quarter


class Verdict(StrEnum):
    """How an obligation stands."""

    MISSED = "missed"
    MET_LATE = "met_late"
    MET = "met"
    OPEN = "open"
    UNKNOWN = "unknown"


class Duty(NamedTuple):
    """An obligation with the figure that settles it; without one nothing can be said."""

    obligation: Obligation
    verdict: Verdict
    evidence: Observation | None


def view_duties(obligations: Sequence[PlacedObligation], snapshots: Sequence[Snapshot]) -> tuple[Duty, ...]:
    """The obligations known in the last of these quarters, by what all of them print; missed ones first."""
    period = snapshots[-1].period
    known = [due.obligation for due in obligations if _is_known(due.obligation, period)]
    duties = [_judge(obligation, snapshots) for obligation in known]
    order = list(Verdict)
    return tuple(sorted(duties, key=lambda duty: (order.index(duty.verdict), duty.obligation.due.sort_key)))


def _is_known(obligation: Obligation, period: Quarter) -> bool:
    """Whether the document that tells of it, or the date it is due, is of this quarter or an earlier one."""
    try:
        return parse_quarter((obligation.told_by or "").partition("/")[0]) <= period
    except TextError:
        first = obligation.due.first
        return first is not None and first <= period.last_day


def _judge(obligation: Obligation, snapshots: Sequence[Snapshot]) -> Duty:
    """Met by the first figure that reaches the target, missed by a figure of the last day or later that does not."""
    last = obligation.deadline
    seen = sorted(
        (one for snapshot in snapshots for one in snapshot.observations if concerns(one, obligation)),
        key=lambda one: one.as_of.sort_key,
    )
    for one in seen:
        if is_reached(one, obligation):
            late = last is not None and one.as_of.first is not None and one.as_of.first > last
            return Duty(obligation, Verdict.MET_LATE if late else Verdict.MET, one)
    short = [one for one in seen if is_reached(one, obligation) is False]
    if not short:
        return Duty(obligation, Verdict.UNKNOWN, None)
    latest = max(short, key=lambda one: one.as_of.sort_key)
    missed = last is not None and latest.as_of.first is not None and latest.as_of.first >= last
    return Duty(obligation, Verdict.MISSED if missed else Verdict.OPEN, latest)
