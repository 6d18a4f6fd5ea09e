"""What was due, as a table of the pages: the target as it was set, or everybody; when, and under which document."""

from __future__ import annotations

import pytest

from egov_tracker.inference.obligations import Outcome, Verdict
from egov_tracker.model.findings import Location
from egov_tracker.model.obligations import Obligation, PlacedObligation
from egov_tracker.store.core_schemas import file_reader
from egov_tracker.views.obligations import obligation_table
from egov_tracker.views.page import Lang
from egov_tracker.views.phrases import Phrases

BOUND = {
    "id": "x", "task": "x", "group": "central", "by": "Các bộ", "what_vi": "làm", "what_en": "do", "due": "2016-06-30",
    "under": "Công văn 1", "announced": "2016-01-01",
}  # fmt: skip
PLACE = Location("f", 1, 1)


@pytest.mark.parametrize(
    ("fields", "vi", "en"),
    [
        ({"indicator": "lgsp", "target": "30"}, "30", "30"),
        ({"indicator": "level4_share", "target": "30%", "target_is": "at_most"}, "tối đa 30%", "at most 30%"),
        ({"indicator": "level4_share", "target": "30%", "target_is": "at_least"}, "30%", "30%"),
        ({"indicator": "lgsp"}, "tất cả các cơ quan", "every body"),
        ({}, "", ""),
    ],
    ids=["a number", "at most", "at least", "everybody", "nothing is counted"],
)
def test_a_target_is_what_was_printed_or_everybody(fields: dict[str, str], vi: str, en: str) -> None:
    placed = PlacedObligation(file_reader(Obligation).validate_python(BOUND | fields), PLACE, PLACE)
    tables = [obligation_table([Verdict(placed, Outcome.OPEN)], Phrases(lang), "") for lang in Lang]
    assert {(one.columns[3].title, *one.rows[0][2:5]) for one in tables} == {
        ("Mục tiêu", "30/6/2016", vi, "Công văn 1"),
        ("Target", "30 June 2016", en, "“Công văn 1”"),
    }
