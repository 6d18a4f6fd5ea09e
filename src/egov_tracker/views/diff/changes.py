"""The comparison of two snapshots, filtered and in the order of the catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from egov_tracker.changes.compare import DIRECT, compare_snapshots
from egov_tracker.changes.model import (
    Appeared,
    BodiesMoved,
    Disappeared,
    FigureChanged,
    NotComparable,
    ObligationChange,
    Reorganised,
    Unchanged,
)
from egov_tracker.inference.body_status import ID, State
from egov_tracker.inference.timeline import figure_content, moment
from egov_tracker.values import NamedTuple
from egov_tracker.views.observation import line_order

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from egov_tracker.changes.compare import Route
    from egov_tracker.changes.model import BodyTransition, Change, Pair
    from egov_tracker.model.obligations import Obligation, PlacedObligation
    from egov_tracker.model.observation import Listing, Observation, Snapshot
    from egov_tracker.store.ledger import Definitions
    from egov_tracker.views.diff.review import Reviewed
    from egov_tracker.views.page import Lang
    from egov_tracker.views.status import Filters


SIDES = ("old", "new")
UNKNOWN = State.UNKNOWN


class DiffView(NamedTuple):
    """The changes from one snapshot to another, in the order of the catalogue; `old` and `new` name the sides.

    `every` asks for all that can be said, `trace` for places in the ledger beside it; `judged` is whether obligations
    are among the changes. Where both sides are states of one quarter's file, `reviewed` are the fields that differ, and
    `changes` what follows from them for single bodies.
    """

    old: str
    new: str
    path: tuple[Snapshot, ...]
    changes: tuple[Change, ...]
    definitions: Definitions
    lang: Lang
    filters: Filters | None = None
    every: bool = False
    trace: bool = False
    judged: bool = False
    reviewed: tuple[Reviewed, ...] | None = None

    @property
    def has_steps(self) -> bool:
        """Whether a line may have several steps, as where the comparison goes through quarters in between."""
        return self.every or len(self.path) > len(SIDES)

    @property
    def differs(self) -> bool:
        """Whether anything differs that the comparison reports."""
        return bool(self.reviewed) or any(map(is_difference, self.changes))

    def narrows(self, seen: Observation) -> bool:
        """Whether of an observation only some bodies are asked for, not its group."""
        return bool(self.filters and self.filters.groups and not self.filters.wants_group(seen))


def view_diff(  # noqa: PLR0913, PLR0917 - the two sides, what they are read against, and how
    old: Snapshot,
    new: Snapshot,
    definitions: Definitions,
    obligations: Sequence[PlacedObligation],
    lang: Lang,
    route: Route = DIRECT,
    filters: Filters | None = None,
) -> DiffView:
    """Compare two snapshots; a change passes the filters where either side does, narrowed to the bodies asked for."""
    line = line_order(definitions.catalogue)
    found = compare_snapshots(old, new, definitions, obligations, route)
    wanted = [one for change in found if (one := _narrowed(change, filters))]
    changes = tuple(sorted(wanted, key=lambda change: _order(change, line)))
    path = (old, *route.between, new)
    view = DiffView(str(old.period), str(new.period), path, changes, definitions, lang, filters, route.every)
    return view._replace(judged=bool(obligations) and (filters is None or filters.admits_all))


def pair_of(change: Change) -> Pair | None:
    """The two observations that a change compares; None where it does not compare any."""
    match change:
        case FigureChanged() | Unchanged() | BodiesMoved() | NotComparable() | Reorganised():
            return change.pair
        case Appeared() | Disappeared() | ObligationChange():
            return None
        case _:
            assert_never(change)


def sides_of(change: Change) -> tuple[Observation | None, Observation | None]:
    """The old and the new observation of a change; None where that side has none."""
    match change:
        case FigureChanged() | Unchanged() | BodiesMoved() | NotComparable() | Reorganised():
            return change.pair.old, change.pair.new
        case Appeared(new):
            return None, new
        case Disappeared(old):
            return old, None
        case ObligationChange(before, after):
            return before.shown if before else None, after.shown
        case _:
            assert_never(change)


def obligation_of(change: Change) -> Obligation | None:
    """The obligation that a change is about."""
    return change.obligation if isinstance(change, ObligationChange) else None


def is_difference(change: Change) -> bool:
    """Whether a change reports a difference; unchanged figures and open obligations do not."""
    match change:
        case Unchanged():
            return False
        case ObligationChange(before, after):
            return before is None or before.outcome is not after.outcome
        case BodiesMoved(transitions=transitions, delta=delta):
            return bool(delta) or transitions.moved
        case _:
            return True


def _narrowed(change: Change, filters: Filters | None) -> Change | None:
    """The change as far as the filters want it: of lists, only the bodies that are asked for."""
    if filters is None:
        return change
    if obligation := obligation_of(change):
        groups = not filters.groups or obligation.group in filters.groups
        return change if groups and filters.wants_indicator(obligation.indicator) else None
    sides = [seen for seen in sides_of(change) if seen]
    if any(filters.wants_group(seen) for seen in sides):
        return change if any(filters.wants(seen) for seen in sides) else None
    return _of_bodies(change, filters) if any(filters.wants_indicator(seen.indicator.id) for seen in sides) else None


def _of_bodies(change: Change, filters: Filters) -> Change | None:
    """What a change of a whole group says of the bodies that are asked for."""
    match change:
        case BodiesMoved(transitions=transitions):
            asked = transitions.only(lambda one: _is_asked(one, filters) and {one.old, one.new} != {UNKNOWN})
            return change._replace(transitions=asked, delta=None) if asked else None
        case Reorganised(mergers=mergers):
            theirs = tuple(one for one in mergers if {body.id for body in (one.body, *one.parts)} & set(filters.groups))
            return change._replace(mergers=theirs, created=(), dissolved=()) if theirs else None
        case FigureChanged() | Unchanged():
            return None
        case _:
            return change if any(filters.names_body(seen) for seen in sides_of(change) if seen) else None


def _is_asked(transition: BodyTransition, filters: Filters) -> bool:
    """Whether a body is asked for, or was merged from one that is."""
    return bool({transition.body.id, *(part.body.id for part in transition.parts)} & set(filters.groups))


def _order(change: Change, line: Callable[[Observation], tuple[object, ...]]) -> tuple[object, ...]:
    """By the catalogue, group, part and date; obligations last, in the order of their file."""
    if obligation := obligation_of(change):
        due = obligation.due.sort_key
        return (1, due, obligation.task, obligation.id)
    old, new = sides_of(change)
    seen = new or old
    if seen is None:
        return (2,)
    dates = tuple(moment(one) for one in (old, new) if one)
    contents = tuple((*figure_content(one), *map(_mentions, one.listings.values())) for one in (old, new) if one)
    kind = KINDS.index(type(change))
    return (0, line(seen), dates, contents, kind)


def _mentions(listing: Listing) -> tuple[int, str]:
    """Tells apart, in sorting, lists that share source, location and date."""
    return (len(listing.mentions), min(map(ID, listing.bodies), default=""))


KINDS: tuple[type, ...] = (
    FigureChanged, Unchanged, NotComparable, BodiesMoved, Reorganised, Disappeared, Appeared, ObligationChange,
)  # fmt: skip
