"""The headline of a series in a quarter: who speaks, whose list is beside it, and what was before."""

from __future__ import annotations

from decimal import Decimal

import pytest

from egov_tracker.inference.headlines import Change, Headline, build_headlines, verdict_on
from egov_tracker.inference.obligations import Outcome, Verdict
from egov_tracker.text.quarters import Quarter
from tests.building import placed_obligation, snapshot

CENTRAL = "indicator: document_interconnection, group: central"
NAMES = "outstanding: {count: 2, names: [Bộ Y tế, Bộ Nội vụ]}"


def headline(new: list[str], *earlier: list[str]) -> Headline:
    """The only headline of 2016Q4, after earlier quarters from 2016Q1 on."""
    periods = ("2016Q1", "2016Q2", "2016Q3")[: len(earlier)]
    snapshots = [snapshot(entries, period) for entries, period in zip(earlier, periods, strict=True)]
    (found,) = build_headlines((*snapshots, snapshot(new, "2016Q4")))
    return found


@pytest.mark.parametrize(
    ("entries", "speaks", "lists"),
    [
        (["as_of: 2016-12-01, value: 20/30", "as_of: 2016-12-31, value: 21/30"], "21/30", None),
        (["as_of: 2016-12-01, value: 20/30", "as_of: 2016-12, value: 21/30"], "20/30", None),  # a day beats a month
        (["as_of: 2016-10-01, value: 20/30", "as_of: 2016-12, value: 21/30"], "21/30", None),
        (["as_of: unknown, value: 22/30", "as_of: 2016-10-01, value: 20/30"], "20/30", None),
        (["as_of: unknown, value: 22/30"], "22/30", None),
        (["as_of: 2016-12-31, value: 22/30, source: press", "as_of: 2016-12-31, value: 21/30"], "21/30", None),
        (["as_of: 2016-12-31, value: 22/30, source: repost", "as_of: 2016-10-01, value: 21/30"], "21/30", None),
        ([f"as_of: 2016-12-31, value: 28/30, {NAMES}"], "28/30", "2016-12-31"),
        (["as_of: 2016-12-31, value: 28/30", f"as_of: 2016-12-31, {NAMES}, source: press"], "28/30", "2016-12-31"),
        (["as_of: 2016-12-31, value: 28/30", f"as_of: 2016-10-31, {NAMES}"], "28/30", "2016-10-31"),
        (["as_of: 2016-12-31, value: 28/30", "as_of: 2016-11, outstanding: {count: 2}"], "28/30", "2016-11"),
    ],
)
def test_the_latest_first_hand_figure_speaks_and_the_latest_list_stands_beside_it(
    entries: list[str], speaks: str, lists: str | None
) -> None:
    found = headline([f"{CENTRAL}, {one}" for one in entries])
    assert found.observation.figure
    assert found.observation.figure.printed == speaks
    assert (str(found.lists.as_of) if found.lists else None) == lists


NOW = "as_of: 2016-12-31"
Due = dict[str, object]


@pytest.mark.parametrize(
    ("due", "shown"),
    [
        ([], None),
        ([{"id": "a", "due": "2016-09-30"}], "a"),
        ([{"id": "a", "due": "unknown"}], "a"),
        ([{"id": "a", "due": "2016-09-30"}, {"id": "b", "due": "2016-12-31"}, {"id": "c", "due": "2017-01-01"}], "b"),
        ([{"id": "a", "due": "2016-12-31"}, {"id": "b", "due": "2016-09-30"}], "a"),
        ([{"id": "a", "due": "2017-06-30"}, {"id": "b", "due": "2017-01-01"}], "b"),
        ([{"id": "a", "due": "unknown"}, {"id": "b", "due": "2017-06-30"}], "b"),
        ([{"id": "a", "due": "unknown"}, {"id": "b", "due": "unknown"}], "a"),
        ([{"id": "a", "due": "2016-09-30"}, {"id": "b", "due": "2016-09-30"}], "a"),
        ([{"id": "a", "due": "2016-09-30", "group": "provinces"}], None),
        ([{"id": "a", "due": "2016-09-30", "indicator": "lgsp"}], None),
        ([{"id": "a", "due": "2016-09-30", "breakdown": {"level": "3"}}], None),
    ],
)
def test_beside_a_headline_stands_what_was_due_last_or_else_what_is_due_next(due: list[Due], shown: str | None) -> None:
    found = headline([f"{CENTRAL}, {NOW}, value: 20/30"])
    verdicts = [Verdict(placed_obligation(**one), Outcome.OPEN) for one in due]
    verdict = verdict_on(found, verdicts, Quarter(2016, 4))
    assert (verdict.obligation.id if verdict else None) == shown


