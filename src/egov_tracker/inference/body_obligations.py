"""The obligations of one body: those of its groups, judged by its own state, and whether it is late."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from egov_tracker.inference.body_history import covered
from egov_tracker.inference.body_status import State
from egov_tracker.inference.obligations import judge, wants_all
from egov_tracker.model.terms import Force, Kind
from egov_tracker.text.dates import parse_as_of
from egov_tracker.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

    from egov_tracker.inference.body_history import Account
    from egov_tracker.inference.obligations import History, Verdict
    from egov_tracker.model.catalogue import Indicator
    from egov_tracker.model.obligations import Obligation, PlacedObligation
    from egov_tracker.model.registry import Body, Registry
    from egov_tracker.text.dates import AsOf
    from egov_tracker.text.quarters import Quarter

BINDING = frozenset({None, Force.ORDER, Force.DECISION})


class Timing(StrEnum):
    """How the state of an outstanding body relates to what was due: only what is past an order's due date is late."""

    LATE = "late"
    NOT_DUE = "not_due"
    NO_DUE_DATE = "no_due_date"
    ON_TRIAL = "on_trial"


class Binding(NamedTuple):
    """An obligation, the ids of the bodies that it binds, and whether each of them can be judged on it by itself."""

    placed: PlacedObligation
    bodies: Container[str]
    personal: bool


def bind(
    obligations: Sequence[PlacedObligation], registry: Registry, catalogue: Mapping[str, Indicator]
) -> tuple[Binding, ...]:
    """Whom each obligation binds, for any number of bodies.

    A body can be judged on what every body of a group has to do, and on what is its own.
    """
    return tuple(
        Binding(placed, _bound_by(placed.obligation, registry), _is_personal(placed.obligation, registry, catalogue))
        for placed in obligations
    )


def obligations_on(
    body: Body, bindings: Iterable[Binding], registry: Registry
) -> tuple[tuple[PlacedObligation, ...], tuple[PlacedObligation, ...]]:
    """The obligations that a body can be judged on by itself, each made one of its own; and others of its groups."""
    mine = [one for one in bindings if body.id in one.bodies]
    own = (_made_own(one.placed, body, registry) for one in mine if one.personal)
    return tuple(own), tuple(one.placed for one in mine if not one.personal)


def judge_own(own: Sequence[PlacedObligation], history: History, at: Quarter) -> tuple[Verdict, ...]:
    """The verdict on each obligation of a body that is announced by the end of a quarter, by its own state."""
    known = [placed for placed in own if placed.obligation.is_announced(at.last_day)]
    return tuple(judge(placed, known, history, at) for placed in known)


def timing_of(account: Account, own: Sequence[PlacedObligation]) -> Timing | None:
    """Whether a body that is outstanding by an account is late, by its own orders and decisions; None for others."""
    if account.status.state is not State.OUTSTANDING:
        return None
    if account.on_trial:
        return Timing.ON_TRIAL
    found = set(_timings(account, own))
    return next((one for one in Timing if one in found), Timing.NO_DUE_DATE)


def _timings(account: Account, own: Sequence[PlacedObligation]) -> Iterator[Timing]:
    """The timing by each order and decision that stands: one that another replaces does not."""
    seen = account.observation
    day = seen.as_of
    alike = (placed.obligation for placed in own if placed.obligation.indicator == seen.indicator.id)
    standing = [one for one in alike if _was_announced(one, day, seen.period)]
    moved = {one.supersedes for one in standing}
    for obligation in standing:
        deadline = obligation.deadline
        same_part = tuple(sorted(obligation.breakdown.items())) == seen.breakdown
        if not same_part or obligation.force not in BINDING or obligation.id in moved or not deadline or not day.first:
            continue
        if day.first >= deadline:
            yield Timing.LATE
        elif not obligation.overdue and day.last and day.last < deadline:
            yield Timing.NOT_DUE


def _was_announced(obligation: Obligation, day: AsOf, period: Quarter) -> bool:
    return obligation.is_announced(min(day.last, period.last_day) if day.last else period.last_day)


def _bound_by(obligation: Obligation, registry: Registry) -> Container[str]:
    """The ids of the bodies that belong to the group of an obligation when it is set."""
    when = _set_at(obligation)
    group = registry.group(obligation.group, when)
    return covered(group, when, registry) if group else ()


def _set_at(obligation: Obligation) -> AsOf:
    """The date at which the group of an obligation is looked at: when it was set, else told of, else due."""
    if obligation.announced and obligation.announced.first:
        return obligation.announced
    told = obligation.told_in
    return parse_as_of(str(told)) if told else obligation.due


def _is_personal(obligation: Obligation, registry: Registry, catalogue: Mapping[str, Indicator]) -> bool:
    if obligation.group not in registry.group_names:
        return True
    indicator = catalogue.get(obligation.indicator or "")
    if indicator is None or Kind.ADOPTION not in indicator.kind:
        return False
    return wants_all(obligation) or _wants_cohort(obligation, registry)


def _wants_cohort(obligation: Obligation, registry: Registry) -> bool:
    """Whether the target is the number of bodies of a cohort, so that every one of them has to do it."""
    cohort, target = registry.cohorts.get(obligation.group), obligation.target
    counted = cohort.count.count if cohort and cohort.count else None
    aimed = target.count if target else None
    return counted is not None and aimed is not None and aimed.value == counted.value


def _made_own(placed: PlacedObligation, body: Body, registry: Registry) -> PlacedObligation:
    """The obligation of a group as one of a body of it alone."""
    obligation = placed.obligation
    if obligation.group not in registry.group_names:
        return placed
    target = None if _wants_cohort(obligation, registry) else obligation.target
    return placed._replace(obligation=obligation.changed(group=body.name_vi, target=target))
