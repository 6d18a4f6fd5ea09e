"""The verdict on an obligation at the end of a quarter, by what the snapshots up to that quarter print."""

from __future__ import annotations

from enum import StrEnum
from functools import cached_property
from operator import itemgetter
from typing import TYPE_CHECKING, TypeAlias

from egov_tracker.inference.body_status import State, judge_bodies, stated_done, stated_n
from egov_tracker.inference.timeline import build_timelines, latest_of, moment
from egov_tracker.model.groups import totals_of
from egov_tracker.model.terms import Bound
from egov_tracker.text.figures import ALL_PERCENT
from egov_tracker.text.numbers import Interval, Number, exactly, percentage
from egov_tracker.values import NamedTuple, Value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from egov_tracker.model.groups import Group
    from egov_tracker.model.obligations import Obligation, PlacedObligation, Settlement
    from egov_tracker.model.observation import Observation, Snapshot
    from egov_tracker.model.registry import Body, Registry
    from egov_tracker.text.quarters import Quarter


MembersKey: TypeAlias = "tuple[str, str | None, tuple[tuple[str, str], ...], Quarter]"


class Outcome(StrEnum):
    """How an obligation stands at the end of a quarter."""

    MISSED = "missed"
    OVERDUE = "overdue"
    MET_LATE = "met_late"
    SHOWN_LATER = "met_shown_later"
    MET = "met"
    MOVED = "moved"
    OPEN = "open"
    NO_DUE_DATE = "no_due_date"


MET_OUTCOMES = frozenset({Outcome.MET, Outcome.SHOWN_LATER, Outcome.MET_LATE})


class Verdict(NamedTuple):
    """An obligation, how it stands, and on what that rests.

    `evidence` is the first figure that reaches the target where it was met, the latest one at or after the due date
    where it was missed. `short` is the figure at or after the due date that shows it short, where it was met late.
    `latest` is the latest figure of all where nothing is decided, and `wider` one of a larger group or part that
    falls short without proving anything of this one. `moved_to` replaces the whole obligation, `moved_for` parts of it.
    """

    placed: PlacedObligation
    outcome: Outcome
    evidence: Observation | None = None
    short: Observation | None = None
    latest: Observation | None = None
    wider: Observation | None = None
    settled: Settlement | None = None
    moved_to: PlacedObligation | None = None
    moved_for: tuple[PlacedObligation, ...] = ()
    already_met: bool = False

    def __repr__(self) -> str:
        by = f"; {self.shown}" if self.shown else ""
        return f"<Verdict {self.outcome}: {self.obligation}{by}>"

    @property
    def obligation(self) -> Obligation:
        """The obligation that is judged."""
        return self.placed.obligation

    @property
    def shown(self) -> Observation | None:
        """The observation to show beside the outcome: what it rests on, else the latest figure."""
        return self.evidence or self.latest


class Proof(NamedTuple):
    """A dated observation and whether it shows the obligation fulfilled; None where it decides nothing."""

    observation: Observation
    reached: bool | None

    def is_by(self, day: date) -> bool:
        """Whether every day that its date may mean is this day or earlier."""
        last = self.observation.as_of.last
        return last is not None and last <= day

    def is_from(self, day: date) -> bool:
        """Whether every day that its date may mean is this day or later."""
        first = self.observation.as_of.first
        return first is not None and first >= day