def test_what_was_moved_as_a_whole_does_not_stand_beside_a_headline() -> None:
    found = headline([f"{CENTRAL}, {NOW}, value: 20/30"])
    moved = Verdict(placed_obligation(), Outcome.MOVED)
    assert verdict_on(found, [moved], Quarter(2016, 4)) is None


@pytest.mark.parametrize(
    ("before", "now", "differs"),
    [
        ("as_of: 2016-03-31, value: 19/30", "value: 25/30", "+6, +20.00 points"),
        ("as_of: 2016-03-31, value: 19/30", "value: 19/30", "+0, +0.00 points"),
        ("as_of: 2016-03-31, value: 19/30", "value: 18/30", "-1, -3.33 points"),
        ("as_of: 2016-03-31, value: 60%", "value: 65%", "+5 points"),
        ("as_of: 2016-03-31, value: 19/30", "value: 20/29", "different_n"),
        ("as_of: 2016-03-31, value: 19/30", "value: gần 25/30", "approximate"),
        ("as_of: unknown, value: 19/30", "value: 25/30", "undated"),
        ("as_of: 2016-03-31, value: 19/30, source: mic", "value: 20/30", "other_publisher"),
        ("as_of: 2016-03-31, outstanding: {count: 6}", f"value: 28/30, {NAMES}", "other_form, outstanding 6 to 2"),
        ("as_of: 2016-03-31, outstanding: {count: 6}", "value: 30/30", "other_form, outstanding 6 to 0"),
        ("as_of: 2016-03-31, value: 30/30", NAMES, "other_form, outstanding 0 to 2"),
        ("as_of: 2016-03-31, outstanding: {count: gần 6}", NAMES, "other_form"),
    ],
)
def test_a_headline_says_how_it_differs_from_the_one_before_or_why_it_cannot(
    before: str, now: str, differs: str
) -> None:
    change = headline([f"{CENTRAL}, {NOW}, {now}"], [f"{CENTRAL}, {before}"]).change
    assert change
    assert described(change) == differs
    assert change.comparable is (not change.reasons)


def described(change: Change) -> str:
    """A change in a few words."""
    units = "" if change.units is None else f"{change.units:+}"
    points = "" if change.points is None else f"{change.points:+} points"
    outstanding = "outstanding {} to {}".format(*change.outstanding) if change.outstanding else ""
    return ", ".join(text for text in (*change.reasons, units, points, outstanding) if text)


def test_the_headline_before_is_that_of_the_latest_quarter_that_has_one() -> None:
    old, later = [f"{CENTRAL}, as_of: 2016-03-31, value: 5/30"], [f"{CENTRAL}, as_of: 2016-06-30, value: 9/30"]
    found = headline([f"{CENTRAL}, {NOW}, value: 10/30"], old, later, [])
    assert found.change
    assert found.change.before.dated == '"9/30" of 2016-06-30'
    assert found.change.units == Decimal(1)


def test_under_another_definition_the_figure_before_is_shown_and_not_subtracted() -> None:
    connected = ["indicator: document_connection, group: central, as_of: 2016-03-31, value: 25/30"]
    change = headline([f"{CENTRAL}, {NOW}, value: 19/30"], connected).change
    assert change
    assert (change.before.indicator.id, change.reasons) == ("document_connection", ("break_in_series",))


def test_what_nobody_reported_before_has_no_change() -> None:
    provinces = ["indicator: document_interconnection, group: provinces, as_of: 2016-03-31, value: 25/63"]
    assert headline([f"{CENTRAL}, {NOW}, value: 19/30"], provinces).change is None
