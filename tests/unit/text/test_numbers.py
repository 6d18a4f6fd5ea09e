"""How numbers are written, how shares are rounded, and what a word of doubt leaves open."""

from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from egov_tracker.text.numbers import (
    Interval,
    Number,
    Qualifier,
    add_intervals,
    exactly,
    format_number,
    format_number_en,
    percentage,
)


@pytest.mark.parametrize(
    ("done", "of", "decimals", "share"),
    [
        (583, 1578, 2, "36.95"),
        (44, 71, 1, "62.0"),
        (1, 8, 1, "12.5"),
        (1, 8, 0, "13"),
        (1, 3, 2, "33.33"),
        (2, 3, 2, "66.67"),
        (0, 30, 2, "0.00"),
        (31, 30, 2, "103.33"),
        (Decimal("0.005"), 100, 2, "0.01"),
        (-1, 8, 0, "-13"),
        (0, 8, 0, "0"),
        (1, 199, 0, "1"),
        (1, 201, 0, "0"),
        (1, Decimal("2.5"), 2, "40.00"),
        (Decimal("1.5"), Decimal("2.5"), 2, "60.00"),
        (10**18, 3, 2, "33333333333333333333.33"),
        (2 * 10**40 + 1, 4 * 10**42, 0, "1"),
        (2 * 10**40 - 1, 4 * 10**42, 0, "0"),
    ],
)
def test_a_share_is_rounded_half_up_once(done: Decimal | int, of: int, decimals: int, share: str) -> None:
    assert str(percentage(done, of, decimals)) == share


def test_a_share_has_two_decimals_where_nothing_else_is_asked_for() -> None:
    assert str(percentage(1, 8)) == "12.50"


def test_nothing_is_a_share_of_nothing() -> None:
    with pytest.raises(ZeroDivisionError):
        percentage(1, 0)


@pytest.mark.parametrize(
    ("value", "decimals", "vietnamese", "english"),
    [
        (109644, None, "109.644", "109,644"),
        (0, None, "0", "0"),
        (999, None, "999", "999"),
        (1000, None, "1.000", "1,000"),
        (-1500, None, "-1.500", "-1,500"),
        (Decimal("36.95"), None, "36,95", "36.95"),
        (Decimal("36.50"), None, "36,50", "36.50"),
        (Decimal("36.9455"), 2, "36,95", "36.95"),
        (Decimal("0.125"), 2, "0,13", "0.13"),
        (Decimal("-0.125"), 2, "-0,13", "-0.13"),
        (Decimal("-0.001"), 2, "0,00", "0.00"),
        (5, 2, "5,00", "5.00"),
        (Decimal("1E+6"), None, "1.000.000", "1,000,000"),
        (Decimal("1E-7"), None, "0,0000001", "0.0000001"),
        (10**30, 1, f"1{'.000' * 10},0", f"1{',000' * 10}.0"),
    ],
)
def test_numbers_are_written_as_each_language_does(
    value: Decimal | int, decimals: int | None, vietnamese: str, english: str
) -> None:
    assert format_number(value, decimals) == vietnamese
    assert format_number_en(value, decimals) == english


@given(st.sampled_from(Qualifier), st.integers(1, 10**18 - 1), st.sampled_from([1, 1000, 10**6]))
def test_every_interval_touches_the_printed_value(word: Qualifier, count: int, scale: int) -> None:
    value = Decimal(count * scale)
    low, high = word.interval(value, Decimal(scale))
    assume(low is not None or high is not None)
    assert low is None or low <= value
    assert high is None or value <= high
    assert low is None or high is None or low < high


