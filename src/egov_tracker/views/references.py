"""The sources and notes of a page that speaks of several quarters, numbered in the order of their first mention."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.views.observation import notes_of
from egov_tracker.views.observation_table import source_key
from egov_tracker.views.page import Footnote

if TYPE_CHECKING:
    from egov_tracker.model.observation import Observation, Source
    from egov_tracker.views.phrases import Phrases


class References:
    """Gives a number to each source of a quarter and to each note, and lists them at the end of the page.

    With `ids`, sources are listed with their places in the ledger.
    """

    def __init__(self, say: Phrases, *, ids: bool = False) -> None:
        self._say = say
        self._ids = ids
        self._numbers: dict[str, int] = {}
        self._sources: list[Source] = []
        self._notes: dict[str, int] = {}

    def place(self, seen: Observation) -> str:
        """The number of the source of an observation, and the place in it: `[2] dòng 4`."""
        return f"{self.number(seen)} {self._say.place(seen.at)}"

    def number(self, seen: Observation) -> str:
        """The number of the source of an observation in brackets."""
        key = source_key(seen)
        if key not in self._numbers:
            self._sources.append(seen.source)
            self._numbers[key] = len(self._sources)
        return f"[{self._numbers[key]}]"

    def notes(self, seen: Observation) -> str:
        """The numbers of what the ledger remarks on an observation: `(1) (2)`."""
        numbers = [self._notes.setdefault(note, len(self._notes) + 1) for note in notes_of(seen)]
        return " ".join(f"({number})" for number in sorted(numbers))

    def marks(self, seen: Observation) -> str:
        """The numbers of its source and of its notes, behind what an observation prints: ` [2] (1) (3)`."""
        return "".join(f" {mark}" for mark in (self.number(seen), self.notes(seen)) if mark)

    @property
    def footnotes(self) -> tuple[Footnote, ...]:
        """The notes under their numbers."""
        return tuple(Footnote(number, self._say.quoted(note)) for note, number in self._notes.items())

    @property
    def source_keys(self) -> tuple[str, ...]:
        """The sources as quarter/id, in the order of their numbers."""
        return tuple(self._numbers)

    @property
    def sources(self) -> tuple[str, ...]:
        """The sources as a list of sources names them; with `ids`, with quarter and id behind."""
        found = enumerate(zip(self._numbers, self._sources, strict=True), 1)
        return tuple(
            f"[{number}] {self._say.source(source)}{f' ({key})' if self._ids else ''}"
            for number, (key, source) in found
        )
