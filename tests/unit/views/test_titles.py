"""Which resolutions a quarter is about."""

from __future__ import annotations

import pytest

from egov_tracker.model.findings import Location
from egov_tracker.model.obligations import Obligation, PlacedObligation
from egov_tracker.store.core_schemas import file_reader
from egov_tracker.text.quarters import parse_quarter
from egov_tracker.views.page import Lang
from egov_tracker.views.phrases import Phrases
from egov_tracker.views.titles import report_title


def under(document: str, announced: str) -> PlacedObligation:
    texts = {"id": "x", "task": "x", "group": "central", "by": "Các bộ", "what_vi": "a", "what_en": "a", "due": "2030"}
    bound = file_reader(Obligation).validate_python({**texts, "under": document, "announced": announced})
    return PlacedObligation(bound, Location("f", 1, 1), Location("f", 1, 1))


KNOWN = (
    under("Nghị quyết 17/NQ-CP ngày 07/3/2019", "2019-03-07"),
    under("Nghị quyết 36a/NQ-CP ngày 14/10/2015", "2015-10-14"),
    under("Công văn 1375/VPCP-KGVX ngày 04/3/2016", "2016-03-04"),
)


@pytest.mark.parametrize(
    ("quarter", "lang", "title"),
    [
        ("2016Q2", Lang.VI, "Báo cáo tình hình thực hiện Nghị quyết số 36a/NQ-CP quý II năm 2016"),
        ("2018Q4", Lang.EN, "Report on the implementation of Resolution 36a/NQ-CP, Q4 2018"),
        (
            "2019Q1",
            Lang.VI,
            "Báo cáo tình hình thực hiện các Nghị quyết số 36a/NQ-CP và số 17/NQ-CP quý I năm 2019",
        ),
        ("2020Q2", Lang.EN, "Report on the implementation of Resolutions 36a/NQ-CP and 17/NQ-CP, Q2 2020"),
    ],
)
def test_a_title_names_every_resolution_that_is_known_by_the_end_of_the_quarter(
    quarter: str, lang: Lang, title: str
) -> None:
    assert report_title(parse_quarter(quarter), KNOWN, Phrases(lang)) == title
