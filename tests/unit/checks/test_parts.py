"""FIG008: one source prints more of a part than of the whole."""

from __future__ import annotations

import pytest

from tests.running import said_by

DAY, MONTH = "as_of: 2016-06-30", "as_of: 2016-06"
CENTRAL, ALL = "indicator: lgsp, group: central", "indicator: lgsp, group: all"
MINISTRIES, AGENCIES = "indicator: lgsp, group: ministries", "indicator: lgsp, group: government_agencies"
SHARE, SERVED = "indicator: level4_share", "indicator: services_with_dossiers"
RANK = "indicator: un_egdi_rank, group: national"


def services(level: str, group: str = "national") -> str:
    return f"indicator: online_services, group: {group}, breakdown: {{level: {level}}}, {DAY}"


def feedback(stage: str, kind: str = "flow") -> str:
    return f"indicator: feedback, group: national, breakdown: {{stage: {stage}}}, kind: {kind}, {MONTH}"


# What is printed; what the rule says of it.
CASES: dict[str, tuple[str, list[str], list[str]]] = {
    "a part is as much as the whole": (
        "FIG008",
        [f"{CENTRAL}, {DAY}, value: 19", f"{MINISTRIES}, {DAY}, value: 19"],
        [],
    ),
    "a part is more than the whole": (
        "FIG008",
        [f"{CENTRAL}, {DAY}, value: 19", f"{MINISTRIES}, {DAY}, value: 20"],
        ["warning at 20: the figure of ministries is 20, more than the 19 of central (see 19)"],
    ),
    "a part of a part is more than the whole": (
        "FIG008",
        [f"{ALL}, {DAY}, value: 19", f"{MINISTRIES}, {DAY}, value: 20"],
        ["warning at 20: the figure of ministries is 20, more than the 19 of all (see 19)"],
    ),
    "N of a part is more than that of the whole": (
        "FIG008",
        [f"{CENTRAL}, {DAY}, value: 9/21", f"{MINISTRIES}, {DAY}, value: 9/22"],
        ["warning at 9/22: N of ministries is 22, more than the 21 of central (see 9/21)"],
    ),
    "N beside a list is more than that of the whole": (
        "FIG008",
        [f"{CENTRAL}, {DAY}, value: 9/21", f"{MINISTRIES}, {DAY}, of: 22, outstanding: {{count: 2}}"],
        ["warning at 22: N of ministries is 22, more than the 21 of central (see 9/21)"],
    ),
    "more are outstanding of a part": (
        "FIG008",
        [f"{CENTRAL}, {DAY}, outstanding: {{count: 4}}", f"{MINISTRIES}, {DAY}, outstanding: {{count: 5}}"],
        [
            (
                "warning at {count: 5: the count of 'outstanding' of ministries is 5, more than the 4 of "
                "central (see {count: 4)"
            )
        ],
    ),
    "more are exempt of a part": (
        "FIG008",
        [f"{CENTRAL}, {DAY}, exempt: {{count: 1}}, value: 9", f"{MINISTRIES}, {DAY}, exempt: {{count: 2}}, value: 9"],
        [
            (
                "warning at {count: 2: the count of 'exempt' of ministries is 2, more than the 1 of central "
                "(see {count: 1)"
            )
        ],
    ),
    "an approximate part is more": (
        "FIG008",
        [f"{CENTRAL}, {DAY}, value: 19", f"{MINISTRIES}, {DAY}, value: hơn 20"],
        ["warning at hơn 20: the figure of ministries is hơn 20, more than the 19 of central (see 19)"],
    ),
    "an approximate part may be less": (
        "FIG008",
        [f"{CENTRAL}, {DAY}, value: 19", f"{MINISTRIES}, {DAY}, value: gần 20"],
        [],
    ),
    "a part is more than an approximate whole": (
        "FIG008",
        [f"{CENTRAL}, {DAY}, value: gần 19", f"{MINISTRIES}, {DAY}, value: 20"],
        ["warning at 20: the figure of ministries is 20, more than the gần 19 of central (see gần 19)"],
    ),
    "a percentage of a part may be more": (
        "FIG008",
        [f"{SHARE}, group: central, {DAY}, value: 10%", f"{SHARE}, group: ministries, {DAY}, value: 20%"],
        [],
    ),
    "a base of a share of a part may be more": (
        "FIG008",
        [
            f"{SERVED}, group: central, {DAY}, value: '50% (5/10)'",
            f"{SERVED}, group: ministries, {DAY}, value: '20% (4/20)'",
        ],
        [],
    ),
    "one level is more than two": (
        "FIG008",
        [f"{services('3-4')}, value: 19", f"{services('3')}, value: 20"],
        ["warning at 20: the figure of national 3 is 20, more than the 19 of national 3-4 (see 19)"],
    ),
    "a base of one level may be more than that of two": (
        "FIG008",
        [f"{services('3-4')}, value: 19, of: 30", f"{services('3')}, value: 10, of: 40"],
        [],
    ),
    "one level of a part is more than two of the whole: one step at a time": (
        "FIG008",
        [f"{services('3-4', 'all')}, value: 19", f"{services('3', 'central')}, value: 20"],
        [],
    ),
    "another source": (
        "FIG008",
        [f"{CENTRAL}, {DAY}, value: 19", f"{MINISTRIES}, {DAY}, value: 20, source: press"],
        [],
    ),
    "another day": ("FIG008", [f"{CENTRAL}, {DAY}, value: 19", f"{MINISTRIES}, as_of: 2016-06-29, value: 20"], []),
    "within a month both may be true": (
        "FIG008",
        [f"{CENTRAL}, {MONTH}, value: 19", f"{MINISTRIES}, {MONTH}, value: 20"],
        [],
    ),
    "a flow of a month is of all of it": (
        "FIG008",
        [f"{feedback('received')}, value: 19", f"{feedback('in_scope')}, value: 20"],
        [],
    ),
    "a running total of a month may be of two days": (
        "FIG008",
        [f"{feedback('received', 'cumulative')}, value: 19", f"{feedback('in_scope', 'cumulative')}, value: 20"],
        [],
    ),
    "no date is known": (
        "FIG008",
        [f"{CENTRAL}, as_of: unknown, value: 19", f"{MINISTRIES}, as_of: unknown, value: 20"],
        [],
    ),
    "two entries of the whole": (
        "FIG008",
        [f"{CENTRAL}, {DAY}, value: 19", f"{CENTRAL}, {DAY}, value: 18, at: b", f"{MINISTRIES}, {DAY}, value: 20"],
        [
            "warning at 20: the figure of ministries is 20, more than the 18 of central (see 18)",
            "warning at 20: the figure of ministries is 20, more than the 19 of central (see 19)",
        ],
    ),
    "the sum of all parts says so already": (
        "FIG008",
        [f"{CENTRAL}, {DAY}, value: 19", f"{MINISTRIES}, {DAY}, value: 20", f"{AGENCIES}, {DAY}, value: 3"],
        [],
    ),
    "the sum of all parts says so already of the figure, not of the outstanding": (
        "FIG008",
        [
            f"{CENTRAL}, {DAY}, value: 19, outstanding: {{count: 4}}",
            f"{MINISTRIES}, {DAY}, value: 20, outstanding: {{count: 5}}",
            f"{AGENCIES}, {DAY}, value: 3",
        ],
        [
            (
                "warning at {count: 5: the count of 'outstanding' of ministries is 5, more than the 4 of "
                "central (see {count: 4)"
            )
        ],
    ),
}


@pytest.mark.parametrize(("rule", "entries", "expected"), CASES.values(), ids=CASES.keys())
def test_a_part_held_against_its_whole(rule: str, entries: list[str], expected: list[str]) -> None:
    assert said_by(rule, {"2016Q2": entries}) == expected
