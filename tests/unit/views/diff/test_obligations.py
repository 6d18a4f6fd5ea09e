"""What a comparison says of a group whose bodies are others now: who joined it and who left it."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.building import SMALL, snapshot_text, write_ledger
from tests.running import run_egov

if TYPE_CHECKING:
    from pathlib import Path

NEW = "  bo-moi: {kind: ministry, name_vi: Bộ Mới, name_en: New Ministry, valid_from: 2025-03-01}\n"


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ((), ["01/3/2025: Bộ Mới bắt đầu thuộc nhóm này", "28/02/2025: Đài Tiếng nói Việt Nam thôi thuộc nhóm này"]),
        (
            ("--lang", "en"),
            ["1 March 2025: New Ministry joins the group", "28 February 2025: Voice of Vietnam leaves the group"],
        ),
    ],
)
def test_who_joined_a_group_and_who_left_it_is_told_with_the_day(
    options: tuple[str, ...], told: list[str], tmp_path: Path
) -> None:
    shutil.copytree(SMALL / "data" / "registry", tmp_path / "registry")
    bodies = tmp_path / "registry" / "agencies.yaml"
    bodies.write_text(bodies.read_text(encoding="utf-8").replace("  bo-y-te:", NEW + "  bo-y-te:"), encoding="utf-8")
    entry = "indicator: document_interconnection, group: central, as_of: {}, done: {{names: [Bộ Y tế]}}"
    reports = {
        "2025Q1": snapshot_text([entry.format("2025-02-20")], "2025Q1"),
        "2025Q2": snapshot_text([entry.format("2025-06-30")], "2025Q2"),
    }
    out = run_egov("diff", "2025Q1", "2025Q2", *options, "--data", write_ledger(tmp_path, reports)).out
    assert [line.strip("- ") for line in out.splitlines() if "2025: " in line] == told
