"""What became of each obligation between two quarters, by the verdicts at the end of both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.changes.model import ObligationChange
from egov_tracker.inference.obligations import Outcome, judge_obligations

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from egov_tracker.inference.obligations import History
    from egov_tracker.model.obligations import PlacedObligation
    from egov_tracker.text.quarters import Quarter


def compare_obligations(
    old: Quarter, new: Quarter, obligations: Sequence[PlacedObligation], history: History
) -> Iterator[ObligationChange]:
    """Each obligation that is newly announced, that is judged otherwise than before, or that is not yet due.

    It is told in the order of time, whichever side comes first.
    """
    first, last = sorted((old, new))
    if first == last:
        return
    before = {verdict.obligation.id: verdict for verdict in judge_obligations(obligations, history, first)}
    for verdict in judge_obligations(obligations, history, last):
        earlier = before.get(verdict.obligation.id)
        if earlier is None or earlier.outcome is not verdict.outcome or verdict.outcome is Outcome.OPEN:
            yield ObligationChange(earlier, verdict)
