"""`egov status`: the state of a quarter."""

from typing import TYPE_CHECKING, Annotated

import typer

from egov_tracker.cli.options import (
    Data,
    Excel,
    Groups,
    Indicators,
    Lang,
    Output,
    TemplateFolder,
    Trace,
    complete_as_of,
    complete_quarter,
    format_option,
)
from egov_tracker.render.formats import PAGES
from egov_tracker.render.outputs.quarter import STATUS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from egov_tracker.model.observation import Snapshot
    from egov_tracker.store.ledger import Ledger
    from egov_tracker.text.quarters import Quarter as PastQuarter
    from egov_tracker.views.first_screen import FirstScreen
    from egov_tracker.views.status import Filters, StatusView

AS_OF = "Only what speaks of this day, month, quarter or year; or unknown."
LATEST = "The quarter, 2016Q2; the latest by default."
Quarter = Annotated[
    str | None, typer.Argument(metavar="[QUARTER]", help=LATEST, autocompletion=complete_quarter, show_default=False)
]
QuarterOption = Annotated[
    str | None, typer.Option("--quarter", "-q", metavar="2016Q2", help="The same.", autocompletion=complete_quarter)
]


def status(
    ctx: typer.Context,
    quarter: Quarter = None,
    quarter_option: QuarterOption = None,
    indicator: Indicators = None,
    group: Groups = None,
    as_of: Annotated[
        str | None, typer.Option("--as-of", metavar="DATE", help=AS_OF, autocompletion=complete_as_of)
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="Show every figure, not the first screen alone.")] = False,
    agencies: Annotated[bool, typer.Option("--agencies", help="Show every figure, and every body by name.")] = False,
    trace: Trace = False,
    format: Annotated[str | None, format_option(STATUS)] = None,  # noqa: A002
    output: Output = None,
    excel: Excel = False,
    lang: Lang = None,
    templates: TemplateFolder = None,
    data: Data = None,
) -> None:
    """Show the state of a quarter: its leading figures, what changed, who is late, what is due next."""
    from egov_tracker.cli.filters import pick_quarter, read_filters
    from egov_tracker.cli.output import choose_target
    from egov_tracker.cli.runtime import choose_language, open_ledger
    from egov_tracker.render.contents import StatusContent
    from egov_tracker.views.phrases import Phrases
    from egov_tracker.views.status import view_status
    from egov_tracker.views.titles import status_title

    given = {"--templates": templates, "--lang": lang, "--excel": excel or None, "--all": every or None}
    given |= {"--trace": trace or None}
    target = choose_target(STATUS, format, output, given)
    language = choose_language(lang)
    ledger = open_ledger(ctx, data)
    snapshot = ledger.snapshot(pick_quarter(ledger, quarter, quarter_option))
    filters = read_filters(ledger, indicator, group, as_of)
    view = view_status(snapshot, ledger.definitions, filters, language)._replace(trace=trace)
    _say_what_lacks(view, agencies=agencies)
    paged = target.format in PAGES
    title = status_title(snapshot.period, ledger.obligations, Phrases(language)) if paged else ""
    content = StatusContent(view, title, ledger.definitions, ledger.folder, language, agencies)
    if paged and not (every or agencies):
        content = content._replace(screen=_first_screen(ledger, snapshot, view, filters, title))
    target.write(content)


def _first_screen(
    ledger: "Ledger", snapshot: "Snapshot", view: "StatusView", filters: "Filters", title: str
) -> "FirstScreen":
    """The first screen, for which the earlier quarters have to be read too where nothing is kept of them."""
    from egov_tracker.inference.judged import recall_judged
    from egov_tracker.views.first_screen import view_first_screen
    from egov_tracker.views.headlines import view_judged

    def earlier() -> "list[Snapshot]":
        return [one for quarter in ledger.quarters if quarter < snapshot.period for one in _readable(ledger, quarter)]

    quarter = view_judged(snapshot, recall_judged(ledger, snapshot, earlier), ledger.definitions)
    return view_first_screen(quarter, view, filters, ledger.definitions, title)


def _readable(ledger: "Ledger", quarter: "PastQuarter") -> "Iterator[Snapshot]":
    """The snapshot of an earlier quarter; where it has errors, that it is left out is said."""
    from egov_tracker.cli.runtime import complain
    from egov_tracker.store.ledger import FaultyDataError

    try:
        yield ledger.snapshot(quarter)
    except FaultyDataError:
        complain(f"egov: {quarter} has errors (egov check), so nothing is compared with it or judged by it")


def _say_what_lacks(view: "StatusView", *, agencies: bool) -> None:
    from egov_tracker.cli.runtime import complain

    if not view.views:
        complain(f"egov: nothing in {view.snapshot.period} passes the filters")
    elif agencies and not any(one.counts for one in view.views):
        complain("egov: none of these figures speaks of bodies one by one, so --agencies lists none")
