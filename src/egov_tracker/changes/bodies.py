"""Two lists, body by body: who moved, and who is merely not named any more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.changes.figures import shared_reasons
from egov_tracker.changes.model import BodiesMoved, Move, NotComparable, Pair, Way
from egov_tracker.changes.reorganisation import is_backwards, members_of, mergers_between
from egov_tracker.inference.body_status import Ground, Standing, State, tally

if TYPE_CHECKING:
    from egov_tracker.model.observation import Observation
    from egov_tracker.model.registry import Registry

SILENT = frozenset({Way.UNKNOWN, Way.SAME})
Standings = dict[str, Standing]


def compare_lists(pair: Pair, registry: Registry) -> BodiesMoved | NotComparable | None:
    """What became of the bodies; None where neither side says anything of any one of them, or how many are left."""
    reasons = tuple(shared_reasons(pair.old, pair.new))
    if reasons:
        return NotComparable(pair, reasons)
    moves = body_moves(pair.old, pair.new, registry)
    delta = _outstanding_delta(pair.old, pair.new)
    told = delta is not None or any(move.way not in SILENT or move.old is not move.new for move in moves)
    return BodiesMoved(pair, moves, delta) if told else None


def body_moves(old: Observation, new: Observation, registry: Registry) -> tuple[Move, ...]:
    """Every body of either side, those named on the new side first, through mergers where there were any."""
    if is_backwards(old, new):
        return tuple(Move(m.body, m.new, m.old, m.new_ground, m.old_ground) for m in body_moves(new, old, registry))
    before, after = _standings(old, registry), _standings(new, registry)
    _carry_over(before, after, old, new, registry)
    return tuple(_move(body, before, after) for body in {**after, **before})


def _standings(observation: Observation, registry: Registry) -> Standings:
    counted = tally(observation, registry)
    return {standing.body.id: standing for standing in counted.standings} if counted else {}


def _carry_over(before: Standings, after: Standings, old: Observation, new: Observation, registry: Registry) -> None:
    """Give a merged body the state on which all its parts agree, and let the parts go."""
    gone: list[str] = []
    for merger in mergers_between(members_of(old, registry), members_of(new, registry), registry):
        parts = [before.get(part.id) for part in merger.parts]
        before[merger.body.id] = _agreed(merger.body.id, parts, before, after)
        gone += [part.id for part in merger.parts if part.id != merger.body.id]
    for name in gone:
        before.pop(name, None)
        after.pop(name, None)


def _agreed(name: str, parts: list[Standing | None], before: Standings, after: Standings) -> Standing:
    body = (after.get(name) or before[name]).body
    states = {part.state if part else State.UNKNOWN for part in parts}
    if len(states) == 1 and (first := parts[0]):
        return Standing(body, first.state, first.ground)
    return Standing(body, State.UNKNOWN, Ground.UNNAMED_REMAIN)


def _move(name: str, before: Standings, after: Standings) -> Move:
    old, new = before.get(name), after.get(name)
    known = new or old
    if known is None:
        raise KeyError(name)
    nothing = Standing(known.body, State.UNKNOWN, Ground.OTHER_UNIVERSE)
    one, other = old or nothing, new or nothing
    return Move(known.body, one.state, other.state, one.ground, other.ground)


def _outstanding_delta(old: Observation, new: Observation) -> int | None:
    """The change of the outstanding, where both sources state how many there are."""
    if not (old.outstanding and old.outstanding.count and new.outstanding and new.outstanding.count):
        return None
    return (new.outstanding.total or 0) - (old.outstanding.total or 0)
