"""The archive: the documents that figures come from, each in a folder of `sources/` with its text and their hashes.

Only checking, tracing and reading open it. Of press under copyright the text is not kept, only its hash and quotes.
"""

from __future__ import annotations

import os
from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

from egov_tracker.errors import EgovError
from egov_tracker.model.archive_file import ArchiveFile, QuoteEntry
from egov_tracker.model.findings import errors_only
from egov_tracker.store.files import UnreadableError, read_small_file, write_file
from egov_tracker.text.passages import LineOfText, lines_around
from egov_tracker.text.terminal import find_control
from egov_tracker.text.yaml_scalars import quoted_scalar
from egov_tracker.values import NamedTuple, Value

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from egov_tracker.model.observation import Source
    from egov_tracker.text.passages import Span

    Understanding = Callable[[bytes, str], ArchiveFile]

TEXT, FILE = "text.txt", "source.yaml"
MOST_BYTES, MOST_TEXT = 32 * 1024 * 1024, 16 * 1024 * 1024


class ArchiveError(EgovError):
    """A document that is not in the archive, or not as it was put there; the sentence says which and why."""


class Extract(NamedTuple):
    """A text and where it comes from: the bytes of the document, the end of its file's name, and the extractor."""

    original: bytes
    suffix: str
    text: str
    extractor: str
    pages: tuple[int, ...] = ()


class Archived(Value):
    """A document of the archive; `text` is None where only quotes of it are kept."""

    folder: Path
    file: ArchiveFile
    text: str | None

    def passage(self, span: Span) -> str | None:
        """The words at a span of the text; None where the text ends before, or where no quote holds them."""
        start, end = span
        if self.text is not None:
            return self.text[start:end] if end <= len(self.text) else None
        quote = self.quote_of(span)
        return quote.text[start - quote.start : end - quote.start] if quote else None

    @cached_property
    def quotes(self) -> tuple[QuoteEntry, ...]:
        """The quotes in the order of the text."""
        return tuple(sorted(self.file.quotes, key=lambda quote: quote.start))

    def quote_of(self, span: Span) -> QuoteEntry | None:
        """The quote that holds a span."""
        before = bisect_right(self.quotes, span[0], key=lambda quote: quote.start)
        quote = self.quotes[before - 1] if before else None
        return quote if quote and span[1] <= quote.start + len(quote.text) else None

    def lines_around(self, figures: Iterable[Span], others: Iterable[Span] = ()) -> tuple[LineOfText, ...]:
        """The lines of figures with one before and one after, and of other spans; of a text not kept, the quotes."""
        spans = (*figures, *others)
        if self.text is not None:
            near, far = lines_around(self.text, figures), lines_around(self.text, others, 0)
            return tuple(sorted({*near, *far}))
        starts = {quote.start for span in spans if (quote := self.quote_of(span))}
        return tuple(LineOfText(one.line, one.start, one.text) for one in self.quotes if one.start in starts)

    def line_of(self, offset: int) -> int | None:
        """The line, counted from 1, on which an offset lies; None where that is not kept."""
        if self.text is not None:
            return self.text.count("\n", 0, offset) + 1
        quote = self.quote_of((offset, offset + 1))
        return quote.line + quote.text[: offset - quote.start].count("\n") if quote else None

    def page_of(self, offset: int) -> int | None:
        """The page on which an offset lies, counted from 1; None where pages are not known."""
        return bisect_right(self.file.pages, offset) or None


def read_archived(folder: Path, name: str, understand: Understanding | None = None) -> Archived:
    """Read a document of the archive and hold it against its hashes; `ArchiveError` says what is missing or changed.

    `understand` may know the file beside the text already.
    """
    inside = folder / name
    file = _read_file(inside, understand)
    if file.quotes or not os.path.lexists(inside / TEXT):
        if not file.quotes:
            raise ArchiveError(f"{inside}: neither {TEXT} nor quotes")
        return Archived(inside, file, None)
    raw = _bytes(inside / TEXT, MOST_TEXT)
    _compare(inside / TEXT, raw, file.text_sha256)
    if file.original and file.original != TEXT:
        _compare(inside / file.original, _bytes(inside / file.original), file.sha256)
    return Archived(inside, file, _decoded(raw, inside / TEXT))


