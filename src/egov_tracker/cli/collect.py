"""`egov collect`: forms that were sent back become a draft of the quarter."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from egov_tracker.cli.options import Data, Indicators, Output, QuarterToMake

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from egov_tracker.reading.filled_form import FilledForm, OpenedForm
    from egov_tracker.reading.report_form import ReportForm
    from egov_tracker.render.snapshot import Written
    from egov_tracker.store.ledger import Ledger
    from egov_tracker.text.quarters import Quarter

DRAFT_RULE = "DRF001"


def collect(
    ctx: typer.Context,
    quarter: QuarterToMake,
    forms: Annotated[list[Path], typer.Argument(metavar="FORM…", help="Workbooks that `egov form` made.")],
    indicator: Indicators = None,
    output: Output = None,
    data: Data = None,
) -> None:
    """Read forms back: who has not answered, what contradicts what, and a draft of the quarter with all totals."""
    from egov_tracker.cli.form import form_of
    from egov_tracker.cli.new import read_quarter
    from egov_tracker.cli.output import choose_target
    from egov_tracker.cli.runtime import complain, open_ledger
    from egov_tracker.errors import EgovError
    from egov_tracker.reading.collection import collect_forms
    from egov_tracker.render.outputs.documents import COLLECT
    from egov_tracker.render.snapshot import snapshot_yaml

    target = choose_target(COLLECT, None, output)
    ledger = open_ledger(ctx, data)
    period = read_quarter(quarter)
    sentences: list[str] = []
    opened = [*open_forms(forms, period, sentences)]
    asked = asked_in(opened, form_of(ledger, period, indicator or []), ledger, named=bool(indicator))
    read = [*read_forms(opened, asked, ledger, sentences)]
    if not read:
        raise EgovError("\n".join((*sentences, "no form could be read; nothing was written")))
    made = collect_forms(asked, read)
    written = snapshot_yaml(made.snapshot)
    for text in (*sentences, *made.sentences, *contradictions(ledger, written, asked)):
        complain(f"egov: {text}")
    target.write(written.text)


def open_forms(forms: "Sequence[Path]", period: "Quarter", sentences: list[str]) -> "Iterator[OpenedForm]":
    """The files that are forms of the quarter; why another is none is added to `sentences`."""
    from egov_tracker.errors import EgovError, TextError
    from egov_tracker.reading.filled_form import open_form
    from egov_tracker.store.files import read_small_file
    from egov_tracker.store.workbooks import MOST_BYTES

    for path in dict.fromkeys(forms):
        try:
            yield open_form(read_small_file(path, MOST_BYTES), str(path), period)
        except EgovError as wrong:
            sentences.append(str(wrong))
        except TextError as wrong:
            sentences.append(f"{path}: {wrong}; nothing was taken from it")


def asked_in(opened: "Sequence[OpenedForm]", form: "ReportForm", ledger: "Ledger", *, named: bool) -> "ReportForm":
    """The form with the questions that the options name, else with all that the opened forms ask."""
    from egov_tracker.reading.report_form import questions_of

    if named or not opened:
        return form
    keys = (key for one in opened for key in one.rows)
    return form._replace(questions=questions_of(keys, ledger.definitions.catalogue))


def read_forms(
    opened: "Sequence[OpenedForm]", asked: "ReportForm", ledger: "Ledger", sentences: list[str]
) -> "Iterator[FilledForm]":
    """The forms that say whose they are; whatever there is to say of one is added to `sentences`."""
    from egov_tracker.reading.filled_form import read_form

    for one in opened:
        made = read_form(one, asked, ledger.definitions.registry)
        sentences += made.sentences
        if made.form:
            yield made.form


def contradictions(ledger: "Ledger", written: "Written", asked: "ReportForm") -> "Iterator[str]":
    """What the rules say of the draft beside what was printed before, at the cells that it comes from."""
    from egov_tracker.checks.run import check_beside
    from egov_tracker.views.new_snapshot import at_origin

    path = f"{asked.period} of the forms"
    for found in check_beside(ledger, ledger.interpret(written.text.encode(), path)):
        if found.rule != DRAFT_RULE:
            yield at_origin(found, written.origins, path)
