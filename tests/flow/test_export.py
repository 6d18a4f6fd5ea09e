"""`egov export`, as it is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.building import SMALL, write_ledger
from tests.running import run_egov

if TYPE_CHECKING:
    from pathlib import Path

SAID = "egov: 2 quarters, 12 figures, 2 findings in "


@pytest.mark.parametrize("out", ["out", "out.xlsx", "out.sqlite", "out.db"])
def test_it_writes_what_its_name_says_and_writes_it_again(out: str, tmp_path: Path) -> None:
    target = tmp_path / out
    for _ in range(2):
        assert run_egov("export", target) == (0, "", f"{SAID}{target}\n")
        assert [path.name for path in tmp_path.iterdir()] == [out]
    assert target.is_dir() == (out == "out")


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        (("out.xls",), (
            'out.xls: expected a name that ends in .xlsx (xlsx) or .sqlite (sqlite), got ".xls"; '
            "did you mean '.xlsx'?"
        )),
        (("out.xlsx", "--to", "sqlite"), (
            "--to sqlite and out.xlsx contradict each other: expected a name that ends in .sqlite, .sqlite3 or .db"
        )),
        (("out.xlsx", "--to", "datapackage"), (
            "--to datapackage and out.xlsx contradict each other: expected a folder, a name without such an end"
        )),
        (("out", "--to", "xls"), (
            '--to: expected datapackage, xlsx, sqlite, csv or parquet, got "xls"; did you mean \'xlsx\'?'
        )),
        (("out.xlsx", "--excel"), "--excel: expected the format csv, got xlsx"),
    ],
)  # fmt: skip
def test_what_cannot_be_had_is_said_before_anything_is_read(
    args: tuple[str, ...], sentence: str, tmp_path: Path
) -> None:
    assert run_egov("export", *args, cwd=tmp_path) == (2, "", f"egov: {sentence}\n")
    assert list(tmp_path.iterdir()) == []


def test_what_it_did_not_make_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "out.xlsx").write_bytes(b"mine")
    said = f"egov: {tmp_path}/out.xlsx is there already, and egov did not make it, or somebody changed it since"
    assert run_egov("export", tmp_path / "out.xlsx", cwd=SMALL) == (2, "", f"{said}; nothing was written\n")
    assert (tmp_path / "out.xlsx").read_bytes() == b"mine"


def test_a_ledger_with_a_fault_is_not_exported(tmp_path: Path) -> None:
    write_ledger(tmp_path / "data", {"2016Q2": "period: 2016Q3\n"})
    outcome = run_egov("export", "out", cwd=tmp_path)
    assert (outcome.code, outcome.out) == (2, "")
    fault = "SHP003 error period: 2016Q3 is not the quarter of the file's name"
    assert outcome.err == f"egov: data/reports/2016Q2.yaml:1:9: {fault}\n"
    assert not (tmp_path / "out").exists()


def test_a_folder_of_csv_for_excel(tmp_path: Path) -> None:
    assert run_egov("export", tmp_path / "out", "--to", "csv", "--excel").code == 0
    assert (tmp_path / "out" / "sources.csv").read_text(encoding="utf-8").startswith("\ufeffid;quarter;title;")