class History(Value):
    """The snapshots up to a quarter, as evidence for what was due."""

    snapshots: tuple[Snapshot, ...]
    registry: Registry

    @cached_property
    def _observations(self) -> dict[str, list[Observation]]:
        found: dict[str, list[Observation]] = {}
        for snapshot in self.snapshots:
            for observation in snapshot.observations:
                if not observation.is_repeated:
                    found.setdefault(observation.indicator.id, []).append(observation)
        return found

    @cached_property
    def _states(self) -> dict[int, dict[str, State]]:
        return {}

    def states_of(self, members: Iterable[Body], observation: Observation) -> tuple[State, ...]:
        """The state of each of these bodies by what an observation of the history says, counted once."""
        states = self._states.get(id(observation))
        if states is None:
            standings = judge_bodies(observation, self.registry) or {}
            states = dict(zip(standings, map(itemgetter(0), standings.values()), strict=True))
            self._states[id(observation)] = states
        return tuple(states.get(body.id, State.UNKNOWN) for body in members)

    @cached_property
    def proofs_of_members(self) -> dict[MembersKey, list[Proof]]:
        """What the lists of larger groups show of the members of a body or a cohort, where it was asked before."""
        return {}

    def observations(self, indicator: str, at: Quarter) -> list[Observation]:
        """The first-hand observations of an indicator in the snapshots up to a quarter."""
        return [one for one in self._observations.get(indicator, ()) if one.period <= at]


def judge_obligations(obligations: Sequence[PlacedObligation], history: History, at: Quarter) -> tuple[Verdict, ...]:
    """The verdict on every obligation that is announced by the end of the quarter, in the order of the file."""
    known = [placed for placed in obligations if placed.obligation.is_announced(at.last_day)]
    return tuple(judge(placed, known, history, at) for placed in known)


def judge_at(
    quarters: Iterable[Quarter], obligations: Sequence[PlacedObligation], history: History
) -> dict[Quarter, tuple[Verdict, ...]]:
    """The verdicts at the end of each of these quarters."""
    return {quarter: judge_obligations(obligations, history, quarter) for quarter in quarters}


def judge(placed: PlacedObligation, known: Iterable[PlacedObligation], history: History, at: Quarter) -> Verdict:
    """The verdict on one obligation at the end of a quarter; `known` are all those announced by then."""
    obligation = placed.obligation
    moves = [other for other in known if other.obligation.supersedes == obligation.id]
    whole = next((other for other in moves if other.obligation.group == obligation.group), None)
    parts = tuple(other for other in moves if other.obligation.group != obligation.group)
    verdict = _by_date(placed, history, at)
    if whole:
        return verdict._replace(outcome=Outcome.MOVED, moved_to=whole, moved_for=parts)
    return verdict._replace(moved_for=parts)


def _by_date(placed: PlacedObligation, history: History, at: Quarter) -> Verdict:
    obligation = placed.obligation
    if obligation.settled and _is_known(obligation.settled, at):
        return _by_event(placed, obligation.settled)
    evidence = _Evidence(obligation, history, at)
    deadline = obligation.deadline_known_in(at)
    if deadline is None:
        return Verdict(placed, Outcome.NO_DUE_DATE, latest=evidence.latest)
    decided = _by_figures(placed, evidence.proofs(), deadline)
    if decided:
        return decided
    outcome = Outcome.OVERDUE if deadline <= at.last_day else Outcome.OPEN
    return Verdict(placed, outcome, latest=evidence.latest, wider=evidence.wider())


def _is_known(settled: Settlement, at: Quarter) -> bool:
    """Whether a source of the quarter or an earlier one tells of the event."""
    first = settled.date.first
    return settled.told_in <= at if settled.told_in else first is not None and first <= at.last_day


def _by_event(placed: PlacedObligation, settled: Settlement) -> Verdict:
    """What an event settled: in time or late by its date; where that is not known, it is only shown."""
    deadline, when = placed.obligation.deadline, settled.date
    if deadline is None:
        return Verdict(placed, Outcome.NO_DUE_DATE, settled=settled)
    if when.last and when.last <= deadline:
        return Verdict(placed, Outcome.MET, settled=settled)
    late = when.first is not None and when.first > deadline
    return Verdict(placed, Outcome.MET_LATE if late else Outcome.SHOWN_LATER, settled=settled)


