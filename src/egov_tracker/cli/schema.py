"""`egov schema`: JSON Schema for editors and for our own JSON."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
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
    from egov_tracker.cli.output import choose_target
    from egov_tracker.render.formats import SCHEMA

    choose_target(SCHEMA, None, output).write(describe(name, data or ctx.obj))


def describe(name: SchemaName, data: Path | None) -> str:
    """The schema of what has this name; files are described with the indicators of the ledger in use."""
    from egov_tracker.cli.runtime import open_ledger
    from egov_tracker.render import schema as schemas

    match name:
        case SchemaName.SNAPSHOT:
            return schemas.snapshot_schema(open_ledger(data).definitions.catalogue)
        case SchemaName.STATUS:
            return schemas.status_schema()
        case SchemaName.DIFF:
            return schemas.diff_schema()
        case SchemaName.CHECK:
            return schemas.check_schema()
        case SchemaName.LETTER:
            return schemas.letter_schema(open_ledger(data).definitions.catalogue)
        case SchemaName.APPENDIX:
            return schemas.appendix_schema()
