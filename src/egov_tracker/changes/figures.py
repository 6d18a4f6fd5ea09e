"""Two figures: whether they may be subtracted, and by how much they differ."""

from __future__ import annotations

from egov_tracker.changes.model import FigureChanged, NotComparable, Pair, Unchanged
from egov_tracker.inference.comparability import figure_reasons, points_between, units_between


def compare_figures(pair: Pair) -> FigureChanged | Unchanged | NotComparable:
    """How a figure changed from the old observation to the new one, or why the two cannot be compared."""
    reasons = tuple(figure_reasons(pair.old, pair.new))
    if reasons:
        return NotComparable(pair, reasons)
    delta, points = units_between(pair.old, pair.new), points_between(pair.old, pair.new)
    return FigureChanged(pair, delta, points) if delta or points else Unchanged(pair)
