"""The ledger of this repository as tables: every link leads somewhere, every figure of every quarter is there."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from egov_tracker.api import open_ledger
from tests.building import ROOT
from tests.running import run_egov

if TYPE_CHECKING:
    from pathlib import Path


def test_the_export_holds_every_figure_and_keeps_every_link(tmp_path: Path) -> None:
    assert run_egov("export", tmp_path / "ledger.sqlite", cwd=ROOT).code == 0
    with closing(sqlite3.connect(tmp_path / "ledger.sqlite")) as database:
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        printed = database.execute("SELECT quarter, printed FROM figures ORDER BY rowid").fetchall()
    seen = open_ledger(ROOT / "data").observations
    assert printed == [(str(one.period), one.figure.printed if one.figure else None) for one in seen]
