"""`egov report`: the written report of a quarter."""

from __future__ import annotations

from typing import Annotated

import typer

from egov_tracker.cli.options import (
    Data,
    Lang,
    Output,
    QuarterArgument,
    ReferenceDocument,
    TemplateFolder,
    format_option,
)
from egov_tracker.render.formats import REPORT


def report(
    ctx: typer.Context,
    quarter: QuarterArgument,
    format: Annotated[str | None, format_option(REPORT)] = None,  # noqa: A002
    output: Output = None,
    reference_doc: ReferenceDocument = None,
    lang: Lang = None,
    templates: TemplateFolder = None,
    data: Data = None,
) -> None:
    """Write the report of a quarter: figures, who is late, obligations, footnotes and sources."""
    from egov_tracker.cli.output import choose_target
    from egov_tracker.cli.runtime import choose_language, open_ledger
    from egov_tracker.render.contents import ReportContent, StatusContent
    from egov_tracker.views.headlines import view_quarter
    from egov_tracker.views.report import report_page
    from egov_tracker.views.status import Filters, view_status

    target = choose_target(REPORT, format, output, {"--templates": templates, "--reference-doc": reference_doc})
    language = choose_language(lang)
    ledger = open_ledger(data or ctx.obj)
    period = ledger.resolve(quarter)
    snapshots = [ledger.snapshot(one) for one in ledger.quarters if one <= period]
    quarter_view = view_quarter(snapshots, ledger.definitions, ledger.obligations)
    page = report_page(snapshots, ledger.definitions, ledger.obligations, ledger.folder.title, language)
    status = StatusContent(
        view_status(snapshots[-1], ledger.definitions, Filters(), language),
        page.title,
        ledger.definitions,
        ledger.folder,
        language,
        agencies=False,
    )
    target.write(ReportContent(page, period.last_day, status, quarter_view))
