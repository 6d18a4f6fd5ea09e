"""Quarters of a year, the periods of a ledger."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta
from typing import TYPE_CHECKING

from egov_tracker.errors import TextError, expected, quoted
from egov_tracker.text.patterns import late
from egov_tracker.values import NamedTuple

if TYPE_CHECKING:
    from typing import Self

FIRST_YEAR, LAST_YEAR = 1990, 2100
_ROMAN = ("I", "II", "III", "IV")
_NUMBERS = {
    **{roman.lower(): number for number, roman in enumerate(_ROMAN, 1)},
    **{digit: int(digit) for digit in "0123456789"},
}
_YEAR_FIRST = re.compile(r"(?P<year>[0-9]{4})(?:\s*[-/]\s*|\s*)(?:qu[yý]|q)\s*(?P<number>iv|i{1,3}|[0-9])")
_YEAR_LAST = late(
    r"(?:(?:qu[yý]|q)\s*(?P<number>iv|i{1,3}|[0-9])|(?P<roman>iv|i{1,3}))"
    r"(?:\s*[-/]\s*|\s+(?:n[ăa]m\s+)?)(?P<year>[0-9]{4})"
)


class _Numbered(NamedTuple):
    year: int
    number: int


class Quarter(_Numbered):
    """Three months of a calendar year; quarters sort by time."""

    __slots__ = ()

    def __new__(cls, year: int, number: int) -> Self:
        """Raise TextError for a number that no quarter has."""
        if number not in (1, 2, 3, 4):
            raise TextError(f"there is no quarter {number}: 1 to 4")
        return super().__new__(cls, year, number)

    def __str__(self) -> str:
        return f"{self.year}Q{self.number}"

    def __repr__(self) -> str:
        return f"<Quarter {self}>"

    @property
    def vi(self) -> str:
        """The Vietnamese form, with a Roman numeral: quý II/2016."""
        return f"quý {_ROMAN[self.number - 1]}/{self.year}"

    @property
    def en(self) -> str:
        """The English form: Q2 2016."""
        return f"Q{self.number} {self.year}"

    @property
    def first_day(self) -> date:
        """The day on which the quarter begins."""
        return date(self.year, 3 * self.number - 2, 1)

    @property
    def last_day(self) -> date:
        """The last day of the quarter."""
        return self.next.first_day - timedelta(days=1)

    @property
    def next(self) -> Quarter:
        """The quarter that follows, across the end of the year."""
        return Quarter(self.year + self.number // 4, self.number % 4 + 1)

    @property
    def previous(self) -> Quarter:
        """The quarter before, across the beginning of the year."""
        return Quarter(self.year - (self.number == 1), self.number - 1 or len(_ROMAN))

    def contains(self, day: date) -> bool:
        """Say whether a day belongs to the quarter, its first and last day included."""
        return self.first_day <= day <= self.last_day


def quarter_of(day: date) -> Quarter:
    """The quarter to which a day belongs."""
    return Quarter(day.year, (day.month + 2) // 3)


def quarters_between(first: Quarter, last: Quarter) -> tuple[Quarter, ...]:
    """Every quarter from the first to the last, both included; none where the last is the earlier one."""
    span = [first] if first <= last else []
    while span and span[-1] < last:
        span.append(span[-1].next)
    return tuple(span)


def parse_quarter(text: str) -> Quarter:
    """Read a quarter as the file names write it (2016Q2) or as people do (quý II/2016, II/2016, Q2 2016).

    A bare 2/2016 may be a month, so it is not read.

    Raises TextError for anything else, and for years outside 1990 to 2100.
    """
    spelled = unicodedata.normalize("NFC", text).strip().lower()
    found = _YEAR_FIRST.fullmatch(spelled) or _YEAR_LAST.fullmatch(spelled)
    if found is None:
        raise TextError(expected("a quarter such as 2016Q2", quoted(text)), _suggestion(spelled))
    groups = found.groupdict()
    return _quarter(int(groups["year"]), _NUMBERS[groups["number"] or groups["roman"]])


def _quarter(year: int, number: int) -> Quarter:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise TextError(f"the year {year} is outside {FIRST_YEAR} to {LAST_YEAR}")
    return Quarter(year, number)


def _suggestion(spelled: str) -> str | None:
    year = re.search(r"(?<![0-9])[0-9]{4}(?![0-9])", spelled)
    number = re.search(r"q(?:u[yý])?[\s.]*(iv|i{1,3}|[1-4])(?![a-z0-9])", spelled)
    if year is None or number is None or not FIRST_YEAR <= int(year[0]) <= LAST_YEAR:
        return None
    return str(Quarter(int(year[0]), _NUMBERS[number[1]]))
