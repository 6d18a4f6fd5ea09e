"""What was due between two snapshots: met, missed, moved to another day, or still open."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from egov_tracker.changes.model import Duty, Met, Missed, Moved, StillOpen
from egov_tracker.errors import TextError
from egov_tracker.inference.obligations import concerns, is_reached
from egov_tracker.inference.timeline import by_source, moment
from egov_tracker.text.quarters import Quarter, parse_quarter

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from egov_tracker.model.obligations import Obligation, PlacedObligation
    from egov_tracker.model.observation import Observation, Snapshot


class Verdict(StrEnum):
    """How an obligation stands at a date."""

    MET = "met"
    MISSED = "missed"
    OPEN = "open"


class Judgement(NamedTuple):
    """A verdict and the observation that it rests on."""

    verdict: Verdict
    evidence: Observation | None


class _Side(NamedTuple):
    """A snapshot with the day up to which it speaks."""

    period: Quarter
    until: date
    observations: tuple[Observation, ...]


def compare_obligations(path: Sequence[Snapshot], obligations: Sequence[PlacedObligation]) -> Iterator[Duty]:
    """What became of each obligation between the first and the last snapshot, told in the order of time either way."""
    old, new = sorted((path[0], path[-1]), key=lambda snapshot: snapshot.period)
    if old.period == new.period or not obligations:
        return
    before = _Side(old.period, _latest_day(old), tuple(by_source(old, old.observations)))
    seen = tuple(observation for snapshot in path for observation in by_source(snapshot, snapshot.observations))
    after = _Side(new.period, max(_latest_day(new), new.period.last_day), seen)
    successors = {due.obligation.supersedes: due for due in obligations if due.obligation.supersedes}
    for due in obligations:
        yield from _compare(due, successors.get(due.obligation.id), before, after)


def _compare(due: PlacedObligation, by: PlacedObligation | None, before: _Side, after: _Side) -> Iterator[Duty]:
    told = _told(due.obligation)
    if told and told > after.period:
        return
    one, other = judge(due.obligation, before), judge(due.obligation, after)
    if by:
        if (moved := _told(by.obligation)) and before.period < moved <= after.period:
            yield Moved(due, by, one.evidence, other.evidence)
    elif other.verdict is Verdict.OPEN:
        yield from _open(due, one, other, before, after)
    elif one.verdict is not other.verdict and other.evidence:
        yield _settled(due, one, other.verdict, other.evidence)


def _open(due: PlacedObligation, one: Judgement, other: Judgement, before: _Side, after: _Side) -> Iterator[StillOpen]:
    """Open, unless it fell due before the old side, or lies ahead and the ledger does not know of it yet."""
    last = due.obligation.deadline
    past = last is not None and last <= before.until
    overdue = last is not None and last <= after.until
    if not past and (overdue or _told(due.obligation)):
        yield StillOpen(due, one.evidence, other.evidence, overdue)


def _settled(due: PlacedObligation, one: Judgement, verdict: Verdict, evidence: Observation) -> Duty:
    if verdict is Verdict.MISSED:
        return Missed(due, one.evidence, evidence)
    last = due.obligation.deadline
    return Met(due, one.evidence, evidence, late=last is not None and moment(evidence)[0] > last)


def judge(obligation: Obligation, side: _Side) -> Judgement:
    """How an obligation stands for what a side says: in time, then not in time, then at all."""
    last = obligation.deadline
    evidence = sorted((seen for seen in side.observations if concerns(seen, obligation)), key=moment)
    reached = [(seen, is_reached(seen, obligation)) for seen in evidence]
    met = [seen for seen, yes in reached if yes]
    if last:
        if in_time := [seen for seen in met if moment(seen)[0] <= last]:
            return Judgement(Verdict.MET, in_time[0])
        short = [seen for seen, yes in reached if yes is False and seen.as_of.first and seen.as_of.first >= last]
        if short and last <= side.until:
            return Judgement(Verdict.MISSED, short[0])
    if met:
        return Judgement(Verdict.MET, met[0])
    return Judgement(Verdict.OPEN, max(evidence, key=moment, default=None))


def _told(obligation: Obligation) -> Quarter | None:
    """The quarter whose sources told of it, where the ledger has them."""
    try:
        return parse_quarter((obligation.told_by or "").split("/")[0])
    except TextError:
        return None


def _latest_day(snapshot: Snapshot) -> date:
    days = [seen.as_of.last for seen in snapshot.observations if seen.as_of.is_day and seen.as_of.last]
    return max(days, default=snapshot.period.last_day)
