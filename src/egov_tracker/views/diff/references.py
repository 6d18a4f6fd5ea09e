"""The numbers of sources and notes on the page of a comparison, in the order in which they are first mentioned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.views.observation import notes_of
from egov_tracker.views.page import Footnote

if TYPE_CHECKING:
    from egov_tracker.model.observation import Observation, Source
    from egov_tracker.text.quarters import Quarter
    from egov_tracker.views.phrases import Phrases


class References:
    """Numbers sources and notes as the page mentions them; one that is mentioned twice keeps its number."""

    def __init__(self, say: Phrases, *, silent: bool = False) -> None:
        self._say = say
        self._silent = silent
        self._sources: dict[tuple[Quarter, str], Source] = {}
        self._notes: dict[str, int] = {}

    def marks(self, seen: Observation) -> str:
        """The marks behind what an observation prints: ` [2] (1) (3)`; empty on a page that numbers nothing."""
        if self._silent:
            return ""
        self._sources.setdefault((seen.period, seen.source.id), seen.source)
        number = [*self._sources].index((seen.period, seen.source.id)) + 1
        notes = [self._notes.setdefault(note, len(self._notes) + 1) for note in dict.fromkeys(notes_of(seen))]
        return "".join([f" [{number}]", *(f" ({note})" for note in notes)])

    @property
    def footnotes(self) -> tuple[Footnote, ...]:
        """The notes that were mentioned."""
        return tuple(Footnote(number, note) for note, number in self._notes.items())

    @property
    def sources(self) -> tuple[str, ...]:
        """The sources that were mentioned."""
        return tuple(f"[{number}] {self._say.source(one)}" for number, one in enumerate(self._sources.values(), 1))
