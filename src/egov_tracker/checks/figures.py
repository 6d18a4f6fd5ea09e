"""Rules on the figures of one observation: FIG002, FIG003, FIG004, FIG007."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.checks.conflicts import conflicting_claims
from egov_tracker.checks.context import CheckContext, Diagnostic, describe, field_location, value_location
from egov_tracker.model.terms import Kind, Level
from egov_tracker.text.numbers import format_number, percentage

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from egov_tracker.model.findings import Location
    from egov_tracker.model.observation import Listing, Observation
    from egov_tracker.text.numbers import Number


def find_miscounted_lists(context: CheckContext) -> Iterator[Diagnostic]:
    """FIG002: a list names more or fewer bodies than the source states."""
    for observation in context.observations:
        for field, listing in observation.listings.items():
            stated = listing.stated
            if stated and stated.count and listing.mentions and _miscounted(stated.count, len(listing.bodies)):
                named = len(listing.bodies)
                message = f"'{field}' states {stated.printed} and names {named}"
                yield Diagnostic(message, listing.location, (observation,))


def _miscounted(stated: Number, named: int) -> bool:
    if stated.exact:
        return stated.value != named
    high = stated.interval.high
    return high is not None and named >= high


def find_unbalanced_sums(context: CheckContext) -> Iterator[Diagnostic]:
    """FIG003: done, outstanding and exempt bodies do not add up to N."""
    for observation in context.observations:
        if observation.kind is Kind.ADOPTION:
            yield from _overnamed(observation)
            if observation.figure and observation.figure.count and observation.figure.base:
                yield from _balance(observation, observation.figure.count, observation.figure.base)


def _overnamed(observation: Observation) -> Iterator[Diagnostic]:
    figure, listing = observation.figure, observation.done
    number = figure.count if figure else None
    if not listing or not listing.total or not figure or not number:
        return
    high = number.interval.high
    if number.exact and listing.total > number.value:
        message = f"the figure says that {number.value} are done, 'done' has {listing.total}"
        yield Diagnostic(message, listing.location, (observation,), (value_location(observation),))
    elif not number.exact and high is not None and listing.total >= high:
        message = f"the figure is {figure.printed}, 'done' has {listing.total}"
        yield Diagnostic(message, listing.location, (observation,), (value_location(observation),))


def _balance(observation: Observation, count: Number, base: Number) -> Iterator[Diagnostic]:
    if not count.exact or count.value > base.value or not _exact_lists(observation):
        return
    late, trial, exempt = (_total(observation.listings.get(name)) for name in ("outstanding", "in_progress", "exempt"))
    n, done = int(base.value), int(count.value)
    least = done + max(late or 0, trial or 0) + (exempt or 0)
    sums = {done + (late or 0) + (exempt or 0), done + (late or 0) + (trial or 0) + (exempt or 0)}
    if least > n:
        message = f"{_summed(done, late, trial, exempt)} are more than {n}"
        yield Diagnostic(message, value_location(observation), (observation,))
    elif late is not None and n not in sums:
        level = None if _is_complete(observation) else Level.NOTE
        hint = "" if level is None else "; the list may not name all"
        message = f"{_summed(done, late, trial, exempt)} are {max(sums)}, not {n}{hint}"
        yield Diagnostic(message, value_location(observation), (observation,), level=level)


def _summed(done: int, late: int | None, trial: int | None, exempt: int | None) -> str:
    """What was added up: 19 done + 10 outstanding."""
    parts = (("done", done), ("outstanding", late), ("in progress", trial), ("exempt", exempt))
    return " + ".join(f"{count} {name}" for name, count in parts if count is not None)


def _exact_lists(observation: Observation) -> bool:
    return all(not listing.number or listing.number.exact for listing in observation.listings.values())


def _is_complete(observation: Observation) -> bool:
    """Whether the list of outstanding bodies is complete: the source states their count, or a remark says so."""
    stated = observation.outstanding and observation.outstanding.stated
    return bool(stated) or any(remark.exhaustive == "outstanding" for remark in observation.remarks)


def _total(listing: Listing | None) -> int | None:
    return listing.total if listing else None


def find_conflicting_states(context: CheckContext) -> Iterator[Diagnostic]:
    """FIG007: one source gives a body two states at the same date."""
    for first, second in conflicting_claims(context.observations, _occasion):
        states = " and ".join(sorted({first.state, second.state}))
        message = f"{second.mention.body.name_vi} is in two states, {states}, in {describe(second.observation)}"
        about = (second.observation, first.observation)
        yield Diagnostic(message, second.mention.location, about, (first.mention.location,))


def _occasion(observation: Observation) -> object:
    """A key for the observations in which a body may have one state only: same indicator, date and source."""
    if not observation.as_of.first:
        return observation.location
    return (observation.indicator.id, observation.breakdown, observation.as_of, observation.source.location)


HUNDRED = 100
MORE_DIGITS = 2


def find_wrong_percentages(context: CheckContext) -> Iterator[Diagnostic]:
    """FIG004: a printed percentage is not the one that its two figures give."""
    for observation, printed, done, of, location in stated_shares(context):
        if not printed.qualifier:
            yield from _compare(observation, printed, done, of, location)


def stated_shares(context: CheckContext) -> Iterator[tuple[Observation, Number, Decimal, Decimal, Location]]:
    """Every printed percentage whose two figures are printed and exact: observation, percentage, count, N, location."""
    for observation in context.observations:
        figure, share = observation.figure, observation.share
        count, base = (figure.count, figure.base) if figure else (None, None)
        if figure and figure.percent and count and base and count.exact and base.exact:
            yield observation, figure.percent, count.value, base.value, field_location(observation, "value")
        base = share.of.count if share and share.of else None
        if share and share.printed.percent and base and count and base.exact and count.exact and base.value:
            yield observation, share.printed.percent, count.value, base.value, field_location(observation, "share")


def _compare(
    observation: Observation, printed: Number, done: Decimal, of: Decimal, location: Location
) -> Iterator[Diagnostic]:
    decimals = max(0, -int(printed.step.as_tuple().exponent))
    right = percentage(done, of, decimals)
    if printed.value == right:
        return
    ratio = f"{format_number(done)}/{format_number(of)}"
    said, exact = format_number(printed.value), format_number(percentage(done, of, decimals + MORE_DIGITS))
    if printed.value == HUNDRED * done / of // printed.step * printed.step:
        message = f"{ratio} is {exact}%; {said}% has its last digit cut, not rounded to {format_number(right)}%"
        yield Diagnostic(message, location, (observation,), level=Level.NOTE)
    else:
        yield Diagnostic(f"{ratio} is {format_number(right)}%, not {said}%", location, (observation,))
