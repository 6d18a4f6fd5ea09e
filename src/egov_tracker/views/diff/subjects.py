"""The changes of a comparison by what they are about: pairs of observations, and the lines that they belong to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.changes.bodies import compare_lists
from egov_tracker.changes.figures import compare_figures
from egov_tracker.changes.model import BodiesMoved, FigureChanged, NotComparable, Pair, Reorganised, Unchanged
from egov_tracker.inference.timeline import series_key
from egov_tracker.values import NamedTuple
from egov_tracker.views.diff.changes import pair_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from egov_tracker.changes.model import Change
    from egov_tracker.inference.timeline import SeriesKey
    from egov_tracker.model.observation import Observation
    from egov_tracker.views.diff.changes import DiffView


class Compared(NamedTuple):
    """Two observations that meet, and what their figures and their lists say; None where there is nothing to say."""

    pair: Pair
    figure: FigureChanged | Unchanged | None = None
    bodies: BodiesMoved | None = None
    barred: NotComparable | None = None

    @property
    def new(self) -> Observation:
        """The later of the two in the order of the comparison."""
        return self.pair.new

    @property
    def comparable(self) -> bool:
        """Whether something of the two can be compared."""
        return self.figure is not None or self.bodies is not None


class Line(NamedTuple):
    """All steps of one series, and what moved from its first comparable figure, and list, to its last."""

    steps: tuple[Compared, ...]
    figure: FigureChanged | Unchanged | None
    bodies: BodiesMoved | None

    @property
    def new(self) -> Observation:
        """The last observation of the line."""
        return self.steps[-1].new


def compared_pairs(view: DiffView) -> tuple[Compared, ...]:
    """Every pair of observations once, in the order of the changes."""
    found: dict[tuple[int, int], Compared] = {}
    for change in view.changes:
        pair = pair_of(change)
        if pair and not isinstance(change, Reorganised):
            key = (id(pair.old), id(pair.new))
            found[key] = _with(found.get(key) or Compared(pair), change)
    return tuple(found.values())


def _with(one: Compared, change: Change) -> Compared:
    match change:
        case FigureChanged() | Unchanged():
            return one._replace(figure=change)
        case BodiesMoved():
            return one._replace(bodies=change)
        case NotComparable():
            return one._replace(barred=change)
        case _:
            return one


def lines_of(view: DiffView, pairs: Sequence[Compared]) -> Iterator[Line]:
    """The pairs by series, in their order."""
    found: dict[SeriesKey, list[Compared]] = {}
    for one in pairs:
        found.setdefault(series_key(one.new), []).append(one)
    for steps in found.values():
        yield Line(tuple(steps), _figure(steps), _bodies(steps, view))


def _figure(steps: Sequence[Compared]) -> FigureChanged | Unchanged | None:
    """Of several steps the change from the first to the last, where those two compare; else the last one."""
    told = [one.figure for one in steps if one.figure]
    if len(told) > 1 and len(told) == len(steps):
        whole = compare_figures(Pair(told[0].pair.old, told[-1].pair.new))
        if not isinstance(whole, NotComparable):
            return whole
    return told[-1] if told else None


def _bodies(steps: Sequence[Compared], view: DiffView) -> BodiesMoved | None:
    told = [one.bodies for one in steps if one.bodies]
    if len(told) > 1 and not view.narrows(told[-1].pair.new):
        whole = compare_lists(Pair(told[0].pair.old, told[-1].pair.new), view.definitions.registry)
        if isinstance(whole, BodiesMoved):
            return whole
    return told[-1] if told else None
