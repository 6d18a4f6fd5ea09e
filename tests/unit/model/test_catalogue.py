"""Indicators and their dimensions: how they are written, labelled and added up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from pydantic import TypeAdapter, ValidationError

from egov_tracker.model.catalogue import CatalogueFile, Code, Dimension, Indicator, IndicatorEntry, parts_of
from egov_tracker.model.terms import Kind, Unit
from egov_tracker.render.json import dump
from tests.running import only_as_locked

if TYPE_CHECKING:
    from collections.abc import Callable

FIELDS: dict[str, Any] = {
    "id": "services", "kind": "stock", "unit": "services", "name_vi": "Dịch vụ", "name_en": "Services",
    "definition_vi": "v", "definition_en": "e",
}  # fmt: skip
LEVELS = Dimension(
    ("all", "3", "4", "3-4", "other"),
    {
        "all": Code(label_vi="tất cả", label_en="all"),
        "3": Code(label_vi="mức độ 3", label_en="level 3"),
        "4": Code(label_vi="mức độ 4", label_en="level 4"),
        "3-4": Code(label_vi="mức độ 3 và 4", label_en="levels 3 and 4", sum_of=("3", "4"), within="all"),
    },
)
DIRECTION = Dimension(("sent",), {})
SERVICES = Indicator(
    **FIELDS | {"kind": (Kind.STOCK,), "unit": Unit.SERVICES}, dimensions={"level": LEVELS, "direction": DIRECTION}
)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ([], {}),
        (["level", "direction"], {"level": (), "direction": ()}),
        ({"level": ["3", "4"], "direction": []}, {"level": ("3", "4"), "direction": ()}),
    ],
)
def test_a_breakdown_is_a_list_of_dimensions_or_says_the_values_of_each(written: object, read: object) -> None:
    assert TypeAdapter(IndicatorEntry).validate_python({**FIELDS, "breakdown": written}).breakdown == read


@pytest.mark.parametrize("written", ["level", [["level"]], ["level", None]], ids=str)
def test_anything_else_is_no_breakdown(written: object) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(IndicatorEntry).validate_python({**FIELDS, "breakdown": written})


@pytest.mark.parametrize(("written", "read"), [("stock", (Kind.STOCK,)), (["stock", "flow"], (Kind.STOCK, Kind.FLOW))])
def test_one_kind_needs_no_brackets(written: object, read: tuple[Kind, ...]) -> None:
    assert TypeAdapter(IndicatorEntry).validate_python({**FIELDS, "kind": written}).kind == read


def test_a_value_without_a_description_stands_as_it_is_written() -> None:
    assert [LEVELS.labels(value) for value in ("3", "other")] == [("mức độ 3", "level 3"), ("other", "other")]


@pytest.mark.parametrize(
    ("value", "sums", "inside", "parts"),
    [
        ("all", [], [("3-4",), ("3", "4")], {"3-4", "3", "4"}),
        ("3-4", [("3", "4")], [], {"3", "4"}),
        ("3", [], [], set()),
        ("other", [], [], set()),
    ],
)
def test_a_value_has_parts_that_add_up_to_it_or_lie_within_it(
    value: str, sums: object, inside: object, parts: object
) -> None:
    assert [[*LEVELS.sums(value)], [*LEVELS.inside(value)], LEVELS.all_parts(value)] == [sums, inside, parts]


def test_two_values_within_a_third_do_not_hide_each_other() -> None:
    codes = {
        name: Code(label_vi="v", label_en="e", within=whole) for name, whole in (("a", None), ("b", "a"), ("c", "a"))
    }
    assert [*Dimension((), codes).inside("a")] == [("b", "c")]
    assert parts_of(codes) == {"a": ("b", "c"), "b": (), "c": ()}


@pytest.mark.parametrize(
    ("one", "other", "nested"),
    [
        ({"level": "3"}, {"level": "all"}, True),
        ({"level": "3"}, {"level": "3"}, False),
        ({"level": "3"}, {"level": "4"}, False),
        ({"level": "3", "direction": "sent"}, {"level": "all", "direction": "sent"}, True),
        ({"level": "3", "direction": "sent"}, {"level": "all", "direction": "got"}, False),
        ({"level": "3", "direction": "sent"}, {"level": "all"}, False),
        ({"level": "3"}, {}, False),
        ({"colour": "red"}, {"colour": "blue"}, False),
    ],
)
def test_breakdowns_are_nested_where_one_dimension_differs_and_there_one_is_a_part(
    one: dict[str, str], other: dict[str, str], *, nested: bool
) -> None:
    assert SERVICES.is_nested(one, other) is SERVICES.is_nested(other, one) is nested


def test_an_indicator_shows_its_id() -> None:
    assert repr(SERVICES) == "<Indicator services>"


@only_as_locked("pydantic")
def test_an_editor_is_told_all_limits_and_meanings_of_a_catalogue(golden: Callable[[str, str], None]) -> None:
    golden("schema-catalogue.json", dump(TypeAdapter(CatalogueFile).json_schema()))
