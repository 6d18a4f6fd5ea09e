"""`egov diff`: what changed between two quarters, and what cannot be compared."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from egov_tracker.cli.options import (
    Data,
    Groups,
    Indicators,
    Lang,
    Output,
    PageFormat,
    TemplateFolder,
    complete_quarter,
)

if TYPE_CHECKING:
    from egov_tracker.store.ledger import Ledger
    from egov_tracker.views.diff.changes import DiffView
    from egov_tracker.views.diff.record_types import DiffRecord


def _side(name: str) -> typer.models.ArgumentInfo:
    text = f"The {name} side: a quarter, a snapshot file, or a revision of one such as HEAD~1:data/reports/2016Q2.yaml."
    info: typer.models.ArgumentInfo = typer.Argument(
        metavar=name.upper(), help=text, show_default=False, autocompletion=complete_quarter
    )
    return info


def _as_of(name: str) -> typer.models.OptionInfo:
    text = f"On the {name} side, only what speaks of this day, month, quarter or year; or unknown."
    info: typer.models.OptionInfo = typer.Option(f"--as-of-{name}", metavar="DATE", help=text)
    return info


def diff(
    ctx: typer.Context,
    old: Annotated[str | None, _side("old")] = None,
    new: Annotated[str | None, _side("new")] = None,
    since: Annotated[
        str | None,
        typer.Option(
            "--since",
            metavar="2016Q1",
            help="From this quarter through every later one, instead of OLD and NEW.",
            autocompletion=complete_quarter,
        ),
    ] = None,
    indicator: Indicators = None,
    group: Groups = None,
    as_of_old: Annotated[str | None, _as_of("old")] = None,
    as_of_new: Annotated[str | None, _as_of("new")] = None,
    all_steps: Annotated[
        bool, typer.Option("--all", help="Every dated figure inside and between the quarters, step by step.")
    ] = False,
    exit_code: Annotated[bool, typer.Option("--exit-code", help="Exit with 1 where something differs.")] = False,
    format: Annotated[PageFormat, typer.Option("--format", "-f", help="How to show it.")] = PageFormat.TABLE,  # noqa: A002
    output: Output = None,
    lang: Lang = None,
    templates: TemplateFolder = None,
    data: Data = None,
) -> None:
    """Compare two quarters: what moved, what stands still, and what cannot be compared and why."""
    from egov_tracker.cli.operands import DiffRequest, compare_sides
    from egov_tracker.cli.runtime import choose_language, open_ledger
    from egov_tracker.views.diff.changes import is_difference

    ledger = open_ledger(data or ctx.obj)
    wanted = DiffRequest(old, new, since, as_of_old, as_of_new, every=all_steps)
    view = compare_sides(ledger, wanted, indicator or [], group or [], choose_language(lang))
    _write(view, ledger, format, output, templates)
    if exit_code and any(map(is_difference, view.changes)):
        raise typer.Exit(1)


def _write(view: DiffView, ledger: Ledger, format: PageFormat, output: Path | None, templates: Path | None) -> None:  # noqa: A002
    from egov_tracker.cli.runtime import write_page, write_text

    match format:
        case PageFormat.JSON:
            from egov_tracker.render.json import diff_json

            write_text(diff_json(view, ledger.folder), output)
        case PageFormat.CSV:
            from egov_tracker.render.csv import diff_csv

            write_text(diff_csv(view), output)
        case PageFormat.TABLE | PageFormat.MD | PageFormat.HTML:
            from egov_tracker.views.diff.page import diff_page

            page = diff_page(view, ledger.folder.named)
            write_page(page, format, output, templates, lambda: _records(view, ledger))


def _records(view: DiffView, ledger: Ledger) -> DiffRecord:
    from egov_tracker.views.diff.records import diff_record

    return diff_record(view, ledger.folder)
