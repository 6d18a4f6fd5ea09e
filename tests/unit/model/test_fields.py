"""What every mapping of a file has: named fields, defaults of its own, and values that do not change."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, replace
from typing import Any

import pytest

from egov_tracker.model.catalogue import Code
from egov_tracker.model.groups import GroupEntry

FIELDS: dict[str, Any] = {"id": "all", "name_vi": "Tất cả", "name_en": "All"}
ALL = GroupEntry(**FIELDS)


def test_an_absent_field_is_its_default() -> None:
    assert repr(ALL) == (
        "GroupEntry(id='all', name_vi='Tất cả', name_en='All', short_vi=None, short_en=None, kinds=None, parts=())"
    )


def test_equal_fields_make_equal_values_of_one_kind() -> None:
    assert GroupEntry(**FIELDS) == ALL
    assert hash(ALL) == hash(GroupEntry(**FIELDS))
    assert replace(ALL, parts=("a",)) != ALL
    assert Code(label_vi="a", label_en="b") != ALL


@pytest.mark.parametrize(
    ("fields", "said"), [({"id": "all"}, "name_en, name_vi"), ({**FIELDS, "nmae": "x"}, "nmae"), ({}, "id, name_en")]
)
def test_a_field_that_is_missing_or_unknown_is_named(fields: dict[str, Any], said: str) -> None:
    with pytest.raises(TypeError, match=f"GroupEntry: missing or unknown: {said}"):
        GroupEntry(**fields)


def test_nothing_changes() -> None:
    with pytest.raises(FrozenInstanceError):
        ALL.id = "other"  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del ALL.id


def test_values_that_were_read_before_come_in_rows() -> None:
    assert GroupEntry.made_of([("all", "Tất cả", "All", None, None, None, ())]) == [ALL]
