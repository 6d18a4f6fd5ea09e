"""The rule on bodies across dates: SER006."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.checks.context import CheckContext, Diagnostic, in_time, value_location
from egov_tracker.inference.body_status import State, count_bodies, judge_bodies, names_in
from egov_tracker.model.terms import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from egov_tracker.model.findings import Location
    from egov_tracker.model.observation import Observation

SHOWN = 3


def find_reversals(context: CheckContext) -> Iterator[Diagnostic]:
    """SER006: a body that was done is outstanding at a later date, in something that stays done."""
    for seen in _adoptions(context).values():
        done: dict[str, Observation] = {}
        for observation in sorted(seen, key=in_time):
            standings = judge_bodies(observation, context.registry) or {}
            outstanding = {*names_in(State.OUTSTANDING, standings)}
            if back := {name for name in outstanding & done.keys() if done[name].as_of.is_before(observation.as_of)}:
                yield from _reversed(context, observation, {name: done[name] for name in back})
            for name in outstanding & done.keys():
                del done[name]
            done |= dict.fromkeys(names_in(State.DONE, standings), observation)


def _adoptions(context: CheckContext) -> dict[object, list[Observation]]:
    found: dict[object, list[Observation]] = {}
    for (name, _, breakdown, kind, _), seen in context.first_hand.items():
        if kind is Kind.ADOPTION and seen[0].indicator.one_way:
            found.setdefault((name, breakdown), []).extend(seen)
    return found


def _reversed(context: CheckContext, observation: Observation, back: Mapping[str, Observation]) -> Iterator[Diagnostic]:
    """One diagnostic for each name that is printed, and one for the others of one earlier observation."""
    counted = count_bodies(observation, context.registry)
    inferred: dict[Location, tuple[Observation, list[str]]] = {}
    for status in counted.statuses if counted else ():
        if not (old := back.get(status.body.id)):
            continue
        if status.mention:
            yield _diagnostic(observation, old, status.body.name_vi, status.mention.location)
        else:
            inferred.setdefault(old.location, (old, []))[1].append(status.body.name_vi)
    for old, names in inferred.values():
        yield _diagnostic(observation, old, _shortened(names), value_location(observation))


def _shortened(names: list[str]) -> str:
    more = len(names) - SHOWN
    return ", ".join(names[:SHOWN]) + (f" and {more} more" if more > 0 else "")


def _diagnostic(new: Observation, old: Observation, who: str, location: Location) -> Diagnostic:
    message = f"back from done at {old.as_of} to outstanding at {new.as_of} in {new.indicator.id}: {who}"
    return Diagnostic(message, location, (new, old), (value_location(old),))
