"""What a quarter leaves open: what was never reported again, figures without N or day, lists without names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.building import definitions
from tests.running import part_of_report

if TYPE_CHECKING:
    from pathlib import Path

GAPS = "VI. Khoảng trống"
# Indicators that ask for nothing but a number of bodies, in the order of the catalogue.
ADOPTED = [
    one.id
    for one in definitions().catalogue.values()
    if {*one.kind} == {"adoption"} and one.unit == "bodies" and not one.dimensions and not one.groups
]
LGSP = "indicator: lgsp, group: central, as_of: 2016-06-30"


def adopted(name: str, as_of: str, more: str = "group: central, value: 5/30") -> str:
    return f"indicator: {name}, {more}, as_of: {as_of}"


@pytest.mark.parametrize(("count", "named", "more"), [(7, 7, ""), (8, 8, ""), (9, 8, "; và 1 chỉ tiêu khác")])
def test_eight_indicators_of_before_are_named_and_the_others_counted(
    count: int, named: int, more: str, tmp_path: Path
) -> None:
    before = [adopted(name, "2016-03-31") for name in ADOPTED[:count]]
    (line,) = part_of_report(
        tmp_path, {"2016Q1": before, "2016Q2": [f"{LGSP.replace('lgsp', ADOPTED[-1])}, value: 1/30"]}, GAPS
    )
    assert line.startswith(f"- Quý này không nguồn nào nêu {count} chỉ tiêu đã từng có số liệu")
    assert line.count("(31/3/2016)") == named
    assert line.endswith(f"(31/3/2016){more}.")


def test_the_latest_of_the_earlier_figures_is_dated(tmp_path: Path) -> None:
    reports = {
        "2015Q4": [adopted("action_plan", "2015-12-31")],
        "2016Q1": [adopted("action_plan", "2016-01-31"), adopted("action_plan", "2016-03-01")],
        "2016Q2": [f"{LGSP}, value: 1/30"],
    }
    (line,) = part_of_report(tmp_path, reports, GAPS)
    assert line.endswith("Kế hoạch hành động (01/3/2016).")


@pytest.mark.parametrize(
    ("options", "said"),
    [((), 1), (("-i", "lgsp"), 0), (("-g", "central"), 1), (("-g", "provinces"), 0)],
    ids=["all", "another indicator", "its group", "another group"],
)
def test_what_is_not_asked_for_is_no_gap(options: tuple[str, ...], said: int, tmp_path: Path) -> None:
    reports = {"2016Q1": [adopted("action_plan", "2016-03-01")], "2016Q2": [f"{LGSP}, value: 1/30"]}
    assert len(part_of_report(tmp_path, reports, GAPS, *options)) == said


@pytest.mark.parametrize(
    ("entries", "said"),
    [
        ((f"{LGSP}, value: 1/30",), []),
        ((f"{LGSP}, value: 12%",), []),
        (
            (f"{LGSP}, value: 5",),
            ["- 1 số liệu không có tổng số, nên không tính được tỷ lệ và số còn lại."],
        ),
        (
            (f"{LGSP}, outstanding: {{count: 2, names: [Bộ Y tế]}}",),
            ["- 1 danh sách chưa hoàn thành không nêu đủ tên, nên chưa xác định được từng cơ quan."],
        ),
        ((f"{LGSP}, outstanding: {{count: 1, names: [Bộ Y tế]}}",), []),
        ((f"{LGSP.replace('-30', '')}, value: 1/30",), ["- 1 số liệu không nêu rõ ngày."]),
        (
            (f"{LGSP.replace('-30', '')}, value: 1/30", adopted("action_plan", "2016Q2")),
            ["- 2 số liệu không nêu rõ ngày."],
        ),
    ],
)
def test_what_figures_leave_open_is_counted(entries: tuple[str, ...], said: list[str], tmp_path: Path) -> None:
    assert part_of_report(tmp_path, {"2016Q2": list(entries)}, GAPS) == said
