"""The rule on parts and their wholes: FIG008."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from egov_tracker.checks.conflicts import aspects_of, location_of, printed
from egov_tracker.checks.context import CheckContext, Diagnostic
from egov_tracker.checks.totals import label, occasion, wrong_sums
from egov_tracker.model.hierarchy import all_parts
from egov_tracker.model.terms import Kind, Unit
from egov_tracker.text.numbers import format_number
from egov_tracker.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from egov_tracker.checks.totals import Cell
    from egov_tracker.model.catalogue import Indicator
    from egov_tracker.model.hierarchy import Parts
    from egov_tracker.model.observation import Observation


class Excess(NamedTuple):
    """A part that is more than its whole in one aspect."""

    aspect: str
    part: Observation
    whole: Observation

    def diagnostic(self) -> Diagnostic:
        """The diagnostic, at the part."""
        said, whole = (_said(one, self.aspect) for one in (self.part, self.whole))
        message = f"{self.aspect} of {label(self.part)} is {said}, more than the {whole} of {label(self.whole)}"
        location, other = (location_of(self.aspect, one) for one in (self.part, self.whole))
        return Diagnostic(message, location, (self.part, self.whole), (other,))


def find_parts_above_wholes(context: CheckContext) -> Iterator[Diagnostic]:
    """FIG008: one source prints more of a part than of the whole; what the sum of all parts shows is not said again."""
    if found := [*_excesses(context)]:
        told = {
            (wrong.aspect, part.location, wrong.whole.location) for wrong in wrong_sums(context) for part in wrong.parts
        }
        for one in found:
            if (one.aspect, one.part.location, one.whole.location) not in told:
                yield one.diagnostic()


def _excesses(context: CheckContext) -> Iterator[Excess]:
    groups = {name: group.parts for name, group in context.registry.groups.items()}
    for cells in _by_occasion(context.observations):
        for cell, wholes in cells.items():
            parts = [part for one in _cells_within(cell, wholes[0].indicator, groups) for part in cells.get(one, ())]
            for part, whole in product(parts, wholes):
                yield from _compare(part, whole)


def _compare(part: Observation, whole: Observation) -> Iterator[Excess]:
    less, more = aspects_of(part), aspects_of(whole)
    for aspect in less.keys() & more.keys():
        if _is_bounded(aspect, part, whole) and more[aspect].surely_below(less[aspect]):
            yield Excess(aspect, part, whole)


def _is_bounded(aspect: str, part: Observation, whole: Observation) -> bool:
    """Whether the whole has at least as much as its part: a percentage need not, N only where both count bodies."""
    if aspect == "N":
        return part.indicator.unit is Unit.BODIES and part.group.id != whole.group.id
    return aspect != "the percentage"


def _by_occasion(observations: Iterable[Observation]) -> Iterator[dict[Cell, list[Observation]]]:
    """What one source prints of one indicator and kind at a date that is the same for all of it."""
    found: dict[object, dict[Cell, list[Observation]]] = {}
    for seen in observations:
        if (seen.as_of.is_day or seen.kind is Kind.FLOW) and seen.as_of.first and seen.kind is not Kind.RANK:
            found.setdefault(occasion(seen), {}).setdefault((seen.group.id, seen.breakdown), []).append(seen)
    yield from (cells for cells in found.values() if len(cells) > 1)


def _cells_within(cell: Cell, indicator: Indicator, groups: Parts) -> Iterator[Cell]:
    """The cells of which this one consists: those of a nested group, and those of a nested value of one dimension."""
    group, breakdown = cell
    yield from ((name, breakdown) for name in all_parts(group, groups))
    for name, value in breakdown:
        rest = [pair for pair in breakdown if pair[0] != name]
        for part in indicator.dimensions[name].all_parts(value):
            yield (group, tuple(sorted((*rest, (name, part)))))


def _said(observation: Observation, aspect: str) -> str:
    interval = aspects_of(observation)[aspect]
    if interval.exact and interval.low is not None:
        return format_number(interval.low)
    return printed(aspect, observation)
