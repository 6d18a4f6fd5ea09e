"""The rule on two figures for one quantity at one date: SER004."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from egov_tracker.checks.context import CheckContext, Diagnostic, describe, field_or_figure
from egov_tracker.inference.body_status import STATE_OF_LIST
from egov_tracker.model.terms import Kind, Level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from egov_tracker.model.observation import Mention, Observation
    from egov_tracker.text.numbers import Interval

FIELDS = {"the figure": "value", "N": "value", "the percentage": "value"}


def aspects_of(observation: Observation) -> dict[str, Interval]:
    """What two observations of one quantity and date must agree on: figure, N, counts and percentage, as intervals."""
    numbers = {"the figure": observation.count, "N": observation.base}
    for name in ("exempt", "outstanding", "in_progress"):
        listing = observation.listings.get(name)
        numbers[f"the count of '{name}'"] = listing.number if listing else None
    intervals = {name: number.interval for name, number in numbers.items() if number}
    percent = observation.rate_interval
    return {**intervals, "the percentage": percent} if percent else intervals


class Disagreement(NamedTuple):
    """Two observations of one quantity at one date that contradict each other in one aspect."""

    old: Observation
    new: Observation
    aspect: str
    approximate: bool

    @property
    def same_source(self) -> bool:
        """Whether one document contradicts itself."""
        return (self.old.source.id, self.old.source.entry.title) == (self.new.source.id, self.new.source.entry.title)

    def diagnostic(self) -> Diagnostic:
        """The diagnostic; a note where the date is not a single day, because then both may be true."""
        field = field_of(self.aspect)
        said, before = (printed(observation, field) for observation in (self.new, self.old))
        who = "the same source" if self.same_source else f"'{self.old.source.id}'"
        message = f"{describe(self.new)} at {self.new.as_of} is {said} here and {before} in {who}"
        location, other = (field_or_figure(observation, field) for observation in (self.new, self.old))
        sure = self.new.as_of.is_day or self.new.kind is Kind.FLOW
        return Diagnostic(message, location, (self.new, self.old), (other,), None if sure else Level.NOTE)


def find_disagreements(context: CheckContext) -> Iterator[Diagnostic]:
    """SER004: two figures for one quantity at one date, or two states of one body on one day, contradict each other."""
    for pair in disagreements(context):
        if not (pair.same_source and pair.approximate):
            yield pair.diagnostic()
    yield from _conflicting_states_between_sources(context)


def disagreements(context: CheckContext) -> Iterator[Disagreement]:
    """Every observation that contradicts the first exact one of its quantity and date, or the first of all."""
    for seen in context.first_hand.values():
        if len(seen) > 1:
            by_date: dict[object, list[Observation]] = {}
            for observation in seen:
                by_date.setdefault(observation.as_of, []).append(observation)
            for together in by_date.values():
                yield from _compare(together)


def _compare(together: list[Observation]) -> Iterator[Disagreement]:
    if len(together) == 1:
        return
    kept: dict[str, tuple[Observation, Interval]] = {}
    for observation in together:
        aspects = aspects_of(observation)
        if "N" in aspects and "N" in kept:
            aspects.pop("the percentage", None)
        for name, value in aspects.items():
            before, other = kept.setdefault(name, (observation, value))
            if not value.agrees_with(other):
                yield Disagreement(before, observation, name, not (value.exact and other.exact))
                break
            if value.exact and not other.exact:
                kept[name] = (observation, value)


def field_of(aspect: str) -> str:
    """The field of an observation in which an aspect stands."""
    return FIELDS.get(aspect, aspect.removeprefix("the count of '").removesuffix("'"))


def printed(observation: Observation, field: str) -> str:
    """What the source prints in a field: the stated count of a list, else the figure."""
    listing = observation.listings.get(field)
    if listing and listing.stated:
        return listing.stated.printed
    if observation.figure:
        return observation.figure.printed
    return observation.done.stated.printed if observation.done and observation.done.stated else "something else"


def _conflicting_states_between_sources(context: CheckContext) -> Iterator[Diagnostic]:
    claims: dict[object, dict[str, tuple[str, Mention, Observation]]] = {}
    for seen in context.first_hand.values():
        for observation in seen:
            if observation.as_of.is_day and observation.listings:
                key = (observation.indicator.id, observation.breakdown, observation.as_of)
                yield from _conflicting_states(observation, claims.setdefault(key, {}))


def _conflicting_states(
    observation: Observation, claims: dict[str, tuple[str, Mention, Observation]]
) -> Iterator[Diagnostic]:
    for field, listing in observation.listings.items():
        for mention in listing.mentions:
            before, other, where = claims.setdefault(mention.body.id, (field, mention, observation))
            if before == field:
                continue
            states = (STATE_OF_LIST[before], STATE_OF_LIST[field])
            if states[0] is not states[1] and where.source.id != observation.source.id:
                body, date = mention.body.name_vi, observation.as_of
                message = f"{body} at {date} is {states[1]} here and {states[0]} in '{where.source.id}'"
                yield Diagnostic(message, mention.location, (observation, where), (other.location,))
