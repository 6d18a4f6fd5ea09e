"""A reviewed draft is entered into the file of its quarter: sources and observations behind those that are there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.errors import EgovError, expected
from egov_tracker.reading.review import Draft, field_lines, read_file, source_lines, with_source_field
from egov_tracker.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from egov_tracker.reading.review import Item


class Entered(NamedTuple):
    """The text of a quarter with what was entered, and how many observations that are."""

    text: str
    entered: int


def read_reviewed(raw: bytes, path: str) -> Draft:
    """Read a file of which all is decided; `EgovError` where it is still a draft."""
    reviewed = read_file(raw, path)
    if reviewed.file.draft is not None:
        raise EgovError(f"{path}: {expected('a reviewed file', 'a draft')}; egov review decides what is left")
    return reviewed


def enter_into(reviewed: Draft, raw: bytes | None, path: str) -> Entered:
    """The text of a quarter with the sources and observations of a reviewed file; `raw` is None where none is there.

    What stands there already, of the same source and at the same place, is not entered twice.
    """
    if raw is None:
        return Entered("\n".join(reviewed.lines) + "\n", len(reviewed.items))
    quarter = read_file(raw, path)
    lines = [*quarter.lines]
    for name in reviewed.file.sources:
        lines = _with_source(lines, reviewed, quarter, name)
    there = {(item.entry.source, item.entry.indicator, item.spans) for item in quarter.items if item.spans}
    new = [item for item in reviewed.items if (item.entry.source, item.entry.indicator, item.spans) not in there]
    text = "\n".join(_with_observations(lines, new)) + "\n"
    if len(read_file(text.encode(), path).items) != len(quarter.items) + len(new):
        raise EgovError(f"{path}: {expected('observations that begin with two blanks and -', 'another form')}")
    return Entered(text, len(new))


def _with_source(lines: Sequence[str], reviewed: Draft, quarter: Draft, name: str) -> list[str]:
    """The source of the reviewed file, or of the one that is there what was found out about its text."""
    source, there = reviewed.file.sources[name], quarter.file.sources.get(name)
    if there is None:
        first, end = field_lines(lines, "sources")
        own_first, own_end = source_lines(reviewed.lines, name)
        gap = [""] if end - first > 1 else []
        return [*lines[:end], *gap, *reviewed.lines[own_first:own_end], *lines[end:]]
    if there.text_sha256 not in {None, source.text_sha256}:
        raise EgovError(f"{quarter.path}: its source '{name}' is another text; another id keeps both")
    found = [*lines]
    if source.text_sha256:
        found = with_source_field(found, name, "text_sha256", source.text_sha256)
    rejected = sorted({*there.rejected, *source.rejected})
    if rejected:
        spans = ", ".join(f"[{start}, {end}]" for start, end in rejected)
        found = with_source_field(found, name, "rejected", f"[{spans}]")
    return found


def _with_observations(lines: Sequence[str], items: Sequence[Item]) -> list[str]:
    blocks = [line for item in items for line in ("", *item.block)]
    if not blocks:
        return [*lines]
    first, end = field_lines(lines, "observations")
    head = ["observations:"] if lines[first].strip() == "observations: []" else [*lines[first:end]]
    return [*lines[:first], *head, *blocks, *lines[end:]]
