"""Rules on remarks, and which remark explains what: REM001, REM002."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.checks.context import CheckContext, Diagnostic
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
    """A remark names a rule, and there is no such finding on that observation.

    **Why it matters.** The remark once explained something that has been mended since, or it stands on the wrong
    observation; in either case it tells the reader of a contradiction that is not there. It may also hide the next one.

    **What to do.** Delete it, move it to the observation that it speaks of, or name the right rule. A remark without
    `rule` explains no finding and may always stand. Where only some files of a ledger can be compared, remarks on the
    rules across quarters are left alone.
    """
    sure = context.whole and not context.broken
    nearest = suggester(known)
    for observation, remark in _with_rule(context):
        if remark.location in used or expired(remark, observation):
            continue
        if remark.rule not in known:
            meant = nearest(remark.rule or "")
            hint = f"; did you mean {meant[0]}?" if meant else ""
            yield Diagnostic(f"there is no rule {remark.rule}{hint}", remark.location, (observation,))
        elif sure or not (remark.rule or "").startswith(ACROSS):
            yield Diagnostic(f"the remark on {remark.rule} explains no finding", remark.location, (observation,))


def find_expired_remarks(context: CheckContext) -> Iterator[Diagnostic]:
    """A remark holds until a day that lies before the as-of date of its observation.

    **Why it matters.** It no longer explains anything: what it explained is reported again.

    **What to do.** Look whether the source still says so, and move `until`; or delete the remark.
    """
    for observation, remark in _with_rule(context):
        if expired(remark, observation):
            message = f"the remark on {remark.rule} holds until {remark.until}; the figure is as of {observation.as_of}"
            yield Diagnostic(message, remark.location, (observation,))


def expired(remark: Remark, observation: Observation) -> bool:
    """Whether the remark no longer holds at the as-of date."""
    first = observation.membership_date.first
    return bool(remark.until and remark.until.last and first and first > remark.until.last)


def explanation(rule: str, diagnostic: Diagnostic) -> Remark | None:
    """The remark that explains a sighting, on either side of it."""
    for observation in diagnostic.about:
        for remark in observation.remarks:
            if remark.rule == rule and not expired(remark, observation):
                return remark
    return None


def _with_rule(context: CheckContext) -> Iterator[tuple[Observation, Remark]]:
    """Every remark with a rule once, though every cell of a table carries it."""
    seen: set[Location] = set()
    for observation in context.observations:
        for remark in observation.remarks:
            if remark.rule and remark.location not in seen:
                seen.add(remark.location)
                yield observation, remark
