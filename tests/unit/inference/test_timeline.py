"""Timelines: which figure speaks for a date and for a quarter, what says the same, and what there is to compare."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from egov_tracker.inference.timeline import (
    aspects_compared,
    build_timeline,
    build_timelines,
    differs,
    in_source_order,
    latest_of,
    measures_of,
    merge_timelines,
    moment,
)
from tests.building import snapshot

if TYPE_CHECKING:
    from egov_tracker.inference.timeline import Point
    from egov_tracker.model.observation import Observation

LGSP = "indicator: lgsp, group: central"
DAY = "as_of: 2016-06-30"


def observations(entries: list[str], period: str = "2016Q2") -> tuple[Observation, ...]:
    return snapshot(entries, period).observations


def seen(entry: str, period: str = "2016Q2") -> Observation:
    (found,) = observations([entry], period)
    return found


@pytest.mark.parametrize(
    ("as_of", "last", "first"),
    [
        ("2016-06-14", "2016-06-14", "2016-06-14"),
        ("2016-07-14", "2016-07-14", "2016-07-14"),
        ("2016-05", "2016-05-31", "2016-05-01"),
        ("2016Q2", "2016-06-30", "2016-04-01"),
        ("2016", "2016-06-30", "2016-01-01"),
        ("2015", "2015-12-31", "2015-01-01"),
        ("2016-07", "2016-07-01", "2016-07-01"),
        ("2017", "2017-01-01", "2017-01-01"),
        ("unknown", "0001-01-01", "0001-01-01"),
    ],
)
def test_a_figure_stands_on_the_last_day_that_it_may_speak_of_within_its_quarter(
    as_of: str, last: str, first: str
) -> None:
    assert tuple(map(str, moment(seen(f"{LGSP}, as_of: {as_of}, value: 1/30")))) == (last, first)


@pytest.mark.parametrize(
    ("dates", "speaks"),
    [
        ([], None),
        (["unknown"], "unknown"),
        (["unknown", "2016-04-01"], "2016-04-01"),
        (["2016-04-01", "2016-06-30", "2016-05-01"], "2016-06-30"),
        (["2016-06-29", "2016-06"], "2016-06-29"),
        (["2016-06-01", "2016Q2"], "2016-06-01"),
        (["2016-05-31", "2016-06"], "2016-06"),
        (["2016-05-31", "2016-06", "2016Q2", "2016"], "2016-06"),
        (["2016-04", "2016-05"], "2016-05"),
        (["2016-06", "2016Q2"], "2016-06"),
        (["2016", "2016Q2"], "2016Q2"),
    ],
)
def test_the_latest_date_speaks_for_a_quarter_and_a_day_before_what_overlaps_it(
    dates: list[str], speaks: str | None
) -> None:
    entries = [f"{LGSP}, as_of: {date}, value: {number}/30" for number, date in enumerate(dates)]
    for ordered in (entries, entries[::-1]):
        found = observations(ordered)
        headline = build_timeline(found).headline
        assert (str(headline.as_of) if headline else None) == speaks
        latest = latest_of(found)
        assert (str(latest.as_of) if latest else None) == (None if speaks == "unknown" else speaks)


def told(point: Point) -> str:
    """A point: its date, and those together that say the same."""
    witnesses = (
        " = ".join(f"{one.figure.printed} {one.source.id}" for one in some if one.figure) for some in point.witnesses
    )
    return f"{point.as_of}: {' | '.join(witnesses)}"


def test_of_one_date_the_first_source_speaks_and_the_others_agree_or_are_rivals() -> None:
    entries = [
        f"{LGSP}, {DAY}, value: 9/30, source: press, at: c",
        f"{LGSP}, {DAY}, value: 9/30, source: mic, at: b",
        f"{LGSP}, {DAY}, value: 8/30, source: press, at: d",
        f"{LGSP}, {DAY}, value: 8/30, source: mic, at: e",
        f"{LGSP}, {DAY}, value: 7/30, source: press, at: f",
        f"{LGSP}, {DAY}, value: 9/30, source: vpcp, at: a",
        f"{LGSP}, {DAY}, value: 1/30, source: repost, at: g",
        f"{LGSP}, as_of: unknown, value: 3/30, source: press, at: h",
        f"{LGSP}, as_of: 2016-06-29, value: 5/30, source: press, at: i",
        "indicator: lgsp, group: provinces, as_of: 2016-06-29, value: 5/63, at: j",
    ]
    for start in range(len(entries)):
        timelines = build_timelines(observations([*entries[start:], *entries[:start]]))
        assert sorted(key[:2] for key in timelines) == [("lgsp", "central"), ("lgsp", "provinces")]
        timeline = timelines["lgsp", "central", (), "adoption"]
        assert [told(point) for point in timeline.points] == [
            "2016-06-29: 5/30 press",
            "2016-06-30: 9/30 vpcp = 9/30 mic = 9/30 press | 8/30 mic = 8/30 press | 7/30 press",
        ]
        assert [told(point) for point in timeline.undated] == ["unknown: 3/30 press"]


def test_of_one_source_and_date_the_entry_that_names_more_bodies_stands_first() -> None:
    entries = [
        f"{LGSP}, {DAY}, outstanding: {{names: [Bộ Y tế]}}, at: a",
        f"{LGSP}, {DAY}, outstanding: {{names: [Bộ Y tế, Bộ Nội vụ]}}, at: b",
        f"{LGSP}, {DAY}, outstanding: {{names: [Bộ Y tế]}}, done: {{names: [VOV, VTV]}}, at: c",
        f"{LGSP}, {DAY}, value: 3/30, at: e",
        f"{LGSP}, {DAY}, value: 2/30, at: d",
        f"{LGSP}, {DAY}, value: 1/30, source: mic, at: a",
    ]
    for ordered in (entries, entries[::-1]):
        assert [one.at for one in in_source_order(observations(ordered))] == ["c", "b", "a", "d", "e", "a"]


def test_timelines_are_merged_in_the_order_of_time_and_the_undated_stay_apart() -> None:
    lines = [
        build_timeline(observations([f"{LGSP}, as_of: {date}, value: {number}/30" for date in dates]))
        for number, dates in enumerate(
            (("2016-04-01", "2016-06-30", "unknown"), ("2016-05-01", "2016-06-30", "unknown"))
        )
    ]
    merged = merge_timelines(iter(lines))
    assert [told(point) for point in (*merged.points, *merged.undated)] == [
        "2016-04-01: 0/30 vpcp",
        "2016-05-01: 1/30 vpcp",
        "2016-06-30: 0/30 vpcp",
        "2016-06-30: 1/30 vpcp",
        "unknown: 0/30 vpcp",
        "unknown: 1/30 vpcp",
    ]


def test_a_step_says_whether_its_two_figures_may_be_subtracted() -> None:
    figures = ("2016-04-01, value: 1/30", "2016-05-01, value: 2/30", "2016-06-01, value: 3/29")
    timeline = build_timeline(observations([f"{LGSP}, as_of: {one}" for one in figures]))
    steps = [(str(step.old.as_of), str(step.new.as_of), step.reasons, step.comparable) for step in timeline.steps]
    assert steps == [
        ("2016-04-01", "2016-05-01", (), True),
        ("2016-05-01", "2016-06-01", ("different_n",), False),
    ]


LIST = "outstanding: {names: [Bộ Y tế]}"


@pytest.mark.parametrize(
    ("entry", "aspects", "measures"),
    [
        (f"{LGSP}, {DAY}, value: 5/30", "figure", "done, outstanding"),
        (f"{LGSP}, {DAY}, value: 5", "figure", "done"),
        (f"{LGSP}, {DAY}, value: 0/30", "figure, list", "done, outstanding"),
        (f"{LGSP}, {DAY}, value: 0, of: 30", "figure, list", "done, outstanding"),
        (f"{LGSP}, {DAY}, value: 0", "figure", "done"),
        (f"{LGSP}, {DAY}, value: 1, of: 30", "figure", "done, outstanding"),
        (f"{LGSP}, {DAY}, value: 30/30", "figure, list", "done, outstanding"),
        (f"{LGSP}, {DAY}, value: 100%", "figure, list", "done"),
        (f"{LGSP}, {DAY}, value: 90%", "figure", "done"),
        (f"{LGSP}, {DAY}, {LIST}", "list", "outstanding"),
        (f"{LGSP}, {DAY}, {LIST}, of: 30", "list", "done, outstanding"),
        (f"{LGSP}, {DAY}, in_progress: {{names: [Bộ Y tế]}}", "list", "outstanding"),
        (f"{LGSP}, {DAY}, done: {{names: [Bộ Y tế]}}, exempt: {{count: 2}}", "list", "done"),
        (f"{LGSP}, {DAY}, value: 5, {LIST}", "figure, list", "done, outstanding"),
        (f"indicator: lgsp, group: national, {DAY}, value: 5/30", "figure", "done, outstanding"),
        (f"indicator: level4_share, group: central, {DAY}, value: 100%", "figure", "quantity"),
        (f"indicator: online_services, group: central, breakdown: {{level: 3}}, {DAY}, value: 0", "figure", "quantity"),
    ],
)
def test_what_there_is_to_compare_and_what_is_spoken_of(entry: str, aspects: str, measures: str) -> None:
    found = seen(entry)
    assert (", ".join(aspects_compared(found)), ", ".join(sorted(measures_of(found)))) == (aspects, measures)


ONE = f"{LGSP}, {DAY}, value: 5/30, outstanding: {{count: 9, names: [Bộ Y tế, Bộ Nội vụ]}}"
SHARE = (
    "indicator: online_services, group: national, breakdown: {level: 3-4}, as_of: 2016-06-30, value: 5, "
    "share: {of: 50, printed: 10%}"
)
FLOW = (
    "indicator: feedback, group: national, breakdown: {stage: received}, kind: flow, from: 2016-01-01, "
    "as_of: 2016-06-30, value: 5"
)


@pytest.mark.parametrize(
    ("one", "old", "new", "expected"),
    [
        (ONE, "value", "source: mic, value", False),
        (ONE, "value", "at: trang 2, value", False),
        (ONE, "value", "note: Một, value", False),
        (ONE, "Bộ Y tế, Bộ Nội vụ", "Bộ Nội vụ, Bộ Y tế", False),
        (ONE, "Bộ Y tế, Bộ Nội vụ", "Y tế, Nội vụ", False),
        (ONE, "Bộ Y tế, Bộ Nội vụ", "Bộ Y tế", True),
        (ONE, "count: 9", "count: khoảng 9", True),
        (ONE, "count: 9, ", "", True),
        (ONE, "outstanding", "in_progress", True),
        (ONE, "5/30", "6/30", True),
        (ONE, "5/30, ", "5/30, exempt: {count: 2}, ", True),
        (ONE, "value: 5/30, ", "", True),
        (ONE, "value: 5/30", "of: 30, value: 5", True),
        (ONE, "2016-06-30", "2016-06", True),
        (SHARE, "of: 50", "of: 51", True),
        (SHARE, "of: 50, ", "", True),
        (SHARE, "10%", "11%", True),
        (SHARE, ", share: {of: 50, printed: 10%}", "", True),
        (FLOW, "2016-01-01", "2016-04-01", True),
        (FLOW, "from: 2016-01-01, ", "", True),
    ],
)  # fmt: skip
def test_two_entries_differ_in_what_they_say_wherever_it_stands(one: str, old: str, new: str, expected: bool) -> None:  # noqa: FBT001
    assert old in one
    other = one.replace(old, new)
    assert differs(seen(one), seen(other)) is differs(seen(other), seen(one)) is expected
