"""What the parts of a report share: the quarter, what is asked for, and the numbers of sources and notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.inference.outstanding import outstanding_bodies
from egov_tracker.values import NamedTuple
from egov_tracker.views.findings import view_contradictions
from egov_tracker.views.headlines import HeadlineView, QuarterView, view_judged
from egov_tracker.views.observation import notes_of, view_observations
from egov_tracker.views.observation_table import ObservationTable
from egov_tracker.views.phrases import Phrases

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from egov_tracker.checks.examined import Examined
    from egov_tracker.inference.obligations import Verdict
    from egov_tracker.inference.outstanding import Waiting
    from egov_tracker.model.catalogue import Indicator
    from egov_tracker.model.findings import Location
    from egov_tracker.model.observation import Observation, Snapshot
    from egov_tracker.store.ledger import Definitions
    from egov_tracker.views.observation import ObservationView
    from egov_tracker.views.page import Footnote, Lang
    from egov_tracker.views.status import Filters


class ReportView(NamedTuple):
    """A quarter for its report: what passes the filters, and the numbers of sources and notes, the headlines' first."""

    snapshots: tuple[Snapshot, ...]
    definitions: Definitions
    filters: Filters
    quarter: QuarterView
    headlines: tuple[HeadlineView, ...]
    verdicts: tuple[Verdict, ...]
    views: tuple[ObservationView, ...]
    told: tuple[ObservationView, ...]
    table: ObservationTable
    questions: Mapping[Location, tuple[str, ...]]
    say: Phrases

    @property
    def snapshot(self) -> Snapshot:
        """The snapshot that is reported on."""
        return self.snapshots[-1]

    @property
    def waiting(self) -> tuple[Waiting, ...]:
        """The bodies that are outstanding, as far as they and their indicators are asked for."""
        every = outstanding_bodies(self.snapshot, self.definitions.registry)
        kept = (one._replace(observations=self._wanted(one)) for one in every)
        return tuple(one for one in kept if one.observations)

    def _wanted(self, waiting: Waiting) -> dict[str, Observation]:
        groups, body = self.filters.groups, waiting.body.id
        return {
            name: seen
            for name, seen in waiting.observations.items()
            if self.filters.wants_indicator(name)
            and (not groups or body in groups or (seen.group.id in groups and not _is_one(groups, self.definitions)))
        }

    def by_indicator(self, views: Iterable[HeadlineView]) -> Iterator[tuple[Indicator, tuple[HeadlineView, ...]]]:
        """Headlines by their indicators, in the order of the page."""
        found: dict[str, list[HeadlineView]] = {}
        for view in views:
            found.setdefault(view.observation.indicator.id, []).append(view)
        for together in found.values():
            yield together[0].observation.indicator, tuple(together)

    def references(self, observations: Iterable[Observation]) -> str:
        """The numbers of the sources and notes of observations: `[2] (1)`."""
        wanted = [view for seen in observations for view in self.views if view.observation is seen]
        numbers = dict.fromkeys(self.table.source(view) for view in wanted)
        notes = dict.fromkeys(number for view in wanted for number in self._notes(view))
        return " ".join((*numbers, *(f"({number})" for number in sorted(notes))))

    def _notes(self, view: ObservationView) -> list[int]:
        return self.table.note_numbers(view._replace(notes=_remarks(view, self.questions)))

    @property
    def footnotes(self) -> tuple[Footnote, ...]:
        """The notes on the headlines; those on other figures stand in the annex."""
        told = {number for view in self.told for number in self._notes(view)}
        return tuple(note for note in self.table.footnotes if note.number in told)

    @property
    def source_count(self) -> int:
        """How many sources the headlines have: the first of all."""
        return len({self.table.source(view) for view in self.told})


def _is_one(groups: Sequence[str], definitions: Definitions) -> bool:
    return any(name in definitions.registry.by_id for name in groups)


def view_report(
    snapshots: Sequence[Snapshot],
    definitions: Definitions,
    examined: Examined,
    filters: Filters,
    lang: Lang,
) -> ReportView:
    """The last of these quarters for its report, by what was found in it."""
    snapshot, say = snapshots[-1], Phrases(lang)
    quarter = view_judged(snapshot, examined.judged, definitions)
    wanted_headlines = tuple(view for view in quarter.headlines if any(map(filters.wants, view.observations)))
    headlines = quarter._replace(headlines=wanted_headlines).leading
    questions = view_contradictions(examined.contradictions, snapshot, lang)
    wanted = [seen for seen in snapshot.observations if filters.wants(seen)]
    leading = {id(view.observation) for view in quarter.shown}
    viewed = view_observations(wanted, definitions, lang, questions)
    views = tuple(view._replace(leads=id(view.observation) in leading) for view in viewed)
    spoken = {id(seen) for view in headlines for seen in view.observations}
    told = tuple(view for view in views if id(view.observation) in spoken)
    remarked = (view._replace(notes=_remarks(view, questions)) for view in told)
    numbered = (*remarked, *views)
    return ReportView(
        snapshots=tuple(snapshots),
        definitions=definitions,
        filters=filters,
        quarter=quarter,
        headlines=headlines,
        verdicts=tuple(one for one in quarter.verdicts if _is_asked_for(one, filters)),
        views=views,
        told=told,
        table=ObservationTable(tuple(numbered), say),
        questions=questions,
        say=say,
    )


def _remarks(view: ObservationView, questions: Mapping[Location, tuple[str, ...]]) -> tuple[str, ...]:
    """The notes that say something of the sources, apart from why something can or cannot be inferred."""
    return (*notes_of(view.observation), *questions.get(view.observation.location, ()))


def _is_asked_for(verdict: Verdict, filters: Filters) -> bool:
    bound = verdict.obligation
    return (not filters.indicators or bound.indicator in filters.indicators) and (
        not filters.groups or bound.group in filters.groups
    )
