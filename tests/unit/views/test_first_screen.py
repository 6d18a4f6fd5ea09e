"""The first screen: the signs of its cells, and who is late."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from egov_tracker.inference.headlines import change_between
from egov_tracker.inference.outstanding import Waiting, outstanding_bodies
from egov_tracker.views.first_screen import change_mark, late_text
from egov_tracker.views.page import Lang
from egov_tracker.views.phrases import Phrases
from tests.building import definitions, snapshot, snapshot_text, write_ledger
from tests.running import run_egov

if TYPE_CHECKING:
    from pathlib import Path

JUNE = date(2016, 6, 30)
VI, EN = Phrases(Lang.VI), Phrases(Lang.EN)
CENTRAL = "indicator: lgsp, group: central"


@pytest.mark.parametrize(
    ("before", "now", "vi", "en"),
    [
        ("value: 19/30", "value: 25/30", "▲ 6", "▲ 6"),
        ("value: 19/30", "value: 18/30", "▼ 1", "▼ 1"),
        ("value: 19/30", "value: 19/30", "=", "="),
        ("value: 60%", "value: 65%", "▲ 5,00 điểm %", "▲ 5.00 points"),
        ("value: 19/30", "value: 20/29", "≠ khác tổng số", "≠ different N"),
        ("value: 19/30", "value: gần 20/30", "≠ ước tính", "≠ approximate"),
        ("outstanding: {count: 13}", "value: 29/30, outstanding: {count: 1}", "còn 13 → 1", "13 → 1 left"),
        ("value: 8", "outstanding: {count: 1}", "≠ khác dạng", "≠ form"),
    ],
)
def test_a_change_is_a_sign_and_a_number_or_why_there_is_none(before: str, now: str, vi: str, en: str) -> None:
    (old,) = snapshot([f"{CENTRAL}, as_of: 2016-03-31, {before}"], "2016Q1").observations
    (new,) = snapshot([f"{CENTRAL}, as_of: 2016-06-30, {now}"], "2016Q2").observations
    change = change_between(old, new)
    assert (change_mark(change, VI).replace("\u00a0", " "), change_mark(change, EN).replace("\u00a0", " ")) == (vi, en)


def test_what_was_never_printed_before_is_printed_for_the_first_time() -> None:
    assert (change_mark(None, VI), change_mark(None, EN)) == ("lần đầu", "first")


def test_what_there_is_no_room_for_is_counted() -> None:
    names = ", ".join(body.name_vi.replace(",", "") for body in definitions().registry.bodies[:2])
    texts = [
        f"indicator: {one}, group: central, as_of: 2016-06-01, outstanding: {{names: [{names}]}}"
        for one in ("lgsp", "wan")
    ]
    waiting: tuple[Waiting, ...] = outstanding_bodies(snapshot(texts, "2016Q2"), definitions().registry)
    assert late_text(waiting, VI, 200) == "Chưa hoàn thành từ 2 chỉ tiêu: Bộ Quốc phòng (2); Bộ Công an (2)"
    assert late_text(waiting, VI, 60) == "Chưa hoàn thành từ 2 chỉ tiêu: Bộ Quốc phòng (2); và 1 cơ quan khác"
    assert late_text(waiting, EN, 70) == "Outstanding on 2 or more: Ministry of National Defence (2); and 1 more"
    assert late_text(waiting[:0], VI, 60) == ""


PROVINCES = [body for body in definitions().registry.bodies if body.kind.is_local and body.existed_on(JUNE)]


def names_that_fill(room: int) -> list[str]:
    """Provinces of which a line that says that each is late on two indicators has so many letters."""
    head = "Chưa hoàn thành từ 2 chỉ tiêu: "
    filled = (
        (some, len(head) + len("; ".join(f"{VI.body(one)} (2)" for one in some)))
        for start in range(20)
        for last in PROVINCES[40:]
        for some in ([*PROVINCES[start : start + 10], last],)
    )
    return next([one.name_vi for one in some] for some, length in filled if length == room)


@pytest.mark.parametrize(("length", "whole"), [(188, True), (189, False)])
def test_two_lines_of_a_terminal_name_who_is_late(
    length: int,
    whole: bool,  # noqa: FBT001
    tmp_path: Path,
) -> None:
    names = ", ".join(names_that_fill(length))
    entries = [
        f"indicator: {one}, group: provinces, as_of: 2016-06-01, outstanding: {{names: [{names}]}}"
        for one in ("lgsp", "wan")
    ]
    data = write_ledger(tmp_path, {"2016Q2": snapshot_text(entries, "2016Q2")}, {"obligations": "obligations: {}\n"})
    (line,) = [line for line in run_egov("status", "--data", data).out.splitlines() if line.startswith("Chưa hoàn")]
    assert ("cơ quan khác" not in line) is whole


@pytest.mark.parametrize(("length", "whole"), [(99, True), (100, False)])
def test_what_is_due_next_is_cut_at_the_end_of_a_line(
    length: int,
    whole: bool,  # noqa: FBT001
    tmp_path: Path,
) -> None:
    head, words = "Sắp đến hạn (01/7/2016): ", "một " * 9
    task = words + "x" * (length - len(head) - len(words))
    text = (
        f"obligations:\n  one: {{task: t, indicator: lgsp, group: central, by: Các bộ, what_vi: {task}, what_en: w,\n"
        "    due: 2016-07-01, under: Công văn, announced: 2016-01-01}\n"
    )
    entry = "indicator: lgsp, group: central, as_of: 2016-06-01, value: 5/30"
    data = write_ledger(tmp_path, {"2016Q2": snapshot_text([entry], "2016Q2")}, {"obligations": text})
    out = run_egov("status", "--data", data).out
    (line,) = [line for line in out.splitlines() if line.startswith("Sắp đến hạn")]
    assert line == head + (task if whole else f"{words.rstrip()}…")


@pytest.mark.parametrize(
    ("options", "rows", "others"),
    [((), 8, 6), (("-g", "central"), 7, 0), (("-g", "central", "-g", "provinces"), 8, 6)],
    ids=["all", "what fits whole", "what leads"],
)
def test_the_first_screen_shows_what_fits_and_counts_the_others(
    options: tuple[str, ...], rows: int, others: int, tmp_path: Path
) -> None:
    names = [one.id for one in definitions().catalogue.values() if {*one.kind} == {"adoption"} and not one.groups][:7]
    entries = [
        f"indicator: {name}, group: {group}, as_of: 2016-06-01, value: 5/30"
        for name in names
        for group in ("central", "provinces")
    ]
    data = write_ledger(tmp_path, {"2016Q2": snapshot_text(entries, "2016Q2")}, {"obligations": "obligations: {}\n"})
    out = run_egov("status", *options, "--data", data).out
    assert out.count("5/30") == rows
    assert (f"+ {others} số liệu khác: --all" in out) is bool(others)
