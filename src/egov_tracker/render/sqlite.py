"""A database of tables: keys, foreign keys, an index on every link, and a column of folded text to search in."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from egov_tracker.store.exports import mark_database
from egov_tracker.text.names import fold
from egov_tracker.views.tables.schema import Type

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from egov_tracker.views.tables.schema import Field, Row, Table, TableSchema

TYPES = {Type.TEXT: "TEXT", Type.DATE: "TEXT", Type.INTEGER: "INTEGER", Type.NUMBER: "REAL", Type.BOOLEAN: "INTEGER"}
SEARCH = "search"
# What people filter by, beside the links.
INDEXED = {"quarter", "state", "as_of_last", "level", "outcome", "name"}


def render_sqlite(tables: Sequence[Table]) -> bytes:
    """The file of the database; the same tables give the same bytes."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as database:
        database.execute("PRAGMA page_size = 4096")
        database.execute("BEGIN")
        for table in tables:
            _fill(database, table)
        for table in tables:
            for statement in indexes_of(table.schema):
                database.execute(statement)
        database.execute("COMMIT")
        return mark_database(database.serialize())


def _fill(database: sqlite3.Connection, table: Table) -> None:
    schema = table.schema
    database.execute(definition_of(schema))
    places = ", ".join("?" * (len(schema.fields) + bool(schema.search)))
    database.executemany(f"INSERT INTO {_name(schema.name)} VALUES ({places})", _rows(table))  # noqa: S608 - own names


def _rows(table: Table) -> Iterable[Row]:
    if not table.schema.search:
        return table
    columns = [table.schema.place(name) for name in table.schema.search]
    return _searchable(table, columns, _folding())


def _searchable(rows: Iterable[Row], columns: Sequence[int], folded: Callable[[str], str]) -> Iterator[Row]:
    for row in rows:
        yield (*row, folded(" ".join(str(row[column]) for column in columns if row[column] is not None)))


def _folding() -> Callable[[str], str]:
    """Fold texts, each once."""
    known: dict[str, str] = {}

    def folded(text: str) -> str:
        if text not in known:
            known[text] = fold(text)
        return known[text]

    return folded


def definition_of(schema: TableSchema) -> str:
    """The statement that makes the table; the Vietnamese titles stand in it as comments."""
    columns = [(_column(field), field.vi) for field in schema.fields]
    if schema.search:
        columns.append((f"{SEARCH} TEXT NOT NULL", "chữ thường không dấu, để tìm kiếm"))
    constraints = [f"PRIMARY KEY ({', '.join(map(_name, schema.key))})"]
    constraints += [f"FOREIGN KEY ({_name(link.field)}) REFERENCES {_name(link.table)} (id)" for link in schema.links]
    lines = [f"  {text}, -- {title}" for text, title in columns] + [f"  {text}," for text in constraints]
    lines[-1] = lines[-1].removesuffix(",")
    return f"CREATE TABLE {_name(schema.name)} ( -- {schema.vi}\n" + "\n".join(lines) + "\n)"


def _column(field: Field) -> str:
    return f"{_name(field.name)} {TYPES[field.type]}" + (" NOT NULL" if field.required else "")


def indexes_of(schema: TableSchema) -> Iterator[str]:
    """The statements that make an index on every link, and on what people filter by."""
    linked = {link.field for link in schema.links}
    for field in schema.fields:
        first_of_key = field.name == schema.key[0]
        if not first_of_key and (field.name in linked or field.name in INDEXED):
            yield f"CREATE INDEX {_name(f'{schema.name}_{field.name}')} ON {_name(schema.name)} ({_name(field.name)})"


def _name(name: str) -> str:
    return f'"{name}"'
