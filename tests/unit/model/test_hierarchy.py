from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from egov_tracker.model.hierarchy import all_parts, decompositions, part_of_themselves

if TYPE_CHECKING:
    from egov_tracker.store.ledger import Definitions

PARTS = {"all": ("central", "provinces"), "central": ("ministries", "agencies"), "ministries": (), "agencies": ()}


def test_a_whole_is_made_of_its_parts_and_of_theirs() -> None:
    assert list(decompositions(PARTS["all"], PARTS)) == [
        ("central", "provinces"),
        ("ministries", "agencies", "provinces"),
    ]


@pytest.mark.parametrize(
    ("whole", "part", "expected"),
    [("all", "central", True), ("all", "agencies", True), ("central", "all", False), ("all", "all", False)],
)
def test_a_part_of_a_part_is_contained_too(whole: str, part: str, *, expected: bool) -> None:
    assert (part in all_parts(whole, PARTS)) is expected


def test_all_parts_of_a_whole_are_its_parts_and_theirs() -> None:
    assert all_parts("all", PARTS) == {"central", "provinces", "ministries", "agencies"}
    assert all_parts("provinces", PARTS) == set()


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (PARTS, ()),
        ({"a": ("a",)}, ("a",)),
        ({"a": ("b",), "b": ("c",), "c": ("b",)}, ("b", "c")),
    ],
)
def test_what_is_a_part_of_itself_is_found(parts: dict[str, tuple[str, ...]], expected: tuple[str, ...]) -> None:
    assert part_of_themselves(parts) == expected


@pytest.mark.parametrize(
    ("indicator", "one", "other", "expected"),
    [
        ("online_services", {"level": "3"}, {"level": "3-4"}, True),
        ("online_services", {"level": "all"}, {"level": "3"}, True),
        ("online_services", {"level": "3"}, {"level": "4"}, False),
        ("online_services", {"level": "3"}, {}, False),
        ("axis_documents", {"direction": "total"}, {"direction": "sent"}, True),
        ("feedback", {"stage": "in_scope"}, {"stage": "received"}, True),
        ("resolution_tasks", {"measure": "done"}, {"measure": "in_progress"}, False),
    ],
)
def test_the_catalogue_says_which_value_is_a_part_of_which(
    definitions: Definitions, indicator: str, one: dict[str, str], other: dict[str, str], *, expected: bool
) -> None:
    assert definitions.catalogue[indicator].is_nested(one, other) is expected
    assert definitions.catalogue[indicator].is_nested(other, one) is expected


def test_levels_within_all_services_are_those_that_do_not_overlap(definitions: Definitions) -> None:
    level = definitions.catalogue["online_services"].dimensions["level"]
    assert list(level.inside("all")) == [("3-4",), ("3", "4")]
    assert list(level.sums("3-4")) == [("3", "4")]
    assert list(level.sums("all")) == list(level.inside("3")) == []
