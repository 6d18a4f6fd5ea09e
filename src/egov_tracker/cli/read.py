"""`egov read`: documents become drafts."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from egov_tracker.cli.options import Data, Output

if TYPE_CHECKING:
    from egov_tracker.reading.draft import Entry
    from egov_tracker.text.quarters import Quarter


class DraftFormat(StrEnum):
    """The forms of a reading."""

    YAML = "yaml"
    JSON = "json"
    HTML = "html"


class DocumentKind(StrEnum):
    """What sort of document it is."""

    LETTER = "letter"
    PRESS = "press"
    REPORT = "report"
    STATISTICS = "statistics"


def read(
    ctx: typer.Context,
    files: Annotated[list[Path], typer.Argument(metavar="FILE…", help="Documents: text, Markdown, HTML, DOCX, PDF.")],
    output: Output = None,
    into: Annotated[str | None, typer.Option("--into", metavar="2016Q2", help="The quarter of the draft.")] = None,
    source: Annotated[str | None, typer.Option("--source", metavar="ID", help="The id of the document.")] = None,
    dated: Annotated[
        str | None,
        typer.Option("--dated", metavar="DATE", help="The day of writing, for “đến nay” and days without a year."),
    ] = None,
    period: Annotated[
        str | None, typer.Option("--period", metavar="2016Q2", help="The quarter that the document reports on.")
    ] = None,
    kind: Annotated[DocumentKind | None, typer.Option("--kind", help="What sort of document it is.")] = None,
    ocr: Annotated[bool, typer.Option("--ocr", help="Recognise scanned pages with tesseract.")] = False,
    everything: Annotated[
        bool, typer.Option("--all", help="Keep headings that only say again what the text says.")
    ] = False,
    format: Annotated[DraftFormat, typer.Option("--format", "-f", help="How to show it.")] = DraftFormat.YAML,  # noqa: A002
    data: Data = None,
) -> None:
    """Read documents into a draft: claims with their doubts, plans, and every other number with its class."""
    from egov_tracker.cli.world import write_text
    from egov_tracker.errors import EgovError

    if source and len(files) > 1:
        raise EgovError("--source names one document; there are several")
    quarter = _quarter("--into", into) or _quarter("--period", period)
    options = _options(dated, period)
    entries = _read_all(files, options, data or ctx.obj, source, kind, ocr=ocr, everything=everything)
    write_text(_written(entries, quarter, format), output)


def _read_all(
    files: list[Path],
    options: object,
    data: Path | None,
    source: str | None,
    kind: str | None,
    *,
    ocr: bool,
    everything: bool,
) -> list[Entry]:
    import os

    from egov_tracker.reading.draft import describe
    from egov_tracker.reading.forms import open_source
    from egov_tracker.reading.knowledge import load_lexicon
    from egov_tracker.reading.reader import read_text
    from egov_tracker.store.files import read_file
    from egov_tracker.store.locating import locate_data

    lexicon = load_lexicon(locate_data(data, os.environ.get("EGOV_DATA"), Path.cwd()))
    entries: list[Entry] = []
    for path in files:
        text = open_source(read_file(path), str(path), ocr=ocr)
        reading = read_text(text, lexicon, options, everything=everything)  # type: ignore[arg-type]
        entry = describe(reading, str(path), source, kind)
        taken = sum(other.id.split("#")[0] == entry.id for other in entries)
        entries.append(entry._replace(id=f"{entry.id}-{taken + 1}") if taken else entry)
    return entries


def _written(entries: list[Entry], quarter: Quarter | None, form: DraftFormat) -> str:
    from egov_tracker.errors import EgovError
    from egov_tracker.reading.draft import period_of, write_draft

    match form:
        case DraftFormat.JSON:
            return _json(entries)
        case DraftFormat.HTML:
            from egov_tracker.reading.page import write_page

            return write_page(entries)
        case DraftFormat.YAML:
            period = quarter or period_of(entries)
            if period is None:
                raise EgovError("no figure of the text has a date: say the quarter with --into")
            return write_draft(entries, period)


def _json(entries: list[Entry]) -> str:
    import json

    from egov_tracker.reading.records import reading_record

    records = [reading_record(entry.reading, entry.id) for entry in entries]
    return json.dumps(records[0] if len(records) == 1 else records, ensure_ascii=False, indent=2) + "\n"


def _quarter(option: str, text: str | None) -> Quarter | None:
    from egov_tracker.errors import EgovError, TextError
    from egov_tracker.text.quarters import parse_quarter

    try:
        return parse_quarter(text) if text else None
    except TextError as wrong:
        raise EgovError(f"{option}: {wrong}") from wrong


def _options(dated: str | None, period: str | None) -> object:
    from egov_tracker.errors import EgovError, TextError
    from egov_tracker.reading.context import Options
    from egov_tracker.text.dates import parse_as_of

    try:
        day = parse_as_of(dated) if dated else None
    except TextError as wrong:
        raise EgovError(f"--dated: {wrong}") from wrong
    if day and not day.is_day:
        raise EgovError(f"--dated {dated}: a day is meant, such as 2016-06-30")
    quarter = _quarter("--period", period)
    return Options(str(day) if day else None, str(quarter) if quarter else None)
