"""What a table is: columns with types and words, a key, links to other tables, and rows.

The heads of workbooks, Table Schema, SQLite's DDL and the types of Parquet are all made from this.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from egov_tracker.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from egov_tracker.views.columns import Cell

Row: TypeAlias = "tuple[Cell, ...]"


class Type(StrEnum):
    """The type of a column, by its name in Table Schema; a date is an ISO 8601 text in a row."""

    TEXT = "string"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    DATE = "date"


class Field(NamedTuple):
    """A column: its name, its type, the keys of the record that lead to its value, and its words in both languages.

    `codes` are the only values that it may have, with their words in Vietnamese.
    """

    name: str
    type: Type
    vi: str
    en: str
    path: str = ""
    required: bool = False
    codes: Mapping[str, str] = {}
    between: str = "; "


class Link(NamedTuple):
    """A foreign key: a column whose values are keys of another table."""

    field: str
    table: str


class TableSchema(NamedTuple):
    """A table without its rows: `key` is the primary key, `search` the columns to look for texts in."""

    name: str
    vi: str
    en: str
    about_vi: str
    about_en: str
    fields: tuple[Field, ...]
    key: tuple[str, ...]
    links: tuple[Link, ...] = ()
    search: tuple[str, ...] = ()

    @property
    def header(self) -> tuple[str, ...]:
        """The names of its columns."""
        return tuple(field.name for field in self.fields)

    def place(self, name: str) -> int:
        """The place of a column, from 0."""
        return self.header.index(name)

    def link_of(self, name: str) -> str | None:
        """The table that a column leads to."""
        return next((link.table for link in self.links if link.field == name), None)


@dataclass(frozen=True)
class Table:
    """A table; to go through it makes its rows anew, so that a long one need not be held."""

    schema: TableSchema
    records: Callable[[], Iterable[Mapping[str, object]]]

    def __repr__(self) -> str:
        return f"<Table {self.schema.name}>"

    def __iter__(self) -> Iterator[Row]:
        paths = _paths(self.schema)
        return (_row(record, paths) for record in self.records())


def row_of(record: Mapping[str, object], schema: TableSchema) -> Row:
    """The row of one record."""
    return _row(record, _paths(schema))


def _paths(schema: TableSchema) -> list[tuple[list[str], str]]:
    return [((field.path or field.name).split("."), field.between) for field in schema.fields]


def _row(record: Mapping[str, object], paths: list[tuple[list[str], str]]) -> Row:
    return tuple(_cell(record, keys, between) for keys, between in paths)


def _cell(record: object, keys: list[str], between: str) -> Cell:
    for key in keys:
        record = record.get(key) if isinstance(record, dict) else None
    return as_cell(record, between) if record is not None else None


def as_cell(value: object, between: str) -> Cell:
    """A value of a record as one cell: a list joined, a mapping as `name=value`, all other things as plain text."""
    match value:
        case None | bool() | int() | float():
            return value
        case dict():
            return " ".join(f"{name}={part}" for name, part in value.items()) or None
        case list() | tuple():
            return between.join(map(str, value)) or None
        case _:
            return value if type(value) is str else str(value)
