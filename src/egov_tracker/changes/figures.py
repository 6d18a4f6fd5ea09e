"""Two figures: whether they may be subtracted, and by how much they differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.changes.model import FigureChanged, NotComparable, Pair, Unchanged
from egov_tracker.inference.comparability import figure_reasons
from egov_tracker.model.terms import Kind
from egov_tracker.text.numbers import percentage

if TYPE_CHECKING:
    from decimal import Decimal

    from egov_tracker.model.observation import Observation


def compare_figures(pair: Pair) -> FigureChanged | Unchanged | NotComparable:
    """How a figure changed from the old observation to the new one, or why the two cannot be compared."""
    reasons = tuple(figure_reasons(pair.old, pair.new))
    if reasons:
        return NotComparable(pair, reasons)
    delta, points = units_between(pair.old, pair.new), points_between(pair.old, pair.new)
    return FigureChanged(pair, delta, points) if delta or points else Unchanged(pair)


def units_between(old: Observation, new: Observation) -> Decimal | None:
    """New minus old in units; None where a percentage alone is printed, or where the base of a share moved."""
    before, after = (seen.figure.count if seen.figure else None for seen in (old, new))
    if before is None or after is None or _base_moved(old, new):
        return None
    return after.value - before.value


def _base_moved(old: Observation, new: Observation) -> bool:
    same = old.base and new.base and old.base.value == new.base.value
    return old.kind is Kind.SHARE and not same


def points_between(old: Observation, new: Observation) -> Decimal | None:
    """New minus old in percentage points, half up at two decimals; None for ranks and without two percentages."""
    if old.kind is Kind.RANK:
        return None
    one, other = old.figure, new.figure
    if not one or not other or one.rate is None or other.rate is None:
        return None
    if one.count and one.base and other.count and other.base:
        gained = other.count.value * one.base.value - one.count.value * other.base.value
        return percentage(gained, one.base.value * other.base.value)
    return other.rate - one.rate
