"""A quarter in the light of those before it: its headlines, and what became of obligations; kept for the next run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.inference.headlines import build_headlines
from egov_tracker.inference.obligations import History, judge_obligations
from egov_tracker.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from egov_tracker.inference.headlines import Headline
    from egov_tracker.inference.obligations import Verdict
    from egov_tracker.model.obligations import PlacedObligation
    from egov_tracker.model.observation import Snapshot
    from egov_tracker.model.registry import Registry
    from egov_tracker.store.ledger import Ledger


class Judged(NamedTuple):
    """The headlines of a quarter in the order of its file, and the verdicts at its end in the order of theirs."""

    headlines: tuple[Headline, ...]
    verdicts: tuple[Verdict, ...]


def judge_quarter(snapshots: Sequence[Snapshot], registry: Registry, obligations: Sequence[PlacedObligation]) -> Judged:
    """The last of these quarters; the earlier ones tell what was before, and are evidence for verdicts."""
    verdicts = judge_obligations(obligations, History(tuple(snapshots), registry), snapshots[-1].period)
    return Judged(build_headlines(snapshots), verdicts)


def recall_judged(ledger: Ledger, last: Snapshot, earlier: Callable[[], Sequence[Snapshot]]) -> Judged:
    """A quarter of a ledger; `earlier` reads the quarters before it, and is called only where nothing is kept.

    What is judged without a quarter that `earlier` leaves out is not kept.
    """
    registry, obligations = ledger.definitions.registry, ledger.obligations
    before = sum(quarter < last.period for quarter in ledger.quarters)

    def judge() -> tuple[Judged, bool]:
        snapshots = earlier()
        return judge_quarter((*snapshots, last), registry, obligations), len(snapshots) == before

    return ledger.recall_until("judged", last, judge)
