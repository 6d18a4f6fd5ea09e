"""The results of each indicator: a few names of those who have done it, and what another source says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.building import definitions
from tests.running import part_of_report

if TYPE_CHECKING:
    from pathlib import Path

RESULTS, TABLE = "III. Kết quả theo chỉ tiêu", "II. Bảng tổng hợp"
BODIES = ("Bộ Quốc phòng", "Bộ Công an", "Bộ Ngoại giao", "Bộ Tư pháp", "Bộ Tài chính", "Bộ Công Thương")
LGSP = "indicator: lgsp, group: central, as_of: 2016-06-30"


@pytest.mark.parametrize(("count", "named"), [(4, 4), (5, 5), (6, 0)])
def test_up_to_five_who_have_done_it_are_named(count: int, named: int, tmp_path: Path) -> None:
    entry = f"{LGSP}, value: {count}/30, done: {{names: [{', '.join(BODIES[:count])}]}}"
    (line,) = part_of_report(tmp_path, {"2016Q2": [entry]}, RESULTS)
    assert sum(name in line for name in BODIES) == named


def test_an_indicator_of_one_figure_is_a_paragraph_and_of_several_a_list(tmp_path: Path) -> None:
    entries = [
        "indicator: action_plan, group: central, as_of: 2016-06-30, value: 29/30",
        f"{LGSP}, value: 6/30",
        "indicator: lgsp, group: provinces, as_of: 2016-06-30, value: 60/63",
    ]
    lines = part_of_report(tmp_path, {"2016Q2": entries}, RESULTS)
    name = definitions().catalogue["lgsp"].name_vi
    assert [line for line in lines if not line.startswith(("1", "- "))] == [f"2\\. {name}"]
    assert [line[:2] for line in lines] == ["1\\", "2\\", "- ", "- "]


@pytest.mark.parametrize(
    ("other", "told"),
    [
        ("value: 6/30", False),
        ("value: 7/30", True),
        ("outstanding: {names: [Bộ Y tế]}", False),
    ],
    ids=["agrees", "differs", "the list beside it"],
)
def test_what_another_source_of_the_date_prints_is_told(
    other: str,
    told: bool,  # noqa: FBT001
    tmp_path: Path,
) -> None:
    entries = [f"{LGSP}, value: 6/30", f"{LGSP}, {other}, source: mic"]
    (line,) = part_of_report(tmp_path, {"2016Q2": entries}, RESULTS)
    assert ("Nguồn khác của cùng ngày ghi" in line) is told


@pytest.mark.parametrize(
    ("value", "bar"), [("30/30", "│██████████▏"), ("27/30", "│█████████ ▏"), ("3/30", "│█         ▏")]
)
def test_a_bar_is_ten_characters_long(value: str, bar: str, tmp_path: Path) -> None:
    lines = part_of_report(tmp_path, {"2016Q2": [f"{LGSP}, value: {value}"]}, TABLE)
    assert [cell.strip() for cell in lines[-1].split("|")[1:-1] if "│" in cell] == [bar]
