"""The rows of a line from top to bottom: figures, breaks, quarters without a figure, and what was due when."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from egov_tracker.inference.obligations import Outcome, Verdict
from egov_tracker.inference.timeline import build_timeline
from egov_tracker.inference.trend import Break, Gap, Mark, Row, Target, trace, undated_marks
from egov_tracker.text.quarters import parse_quarter
from tests.building import placed_obligation, snapshot

if TYPE_CHECKING:
    from collections.abc import Collection

    from egov_tracker.model.observation import Observation
    from egov_tracker.text.quarters import Quarter

LGSP = "indicator: lgsp, group: central"
Reports = dict[str, list[str]]

# What each quarter prints; the quarters that the ledger has; the due dates; the rows.
CASES: dict[str, tuple[Reports, list[str], list[str], list[str]]] = {
    "nothing at all": ({}, [], [], []),
    "quarters without a figure": ({}, ["2016Q1", "2016Q3"], [], ["gap 2016Q1 2016Q2 2016Q3, not 2016Q2"]),
    "a figure a quarter": (
        {"2016Q1": ["2016-03-31, value: 1/30"], "2016Q2": ["2016-06-30, value: 2/30"]},
        ["2016Q1", "2016Q2"],
        [],
        ["2016-03-31 1/30", "2016-06-30 2/30 joined"],
    ),
    "two figures of one quarter, and a quarter without": (
        {"2016Q1": ["2016-01-31, value: 1/30", "2016-03-31, value: 2/30"]},
        ["2016Q1", "2016Q2"],
        [],
        ["2016-01-31 1/30", "2016-03-31 2/30 joined", "gap 2016Q2"],
    ),
    "quarters before the first figure, between two, and after the last": (
        {"2016Q2": ["2016-06-30, value: 1/30"], "2016Q4": ["2016-12-31, value: 2/30"]},
        ["2016Q1", "2016Q2", "2016Q4", "2017Q1"],
        [],
        ["gap 2016Q1", "2016-06-30 1/30", "gap 2016Q3, not 2016Q3", "2016-12-31 2/30 joined", "gap 2017Q1"],
    ),
    "a figure of a time before the ledger": (
        {"2016Q2": ["2015-12-31, value: 1/30"]},
        ["2016Q2"],
        [],
        ["2015-12-31 1/30", "gap 2016Q1 2016Q2, not 2016Q1"],
    ),
    "a figure of a time after the ledger": (
        {"2016Q2": ["2016-12-31, value: 1/30"]},
        ["2016Q2"],
        [],
        ["gap 2016Q2 2016Q3, not 2016Q3", "2016-12-31 1/30"],
    ),
    "a figure of a year stands in its own quarter": (
        {"2016Q2": ["2016, value: 1/30"]},
        ["2016Q1", "2016Q2"],
        [],
        ["gap 2016Q1", "2016 1/30"],
    ),
    "a figure of a year that began before the ledger": (
        {"2016Q2": ["2016, value: 1/30"]},
        ["2016Q2"],
        [],
        ["2016 1/30"],
    ),
    "a quarter of undated figures": (
        {"2016Q1": ["unknown, value: 1/30"], "2016Q2": ["2016-06-30, value: 2/30"]},
        ["2016Q1", "2016Q2"],
        [],
        ["gap 2016Q1, undated 2016Q1", "2016-06-30 2/30"],
    ),
    "undated figures of rivals, and a quarter that prints none": (
        {"2016Q1": ["unknown, value: 1/30"], "2016Q2": ["unknown, value: 2/30"]},
        ["2016Q1", "2016Q2", "2016Q3"],
        [],
        ["gap 2016Q1 2016Q2 2016Q3, undated 2016Q1 2016Q2"],
    ),
    "figures that cannot be subtracted": (
        {"2016Q1": ["2016-03-31, value: 1/30"], "2016Q2": ["2016-06-30, value: 2/29"]},
        ["2016Q1", "2016Q2"],
        [],
        ["2016-03-31 1/30", "break different_n", "2016-06-30 2/29"],
    ),
    "a break stands under the gap that leads to it": (
        {"2016Q1": ["2016-03-31, value: 1/30"], "2016Q3": ["2016-09-30, value: 2/29"]},
        ["2016Q1", "2016Q2", "2016Q3"],
        [],
        ["2016-03-31 1/30", "gap 2016Q2", "break different_n", "2016-09-30 2/29"],
    ),
    "sources of one date that agree, and one that does not": (
        {
            "2016Q1": ["2016-03-31, value: 1/30"],
            "2016Q2": [
                "2016-06-30, value: 2/30",
                "2016-06-30, value: 2/30, source: press",
                "2016-06-30, value: 3/30, source: press, at: b",
            ],
        },
        ["2016Q1", "2016Q2"],
        [],
        ["2016-03-31 1/30", "2016-06-30 2/30 2/30 joined", "2016-06-30 3/30 rival"],
    ),
    "due on the day of a figure, the day before and the day after": (
        {"2016Q2": ["2016-06-15, value: 1/30"]},
        ["2016Q2"],
        ["2016-06-16", "2016-06-15", "2016-06-14"],
        ["due 2016-06-14", "2016-06-15 1/30", "due 2016-06-15", "due 2016-06-16"],
    ),
    "due before a gap, within it, and on its first day": (
        {"2016Q1": ["2016-03-01, value: 1/30"], "2016Q3": ["2016-09-30, value: 2/30"]},
        ["2016Q1", "2016Q2", "2016Q3"],
        ["2016-03-31", "2016-05-15", "2016-04-01"],
        ["2016-03-01 1/30", "due 2016-03-31", "gap 2016Q2", "due 2016-04-01", "due 2016-05-15",
         "2016-09-30 2/30 joined"],
    ),
    "due long after the last quarter, and on no day that is known": (
        {"2016Q2": ["2016-06-15, value: 1/30"]},
        ["2016Q2"],
        ["2020-12-31", "unknown"],
        ["2016-06-15 1/30", "due 2020-12-31"],
    ),
    "due where there is no quarter": ({}, [], ["2016-06-15"], ["due 2016-06-15"]),
}  # fmt: skip


@pytest.mark.parametrize(("reports", "present", "due", "expected"), CASES.values(), ids=CASES.keys())
def test_a_line_is_told_from_its_earliest_figure_to_its_last_quarter(
    reports: Reports, present: list[str], due: list[str], expected: list[str]
) -> None:
    verdicts = [Verdict(placed_obligation(due=day), Outcome.OPEN) for day in due]
    rows = trace(build_timeline(printed(reports)), [parse_quarter(one) for one in present], verdicts)
    assert [spell(row) for row in rows] == expected


def test_of_one_due_day_the_obligations_stand_by_their_ids() -> None:
    verdicts = [Verdict(placed_obligation(id=name), Outcome.OPEN) for name in ("b", "c", "a")]
    rows = trace(build_timeline(()), (), verdicts)
    assert [row.verdict.obligation.id for row in rows if isinstance(row, Target)] == ["a", "b", "c"]


def test_undated_figures_are_marks_of_their_own_and_rivals_of_each_other() -> None:
    reports = {"2016Q1": ["2016-03-31, value: 1/30", "unknown, value: 2/30", "unknown, value: 3/30, source: press"]}
    marks = undated_marks(build_timeline(printed(reports)))
    assert [spell(mark) for mark in marks] == ["unknown 2/30", "unknown 3/30 rival"]


def printed(reports: Reports) -> list[Observation]:
    return [
        one
        for quarter, entries in reports.items()
        for one in snapshot([f"{LGSP}, as_of: {entry}" for entry in entries], quarter).observations
    ]


def spell(row: Row) -> str:
    match row:
        case Mark(witnesses, rival):
            figures = " ".join(one.figure.printed for one in witnesses if one.figure)
            return f"{row.observation.as_of} {figures}{' rival' if rival else ''}{' joined' if row.joined else ''}"
        case Gap(quarters, present, undated):
            missing = [quarter for quarter in quarters if quarter not in present]
            return f"gap {_listed(quarters)}{_after(', not ', missing)}{_after(', undated ', undated)}"
        case Break(step):
            return f"break {' '.join(step.reasons)}"
        case Target():
            return f"due {row.day}"


def _after(words: str, quarters: Collection[Quarter]) -> str:
    return f"{words}{_listed(quarters)}" if quarters else ""


def _listed(quarters: Collection[Quarter]) -> str:
    return " ".join(map(str, sorted(quarters)))
