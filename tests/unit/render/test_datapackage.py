"""Data Packages: their description says what their files hold, and the field's own validator agrees."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import subprocess
from typing import TYPE_CHECKING, Any

import pytest

from tests.building import LETTERS
from tests.running import need, run_egov, silent_environment

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("export") / "package"
    assert run_egov("export", folder, cwd=LETTERS).code == 0
    return folder


@pytest.fixture(scope="module")
def described(package: Path) -> dict[str, Any]:
    read: dict[str, Any] = json.loads((package / "datapackage.json").read_bytes())
    return read


def test_each_file_is_described_with_its_size_its_hash_and_its_columns(
    package: Path, described: dict[str, Any]
) -> None:
    for resource in described["resources"]:
        raw = (package / resource["path"]).read_bytes()
        assert (resource["bytes"], resource["hash"]) == (len(raw), f"sha256:{hashlib.sha256(raw).hexdigest()}")
        header = next(csv.reader(io.StringIO(raw.decode())))
        assert header == [field["name"] for field in resource["schema"]["fields"]]
    assert len(described["resources"]) == 7


def test_a_column_has_its_words_its_constraints_and_its_link(described: dict[str, Any]) -> None:
    schema = {resource["name"]: resource["schema"] for resource in described["resources"]}["findings"]
    assert schema["fields"][2] == {
        "name": "level",
        "type": "string",
        "title": "Mức độ",
        "description": "How serious it is",
        "constraints": {"required": True, "enum": ["error", "warning", "note"]},
        "codes": {"error": "lỗi", "warning": "cảnh báo", "note": "lưu ý"},
    }
    assert schema["primaryKey"] == ["id"]
    assert schema["foreignKeys"] == [{"fields": ["figure"], "reference": {"resource": "figures", "fields": ["id"]}}]


def test_frictionless_finds_it_valid(package: Path) -> None:
    ran = subprocess.run(  # noqa: S603 - the validator
        [need("frictionless"), "validate", "--json", package / "datapackage.json"],
        env=silent_environment(),
        capture_output=True,
        check=False,
    )
    report = json.loads(ran.stdout)
    assert (report["valid"], report["stats"]["tasks"]) == (True, 7)
