"""JSON Schema: what an editor accepts is what the loader reads."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from jsonschema import Draft202012Validator

from egov_tracker.render.schema import snapshot_schema, status_schema
from egov_tracker.store.yaml_reader import read_document
from tests.building import HEAD, as_an_editor_reads, entry

if TYPE_CHECKING:
    from egov_tracker.store.ledger import Definitions


@pytest.fixture(scope="session")
def validator(definitions: Definitions) -> Draft202012Validator:
    return Draft202012Validator(json.loads(snapshot_schema(definitions.catalogue)))


@pytest.mark.parametrize("schema", [snapshot_schema(["a"]), status_schema()], ids=["snapshot", "status"])
def test_a_schema_is_a_schema(schema: str) -> None:
    Draft202012Validator.check_schema(json.loads(schema))


@pytest.mark.parametrize(
    ("fields", "path"),
    [
        ({"valeu": "1"}, "$.observations[0]"),
        ({"at": None}, "$.observations[0]"),
        ({"indicator": "zzz"}, "$.observations[0].indicator"),
        ({"value": "1,5.7"}, None),
        ({"value": "x19/30"}, "$.observations[0].value"),
        ({"as_of": "30/6/2016"}, "$.observations[0].as_of"),
        ({"remarks": "[{note: n, rule: fig1}]"}, "$.observations[0].remarks[0].rule"),
    ],
)
def test_an_editor_marks_what_the_loader_would_refuse(
    fields: dict[str, str | None], path: str | None, validator: Draft202012Validator
) -> None:
    content = as_an_editor_reads(read_document((HEAD + entry(**fields)).encode(), "f").content)
    marked = {error.json_path for error in validator.iter_errors(content)}
    assert marked == ({path} if path else set())
