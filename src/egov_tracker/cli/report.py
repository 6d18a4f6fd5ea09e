"""`egov report`: the written report of a quarter."""

from __future__ import annotations

from typing import Annotated

import typer

from egov_tracker.cli.documents import DocumentFormat, Format, ReferenceDocument
from egov_tracker.cli.options import Data, Lang, Output, TemplateFolder, complete_quarter


def report(
    ctx: typer.Context,
    quarter: Annotated[
        str, typer.Argument(metavar="QUARTER", help="The quarter, 2016Q2.", autocompletion=complete_quarter)
    ],
    format: Format = None,  # noqa: A002
    output: Output = None,
    reference_doc: ReferenceDocument = None,
    lang: Lang = None,
    templates: TemplateFolder = None,
    data: Data = None,
) -> None:
    """Write the report of a quarter: figures, who is late, obligations, footnotes and sources."""
    from egov_tracker.cli.documents import choose_format, read_reference, write_document
    from egov_tracker.cli.runtime import choose_language, open_ledger, render_page
    from egov_tracker.views.report import report_page

    chosen = choose_format(format, output)
    language = choose_language(lang)
    ledger = open_ledger(data or ctx.obj)
    period = ledger.resolve(quarter)
    snapshots = [ledger.snapshot(one) for one in ledger.quarters if one <= period]
    page = report_page(snapshots, ledger.definitions, ledger.obligations, ledger.folder.named, language)
    if chosen is DocumentFormat.DOCX:
        from egov_tracker.render.word.document import render_docx

        write_document(render_docx(page, period.last_day, read_reference(reference_doc)), output)
    else:
        from egov_tracker.views.records import status_record
        from egov_tracker.views.status import Filters, view_status

        view = view_status(snapshots[-1], ledger.definitions, Filters(), language)
        write_document(render_page(page, chosen, templates, status_record(view, ledger.folder)), output)
