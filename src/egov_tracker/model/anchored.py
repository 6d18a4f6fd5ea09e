"""What an observation prints, field by field, beside the places where it should stand in the text of its source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.model.snapshot_file import ListingAnchors
from egov_tracker.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from egov_tracker.model.findings import Location
    from egov_tracker.model.observation import Observation
    from egov_tracker.model.snapshot_file import Anchors

Span = tuple[int, int]


class Anchored(NamedTuple):
    """A printed figure or name of a field, its place in the ledger, and where it should stand in the source.

    The last is None where no anchor says so.
    """

    field: str
    printed: str
    location: Location
    span: Span | None
    is_name: bool = False


def anchored_fields(seen: Observation) -> tuple[Anchored, ...]:
    """Every printed figure and name of an observation with its anchor; nothing where it has no anchors at all."""
    return tuple(_fields(seen, seen.anchors)) if seen.anchors else ()


def _fields(seen: Observation, anchors: Anchors) -> Iterator[Anchored]:
    if seen.figure:
        yield Anchored("value", seen.figure.printed, _location(seen, "value"), anchors.value)
    if seen.share:
        yield Anchored("share", seen.share.printed.printed, _location(seen, "share"), anchors.share)
    for name, listing in seen.listings.items():
        own: ListingAnchors = getattr(anchors, name) or ListingAnchors()
        spans = own.names or (anchors.names if name == "done" else ())
        if listing.stated:
            yield Anchored(name, listing.stated.printed, listing.location, own.count)
        for number, mention in enumerate(listing.mentions):
            span = spans[number] if number < len(spans) else None
            yield Anchored(name, mention.printed, mention.location, span, is_name=True)


def _location(seen: Observation, field: str) -> Location:
    return seen.locations.get(field, seen.location)


def figure_spans(anchors: Anchors) -> tuple[Span, ...]:
    """Where the figures and names of an observation stand."""
    lists = [anchors.done, anchors.exempt, anchors.outstanding, anchors.in_progress]
    single = [anchors.value, anchors.share, *(one.count for one in lists if one)]
    named = [*anchors.names, *(span for one in lists if one for span in one.names)]
    return (*(span for span in single if span), *named)


def all_spans(anchors: Anchors) -> tuple[Span, ...]:
    """Where its figures and names stand, and the words of its date."""
    return (*figure_spans(anchors), *((anchors.as_of,) if anchors.as_of else ()))
