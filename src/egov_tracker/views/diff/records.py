"""The records of a comparison, key by key; `egov schema diff` is generated from them."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from pydantic import NonNegativeInt
from typing_extensions import TypedDict

from egov_tracker.changes.model import (
    Appeared,
    BodiesMoved,
    Disappeared,
    FigureChanged,
    Met,
    Missed,
    Moved,
    NotComparable,
    Reason,
    Reorganised,
    StillOpen,
    Transition,
    Unchanged,
)
from egov_tracker.inference.body_status import INFERRED, State
from egov_tracker.views.diff.changes import duty_of, pair_of, sides_of
from egov_tracker.views.observation import RATIONALES, view_observation
from egov_tracker.views.records import (
    DateText,
    Day,
    EnvelopeRecord,
    LocationRecord,
    ObservationRecord,
    envelope_record,
    json_number,
    location_record,
    observation_record,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from egov_tracker.changes.model import BodyTransition, Change, Merger, Pair
    from egov_tracker.model.obligations import PlacedObligation
    from egov_tracker.model.observation import Observation
    from egov_tracker.model.registry import Body
    from egov_tracker.store.discovery import DataFolder
    from egov_tracker.views.diff.changes import DiffView


class ChangeKind(StrEnum):
    """What a change is about: a figure, a list, the map of bodies, one side alone, or an obligation."""

    COUNT = "count"
    SHARE = "share"
    UNCHANGED = "unchanged"
    BODIES = "bodies"
    NOT_COMPARABLE = "not_comparable"
    REORGANISED = "reorganised"
    APPEARED = "appeared"
    DISAPPEARED = "disappeared"
    OBLIGATION_MET = "obligation_met"
    OBLIGATION_MISSED = "obligation_missed"
    OBLIGATION_MOVED = "obligation_moved"
    OBLIGATION_OPEN = "obligation_open"


KINDS: dict[type[Change], ChangeKind] = {
    Unchanged: ChangeKind.UNCHANGED,
    BodiesMoved: ChangeKind.BODIES,
    NotComparable: ChangeKind.NOT_COMPARABLE,
    Reorganised: ChangeKind.REORGANISED,
    Appeared: ChangeKind.APPEARED,
    Disappeared: ChangeKind.DISAPPEARED,
    Met: ChangeKind.OBLIGATION_MET,
    Missed: ChangeKind.OBLIGATION_MISSED,
    Moved: ChangeKind.OBLIGATION_MOVED,
    StillOpen: ChangeKind.OBLIGATION_OPEN,
}
UNKNOWN = frozenset({Transition.SEEN_DONE, Transition.UNKNOWN})


class SubjectRecord(TypedDict):
    """What a change is about; all null where it is an obligation that no indicator measures."""

    indicator: str | None
    series: str | None
    group: str | None
    """A named group, or the name of one body."""
    breakdown: dict[str, str]


class JudgementRecord(TypedDict):
    """Whether the two sides may be compared."""

    comparable: bool
    reasons: list[Reason]
    """Why they may not, in the order of weight; empty where they may, and where there is nothing to compare."""


class SideRecord(TypedDict):
    """Where one side of a comparison comes from."""

    as_of: DateText
    source: str
    place: LocationRecord


class ComparabilityRecord(SubjectRecord, JudgementRecord):
    """Two observations that meet."""

    old: SideRecord
    new: SideRecord
    also_old: list[SideRecord]
    """Others of the same date on the old side that print something else."""
    also_new: list[SideRecord]
    """Others of the same date on the new side that print something else."""


class BodiesRecord(TypedDict):
    """Names of bodies by the way they moved; empty lists where the change is not one of lists."""

    newly_done: list[str]
    gone_back: list[str]
    still_outstanding: list[str]
    newly_listed: list[str]
    no_longer_listed: list[str]
    """No longer listed, which does not prove it done."""
    newly_exempt: list[str]
    unknown: NonNegativeInt
    """How many more there are of whom it cannot be said how they moved."""


class TransitionRecord(TypedDict):
    """One body on both sides."""

    id: str
    name: str
    way: Transition
    old_state: State
    new_state: State
    inferred: bool
    """Whether the new state is inferred."""
    reason: str
    """Why the new state is said, or why nothing is."""


class MergerRecord(TypedDict):
    """Bodies that became one; a lone part only changed its name or kind."""

    body: str
    parts: list[str]
    date: Day
    basis: str | None
    """The legal document; null where the registry names none."""


class ReorganisationRecord(TypedDict):
    """What became of the map of bodies between the two sides."""

    mergers: list[MergerRecord]
    created: list[str]
    dissolved: list[str]


class ObligationRecord(TypedDict):
    """What was due, by when, by whom, under which document."""

    id: str
    task: str
    what: str
    by: str
    due: DateText
    before: bool
    """Whether the day itself is too late."""
    under: str
    place: LocationRecord


class ChangeRecord(SubjectRecord, JudgementRecord):
    """One change from the old side to the new one."""

    kind: ChangeKind
    old: ObservationRecord | None
    new: ObservationRecord | None
    delta: float | None
    """New minus old, in units; of lists, the change of the outstanding."""
    points: float | None
    """New minus old, in percentage points."""
    bodies: BodiesRecord
    transitions: list[TransitionRecord]
    """Every body that moved or of whom it is not known; those that stand as they stood are left out."""
    reorganisation: ReorganisationRecord | None
    """Where `kind` is reorganised; each reorganisation of a group is told once for an indicator."""
    obligation: ObligationRecord | None
    """Where `kind` is one of obligations."""
    moved_to: ObligationRecord | None
    """The obligation that replaces it, where `kind` is obligation_moved."""


class DiffRecord(EnvelopeRecord):
    """`egov diff`: both sides, what can be compared, and every change."""

    old: str
    """The quarter, the file or the revision of the old side."""
    new: str
    """The quarter, the file or the revision of the new side."""
    comparability: list[ComparabilityRecord]
    changes: list[ChangeRecord]


def diff_record(view: DiffView, folder: DataFolder) -> DiffRecord:
    """Both sides, what can be compared, and every change."""
    compared = {id(pair): (change, pair) for change in view.changes if (pair := _compared_pair(change))}
    return {
        **envelope_record(folder),
        "old": view.old,
        "new": view.new,
        "comparability": [_comparability(change, pair) for change, pair in compared.values()],
        "changes": change_records(view),
    }


def change_records(view: DiffView) -> list[ChangeRecord]:
    """Every change, in the order of the view."""
    seen = _Seen(view)
    return list(_told_once(change_record(change, seen) for change in view.changes))


def _compared_pair(change: Change) -> Pair | None:
    return None if isinstance(change, Reorganised) else pair_of(change)


def _told_once(changes: Iterable[ChangeRecord]) -> Iterator[ChangeRecord]:
    """The changes without a reorganisation that another pair of the same indicator and group told already."""
    told: list[tuple[object, ...]] = []
    for change in changes:
        reorganisation = (change["indicator"], change["group"], change["breakdown"], change["reorganisation"])
        if not change["reorganisation"] or reorganisation not in told:
            yield change
        told.append(reorganisation)


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
    return KINDS[type(change)]


def change_record(change: Change, seen: _Seen) -> ChangeRecord:
    """One change; the keys that its kind does not need are null or empty."""
    old, new = sides_of(change)
    transitions = change.transitions if isinstance(change, BodiesMoved) else ()
    duty = change.due if isinstance(change, Met | Missed | Moved | StillOpen) else None
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
        "obligation": _obligation(duty) if duty else None,
        "moved_to": _obligation(change.by) if isinstance(change, Moved) else None,
    }


def _subject(change: Change) -> SubjectRecord:
    if duty := duty_of(change):
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
    }


def _names(bodies: Iterable[Body]) -> list[str]:
    return [body.name_vi for body in bodies]


def _obligation(due: PlacedObligation) -> ObligationRecord:
    duty = due.obligation
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


def _comparability(change: Change, pair: Pair) -> ComparabilityRecord:
    return {
        **_subject(change),
        "old": _side(pair.old),
        "new": _side(pair.new),
        **_judgement(change),
        "also_old": [_side(seen) for seen in pair.old_also],
        "also_new": [_side(seen) for seen in pair.new_also],
    }


def _side(seen: Observation) -> SideRecord:
    return {"as_of": str(seen.as_of), "source": seen.source.id, "place": location_record(seen.location)}
