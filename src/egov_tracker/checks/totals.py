"""Rules on totals and approximations: FIG005, FIG006."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from egov_tracker.checks.conflicts import aspects_of, disagreements, location_of, printed
from egov_tracker.checks.context import CheckContext, Diagnostic
from egov_tracker.checks.figures import HUNDRED, stated_shares
from egov_tracker.model.groups import totals_of
from egov_tracker.text.numbers import Interval, add_intervals, exactly, format_number
from egov_tracker.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from egov_tracker.model.catalogue import Indicator
    from egov_tracker.model.observation import Observation

Breakdown: TypeAlias = tuple[tuple[str, str], ...]
Cell: TypeAlias = tuple[str, Breakdown]

SUMMED = ("the figure", "N", "the count of 'outstanding'")


class WrongSum(NamedTuple):
    """What one source prints of a whole in one aspect, and what its parts add up to instead."""

    aspect: str
    printed: Interval
    added: Interval
    whole: Observation
    parts: tuple[Observation, ...]

    @property
    def exact(self) -> bool:
        """Whether the whole and all its parts are exact figures."""
        return self.printed.exact and self.added.exact


def find_wrong_totals(context: CheckContext) -> Iterator[Diagnostic]:
    """FIG005: one source prints a total and its parts, and the exact figures do not add up."""
    for wrong in wrong_sums(context):
        if wrong.exact:
            yield _sum_diagnostic(wrong)


def find_far_approximations(context: CheckContext) -> Iterator[Diagnostic]:
    """FIG006: an approximate figure does not fit the exact one that the same source prints or implies."""
    yield from _far_shares(context)
    for wrong in wrong_sums(context):
        if not wrong.exact:
            yield _sum_diagnostic(wrong)
    for pair in disagreements(context):
        if pair.same_source and pair.approximate:
            yield pair.diagnostic()


def wrong_sums(context: CheckContext) -> Iterator[WrongSum]:
    """Every total that one source prints and that is surely not the sum of the parts that it prints."""
    for whole, parts, within in _totals(context):
        for name, total, added in _summed(whole, parts):
            if total.surely_below(added) if within else not total.agrees_with(added):
                yield WrongSum(name, total, added, whole, parts)


def _far_shares(context: CheckContext) -> Iterator[Diagnostic]:
    for observation, share, done, of, location in stated_shares(context):
        percent = exactly(HUNDRED * done / of)
        if share.qualifier and not share.interval_of_percentage.agrees_with(percent):
            said = f"{share.qualifier} {format_number(share.value)}%"
            exact = format_number(HUNDRED * done / of, 2)
            message = f"{format_number(done)}/{format_number(of)} is {exact}%, which is not '{said}'"
            yield Diagnostic(message, location, (observation,))


def _summed(whole: Observation, parts: tuple[Observation, ...]) -> Iterator[tuple[str, Interval, Interval]]:
    total, each = aspects_of(whole), [aspects_of(part) for part in parts]
    for name in SUMMED:
        if name in total and all(name in aspects for aspects in each):
            yield name, total[name], add_intervals(aspects[name] for aspects in each)


def _sum_diagnostic(wrong: WrongSum) -> Diagnostic:
    name, whole, parts = wrong.aspect, wrong.whole, wrong.parts
    said = _words(wrong.printed) if wrong.printed.exact else printed(name, whole)
    message = f"{name} of {label(whole)} is {said}; {' and '.join(map(label, parts))} add up to {_words(wrong.added)}"
    related = tuple(location_of(name, part) for part in parts)
    return Diagnostic(message, location_of(name, whole), (whole, *parts), related)


def label(observation: Observation) -> str:
    """Whom and which part of the indicator an observation speaks of, for a message."""
    return " ".join((str(observation.group), *(value for _, value in observation.breakdown)))


def _words(added: Interval) -> str:
    if added.low is None or added.high is None:
        return "something else"
    low, high = format_number(added.low), format_number(added.high)
    return low if added.exact else f"{low} to {high}"


def _totals(context: CheckContext) -> Iterator[tuple[Observation, tuple[Observation, ...], bool]]:
    """Every total with its parts, of one source and date; True where the parts may be less than the total."""
    for cells in _by_source_and_date(context.observations):
        for (group, breakdown), whole in cells.items():
            for names in totals_of(group, context.registry.groups):
                yield from _found(cells, whole, [(name, breakdown) for name in names], within=False)
            for values, within in _value_parts(whole.indicator, breakdown):
                yield from _found(cells, whole, [(group, value) for value in values], within=within)


def _found(
    cells: dict[Cell, Observation], whole: Observation, wanted: list[Cell], *, within: bool
) -> Iterator[tuple[Observation, tuple[Observation, ...], bool]]:
    parts = tuple(cells[cell] for cell in wanted if cell in cells)
    if len(parts) == len(wanted):
        yield whole, parts, within


def _value_parts(indicator: Indicator, breakdown: Breakdown) -> Iterator[tuple[list[Breakdown], bool]]:
    """The breakdowns that add up to this one; with True, those that lie within it and may be less."""
    for name, value in breakdown:
        rest = [part for part in breakdown if part[0] != name]
        dimension = indicator.dimensions[name]
        for lists, within in ((dimension.sums(value), False), (dimension.inside(value), True)):
            for values in lists:
                yield [tuple(sorted((*rest, (name, one)))) for one in values], within


def _by_source_and_date(observations: Iterable[Observation]) -> Iterator[dict[Cell, Observation]]:
    found: dict[object, dict[Cell, Observation]] = {}
    for seen in observations:
        if seen.as_of.first and (seen.figure or seen.outstanding):
            found.setdefault(occasion(seen), {}).setdefault((seen.group.id, seen.breakdown), seen)
    yield from (cells for cells in found.values() if len(cells) > 1)


def occasion(seen: Observation) -> object:
    """A key for what one source prints of one indicator, kind and date."""
    return (seen.indicator.id, seen.kind, seen.start, seen.as_of, seen.source.id, seen.source.location)
