"""The summary of a report: the weightiest indicators, what rose and fell, who is late on several, what fell due."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.building import write_ledger
from tests.running import part_of_report

if TYPE_CHECKING:
    from pathlib import Path

SUMMARY = "I. Tóm tắt"
NAMES = ("action_plan", "document_interconnection", "dossier_publication", "architecture", "lgsp")
SHORT = ("kế hoạch hành động", "quản lý văn bản", "tiến độ", "kiến trúc", "nền tảng")


def figure(name: str, value: str = "5/30", as_of: str = "2016-06-30") -> str:
    return f"indicator: {name}, group: central, as_of: {as_of}, value: {value}"


def bound(folder: Path, **due: tuple[str, str]) -> None:
    """Obligations by indicator, each with its due date and what settles it."""
    entries = [
        f"  {name}: {{task: {name}, indicator: {name}, group: central, by: Các bộ, what_vi: làm, what_en: w,\n"
        f"    force: order, due: {day}, under: Công văn, announced: 2016-01-01{settled}}}\n"
        for name, (day, settled) in due.items()
    ]
    write_ledger(folder / "data", {}, {"obligations": "obligations:\n" + "".join(entries)})


def shown(lines: list[str]) -> list[str]:
    """The indicators of which a sentence speaks, in the order of the sentences."""
    return [name for line in lines for name, word in zip(NAMES, SHORT, strict=True) if word in line.lower()]


def test_four_indicators_are_told_in_the_order_of_the_catalogue(tmp_path: Path) -> None:
    lines = part_of_report(tmp_path, {"2016Q2": [figure(name) for name in NAMES]}, SUMMARY)
    assert shown(lines) == [*NAMES[:4]]


def test_the_weightiest_verdicts_are_told_before_indicators_without_one(tmp_path: Path) -> None:
    done = ", settled: {date: 2016-06-20, source: 2016Q2/vpcp, at: dòng 1}"
    bound(
        tmp_path,
        lgsp=("2016-03-31", ""),
        architecture=("2016-06-30", done),
        dossier_publication=("2016-05-31", done),
        document_interconnection=("2016-05-30", ""),
    )
    lines = part_of_report(tmp_path, {"2016Q2": [figure(name) for name in NAMES]}, SUMMARY)
    assert shown([line for line in lines if "Tính đến" in line]) == [*NAMES[1:]]


@pytest.mark.parametrize(
    ("before", "now", "told"),
    [
        ("5/30", "6/30", "1 số liệu tăng"),
        ("5/30", "4/30", "1 số liệu giảm"),
        ("5/30", "5/30", "1 số liệu không thay đổi"),
        ("5/30", "6/31", "1 số liệu không so sánh được"),
        ("12%", "13%", "1 số liệu tăng"),
        ("5", "hơn 5", "1 số liệu không so sánh được"),
    ],
)
def test_a_figure_has_risen_or_fallen_or_cannot_be_compared(before: str, now: str, told: str, tmp_path: Path) -> None:
    reports = {"2016Q1": [figure("lgsp", before, "2016-03-31")], "2016Q2": [figure("lgsp", now)]}
    lines = part_of_report(tmp_path, reports, SUMMARY)
    assert [line for line in lines if "So với" in line] == [f"- So với lần có số liệu trước, {told} (mục II)."]


def test_changes_are_counted_by_kind_and_lists_apart_from_figures(tmp_path: Path) -> None:
    def listed(name: str, as_of: str, names: str) -> str:
        return f"indicator: {name}, group: central, as_of: {as_of}, outstanding: {{names: [{names}]}}"

    names = [*NAMES, "wan", "signed_exchange"]
    old = [figure(name, "5/30", "2016-03-31") for name in names[:5]]
    old += [listed("wan", "2016-03-31", "Bộ Y tế, VOV"), listed("signed_exchange", "2016-03-31", "VOV")]
    new = [figure(name, value) for name, value in zip(names[:5], ("6/30", "7/30", "4/30", "5/30", "6/31"), strict=True)]
    new += [listed("wan", "2016-06-30", "VOV"), listed("signed_exchange", "2016-06-30", "VOV, VTV")]
    lines = part_of_report(tmp_path, {"2016Q1": old, "2016Q2": new}, SUMMARY)
    assert [line for line in lines if "So với" in line] == [
        (
            "- So với lần có số liệu trước, 2 số liệu tăng, 1 số liệu giảm, 1 nơi số chưa hoàn thành giảm, "
            "1 nơi số chưa hoàn thành tăng, 1 số liệu không thay đổi, 1 số liệu không so sánh được (mục II)."
        )
    ]


@pytest.mark.parametrize(
    ("late", "told"),
    [
        (0, []),
        (1, ["- 1 cơ quan được nêu tên là chưa hoàn thành từ 2 chỉ tiêu trở lên: Bộ Quốc phòng (2) (mục IV)."]),
        (
            3,
            [
                (
                    "- 3 cơ quan được nêu tên là chưa hoàn thành từ 2 chỉ tiêu trở lên: Bộ Quốc phòng (2); "
                    "Bộ Công an (2); Bộ Ngoại giao (2) (mục IV)."
                )
            ],
        ),
        (
            4,
            [
                (
                    "- 4 cơ quan được nêu tên là chưa hoàn thành từ 2 chỉ tiêu trở lên: Bộ Quốc phòng (2); "
                    "Bộ Công an (2); Bộ Ngoại giao (2) và 1 cơ quan khác (mục IV)."
                )
            ],
        ),
    ],
)
def test_three_of_those_late_on_several_indicators_are_named(late: int, told: list[str], tmp_path: Path) -> None:
    bodies = ("Bộ Quốc phòng", "Bộ Công an", "Bộ Ngoại giao", "Bộ Tư pháp")
    names = ", ".join(bodies[:late])
    entries = ["indicator: wan, group: central, as_of: 2016-06-30, outstanding: {names: [Bộ Y tế]}"]
    entries += [
        f"indicator: {name}, group: central, as_of: 2016-06-30, outstanding: {{names: [{names}]}}"
        for name in ("lgsp", "action_plan")
        if late
    ]
    lines = part_of_report(tmp_path, {"2016Q2": entries}, SUMMARY)
    assert [line for line in lines if "chỉ tiêu trở lên" in line] == told


def test_what_fell_due_in_the_quarter_is_counted_by_result_and_the_next_is_named(tmp_path: Path) -> None:
    done = ", settled: {date: 2016-06-20, source: 2016Q2/vpcp, at: dòng 1}"
    bound(
        tmp_path,
        lgsp=("2016-04-01", ""),
        architecture=("2016-06-30", done),
        wan=("2016-06-30", done),
        dossier_publication=("2016-03-31", ""),
        document_interconnection=("2017-01-01", ""),
        action_plan=("2016-07-01", ""),
    )
    lines = part_of_report(tmp_path, {"2016Q2": [figure("lgsp", "5/30", "2016-04-30")]}, SUMMARY)
    assert lines[-2:] == [
        "- Trong quý có 3 nhiệm vụ đến hạn: 2 đã hoàn thành, 1 không hoàn thành đúng thời hạn (mục V).",
        "- Nhiệm vụ sắp đến hạn: làm (ngày 01/7/2016).",
    ]
