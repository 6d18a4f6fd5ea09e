"""Obligations as of a quarter: met, missed, open, or not to be told from the figures."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from egov_tracker.errors import TextError
from egov_tracker.model.catalogue import Kind
from egov_tracker.model.obligations import Bound
from egov_tracker.standing.deducing import stated_done, stated_n
from egov_tracker.text.numbers import Count, Percent, Ratio
from egov_tracker.text.quarters import parse_quarter
from egov_tracker.views.observations import is_repeated, percent_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from egov_tracker.model.obligations import Due, Obligation
    from egov_tracker.model.snapshot import Observation, Snapshot
    from egov_tracker.text.numbers import Figure
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


def view_duties(dues: Sequence[Due], snapshots: Sequence[Snapshot]) -> tuple[Duty, ...]:
    """The obligations known in the last of these quarters, by what all of them print; missed ones first."""
    period = snapshots[-1].period
    known = [due.obligation for due in dues if _is_known(due.obligation, period)]
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


def deadline(obligation: Obligation) -> date | None:
    """The last day that is still in time; "before" a date excludes it."""
    if obligation.before and obligation.due.first:
        return obligation.due.first - timedelta(days=1)
    return obligation.due.last


def _judge(obligation: Obligation, snapshots: Sequence[Snapshot]) -> Duty:
    """Met by the first figure that reaches the target, missed by a figure of the last day or later that does not."""
    last = deadline(obligation)
    seen = sorted(_evidence(obligation, snapshots), key=lambda one: one.as_of.sort_key)
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


def _evidence(obligation: Obligation, snapshots: Sequence[Snapshot]) -> Iterator[Observation]:
    for snapshot in snapshots:
        for seen in snapshot.observations:
            if (
                seen.indicator.id == obligation.indicator
                and seen.group.id == obligation.group
                and dict(seen.breakdown) == obligation.breakdown
                and seen.as_of.first
                and not is_repeated(seen)
            ):
                yield seen


def is_reached(seen: Observation, obligation: Obligation) -> bool | None:
    """Whether a figure reaches the target; None where it does not say.

    An approximate figure proves nothing, nor does a figure of a group of which only some bodies are bound.
    """
    if obligation.by[:1].isdigit() or _is_approximate(seen.figure):
        return None
    match obligation.target:
        case None:
            return _is_everyone(seen)
        case Percent(percent=target):
            return _is_enough(_percent(seen), target.value, obligation.target_is)
        case Ratio(done=target) | Count(number=target):
            done = stated_done(seen)
            return None if done is None else _is_enough(done, target.value, obligation.target_is)


def _is_approximate(figure: Figure | None) -> bool:
    match figure:
        case Ratio(done=number) | Count(number=number) | Percent(percent=number):
            return number.qualifier is not None
        case None:
            return False


def _is_everyone(seen: Observation) -> bool | None:
    """Whether all of the group have done it; exempt bodies count in N and are never late."""
    n, done = stated_n(seen), stated_done(seen)
    if n is not None and done is not None:
        return done + _exempt(seen) >= n
    return False if seen.outstanding and seen.outstanding.total else None


def _percent(seen: Observation) -> Decimal | None:
    """The rate of those who are expected to: exempt bodies count as done."""
    n, done = stated_n(seen), stated_done(seen)
    if n and done is not None and seen.kind is Kind.ADOPTION:
        return Decimal(100 * (done + _exempt(seen))) / n
    return percent_of(seen)


def _exempt(seen: Observation) -> int:
    return (seen.exempt.total or 0) if seen.exempt else 0


def _is_enough(value: Decimal | int | None, target: Decimal, bound: Bound) -> bool | None:
    if value is None:
        return None
    return value >= target if bound is Bound.AT_LEAST else value <= target
