"""`egov read`: documents become drafts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from egov_tracker.cli.options import Data, Output, format_option
from egov_tracker.errors import EgovError, about, expected, quoted
from egov_tracker.model.terms import SourceKind
from egov_tracker.render.formats import READ

if TYPE_CHECKING:
    from egov_tracker.reading.context import Options
    from egov_tracker.reading.lexicon import Lexicon
    from egov_tracker.reading.reader import Reading
    from egov_tracker.text.quarters import Quarter


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
    from egov_tracker.reading.draft import describe_all
    from egov_tracker.reading.knowledge import load_lexicon
    from egov_tracker.render.contents import ReadContent

    target = choose_target(READ, format, output, {"--into": into, "--kind": kind})
    if source and len(files) > 1:
        raise EgovError("--source names one document; there are several")
    reported = _quarter("--period", period)
    quarter = _quarter("--into", into) or reported
    options = _options(dated, reported)
    ledger = open_ledger(data or ctx.obj)
    _ = ledger.definitions  # which says what is wrong in them, and where
    lexicon = load_lexicon(ledger.folder)
    readings = [(str(path), _read_file(path, lexicon, options, ocr=ocr, everything=everything)) for path in files]
    target.write(ReadContent(describe_all(readings, source, kind), quarter))


def _quarter(option: str, text: str | None) -> Quarter | None:
    from egov_tracker.text.quarters import parse_quarter

    with about(option):
        return parse_quarter(text) if text else None


def _options(dated: str | None, period: Quarter | None) -> Options:
    from egov_tracker.reading.context import Options
    from egov_tracker.text.dates import parse_as_of

    with about("--dated"):
        day = parse_as_of(dated) if dated else None
        if day and not day.is_day:
            raise EgovError(expected("a day such as 2016-06-30", quoted(str(day))))
    return Options(str(day) if day else None, str(period) if period else None)


def _read_file(path: Path, lexicon: Lexicon, options: Options, *, ocr: bool, everything: bool) -> Reading:
    from egov_tracker.reading.forms import open_source
    from egov_tracker.reading.reader import read_text
    from egov_tracker.reading.sources import MOST_BYTES
    from egov_tracker.store.files import read_small_file

    raw = read_small_file(path, MOST_BYTES)
    return read_text(open_source(raw, str(path), ocr=ocr), lexicon, options, everything=everything)
