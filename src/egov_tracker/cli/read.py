"""`egov read`: documents become drafts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from egov_tracker.cli.options import Data, Output, format_option
from egov_tracker.model.terms import SourceKind
from egov_tracker.render.formats import READ

if TYPE_CHECKING:
    from collections.abc import Callable

    from egov_tracker.reading.context import Options
    from egov_tracker.reading.lexicon import Lexicon
    from egov_tracker.reading.reader import Reading

Value = TypeVar("Value")


def read(
    ctx: typer.Context,
    files: Annotated[list[Path], typer.Argument(metavar="FILE…", help="Documents: text, Markdown, HTML, DOCX, PDF.")],
    into: Annotated[str | None, typer.Option("--into", metavar="2016Q2", help="The quarter of the draft.")] = None,
    source: Annotated[str | None, typer.Option("--source", metavar="ID", help="The id of the document.")] = None,
    dated: Annotated[
        str | None,
        typer.Option("--dated", metavar="DATE", help="The day of writing, for “đến nay” and days without a year."),
    ] = None,
    period: Annotated[
        str | None, typer.Option("--period", metavar="2016Q2", help="The quarter that the document reports on.")
    ] = None,
    kind: Annotated[SourceKind | None, typer.Option("--kind", help="What sort of document it is.")] = None,
    ocr: Annotated[bool, typer.Option("--ocr", help="Recognise scanned pages with tesseract.")] = False,
    everything: Annotated[
        bool, typer.Option("--all", help="Keep headings that only say again what the text says.")
    ] = False,
    format: Annotated[str | None, format_option(READ)] = None,  # noqa: A002
    output: Output = None,
    data: Data = None,
) -> None:
    """Read documents into a draft: claims with their doubts, plans, and every other number with its class."""
    from egov_tracker.cli.output import choose_target
    from egov_tracker.cli.runtime import open_ledger
    from egov_tracker.errors import EgovError
    from egov_tracker.reading.draft import describe_all
    from egov_tracker.reading.knowledge import load_lexicon
    from egov_tracker.render.contents import ReadContent
    from egov_tracker.text.quarters import parse_quarter

    target = choose_target(READ, format, output, {"--into": into, "--kind": kind})
    if source and len(files) > 1:
        raise EgovError("--source names one document; there are several")
    reported = _parsed("--period", period, parse_quarter)
    quarter = _parsed("--into", into, parse_quarter) or reported
    options = _options(dated, reported)
    ledger = open_ledger(data or ctx.obj)
    _ = ledger.definitions  # which says what is wrong in them, and where
    lexicon = load_lexicon(ledger.folder)
    readings = [(str(path), _read_file(path, lexicon, options, ocr=ocr, everything=everything)) for path in files]
    target.write(ReadContent(describe_all(readings, source, kind), quarter))


def _parsed(option: str, text: str | None, parse: Callable[[str], Value]) -> Value | None:
    from egov_tracker.errors import EgovError, TextError

    try:
        return parse(text) if text else None
    except TextError as wrong:
        raise EgovError(f"{option}: {wrong.sentence}") from wrong


def _options(dated: str | None, period: object | None) -> Options:
    from egov_tracker.errors import EgovError, expected, quoted
    from egov_tracker.reading.context import Options
    from egov_tracker.text.dates import parse_as_of

    day = _parsed("--dated", dated, parse_as_of)
    if day and not day.is_day:
        raise EgovError(f"--dated: {expected('a day such as 2016-06-30', quoted(str(day)))}")
    return Options(str(day) if day else None, str(period) if period else None)


def _read_file(path: Path, lexicon: Lexicon, options: Options, *, ocr: bool, everything: bool) -> Reading:
    from egov_tracker.reading.forms import open_source
    from egov_tracker.reading.reader import read_text
    from egov_tracker.reading.sources import MOST_BYTES
    from egov_tracker.store.files import read_small_file

    raw = read_small_file(path, MOST_BYTES)
    return read_text(open_source(raw, str(path), ocr=ocr), lexicon, options, everything=everything)
