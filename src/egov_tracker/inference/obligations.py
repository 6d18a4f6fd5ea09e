"""Whether a printed figure reaches what was due: one judgement for the checker, the comparison and the report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.inference.body_status import stated_done, stated_n
from egov_tracker.model.terms import Bound
from egov_tracker.text.numbers import Number, percentage

if TYPE_CHECKING:
    from decimal import Decimal

    from egov_tracker.model.obligations import Obligation
    from egov_tracker.model.observation import Observation


def concerns(observation: Observation, obligation: Obligation) -> bool:
    """Whether a dated figure speaks of the very thing that is due, and is no repetition of another document's."""
    return (
        observation.indicator.id == obligation.indicator
        and str(observation.group.id) == obligation.group
        and observation.breakdown == tuple(sorted(obligation.breakdown.items()))
        and observation.as_of.first is not None
        and not observation.is_repeated
    )


def is_reached(observation: Observation, obligation: Obligation) -> bool | None:
    """Whether an observation shows the target reached; None where it does not say.

    Where only some bodies of the group are bound ("15 bộ, cơ quan …"), a figure of the group can fall short of their
    number, and proves nothing else.
    """
    if obligation.part:
        return False if obligation.target and _aimed_at(observation, obligation) is False else None
    return _aimed_at(observation, obligation)


def _aimed_at(observation: Observation, obligation: Obligation) -> bool | None:
    target = obligation.target
    if target and target.count:
        return _enough(_number_of(observation), target.count.value, obligation.target_is)
    if target and target.percent:
        return _enough(_percent_of(observation), target.percent.value, obligation.target_is)
    return _everyone(observation)


def _everyone(observation: Observation) -> bool | None:
    """Whether all have done it; exempt bodies count in N and are never late."""
    number = _number_of(observation)
    if number and not number.exact:
        return None
    n, done = stated_n(observation), stated_done(observation)
    if n is not None and done is not None:
        return done + _exempt(observation) >= n
    if observation.outstanding and observation.outstanding.total:
        return False
    return True if _is_hundred(observation) else None


def _is_hundred(observation: Observation) -> bool:
    percent = _percent_of(observation)
    return percent is not None and percent.exact and percent.value == 100  # noqa: PLR2004 - all of them


def _enough(number: Number | None, target: Decimal, bound: Bound) -> bool | None:
    """Whether a number is on the right side; an approximate one only where its whole interval is."""
    if number is None:
        return None
    value = number.value
    low, high = number.qualifier.interval(value, number.step) if number.qualifier else (value, value)
    if bound is Bound.AT_MOST:
        return _sure(enough=high is not None and high <= target, short=low is not None and low > target)
    return _sure(enough=low is not None and low >= target, short=high is not None and high < target)


def _sure(*, enough: bool, short: bool) -> bool | None:
    return enough if enough or short else None


def _number_of(observation: Observation) -> Number | None:
    return observation.figure.count if observation.figure else None


def _percent_of(observation: Observation) -> Number | None:
    figure = observation.figure
    if figure and figure.count and figure.base:
        done = figure.count
        return Number(percentage(done.value + _exempt(observation), figure.base.value), done.step, done.qualifier)
    return figure.percent if figure else None


def _exempt(observation: Observation) -> int:
    """Exempt bodies count in N and are never late; only adoption has any."""
    return (observation.exempt.total or 0) if observation.exempt else 0
