"""`egov appendix`: one appendix table of an official letter."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from egov_tracker.cli.options import (
    Data,
    Excel,
    Lang,
    Output,
    QuarterArgument,
    ReferenceDocument,
    RegimeOption,
    TemplateFolder,
    complete_as_of,
    complete_group,
    complete_indicator,
    complete_source,
    format_option,
)
from egov_tracker.model.terms import ListState, Order, Regime
from egov_tracker.render.outputs.letters import APPENDIX
from egov_tracker.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from egov_tracker.store.ledger import Ledger
    from egov_tracker.views.appendix import Query
    from egov_tracker.views.appendix_document import LetterReference

Indicator = Annotated[
    str, typer.Option("--indicator", "-i", metavar="ID", help="The indicator.", autocompletion=complete_indicator)
]
Groups = Annotated[
    list[str],
    typer.Option("--group", "-g", metavar="GROUP", help="The group; a list for each.", autocompletion=complete_group),
]
State = Annotated[ListState, typer.Option("--state", help="Whom to list.")]
AsOf = Annotated[
    str | None,
    typer.Option(
        "--as-of", metavar="DATE", help="Which figure; the latest dated one by default.", autocompletion=complete_as_of
    ),
]
Source = Annotated[
    str | None,
    typer.Option(
        "--source", metavar="ID", help="Its source, where several figures are as late.", autocompletion=complete_source
    ),
]
Breakdown = Annotated[
    list[str] | None, typer.Option("--breakdown", metavar="level=4", help="Which part of the indicator.")
]
Columns = Annotated[
    int | None, typer.Option("--columns", min=1, max=3, help="Pairs in a row; as many as fit by default.")
]
Ordering = Annotated[Order, typer.Option("--order", help="The order of the names.")]
Title = Annotated[str | None, typer.Option("--title", metavar="TEXT", help="A title of your own.")]
Number = Annotated[
    str | None, typer.Option("--number", metavar="1375/VPCP-KGVX", help="Number and sign of the letter.")
]
Date = Annotated[
    str | None, typer.Option("--date", metavar="2016-03-04", help="The date of the letter; it chooses the form.")
]
Issuer = Annotated[str | None, typer.Option("--issuer", metavar="NAME", help="Who issues the letter.")]


class ListRequest(NamedTuple):
    """The lists that the options ask for, one a group."""

    indicator: str
    groups: list[str]
    state: ListState
    as_of: str | None
    source: str | None
    breakdown: list[str] | None
    columns: int | None
    order: Order


class ReferenceRequest(NamedTuple):
    """The letter that the options name, as they write it."""

    number: str | None
    date: str | None
    issuer: str | None
    title: str | None
    regime: Regime | None

    @property
    def options(self) -> dict[str, object]:
        """The values under the names of their options."""
        return {f"--{field}": value for field, value in self._asdict().items()}


def appendix(
    ctx: typer.Context,
    quarter: QuarterArgument,
    indicator: Indicator,
    group: Groups,
    state: State = ListState.OUTSTANDING,
    as_of: AsOf = None,
    source: Source = None,
    breakdown: Breakdown = None,
    columns: Columns = None,
    order: Ordering = Order.PROTOCOL,
    title: Title = None,
    number: Number = None,
    date: Date = None,
    issuer: Issuer = None,
    regime: RegimeOption = None,
    format: Annotated[str | None, format_option(APPENDIX)] = None,  # noqa: A002
    output: Output = None,
    excel: Excel = False,
    reference_doc: ReferenceDocument = None,
    lang: Lang = None,
    templates: TemplateFolder = None,
    data: Data = None,
) -> None:
    """Write one appendix table of a letter, numbered column by column."""
    from egov_tracker.cli.output import choose_target
    from egov_tracker.cli.runtime import choose_language, open_ledger
    from egov_tracker.render.contents import AppendixContent
    from egov_tracker.views.appendix_document import view_appendix

    head = ReferenceRequest(number, date, issuer, title, regime)
    options = {
        "--templates": templates,
        "--reference-doc": reference_doc,
        "--lang": lang,
        "--columns": columns,
        "--excel": excel or None,
    }
    target = choose_target(APPENDIX, format, output, {**options, **head.options})
    ledger = open_ledger(ctx, data)
    snapshot = ledger.snapshot(ledger.resolve(quarter))
    queries = read_queries(ledger, ListRequest(indicator, group, state, as_of, source, breakdown, columns, order))
    with naming_options():
        document = view_appendix(snapshot, queries, read_reference(head), ledger.definitions, choose_language(lang))
    target.write(AppendixContent(document, str(snapshot.period), ledger.folder))


@contextmanager
def naming_options() -> Iterator[None]:
    """Where several lists fit, say with which options one of them is chosen."""
    from egov_tracker.errors import EgovError
    from egov_tracker.views.appendix import SeveralListsError

    try:
        yield
    except SeveralListsError as several:
        raise EgovError(f"{several}; {several.choices.worded('--{}'.format)}") from several


def read_queries(ledger: Ledger, wanted: ListRequest) -> list[Query]:
    """One query for each group that the options name."""
    from egov_tracker.cli.filters import read_filters
    from egov_tracker.errors import about
    from egov_tracker.store.lookup import find_breakdown
    from egov_tracker.views.appendix import Query

    filters = read_filters(ledger, [wanted.indicator], wanted.groups, wanted.as_of)
    parts = dict(read_part(text) for text in wanted.breakdown or ())
    with about("--breakdown"):
        breakdown = find_breakdown(parts, ledger.definitions, wanted.indicator)
    return [
        Query(
            wanted.indicator,
            group,
            wanted.state,
            breakdown,
            as_of=filters.as_of,
            source=wanted.source,
            order=wanted.order,
            columns=wanted.columns,
        )
        for group in filters.groups
    ]


def read_part(text: str) -> tuple[str, str]:
    """A dimension and its value, `level=4`; `EgovError` where the text has no equals sign."""
    from egov_tracker.errors import EgovError, expected, quoted

    name, equals, value = text.partition("=")
    if not equals:
        raise EgovError(f"--breakdown: {expected('a dimension and its value such as level=4', quoted(text))}")
    return name.strip(), value.strip()


def read_reference(wanted: ReferenceRequest) -> LetterReference:
    """The letter that the options name; `EgovError` says what was probably meant."""
    from egov_tracker.errors import EgovError, TextError
    from egov_tracker.model.letter import parse_day, parse_number
    from egov_tracker.views.appendix_document import LetterReference

    try:
        day = parse_day(wanted.date) if wanted.date else None
        number = parse_number(wanted.number) if wanted.number else None
    except TextError as wrong:
        raise EgovError(wrong.sentence) from wrong
    return LetterReference(number, day, wanted.issuer, wanted.title, wanted.regime)
