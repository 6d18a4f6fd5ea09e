"""What was decided about a text before it is read again: in the ledger, and in a draft that is to be written anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.errors import EgovError
from egov_tracker.model.anchored import figure_spans
from egov_tracker.reading.draft import Decisions, Entry
from egov_tracker.reading.review import read_draft

if TYPE_CHECKING:
    from collections.abc import Iterable

    from egov_tracker.model.observation import Snapshot, Source
    from egov_tracker.reading.review import Draft


def with_ledger(entry: Entry, snapshot: Snapshot, *, named: bool) -> Entry:
    """A document that the quarter may have already: then under its id there, unless `named`, and with its decisions."""
    text = entry.reading.source.text_sha256
    known = [source for source in snapshot.sources.values() if source.entry.text_sha256 == text]
    source = next((source for source in known if source.id == entry.id or not named), None)
    if source is None:
        return entry
    anchors = (seen.anchors for seen in snapshot.observations if seen.source.id == source.id and seen.anchors)
    starts = {start for each in anchors for start, _ in figure_spans(each)}
    rejected = source.entry.rejected
    decided = Decisions(frozenset({*starts, *(start for start, _ in rejected)}), rejected)
    return _as_in_ledger(entry, source)._replace(decided=_united(entry.decided, decided))


def _as_in_ledger(entry: Entry, source: Source) -> Entry:
    told = source.entry
    date = str(told.date) if told.date else None
    return entry._replace(id=source.id, kind=told.kind, title=told.title, number=told.number, date=date)


def with_draft(entries: Iterable[Entry], raw: bytes, path: str) -> tuple[Entry, ...]:
    """Documents with what was decided in a draft of them.

    Raises `EgovError` where the file is no draft, or where decisions in it would be lost: they are about other texts.
    """
    draft = read_draft(raw, path)
    found = tuple(entries)
    texts = {entry.id: entry.reading.source.text_sha256 for entry in found}
    for name, source in draft.file.sources.items():
        decided = source.rejected or any(item.accepted and item.entry.source == name for item in draft.items)
        if decided and texts.get(name) != source.text_sha256:
            raise EgovError(f"{path} holds decisions about another text of '{name}'; -o writes to another file")
    return tuple(entry._replace(decided=_united(entry.decided, _of_draft(draft, entry.id))) for entry in found)


def _of_draft(draft: Draft, name: str) -> Decisions:
    accepted = [item for item in draft.items if item.accepted and item.entry.source == name]
    source = draft.file.sources.get(name)
    rejected = source.rejected if source else ()
    starts = {start for item in accepted for start, _ in item.spans} | {start for start, _ in rejected}
    blocks, keys = tuple(item.block for item in accepted), tuple(item.key for item in accepted)
    return Decisions(frozenset(starts), rejected, blocks, keys)


def _united(first: Decisions, second: Decisions) -> Decisions:
    rejected = tuple(sorted({*first.rejected, *second.rejected}))
    return Decisions(
        first.starts | second.starts, rejected, (*first.blocks, *second.blocks), (*first.keys, *second.keys)
    )
