"""A Data Package (version 2): a CSV file a table, and `datapackage.json` with their columns, keys and links."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Any

from egov_tracker.render.csv import PLAIN, write_table
from egov_tracker.render.json import dump

if TYPE_CHECKING:
    from collections.abc import Sequence

    from egov_tracker.render.csv import Dialect
    from egov_tracker.store.exports import Files
    from egov_tracker.views.tables.schema import Field, Link, Table, TableSchema

PROFILES = "https://datapackage.org/profiles/2.0"


def render_csv_folder(tables: Sequence[Table], dialect: Dialect = PLAIN) -> Files:
    """A CSV file a table."""
    return {f"{table.schema.name}.csv": write_table(table, dialect).encode() for table in tables}


def render_datapackage(tables: Sequence[Table], version: str) -> Files:
    """The files of the package; `version` is that of the program that makes it."""
    files = render_csv_folder(tables)
    described = {
        "$schema": f"{PROFILES}/datapackage.json",
        "name": "egov-ledger",
        "title": "Sổ số liệu thực hiện Nghị quyết 36a/NQ-CP về Chính phủ điện tử",
        "description": (
            "What was printed about e-government in Vietnam under Resolution 36a: figures, states of bodies, sources. "
            "An empty cell is not printed or not known; a text that a spreadsheet would take for a formula has an "
            "apostrophe in front."
        ),
        "sources": [{"title": f"egov-tracker {version}"}],
        "resources": [_resource(table.schema, files[f"{table.schema.name}.csv"]) for table in tables],
    }
    return {**files, "datapackage.json": dump(described).encode()}


def _resource(schema: TableSchema, content: bytes) -> dict[str, Any]:
    return {
        "name": schema.name,
        "type": "table",
        "path": f"{schema.name}.csv",
        "title": schema.vi,
        "title_en": schema.en,
        "description": schema.about_en,
        "description_vi": schema.about_vi,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{sha256(content).hexdigest()}",
        "schema": table_schema(schema),
    }


def table_schema(schema: TableSchema) -> dict[str, Any]:
    """The Table Schema of a table."""
    return {
        "$schema": f"{PROFILES}/tableschema.json",
        "fields": [_field(field, schema.key) for field in schema.fields],
        "missingValues": [""],
        "primaryKey": list(schema.key),
        **({"foreignKeys": [_link(link) for link in schema.links]} if schema.links else {}),
    }


def _field(field: Field, key: Sequence[str]) -> dict[str, Any]:
    constraints: dict[str, Any] = {"required": True} if field.required else {}
    if key == (field.name,):
        constraints["unique"] = True
    if field.codes:
        constraints["enum"] = [str(code) for code in field.codes]
    return {
        "name": field.name,
        "type": str(field.type),
        "title": field.vi,
        "description": field.en,
        **({"constraints": constraints} if constraints else {}),
        **({"codes": {str(code): words for code, words in field.codes.items()}} if field.codes else {}),
    }


def _link(link: Link) -> dict[str, Any]:
    return {"fields": [link.field], "reference": {"resource": link.table, "fields": ["id"]}}
