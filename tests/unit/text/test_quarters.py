"""Quarters: read, written, followed."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egov_tracker.errors import TextError
from egov_tracker.text.quarters import Quarter, parse_quarter, quarter_of, quarters_between

QUARTERS = st.builds(Quarter, st.integers(1990, 2100), st.integers(1, 4))


@pytest.mark.parametrize(
    "text",
    [
        "2016Q2", "2016q2", "2016-Q2", "2016-q2", " 2016Q2\n",
        "quý II/2016", "Quý 2/2016", "QUÝ II / 2016", "quý II năm 2016", "Q2/2016", "Q2 2016", "quy\u0301 II/2016",
        "II/2016", "ii / 2016", "II năm 2016", "quy II/2016", "quy 2 nam 2016", "2016 Q2", "Q2-2016",
        "QII/2016", "2016-QII",
    ],
)  # fmt: skip
def test_a_quarter_is_read_in_every_usual_form(text: str) -> None:
    assert parse_quarter(text) == Quarter(2016, 2)


@pytest.mark.parametrize(
    ("text", "sentence", "meant"),
    [
        ("2016Q5", "there is no quarter 5: 1 to 4", None),
        ("2016Q0", "there is no quarter 0: 1 to 4", None),
        ("quý 7/2016", "there is no quarter 7: 1 to 4", None),
        ("1989Q4", "the year 1989 is outside 1990 to 2100", None),
        ("2101Q1", "the year 2101 is outside 1990 to 2100", None),
        ("Q2 of 2016", 'expected a quarter such as 2016Q2, got "Q2 of 2016"', "2016Q2"),
        ("quý. IV.2016", 'expected a quarter such as 2016Q2, got "quý. IV.2016"', "2016Q4"),
        ("2/2016", 'expected a quarter such as 2016Q2, got "2/2016"', None),
        ("V/2016", 'expected a quarter such as 2016Q2, got "V/2016"', None),
        ("2016Q22", 'expected a quarter such as 2016Q2, got "2016Q22"', None),
        ("Q2 1016", "the year 1016 is outside 1990 to 2100", None),
        ("2016", 'expected a quarter such as 2016Q2, got "2016"', None),
        ("\uff12\uff10\uff11\uff16Q2", 'expected a quarter such as 2016Q2, got "\uff12\uff10\uff11\uff16Q2"', None),
        ("", 'expected a quarter such as 2016Q2, got ""', None),
    ],
)
def test_what_is_no_quarter_is_refused(text: str, sentence: str, meant: str | None) -> None:
    with pytest.raises(TextError) as refusal:
        parse_quarter(text)
    assert (str(refusal.value), refusal.value.meant) == (sentence, meant)


def test_a_year_has_four_quarters() -> None:
    with pytest.raises(TextError, match="no quarter 5"):
        Quarter(2016, 5)


@pytest.mark.parametrize(
    ("quarter", "written", "vi", "en", "first", "last"),
    [
        (Quarter(2016, 1), "2016Q1", "quý I/2016", "Q1 2016", date(2016, 1, 1), date(2016, 3, 31)),
        (Quarter(2016, 2), "2016Q2", "quý II/2016", "Q2 2016", date(2016, 4, 1), date(2016, 6, 30)),
        (Quarter(2016, 3), "2016Q3", "quý III/2016", "Q3 2016", date(2016, 7, 1), date(2016, 9, 30)),
        (Quarter(2016, 4), "2016Q4", "quý IV/2016", "Q4 2016", date(2016, 10, 1), date(2016, 12, 31)),
    ],
)
def test_a_quarter_is_three_months_and_has_its_names(  # noqa: PLR0913, PLR0917
    quarter: Quarter, written: str, vi: str, en: str, first: date, last: date
) -> None:
    assert (str(quarter), quarter.vi, quarter.en) == (written, vi, en)
    assert (quarter.first_day, quarter.last_day) == (first, last)


@given(QUARTERS)
def test_every_written_form_is_read_back(quarter: Quarter) -> None:
    assert {parse_quarter(form) for form in (str(quarter), quarter.vi, quarter.en)} == {quarter}


@given(QUARTERS)
def test_quarters_follow_each_other_without_a_gap(quarter: Quarter) -> None:
    assert quarter.previous < quarter < quarter.next
    assert quarter.next.previous == quarter == quarter.previous.next
    assert (quarter.next.first_day - quarter.last_day).days == 1


def test_a_quarter_has_three_months() -> None:
    assert [quarter_of(date(2016, month, 15)).number for month in range(1, 13)] == [1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4]


@pytest.mark.parametrize(
    ("first", "last", "between"),
    [
        ("2016Q2", "2016Q2", ["2016Q2"]),
        ("2016Q3", "2017Q2", ["2016Q3", "2016Q4", "2017Q1", "2017Q2"]),
        ("2017Q2", "2016Q3", []),
    ],
)
def test_the_quarters_of_a_span_are_all_from_the_first_to_the_last(first: str, last: str, between: list[str]) -> None:
    assert [str(one) for one in quarters_between(parse_quarter(first), parse_quarter(last))] == between


@given(QUARTERS, st.dates(date(1989, 1, 1), date(2101, 12, 31)))
def test_a_day_belongs_to_the_quarter_of_its_month(quarter: Quarter, day: date) -> None:
    assert quarter.contains(day) == (quarter == Quarter(day.year, (day.month - 1) // 3 + 1))


@given(st.text(max_size=30) | st.text("0123456789qQuýivIV/ -", max_size=14))
def test_any_text_is_a_quarter_or_a_text_error(text: str) -> None:
    meant: str | None
    try:
        meant = str(parse_quarter(text))
    except TextError as refusal:
        meant = refusal.meant
    assert meant is None or str(parse_quarter(meant)) == meant
