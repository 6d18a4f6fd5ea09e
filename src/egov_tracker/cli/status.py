"""`egov status`: the state of a quarter."""

from __future__ import annotations

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
    complete_as_of,
    complete_quarter,
    format_option,
)
from egov_tracker.render.formats import STATUS

if TYPE_CHECKING:
    from egov_tracker.views.status import StatusView

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
    agencies: Annotated[bool, typer.Option("--agencies", help="List every body by name.")] = False,
    format: Annotated[str | None, format_option(STATUS)] = None,  # noqa: A002
    output: Output = None,
    excel: Excel = False,
    lang: Lang = None,
    templates: TemplateFolder = None,
    data: Data = None,
) -> None:
    """Show the state of a quarter: who is done, outstanding, exempt and unknown, figure by figure."""
    from egov_tracker.cli.filters import pick_quarter, read_filters
    from egov_tracker.cli.output import choose_target
    from egov_tracker.cli.runtime import choose_language, open_ledger
    from egov_tracker.render.contents import StatusContent
    from egov_tracker.views.status import view_status

    target = choose_target(STATUS, format, output, {"--templates": templates, "--lang": lang, "--excel": excel or None})
    language = choose_language(lang)
    ledger = open_ledger(data or ctx.obj)
    snapshot = ledger.snapshot(pick_quarter(ledger, quarter, quarter_option))
    view = view_status(snapshot, ledger.definitions, read_filters(ledger, indicator, group, as_of), language)
    _say_what_lacks(view, agencies=agencies)
    target.write(StatusContent(view, ledger.folder, language, agencies))


def _say_what_lacks(view: StatusView, *, agencies: bool) -> None:
    from egov_tracker.cli.runtime import complain

    if not view.views:
        complain(f"egov: nothing in {view.snapshot.period} passes the filters")
    elif agencies and not any(one.counts for one in view.views):
        complain("egov: none of these figures speaks of bodies one by one, so --agencies lists none")
