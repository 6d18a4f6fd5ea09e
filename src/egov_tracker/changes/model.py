"""The kinds of change: each a frozen value with the observations of both sides, and so with their locations."""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Sequence
from enum import StrEnum
from functools import cached_property
from itertools import compress, count
from typing import TYPE_CHECKING, overload

from egov_tracker.inference.body_status import State
from egov_tracker.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from collections.abc import Set as AbstractSet
    from datetime import date
    from decimal import Decimal

    from egov_tracker.inference.body_status import BodyStatus, Rationale, Standing
    from egov_tracker.inference.comparability import Reason
    from egov_tracker.inference.obligations import Verdict
    from egov_tracker.model.obligations import Obligation
    from egov_tracker.model.observation import Observation
    from egov_tracker.model.registry import Basis, Body


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


class Way(NamedTuple):
    """The state of a body on both sides, and the reasons for it."""

    old: Standing
    new: Standing

    @property
    def kind(self) -> Transition:
        """How a body moves that goes this way."""
        return TRANSITIONS[self.old.state, self.new.state]

    @property
    def differs(self) -> bool:
        """Whether the new state is another one."""
        return self.old.state is not self.new.state


class _Columns(NamedTuple):
    """Bodies, for each the number of the way that it went, and how many went each."""

    bodies: tuple[Body, ...]
    numbers: array[int]
    ways: tuple[Way, ...]
    sizes: Counter[int]
    parts: Mapping[str, tuple[BodyStatus, ...]]


class Transitions(Sequence[BodyTransition]):
    """Transitions as columns, a tenth of the memory of as many values: what is asked for is made of the columns.

    Thousands of bodies go few ways, so that the ways alone answer most questions.
    """

    def __init__(self, columns: _Columns, wanted: AbstractSet[int]) -> None:
        """`wanted` are the numbers of the ways whose bodies these are."""
        self._all = columns
        self._wanted = wanted

    @classmethod
    def made_of(
        cls,
        bodies: Iterable[Body],
        ways: Iterable[tuple[Standing, Standing]],
        parts: Mapping[str, tuple[BodyStatus, ...]] | None = None,
    ) -> Transitions:
        """`ways` are the standings of each body on both sides; `parts` those of merged bodies, by id."""
        known: dict[tuple[Standing, Standing], int] = defaultdict(count().__next__)
        numbers = array("H", map(known.__getitem__, ways))
        sizes = Counter(numbers)
        return cls(_Columns(tuple(bodies), numbers, tuple(map(Way._make, known)), sizes, parts or {}), sizes.keys())

    @property
    def ways(self) -> tuple[Way, ...]:
        """The distinct ways, in the order of the first body that went each."""
        return tuple(way for number, way in enumerate(self._all.ways) if number in self._wanted)

    @property
    def bodies(self) -> tuple[Body, ...]:
        """The bodies, in their order."""
        return self._own[0]

    @property
    def turned(self) -> Transitions:
        """The same seen from the other side."""
        ways = tuple(Way(way.new, way.old) for way in self._all.ways)
        return Transitions(self._all._replace(ways=ways), self._wanted)

    def only(self, is_wanted: Callable[[BodyTransition], bool]) -> Transitions:
        """Those that are wanted, in the same order."""
        chosen = [*map(is_wanted, self)]
        bodies, numbers = self._own
        ways = map(self._all.ways.__getitem__, compress(numbers, chosen))
        return Transitions.made_of(compress(bodies, chosen), ways, self._all.parts)

    def along(self, is_wanted: Callable[[Way], bool]) -> Transitions:
        """Those that went a way that is wanted, in the same order."""
        return Transitions(self._all, {number for number in self._wanted if is_wanted(self._all.ways[number])})

    def of(self, kind: Transition) -> Transitions:
        """The bodies that moved in this way."""
        return self.along(lambda way: way.kind is kind)

    @property
    def moved(self) -> bool:
        """Whether any body is in another state than before."""
        return any(way.differs for way in self.ways)

    @property
    def parts(self) -> Mapping[str, tuple[BodyStatus, ...]]:
        """In which state each part of a merged body was, by the id of that body."""
        return self._all.parts

    @cached_property
    def _own(self) -> tuple[tuple[Body, ...], array[int]]:
        """The columns of bodies and numbers, without what is not wanted."""
        bodies, numbers = self._all.bodies, self._all.numbers
        if len(self) == len(bodies):
            return bodies, numbers
        chosen = [*map(self._wanted.__contains__, numbers)]
        return tuple(compress(bodies, chosen)), array("H", compress(numbers, chosen))

    def __len__(self) -> int:
        return sum(self._all.sizes[number] for number in self._wanted)

    def __iter__(self) -> Iterator[BodyTransition]:
        return map(self._transition, *self._own)

    @overload
    def __getitem__(self, place: int) -> BodyTransition: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[BodyTransition, ...]: ...
    def __getitem__(self, place: int | slice) -> BodyTransition | tuple[BodyTransition, ...]:
        bodies, numbers = self._own
        if isinstance(place, slice):
            return tuple(map(self._transition, bodies[place], numbers[place]))
        return self._transition(bodies[place], numbers[place])

    def _transition(self, body: Body, number: int) -> BodyTransition:
        old, new = self._all.ways[number]
        return BodyTransition(body, old.state, new.state, old.rationale, new.rationale, self.parts.get(body.id, ()))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Transitions) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash((self.ways, len(self)))

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
    verified: bool


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

    def of(self, kind: Transition) -> Transitions:
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
