"""Compare two snapshots, the old one first, and yield the changes."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from egov_tracker.changes.bodies import compare_lists
from egov_tracker.changes.figures import compare_figures
from egov_tracker.changes.matching import match_path, match_revisions
from egov_tracker.changes.model import Appeared, Disappeared, Reorganised
from egov_tracker.changes.obligations import compare_obligations
from egov_tracker.changes.reorganisation import compare_maps, is_backwards
from egov_tracker.inference.obligations import History, judge_at
from egov_tracker.inference.timeline import Aspect, content, series_key
from egov_tracker.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from egov_tracker.changes.matching import Match
    from egov_tracker.changes.model import Change, Compared, Pair
    from egov_tracker.inference.obligations import Verdict
    from egov_tracker.model.obligations import PlacedObligation
    from egov_tracker.model.observation import Snapshot
    from egov_tracker.model.registry import Registry
    from egov_tracker.store.ledger import Definitions
    from egov_tracker.text.quarters import Quarter


class Route(NamedTuple):
    """How to get from the old side to the new one: through which quarters, and with `every` by all dated figures.

    `verdicts` are those at the end of both quarters, by all that was known by then; where there are none, obligations
    are judged by the quarters of the route.
    """

    between: tuple[Snapshot, ...] = ()
    every: bool = False
    verdicts: Mapping[Quarter, Sequence[Verdict]] = MappingProxyType({})


DIRECT = Route()


def compare_snapshots(
    old: Snapshot,
    new: Snapshot,
    definitions: Definitions,
    obligations: Sequence[PlacedObligation] = (),
    route: Route = DIRECT,
) -> Iterator[Change]:
    """Everything that changed, is unchanged or cannot be compared from the old snapshot to the new one.

    The headline of each quarter of the route is compared with that of the next. Two states of one quarter's file are
    compared observation by observation instead.
    """
    path = (old, *route.between, new)
    revised = old.period == new.period
    found = match_revisions(old, new) if revised else match_path(path, definitions, every=route.every)
    told: set[tuple[object, ...]] = set()
    for match in found.matches:
        if not _is_same(match.pair):
            change = compare_maps(match.pair, definitions.registry)
            if change and (untold := _untold(change, told)):
                yield untold
            yield from _compare(match, definitions.registry)
    yield from map(Disappeared, found.only_old)
    yield from map(Appeared, found.only_new)
    if not revised:
        sides, history = (old.period, new.period), History(path, definitions.registry)
        verdicts = route.verdicts or judge_at(sides, obligations, history)
        yield from compare_obligations(*sides, verdicts)


def _untold(change: Reorganised, told: set[tuple[object, ...]]) -> Reorganised | None:
    """What of a reorganisation is not yet told of its series, and then is; None where all of it is.

    A figure and a list of one group pass through the same mergers. Where two series follow each other they are told of
    the later one, whichever side that stands on.
    """
    old, new = change.pair.old, change.pair.new
    series = series_key(old if is_backwards(old, new) else new)

    def is_new(*what: str) -> bool:
        known = (series, what) in told
        told.add((series, what))
        return not known

    mergers = tuple(one for one in change.mergers if is_new("merged", one.body.id, *(part.id for part in one.parts)))
    created = tuple(body for body in change.created if is_new("created", body.id))
    dissolved = tuple(body for body in change.dissolved if is_new("dissolved", body.id))
    return Reorganised(change.pair, mergers, created, dissolved) if mergers or created or dissolved else None


def _is_same(pair: Pair) -> bool:
    """Whether both observations are of one quarter and have the same content."""
    return pair.old.period == pair.new.period and content(pair.old) == content(pair.new)


def _compare(match: Match, registry: Registry) -> Iterator[Compared]:
    if match.aspect is Aspect.FIGURE:
        yield compare_figures(match.pair)
    elif lists := compare_lists(match.pair, registry):
        yield lists
