"""Dates in running text: what each may mean, and which part it plays in its sentence."""

from __future__ import annotations

import re
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING

from egov_tracker.errors import TextError
from egov_tracker.text.dates import parse_as_of
from egov_tracker.values import NamedTuple

if TYPE_CHECKING:
    from egov_tracker.text.dates import AsOf

UNKNOWN = "unknown"


class Role(StrEnum):
    """What a date does: only `as_of` and `within` can date a figure."""

    AS_OF = "as_of"
    WITHIN = "within"
    FROM = "from"
    DUE = "due"
    ISSUED = "issued"
    COMPARED = "compared"
    EVENT = "event"


class DateMention(NamedTuple):
    """A date: `as_of` in the notation of snapshots, `unknown` where the year is missing or the words are "đến nay".

    `parts` are day, month, quarter and year as printed, None for each that is not; `edge` is hết, cuối, đầu or giữa.
    """

    start: int
    end: int
    as_of: str
    role: Role
    parts: tuple[int | None, int | None, int | None, int | None] = (None, None, None, None)
    edge: str = ""
    first: str | None = None

    @property
    def lacks_year(self) -> bool:
        """Whether a day, month or quarter is printed without its year."""
        return self.parts[3] is None and any(self.parts)

    @property
    def is_now(self) -> bool:
        """Whether the words point at the day of writing."""
        return not any(self.parts)

    def holds(self, when: AsOf) -> bool:
        """Whether `when` lies within the printed date: "hết tháng 6/2016" holds 2016-06 and 2016-06-30.

        Where no year is printed, that of `when` is taken; "đến nay" holds any date, and any date holds an unknown one.
        """
        if self.is_now or when.first is None or when.last is None:
            return True
        day, month, _, year = self.parts
        if day and not month:
            return when.is_day and when.first.day == day
        printed = parse_as_of(self._replace(edge="").in_year(year or when.first.year).as_of)
        return bool(printed.first and printed.last and printed.first <= when.first and when.last <= printed.last)

    def in_year(self, year: int) -> DateMention:
        """Give the same date in a year found elsewhere."""
        parts = (*self.parts[:3], year)
        return self._replace(parts=parts, as_of=_spell(parts, self.edge) or UNKNOWN)


_SEP = r"\s?[/.\-]\s?"
_DATE = re.compile(
    r"(?<![\w/.,])(?:"
    r"(?P<n>\d{1,2}) +tháng +(?:đầu +)?năm +(?P<yn>(?:19|20)\d\d)(?!\d)"
    r"|(?:[Nn]gày +)?(?P<da>\d{1,2}) *tháng *(?P<ma>\d{1,2})(?:,? *năm *(?P<ya>\d{4}))?(?!\d)"
    rf"|(?:[Nn]gày +)?(?P<db>\d{{1,2}}){_SEP}(?P<mb>\d{{1,2}}){_SEP}(?P<yb>\d{{4}})(?![\d/])"
    r"|(?P<yc>(?:19|20)\d\d)-(?P<mc>\d\d)-(?P<dc>\d\d)(?!\d)"
    r"|[Tt]háng +(?P<md>\d{1,2})(?: *[/\-] *| +năm +)(?P<yd>\d{4})(?!\d)"
    r"|[Nn]gày +(?P<de>\d{1,2})[/\-](?P<me>\d{1,2})(?![/\d])"
    r"|[Tt]háng +(?P<mf>\d{1,2})(?![\d/%]|[.,]\d)"
    r"|[Qq]uý +(?P<qg>IV|I{1,3}|[1-4])(?: *[/\-] *|,? +năm +| +)(?P<yg>(?:19|20)\d\d)(?!\d)"
    r"|[Qq]uý +(?P<qh>IV|I{1,3}|[1-4])(?![\w/])"
    r"|[Nn]ăm +(?P<yi>(?:19|20)\d\d)(?![\d.,]\d)(?!\d)"
    r"|(?P<dj>\d{1,2})/(?P<mj>\d{1,2})(?![/\d]|[.,]\d)"
    r"|[Nn]gày +(?P<dk>\d{1,2})(?![\d/%]|[.,]\d)"
    r")|(?P<now>(?<!\w)(?:[Tt]ính +)?(?:(?:[Đđ]ến|[Tt]ới) +(?:thời +điểm +(?:hiện +tại|hiện +nay|này)|nay)"
    r"|[Hh]iện +(?:nay|tại)|[Tt]hời +điểm +(?:hiện +tại|này))(?!\w))"
)
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_EDGE = re.compile(r"(?:^|\W)(hết|cuối|đầu|giữa)\s+$")
_REACH = 48
_HOUR = re.compile(r"\d{1,2}(?:h|g|:| giờ )\d{0,2},? *$")
_BARE_CONTEXT = re.compile(r"(?:^|\W)(?:đến|tới|từ|trước|sau|hôm|hết|vào|sáng|chiều|ngày|và|-|–)\s*$")
_NO_DATE_AFTER = re.compile(
    r"\s*(?:giai đoạn|bộ|tỉnh|cơ quan|thành phố|địa phương|đơn vị|ngành|nhiệm vụ|dịch vụ|huyện|xã|sở|điểm)",
    re.IGNORECASE,
)
_RANGE_AFTER = re.compile(r"\s?[-–]\s?\d{1,2}/\d{1,2}(?:/\d{4})?(?!\d)")
_DUE = r"trước|chậm nhất(?: là)?|muộn nhất|thời hạn|hạn(?: cuối| chót)?|xong trong|hoàn thành trong|không quá"
_AGAINST = r"so với|cùng kỳ|thay vì|như hồi"
_DONE_ON = (
    r"/[\w\-]{2,30}|ban hành|ký|họp|công bố|khai trương|thành lập|nghị quyết \S{1,12}|quyết định(?: số)? \S{1,20}"
    r"|thông tư \S{1,12}|phiên họp.{0,30}"
)
_ROLES = (
    (Role.DUE, re.compile(rf"(?:{_DUE})\s+(?:thời hạn\s+)?(?:là\s+)?(?:vào\s+)?$")),
    (Role.COMPARED, re.compile(rf"(?:{_AGAINST})\s+(?:cùng kỳ\s+)?(?:thời điểm\s+|hồi\s+|của\s+)?$")),
    (Role.FROM, re.compile(r"(?:^|\W)(?:từ|kể từ|sau|bắt đầu|từ sau)\s+(?:khi\s+)?$")),
    (Role.ISSUED, re.compile(rf"(?:{_DONE_ON})\s*,?\s*(?:vào\s+|trong\s+|của\s+)?$")),
    (Role.ISSUED, re.compile(r"^\s*[^\W\d_]+(?: [^\W\d_]+){0,3},\s*$")),
    (Role.AS_OF, re.compile(r"(?:^|\W)(?:tính|đến|tới|cho đến)\s+(?:đến\s+|tới\s+)?(?:thời điểm\s+)?(?:hết\s+)?$")),
    (Role.AS_OF, re.compile(r"(?:^|\W)(?:tại thời điểm|thời điểm|số liệu)\s+$")),
)  # fmt: skip
_UNTIL = re.compile(r"\s*(?:[-–]|đến(?: hết)?|tới)\s*$")


