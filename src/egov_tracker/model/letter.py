"""The fields of a letter file: head, text and foot of an official letter; appendices are queries on snapshots."""

from __future__ import annotations

import re
from typing import Annotated, Any, ClassVar, Literal

from egov_tracker.errors import TextError, expected, quoted
from egov_tracker.model.fields import (
    MAX_LISTS,
    AsOfText,
    Breakdown,
    FileModel,
    Line,
    QuarterText,
    Whole,
    Written,
    reads,
)
from egov_tracker.model.terms import ListState, Numerals, Order, Regime, Role
from egov_tracker.text.dates import AsOf, parse_as_of
from egov_tracker.values import field

_NUMBER = re.compile(r"[0-9]*/[^\W\d_][\w&-]*(?:-[\w&]+)*")
_LOOSE_BLANKS = re.compile(r"\s*([/-])\s*")


def parse_day(text: str) -> AsOf:
    """Read a date that is known to the day; raises TextError for any other."""
    when = parse_as_of(text)
    if when.is_day:
        return when
    raise TextError(expected("the day of the document, such as 2016-03-04", quoted(text)))


def parse_number(text: str) -> str:
    """Read number and sign, 1375/VPCP-KGVX, or /VPCP-KGVX where the number is to be added by hand.

    Raises TextError for anything else.
    """
    if _NUMBER.fullmatch(text):
        return text
    tight = _LOOSE_BLANKS.sub(r"\1", text.strip())
    meant = tight if _NUMBER.fullmatch(tight) else None
    raise TextError(expected("number and sign such as 1375/VPCP-KGVX", quoted(text)), meant)


DayText = Annotated[AsOf, reads(parse_day, "SHP003"), Written({"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"})]
NumberText = Annotated[str, reads(parse_number, "SHP003"), Written({"type": "string", "pattern": r"^\d*/[^\s/]+$"})]
Columns = Annotated[Literal["auto", "1", "2", "3"], Written({"enum": ["auto", 1, 2, 3, "1", "2", "3"]})]


class ListEntry(FileModel):
    """One list of an appendix: the bodies that an observation gives a state."""

    quarter: QuarterText
    indicator: Line = field(metadata={"description": "An id of the catalogue"})
    group: Line = field(
        metadata={"description": "central, ministries, government_agencies, provinces, all or a body's name"}
    )
    breakdown: Breakdown = field(default_factory=dict)
    state: ListState = ListState.OUTSTANDING
    as_of: AsOfText | None = field(
        default=None, metadata={"description": "Which observation; the latest dated one by default"}
    )
    source: Line | None = field(
        default=None, metadata={"description": "The source of the observation, where several are as late"}
    )
    order: Order = Order.PROTOCOL
    columns: Columns = field(default="auto", metadata={"description": "Pairs of number and name in a row"})
    heading: Line | None = field(
        default=None, metadata={"description": "Above the list; the name of the group by default"}
    )
    names: tuple[Line, ...] | None = field(
        default=None, metadata={"description": "The bodies to list, in this order, if not all"}
    )
    asked_before: Whole | None = field(
        default=None,
        metadata={
            "description": "Only who was asked so often or more before the date of the letter; each name says how often"
        },
    )


class AppendixEntry(FileModel):
    """An appendix: its title and its lists."""

    title: Line
    lists: tuple[ListEntry, ...] = field(metadata={"min_length": 1, "max_length": MAX_LISTS})


class SignerEntry(FileModel):
    """The signer: lines with authority and title, and the name."""

    lines: tuple[Line, ...] = field(metadata={"min_length": 1, "max_length": 4 * MAX_LISTS})
    name: Line | None = None


# What the role asks for, for editors; `store/letters.py` says it with line and column.
_ROLES: dict[str, Any] = {
    "if": {"properties": {"role": {"const": "record"}}},
    "then": {"properties": {"signer": {"type": "null"}}},
    "else": {"required": ["signer", "body"], "properties": {"signer": {"type": "object"}}},
}


class LetterFile(FileModel):
    """An official letter: a record of one that was sent, or a draft of one to be signed.

    The body of a record is a summary, which may be left out; a record has no signer, since nobody signs it again.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = {**FileModel.__pydantic_config__, "json_schema_extra": _ROLES}

    role: Role = field(metadata={"description": "record: a letter that was sent; draft: a letter to be signed"})
    regime: Regime | None = field(default=None, metadata={"description": "The form; that of the date by default"})
    number: NumberText
    date: DayText
    place: Line
    parent: Line | None = field(default=None, metadata={"description": "The body above the issuing one"})
    issuer: Line
    subject: Line
    recipients: tuple[Line, ...] = field(metadata={"min_length": 1, "max_length": 8 * MAX_LISTS})
    body: tuple[str, ...] = field(
        default=(),
        metadata={
            "min_length": 1,
            "max_length": 16 * MAX_LISTS,
            "description": "Of a record, a summary, not its words",
        },
    )
    signer: SignerEntry | None = field(default=None, metadata={"description": "Of a draft only"})
    copies: tuple[Line, ...] = field(metadata={"min_length": 1, "max_length": 8 * MAX_LISTS})
    numerals: Numerals = Numerals.ROMAN
    appendices: tuple[AppendixEntry, ...] = field(default=(), metadata={"max_length": MAX_LISTS})
