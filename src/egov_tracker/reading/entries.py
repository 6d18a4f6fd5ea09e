"""What is put into a new snapshot by a program, each value with the place that it came from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from egov_tracker.text.quarters import Quarter


class Given(NamedTuple):
    """A text, and where it stands: `figures.csv:5: column as_of`."""

    text: str
    origin: str


class NewListing(NamedTuple):
    """Bodies in one state: the stated count, names as given, what is said of them, and the reminder to them."""

    stated: Given | None = None
    names: tuple[Given, ...] = ()
    says: Given | None = None
    asked: Mapping[str, Given] = {}


class NewEntry(NamedTuple):
    """One observation; `fields` are its simple ones by name, `comments` stand above it."""

    origin: str
    fields: Mapping[str, Given]
    breakdown: Mapping[str, Given] = {}
    share: Mapping[str, Given] = {}
    lists: Mapping[str, NewListing] = {}
    comments: tuple[str, ...] = ()


class NewSource(NamedTuple):
    """A document by its id; in a draft, `extractor` is what took its figures out of it."""

    id: str
    origin: str
    fields: Mapping[str, Given]
    extractor: str | None = None


class NewSnapshot(NamedTuple):
    """A quarter to be written; `comments` stand above everything."""

    period: Quarter
    sources: tuple[NewSource, ...]
    entries: tuple[NewEntry, ...]
    comments: tuple[str, ...] = ()
