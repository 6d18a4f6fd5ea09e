"""The kinds of change: each a frozen value with the observations of both sides, and so with their locations."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple, TypeAlias, overload

from egov_tracker.inference.body_status import State

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date
    from decimal import Decimal

    from egov_tracker.inference.body_status import BodyStatus, Rationale, Standing
    from egov_tracker.inference.comparability import Reason
    from egov_tracker.inference.obligations import Verdict
    from egov_tracker.model.obligations import Obligation
    from egov_tracker.model.observation import Observation
    from egov_tracker.model.registry import Basis, Body


Way: TypeAlias = "tuple[Standing, Standing]"


class Transition(StrEnum):
    """How one body moved between two lists."""

    NEWLY_DONE = "newly_done"
    GONE_BACK = "gone_back"
    STILL_OUTSTANDING = "still_outstanding"
    NEWLY_LISTED = "newly_listed"
    NO_LONGER_LISTED = "no_longer_listed"
    NEWLY_EXEMPT = "newly_exempt"
    SEEN_DONE = "seen_done"
    UNKNOWN = "unknown"
    SAME = "same"


TRANSITIONS = {
    (State.OUTSTANDING, State.OUTSTANDING): Transition.STILL_OUTSTANDING,
    (State.OUTSTANDING, State.DONE): Transition.NEWLY_DONE,
    (State.EXEMPT, State.DONE): Transition.NEWLY_DONE,
    (State.DONE, State.OUTSTANDING): Transition.GONE_BACK,
    (State.OUTSTANDING, State.UNKNOWN): Transition.NO_LONGER_LISTED,
    (State.UNKNOWN, State.OUTSTANDING): Transition.NEWLY_LISTED,
    (State.EXEMPT, State.OUTSTANDING): Transition.NEWLY_LISTED,
    (State.OUTSTANDING, State.EXEMPT): Transition.NEWLY_EXEMPT,
    (State.DONE, State.EXEMPT): Transition.NEWLY_EXEMPT,
    (State.UNKNOWN, State.EXEMPT): Transition.NEWLY_EXEMPT,
    (State.UNKNOWN, State.DONE): Transition.SEEN_DONE,
    (State.DONE, State.UNKNOWN): Transition.UNKNOWN,
    (State.EXEMPT, State.UNKNOWN): Transition.UNKNOWN,
    (State.UNKNOWN, State.UNKNOWN): Transition.UNKNOWN,
    (State.DONE, State.DONE): Transition.SAME,
    (State.EXEMPT, State.EXEMPT): Transition.SAME,
}


class BodyTransition(NamedTuple):
    """One body on both sides; of a merged body, `parts` say in which state each of its parts was."""

    body: Body
    old: State
    new: State
    old_rationale: Rationale
    new_rationale: Rationale
    parts: tuple[BodyStatus, ...] = ()

    def __repr__(self) -> str:
        return f"<BodyTransition {self.body.name_vi}: {self.old} → {self.new} ({self.kind})>"

    @property
    def kind(self) -> Transition:
        """How the body moved; one that is only no longer named as outstanding does not count as done."""
        return TRANSITIONS[self.old, self.new]


class Transitions(Sequence[BodyTransition]):
    """Transitions as columns, a tenth of the memory of as many values: what is asked for is made of the columns."""

    def __init__(
        self, bodies: Iterable[Body], ways: Iterable[Way], parts: Mapping[str, tuple[BodyStatus, ...]] | None = None
    ) -> None:
        """`ways` are the standings of each body on both sides; `parts` those of merged bodies, by id."""
        rows: dict[Way, int] = {}
        self._bodies = tuple(bodies)
        self._ways = array("H", [rows.setdefault(way, len(rows)) for way in ways])
        self._rows = tuple(rows)
        self._parts = parts or {}

    @property
    def turned(self) -> Transitions:
        """The same seen from the other side."""
        return Transitions(self._bodies, ((self._rows[way][1], self._rows[way][0]) for way in self._ways), self._parts)

    def only(self, is_wanted: Callable[[BodyTransition], bool]) -> Transitions:
        """Those that are wanted, in the same order."""
        kept = [place for place, one in enumerate(self) if is_wanted(one)]
        ways = (self._rows[self._ways[place]] for place in kept)
        return Transitions((self._bodies[place] for place in kept), ways, self._parts)

    @property
    def moved(self) -> bool:
        """Whether any body is in another state than before."""
        return any(old.state is not new.state for old, new in self._rows)

    def of(self, kind: Transition) -> tuple[BodyTransition, ...]:
        """The bodies that moved in this way."""
        kinds = [TRANSITIONS[old.state, new.state] for old, new in self._rows]
        wanted = {number for number, one in enumerate(kinds) if one is kind}
        return tuple(self[place] for place, way in enumerate(self._ways) if way in wanted) if wanted else ()

    def __len__(self) -> int:
        return len(self._bodies)

    @overload
    def __getitem__(self, place: int) -> BodyTransition: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[BodyTransition, ...]: ...
    def __getitem__(self, place: int | slice) -> BodyTransition | tuple[BodyTransition, ...]:
        if isinstance(place, slice):
            return tuple(self[number] for number in range(*place.indices(len(self))))
        body, (old, new) = self._bodies[place], self._rows[self._ways[place]]
        parts = self._parts.get(body.id, ())
        return BodyTransition(body, old.state, new.state, old.rationale, new.rationale, parts)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Transitions) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash((self._rows, self._ways.tobytes()))

    def __repr__(self) -> str:
        return repr(tuple(self))


class Merger(NamedTuple):
    """Bodies that became one on a day, under a legal document; a lone part only changed its name or kind.

    `verified` is whether day and document are confirmed by a source.
    """

    body: Body
    parts: tuple[Body, ...]
    when: date
    basis: Basis | None
    verified: bool = True


class Pair(NamedTuple):
    """Two observations that belong together; `also` are others of the same date that print something else."""

    old: Observation
    new: Observation
    old_also: tuple[Observation, ...] = ()
    new_also: tuple[Observation, ...] = ()

    def __repr__(self) -> str:
        return f"<Pair {self}>"

    def __str__(self) -> str:
        new = self.new.dated if self.old.subject == self.new.subject else str(self.new)
        return f"{self.old} → {new}"


class FigureChanged(NamedTuple):
    """A comparable figure that moved: by `delta` units, where units can be subtracted, and by percentage `points`."""

    pair: Pair
    delta: Decimal | None
    points: Decimal | None

    def __repr__(self) -> str:
        return f"<FigureChanged {self.pair}, delta: {self.delta}, points: {self.points}>"


class Unchanged(NamedTuple):
    """A comparable figure that is the same on both sides."""

    pair: Pair

    def __repr__(self) -> str:
        return f"<Unchanged {self.pair}>"


class BodiesMoved(NamedTuple):
    """Two lists compared by name; `delta` is the change of the outstanding where both sides state how many."""

    pair: Pair
    transitions: Transitions
    delta: int | None

    def __repr__(self) -> str:
        return f"<BodiesMoved {self.pair}, transitions: {len(self.transitions)}, delta: {self.delta}>"

    def of(self, kind: Transition) -> tuple[BodyTransition, ...]:
        """The bodies that moved in this way."""
        return self.transitions.of(kind)


class NotComparable(NamedTuple):
    """Two observations that belong together and must not be subtracted."""

    pair: Pair
    reasons: tuple[Reason, ...]

    def __repr__(self) -> str:
        return f"<NotComparable {self.pair}: {', '.join(self.reasons)}>"


class Reorganised(NamedTuple):
    """Two observations between which bodies of the group were merged, renamed, created or dissolved."""

    pair: Pair
    mergers: tuple[Merger, ...]
    created: tuple[Body, ...]
    dissolved: tuple[Body, ...]

    def __repr__(self) -> str:
        changed = {"mergers": self.mergers, "created": self.created, "dissolved": self.dissolved}
        counts = ", ".join(f"{name}: {len(bodies)}" for name, bodies in changed.items())
        return f"<Reorganised {self.pair}, {counts}>"


class Appeared(NamedTuple):
    """An observation of the new side to which the old side has nothing to compare."""

    new: Observation

    def __repr__(self) -> str:
        return f"<Appeared {self.new}>"


class Disappeared(NamedTuple):
    """An observation of the old side to which the new side has nothing to compare."""

    old: Observation

    def __repr__(self) -> str:
        return f"<Disappeared {self.old}>"


class ObligationChange(NamedTuple):
    """What became of an obligation: the verdicts at the end of both quarters; `old` is None before it is announced."""

    old: Verdict | None
    new: Verdict

    def __repr__(self) -> str:
        return f"<ObligationChange {self.obligation}: {self.old.outcome if self.old else None} → {self.new.outcome}>"

    @property
    def obligation(self) -> Obligation:
        """The obligation."""
        return self.new.obligation


Compared = FigureChanged | Unchanged | BodiesMoved | NotComparable | Reorganised
Change = Compared | Appeared | Disappeared | ObligationChange
