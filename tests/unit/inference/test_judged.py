"""A quarter of a ledger as it is judged: read again only where nothing is kept of it, and never kept by halves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from egov_tracker.inference.judged import Judged, recall_judged
from egov_tracker.store.cache import Cache
from egov_tracker.store.discovery import DataFolder, Origin
from egov_tracker.store.ledger import Ledger
from tests.building import snapshot_text, write_ledger

if TYPE_CHECKING:
    from pathlib import Path

    from egov_tracker.model.observation import Snapshot

LGSP = "indicator: lgsp, group: central"
PRINTED = {
    "2016Q1": "2016-03-31, value: 5/30",
    "2016Q2": "2016-06-30, value: 9/30",
    "2016Q3": "2016-09-30, value: 30/30",
}
DUE = """\
obligations:
  plan: {task: t, indicator: lgsp, group: central, by: Các bộ, what_vi: v, what_en: e, under: Nghị quyết,
         due: 2016-06-15, announced: 2016-01-02}
"""


class Asked:
    """A ledger that is opened anew for each question, and the quarters that were read for the answers."""

    def __init__(self, root: Path) -> None:
        reports = {quarter: snapshot_text([f"{LGSP}, as_of: {one}"], quarter) for quarter, one in PRINTED.items()}
        self.folder = DataFolder(Origin.OPTION, write_ledger(root / "data", reports, {"obligations": DUE}))
        self.kept = root / "kept"
        self.read: list[str] = []

    def judge(self, number: int, leaving_out: int = 0) -> Judged:
        """The quarter of this number, where the first ones of those before it are left out."""
        ledger = Ledger(self.folder, Cache(self.kept, 0))
        before = ledger.quarters[leaving_out:number]

        def earlier() -> tuple[Snapshot, ...]:
            self.read += map(str, before)
            return tuple(map(ledger.snapshot, before))

        return recall_judged(ledger, ledger.snapshot(ledger.quarters[number]), earlier)


@pytest.fixture
def asked(tmp_path: Path) -> Asked:
    return Asked(tmp_path)


@pytest.mark.parametrize(
    ("number", "headline", "before", "outcome"),
    [
        (0, '"5/30" of 2016-03-31', None, "open"),
        (1, '"9/30" of 2016-06-30', '"5/30" of 2016-03-31', "missed"),
        (2, '"30/30" of 2016-09-30', '"9/30" of 2016-06-30', "met_late"),
    ],
)
def test_a_quarter_is_judged_at_its_end_and_the_next_run_reads_no_quarter_before_it(
    asked: Asked, number: int, headline: str, before: str | None, outcome: str
) -> None:
    first = asked.judge(number)
    assert asked.read == list(PRINTED)[:number]
    asked.read.clear()
    for judged in (first, asked.judge(number)):
        (found,), (verdict,) = judged
        assert found.observation.dated == headline
        assert (found.change.before.dated if found.change else None) == before
        assert str(verdict.outcome) == outcome
    assert asked.read == []


def test_what_is_judged_without_a_quarter_is_not_kept(asked: Asked) -> None:
    asked.judge(2, leaving_out=1)
    asked.read.clear()
    assert asked.judge(2).headlines[0].change
    assert asked.read == ["2016Q1", "2016Q2"]
