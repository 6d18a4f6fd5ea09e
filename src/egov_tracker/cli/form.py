"""`egov form`: the form that bodies fill in for a quarter."""

from typing import TYPE_CHECKING

import typer

from egov_tracker.cli.options import Data, Indicators, Output, QuarterToMake

if TYPE_CHECKING:
    from collections.abc import Sequence

    from egov_tracker.reading.report_form import ReportForm
    from egov_tracker.store.ledger import Ledger
    from egov_tracker.text.quarters import Quarter


def form(
    ctx: typer.Context,
    quarter: QuarterToMake,
    indicator: Indicators = None,
    output: Output = None,
    data: Data = None,
) -> None:
    """Write the workbook in which a body reports a quarter; without -i it asks what was printed since last year."""
    from egov_tracker.cli.new import read_quarter
    from egov_tracker.cli.output import choose_target
    from egov_tracker.cli.runtime import complain, open_ledger
    from egov_tracker.render.outputs.documents import FORM
    from egov_tracker.store.exports import refuse_foreign

    target = choose_target(FORM, None, output)
    if output:
        refuse_foreign(output)
    made = form_of(open_ledger(ctx, data), read_quarter(quarter), indicator or [])
    target.write(made)
    complain(f"egov: {len(made.questions)} questions to {len(made.bodies)} bodies")


def form_of(ledger: "Ledger", period: "Quarter", indicators: "Sequence[str]") -> "ReportForm":
    """The form of a quarter; raises `EgovError` for an unknown indicator, or one that no body can be asked for."""
    from egov_tracker.errors import EgovError, about
    from egov_tracker.reading.report_form import make_form
    from egov_tracker.store.lookup import find_indicator

    known = ledger.definitions
    with about("-i"):
        asked = [find_indicator(name, known) for name in indicators]
    before = [ledger.snapshot(one) for one in ledger.quarters if period.year - 1 <= one.year and one < period]
    made = make_form(period, known.registry, known.catalogue, asked, before)
    if not made.questions:
        raise EgovError("-i: no indicator of the catalogue can be asked of a single body")
    if not made.bodies:
        raise EgovError(f"the registry knows no body of {period}, so that nobody can be asked")
    return made
