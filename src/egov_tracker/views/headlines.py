"""The headlines of a quarter in the order of a page, with their verdicts, and those that the first screen shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.inference.headlines import build_headlines, verdict_on
from egov_tracker.inference.judged import judge_quarter
from egov_tracker.values import NamedTuple
from egov_tracker.views.observation import line_order

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from egov_tracker.inference.headlines import Headline
    from egov_tracker.inference.judged import Judged
    from egov_tracker.inference.obligations import Verdict
    from egov_tracker.model.catalogue import Indicator
    from egov_tracker.model.obligations import PlacedObligation
    from egov_tracker.model.observation import Observation, Snapshot
    from egov_tracker.store.ledger import Definitions

MOST_LINES = 13  # of the first screen, for headlines and the names of indicators above them


class HeadlineView(NamedTuple):
    """A headline, the verdict on what was due of it, and whether the first screen shows it."""

    headline: Headline
    verdict: Verdict | None
    shown: bool

    @property
    def observation(self) -> Observation:
        """The observation that speaks."""
        return self.headline.observation

    @property
    def observations(self) -> tuple[Observation, ...]:
        """The observation that speaks, its rivals of the same date, and whose list stands beside it."""
        lists = self.headline.lists
        return (self.observation, *self.headline.point.rivals, *([lists] if lists else []))


class QuarterView(NamedTuple):
    """A quarter at a glance: its headlines in the order of a page, and the verdicts on all obligations."""

    snapshot: Snapshot
    headlines: tuple[HeadlineView, ...]
    verdicts: tuple[Verdict, ...]

    @property
    def leading(self) -> tuple[HeadlineView, ...]:
        """The headlines that lead their indicators, whether there is room for them on the first screen or not."""
        by_indicator: dict[str, list[Observation]] = {}
        for view in self.headlines:
            by_indicator.setdefault(view.observation.indicator.id, []).append(view.observation)
        leading = {id(seen) for every in by_indicator.values() for seen in _leading(every)[1]}
        return tuple(view for view in self.headlines if id(view.observation) in leading)

    @property
    def shown(self) -> tuple[HeadlineView, ...]:
        """The headlines of the first screen."""
        return tuple(view for view in self.headlines if view.shown)


def view_quarter(
    snapshots: Sequence[Snapshot], definitions: Definitions, obligations: Sequence[PlacedObligation]
) -> QuarterView:
    """The last of these quarters at a glance; the earlier ones tell what was before, and are evidence for verdicts."""
    return view_judged(snapshots[-1], judge_quarter(snapshots, definitions.registry, obligations), definitions)


def view_judged(snapshot: Snapshot, judged: Judged, definitions: Definitions) -> QuarterView:
    """A quarter at a glance, by what it says in the light of those before it."""
    found, verdicts = judged
    leading = {id(seen) for seen in leading_observations((one.observation for one in found), definitions.catalogue)}
    order = line_order(definitions.catalogue)
    views = (
        HeadlineView(one, verdict_on(one, verdicts, snapshot.period), id(one.observation) in leading) for one in found
    )
    return QuarterView(snapshot, tuple(sorted(views, key=lambda view: order(view.observation))), verdicts)


def leading_of(snapshot: Snapshot, definitions: Definitions) -> tuple[Observation, ...]:
    """The observations of the first screen, by the snapshot alone."""
    return leading_observations((one.observation for one in build_headlines((snapshot,))), definitions.catalogue)


def leading_observations(headlines: Iterable[Observation], catalogue: dict[str, Indicator]) -> tuple[Observation, ...]:
    """The headlines that the first screen has room for, in the order of a page.

    Of each indicator those that lead it, all or none: in the order of the catalogue first the indicators of groups,
    then those of which there is nothing better than what is undated, then those of cohorts and single bodies.
    """
    order = line_order(catalogue)
    by_indicator: dict[str, list[Observation]] = {}
    for seen in sorted(headlines, key=order):
        by_indicator.setdefault(seen.indicator.id, []).append(seen)
    chosen: list[Observation] = []
    for _, bundle in sorted(map(_leading, by_indicator.values()), key=lambda pair: pair[0]):
        if fits([*chosen, *bundle]):
            chosen += bundle
    return tuple(sorted(chosen, key=order))


def fits(headlines: Sequence[Observation]) -> bool:
    """Whether the first screen has room for all of these."""
    return _lines(headlines) <= MOST_LINES


def _leading(every: Sequence[Observation]) -> tuple[int, list[Observation]]:
    """Of the headlines of one indicator those of the least weight, and that weight."""
    weights = [_weight(seen, every) for seen in every]
    least = min(weights)
    return least, [seen for seen, weight in zip(every, weights, strict=True) if weight == least]


def _weight(seen: Observation, every: Sequence[Observation]) -> int:
    """0 for a group's own figure; 1 where it is undated, or counted in or overtaken by another; 2 for other bodies."""
    if seen.group.cohort or seen.group.body:
        return 2
    others = [one for one in every if one is not seen]
    return int(not seen.as_of.first or any(_overtakes(one, seen) or _contains(one, seen) for one in others))


def _overtakes(later: Observation, seen: Observation) -> bool:
    return not (later.group.cohort or later.group.body) and seen.as_of.is_before(later.as_of)


def _contains(larger: Observation, seen: Observation) -> bool:
    """Whether a figure counts what another one counts a part of, such as what came in and what of it was answered."""
    codes = seen.indicator.dimensions
    within = tuple((name, codes[name].codes[value].within or value) for name, value in seen.breakdown)
    return larger.breakdown == within != seen.breakdown and (larger.group, larger.kind) == (seen.group, seen.kind)


def _lines(chosen: Sequence[Observation]) -> int:
    """A line for each headline, and one for the name of an indicator that has several."""
    indicators = [seen.indicator.id for seen in chosen]
    return len(chosen) + sum(indicators.count(one) > 1 for one in set(indicators))
