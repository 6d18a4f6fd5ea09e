"""Observations as rows of a page, with the numbers of their footnotes and sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.views.page import RIGID, Align, Footnote, Paragraph, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from egov_tracker.inference.body_status import Counts
    from egov_tracker.model.catalogue import Indicator
    from egov_tracker.model.observation import Observation
    from egov_tracker.views.observation import ObservationView
    from egov_tracker.views.phrases import Phrases

CELLS = (
    (("Cơ quan", "Bodies"), Align.LEFT),
    (("Số liệu", "Figure"), Align.LEFT),
    (("Tỷ lệ tính lại", "Rate, recomputed"), Align.RIGHT),
    (("Chưa hoàn thành", "Outstanding"), Align.LEFT),
    (("Đặc thù", "Exempt"), Align.RIGHT),
    (("Chưa rõ", "Unknown"), Align.RIGHT),
    (("Tính đến", "As of"), Align.LEFT),
    (("Nguồn", "Source"), Align.LEFT),
    (("Chú thích", "Notes"), Align.LEFT),
)
YAML_LINE = (("YAML", "YAML"), Align.RIGHT, RIGID)


class ObservationTable:
    """The observations of a page in its order; a note or a source that several share has one number.

    With `trace` each source ends with the id by which the ledger knows it, and each row with its line of YAML;
    `bare_sources` are without their notes.
    """

    def __init__(self, views: Sequence[ObservationView], say: Phrases, *, trace: bool = False) -> None:
        self.say = say
        self.trace = trace
        self._views = views
        sources = {source_key(view.observation): view.observation.source for view in views}
        quarters = {view.observation.period for view in views}
        self._sources = {key: number for number, key in enumerate(sources, 1)}
        self.source_keys = tuple(sources)
        self._notes = {
            note: number for number, note in enumerate(dict.fromkeys(note for view in views for note in view.notes), 1)
        }
        self.footnotes = tuple(Footnote(number, say.quoted(note)) for note, number in self._notes.items())
        self.bare_sources = tuple(
            f"[{number}] {say.source(source)}" + (f" ({key if len(quarters) > 1 else source.id})" if trace else "")
            for number, (key, source) in enumerate(sources.items(), 1)
        )
        self.sources = tuple(
            f"{text}; {say.quoted(source.entry.note)}" if source.entry.note else text
            for text, source in zip(self.bare_sources, sources.values(), strict=True)
        )

    @property
    def traced(self) -> ObservationTable:
        """The same table with ids and lines of YAML."""
        return ObservationTable(self._views, self.say, trace=True)

    def by_indicator(self) -> Iterator[tuple[Indicator, tuple[ObservationView, ...]]]:
        """Each indicator with its observations, in the order of the page."""
        for indicator in {view.observation.indicator.id: view.observation.indicator for view in self._views}.values():
            yield indicator, tuple(view for view in self._views if view.observation.indicator.id == indicator.id)

    def of(self, views: Iterable[ObservationView], caption: str) -> Table:
        """The table of some of the observations: a row each."""
        columns = (*CELLS, YAML_LINE) if self.trace else CELLS
        return Table(self.say.columns(columns), tuple(map(self._traced, views)), caption)

    def _traced(self, view: ObservationView) -> tuple[str, ...]:
        return (*self.row(view), *((str(view.observation.location.line),) if self.trace else ()))

    def row(self, view: ObservationView) -> tuple[str, ...]:
        """The cells of an observation under the titles of `CELLS`."""
        seen, counted, say = view.observation, view.counts, self.say
        return (
            say.who(seen),
            say.figure(seen),
            say.percent(view.percent) if seen.base and view.percent is not None else "",
            say.outstanding(seen),
            str(seen.exempt.total) if seen.exempt else "",
            unknown_text(counted),
            say.when(seen),
            f"{self.source(view)} {say.place(seen.at)}",
            " ".join(f"({number})" for number in self.note_numbers(view)),
        )

    def note_numbers(self, view: ObservationView) -> list[int]:
        """The numbers of the notes on an observation, in their order."""
        return sorted(self._notes[note] for note in view.notes)

    def introduce(self, view: ObservationView) -> Paragraph:
        """The line above a list of the bodies of an observation."""
        return Paragraph(f"{self.place(view)}:")

    def place(self, view: ObservationView) -> str:
        """Of whom, of when and by which source an observation speaks."""
        return f"{self.say.who(view.observation)}, {self.say.when(view.observation)} {self.source(view)}"

    def source(self, view: ObservationView) -> str:
        """The number of the source of an observation in brackets."""
        return f"[{self._sources[source_key(view.observation)]}]"


def source_key(seen: Observation) -> str:
    """The source of an observation as other quarters name it: quarter/id."""
    return f"{seen.period}/{seen.source.id}"


def unknown_text(counted: Counts | None) -> str:
    """How many bodies are unknown one by one; a dash where the source says nothing of single bodies."""
    if not counted:
        return ""
    return "–" if counted.unknown is None else str(counted.unknown or "")


def without_empty_columns(table: Table) -> Table:
    """The table without the columns in which nothing stands."""
    kept = [number for number in range(len(table.columns)) if any(row[number] for row in table.rows)]
    rows = tuple(tuple(row[number] for number in kept) for row in table.rows)
    return Table(tuple(table.columns[number] for number in kept), rows, table.caption)
