"""The schemas beside the real ledger, and its files under them."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from jsonschema import Draft202012Validator

from egov_tracker.render.schema import file_schema
from egov_tracker.store.yaml_reader import read_document
from tests.building import ROOT, as_an_editor_reads
from tests.editor import marks
from tests.running import run_egov

if TYPE_CHECKING:
    from pathlib import Path

    from egov_tracker.store.ledger import Definitions

DATA = ROOT / "data"
REPORTS = sorted((DATA / "reports").glob("*.yaml"))
OTHER_FILES = [
    *(("letter", path) for path in sorted((DATA / "letters").glob("*.yaml"))),
    ("catalogue", DATA / "registry" / "indicators.yaml"),
    ("registry", DATA / "registry" / "agencies.yaml"),
    ("registry", DATA / "registry" / "provinces.yaml"),
    ("groups", DATA / "registry" / "groups.yaml"),
    ("cohorts", DATA / "registry" / "cohorts.yaml"),
    ("obligations", DATA / "registry" / "obligations.yaml"),
]


@pytest.fixture(scope="session")
def validator(definitions: Definitions) -> Draft202012Validator:
    return Draft202012Validator(file_schema("snapshot", definitions))


def test_the_schema_of_a_snapshot_is_the_one_beside_the_reports() -> None:
    outcome = run_egov("schema", "snapshot", cwd=ROOT)
    assert outcome == (0, (DATA / "schema" / "snapshot.schema.json").read_text(encoding="utf-8"), "")


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_every_snapshot_of_the_ledger_is_valid_in_an_editor(path: Path, validator: Draft202012Validator) -> None:
    content = as_an_editor_reads(read_document(path.read_bytes(), str(path)).content)
    assert [f"{error.json_path}: {error.message}" for error in validator.iter_errors(content)] == []


def test_check_jsonschema_accepts_every_snapshot_of_the_ledger() -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--schemafile", str(DATA / "schema" / "snapshot.schema.json")]
    ran = subprocess.run([*command, *REPORTS], capture_output=True, encoding="utf-8", check=False)  # noqa: S603
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "ok -- validation done\n", "")


def test_an_editor_marks_nothing_in_the_snapshots_of_the_ledger() -> None:
    assert marks(REPORTS) == {path.name: [] for path in REPORTS}


@pytest.mark.parametrize(("name", "path"), OTHER_FILES, ids=[path.stem for _, path in OTHER_FILES])
def test_every_other_file_of_the_ledger_is_valid_in_an_editor(name: str, path: Path, definitions: Definitions) -> None:
    content = as_an_editor_reads(read_document(path.read_bytes(), str(path)).content)
    schema = Draft202012Validator(file_schema(name, definitions))
    assert [f"{error.json_path}: {error.message}" for error in schema.iter_errors(content)] == []


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_every_snapshot_of_the_ledger_names_the_schema_beside_it(path: Path) -> None:
    first = path.read_text(encoding="utf-8").partition("\n")[0]
    assert first == "# yaml-language-server: $schema=../schema/snapshot.schema.json"
    assert (path.parent / "../schema/snapshot.schema.json").is_file()
