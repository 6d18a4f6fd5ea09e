"""The builders of the records of `egov agency` and `egov reminders`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.inference.body_history import conflicting
from egov_tracker.views.body_signs import NOT_THERE, SILENT
from egov_tracker.views.diff.records import obligation_record
from egov_tracker.views.observation import RATIONALES
from egov_tracker.views.records import (
    asked_record,
    envelope_record,
    figure_record,
    identity_record,
    location_record,
    origin_record,
    time_record,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from egov_tracker.inference.body_history import Account
    from egov_tracker.inference.body_obligations import Timing
    from egov_tracker.inference.obligations import Verdict
    from egov_tracker.inference.reminders import Reminded
    from egov_tracker.model.findings import Location
    from egov_tracker.model.observation import Observation
    from egov_tracker.model.registry import Absorption, Body, Registry
    from egov_tracker.store.discovery import DataFolder
    from egov_tracker.text.quarters import Quarter
    from egov_tracker.views.agency import AgencyView
    from egov_tracker.views.agency_record_types import (
        AbsorptionRecord,
        AccountRecord,
        AgencyRecord,
        LaterRecord,
        LifeRecord,
        NamedBodyRecord,
        OwnFigureRecord,
        OwnObligationRecord,
        RemindedRecord,
        RemindersRecord,
        SignRecord,
        SignRowRecord,
        WitnessRecord,
    )
    from egov_tracker.views.body_signs import Sign, SignRow
    from egov_tracker.views.reminders import RemindersView


def agency_record(view: AgencyView, folder: DataFolder) -> AgencyRecord:
    """What the ledger knows of one body."""
    timings = {(view.body.id, place): timing for place, timing in view.timing_by_place.items()}
    return {
        **envelope_record(folder),
        "body": life_record(view.body, view.registry),
        "signs": [_row(row, view.quarters) for row in view.signs],
        "accounts": [account_record(account, timing) for account, timing in view.told],
        "figures": [_own_figure(seen) for seen in view.history.figures],
        "silent": len(view.history.silent),
        "obligations": [_own_obligation(verdict) for verdict in view.verdicts],
        "shared_obligations": len(view.shared),
        "reminders": [reminded_record(one, timings) for one in view.reminded],
    }


def reminders_record(view: RemindersView, folder: DataFolder) -> RemindersRecord:
    """Who was reminded of what, how often."""
    return {
        **envelope_record(folder),
        "at_least": view.at_least,
        "reminders": [reminded_record(one, view.timings) for one in view.reminded],
    }


def life_record(body: Body, registry: Registry) -> LifeRecord:
    """A body with its names and its life."""
    basis, ended_by = (registry.legal_basis[name].text if name else None for name in (body.basis, body.ended_by))
    return {
        **_named(body),
        "name_en": body.name_en,
        "kind": body.kind,
        "names": list(dict.fromkeys(body.names)),
        "identifier": body.identifier,
        "valid_from": str(body.valid_from) if body.valid_from else None,
        "valid_to": str(body.valid_to) if body.valid_to else None,
        "basis": basis,
        "ended_by": ended_by,
        "unverified": list(body.unverified),
        "predecessors": _all_named(body.predecessors, registry),
        "successors": _all_named(body.successors, registry),
        "absorbed": [_absorption(one, registry) for one in body.absorbed],
    }


def _named(body: Body) -> NamedBodyRecord:
    return {"id": body.id, "name": body.name_vi}


def _all_named(ids: Iterable[str], registry: Registry) -> list[NamedBodyRecord]:
    return [_named(registry.by_id[id_]) for id_ in ids]


def _absorption(one: Absorption, registry: Registry) -> AbsorptionRecord:
    document = registry.legal_basis.get(one.basis)
    return {
        "date": str(one.date),
        "bodies": _all_named(one.bodies, registry),
        "basis": document.text if document else one.basis,
        "verified": document is not None and document.verified,
    }


def _row(row: SignRow, quarters: Sequence[Quarter]) -> SignRowRecord:
    cells = zip(quarters, row.signs, strict=True)
    return {
        "indicator": row.indicator.id,
        "breakdown": dict(row.breakdown),
        "quarters": [_sign(quarter, sign) for quarter, sign in cells if sign.text != NOT_THERE],
    }


def _sign(quarter: Quarter, sign: Sign) -> SignRecord:
    return {
        "quarter": str(quarter),
        "sign": sign.text,
        "states": list(dict.fromkeys(account.status.state for account in sign.accounts)),
        "silent": sign.text == SILENT,
        "conflicting": conflicting(sign.accounts),
    }


def account_record(account: Account, timing: Timing | None) -> AccountRecord:
    """What one observation says of one body."""
    seen = account.observation
    return {
        **identity_record(seen),
        **time_record(seen),
        **origin_record(seen),
        "state": account.status.state,
        "timing": timing,
        "inferred": account.status.inferred,
        "reason": RATIONALES[account.status.rationale][1],
        "names": [mention.printed for mention in account.mentions],
        "places": [location_record(mention.location) for mention in account.mentions],
        "says": [listing.says for _, listing in account.listings if listing.says],
    }


def _own_figure(seen: Observation) -> OwnFigureRecord:
    return {
        **identity_record(seen),
        **time_record(seen),
        **figure_record(seen),
        **origin_record(seen),
    }


def _own_obligation(verdict: Verdict) -> OwnObligationRecord:
    return {
        **obligation_record(verdict.placed),
        "outcome": verdict.outcome,
        "evidence": _witness(verdict.shown) if verdict.shown else None,
    }


def _witness(seen: Observation) -> WitnessRecord:
    return {
        "quarter": str(seen.period),
        "as_of": str(seen.as_of),
        "source": seen.source.id,
        "at": seen.at,
        "place": location_record(seen.location),
    }


def _later(account: Account, timing: Timing | None) -> LaterRecord:
    return {
        **_witness(account.observation),
        "state": account.status.state,
        "timing": timing,
        "inferred": account.status.inferred,
    }


def reminded_record(one: Reminded, timings: Mapping[tuple[str, Location], Timing | None]) -> RemindedRecord:
    """A body that was asked to do one thing."""
    days, done = one.days_until_done, one.done
    return {
        "body": _named(one.body),
        "indicator": one.indicator.id,
        "breakdown": dict(one.breakdown),
        "times": one.times,
        "reminders": [
            {
                "asked": asked_record(reminder.asked),
                "told_by": [_witness(each.observation) for each in (reminder.account, *reminder.also)],
            }
            for reminder in one.reminders
        ],
        "later": [_later(account, timings.get((one.body.id, account.observation.location))) for account in one.later],
        "done_as_of": str(done.observation.as_of) if done else None,
        "done_inferred": done is not None and done.status.inferred,
        "days_at_least": days.at_least if days else None,
        "days_at_most": days.at_most if days else None,
    }
