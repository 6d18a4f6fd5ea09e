"""From one observation to the state of each body: what follows from what is printed, and nothing more."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from egov_tracker.model.terms import Kind
from egov_tracker.text.figures import Count, Percent, Ratio

if TYPE_CHECKING:
    from collections.abc import Iterator

    from egov_tracker.model.observation import Listing, Mention, Observation
    from egov_tracker.model.registry import Body, Registry


class State(StrEnum):
    """Whether a body has done what is measured; an exempt one is not expected to."""

    DONE = "done"
    OUTSTANDING = "outstanding"
    EXEMPT = "exempt"
    UNKNOWN = "unknown"


class Ground(StrEnum):
    """Why a body is said to be in a state, or why nothing is said of it."""

    NAMED = "named"
    ALL_DONE = "all_done"
    COMPLEMENT = "complement"
    EXHAUSTIVE = "exhaustive"
    UNNAMED_REMAIN = "unnamed_remain"
    NO_DENOMINATOR = "no_denominator"
    OTHER_UNIVERSE = "other_universe"
    APPROXIMATE = "approximate"
    CONTRADICTED = "contradicted"


INFERRED = frozenset({Ground.COMPLEMENT, Ground.EXHAUSTIVE})


class Standing(NamedTuple):
    """One body's state; `mention` is the printed name, where there is one."""

    body: Body
    state: State
    ground: Ground
    mention: Mention | None = None

    @property
    def inferred(self) -> bool:
        """Whether no source says it outright."""
        return self.ground in INFERRED


class Tally(NamedTuple):
    """What one observation says of its group, in numbers; None is not said.

    `of` is the source's own N. `unnamed` bodies are outstanding, and which they are is not said; `unknown` is the
    number of the registry's bodies of whom nothing can be said one by one, the unnamed among them.
    """

    of: int | None
    done: int | None
    exempt: int | None
    outstanding: int | None
    in_progress: int | None
    unnamed: int
    unknown: int | None
    ground: Ground
    standings: tuple[Standing, ...]

    @property
    def inferred(self) -> bool:
        """Whether the state of any body is inferred."""
        return any(standing.inferred for standing in self.standings)

    def bodies(self, state: State) -> tuple[Standing, ...]:
        """The bodies in a state: those named first, in printed order, then the others in the order of the registry."""
        return tuple(standing for standing in self.standings if standing.state is state)


STATE_OF_LIST = {
    "exempt": State.EXEMPT,
    "outstanding": State.OUTSTANDING,
    "in_progress": State.OUTSTANDING,
    "done": State.DONE,
}


def tally(observation: Observation, registry: Registry) -> Tally | None:
    """What an observation of adoption says of every body of its group; None for other kinds and for `national`."""
    if observation.kind is not Kind.ADOPTION or observation.group.id == "national":
        return None
    members = registry.members(observation.group, observation.membership_date)
    named = tuple(_named(observation))
    state, ground = _of_the_rest(observation, members, named)
    known = {standing.body.id for standing in named}
    rest = tuple(Standing(body, state, ground) for body in members if body.id not in known)
    standings = named + rest
    return Tally(
        of=stated_n(observation),
        done=stated_done(observation),
        exempt=_total(observation.exempt),
        outstanding=_total(observation.outstanding),
        in_progress=_total(observation.in_progress),
        unnamed=observation.outstanding.unnamed if observation.outstanding else 0,
        unknown=sum(standing.state is State.UNKNOWN for standing in standings),
        ground=ground if rest else Ground.NAMED,
        standings=standings,
    )


def stated_n(observation: Observation) -> int | None:
    """The N that the source itself prints."""
    figure = observation.figure
    return int(figure.of.value) if isinstance(figure, Ratio) else None


def stated_done(observation: Observation) -> int | None:
    """How many are done: as printed, else as named."""
    match observation.figure:
        case Ratio(done=number) | Count(number=number):
            return int(number.value)
        case _:
            return _total(observation.done)


def _total(listing: Listing | None) -> int | None:
    return listing.total if listing else None


def _named(observation: Observation) -> Iterator[Standing]:
    """One standing for every body named, in printed order; a body named in two states is in neither."""
    found: dict[str, Standing] = {}
    for field, listing in observation.listings.items():
        for mention in listing.mentions:
            body, state = mention.body, STATE_OF_LIST[field]
            before = found.setdefault(body.id, Standing(body, state, Ground.NAMED, mention))
            if before.state is not state:
                found[body.id] = Standing(body, State.UNKNOWN, Ground.CONTRADICTED, mention)
    yield from found.values()


def _of_the_rest(
    observation: Observation, members: tuple[Body, ...], named: tuple[Standing, ...]
) -> tuple[State, Ground]:
    """The state of the members that no list names, and the ground for it."""
    if _approximate(observation):
        return State.UNKNOWN, Ground.APPROXIMATE
    if exhaustive := _exhaustive(observation):
        return exhaustive, Ground.EXHAUSTIVE
    n = stated_n(observation)
    if n is None:
        return State.UNKNOWN, Ground.NO_DENOMINATOR
    ids = {body.id for body in members}
    if n != len(members) or any(standing.body.id not in ids for standing in named):
        return State.UNKNOWN, Ground.OTHER_UNIVERSE
    return _by_arithmetic(observation, n, named)


def _by_arithmetic(observation: Observation, n: int, named: tuple[Standing, ...]) -> tuple[State, Ground]:
    """Where N is the registry's own: the rest is done, or outstanding, only where the numbers leave no other way."""
    done = stated_done(observation) or 0
    named_done = sum(standing.state is State.DONE for standing in named)
    if _contradicted(observation, named):
        return State.UNKNOWN, Ground.CONTRADICTED
    if done == n and named_done == len(named):
        return State.DONE, Ground.ALL_DONE
    if done - named_done == n - len(named):
        return State.DONE, Ground.COMPLEMENT
    if done == named_done and not (observation.exempt and observation.exempt.unnamed):
        return State.OUTSTANDING, Ground.COMPLEMENT
    return State.UNKNOWN, Ground.UNNAMED_REMAIN


def _contradicted(observation: Observation, named: tuple[Standing, ...]) -> bool:
    """Whether the lists and the printed counts cannot all be true, so that nothing may be built on them."""
    figure = observation.figure
    not_done = sum(standing.state in {State.OUTSTANDING, State.EXEMPT} for standing in named)
    stated = (_total(observation.exempt) or 0) + max(
        _total(observation.outstanding) or 0, _total(observation.in_progress) or 0
    )
    too_many = isinstance(figure, Ratio) and max(not_done, stated) > figure.of.value - figure.done.value
    fewer_stated = any((listing.total or 0) < len(listing.bodies) for listing in observation.listings.values())
    return too_many or fewer_stated or any(standing.ground is Ground.CONTRADICTED for standing in named)


def _approximate(observation: Observation) -> bool:
    match observation.figure:
        case Ratio(done=number) | Count(number=number) | Percent(percent=number):
            return number.qualifier is not None
        case _:
            return False


def _exhaustive(observation: Observation) -> State | None:
    """The state of the rest where a remark says that a list is complete, and it is complete."""
    claimed = {remark.exhaustive for remark in observation.remarks}
    if "outstanding" in claimed and observation.outstanding and not observation.outstanding.unnamed:
        return State.DONE
    if "done" in claimed and observation.done and not observation.done.unnamed:
        return State.OUTSTANDING
    return None
