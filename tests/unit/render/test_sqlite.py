"""Databases: keys, links and indexes hold, and texts are found without their marks."""

from __future__ import annotations

import contextlib
import sqlite3
from typing import TYPE_CHECKING

from egov_tracker.render.sqlite import definition_of, render_sqlite
from egov_tracker.views.tables.definitions import SCHEMAS
from egov_tracker.views.tables.schema import Field, Link, Table, TableSchema, Type

if TYPE_CHECKING:
    from collections.abc import Iterator

    from egov_tracker.views.columns import FlatRow

BODIES = TableSchema(
    "registry", "Danh mục", "Registry", "", "",
    (Field("id", Type.TEXT, "Mã", "Id", required=True), Field("name", Type.TEXT, "Tên", "Name")),
    ("id",),
    search=("name",),
)  # fmt: skip
FIGURES = TableSchema(
    "figures", "Số liệu", "Figures", "", "",
    (
        Field("id", Type.INTEGER, "Mã", "Id", required=True),
        Field("body", Type.TEXT, "Cơ quan", "Body"),
        Field("low", Type.NUMBER, "Cận dưới", "Lower bound"),
        Field("as_of_last", Type.DATE, "Đến ngày", "Last day"),
        Field("sure", Type.BOOLEAN, "Chắc chắn", "Whether it is sure"),
    ),
    ("id",),
    (Link("body", "registry"),),
)  # fmt: skip
ROWS: list[FlatRow] = [{"id": 1, "body": "b", "low": 1.5, "as_of_last": "2016-06-30", "sure": True}, {"id": 2}]


@contextlib.contextmanager
def opened(raw: bytes) -> Iterator[sqlite3.Connection]:
    with contextlib.closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(raw)
        yield database


def made() -> bytes:
    bodies = Table(BODIES, lambda: [{"id": "b", "name": "Đài Tiếng nói  Việt Nam"}])
    return render_sqlite([Table(FIGURES, lambda: ROWS), bodies])


def test_the_definition_says_types_keys_and_links_and_the_vietnamese_titles() -> None:
    assert definition_of(FIGURES) == (
        'CREATE TABLE "figures" ( -- Số liệu\n'
        '  "id" INTEGER NOT NULL, -- Mã\n'
        '  "body" TEXT, -- Cơ quan\n'
        '  "low" REAL, -- Cận dưới\n'
        '  "as_of_last" TEXT, -- Đến ngày\n'
        '  "sure" INTEGER, -- Chắc chắn\n'
        '  PRIMARY KEY ("id"),\n'
        '  FOREIGN KEY ("body") REFERENCES "registry" (id)\n'
        ")"
    )


def test_rows_come_back_and_links_have_an_index() -> None:
    with opened(made()) as database:
        assert database.execute("SELECT * FROM figures").fetchall() == [
            (1, "b", 1.5, "2016-06-30", 1),
            (2, None, None, None, None),
        ]
        indexes = database.execute("SELECT name FROM sqlite_master WHERE type = 'index' AND sql NOT NULL").fetchall()
        assert sorted(name for (name,) in indexes) == ["figures_as_of_last", "figures_body", "registry_name"]
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []


def test_a_text_is_found_without_its_marks() -> None:
    with opened(made()) as database:
        found = database.execute("SELECT name FROM registry WHERE search LIKE '%dai tieng noi viet%'").fetchall()
    assert found == [("Đài Tiếng nói  Việt Nam",)]


def test_the_same_tables_give_the_same_bytes() -> None:
    assert made() == made()


def test_every_table_of_the_ledger_can_be_made() -> None:
    with contextlib.closing(sqlite3.connect(":memory:")) as database:
        for schema in SCHEMAS:
            database.execute(definition_of(schema))
        assert database.execute("SELECT count(*) FROM sqlite_master WHERE type = 'table'").fetchone() == (7,)
