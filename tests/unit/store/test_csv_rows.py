"""CSV as `egov`, Excel and others write it: cells by column, with their lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egov_tracker.errors import EgovError
from egov_tracker.render.csv import EXCEL, PLAIN, write_csv
from egov_tracker.store import csv_rows
from egov_tracker.store.csv_rows import read_csv
from egov_tracker.views.columns import Column, Rows

if TYPE_CHECKING:
    from pathlib import Path

    from egov_tracker.render.csv import Dialect

A, B = Column("a", "a"), Column("b", "b")


@pytest.mark.parametrize(
    ("raw", "cells", "line"),
    [
        (b"a,b\nx,y\n", {"a": "x", "b": "y"}, 2),
        (b"\xef\xbb\xbfa;b\r\nx;y\r\n", {"a": "x", "b": "y"}, 2),
        (b"a\tb\nx\ty", {"a": "x", "b": "y"}, 2),
        (b"\na,b\n\n,\nx,\n", {"a": "x"}, 5),
        (b'a,b\n"=""7/12""",\'=1\n', {"a": "7/12", "b": "=1"}, 2),
        (b'a,b\n"x\ny",z\n', {"a": "x\ny", "b": "z"}, 2),
    ],
)
def test_a_row_is_read_whatever_stands_between_its_cells(
    raw: bytes, cells: dict[str, str], line: int, tmp_path: Path
) -> None:
    (tmp_path / "f.csv").write_bytes(raw)
    (row,) = read_csv(tmp_path / "f.csv", ("a", "b")).rows
    assert (row.cells, row.line) == (cells, line)


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        ("a,b\n".encode("utf-16"), ": expected CSV in UTF-8, got UTF-16; save it as “CSV UTF-8” (in Excel)"),
        (
            "a,b\n".encode("utf-16-be").join((b"\xfe\xff", b"")),
            ": expected CSV in UTF-8, got UTF-16; save it as “CSV UTF-8” (in Excel)",
        ),
        (b"a,b\nx,\xff\n", ":2: expected CSV in UTF-8, got byte 7, which is none"),
        (b"a,c\n", ':1: column 2: expected a known column, got "c"; there are a, b'),
        (b"a,b,a\n", ":1: column 3: a second column a"),
        (b"a,b\nx,y\nx\n", ":3: expected 2 cells, got 1"),
        (b'a,b\n"x\ny",z\nx,y,z\n', ":4: expected 2 cells, got 3"),
        (b'a,b\nx,"y"z\n', ":2: expected a row of CSV, got one with a fault: ',' expected after '\"'"),
        (b"", ": expected a row of column names, got nothing"),
        (b"\n\n", ": expected a row of column names, got nothing"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_place(raw: bytes, sentence: str, tmp_path: Path) -> None:
    (tmp_path / "f.csv").write_bytes(raw)
    with pytest.raises(EgovError) as raised:
        read_csv(tmp_path / "f.csv", ("a", "b"))
    assert str(raised.value) == f"{tmp_path / 'f.csv'}{sentence}"


@pytest.mark.parametrize(
    ("raw", "decimal"), [(b"a,b\n", "."), (b"a;b\n", ","), (b"a\tb\n", "."), (b"a\n", "."), (b"\r\na;b\n,,,\n", ",")]
)
def test_the_sign_before_decimals_is_that_of_the_program_that_parts_cells_so(
    raw: bytes, decimal: str, tmp_path: Path
) -> None:
    (tmp_path / "f.csv").write_bytes(raw.replace(b",,,\n", b""))
    assert read_csv(tmp_path / "f.csv", ("a", "b")).decimal == decimal


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("'=1", "=1"),
        ("'-1", "-1"),
        ("''x", "'x"),
        ("'x", "'x"),
        ("=1", "=1"),
        (' ="7" ', '="7"'),
        ('=" 7"', "7"),
        ("' x", "' x"),
        (" x ", "x"),
        ("' =1", "' =1"),
    ],
)
def test_a_cell_loses_what_keeps_a_spreadsheet_from_reckoning_and_nothing_else(
    cell: str, text: str, tmp_path: Path
) -> None:
    quoted = cell.replace('"', '""')
    (tmp_path / "f.csv").write_text(f'a,b\n"{quoted}",\n', encoding="utf-8")
    (row,) = read_csv(tmp_path / "f.csv", ("a", "b")).rows
    assert (row.cells, row.origin("a")) == ({"a": text}, f"{tmp_path / 'f.csv'}:2: column a")


@pytest.mark.parametrize(("rows", "read"), [(2, True), (3, False)])
def test_there_may_be_so_many_rows(rows: int, *, read: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv_rows, "MOST_ROWS", 2)
    (tmp_path / "f.csv").write_bytes(b"a\n" + b"x\n" * rows)
    if read:
        assert len(read_csv(tmp_path / "f.csv", ("a",)).rows) == rows
        return
    with pytest.raises(EgovError, match=r"f\.csv:4: more than 2 rows$"):
        read_csv(tmp_path / "f.csv", ("a",))


def test_more_rows_or_bytes_than_any_ledger_has_are_not_read(tmp_path: Path) -> None:
    (tmp_path / "long.csv").write_bytes(b"a\n" + b"x\n" * 200_001)
    with pytest.raises(EgovError, match=r"long\.csv:200002: more than 200,000 rows$"):
        read_csv(tmp_path / "long.csv", ("a",))
    with (tmp_path / "large.csv").open("wb") as file:
        file.truncate(64 * 1024**2 + 1)
    with pytest.raises(EgovError, match=r"large\.csv: it has more than 67,108,864 bytes$"):
        read_csv(tmp_path / "large.csv", ("a",))


TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(lambda text: text == text.strip())


@given(TEXTS, TEXTS, st.sampled_from([PLAIN, EXCEL]))
def test_whatever_is_written_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, first: str, second: str, dialect: Dialect
) -> None:
    path = tmp_path_factory.mktemp("csv") / "f.csv"
    path.write_bytes(write_csv(Rows((A, B), [{"a": first, "b": second}]), dialect).encode())
    (row,) = read_csv(path, ("a", "b")).rows
    assert row.cells == {"a": first, "b": second}
