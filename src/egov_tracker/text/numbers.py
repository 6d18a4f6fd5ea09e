"""Numbers as Vietnamese reports print them: a dot between thousands, a comma before decimals, words such as "gần"."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

from egov_tracker.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable


class Qualifier(StrEnum):
    """A word before a figure that makes it approximate; the value is the word as printed, in lower case."""

    NEARLY = "gần"
    MORE_THAN = "hơn"
    OVER = "trên"
    ABOUT = "khoảng"
    NOT_YET = "chưa đến"
    BELOW = "dưới"
    AT_LEAST = "tối thiểu"
    NO_LESS_THAN = "ít nhất"
    AT_MOST = "tối đa"
    NO_MORE_THAN = "không quá"

    def interval(self, value: Decimal, step: Decimal) -> tuple[Decimal | None, Decimal | None]:
        """Give the bounds between which a true value may lie when `value` is printed with this word.

        `step` is the unit of the last printed digit. None is an open end, and both bounds are excluded:

        - gần: less than the value, by at most 10 % or one step;
        - hơn, trên: more than the value, by at most 10 % or one step; below a hundred steps, where people say
          only the tens, up to the next round number but no more than 20 %;
        - khoảng: 5 % to either side, or one unit of the last digit that is not zero but no more than 20 %;
        - chưa đến, dưới: less than the value;
        - tối thiểu, ít nhất: the value or more; tối đa, không quá: the value or less.

        A bound that is allowed itself is moved outward by half a step, because both bounds are excluded.
        """
        half = step / 2
        match self:
            case Qualifier.NEARLY:
                return value - max(value / 10, step) - half, value
            case Qualifier.MORE_THAN | Qualifier.OVER:
                return value, value + _reach_above(value, step) + half
            case Qualifier.ABOUT:
                reach = max(value / 20, _round_unit(value), half)
                return value - reach, value + reach
            case Qualifier.NOT_YET | Qualifier.BELOW:
                return None, value
            case Qualifier.AT_LEAST | Qualifier.NO_LESS_THAN:
                return value - half, None
            case Qualifier.AT_MOST | Qualifier.NO_MORE_THAN:
                return None, value + half


def _reach_above(value: Decimal, step: Decimal) -> Decimal:
    reach = max(value / 10, step)
    return max(reach, _round_unit(value)) if value < 100 * step else reach


def _round_unit(value: Decimal) -> Decimal:
    """Give the unit of the last digit that is not zero, but at most a fifth of the value."""
    unit = Decimal((0, (1,), int(value.normalize().as_tuple().exponent)))
    return min(unit, value / 5)


class Interval(NamedTuple):
    """Where a true value may lie: one exact number, or between two bounds that are excluded; None means unbounded."""

    low: Decimal | None
    high: Decimal | None
    exact: bool = False

    def surely_below(self, other: Interval) -> bool:
        """Whether every value of this one is less than every value of the other."""
        if self.high is None or other.low is None:
            return False
        return self.high < other.low or (self.high == other.low and not (self.exact and other.exact))

    def agrees_with(self, other: Interval) -> bool:
        """Whether both may be the same true value."""
        return not self.surely_below(other) and not other.surely_below(self)


def exactly(value: Decimal | int) -> Interval:
    """The interval of a number that is known precisely."""
    return Interval(Decimal(value), Decimal(value), exact=True)


def add_intervals(intervals: Iterable[Interval]) -> Interval:
    """The interval in which the sum of these values lies."""
    parts = tuple(intervals)
    lows, highs = [part.low for part in parts], [part.high for part in parts]
    low = None if None in lows else sum((low for low in lows if low is not None), Decimal(0))
    high = None if None in highs else sum((high for high in highs if high is not None), Decimal(0))
    return Interval(low, high, exact=all(part.exact for part in parts))


class Number(NamedTuple):
    """A printed number: `step` is the unit of its last printed digit, 100000 in "12,7 triệu"."""

    value: Decimal
    step: Decimal
    qualifier: Qualifier | None = None

    @property
    def exact(self) -> bool:
        """Whether the number is exact: without a word such as "gần" and without a scale such as "triệu"."""
        return self.qualifier is None and self.step <= 1

    @property
    def interval(self) -> Interval:
        """Where the true count may lie: as a word such as "gần" says; digits before "triệu" may be rounded or cut."""
        if self.qualifier:
            return Interval(*self.qualifier.interval(self.value, self.step))
        return exactly(self.value) if self.exact else self._rounded

    @property
    def interval_of_percentage(self) -> Interval:
        """Where the true percentage may lie: its last printed digit may be rounded or cut."""
        return Interval(*self.qualifier.interval(self.value, self.step)) if self.qualifier else self._rounded

    @property
    def _rounded(self) -> Interval:
        return Interval(self.value - self.step, self.value + self.step)


_SWAPPED = str.maketrans(".,", ",.")


def percentage(done: Decimal | int, of: Decimal | int, decimals: int = 2) -> Decimal:
    """Give 100 × done / of, rounded half up (away from zero) at `decimals`.

    `of` is above 0; ZeroDivisionError where it is 0.
    """
    (over, under), (group, parts) = Decimal(done).as_integer_ratio(), Decimal(of).as_integer_ratio()
    return _half_up(100 * over * parts, under * group, decimals)


def format_number(value: Decimal | int, decimals: int | None = None) -> str:
    """Write a number the Vietnamese way, 109.644 or 36,95, rounded half up if `decimals` are asked for."""
    return format_number_en(value, decimals).translate(_SWAPPED)


def format_number_en(value: Decimal | int, decimals: int | None = None) -> str:
    """Write a number the English way, 109,644 or 36.95, rounded half up if `decimals` are asked for."""
    exact = Decimal(value)
    rounded = exact if decimals is None else _half_up(*exact.as_integer_ratio(), decimals)
    return f"{rounded or abs(rounded):,f}"


def _half_up(over: int, under: int, decimals: int) -> Decimal:
    sign = "-" if over < 0 else ""
    rounded = (2 * abs(over) * 10**decimals + under) // (2 * under)
    return Decimal(f"{sign}{rounded}E-{decimals}")
