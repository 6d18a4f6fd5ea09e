"""The builders of the records of a comparison."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.changes.figures import compare_figures
from egov_tracker.changes.model import (
    Appeared,
    BodiesMoved,
    Disappeared,
    FigureChanged,
    NotComparable,
    ObligationChange,
    Pair,
    Reorganised,
    Transition,
    Unchanged,
)
from egov_tracker.inference.body_status import INFERRED
from egov_tracker.inference.obligations import MET_OUTCOMES, Outcome
from egov_tracker.views.diff.changes import obligation_of, pair_of, sides_of
from egov_tracker.views.diff.kinds import ChangeKind
from egov_tracker.views.diff.moves import view_moves
from egov_tracker.views.observation import RATIONALES, view_observation
from egov_tracker.views.records import envelope_record, json_number, location_record, observation_record

if TYPE_CHECKING:
    from collections.abc import Iterable

    from egov_tracker.changes.model import BodyTransition, Change, Merger
    from egov_tracker.inference.obligations import Verdict
    from egov_tracker.model.obligations import PlacedObligation
    from egov_tracker.model.observation import Observation
    from egov_tracker.model.registry import Body
    from egov_tracker.store.discovery import DataFolder
    from egov_tracker.views.diff.changes import DiffView
    from egov_tracker.views.diff.moves import Move
    from egov_tracker.views.diff.record_types import (
        BodiesRecord,
        ChangeRecord,
        ComparabilityRecord,
        CorrectionRecord,
        DiffRecord,
        JudgementRecord,
        MergerRecord,
        MoveRecord,
        ObligationRecord,
        OutcomeRecord,
        ReorganisationRecord,
        SideRecord,
        SubjectRecord,
        TransitionRecord,
        VerdictRecord,
    )
    from egov_tracker.views.diff.review import Reviewed
    from egov_tracker.views.record_types import ObservationRecord


KINDS: dict[type[Change], ChangeKind] = {
    Unchanged: ChangeKind.UNCHANGED,
    BodiesMoved: ChangeKind.BODIES,
    NotComparable: ChangeKind.NOT_COMPARABLE,
    Reorganised: ChangeKind.REORGANISED,
    Appeared: ChangeKind.APPEARED,
    Disappeared: ChangeKind.DISAPPEARED,
}
NO_SUBJECT: SubjectRecord = {"indicator": None, "series": None, "group": None, "breakdown": {}}
OBLIGATION_KINDS = {
    **dict.fromkeys(MET_OUTCOMES, ChangeKind.OBLIGATION_MET),
    Outcome.MISSED: ChangeKind.OBLIGATION_MISSED,
    Outcome.MOVED: ChangeKind.OBLIGATION_MOVED,
}
UNKNOWN = frozenset({Transition.SEEN_DONE, Transition.UNKNOWN})


def diff_record(view: DiffView, folder: DataFolder) -> DiffRecord:
    """Both sides, what can be compared, and every change."""
    compared = {id(pair): (change, pair) for change in view.changes if (pair := _compared_pair(change))}
    return {
        **envelope_record(folder),
        "old": view.old,
        "new": view.new,
        "moved": [_move(one) for one in view_moves(view)] if view.reviewed is None else [],
        "comparability": [_comparability(change, pair) for change, pair in compared.values()],
        "changes": change_records(view),
    }


def _move(move: Move) -> MoveRecord:
    figure = move.line.figure
    return {
        **_observed(move.line.new),
        "trend": move.trend,
        "delta": delta_of(figure) if figure else None,
        "points": points_of(figure) if figure else None,
        "text": move.text,
    }


def change_records(view: DiffView) -> list[ChangeRecord]:
    """Every change, in the order of the view; of two states of one file the corrections first."""
    seen = _Seen(view)
    corrected = [_corrected(one, seen) for one in view.reviewed or ()]
    return [*corrected, *(change_record(change, seen) for change in view.changes)]


def _compared_pair(change: Change) -> Pair | None:
    return None if isinstance(change, Reorganised) else pair_of(change)


class _Seen:
    """The records of observations, each made once however many changes carry it."""

    def __init__(self, view: DiffView) -> None:
        self._view = view
        self._records: dict[int, ObservationRecord] = {}

    def record(self, observation: Observation | None) -> ObservationRecord | None:
        if observation is None:
            return None
        if id(observation) not in self._records:
            seen = view_observation(observation, self._view.definitions.registry, self._view.lang)
            self._records[id(observation)] = observation_record(seen)
        return self._records[id(observation)]


def kind_of(change: Change) -> ChangeKind:
    """The kind of a change, as JSON and CSV name it."""
    if isinstance(change, FigureChanged):
        return ChangeKind.SHARE if change.delta is None else ChangeKind.COUNT
    if isinstance(change, ObligationChange):
        return OBLIGATION_KINDS.get(change.new.outcome, ChangeKind.OBLIGATION_OPEN)
    return KINDS[type(change)]


def change_record(change: Change, seen: _Seen) -> ChangeRecord:
    """One change; the keys that its kind does not need are null or empty."""
    old, new = sides_of(change)
    transitions = tuple(change.transitions) if isinstance(change, BodiesMoved) else ()
    judged = change if isinstance(change, ObligationChange) else None
    moved_to = judged.new.moved_to if judged else None
    return {
        "kind": kind_of(change),
        **_subject(change),
        "old": seen.record(old),
        "new": seen.record(new),
        **_judgement(change),
        "delta": delta_of(change),
        "points": points_of(change),
        "bodies": _bodies(transitions),
        "transitions": [_transition(one) for one in transitions if one.kind is not Transition.SAME],
        "reorganisation": _reorganisation(change) if isinstance(change, Reorganised) else None,
        "obligation": obligation_record(judged.new.placed) if judged else None,
        "verdict": _verdict(judged) if judged else None,
        "moved_to": obligation_record(moved_to) if moved_to else None,
        "correction": None,
    }


def _corrected(one: Reviewed, seen: _Seen) -> ChangeRecord:
    """A correction, with the figure as it was and as it is; the difference of two values where they can be compared."""
    values = one.correction.field == "value"
    figures = compare_figures(Pair(one.old, one.new)) if one.old and one.new and values else None
    return {
        "kind": ChangeKind.CORRECTED,
        **(_observed(one.seen) if one.seen else NO_SUBJECT),
        "old": seen.record(one.old),
        "new": seen.record(one.new),
        "comparable": isinstance(figures, FigureChanged | Unchanged),
        "reasons": [],
        "delta": delta_of(figures) if figures else None,
        "points": points_of(figures) if figures else None,
        "bodies": _bodies(()),
        "transitions": [],
        "reorganisation": None,
        "obligation": None,
        "verdict": None,
        "moved_to": None,
        "correction": _correction(one),
    }


def _correction(one: Reviewed) -> CorrectionRecord:
    correction = one.correction
    return {
        "file": one.file,
        "section": correction.section,
        "entry": str(correction.where[1]) if len(correction.where) > 1 else "",
        "field": correction.field,
        "old": correction.old,
        "new": correction.new,
        "old_place": location_record(correction.old_place) if correction.old_place else None,
        "new_place": location_record(correction.new_place) if correction.new_place else None,
    }


def _subject(change: Change) -> SubjectRecord:
    if bound := obligation_of(change):
        return {"indicator": bound.indicator, "series": None, "group": bound.group, "breakdown": dict(bound.breakdown)}
    old, new = sides_of(change)
    seen = new or old
    return _observed(seen) if seen else NO_SUBJECT


def _observed(seen: Observation) -> SubjectRecord:
    return {
        "indicator": seen.indicator.id,
        "series": seen.indicator.series,
        "group": str(seen.group),
        "breakdown": dict(seen.breakdown),
    }


def _judgement(change: Change) -> JudgementRecord:
    reasons = list(change.reasons) if isinstance(change, NotComparable) else []
    return {"comparable": isinstance(change, FigureChanged | Unchanged | BodiesMoved), "reasons": reasons}


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


def _bodies(transitions: tuple[BodyTransition, ...]) -> BodiesRecord:
    def names(way: Transition) -> list[str]:
        return [one.body.name_vi for one in transitions if one.kind is way]

    return {
        "newly_done": names(Transition.NEWLY_DONE),
        "gone_back": names(Transition.GONE_BACK),
        "still_outstanding": names(Transition.STILL_OUTSTANDING),
        "newly_listed": names(Transition.NEWLY_LISTED),
        "no_longer_listed": names(Transition.NO_LONGER_LISTED),
        "newly_exempt": names(Transition.NEWLY_EXEMPT),
        "unknown": sum(one.kind in UNKNOWN for one in transitions),
    }


def _transition(one: BodyTransition) -> TransitionRecord:
    return {
        "id": one.body.id,
        "name": one.body.name_vi,
        "way": one.kind,
        "old_state": one.old,
        "new_state": one.new,
        "inferred": one.new_rationale in INFERRED,
        "reason": RATIONALES[one.new_rationale][1],
        "parts": [{"id": part.body.id, "name": part.body.name_vi, "state": part.state} for part in one.parts],
    }


def _reorganisation(change: Reorganised) -> ReorganisationRecord:
    return {
        "mergers": [_merger(merger) for merger in change.mergers],
        "created": _names(change.created),
        "dissolved": _names(change.dissolved),
    }


def _merger(merger: Merger) -> MergerRecord:
    return {
        "body": merger.body.name_vi,
        "parts": _names(merger.parts),
        "date": merger.when.isoformat(),
        "basis": merger.basis.text if merger.basis else None,
        "verified": merger.verified,
    }


def _names(bodies: Iterable[Body]) -> list[str]:
    return [body.name_vi for body in bodies]


def obligation_record(placed: PlacedObligation) -> ObligationRecord:
    """What was due."""
    bound = placed.obligation
    return {
        "id": bound.id,
        "task": bound.task,
        "what": bound.what_vi,
        "by": bound.by,
        "force": bound.force,
        "due": str(bound.due),
        "before": bound.before,
        "deadline": bound.deadline.isoformat() if bound.deadline else None,
        "deadline_inferred": bound.overdue is not None,
        "announced": str(bound.announced) if bound.announced else None,
        "under": bound.under,
        "place": location_record(placed.location),
    }


def _verdict(change: ObligationChange) -> VerdictRecord:
    outcome = change.new.outcome
    before = change.old.outcome if change.old else None
    return {"outcome": outcome, "outcome_before": before, **outcome_record(change.new)}


def outcome_record(verdict: Verdict) -> OutcomeRecord:
    """How an obligation stands, and on what that rests."""
    return {
        "outcome": verdict.outcome,
        "evidence": side_record(verdict.evidence) if verdict.evidence else None,
        "short": side_record(verdict.short) if verdict.short else None,
        "latest": side_record(verdict.latest) if verdict.latest else None,
        "settled": str(verdict.settled.date) if verdict.settled else None,
        "already_met": verdict.already_met,
        "moved_for": [moved.obligation.id for moved in verdict.moved_for],
    }


def _comparability(change: Change, pair: Pair) -> ComparabilityRecord:
    return {
        **_subject(change),
        "old": side_record(pair.old),
        "new": side_record(pair.new),
        **_judgement(change),
        "also_old": [side_record(seen) for seen in pair.old_also],
        "also_new": [side_record(seen) for seen in pair.new_also],
    }


def side_record(seen: Observation) -> SideRecord:
    """Where one side of a comparison comes from."""
    return {"as_of": str(seen.as_of), "source": seen.source.id, "place": location_record(seen.location)}
