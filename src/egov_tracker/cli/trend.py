"""`egov trend`: an indicator or a series over all quarters."""

from __future__ import annotations

from typing import Annotated

import typer

from egov_tracker.cli.options import (
    Data,
    Excel,
    Groups,
    Lang,
    Output,
    ReferenceDocument,
    TemplateFolder,
    complete_subject,
    format_option,
)
from egov_tracker.render.formats import TREND

Name = Annotated[
    str | None,
    typer.Argument(
        metavar="[INDICATOR|SERIES]",
        help="What to follow; without it, an overview of every line.",
        autocompletion=complete_subject,
        show_default=False,
    ),
]


def trend(
    ctx: typer.Context,
    name: Name = None,
    group: Groups = None,
    format: Annotated[str | None, format_option(TREND)] = None,  # noqa: A002
    output: Output = None,
    excel: Excel = False,
    reference_doc: ReferenceDocument = None,
    lang: Lang = None,
    templates: TemplateFolder = None,
    data: Data = None,
) -> None:
    """Follow an indicator or a series over all quarters: every figure, gap, break in comparability, and target."""
    from egov_tracker.cli.filters import read_filters
    from egov_tracker.cli.output import choose_target
    from egov_tracker.cli.runtime import choose_language, open_ledger
    from egov_tracker.errors import EgovError, expected
    from egov_tracker.render.contents import TrendContent
    from egov_tracker.store.ledger import no_snapshots
    from egov_tracker.views.trend.lines import find_subject, view_lines, view_trend

    given = {"--templates": templates, "--reference-doc": reference_doc, "--lang": lang, "--excel": excel or None}
    target = choose_target(TREND, format, output, given)
    language = choose_language(lang)
    if name is None and group:
        raise EgovError(f"-g: {expected('an indicator or a series before it', 'none')}")
    ledger = open_ledger(data or ctx.obj)
    if not ledger.quarters:
        raise no_snapshots(ledger.folder)
    definitions = ledger.definitions
    groups = read_filters(ledger, None, group, None).groups
    subject = find_subject(name, definitions.catalogue) if name is not None else None
    snapshots = [ledger.snapshot(quarter) for quarter in ledger.quarters]
    views = (
        (view_trend(subject, snapshots, definitions, ledger.obligations, groups),)
        if subject
        else view_lines(snapshots, definitions)
    )
    target.write(TrendContent(views, name, ledger.quarters[-1].last_day, definitions, ledger.folder, language))
