"""From one observation to the state of each body: what follows from what is printed, and nothing more."""

from __future__ import annotations

from collections import Counter
from enum import StrEnum
from itertools import compress, filterfalse, repeat
from operator import attrgetter, is_, itemgetter
from typing import TYPE_CHECKING, TypeAlias

from egov_tracker.model.terms import Kind
from egov_tracker.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from egov_tracker.model.observation import Listing, Mention, Observation
    from egov_tracker.model.registry import Body, Registry


class State(StrEnum):
    """Whether a body has done what is measured; an exempt one is not expected to."""

    DONE = "done"
    OUTSTANDING = "outstanding"
    EXEMPT = "exempt"
    UNKNOWN = "unknown"


class Rationale(StrEnum):
    """Why a body is said to be in a state, or why nothing is said of it."""

    NAMED = "named"
    ALL_DONE = "all_done"
    ALL_COUNTED = "all_counted"
    COMPLEMENT = "complement"
    EXHAUSTIVE = "exhaustive"
    UNNAMED_REMAIN = "unnamed_remain"
    NO_DENOMINATOR = "no_denominator"
    POPULATION_MISMATCH = "other_universe"
    COHORT_UNNAMED = "cohort_unnamed"
    APPROXIMATE = "approximate"
    CONTRADICTED = "contradicted"


INFERRED = frozenset({Rationale.COMPLEMENT, Rationale.EXHAUSTIVE, Rationale.ALL_COUNTED})


class BodyStatus(NamedTuple):
    """One body's state; `mention` is the printed name, where there is one."""

    body: Body
    state: State
    rationale: Rationale
    mention: Mention | None = None

    def __repr__(self) -> str:
        return f"<BodyStatus {self.body.name_vi}: {self.state} ({self.rationale})>"

    @property
    def inferred(self) -> bool:
        """Whether no source says it outright."""
        return self.state is not State.UNKNOWN and self.rationale in INFERRED


class Counts(NamedTuple):
    """What one observation says of its group, in numbers; None is not said.

    `of` is the source's own N. `unnamed` bodies are outstanding, and which they are is not said; None where the source
    counts them approximately. `unknown` is the number of bodies, out of N, of whom the source leaves open which is
    which, those `unnamed` included; None where the source prints no N and so says nothing about single bodies, and
    where all of an N of its own have done it.
    """

    of: int | None
    done: int | None
    exempt: int | None
    outstanding: int | None
    in_progress: int | None
    unnamed: int | None
    unknown: int | None
    rationale: Rationale
    statuses: tuple[BodyStatus, ...]

    def __repr__(self) -> str:
        numbers = ", ".join(f"{name}: {value}" for name, value in self._asdict().items() if name != "statuses")
        return f"<Counts {numbers}>"

    @property
    def inferred(self) -> bool:
        """Whether the state of any body is inferred."""
        return any(status.inferred for status in self.statuses)

    def bodies(self, state: State) -> tuple[BodyStatus, ...]:
        """The bodies in a state: those named first, in printed order, then the others in the order of the registry."""
        wanted = State(state)
        return tuple(status for status in self.statuses if status.state is wanted)


STATE_OF_LIST = {
    "exempt": State.EXEMPT,
    "outstanding": State.OUTSTANDING,
    "in_progress": State.OUTSTANDING,
    "done": State.DONE,
}


class Standing(NamedTuple):
    """The state of a body and the reason for it."""

    state: State
    rationale: Rationale


Standings: TypeAlias = "dict[str, Standing]"
ID = attrgetter("id")
TORN = Standing(State.UNKNOWN, Rationale.CONTRADICTED)


def judge_bodies(observation: Observation, registry: Registry) -> Standings | None:
    """The state of every body of the group by its id, as `count_bodies` has it, without the printed names."""
    if not _speaks_of_bodies(observation):
        return None
    members, named = (
        registry.members_by_id(observation.group, observation.membership_date),
        standings_of_named(observation),
    )
    rest = _of_the_rest(observation, members, named)
    return named | dict.fromkeys(filterfalse(named.__contains__, members), rest)


