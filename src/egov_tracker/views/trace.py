"""From a figure back to its source: the words that print it, the lines around them, the document, the line of YAML."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from egov_tracker.errors import EgovError, expected
from egov_tracker.model.anchored import Anchored, all_spans, anchored_fields, figure_spans
from egov_tracker.reading.layout import annex_title
from egov_tracker.store.archive import Archived, ArchiveError, open_archived
from egov_tracker.text.passages import apart, marked
from egov_tracker.values import NamedTuple
from egov_tracker.views.page import RIGID, Align, Items, Page, Paragraph, Section, Table
from egov_tracker.views.phrases import Phrases, plural

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from egov_tracker.model.observation import Observation, Snapshot
    from egov_tracker.store.archive import Understanding
    from egov_tracker.store.discovery import DataFolder
    from egov_tracker.text.passages import LineOfText, Span
    from egov_tracker.views.page import Block, Lang
    from egov_tracker.views.phrases import Titles
    from egov_tracker.views.record_types import ArchiveRecord, PassageRecord, TracedRecord, TraceRecord

FIELDS = {
    "value": ("số liệu", "value"),
    "share": ("tỷ lệ", "share"),
    "done": ("đã hoàn thành", "done"),
    "exempt": ("đặc thù", "exempt"),
    "outstanding": ("chưa hoàn thành", "outstanding"),
    "in_progress": ("đang thực hiện", "in progress"),
    "as_of": ("thời điểm", "as of"),
}
LIST: Titles = (
    (("Số", "No."), Align.RIGHT, RIGID),
    (("Số liệu", "Figure"), Align.LEFT),
    (("Nội dung", "What it says"), Align.LEFT),
    (("Nguồn", "Source"), Align.LEFT),
    (("Đối chiếu", "Held against"), Align.LEFT),
    (("Dòng YAML", "Line of YAML"), Align.RIGHT, RIGID),
)
PLACES: Titles = (
    (("Trường", "Field"), Align.LEFT, RIGID),
    (("In trong nguồn", "Printed in the source"), Align.LEFT),
    (("Trang", "Page"), Align.RIGHT, RIGID),
    (("Dòng", "Line"), Align.RIGHT, RIGID),
    (("Ký tự", "Characters"), Align.RIGHT, RIGID),
)


class Traced(NamedTuple):
    """A figure of a quarter by its number in the file, and what the archive has of its source."""

    number: int
    seen: Observation
    archived: Archived | ArchiveError | None

    @property
    def spans(self) -> tuple[Span, ...]:
        """Every place in the text from which something was taken."""
        return all_spans(self.seen.anchors) if self.seen.anchors else ()

    @property
    def places(self) -> tuple[Anchored, ...]:
        """What stands where in the text: fields as printed, and the words behind the date."""
        dated = _dated(self.seen, self.archived)
        return (*(each for each in anchored_fields(self.seen) if each.span), *dated)

    @property
    def quote(self) -> tuple[LineOfText, ...]:
        """The lines that print it with those around them, the line of its date, the title of its annex."""
        anchors = self.seen.anchors
        if not anchors or not isinstance(self.archived, Archived):
            return ()
        figures = figure_spans(anchors)
        title = annex_title(self.archived.text, min(figures)[0]) if self.archived.text and figures else ()
        dated = (anchors.as_of,) if anchors.as_of else ()
        return self.archived.lines_around(figures, (*dated, *title))


class Trace(NamedTuple):
    """Figures of a quarter with their sources; `single` where one was asked for."""

    snapshot: Snapshot
    figures: tuple[Traced, ...]
    single: bool


def _dated(seen: Observation, archived: Archived | ArchiveError | None) -> Iterator[Anchored]:
    if seen.anchors and seen.anchors.as_of and isinstance(archived, Archived):
        words = archived.passage(seen.anchors.as_of) or ""
        yield Anchored("as_of", words, seen.locations.get("as_of", seen.location), seen.anchors.as_of)


def view_trace(
    snapshot: Snapshot, sources: Path, number: int | None = None, understand: Understanding | None = None
) -> Trace:
    """Trace all figures of a quarter, or the one of a number; `sources` is the folder of the archive.

    Figures are numbered in the order of the file, the cells of a table one by one. `EgovError` for a number beyond.
    `understand` may know the files beside its texts already.
    """
    count = len(snapshot.observations)
    if number is not None and not 1 <= number <= count:
        there = f"one of the {plural(count, 'figure')} of {snapshot.period}"
        raise EgovError(expected(there, f"number {number}"))
    wanted = [(at, seen) for at, seen in enumerate(snapshot.observations, 1) if number in {None, at}]
    traced = {seen.source.id: seen.source for _, seen in wanted}
    known = {name: open_archived(sources, source, understand) for name, source in traced.items()}
    figures = (Traced(at, seen, known[seen.source.id]) for at, seen in wanted)
    return Trace(snapshot, tuple(figures), single=number is not None)


def trace_page(trace: Trace, folder: DataFolder, lang: Lang) -> Page:
    """The page of one figure with its quote, or the list of all figures of the quarter."""
    say = Phrases(lang)
    quarter, data = say.quarter(trace.snapshot.period), folder.title
    if trace.single:
        traced = trace.figures[0]
        title = say(f"Truy nguồn số liệu {traced.number}, {quarter}", f"Figure {traced.number} of {quarter}, traced")
        return Page(lang, title, (say.data(data),), tuple(_sections(traced, folder, say)))
    title = say(f"Truy nguồn số liệu, {quarter}", f"Figures of {quarter}, traced")
    rows = tuple(_row(traced, say) for traced in trace.figures)
    heading = say("Từng số liệu", "Figure by figure")
    section = Section(heading, (Table(say.columns(LIST), rows, heading),))
    return Page(lang, title, (say.data(data),), (section,))


def _row(traced: Traced, say: Phrases) -> tuple[str, ...]:
    seen = traced.seen
    what = f"{say.subject(seen)}; {say.days(seen)}"
    held = _held(traced, say)
    return (str(traced.number), say.value(seen), what, f"{seen.source.id}, {seen.at}", held, str(seen.location.line))


def _held(traced: Traced, say: Phrases) -> str:
    """Against what a figure was held, in a word."""
    if isinstance(traced.archived, ArchiveError):
        return say("bản lưu sai", "archive faulty")
    if not traced.archived:
        return say("chưa lưu", "not archived")
    if not traced.spans:
        return say("chưa đánh dấu", "no anchor")
    return say("toàn văn", "whole text") if traced.archived.text is not None else say("đoạn trích", "quote")


def _sections(traced: Traced, folder: DataFolder, say: Phrases) -> Iterator[Section]:
    seen = traced.seen
    place = f"{folder.within(Path(seen.location.path))}:{seen.location.line}"
    facts = (
        f"{say.subject(seen)}; {say.days(seen)}: {say.value(seen)}",
        say(f"Sổ: {place}", f"Ledger: {place}"),
    )
    yield Section(say("Số liệu", "Figure"), (Items(facts),))
    yield Section(say("Nguyên văn trong nguồn", "In the words of the source"), tuple(_quoted(traced, folder, say)))
    yield Section(say("Nguồn", "Source"), (Items(tuple(_source(traced, folder, say))),))


def _quoted(traced: Traced, folder: DataFolder, say: Phrases) -> Iterator[Block]:
    archived = traced.archived
    if isinstance(archived, ArchiveError):
        why = str(archived).replace(str(folder.sources), folder.within(folder.sources))
        yield Paragraph(say(f"Không đối chiếu được: {why}.", f"It cannot be held against its source: {why}."))
    elif not isinstance(archived, Archived) or not traced.quote:
        yield Paragraph(_why_not(traced, say))
    else:
        spans = apart(traced.spans)
        yield Items(tuple(f"{line.number} │ {marked(line, spans)}" for line in traced.quote))
        caption = say("Những chữ nằm giữa ‹ và › trong đoạn trích", "The words between ‹ and › in the quote")
        rows = tuple(_place(each, archived, say) for each in _figures(traced.places, say))
        columns = say.columns(PLACES if archived.file.pages else (*PLACES[:2], *PLACES[3:]))
        yield Table(columns, rows, caption)


def _why_not(traced: Traced, say: Phrases) -> str:
    if traced.archived:
        return say(
            "Số liệu này chưa được đánh dấu trong bản lưu của nguồn.",
            "The figure has no anchor in the archived text of its source.",
        )
    return say("Nguồn này chưa được lưu.", "The source is not archived.")


def _figures(places: Iterable[Anchored], say: Phrases) -> Iterator[Anchored]:
    """What stands where, the names of a list together: each of them is marked in the quote."""
    for (_, is_name), group in groupby(places, key=lambda each: (each.field, each.is_name)):
        found = [*group]
        if not is_name or len(found) == 1:
            yield from found
        else:
            spans = [each.span for each in found if each.span]
            count = say(f"{len(found)} tên", plural(len(found), "name"))
            yield found[0]._replace(printed=count, span=(min(spans)[0], max(spans)[1]))


def _place(each: Anchored, archived: Archived, say: Phrases) -> tuple[str, ...]:
    start, end = each.span or (0, 0)
    pages = (_range(archived.page_of(start), archived.page_of(end - 1)),) if archived.file.pages else ()
    lines = _range(archived.line_of(start), archived.line_of(end - 1))
    return (say(*FIELDS[each.field]), each.printed, *pages, lines, f"{start}–{end}")


def _range(first: int | None, last: int | None) -> str:
    return str(first or "") if first == last or not last else f"{first}–{last}"


def _source(traced: Traced, folder: DataFolder, say: Phrases) -> Iterator[str]:
    seen, archived = traced.seen, traced.archived
    yield f"{seen.source.id}: {say.source(seen.source)}; {seen.at}"
    if not isinstance(archived, Archived):
        return
    kept = say("toàn văn", "whole text") if archived.text is not None else say("chỉ đoạn trích", "quotes only")
    yield f"{say('Bản lưu', 'Archived')}: {folder.within(archived.folder)} ({kept})"
    yield say(f"SHA-256 của văn bản: {archived.file.text_sha256}", f"SHA-256 of the text: {archived.file.text_sha256}")
    yield say(f"SHA-256 của tệp gốc: {archived.file.sha256}", f"SHA-256 of the document: {archived.file.sha256}")
    yield say(f"Trích xuất: {archived.file.extractor}", f"Extracted by: {archived.file.extractor}")


def trace_record(trace: Trace, folder: DataFolder) -> TraceRecord:
    """Figures of a quarter with the passages that print them."""
    from egov_tracker.views.records import envelope_record

    return {
        **envelope_record(folder),
        "quarter": str(trace.snapshot.period),
        "figures": [traced_record(traced) for traced in trace.figures],
    }


def traced_record(traced: Traced) -> TracedRecord:
    """One figure with its passages."""
    from egov_tracker.views.records import identity_record, origin_record, time_record

    seen, archived = traced.seen, traced.archived
    return {
        "number": traced.number,
        **identity_record(seen),
        **time_record(seen),
        "printed": seen.figure.printed if seen.figure else None,
        **origin_record(seen),
        "archive": _archive_record(archived) if isinstance(archived, Archived) else None,
        "fault": str(archived) if isinstance(archived, ArchiveError) else None,
        "passages": list(_passages(traced)),
        "quote": [{"line": line.number, "text": line.text} for line in traced.quote],
    }


def _archive_record(archived: Archived) -> ArchiveRecord:
    file = archived.file
    return {
        "path": str(archived.folder),
        "whole": archived.text is not None,
        "sha256": file.sha256,
        "text_sha256": file.text_sha256,
        "extractor": file.extractor,
    }


def _passages(traced: Traced) -> Iterator[PassageRecord]:
    archived = traced.archived
    for each in traced.places if isinstance(archived, Archived) else ():
        assert isinstance(archived, Archived)  # noqa: S101 - as asked above
        start, end = each.span or (0, 0)
        yield {
            "field": each.field,
            "printed": each.printed,
            "start": start,
            "end": end,
            "line": archived.line_of(start),
            "page": archived.page_of(start),
        }
