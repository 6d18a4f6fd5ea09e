"""SER008: more bodies are outstanding than before, by whatever each source says of those who are left."""

from __future__ import annotations

import pytest

from tests.running import said_by

P = "indicator: action_plan, group: provinces"
D28, D29 = "as_of: 2016-06-28", "as_of: 2016-06-29"
OTHER = "remarks: [{exhaustive: done, note: x}]"
Quarters = list[str] | dict[str, list[str]]

# What is printed, in the second quarter of 2016 if nothing else is said; what the rule says of it.
CASES: dict[str, tuple[str, Quarters, list[str]]] = {
    "one more is stated": (
        "SER008",
        [f"{P}, {D28}, outstanding: {{count: 4}}", f"{P}, {D29}, outstanding: {{count: 5}}"],
        [
            (
                "warning at {count: 5: what is outstanding of action_plan provinces grows from 4 at "
                "2016-06-28 to 5 at 2016-06-29 (see {count: 4)"
            )
        ],
    ),
    "as many are stated": (
        "SER008",
        [f"{P}, {D28}, outstanding: {{count: 4}}", f"{P}, {D29}, outstanding: {{count: 4}}"],
        [],
    ),
    "the first one after none": (
        "SER008",
        [f"{P}, {D28}, outstanding: {{count: 0}}", f"{P}, {D29}, outstanding: {{count: 1}}"],
        [
            (
                "warning at {count: 1: what is outstanding of action_plan provinces grows from 0 at "
                "2016-06-28 to 1 at 2016-06-29 (see {count: 0)"
            )
        ],
    ),
    "one after all were done": (
        "SER008",
        [f"{P}, {D28}, value: 63/63", f"{P}, {D29}, outstanding: {{count: 1}}"],
        [
            (
                "warning at {count: 1: what is outstanding of action_plan provinces grows from 0 at "
                "2016-06-28 to 1 at 2016-06-29 (see 63/63)"
            )
        ],
    ),
    "N without the done, N beside the figure": (
        "SER008",
        [f"{P}, {D28}, value: 59, of: 63", f"{P}, {D29}, outstanding: {{count: 5}}"],
        [
            (
                "warning at {count: 5: what is outstanding of action_plan provinces grows from 4 (59) at "
                "2016-06-28 to 5 at 2016-06-29 (see 59)"
            )
        ],
    ),
    "N without the done, who are stated in a list": (
        "SER008",
        [f"{P}, {D28}, done: {{count: 59}}, of: 63", f"{P}, {D29}, outstanding: {{count: 5}}"],
        [
            (
                "warning at {count: 5: what is outstanding of action_plan provinces grows from 4 (59 of 63) "
                "at 2016-06-28 to 5 at 2016-06-29 (see {count: 59)"
            )
        ],
    ),
    "N without an approximate number of the done": (
        "SER008",
        [f"{P}, {D28}, value: gần 59/63", f"{P}, {D29}, outstanding: {{count: 30}}"],
        [
            (
                "warning at {count: 30: what is outstanding of action_plan provinces grows from (gần 59/63) "
                "at 2016-06-28 to 30 at 2016-06-29 (see gần 59/63)"
            )
        ],
    ),
    "as many as an approximate number of the done may leave": (
        "SER008",
        [f"{P}, {D28}, value: gần 59/63", f"{P}, {D29}, outstanding: {{count: 9}}"],
        [],
    ),
    "more than N without the least number of the done": (
        "SER008",
        [f"{P}, {D28}, value: ít nhất 59/63", f"{P}, {D29}, outstanding: {{count: 5}}"],
        [
            (
                "warning at {count: 5: what is outstanding of action_plan provinces grows from (ít nhất "
                "59/63) at 2016-06-28 to 5 at 2016-06-29 (see ít nhất 59/63)"
            )
        ],
    ),
    "the greatest number of the done leaves open how many are left": (
        "SER008",
        [f"{P}, {D28}, value: không quá 59/63", f"{P}, {D29}, outstanding: {{count: 50}}"],
        [],
    ),
    "more left by the greatest number of the done": (
        "SER008",
        [f"{P}, {D28}, outstanding: {{count: 5}}", f"{P}, {D29}, value: không quá 57/63"],
        [
            (
                "warning at không quá 57/63: what is outstanding of action_plan provinces grows from 5 at "
                "2016-06-28 to (không quá 57/63) at 2016-06-29 (see {count: 5)"
            )
        ],
    ),
    "perhaps more left by the least number of the done": (
        "SER008",
        [f"{P}, {D28}, outstanding: {{count: 5}}", f"{P}, {D29}, value: ít nhất 50/63"],
        [],
    ),
    "no remainder of an approximate N": (
        "SER008",
        [f"{P}, {D28}, outstanding: {{count: 4}}", f"{P}, {D29}, value: 50, of: gần 63"],
        [],
    ),
    "no remainder without N": ("SER008", [f"{P}, {D28}, outstanding: {{count: 4}}", f"{P}, {D29}, value: 50"], []),
    "no remainder of a percentage": (
        "SER008",
        [f"{P}, {D28}, value: 90%", f"{P}, {D29}, outstanding: {{count: 60}}"],
        [],
    ),
    "two are named, one was stated": (
        "SER008",
        [f"{P}, {D28}, outstanding: {{count: 1}}", f"{P}, {D29}, outstanding: {{names: [Hà Nam, Hà Nội]}}"],
        [
            (
                "warning at {names: [Hà Nam: what is outstanding of action_plan provinces grows from 1 at "
                "2016-06-28 to 2 named at 2016-06-29 (see {count: 1)"
            )
        ],
    ),
    "two are named, two were stated": (
        "SER008",
        [f"{P}, {D28}, outstanding: {{count: 2}}", f"{P}, {D29}, outstanding: {{names: [Hà Nam, Hà Nội]}}"],
        [],
    ),
    "two are named, one was named": (
        "SER008",
        [f"{P}, {D28}, outstanding: {{names: [Hà Nam]}}", f"{P}, {D29}, outstanding: {{names: [Hà Nam, Hà Nội]}}"],
        [
            (
                "note at {names: [Hà Nam: what is outstanding of action_plan provinces grows from 1 named "
                "at 2016-06-28 to 2 named at 2016-06-29; the earlier list may not name all (see {names: [Hà "
                "Nam])"
            )
        ],
    ),
    "two are named, one was named in a list that is said to be complete": (
        "SER008",
        [
            f"{P}, {D28}, outstanding: {{names: [Hà Nam]}}, remarks: [{{exhaustive: outstanding, note: x}}]",
            f"{P}, {D29}, outstanding: {{names: [Hà Nam, Hà Nội]}}",
        ],
        [
            (
                "warning at {names: [Hà Nam: what is outstanding of action_plan provinces grows from 1 "
                "named at 2016-06-28 to 2 named at 2016-06-29 (see {names: [Hà Nam])"
            )
        ],
    ),
    "a remark on another list does not complete this one": (
        "SER008",
        [
            f"{P}, {D28}, outstanding: {{names: [Hà Nam]}}, done: {{names: [Hà Nội]}}, {OTHER}",
            f"{P}, {D29}, outstanding: {{names: [Hà Nam, Hà Nội]}}",
        ],
        [
            (
                "note at {names: [Hà Nam: what is outstanding of action_plan provinces grows from 1 named "
                "at 2016-06-28 to 2 named at 2016-06-29; the earlier list may not name all (see {names: [Hà "
                "Nam])"
            )
        ],
    ),
    "more than those named and those on trial": (
        "SER008",
        [
            f"{P}, {D28}, outstanding: {{names: [Hà Nam]}}, in_progress: {{names: [Hà Nội]}}",
            f"{P}, {D29}, outstanding: {{count: 3}}",
        ],
        [
            (
                "note at {count: 3: what is outstanding of action_plan provinces grows from 1 named at "
                "2016-06-28 to 3 at 2016-06-29; the earlier list may not name all (see {names: [Hà Nam])"
            )
        ],
    ),
    "as many as those named and those on trial": (
        "SER008",
        [
            f"{P}, {D28}, outstanding: {{names: [Hà Nam]}}, in_progress: {{names: [Hà Nội]}}",
            f"{P}, {D29}, outstanding: {{count: 2}}",
        ],
        [],
    ),
    "more than those stated and those on trial": (
        "SER008",
        [f"{P}, {D28}, outstanding: {{count: 4}}, in_progress: {{count: 2}}", f"{P}, {D29}, outstanding: {{count: 7}}"],
        [
            (
                "warning at {count: 7: what is outstanding of action_plan provinces grows from 4 at "
                "2016-06-28 to 7 at 2016-06-29 (see {count: 4)"
            )
        ],
    ),
    "as many as those stated and those on trial": (
        "SER008",
        [f"{P}, {D28}, outstanding: {{count: 4}}, in_progress: {{count: 2}}", f"{P}, {D29}, outstanding: {{count: 6}}"],
        [],
    ),
    "the exempt are not left": (
        "SER008",
        [f"{P}, {D28}, outstanding: {{count: 3}}", f"{P}, {D29}, value: 58/63, exempt: {{count: 2}}"],
        [],
    ),
    "one more than the exempt is left": (
        "SER008",
        [f"{P}, {D28}, outstanding: {{count: 3}}", f"{P}, {D29}, value: 57/63, exempt: {{count: 2}}"],
        [
            (
                "warning at 57/63: what is outstanding of action_plan provinces grows from 3 at 2016-06-28 "
                "to 4 (57/63) at 2016-06-29 (see {count: 3)"
            )
        ],
    ),
    "who was exempt is still exempt": (
        "SER008",
        [f"{P}, {D28}, outstanding: {{count: 3}}, exempt: {{count: 2}}", f"{P}, {D29}, value: 58/63"],
        [],
    ),
    "one more than those who were named as exempt is left": (
        "SER008",
        [f"{P}, {D28}, outstanding: {{count: 3}}, exempt: {{names: [Hà Nam]}}", f"{P}, {D29}, value: 58/63"],
        [
            (
                "warning at 58/63: what is outstanding of action_plan provinces grows from 3 at 2016-06-28 "
                "to 4 (58/63) at 2016-06-29 (see {count: 3)"
            )
        ],
    ),
    "without an approximate number of the exempt": (
        "SER008",
        [f"{P}, {D28}, outstanding: {{count: 3}}, exempt: {{count: gần 3}}", f"{P}, {D29}, value: 50/63"],
        [
            (
                "warning at 50/63: what is outstanding of action_plan provinces grows from 3 at 2016-06-28 "
                "to (50/63) at 2016-06-29 (see {count: 3)"
            )
        ],
    ),
    "out of another N": (
        "SER008",
        [f"{P}, {D28}, outstanding: {{count: 3}}, of: 63", f"{P}, {D29}, outstanding: {{count: 5}}, of: 64"],
        [],
    ),
    "out of one N": (
        "SER008",
        [f"{P}, {D28}, outstanding: {{count: 3}}, of: 63", f"{P}, {D29}, outstanding: {{count: 5}}, of: 63"],
        [
            (
                "warning at {count: 5: what is outstanding of action_plan provinces grows from 3 at "
                "2016-06-28 to 5 at 2016-06-29 (see {count: 3)"
            )
        ],
    ),
    "out of an N that is not printed any more": (
        "SER008",
        [f"{P}, {D28}, outstanding: {{count: 3}}, of: 63", f"{P}, {D29}, outstanding: {{count: 5}}"],
        [
            (
                "warning at {count: 5: what is outstanding of action_plan provinces grows from 3 at "
                "2016-06-28 to 5 at 2016-06-29 (see {count: 3)"
            )
        ],
    ),
    "another source had more left": (
        "SER008",
        [
            f"{P}, {D28}, outstanding: {{count: 3}}",
            f"{P}, {D28}, outstanding: {{count: 6}}, source: press",
            f"{P}, {D29}, outstanding: {{count: 5}}",
        ],
        [],
    ),
    "another source had one left where the first had none": (
        "SER008",
        [
            f"{P}, {D28}, outstanding: {{count: 0}}",
            f"{P}, {D28}, outstanding: {{count: 1}}, source: press",
            f"{P}, {D29}, outstanding: {{count: 1}}",
        ],
        [],
    ),
    "another source has none left where the first has one": (
        "SER008",
        [
            f"{P}, {D28}, outstanding: {{count: 0}}",
            f"{P}, {D29}, outstanding: {{count: 1}}",
            f"{P}, {D29}, outstanding: {{count: 0}}, source: press",
        ],
        [],
    ),
    "another source left open how many": (
        "SER008",
        [
            f"{P}, {D28}, outstanding: {{count: 3}}",
            f"{P}, {D28}, outstanding: {{count: ít nhất 3}}, source: press",
            f"{P}, {D29}, outstanding: {{count: 5}}",
        ],
        [],
    ),
    "another source has fewer left": (
        "SER008",
        [
            f"{P}, {D28}, outstanding: {{count: 3}}",
            f"{P}, {D29}, outstanding: {{count: 5}}",
            f"{P}, {D29}, outstanding: {{count: 3}}, source: press",
        ],
        [],
    ),
    "all sources have more left: the one that has fewest": (
        "SER008",
        [
            f"{P}, {D28}, outstanding: {{count: 3}}",
            f"{P}, {D29}, outstanding: {{count: 5}}",
            f"{P}, {D29}, outstanding: {{count: 4}}, source: press",
        ],
        [
            (
                "warning at {count: 4: what is outstanding of action_plan provinces grows from 3 at "
                "2016-06-28 to 4 at 2016-06-29 (see {count: 3)"
            )
        ],
    ),
    "another source has at most so many left": (
        "SER008",
        [
            f"{P}, {D28}, outstanding: {{count: 3}}",
            f"{P}, {D29}, outstanding: {{count: 5}}",
            f"{P}, {D29}, outstanding: {{count: không quá 9}}, source: press",
        ],
        [],
    ),
    "each date is held against the one before": (
        "SER008",
        [
            f"{P}, as_of: 2016-06-01, outstanding: {{count: 3}}",
            f"{P}, {D28}, outstanding: {{count: 8}}",
            f"{P}, {D29}, outstanding: {{count: 5}}",
        ],
        [
            (
                "warning at {count: 8: what is outstanding of action_plan provinces grows from 3 at "
                "2016-06-01 to 8 at 2016-06-28 (see {count: 3)"
            )
        ],
    ),
    "a date that says nothing of it is passed over": (
        "SER008",
        [
            f"{P}, as_of: 2016-06-01, outstanding: {{count: 3}}",
            f"{P}, {D28}, value: 5",
            f"{P}, {D29}, outstanding: {{count: 5}}",
        ],
        [
            (
                "warning at {count: 5: what is outstanding of action_plan provinces grows from 3 at "
                "2016-06-01 to 5 at 2016-06-29 (see {count: 3)"
            )
        ],
    ),
    "something that does not stay done": (
        "SER008",
        [
            f"indicator: level4_30_percent, group: provinces, {D28}, outstanding: {{count: 3}}",
            f"indicator: level4_30_percent, group: provinces, {D29}, outstanding: {{count: 5}}",
        ],
        [],
    ),
    "what another rule says of the same figures": (
        "SER008",
        [
            f"{P}, {D28}, value: 59/63, outstanding: {{count: 4}}",
            f"{P}, {D29}, value: 55/63, outstanding: {{count: 8}}",
        ],
        [],
    ),
    "a fall of other dates does not hide it": (
        "SER008",
        [
            f"{P}, as_of: 2016-06-01, value: 59",
            f"{P}, as_of: 2016-06-02, value: 50",
            f"{P}, {D28}, outstanding: {{count: 4}}",
            f"{P}, {D29}, outstanding: {{count: 8}}",
        ],
        [
            (
                "warning at {count: 8: what is outstanding of action_plan provinces grows from 4 at "
                "2016-06-28 to 8 at 2016-06-29 (see {count: 4)"
            )
        ],
    ),
    "new bodies may not have done it yet": (
        "SER008",
        {
            "2025Q2": [f"{P}, as_of: 2025-06-30, outstanding: {{count: 3}}"],
            "2025Q3": [f"{P}, as_of: 2025-09-30, outstanding: {{count: 5}}"],
        },
        [],
    ),
    "fewer bodies, and more of them are left": (
        "SER008",
        {
            "2025Q1": ["indicator: lgsp, group: government_agencies, as_of: 2025-02-28, outstanding: {count: 3}"],
            "2025Q2": ["indicator: lgsp, group: government_agencies, as_of: 2025-03-01, outstanding: {count: 5}"],
        },
        [
            (
                "warning at {count: 5: what is outstanding of lgsp government_agencies grows from 3 at "
                "2025-02-28 to 5 at 2025-03-01 (see {count: 3)"
            )
        ],
    ),
}


@pytest.mark.parametrize(("rule", "quarters", "expected"), CASES.values(), ids=CASES.keys())
def test_what_is_left_grows_only_where_no_reading_of_the_sources_lets_it_shrink(
    rule: str, quarters: Quarters, expected: list[str]
) -> None:
    assert said_by(rule, quarters if isinstance(quarters, dict) else {"2016Q2": quarters}) == expected