def _by_figures(placed: PlacedObligation, proofs: Sequence[Proof], deadline: date) -> Verdict | None:
    """Met in time, met late, missed, or met and only shown later; None where no figure decides."""
    obligation = placed.obligation
    reached = [proof for proof in proofs if proof.reached]
    in_time = next((proof for proof in reached if proof.is_by(deadline)), None)
    if in_time and not obligation.overdue:
        return Verdict(placed, Outcome.MET, in_time.observation, already_met=_is_older(in_time, obligation))
    # Where only the words "quá hơn 3 tháng" are known, the due date may lie anywhere before the derived day.
    after = reached if obligation.overdue else [proof for proof in reached if proof.is_from(deadline)]
    short = (proof for proof in proofs if proof.reached is False and proof.is_from(deadline))
    last = latest_of(proof.observation for proof in short)
    if not last:
        return Verdict(placed, Outcome.SHOWN_LATER, after[0].observation) if after else None
    later = [proof.observation for proof in after if moment(proof.observation) > moment(last)]
    return Verdict(placed, Outcome.MET_LATE, later[0], short=last) if later else Verdict(placed, Outcome.MISSED, last)


def _is_older(proof: Proof, obligation: Obligation) -> bool:
    """Whether a figure is older than the document that sets the obligation."""
    set_on = obligation.announced.first if obligation.announced else None
    last = proof.observation.as_of.last
    return set_on is not None and last is not None and last < set_on


class _Evidence:
    """The observations that may show one obligation fulfilled or short."""

    def __init__(self, obligation: Obligation, history: History, at: Quarter) -> None:
        self.obligation = obligation
        self.history, self.at = history, at
        self.registry = history.registry
        self.breakdown = tuple(sorted(obligation.breakdown.items()))
        found = history.observations(obligation.indicator, at) if obligation.indicator else []
        self.observations = found
        self.own = self._timeline(obligation.group)

    def _timeline(self, group: str) -> list[Observation]:
        """Who speaks at each date for a group, in the order of time."""
        timelines = build_timelines(
            one for one in self.observations if one.group.id == group and one.breakdown == self.breakdown
        )
        points = [point.observation for timeline in timelines.values() for point in timeline.points]
        return sorted(points, key=moment)

    @property
    def latest(self) -> Observation | None:
        """The latest figure of the bound group itself."""
        return latest_of(self.own)

    def proofs(self) -> list[Proof]:
        """Every dated observation that decides something or shows the state, in the order of time."""
        found = [Proof(one, is_reached(one, self.obligation)) for one in self.own]
        if wants_all(self.obligation):
            found += [*self._short_parts(), *self._all_parts(), *self._named_members()]
        current = [proof for proof in found if proof.reached or not _is_older(proof, self.obligation)]
        return sorted(current, key=lambda proof: moment(proof.observation))

    def _short_parts(self) -> Iterator[Proof]:
        """A shortfall of a part, or of a cohort within, is a shortfall of the whole."""
        bound = self.registry.groups.get(self.obligation.group)
        for one in self._others():
            if bound and _is_part(one.group, bound) and is_reached(one, self.obligation) is False:
                yield Proof(one, reached=False)

    def _others(self) -> Iterator[Observation]:
        """The dated observations of the same part of the indicator for other groups."""
        for one in self.observations:
            if one.as_of.first and one.breakdown == self.breakdown and one.group.id != self.obligation.group:
                yield one

    def _all_parts(self) -> Iterator[Proof]:
        """All parts of the group at once make the whole; the last of them is the proof."""
        groups = self.registry.groups
        bound = groups.get(self.obligation.group)
        for parts in totals_of(bound.id, groups) if bound and bound.kinds else ():
            reached = ([one for one in self._timeline(part) if is_reached(one, self.obligation)] for part in parts)
            done = [ones[0] for ones in reached if ones]
            if len(done) == len(parts):
                yield Proof(max(done, key=moment), reached=True)

    def _named_members(self) -> list[Proof]:
        """Lists of the groups around a body or a cohort: a member that is outstanding, or every member done."""
        if self.obligation.group in self.registry.groups:
            return []
        key = (self.obligation.group, self.obligation.indicator, self.breakdown, self.at)
        known = self.history.proofs_of_members
        if key not in known:
            known[key] = [
                Proof(one, reached) for one in self._others() if (reached := self._by_members(one)) is not None
            ]
        return known[key]

    def _by_members(self, one: Observation) -> bool | None:
        """Whether an observation shows every known member done, or one outstanding; None where it does neither."""
        when = one.membership_date
        group = self.registry.group(self.obligation.group, when)
        states = self.history.states_of(self.registry.known_members(group, when), one) if group else ()
        if State.OUTSTANDING in states:
            return False
        if group and states and self.registry.members(group, when) and set(states) <= {State.DONE, State.EXEMPT}:
            return True
        return None

    def wider(self) -> Observation | None:
        """The latest figure of a larger group or part that surely falls short of the same target."""
        bound = self.registry.groups.get(self.obligation.group)
        if not bound or not self.obligation.target:
            return None
        around = [one for one in self._others() if one.group.id == "national" or _is_part(bound, one.group)]
        return latest_of(one for one in around if is_reached(one, self.obligation) is False)


