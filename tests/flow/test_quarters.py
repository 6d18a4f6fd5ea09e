"""`egov quarters` from end to end: the coverage map, and the gaps in it."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest

from tests.support import LEDGERS, run_egov

if TYPE_CHECKING:
    from collections.abc import Callable

    from egov_tracker.store.ledger import Ledger


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("quarters.vi.txt", ()),
        ("quarters.en.txt", ("--lang", "en")),
        ("quarters.json", ("-f", "json")),
        ("quarters.csv", ("-f", "csv")),
    ],
)
def test_the_whole_map_of_a_small_ledger(
    golden: Callable[[str, str], None], name: str, options: tuple[str, ...]
) -> None:
    outcome = run_egov("quarters", "--data", "small", *options, cwd=LEDGERS)
    assert (outcome.code, outcome.err) == (0, "")
    golden(name, outcome.out)


def test_the_map_counts_what_the_quarters_hold(ledger: Ledger) -> None:
    rows = list(csv.DictReader(io.StringIO(run_egov("quarters", "-f", "csv").out)))
    counts = {(row["quarter"], row["indicator"]): int(row["observations"]) for row in rows}
    quarters = {quarter for quarter, _ in counts}
    assert (min(quarters), max(quarters), len(quarters)) == ("2016Q1", "2020Q4", 20)
    for quarter in ledger.quarters:
        held = len(ledger.snapshot(quarter).observations)
        assert sum(count for (name, _), count in counts.items() if name == str(quarter)) == held


def test_a_quarter_without_a_snapshot_is_a_gap_in_every_format() -> None:
    table = run_egov("quarters").out
    assert "Quý chưa có số liệu: 2017Q1, 2017Q3, 2018Q1, 2018Q3, 2018Q4, 2019Q3\n" in table
    document = json.loads(run_egov("quarters", "-f", "json").out)
    missing = [one["quarter"] for one in document["quarters"] if not one["snapshot"]]
    assert missing == ["2017Q1", "2017Q3", "2018Q1", "2018Q3", "2018Q4", "2019Q3"]
    assert all(not set(missing) & set(quarters) for quarters in document["indicators"].values())
