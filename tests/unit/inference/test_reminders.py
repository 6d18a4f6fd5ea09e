"""Who was reminded of what: by which document, how often, and how long it took."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

import pytest

from egov_tracker.inference.body_history import BodyHistories
from egov_tracker.inference.reminders import Interval, all_reminders, count_reminders, select
from tests.building import definitions, load, sound

if TYPE_CHECKING:
    from egov_tracker.inference.reminders import Reminded

HEAD = """\
period: {quarter}
sources:
  letter: {{kind: letter, title: Công văn, publisher: VPCP, number: 1/VPCP, date: 2016-03-04}}
  press: {{kind: press, title: Bài viết}}
  repost: {{kind: press, title: Đăng lại, repeats: letter}}
observations:
"""
PLANS = "indicator: action_plan, group: provinces"
ASKED = "asked: {by: VPCP, date: 2016-06-28}"


def reminders(**quarters: tuple[str, ...]) -> dict[str, Reminded]:
    """What is read from entries by quarter, `Q1_2016`, by the name of the body."""
    snapshots = []
    for key, entries in quarters.items():
        quarter = f"{key[3:]}{key[:2]}"
        text = HEAD.format(quarter=quarter) + "".join(f"  - {{{one}, at: dòng 1}}\n" for one in entries)
        snapshots.append(sound(load(text, definitions(), quarter)))
    found = all_reminders(BodyHistories(tuple(snapshots), definitions().registry))
    times = Counter[tuple[str, str]]()
    for one in found:
        times[one.body.id, one.indicator.id] += one.times
    assert count_reminders(snapshots) == times
    return {one.body.name_vi: one for one in found}


LETTER = f"{PLANS}, as_of: 2016-03-01, outstanding: {{names: [Hà Nam, Cà Mau, Hà Nam]}}, source: letter"


def test_a_list_in_a_letter_is_a_reminder_and_one_that_is_repeated_is_no_second_one() -> None:
    again = LETTER.replace("source: letter", "source: repost")
    found = reminders(Q1_2016=(LETTER, again))
    assert {name: one.times for name, one in found.items()} == {"Hà Nam": 1, "Cà Mau": 1}
    assert str(found["Hà Nam"].reminders[0].asked.document) == "1/VPCP"
    assert str(found["Hà Nam"].reminders[0].when) == "2016-03-04"


def test_two_sources_that_tell_of_one_document_are_one_reminder_and_of_two_are_two() -> None:
    told = f"{PLANS}, as_of: 2016-06-28, outstanding: {{names: [Cà Mau], {ASKED}}}, source: press"
    twice = told.replace("2016-06-28, out", "2016-06-29, out")
    found = reminders(Q1_2016=(LETTER,), Q2_2016=(told, twice))
    assert {name: one.times for name, one in found.items()} == {"Hà Nam": 1, "Cà Mau": 2}
    assert [len(one.also) for one in found["Cà Mau"].reminders] == [0, 1]
    assert [one.body.name_vi for one in select(found.values(), (), None, 2)] == ["Cà Mau"]
    assert select(found.values(), ["lgsp"], None, 1) == ()
    assert [one.body.name_vi for one in select(found.values(), (), ["ha-nam"], 1)] == ["Hà Nam"]


def test_a_list_of_the_done_or_the_exempt_in_a_letter_reminds_nobody() -> None:
    entry = f"{PLANS}, as_of: 2016-03-01, done: {{names: [Hà Nam]}}, exempt: {{names: [Cà Mau]}}, source: letter"
    assert reminders(Q1_2016=(entry,)) == {}


def test_the_days_until_done_lie_between_the_last_day_outstanding_and_the_first_day_done() -> None:
    waiting = f"{PLANS}, as_of: 2016-04-03, outstanding: {{names: [Cà Mau]}}, source: press"
    done = f"{PLANS}, as_of: 2016-06-02, done: {{names: [Cà Mau, Hà Nam]}}, source: press"
    later = f"{PLANS}, as_of: 2016-06-30, value: 63/63, source: press"
    found = reminders(Q1_2016=(LETTER,), Q2_2016=(later, done, waiting))
    assert found["Cà Mau"].days_until_done == Interval(30, 90)
    assert found["Hà Nam"].days_until_done == Interval(None, 90)


def test_no_days_are_counted_where_an_end_is_no_day_or_a_later_source_says_otherwise() -> None:
    quarter = f"{PLANS}, as_of: 2016Q3, value: 63/63, source: press"
    assert reminders(Q1_2016=(LETTER,), Q3_2016=(quarter,))["Cà Mau"].days_until_done is None
    done = f"{PLANS}, as_of: 2016-06-02, done: {{names: [Cà Mau]}}, source: press"
    back = f"{PLANS}, as_of: 2016-06-09, outstanding: {{names: [Cà Mau]}}, source: press"
    found = reminders(Q1_2016=(LETTER,), Q2_2016=(done, back))["Cà Mau"]
    assert (found.done, found.days_until_done) == (None, None)


SEEN = f"{PLANS}, as_of: {{}}, {{}}: {{{{names: [Cà Mau]}}}}, source: {{}}"
SAID = f"{PLANS}, as_of: 2016-06-28, outstanding: {{{{names: [Cà Mau], asked: {{{{{{}}}}}}}}}}, source: press"


def test_what_is_said_after_the_first_reminder_tells_of_others_or_of_what_became_of_it() -> None:
    before = SEEN.format("2016-03-03", "outstanding", "press")
    same = SEEN.format("2016-03-04", "outstanding", "press")
    repeated = SEEN.format("2016-03-20", "outstanding", "repost")
    vague = SEEN.format("2016Q1", "outstanding", "press")
    again = SAID.format("by: VPCP, date: 2016-06-28")
    done = SEEN.format("2016-06-29", "done", "press")
    found = reminders(Q1_2016=(LETTER, before, same, repeated, vague), Q2_2016=(again, done))["Cà Mau"]
    assert [str(one.observation.as_of) for one in found.since] == ["2016-06-28", "2016-06-29"]
    assert [str(one.observation.as_of) for one in found.later] == ["2016-06-29"]


def test_the_days_count_from_the_day_of_the_letter_and_by_days_on_which_it_was_outstanding() -> None:
    letter = LETTER.replace("2016-03-01", "2016-03-04")
    done = SEEN.format("2016-04-03", "done", "press")
    exempt = SEEN.format("2016-03-20", "exempt", "press")
    month = SEEN.format("2016-03", "outstanding", "press")
    afterwards = SEEN.format("2016-06-01", "outstanding", "repost")
    found = reminders(Q1_2016=(letter, exempt, month), Q2_2016=(done, afterwards))["Cà Mau"]
    assert found.days_until_done == Interval(0, 30)


@pytest.mark.parametrize(
    ("asked", "times"),
    [
        (("by: VPCP, date: 2016-06-28", "by: VPCP, date: 2016-06-28"), 1),
        (("by: VPCP, date: 2016-06-28", "by: VPCP, date: 2016-06-29"), 2),
        (("by: VPCP, document: 2/VPCP, date: 2016-06-28", "by: VPCP, document: 2/VPCP, date: 2016-06"), 1),
        (("by: VPCP, document: 2/VPCP, date: 2016-06-28", "by: VPCP, document: 3/VPCP, date: 2016-06-28"), 2),
        (("by: VPCP, document: 2/VPCP, date: 2016-06-28", "by: VPCP, date: 2016-06-28"), 2),
        (("by: VPCP", "by: VPCP"), 1),
    ],
)
def test_reminders_are_as_many_as_documents_or_as_days_where_no_document_is_told(
    asked: tuple[str, str], times: int
) -> None:
    found = reminders(Q2_2016=tuple(SAID.format(one) for one in asked))["Cà Mau"]
    assert found.times == times


@pytest.mark.parametrize(
    ("asked", "dated", "when"),
    [
        ("by: VPCP, date: 2016-06-20", True, "2016-06-20"),
        ("by: VPCP, date: 2016-06", False, "2016-06"),
        ("by: VPCP", False, "2016-06-28"),
    ],
)
def test_a_reminder_is_dated_by_its_document_or_else_it_is_of_the_day_of_the_list(
    asked: str,
    dated: bool,  # noqa: FBT001
    when: str,
) -> None:
    (found,) = reminders(Q2_2016=(SAID.format(asked),))["Cà Mau"].reminders
    assert (found.is_dated, str(found.when)) == (dated, when)


@pytest.mark.parametrize(
    ("day", "times"), [("2016-06-20", 0), ("2016-06-21", 1), ("2016-06-28", 1), ("2016-06-29", 2), ("2016-12-31", 2)]
)
def test_before_a_day_count_the_documents_that_are_surely_earlier(day: str, times: int) -> None:
    entries = [SAID.format(f"by: VPCP, {one}") for one in ("date: 2016-06-20", "date: 2016-06-28", "date: unknown")]
    found = reminders(Q2_2016=tuple(entries))["Cà Mau"]
    assert found.asked_before(date.fromisoformat(day)) == times