def _is_part(inner: Group, outer: Group) -> bool:
    """Whether every body of one group is of the other; which bodies are of a cohort is not asked."""
    kinds = frozenset({inner.body.kind}) if inner.body else inner.kinds
    return bool(kinds) and kinds <= outer.kinds and not outer.cohort


def wants_all(obligation: Obligation) -> bool:
    """Whether the target is everyone or everything, so that a part that is short makes the whole short."""
    target = obligation.target
    if target is None:
        return True
    return obligation.target_is is Bound.AT_LEAST and target.count is None and target.rate == ALL_PERCENT


def is_reached(observation: Observation, obligation: Obligation) -> bool | None:
    """Whether an observation of the bound group shows the target reached; None where it does not say.

    Exempt bodies count in N and are never late. An approximate figure decides only where its whole interval does.
    """
    target = obligation.target
    if target and target.count:
        count = observation.figure.count if observation.figure else None
        return _is_enough(count.interval, target.count, obligation.target_is) if count else None
    if target and target.percent:
        interval = _rate_without_exempt(observation)
        return _is_enough(interval, target.percent, obligation.target_is) if interval else None
    return _have_all_done(observation)


def _have_all_done(observation: Observation) -> bool | None:
    number = observation.count
    if number and not number.exact:
        return None
    if observation.says_all:
        return True
    n, done = stated_n(observation), stated_done(observation)
    if n is not None and done is not None:
        return done + exempt_count(observation) >= n
    waiting = [one for one in (observation.outstanding, observation.in_progress) if one and one.total is not None]
    if any(listing.total for listing in waiting):
        return False
    return True if waiting and observation.outstanding else None


def _rate_without_exempt(observation: Observation) -> Interval | None:
    """Where the percentage may lie, the exempt counted as done, as they are never late."""
    figure, base = observation.figure, observation.base
    if figure and figure.count and base:
        done = figure.count.value + exempt_count(observation)
        rate = percentage(done, base.value)
        return Number(rate, figure.count.step, figure.count.qualifier).interval
    if not figure or not figure.percent:
        return None
    percent = figure.percent
    return percent.interval if percent.qualifier else exactly(percent.value)


def _is_enough(interval: Interval, target: Number, bound: Bound) -> bool | None:
    """Whether all of an interval is on the right side of the target; None where it lies on both."""
    low, high, aim = interval.low, interval.high, exactly(target.value)
    if bound is Bound.AT_MOST:
        return _sure(enough=high is not None and high <= target.value, short=aim.surely_below(interval))
    return _sure(enough=low is not None and low >= target.value, short=interval.surely_below(aim))


def _sure(*, enough: bool, short: bool) -> bool | None:
    return enough if enough or short else None


def exempt_count(observation: Observation) -> int:
    """How many bodies are exempt, as stated or else as named."""
    return (observation.exempt.total or 0) if observation.exempt else 0
