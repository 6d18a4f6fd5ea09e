"""`egov fmt` and `egov check --fix`: what is written, what is only said, and what is never touched."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.building import HEAD, SMALL, entry, write_ledger
from tests.running import run_egov

if TYPE_CHECKING:
    from pathlib import Path

UNTIDY = "period:  2016Q2\nsources: {}\n"
TIDY = "period: 2016Q2\n\nsources: {}\n"
LINES = """\
--- data/reports/2016Q2.yaml
+++ data/reports/2016Q2.yaml
@@ -1,2 +1,3 @@
-period:  2016Q2
+period: 2016Q2
+
 sources: {}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_ledger(tmp_path / "data", {"2016Q1": "period: 2016Q1\n", "2016Q2": UNTIDY})
    return tmp_path


@pytest.mark.parametrize(
    ("options", "code", "out", "written"),
    [
        ((), 0, "data/reports/2016Q2.yaml\n", TIDY),
        (("--check",), 1, "data/reports/2016Q2.yaml\n", UNTIDY),
        (("--diff",), 0, LINES, UNTIDY),
        (("--check", "--diff"), 1, LINES, UNTIDY),
        (("data/reports/2016Q1.yaml", "--check"), 0, "", UNTIDY),
    ],
)
def test_fmt_writes_what_is_not_in_form_or_only_says_it(
    folder: Path, options: tuple[str, ...], code: int, out: str, written: str
) -> None:
    assert run_egov("fmt", *options, cwd=folder) == (code, out, "")
    assert (folder / "data/reports/2016Q2.yaml").read_text(encoding="utf-8") == written


def test_fmt_leaves_what_is_in_form_byte_for_byte(folder: Path) -> None:
    assert run_egov("fmt", cwd=folder).code == 0
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in folder.rglob("*.yaml")}
    assert run_egov("fmt", cwd=folder) == (0, "", "")
    assert {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in folder.rglob("*.yaml")} == before


def test_fmt_names_the_place_of_what_is_no_yaml_and_writes_nothing(folder: Path) -> None:
    (folder / "data/reports/2016Q1.yaml").write_text("period: [", encoding="utf-8")
    ran = run_egov("fmt", cwd=folder)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("egov: data/reports/2016Q1.yaml:2:1: YML002 error not YAML")
    assert (folder / "data/reports/2016Q2.yaml").read_text(encoding="utf-8") == UNTIDY


MISTYPED = (
    HEAD
    + entry(indicator="document_interconection", as_of="30/6/2016", sorce="press", source=None)
    + entry(indicator="'lgps'", source="pres", outstanding="{names: [Bộ Tư phép]}")
    + entry(value="19/3O", as_of="2016-06-31")
)
MENDED = (
    HEAD
    + entry(source=None, source_="press")
    + entry(indicator="lgsp", source="press", outstanding="{names: [Bộ Tư phép]}")
    + entry(value="19/3O", as_of="2016-06-31")
)
STAYS = """\
data/reports/2016Q2.yaml:21:12: SHP004 error value: expected a Vietnamese number, got "19/3O"
"""


def test_fix_mends_fields_ids_and_dates_and_leaves_figures_and_names(tmp_path: Path) -> None:
    path = write_ledger(tmp_path / "data", {"2016Q2": MISTYPED}) / "reports" / "2016Q2.yaml"
    ran = run_egov("check", "--fix", "--select", "SHP004", cwd=tmp_path)
    assert path.read_text(encoding="utf-8") == MENDED
    assert ran.out.startswith(STAYS)
    assert ran.err.startswith("egov: data/reports/2016Q2.yaml: 5 mended\n")


def test_fix_takes_out_blanks_and_changes_nothing_else(folder: Path) -> None:
    ran = run_egov("check", "--fix", cwd=folder)
    assert ran.err.startswith("egov: data/reports/2016Q2.yaml: blanks taken out\n")
    assert (folder / "data/reports/2016Q2.yaml").read_text(encoding="utf-8") == "period: 2016Q2\nsources: {}\n"
    assert run_egov("check", "--fix", cwd=folder).err.startswith("2 snapshots")


def test_fix_does_not_write_into_the_package(tmp_path: Path) -> None:
    sentence = "egov: --fix: expected a ledger of your own, got that of the package\n"
    assert run_egov("check", "--fix", cwd=tmp_path) == (2, "", sentence)


def test_the_small_ledger_needs_no_fix() -> None:
    assert "mended" not in run_egov("check", "--fix", cwd=SMALL).err


@pytest.mark.parametrize("before", [("--data", "data", "fmt"), ("fmt", "--data", "data")])
def test_fmt_takes_the_files_of_the_data_that_is_named(folder: Path, before: tuple[str, ...]) -> None:
    elsewhere = folder / "elsewhere"
    elsewhere.mkdir()
    words = [str(folder / word) if word == "data" else word for word in before]
    assert run_egov(*words, "--check", cwd=elsewhere) == (1, f"{folder}/data/reports/2016Q2.yaml\n", "")
