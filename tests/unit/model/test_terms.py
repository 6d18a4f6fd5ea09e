from __future__ import annotations

from egov_tracker.model.terms import BodyKind


def test_provinces_and_cities_are_places() -> None:
    assert [kind for kind in BodyKind if kind.is_local] == [BodyKind.PROVINCE, BodyKind.CITY]
