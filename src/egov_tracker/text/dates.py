"""Dates of any precision, as reports give them."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta
from enum import StrEnum

from egov_tracker.errors import TextError, expected, quoted
from egov_tracker.text.patterns import late
from egov_tracker.text.quarters import FIRST_YEAR, LAST_YEAR, parse_quarter, quarter_of
from egov_tracker.values import NamedTuple

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_WRITTEN = late(r"(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?")
_UNKNOWN = frozenset({"unknown", "không rõ", "không rõ ngày"})
_QUARTER = late(r"[0-9]{4}-?[Qq][0-9]")
# Compiled only where a date cannot be read.
_YEAR_FIRST = r"(?P<year>[0-9]{4})[-/.](?P<month>[0-9]{1,2})(?:[-/.](?P<day>[0-9]{1,2}))?"
_YEAR_LAST = (
    r"(?:ngày )?(?:(?P<day>[0-9]{1,2})(?:[-/.]| tháng ))?"
    r"(?:tháng )?(?P<month>[0-9]{1,2})(?:[-/.]| năm )(?P<year>[0-9]{4})"
)


class Precision(StrEnum):
    """How precisely a date is known: to the day, month, quarter or year, or not at all."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    UNKNOWN = "unknown"


class AsOf(NamedTuple):
    """A date of any precision, as the first and last day that it may mean; both are None where the date is unknown."""

    precision: Precision
    first: date | None
    last: date | None

    def __str__(self) -> str:
        if self.first is None:
            return "unknown"
        match self.precision:
            case Precision.DAY:
                return self.first.isoformat()
            case Precision.MONTH:
                return f"{self.first:%Y-%m}"
            case Precision.QUARTER:
                return str(quarter_of(self.first))
            case _:
                return str(self.first.year)

    def __repr__(self) -> str:
        return f"<AsOf {self}>"

    @property
    def vi(self) -> str:
        """The Vietnamese form, with the zeros of official documents: 04/3/2016, tháng 9/2016."""
        if self.first is None:
            return "không rõ ngày"
        match self.precision:
            case Precision.DAY:
                return f"{self.first.day:02}/{_month(self.first)}/{self.first.year}"
            case Precision.MONTH:
                return f"tháng {_month(self.first)}/{self.first.year}"
            case Precision.QUARTER:
                return quarter_of(self.first).vi
            case _:
                return f"năm {self.first.year}"

    @property
    def en(self) -> str:
        """The English form: 30 June 2016, September 2016."""
        if self.first is None:
            return "date unknown"
        match self.precision:
            case Precision.DAY:
                return f"{self.first.day} {_MONTHS[self.first.month - 1]} {self.first.year}"
            case Precision.MONTH:
                return f"{_MONTHS[self.first.month - 1]} {self.first.year}"
            case Precision.QUARTER:
                return quarter_of(self.first).en
            case _:
                return str(self.first.year)

    @property
    def is_day(self) -> bool:
        """Whether the date is known to the day."""
        return self.precision is Precision.DAY

    @property
    def sort_key(self) -> tuple[date, date]:
        """A key to sort by the last possible day: unknown dates first; of one last day, the less precise first."""
        return (self.last or date.min, self.first or date.min)

    def is_before(self, other: AsOf) -> bool:
        """Whether every day that this date may mean lies before every day of the other."""
        return bool(self.last and other.first and self.last < other.first)

    def overlaps(self, other: AsOf) -> bool:
        """Whether some day may be meant by both; an unknown date overlaps none."""
        if not (self.first and self.last and other.first and other.last):
            return False
        return self.first <= other.last and other.first <= self.last


def parse_as_of(text: str) -> AsOf:
    """Read 2016-06-30, 2016-09, 2016Q3, 2016 or unknown.

    Raises TextError for anything else, for days that no calendar has, and for years outside 1990 to 2100.
    """
    spelled = unicodedata.normalize("NFC", text).strip()
    if spelled == "unknown":
        return AsOf(Precision.UNKNOWN, None, None)
    if _QUARTER.fullmatch(spelled):
        quarter = parse_quarter(spelled)
        return AsOf(Precision.QUARTER, quarter.first_day, quarter.last_day)
    if found := _WRITTEN.fullmatch(spelled):
        return _from_parts(*(int(part) for part in found.groups() if part))
    sentence = expected("a date such as 2016-06-30, 2016-06, 2016Q2, 2016 or unknown", quoted(spelled))
    raise TextError(sentence, _suggestion(spelled))


def format_long_vi(day: date) -> str:
    """Write a date as the head of a letter does: ngày 04 tháng 3 năm 2016."""
    return f"ngày {day.day:02} tháng {_month(day)} năm {day.year}"


def months_before(day: date, months: int) -> date:
    """The same day so many months earlier; the last of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return min(_last_day(year, month + 1), date(year, month + 1, 1) + timedelta(days=day.day - 1))


def _month(day: date) -> str:
    return f"{day.month:02}" if day.month in (1, 2) else str(day.month)


def _from_parts(year: int, month: int | None = None, day: int | None = None) -> AsOf:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise TextError(f"the year {year} is outside {FIRST_YEAR} to {LAST_YEAR}")
    if month is None:
        return AsOf(Precision.YEAR, date(year, 1, 1), date(year, 12, 31))
    if not 1 <= month <= len(_MONTHS):
        raise TextError(f"there is no month {month}: 1 to 12")
    last = _last_day(year, month)
    if day is None:
        return AsOf(Precision.MONTH, last.replace(day=1), last)
    if not 1 <= day <= last.day:
        raise TextError(f"there is no day {day} in {_MONTHS[month - 1]} {year}: 1 to {last.day}")
    return AsOf(Precision.DAY, date(year, month, day), date(year, month, day))


def _last_day(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def _suggestion(spelled: str) -> str | None:
    words = " ".join(spelled.lower().split()).removeprefix("năm ")
    if words in _UNKNOWN:
        return "unknown"
    try:
        if found := re.fullmatch(_YEAR_FIRST, words) or re.fullmatch(_YEAR_LAST, words):
            return str(_from_parts(*(int(found[part]) for part in ("year", "month", "day") if found[part])))
        if _WRITTEN.fullmatch(words):
            return str(parse_as_of(words))
        return str(parse_quarter(words))
    except TextError:
        return None
