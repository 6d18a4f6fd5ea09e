"""Two figures: whether they may be subtracted, and by how much they differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.changes.model import FigureChanged, NotComparable, Pair, Reason, Unchanged
from egov_tracker.model.terms import Kind
from egov_tracker.text.figures import Count, Percent, Ratio
from egov_tracker.text.numbers import percentage

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from egov_tracker.model.observation import Observation
    from egov_tracker.text.dates import AsOf
    from egov_tracker.text.figures import Figure
    from egov_tracker.text.numbers import Number

SPARE_DAYS = 4


def compare_figures(pair: Pair) -> FigureChanged | Unchanged | NotComparable:
    """What became of a figure; both sides have one, or the reasons say that one has not."""
    reasons = tuple(figure_reasons(pair.old, pair.new))
    if reasons:
        return NotComparable(pair, reasons)
    delta, points = units_between(pair.old, pair.new), points_between(pair.old, pair.new)
    return FigureChanged(pair, delta, points) if delta or points else Unchanged(pair)


def figure_reasons(old: Observation, new: Observation) -> Iterator[Reason]:
    """Why two figures cannot be subtracted, in the order of weight."""
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
    """Why two observations cannot be compared, be it by their figures or by their lists."""
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
    """Whether it cannot be told which date comes first, such as 14 June and June."""
    if one == other or not (one.first and one.last and other.first and other.last):
        return False
    return one.first <= other.last and other.first <= one.last


def _different_n(old: Observation, new: Observation) -> bool:
    """Whether the sources count out of different wholes; the base of a share is no universe, it grows."""
    if old.kind in {Kind.SHARE, Kind.RANK}:
        return False
    match old.figure, new.figure:
        case Ratio(of=of), Ratio(of=of2):
            return of.value != of2.value
        case _:
            return False


def _different_interval(old: Observation, new: Observation) -> bool:
    """Whether flows are of unlike length or unknown length, or running totals begin on different days."""
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
    """Whether there is nothing to subtract: a percentage against a bare count, or no figure."""
    return (_number(old) is None or _number(new) is None) and (_percent_in(old) is None or _percent_in(new) is None)


def _approximate(observation: Observation) -> bool:
    match observation.figure:
        case Ratio(done=number) | Count(number=number) | Percent(percent=number):
            return not number.exact
        case None:
            return False


def _number(figure: Figure | None) -> Number | None:
    match figure:
        case Ratio(done=number) | Count(number=number):
            return number
        case _:
            return None


def _percent_in(figure: Figure | None) -> Decimal | None:
    match figure:
        case Ratio(done=done, of=of):
            return percentage(done.value, of.value)
        case Percent(percent=number) | Count(percent=number) if number:
            return number.value
        case _:
            return None


def units_between(old: Observation, new: Observation) -> Decimal | None:
    """New minus old in units; None where a percentage alone is printed, or where the base of a share moved."""
    one, other = _number(old.figure), _number(new.figure)
    if one is None or other is None or _base_moved(old, new):
        return None
    return other.value - one.value


def _base_moved(old: Observation, new: Observation) -> bool:
    match old.figure, new.figure:
        case Ratio(of=of), Ratio(of=of2):
            return old.kind is Kind.SHARE and of.value != of2.value
        case _:
            return old.kind is Kind.SHARE


def points_between(old: Observation, new: Observation) -> Decimal | None:
    """New minus old in percentage points, half up at two decimals; None for ranks and without two percentages."""
    if old.kind is Kind.RANK:
        return None
    match old.figure, new.figure:
        case Ratio(done=done, of=of), Ratio(done=done2, of=of2):
            return percentage(done2.value * of.value - done.value * of2.value, of.value * of2.value)
        case one, other:
            before, after = _percent_in(one), _percent_in(other)
            return None if before is None or after is None else after - before
