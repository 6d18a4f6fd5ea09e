"""The facts of a comparison under the keys that JSON and CSV promise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.changes.model import (
    Appeared,
    BodiesMoved,
    Disappeared,
    FigureChanged,
    NotComparable,
    ObligationChange,
    Reorganised,
    Transition,
    Unchanged,
)
from egov_tracker.inference.obligations import Outcome
from egov_tracker.views.diff.changes import obligation_of, pair_of, sides_of
from egov_tracker.views.observation import view_observation
from egov_tracker.views.records import json_number, location_record, observation_record

if TYPE_CHECKING:
    from collections.abc import Iterable

    from egov_tracker.changes.model import BodyTransition, Change, Merger
    from egov_tracker.model.obligations import Obligation, PlacedObligation
    from egov_tracker.model.observation import Observation
    from egov_tracker.model.registry import Body
    from egov_tracker.views.diff.changes import DiffView
    from egov_tracker.views.records import Record

LISTED = (
    Transition.NEWLY_DONE,
    Transition.GONE_BACK,
    Transition.STILL_OUTSTANDING,
    Transition.NEWLY_LISTED,
    Transition.NO_LONGER_LISTED,
    Transition.NEWLY_EXEMPT,
)
KINDS: dict[type[Change], str] = {
    Unchanged: "unchanged",
    BodiesMoved: "bodies",
    NotComparable: "not_comparable",
    Reorganised: "reorganised",
    Appeared: "appeared",
    Disappeared: "disappeared",
}
OBLIGATION_KINDS = {
    Outcome.MET: "obligation_met",
    Outcome.SHOWN_LATER: "obligation_met",
    Outcome.MET_LATE: "obligation_met",
    Outcome.MISSED: "obligation_missed",
    Outcome.MOVED: "obligation_moved",
    Outcome.OPEN: "obligation_open",
    Outcome.OVERDUE: "obligation_open",
    Outcome.NO_DUE_DATE: "obligation_open",
}
UNKNOWN = frozenset({Transition.SEEN_DONE, Transition.UNKNOWN})


def diff_record(view: DiffView) -> Record:
    """Both sides, what can be compared, and every change."""
    seen = _Seen(view)
    pairs = {id(pair): change for change in view.changes if (pair := pair_of(change))}
    return {
        "old": view.old,
        "new": view.new,
        "comparability": [_comparability(change) for change in pairs.values() if not isinstance(change, Reorganised)],
        "changes": [change_record(change, seen) for change in view.changes],
    }


class _Seen:
    """The facts of an observation, worked out once however many changes carry it."""

    def __init__(self, view: DiffView) -> None:
        self._view = view
        self._facts: dict[int, Record] = {}

    def facts(self, observation: Observation | None) -> Record | None:
        if observation is None:
            return None
        if id(observation) not in self._facts:
            seen = view_observation(observation, self._view.definitions.registry, self._view.lang)
            self._facts[id(observation)] = observation_record(seen)
        return self._facts[id(observation)]


def kind_of(change: Change) -> str:
    """The kind of a change, as JSON and CSV name it."""
    if isinstance(change, FigureChanged):
        return "share" if change.delta is None else "count"
    if isinstance(change, ObligationChange):
        return OBLIGATION_KINDS[change.new.outcome]
    return KINDS[type(change)]


def change_record(change: Change, seen: _Seen) -> Record:
    """One change; only reorganisations and obligations have a key of their own beside the common ones."""
    old, new = sides_of(change)
    facts: Record = {
        "kind": kind_of(change),
        **_identity(change),
        "old": seen.facts(old),
        "new": seen.facts(new),
        "comparable": is_comparable(change),
        "reasons": reasons_of(change),
        "delta": delta_of(change),
        "points": points_of(change),
        "bodies": _bodies(change.transitions if isinstance(change, BodiesMoved) else ()),
    }
    if isinstance(change, Reorganised):
        facts["reorganisation"] = _reorganisation(change)
    if isinstance(change, ObligationChange):
        facts["obligation"] = {**_obligation(change.new.placed), **_outcome(change)}
        facts["moved_to"] = _obligation(change.new.moved_to) if change.new.moved_to else None
    return facts


def _identity(change: Change) -> Record:
    if duty := obligation_of(change):
        return {"indicator": duty.indicator, "series": None, "group": duty.group, "breakdown": dict(duty.breakdown)}
    old, new = sides_of(change)
    seen = new or old
    if seen is None:
        return {"indicator": None, "series": None, "group": None, "breakdown": {}}
    return {
        "indicator": seen.indicator.id,
        "series": seen.indicator.series,
        "group": str(seen.group),
        "breakdown": dict(seen.breakdown),
    }


def is_comparable(change: Change) -> bool:
    """Whether the change compares two observations."""
    return isinstance(change, FigureChanged | Unchanged | BodiesMoved)


def reasons_of(change: Change) -> list[str]:
    """Why two observations cannot be compared."""
    return [str(reason) for reason in change.reasons] if isinstance(change, NotComparable) else []


def delta_of(change: Change) -> int | float | None:
    """The difference in units."""
    match change:
        case FigureChanged(delta=delta) if delta is not None:
            return json_number(delta)
        case BodiesMoved(delta=count):
            return count
        case Unchanged():
            return 0
        case _:
            return None


def points_of(change: Change) -> int | float | None:
    """The difference in percentage points."""
    match change:
        case FigureChanged(points=points) if points is not None:
            return json_number(points)
        case _:
            return None


def _bodies(transitions: Iterable[BodyTransition]) -> Record:
    """Who moved in which way; `unknown` counts those of whom nothing can be said one by one."""
    transitions = tuple(transitions)
    named: Record = {
        str(kind): [transition.body.name_vi for transition in transitions if transition.kind is kind] for kind in LISTED
    }
    return {**named, "unknown": sum(transition.kind in UNKNOWN for transition in transitions)}


def _reorganisation(change: Reorganised) -> Record:
    return {
        "mergers": [_merger(merger) for merger in change.mergers],
        "created": _names(change.created),
        "dissolved": _names(change.dissolved),
    }


def _merger(merger: Merger) -> Record:
    return {
        "body": merger.body.name_vi,
        "parts": _names(merger.parts),
        "date": merger.when.isoformat(),
        "basis": merger.basis.text if merger.basis else None,
    }


def _names(bodies: Iterable[Body]) -> list[str]:
    return [body.name_vi for body in bodies]


def _obligation(due: PlacedObligation) -> Record:
    duty: Obligation = due.obligation
    return {
        "id": duty.id,
        "task": duty.task,
        "what": duty.what_vi,
        "by": duty.by,
        "due": str(duty.due),
        "before": duty.before,
        "under": duty.under,
        "place": location_record(due.location),
    }


def _outcome(change: ObligationChange) -> Record:
    """The verdicts at the end of both quarters, the last day in time, and the figure that showed it short."""
    verdict, obligation = change.new, change.obligation
    return {
        "force": str(obligation.force) if obligation.force else None,
        "deadline": obligation.deadline.isoformat() if obligation.deadline else None,
        "deadline_inferred": obligation.overdue is not None,
        "outcome": str(verdict.outcome),
        "outcome_before": str(change.old.outcome) if change.old else None,
        "already_met": verdict.already_met,
        "short": _dated(verdict.short),
        "settled": str(verdict.settled.date) if verdict.settled else None,
    }


def _comparability(change: Change) -> Record:
    old, new = sides_of(change)
    pair = pair_of(change)
    return {
        **_identity(change),
        "old": _dated(old),
        "new": _dated(new),
        "comparable": is_comparable(change),
        "reasons": reasons_of(change),
        "also_old": [_dated(seen) for seen in pair.old_also] if pair else [],
        "also_new": [_dated(seen) for seen in pair.new_also] if pair else [],
    }


def _dated(seen: Observation | None) -> Record | None:
    if seen is None:
        return None
    return {"as_of": str(seen.as_of), "source": seen.source.id, "place": location_record(seen.location)}
