"""The real ledger, of which nothing is said otherwise because it was read before."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.building import ROOT
from tests.running import run_egov

if TYPE_CHECKING:
    from pathlib import Path

RUNS = (
    ("status", "2016Q2", "-f", "json"),
    ("status", "2018Q2", "--agencies"),
    ("quarters", "-f", "csv"),
    ("check", "--all"),
    ("diff", "2016Q1", "2016Q2", "--all"),
    ("report", "2016Q2"),
    ("report", "2020Q4", "--annex", "-f", "html"),
    ("letter", "1375-vpcp-kgvx"),
    ("trace", "2016Q2"),
    ("trend", "lgsp"),
)


@pytest.mark.parametrize("command", RUNS, ids=" ".join)
def test_the_answers_are_the_same_cold_and_warm(command: tuple[str, ...], tmp_path: Path) -> None:
    plain = run_egov(*command, cwd=ROOT, env={"EGOV_NO_CACHE": "1"})
    assert plain.code == 0, plain.err
    for _ in range(2):
        assert run_egov(*command, cwd=ROOT, env={"EGOV_CACHE_DIR": str(tmp_path / "kept")}) == plain
