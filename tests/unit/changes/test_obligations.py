"""What became of an obligation between two quarters: told where it is new, judged otherwise, or still to come."""

from __future__ import annotations

import pytest

from egov_tracker.changes.compare import Route
from egov_tracker.changes.model import ObligationChange
from egov_tracker.inference.obligations import Outcome, Verdict
from egov_tracker.text.quarters import Quarter
from tests.building import placed_obligation, snapshot
from tests.running import compare
from tests.wording import in_words

SHORT = "indicator: document_interconnection, group: central, as_of: {}, value: 19/30"
DONE = "indicator: document_interconnection, group: central, as_of: {}, value: 30/30"
FIRST, SECOND = "2016-06-30", "2016-09-30"

# What differs in an obligation due on 2016-06-15; what the second and the third quarter of 2016 print; what is told.
CASES: dict[str, tuple[dict[str, object], list[str], list[str], list[str]]] = {
    "missed, and met late": ({}, [SHORT.format(FIRST)], [DONE.format(SECOND)], ["x: missed → met_late"]),
    "missed, and still missed": ({}, [SHORT.format(FIRST)], [SHORT.format(SECOND)], []),
    "overdue, and still overdue": ({}, [], [], []),
    "overdue, and missed": ({}, [], [SHORT.format(SECOND)], ["x: overdue → missed"]),
    "met, and still met": ({"due": FIRST}, [DONE.format(FIRST)], [DONE.format(SECOND)], []),
    "open, and overdue": ({"due": SECOND}, [], [], ["x: open → overdue"]),
    "open, and still open": ({"due": "2016-12-31"}, [], [], ["x: open → open"]),
    "announced in the later quarter, and overdue": (
        {"announced": "2016-07-01"},
        [],
        [],
        ["x: not announced → overdue"],
    ),
    "announced after both": ({"announced": "2016-10-01"}, [], [], []),
}


def told(changes: list[str]) -> list[str]:
    return [one for one in changes if one.startswith("x: ")]


@pytest.mark.parametrize(("changes", "old", "new", "expected"), CASES.values(), ids=CASES.keys())
def test_an_obligation_is_told_in_the_order_of_time_whichever_quarter_comes_first(
    changes: dict[str, object], old: list[str], new: list[str], expected: list[str]
) -> None:
    sides = snapshot(old, "2016Q2"), snapshot(new, "2016Q3")
    for one, other in (sides, sides[::-1]):
        assert told(in_words(compare(one, other, [placed_obligation(**changes)]))) == expected


def test_two_states_of_one_quarter_tell_of_no_obligation() -> None:
    old, new = snapshot([SHORT.format(FIRST)], "2016Q2"), snapshot([DONE.format(FIRST)], "2016Q2")
    assert told(in_words(compare(old, new, [placed_obligation(due="2016-12-31")]))) == []


def test_verdicts_that_are_given_are_not_judged_again() -> None:
    placed = placed_obligation()
    verdicts = {Quarter(2016, 2): [Verdict(placed, Outcome.OPEN)], Quarter(2016, 3): [Verdict(placed, Outcome.MET)]}
    changes = compare(snapshot([], "2016Q2"), snapshot([], "2016Q3"), [placed], Route(verdicts=verdicts))
    assert changes == [ObligationChange(*(verdict for (verdict,) in verdicts.values()))]
