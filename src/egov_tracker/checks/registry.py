"""Rules on who is named, how many there are, and of which group: REG004, REG006, REG007."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.checks.context import CheckContext, Diagnostic, field_location
from egov_tracker.model.hierarchy import all_parts
from egov_tracker.model.terms import Kind
from egov_tracker.text.dates import parse_as_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from egov_tracker.model.findings import Location
    from egov_tracker.model.groups import Group
    from egov_tracker.model.observation import Listing, Observation


def find_repeated_bodies(context: CheckContext) -> Iterator[Diagnostic]:
    """REG004: one list names the same body twice."""
    for observation in context.observations:
        for field, listing in observation.listings.items():
            if len(listing.mentions) != len(listing.bodies):
                yield from _repetitions(observation, field, listing)


def _repetitions(observation: Observation, field: str, listing: Listing) -> Iterator[Diagnostic]:
    """One diagnostic for each repeated body, at its second mention."""
    locations: dict[str, list[Location]] = {}
    for mention in listing.mentions:
        locations.setdefault(mention.body.id, []).append(mention.location)
    for body in listing.bodies:
        first, *again = locations[body.id]
        if again:
            often = "twice" if len(again) == 1 else f"{len(again) + 1} times"
            message = f"{body.name_vi} is named {often} in '{field}'; it stands in line {first.line} already"
            yield Diagnostic(message, again[0], (observation,), (first,))


def find_population_mismatches(context: CheckContext) -> Iterator[Diagnostic]:
    """REG006: the source's N is not the registry's count at that date."""
    for observation in context.observations:
        base = observation.base
        if not base or not base.exact or observation.kind is not Kind.ADOPTION or not observation.group.kinds:
            continue
        counts = registry_counts(context, observation)
        if counts and base.value not in counts:
            known = " or ".join(str(count) for count in sorted({counts[0], counts[-1]}))
            message = f"N is {base.value}, but the registry has {known} of {observation.group} at {_when(observation)}"
            field = "value" if "value" in observation.locations else "of"
            yield Diagnostic(message, field_location(observation, field), (observation,))


def registry_counts(context: CheckContext, observation: Observation) -> range:
    """How many bodies of the group the registry has at the as-of date; more than one number if that is an interval.

    Of a cohort, as many as the document that picked it out prints; nothing where it prints no number.
    """
    if cohort := observation.group.cohort:
        stated = cohort.count.count if cohort.count else None
        return range(int(stated.value), int(stated.value) + 1) if stated else range(0)
    when = observation.membership_date
    days = [parse_as_of(str(day)) for day in (when.first, when.last) if day] if not when.is_day else []
    counts = [len(context.registry.members(observation.group, date)) for date in (when, *days)]
    return range(min(counts), max(counts) + 1)


def _when(observation: Observation) -> str:
    return str(observation.membership_date)


def find_wrong_groups(context: CheckContext) -> Iterator[Diagnostic]:
    """REG007: the group of an observation is none for which the catalogue says that its indicator is printed.

    Groups that the catalogue names and the registry does not have say nothing.
    """
    groups = context.registry.groups
    for observation in context.observations:
        allowed = [name for name in observation.indicator.groups if name in groups]
        if allowed and not _is_allowed(observation.group, allowed, groups):
            message = f"{observation.indicator.id} is printed for {' or '.join(allowed)}, not for {observation.group}"
            yield Diagnostic(message, field_location(observation, "group"), (observation,))


def _is_allowed(group: Group, allowed: Iterable[str], groups: Mapping[str, Group]) -> bool:
    """Whether a group is one of these; a body or a cohort, whether its kinds of body are in one or in its parts."""
    if not (group.body or group.cohort):
        return group.id in allowed
    parts = {name: one.parts for name, one in groups.items()}
    within = {part for name in allowed for part in (name, *all_parts(name, parts))}
    kinds = frozenset({group.body.kind}) if group.body else group.kinds
    return kinds <= frozenset().union(*(groups[name].kinds for name in within))
