"""A regular expression that is compiled late is the same one."""

from __future__ import annotations

import re

import pytest

from egov_tracker.text.patterns import late


def test_it_does_what_the_compiled_one_does() -> None:
    pattern = late(r"(?P<year>[0-9]{4})q", re.IGNORECASE)
    found = pattern.fullmatch("2016Q")
    assert found
    assert found["year"] == "2016"
    assert pattern.sub("x", "2016q 2017Q") == "x x"
    assert pattern.pattern == r"(?P<year>[0-9]{4})q"


def test_it_is_compiled_when_it_is_first_used() -> None:
    wrong = late("(")
    with pytest.raises(re.error):
        wrong.search("")
