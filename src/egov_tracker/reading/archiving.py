"""What of a document goes into the archive: its bytes and text, or only the sentences from which figures were taken."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from egov_tracker.model.anchored import all_spans
from egov_tracker.reading.layout import find_blocks, find_sentences
from egov_tracker.store.archive import Extract, archive

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from egov_tracker.model.anchored import Span
    from egov_tracker.model.observation import Observation
    from egov_tracker.reading.reader import Reading

_SUFFIX = re.compile(r"\.[a-z0-9]{1,8}")


def archive_reading(
    folder: Path, name: str, document: tuple[Path, bytes], reading: Reading, quoted: Iterable[Observation] | None = None
) -> Path:
    """Archive a document that was read, under the id of its source; `quoted` are observations whose passages to keep.

    With `quoted`, and be it empty, only the sentences of claims and of these observations are kept, and the hashes.
    """
    path, raw = document
    suffix = path.suffix.lower()
    source = reading.source
    extract = Extract(raw, suffix if _SUFFIX.fullmatch(suffix) else "", source.text, source.extractor, source.pages)
    if quoted is None:
        return archive(folder, name, extract)
    spans = [*_claimed(reading), *_anchored(quoted, source.text_sha256)]
    return archive(folder, name, extract, sentences_around(source.text, spans))


def sentences_around(text: str, spans: Iterable[Span]) -> tuple[Span, ...]:
    """The sentences that hold the spans, in order, none twice; those that one span goes over are one passage."""
    sentences = [sentence for block in find_blocks(text) for sentence in find_sentences(text, block)]
    starts, ends = [one.start for one in sentences], [one.end for one in sentences]
    passages: list[Span] = []
    for start, end in sorted({*spans}):
        first = bisect_right(ends, start)
        last = max(bisect_left(starts, end) - 1, first)
        low, high = min(starts[first], start), max(ends[last], end)
        low += len(text[low:start]) - len(text[low:start].lstrip())
        if passages and low < passages[-1][1]:
            passages[-1] = (passages[-1][0], max(high, passages[-1][1]))
        else:
            passages.append((low, high))
    return tuple(passages)


def _claimed(reading: Reading) -> Iterator[Span]:
    for claim in reading.claims:
        yield from (span for span in (claim.value, claim.share, claim.date) if span)
        yield from (name.anchor for name in claim.names)


def _anchored(observations: Iterable[Observation], text_sha256: str) -> Iterator[Span]:
    for seen in observations:
        if seen.anchors and seen.source.entry.text_sha256 == text_sha256:
            yield from all_spans(seen.anchors)
