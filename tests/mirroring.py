"""Turns a comparison round, and tells one without the places in files, so that two of them can be compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.changes.model import (
    Appeared,
    BodiesMoved,
    Disappeared,
    FigureChanged,
    NotComparable,
    Pair,
    Reorganised,
    Transitions,
    Unchanged,
)
from egov_tracker.inference.body_status import Standing
from egov_tracker.inference.timeline import content

if TYPE_CHECKING:
    from collections.abc import Iterable

    from egov_tracker.changes.model import BodyTransition, Change


def _way_back(one: BodyTransition) -> tuple[Standing, Standing]:
    return Standing(one.new, one.new_rationale), Standing(one.old, one.old_rationale)


def mirrored(change: Change) -> Change:  # noqa: PLR0911 - one line a kind
    """The change as seen from the other side."""
    match change:
        case FigureChanged(pair, delta, points):
            return FigureChanged(turned(pair), None if delta is None else -delta, None if points is None else -points)
        case BodiesMoved(pair, transitions, delta):
            back = Transitions.made_of((m.body for m in transitions), map(_way_back, transitions))
            return BodiesMoved(turned(pair), back, None if delta is None else -delta)
        case Unchanged(pair):
            return Unchanged(turned(pair))
        case NotComparable(pair, reasons):
            return NotComparable(turned(pair), reasons)
        case Reorganised():
            return change._replace(pair=turned(change.pair))
        case Appeared(new):
            return Disappeared(new)
        case Disappeared(old):
            return Appeared(old)
        case _:
            return change


def turned(pair: Pair) -> Pair:
    return Pair(pair.new, pair.old, pair.new_also, pair.old_also)


def told(changes: Iterable[Change]) -> list[str]:
    """Changes as sorted texts that do not say where in a file things stand."""
    return sorted(map(text, changes))


def text(change: Change) -> str:  # noqa: PLR0911 - one line a kind
    match change:
        case FigureChanged(pair, delta, points):
            return f"figure {sides(pair)} {delta} {points}"
        case BodiesMoved(pair, transitions, delta):
            kinds = sorted((m.body.id, m.kind, m.old_rationale, m.new_rationale) for m in transitions)
            return f"bodies {sides(pair)} {kinds} {delta}"
        case Unchanged(pair):
            return f"unchanged {sides(pair)}"
        case NotComparable(pair, reasons):
            return f"barred {sides(pair)} {reasons}"
        case Appeared(new):
            return f"appeared {content(new)}"
        case Disappeared(old):
            return f"disappeared {content(old)}"
        case _:
            return type(change).__name__


def sides(pair: Pair) -> str:
    also = [[content(seen) for seen in seens] for seens in (pair.old_also, pair.new_also)]
    return f"{pair.old.indicator.id} {pair.old.group.id} {content(pair.old)} {content(pair.new)} {also}"
