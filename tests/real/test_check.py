"""What the checker says of the real ledger, and where its obligations stand."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.building import ROOT
from tests.running import run_egov

if TYPE_CHECKING:
    from egov_tracker.store.ledger import Ledger


def test_there_is_no_error_and_nothing_unexplained() -> None:
    findings = json.loads(run_egov("check", "-f", "json", cwd=ROOT).out)["findings"]
    assert [found["rule"] for found in findings if found["level"] != "note"] == []


def test_figures_of_a_whole_group_say_nothing_of_a_part_that_is_bound() -> None:
    ran = run_egov("check", "--select", "OBL001", cwd=ROOT)
    assert "dossier-publication-central was due" in ran.out
    assert "interconnection-central-august" not in ran.out


def test_every_obligation_of_the_real_ledger_is_read_and_knows_its_place(ledger: Ledger) -> None:
    by_id = {due.obligation.id: due for due in ledger.obligations}
    due = by_id["quarter-report-2016Q1"]
    lines = (ROOT / "data" / "registry" / "obligations.yaml").read_text(encoding="utf-8").splitlines()
    assert (str(due.obligation.due), due.obligation.before, due.obligation.target) == ("2016-03-25", True, None)
    assert lines[due.location.line - 1] == "  quarter-report-2016Q1:"
    assert lines[due.due_location.line - 1] == "    due: 2016-03-25"
