"""Compare two snapshots, the old one first, and yield the changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from egov_tracker.changes.bodies import compare_lists
from egov_tracker.changes.figures import compare_figures
from egov_tracker.changes.matching import match_path, match_revisions
from egov_tracker.changes.model import Appeared, Disappeared
from egov_tracker.changes.obligations import compare_obligations
from egov_tracker.changes.reorganisation import compare_maps, is_backwards
from egov_tracker.inference.obligations import History
from egov_tracker.inference.timeline import Aspect, content, series_key

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from egov_tracker.changes.matching import Match
    from egov_tracker.changes.model import Change, Compared, Pair, Reorganised
    from egov_tracker.model.obligations import PlacedObligation
    from egov_tracker.model.observation import Snapshot
    from egov_tracker.model.registry import Registry
    from egov_tracker.store.ledger import Definitions


class Route(NamedTuple):
    """How to get from the old side to the new one: through which quarters, and with `every` by all dated figures.

    `history` are the snapshots up to the later quarter, by which obligations are judged; by the quarters of the route
    where it is empty.
    """

    between: tuple[Snapshot, ...] = ()
    every: bool = False
    history: tuple[Snapshot, ...] = ()


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
    reorganised: set[tuple[object, ...]] = set()
    for match in found.matches:
        if not _is_same(match.pair):
            change = compare_maps(match.pair, definitions.registry)
            if change and _identity(change) not in reorganised:
                reorganised.add(_identity(change))
                yield change
            yield from _compare(match, definitions.registry)
    yield from map(Disappeared, found.only_old)
    yield from map(Appeared, found.only_new)
    history = History(route.history or path, definitions.registry)
    yield from compare_obligations(old.period, new.period, obligations, history)


def _identity(change: Reorganised) -> tuple[object, ...]:
    """What a reorganisation is told once for: the series, and the bodies that were merged, founded or dissolved.

    Where two series follow each other it is the later one, whichever side it stands on.
    """
    old, new = change.pair.old, change.pair.new
    mergers = tuple((merger.body.id, *(part.id for part in merger.parts)) for merger in change.mergers)
    others = tuple(body.id for body in (*change.created, *change.dissolved))
    return (series_key(old if is_backwards(old, new) else new), mergers, others)


def _is_same(pair: Pair) -> bool:
    """Whether both observations are of one quarter and have the same content."""
    return pair.old.period == pair.new.period and content(pair.old) == content(pair.new)


def _compare(match: Match, registry: Registry) -> Iterator[Compared]:
    if match.aspect is Aspect.FIGURE:
        yield compare_figures(match.pair)
    elif lists := compare_lists(match.pair, registry):
        yield lists
