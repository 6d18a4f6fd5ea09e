"""Between which bounds a printed number may lie, and when two of them cannot both be true."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from egov_tracker.text.figures import Count, Percent, Ratio

if TYPE_CHECKING:
    from collections.abc import Iterable

    from egov_tracker.model.observation import Observation
    from egov_tracker.text.numbers import Number


class Range(NamedTuple):
    """Where a true value may lie: one exact number, or the open interval between two bounds; None is no bound."""

    low: Decimal | None
    high: Decimal | None
    exact: bool = False

    def surely_below(self, other: Range) -> bool:
        """Whether every value of this one is less than every value of the other."""
        if self.high is None or other.low is None:
            return False
        return self.high < other.low or (self.high == other.low and not (self.exact and other.exact))

    def agrees_with(self, other: Range) -> bool:
        """Whether both may be the same true value."""
        return not self.surely_below(other) and not other.surely_below(self)


def exactly(value: Decimal | int) -> Range:
    """The range of a number that is known precisely."""
    return Range(Decimal(value), Decimal(value), exact=True)


def range_of(number: Number) -> Range:
    """The range of a count: a word of doubt gives an interval, a scale word allows rounding and cutting."""
    if number.qualifier:
        return Range(*number.qualifier.interval(number.value, number.step))
    return exactly(number.value) if number.exact else _rounded(number)


def range_of_percent(number: Number) -> Range:
    """The range of a percentage: its last printed digit may be rounded or cut."""
    return Range(*number.qualifier.interval(number.value, number.step)) if number.qualifier else _rounded(number)


def _rounded(number: Number) -> Range:
    return Range(number.value - number.step, number.value + number.step)


def total(ranges: Iterable[Range]) -> Range:
    """The range of a sum."""
    parts = tuple(ranges)
    lows, highs = [part.low for part in parts], [part.high for part in parts]
    low = None if None in lows else sum((low for low in lows if low is not None), Decimal(0))
    high = None if None in highs else sum((high for high in highs if high is not None), Decimal(0))
    return Range(low, high, exact=all(part.exact for part in parts))


def number_of(observation: Observation) -> Number | None:
    """The printed count, or the count of those who are done; None where only a percentage or nothing is printed."""
    match observation.figure:
        case Ratio(done=number) | Count(number=number):
            return number
        case Percent():
            return None
        case None:
            return observation.done.count.number if observation.done and observation.done.count else None


def base_of(observation: Observation) -> Number | None:
    """The printed N."""
    return observation.figure.of if isinstance(observation.figure, Ratio) else None


def percent_of(observation: Observation) -> Range | None:
    """The percentage, as printed or else recomputed from an exact ratio."""
    match observation.figure:
        case Percent(percent=number) | Ratio(percent=number) | Count(percent=number) if number:
            return range_of_percent(number)
        case Ratio(done=done, of=of) if done.exact and of.exact:
            return exactly(100 * done.value / of.value)
        case _:
            return None


def aspects_of(observation: Observation) -> dict[str, Range]:
    """Everything about an observation that another of the same quantity and date must agree with."""
    numbers = {"the figure": number_of(observation), "N": base_of(observation)}
    for name in ("exempt", "outstanding", "in_progress"):
        listing = observation.listings.get(name)
        numbers[f"the count of '{name}'"] = listing.count.number if listing and listing.count else None
    ranges = {name: range_of(number) for name, number in numbers.items() if number}
    percent = percent_of(observation)
    return {**ranges, "the percentage": percent} if percent else ranges
