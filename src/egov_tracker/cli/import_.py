"""`egov import`: rows of CSV become the file of a quarter."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from egov_tracker.cli.options import Data

if TYPE_CHECKING:
    from collections.abc import Iterator

    from egov_tracker.reading.figure_rows import Imported
    from egov_tracker.render.snapshot import Written
    from egov_tracker.store.ledger import Ledger


def import_(
    ctx: typer.Context,
    figures: Annotated[Path, typer.Argument(metavar="FIGURES", help="CSV of figures, a row each.")],
    into: Annotated[str, typer.Option("--into", metavar="2016Q2", help="The quarter to make.")],
    bodies: Annotated[
        Path | None, typer.Option("--bodies", metavar="FILE", help="CSV of the bodies that the lists name, a row each.")
    ] = None,
    sources: Annotated[
        Path | None, typer.Option("--sources", metavar="FILE", help="CSV of the sources, a row each.")
    ] = None,
    data: Data = None,
) -> None:
    """Make the file of a quarter out of CSV, with every rule applied; never overwrites."""
    from egov_tracker.cli.new import place_of, read_quarter, write_quarter
    from egov_tracker.cli.runtime import complain, existing_file, open_ledger
    from egov_tracker.errors import EgovError
    from egov_tracker.reading.entries import NewSnapshot
    from egov_tracker.reading.figure_rows import Files, import_rows
    from egov_tracker.render.snapshot import snapshot_yaml

    for path in (figures, bodies, sources):
        if path:
            existing_file("a CSV file", path)
    period = read_quarter(into)
    ledger = open_ledger(ctx, data)
    place = place_of(ledger, period)
    imported = import_rows(Files(figures, bodies, sources), period, ledger.definitions.registry)
    if not imported.entries:
        raise EgovError(f"{figures}: no row of {period}; {imported.others} of other quarters")
    written = snapshot_yaml(NewSnapshot(period, imported.sources, imported.entries))
    for told in judged(ledger, written, str(place.target), imported):
        complain(f"egov: {told}")
    if any(entry.comments for entry in imported.entries):
        complain("egov: what the column footnotes says stands as comments above the entries, to be worked in")
    if imported.others:
        complain(f"egov: {imported.others} rows of other quarters were passed over")
    write_quarter(ledger, place, written.text)


def judged(ledger: "Ledger", written: "Written", path: str, imported: "Imported") -> "Iterator[str]":
    """What every rule says of the new file, at the places of the CSV; raises `EgovError` where it has errors."""
    from egov_tracker.checks.run import check_beside
    from egov_tracker.errors import EgovError
    from egov_tracker.model.findings import errors_only
    from egov_tracker.views.new_snapshot import at_origin, contradicted_cells

    loaded = ledger.interpret(written.text.encode(), path)
    findings = check_beside(ledger, loaded)
    faults = [at_origin(found, written.origins, path) for found in errors_only(findings)]
    if not faults:
        faults = [*contradicted_cells(imported, ledger.understood(loaded), ledger.definitions.registry)]
    if faults:
        raise EgovError("\n".join(faults))
    return (at_origin(found, written.origins, path) for found in findings)
