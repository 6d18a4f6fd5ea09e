"""`egov letter`: a whole official letter with its appendices, or what is wrong with it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Annotated

import typer

from egov_tracker.cli.documents import DocumentFormat, Format, ReferenceDocument, RegimeName, RegimeOption
from egov_tracker.cli.options import Data, Output, TemplateFolder

if TYPE_CHECKING:
    from egov_tracker.model.findings import Finding
    from egov_tracker.model.observation import Snapshot
    from egov_tracker.store.ledger import Ledger
    from egov_tracker.text.quarters import Quarter
    from egov_tracker.views.letter_evidence import Evidence


def letter(
    ctx: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE", help="A letter file, or the name of one of the ledger.")],
    check: Annotated[
        bool, typer.Option("--check", help="Only say what is wrong with the letter; exit 1 if anything is.")
    ] = False,
    regime: RegimeOption = None,
    format: Format = None,  # noqa: A002
    output: Output = None,
    reference_doc: ReferenceDocument = None,
    templates: TemplateFolder = None,
    data: Data = None,
) -> None:
    """Write an official letter with its appendices: Markdown, HTML or Word."""
    from egov_tracker.cli.documents import choose_format, read_reference, write_document
    from egov_tracker.cli.runtime import open_ledger, open_templates, write_text
    from egov_tracker.store.ledger import FaultyDataError

    ledger = open_ledger(data or ctx.obj)
    if check:
        findings = find_faults(ledger, file, regime)
        write_text("".join(f"{found}\n" for found in findings), output)
        raise typer.Exit(1 if findings else 0)
    chosen = choose_format(format, output)
    evidence = gather(ledger, file, regime)
    if evidence.lists.findings:
        raise FaultyDataError(evidence.lists.findings)
    warn(evidence)
    if chosen is DocumentFormat.DOCX:
        from egov_tracker.render.word.letter import render_letter_docx

        write_document(render_letter_docx(evidence.view, read_reference(reference_doc)), output)
    else:
        from egov_tracker.render.letter import render_letter

        write_document(render_letter(evidence.view, chosen, open_templates(templates)), output)


def gather(ledger: Ledger, file: str, regime: RegimeName | None = None) -> Evidence:
    """The letter with its lists filled, and what was known at its date: all snapshots that begin before it."""
    from egov_tracker.model.terms import Regime
    from egov_tracker.store.letters import find_letter, read_letter
    from egov_tracker.views.letter import fill_lists, view_letter
    from egov_tracker.views.letter_evidence import Evidence, known_at

    @cache
    def snapshot_of(quarter: Quarter) -> Snapshot:
        return ledger.snapshot(ledger.resolve(str(quarter)))

    read = read_letter(find_letter(file, ledger.folder), ledger.definitions)
    lists = fill_lists(read, snapshot_of, ledger.definitions)
    view = view_letter(read, lists, Regime(regime) if regime else None)
    known = known_at(map(snapshot_of, (one for one in ledger.quarters if one.first_day <= view.day)), view.day)
    return Evidence(read, view, lists, known, ledger.definitions)


def find_faults(ledger: Ledger, file: str, regime: RegimeName | None = None) -> tuple[Finding, ...]:
    """All that is wrong with a letter: with its shape, with its data, or with what it says of them."""
    from egov_tracker.store.ledger import FaultyDataError
    from egov_tracker.views.letter_check import check_letter

    try:
        return check_letter(gather(ledger, file, regime))
    except FaultyDataError as faulty:
        return faulty.findings


def warn(evidence: Evidence) -> None:
    """Say beside the document what `--check` would say, and the notes on the figures that the lists come from."""
    from egov_tracker.cli.runtime import complain
    from egov_tracker.views.letter_check import check_letter

    for found in check_letter(evidence):
        complain(str(found))
    for appendix in evidence.view.appendices:
        for made in appendix.lists:
            seen = made.view.observation
            complain(f"{appendix.label}, {made.heading}: {seen.source.id}, {seen.at}, as of {seen.as_of}")
            for note in made.view.notes:
                complain(f"  {note}")
