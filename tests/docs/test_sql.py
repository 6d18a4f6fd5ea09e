"""Every query that the documentation shows is asked of the ledger of this repository, and finds something."""

from __future__ import annotations

import contextlib
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import duckdb
import pytest

from tests.building import ROOT
from tests.docs.pages import PAGES, Block, blocks
from tests.running import run_egov

if TYPE_CHECKING:
    from pathlib import Path

QUERIES = [block for page in PAGES for block in blocks(page) if block.language == "sql"]
OF_PARQUET = [block for block in QUERIES if "read_parquet" in block.text]


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("export") / "ledger.sqlite"
    assert run_egov("export", path, cwd=ROOT).code == 0
    return path


@pytest.fixture(scope="module")
def parquet(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("export")
    assert run_egov("export", folder / "ledger", "--to", "parquet", cwd=ROOT).code == 0
    return folder


@pytest.mark.parametrize("block", OF_PARQUET, ids=lambda block: block.place)
def test_a_query_of_parquet_finds_something(block: Block, parquet: Path) -> None:
    with contextlib.chdir(parquet), duckdb.connect(":memory:") as connection:
        assert connection.execute(block.text).fetchone()


@pytest.mark.parametrize(
    "block", [block for block in QUERIES if block not in OF_PARQUET], ids=lambda block: block.place
)
def test_a_query_finds_something(block: Block, database: Path) -> None:
    with closing(sqlite3.connect(database)) as connection:
        assert connection.execute(block.text).fetchone()


def test_there_are_queries() -> None:
    assert OF_PARQUET
    assert len(QUERIES) > len(OF_PARQUET)
