"""`egov appendix`: one appendix table of an official letter."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from egov_tracker.cli.documents import ReferenceDocument, RegimeName, RegimeOption
from egov_tracker.cli.options import Data, Lang, Output, TemplateFolder, complete_group, complete_indicator

if TYPE_CHECKING:
    from pathlib import Path

    from egov_tracker.store.ledger import Ledger
    from egov_tracker.views.appendix import Query
    from egov_tracker.views.appendix_document import LetterReference
    from egov_tracker.views.letter import AppendixDocument


class AppendixFormat(StrEnum):
    """The formats of an appendix."""

    TABLE = "table"
    MD = "md"
    HTML = "html"
    DOCX = "docx"
    JSON = "json"
    CSV = "csv"


class StateName(StrEnum):
    """Whom to list."""

    OUTSTANDING = "outstanding"
    DONE = "done"
    EXEMPT = "exempt"


class ColumnCount(StrEnum):
    """Pairs of number and name in a row."""

    AUTO = "auto"
    ONE = "1"
    TWO = "2"
    THREE = "3"


class OrderName(StrEnum):
    """In which order."""

    PROTOCOL = "protocol"
    ALPHABET = "alphabet"
    SOURCE = "source"


def appendix(
    ctx: typer.Context,
    quarter: Annotated[str, typer.Argument(metavar="QUARTER", help="The quarter, 2016Q1.")],
    indicator: Annotated[
        str,
        typer.Option("--indicator", "-i", metavar="ID", help="The indicator.", autocompletion=complete_indicator),
    ],
    group: Annotated[
        list[str],
        typer.Option(
            "--group", "-g", metavar="GROUP", help="The group; a list for each.", autocompletion=complete_group
        ),
    ],
    state: Annotated[StateName, typer.Option("--state", help="Whom to list.")] = StateName.OUTSTANDING,
    as_of: Annotated[
        str | None, typer.Option("--as-of", metavar="DATE", help="Which figure; the latest dated one by default.")
    ] = None,
    source: Annotated[
        str | None, typer.Option("--source", metavar="ID", help="Its source, where several figures are as late.")
    ] = None,
    columns: Annotated[ColumnCount, typer.Option("--columns", help="Pairs in a row.")] = ColumnCount.AUTO,
    order: Annotated[OrderName, typer.Option("--order", help="The order of the names.")] = OrderName.PROTOCOL,
    title: Annotated[str | None, typer.Option("--title", metavar="TEXT", help="A title of your own.")] = None,
    number: Annotated[
        str | None, typer.Option("--number", metavar="1375/VPCP-KGVX", help="Number and sign of the letter.")
    ] = None,
    date: Annotated[
        str | None, typer.Option("--date", metavar="2016-03-04", help="The date of the letter; it chooses the form.")
    ] = None,
    issuer: Annotated[str | None, typer.Option("--issuer", metavar="NAME", help="Who issues the letter.")] = None,
    regime: RegimeOption = None,
    format: Annotated[AppendixFormat, typer.Option("--format", "-f", help="The format.")] = AppendixFormat.TABLE,  # noqa: A002
    output: Output = None,
    reference_doc: ReferenceDocument = None,
    lang: Lang = None,
    templates: TemplateFolder = None,
    data: Data = None,
) -> None:
    """Write one appendix table of a letter, numbered column by column."""
    from egov_tracker.cli.documents import refuse_terminal
    from egov_tracker.cli.runtime import choose_language, open_ledger
    from egov_tracker.views.appendix_document import view_appendix

    if format is AppendixFormat.DOCX:
        refuse_terminal(output)
    ledger = open_ledger(data or ctx.obj)
    snapshot = ledger.snapshot(ledger.resolve(quarter))
    queries = [_query(one, state, source, columns, order) for one in read_queries(ledger, indicator, group, as_of)]
    head = read_reference_options(number, date, issuer, title, regime)
    document = view_appendix(snapshot, queries, head, ledger.definitions, choose_language(lang))
    _write(document, format, output, reference_doc, templates, str(snapshot.period), ledger)


def read_queries(ledger: Ledger, indicator: str, groups: list[str], as_of: str | None) -> list[Query]:
    """One query for each group that the options name."""
    from egov_tracker.cli.status import read_filters
    from egov_tracker.views.appendix import Query

    filters = read_filters(ledger, [indicator], groups, as_of)
    return [Query(indicator, group, as_of=filters.as_of) for group in filters.groups]


def _query(query: Query, state: StateName, source: str | None, columns: ColumnCount, order: OrderName) -> Query:
    from egov_tracker.model.terms import ListState, Order

    count = None if columns is ColumnCount.AUTO else int(columns)
    return query._replace(state=ListState(state), source=source, columns=count, order=Order(order))


def read_reference_options(
    number: str | None, date: str | None, issuer: str | None, title: str | None, regime: RegimeName | None
) -> LetterReference:
    """The letter that the options name; `EgovError` says what was probably meant."""
    from egov_tracker.errors import EgovError, TextError
    from egov_tracker.model.fields import sentence
    from egov_tracker.model.letter import parse_day, parse_number
    from egov_tracker.model.terms import Regime
    from egov_tracker.views.appendix_document import LetterReference

    try:
        day = parse_day(date) if date else None
        sign = parse_number(number) if number else None
    except TextError as wrong:
        raise EgovError(sentence(wrong)) from wrong
    return LetterReference(sign, day, issuer, title, Regime(regime) if regime else None)


def _write(
    document: AppendixDocument,
    format: AppendixFormat,  # noqa: A002
    output: Path | None,
    reference_doc: Path | None,
    templates: Path | None,
    quarter: str,
    ledger: Ledger,
) -> None:
    from egov_tracker.cli.documents import read_reference, write_document
    from egov_tracker.cli.runtime import open_templates, write_page, write_text

    match format:
        case AppendixFormat.TABLE:
            from egov_tracker.views.appendix_document import appendix_page

            write_page(appendix_page(document), format, output)
        case AppendixFormat.MD | AppendixFormat.HTML:
            from egov_tracker.render.letter import render_appendix
            from egov_tracker.views.records import appendix_record

            records = appendix_record(document.appendix.lists, quarter, ledger.folder)
            write_text(render_appendix(document, format, open_templates(templates), records), output)
        case AppendixFormat.DOCX:
            from egov_tracker.render.word.letter import render_appendix_docx

            write_document(render_appendix_docx(document, read_reference(reference_doc)), output)
        case AppendixFormat.JSON:
            from egov_tracker.render.json import appendix_json

            write_text(appendix_json(document.appendix.lists, quarter, ledger.folder), output)
        case AppendixFormat.CSV:
            from egov_tracker.render.csv import appendix_csv

            write_text(appendix_csv(document.appendix.lists), output)
