"""Groups of bodies: of which kinds, of which parts, in which order."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import pytest
from pydantic import TypeAdapter

from egov_tracker.model.groups import Group, GroupEntry, GroupsFile, cohort_group, groups_of, is_nested, totals_of
from egov_tracker.model.registry import Body, Cohort
from egov_tracker.model.terms import BodyKind
from egov_tracker.render.json import dump
from egov_tracker.text.figures import parse_count
from tests.running import only_as_locked

if TYPE_CHECKING:
    from collections.abc import Callable

MINISTRY, AGENCY, PROVINCE = BodyKind.MINISTRY, BodyKind.GOVERNMENT_AGENCY, BodyKind.PROVINCE
ENTRIES = {
    "national": GroupEntry(id="national", name_vi="Cả nước", name_en="Nation", kinds=(), parts=("all",)),
    "all": GroupEntry(id="all", name_vi="Tất cả", name_en="All", parts=("central", "provinces")),
    "central": GroupEntry(id="central", name_vi="Bộ", name_en="Central", parts=("ministries", "agencies")),
    "ministries": GroupEntry(
        id="ministries", name_vi="Các bộ", name_en="Ministries", short_vi="bộ", short_en="min.", kinds=(MINISTRY,)
    ),
    "agencies": GroupEntry(id="agencies", name_vi="Cơ quan", name_en="Agencies", kinds=(AGENCY,)),
    "provinces": GroupEntry(id="provinces", name_vi="Tỉnh", name_en="Provinces", kinds=(PROVINCE,)),
}
GROUPS = groups_of(ENTRIES)
COHORT = Cohort(id="first", name_vi="Đợt 1", name_en="First", within="central", count=parse_count("30"), under="QĐ 1")
BODY = Body(id="bo-y-te", kind=MINISTRY, name_vi="Bộ Y tế", name_en="Health")


def test_a_group_has_the_kinds_of_its_parts_where_it_names_none() -> None:
    assert {name: group.kinds for name, group in GROUPS.items()} == {
        "national": frozenset(),
        "all": {MINISTRY, AGENCY, PROVINCE},
        "central": {MINISTRY, AGENCY},
        "ministries": {MINISTRY},
        "agencies": {AGENCY},
        "provinces": {PROVINCE},
    }


def test_a_group_has_its_place_in_the_file_and_its_short_names_or_else_the_long_ones() -> None:
    assert [GROUPS["ministries"], GROUPS["agencies"]] == [
        Group("ministries", None, None, frozenset({MINISTRY}), (), 3, "Các bộ", "Ministries", "bộ", "min."),
        Group("agencies", None, None, frozenset({AGENCY}), (), 4, "Cơ quan", "Agencies", "Cơ quan", "Agencies"),
    ]


def test_a_cohort_is_a_group_of_the_kinds_and_at_the_place_of_the_group_that_it_is_picked_from() -> None:
    assert cohort_group(COHORT, GROUPS["central"]) == Group(
        "first", None, COHORT, frozenset({MINISTRY, AGENCY}), (), 2, "Đợt 1", "First", "Đợt 1", "First"
    )


def test_groups_come_in_the_order_of_the_documents_then_cohorts_then_bodies() -> None:
    late = cohort_group(COHORT, GROUPS["provinces"])._replace(id="a")
    ordered = [*GROUPS.values(), cohort_group(COHORT, GROUPS["central"]), late, Group("a", BODY), Group("b", BODY)]
    mixed = Random(1).sample(ordered, len(ordered))  # noqa: S311 - the same each time
    assert sorted(mixed, key=lambda group: group.sort_key) == ordered


def test_a_group_is_called_by_its_id_and_a_body_by_its_name() -> None:
    assert Group("a", BODY) == Group("a", BODY, None, frozenset(), (), 0, "", "", "", "")
    assert [str(GROUPS["all"]), str(Group("bo-y-te", BODY)), repr(GROUPS["all"])] == ["all", "Bộ Y tế", "<Group all>"]


@pytest.mark.parametrize(
    ("group", "totals"),
    [
        ("all", [("central", "provinces"), ("ministries", "agencies", "provinces")]),
        ("central", [("ministries", "agencies")]),
        ("ministries", []),
        ("nobody", []),
    ],
)
def test_the_figures_of_a_group_are_the_sum_of_those_of_its_parts(group: str, totals: list[tuple[str, ...]]) -> None:
    assert [*totals_of(group, GROUPS)] == totals


@pytest.mark.parametrize(
    ("one", "other", "nested"),
    [
        ("all", "central", True),
        ("central", "ministries", True),
        ("all", "ministries", False),
        ("central", "provinces", False),
        ("central", "central", False),
        ("national", "all", False),
        ("nobody", "all", False),
    ],
)
def test_a_group_is_nested_in_the_one_of_which_it_is_a_part(one: str, other: str, *, nested: bool) -> None:
    assert is_nested(one, other, GROUPS) is is_nested(other, one, GROUPS) is nested


@only_as_locked("pydantic")
def test_an_editor_is_told_all_limits_and_meanings_of_groups(golden: Callable[[str, str], None]) -> None:
    golden("schema-groups.json", dump(TypeAdapter(GroupsFile).json_schema()))
