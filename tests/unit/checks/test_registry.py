"""REG004, REG006 and REG007: who is named twice, how many there are, and of whom an indicator is printed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from egov_tracker.checks.context import CheckContext
from egov_tracker.checks.registry import find_population_mismatches, find_wrong_groups
from tests.building import definitions, snapshot
from tests.running import said_by

P, C = "indicator: action_plan, group: provinces", "indicator: action_plan, group: central"
DAY = "as_of: 2016-06-30"
ON_THE_AXIS = "indicator: axis_documents, kind: flow, breakdown: {direction: total}, as_of: 2016-06"
Quarters = list[str] | dict[str, list[str]]

# The rule; what is printed, in the second quarter of 2016 if nothing else is said; what the rule says of it.
CASES: dict[str, tuple[str, Quarters, list[str]]] = {
    # Named twice
    "named once": ("REG004", [f"{C}, {DAY}, outstanding: {{names: [Bộ Y tế, Bộ Nội vụ]}}"], []),
    "named twice": (
        "REG004",
        [f"{C}, {DAY}, outstanding: {{names: [Bộ Y tế, Bộ Nội vụ, Y tế]}}"],
        [("warning at Y tế]: Bộ Y tế is named twice in 'outstanding'; it stands in line 8 already (see Bộ Y tế)")],
    ),
    "named three times, and another one twice": (
        "REG004",
        [f"{C}, {DAY}, done: {{names: [Bộ Y tế, Nội vụ, Y tế, BYT, Bộ Nội vụ]}}"],
        [
            "warning at Y tế: Bộ Y tế is named 3 times in 'done'; it stands in line 8 already (see Bộ Y tế)",
            ("warning at Bộ Nội vụ]: Bộ Nội vụ is named twice in 'done'; it stands in line 8 already (see Nội vụ)"),
        ],
    ),
    "named in two lists": (
        "REG004",
        [f"{C}, {DAY}, outstanding: {{names: [Bộ Y tế]}}, in_progress: {{names: [Bộ Y tế]}}"],
        [],
    ),
    # N
    "N is the registry's": ("REG006", [f"{P}, {DAY}, value: 9/63"], []),
    "N is one more": (
        "REG006",
        [f"{P}, {DAY}, value: 9/64"],
        ["warning at 9/64: N is 64, but the registry has 63 of provinces at 2016-06-30"],
    ),
    "N is one fewer": (
        "REG006",
        [f"{P}, {DAY}, value: 9/62"],
        ["warning at 9/62: N is 62, but the registry has 63 of provinces at 2016-06-30"],
    ),
    "N beside a list": (
        "REG006",
        [f"{P}, {DAY}, of: 64, outstanding: {{count: 3}}"],
        ["warning at 64: N is 64, but the registry has 63 of provinces at 2016-06-30"],
    ),
    "an approximate N": ("REG006", [f"{P}, {DAY}, value: 9, of: gần 64"], []),
    "no N": ("REG006", [f"{P}, {DAY}, value: 64"], []),
    "of no date that is known the quarter's": (
        "REG006",
        [f"{P}, as_of: unknown, value: 9/64"],
        ["warning at 9/64: N is 64, but the registry has 63 of provinces at 2016Q2"],
    ),
    "the day before a merger": (
        "REG006",
        {"2025Q2": [f"{P}, as_of: 2025-06-30, value: 9/34"]},
        ["warning at 9/34: N is 34, but the registry has 63 of provinces at 2025-06-30"],
    ),
    "the day of a merger": (
        "REG006",
        {"2025Q3": [f"{P}, as_of: 2025-07-01, value: 9/63"]},
        ["warning at 9/63: N is 63, but the registry has 34 of provinces at 2025-07-01"],
    ),
    "a year with a merger: as many as before": ("REG006", {"2025Q3": [f"{P}, as_of: 2025, value: 9/63"]}, []),
    "a year with a merger: as many as after": ("REG006", {"2025Q3": [f"{P}, as_of: 2025, value: 9/34"]}, []),
    "a year with a merger: one between": ("REG006", {"2025Q3": [f"{P}, as_of: 2025, value: 9/50"]}, []),
    "a year with a merger: one more": (
        "REG006",
        {"2025Q3": [f"{P}, as_of: 2025, value: 9/64"]},
        ["warning at 9/64: N is 64, but the registry has 34 or 63 of provinces at 2025"],
    ),
    "a year with a merger: one fewer": (
        "REG006",
        {"2025Q3": [f"{P}, as_of: 2025, value: 9/33"]},
        ["warning at 9/33: N is 33, but the registry has 34 or 63 of provinces at 2025"],
    ),
    "a year without a merger": (
        "REG006",
        [f"{P}, as_of: 2016, value: 9/64"],
        ["warning at 9/64: N is 64, but the registry has 63 of provinces at 2016"],
    ),
    "a cohort of so many": ("REG006", [f"indicator: lgsp, group: phase-2-2016, {DAY}, value: 9/42"], []),
    "a cohort of fewer": (
        "REG006",
        [f"indicator: lgsp, group: phase-2-2016, {DAY}, value: 9/43"],
        ["warning at 9/43: N is 43, but the registry has 42 of phase-2-2016 at 2016-06-30"],
    ),
    "a cohort of more": (
        "REG006",
        [f"indicator: lgsp, group: phase-2-2016, {DAY}, value: 9/41"],
        ["warning at 9/41: N is 41, but the registry has 42 of phase-2-2016 at 2016-06-30"],
    ),
    "the whole country has no bodies": ("REG006", [f"indicator: lgsp, group: national, {DAY}, value: 9/64"], []),
    "one body has no N": ("REG006", [f"indicator: lgsp, group: VOV, {DAY}, value: 9/64"], []),
    "services are no bodies": (
        "REG006",
        [f"indicator: services_with_dossiers, group: provinces, {DAY}, value: '50% (5/10)'"],
        [],
    ),
    # Groups
    "a group that is none of those of the indicator": (
        "REG007",
        [f"{ON_THE_AXIS}, group: all, value: 5"],
        ["warning at all: axis_documents is printed for national, not for all"],
    ),
    "the group of the indicator": (
        "REG007",
        [f"{ON_THE_AXIS}, group: national, value: 5"],
        [],
    ),
    "an indicator of any group": ("REG007", [f"indicator: lgsp, group: all, {DAY}, value: 5"], []),
}


@pytest.mark.parametrize(("rule", "quarters", "expected"), CASES.values(), ids=CASES.keys())
def test_who_is_named_and_how_many_there_are(rule: str, quarters: Quarters, expected: list[str]) -> None:
    assert said_by(rule, quarters if isinstance(quarters, dict) else {"2016Q2": quarters}) == expected


def test_a_cohort_of_which_no_number_is_printed_has_no_number_to_hold_n_against() -> None:
    read = snapshot([f"indicator: lgsp, group: phase-2-2016, {DAY}, value: 9/41"], "2016Q2")
    (seen,) = read.observations
    assert seen.group.cohort
    uncounted = seen.group._replace(cohort=replace(seen.group.cohort, count=None))
    context = CheckContext((read._replace(observations=(seen._replace(group=uncounted),)),), definitions().registry)
    assert list(find_population_mismatches(context)) == []


@pytest.mark.parametrize(
    ("printed_for", "group", "expected"),
    [
        (("central", "provinces"), "central", []),
        (("central", "provinces"), "all", ["lgsp is printed for central or provinces, not for all"]),
        (("central", "provinces"), "ministries", ["lgsp is printed for central or provinces, not for ministries"]),
        (("ministries",), "VOV", ["lgsp is printed for ministries, not for Đài Tiếng nói Việt Nam"]),
        (("central",), "VOV", []),
        (("all",), "VOV", []),
        (("provinces",), "Hà Nội", []),
        (("provinces",), "phase-1-2016-provinces", []),
        (("central",), "phase-1-2016-provinces", ["lgsp is printed for central, not for phase-1-2016-provinces"]),
        (("central",), "phase-1-2016", ["lgsp is printed for central, not for phase-1-2016"]),
        (("nowhere",), "central", []),
        (("nowhere", "provinces"), "central", ["lgsp is printed for provinces, not for central"]),
        ((), "central", []),
    ],
)  # fmt: skip
def test_an_indicator_of_some_groups_is_printed_for_them_and_for_bodies_and_cohorts_within_them(
    printed_for: tuple[str, ...], group: str, expected: list[str]
) -> None:
    read = snapshot([f"indicator: lgsp, group: {group}, {DAY}, value: 5"], "2016Q2")
    (seen,) = read.observations
    of_some = seen._replace(indicator=replace(seen.indicator, groups=printed_for))
    context = CheckContext((read._replace(observations=(of_some,)),), definitions().registry)
    assert [found.message for found in find_wrong_groups(context)] == expected
