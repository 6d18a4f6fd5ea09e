"""Rules on sources and dates: SRC001 beyond the loader, SRC002 to SRC005."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.checks.context import CheckContext, Diagnostic, field_location
from egov_tracker.errors import hint_at
from egov_tracker.model.snapshot_file import FULL_ID, LINKS
from egov_tracker.text.names import suggester

if TYPE_CHECKING:
    from collections.abc import Iterator

    from egov_tracker.model.observation import Snapshot, Source


def find_undefined_links(context: CheckContext) -> Iterator[Diagnostic]:
    """SRC001: `repeats` or `supersedes` of a source names one of another quarter that no file defines.

    Links within a quarter are the loader's; others are only looked for where the files of all quarters were read.
    """
    defined = _ids(context)
    nearest = suggester(sorted(defined))
    for snapshot in context.snapshots if context.whole else ():
        for source in snapshot.sources.values():
            for link in _links(source):
                wanted = _full(link, snapshot)
                if wanted not in defined and not wanted.startswith(f"{snapshot.period}/"):
                    yield Diagnostic(f"undefined source '{link}'{hint_at(nearest(link))}", source.location)


def find_unused_sources(context: CheckContext) -> Iterator[Diagnostic]:
    """SRC002: no figure and no other source refers to a source."""
    used = {_full(link, snapshot) for snapshot in context.snapshots for link in _all_links(snapshot)}
    used |= {due.obligation.told_by for due in context.obligations if due.obligation.told_by}
    for snapshot in context.snapshots:
        if snapshot.path in context.broken:
            continue
        used_here = {observation.source.id for observation in snapshot.observations}
        for name, source in snapshot.sources.items():
            if name not in used_here and f"{snapshot.period}/{name}" not in used:
                yield Diagnostic(f"no figure comes from the source '{name}'", source.location)


def find_future_dates(context: CheckContext) -> Iterator[Diagnostic]:
    """SRC003: the as-of date of a figure is later than the date of its document."""
    for observation in context.observations:
        first, date = observation.as_of.first, observation.source.entry.date
        if first and date and date.last and first > date.last:
            message = f"as of {observation.as_of}, but '{observation.source.id}' is dated {date}"
            yield Diagnostic(
                message, field_location(observation, "as_of"), (observation,), (observation.source.location,)
            )


def find_out_of_period(context: CheckContext) -> Iterator[Diagnostic]:
    """SRC004: the as-of date of a figure is outside the quarter of its file."""
    for observation in context.observations:
        first, last, period = observation.as_of.first, observation.as_of.last, observation.period
        if first and last and (last < period.first_day or first > period.last_day):
            message = f"as of {observation.as_of}, which is outside {period}"
            yield Diagnostic(message, field_location(observation, "as_of"), (observation,))


def find_undated(context: CheckContext) -> Iterator[Diagnostic]:
    """SRC005: the as-of date of a figure is not known."""
    for observation in context.observations:
        if observation.as_of.first is None:
            yield Diagnostic("the as-of date is not known", field_location(observation, "as_of"), (observation,))


def _ids(context: CheckContext) -> set[str]:
    return {f"{snapshot.period}/{name}" for snapshot in context.snapshots for name in snapshot.sources}


def _links(source: Source) -> Iterator[str]:
    yield from (link for name in LINKS if (link := getattr(source.entry, name)))


def _all_links(snapshot: Snapshot) -> Iterator[str]:
    yield from (link for source in snapshot.sources.values() for link in _links(source))


def _full(link: str, snapshot: Snapshot) -> str:
    return link if FULL_ID.fullmatch(link) else f"{snapshot.period}/{link}"
