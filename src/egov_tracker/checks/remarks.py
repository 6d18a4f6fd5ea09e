"""Rules on remarks, and which remark explains what: REM001, REM002."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.checks.context import Evidence, Sighting
from egov_tracker.text.names import suggest

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from egov_tracker.model.findings import Place
    from egov_tracker.model.observation import Observation, Remark

# What these families see may need files that are not in the run.
ACROSS = ("SER", "OBL")


def find_idle_remarks(evidence: Evidence, used: Collection[Place], known: Collection[str]) -> Iterator[Sighting]:
    """A remark names a rule, and there is no such finding on that observation.

    **Why it matters.** The remark once explained something that has been mended since, or it stands on the wrong
    observation; in either case it tells the reader of a contradiction that is not there. It may also hide the next one.

    **What to do.** Delete it, move it to the observation that it speaks of, or name the right rule. A remark without
    `rule` explains no finding and may always stand. Where only some files of a ledger can be compared, remarks on the
    rules across quarters are left alone.
    """
    sure = evidence.whole and not evidence.broken
    for observation, remark in _with_rule(evidence):
        if remark.place in used or expired(remark, observation):
            continue
        if remark.rule not in known:
            meant = suggest(remark.rule or "", known, limit=1)
            hint = f"; did you mean {meant[0]}?" if meant else ""
            yield Sighting(f"there is no rule {remark.rule}{hint}", remark.place, (observation,))
        elif sure or not (remark.rule or "").startswith(ACROSS):
            yield Sighting(f"the remark on {remark.rule} explains no finding", remark.place, (observation,))


def find_expired_remarks(evidence: Evidence) -> Iterator[Sighting]:
    """A remark holds until a day that lies before the as-of date of its observation.

    **Why it matters.** It no longer explains anything: what it explained is reported again.

    **What to do.** Look whether the source still says so, and move `until`; or delete the remark.
    """
    for observation, remark in _with_rule(evidence):
        if expired(remark, observation):
            message = f"the remark on {remark.rule} holds until {remark.until}; the figure is as of {observation.as_of}"
            yield Sighting(message, remark.place, (observation,))


def expired(remark: Remark, observation: Observation) -> bool:
    """Whether the remark no longer holds at the as-of date."""
    first = observation.membership_date.first
    return bool(remark.until and remark.until.last and first and first > remark.until.last)


def explanation(rule: str, sighting: Sighting) -> Remark | None:
    """The remark that explains a sighting, on either side of it."""
    for observation in sighting.about:
        for remark in observation.remarks:
            if remark.rule == rule and not expired(remark, observation):
                return remark
    return None


def _with_rule(evidence: Evidence) -> Iterator[tuple[Observation, Remark]]:
    """Every remark with a rule once, though every cell of a table carries it."""
    seen: set[Place] = set()
    for observation in evidence.observations:
        for remark in observation.remarks:
            if remark.rule and remark.place not in seen:
                seen.add(remark.place)
                yield observation, remark
