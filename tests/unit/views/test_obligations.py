from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from egov_tracker.model.findings import Location
from egov_tracker.model.obligations import Obligation, PlacedObligation
from egov_tracker.views.obligations import Verdict, view_duties
from tests.building import HEAD, entry, load, snapshot_of

if TYPE_CHECKING:
    from egov_tracker.store.ledger import Definitions

DUE = {
    "id": "x",
    "task": "x",
    "indicator": "document_interconnection",
    "group": "central",
    "by": "Các bộ",
    "what_vi": "a",
    "what_en": "a",
    "due": "2016-06-15",
    "under": "b",
    "told_by": "2016Q1/letter-1375",
}


@pytest.mark.parametrize(
    ("fields", "changes", "verdict"),
    [
        ({"value": "30/30"}, {}, Verdict.MET_LATE),
        ({"value": "30/30"}, {"due": "2016-06-30"}, Verdict.MET),
        ({"value": "30/30"}, {"due": "2016-06-30", "before": "true"}, Verdict.MET_LATE),
        ({"value": "30/30"}, {"due": "unknown"}, Verdict.MET),
        ({"value": "28/30", "exempt": "{count: 2}"}, {"due": "2016-07"}, Verdict.MET),
        ({"value": "19/30"}, {}, Verdict.MISSED),
        ({"value": "19/30"}, {"due": "2016-07-01"}, Verdict.OPEN),
        ({"value": "19/30"}, {"due": "unknown"}, Verdict.OPEN),
        ({"value": "19/30"}, {"target": "60%"}, Verdict.MET_LATE),
        ({"value": "19/30"}, {"target": "20"}, Verdict.MISSED),
        ({"value": "19/30"}, {"target": "19"}, Verdict.MET_LATE),
        ({"value": "gần 30"}, {"target": "20"}, Verdict.MET_LATE),
        ({"value": "gần 30"}, {"target": "29"}, Verdict.UNKNOWN),
        ({"value": "25"}, {}, Verdict.UNKNOWN),
        ({"value": None, "outstanding": "{count: 5}"}, {}, Verdict.MISSED),
        ({"value": "30/30", "as_of": "unknown"}, {}, Verdict.UNKNOWN),
        ({"value": "30/30", "repeats": "true"}, {}, Verdict.UNKNOWN),
        ({"value": "30/30"}, {"group": "provinces"}, Verdict.UNKNOWN),
        ({"value": "19/30"}, {"by": "15 bộ", "part": "true"}, Verdict.UNKNOWN),
        ({"value": "30/30"}, {"by": "15 bộ", "part": "true", "target": "15"}, Verdict.UNKNOWN),
        ({"value": "12/30"}, {"by": "15 bộ", "part": "true", "target": "15"}, Verdict.MISSED),
    ],
)
def test_an_obligation_stands_as_the_figures_show(
    fields: dict[str, str | None], changes: dict[str, str], verdict: Verdict, definitions: Definitions
) -> None:
    due = PlacedObligation(Obligation.model_validate(DUE | changes), Location("o", 1, 1), Location("o", 2, 1))
    snapshot = snapshot_of(load(HEAD + entry(**fields), definitions))
    (duty,) = view_duties((due,), (snapshot,))
    assert duty.verdict is verdict


@pytest.mark.parametrize(
    ("changes", "known"),
    [
        ({"told_by": "2016Q3/x"}, False),
        ({"told_by": "Quyết định 626"}, True),
        ({"told_by": "Quyết định 626", "due": "2019"}, False),
        ({"told_by": "Quyết định 626", "due": "unknown"}, False),
    ],
)
def test_an_obligation_is_listed_once_it_is_known(
    changes: dict[str, str],
    known: bool,  # noqa: FBT001 - a row of a table
    definitions: Definitions,
) -> None:
    due = PlacedObligation(Obligation.model_validate(DUE | changes), Location("o", 1, 1), Location("o", 2, 1))
    snapshot = snapshot_of(load(HEAD + entry(), definitions))
    assert bool(view_duties((due,), (snapshot,))) is known
