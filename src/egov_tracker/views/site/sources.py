"""The page of a source: what document it is, and every figure and every name that the ledger takes from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.values import NamedTuple
from egov_tracker.views.observation_table import CELLS, ObservationTable, without_empty_columns
from egov_tracker.views.page import Align, Items, Page, Section, Table
from egov_tracker.views.site.links import Linked, quarter_path, source_path

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from egov_tracker.model.observation import Snapshot, Source
    from egov_tracker.text.quarters import Quarter
    from egov_tracker.views.observation import ObservationView
    from egov_tracker.views.page import Block
    from egov_tracker.views.phrases import Phrases

INDICATOR = (("Chỉ tiêu", "Indicator"), Align.LEFT)
LISTS = {
    "done": ("đã hoàn thành", "done"),
    "exempt": ("đặc thù", "exempt"),
    "outstanding": ("chưa hoàn thành", "outstanding"),
    "in_progress": ("đang thực hiện", "in progress"),
}


class SourceUse(NamedTuple):
    """A source of a quarter, and the observations that come from it."""

    quarter: Quarter
    source: Source
    views: tuple[ObservationView, ...]

    @property
    def key(self) -> str:
        """The source as other quarters name it."""
        return f"{self.quarter}/{self.source.id}"


def used_sources(snapshot: Snapshot, views: Iterable[ObservationView]) -> Iterator[SourceUse]:
    """Every source of a quarter, in the order of `sources`, with what is taken from it in the order of a page."""
    taken: dict[str, list[ObservationView]] = {name: [] for name in snapshot.sources}
    for view in views:
        taken[view.observation.source.id].append(view)
    for name, source in snapshot.sources.items():
        yield SourceUse(snapshot.period, source, tuple(taken[name]))


def source_page(use: SourceUse, say: Phrases) -> Page:
    """The document, the figures taken from it, and whom it names."""
    table = ObservationTable(use.views, say)
    heading = say("Số liệu lấy từ văn bản này", "Figures taken from this document")
    return Page(
        lang=say.lang,
        title=title_of(use.source),
        lead=(),
        sections=(Section(say("Văn bản", "Document"), (Items(tuple(_facts(use, say))),)), *_taken(use, table, heading)),
        footnotes=table.footnotes,
        headings=say.headings,
    )


def title_of(source: Source) -> str:
    """Number and title of a document."""
    return ", ".join(part for part in (source.entry.number, source.entry.title) if part)


def _facts(use: SourceUse, say: Phrases) -> Iterator[str]:
    entry = use.source.entry
    yield Linked(say.quarter(use.quarter), quarter_path(use.quarter))
    for (vi, en), value in (
        (("Nơi phát hành", "Publisher"), entry.publisher),
        (("Ngày", "Date"), say.day(entry.date) if entry.date else say("không rõ", "unknown")),
        (("Số liệu của", "Figures of"), entry.reports),
        (("Ghi chú", "Note"), entry.note),
    ):
        if value:
            yield f"{say(vi, en)}: {value}"
    if entry.url:
        yield Linked(entry.url, entry.url)
    for (vi, en), name in ((("Nhắc lại", "Repeats"), entry.repeats), (("Thay thế", "Replaces"), entry.supersedes)):
        if name:
            key = name if "/" in name else f"{use.quarter}/{name}"
            yield Linked(f"{say(vi, en)}: {name}", source_path(key))


def _taken(use: SourceUse, table: ObservationTable, heading: str) -> Iterator[Section]:
    if not use.views:
        return
    say = table.say
    rows = tuple((say.indicator(view.observation.indicator), *table.row(view)) for view in use.views)
    blocks: list[Block] = [without_empty_columns(Table(say.columns((INDICATOR, *CELLS)), rows, heading))]
    names = tuple(text for view in use.views for text in _named(view, say))
    yield Section(heading, tuple(blocks))
    if names:
        yield Section(say("Cơ quan được nêu tên", "Bodies named"), (Items(names),))


def _named(view: ObservationView, say: Phrases) -> Iterator[str]:
    """Whom each list of an observation names."""
    seen = view.observation
    for field, listing in seen.listings.items():
        if listing.bodies:
            what = say(*LISTS[field])
            yield f"{say.subject(seen)}, {what} ({len(listing.bodies)}): {say.bodies(listing.bodies)}"
