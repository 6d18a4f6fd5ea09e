"""Pictures of trends: the letters by which a picture tells its breaks apart."""

from __future__ import annotations

from itertools import islice

from egov_tracker.views.trend.picture import _letters


def test_breaks_are_lettered_from_a_to_z_and_on() -> None:
    letters = [*islice(_letters(), 26 * 27)]
    assert letters[:2] + letters[25:29] == ["a", "b", "z", "aa", "ab", "ac"]
    assert letters[51:54] + letters[-1:] == ["az", "ba", "bb", "zz"]
