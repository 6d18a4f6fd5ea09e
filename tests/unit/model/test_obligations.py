"""The day by which something was due, where a source says only for how long it has been overdue."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from pydantic import TypeAdapter

from egov_tracker.errors import TextError
from egov_tracker.model.obligations import (
    Obligation,
    ObligationsFile,
    Overdue,
    Settlement,
    quarter_of_source,
    read_overdue,
)
from egov_tracker.render.json import dump
from egov_tracker.text.dates import parse_as_of
from egov_tracker.text.quarters import Quarter, parse_quarter
from tests.building import open_data, write_ledger
from tests.running import only_as_locked

if TYPE_CHECKING:
    from collections.abc import Callable
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


FIELDS: dict[str, Any] = {
    "id": "a", "task": "t", "group": "VTV", "by": "VTV", "what_vi": "v", "what_en": "e", "under": "NQ",
    "due": parse_as_of("2016-07"),
}  # fmt: skip


def test_an_obligation_shows_whose_it_is_and_when_it_is_due() -> None:
    assert (str(Obligation(**FIELDS)), repr(Obligation(**FIELDS))) == (
        "a, VTV, due 2016-07",
        "<Obligation a, VTV, due 2016-07>",
    )


@pytest.mark.parametrize(
    ("source", "quarter"),
    [
        ("2016Q1/letter-1375", Quarter(2016, 1)),
        ("2016Q1", Quarter(2016, 1)),
        ("letter-1375", None),
        ("letter/2016Q1", None),
        ("", None),
        (None, None),
    ],
)
def test_the_quarter_of_a_source_of_the_ledger_stands_before_its_id(
    source: str | None, quarter: Quarter | None
) -> None:
    assert quarter_of_source(source) == quarter
    assert Obligation(**FIELDS, told_by=source).told_in == quarter
    if source is not None:
        assert Settlement(date=parse_as_of("2016"), source=source, at="dòng 1").told_in == quarter


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("quá hơn 3 tháng", (3, "tháng")),
        ("Đã quá hạn 10  ngày", (10, "ngày")),
        ("quá 2 tuần", (2, "tuần")),
        ("quá gần 1 năm", (1, "năm")),
    ],
)
def test_words_say_how_long_something_is_overdue(text: str, said: tuple[int, str]) -> None:
    assert read_overdue(text) == said


@pytest.mark.parametrize("text", ["3 tháng", "quá lâu", "quá 3 giờ", ""])
def test_other_words_do_not_say_how_long(text: str) -> None:
    with pytest.raises(TextError) as refusal:
        read_overdue(text)
    assert str(refusal.value) == f"\"{text}\" does not say how long it is overdue, such as 'quá hơn 3 tháng'"


def overdue(source: str) -> Overdue:
    return Overdue(printed="quá 1 năm", as_of=parse_as_of("2016-06-30"), source=source, at="dòng 1")


@pytest.mark.parametrize(
    ("more", "deadline"),
    [
        ({}, date(2016, 7, 31)),
        ({"before": True}, date(2016, 6, 30)),
        ({"due": parse_as_of("unknown"), "before": True}, None),
        ({"due": parse_as_of("unknown"), "overdue": overdue("2016Q2/vpcp")}, date(2015, 6, 30)),
        ({"overdue": overdue("2016Q2/vpcp")}, date(2015, 6, 30)),
        ({"before": True, "overdue": overdue("2016Q2/vpcp")}, date(2016, 6, 30)),
    ],
)
def test_the_deadline_is_what_the_order_says_first_and_then_what_is_overdue(
    more: dict[str, Any], deadline: date | None
) -> None:
    assert Obligation(**FIELDS | more).deadline == deadline


@pytest.mark.parametrize(("source", "known"), [("2016Q3/vpcp", None), ("2016Q2/vpcp", True), ("VTV", True)])
def test_a_source_tells_of_a_deadline_from_its_quarter_on(source: str, *, known: bool | None) -> None:
    one = Obligation(**FIELDS, overdue=overdue(source))
    assert one.deadline_known_in(Quarter(2016, 2)) == (date(2015, 6, 30) if known else None)
    assert Obligation(**FIELDS).deadline_known_in(Quarter(2010, 1)) == date(2016, 7, 31)


@pytest.mark.parametrize(
    ("more", "first"),
    [
        ({"announced": parse_as_of("2016-05")}, date(2016, 5, 1)),
        ({"announced": parse_as_of("unknown"), "told_by": "2016Q2/vpcp"}, date(2016, 4, 1)),
        ({"told_by": "VTV"}, date(2016, 7, 1)),
        ({"due": parse_as_of("unknown")}, None),
    ],
)
def test_an_order_is_announced_on_its_first_possible_day(more: dict[str, Any], first: date | None) -> None:
    one = Obligation(**FIELDS | more)
    days = ((first or date(2016, 7, 1)) - timedelta(days=1), first or date(2100, 12, 31))
    assert [one.is_announced(day) for day in days] == [False, first is not None]


@only_as_locked("pydantic")
def test_an_editor_is_told_all_limits_and_meanings_of_obligations(golden: Callable[[str, str], None]) -> None:
    golden("schema-obligations.json", dump(TypeAdapter(ObligationsFile).json_schema()))
