"""Compare two lists body by body: whose state changed, and who is only no longer named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.changes.model import BodiesMoved, BodyTransition, NotComparable, Pair, Transition
from egov_tracker.changes.reorganisation import is_backwards, members_of, mergers_between
from egov_tracker.inference.body_status import BodyStatus, Rationale, State, count_bodies
from egov_tracker.inference.comparability import shared_reasons

if TYPE_CHECKING:
    from collections.abc import Sequence

    from egov_tracker.changes.model import Merger
    from egov_tracker.model.observation import Observation
    from egov_tracker.model.registry import Body, Registry

SILENT = frozenset({Transition.UNKNOWN, Transition.SAME})
Statuses = dict[str, BodyStatus]


def compare_lists(pair: Pair, registry: Registry) -> BodiesMoved | NotComparable | None:
    """How the bodies moved, or why the lists cannot be compared; None where neither names or counts any body."""
    reasons = tuple(shared_reasons(pair.old, pair.new))
    if reasons:
        return NotComparable(pair, reasons)
    transitions = body_transitions(pair.old, pair.new, registry)
    delta = _outstanding_delta(pair.old, pair.new)
    told = delta is not None or any(
        transition.kind not in SILENT or transition.old is not transition.new for transition in transitions
    )
    return BodiesMoved(pair, transitions, delta) if told else None


def body_transitions(old: Observation, new: Observation, registry: Registry) -> tuple[BodyTransition, ...]:
    """Every body of either side, those named on the new side first, through mergers where there were any."""
    if is_backwards(old, new):
        return tuple(_mirrored(transition) for transition in body_transitions(new, old, registry))
    before, after = _statuses(old, registry), _statuses(new, registry)
    mergers = [*mergers_between(members_of(old, registry), members_of(new, registry), registry)] if before else []
    parts = {merger.body.id: _parts_of(merger, before) for merger in mergers}
    _carry_over(before, after, mergers, parts)
    return tuple(_body_transition(body, before, after, parts.get(body, ())) for body in {**after, **before})


def _mirrored(transition: BodyTransition) -> BodyTransition:
    one = transition
    return BodyTransition(one.body, one.new, one.old, one.new_rationale, one.old_rationale, one.parts)


def _statuses(observation: Observation, registry: Registry) -> Statuses:
    counted = count_bodies(observation, registry)
    return {status.body.id: status for status in counted.statuses} if counted else {}


def _parts_of(merger: Merger, before: Statuses) -> tuple[BodyStatus, ...]:
    """The state of each part before the merger."""
    return tuple(before.get(part.id) or _nothing_known(part) for part in merger.parts)


def _carry_over(
    before: Statuses, after: Statuses, mergers: Sequence[Merger], parts: dict[str, tuple[BodyStatus, ...]]
) -> None:
    """Give each merged body the state that its parts had, and let the parts go."""
    for merger in mergers:
        before[merger.body.id] = _merged(merger.body, parts[merger.body.id])
    for part in (part for merger in mergers for part in merger.parts if part.id != merger.body.id):
        before.pop(part.id, None)
        after.pop(part.id, None)


def _merged(body: Body, parts: tuple[BodyStatus, ...]) -> BodyStatus:
    """The state on which all parts agree; outstanding where one of them was, since then not all of it was done."""
    outstanding = next((part for part in parts if part.state is State.OUTSTANDING), None)
    if outstanding:
        return BodyStatus(body, State.OUTSTANDING, outstanding.rationale)
    if len({part.state for part in parts}) == 1:
        return BodyStatus(body, parts[0].state, parts[0].rationale)
    return BodyStatus(body, State.UNKNOWN, Rationale.UNNAMED_REMAIN)


def _body_transition(name: str, before: Statuses, after: Statuses, parts: tuple[BodyStatus, ...]) -> BodyTransition:
    old, new = before.get(name), after.get(name)
    known = new or old
    if known is None:
        raise KeyError(name)
    one, other = old or _nothing_known(known.body), new or _nothing_known(known.body)
    return BodyTransition(known.body, one.state, other.state, one.rationale, other.rationale, parts)


def _nothing_known(body: Body) -> BodyStatus:
    return BodyStatus(body, State.UNKNOWN, Rationale.POPULATION_MISMATCH)


def _outstanding_delta(old: Observation, new: Observation) -> int | None:
    """The change of the outstanding, where both sources state how many there are."""
    if not (old.outstanding and old.outstanding.stated and new.outstanding and new.outstanding.stated):
        return None
    return (new.outstanding.total or 0) - (old.outstanding.total or 0)
