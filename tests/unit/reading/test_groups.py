from __future__ import annotations

import pytest

from egov_tracker.reading.groups import read_group
from egov_tracker.reading.tokens import tokenize


@pytest.mark.parametrize(
    ("phrase", "group"),
    [
        ("bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ và 63 tỉnh", "central"),
        ("Bộ, cơ quan ngang Bộ cùng 4 tỉnh", "ministries"),
        ("cơ quan thuộc Chính phủ", "government_agencies"),
        ("bộ, ngành", "central"),
        ("bộ, ngành Trung ương", "central"),
        ("bộ, ngành, địa phương", "all"),
        ("bộ, tỉnh", "all"),
        ("cơ quan Trung ương và địa phương", "all"),
        ("tỉnh, thành phố trực thuộc Trung ương", "provinces"),
        ("tỉnh, thành", "provinces"),
        ("địa phương", "provinces"),
        ("UBND tỉnh, thành phố", "provinces"),
        ("cơ quan", None),
        ("đơn vị", None),
    ],
)
def test_a_noun_phrase_names_a_group(phrase: str, group: str | None) -> None:
    found = read_group(phrase, tokenize(phrase), 0)
    assert found is not None
    assert (found.id, found.foreign) == (group, False)


@pytest.mark.parametrize("phrase", ["bộ phận", "bộ hồ sơ", "thành viên", "huyện", "tài khoản", "cơ sở", ""])
def test_other_nouns_are_no_group(phrase: str) -> None:
    assert read_group(phrase, tokenize(phrase), 0) is None


@pytest.mark.parametrize("phrase", ["thành phố thuộc tỉnh", "cơ quan báo chí", "đơn vị sự nghiệp", "tỉnh và huyện"])
def test_a_phrase_that_goes_on_elsewhere_is_foreign(phrase: str) -> None:
    found = read_group(phrase, tokenize(phrase), 0)
    assert found is not None
    assert found.foreign
