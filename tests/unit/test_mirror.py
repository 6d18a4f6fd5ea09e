"""Tests of units stand where their modules stand: `text/test_figures.py` tests `text/figures.py`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.building import ROOT

SOURCES = ROOT / "src" / "egov_tracker"
UNITS = ROOT / "tests" / "unit"

# Tests that are of several modules, and what they hold.
SEVERAL = {
    "test_floors": "the imports of every module",
    "test_mirror": "this one",
    "reading/test_corpus": "the drafts of whole texts, by every module that reads",
    "reading/test_hostile": "whatever is read, reading ends soon and without a traceback",
    "reading/test_forms": "the forms of a document, held against each other",
    "checks/test_any_bytes": "whatever is read, no rule of any module stops",
    "checks/test_clean_ledgers": "on a clean ledger no rule sees anything, on a changed one the right one does",
    "checks/test_examples": "every rule sees its bad examples and not its good ones",
    "checks/test_false_alarms": "neighbouring cases of all rules, one of which is a contradiction",
    "render/test_output_schema": "the schemas that render/schema makes of the types in views, against samples",
    "render/test_packaged": "the modules of the package's templates, against the templates",
    "views/test_wordings": "what stands in both languages side by side, in every module of views",
    "changes/test_properties": "what holds for any two quarters, whichever module sees the change",
}
# Modules without a test of their own, and what tests them; the name of a folder stands for all that are in it.
ELSEWHERE = {
    "__main__": "tests/smoke and every spawned program",
    "cli": "tests/flow, by whole commands",
    "checks": "the examples of each rule",
    "changes": "changes/test_compare.py, by the changes of two whole snapshots",
    "store/core": "store/test_core_schemas.py, by what is read with it",
    "views/diff": "tests/flow/test_diff.py, by whole pages",
    "views/agency": "tests/flow/test_agency.py, by whole pages",
    "views/agency_record_types": "render/test_output_schema.py: types without behaviour, as schemas",
    "views/agency_records": "render/test_output_schema.py and tests/flow/test_agency.py, by whole documents",
    "views/site": "tests/flow/test_site.py, by whole pages and by a search in a browser",
    "render/site": "tests/flow/test_site.py, by whole sites",
    "views/appendix_document": "tests/flow/test_documents.py, by whole documents",
    "views/columns": "views/test_records.py and render/test_output_schema.py: every column leads to a key",
    "views/draft": "tests/flow/test_new.py, by the files of whole quarters",
    "render/draft": "tests/flow/test_new.py, by the files of whole quarters",
    "views/findings": "tests/flow/test_check.py and test_contradictions.py",
    "views/indicators": "tests/flow/test_indicators.py, by whole pages",
    "views/letter_check": "tests/flow/test_letters.py, by what is wrong with a letter",
    "views/letter_counts": "tests/flow/test_letters.py, by the numbers and references of a text",
    "views/letter_fields": "tests/flow/test_letters.py, by what counts in a text become",
    "views/letter_naming": "tests/flow/test_letters.py, by what a text says of names",
    "views/observation": "views/test_status.py, by rows and footnotes",
    "views/observation_table": "views/test_status.py, by rows and footnotes",
    "views/record_types": "render/test_output_schema.py: types without behaviour, as schemas",
    "views/new_snapshot": "tests/flow/test_import.py, by what is said of whole files",
    "render/form": "tests/flow/test_form.py, by the cells of a form and what may be put into them",
    "render/snapshot": "tests/flow/test_import.py, by whole files",
    "views/tables/schema": "views/tables/test_rows.py, by the rows that have to fit",
    "views/trace": "tests/flow/test_trace.py, by whole pages",
    "views/report": "tests/flow/test_documents.py, by whole reports",
    "views/trend": "tests/flow/test_trend.py and tests/real/test_trend.py, by whole charts",
    "render/word/bars": "render/word/test_document.py, by whole files",
    "reading": "reading/test_claims.py, by the claims of sentences, and reading/test_corpus.py, by whole drafts",
    "render/review": "tests/flow/test_review.py, by whole screens",
    "render/filling": "tests/flow/test_records.py, by what own templates are filled with",
    "render/packaged": "render/test_packaged.py, against the templates that they are written from",
    "render/outputs": "render/test_formats.py: every kind of output in each of its formats",
    "render/contents": "render/test_formats.py: values without behaviour, each in its formats",
    "render/word/letter": "render/word/test_document.py, by whole letters",
    "render/word/official_form": "tests/flow/test_office.py and render/word/test_document.py, by whole documents",
    "render/word/parts": "render/word/test_document.py, by whole files",
    "store/definitions": "store/test_ledger.py, by broken definitions",
    "store/observations": "store/test_snapshots.py",
    "store/validation": "store/test_snapshots.py and store/test_ledger.py",
}


def names(folder: Path, prefix: str = "") -> set[str]:
    """The Python files of a tree, as `text/figures`, without the prefix of their names; packages are left out."""
    return {
        (path.parent / path.stem.removeprefix(prefix)).relative_to(folder).as_posix()
        for path in folder.rglob(f"{prefix}*.py")
        if path.stem != "__init__"
    }


MODULES, TESTED = names(SOURCES), names(UNITS, "test_")


def excuse_of(module: str) -> str | None:
    """The entry that excuses a module: its own, or that of a folder above it."""
    above = [module, *(folder.as_posix() for folder in Path(module).parents)]
    return next((name for name in above if name in ELSEWHERE), None)


def test_the_trees_are_found() -> None:
    assert {"text/figures", "render/word/document"} <= MODULES & TESTED


@pytest.mark.parametrize("tested", sorted(TESTED - {name.replace("test_", "") for name in SEVERAL}))
def test_a_test_is_named_after_a_module(tested: str) -> None:
    assert tested in MODULES


@pytest.mark.parametrize("module", sorted(MODULES - TESTED))
def test_a_module_without_a_test_of_its_own_is_excused(module: str) -> None:
    assert excuse_of(module), f"tests/unit/{Path(module).parent}/test_{Path(module).name}.py is missing"


def test_nothing_is_excused_without_need() -> None:
    used = {excuse_of(module) for module in MODULES - TESTED}
    assert set(ELSEWHERE) - used == set()
    assert {name.replace("test_", "") for name in SEVERAL} <= TESTED
