"""The day by which something was due, where a source says only for how long it has been overdue."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from egov_tracker.text.quarters import parse_quarter
from tests.building import open_data, write_ledger

if TYPE_CHECKING:
    from pathlib import Path

ENTRY = (
    "task: a, indicator: lgsp, group: VTV, by: VTV, what_vi: v, what_en: e, under: Nghị quyết, due: unknown, "
    "overdue: {{printed: {printed}, as_of: {as_of}, source: 2016Q2/vpcp, at: dòng 1}}"
)


@pytest.mark.parametrize(
    ("printed", "as_of", "deadline"),
    [
        ("quá 10 ngày", "2016-06-30", date(2016, 6, 20)),
        ("quá 2 tuần", "2016-06-30", date(2016, 6, 16)),
        ("quá 2 tháng", "2016-06-30", date(2016, 4, 30)),
        ("quá 1 năm", "2016-06-30", date(2015, 6, 30)),
        ("quá 2 tháng", "2016-06", date(2016, 4, 30)),
        ("quá 2 tháng", "unknown", None),
    ],
)
def test_what_is_overdue_since_some_time_was_due_that_long_before(
    printed: str, as_of: str, deadline: date | None, tmp_path: Path
) -> None:
    text = f"obligations:\n  a: {{{ENTRY.format(printed=printed, as_of=as_of)}}}\n"
    (placed,) = open_data(write_ledger(tmp_path, {}, {"obligations": text})).obligations
    assert placed.obligation.deadline == deadline


@pytest.mark.parametrize(
    ("quarter", "known"), [("2016Q1", None), ("2016Q2", date(2016, 4, 30)), ("2016Q3", date(2016, 4, 30))]
)
def test_that_something_is_overdue_is_known_from_the_quarter_on_whose_source_tells_of_it(
    quarter: str, known: date | None, tmp_path: Path
) -> None:
    text = f"obligations:\n  a: {{{ENTRY.format(printed='quá 2 tháng', as_of='2016-06-30')}}}\n"
    (placed,) = open_data(write_ledger(tmp_path, {}, {"obligations": text})).obligations
    assert placed.obligation.deadline_known_in(parse_quarter(quarter)) == known


@pytest.mark.parametrize(
    ("fields", "first"),
    [
        ("announced: 2016-05-03, told_by: 2016Q2/vpcp, due: 2016-12-31", date(2016, 5, 3)),
        ("told_by: 2016Q2/vpcp, due: 2016-12-31", date(2016, 4, 1)),
        ("due: 2016-12-31", date(2016, 12, 31)),
    ],
)
def test_an_order_stands_from_its_date_on_else_from_the_quarter_that_tells_of_it_else_when_it_is_due(
    fields: str, first: date, tmp_path: Path
) -> None:
    entry = f"task: a, indicator: lgsp, group: VTV, by: VTV, what_vi: v, what_en: e, under: Nghị quyết, {fields}"
    root = write_ledger(tmp_path, {}, {"obligations": f"obligations:\n  a: {{{entry}}}\n"})
    (placed,) = open_data(root).obligations
    days = (first - timedelta(days=1), first)
    assert [placed.obligation.is_announced(day) for day in days] == [False, True]


@pytest.mark.parametrize(
    ("due", "deadline"),
    [
        ("due: 2016-07-01", date(2016, 7, 1)),
        ("due: 2016-07-01, before: true", date(2016, 6, 30)),
        ("due: 2016-06", date(2016, 6, 30)),
        ("due: 2016-06, before: true", date(2016, 5, 31)),
        ("due: unknown", None),
    ],
)
def test_the_deadline_is_the_last_day_that_is_early_enough(due: str, deadline: date | None, tmp_path: Path) -> None:
    entry = f"task: a, indicator: lgsp, group: VTV, by: VTV, what_vi: v, what_en: e, under: Nghị quyết, {due}"
    root = write_ledger(tmp_path, {}, {"obligations": f"obligations:\n  a: {{{entry}}}\n"})
    (placed,) = open_data(root).obligations
    assert placed.obligation.deadline == deadline
