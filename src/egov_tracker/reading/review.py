"""A draft under review: its observations with quotes and doubts, and the text that each decision makes of it.

Decisions are written into the draft itself, one by one, so that a review may stop at any time. What stands in the
file beside the decided lines stays as it is.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import takewhile
from typing import TYPE_CHECKING

from egov_tracker.errors import EgovError, did_you_mean, expected, quoted
from egov_tracker.model.anchored import figure_spans
from egov_tracker.model.findings import errors_only
from egov_tracker.model.snapshot_file import SnapshotFile
from egov_tracker.reading.draft import scalar
from egov_tracker.store.ledger import FaultyDataError
from egov_tracker.store.observations import LISTS
from egov_tracker.store.validation import validate_document
from egov_tracker.store.yaml_reader import RefusedError, read_document
from egov_tracker.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from egov_tracker.model.anchored import Span
    from egov_tracker.model.snapshot_file import ObservationEntry
    from egov_tracker.store.document import Document

_DOUBT = re.compile(r"\s*# doubt: (?P<code>[A-Z_]+) (?P<message>.*)")
_COMMENT = re.compile(r"\s*# ?")
_HIDDEN = re.compile(r"\s*(?:anchors|source|at):")


class Item(NamedTuple):
    """An observation of a draft: the lines of its comments and of its YAML, from `first` and `start` up to `end`."""

    key: str
    entry: ObservationEntry
    comments: tuple[str, ...]
    block: tuple[str, ...]
    first: int
    start: int
    end: int
    accepted: bool

    @property
    def quotes(self) -> tuple[str, ...]:
        """The words that it was read from."""
        return tuple(_COMMENT.sub("", line, count=1) for line in self.comments if not _DOUBT.match(line))

    @property
    def doubts(self) -> tuple[tuple[str, str], ...]:
        """Code and sentence of each doubt, the gravest first."""
        found = (_DOUBT.match(line) for line in self.comments)
        return tuple((each["code"], each["message"]) for each in found if each)

    @property
    def printed(self) -> str:
        """The figure as printed; of lists alone, how many there are in which state."""
        if self.entry.value:
            return self.entry.value.printed
        lists = ((name, getattr(self.entry, name)) for name in LISTS)
        told = ((name, one.count.printed if one.count else str(len(one.names or ()))) for name, one in lists if one)
        return ", ".join(f"{count} {name}" for name, count in told) or "a table"

    @property
    def spans(self) -> tuple[Span, ...]:
        """Where its figures and names stand in the text; the words of its date may date other figures too."""
        return figure_spans(self.entry.anchors) if self.entry.anchors else ()

    @property
    def shown(self) -> tuple[str, ...]:
        """The lines of its YAML that say something of the figure."""
        return tuple(line[4:] for line in self.block if not _HIDDEN.match(line))


class Draft(NamedTuple):
    """A draft as it stands in its file."""

    path: str
    lines: tuple[str, ...]
    document: Document
    file: SnapshotFile
    items: tuple[Item, ...]

    @property
    def open(self) -> tuple[Item, ...]:
        """What is not decided yet, in the order of the file."""
        return tuple(item for item in self.items if not item.accepted)

    def item(self, key: str) -> Item:
        """The observation of a key; `EgovError` names the nearest key where there is none."""
        keys = [item.key for item in self.items]
        if key not in keys:
            raise EgovError(f"{expected('the key of an observation', quoted(key))}{did_you_mean(key, keys)}")
        return self.items[keys.index(key)]


def read_draft(raw: bytes, path: str) -> Draft:
    """Read a draft; `EgovError` where the file is none, or has faults."""
    draft = read_file(raw, path)
    if draft.file.draft is None:
        raise EgovError(f"{path}: {expected('a draft', 'a file without the field draft')}")
    return draft


def read_file(raw: bytes, path: str) -> Draft:
    """Read a snapshot file line by line, be it a draft or not; `EgovError` where it has faults."""
    try:
        document = read_document(raw, path)
    except RefusedError as refused:
        raise EgovError(str(refused)) from refused
    validated = validate_document(SnapshotFile, document)
    if not validated.model or errors_only(validated.findings):
        raise FaultyDataError(errors_only(validated.findings))
    lines = tuple(raw.decode("utf-8-sig").splitlines())
    return Draft(path, lines, document, validated.model, tuple(_items(lines, document, validated.model)))


def _items(lines: Sequence[str], document: Document, file: SnapshotFile) -> list[Item]:
    accepted = set(file.draft.accepted) if file.draft else set()
    starts = [line for line, _ in document.item_marks("observations")]
    firsts = [_first_comment(lines, start) for start in starts]
    ends = [*firsts[1:], _end_of_list(lines, starts[-1])] if starts else []
    items: list[Item] = []
    taken: Counter[str] = Counter()
    for entry, first, start, end in zip(file.observations, firsts, starts, ends, strict=True):
        if not lines[start].lstrip().startswith("- "):
            raise EgovError(f"{document.path}:{start + 1}: {expected('an observation that begins with -', 'braces')}")
        while not lines[end - 1].strip():
            end -= 1  # noqa: PLW2901 - blank lines behind belong to nobody
        key = key_of(entry, several=len(file.sources) > 1)
        taken[key] += 1
        key = key if taken[key] == 1 else f"{key}#{taken[key]}"
        items.append(
            Item(key, entry, tuple(lines[first:start]), tuple(lines[start:end]), first, start, end, key in accepted)
        )
    return items


def _first_comment(lines: Sequence[str], start: int) -> int:
    return start - sum(1 for _ in takewhile(lambda line: line.startswith("  #"), reversed(lines[:start])))


def _end_of_list(lines: Sequence[str], start: int) -> int:
    """The line behind the last entry: the next one that is not indented."""
    return next((index for index in range(start + 1, len(lines)) if lines[index][:1].strip()), len(lines))


def key_of(entry: ObservationEntry, *, several: bool) -> str:
    """Name an observation by what it states and where it stands; of `several` sources by its source too."""
    parts = [entry.indicator, entry.group, *(f"{name}={value}" for name, value in entry.breakdown.items())]
    spans = figure_spans(entry.anchors) if entry.anchors else ()
    place = f"@{spans[0][0]}" if spans else ""
    return f"{f'{entry.source}:' if several else ''}{'/'.join(parts)}/{entry.as_of}{place}"


def accept(draft: Draft, key: str) -> str:
    """The text of a draft in which an observation is accepted: without its quote and its doubts."""
    item = draft.item(key)
    lines = [*draft.lines[: item.first], *draft.lines[item.start :]]
    return _text(_with_accepted(lines, draft, (*_accepted(draft), key)))


def reject(draft: Draft, key: str) -> str:
    """The text of a draft without an observation that is none; where it stood is kept with its source."""
    item = draft.item(key)
    gap = item.first > 0 and not draft.lines[item.first - 1].strip()
    lines = [*draft.lines[: item.first - gap], *draft.lines[item.end :]]
    if len(draft.items) == 1:
        lines = ["observations: []" if line.startswith("observations:") else line for line in lines]
    lines.append(f"# {item.entry.source}: no figure, says a reviewer: {item.printed}, {item.entry.at}: {key}")
    kept = tuple(each for each in _accepted(draft) if each != key)
    return _text(_with_rejected(_with_accepted(lines, draft, kept), draft, item))


def replace(draft: Draft, key: str, block: str) -> str:
    """The text of a draft in which the YAML of an observation is another; its quote and doubts stay until accepted."""
    item = draft.item(key)
    return _text([*draft.lines[: item.start], *block.rstrip().splitlines(), *draft.lines[item.end :]])


def finish(draft: Draft) -> str:
    """The text of a draft of which all is decided: a snapshot, without the field `draft`."""
    first, end = field_lines(draft.lines, "draft")
    while end < len(draft.lines) and not draft.lines[end].strip():
        end += 1
    return _text([*draft.lines[:first], *draft.lines[end:]])


def _accepted(draft: Draft) -> tuple[str, ...]:
    return draft.file.draft.accepted if draft.file.draft else ()


def _with_accepted(lines: Sequence[str], draft: Draft, keys: Sequence[str]) -> list[str]:
    assert draft.file.draft  # noqa: S101 - a draft has it
    first, end = field_lines(lines, "draft")
    field = ["draft:", "  read:", *(f"    {name}: {scalar(made)}" for name, made in draft.file.draft.read.items())]
    if not draft.file.draft.read:
        field[1] = "  read: {}"
    if keys:
        field += ["  accepted:", *(f"    - {scalar(key)}" for key in keys)]
    return [*lines[:first], *field, *lines[end:]]


def field_lines(lines: Sequence[str], name: str) -> tuple[int, int]:
    """The first line of a field at the top level and the one behind its last, without blank ones behind it."""
    first = next((index for index, line in enumerate(lines) if line.startswith(f"{name}:")), None)
    if first is None:
        raise EgovError(expected(f"the field {name} at the beginning of a line", "none"))
    behind = (index for index in range(first + 1, len(lines)) if lines[index][:1].strip())
    end = next(behind, len(lines))
    while end > first + 1 and not lines[end - 1].strip():
        end -= 1
    return first, end


def source_lines(lines: Sequence[str], name: str) -> tuple[int, int]:
    """The line of a source under `sources` and the one behind its last; `EgovError` where it is written in braces."""
    first, end = field_lines(lines, "sources")
    head = next((index for index in range(first + 1, end) if lines[index].rstrip() == f"  {name}:"), None)
    if head is None:
        raise EgovError(expected(f"the source {name} with its fields on lines of their own", "another form"))
    return head, head + 1 + sum(1 for _ in takewhile(lambda line: line.startswith("   "), lines[head + 1 : end]))


def with_source_field(lines: Sequence[str], name: str, field: str, value: str) -> list[str]:
    """The lines of a file in which a field of a source has this value; a new field stands behind the others."""
    head, end = source_lines(lines, name)
    kept: list[str] = []
    inside = False
    for line in lines[head + 1 : end]:
        inside = line.startswith(f"    {field}:") or (inside and line.startswith("     "))
        kept += [] if inside else [line]
    return [*lines[: head + 1], *kept, f"    {field}: {value}", *lines[end:]]


def _with_rejected(lines: Sequence[str], draft: Draft, item: Item) -> list[str]:
    """Note at the source where something stands that is no figure."""
    name = item.entry.source
    spans = sorted({*draft.file.sources[name].rejected, *item.spans})
    if not spans:
        return [*lines]
    return with_source_field(lines, name, "rejected", f"[{', '.join(f'[{start}, {end}]' for start, end in spans)}]")


def _text(lines: Sequence[str]) -> str:
    return "\n".join(lines) + "\n"
