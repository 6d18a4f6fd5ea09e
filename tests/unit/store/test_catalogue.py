"""Code lists and groups: read from the registry, and what is wrong in them said at its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.building import open_data, write_ledger
from tests.wording import spoken

if TYPE_CHECKING:
    from pathlib import Path

LEVEL = "dimensions: {level: {low: {label_vi: thấp, label_en: low}, high: {label_vi: cao, label_en: high%s}}}\n"
ROW = "indicators: {a: {kind: stock, unit: services, name_vi: A, name_en: A, definition_vi: A, definition_en: A, %s}}\n"


def labels(root: Path, value: str) -> tuple[str, str]:
    return open_data(root).definitions.catalogue["a"].dimensions["level"].labels(value)


def faults(root: Path) -> list[str]:
    return spoken(open_data(root).read_definitions()[1])


def test_a_list_of_dimensions_takes_every_value_of_their_code_lists(tmp_path: Path) -> None:
    write_ledger(tmp_path, {}, {"indicators": LEVEL % "" + ROW % "breakdown: [level]"})
    assert open_data(tmp_path).definitions.catalogue["a"].dimensions["level"].values == ("low", "high")
    assert labels(tmp_path, "high") == ("cao", "high")


def test_an_indicator_has_the_name_of_its_series_where_that_has_one(tmp_path: Path) -> None:
    series = "series: {s: {name_vi: Loạt, name_en: Series}}\n"
    for own, named in (("series: s", ("Loạt", "Series")), ("series: t", (None, None)), ("groups: []", (None, None))):
        write_ledger(tmp_path, {}, {"indicators": series + ROW % own})
        found = open_data(tmp_path).definitions.catalogue["a"]
        assert (found.series_vi, found.series_en) == named


def test_values_that_would_be_parts_of_themselves_have_no_parts(tmp_path: Path) -> None:
    for more, inside in ((", within: low", [("high",)]), (", within: high", [])):
        write_ledger(tmp_path, {}, {"indicators": LEVEL % more + ROW % "breakdown: [level]"})
        level = open_data(tmp_path).read_definitions()[0].catalogue["a"].dimensions["level"]
        assert [[*level.inside(value)] for value in ("low", "high")] == [inside, []]


def test_the_groups_of_the_package_s_indicators_are_not_looked_for_in_groups_of_ones_own(tmp_path: Path) -> None:
    groups = "groups: {x: {name_vi: X, name_en: X, kinds: [city]}}\n"
    write_ledger(tmp_path, {}, {"groups": groups, "cohorts": "cohorts: {}\n"})
    assert faults(tmp_path) == []
    write_ledger(tmp_path, {}, {"indicators": LEVEL % "" + ROW % "groups: [central]"})
    assert faults(tmp_path) == ["2:116 REG001 unknown group 'central'; there are x"]


def test_a_mapping_chooses_values_and_their_order(tmp_path: Path) -> None:
    write_ledger(tmp_path, {}, {"indicators": LEVEL % "" + ROW % "breakdown: {level: [high]}"})
    assert open_data(tmp_path).definitions.catalogue["a"].dimensions["level"].values == ("high",)


def test_a_catalogue_without_code_lists_takes_those_of_the_package(tmp_path: Path) -> None:
    write_ledger(tmp_path, {}, {"indicators": ROW % "breakdown: {level: [all, 3, other]}"})
    assert labels(tmp_path, "3") == ("mức độ 3", "level 3")
    assert labels(tmp_path, "other") == ("other", "other")
    assert open_data(tmp_path).definitions.catalogue["a"].is_nested({"level": "all"}, {"level": "3"})


def test_a_dimension_that_no_code_list_describes_stands_as_it_is_written(tmp_path: Path) -> None:
    write_ledger(tmp_path, {}, {"indicators": ROW % "breakdown: {colour: [red, blue]}"})
    colour = open_data(tmp_path).definitions.catalogue["a"].dimensions["colour"]
    assert (colour.values, colour.labels("red")) == (("red", "blue"), ("red", "red"))
    assert not colour.is_nested("red", "blue")


@pytest.mark.parametrize(
    ("codes", "row", "expected"),
    [
        ("", "breakdown: [levle]", ["2:118 SHP003 no code list 'levle'; did you mean 'level'?"]),
        ("", "breakdown: {level: [low, mid]}", ["2:132 SHP003 'mid' is no level; there are low, high"]),
        (", sum_of: [lo]", "groups: []", ["1:107 SHP003 'lo' is no level; there are low, high"]),
        (", within: lo", "groups: []", ["1:106 SHP003 'lo' is no level; there are low, high"]),
        (", within: high", "groups: []", ["1:60 SHP003 the level 'high' is a part of itself"]),
        ("", "groups: [central, province]", ["2:125 REG001 unknown group 'province'; did you mean 'provinces'?"]),
        ("", "breakdown: [[level]]", ["2:118 SHP003 breakdown: expected a mapping, got a list"]),
    ],
)
def test_a_wrong_code_list_is_reported_at_its_place(tmp_path: Path, codes: str, row: str, expected: list[str]) -> None:
    write_ledger(tmp_path, {}, {"indicators": LEVEL % codes + ROW % row})
    assert faults(tmp_path) == expected


@pytest.mark.parametrize(
    ("groups", "expected"),
    [
        ("a: {name_vi: A, name_en: A, parts: [b]}", ["1:46 REG001 unknown group 'b'; there are a"]),
        ("a: {name_vi: A, name_en: A, parts: [a]}", ["1:10 SHP003 the group 'a' is a part of itself"]),
        ("a: {name_vi: A, name_en: A, kinds: [town]}", ["1:46 SHP003 kinds: expected ministry"]),
        ("a: {name_vi: A}", ["1:13 SHP002 the field 'name_en' is missing in 'a'"]),
    ],
)
def test_a_wrong_group_is_reported_at_its_place(tmp_path: Path, groups: str, expected: list[str]) -> None:
    write_ledger(tmp_path, {}, {"groups": f"groups: {{{groups}}}\n"})
    found = [fault for fault in faults(tmp_path) if not fault.startswith("2:")]
    assert [fault[: len(wanted)] for fault, wanted in zip(found, expected, strict=False)] == expected


def test_a_group_has_the_kinds_of_its_parts_unless_it_says_its_own(tmp_path: Path) -> None:
    text = "x: {name_vi: X, name_en: X, kinds: [city]}, y: {name_vi: Y, name_en: Y, parts: [x]}"
    write_ledger(tmp_path, {}, {"groups": f"groups: {{{text}, z: {{name_vi: Z, name_en: Z, kinds: [], parts: [x]}}}}"})
    groups = open_data(tmp_path).read_definitions()[0].registry.groups
    assert {name: sorted(group.kinds) for name, group in groups.items()} == {"x": ["city"], "y": ["city"], "z": []}
    assert (groups["x"].short_vi, groups["y"].sort_key < groups["z"].sort_key) == ("X", True)
