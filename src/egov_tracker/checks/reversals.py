"""The rule on bodies across dates: SER006."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.checks.context import CheckContext, Diagnostic, in_time, value_location
from egov_tracker.inference.body_status import BodyStatus, State, count_bodies
from egov_tracker.model.terms import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from egov_tracker.model.findings import Location
    from egov_tracker.model.observation import Observation

SHOWN = 3


def find_reversals(context: CheckContext) -> Iterator[Diagnostic]:
    """SER006: a body that was done is outstanding at a later date, in something that stays done."""
    for seen in _adoptions(context).values():
        done: dict[str, Observation] = {}
        for observation in sorted(seen, key=in_time):
            counted = count_bodies(observation, context.registry)
            statuses = counted.statuses if counted else ()
            yield from _reversed(observation, statuses, done)
            _remember(observation, statuses, done)


def _adoptions(context: CheckContext) -> dict[object, list[Observation]]:
    found: dict[object, list[Observation]] = {}
    for (name, _, breakdown, kind, _), seen in context.first_hand.items():
        if kind is Kind.ADOPTION and seen[0].indicator.one_way:
            found.setdefault((name, breakdown), []).extend(seen)
    return found


def _remember(observation: Observation, statuses: tuple[BodyStatus, ...], done: dict[str, Observation]) -> None:
    for status in statuses:
        if status.state is State.DONE:
            done[status.body.id] = observation
        elif status.state is State.OUTSTANDING:
            done.pop(status.body.id, None)


def _reversed(
    observation: Observation, statuses: tuple[BodyStatus, ...], done: dict[str, Observation]
) -> Iterator[Diagnostic]:
    inferred: dict[Location, tuple[Observation, list[str]]] = {}
    for status in statuses:
        old = done.get(status.body.id)
        if status.state is not State.OUTSTANDING or not old or not old.as_of.is_before(observation.as_of):
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
