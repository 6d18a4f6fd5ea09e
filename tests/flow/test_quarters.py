"""`egov quarters` from end to end: the coverage map, and the gaps in it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.building import LETTERS
from tests.running import run_egov

if TYPE_CHECKING:
    from collections.abc import Callable


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
    outcome = run_egov("quarters", *options)
    assert (outcome.code, outcome.err) == (0, "")
    golden(name, outcome.out)


def test_a_quarter_without_a_snapshot_is_a_gap_in_every_format() -> None:
    gaps = ["2016Q3", "2016Q4", "2017Q1", "2017Q3", "2018Q1"]
    assert f"Quý chưa có số liệu: {', '.join(gaps)}\n" in run_egov("quarters", cwd=LETTERS).out
    document = json.loads(run_egov("quarters", "-f", "json", cwd=LETTERS).out)
    assert [one["quarter"] for one in document["quarters"] if not one["snapshot"]] == gaps
    assert all(not set(gaps) & set(quarters) for quarters in document["indicators"].values())
