"""What contradicts in a quarter, for its report: in that quarter, unexplained, and printed by its sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from egov_tracker.checks.examined import Examined, examine_quarter, find_contradictions
from egov_tracker.inference.judged import judge_quarter
from tests.building import open_data, snapshot_text, write_ledger

if TYPE_CHECKING:
    from pathlib import Path

    from egov_tracker.store.ledger import Ledger

C = "indicator: lgsp, group: central"
SHORT = "outstanding: {count: 2, names: [Bộ Y tế]}"
REPORTS = {
    "2016Q1": [f"{C}, as_of: 2016-03-31, value: 20, {SHORT}"],
    "2016Q2": [
        f"{C}, as_of: 2016-06-30, value: 19",  # fewer than before
        f"{C}, as_of: 2016-06-29, value: 20, {SHORT}",  # a list and its count
        f"{C}, as_of: 2016-06-28, value: 20, {SHORT}, remarks: [{{rule: FIG002, note: Một}}]",  # explained
        f"{C}, as_of: unknown, value: 20",  # a note
        f"{C}, as_of: 2016-06-27, value: 20, remarks: [{{rule: FIG004, note: Hai}}]",  # that explains nothing
    ],
}


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return open_data(write_ledger(tmp_path, {name: snapshot_text(entries, name) for name, entries in REPORTS.items()}))


def test_the_contradictions_of_the_last_quarter_are_those_that_its_sources_print_and_nothing_explains(
    ledger: Ledger,
) -> None:
    found = find_contradictions([*map(ledger.snapshot, ledger.quarters)], ledger.definitions.registry)
    assert [(one.rule, one.message) for one in found] == [
        ("SER001", "lgsp central falls from 20 at 2016-06-29 to 19 at 2016-06-30"),
        ("FIG002", "'outstanding' states 2 and names 1"),
    ]


def test_a_quarter_is_examined_as_it_is_judged_and_by_what_contradicts_in_it(ledger: Ledger) -> None:
    snapshots, registry = [*map(ledger.snapshot, ledger.quarters)], ledger.definitions.registry
    judged = judge_quarter(snapshots, registry, ledger.obligations)
    assert judged.headlines[0].change
    assert judged.verdicts
    assert examine_quarter(ledger, snapshots) == Examined(judged, find_contradictions(snapshots, registry))
