"""Rules on remarks, and which remark explains what: REM001, REM002."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.checks.context import CheckContext, Diagnostic
from egov_tracker.errors import hint_at
from egov_tracker.model.obligations import PlacedObligation
from egov_tracker.text.names import suggester

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from egov_tracker.model.findings import Location
    from egov_tracker.model.observation import Observation, Remark

# What these families see may need files that are not in the run.
ACROSS = ("SER", "OBL")


def find_unused_remarks(
    context: CheckContext, used: Collection[Location], known: Collection[str]
) -> Iterator[Diagnostic]:
    """REM001: a remark names a rule that reports nothing about its observation, or that does not exist.

    `used` are the places of the remarks that explained a finding, `known` the ids of the rules.
    """
    sure = context.whole and not context.broken
    nearest = suggester(known)
    for subject, remark in _with_rule(context):
        if remark.location in used or expired(remark, subject):
            continue
        if remark.rule not in known:
            hint = hint_at(nearest(remark.rule or ""))
            yield Diagnostic(f"there is no rule {remark.rule}{hint}", remark.location, (subject,))
        elif sure or not (remark.rule or "").startswith(ACROSS):
            yield Diagnostic(f"the remark on {remark.rule} explains no finding", remark.location, (subject,))


def find_expired_remarks(context: CheckContext) -> Iterator[Diagnostic]:
    """REM002: a remark is valid until a day before the as-of date of its observation."""
    for observation in context.observations:
        for remark in observation.remarks:
            if remark.rule and expired(remark, observation):
                as_of = observation.as_of
                message = f"the remark on {remark.rule} holds until {remark.until}; the figure is as of {as_of}"
                yield Diagnostic(message, remark.location, (observation,))


def expired(remark: Remark, subject: Observation | PlacedObligation) -> bool:
    """Whether the remark held only until a day before the as-of date; a remark on an obligation always holds."""
    if isinstance(subject, PlacedObligation):
        return False
    first = subject.membership_date.first
    return bool(remark.until and remark.until.last and first and first > remark.until.last)


def explanation(rule: str, diagnostic: Diagnostic) -> Remark | None:
    """The remark that explains a diagnostic, on any of the observations and obligations that it is about."""
    for subject in diagnostic.about:
        for remark in subject.remarks:
            if remark.rule == rule and not expired(remark, subject):
                return remark
    return None


def _with_rule(context: CheckContext) -> Iterator[tuple[Observation | PlacedObligation, Remark]]:
    """Every remark with a rule once, though every cell of a table carries it."""
    seen: set[Location] = set()
    subjects: tuple[Observation | PlacedObligation, ...] = (*context.observations, *context.obligations)
    for subject in subjects:
        for remark in subject.remarks:
            if remark.rule and remark.location not in seen:
                seen.add(remark.location)
                yield subject, remark
