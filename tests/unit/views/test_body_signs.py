"""The sign of a body for a quarter: what it sums up, and when it draws an arrow."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from egov_tracker.views.agency import AgencyViews
from egov_tracker.views.page import Lang
from tests.building import definitions, open_data, snapshot_text, write_ledger

if TYPE_CHECKING:
    from pathlib import Path

LATE = "outstanding: {names: [VTV]}"
DONE = "done: {names: [VTV]}"
ORDER = (
    "obligations:\n  a: {indicator: lgsp, group: central, task: t, by: Các bộ, what_vi: v, what_en: e, under: u, "
    "due: 2016-06-01, announced: 2016-01-02, force: order}\n"
)


def lgsp(as_of: str, what: str, source: str = "vpcp", group: str = "central") -> str:
    return f"indicator: lgsp, group: {group}, as_of: {as_of}, {what}, source: {source}"


# What 2016Q2 prints of VTV, beside a list of 2016Q1 that makes the row, and the sign of 2016Q2.
CASES = {
    "nothing": ((), "·"),
    "a figure that does not tell": ((lgsp("2016-06-30", "value: 20/30"),), "?"),
    "a figure of others": ((lgsp("2016-06-30", "value: 20/63", group="provinces"),), "·"),
    "outstanding after the due date": ((lgsp("2016-06-30", LATE),), "●"),
    "outstanding before it": ((lgsp("2016-05-30", LATE),), "○"),
    "on trial": ((lgsp("2016-06-30", "in_progress: {names: [VTV]}"),), "◐"),
    "done": ((lgsp("2016-06-30", DONE),), "✓"),
    "all done": ((lgsp("2016-06-30", "value: 30/30"),), "✓"),
    "done, as the only other is named": ((lgsp("2016-06-30", "value: 29/30, outstanding: {names: [VOV]}"),), "(✓)"),
    "exempt": ((lgsp("2016-06-30", "exempt: {names: [VTV]}"),), "–"),
    "first late, then done": ((lgsp("2016-06-29", DONE), lgsp("2016-06-05", LATE)), "●→✓"),
    "late and done, which first is not known": ((lgsp("2016-06", DONE), lgsp("2016-06-05", LATE)), "●/✓"),
    "late and done on one day": ((lgsp("2016-06-05", DONE), lgsp("2016-06-05", LATE, "mic")), "!"),
    "late, and done where it is only repeated": ((lgsp("2016-06-05", LATE), lgsp("2016-06-05", DONE, "repost")), "●"),
    "done and late by one source": ((lgsp("2016-06-05", f"{DONE}, {LATE}"),), "!"),
    "done, inferred and then named": (
        (lgsp("2016-06-05", "value: 29/30, outstanding: {names: [VOV]}"), lgsp("2016-06-29", DONE)),
        "✓",
    ),
}


@pytest.mark.parametrize(("entries", "sign"), CASES.values(), ids=CASES.keys())
def test_the_sign_of_a_quarter(entries: tuple[str, ...], sign: str, tmp_path: Path) -> None:
    reports = {
        "2016Q1": snapshot_text([lgsp("2016-03-01", LATE)], "2016Q1"),
        "2016Q2": snapshot_text(entries, "2016Q2"),
    }
    ledger = open_data(write_ledger(tmp_path, reports, {"obligations": ORDER}))
    views = AgencyViews([*map(ledger.snapshot, ledger.quarters)], definitions(), ledger.obligations, Lang.VI)
    (body,) = definitions().registry.named("VTV")
    ((*_, found),) = (row.signs for row in views.of(body).signs)
    assert found.text == sign


def test_before_and_after_its_life_a_body_has_no_sign(tmp_path: Path) -> None:
    entry = "indicator: lgsp, group: ministries, as_of: {}, outstanding: {{names: [Bộ Xây dựng, {}]}}"
    reports = {
        "2025Q1": snapshot_text([entry.format("2025-02-01", "Bộ Giao thông vận tải")], "2025Q1"),
        "2025Q3": snapshot_text([entry.format("2025-09-30", "Bộ Y tế")], "2025Q3"),
    }
    ledger = open_data(write_ledger(tmp_path, reports))
    views = AgencyViews([*map(ledger.snapshot, ledger.quarters)], definitions(), (), Lang.VI)
    signs = {
        name: [sign.text for row in views.of(definitions().registry.named(name)[0]).signs for sign in row.signs]
        for name in ("Bộ Giao thông vận tải", "Bộ Xây dựng", "Bộ Y tế")
    }
    assert signs == {"Bộ Giao thông vận tải": ["●", ""], "Bộ Xây dựng": ["●", "●"], "Bộ Y tế": ["?", "●"]}
