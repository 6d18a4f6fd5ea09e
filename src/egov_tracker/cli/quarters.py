"""`egov quarters`: the coverage map."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from egov_tracker.cli.options import Data, Lang, Output, PageFormat, TemplateFolder

if TYPE_CHECKING:
    from egov_tracker.store.ledger import Ledger
    from egov_tracker.views.coverage import Coverage
    from egov_tracker.views.record_types import QuartersRecord


def quarters(
    ctx: typer.Context,
    format: Annotated[PageFormat, typer.Option("--format", "-f", help="How to show it.")] = PageFormat.TABLE,  # noqa: A002
    output: Output = None,
    lang: Lang = None,
    templates: TemplateFolder = None,
    data: Data = None,
) -> None:
    """Show which quarter prints which indicator, so that a gap is seen as a gap."""
    from egov_tracker.cli.runtime import choose_language, open_ledger, write_page, write_text
    from egov_tracker.views.coverage import coverage_page, view_coverage

    language = choose_language(lang)
    ledger = open_ledger(data or ctx.obj)
    ledger.resolve(None)
    snapshots = (ledger.snapshot(quarter) for quarter in ledger.quarters)
    coverage = view_coverage(snapshots, ledger.definitions.catalogue)
    match format:
        case PageFormat.TABLE | PageFormat.MD | PageFormat.HTML:
            page = coverage_page(coverage, ledger.folder.named, language)
            write_page(page, format, output, templates, lambda: _records(coverage, ledger))
        case PageFormat.JSON:
            from egov_tracker.render.json import coverage_json

            write_text(coverage_json(coverage, ledger.folder), output)
        case PageFormat.CSV:
            from egov_tracker.render.csv import coverage_csv

            write_text(coverage_csv(coverage), output)


def _records(coverage: Coverage, ledger: Ledger) -> QuartersRecord:
    from egov_tracker.views.records import quarters_record

    return quarters_record(coverage, ledger.folder)
