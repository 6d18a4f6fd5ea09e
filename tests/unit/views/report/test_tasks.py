"""What was due: at most six tasks of the quarter and two of those to come, and how many are left from before."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from tests.building import write_ledger
from tests.running import part_of_report

if TYPE_CHECKING:
    from pathlib import Path

TASKS = "V. Nhiệm vụ"
FIGURE = {"2016Q2": ["indicator: lgsp, group: central, as_of: 2016-06-30, value: 5/30"]}
NOTHING = "Không có nhiệm vụ đến hạn trong quý."


def tasks(folder: Path, *due: str, more: str = "") -> list[str]:
    """The part on tasks, where one task is due on each of these days."""
    entries = [
        f"  o{number}: {{task: o{number}, group: central, by: Các bộ, what_vi: việc {number}, what_en: w, "
        f"force: order, due: {day}, under: Công văn, announced: 2016-01-01{more}}}\n"
        for number, day in enumerate(due, 1)
    ]
    write_ledger(folder / "data", {}, {"obligations": "obligations:\n" + ("".join(entries) or "  {}\n")})
    return part_of_report(folder, FIGURE, TASKS)


def days_from(first: str, count: int) -> list[str]:
    return [str(date.fromisoformat(first) + timedelta(days=number)) for number in range(count)]


@pytest.mark.parametrize(
    ("now", "coming", "rows", "told"),
    [
        (0, 0, 0, [NOTHING]),
        (1, 0, 1, []),
        (6, 2, 8, []),
        (7, 2, 8, ["Còn 1 nhiệm vụ khác trong quý hoặc sắp đến hạn."]),
        (6, 3, 8, ["Còn 1 nhiệm vụ khác trong quý hoặc sắp đến hạn."]),
        (8, 4, 8, ["Còn 4 nhiệm vụ khác trong quý hoặc sắp đến hạn."]),
        (0, 1, 1, []),
    ],
)
def test_six_of_the_quarter_and_two_to_come_are_shown_and_the_others_counted(
    now: int, coming: int, rows: int, told: list[str], tmp_path: Path
) -> None:
    lines = tasks(tmp_path, *days_from("2016-04-01", now), *days_from("2016-07-01", coming))
    table = [line for line in lines if line.startswith("| việc")]
    assert len(table) == rows
    assert [line for line in lines if not line.startswith("|")] == told
    if rows == 8:
        assert [line.split("|")[1].strip() for line in table[-2:]] == [f"việc {now + 1}", f"việc {now + 2}"]


@pytest.mark.parametrize(
    ("day", "shown", "told"),
    [
        ("2016-03-31", False, ["Từ các quý trước còn 1 nhiệm vụ không hoàn thành đúng thời hạn hoặc chưa rõ kết quả."]),
        ("2016-04-01", True, []),
        ("2016-06-30", True, []),
        ("2016-07-01", True, []),
    ],
)
def test_the_quarter_has_its_first_and_its_last_day(
    day: str,
    shown: bool,  # noqa: FBT001
    told: list[str],
    tmp_path: Path,
) -> None:
    lines = tasks(tmp_path, day)
    assert any(line.startswith("| việc 1 ") for line in lines) is shown
    assert [line for line in lines if line != NOTHING and not line.startswith("|")] == told


def test_what_is_done_is_not_left_from_before(tmp_path: Path) -> None:
    done = ", settled: {date: 2016-03-20, source: 2016Q2/vpcp, at: dòng 1}"
    assert tasks(tmp_path, "2016-03-31", "2016-02-01", more=done) == [NOTHING]


def test_what_several_have_to_do_by_one_day_with_one_result_is_one_row(tmp_path: Path) -> None:
    entry = "{{task: {0}, group: {1}, by: {2}, what_vi: làm, what_en: w, due: {3}, under: Công văn}}"
    entries = [
        entry.format("a", "central", "Các bộ", "2016-06-30"),
        entry.format("b", "provinces", "Các tỉnh", "2016-06-30"),
        entry.format("c", "all", "Tất cả", "2016-05-31"),
    ]
    text = "obligations:\n" + "".join(f"  o{number}: {one}\n" for number, one in enumerate(entries))
    write_ledger(tmp_path / "data", {}, {"obligations": text})
    assert part_of_report(tmp_path, FIGURE, TASKS)[2:] == [
        "| làm | Tất cả | ngày 31/5/2016 | đã quá thời hạn, chưa rõ kết quả |",
        "| làm | Các bộ; Các tỉnh | ngày 30/6/2016 | đã quá thời hạn, chưa rõ kết quả |",
    ]
