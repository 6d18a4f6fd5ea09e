"""JSON Schema: what an editor accepts is what the loader reads."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator

from egov_tracker.cli.schema import SchemaName
from egov_tracker.render.schema import FILES, OUTPUTS, file_schema, schema_of
from egov_tracker.store.yaml_reader import read_document
from tests import building
from tests.building import HEAD, as_an_editor_reads, entry

if TYPE_CHECKING:
    from collections.abc import Mapping

    from egov_tracker.store.ledger import Definitions


@pytest.fixture(scope="session")
def validator(definitions: Definitions) -> Draft202012Validator:
    return Draft202012Validator(file_schema("snapshot", definitions))


def complaints(schema: Mapping[str, Any], document: object) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in Draft202012Validator(schema).iter_errors(document)]


# Of every schema.


@pytest.mark.parametrize("name", [*FILES, *OUTPUTS])
def test_a_schema_is_a_schema(name: str) -> None:
    Draft202012Validator.check_schema(json.loads(schema_of(name, building.definitions)))


def test_every_file_and_every_output_has_a_schema_to_print() -> None:
    assert sorted(SchemaName) == sorted([*FILES, *OUTPUTS])


# Of the files.


OBLIGATION = {
    "task": "t", "group": "all", "by": "Các bộ", "what_vi": "v", "what_en": "e", "due": "2016-06", "under": "NQ 36a",
}  # fmt: skip
BODY = {"kind": "ministry", "name_vi": "v", "name_en": "e"}
INDICATOR = {
    "kind": "stock", "unit": "bodies", "name_vi": "v", "name_en": "e", "definition_vi": "v", "definition_en": "e",
}  # fmt: skip


@pytest.mark.parametrize(
    ("name", "root", "sound", "wrong"),
    [
        ("obligations", "obligations", OBLIGATION, {"indicator": "zzz"}),
        ("obligations", "obligations", OBLIGATION, {"due": "30/6/2016"}),
        ("obligations", "obligations", OBLIGATION, {"target_is": "about"}),
        ("obligations", "obligations", OBLIGATION, {"id": "x"}),
        ("obligations", "obligations", OBLIGATION, {"breakdown": ["level"]}),
        ("registry", "bodies", BODY, {"kind": "club"}),
        ("registry", "bodies", BODY, {"aliases": "one"}),
        ("registry", "bodies", BODY, {"colour": "red"}),
        ("catalogue", "indicators", INDICATOR, {"kind": "heap"}),
        ("catalogue", "indicators", INDICATOR, {"kind": ["stock", "heap"]}),
        ("catalogue", "indicators", INDICATOR, {"unit": "apples"}),
        ("catalogue", "indicators", INDICATOR, {"breakdown": {"level": "3"}}),
        ("catalogue", "indicators", INDICATOR | {"breakdown": ["level"]}, {"breakdown": "level"}),
        ("catalogue", "indicators", INDICATOR | {"breakdown": {"level": [3, "3-4"]}}, {"groups": "central"}),
    ],
)
def test_an_editor_marks_what_is_wrong_with_an_entry_by_id(
    name: str, root: str, sound: dict[str, object], wrong: dict[str, object]
) -> None:
    schema = file_schema(name, building.definitions())
    assert complaints(schema, {root: {"x": sound}}) == []
    assert complaints(schema, {root: {"x": sound | wrong}}) != []


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
