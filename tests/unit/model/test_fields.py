"""What every mapping of a file has: named fields, defaults of its own, and values that do not change."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, replace
from typing import TYPE_CHECKING, Annotated, Any

import pytest
from pydantic import TypeAdapter, ValidationError

from egov_tracker.model.catalogue import Code
from egov_tracker.model.fields import (
    FUNCTIONS,
    AsOfText,
    Breakdown,
    CodeText,
    CountText,
    FigureText,
    FileModel,
    Flag,
    Hash,
    Id,
    Line,
    Makes,
    Name,
    PercentText,
    QuarterText,
    Span,
    TileText,
    Whole,
    one_or_many,
)
from egov_tracker.model.groups import GroupEntry
from egov_tracker.model.terms import Kind
from egov_tracker.render.json import dump
from egov_tracker.text.dates import parse_as_of
from egov_tracker.text.figures import parse_figure
from egov_tracker.text.quarters import Quarter

if TYPE_CHECKING:
    from collections.abc import Callable

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
    with pytest.raises(FrozenInstanceError, match=r"^cannot assign to field 'id'$"):
        ALL.id = "other"  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError, match=r"^cannot delete field 'id'$"):
        del ALL.id


def test_a_model_of_its_own_has_all_that_the_others_have() -> None:
    class Own(FileModel):
        first: str = "a"
        second: tuple[str, ...]

    one = Own(second=("b",))
    assert repr(one) == "Own(first='a', second=('b',))"
    assert {one, Own(second=("b",)), Own(first="a", second=("b",))} == {one}
    with pytest.raises(TypeError, match=r"^Own: missing or unknown: second$"):
        Own(first="a")  # type: ignore[call-arg]


def test_values_that_were_read_before_come_in_rows() -> None:
    assert GroupEntry.made_of([["all"], ["Tất cả"], ["All"], [None], [None], [None], [()]]) == [ALL]
    with pytest.raises(ValueError, match="shorter"):
        GroupEntry.made_of([["all"], ["Tất cả"]])
    with pytest.raises(ValueError, match="shorter"):
        GroupEntry.made_of([["all", "x"], ["Tất cả"], ["All"], [None], [None], [None], [()]])


NOT_WHOLE = "SHP003: expected a whole number, got"
NO_SPAN = "SHP003: expected two offsets, the first and the one behind the last, such as [12, 17], got"
NO_TILE = "SHP003: expected a row and a column below 40, such as [3, 4], got"


@pytest.mark.parametrize(
    ("kind", "raw", "read"),
    [
        (Flag, "true", True),
        (Flag, "false", False),
        (Flag, "Yes", "SHP003: expected true or false, got 'Yes'; did you mean 'true'?"),
        (Flag, "no", "SHP003: expected true or false, got 'no'; did you mean 'false'?"),
        (Flag, "1", "SHP003: expected true or false, got '1'"),
        (Whole, "0", 0),
        (Whole, "7", 7),
        (Whole, "999999999", 999_999_999),
        (Whole, "1000000000", f"{NOT_WHOLE} '1000000000'"),
        (Whole, "07", f"{NOT_WHOLE} '07'"),
        (Whole, "00", f"{NOT_WHOLE} '00'"),
        (Whole, "-1", f"{NOT_WHOLE} '-1'"),
        (Whole, "٣", f"{NOT_WHOLE} '٣'"),
        (Whole, "", f"{NOT_WHOLE} ''"),
        (Whole, None, "SHP003: expected a text, got nothing"),
        (Whole, {}, "SHP003: expected a text, got an empty mapping"),
        (Whole, {"a": "1"}, "SHP003: expected a text, got a mapping"),
        (Whole, [], "SHP003: expected a text, got an empty list"),
        (Whole, ["1"], "SHP003: expected a text, got a list"),
        (Span, ["0", "1"], (0, 1)),
        (Span, ["12", "17"], (12, 17)),
        (Span, ["17", "17"], f"{NO_SPAN} a list"),
        (Span, ["17", "12"], f"{NO_SPAN} a list"),
        (Span, ["17"], f"{NO_SPAN} a list"),
        (Span, ["1", "2", "3"], f"{NO_SPAN} a list"),
        (Span, ["1", ["2"]], f"{NO_SPAN} a list"),
        (Span, "12", f"{NO_SPAN} '12'"),
        (Span, "9" * 100, f"{NO_SPAN} '{'9' * 100}'"),
        (Span, "9" * 101, f"{NO_SPAN} '{'9' * 100}…'"),
        (Span, ["1", "x"], f"{NOT_WHOLE} 'x'"),
        (TileText, ["0", "39"], (0, 39)),
        (TileText, ["39", "0"], (39, 0)),
        (TileText, ["0", "40"], f"{NO_TILE} a list"),
        (TileText, ["40", "0"], f"{NO_TILE} a list"),
        (TileText, ["3"], f"{NO_TILE} a list"),
        (TileText, ["1", "2", "3"], f"{NO_TILE} a list"),
        (TileText, ["1", None], f"{NO_TILE} a list"),
        (TileText, "34", f"{NO_TILE} '34'"),
        (TileText, ["1", "x"], f"{NOT_WHOLE} 'x'"),
        (CodeText, "a" * 300, "a" * 300),
        (CodeText, "a" * 301, "string_too_long: String should have at most 300 characters"),
        (FigureText, "19/30", parse_figure("19/30")),
        (CountText, "19", parse_figure("19")),
        (PercentText, "5%", parse_figure("5%")),
        (AsOfText, "2016-06", parse_as_of("2016-06")),
        (QuarterText, "2016Q2", Quarter(2016, 2)),
        (FigureText, "-5", 'SHP004: "-5" is negative, which no figure is'),
        (CountText, "19/30", 'SHP004: expected a count, got "19/30"'),
        (PercentText, "5", "SHP004: expected a percentage, got \"5\"; did you mean '5%'?"),
        (AsOfText, "2016-13", "SHP003: there is no month 13: 1 to 12"),
        (QuarterText, "2016Q5", "SHP003: there is no quarter 5: 1 to 4"),
    ],
)
def test_a_text_is_read_or_refused_by_a_rule_and_a_sentence(kind: Any, raw: object, read: object) -> None:
    assert said(kind, raw) == read


def said(kind: Any, raw: object) -> object:
    """The value, or the type and the message of what is wrong."""
    try:
        return TypeAdapter(kind).validate_python(raw)
    except ValidationError as wrong:
        (fault,) = wrong.errors()
        return f"{fault['type']}: {fault['msg']}"


@pytest.mark.parametrize(
    ("kind", "raw", "bare"),
    [
        (FigureText, "36.95", 'expected a Vietnamese number, got "36.95"'),
        (Flag, "yes", "expected true or false, got 'yes'"),
        (Span, ["1", "x"], "expected a whole number, got 'x'"),
    ],
)
def test_what_is_wrong_is_said_without_the_guess_too(kind: Any, raw: object, bare: str) -> None:
    with pytest.raises(ValidationError) as refusal:
        TypeAdapter(kind).validate_python(raw)
    assert refusal.value.errors()[0]["ctx"]["bare"] == bare


@pytest.mark.parametrize(
    ("kind", "most", "letter"), [(Id, 80, "a"), (Name, 300, "ă"), (Line, 1000, "ă"), (Hash, 64, "0")]
)
def test_a_text_may_have_so_many_letters(kind: Any, most: int, letter: str) -> None:
    assert said(kind, letter * most) == letter * most
    assert said(kind, letter * (most + 1)) == f"string_too_long: String should have at most {most} characters"


def test_what_reads_a_field_is_known_by_its_name() -> None:
    assert FUNCTIONS["parse_quarter"]("2016Q2") == Quarter(2016, 2)
    assert Makes(parse_figure, "other").make is FUNCTIONS.pop("other") is parse_figure
    assert FUNCTIONS["_span"](["1", "2"]) == FUNCTIONS["_tile"](["1", "2"]) == (1, 2)


def test_an_editor_is_told_the_limits_and_meanings_of_every_kind_of_field(golden: Callable[[str, str], None]) -> None:
    class All(FileModel):
        figure: FigureText
        count: CountText
        percent: PercentText
        as_of: AsOfText
        quarter: QuarterText
        flag: Flag
        whole: Whole
        span: Span
        tile: TileText
        breakdown: Breakdown
        code: CodeText
        id: Id
        name: Name
        line: Line
        hash: Hash
        several: Annotated[tuple[Kind, ...], one_or_many(Kind)]

    golden("schema-fields.json", dump(TypeAdapter(All).json_schema()))
