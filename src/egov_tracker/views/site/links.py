"""Where the texts of a site lead: bodies, indicators, quarters and sources by the names that pages call them."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Self

from egov_tracker.text.dates import parse_as_of
from egov_tracker.views.lineage import with_life

if TYPE_CHECKING:
    from collections.abc import Sequence

    from egov_tracker.model.observation import Snapshot
    from egov_tracker.model.registry import Body, Registry
    from egov_tracker.text.quarters import Quarter
    from egov_tracker.views.phrases import Phrases
    from egov_tracker.views.trend.lines import TrendView

HOME, BODIES, SUBJECTS, SOURCES = "index.html", "bodies.html", "indicators.html", "sources.html"
OBLIGATIONS, REMINDERS, FINDINGS = "obligations.html", "reminders.html", "findings.html"
DOWNLOADS, ABOUT, SEARCH = "downloads.html", "about.html", "search.html"


class Linked(str):
    """A text that leads to a page of the site, or to a place in one."""

    __slots__ = ("path",)
    path: str

    def __new__(cls, text: str, path: str) -> Self:
        """The text, and the path from the root of the site."""
        made = super().__new__(cls, text)
        made.path = path
        return made


def quarter_path(quarter: Quarter) -> str:
    """The page of a quarter."""
    return f"q/{quarter}.html"


def body_path(id_: str) -> str:
    """The page of a body."""
    return f"b/{id_}.html"


def subject_path(name: str) -> str:
    """The page of an indicator or a series."""
    return f"i/{name}.html"


def source_path(key: str) -> str:
    """The page of a source named as quarter/id."""
    return f"s/{key.replace('/', '-', 1)}.html"


@dataclass(frozen=True)
class Links:
    """The pages that texts lead to; only pages that there are."""

    snapshots: Sequence[Snapshot]
    bodies: Sequence[Body]
    subjects: Sequence[TrendView]
    registry: Registry
    say: Phrases
    _of_quarter: dict[Quarter, dict[str, str]] = field(default_factory=dict)

    @cached_property
    def body_paths(self) -> dict[str, str]:
        """The pages of bodies by id."""
        return {body.id: body_path(body.id) for body in self.bodies}

    @cached_property
    def indicator_paths(self) -> dict[str, str]:
        """The pages of indicators by id: those of their series where they have one."""
        return {one.id: subject_path(view.subject.name) for view in self.subjects for one in view.subject.indicators}

    @cached_property
    def _fixed(self) -> dict[str, str]:
        """What means the same on every page: indicators, quarters, bodies with their years."""
        say = self.say
        found = {
            name: self.indicator_paths[one.id]
            for view in self.subjects
            for one in view.subject.indicators
            for name in (say.short(one), say.indicator(one))
        }
        for snapshot in self.snapshots:
            quarter, path = snapshot.period, quarter_path(snapshot.period)
            found |= dict.fromkeys((str(quarter), say.quarter(quarter), short_quarter(quarter)), path)
        return found | {with_life(body, say): body_path(body.id) for body in self.bodies}

    @cached_property
    def everywhere(self) -> dict[str, str]:
        """What is meant on pages of all times: of several bodies of one name none."""
        found: dict[str, str] = {}
        shared: set[str] = set()
        for body in self.bodies:
            for name in {self.say.body(body), self.say(body.display, body.name_en)}:
                if found.setdefault(name, self.body_paths[body.id]) != self.body_paths[body.id]:
                    shared.add(name)
        return {name: path for name, path in found.items() if name not in shared} | self._fixed

    def of_quarter(self, quarter: Quarter) -> dict[str, str]:
        """What is meant on the page of a quarter: the bodies of that time."""
        if quarter not in self._of_quarter:
            when = parse_as_of(str(quarter))
            there = (body for body in self.bodies if body.existed(when))
            names = {self.say.body(body): self.body_paths[body.id] for body in there}
            self._of_quarter[quarter] = names | self._fixed
        return self._of_quarter[quarter]


def short_quarter(quarter: Quarter) -> str:
    """A quarter as the head of a column: 16 Q2."""
    return f"{quarter.year % 100:02} Q{quarter.number}"
