"""Rules on what stands in the archived text of a source: SRC006 and SRC007."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

from egov_tracker.checks.context import CheckContext, Diagnostic, field_location
from egov_tracker.errors import quoted
from egov_tracker.model.anchored import all_spans, anchored_fields
from egov_tracker.store.archive import Archived, ArchiveError, open_archived
from egov_tracker.text.passages import prints

if TYPE_CHECKING:
    from collections.abc import Iterator

    from egov_tracker.model.anchored import Anchored, Span
    from egov_tracker.model.observation import Observation, Source


def find_misplaced(context: CheckContext) -> Iterator[Diagnostic]:
    """SRC006: what an observation prints does not stand at its anchor in the archived text."""
    for (_, source), found in groupby(_anchored(context), key=_source_of):
        seen_here = [*found]
        if not source.entry.text_sha256:
            message = f"the source '{source.id}' has no 'text_sha256', which says into which text the anchors lead"
            for seen in seen_here:
                yield Diagnostic(message, field_location(seen, "anchors"), (seen,), (source.location,))
        elif context.sources and isinstance(archived := open_archived(context.sources, source), Archived):
            for seen in seen_here:
                yield from _misplaced(seen, archived)


def find_changed_sources(context: CheckContext) -> Iterator[Diagnostic]:
    """SRC007: the archive has not the text against which the figures of a source were held."""
    for snapshot in context.snapshots if context.sources else ():
        for source in snapshot.sources.values():
            if context.sources and isinstance(fault := open_archived(context.sources, source), ArchiveError):
                yield Diagnostic(str(fault), source.location)


def _anchored(context: CheckContext) -> list[Observation]:
    """The observations with anchors, those of one source in a row, so that one text at a time is in memory."""
    found = (seen for seen in context.observations if seen.anchors) if context.sources else ()
    return sorted(found, key=lambda seen: (seen.location.path, seen.source.id))


def _source_of(seen: Observation) -> tuple[str, Source]:
    return seen.location.path, seen.source


def _misplaced(seen: Observation, archived: Archived) -> Iterator[Diagnostic]:
    for each in anchored_fields(seen):
        if fault := _fault(each, archived):
            yield Diagnostic(fault, each.location, (seen,))
    if fault := _fault_of_date(seen, archived):
        yield Diagnostic(fault, field_location(seen, "as_of"), (seen,))
    for start, end in _spare(seen):
        message = f"the anchor [{start}, {end}] belongs to no printed figure or name"
        yield Diagnostic(message, field_location(seen, "anchors"), (seen,))


def _fault(each: Anchored, archived: Archived) -> str | None:
    """What is wrong with the place of a printed figure or name, if anything is."""
    if each.span is None:
        return f"{each.field}: {quoted(each.printed)} has no anchor"
    passage = archived.passage(each.span)
    if passage is None:
        return f"{each.field}: {_place(each.span)} lies outside of what is archived of the text"
    if prints(passage, each.printed):
        return None
    return f"{each.field}: {quoted(each.printed)} does not stand at {_place(each.span)}; there stands {quoted(passage)}"


def _fault_of_date(seen: Observation, archived: Archived) -> str | None:
    from egov_tracker.reading.dates import find_dates

    span = seen.anchors.as_of if seen.anchors else None
    if span is None:
        return None
    passage = archived.passage(span)
    if passage is None:
        return f"as_of: {_place(span)} lies outside of what is archived of the text"
    if any(date.holds(seen.as_of) for date in find_dates(passage)):
        return None
    return f"as_of: no date that holds {seen.as_of} stands at {_place(span)}; there stands {quoted(passage)}"


def _spare(seen: Observation) -> Iterator[Span]:
    """Anchors that nothing printed belongs to: more than there are names, or those of a field that is not there."""
    assert seen.anchors  # noqa: S101 - asked for anchored observations only
    used = Counter(each.span for each in anchored_fields(seen) if each.span)
    used.update([seen.anchors.as_of] if seen.anchors.as_of else [])
    yield from sorted((Counter(all_spans(seen.anchors)) - used).elements())


def _place(span: Span) -> str:
    return f"[{span[0]}, {span[1]}]"
