"""Quarters on either side of the reorganisations of 2025: bodies are followed, never lost and found."""

from __future__ import annotations

import pytest

from egov_tracker.changes.model import BodiesMoved, Reorganised, Transition
from tests.building import snapshot
from tests.running import compare
from tests.wording import in_words

PROVINCES = "indicator: lgsp, group: provinces, as_of: {}, "
CENTRAL = "indicator: lgsp, group: central, as_of: {}, "


def transitions(old: str, new: str, quarters: tuple[str, str] = ("2025Q2", "2025Q3")) -> dict[str, Transition]:
    changes = compare(snapshot([old], quarters[0]), snapshot([new], quarters[1]))
    return {
        transition.body.id: transition.kind
        for change in changes
        if isinstance(change, BodiesMoved)
        for transition in change.transitions
    }


def test_a_merged_province_is_still_outstanding_where_all_its_parts_were() -> None:
    kinds = transitions(
        PROVINCES.format("2025-06-30") + "outstanding: {names: [Hà Giang, Tuyên Quang]}",
        PROVINCES.format("2025-07-01") + "outstanding: {names: [Tuyên Quang]}",
    )
    assert kinds["tuyen-quang-2025"] is Transition.STILL_OUTSTANDING
    assert not {"ha-giang", "tuyen-quang"} & set(kinds)


def test_a_merged_province_is_still_outstanding_where_one_of_its_parts_was() -> None:
    kinds = transitions(
        PROVINCES.format("2025-06-30") + "outstanding: {names: [Hà Giang]}, done: {names: [Tuyên Quang]}",
        PROVINCES.format("2025-07-01") + "outstanding: {names: [Tuyên Quang]}",
    )
    assert kinds["tuyen-quang-2025"] is Transition.STILL_OUTSTANDING


def test_a_merged_province_is_newly_done_where_all_its_parts_were_outstanding() -> None:
    kinds = transitions(
        PROVINCES.format("2025-06-30") + "outstanding: {names: [Hà Giang, Tuyên Quang]}",
        PROVINCES.format("2025-07-01") + "value: 34/34",
    )
    assert kinds["tuyen-quang-2025"] is Transition.NEWLY_DONE


def test_a_ministry_that_absorbed_another_is_outstanding_where_either_was() -> None:
    old = CENTRAL.format("2025-02-28") + "outstanding: {names: [Bộ Nội vụ, Bộ LĐTB&XH, Bộ Xây dựng]}"
    new = CENTRAL.format("2025-03-01") + "outstanding: {names: [Bộ Nội vụ, Bộ Xây dựng]}"
    kinds = transitions(old, new, ("2025Q1", "2025Q2"))
    assert (kinds["bo-noi-vu"], kinds["bo-xay-dung"]) == (Transition.STILL_OUTSTANDING, Transition.STILL_OUTSTANDING)
    assert "bo-lao-dong-thuong-binh-va-xa-hoi" not in kinds


@pytest.mark.parametrize(
    ("entry", "days", "line"),
    [
        (PROVINCES, ("2025-06-30", "2025-07-01"), "tuyen-quang+ha-giang→tuyen-quang-2025 on 2025-07-01"),
        (CENTRAL, ("2025-02-28", "2025-03-01"), "uy-ban-dan-toc→bo-dan-toc-va-ton-giao on 2025-03-01"),
        (CENTRAL, ("2025-02-28", "2025-03-01"), "bo-noi-vu+bo-lao-dong-thuong-binh-va-xa-hoi→bo-noi-vu on 2025-03-01"),
    ],
)
def test_a_merger_is_reported_once_with_its_date(entry: str, days: tuple[str, str], line: str) -> None:
    old, new = (
        snapshot([entry.format(day) + "value: 3"], quarter)
        for day, quarter in zip(days, ("2025Q1", "2025Q3"), strict=True)
    )
    reorganised = [text for text in in_words(compare(old, new)) if "reorganised" in text]
    assert len(reorganised) == 1
    assert line in reorganised[0]


def test_a_merger_names_its_legal_basis() -> None:
    old = snapshot([PROVINCES.format("2025-06-30") + "value: 3/63"], "2025Q2")
    new = snapshot([PROVINCES.format("2025-07-01") + "value: 3/34"], "2025Q3")
    (found,) = [change for change in compare(old, new) if isinstance(change, Reorganised)]
    assert {merger.basis.text for merger in found.mergers if merger.basis} == {
        "Nghị quyết 202/2025/QH15 ngày 12/6/2025"
    }
    assert (len(found.mergers), found.created, found.dissolved) == (23, (), ())


def test_63_and_34_provinces_are_different_wholes() -> None:
    old = snapshot([PROVINCES.format("2025-06-30") + "value: 63/63"], "2025Q2")
    new = snapshot([PROVINCES.format("2025-07-01") + "value: 34/34"], "2025Q3")
    assert "lgsp provinces 63/63 → 34/34: not comparable: different_n" in in_words(compare(old, new))
