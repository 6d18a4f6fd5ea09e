"""The bodies that a quarter leaves outstanding, each with the indicators of which it is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.inference.body_status import State, count_bodies
from egov_tracker.inference.timeline import moment
from egov_tracker.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from egov_tracker.inference.body_status import BodyStatus
    from egov_tracker.model.observation import Observation, Snapshot
    from egov_tracker.model.registry import Body, Registry


class Waiting(NamedTuple):
    """A body and, by indicator, the observation that last says that it has not done it."""

    body: Body
    observations: dict[str, Observation]

    def __repr__(self) -> str:
        return f"<Waiting {self.body.name_vi}: {', '.join(self.observations)}>"


class Word(NamedTuple):
    """What an observation says of a body; `on_trial` where the source names it only as being at it."""

    observation: Observation
    status: BodyStatus
    on_trial: bool


def outstanding_bodies(snapshot: Snapshot, registry: Registry) -> tuple[Waiting, ...]:
    """The bodies that are outstanding by the end of the quarter, those of the most indicators first.

    The latest first-hand observation of an indicator that tells the state of a body decides, be it by name or by what
    follows from the figures; of one date any that says outstanding. Who is only named as being at it is not among them.
    Among equals the order of the registry decides.
    """
    words: dict[tuple[str, str], list[Word]] = {}
    for observation in snapshot.observations:
        if not observation.is_repeated:
            for word in _words(observation, registry):
                words.setdefault((word.status.body.id, observation.indicator.id), []).append(word)
    found: dict[str, Waiting] = {}
    for (body, indicator), told in words.items():
        if last := _last_outstanding(told):
            waiting = found.setdefault(body, Waiting(last.status.body, {}))
            waiting.observations[indicator] = last.observation
    ranks = {body.id: rank for rank, body in enumerate(registry.bodies)}
    return tuple(sorted(found.values(), key=lambda one: (-len(one.observations), ranks[one.body.id])))


def _words(observation: Observation, registry: Registry) -> Iterable[Word]:
    counted = count_bodies(observation, registry)
    at_it = observation.in_progress.bodies if observation.in_progress else ()
    named = observation.outstanding.bodies if observation.outstanding else ()
    trial = {body.id for body in at_it} - {body.id for body in named}
    for status in counted.statuses if counted else ():
        if status.state is not State.UNKNOWN:
            yield Word(observation, status, status.body.id in trial)


def _last_outstanding(told: list[Word]) -> Word | None:
    """The word by which a body is outstanding in the end; None where a later one says otherwise."""
    latest = max(moment(word.observation) for word in told)
    final = [word for word in told if moment(word.observation) == latest]
    return next((word for word in final if word.status.state is State.OUTSTANDING and not word.on_trial), None)
