"""The opening of a comparison: what moved, as far as eight lines go, and who, as long as they are few."""

from __future__ import annotations

import pytest

from egov_tracker.views.diff.changes import view_diff
from egov_tracker.views.diff.moves import summary
from egov_tracker.views.page import Lang
from egov_tracker.views.phrases import Phrases
from tests.building import definitions, snapshot

ADOPTED = [
    one.id
    for one in definitions().catalogue.values()
    if {*one.kind} == {"adoption"} and one.unit == "bodies" and not one.dimensions and not one.groups
]
BODIES = ("Bộ Quốc phòng", "Bộ Công an", "Bộ Ngoại giao", "Bộ Tư pháp", "Bộ Y tế")


def opening(old: list[str], new: list[str], lang: Lang = Lang.VI) -> tuple[str, ...]:
    sides = snapshot(old, "2016Q1"), snapshot(new, "2016Q2")
    return summary(view_diff(*sides, definitions(), (), lang), Phrases(lang))


def figures(count: int, value: str, as_of: str) -> list[str]:
    return [f"indicator: {name}, group: central, as_of: {as_of}, value: {value}" for name in ADOPTED[:count]]


@pytest.mark.parametrize(
    ("moved", "told", "left"),
    [
        (1, 1, []),
        (7, 7, []),
        (8, 6, ["Và 2 chuyển biến khác, tại các bảng dưới đây."]),
        (9, 6, ["Và 3 chuyển biến khác, tại các bảng dưới đây."]),
    ],
)
def test_seven_lines_tell_what_moved_and_one_what_can_be_compared(moved: int, told: int, left: list[str]) -> None:
    lines = opening(figures(moved, "5/30", "2016-03-31"), figures(moved, "6/30", "2016-06-30"))
    assert len([line for line in lines if "từ 5/30 (31/3/2016) lên 6/30" in line]) == told
    assert lines[told:] == (*left, f"{moved} cặp số liệu đều so sánh được." if moved > 1 else lines[-1])


def test_where_nothing_moved_that_is_said() -> None:
    same = opening(figures(2, "5/30", "2016-03-31"), figures(2, "5/30", "2016-06-30"))
    assert same == ("Không có số liệu so sánh được nào thay đổi.", "2 cặp số liệu đều so sánh được.")


@pytest.mark.parametrize(("count", "named"), [(1, True), (3, True), (4, False)])
def test_up_to_three_bodies_are_named(
    count: int,
    named: bool,  # noqa: FBT001
) -> None:
    names = ", ".join(BODIES[:count])
    entry = "indicator: lgsp, group: central, as_of: {}, {}: {{names: [{}]}}"
    lines = opening([entry.format("2016-03-31", "outstanding", names)], [entry.format("2016-06-30", "done", names)])
    assert lines[0].count("Bộ ") == (count if named else 0)
    assert f"{count} cơ quan" in lines[0] or f"{count} bộ, ngành" in lines[0]
