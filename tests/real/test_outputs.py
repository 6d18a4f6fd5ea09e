"""All that the commands print of the real ledger is valid under the schemas of the outputs."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator

from egov_tracker.render.schema import output_schema
from egov_tracker.views.columns import STATUS, flat_records
from egov_tracker.views.observation import view_observation
from egov_tracker.views.page import Lang
from tests.building import ROOT
from tests.running import every_list, run_egov

if TYPE_CHECKING:
    from egov_tracker.store.ledger import Ledger


def complaints(name: str, document: Any) -> list[str]:
    errors = Draft202012Validator(output_schema(name)).iter_errors(document)
    return [f"{error.json_path}: {error.message}" for error in errors]


def test_the_diff_of_every_two_neighbours_is_as_promised(ledger: Ledger) -> None:
    for old, new in pairwise(map(str, ledger.quarters)):
        assert complaints("diff", json.loads(run_egov("diff", old, new, "-f", "json", cwd=ROOT).out)) == []


def test_every_list_of_the_ledger_is_as_promised(ledger: Ledger) -> None:
    document = json.loads(json.dumps(every_list(ledger)))
    assert len(document["lists"]) > 10
    assert complaints("appendix", document) == []


@pytest.mark.parametrize("name", ["check", "quarters"])
def test_all_findings_and_the_coverage_map_are_as_promised(name: str) -> None:
    assert complaints(name, json.loads(run_egov(name, "-f", "json", cwd=ROOT).out)) == []


def test_flat_rows_hold_plain_values_under_the_columns_of_the_csv(ledger: Ledger) -> None:
    snapshots = [ledger.snapshot(quarter) for quarter in ledger.quarters]
    views = [view_observation(one, ledger.definitions.registry, Lang.VI) for s in snapshots for one in s.observations]
    rows = flat_records(views)
    assert len(rows) == len(views) > 100
    assert {tuple(row) for row in rows} == {tuple(column.name for column in STATUS)}
    assert {type(value) for row in rows for value in row.values()} == {str, int, float, bool, type(None)}
