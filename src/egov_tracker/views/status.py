"""The state of a quarter: every observation of it, with who is outstanding, exempt and unknown."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from egov_tracker.inference.body_status import State
from egov_tracker.views import phrases
from egov_tracker.views.observation import RATIONALES, view_observations
from egov_tracker.views.page import Align, Footnote, Items, Lang, Page, Paragraph, Section, Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from egov_tracker.inference.body_status import BodyStatus
    from egov_tracker.model.observation import Listing, Observation, Snapshot, Source
    from egov_tracker.store.ledger import Definitions
    from egov_tracker.text.dates import AsOf
    from egov_tracker.views.observation import ObservationView
    from egov_tracker.views.page import Block

COLUMNS = (
    (("Cơ quan", "Bodies"), Align.LEFT, True),
    (("Số liệu", "Figure"), Align.LEFT, True),
    (("Tỷ lệ", "Rate"), Align.RIGHT, False),
    (("Chưa hoàn thành", "Outstanding"), Align.LEFT, True),
    (("Đặc thù", "Exempt"), Align.RIGHT, True),
    (("Chưa rõ", "Unknown"), Align.RIGHT, True),
    (("Tính đến", "As of"), Align.LEFT, True),
    (("Nguồn", "Source"), Align.LEFT, True),
    (("Chú thích", "Notes"), Align.LEFT, True),
    (("YAML", "YAML"), Align.RIGHT, False),
)
STATES = {
    State.DONE: ("Đã hoàn thành", "Done"),
    State.OUTSTANDING: ("Chưa hoàn thành", "Outstanding"),
    State.EXEMPT: ("Đặc thù", "Exempt"),
    State.UNKNOWN: ("Chưa rõ", "Unknown"),
}


class Filters(NamedTuple):
    """Which observations are wanted; an empty filter wants all."""

    indicators: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    as_of: AsOf | None = None

    def wants(self, observation: Observation) -> bool:
        """Whether an observation passes every filter; a date filter wants what lies wholly within it."""
        return (
            (not self.indicators or observation.indicator.id in self.indicators)
            and (not self.groups or observation.group.id in self.groups)
            and (self.as_of is None or _within(observation.as_of, self.as_of))
        )


def _within(inner: AsOf, outer: AsOf) -> bool:
    if not (inner.first and inner.last and outer.first and outer.last):
        return inner.first == outer.first
    return outer.first <= inner.first and inner.last <= outer.last


class StatusView(NamedTuple):
    """A quarter's observations in order."""

    snapshot: Snapshot
    views: tuple[ObservationView, ...]


def view_status(snapshot: Snapshot, definitions: Definitions, filters: Filters, lang: Lang) -> StatusView:
    """The observations of a snapshot that pass the filters."""
    wanted = [observation for observation in snapshot.observations if filters.wants(observation)]
    return StatusView(snapshot, view_observations(wanted, definitions, lang))


def status_page(status: StatusView, data: str, lang: Lang, *, agencies: bool = False) -> Page:
    """The state of a quarter as a page; with `agencies`, every body by name."""
    numbers = Numbers(status.views)
    period = phrases.quarter(status.snapshot.period, lang)
    title = phrases.pick((f"Tình hình thực hiện Nghị quyết 36a, {period}", f"Resolution 36a, state of {period}"), lang)
    return Page(
        lang=lang,
        title=title,
        lead=(f"{phrases.pick(('Dữ liệu', 'Data'), lang)}: {data}", status.snapshot.path),
        sections=tuple(_sections(status.views, numbers, lang, agencies=agencies)),
        footnotes=numbers.footnotes,
        sources=tuple(source_line(number, source, lang) for source, number in numbers.sources),
        headings=phrases.headings(lang),
    )


class Numbers:
    """The numbers by which cells refer to footnotes and sources, in the order of the page."""

    def __init__(self, views: Sequence[ObservationView]) -> None:
        self._notes = {note: None for view in views for note in view.notes}
        self._sources = {view.observation.source.id: view.observation.source for view in views}

    @property
    def footnotes(self) -> tuple[Footnote, ...]:
        """The notes by number."""
        return tuple(Footnote(number, text) for number, text in enumerate(self._notes, 1))

    @property
    def sources(self) -> tuple[tuple[Source, int], ...]:
        """The sources with their numbers."""
        return tuple((source, number) for number, source in enumerate(self._sources.values(), 1))

    def of(self, view: ObservationView) -> str:
        """The numbers of the notes on a figure."""
        order = list(self._notes)
        return " ".join(f"({order.index(note) + 1})" for note in view.notes)

    def source(self, view: ObservationView) -> str:
        """The number of the source of a figure."""
        return f"[{list(self._sources).index(view.observation.source.id) + 1}]"


