"""`egov read`: documents become drafts."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from egov_tracker.cli.options import Data, Output, format_option
from egov_tracker.errors import EgovError, about, expected, quoted
from egov_tracker.model.terms import SourceKind
from egov_tracker.render.formats import YAML
from egov_tracker.render.outputs.documents import READ

if TYPE_CHECKING:
    from collections.abc import Iterable

    from egov_tracker.model.observation import Observation, Snapshot
    from egov_tracker.reading.context import Options
    from egov_tracker.reading.draft import Entry
    from egov_tracker.reading.lexicon import Lexicon
    from egov_tracker.reading.reader import Reading
    from egov_tracker.store.ledger import Ledger
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
    archive: Annotated[
        bool, typer.Option("--archive", help="Keep document and text in sources/ of the ledger.")
    ] = False,
    quote_only: Annotated[
        bool, typer.Option("--quote-only", help="Of a document under copyright keep only hashes and quoted sentences.")
    ] = False,
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
    _refuse_contradictions(files, source, archive=archive, quote_only=quote_only)
    reported = _quarter("--period", period)
    wanted = _quarter("--into", into)
    options = _options(dated, reported)
    ledger = open_ledger(ctx, data)
    _ = ledger.definitions  # which says what is wrong in them, and where
    lexicon = load_lexicon(ledger.folder)
    if ocr:
        os.environ.setdefault("OMP_THREAD_LIMIT", "1")  # with more threads, tesseract is three times as slow
    documents = [(path, _bytes_of(path)) for path in files]
    readings = [
        (str(path), _read_document(path, raw, lexicon, options, ocr=ocr, everything=everything))
        for path, raw in documents
    ]
    entries = describe_all(readings, source, kind)
    if target.format is YAML:
        entries = _with_decisions(entries, ledger.snapshot_or_none(wanted), target.file, named=bool(source))
    if archive:
        _archive(ledger, documents, entries, quote_only=quote_only)
    target.write(ReadContent(entries, wanted or reported))


def _refuse_contradictions(files: list[Path], source: str | None, *, archive: bool, quote_only: bool) -> None:
    if source and len(files) > 1:
        raise EgovError("--source names one document; there are several")
    if quote_only and not archive:
        raise EgovError(expected("--archive beside --quote-only", "--quote-only alone"))


def _with_decisions(
    entries: "tuple[Entry, ...]", snapshot: "Snapshot | None", file: Path | None, *, named: bool
) -> "tuple[Entry, ...]":
    """The documents with what was decided about them in the ledger, and in the draft that is written anew."""
    from egov_tracker.reading.decisions import with_draft, with_ledger
    from egov_tracker.store.files import read_small_file

    if snapshot:
        entries = tuple(with_ledger(entry, snapshot, named=named) for entry in entries)
    before = read_small_file(file) if file and file.is_file() else b""
    return with_draft(entries, before, str(file)) if before else entries


def _archive(
    ledger: "Ledger", documents: "Iterable[tuple[Path, bytes]]", entries: "Iterable[Entry]", *, quote_only: bool
) -> None:
    """Put each document into the archive of the ledger, and say where; of quoted ones also what the ledger anchors."""
    from egov_tracker.cli.runtime import complain
    from egov_tracker.reading.archiving import archive_reading
    from egov_tracker.store.discovery import Origin

    if ledger.folder.origin is Origin.PACKAGE:
        raise EgovError("--archive: the ledger of the package is not written to; --data names another")
    for document, entry in zip(documents, entries, strict=True):
        seen = _observations_of(ledger, entry.id) if quote_only else None
        inside = archive_reading(ledger.folder.sources, entry.id, document, entry.reading, seen)
        complain(f"egov: archived {inside}")


def _observations_of(ledger: "Ledger", source: str) -> "tuple[Observation, ...]":
    snapshots = (ledger.read(path).snapshot for path in ledger.files.values())
    return tuple(
        seen for snapshot in snapshots if snapshot for seen in snapshot.observations if seen.source.id == source
    )


def _quarter(option: str, text: str | None) -> "Quarter | None":
    from egov_tracker.text.quarters import parse_quarter

    with about(option):
        return parse_quarter(text) if text else None


def _options(dated: str | None, period: "Quarter | None") -> "Options":
    from egov_tracker.reading.context import Options
    from egov_tracker.text.dates import parse_as_of

    with about("--dated"):
        day = parse_as_of(dated) if dated else None
        if day and not day.is_day:
            raise EgovError(expected("a day such as 2016-06-30", quoted(str(day))))
    return Options(str(day) if day else None, str(period) if period else None)


def _bytes_of(path: Path) -> bytes:
    from egov_tracker.reading.sources import MOST_BYTES
    from egov_tracker.store.files import read_small_file

    return read_small_file(path, MOST_BYTES)


def _read_document(
    path: Path, raw: bytes, lexicon: "Lexicon", options: "Options", *, ocr: bool, everything: bool
) -> "Reading":
    from egov_tracker.reading.forms import open_source
    from egov_tracker.reading.reader import read_text

    return read_text(open_source(raw, str(path), ocr=ocr), lexicon, options, everything=everything)
