"""The rule on bodies across dates: SER006."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.checks.context import Evidence, Sighting, in_time, surely_before, value_place
from egov_tracker.inference.body_status import Standing, State, tally
from egov_tracker.model.terms import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from egov_tracker.model.findings import Place
    from egov_tracker.model.observation import Observation

SHOWN = 3


def find_relapses(evidence: Evidence) -> Iterator[Sighting]:
    """A body that was done is outstanding again, in what, once done, stays done.

    **What it compares.** Standings that are known: bodies that a list names, and those that follow because the rest of
    the registry's bodies is named. Only dates that surely lie one after the other are compared.

    **Why it matters.** The body would be called upon in a letter for something that it has already done.

    **What to do.** Look both places up in the sources. Mend a slip. If the sources contradict each other, quote them in
    a remark with `rule: SER006` on either figure.
    """
    for seen in _adoptions(evidence).values():
        done: dict[str, Observation] = {}
        for observation in sorted(seen, key=in_time):
            counted = tally(observation, evidence.registry)
            standings = counted.standings if counted else ()
            yield from _relapsed(observation, standings, done)
            _remember(observation, standings, done)


def _adoptions(evidence: Evidence) -> dict[object, list[Observation]]:
    found: dict[object, list[Observation]] = {}
    for (name, _, breakdown, kind, _), seen in evidence.witnesses.items():
        if kind is Kind.ADOPTION and seen[0].indicator.one_way:
            found.setdefault((name, breakdown), []).extend(seen)
    return found


def _remember(observation: Observation, standings: tuple[Standing, ...], done: dict[str, Observation]) -> None:
    for standing in standings:
        if standing.state is State.DONE:
            done[standing.body.id] = observation
        elif standing.state is State.OUTSTANDING:
            done.pop(standing.body.id, None)


def _relapsed(
    observation: Observation, standings: tuple[Standing, ...], done: dict[str, Observation]
) -> Iterator[Sighting]:
    inferred: dict[Place, tuple[Observation, list[str]]] = {}
    for standing in standings:
        old = done.get(standing.body.id)
        if standing.state is not State.OUTSTANDING or not old or not surely_before(old, observation):
            continue
        if standing.mention:
            yield _sighting(observation, old, standing.body.name_vi, standing.mention.place)
        else:
            inferred.setdefault(old.place, (old, []))[1].append(standing.body.name_vi)
    for old, names in inferred.values():
        yield _sighting(observation, old, _shortened(names), value_place(observation))


def _shortened(names: list[str]) -> str:
    more = len(names) - SHOWN
    return ", ".join(names[:SHOWN]) + (f" and {more} more" if more > 0 else "")


def _sighting(new: Observation, old: Observation, who: str, place: Place) -> Sighting:
    message = f"back from done at {old.as_of} to outstanding at {new.as_of} in {new.indicator.id}: {who}"
    return Sighting(message, place, (new, old), (value_place(old),))