def find_dates(text: str, start: int = 0, end: int | None = None) -> list[DateMention]:
    """Find the dates between two offsets of a text, with their parts in the sentence."""
    stop = len(text) if end is None else end
    found: list[DateMention] = []
    for match in _DATE.finditer(text, start, stop):
        mention = _read(text, start, match)
        if mention:
            found.append(_as_end_of_range(text, found, mention))
    return _with_years_of_ranges(text, found)


def _read(text: str, start: int, match: re.Match[str]) -> DateMention | None:
    if match["now"]:
        return DateMention(match.start(), match.end(), UNKNOWN, Role.AS_OF)
    before = _HOUR.sub("", text[max(start, match.start() - _REACH) : match.start()].lower())
    if match["dj"] and not _is_bare_date(text, before, match):
        return None
    edge = found[1] if (found := _EDGE.search(before)) else ""
    parts = _parts(match)
    as_of = _months_of(match) if match["n"] else _spell(parts, edge)
    if as_of is None:
        return None
    role = _role(before, edge, parts)
    first = f"{match['yn']}-01-01" if match["n"] else None
    return DateMention(match.start(), match.end(), as_of, role, parts, edge, first)


def _is_bare_date(text: str, before: str, match: re.Match[str]) -> bool:
    """Tell "đến 3/5" from "3/5 giai đoạn" and "đến 3/5 bộ"."""
    if _RANGE_AFTER.match(text, match.end()):
        return True
    return bool(_BARE_CONTEXT.search(before)) and not _NO_DATE_AFTER.match(text, match.end())


def _parts(match: re.Match[str]) -> tuple[int | None, int | None, int | None, int | None]:
    groups = {name[0]: text for name, text in match.groupdict().items() if text and name != "now"}
    day, month, year = (int(groups[key]) if key in groups else None for key in "dmy")
    return day, month, _ROMAN[groups["q"]] if "q" in groups else None, year


def _months_of(match: re.Match[str]) -> str | None:
    return _spell((None, int(match["n"]), None, int(match["yn"])), "hết")


def _spell(parts: tuple[int | None, int | None, int | None, int | None], edge: str) -> str | None:
    """Write a date as snapshots do; None where no calendar has it."""
    day, month, quarter, year = parts
    try:
        written = _written(day, month, quarter, 2000 if year is None else year)
        last = parse_as_of(written).last
    except TextError:
        return None
    if year is None or (day and not month):
        return UNKNOWN
    return last.isoformat() if edge == "hết" and last else written


def _written(day: int | None, month: int | None, quarter: int | None, year: int) -> str:
    if quarter:
        return f"{year}Q{quarter}"
    if month:
        return f"{year}-{month:02}-{day:02}" if day else f"{year}-{month:02}"
    return f"{year}"


def _role(before: str, edge: str, parts: tuple[int | None, ...]) -> Role:
    stem = before[: before.rfind(edge)] if edge else before
    for role, pattern in _ROLES:
        if pattern.search(stem):
            return role
    if edge:
        return Role.AS_OF
    return Role.EVENT if parts[0] else Role.WITHIN


def _as_end_of_range(text: str, found: list[DateMention], mention: DateMention) -> DateMention:
    """Read "từ A đến B" and "A - B" as one interval that ends at B."""
    if not found:
        return mention
    previous = found[-1]
    between = text[previous.end : mention.start]
    if not _UNTIL.match(between) or (previous.role is not Role.FROM and "đến" in between):
        return mention
    found[-1] = previous._replace(role=Role.FROM)
    first = previous.as_of
    if previous.lacks_year and mention.parts[3]:
        first = previous.in_year(mention.parts[3]).as_of
    return mention._replace(role=Role.AS_OF, first=None if first == UNKNOWN else first)


def _with_years_of_ranges(text: str, found: list[DateMention]) -> list[DateMention]:
    """Give "25/3" in "25/3 - 30/4/2016" the year of the range."""
    for index, (left, right) in enumerate(pairwise(found)):
        if left.lacks_year and right.parts[3] and _UNTIL.match(text[left.end : right.start]):
            found[index] = left.in_year(right.parts[3])
    return found
