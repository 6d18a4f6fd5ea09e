"""`egov schema`: JSON Schema for editors and for our own JSON."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from egov_tracker.cli.options import Data, Output


class SchemaName(StrEnum):
    """What has a schema."""

    SNAPSHOT = "snapshot"
    STATUS = "status"
    DIFF = "diff"
    CHECK = "check"
    LETTER = "letter"
    APPENDIX = "appendix"


def schema(
    ctx: typer.Context,
    name: Annotated[SchemaName, typer.Argument(help="What to describe.")],
    output: Output = None,
    data: Data = None,
) -> None:
    """Print the JSON Schema of a snapshot or letter file, or of the JSON that a command prints."""
    from egov_tracker.cli.runtime import open_ledger, write_text
    from egov_tracker.render.schema import appendix_schema, check_schema, letter_schema, snapshot_schema, status_schema

    match name:
        case SchemaName.SNAPSHOT:
            known = open_ledger(data or ctx.obj).definitions
            write_text(snapshot_schema(known.catalogue, known.registry.groups), output)
        case SchemaName.STATUS:
            write_text(status_schema(), output)
        case SchemaName.DIFF:
            from egov_tracker.render.schema import diff_schema

            write_text(diff_schema(), output)
        case SchemaName.CHECK:
            write_text(check_schema(), output)
        case SchemaName.LETTER:
            known = open_ledger(data or ctx.obj).definitions
            write_text(letter_schema(known.catalogue, known.registry.groups), output)
        case SchemaName.APPENDIX:
            write_text(appendix_schema(), output)
