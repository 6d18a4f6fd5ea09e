"""Who is late: a matrix as long as a page bears, how long without a break, how often reminded, and where."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.building import definitions
from tests.running import part_of_report

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

MINISTRIES = [
    body.name_vi
    for body in definitions().registry.bodies
    if body.kind == "ministry" and body.existed_on(date(2016, 6, 30)) and "," not in body.name_vi
]
PROVINCES = ("Hà Nội", "Hà Giang", "Cao Bằng")


def waiting(indicator: str, names: Sequence[str], more: str = "as_of: 2016-06-30", group: str = "central") -> str:
    return f"indicator: {indicator}, group: {group}, {more}, outstanding: {{names: [{', '.join(names)}]}}"


@pytest.mark.parametrize(
    ("late", "rows", "others"),
    [
        (15, 15, None),
        (16, 16, None),
        (17, 2, "Ngoài ra có 15 cơ quan được nêu tên ở một chỉ tiêu (mục III)."),
    ],
)
def test_where_the_matrix_would_be_too_long_it_is_of_those_late_on_several_indicators(
    late: int, rows: int, others: str | None, tmp_path: Path
) -> None:
    entries = [waiting("lgsp", MINISTRIES[:late]), waiting("action_plan", MINISTRIES[:2])]
    lines = part_of_report(tmp_path, {"2016Q2": entries}, "IV. Cơ quan còn chậm")
    matrix = [line for line in lines if line.startswith("|")]
    assert len(matrix) - 2 == rows
    assert matrix[2] == f"| {MINISTRIES[0]} | ● | ● | 1 |  |"
    assert lines[len(matrix) :] == ([others] if others else [])


def test_where_nobody_is_late_on_several_there_is_no_matrix_but_their_number(tmp_path: Path) -> None:
    lines = part_of_report(tmp_path, {"2016Q2": [waiting("lgsp", MINISTRIES[:17])]}, "IV. Cơ quan còn chậm")
    assert lines == ["Ngoài ra có 17 cơ quan được nêu tên ở một chỉ tiêu (mục III)."]


def test_where_nobody_is_named_that_is_said(tmp_path: Path) -> None:
    entry = "indicator: lgsp, group: central, as_of: 2016-06-30, value: 1/30"
    assert part_of_report(tmp_path, {"2016Q2": [entry]}, "IV. Cơ quan còn chậm") == [
        "Không nguồn nào nêu tên cơ quan chưa hoàn thành."
    ]


def test_a_body_is_late_as_long_as_one_of_its_indicators_without_a_quarter_between(tmp_path: Path) -> None:
    asked = "outstanding: {names: [Bộ Y tế], asked: {by: VPCP, document: 2/VPCP, date: 2016-02-01}}"
    reports = {
        "2015Q3": [waiting("lgsp", ["Bộ Y tế"], "as_of: 2015-09-30")],
        "2015Q4": [waiting("action_plan", ["Bộ Y tế"], "as_of: 2015-12-31")],
        "2016Q1": [
            waiting("lgsp", ["Bộ Y tế", "Bộ Nội vụ"], "as_of: 2016-03-31"),
            f"indicator: action_plan, group: central, as_of: 2016-03-31, {asked}",
        ],
        "2016Q2": [waiting("lgsp", ["Bộ Y tế", "Bộ Nội vụ", "Bộ Công an"]), waiting("action_plan", ["Bộ Y tế"])],
    }
    assert part_of_report(tmp_path, reports, "IV. Cơ quan còn chậm")[2:] == [
        "| Bộ Y tế | ● | ● | 3 | 1 |",
        "| Bộ Công an | ● |  | 1 |  |",
        "| Bộ Nội vụ | ● |  | 2 |  |",
    ]


@pytest.mark.parametrize(
    ("names", "more", "drawn"),
    [
        (PROVINCES, "", True),
        (PROVINCES[:2], "", False),
        ((*PROVINCES[:2], "Bộ Y tế"), "group: all", False),
        (PROVINCES, "source: repost", False),
    ],
    ids=["three", "two", "two and a ministry", "only repeated"],
)
def test_a_list_of_three_provinces_is_drawn(
    names: tuple[str, ...],
    more: str,
    drawn: bool,  # noqa: FBT001
    tmp_path: Path,
) -> None:
    group = "all" if "group" in more else "provinces"
    when = "as_of: 2016-06-30" + (f", {more}" if "source" in more else "")
    entries = [waiting("lgsp", names, when, group)]
    found = part_of_report(tmp_path, {"2016Q2": entries}, "Phụ lục: Địa phương chưa hoàn thành", "--annex")
    assert bool([line for line in found if "● Hà Giang" in line]) is drawn
