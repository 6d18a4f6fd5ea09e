"""The records of `egov agency` and `egov reminders`, key by key, as `record_types` says it."""

from __future__ import annotations

from pydantic import NonNegativeInt, PositiveInt
from typing_extensions import TypedDict

from egov_tracker.inference.body_obligations import Timing
from egov_tracker.inference.body_status import State
from egov_tracker.inference.obligations import Outcome  # noqa: TC001 - as above
from egov_tracker.model.terms import BodyKind
from egov_tracker.views.diff.record_types import ObligationRecord
from egov_tracker.views.record_types import (
    AskedRecord,
    DateText,
    EnvelopeRecord,
    FigureRecord,
    IdentityRecord,
    LocationRecord,
    OriginRecord,
    QuarterName,
    TimeRecord,
)


class NamedBodyRecord(TypedDict):
    """A body by id and name."""

    id: str
    name: str


class AbsorptionRecord(TypedDict):
    """Bodies that were merged into this one, which kept its name."""

    date: DateText
    bodies: list[NamedBodyRecord]
    basis: str
    """The legal document."""
    verified: bool
    """Whether a source confirms it."""


class LifeRecord(NamedBodyRecord):
    """A body: its names, and from when to when it existed."""

    name_en: str
    kind: BodyKind
    names: list[str]
    """All names that are read as this body."""
    identifier: str | None
    valid_from: DateText | None
    """The first day; null where it existed before the ledger begins."""
    valid_to: DateText | None
    """The last day; null where it still exists."""
    basis: str | None
    """The legal document that created it."""
    ended_by: str | None
    """The legal document that ended it."""
    unverified: list[str]
    """The keys of the registry that no source confirms."""
    predecessors: list[NamedBodyRecord]
    successors: list[NamedBodyRecord]
    absorbed: list[AbsorptionRecord]


class SignRecord(TypedDict):
    """What the sources of one quarter say of the body, about one indicator."""

    quarter: QuarterName
    sign: str
    """As the page shows it."""
    states: list[State]
    """The states that the accounts of the quarter tell, in the order of time; empty where none does."""
    silent: bool
    """Whether a group of the body has a figure in the quarter that does not tell its state."""
    conflicting: bool
    """Whether accounts contradict each other."""


class SignRowRecord(TypedDict):
    """One indicator or a part of it, by quarter; quarters outside the life of the body are left out."""

    indicator: str
    breakdown: dict[str, str]
    quarters: list[SignRecord]


class AccountRecord(IdentityRecord, TimeRecord, OriginRecord):
    """What one observation says of the body."""

    state: State
    timing: Timing | None
    """Of an outstanding body; late is only what is past the due date of an order or a decision."""
    inferred: bool
    reason: str
    names: list[str]
    """Every name as the source prints it; empty where the state follows from others."""
    places: list[LocationRecord]
    """Where each name stands in the ledger."""
    says: list[str]
    """What the source says of the lists that name the body, in its own words."""


class OwnFigureRecord(IdentityRecord, TimeRecord, FigureRecord, OriginRecord):
    """A figure of the body alone."""


class WitnessRecord(TypedDict):
    """An observation, by where it stands; `accounts` of the body has the rest of it."""

    quarter: QuarterName
    as_of: DateText
    source: str
    at: str
    """The place in the source."""
    place: LocationRecord


class LaterRecord(WitnessRecord):
    """What an observation says of the body."""

    state: State
    timing: Timing | None
    """Of an outstanding body; late is only what is past the due date of an order or a decision."""
    inferred: bool


class OwnObligationRecord(ObligationRecord):
    """An obligation of the body, or of every body of its group, judged by the state of the body itself."""

    outcome: Outcome
    evidence: WitnessRecord | None
    """The observation that decided, else the latest."""


class ReminderRecord(TypedDict):
    """One document that asked the body to do it."""

    asked: AskedRecord
    told_by: list[WitnessRecord]
    """The observations that tell of it."""


class RemindedRecord(TypedDict):
    """A body that was asked to do one thing."""

    body: NamedBodyRecord
    indicator: str
    breakdown: dict[str, str]
    times: PositiveInt
    """By how many documents it was asked."""
    reminders: list[ReminderRecord]
    later: list[LaterRecord]
    """What first-hand sources say of it that are surely later than the first reminder."""
    done_as_of: DateText | None
    """The date of the first later figure by which it is done and after which none says otherwise."""
    done_inferred: bool
    """Whether that it is done is inferred."""
    days_at_least: NonNegativeInt | None
    """From the first reminder to the last day on which it was still outstanding."""
    days_at_most: NonNegativeInt | None
    """From the first reminder to the first day on which it was done; null where either is not known to the day."""


class AgencyRecord(EnvelopeRecord):
    """`egov agency`: what the ledger knows of one body."""

    body: LifeRecord
    signs: list[SignRowRecord]
    accounts: list[AccountRecord]
    """In the order of time, the undated last."""
    figures: list[OwnFigureRecord]
    """Figures of the body alone."""
    silent: NonNegativeInt
    """How many figures of its groups do not tell its state."""
    obligations: list[OwnObligationRecord]
    shared_obligations: NonNegativeInt
    """How many obligations of its groups cannot be judged for the body alone."""
    reminders: list[RemindedRecord]


class RemindersRecord(EnvelopeRecord):
    """`egov reminders`: who was asked to do what, how often."""

    at_least: PositiveInt
    reminders: list[RemindedRecord]
