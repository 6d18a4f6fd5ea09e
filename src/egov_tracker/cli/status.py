"""`egov status`: the state of a quarter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from egov_tracker.cli.options import Data, Groups, Indicators, Lang, Output, PageFormat, Quarter, TemplateFolder

if TYPE_CHECKING:
    from egov_tracker.store.ledger import Ledger
    from egov_tracker.views.status import Filters


def status(
    ctx: typer.Context,
    quarter: Quarter = None,
    indicator: Indicators = None,
    group: Groups = None,
    as_of: Annotated[
        str | None,
        typer.Option(
            "--as-of", metavar="DATE", help="Only what speaks of this day, month, quarter or year; or unknown."
        ),
    ] = None,
    agencies: Annotated[bool, typer.Option("--agencies", help="List every body by name.")] = False,
    format: Annotated[PageFormat, typer.Option("--format", "-f", help="How to show it.")] = PageFormat.TABLE,  # noqa: A002
    output: Output = None,
    lang: Lang = None,
    templates: TemplateFolder = None,
    data: Data = None,
) -> None:
    """Show the state of a quarter: who is done, outstanding, exempt and unknown, figure by figure."""
    from egov_tracker.cli.runtime import choose_language, complain, open_ledger, write_page, write_text
    from egov_tracker.views.status import status_page, view_status

    language = choose_language(lang)
    ledger = open_ledger(data or ctx.obj)
    snapshot = ledger.snapshot(ledger.resolve(quarter))
    filters = read_filters(ledger, indicator or [], group or [], as_of)
    view = view_status(snapshot, ledger.definitions, filters, language)
    if not view.views:
        complain(f"egov: nothing in {snapshot.period} passes the filters")
    match format:
        case PageFormat.JSON:
            from egov_tracker.render.json import status_json

            write_text(status_json(view, ledger.folder.facts, agencies=agencies), output)
        case PageFormat.CSV:
            from egov_tracker.render.csv import status_csv

            write_text(status_csv(view, agencies=agencies), output)
        case PageFormat.TABLE | PageFormat.MD | PageFormat.HTML:
            page = status_page(view, ledger.folder.named, language, agencies=agencies)
            write_page(page, format, output, templates)


def read_filters(ledger: Ledger, indicators: list[str], groups: list[str], as_of: str | None) -> Filters:
    """The filters of the options; an unknown indicator, group or date is an error that says what was meant."""
    from egov_tracker.errors import EgovError, TextError
    from egov_tracker.text.dates import parse_as_of
    from egov_tracker.views.status import Filters

    for name in indicators:
        if name not in ledger.definitions.catalogue:
            raise EgovError(
                f"--indicator {name}: no such indicator{_suggestion(name, [*ledger.definitions.catalogue])}"
            )
    try:
        day = parse_as_of(as_of) if as_of else None
    except TextError as wrong:
        meant = f"; did you mean {wrong.meant}?" if wrong.meant else ""
        raise EgovError(f"--as-of: {wrong}{meant}") from wrong
    return Filters(tuple(indicators), tuple(found for name in groups for found in _group_ids(ledger, name)), day)


def _group_ids(ledger: Ledger, name: str) -> list[str]:
    from egov_tracker.errors import EgovError

    groups = ledger.definitions.registry.groups
    if name in groups:
        return [name]
    bodies = ledger.definitions.registry.named(name)
    if not bodies:
        raise EgovError(f"--group {name}: no such group or body{_suggestion(name, [*groups])}")
    return [body.id for body in bodies]


def _suggestion(name: str, known: list[str]) -> str:
    from egov_tracker.text.names import suggest

    close = suggest(name, known, limit=1)
    return f"; did you mean {close[0]}?" if close else f"; there are {', '.join(known)}"
