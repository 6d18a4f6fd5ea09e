"""What a letter file may say: the head, the text and the foot of an official letter, its appendices as queries."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import Field, WithJsonSchema

from egov_tracker.errors import TextError, quoted
from egov_tracker.model.fields import MAX_LISTS, AsOfText, Breakdown, FileModel, Line, QuarterText, reads
from egov_tracker.model.terms import ListState, Numerals, Order, Regime
from egov_tracker.text.dates import AsOf, parse_as_of

_NUMBER = re.compile(r"[0-9]*/[^\W\d_][\w&-]*(?:-[\w&]+)*")
_LOOSE_BLANKS = re.compile(r"\s*([/-])\s*")


def parse_day(text: str) -> AsOf:
    """Read a date of which the day is known; TextError otherwise."""
    when = parse_as_of(text)
    if when.is_day:
        return when
    raise TextError(f"{quoted(text)} is no day: a letter is dated to the day, 2016-03-04")


def parse_number(text: str) -> str:
    """Read number and sign of a letter, 1375/VPCP-KGVX; without a number the room for it stays free."""
    if _NUMBER.fullmatch(text):
        return text
    tight = _LOOSE_BLANKS.sub(r"\1", text.strip())
    meant = tight if _NUMBER.fullmatch(tight) else None
    raise TextError(f"{quoted(text)} is not number and sign of a letter such as 1375/VPCP-KGVX", meant)


DayText = Annotated[
    AsOf, reads(parse_day, "SHP003"), WithJsonSchema({"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"})
]
NumberText = Annotated[
    str, reads(parse_number, "SHP003"), WithJsonSchema({"type": "string", "pattern": r"^\d*/[^\s/]+$"})
]
Columns = Annotated[Literal["auto", "1", "2", "3"], WithJsonSchema({"enum": ["auto", 1, 2, 3, "1", "2", "3"]})]


class ListEntry(FileModel):
    """One list of an appendix: the bodies in a state, by what a snapshot says."""

    quarter: QuarterText
    indicator: Line = Field(description="An id of the catalogue")
    group: Line = Field(description="central, ministries, government_agencies, provinces, all or a body's name")
    breakdown: Breakdown = {}
    state: ListState = ListState.OUTSTANDING
    as_of: AsOfText | None = Field(default=None, description="Which observation; the latest dated one by default")
    source: Line | None = Field(default=None, description="The source of the observation, where several are as late")
    order: Order = Order.PROTOCOL
    columns: Columns = Field(default="auto", description="Pairs of number and name in a row")
    heading: Line | None = Field(default=None, description="Above the list; the name of the group by default")
    names: tuple[Line, ...] | None = Field(default=None, description="The bodies to list, in this order, if not all")


class AppendixEntry(FileModel):
    """An appendix: its title and its lists."""

    title: Line
    lists: tuple[ListEntry, ...] = Field(min_length=1, max_length=MAX_LISTS)


class SignerEntry(FileModel):
    """Who signs: authority and title line by line, and the name."""

    lines: tuple[Line, ...] = Field(min_length=1, max_length=4 * MAX_LISTS)
    name: Line | None = None


class LetterFile(FileModel):
    """An official letter."""

    regime: Regime | None = Field(default=None, description="The form; that of the date by default")
    number: NumberText
    date: DayText
    place: Line
    parent: Line | None = Field(default=None, description="The body above the issuing one")
    issuer: Line
    subject: Line
    recipients: tuple[Line, ...] = Field(min_length=1, max_length=8 * MAX_LISTS)
    body: tuple[str, ...] = Field(min_length=1, max_length=16 * MAX_LISTS)
    signer: SignerEntry
    copies: tuple[Line, ...] = Field(min_length=1, max_length=8 * MAX_LISTS)
    numerals: Numerals = Numerals.ROMAN
    appendices: tuple[AppendixEntry, ...] = Field(default=(), max_length=MAX_LISTS)
