"""`egov letter`: a whole official letter with its appendices, or what is wrong with it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Annotated

import typer

from egov_tracker.cli.options import (
    Data,
    Output,
    ReferenceDocument,
    RegimeOption,
    TemplateFolder,
    format_option,
)
from egov_tracker.render.formats import LETTER, LETTER_CHECK

if TYPE_CHECKING:
    from egov_tracker.model.findings import Finding
    from egov_tracker.model.observation import Snapshot
    from egov_tracker.model.terms import Regime
    from egov_tracker.store.ledger import Ledger
    from egov_tracker.store.letters import Letter
    from egov_tracker.text.quarters import Quarter
    from egov_tracker.views.letter import LetterView


def letter(
    ctx: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE", help="A letter file, or the name of one of the ledger.")],
    check: Annotated[
        bool, typer.Option("--check", help="Only say what is wrong with the letter; exit 1 if anything is.")
    ] = False,
    regime: RegimeOption = None,
    format: Annotated[str | None, format_option(LETTER)] = None,  # noqa: A002
    output: Output = None,
    reference_doc: ReferenceDocument = None,
    templates: TemplateFolder = None,
    data: Data = None,
) -> None:
    """Write an official letter with its appendices: Markdown, HTML or Word."""
    from egov_tracker.cli.output import choose_target
    from egov_tracker.cli.runtime import open_ledger

    options = {"--templates": templates, "--reference-doc": reference_doc}
    if check:
        report = choose_target(LETTER_CHECK, format, output, options)
        findings = find_faults(open_ledger(data or ctx.obj), file, regime)
        report.write(findings)
        raise typer.Exit(1 if findings else 0)
    target = choose_target(LETTER, format, output, options)
    ledger = open_ledger(data or ctx.obj)
    read, view = fill_letter(ledger, file, regime)
    warn(ledger, read, view)
    target.write(view)


def fill_letter(ledger: Ledger, file: str, regime: Regime | None) -> tuple[Letter, LetterView]:
    """The letter as its file says it, and with its appendices filled."""
    from egov_tracker.store.letters import find_letter, read_letter
    from egov_tracker.views.letter import view_letter

    @cache
    def snapshot_of(quarter: Quarter) -> Snapshot:
        return ledger.snapshot(ledger.resolve(str(quarter)))

    read = read_letter(find_letter(file, ledger.folder), ledger.definitions)
    return read, view_letter(read, snapshot_of, ledger.definitions, regime)


def find_faults(ledger: Ledger, file: str, regime: Regime | None) -> tuple[Finding, ...]:
    """All that is wrong with a letter: with its shape, with its data, or with what it says of them."""
    from egov_tracker.store.ledger import FaultyDataError

    try:
        return inspect(ledger, *fill_letter(ledger, file, regime))
    except FaultyDataError as faulty:
        return faulty.findings


def inspect(ledger: Ledger, read: Letter, view: LetterView) -> tuple[Finding, ...]:
    """What the ledger says against a letter, by all snapshots that begin before its date."""
    from egov_tracker.views.letter_check import check_letter

    known = (ledger.snapshot(quarter) for quarter in ledger.quarters if quarter.first_day <= view.day)
    return check_letter(read, view, known, ledger.definitions)


def warn(ledger: Ledger, read: Letter, view: LetterView) -> None:
    """Say beside the document what `--check` would say, and the notes on the figures that the lists come from."""
    from egov_tracker.cli.runtime import complain

    for found in inspect(ledger, read, view):
        complain(str(found))
    for appendix in view.appendices:
        for made in appendix.lists:
            seen = made.view.observation
            complain(f"{appendix.label}, {made.heading}: {seen.source.id}, {seen.at}, as of {seen.as_of}")
            for note in made.view.notes:
                complain(f"  {note}")
