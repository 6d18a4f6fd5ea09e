"""The state of a quarter: every observation of it, with who is outstanding, exempt and unknown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.values import NamedTuple
from egov_tracker.views.headlines import leading_of
from egov_tracker.views.observation import RATIONALES, view_observations
from egov_tracker.views.observation_table import ObservationTable
from egov_tracker.views.page import Items, Lang, Page, Section
from egov_tracker.views.phrases import STATES, Phrases

if TYPE_CHECKING:
    from collections.abc import Iterator

    from egov_tracker.inference.body_status import BodyStatus, State
    from egov_tracker.model.observation import Observation, Snapshot
    from egov_tracker.store.ledger import Definitions
    from egov_tracker.text.dates import AsOf
    from egov_tracker.views.observation import ObservationView
    from egov_tracker.views.page import Block


class Filters(NamedTuple):
    """Criteria for observations; an empty one admits all."""

    indicators: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    as_of: AsOf | None = None

    def wants(self, observation: Observation) -> bool:
        """Whether an observation passes every filter; a date filter admits dates wholly within it."""
        return (
            self.wants_indicator(observation.indicator.id)
            and (self.wants_group(observation) or self.names_body(observation))
            and (self.as_of is None or _within(observation.as_of, self.as_of))
        )

    @property
    def admits_all(self) -> bool:
        """Whether nothing is asked for."""
        return not (self.indicators or self.groups or self.as_of)

    def wants_indicator(self, indicator: str | None) -> bool:
        """Whether an indicator is asked for."""
        return not self.indicators or indicator in self.indicators

    def wants_group(self, observation: Observation) -> bool:
        """Whether the group, the cohort or the single body of an observation is asked for."""
        return not self.groups or observation.group.id in self.groups

    def names_body(self, observation: Observation) -> bool:
        """Whether a list of an observation names one of the bodies that are asked for."""
        named = (body.id for listing in observation.listings.values() for body in listing.bodies)
        return any(body in self.groups for body in named)


def _within(inner: AsOf, outer: AsOf) -> bool:
    if not (inner.first and inner.last and outer.first and outer.last):
        return inner.first == outer.first
    return outer.first <= inner.first and inner.last <= outer.last


class StatusView(NamedTuple):
    """A quarter's observations in order; `trace` asks pages for ids and for places in the ledger beside them."""

    snapshot: Snapshot
    views: tuple[ObservationView, ...]
    trace: bool = False


def view_status(snapshot: Snapshot, definitions: Definitions, filters: Filters, lang: Lang) -> StatusView:
    """The observations of a snapshot that pass the filters."""
    wanted = [observation for observation in snapshot.observations if filters.wants(observation)]
    leading = {id(observation) for observation in leading_of(snapshot, definitions)}
    views = view_observations(wanted, definitions, lang)
    return StatusView(snapshot, tuple(view._replace(leads=id(view.observation) in leading) for view in views))


def status_page(status: StatusView, title: str, data: str, lang: Lang, *, agencies: bool) -> Page:
    """Every figure of a quarter as a page; with `agencies`, every body by name."""
    say = Phrases(lang)
    table = ObservationTable(status.views, say, trace=status.trace)
    return Page(
        lang=lang,
        title=title,
        lead=(say.data(data), *((say.file(status.snapshot.path),) if status.trace else ())),
        sections=tuple(_sections(table, agencies=agencies)),
        footnotes=table.footnotes,
        sources=table.sources,
        source_keys=table.source_keys,
        headings=say.headings,
    )


def _sections(table: ObservationTable, *, agencies: bool) -> Iterator[Section]:
    for indicator, views in table.by_indicator():
        name = table.say.indicator(indicator)
        blocks: list[Block] = [table.of(views, name)]
        if agencies:
            blocks += [block for view in views for block in _bodies(view, table)]
        yield Section(f"{name} ({indicator.id})" if table.trace else name, tuple(blocks))


def _bodies(view: ObservationView, table: ObservationTable) -> Iterator[Block]:
    """Every body of the group by name, state by state; the inferred and the unknown with the reason."""
    if not view.counts:
        return
    yield table.introduce(view)
    say, order = table.say, list(STATES)
    together: dict[tuple[int, str], list[BodyStatus]] = {}
    for status in view.counts.statuses:
        reason = "" if status.mention and not status.inferred else say(*RATIONALES[status.rationale])
        together.setdefault((order.index(status.state), reason), []).append(status)
    yield Items(tuple(_named(order[state], reason, together[state, reason], say) for state, reason in sorted(together)))


def _named(state: State, reason: str, statuses: list[BodyStatus], say: Phrases) -> str:
    why = f"; {reason}" if reason else ""
    return f"{say.state(state)} ({len(statuses)}{why}): {say.bodies(status.body for status in statuses)}"
