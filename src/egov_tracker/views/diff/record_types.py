"""The records of a comparison, key by key; `egov schema diff` is generated from them."""

from __future__ import annotations

from pydantic import NonNegativeInt
from typing_extensions import TypedDict

from egov_tracker.changes.model import Transition
from egov_tracker.inference.body_status import State
from egov_tracker.inference.comparability import Reason
from egov_tracker.inference.obligations import Outcome
from egov_tracker.model.terms import Force
from egov_tracker.views.diff.kinds import ChangeKind, Trend
from egov_tracker.views.record_types import DateText, Day, EnvelopeRecord, LocationRecord, ObservationRecord


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


class PartRecord(TypedDict):
    """A part of a merged body, and its state before the merger."""

    id: str
    name: str
    state: State


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
    parts: list[PartRecord]
    """Of a body that was merged, in which state each of its parts was before."""


class MergerRecord(TypedDict):
    """Bodies that became one; a lone part only changed its name or kind."""

    body: str
    parts: list[str]
    date: Day
    basis: str | None
    """The legal document; null where the registry names none."""
    verified: bool
    """Whether day and document are confirmed by a source."""


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
    force: Force | None
    """How binding it is; null where the ledger does not say."""
    due: DateText
    before: bool
    """Whether the day itself is too late."""
    deadline: Day | None
    """The last day that is in time."""
    deadline_inferred: bool
    """Whether that day only follows from how long a source says it is overdue."""
    announced: DateText | None
    """The date of the document that sets it; null where that is not printed."""
    under: str
    place: LocationRecord


class OutcomeRecord(TypedDict):
    """How an obligation stands at the end of a quarter, and on what that rests."""

    outcome: Outcome
    evidence: SideRecord | None
    """The first figure that reaches the target where it is met, the latest that falls short where it is missed."""
    short: SideRecord | None
    """The figure at or after the due date that shows it short, where it is met late."""
    latest: SideRecord | None
    """The latest figure where nothing is decided."""
    settled: DateText | None
    """The date of the event that settled it; null where figures decide."""
    already_met: bool
    """Whether it was reached before it was set."""
    moved_for: list[str]
    """Ids of the obligations that move it for some of the bodies only."""


class VerdictRecord(OutcomeRecord):
    """How an obligation stands at the end of the later quarter, and how it stood before."""

    outcome_before: Outcome | None
    """At the end of the earlier quarter; null where it was not announced by then."""


class CorrectionRecord(TypedDict):
    """A field of a file of the ledger that differs between two states of it."""

    file: str
    section: str
    """The part of the file: observations, sources, bodies."""
    entry: str
    """The key of the entry in its section, or its number there, from 0; that of the later state where it has one."""
    field: str
    """The field of the entry, as in outstanding.names.3; empty where the whole entry was added or taken out."""
    old: str | None
    """As it is written, mappings and lists in one line; null where it has none."""
    new: str | None
    """As it is written, mappings and lists in one line; null where it has none."""
    old_place: LocationRecord | None
    new_place: LocationRecord | None


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
    verdict: VerdictRecord | None
    """Where `kind` is one of obligations."""
    moved_to: ObligationRecord | None
    """The obligation that replaces it, where `kind` is obligation_moved."""
    correction: CorrectionRecord | None
    """Where `kind` is corrected."""


class MoveRecord(SubjectRecord):
    """A series of figures or lists in which something moved, from its first comparable date to its last."""

    trend: Trend
    """Which way, by the direction that the catalogue wants; unknown where bodies moved both ways, or are only named."""
    delta: float | None
    """New minus old, in units."""
    points: float | None
    """New minus old, in percentage points."""
    text: str
    """The line with which the page opens, in its language."""


class DiffRecord(EnvelopeRecord):
    """`egov diff`: both sides, what moved, what can be compared, and every change."""

    old: str
    """The quarter, the file or the revision of the old side."""
    new: str
    """The quarter, the file or the revision of the new side."""
    moved: list[MoveRecord]
    comparability: list[ComparabilityRecord]
    changes: list[ChangeRecord]