def names_in(state: State, standings: Standings) -> Iterator[str]:
    """The ids of the bodies in a state, in their order."""
    states = map(itemgetter(0), standings.values())
    return compress(standings, map(is_, states, repeat(state)))


def count_bodies(observation: Observation, registry: Registry) -> Counts | None:
    """What an observation of adoption says of every body of its group; None for other kinds and for `national`."""
    if not _speaks_of_bodies(observation):
        return None
    members, named = (
        registry.members_by_id(observation.group, observation.membership_date),
        standings_of_named(observation),
    )
    state, rationale = _of_the_rest(observation, members, named)
    rest = tuple(BodyStatus(body, state, rationale) for name, body in members.items() if name not in named)
    statuses = (*named_statuses(observation), *rest)
    return Counts(
        of=stated_n(observation),
        done=stated_done(observation),
        exempt=_total(observation.exempt),
        outstanding=_total(observation.outstanding),
        in_progress=_total(observation.in_progress),
        unnamed=observation.outstanding.unnamed if observation.outstanding else 0,
        unknown=_unknown(observation, statuses, rationale),
        rationale=rationale if rest or rationale is Rationale.COHORT_UNNAMED else Rationale.NAMED,
        statuses=statuses,
    )


def _speaks_of_bodies(observation: Observation) -> bool:
    return observation.kind is Kind.ADOPTION and observation.group.id != "national"


def _unknown(observation: Observation, statuses: tuple[BodyStatus, ...], rationale: Rationale) -> int | None:
    n = stated_n(observation)
    whole = n if n is not None else _count_of_cohort(observation)
    unknown = sum(status.state is State.UNKNOWN for status in statuses)
    if rationale in {Rationale.POPULATION_MISMATCH, Rationale.COHORT_UNNAMED}:
        return None if whole is None else max(whole - len(statuses) + unknown, 0)
    return None if unknown and (n is None or rationale is Rationale.ALL_COUNTED) else unknown


def _count_of_cohort(observation: Observation) -> int | None:
    """How many bodies a cohort has by the document that picked them out."""
    cohort = observation.group.cohort
    return int(cohort.count.count.value) if cohort and cohort.count and cohort.count.count else None


def stated_n(observation: Observation) -> int | None:
    """The N that the source itself prints."""
    return int(observation.base.value) if observation.base else None


def stated_done(observation: Observation) -> int | None:
    """How many are done: as printed, else as named."""
    if observation.figure and observation.figure.count:
        return int(observation.figure.count.value)
    return _total(observation.done)


def _total(listing: Listing | None) -> int | None:
    return listing.total if listing else None


def named_statuses(observation: Observation) -> Iterator[BodyStatus]:
    """The state of every body that an observation names, in printed order; one named in two states is in neither."""
    mentions = _mentions(observation)
    for name, standing in standings_of_named(observation).items():
        yield BodyStatus(mentions[name].body, *standing, mentions[name])


def standings_of_named(observation: Observation) -> Standings:
    """One standing for every body named, in printed order; a body named in two states is in neither."""
    found: Standings = {}
    for field, listing in observation.listings.items():
        standing = Standing(STATE_OF_LIST[field], Rationale.NAMED)
        told = dict.fromkeys(map(ID, listing.bodies), standing)
        again = {name: found[name] for name in found.keys() & told.keys()}
        found |= told
        found |= {name: one if one.state is standing.state else TORN for name, one in again.items()}
    return found


def _mentions(observation: Observation) -> dict[str, Mention]:
    """The printed name of every body named: the first; of one named in two states, the last that contradicts."""
    found: dict[str, tuple[State, Mention]] = {}
    for field, listing in observation.listings.items():
        for mention in listing.mentions:
            state, _ = found.setdefault(mention.body.id, (STATE_OF_LIST[field], mention))
            if state is not STATE_OF_LIST[field]:
                found[mention.body.id] = (State.UNKNOWN, mention)
    return {name: mention for name, (_, mention) in found.items()}


