from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.views.tables.definitions import SCHEMAS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from egov_tracker.views.tables.schema import Field, TableSchema


def lines_of(schema: TableSchema) -> Iterator[str]:
    """What a table promises: its words, its keys and links, and a line a column."""
    links = ", ".join(f"{link.field} → {link.table}" for link in schema.links) or "none"
    yield f"{schema.name}: {schema.vi} / {schema.en}; key {', '.join(schema.key)}; links {links}"
    yield f"  {schema.about_vi} / {schema.about_en}"
    yield f"  search {', '.join(schema.search) or 'none'}"
    yield from map(line_of, schema.fields)


def line_of(field: Field) -> str:
    codes = f" of {', '.join(f'{code} ({words})' for code, words in field.codes.items())}" if field.codes else ""
    required = "required " if field.required else ""
    return f"  {field.name}: {required}{field.type}{codes}: {field.vi} / {field.en} <{field.path}{field.between!r}>"


def test_every_column_promises_what_it_promised(golden: Callable[[str, str], None]) -> None:
    golden("tables.txt", "".join(f"{line}\n" for schema in SCHEMAS for line in lines_of(schema)))