def _sections(views: Sequence[ObservationView], numbers: Numbers, lang: Lang, *, agencies: bool) -> Iterator[Section]:
    columns = phrases.columns(COLUMNS, lang)
    for indicator in {view.observation.indicator.id: view.observation.indicator for view in views}.values():
        mine = [view for view in views if view.observation.indicator.id == indicator.id]
        rows = tuple(_row(view, numbers, lang) for view in mine)
        heading = f"{phrases.indicator(indicator, lang)} ({indicator.id})"
        blocks: list[Block] = [Table(columns, rows, phrases.indicator(indicator, lang))]
        if agencies:
            blocks += [block for view in mine for block in _bodies(view, numbers, lang)]
        yield Section(heading, tuple(blocks))


def _row(view: ObservationView, numbers: Numbers, lang: Lang) -> tuple[str, ...]:
    seen, counted = view.observation, view.counts
    return (
        who(seen, lang),
        figure_text(seen, lang),
        f"{phrases.number(view.percent, lang, 2)}%" if seen.base and view.percent is not None else "",
        outstanding_text(seen, lang),
        str(seen.exempt.total) if seen.exempt else "",
        str(counted.unknown) if counted and counted.unknown else "",
        when_text(seen, lang),
        f"{numbers.source(view)} {seen.at}",
        numbers.of(view),
        str(seen.location.line),
    )


def who(seen: Observation, lang: Lang) -> str:
    """Whom a figure speaks of: the group, the part of the indicator, and its kind where there are several."""
    parts = [phrases.group(seen.group, lang, short=True), phrases.breakdown(seen.indicator, seen.breakdown, lang)]
    if len(seen.indicator.kind) > 1:
        parts.append(phrases.pick(phrases.KINDS[seen.kind], lang))
    return ", ".join(part for part in parts if part)


def figure_text(seen: Observation, lang: Lang) -> str:
    """The figure as printed with its share; where there is none, how many are named as done."""
    texts = [seen.figure.printed] if seen.figure else []
    if seen.share:
        texts.append(phrases.pick((f"({seen.share.printed.printed})", f"({seen.share.printed.printed})"), lang))
    if not texts and seen.done:
        texts.append(phrases.pick((f"nêu tên {seen.done.total}", f"{seen.done.total} named"), lang))
    return " ".join(texts)


def outstanding_text(seen: Observation, lang: Lang) -> str:
    """How many are outstanding or in progress, and how many of them are named."""
    texts = []
    if listing := seen.outstanding:
        texts.append(phrases.pick(_named_and_unnamed(listing), lang) if listing.unnamed else str(listing.total))
    if seen.in_progress:
        count = seen.in_progress.total
        texts.append(phrases.pick((f"{count} đang thực hiện", f"{count} in progress"), lang))
    return "; ".join(texts)


def _named_and_unnamed(listing: Listing) -> tuple[str, str]:
    named = len(listing.bodies)
    if not named:
        return f"{listing.total}, không nêu tên", f"{listing.total}, unnamed"
    return (
        f"{listing.total}: {named} nêu tên, {listing.unnamed} không nêu tên",
        f"{listing.total}: {named} named, {listing.unnamed} unnamed",
    )


def when_text(seen: Observation, lang: Lang) -> str:
    """The days that a figure speaks of; one that only restates another says so."""
    text = phrases.day(seen.as_of, lang)
    if seen.start:
        text = f"{phrases.day(seen.start, lang)} – {text}"
    repeated = phrases.pick(("nhắc lại", "repeated"), lang)
    return f"{text} ({repeated})" if seen.is_repeated else text


def _bodies(view: ObservationView, numbers: Numbers, lang: Lang) -> Iterator[Block]:
    """Every body of the group by name, state by state; the inferred and the unknown with the reason."""
    if not view.counts:
        return
    seen = view.observation
    yield Paragraph(f"{who(seen, lang)}, {when_text(seen, lang)} {numbers.source(view)}:")
    groups: dict[tuple[State, str], list[BodyStatus]] = {}
    for status in view.counts.statuses:
        reason = phrases.pick(RATIONALES[status.rationale], lang) if status.inferred or status.mention is None else ""
        groups.setdefault((status.state, reason), []).append(status)
    order = list(STATES)
    yield Items(
        tuple(
            _named(state, reason, statuses, lang)
            for (state, reason), statuses in sorted(
                groups.items(), key=lambda item: (order.index(item[0][0]), item[0][1])
            )
        )
    )


def _named(state: State, reason: str, statuses: Sequence[BodyStatus], lang: Lang) -> str:
    names = ", ".join(phrases.body(status.body, lang) for status in statuses)
    why = f"; {reason}" if reason else ""
    return f"{phrases.pick(STATES[state], lang)} ({len(statuses)}{why}): {names}"


def source_line(number: int, source: Source, lang: Lang) -> str:
    """A source with the number by which cells refer to it."""
    entry = source.entry
    day = phrases.day(entry.date, lang) if entry.date else phrases.pick(("không rõ ngày", "date unknown"), lang)
    parts = [entry.number, entry.title, entry.publisher, day, entry.url]
    note = f"; {entry.note}" if entry.note else ""
    return f"[{number}] {', '.join(part for part in parts if part)} ({source.id}){note}"
