"""Field types of the files: text in, our own values out, and a sentence where the text is none of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, PlainValidator, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from egov_tracker.errors import TextError
from egov_tracker.text.dates import AsOf, parse_as_of
from egov_tracker.text.figures import Figure, parse_count, parse_figure, parse_percent
from egov_tracker.text.quarters import Quarter, parse_quarter

if TYPE_CHECKING:
    from collections.abc import Callable


class FileModel(BaseModel):
    """A mapping in a file: frozen, and every field it may hold is named."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


def reads(parse: Callable[[str], object], rule: str) -> PlainValidator:
    """Read a text with `parse`; its `TextError` becomes a finding under `rule`."""

    def validate(raw: object) -> object:
        if not isinstance(raw, str):
            raise PydanticCustomError("SHP003", "a text is meant here, not {kind}", {"kind": describe(raw)})
        try:
            return parse(raw)
        except TextError as wrong:
            raise PydanticCustomError(rule, "{text}", {"text": sentence(wrong)}) from wrong

    return PlainValidator(validate)


def sentence(wrong: TextError) -> str:
    """The sentence of a text error, with what was probably meant."""
    return f"{wrong}; did you mean '{wrong.meant}'?" if wrong.meant else str(wrong)


def describe(raw: object) -> str:
    """What a reader would call this piece of YAML."""
    match raw:
        case None:
            return "nothing"
        case dict():
            return "a mapping"
        case list():
            return "a list"
        case _:
            text = str(raw)
            return f"'{text}'" if len(text) <= MOST_QUOTED else f"'{text[:MOST_QUOTED]}…'"


def _flag(text: str) -> bool:
    if text in {"true", "false"}:
        return text == "true"
    raise TextError(f"'{text}' is neither true nor false", meant={"yes": "true", "no": "false"}.get(text.lower()))


def _whole(text: str) -> int:
    if text.isascii() and text.isdigit() and len(text) < MAX_DIGITS and (text == "0" or text[0] != "0"):
        return int(text)
    raise TextError(f"'{text}' is not a whole number")


def _one_or_many(raw: Any) -> Any:
    return [raw] if isinstance(raw, str) else raw


def _schema(kind: str | list[str], description: str, **more: object) -> WithJsonSchema:
    return WithJsonSchema({"type": kind, "description": description, **more})


MAX_DIGITS = 10
MOST_QUOTED = 100
MAX_SOURCES, MAX_REMARKS, MAX_LISTS = 200, 50, 12
FIGURE_PATTERN = r"^([^\W\d_]+ ([^\W\d_]+ )?)?\d[\d.,]*( ?(nghìn|ngàn|triệu|tỷ|tỉ))?( ?%)?(/\d[\d.]*)?( \([^()]+\))?$"
AS_OF_PATTERN = r"^(\d{4}(-\d{2}(-\d{2})?|Q[1-4])?|unknown)$"

Id = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9_.-]*$", max_length=80)]
Name = Annotated[str, StringConstraints(max_length=300)]
Line = Annotated[str, StringConstraints(max_length=1000)]
FigureText = Annotated[
    Figure, reads(parse_figure, "SHP004"), _schema(["string", "number"], "A figure as printed", pattern=FIGURE_PATTERN)
]
CountText = Annotated[Figure, reads(parse_count, "SHP004"), _schema(["string", "number"], "A count as printed")]
PercentText = Annotated[Figure, reads(parse_percent, "SHP004"), _schema("string", "A percentage as printed")]
AsOfText = Annotated[
    AsOf,
    reads(parse_as_of, "SHP003"),
    _schema(["string", "integer"], "A day, a month, a quarter, a year or unknown", pattern=AS_OF_PATTERN),
]
QuarterText = Annotated[
    Quarter, reads(parse_quarter, "SHP003"), _schema("string", "A quarter, 2016Q2", pattern=r"^\d{4}Q[1-4]$")
]
Flag = Annotated[bool, reads(_flag, "SHP003"), _schema("boolean", "true or false")]
Whole = Annotated[int, reads(_whole, "SHP003"), _schema("integer", "A whole number", minimum=0)]
Breakdown = Annotated[
    dict[str, str],
    _schema(
        "object", "{dimension: value}, as the catalogue declares", additionalProperties={"type": ["string", "integer"]}
    ),
]
OneOrMany = BeforeValidator(_one_or_many)
