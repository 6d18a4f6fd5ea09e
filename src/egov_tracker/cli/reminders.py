"""`egov reminders`: who was asked to do what, how often, by which document."""

from typing import TYPE_CHECKING, Annotated

import typer

from egov_tracker.cli.options import (
    Data,
    Excel,
    Groups,
    Indicators,
    Lang,
    Output,
    ReferenceDocument,
    TemplateFolder,
    format_option,
)
from egov_tracker.render.outputs.bodies import REMINDERS

if TYPE_CHECKING:
    from egov_tracker.store.ledger import Ledger

AtLeast = Annotated[
    int, typer.Option("--at-least", min=1, metavar="N", help="Only who was asked N times to do the same thing.")
]


def reminders(
    ctx: typer.Context,
    indicator: Indicators = None,
    group: Groups = None,
    at_least: AtLeast = 1,
    format: Annotated[str | None, format_option(REMINDERS)] = None,  # noqa: A002
    output: Output = None,
    excel: Excel = False,
    reference_doc: ReferenceDocument = None,
    lang: Lang = None,
    templates: TemplateFolder = None,
    data: Data = None,
) -> None:
    """Show who was reminded, how often, when, by which document, and how long it took until it was done."""
    from egov_tracker.cli.filters import read_filters
    from egov_tracker.cli.output import choose_target
    from egov_tracker.cli.runtime import choose_language, open_ledger
    from egov_tracker.render.contents import RemindersContent
    from egov_tracker.views.agency import AgencyViews

    excel_wanted = excel or None
    options = {"--templates": templates, "--reference-doc": reference_doc, "--lang": lang, "--excel": excel_wanted}
    target = choose_target(REMINDERS, format, output, options)
    language = choose_language(lang)
    ledger = open_ledger(ctx, data)
    last = ledger.resolve(None)
    filters = read_filters(ledger, indicator, group, None)
    bodies = bodies_of(ledger, filters.groups) if filters.groups else None
    snapshots = [*ledger.snapshots()]
    views = AgencyViews(snapshots, ledger.definitions, ledger.obligations, language)
    target.write(RemindersContent(views.reminders(filters.indicators, bodies, at_least), ledger.folder, last.last_day))


def bodies_of(ledger: "Ledger", groups: tuple[str, ...]) -> tuple[str, ...]:
    """The ids of all bodies, of any time, that belong to these groups and cohorts, or are these bodies."""
    registry = ledger.definitions.registry
    return tuple(one for group in groups for one in registry.ids_within(group))
