"""A snapshot as YAML, and of each of its lines the place that its content came from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.render.draft import MODELINE
from egov_tracker.text.yaml_scalars import yaml_scalar
from egov_tracker.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from egov_tracker.reading.entries import Given, NewEntry, NewListing, NewSnapshot, NewSource

BEFORE_FIGURE = ("kind", "from", "as_of", "value", "of")
BEHIND_LISTS = ("source", "at", "repeats", "note")


class Line(NamedTuple):
    """A line, and where its content stands; an empty origin where it is of our own."""

    text: str
    origin: str = ""


class Written(NamedTuple):
    """The file, and the origins of its lines by number, counted from 1."""

    text: str
    origins: Mapping[int, str]


def snapshot_yaml(new: NewSnapshot) -> Written:
    """The file of a new snapshot."""
    lines = [*_lines(new)]
    text = "".join(f"{line.text}\n" for line in lines)
    return Written(text, {number: line.origin for number, line in enumerate(lines, 1) if line.origin})


def _lines(new: NewSnapshot) -> Iterator[Line]:
    yield Line(MODELINE)
    yield from map(_comment, new.comments)
    yield Line(f"period: {new.period}")
    read = [source for source in new.sources if source.extractor]
    if read:
        yield from (Line(""), Line("draft:"), Line("  read:"))
        yield from (Line(f"    {source.id}: {yaml_scalar(source.extractor or '')}") for source in read)
    yield from (Line(""), Line("sources:" if new.sources else "sources: {}"))
    for source in new.sources:
        yield from _source(source)
    yield from (Line(""), Line("observations:" if new.entries else "observations: []"))
    for entry in new.entries:
        yield from _entry(entry)


def _comment(text: str) -> Line:
    return Line(f"# {' '.join(text.split())}" if text else "#")


def _source(source: NewSource) -> Iterator[Line]:
    yield Line(f"  {source.id}:", source.origin)
    for name, given in source.fields.items():
        yield _field("    ", name, given)


def _field(indent: str, name: str, given: Given) -> Line:
    return Line(f"{indent}{name}: {yaml_scalar(given.text)}", given.origin)


def _entry(entry: NewEntry) -> Iterator[Line]:
    yield Line("")
    yield from (Line(f"  {_comment(text).text}") for text in entry.comments)
    fields = entry.fields
    yield Line(f"  - indicator: {yaml_scalar(fields['indicator'].text)}", fields["indicator"].origin)
    yield _field("    ", "group", fields["group"])
    yield from _mapping("    ", "breakdown", entry.breakdown)
    yield from (_field("    ", name, fields[name]) for name in BEFORE_FIGURE if name in fields)
    yield from _mapping("    ", "share", entry.share)
    for name, listing in entry.lists.items():
        yield from _listing(name, listing, entry.origin)
    yield from (_field("    ", name, fields[name]) for name in BEHIND_LISTS if name in fields)


def _mapping(indent: str, name: str, values: Mapping[str, Given]) -> Iterator[Line]:
    if values:
        yield Line(f"{indent}{name}:", next(iter(values.values())).origin)
    yield from (_field(f"{indent}  ", key, given) for key, given in values.items())


def _listing(name: str, listing: NewListing, origin: str) -> Iterator[Line]:
    yield Line(f"    {name}:", listing.names[0].origin if listing.names else origin)
    if listing.stated:
        yield _field("      ", "count", listing.stated)
    if listing.names or not listing.stated:
        yield Line("      names:" if listing.names else "      names: []")
    yield from (Line(f"        - {yaml_scalar(given.text, flow=True)}", given.origin) for given in listing.names)
    if listing.says:
        yield _field("      ", "says", listing.says)
    yield from _mapping("      ", "asked", listing.asked)
