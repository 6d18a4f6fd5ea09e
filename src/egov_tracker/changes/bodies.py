"""Compare two lists body by body: whose state changed, and who is only no longer named."""

from __future__ import annotations

from itertools import repeat
from typing import TYPE_CHECKING

from egov_tracker.changes.model import BodiesMoved, NotComparable, Pair, Transition, Transitions
from egov_tracker.changes.reorganisation import is_backwards, members_of, mergers_between
from egov_tracker.inference.body_status import BodyStatus, Rationale, Standing, State, judge_bodies
from egov_tracker.inference.comparability import shared_reasons

if TYPE_CHECKING:
    from collections.abc import Sequence

    from egov_tracker.changes.model import Merger
    from egov_tracker.inference.body_status import Standings
    from egov_tracker.model.observation import Observation
    from egov_tracker.model.registry import Registry

NOTHING_KNOWN = Standing(State.UNKNOWN, Rationale.POPULATION_MISMATCH)


def compare_lists(pair: Pair, registry: Registry) -> BodiesMoved | NotComparable | None:
    """How the bodies moved, or why the lists cannot be compared; None where neither names or counts any body."""
    reasons = tuple(shared_reasons(pair.old, pair.new))
    if reasons:
        return NotComparable(pair, reasons)
    transitions = body_transitions(pair.old, pair.new, registry)
    delta = _outstanding_delta(pair.old, pair.new)
    told = delta is not None or transitions.moved or bool(transitions.of(Transition.STILL_OUTSTANDING))
    return BodiesMoved(pair, transitions, delta) if told else None


def body_transitions(old: Observation, new: Observation, registry: Registry) -> Transitions:
    """How the bodies of either side moved, those named on the new side first, through mergers where there were any."""
    if is_backwards(old, new):
        return body_transitions(new, old, registry).turned
    before, after = judge_bodies(old, registry) or {}, judge_bodies(new, registry) or {}
    mergers = [*mergers_between(members_of(old, registry), members_of(new, registry), registry)] if before else []
    parts = {merger.body.id: _parts_of(merger, before) for merger in mergers}
    _carry_over(before, after, mergers, parts)
    names = {**after, **before}
    ways = zip(*(map(side.get, names, repeat(NOTHING_KNOWN)) for side in (before, after)), strict=True)
    return Transitions.made_of(map(registry.by_id.__getitem__, names), ways, parts)


def _parts_of(merger: Merger, before: Standings) -> tuple[BodyStatus, ...]:
    """The state of each part before the merger."""
    return tuple(BodyStatus(part, *before.get(part.id, NOTHING_KNOWN)) for part in merger.parts)


def _carry_over(
    before: Standings, after: Standings, mergers: Sequence[Merger], parts: dict[str, tuple[BodyStatus, ...]]
) -> None:
    """Give each merged body the state that its parts had, and let the parts go."""
    for merger in mergers:
        before[merger.body.id] = _merged(parts[merger.body.id])
    for part in (part for merger in mergers for part in merger.parts if part.id != merger.body.id):
        before.pop(part.id, None)
        after.pop(part.id, None)


def _merged(parts: tuple[BodyStatus, ...]) -> Standing:
    """The state on which all parts agree; outstanding where one of them was, since then not all of it was done."""
    outstanding = next((part for part in parts if part.state is State.OUTSTANDING), None)
    if outstanding:
        return Standing(State.OUTSTANDING, outstanding.rationale)
    if len({part.state for part in parts}) == 1:
        return Standing(parts[0].state, parts[0].rationale)
    return Standing(State.UNKNOWN, Rationale.UNNAMED_REMAIN)


def _outstanding_delta(old: Observation, new: Observation) -> int | None:
    """The change of the outstanding, where both sources state how many there are."""
    if not (old.outstanding and old.outstanding.stated and new.outstanding and new.outstanding.stated):
        return None
    return (new.outstanding.total or 0) - (old.outstanding.total or 0)
