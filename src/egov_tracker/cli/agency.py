"""`egov agency`: what the ledger knows of one body, over all quarters."""

from typing import Annotated

import typer

from egov_tracker.cli.options import (
    Data,
    Excel,
    Lang,
    Output,
    ReferenceDocument,
    TemplateFolder,
    complete_body,
    format_option,
)
from egov_tracker.render.outputs.bodies import AGENCY

Name = Annotated[
    str, typer.Argument(metavar="NAME", help="A name of the body, or its id.", autocompletion=complete_body)
]


def agency(
    ctx: typer.Context,
    name: Name,
    format: Annotated[str | None, format_option(AGENCY)] = None,  # noqa: A002
    output: Output = None,
    excel: Excel = False,
    reference_doc: ReferenceDocument = None,
    lang: Lang = None,
    templates: TemplateFolder = None,
    data: Data = None,
) -> None:
    """Show the life of one body: its state by quarter, what each source says of it, and what it was asked to do."""
    from egov_tracker.cli.output import choose_target
    from egov_tracker.cli.runtime import choose_language, open_ledger
    from egov_tracker.render.contents import AgencyContent
    from egov_tracker.store.lookup import find_body
    from egov_tracker.views.agency import AgencyViews

    excel_wanted = excel or None
    options = {"--templates": templates, "--reference-doc": reference_doc, "--lang": lang, "--excel": excel_wanted}
    target = choose_target(AGENCY, format, output, options)
    language = choose_language(lang)
    ledger = open_ledger(ctx, data)
    last = ledger.resolve(None)
    body = find_body(name, ledger.definitions)
    snapshots = [*ledger.snapshots()]
    view = AgencyViews(snapshots, ledger.definitions, ledger.obligations, language).of(body)
    target.write(AgencyContent(view, ledger.folder, last.last_day))
