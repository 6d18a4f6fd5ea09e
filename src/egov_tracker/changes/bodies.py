"""Compare two lists body by body: whose state changed, and who is only no longer named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.changes.figures import shared_reasons
from egov_tracker.changes.model import BodiesMoved, BodyTransition, NotComparable, Pair, Transition
from egov_tracker.changes.reorganisation import is_backwards, members_of, mergers_between
from egov_tracker.inference.body_status import BodyStatus, Rationale, State, count_bodies

if TYPE_CHECKING:
    from egov_tracker.model.observation import Observation
    from egov_tracker.model.registry import Registry

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
        return tuple(
            BodyTransition(m.body, m.new, m.old, m.new_rationale, m.old_rationale)
            for m in body_transitions(new, old, registry)
        )
    before, after = _statuses(old, registry), _statuses(new, registry)
    _carry_over(before, after, old, new, registry)
    return tuple(_body_transition(body, before, after) for body in {**after, **before})


def _statuses(observation: Observation, registry: Registry) -> Statuses:
    counted = count_bodies(observation, registry)
    return {status.body.id: status for status in counted.statuses} if counted else {}


def _carry_over(before: Statuses, after: Statuses, old: Observation, new: Observation, registry: Registry) -> None:
    """Replace the parts of a merged body by the body, with the state that all its parts have, else unknown."""
    gone: list[str] = []
    for merger in mergers_between(members_of(old, registry), members_of(new, registry), registry):
        parts = [before.get(part.id) for part in merger.parts]
        before[merger.body.id] = _agreed(merger.body.id, parts, before, after)
        gone += [part.id for part in merger.parts if part.id != merger.body.id]
    for name in gone:
        before.pop(name, None)
        after.pop(name, None)


def _agreed(name: str, parts: list[BodyStatus | None], before: Statuses, after: Statuses) -> BodyStatus:
    body = (after.get(name) or before[name]).body
    states = {part.state if part else State.UNKNOWN for part in parts}
    if len(states) == 1 and (first := parts[0]):
        return BodyStatus(body, first.state, first.rationale)
    return BodyStatus(body, State.UNKNOWN, Rationale.UNNAMED_REMAIN)


def _body_transition(name: str, before: Statuses, after: Statuses) -> BodyTransition:
    old, new = before.get(name), after.get(name)
    known = new or old
    if known is None:
        raise KeyError(name)
    nothing = BodyStatus(known.body, State.UNKNOWN, Rationale.POPULATION_MISMATCH)
    one, other = old or nothing, new or nothing
    return BodyTransition(known.body, one.state, other.state, one.rationale, other.rationale)


def _outstanding_delta(old: Observation, new: Observation) -> int | None:
    """The change of the outstanding, where both sources state how many there are."""
    if not (old.outstanding and old.outstanding.stated and new.outstanding and new.outstanding.stated):
        return None
    return (new.outstanding.total or 0) - (old.outstanding.total or 0)