@pytest.mark.parametrize(
    ("word", "value", "low", "high"),
    [
        # Each bound is excluded: 900 is "gần 1000", 899 is not
        ("gần", 1000, "899.5", "1000"),
        ("gần", 7, "5.5", "7"),
        ("hơn", 1000, "1000", "1100.5"),
        ("hơn", 99, "99", "109.4"),
        ("hơn", 100, "100", "110.5"),  # from a hundred on people say more than the tens
        ("hơn", 90, "90", "100.5"),
        ("hơn", 45, "45", "50"),
        ("hơn", 40, "40", "48.5"),  # the next ten is more than 20 % away
        ("hơn", 7, "7", "8.5"),
        ("khoảng", 1000, "800", "1200"),
        ("khoảng", 140000, "130000", "150000"),
        ("khoảng", 45, "42.75", "47.25"),
        ("khoảng", 7, "6", "8"),
        ("dưới", 45, None, "45"),
        ("tối thiểu", 45, "44.5", None),
        ("tối đa", 45, None, "45.5"),
    ],
)
def test_a_word_of_doubt_leaves_an_interval(word: str, value: int, low: str | None, high: str | None) -> None:
    assert Qualifier(word).interval(Decimal(value), Decimal(1)) == (low and Decimal(low), high and Decimal(high))


@pytest.mark.parametrize(
    ("one", "other"), [("hơn", "trên"), ("chưa đến", "dưới"), ("tối thiểu", "ít nhất"), ("tối đa", "không quá")]
)
def test_words_of_one_meaning_leave_the_same_interval(one: str, other: str) -> None:
    value, step = Decimal(4500), Decimal(100)
    assert Qualifier(one).interval(value, step) == Qualifier(other).interval(value, step)


@pytest.mark.parametrize(
    ("number", "count", "percentage"),
    [
        (Number(Decimal(5), Decimal(1)), (5, 5, True), (4, 6, False)),
        (
            Number(Decimal("36.9"), Decimal("0.1")),
            (Decimal("36.9"), Decimal("36.9"), True),
            (Decimal("36.8"), 37, False),
        ),
        (Number(Decimal(5000), Decimal(1000)), (4000, 6000, False), (4000, 6000, False)),
        (Number(Decimal(7), Decimal(1), Qualifier.BELOW), (None, 7, False), (None, 7, False)),
        (Number(Decimal(10), Decimal(10)), (0, 20, False), (0, 20, False)),
    ],
)
def test_a_printed_number_leaves_open_what_may_be_rounded_or_cut(
    number: Number, count: tuple[object, ...], percentage: tuple[object, ...]
) -> None:
    assert (number.interval, number.interval_of_percentage) == (count, percentage)


def between(low: int | None, high: int | None) -> Interval:
    """An interval that does not hold its bounds."""
    return Interval(None if low is None else Decimal(low), None if high is None else Decimal(high))


@pytest.mark.parametrize(
    ("one", "other", "below"),
    [
        (exactly(5), exactly(6), True),
        (exactly(5), exactly(5), False),
        (exactly(5), between(5, 6), True),
        (between(4, 5), exactly(5), True),
        (between(4, 5), between(5, 6), True),
        (between(3, 6), between(5, 7), False),
        (between(None, 5), exactly(6), True),
        (exactly(5), between(6, None), True),
        (between(5, None), exactly(6), False),
        (exactly(5), between(None, 6), False),
        (between(None, None), between(None, None), False),
    ],
)
def test_a_value_is_below_another_only_where_every_reading_says_so(
    one: Interval, other: Interval, *, below: bool
) -> None:
    assert one.surely_below(other) is below
    assert not other.surely_below(one)
    assert one.agrees_with(other) is other.agrees_with(one) is not below


@pytest.mark.parametrize(
    ("parts", "total"),
    [
        ([], exactly(0)),
        ([exactly(5), exactly(6)], exactly(11)),
        ([exactly(5), between(1, 2)], between(6, 7)),
        ([between(None, 5), between(1, 2)], between(None, 7)),
        ([between(5, None), exactly(1)], between(6, None)),
        ([between(None, None), exactly(1)], between(None, None)),
    ],
)
def test_a_sum_lies_between_the_sums_of_the_bounds(parts: list[Interval], total: Interval) -> None:
    assert add_intervals(parts) == total
