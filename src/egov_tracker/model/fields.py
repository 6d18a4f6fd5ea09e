"""Types of the fields of files: each reads a text into a value, or says what is wrong with the text.

What pydantic has to know of a type stands beside it in `Annotated`; pydantic itself is imported where a file is read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, ClassVar, dataclass_transform

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
from egov_tracker.values import Value, field

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Never, Self

    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic_core.core_schema import CoreSchema


FUNCTIONS: dict[str, Callable[[Any], Any]] = {}  # what reads a field, by name


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(field,))
class FileModel(Value):
    """A mapping in a file: a frozen dataclass with named fields; a field that it does not have is an error."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}

    @classmethod
    def made_of(cls, columns: Sequence[Sequence[object]]) -> list[Self]:
        """One for each row of columns, which stand in the order of the fields and were validated before."""
        names, made = cls.field_names(), []
        for row in zip(*columns, strict=True):
            one = object.__new__(cls)
            vars(one).update(zip(names, row, strict=True))
            made.append(one)
        return made


class Written:
    """How a type is written in a file, as JSON Schema; in place of what pydantic would say of it."""

    def __init__(self, schema: dict[str, Any]) -> None:
        self.schema = schema

    def __get_pydantic_json_schema__(self, _core: CoreSchema, _handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return dict(self.schema)


class Makes:
    """A value that `make` makes of a piece of YAML, or refuses to."""

    def __init__(self, make: Callable[[Any], object], name: str = "") -> None:
        self.make = FUNCTIONS[name or make.__name__] = make

    def __get_pydantic_core_schema__(self, _source: object, _handler: GetCoreSchemaHandler) -> CoreSchema:
        from pydantic_core import core_schema

        return core_schema.no_info_plain_validator_function(self.make)


class Converts:
    """What `convert` makes of a piece of YAML before it is read as the type; `written` is the type in the file."""

    def __init__(self, convert: Callable[[Any], Any], written: Any) -> None:
        self.convert, self.written = convert, written
        FUNCTIONS[convert.__name__] = convert

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        from pydantic_core import core_schema

        written = handler.generate_schema(self.written)
        return core_schema.no_info_before_validator_function(
            self.convert, handler(source), json_schema_input_schema=written
        )


class Text:
    """A text of at most so many characters, in the form of a pattern if there is one."""

    def __init__(self, most: int | None = None, pattern: str | None = None) -> None:
        self.most, self.pattern = most, pattern

    def __get_pydantic_core_schema__(self, _source: object, _handler: GetCoreSchemaHandler) -> CoreSchema:
        from pydantic_core import core_schema

        return core_schema.str_schema(max_length=self.most, pattern=self.pattern)


def reads(parse: Callable[[str], object], rule: str) -> Makes:
    """A value that `parse` reads from a text; its `TextError` becomes an error of type `rule`."""

    def make(raw: object) -> object:
        if not isinstance(raw, str):
            refuse("SHP003", expected("a text", describe(raw)))
        try:
            return parse(raw)
        except TextError as wrong:
            refuse(rule, wrong.sentence, str(wrong))

    return Makes(make, parse.__name__)


def refuse(rule: str, sentence: str, bare: str | None = None) -> Never:
    """Stop the reading of a value: an error of type `rule`, and the sentence without the guess at what is meant."""
    from pydantic_core import PydanticCustomError

    raise PydanticCustomError(rule, "{text}", {"text": sentence, "bare": bare or sentence})


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
            refuse("SHP003", wrong.sentence)
        if start < end:
            return start, end
    refuse("SHP003", expected("two offsets, the first and the one behind the last, such as [12, 17]", describe(raw)))


def _tile(raw: Any) -> tuple[int, int]:
    if isinstance(raw, list) and len(raw) == 2 and all(isinstance(each, str) for each in raw):  # noqa: PLR2004
        try:
            row, column = (_whole(each) for each in raw)
        except TextError as wrong:
            refuse("SHP003", wrong.sentence)
        if max(row, column) < MAX_TILES:
            return row, column
    refuse("SHP003", expected(f"a row and a column below {MAX_TILES}, such as [3, 4]", describe(raw)))


def _one_or_many(raw: Any) -> Any:
    return [raw] if isinstance(raw, str) else raw


def _schema(kind: str | list[str], description: str, **more: object) -> Written:
    return Written({"type": kind, "description": description, **more})


def _figure_schema(pattern: str, description: str) -> Written:
    """A text, or the number that an editor makes of one: 95, or 1.578, which has three decimals there.

    Of 36.95 and 1.570 an editor sees two decimals. Both are refused, as it cannot tell them apart: quotes help.
    """
    text = {"type": "string", "pattern": pattern, "maxLength": MOST_CHARACTERS, "patternErrorMessage": NO_FIGURE}
    thousands = {"exclusiveMinimum": 1, "exclusiveMaximum": 1000, "not": {"multipleOf": 0.01}}
    options = [text, {"type": "integer", "minimum": 0}, {"type": "number", **thousands}]
    return Written({"description": description, "anyOf": options, "errorMessage": NO_FIGURE})


MAX_DIGITS = 10
MAX_TILES = 40
MOST_QUOTED = 100
MAX_SOURCES, MAX_REMARKS, MAX_LISTS = 200, 50, 12
MAX_PAGES, MAX_QUOTES = 5_000, 1_000
NO_FIGURE = "Expected a figure as printed: 19/30, 109.644, gần 10%. Put quotes around thousands that end in 0: '1.570'."
AS_OF_PATTERN = r"^([0-9]{4}(-[0-9]{2}(-[0-9]{2})?|Q[1-4])?|unknown)$"

Id = Annotated[str, Text(80, r"^[A-Za-z0-9][A-Za-z0-9_.-]*$")]
Name = Annotated[str, Text(300)]
Line = Annotated[str, Text(1000)]
Hash = Annotated[str, Text(64, r"^[0-9a-f]{64}$")]
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
    Makes(_span),
    _schema("array", "First offset and the one behind the last", items={"type": "integer"}, minItems=2, maxItems=2),
]
TileText = Annotated[
    tuple[int, int],
    Makes(_tile),
    _schema("array", "Row from the north, column from the west", items={"type": "integer"}, minItems=2, maxItems=2),
]
Breakdown = Annotated[
    dict[str, str],
    _schema(
        "object", "{dimension: value}, as the catalogue declares", additionalProperties={"type": ["string", "integer"]}
    ),
]
CodeText = Annotated[str, Text(300), _schema(["string", "integer"], "A code of a dimension")]


def one_or_many(kind: Any) -> Converts:
    """Read one value where several are possible, without the brackets of a list."""
    return Converts(_one_or_many, kind | tuple[kind, ...])
