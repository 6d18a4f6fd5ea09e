"""Types of the fields of files: each reads a text into a value, or says what is wrong with the text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, PlainValidator, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from egov_tracker.errors import TextError, expected
from egov_tracker.text.dates import AsOf, parse_as_of
from egov_tracker.text.figures import (
    COUNT_PATTERN,
    FIGURE_PATTERN,
    MOST_CHARACTERS,
    PERCENT_PATTERN,
    Figure,
    parse_count,
    parse_figure,
    parse_percent,
)
from egov_tracker.text.quarters import Quarter, parse_quarter

if TYPE_CHECKING:
    from collections.abc import Callable


class FileModel(BaseModel):
    """A mapping in a file: frozen, and a field that the model does not have is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


def reads(parse: Callable[[str], object], rule: str) -> PlainValidator:
    """A validator that reads a text with `parse`; its `TextError` becomes an error of type `rule`."""

    def validate(raw: object) -> object:
        if not isinstance(raw, str):
            raise PydanticCustomError("SHP003", "{text}", {"text": expected("a text", describe(raw))})
        try:
            return parse(raw)
        except TextError as wrong:
            raise PydanticCustomError(rule, "{text}", {"text": wrong.sentence, "bare": str(wrong)}) from wrong

    return PlainValidator(validate)


def describe(raw: object) -> str:
    """A name for a piece of YAML in messages: nothing, a mapping, a list, or the quoted text."""
    match raw:
        case None:
            return "nothing"
        case dict():
            return "a mapping" if raw else "an empty mapping"
        case list():
            return "a list" if raw else "an empty list"
        case _:
            text = str(raw)
            return f"'{text}'" if len(text) <= MOST_QUOTED else f"'{text[:MOST_QUOTED]}…'"


def _flag(text: str) -> bool:
    if text in {"true", "false"}:
        return text == "true"
    raise TextError(expected("true or false", f"'{text}'"), {"yes": "true", "no": "false"}.get(text.lower()))


def _whole(text: str) -> int:
    if text.isascii() and text.isdigit() and len(text) < MAX_DIGITS and (text == "0" or text[0] != "0"):
        return int(text)
    raise TextError(expected("a whole number", f"'{text}'"))


def _span(raw: Any) -> tuple[int, int]:
    if isinstance(raw, list) and len(raw) == 2 and all(isinstance(each, str) for each in raw):  # noqa: PLR2004
        try:
            start, end = (_whole(each) for each in raw)
        except TextError as wrong:
            raise PydanticCustomError("SHP003", "{text}", {"text": wrong.sentence}) from wrong
        if start < end:
            return start, end
    text = expected("two offsets, the first and the one behind the last, such as [12, 17]", describe(raw))
    raise PydanticCustomError("SHP003", "{text}", {"text": text})


def _one_or_many(raw: Any) -> Any:
    return [raw] if isinstance(raw, str) else raw


def _schema(kind: str | list[str], description: str, **more: object) -> WithJsonSchema:
    return WithJsonSchema({"type": kind, "description": description, **more})


def _figure_schema(pattern: str, description: str) -> WithJsonSchema:
    """A text, or the number that an editor makes of one: 95, or 1.578, which has three decimals there.

    Of 36.95 and 1.570 an editor sees two decimals. Both are refused, as it cannot tell them apart: quotes help.
    """
    text = {"type": "string", "pattern": pattern, "maxLength": MOST_CHARACTERS, "patternErrorMessage": NO_FIGURE}
    thousands = {"exclusiveMinimum": 1, "exclusiveMaximum": 1000, "not": {"multipleOf": 0.01}}
    options = [text, {"type": "integer", "minimum": 0}, {"type": "number", **thousands}]
    return WithJsonSchema({"description": description, "anyOf": options, "errorMessage": NO_FIGURE})


MAX_DIGITS = 10
MOST_QUOTED = 100
MAX_SOURCES, MAX_REMARKS, MAX_LISTS = 200, 50, 12
NO_FIGURE = "Expected a figure as printed: 19/30, 109.644, gần 10%. Put quotes around thousands that end in 0: '1.570'."
AS_OF_PATTERN = r"^([0-9]{4}(-[0-9]{2}(-[0-9]{2})?|Q[1-4])?|unknown)$"

Id = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9_.-]*$", max_length=80)]
Name = Annotated[str, StringConstraints(max_length=300)]
Line = Annotated[str, StringConstraints(max_length=1000)]
FigureText = Annotated[Figure, reads(parse_figure, "SHP004"), _figure_schema(FIGURE_PATTERN, "A figure as printed")]
CountText = Annotated[Figure, reads(parse_count, "SHP004"), _figure_schema(COUNT_PATTERN, "A count as printed")]
PercentText = Annotated[
    Figure, reads(parse_percent, "SHP004"), _schema("string", "A percentage as printed", pattern=PERCENT_PATTERN)
]
AsOfText = Annotated[
    AsOf,
    reads(parse_as_of, "SHP003"),
    _schema(["string", "integer"], "A day, a month, a quarter, a year or unknown", pattern=AS_OF_PATTERN),
]
QuarterText = Annotated[
    Quarter, reads(parse_quarter, "SHP003"), _schema("string", "A quarter, 2016Q2", pattern=r"^[0-9]{4}Q[1-4]$")
]
Flag = Annotated[bool, reads(_flag, "SHP003"), _schema("boolean", "true or false")]
Whole = Annotated[int, reads(_whole, "SHP003"), _schema("integer", "A whole number", minimum=0)]
Span = Annotated[
    tuple[int, int],
    PlainValidator(_span),
    _schema("array", "First offset and the one behind the last", items={"type": "integer"}, minItems=2, maxItems=2),
]
Breakdown = Annotated[
    dict[str, str],
    _schema(
        "object", "{dimension: value}, as the catalogue declares", additionalProperties={"type": ["string", "integer"]}
    ),
]
CodeText = Annotated[str, StringConstraints(max_length=300), _schema(["string", "integer"], "A code of a dimension")]


def one_or_many(kind: Any) -> BeforeValidator:
    """Read one value where several are possible, without the brackets of a list."""
    return BeforeValidator(_one_or_many, json_schema_input_type=kind | tuple[kind, ...])
