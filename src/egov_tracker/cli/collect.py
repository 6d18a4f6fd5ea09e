"""`egov collect`: forms that were sent back become a draft of the quarter."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from egov_tracker.cli.options import Data, Indicators, Output, QuarterToMake

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from egov_tracker.reading.filled_form import FilledForm
    from egov_tracker.reading.report_form import ReportForm
    from egov_tracker.render.snapshot import Written
    from egov_tracker.store.ledger import Ledger

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
    from egov_tracker.render.formats import COLLECT
    from egov_tracker.render.snapshot import snapshot_yaml

    target = choose_target(COLLECT, None, output)
    ledger = open_ledger(data or ctx.obj)
    asked = form_of(ledger, read_quarter(quarter), indicator or [])
    sentences: list[str] = []
    read = [*read_forms(forms, asked, ledger, sentences)]
    if not read:
        raise EgovError("\n".join((*sentences, "no form could be read; nothing was written")))
    made = collect_forms(asked, read)
    written = snapshot_yaml(made.snapshot)
    for text in (*sentences, *made.sentences, *contradictions(ledger, written, asked)):
        complain(f"egov: {text}")
    target.write(written.text)


def read_forms(forms: Sequence[Path], asked: ReportForm, ledger: Ledger, sentences: list[str]) -> Iterator[FilledForm]:
    """The forms that could be read; whatever there is to say of a file is added to `sentences`."""
    from egov_tracker.errors import EgovError
    from egov_tracker.reading.filled_form import read_form
    from egov_tracker.store.files import read_small_file
    from egov_tracker.store.workbooks import MOST_BYTES

    for path in dict.fromkeys(forms):
        try:
            raw = read_small_file(path, MOST_BYTES)
        except EgovError as wrong:
            sentences.append(str(wrong))
            continue
        made = read_form(raw, str(path), asked, ledger.definitions.registry)
        sentences += made.sentences
        if made.form:
            yield made.form


def contradictions(ledger: Ledger, written: Written, asked: ReportForm) -> Iterator[str]:
    """What the rules say of the draft beside what was printed before, at the cells that it comes from."""
    from egov_tracker.checks.run import check_beside
    from egov_tracker.views.new_snapshot import at_origin

    path = f"{asked.period} of the forms"
    for found in check_beside(ledger, ledger.interpret(written.text.encode(), path)):
        if found.rule != DRAFT_RULE:
            yield at_origin(found, written.origins, path)
