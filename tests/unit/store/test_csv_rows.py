"""CSV as `egov`, Excel and others write it: cells by column, with their lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egov_tracker.errors import EgovError
from egov_tracker.render.csv import EXCEL, PLAIN, write_csv
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
        ("a,b\n".encode("utf-16"), "expected CSV in UTF-8, got UTF-16"),
        (b"a,b\nx,\xff\n", ":2: expected CSV in UTF-8, got byte 7, which is none"),
        (b"a,c\n", ':1: column 2: expected a known column, got "c"; there are a, b'),
    ],
)
def test_what_cannot_be_read_is_told_with_its_place(raw: bytes, sentence: str, tmp_path: Path) -> None:
    (tmp_path / "f.csv").write_bytes(raw)
    with pytest.raises(EgovError) as raised:
        read_csv(tmp_path / "f.csv", ("a", "b"))
    assert sentence in str(raised.value)


TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(lambda text: text == text.strip())


@given(TEXTS, TEXTS, st.sampled_from([PLAIN, EXCEL]))
def test_whatever_is_written_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, first: str, second: str, dialect: Dialect
) -> None:
    path = tmp_path_factory.mktemp("csv") / "f.csv"
    path.write_bytes(write_csv(Rows((A, B), [{"a": first, "b": second}]), dialect).encode())
    (row,) = read_csv(path, ("a", "b")).rows
    assert row.cells == {"a": first, "b": second}
