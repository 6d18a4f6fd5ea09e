"""Compare two snapshots, the old one first, and yield the changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from egov_tracker.changes.bodies import compare_lists
from egov_tracker.changes.figures import compare_figures
from egov_tracker.changes.matching import match_path, match_revisions
from egov_tracker.changes.model import Appeared, Disappeared
from egov_tracker.changes.obligations import compare_obligations
from egov_tracker.changes.reorganisation import compare_maps
from egov_tracker.inference.timeline import Aspect, content

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from egov_tracker.changes.matching import Match
    from egov_tracker.changes.model import Change, Compared, Pair
    from egov_tracker.model.obligations import PlacedObligation
    from egov_tracker.model.observation import Snapshot
    from egov_tracker.model.registry import Registry
    from egov_tracker.store.ledger import Definitions


class Route(NamedTuple):
    """The snapshots between the old and the new one; with `every`, all dated figures of each are compared in turn."""

    between: tuple[Snapshot, ...] = ()
    every: bool = False


DIRECT = Route()


def compare_snapshots(
    old: Snapshot,
    new: Snapshot,
    definitions: Definitions,
    obligations: Sequence[PlacedObligation] = (),
    route: Route = DIRECT,
) -> Iterator[Change]:
    """Everything that changed, is unchanged or cannot be compared from the old snapshot to the new one.

    The latest dated observations of each snapshot on the route are compared with those of the next. Two versions of one
    quarter's file are compared observation by observation instead.
    """
    path = (old, *route.between, new)
    revised = old.period == new.period
    found = match_revisions(old, new) if revised else match_path(path, definitions, every=route.every)
    for match in found.matches:
        if not _is_same(match.pair):
            yield from _compare(match, definitions.registry)
    yield from map(Disappeared, found.only_old)
    yield from map(Appeared, found.only_new)
    yield from compare_obligations(path, obligations)


def _is_same(pair: Pair) -> bool:
    """Whether both observations are of one quarter and have the same content."""
    return pair.old.period == pair.new.period and content(pair.old) == content(pair.new)


def _compare(match: Match, registry: Registry) -> Iterator[Compared]:
    if reorganised := compare_maps(match.pair, registry):
        yield reorganised
    if match.aspect is Aspect.FIGURE:
        yield compare_figures(match.pair)
    elif lists := compare_lists(match.pair, registry):
        yield lists
