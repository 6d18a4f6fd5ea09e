"""REM001 and REM002: remarks that explain nothing, of rules that do not exist, or that no longer hold."""

from __future__ import annotations

import pytest

from egov_tracker.model.findings import Location
from egov_tracker.model.observation import Remark
from tests.building import placed_obligation
from tests.running import said_by

C = "indicator: lgsp, group: central, as_of: 2016-06-30, value: 9/30"
SHORT = "outstanding: {count: 2, names: [Bộ Y tế]}"

# The rule; what is printed and remarked; what the rule says of it.
CASES: dict[str, tuple[str, list[str], list[str]]] = {
    "a remark that explains a finding": (
        "FIG002",
        [f"{C}, {SHORT}, remarks: [{{rule: FIG002, note: Một}}]"],
        ["note at outstanding: {count: 2: 'outstanding' states 2 and names 1 [Một]"],
    ),
    "a remark that explains a finding is used": (
        "REM001",
        [f"{C}, {SHORT}, remarks: [{{rule: FIG002, note: Một}}]"],
        [],
    ),
    "a remark that explains what is seen while a file is read": (
        "FIG001",
        [f"{C.replace('9/30', '31/30')}, remarks: [{{note: Một, rule: FIG001}}]"],
        ["note at 31/30: 31/30: more are done than there are [Một]"],
    ),
    "a remark that explains what is seen while a file is read is used, and no other of its rule": (
        "REM001",
        [
            f"{C.replace('9/30', '31/30')}, remarks: [{{note: Một, rule: FIG001}}]",
            f"{C.replace('central', 'provinces')}, remarks: [{{note: Hai, rule: FIG001}}]",
        ],
        ["warning at {note: Hai: the remark on FIG001 explains no finding"],
    ),
    "a remark that explains no finding": (
        "REM001",
        [f"{C}, remarks: [{{rule: FIG002, note: Một}}]"],
        ["warning at {rule: FIG002: the remark on FIG002 explains no finding"],
    ),
    "a remark on another rule than that of the finding": (
        "FIG002",
        [f"{C}, {SHORT}, remarks: [{{rule: FIG003, note: Một}}]"],
        ["warning at outstanding: {count: 2: 'outstanding' states 2 and names 1"],
    ),
    "a remark on a rule that is like another one": (
        "REM001",
        [f"{C}, remarks: [{{rule: FIG020, note: Một}}]"],
        ["warning at {rule: FIG020: there is no rule FIG020; did you mean 'FIG001'?"],
    ),
    "a remark on a rule that is like none": (
        "REM001",
        [f"{C}, remarks: [{{rule: QQQ999, note: Một}}]"],
        ["warning at {rule: QQQ999: there is no rule QQQ999"],
    ),
    "a remark without a rule": ("REM001", [f"{C}, remarks: [{{note: Một}}]"], []),
    "of two remarks on one finding the first is used": (
        "REM001",
        [f"{C}, {SHORT}, remarks: [{{rule: FIG002, note: Một}}, {{rule: FIG002, note: Hai}}]"],
        ["warning at {rule: FIG002: the remark on FIG002 explains no finding"],
    ),
    "a remark that held until the day of the figure": (
        "FIG002",
        [f"{C}, {SHORT}, remarks: [{{rule: FIG002, note: Một, until: 2016-06-30}}]"],
        ["note at outstanding: {count: 2: 'outstanding' states 2 and names 1 [Một]"],
    ),
    "a remark that held until the day before": (
        "FIG002",
        [f"{C}, {SHORT}, remarks: [{{rule: FIG002, note: Một, until: 2016-06-29}}]"],
        ["warning at outstanding: {count: 2: 'outstanding' states 2 and names 1"],
    ),
    "a remark that holds no longer is not said to explain nothing": (
        "REM001",
        [f"{C}, {SHORT}, remarks: [{{rule: FIG002, note: Một, until: 2016-06-29}}]"],
        [],
    ),
    "a remark that holds no longer": (
        "REM002",
        [f"{C}, remarks: [{{rule: FIG002, note: Một, until: 2016-06-29}}]"],
        [("warning at {rule: FIG002: the remark on FIG002 holds until 2016-06-29; the figure is as of 2016-06-30")],
    ),
    "a remark that holds on its last day": (
        "REM002",
        [f"{C}, remarks: [{{rule: FIG002, note: Một, until: 2016-06-30}}]"],
        [],
    ),
    "a remark that holds to the end of a month": (
        "REM002",
        [f"{C}, remarks: [{{rule: FIG002, note: Một, until: 2016-06}}]"],
        [],
    ),
    "a remark that held to the end of the month before": (
        "REM002",
        [f"{C}, remarks: [{{rule: FIG002, note: Một, until: 2016-05}}]"],
        [("warning at {rule: FIG002: the remark on FIG002 holds until 2016-05; the figure is as of 2016-06-30")],
    ),
    "a remark without a rule holds as long as it stands": (
        "REM002",
        [f"{C}, remarks: [{{note: Một, until: 2016-05}}]"],
        [],
    ),
    "a remark on a figure of no date that is known: the quarter": (
        "REM002",
        [f"{C.replace('2016-06-30', 'unknown')}, remarks: [{{rule: SRC005, note: Một, until: 2016-03-31}}]"],
        [("warning at {rule: SRC005: the remark on SRC005 holds until 2016-03-31; the figure is as of unknown")],
    ),
}


@pytest.mark.parametrize(("rule", "entries", "expected"), CASES.values(), ids=CASES.keys())
def test_a_remark_explains_a_finding_of_its_rule_while_it_holds(
    rule: str, entries: list[str], expected: list[str]
) -> None:
    assert said_by(rule, {"2016Q2": entries}) == expected


@pytest.mark.parametrize("rule", ["SER001", "OBL001"])
def test_a_remark_on_a_rule_across_quarters_may_explain_what_is_seen_beside_other_files(rule: str) -> None:
    quarters = {"2016Q2": [f"{C}, remarks: [{{rule: {rule}, note: Một}}]"]}
    assert said_by("REM001", quarters) == [f"warning at {{rule: {rule}: the remark on {rule} explains no finding"]
    assert said_by("REM001", quarters, whole=False) == []


def test_a_remark_on_a_rule_of_one_figure_explains_nothing_whichever_files_are_read() -> None:
    quarters = {"2016Q2": [f"{C}, remarks: [{{rule: FIG002, note: Một}}]"]}
    assert len(said_by("REM001", quarters, whole=False)) == 1


def test_a_remark_on_an_obligation_explains_it_as_long_as_it_stands() -> None:
    remark = Remark("Một", "OBL001", None, None, Location("o", 3, 1))
    due = placed_obligation(indicator="lgsp")._replace(remarks=(remark,))
    quarters = {"2016Q2": [C]}
    (said,) = said_by("OBL001", quarters, [due])
    assert said.endswith("9/30 of central had done it (see 9/30) [Một]")
    assert said_by("REM001", quarters, [due]) == []
    assert said_by("REM001", {"2016Q2": []}, [due]) == ["warning at o:3:1: the remark on OBL001 explains no finding"]


def test_a_remark_on_a_table_is_said_once_though_every_figure_has_it() -> None:
    table = "{columns: [assigned, done], rows: {Bộ Y tế: [6, 3], Bộ Nội vụ: [5, 5]}}"
    measured = f"indicator: resolution_tasks, group: central, as_of: 2016-06-30, table: {table}"
    entry = f"{measured}, remarks: [{{rule: FIG002, note: Một}}]"
    assert len(said_by("REM001", {"2016Q2": [entry]})) == 1
