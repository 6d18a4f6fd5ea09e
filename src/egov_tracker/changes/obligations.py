"""What became of each obligation between two quarters, by the verdicts at the end of both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.changes.model import ObligationChange
from egov_tracker.inference.obligations import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from egov_tracker.inference.obligations import Verdict
    from egov_tracker.text.quarters import Quarter


def compare_obligations(
    old: Quarter, new: Quarter, verdicts: Mapping[Quarter, Sequence[Verdict]]
) -> Iterator[ObligationChange]:
    """Each obligation that is newly announced, that is judged otherwise than before, or that is not yet due.

    `verdicts` are those at the end of both. It is told in the order of time, whichever side comes first.
    """
    first, last = sorted((old, new))
    before = {verdict.obligation.id: verdict for verdict in verdicts[first]}
    for verdict in verdicts[last]:
        earlier = before.get(verdict.obligation.id)
        if earlier is None or earlier.outcome is not verdict.outcome or verdict.outcome is Outcome.OPEN:
            yield ObligationChange(earlier, verdict)
