"""The schemas made beforehand are those of the models, and read what pydantic would read."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pydantic_core
import pytest
from pydantic import TypeAdapter
from pydantic_core import SchemaValidator, ValidationError

from egov_tracker.model.registry import CohortsFile, RegistryFile
from egov_tracker.render.schema import FILES
from egov_tracker.store import core_schemas
from egov_tracker.store.core_schemas import FILE, file_reader, write
from tests.building import SMALL
from tests.running import only_as_locked, run_egov, spawn_egov

if TYPE_CHECKING:
    from pathlib import Path

    from egov_tracker.model.fields import FileModel

AS_LOCKED = only_as_locked("pydantic-core")  # with any other release the file is not used
COHORT = {"id": "x", "name_vi": "x", "name_en": "x", "within": "all", "under": "x"}


@AS_LOCKED
def test_the_file_is_what_the_models_say() -> None:
    """Where it is not: python tools/core_schemas.py."""
    assert FILE.read_text(encoding="utf-8") == write(model for model, _ in FILES.values())


@AS_LOCKED
@pytest.mark.parametrize("model", [model for model, _ in FILES.values()])
def test_every_file_has_a_reader_made_beforehand(model: type[FileModel]) -> None:
    assert isinstance(file_reader(model), SchemaValidator)


@pytest.mark.parametrize(
    "content",
    [
        {"cohorts": {"x": COHORT}},
        {"cohorts": {"x": COHORT | {"count": "30", "names": ["Bộ Y tế"]}}},
        {"cohorts": {"x": COHORT | {"count": "ba mươi", "nmae": "x"}, "a b": COHORT, "y": []}, "more": "1"},
        {"cohorts": {"x": {"names": "Bộ Y tế"}}},
        {},
        [],
    ],
    ids=str,
)
def test_a_reader_made_beforehand_says_what_pydantic_says(content: Any) -> None:
    assert said(file_reader(CohortsFile), content) == said(TypeAdapter(CohortsFile), content)


def said(reader: Any, content: Any) -> Any:
    """The model, or everything that is wrong."""
    try:
        return reader.validate_python(content)
    except ValidationError as wrong:
        return wrong.errors(include_url=False, include_context=False)


@AS_LOCKED
@pytest.mark.parametrize(
    ("old", "new"),
    [
        (f'"pydantic_core": "{pydantic_core.__version__}"', '"pydantic_core": "0"'),
        ('"unverified"', '"verified"'),
        ('"$member": "city"', '"$member": "town"'),
        ('"$function": "parse_as_of"', '"$function": "parse_date"'),
        ("model.registry:Body", "model.registry:Corpse"),
        ('"RegistryFile"', '"Register"'),
    ],
)
def test_where_core_or_classes_are_others_pydantic_is_asked(
    old: str, new: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = FILE.read_text(encoding="utf-8")
    assert old in text
    (tmp_path / "old.json").write_text(text.replace(old, new), encoding="utf-8")
    monkeypatch.setattr(core_schemas, "FILE", tmp_path / "old.json")
    monkeypatch.setattr(core_schemas, "READERS", {})
    core_schemas.written.cache_clear()
    try:
        assert isinstance(file_reader(RegistryFile), TypeAdapter)
    finally:
        core_schemas.written.cache_clear()


CORE = "import egov_tracker.store.core as alone"
REST = "import pydantic, pydantic_core"


@pytest.mark.parametrize("imports", [(CORE, REST), (REST, CORE)], ids=["before", "after"])
def test_the_core_is_the_one_of_those_who_import_pydantic_before_or_later(imports: tuple[str, str]) -> None:
    same = "assert alone.SchemaValidator is pydantic_core.SchemaValidator is type(pydantic.TypeAdapter(int).validator)"
    subprocess.run([sys.executable, "-c", "\n".join((*imports, same))], check=True)  # noqa: S603 - the program under test


def test_the_core_is_read_without_the_rest() -> None:
    alone = f"import sys; {CORE}; assert 'pydantic_core' not in sys.modules"
    subprocess.run([sys.executable, "-c", alone], check=True)  # noqa: S603 - the program under test


def test_a_value_that_is_refused_is_so_without_the_rest(tmp_path: Path) -> None:
    path = tmp_path / "2016Q1.yaml"
    text = "period: 2016Q1\nsources: {x: {kind: letter, title: x, date: 2016-13-01}}\n"
    path.write_text(text, encoding="utf-8")
    outcome = spawn_egov("check", "--data", str(SMALL / "data"), str(path))
    assert "date: there is no month 13: 1 to 12" in outcome.out
    assert outcome == run_egov("check", "--data", SMALL / "data", path)