def _of_the_rest(observation: Observation, members: Mapping[str, Body], named: Standings) -> Standing:
    """The state of the members that no list names, and the rationale for it."""
    if _approximate(observation):
        return Standing(State.UNKNOWN, Rationale.APPROXIMATE)
    if exhaustive := _exhaustive(observation):
        return Standing(exhaustive, Rationale.EXHAUSTIVE)
    n = _universe(observation)
    if observation.says_all and not any(one.state is not State.DONE for one in named.values()):
        return _all_of(n, members)
    if reason := _why_open(observation, n, members, named):
        return Standing(State.UNKNOWN, reason)
    return _by_arithmetic(observation, len(members), named)


def _why_open(
    observation: Observation, n: int | None, members: Mapping[str, Body], named: Standings
) -> Rationale | None:
    """Why no complement may be taken: no N, a cohort without names, or an N that is not the registry's."""
    if observation.group.cohort and not members:
        return Rationale.COHORT_UNNAMED
    if n is None:
        return Rationale.NO_DENOMINATOR
    mismatch = n != len(members) or named.keys() - members.keys()
    return Rationale.POPULATION_MISMATCH if mismatch else None


def _universe(observation: Observation) -> int | None:
    """How many bodies the source counts: its N, or the count beside 100%."""
    if observation.says_all and not observation.base:
        return stated_done(observation)
    return stated_n(observation)


def _all_of(n: int | None, members: Mapping[str, Body]) -> Standing:
    """All that the source counts have done it: all of the registry's bodies, as far as the source counts them."""
    if n is None or n == len(members):
        return Standing(State.DONE, Rationale.ALL_DONE)
    return Standing(State.DONE if n > len(members) else State.UNKNOWN, Rationale.ALL_COUNTED)


def _by_arithmetic(observation: Observation, n: int, named: Standings) -> Standing:
    """Where N is the registry's own: the rest is done, or outstanding, only where the numbers leave no other way."""
    done = stated_done(observation)
    states = Counter(map(itemgetter(0), named.values()))
    if _contradicted(observation, states):
        return Standing(State.UNKNOWN, Rationale.CONTRADICTED)
    if done is None:
        return Standing(State.UNKNOWN, Rationale.UNNAMED_REMAIN)
    if done - states[State.DONE] == n - len(named):
        return Standing(State.DONE, Rationale.COMPLEMENT)
    if done == states[State.DONE] and not (observation.exempt and not observation.exempt.is_complete):
        return Standing(State.OUTSTANDING, Rationale.COMPLEMENT)
    return Standing(State.UNKNOWN, Rationale.UNNAMED_REMAIN)


def _contradicted(observation: Observation, named: Mapping[State, int]) -> bool:
    """Whether the lists and the printed counts cannot all be true; `named` counts states, UNKNOWN being in two."""
    figure = observation.figure
    stated = (_total(observation.exempt) or 0) + max(
        _total(observation.outstanding) or 0, _total(observation.in_progress) or 0
    )
    left = figure.base.value - figure.count.value if figure and figure.count and figure.base else None
    too_many = left is not None and max(named[State.OUTSTANDING] + named[State.EXEMPT], stated) > left
    lists = observation.listings.values()
    fewer_stated = any(listing.number and listing.number.value < len(listing.bodies) for listing in lists)
    return too_many or fewer_stated or named[State.UNKNOWN] > 0


def _approximate(observation: Observation) -> bool:
    return observation.figure is not None and observation.figure.qualifier is not None


def _exhaustive(observation: Observation) -> State | None:
    """The state of the rest where a remark says that a list is complete, and it is complete."""
    claimed = {remark.exhaustive for remark in observation.remarks}
    if "outstanding" in claimed and observation.outstanding and observation.outstanding.is_complete:
        return State.DONE
    if "done" in claimed and observation.done and observation.done.is_complete:
        return State.OUTSTANDING
    return None
