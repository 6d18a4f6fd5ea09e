"""Who was reminded of what: by which document, how often, and how long it took."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

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
