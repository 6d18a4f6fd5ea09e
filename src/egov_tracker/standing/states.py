"""What can be known of a body, and on what grounds."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from egov_tracker.model.registry import Body
    from egov_tracker.model.snapshot import Mention


class State(StrEnum):
    """Whether a body has done what is measured; an exempt one is not expected to."""

    DONE = "done"
    OUTSTANDING = "outstanding"
    EXEMPT = "exempt"
    UNKNOWN = "unknown"


class Ground(StrEnum):
    """Why a body is said to be in a state, or why nothing is said of it."""

    NAMED = "named"
    ALL_DONE = "all_done"
    COMPLEMENT = "complement"
    EXHAUSTIVE = "exhaustive"
    UNNAMED_REMAIN = "unnamed_remain"
    NO_DENOMINATOR = "no_denominator"
    OTHER_UNIVERSE = "other_universe"
    APPROXIMATE = "approximate"
    CONTRADICTED = "contradicted"


INFERRED = frozenset({Ground.COMPLEMENT, Ground.EXHAUSTIVE})


class Standing(NamedTuple):
    """One body's state; `mention` is the printed name, where there is one."""

    body: Body
    state: State
    ground: Ground
    mention: Mention | None = None

    @property
    def inferred(self) -> bool:
        """Whether no source says it outright."""
        return self.ground in INFERRED


class Tally(NamedTuple):
    """What one observation says of its group, in numbers; None is not said.

    `of` is the source's own N. `unnamed` bodies are outstanding, and which they are is not said; `unknown` is the
    number of the registry's bodies of whom nothing can be said one by one, the unnamed among them.
    """

    of: int | None
    done: int | None
    exempt: int | None
    outstanding: int | None
    in_progress: int | None
    unnamed: int
    unknown: int | None
    ground: Ground
    standings: tuple[Standing, ...]

    @property
    def inferred(self) -> bool:
        """Whether the state of any body is inferred."""
        return any(standing.inferred for standing in self.standings)

    def bodies(self, state: State) -> tuple[Standing, ...]:
        """The bodies in a state: those named first, in printed order, then the others in the order of the registry."""
        return tuple(standing for standing in self.standings if standing.state is state)
