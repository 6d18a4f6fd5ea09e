"""`egov schema`: JSON Schema for editors and for our own JSON."""

from enum import StrEnum
from typing import Annotated

import typer

from egov_tracker.cli.options import Data, Output


class SchemaName(StrEnum):
    """What has a schema."""

    SNAPSHOT = "snapshot"
    STATUS = "status"
    REPORT = "report"
    DIFF = "diff"
    CHECK = "check"
    LETTER = "letter"
    OFFICE = "office"
    APPENDIX = "appendix"
    QUARTERS = "quarters"
    TRACE = "trace"
    AGENCY = "agency"
    REMINDERS = "reminders"
    TREND = "trend"
    TILES = "tiles"
    INDICATORS = "indicators"
    CATALOGUE = "catalogue"
    REGISTRY = "registry"
    GROUPS = "groups"
    COHORTS = "cohorts"
    OBLIGATIONS = "obligations"
    SOURCE = "source"


def schema(
    ctx: typer.Context,
    name: Annotated[SchemaName, typer.Argument(help="What to describe.")],
    output: Output = None,
    data: Data = None,
) -> None:
    """Print the JSON Schema of a file of the ledger, or of the JSON that a command prints."""
    from egov_tracker.cli.output import choose_target
    from egov_tracker.cli.runtime import open_ledger
    from egov_tracker.render.outputs.definitions import SCHEMA
    from egov_tracker.render.schema import schema_of

    target = choose_target(SCHEMA, None, output)
    target.write(schema_of(name, lambda: open_ledger(ctx, data).definitions))
