"""How the bodies of a group changed between two dates: merged, renamed, created or dissolved."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, TypeAlias

from egov_tracker.changes.model import Merger, Pair, Reorganised
from egov_tracker.model.terms import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from egov_tracker.model.observation import Observation
    from egov_tracker.model.registry import Body, Registry

Members: TypeAlias = "Mapping[str, Body]"
Step: TypeAlias = "tuple[Body, date, str | None]"


def is_backwards(old: Observation, new: Observation) -> bool:
    """Whether the old observation is of a later date than the new one."""
    return old.membership_date.sort_key > new.membership_date.sort_key


def compare_maps(pair: Pair, registry: Registry) -> Reorganised | None:
    """The reorganisation of a group of bodies between its two observations; None where there was none."""
    old, new = (pair.new, pair.old) if is_backwards(pair.old, pair.new) else (pair.old, pair.new)
    if old.group.id != new.group.id or old.kind is not Kind.ADOPTION:
        return None
    before, after = members_of(old, registry), members_of(new, registry)
    if _are_same(before, after):
        return None
    mergers = tuple(mergers_between(before, after, registry))
    explained = {body.id for merger in mergers for body in (merger.body, *merger.parts)}
    created = tuple(body for name, body in after.items() if name not in before and name not in explained)
    dissolved = tuple(body for name, body in before.items() if name not in after and name not in explained)
    return Reorganised(pair, mergers, created, dissolved)


def members_of(observation: Observation, registry: Registry) -> Members:
    """The registry's bodies of the group at the date of the observation."""
    return registry.members_by_id(observation.group, observation.membership_date)


def _are_same(before: Members, after: Members) -> bool:
    """Whether there are the same bodies on both days: at once where nothing changed in between."""
    return before is after or before.keys() == after.keys()


def mergers_between(before: Members, after: Members, registry: Registry) -> Iterator[Merger]:
    """The mergers by which bodies of the later day were made of bodies of the earlier day, in the order of `after`."""
    if _are_same(before, after):
        return
    ended = [body for name, body in before.items() if name not in after]
    for body in after.values():
        steps = [*_founded(body, before, registry), *_absorbed(body, ended)]
        if not steps:
            continue
        parts = {part.id: part for part, _, _ in steps}
        own = (body,) if body.id in before else ()
        _, when, name = max(steps, key=lambda step: step[1])
        basis = registry.legal_basis.get(name or "")
        dated = "valid_from" not in body.unverified and all(
            "valid_to" not in part.unverified for part in parts.values()
        )
        verified = dated and (basis is None or basis.verified)
        yield Merger(body, (*own, *parts.values()), when, basis, verified)


def _founded(body: Body, before: Members, registry: Registry) -> Iterator[Step]:
    """The bodies of the earlier day of which a new body was made, also by way of bodies in between."""
    if body.id in before:
        return
    for part in _ancestors(body, before, registry):
        yield part, _first_day(body) or _day_after(part), body.basis or part.ended_by


def _ancestors(body: Body, before: Members, registry: Registry) -> Iterator[Body]:
    for name in body.predecessors:
        if name in before:
            yield before[name]
        elif name in registry.by_id:
            yield from _ancestors(registry.by_id[name], before, registry)


def _absorbed(body: Body, ended: Iterable[Body]) -> Iterator[Step]:
    """The bodies that were merged into a body, by its own `absorbed` or by their `successors`."""
    told = {name: absorption for absorption in body.absorbed for name in absorption.bodies}
    for part in ended:
        if absorption := told.get(part.id):
            yield part, absorption.date.first or _day_after(part), absorption.basis
        elif body.id in part.successors and part.id not in body.predecessors:
            yield part, _day_after(part), part.ended_by


def _first_day(body: Body) -> date | None:
    return body.valid_from.first if body.valid_from else None


def _day_after(body: Body) -> date:
    """The day after the last day of a body; `date.max` where it has not ended."""
    last = body.valid_to.last if body.valid_to else None
    return last + timedelta(days=1) if last else date.max
