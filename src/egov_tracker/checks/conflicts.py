"""The rule on two figures for one quantity at one date: SER004."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from egov_tracker.checks.context import CheckContext, Diagnostic, describe, field_or_figure
from egov_tracker.inference.body_status import ID, STATE_OF_LIST
from egov_tracker.model.terms import Kind, Level
from egov_tracker.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from egov_tracker.inference.body_status import State
    from egov_tracker.model.findings import Location
    from egov_tracker.model.observation import Mention, Observation
    from egov_tracker.text.numbers import Interval

Occasion: TypeAlias = "Callable[[Observation], object]"

FIGURE = "the figure"
# How messages call the counts of lists, and the fields in which they stand.
COUNTS = {f"the count of '{name}'": name for name in ("exempt", "outstanding", "in_progress")}


def aspects_of(observation: Observation) -> dict[str, Interval]:
    """What two observations of one quantity and date must agree on: figure, N, counts and percentage, as intervals."""
    numbers = {FIGURE: observation.count, "N": observation.base}
    for aspect, name in COUNTS.items():
        listing = observation.listings.get(name)
        numbers[aspect] = listing.number if listing else None
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
        said, before = (self._said_by(observation) for observation in (self.new, self.old))
        who = "the same source" if self.same_source else f"'{self.old.source.id}'"
        message = f"{describe(self.new)} at {self.new.as_of} is {said} here and {before} in {who}"
        location, other = (location_of(self.aspect, observation) for observation in (self.new, self.old))
        sure = self.new.as_of.is_day or self.new.kind is Kind.FLOW
        return Diagnostic(message, location, (self.new, self.old), (other,), None if sure else Level.NOTE)

    def _said_by(self, observation: Observation) -> str:
        return f"{'out of ' if _field_of(self.aspect, observation) == 'of' else ''}{printed(self.aspect, observation)}"


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


def location_of(aspect: str, observation: Observation) -> Location:
    """The location of the field of an observation in which an aspect stands."""
    return field_or_figure(observation, _field_of(aspect, observation))


def printed(aspect: str, observation: Observation) -> str:
    """What the source prints in the field in which an aspect stands."""
    stated = {name: listing.stated for name, listing in observation.listings.items()}
    figure = {"value": observation.figure, "of": observation.of, **stated}[_field_of(aspect, observation)]
    return figure.printed if figure else ""


def _field_of(aspect: str, observation: Observation) -> str:
    if aspect in COUNTS:
        return COUNTS[aspect]
    if aspect == "N" and not (observation.figure and observation.figure.base):
        return "of"
    return "value" if observation.figure else "done"


class Claim(NamedTuple):
    """One mention of a body in a list of an observation: the state that a source gives it."""

    state: State
    mention: Mention
    observation: Observation


def conflicting_claims(observations: Iterable[Observation], occasion: Occasion) -> Iterator[tuple[Claim, Claim]]:
    """The first claim on a body, and each that gives it another state on the same occasion."""
    together: dict[object, list[Observation]] = {}
    for observation in observations:
        if observation.listings:
            together.setdefault(occasion(observation), []).append(observation)
    for group in together.values():
        first: dict[str, Claim] = {}
        for claim in _claims(group) if _is_disputed(group) else ():
            before = first.setdefault(claim.mention.body.id, claim)
            if before.state is not claim.state:
                yield before, claim


def _is_disputed(observations: Iterable[Observation]) -> bool:
    """Whether any body is in lists of two states; said without a value for each mention, of which there may be many."""
    named: dict[State, set[str]] = {}
    for observation in observations:
        for field, listing in observation.listings.items():
            named.setdefault(STATE_OF_LIST[field], set()).update(map(ID, listing.bodies))
    return len(set().union(*named.values())) < sum(map(len, named.values()))


def _claims(observations: Iterable[Observation]) -> Iterator[Claim]:
    for observation in observations:
        for field, listing in observation.listings.items():
            for mention in listing.mentions:
                yield Claim(STATE_OF_LIST[field], mention, observation)


def _conflicting_states_between_sources(context: CheckContext) -> Iterator[Diagnostic]:
    dated = (one for seen in context.first_hand.values() for one in seen if one.as_of.is_day)
    for first, second in conflicting_claims(dated, lambda one: (one.indicator.id, one.breakdown, one.as_of)):
        source = first.observation.source.id
        if source != second.observation.source.id:
            body, date = second.mention.body.name_vi, second.observation.as_of
            message = f"{body} at {date} is {second.state} here and {first.state} in '{source}'"
            about = (second.observation, first.observation)
            yield Diagnostic(message, second.mention.location, about, (first.mention.location,))
