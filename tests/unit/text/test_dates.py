"""Dates of any precision: read, written, ordered."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egov_tracker.errors import TextError
from egov_tracker.text.dates import AsOf, Precision, format_long_vi, months_before, parse_as_of

DAYS = st.dates(date(1990, 1, 1), date(2100, 12, 31))
DAY, MONTH, QUARTER, YEAR = Precision.DAY, Precision.MONTH, Precision.QUARTER, Precision.YEAR


@pytest.mark.parametrize(
    ("text", "precision", "first", "last", "vi", "en"),
    [
        ("2016-06-30", DAY, date(2016, 6, 30), date(2016, 6, 30), "30/6/2016", "30 June 2016"),
        ("2016-03-04", DAY, date(2016, 3, 4), date(2016, 3, 4), "04/3/2016", "4 March 2016"),
        ("2025-02-18", DAY, date(2025, 2, 18), date(2025, 2, 18), "18/02/2025", "18 February 2025"),
        ("2016-01-01", DAY, date(2016, 1, 1), date(2016, 1, 1), "01/01/2016", "1 January 2016"),
        ("2016-02-29", DAY, date(2016, 2, 29), date(2016, 2, 29), "29/02/2016", "29 February 2016"),
        ("2016-09", MONTH, date(2016, 9, 1), date(2016, 9, 30), "tháng 9/2016", "September 2016"),
        ("2016-02", MONTH, date(2016, 2, 1), date(2016, 2, 29), "tháng 02/2016", "February 2016"),
        ("2016-12", MONTH, date(2016, 12, 1), date(2016, 12, 31), "tháng 12/2016", "December 2016"),
        ("2016Q3", QUARTER, date(2016, 7, 1), date(2016, 9, 30), "quý III/2016", "Q3 2016"),
        ("2016", YEAR, date(2016, 1, 1), date(2016, 12, 31), "năm 2016", "2016"),
        ("unknown", Precision.UNKNOWN, None, None, "không rõ ngày", "date unknown"),
    ],
)
def test_a_date_is_read_and_written_at_its_own_precision(  # noqa: PLR0913, PLR0917
    text: str, precision: Precision, first: date | None, last: date | None, vi: str, en: str
) -> None:
    as_of = parse_as_of(text)
    assert as_of == AsOf(precision, first, last)
    assert (str(as_of), as_of.vi, as_of.en) == (text, vi, en)
    assert as_of.is_day is (precision is DAY)


@pytest.mark.parametrize(("text", "written"), [(" 2016-06-30\n", "2016-06-30"), ("2016-q3", "2016Q3")])
def test_blanks_around_and_the_spelling_of_a_quarter_do_not_matter(text: str, written: str) -> None:
    assert str(parse_as_of(text)) == written


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("30/6/2016", "2016-06-30"),
        ("30-06-2016", "2016-06-30"),
        ("30.6.2016", "2016-06-30"),
        ("2016-6-30", "2016-06-30"),
        ("2016/06/30", "2016-06-30"),
        ("ngày 30 tháng 6 năm 2016", "2016-06-30"),
        ("9/2016", "2016-09"),
        ("2016-9", "2016-09"),
        ("tháng 9/2016", "2016-09"),
        ("Tháng 9 năm 2016", "2016-09"),
        ("quý II/2016", "2016Q2"),
        ("Q2 2016", "2016Q2"),
        ("năm 2016", "2016"),
        ("Unknown", "unknown"),
        ("không rõ", "unknown"),
        ("6/30/2016", None),
        ("31/6/2016", None),
        ("30/6/16", None),
        ("20160630", None),
        ("2016-06-30T00:00", None),
        ("2016-", None),
        ("\uff12\uff10\uff11\uff16", None),
        ("1467244800", None),
        ("", None),
    ],
)
def test_another_spelling_is_refused_with_the_right_one(text: str, meant: str | None) -> None:
    with pytest.raises(TextError, match="expected a date such as") as refusal:
        parse_as_of(text)
    assert refusal.value.meant == meant


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("2016-06-31", "there is no day 31 in June 2016: 1 to 30"),
        ("2015-02-29", "there is no day 29 in February 2015: 1 to 28"),
        ("2016-06-00", "there is no day 0 in June 2016: 1 to 30"),
        ("2016-13", "there is no month 13: 1 to 12"),
        ("2016-00-10", "there is no month 0: 1 to 12"),
        ("2016Q5", "there is no quarter 5: 1 to 4"),
        ("1989-12-31", "the year 1989 is outside 1990 to 2100"),
        ("2101", "the year 2101 is outside 1990 to 2100"),
        ("0000", "the year 0 is outside 1990 to 2100"),
    ],
)
def test_a_date_that_no_calendar_has_is_refused_with_the_reason(text: str, sentence: str) -> None:
    with pytest.raises(TextError) as refusal:
        parse_as_of(text)
    assert (str(refusal.value), refusal.value.meant) == (sentence, None)


def test_dates_sort_by_their_last_day_the_vaguer_first_and_the_unknown_before_all() -> None:
    written = ["unknown", "2015-12-31", "2016-06-29", "2016Q2", "2016-06", "2016-06-30", "2016", "2016-12-31", "2017"]
    shuffled = sorted(written)
    assert sorted(shuffled, key=lambda text: parse_as_of(text).sort_key) == written


@pytest.mark.parametrize(
    ("day", "written"),
    [
        (date(2016, 3, 4), "ngày 04 tháng 3 năm 2016"),
        (date(2025, 2, 18), "ngày 18 tháng 02 năm 2025"),
        (date(2016, 1, 10), "ngày 10 tháng 01 năm 2016"),
        (date(2016, 10, 9), "ngày 09 tháng 10 năm 2016"),
    ],
)
def test_the_head_of_a_letter_has_zeros_before_small_days_and_the_first_two_months(day: date, written: str) -> None:
    assert format_long_vi(day) == written


@pytest.mark.parametrize(
    ("day", "months", "before"),
    [
        (date(2016, 6, 15), 1, date(2016, 5, 15)),
        (date(2016, 3, 31), 1, date(2016, 2, 29)),
        (date(2017, 3, 31), 13, date(2016, 2, 29)),
        (date(2016, 1, 31), 1, date(2015, 12, 31)),
        (date(2016, 12, 31), 6, date(2016, 6, 30)),
        (date(2016, 2, 29), 12, date(2015, 2, 28)),
        (date(2016, 6, 1), 24, date(2014, 6, 1)),
    ],
)
def test_months_earlier_is_the_same_day_or_the_last_of_a_shorter_month(day: date, months: int, before: date) -> None:
    assert months_before(day, months) == before


@pytest.mark.parametrize(
    ("one", "other", "before", "overlaps"),
    [
        ("2016-06-14", "2016-06-15", True, False),
        ("2016-06-14", "2016-06-14", False, True),
        ("2016-06-14", "2016-06", False, True),
        ("2016-06", "2016Q2", False, True),
        ("2016-05", "2016-06", True, False),
        ("2016-06", "2016-05", False, False),
        ("unknown", "2016-06", False, False),
        ("2016-06", "unknown", False, False),
        ("unknown", "unknown", False, False),
    ],
)
def test_a_date_is_before_another_if_all_its_days_are(one: str, other: str, *, before: bool, overlaps: bool) -> None:
    first, second = parse_as_of(one), parse_as_of(other)
    assert (first.is_before(second), first.overlaps(second), second.overlaps(first)) == (before, overlaps, overlaps)


@given(DAYS)
def test_every_day_is_read_back(day: date) -> None:
    as_of = parse_as_of(day.isoformat())
    assert (as_of, str(as_of)) == (AsOf(DAY, day, day), day.isoformat())


@given(DAYS)
def test_the_vietnamese_forms_of_a_day_are_understood_as_that_day(day: date) -> None:
    for text in (parse_as_of(day.isoformat()).vi, format_long_vi(day)):
        with pytest.raises(TextError) as refusal:
            parse_as_of(text)
        assert refusal.value.meant == day.isoformat()


@given(st.text(max_size=30) | st.text("0123456789qQ-/ .", max_size=12))
def test_any_text_is_a_date_or_a_text_error(text: str) -> None:
    meant: str | None
    try:
        meant = str(parse_as_of(text))
    except TextError as refusal:
        meant = refusal.meant
    assert meant is None or str(parse_as_of(meant)) == meant
