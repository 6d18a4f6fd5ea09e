"""SER004 and FIG007: two figures for one quantity at one date, and two states of one body."""

from __future__ import annotations

import pytest

from tests.running import said_by

C = "indicator: document_interconnection, group: central"
DAY, MONTH = "as_of: 2016-06-30", "as_of: 2016-06"
S = "indicator: online_services, group: national, breakdown: {level: 3}"
F = "indicator: feedback, group: national, breakdown: {stage: received}, kind: flow"
PRESS, MIC = "source: press", "source: mic"
LATE, DONE = "outstanding: {names: [Bộ Y tế]}", "done: {names: [Bộ Y tế]}"

# The rule; what is printed; what the rule says of it.
CASES: dict[str, tuple[str, list[str], list[str]]] = {
    # Figures
    "two sources agree": ("SER004", [f"{C}, {DAY}, value: 19/30", f"{C}, {DAY}, value: 19/30, {PRESS}"], []),
    "two sources print two figures": (
        "SER004",
        [f"{C}, {DAY}, value: 19/30", f"{C}, {DAY}, value: 20/30, {PRESS}"],
        [
            (
                "warning at 20/30: document_interconnection central at 2016-06-30 is 20/30 here and 19/30 "
                "in 'vpcp' (see 19/30)"
            )
        ],
    ),
    "one source prints two figures": (
        "SER004",
        [f"{C}, {DAY}, value: 19/30", f"{C}, {DAY}, value: 20/30, at: b"],
        [
            (
                "warning at 19/30: document_interconnection central at 2016-06-30 is 19/30 here and 20/30 "
                "in the same source (see 20/30)"
            )
        ],
    ),
    "one source prints two figures, one of them approximate": (
        "SER004",
        [f"{S}, {DAY}, value: 900", f"{S}, {DAY}, value: hơn 900, at: b"],
        [],
    ),
    "two sources, one of them approximate": (
        "SER004",
        [f"{S}, {DAY}, value: 900", f"{S}, {DAY}, value: hơn 900, {PRESS}"],
        [("warning at hơn 900: online_services 3 national at 2016-06-30 is hơn 900 here and 900 in 'vpcp' (see 900)")],
    ),
    "two sources, one of them approximate, that may agree": (
        "SER004",
        [f"{S}, {DAY}, value: 900", f"{S}, {DAY}, value: gần 910, {PRESS}"],
        [],
    ),
    "three sources: the first exact one is the one that all are held against": (
        "SER004",
        [f"{S}, {DAY}, value: gần 1.000", f"{S}, {DAY}, value: 950, {PRESS}", f"{S}, {DAY}, value: 960, {MIC}"],
        ["warning at 950: online_services 3 national at 2016-06-30 is 950 here and 960 in 'mic' (see 960)"],
    ),
    "three sources: each contradicts the first": (
        "SER004",
        [f"{S}, {DAY}, value: 900", f"{S}, {DAY}, value: 950, {PRESS}", f"{S}, {DAY}, value: 960, {MIC}"],
        [
            ("warning at 950: online_services 3 national at 2016-06-30 is 950 here and 900 in 'vpcp' (see 900)"),
            ("warning at 960: online_services 3 national at 2016-06-30 is 960 here and 900 in 'vpcp' (see 900)"),
        ],
    ),
    "three sources, of which the first two agree: the first is named": (
        "SER004",
        [f"{S}, {DAY}, value: 900", f"{S}, {DAY}, value: 900, {MIC}", f"{S}, {DAY}, value: 950, {PRESS}"],
        [("warning at 950: online_services 3 national at 2016-06-30 is 950 here and 900 in 'vpcp' (see 900)")],
    ),
    "three approximate sources, of which the first two agree: the first is named": (
        "SER004",
        [f"{S}, {DAY}, value: gần 900", f"{S}, {DAY}, value: gần 890, {MIC}", f"{S}, {DAY}, value: 950, {PRESS}"],
        [("warning at 950: online_services 3 national at 2016-06-30 is 950 here and gần 900 in 'vpcp' (see gần 900)")],
    ),
    "two sources speak of one month": (
        "SER004",
        [f"{C}, {MONTH}, value: 19/30", f"{C}, {MONTH}, value: 20/30, {PRESS}"],
        [("note at 20/30: document_interconnection central at 2016-06 is 20/30 here and 19/30 in 'vpcp' (see 19/30)")],
    ),
    "two sources speak of the flow of one month": (
        "SER004",
        [f"{F}, {MONTH}, value: 19", f"{F}, {MONTH}, value: 20, {PRESS}"],
        ["warning at 20: feedback received national at 2016-06 is 20 here and 19 in 'vpcp' (see 19)"],
    ),
    "two sources speak of two dates": (
        "SER004",
        [f"{C}, {DAY}, value: 19/30", f"{C}, as_of: 2016-06-29, value: 20/30, {PRESS}"],
        [],
    ),
    "two sources speak of no date that is known": (
        "SER004",
        [f"{C}, as_of: unknown, value: 19/30", f"{C}, as_of: unknown, value: 20/30, {PRESS}"],
        [],
    ),
    "another document is only repeated": (
        "SER004",
        [f"{C}, {DAY}, value: 19/30", f"{C}, {DAY}, value: 20/30, source: repost"],
        [],
    ),
    "a flow of another beginning": (
        "SER004",
        [f"{F}, from: 2016-01-01, {DAY}, value: 19", f"{F}, from: 2016-04-01, {DAY}, value: 20, {PRESS}"],
        [],
    ),
    # N, percentages and lists
    "two sources print two N": (
        "SER004",
        [f"{C}, {DAY}, value: 19/30", f"{C}, {DAY}, value: 19/29, {PRESS}"],
        [
            (
                "warning at 19/29: document_interconnection central at 2016-06-30 is 19/29 here and 19/30 "
                "in 'vpcp' (see 19/30)"
            )
        ],
    ),
    "two N beside one figure": (
        "SER004",
        [f"{C}, {DAY}, value: 19, of: 30", f"{C}, {DAY}, value: 19, of: 29, {PRESS}"],
        [
            (
                "warning at 29: document_interconnection central at 2016-06-30 is out of 29 here and out of "
                "30 in 'vpcp' (see 30)"
            )
        ],
    ),
    "a percentage that its N does not give": (
        "SER004",
        [f"{C}, {DAY}, value: 19/30", f"{C}, {DAY}, value: '61,9%', {PRESS}"],
        [
            (
                "warning at '61: document_interconnection central at 2016-06-30 is 61,9% here and 19/30 in "
                "'vpcp' (see 19/30)"
            )
        ],
    ),
    "a percentage that its N gives": (
        "SER004",
        [f"{C}, {DAY}, value: 19/30", f"{C}, {DAY}, value: '63,3%', {PRESS}"],
        [],
    ),
    "percentages beside the same figures": (
        "SER004",
        [f"{C}, {DAY}, value: '19/30 (60%)'", f"{C}, {DAY}, value: '19/30 (70%)', {PRESS}"],
        [],
    ),
    "two counts of the outstanding": (
        "SER004",
        [f"{C}, {DAY}, outstanding: {{count: 9}}", f"{C}, {DAY}, outstanding: {{count: 8}}, {PRESS}"],
        [
            (
                "warning at {count: 8: document_interconnection central at 2016-06-30 is 8 here and 9 in "
                "'vpcp' (see {count: 9)"
            )
        ],
    ),
    "two counts of the exempt beside one figure": (
        "SER004",
        [f"{C}, {DAY}, value: 19/30, exempt: {{count: 2}}", f"{C}, {DAY}, value: 19/30, exempt: {{count: 3}}, {PRESS}"],
        [
            (
                "warning at {count: 3: document_interconnection central at 2016-06-30 is 3 here and 2 in "
                "'vpcp' (see {count: 2)"
            )
        ],
    ),
    "two counts of those on trial": (
        "SER004",
        [f"{C}, {DAY}, in_progress: {{count: 9}}", f"{C}, {DAY}, in_progress: {{count: 8}}, {PRESS}"],
        [
            (
                "warning at {count: 8: document_interconnection central at 2016-06-30 is 8 here and 9 in "
                "'vpcp' (see {count: 9)"
            )
        ],
    ),
    "two counts of the done": (
        "SER004",
        [f"{C}, {DAY}, done: {{count: 9}}", f"{C}, {DAY}, done: {{count: 8}}, {PRESS}"],
        [
            (
                "warning at {count: 8: document_interconnection central at 2016-06-30 is 8 here and 9 in "
                "'vpcp' (see {count: 9)"
            )
        ],
    ),
    "a figure and a count of the done": (
        "SER004",
        [f"{C}, {DAY}, value: 9", f"{C}, {DAY}, done: {{count: 8}}, {PRESS}"],
        [("warning at {count: 8: document_interconnection central at 2016-06-30 is 8 here and 9 in 'vpcp' (see 9)")],
    ),
    "names without a count contradict no count": (
        "SER004",
        [f"{C}, {DAY}, outstanding: {{names: [Bộ Y tế]}}", f"{C}, {DAY}, outstanding: {{count: 8}}, {PRESS}"],
        [],
    ),
    "two N beside lists that say nothing of the done": (
        "SER004",
        [
            f"{C}, {DAY}, of: 30, outstanding: {{names: [Bộ Y tế]}}",
            f"{C}, {DAY}, of: 29, outstanding: {{names: [Bộ Y tế]}}, {PRESS}",
        ],
        [
            (
                "warning at 29: document_interconnection central at 2016-06-30 is out of 29 here and out of "
                "30 in 'vpcp' (see 30)"
            )
        ],
    ),
    "figure and N differ: the figure is said": (
        "SER004",
        [f"{C}, {DAY}, value: 19/30", f"{C}, {DAY}, value: 18/29, {PRESS}"],
        [
            (
                "warning at 18/29: document_interconnection central at 2016-06-30 is 18/29 here and 19/30 "
                "in 'vpcp' (see 19/30)"
            )
        ],
    ),
    # Bodies in two sources
    "a body is outstanding here and done there": (
        "SER004",
        [f"{C}, {DAY}, {LATE}", f"{C}, {DAY}, {DONE}, {PRESS}"],
        [("warning at Bộ Y tế]: Bộ Y tế at 2016-06-30 is done here and outstanding in 'vpcp' (see Bộ Y tế])")],
    ),
    "a body is outstanding here and on trial there": (
        "SER004",
        [f"{C}, {DAY}, {LATE}", f"{C}, {DAY}, in_progress: {{names: [Bộ Y tế]}}, {PRESS}"],
        [],
    ),
    "a body is outstanding on one day and done on another": (
        "SER004",
        [f"{C}, {DAY}, {LATE}", f"{C}, as_of: 2016-06-29, {DONE}, {PRESS}"],
        [],
    ),
    "a body is outstanding and done in one month": (
        "SER004",
        [f"{C}, {MONTH}, {LATE}", f"{C}, {MONTH}, {DONE}, {PRESS}"],
        [],
    ),
    "a body is in two states by another group": (
        "SER004",
        [f"{C}, {DAY}, {LATE}", f"indicator: document_interconnection, group: ministries, {DAY}, {DONE}, {PRESS}"],
        [("warning at Bộ Y tế]: Bộ Y tế at 2016-06-30 is done here and outstanding in 'vpcp' (see Bộ Y tế])")],
    ),
    "a body is in two states of two indicators": (
        "SER004",
        [f"{C}, {DAY}, {LATE}", f"indicator: lgsp, group: central, {DAY}, {DONE}, {PRESS}"],
        [],
    ),
    "two bodies are in two states": (
        "SER004",
        [f"{C}, {DAY}, {LATE}", f"{C}, {DAY}, done: {{names: [Bộ Nội vụ]}}, {PRESS}"],
        [],
    ),
    # Bodies in one source
    "one list names a body as exempt, another as outstanding": (
        "FIG007",
        [f"{C}, {DAY}, {LATE}, exempt: {{names: [Y tế]}}"],
        [
            (
                "warning at Bộ Y tế]: Bộ Y tế is in two states, exempt and outstanding, in "
                "document_interconnection central (see Y tế])"
            )
        ],
    ),
    "one list names a body as done, another as outstanding": (
        "FIG007",
        [f"{C}, {DAY}, {LATE}, {DONE}"],
        [
            (
                "warning at Bộ Y tế]: Bộ Y tế is in two states, done and outstanding, in "
                "document_interconnection central (see Bộ Y tế])"
            )
        ],
    ),
    "outstanding and on trial are one state": (
        "FIG007",
        [f"{C}, {DAY}, {LATE}, in_progress: {{names: [Bộ Y tế]}}"],
        [],
    ),
    "two entries of one source and date": (
        "FIG007",
        [f"{C}, {DAY}, {LATE}", f"{C}, {DAY}, {DONE}, at: b"],
        [
            (
                "warning at Bộ Y tế]: Bộ Y tế is in two states, done and outstanding, in "
                "document_interconnection central (see Bộ Y tế])"
            )
        ],
    ),
    "two entries of one source and month": (
        "FIG007",
        [f"{C}, {MONTH}, {LATE}", f"{C}, {MONTH}, {DONE}, at: b"],
        [
            (
                "warning at Bộ Y tế]: Bộ Y tế is in two states, done and outstanding, in "
                "document_interconnection central (see Bộ Y tế])"
            )
        ],
    ),
    "two entries of two dates": ("FIG007", [f"{C}, {DAY}, {LATE}", f"{C}, as_of: 2016-06-29, {DONE}, at: b"], []),
    "two entries of no date that is known": (
        "FIG007",
        [f"{C}, as_of: unknown, {LATE}", f"{C}, as_of: unknown, {DONE}, at: b"],
        [],
    ),
    "one entry of no date that is known": (
        "FIG007",
        [f"{C}, as_of: unknown, {LATE}, {DONE}"],
        [
            (
                "warning at Bộ Y tế]: Bộ Y tế is in two states, done and outstanding, in "
                "document_interconnection central (see Bộ Y tế])"
            )
        ],
    ),
    "two sources": ("FIG007", [f"{C}, {DAY}, {LATE}", f"{C}, {DAY}, {DONE}, {PRESS}"], []),
    "a body named twice in one list is in one state": (
        "FIG007",
        [f"{C}, {DAY}, outstanding: {{names: [Bộ Y tế, Y tế]}}"],
        [],
    ),
    "every further claim is held against the first": (
        "FIG007",
        [f"{C}, {DAY}, {LATE}, {DONE}, exempt: {{names: [Bộ Y tế]}}"],
        [
            (
                "warning at Bộ Y tế]: Bộ Y tế is in two states, done and outstanding, in "
                "document_interconnection central (see Bộ Y tế])"
            ),
            (
                "warning at Bộ Y tế]: Bộ Y tế is in two states, done and exempt, in "
                "document_interconnection central (see Bộ Y tế])"
            ),
        ],
    ),
}


@pytest.mark.parametrize(("rule", "entries", "expected"), CASES.values(), ids=CASES.keys())
def test_two_statements_on_one_quantity_or_body(rule: str, entries: list[str], expected: list[str]) -> None:
    assert said_by(rule, {"2016Q2": entries}) == expected
