"""Whether two observations may be compared and why not, and by how much comparable figures differ."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from egov_tracker.model.terms import Kind
from egov_tracker.text.numbers import percentage

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from egov_tracker.model.observation import Observation
    from egov_tracker.text.figures import Figure

SPARE_DAYS = 4


class Reason(StrEnum):
    """Why two observations must not be subtracted from each other."""

    BREAK_IN_SERIES = "break_in_series"
    DIFFERENT_UNIVERSE = "different_universe"
    DIFFERENT_N = "different_n"
    DIFFERENT_INTERVAL = "different_interval"
    OTHER_FORM = "other_form"
    APPROXIMATE = "approximate"
    UNDATED = "undated"
    DATES_OVERLAP = "dates_overlap"
    OTHER_PUBLISHER = "other_publisher"


def figure_reasons(old: Observation, new: Observation) -> Iterator[Reason]:
    """Why two figures cannot be subtracted, in the order of weight; nothing where they can."""
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
    elif old.as_of != new.as_of and old.as_of.overlaps(new.as_of):
        yield Reason.DATES_OVERLAP
    publishers = old.source.entry.reports, new.source.entry.reports
    if all(publishers) and publishers[0] != publishers[1]:
        yield Reason.OTHER_PUBLISHER


def _different_n(old: Observation, new: Observation) -> bool:
    """Whether the sources count out of different wholes; the base of a share is no universe, it grows."""
    if old.kind in {Kind.SHARE, Kind.RANK}:
        return False
    return bool(old.base and new.base and old.base.value != new.base.value)


def _different_interval(old: Observation, new: Observation) -> bool:
    """Whether flows are of unlike length or unknown length, or running totals begin on different days."""
    if old.kind is Kind.CUMULATIVE:
        return bool(old.start and new.start and old.start != new.start)
    if old.kind is not Kind.FLOW:
        return False
    lengths = [_days(old), _days(new)]
    return None in lengths or abs((lengths[0] or 0) - (lengths[1] or 0)) > SPARE_DAYS


def _days(observation: Observation) -> int | None:
    """How many days a flow was counted over: from its beginning, else over the month, quarter or year it is of."""
    end = observation.as_of
    start = observation.start.first if observation.start else None if end.is_day else end.first
    return (end.last - start).days if start and end.last else None


def _other_form(old: Figure | None, new: Figure | None) -> bool:
    """Whether there is nothing to subtract: a percentage against a bare count, or no figure."""
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