def open_archived(
    folder: Path, source: Source, understand: Understanding | None = None
) -> Archived | ArchiveError | None:
    """What the archive has of a source, or what is wrong with it; None where the source speaks of no archived text."""
    wanted = source.entry.text_sha256
    if not wanted:
        return None
    try:
        archived = read_archived(folder, source.id, understand)
    except ArchiveError as fault:
        return fault
    there = archived.file.text_sha256
    if there == wanted:
        return archived
    return ArchiveError(f"{archived.folder} holds another text: its SHA-256 is {there[:12]}…, not {wanted[:12]}…")


def _read_file(inside: Path, understand: Understanding | None = None) -> ArchiveFile:
    return (understand or understand_file)(_bytes(inside / FILE), str(inside / FILE))


def understand_file(raw: bytes, path: str) -> ArchiveFile:
    """The file beside a text; `ArchiveError` says what is wrong with it."""
    from egov_tracker.store.validation import validate_document
    from egov_tracker.store.yaml_reader import RefusedError, read_document

    try:
        document = read_document(raw, path)
    except RefusedError as refused:
        raise ArchiveError(str(refused)) from refused
    validated = validate_document(ArchiveFile, document)
    if faults := errors_only(validated.findings):
        raise ArchiveError(str(faults[0]))
    assert validated.model  # noqa: S101 - it is there where nothing is wrong
    return validated.model


def _decoded(raw: bytes, path: Path) -> str:
    try:
        text = raw.decode()
    except UnicodeDecodeError as wrong:
        raise ArchiveError(f"{path}: not UTF-8: byte 0x{raw[wrong.start]:02x} at {wrong.start}") from wrong
    if (at := find_control(text)) is not None:
        raise ArchiveError(f"{path}: the character U+{ord(text[at]):04X} at {at} is in no archived text")
    return text


def _bytes(path: Path, most: int = MOST_BYTES) -> bytes:
    try:
        return read_small_file(path, most)
    except UnreadableError as wrong:
        raise ArchiveError(str(wrong)) from wrong


def _compare(path: Path, raw: bytes, wanted: str) -> None:
    if _hash_of(raw) != wanted:
        raise ArchiveError(f"{path} is not as it was archived: its SHA-256 is no longer {wanted[:12]}…")


def _hash_of(raw: bytes) -> str:
    from hashlib import sha256

    return sha256(raw).hexdigest()


def archive(folder: Path, name: str, extract: Extract, quoted: Iterable[Span] | None = None) -> Path:
    """Put a document into the archive, whole or not at all, and return its folder.

    With `quoted` only the hashes and these passages are kept. Raises `EgovError` where the archive has another document
    of that name.
    """
    inside = folder / name
    raw = extract.text.encode()
    text_hash = _hash_of(raw)
    if os.path.lexists(inside) and (there := _read_file(inside)).text_sha256 != text_hash:
        other = f"another text, of SHA-256 {there.text_sha256[:12]}…"
        raise EgovError(f"{inside} holds {other}; --source gives this one a name of its own")
    original = None if quoted is not None else TEXT if extract.original == raw else f"original{extract.suffix}"
    file = ArchiveFile(
        original=original,
        sha256=_hash_of(extract.original),
        text_sha256=text_hash,
        extractor=extract.extractor,
        pages=extract.pages,
        quotes=tuple(_quotes(extract.text, quoted)),
    )
    _make(inside)
    if original:
        write_file(inside / original, extract.original)
        write_file(inside / TEXT, raw)
    write_file(inside / FILE, archive_yaml(file).encode())  # the last: what lacks it is not archived
    return inside


def _make(inside: Path) -> None:
    try:
        inside.mkdir(parents=True, exist_ok=True)
    except OSError as wrong:
        raise EgovError(f"cannot make {inside}: {wrong.strerror}") from wrong


def _quotes(text: str, quoted: Iterable[Span] | None) -> Iterator[QuoteEntry]:
    for start, end in quoted or ():
        line = text[:start].count("\n") + 1
        yield QuoteEntry(start=start, line=line, text=text[start:end])


def archive_yaml(file: ArchiveFile) -> str:
    """The file beside an archived text."""
    lines = [
        f"original: {file.original or 'null'}",
        f"sha256: {file.sha256}",
        f"text_sha256: {file.text_sha256}",
        f"extractor: {quoted_scalar(file.extractor)}",
    ]
    if file.pages:
        lines.append(f"pages: [{', '.join(map(str, file.pages))}]")
    if file.quotes:
        lines.append("quotes:")
    for quote in file.quotes:
        lines += [
            f"  - start: {quote.start}",
            f"    line: {quote.line}",
            f"    text: {quoted_scalar(quote.text)}",
        ]
    return "\n".join(lines) + "\n"
