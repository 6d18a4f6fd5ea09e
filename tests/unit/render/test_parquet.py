"""Parquet: folders by quarter, types as the schema says, the same bytes twice."""

from __future__ import annotations

import datetime as dt
import sys
from typing import TYPE_CHECKING

import duckdb
import pytest

from egov_tracker.errors import EgovError
from egov_tracker.render.parquet import render_parquet
from egov_tracker.store.exports import write_folder
from egov_tracker.views.tables.schema import Field, Table, TableSchema, Type

if TYPE_CHECKING:
    from pathlib import Path

    from egov_tracker.views.columns import FlatRow

SEEN = TableSchema(
    "seen", "Số liệu", "Figures", "", "",
    (
        Field("id", Type.TEXT, "Mã", "Id", required=True),
        Field("quarter", Type.TEXT, "Quý", "Quarter", required=True),
        Field("printed", Type.TEXT, "Như nguồn in", "As printed"),
        Field("count", Type.INTEGER, "Số", "Count"),
        Field("low", Type.NUMBER, "Cận dưới", "Lower bound"),
        Field("sure", Type.BOOLEAN, "Chắc chắn", "Whether it is sure"),
        Field("as_of_last", Type.DATE, "Đến ngày", "Last day"),
    ),
    ("id",),
)  # fmt: skip
BODIES = TableSchema(
    "registry", "Danh mục", "Registry", "", "", (Field("id", Type.TEXT, "Mã", "Id", required=True),), ("id",)
)
ROWS: list[FlatRow] = [
    {
        "id": "1",
        "quarter": "2016Q1",
        "printed": "7/12",
        "count": 7,
        "low": 1.5,
        "sure": True,
        "as_of_last": "2016-03-31",
    },
    {"id": "2", "quarter": "2016Q2", "printed": 'dòng 1\n"=1", x', "sure": False},
    {"id": "3", "quarter": "2016Q2"},
]
TABLES = [Table(SEEN, lambda: ROWS), Table(BODIES, list)]


def test_there_is_a_file_a_quarter_and_one_of_what_has_no_quarters() -> None:
    assert sorted(render_parquet(TABLES)) == [
        "registry/part-0.parquet",
        "seen/quarter=2016Q1/part-0.parquet",
        "seen/quarter=2016Q2/part-0.parquet",
    ]


def test_rows_come_back_with_their_types_and_the_quarter_of_their_folder(tmp_path: Path) -> None:
    write_folder(tmp_path / "out", render_parquet(TABLES))
    with duckdb.connect(":memory:") as database:
        path = f"read_parquet('{tmp_path}/out/seen/*/*.parquet', hive_partitioning = true)"
        assert database.execute(f"FROM {path} ORDER BY id").fetchall() == [
            ("1", "7/12", 7, 1.5, True, dt.date(2016, 3, 31), "2016Q1"),
            ("2", 'dòng 1\n"=1", x', None, None, False, None, "2016Q2"),
            ("3", None, None, None, None, None, "2016Q2"),
        ]
        assert database.execute(f"FROM '{tmp_path}/out/registry/part-0.parquet'").fetchall() == []


def test_the_same_tables_give_the_same_bytes() -> None:
    assert render_parquet(TABLES) == render_parquet(TABLES)


def test_without_duckdb_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "duckdb", None)
    with pytest.raises(EgovError, match=r"Parquet needs duckdb: pip install 'egov-tracker\[parquet\]'"):
        render_parquet(TABLES)
