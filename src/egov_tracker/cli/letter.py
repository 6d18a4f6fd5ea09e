"""`egov letter`: a whole official letter with its appendices, or what is wrong with it."""

from functools import cache
from typing import TYPE_CHECKING, Annotated

import typer

from egov_tracker.cli.options import (
    Data,
    Output,
    ReferenceDocument,
    RegimeOption,
    TemplateFolder,
    complete_letter,
    format_option,
)
from egov_tracker.render.outputs.letters import LETTER, LETTER_CHECK

if TYPE_CHECKING:
    from egov_tracker.inference.reminders import Reminded
    from egov_tracker.model.findings import Finding
    from egov_tracker.model.observation import Snapshot
    from egov_tracker.model.terms import Regime
    from egov_tracker.store.ledger import Ledger
    from egov_tracker.store.letters import Letter
    from egov_tracker.text.quarters import Quarter
    from egov_tracker.views.letter_evidence import Evidence


def letter(
    ctx: typer.Context,
    file: Annotated[
        str,
        typer.Argument(
            metavar="FILE", help="A letter file, or the name of one of the ledger.", autocompletion=complete_letter
        ),
    ],
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
    from egov_tracker.store.ledger import FaultyDataError
    from egov_tracker.store.letters import find_letter, read_letter

    options = {"--templates": templates, "--reference-doc": reference_doc}
    if check:
        report = choose_target(LETTER_CHECK, format, output, options)
        findings = find_faults(open_ledger(ctx, data), file, regime)
        report.write(findings)
        raise typer.Exit(1 if findings else 0)
    target = choose_target(LETTER, format, output, options)
    ledger = open_ledger(ctx, data)
    evidence = gather(ledger, read_letter(find_letter(file, ledger.folder), ledger), regime)
    if evidence.lists.findings:
        raise FaultyDataError(evidence.lists.findings)
    warn(evidence)
    target.write(evidence.view)


def gather(ledger: "Ledger", letter: "Letter", regime: "Regime | None") -> "Evidence":
    """The letter with its lists filled, and what was known at its date: all snapshots that begin before it."""
    from egov_tracker.inference.body_history import BodyHistories
    from egov_tracker.inference.reminders import all_reminders
    from egov_tracker.views.letter import fill_lists, view_letter
    from egov_tracker.views.letter_evidence import Evidence, known_at

    @cache
    def snapshot_of(quarter: "Quarter") -> "Snapshot":
        return ledger.snapshot(ledger.resolve(str(quarter)))

    @cache
    def reminded() -> "tuple[Reminded, ...]":
        snapshots = tuple(map(snapshot_of, ledger.quarters))
        return all_reminders(BodyHistories(snapshots, ledger.definitions.registry))

    lists = fill_lists(letter, snapshot_of, ledger.definitions, reminded)
    view = view_letter(letter, lists, regime)
    known = known_at(map(snapshot_of, (one for one in ledger.quarters if one.first_day <= view.day)), view.day)
    return Evidence(letter, view, lists, known, ledger.definitions)


def find_faults(ledger: "Ledger", file: str, regime: "Regime | None") -> "tuple[Finding, ...]":
    """All that is wrong with a letter: with its shape, with its data, and with what it says of them, by place."""
    from egov_tracker.store.ledger import FaultyDataError
    from egov_tracker.store.letters import find_letter, read_letter_so_far
    from egov_tracker.views.letter_check import check_letter

    reading = read_letter_so_far(find_letter(file, ledger.folder), ledger)
    if not reading.letter:
        return reading.findings
    try:
        more = check_letter(gather(ledger, reading.letter, regime), reading.faulty)
    except FaultyDataError as faulty:
        more = faulty.findings
    every = dict.fromkeys((*reading.findings, *more))
    return tuple(sorted(every, key=lambda found: (found.location, found.rule)))


def warn(evidence: "Evidence") -> None:
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
