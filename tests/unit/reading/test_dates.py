from __future__ import annotations

import pytest

from egov_tracker.reading.dates import find_dates
from egov_tracker.text.dates import parse_as_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("tính đến hết ngày 28/6/2016", [("2016-06-28", "as_of")]),
        ("Đến hết ngày 01 tháng 3 năm 2016", [("2016-03-01", "as_of")]),
        ("đến hết quý II/2016", [("2016-06-30", "as_of")]),
        ("đến hết tháng 6/2016", [("2016-06-30", "as_of")]),
        ("đến cuối tháng 6/2016", [("2016-06", "as_of")]),
        ("đến tháng 12/2020", [("2020-12", "as_of")]),
        ("Tính đến 17h ngày 30/9/2020", [("2020-09-30", "as_of")]),
        ("trong quý I/2020", [("2020Q1", "within")]),
        ("trong năm 2017", [("2017", "within")]),
        ("trước ngày 1/7/2016", [("2016-07-01", "due")]),
        ("so với quý I/2018", [("2018Q1", "compared")]),
        ("Quyết định 28/2018/QĐ-TTg ngày 12/7/2018", [("2018-07-12", "issued")]),
        ("Hà Nội, ngày 04 tháng 3 năm 2016", [("2016-03-04", "issued")]),
        ("Ngày 28/6/2016, Phó Chủ nhiệm ký văn bản", [("2016-06-28", "event")]),
        ("đến ngày 3/5", [("unknown", "as_of")]),
        ("đến nay", [("unknown", "as_of")]),
        ("đến thời điểm hiện tại", [("unknown", "as_of")]),
        ("từ ngày 9/12/2019 đến ngày 23/11/2021", [("2019-12-09", "from"), ("2021-11-23", "as_of")]),
        ("ngày 31/2/2016", []),
        ("hoàn thành 3/5 giai đoạn", []),
        ("mức 3/4", []),
    ],
)
def test_a_date_has_a_value_and_a_part_in_its_sentence(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(each.as_of, each.role.value) for each in find_dates(text)] == expected


def test_the_end_of_an_interval_knows_its_first_day() -> None:
    assert find_dates("từ ngày 9/12/2019 đến ngày 23/11/2021")[-1].first == "2019-12-09"


def test_a_day_without_a_year_takes_the_year_of_its_range_only() -> None:
    first, last = find_dates("giai đoạn (25/3 - 30/4/2016)")
    assert (first.as_of, last.as_of, last.first) == ("2016-03-25", "2016-04-30", "2016-03-25")


@pytest.mark.parametrize(
    ("words", "as_of", "held"),
    [
        ("hết tháng 6/2016", "2016-06-30", True),
        ("hết tháng 6/2016", "2016-06", True),
        ("tháng 6/2016", "2016-06-14", True),
        ("tháng 6/2016", "2016-07-01", False),
        ("tháng 6/2016", "2016", False),
        ("quý II/2016", "2016-06-30", True),
        ("ngày 28/6", "2016-06-28", True),
        ("ngày 28/6", "2016-06-29", False),
        ("ngày 28", "2016-06-28", True),
        ("đến nay", "2016-06-28", True),
        ("ngày 28/6/2016", "unknown", True),
        ("6 tháng đầu năm 2016", "2016-06-30", True),
    ],
)
def test_a_printed_date_holds_what_lies_within_it(words: str, as_of: str, *, held: bool) -> None:
    assert any(date.holds(parse_as_of(as_of)) for date in find_dates(words)) is held
