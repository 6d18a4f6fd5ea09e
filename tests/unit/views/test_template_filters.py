"""What templates may say of records: names, days and numbers in the language of the page, and nothing of a null."""

from __future__ import annotations

import pytest

from egov_tracker.errors import EgovError
from egov_tracker.views.page import Lang
from egov_tracker.views.template_filters import template_filters
from tests.building import snapshot

SEEN = snapshot(["indicator: lgsp, group: central, as_of: 2016-06-30, value: 1/30"], "2016Q2").observations


@pytest.mark.parametrize(
    ("name", "value", "vi", "en"),
    [
        ("indicator", "lgsp", "Nền tảng tích hợp, chia sẻ dữ liệu", "Data integration and sharing platforms"),
        ("group", "central", "Bộ, ngành", "Central bodies"),
        ("day", "2016-06-30", "30/6/2016", "30 June 2016"),
        ("day", "2016-06", "tháng 6/2016", "June 2016"),
        ("day", "unknown", "không rõ ngày", "date unknown"),
        ("quarter", "2016Q2", "quý II năm 2016", "Q2 2016"),
        ("number", 109644, "109.644", "109,644"),
        ("number", -1.5, "-1,5", "-1.5"),
        ("percent", 63.33, "63,33%", "63.33%"),
        *((name, None, "", "") for name in ("day", "quarter", "number", "percent")),
    ],
)
def test_a_filter_writes_a_value_as_documents_do(name: str, value: object, vi: str, en: str) -> None:
    assert [template_filters(lang, SEEN)[name](value) for lang in (Lang.VI, Lang.EN)] == [vi, en]


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("indicator", "wan", 'expected an indicator of the page, got "wan"'),
        ("group", "provinces", 'expected a group of the page, got "provinces"'),
        ("number", "63", 'expected a number, got "63"'),
        ("percent", True, 'expected a number, got "True"'),
    ],
)
def test_what_a_filter_cannot_name_is_an_error(name: str, value: object, said: str) -> None:
    with pytest.raises(EgovError) as raised:
        template_filters(Lang.VI, SEEN)[name](value)
    assert str(raised.value) == said
