"""`egov export`: the whole ledger as tables, for Excel, databases and data people."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from egov_tracker.cli.options import Data, Excel
from egov_tracker.render.outputs.tables import EXPORT

if TYPE_CHECKING:
    from egov_tracker.store.ledger import Ledger
    from egov_tracker.views.tables.rows import LedgerContent


def export(
    ctx: typer.Context,
    out: Annotated[Path, typer.Argument(metavar="OUT", help="The file or, of several files, the folder to write.")],
    to: Annotated[
        str | None,
        typer.Option("--to", metavar=f"[{'|'.join(EXPORT.names)}]", help="The format; by default that of OUT's name."),
    ] = None,
    excel: Excel = False,
    data: Data = None,
) -> None:
    """Write all figures, states of bodies, sources, definitions and findings as tables; replaces only what it made."""
    from egov_tracker.cli.output import choose_target
    from egov_tracker.cli.runtime import complain, open_ledger
    from egov_tracker.store.exports import refuse_foreign
    from egov_tracker.views.tables.rows import view_tables

    target = choose_target(EXPORT, to, out, {"--excel": excel or None})
    refuse_foreign(out)
    content = read_content(open_ledger(ctx, data))
    target.write(view_tables(content))
    figures = sum(len(snapshot.observations) for snapshot in content.snapshots)
    complain(f"egov: {len(content.snapshots)} quarters, {figures} figures, {len(content.findings)} findings in {out}")


def read_content(ledger: "Ledger") -> "LedgerContent":
    """All of a ledger, read once and checked; raises `FaultyDataError` where a file of it cannot be used."""
    from egov_tracker.checks.run import check_and_read
    from egov_tracker.views.tables.rows import LedgerContent

    ledger.resolve(None)
    definitions, obligations = ledger.definitions, ledger.obligations
    report, read = check_and_read(ledger)
    snapshots = tuple(ledger.understood(loaded) for loaded in read)
    return LedgerContent(snapshots, definitions, obligations, report.findings)
