"""JSON Schema: what an editor accepts is what the loader reads."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator

from egov_tracker.render.schema import snapshot_schema, status_schema
from egov_tracker.store.yaml_reader import read_document
from tests.support import DATA, HEAD, entry

if TYPE_CHECKING:
    from pathlib import Path

    from egov_tracker.store.ledger import Definitions

REPORTS = sorted((DATA / "reports").glob("*.yaml"))


@pytest.fixture(scope="session")
def validator(definitions: Definitions) -> Draft202012Validator:
    return Draft202012Validator(json.loads(snapshot_schema(definitions.catalogue, definitions.registry.groups)))


def as_an_editor_reads(content: Any, field: str = "") -> Any:
    """Plain content with the truth values and whole numbers that an editor's YAML makes of it."""
    match content:
        case dict():
            return {name: as_an_editor_reads(value, name) for name, value in content.items()}
        case list():
            return [as_an_editor_reads(value, field) for value in content]
        case "true" | "false" if field == "repeats":
            return content == "true"
        case str() if content.isdigit() and (content == "0" or content[0] != "0") and field != "at":
            return int(content)
        case _:
            return content


@pytest.mark.parametrize("schema", [snapshot_schema(["a"], ["b"]), status_schema()], ids=["snapshot", "status"])
def test_a_schema_is_a_schema(schema: str) -> None:
    Draft202012Validator.check_schema(json.loads(schema))


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_every_snapshot_of_the_ledger_is_valid_in_an_editor(path: Path, validator: Draft202012Validator) -> None:
    content = as_an_editor_reads(read_document(path.read_bytes(), str(path)).content)
    assert [f"{error.json_path}: {error.message}" for error in validator.iter_errors(content)] == []


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_every_snapshot_of_the_ledger_names_the_schema_beside_it(path: Path) -> None:
    first = path.read_text(encoding="utf-8").partition("\n")[0]
    assert first == "# yaml-language-server: $schema=../schema/snapshot.schema.json"
    assert (path.parent / "../schema/snapshot.schema.json").is_file()


def test_the_schema_in_the_ledger_is_the_one_that_the_program_prints(definitions: Definitions) -> None:
    written = (DATA / "schema" / "snapshot.schema.json").read_text(encoding="utf-8")
    assert written == snapshot_schema(definitions.catalogue, definitions.registry.groups)


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
