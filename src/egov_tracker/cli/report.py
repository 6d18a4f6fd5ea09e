"""`egov report`: the written report of a quarter."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from egov_tracker.cli.options import (
    Data,
    Groups,
    Indicators,
    Lang,
    Output,
    QuarterArgument,
    ReferenceDocument,
    TemplateFolder,
    Trace,
    format_option,
)
from egov_tracker.errors import EgovError, expected
from egov_tracker.model.terms import Lang as Language
from egov_tracker.render.outputs.quarter import REPORT

if TYPE_CHECKING:
    from egov_tracker.model.office import OfficeFile
    from egov_tracker.text.quarters import Quarter
    from egov_tracker.views.report.content import ReportView


def report(
    ctx: typer.Context,
    quarter: QuarterArgument,
    indicator: Indicators = None,
    group: Groups = None,
    annex: Annotated[bool, typer.Option("--annex", help="Add every printed figure and every obligation.")] = False,
    trace: Trace = False,
    office: Annotated[
        Path | None,
        typer.Option("--office", metavar="FILE", help="Head, recipients and foot of the office that issues it; YAML."),
    ] = None,
    format: Annotated[str | None, format_option(REPORT)] = None,  # noqa: A002
    output: Output = None,
    reference_doc: ReferenceDocument = None,
    lang: Lang = None,
    templates: TemplateFolder = None,
    data: Data = None,
) -> None:
    """Write the report of a quarter: summary, overview, results, who is late, obligations and gaps."""
    from egov_tracker.checks.examined import examine_quarter
    from egov_tracker.cli.filters import read_filters
    from egov_tracker.cli.output import choose_target
    from egov_tracker.cli.runtime import choose_language, open_ledger
    from egov_tracker.render.contents import ReportContent
    from egov_tracker.views.report.content import view_report

    given = {"--templates": templates, "--reference-doc": reference_doc, "--annex": annex or None, "--office": office}
    given |= {"--trace": trace or None}
    target = choose_target(REPORT, format, output, given)
    if trace and not annex:
        raise EgovError(f"--trace: {expected('--annex beside it', 'none')}")
    language = choose_language(lang)
    issued_by = _read_office(office, language) if office else None
    ledger = open_ledger(ctx, data)
    period = ledger.resolve(quarter)
    filters = read_filters(ledger, indicator, group, None)
    snapshots = [ledger.snapshot(one) for one in ledger.quarters if one <= period]
    examined = examine_quarter(ledger, snapshots)
    view = view_report(snapshots, ledger.definitions, examined, filters, language)
    if trace:
        view = view._replace(table=view.table.traced)
    _say_what_lacks(view, period)
    target.write(ReportContent(view, ledger.obligations, ledger.folder, annex, issued_by))


def _read_office(path: Path, language: Language) -> "OfficeFile":
    """What the file says of the office; `EgovError` where the report is in English, which has no official form."""
    from egov_tracker.cli.runtime import existing_file
    from egov_tracker.store.offices import read_office

    if language is not Language.VI:
        raise EgovError(f"--office: {expected('a report in Vietnamese', language)}")
    return read_office(existing_file("an office file for --office", path))


def _say_what_lacks(view: "ReportView", period: "Quarter") -> None:
    from egov_tracker.cli.runtime import complain

    if not view.headlines:
        complain(f"egov: nothing in {period} passes the filters")
