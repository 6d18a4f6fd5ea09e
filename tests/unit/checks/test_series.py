"""Figures across dates: those that fall, whose N or publisher changes, and series that go on under another name."""

from __future__ import annotations

import pytest

from tests.running import said_by

P = "indicator: action_plan, group: provinces"
F = "indicator: feedback, group: national, breakdown: {stage: received}"
LEVEL = "indicator: level4_30_percent, group: provinces"
RANK = "indicator: un_egdi_rank, group: national"
SERVED = "indicator: services_with_dossiers, group: central"
CONNECTED = "indicator: document_connection, group: central"
EXCHANGED = "indicator: document_interconnection, group: central"
AXIS = "indicator: document_axis, group: central"
D27, D28, D29 = "as_of: 2016-06-27", "as_of: 2016-06-28", "as_of: 2016-06-29"
MARCH, JUNE = "as_of: 2016-03-24", "as_of: 2016-06-30"
BEFORE, AFTER = "as_of: 2025-06-30", "as_of: 2025-09-30"
Quarters = list[str] | dict[str, list[str]]

# The rule; what is printed, in the second quarter of 2016 if nothing else is said; what the rule says of it.
CASES: dict[str, tuple[str, Quarters, list[str]]] = {
    # Fewer are done
    "one fewer": (
        "SER001",
        [f"{P}, {D28}, value: 59/63", f"{P}, {D29}, value: 58/63"],
        [("warning at 58/63: action_plan provinces falls from 59/63 at 2016-06-28 to 58/63 at 2016-06-29 (see 59/63)")],
    ),
    "as many": ("SER001", [f"{P}, {D28}, value: 59/63", f"{P}, {D29}, value: 59/63"], []),
    "one fewer in a list of the done": (
        "SER001",
        [f"{P}, {D28}, done: {{count: 9}}", f"{P}, {D29}, done: {{count: 8}}"],
        [("warning at {count: 8: action_plan provinces falls from 9 at 2016-06-28 to 8 at 2016-06-29 (see {count: 9)")],
    ),
    "percentages further apart than their last digits": (
        "SER001",
        [f"{P}, {D28}, value: 59%", f"{P}, {D29}, value: 57%"],
        [("warning at 57%: action_plan provinces falls from 59% at 2016-06-28 to 57% at 2016-06-29 (see 59%)")],
    ),
    "percentages that may be one": ("SER001", [f"{P}, {D28}, value: 59%", f"{P}, {D29}, value: '58,5%'"], []),
    "a count after a percentage": ("SER001", [f"{P}, {D28}, value: 59%", f"{P}, {D29}, value: 10"], []),
    "a percentage after a count": ("SER001", [f"{P}, {D28}, value: 59", f"{P}, {D29}, value: 10%"], []),
    "fewer than more than so many": (
        "SER001",
        [f"{P}, {D28}, value: hơn 59", f"{P}, {D29}, value: 59"],
        [("warning at 59: action_plan provinces falls from hơn 59 at 2016-06-28 to 59 at 2016-06-29 (see hơn 59)")],
    ),
    "perhaps as many as more than so many": ("SER001", [f"{P}, {D28}, value: hơn 59", f"{P}, {D29}, value: 60"], []),
    "fewer than the least number": (
        "SER001",
        [f"{P}, {D28}, value: ít nhất 59", f"{P}, {D29}, value: 58"],
        [
            (
                "warning at 58: action_plan provinces falls from ít nhất 59 at 2016-06-28 to 58 at "
                "2016-06-29 (see ít nhất 59)"
            )
        ],
    ),
    "the greatest number may have been less": (
        "SER001",
        [f"{P}, {D28}, value: không quá 59", f"{P}, {D29}, value: 8"],
        [],
    ),
    "the least number may be more": ("SER001", [f"{P}, {D28}, value: 59", f"{P}, {D29}, value: ít nhất 8"], []),
    "another source had fewer": (
        "SER001",
        [f"{P}, {D28}, value: 59", f"{P}, {D28}, value: 50, source: press", f"{P}, {D29}, value: 55"],
        [],
    ),
    "another source had none where the first had one": (
        "SER001",
        [f"{P}, {D28}, value: 1", f"{P}, {D28}, value: 0, source: press", f"{P}, {D29}, value: 0"],
        [],
    ),
    "another source has one where the first has none": (
        "SER001",
        [f"{P}, {D28}, value: 1", f"{P}, {D29}, value: 0", f"{P}, {D29}, value: 1, source: press"],
        [],
    ),
    "all sources had more: the one that had fewest": (
        "SER001",
        [f"{P}, {D28}, value: 59", f"{P}, {D28}, value: 57, source: press", f"{P}, {D29}, value: 55"],
        ["warning at 55: action_plan provinces falls from 57 at 2016-06-28 to 55 at 2016-06-29 (see 57)"],
    ),
    "another source has more": (
        "SER001",
        [f"{P}, {D28}, value: 59", f"{P}, {D29}, value: 55", f"{P}, {D29}, value: 60, source: press"],
        [],
    ),
    "all sources have fewer: the one that has most": (
        "SER001",
        [f"{P}, {D28}, value: 59", f"{P}, {D29}, value: 55", f"{P}, {D29}, value: 56, source: press"],
        ["warning at 56: action_plan provinces falls from 59 at 2016-06-28 to 56 at 2016-06-29 (see 59)"],
    ),
    "another source has at least so many": (
        "SER001",
        [f"{P}, {D28}, value: 59", f"{P}, {D29}, value: 55", f"{P}, {D29}, value: ít nhất 6, source: press"],
        [],
    ),
    "another source had at most so many": (
        "SER001",
        [f"{P}, {D28}, value: 59", f"{P}, {D28}, value: không quá 59, source: press", f"{P}, {D29}, value: 55"],
        [],
    ),
    "each date is held against the one before": (
        "SER001",
        [f"{P}, {D27}, value: 59", f"{P}, {D28}, value: 50", f"{P}, {D29}, value: 55"],
        ["warning at 50: action_plan provinces falls from 59 at 2016-06-27 to 50 at 2016-06-28 (see 59)"],
    ),
    "a date without a figure is passed over": (
        "SER001",
        [f"{P}, {D27}, value: 59", f"{P}, {D28}, outstanding: {{count: 9}}", f"{P}, {D29}, value: 55"],
        ["warning at 55: action_plan provinces falls from 59 at 2016-06-27 to 55 at 2016-06-29 (see 59)"],
    ),
    "something that does not stay done": ("SER001", [f"{LEVEL}, {D28}, value: 9", f"{LEVEL}, {D29}, value: 8"], []),
    "as many fewer as bodies were merged": (
        "SER001",
        {"2025Q2": [f"{P}, {BEFORE}, value: 57"], "2025Q3": [f"{P}, {AFTER}, value: 5"]},
        [],
    ),
    "one fewer than bodies were merged": (
        "SER001",
        {"2025Q2": [f"{P}, {BEFORE}, value: 58"], "2025Q3": [f"{P}, {AFTER}, value: 5"]},
        ["warning at 5: action_plan provinces falls from 58 at 2025-06-30 to 5 at 2025-09-30 (see 58)"],
    ),
    "percentages before and after a merger": (
        "SER001",
        {"2025Q2": [f"{P}, {BEFORE}, value: 90%"], "2025Q3": [f"{P}, {AFTER}, value: 50%"]},
        [],
    ),
    # Running totals
    "a running total falls": (
        "SER005",
        [f"{F}, kind: cumulative, {D28}, value: 59", f"{F}, kind: cumulative, {D29}, value: 58"],
        [("warning at 58: feedback received national falls from 59 at 2016-06-28 to 58 at 2016-06-29 (see 59)")],
    ),
    "a running total stands": (
        "SER005",
        [f"{F}, kind: cumulative, {D28}, value: 59", f"{F}, kind: cumulative, {D29}, value: 59"],
        [],
    ),
    "a running total of one start falls": (
        "SER005",
        [
            f"{F}, kind: cumulative, from: 2016-01-01, {D28}, value: 59",
            f"{F}, kind: cumulative, from: 2016-01-01, {D29}, value: 58",
        ],
        [("warning at 58: feedback received national falls from 59 at 2016-06-28 to 58 at 2016-06-29 (see 59)")],
    ),
    "running totals of two starts": (
        "SER005",
        [
            f"{F}, kind: cumulative, from: 2016-01-01, {D28}, value: 59",
            f"{F}, kind: cumulative, from: 2016-06-01, {D29}, value: 58",
        ],
        [],
    ),
    "a flow may be less": (
        "SER005",
        [f"{F}, kind: flow, as_of: 2016-05, value: 59", f"{F}, kind: flow, as_of: 2016-06, value: 58"],
        [],
    ),
    # N
    "N changes": (
        "SER002",
        [f"{P}, {D28}, value: 5/63", f"{P}, {D29}, value: 5/64"],
        [("warning at 5/64: N of action_plan provinces changes from 63 at 2016-06-28 to 64 at 2016-06-29 (see 5/63)")],
    ),
    "N stays": ("SER002", [f"{P}, {D28}, value: 5/63", f"{P}, {D29}, value: 6/63"], []),
    "N beside lists changes": (
        "SER002",
        [f"{P}, {D28}, outstanding: {{count: 3}}, of: 63", f"{P}, {D29}, outstanding: {{count: 3}}, of: 64"],
        [
            (
                "warning at {count: 3: N of action_plan provinces changes from 63 at 2016-06-28 to 64 at "
                "2016-06-29 (see {count: 3)"
            )
        ],
    ),
    "N changes across a date without": (
        "SER002",
        [f"{P}, {D27}, value: 5/63", f"{P}, {D28}, value: 5", f"{P}, {D29}, value: 5/64"],
        [("warning at 5/64: N of action_plan provinces changes from 63 at 2016-06-27 to 64 at 2016-06-29 (see 5/63)")],
    ),
    "an approximate N is no N": ("SER002", [f"{P}, {D28}, value: 5, of: gần 63", f"{P}, {D29}, value: 5/64"], []),
    "another source had this N": (
        "SER002",
        [f"{P}, {D28}, value: 5/63", f"{P}, {D28}, value: 5/64, source: press", f"{P}, {D29}, value: 5/64"],
        [],
    ),
    "no source had this N: that of the first": (
        "SER002",
        [f"{P}, {D28}, value: 5/63", f"{P}, {D28}, value: 5/62, source: press", f"{P}, {D29}, value: 5/64"],
        [("warning at 5/64: N of action_plan provinces changes from 63 at 2016-06-28 to 64 at 2016-06-29 (see 5/63)")],
    ),
    "a rank among more": (
        "SER002",
        [f"{RANK}, as_of: 2016-05, value: 5/193", f"{RANK}, as_of: 2016-06, value: 5/194"],
        [],
    ),
    "a share of more": (
        "SER002",
        [f"{SERVED}, {D28}, value: '50% (5/10)'", f"{SERVED}, {D29}, value: '50% (6/12)'"],
        [],
    ),
    "N changes as the registry does": (
        "SER002",
        {"2025Q2": [f"{P}, {BEFORE}, value: 6/63"], "2025Q3": [f"{P}, {AFTER}, value: 6/34"]},
        [("note at 6/34: N of action_plan provinces changes from 63 at 2025-06-30 to 34 at 2025-09-30 (see 6/63)")],
    ),
    "N was the registry's": (
        "SER002",
        {"2025Q2": [f"{P}, {BEFORE}, value: 6/63"], "2025Q3": [f"{P}, {AFTER}, value: 6/35"]},
        [("warning at 6/35: N of action_plan provinces changes from 63 at 2025-06-30 to 35 at 2025-09-30 (see 6/63)")],
    ),
    "N becomes the registry's": (
        "SER002",
        {"2025Q2": [f"{P}, {BEFORE}, value: 6/62"], "2025Q3": [f"{P}, {AFTER}, value: 6/34"]},
        [("warning at 6/34: N of action_plan provinces changes from 62 at 2025-06-30 to 34 at 2025-09-30 (see 6/62)")],
    ),
    # Series
    "a series goes on under another indicator": (
        "SER003",
        {"2016Q1": [f"{CONNECTED}, {MARCH}, value: 25"], "2016Q2": [f"{EXCHANGED}, {JUNE}, value: 19/30"]},
        [
            (
                "note at 19/30: break in series document_exchange: document_connection of central at "
                "2016-03-24 is followed by document_interconnection at 2016-06-30 (see 25)"
            )
        ],
    ),
    "the old indicator goes on beside the new one": (
        "SER003",
        {
            "2016Q1": [f"{CONNECTED}, {MARCH}, value: 25"],
            "2016Q2": [f"{EXCHANGED}, {JUNE}, value: 19/30", f"{CONNECTED}, {JUNE}, value: 26"],
        },
        [],
    ),
    "two indicators end": (
        "SER003",
        {
            "2016Q1": [f"{CONNECTED}, {MARCH}, value: 25", f"{AXIS}, {MARCH}, value: 2"],
            "2016Q2": [f"{EXCHANGED}, {JUNE}, value: 19/30"],
        },
        [
            (
                "note at 19/30: break in series document_exchange: document_axis of central at 2016-03-24 "
                "is followed by document_interconnection at 2016-06-30 (see 2)"
            ),
            (
                "note at 19/30: break in series document_exchange: document_connection of central at "
                "2016-03-24 is followed by document_interconnection at 2016-06-30 (see 25)"
            ),
        ],
    ),
    "two indicators begin: the later figure": (
        "SER003",
        {
            "2016Q1": [f"{CONNECTED}, {MARCH}, value: 25"],
            "2016Q2": [f"{EXCHANGED}, {D29}, value: 19/30", f"{AXIS}, {JUNE}, value: 2"],
        },
        [
            (
                "note at 2: break in series document_exchange: document_connection of central at 2016-03-24 "
                "is followed by document_axis at 2016-06-30 (see 25)"
            )
        ],
    ),
    "a quarter without any lies between": (
        "SER003",
        {
            "2016Q1": [f"{CONNECTED}, {MARCH}, value: 25"],
            "2016Q2": [f"{P}, {JUNE}, value: 1"],
            "2016Q3": [f"{EXCHANGED}, as_of: 2016-09-30, value: 19/30"],
        },
        [
            (
                "note at 19/30: break in series document_exchange: document_connection of central at "
                "2016-03-24 is followed by document_interconnection at 2016-09-30 (see 25)"
            )
        ],
    ),
    "another group is another series": (
        "SER003",
        {
            "2016Q1": [f"{CONNECTED}, {MARCH}, value: 25"],
            "2016Q2": [f"{EXCHANGED.replace('central', 'provinces')}, {JUNE}, value: 1"],
        },
        [],
    ),
    "an undated figure ends nothing": (
        "SER003",
        {"2016Q1": [f"{CONNECTED}, as_of: unknown, value: 25"], "2016Q2": [f"{EXCHANGED}, {JUNE}, value: 19/30"]},
        [],
    ),
    # Publishers
    "another publisher, and the first one again": (
        "SER007",
        [f"{P}, {D27}, value: 57", f"{P}, {D28}, value: 58, source: mic", f"{P}, {D29}, value: 59"],
        [
            (
                "note at {indicator: action_plan: the figures of action_plan provinces are those of Bộ "
                "Thông tin và Truyền thông, before of Văn phòng Chính phủ (see {indicator: action_plan)"
            ),
            (
                "note at {indicator: action_plan: the figures of action_plan provinces are those of Văn "
                "phòng Chính phủ, before of Bộ Thông tin và Truyền thông (see {indicator: action_plan)"
            ),
        ],
    ),
    "another document of one publisher": (
        "SER007",
        [f"{P}, {D28}, value: 59", f"{P}, {D29}, value: 59, source: press"],
        [],
    ),
}


@pytest.mark.parametrize(("rule", "quarters", "expected"), CASES.values(), ids=CASES.keys())
def test_a_figure_held_against_the_one_before_it(rule: str, quarters: Quarters, expected: list[str]) -> None:
    assert said_by(rule, quarters if isinstance(quarters, dict) else {"2016Q2": quarters}) == expected


def test_a_break_is_not_said_of_a_file_from_which_something_is_left_out() -> None:
    quarters = {"2016Q1": [f"{CONNECTED}, {MARCH}, value: 25"], "2016Q2": [f"{EXCHANGED}, {JUNE}, value: 19/30"]}
    broken = {**quarters, "2016Q2": [*quarters["2016Q2"], f"{EXCHANGED}, as_of: 2016-06-31, value: 1"]}
    assert (len(said_by("SER003", quarters)), said_by("SER003", broken)) == (1, [])
