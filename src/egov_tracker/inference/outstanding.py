"""The bodies that a quarter leaves outstanding, each with the indicators of which it is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.inference.body_status import State, judge_bodies
from egov_tracker.inference.timeline import moment
from egov_tracker.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from egov_tracker.model.observation import Observation, Snapshot
    from egov_tracker.model.registry import Body, Registry


class Waiting(NamedTuple):
    """A body and, by indicator, the observation that last says that it has not done it."""

    body: Body
    observations: dict[str, Observation]

    def __repr__(self) -> str:
        return f"<Waiting {self.body.name_vi}: {', '.join(self.observations)}>"


class Word(NamedTuple):
    """The last word on a body and an indicator: when, and the observation that leaves it outstanding, if one does."""

    moment: tuple[date, date]
    outstanding: Observation | None


def outstanding_bodies(snapshot: Snapshot, registry: Registry) -> tuple[Waiting, ...]:
    """The bodies that are outstanding by the end of the quarter, those of the most indicators first.

    The latest first-hand observation of an indicator that tells the state of a body decides, be it by name or by what
    follows from the figures; of one date any that says outstanding. Who is only named as being at it is not among them.
    Among equals the order of the registry decides.
    """
    found: dict[str, Waiting] = {}
    for (body, indicator), word in _last_words(snapshot, registry).items():
        if word.outstanding:
            waiting = found.setdefault(body, Waiting(registry.by_id[body], {}))
            waiting.observations[indicator] = word.outstanding
    ranks = {body.id: rank for rank, body in enumerate(registry.bodies)}
    return tuple(sorted(found.values(), key=lambda one: (-len(one.observations), ranks[one.body.id])))


def _last_words(snapshot: Snapshot, registry: Registry) -> dict[tuple[str, str], Word]:
    """By body and indicator, in the order in which they are first told of."""
    words: dict[tuple[str, str], Word] = {}
    for observation in snapshot.observations:
        if not observation.is_repeated:
            indicator, when = observation.indicator.id, moment(observation)
            for body, is_outstanding in _told(observation, registry):
                last = words.get((body, indicator))
                if last is None or when > last.moment or (when == last.moment and not last.outstanding):
                    words[body, indicator] = Word(when, observation if is_outstanding else None)
    return words


def _told(observation: Observation, registry: Registry) -> Iterator[tuple[str, bool]]:
    """The bodies whose state an observation tells, and whether they are outstanding by it; on trial they are not."""
    at_it = observation.in_progress.bodies if observation.in_progress else ()
    named = observation.outstanding.bodies if observation.outstanding else ()
    trial = {body.id for body in at_it} - {body.id for body in named}
    for body, standing in (judge_bodies(observation, registry) or {}).items():
        if standing.state is not State.UNKNOWN:
            yield body, standing.state is State.OUTSTANDING and body not in trial
