"""The fields of a letter file: head, text and foot of an official letter; appendices are queries on snapshots."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import Field, WithJsonSchema

from egov_tracker.errors import TextError, expected, quoted
from egov_tracker.model.fields import AsOfText, Breakdown, FileModel, QuarterText, reads
from egov_tracker.model.terms import ListState, Numerals, Order, Regime
from egov_tracker.text.dates import AsOf, parse_as_of

_NUMBER = re.compile(r"[0-9]*/[^\W\d_][\w&-]*(?:-[\w&]+)*")
_LOOSE_BLANKS = re.compile(r"\s*([/-])\s*")


def parse_day(text: str) -> AsOf:
    """Read a date that is known to the day; raises TextError for any other."""
    when = parse_as_of(text)
    if when.is_day:
        return when
    raise TextError(expected("the day of the letter, such as 2016-03-04", quoted(text)))


def parse_number(text: str) -> str:
    """Read number and sign of a letter, 1375/VPCP-KGVX, or /VPCP-KGVX where the number is to be added by hand.

    Raises TextError for anything else.
    """
    if _NUMBER.fullmatch(text):
        return text
    tight = _LOOSE_BLANKS.sub(r"\1", text.strip())
    meant = tight if _NUMBER.fullmatch(tight) else None
    raise TextError(expected("number and sign of a letter such as 1375/VPCP-KGVX", quoted(text)), meant)


DayText = Annotated[
    AsOf, reads(parse_day, "SHP003"), WithJsonSchema({"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"})
]
NumberText = Annotated[
    str, reads(parse_number, "SHP003"), WithJsonSchema({"type": "string", "pattern": r"^\d*/[^\s/]+$"})
]
Columns = Annotated[Literal["auto", "1", "2", "3"], WithJsonSchema({"enum": ["auto", 1, 2, 3, "1", "2", "3"]})]


class ListEntry(FileModel):
    """One list of an appendix: the bodies that an observation gives a state."""

    quarter: QuarterText
    indicator: str = Field(description="An id of the catalogue")
    group: str = Field(description="central, ministries, government_agencies, provinces, all or a body's name")
    breakdown: Breakdown = {}
    state: ListState = ListState.OUTSTANDING
    as_of: AsOfText | None = Field(default=None, description="Which observation; the latest dated one by default")
    source: str | None = Field(default=None, description="The source of the observation, where several are as late")
    order: Order = Order.PROTOCOL
    columns: Columns = Field(default="auto", description="Pairs of number and name in a row")
    heading: str | None = Field(default=None, description="Above the list; the name of the group by default")
    names: tuple[str, ...] | None = Field(default=None, description="The bodies to list, in this order, if not all")


class AppendixEntry(FileModel):
    """An appendix: its title and its lists."""

    title: str
    lists: tuple[ListEntry, ...] = Field(min_length=1)


class SignerEntry(FileModel):
    """The signer: lines with authority and title, and the name."""

    lines: tuple[str, ...] = Field(min_length=1)
    name: str | None = None


class LetterFile(FileModel):
    """An official letter, from its number and date to its appendices."""

    regime: Regime | None = Field(default=None, description="The form; that of the date by default")
    number: NumberText
    date: DayText
    place: str
    parent: str | None = Field(default=None, description="The body above the issuing one")
    issuer: str
    subject: str
    recipients: tuple[str, ...] = Field(min_length=1)
    body: tuple[str, ...] = Field(min_length=1)
    signer: SignerEntry
    copies: tuple[str, ...] = Field(min_length=1)
    numerals: Numerals = Numerals.ROMAN
    appendices: tuple[AppendixEntry, ...] = ()
