"""`egov schema` from end to end: what an editor needs, and what a program that reads our JSON needs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from jsonschema import Draft202012Validator

from tests.building import HEAD, entry, write_ledger
from tests.running import run_egov

if TYPE_CHECKING:
    from pathlib import Path


def test_the_schema_offers_the_indicators_of_the_ledger_in_use() -> None:
    schema = json.loads(run_egov("schema", "snapshot").out)
    assert schema["$defs"]["ObservationEntry"]["properties"]["indicator"]["enum"] == [
        "document_interconnection", "online_services", "feedback", "level4_share", "un_egdi_rank",
    ]  # fmt: skip


def test_the_status_of_a_small_ledger_is_valid_under_the_schema_of_status() -> None:
    validator = Draft202012Validator(json.loads(run_egov("schema", "status").out))
    for options in ((), ("--agencies",), ("-q", "2016Q1")):
        document = json.loads(run_egov("status", "-f", "json", *options).out)
        assert list(validator.iter_errors(document)) == []


def test_the_schema_of_status_refuses_a_field_that_is_not_promised() -> None:
    validator = Draft202012Validator(json.loads(run_egov("schema", "status").out))
    document = json.loads(run_egov("status", "-f", "json").out)
    document["observations"][0]["colour"] = "red"
    assert [error.json_path for error in validator.iter_errors(document)] == ["$.observations[0]"]


def test_a_schema_is_written_to_a_file(tmp_path: Path) -> None:
    assert run_egov("schema", "status", "-o", tmp_path / "s.json") == (0, "", "")
    assert (tmp_path / "s.json").read_text(encoding="utf-8") == run_egov("schema", "status").out


def test_the_schema_of_status_needs_no_ledger_and_that_of_a_snapshot_a_sound_catalogue(tmp_path: Path) -> None:
    write_ledger(tmp_path, {"2016Q2": HEAD + entry()}, {"indicators": "indicators: x\n"})
    assert run_egov("schema", "status", "--data", tmp_path).code == 0
    assert run_egov("schema", "snapshot", "--data", tmp_path) == (
        2,
        "",
        (f"egov: {tmp_path}/registry/indicators.yaml:1:13: SHP003 error indicators: expected a mapping, got 'x'\n"),
    )
