"""The file beside an archived text: what the document was, and what took the text out of it."""

from __future__ import annotations

from typing import Annotated

from egov_tracker.model.fields import MAX_PAGES, MAX_QUOTES, FileModel, Hash, Id, Line, Text, Whole
from egov_tracker.values import field


class QuoteEntry(FileModel):
    """A passage of the text word for word, and the offset and the line at which it begins."""

    start: Whole
    line: Whole
    text: Annotated[str, Text()]


class ArchiveFile(FileModel):
    """A document of `sources/`: hashes of its bytes and of its text, and how the text was taken out."""

    original: Id | None = field(
        default=None,
        metadata={"description": "The file of the document beside this one; text.txt where the document is that text"},
    )
    sha256: Hash = field(metadata={"description": "Of the bytes of the document"})
    text_sha256: Hash = field(metadata={"description": "Of its text in UTF-8, composed letters and line feeds"})
    extractor: Line
    pages: tuple[Whole, ...] = field(
        default=(), metadata={"max_length": MAX_PAGES, "description": "Offsets in the text at which pages begin"}
    )
    quotes: tuple[QuoteEntry, ...] = field(
        default=(),
        metadata={"max_length": MAX_QUOTES, "description": "What is kept of a text that is not kept as a whole"},
    )
