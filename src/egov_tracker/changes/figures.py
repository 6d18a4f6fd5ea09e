"""Two figures: whether they may be subtracted, and by how much they differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.changes.model import FigureChanged, NotComparable, Pair, Reason, Unchanged
from egov_tracker.model.terms import Kind
from egov_tracker.text.numbers import percentage

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from egov_tracker.model.observation import Observation
    from egov_tracker.text.dates import AsOf
    from egov_tracker.text.figures import Figure

SPARE_DAYS = 4


def compare_figures(pair: Pair) -> FigureChanged | Unchanged | NotComparable:
    """How a figure changed from the old observation to the new one, or why the two cannot be compared."""
    reasons = tuple(figure_reasons(pair.old, pair.new))
    if reasons:
        return NotComparable(pair, reasons)
    delta, points = units_between(pair.old, pair.new), points_between(pair.old, pair.new)
    return FigureChanged(pair, delta, points) if delta or points else Unchanged(pair)


def figure_reasons(old: Observation, new: Observation) -> Iterator[Reason]:
    """Why two figures cannot be subtracted, the weightiest reason first; nothing where they can."""
    yield from shared_reasons(old, new)
    if _different_n(old, new):
        yield Reason.DIFFERENT_N
    if _different_interval(old, new):
        yield Reason.DIFFERENT_INTERVAL
    if _other_form(old.figure, new.figure):
        yield Reason.OTHER_FORM
    if _approximate(old) or _approximate(new):
        yield Reason.APPROXIMATE


def shared_reasons(old: Observation, new: Observation) -> Iterator[Reason]:
    """Why neither the figures nor the lists of two observations can be compared; nothing where they can."""
    if old.indicator.id != new.indicator.id:
        yield Reason.BREAK_IN_SERIES
    if (old.group.id, old.breakdown) != (new.group.id, new.breakdown):
        yield Reason.DIFFERENT_UNIVERSE
    if not (old.as_of.first and new.as_of.first):
        yield Reason.UNDATED
    elif _overlap(old.as_of, new.as_of):
        yield Reason.DATES_OVERLAP
    publishers = old.source.entry.reports, new.source.entry.reports
    if all(publishers) and publishers[0] != publishers[1]:
        yield Reason.OTHER_PUBLISHER


def _overlap(one: AsOf, other: AsOf) -> bool:
    """Whether it is not known which of two dates comes first, such as 14 June and June."""
    if one == other or not (one.first and one.last and other.first and other.last):
        return False
    return one.first <= other.last and other.first <= one.last


def _different_n(old: Observation, new: Observation) -> bool:
    """Whether N differs; the base of a share does not count, because it may grow."""
    if old.kind in {Kind.SHARE, Kind.RANK}:
        return False
    return bool(old.base and new.base and old.base.value != new.base.value)


def _different_interval(old: Observation, new: Observation) -> bool:
    """Whether two flows differ in length or one has no known length, or cumulative figures begin on different days."""
    if old.kind is Kind.CUMULATIVE:
        return bool(old.start and new.start and old.start != new.start)
    if old.kind is not Kind.FLOW:
        return False
    lengths = [_days(old), _days(new)]
    return None in lengths or abs((lengths[0] or 0) - (lengths[1] or 0)) > SPARE_DAYS


def _days(observation: Observation) -> int | None:
    start, end = observation.start, observation.as_of
    return (end.last - start.first).days if start and start.first and end.last else None


def _other_form(old: Figure | None, new: Figure | None) -> bool:
    """Whether there is nothing to subtract: a percentage and a count without N, or no figure on one side."""
    if not old or not new:
        return True
    return (old.count is None or new.count is None) and (old.rate is None or new.rate is None)


def _approximate(observation: Observation) -> bool:
    return observation.figure is not None and not observation.figure.exact


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
