"""Every run of digits gets exactly one class: the ledger of digits that nothing may fall out of."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING

from egov_tracker.reading.dates import DateMention, find_dates
from egov_tracker.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class Class(StrEnum):
    """What a run of digits is. FIGURE is the only one that can become an observation."""

    FIGURE = "figure"
    DATE = "date"
    TIME = "time"
    LEGAL = "legal reference"
    LIST_NUMBER = "list number"
    MONEY = "money"
    PHONE = "phone"
    LEVEL = "level"
    DURATION = "duration"
    ORDINAL = "ordinal"
    CODE = "code"
    PLAN = "plan"
    CHANGE = "change"
    AVERAGE = "average"
    EXAMPLE = "example"
    SHARE = "share"
    REPEAT = "repeat"
    NAMES = "names"
    UNREAD = "unread"


class Mention(NamedTuple):
    """A stretch of text that holds one or more runs of digits, of one class."""

    start: int
    end: int
    kind: Class


DIGITS = re.compile(r"\d+")
MOST_IN_SENTENCE = 120

_NUM = r"(?:\d{1,3}(?:\.\d{3})+(?!\d)|\d+)"
_FIGURE = re.compile(
    rf"{_NUM}(?:"
    rf"\s?/\s?{_NUM}(?![/\d])(?: ?\( ?(?:(?:gần|hơn|trên|khoảng) )?\d+(?:,\d+)? ?% ?\))?"
    rf"|(?:,\d+)?(?:\s?%(?: ?\( ?{_NUM} ?/ ?{_NUM} ?\))?|\s(?:nghìn|ngàn|triệu|tỷ|tỉ)(?!\w))"
    rf"|(?: ?\( ?(?:(?:gần|hơn|trên|khoảng) )?\d+(?:,\d+)? ?% ?\))"
    r")?"
)
_QUALIFIER = re.compile(
    r"(?:^|(?<=\W))(?:gần|hơn|trên|khoảng|chưa đến|dưới|tối thiểu|ít nhất|tối đa|không quá|tất cả|cả) $", re.IGNORECASE
)
_ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s<>\"]{1,500}|[\w.+\-]{1,64}@[\w\-]{1,64}(?:\.[\w\-]{1,32}){1,4}|\b[\w\-]{1,60}\.(?:vn|com|net|org)(?:/[^\s<>\"]{0,500})?"
)
_ADDRESS_HINT = re.compile(r"://|www\.|\.(?:vn|com|net|org)")
_LEGAL_NOUN = re.compile(
    r"(?:nghị quyết|quyết định|nghị định|thông tư|chỉ thị|công văn|văn bản|luật|điều|khoản|điểm|kế hoạch|thông báo|"
    r"tờ trình|báo cáo|phụ lục|bảng|biểu|hình|mục|phần|chương|giấy phép|đề án|công điện|hướng dẫn)(?:\s+số)?:?\s*$"
    r"|(?:^|\n)\s*(?:số|no\.?):?\s*$|(?:^|\W)(?:số|no\.?):\s*$",
    re.IGNORECASE,
)  # fmt: skip
_LEGAL_NUMBERED = re.compile(r"\w số:?\s*$", re.IGNORECASE)
_LEGAL_CODE = re.compile(r"\d+[a-zđ]?\s?(?:/\d{4})?\s?[/\-]\s?(?=[A-ZĐ]{2})[A-ZĐ][\w\-&.]{1,30}")
_LEGAL_PLAIN = re.compile(r"\d+(?:\.\d+)*[a-zđ]?(?!\w)(?:/\d{4}(?!\d))?")
_NOT_LEGAL_AFTER = re.compile(
    r"\s*(?:[%/]|bộ|tỉnh|cơ quan|dịch vụ|văn bản|hồ sơ|tài khoản|lượt|địa phương|nhiệm vụ|thành phố|đơn vị|phản ánh)"
)
_TIME = re.compile(
    r"\d{1,2}(?:\s?[hg]\s?\d{0,2}(?!\w)|:\d{2}(?::\d{2})?(?!\d)|\s?giờ(?:\s?\d{1,2})?(?!\w)|\s?phút(?!\w))"
)
_PHONE_BEFORE = re.compile(
    r"(?:điện thoại|đt|đtdđ|tel|fax|hotline|tổng đài|số máy|đường dây nóng|liên hệ)[\s.:]*\(?\+?$", re.IGNORECASE
)
_PHONE = re.compile(r"\d[\d.\s\-()]{5,18}\d")
_PHONE_SHAPE = re.compile(
    r"(?:\(\d{2,4}\)[\s.]?|0\d{1,3}[.\s\-])\d{2,4}(?:[.\s\-]?\d{2,4}){1,3}(?!\d)|0\d{8,10}(?!\d)|1[89]00[\s.]?\d{4}(?!\d)"
)
_LEVEL_BEFORE = re.compile(r"(?:mức độ|mức|cấp độ)\s+$", re.IGNORECASE)
_LEVEL = re.compile(r"[1-4](?:\s?(?:,|và|hoặc|-|–|/)\s?(?:mức độ |mức |cấp độ )?[1-4](?![\d%]|[.,]\d))*(?![\d%]|\.\d)")
_MONEY_AFTER = re.compile(
    r"\s?(?:nghìn |ngàn |triệu |tỷ |tỉ )?(?:đồng|đ(?!\w)|vnđ|vnd|usd|đô la|euro|đôla)", re.IGNORECASE
)
_DURATION_AFTER = re.compile(r"\s(?:tháng|năm|ngày|tuần|giờ|phút|giây|tuổi|buổi|quý)(?!\w)", re.IGNORECASE)
_ORDINAL_BEFORE = re.compile(
    r"(?:thứ|lần thứ|hạng thứ|khóa|khoá|kỳ|giai đoạn|đợt|lần|quý|lớp|phiên|quyển|trang|tập|bước|vòng|phiên bản)\s+$",
    re.IGNORECASE,
)
_CODE_AFTER = re.compile(r"\d+(?:[a-zđA-ZĐ][\w\-]*)")
_CODE_BEFORE = re.compile(r"[^\W\d_][\-.]?$")
_LIST_NUMBER = re.compile(
    r"\s*(?:[-+•*]\s*)?\(?(?:[1-9]\d{0,2}(?:\.\d{1,2}){0,3}[.)/](?=\s|$|[^\W\d])|\d{1,3}\t|\d{1,2}(?:\.\d{1,2}){1,3}\s(?=[^\W\d_]))"
)
_FRACTIONAL = re.compile(r"\d+,\d+(?!\s?%)")


def scan(text: str, start: int, end: int, dates: Iterable[DateMention] | None = None) -> list[Mention]:
    """Class every run of digits between two offsets, in order; the mentions do not overlap."""
    taken = sorted(_known_spans(text, start, end, dates))
    mentions: list[Mention] = []
    at = start
    while run := DIGITS.search(text, at, end):
        while taken and taken[0].end <= run.start():
            taken.pop(0)
        mention = _taken_by(taken, run) or _classify(text, start, end, run)
        mentions.append(mention)
        at = mention.end
    return mentions


def _known_spans(text: str, start: int, end: int, dates: Iterable[DateMention] | None) -> Iterator[Mention]:
    for date in find_dates(text, start, end) if dates is None else dates:
        yield Mention(date.start, date.end, Class.DATE)
    hinted = text.find("@", start, end) >= 0 or _ADDRESS_HINT.search(text, start, end)
    for found in _ADDRESS.finditer(text, start, end) if hinted else ():
        yield Mention(found.start(), found.end(), Class.CODE)
    if numbered := _LIST_NUMBER.match(text, start, end):
        yield Mention(start, numbered.end(), Class.LIST_NUMBER)


def _taken_by(taken: list[Mention], run: re.Match[str]) -> Mention | None:
    for mention in taken[:3]:
        if mention.start <= run.start() < mention.end:
            return Mention(run.start(), max(mention.end, run.end()), mention.kind)
    return None


def _classify(text: str, start: int, end: int, run: re.Match[str]) -> Mention:
    at = run.start()
    before = text[max(start, at - 40) : at]
    for kind, found in _readings(text, at, end, before):
        if found:
            return Mention(at, max(found.end(), run.end()), kind)
    return _figure(text, at, end, before)


def _readings(text: str, at: int, end: int, before: str) -> Iterator[tuple[Class, re.Match[str] | None]]:
    """Give the readings to try, in the order of their certainty."""
    yield Class.LEGAL, _LEGAL_CODE.match(text, at, end)
    if _LEVEL_BEFORE.search(before):
        yield Class.LEVEL, _LEVEL.match(text, at, end)
    if _PHONE_BEFORE.search(before):
        yield Class.PHONE, _PHONE.match(text, at, end)
    yield Class.PHONE, _PHONE_SHAPE.match(text, at - (before[-1:] == "("), end)
    yield Class.TIME, _TIME.match(text, at, end)
    if _LEGAL_NOUN.search(before):
        plain = _LEGAL_PLAIN.match(text, at, end)
        certain = plain and (_LEGAL_NUMBERED.search(before) or not _NOT_LEGAL_AFTER.match(text, plain.end()))
        yield Class.LEGAL, plain if certain else None
    if _CODE_BEFORE.search(before) and not before.endswith("-"):
        yield Class.CODE, DIGITS.match(text, at, end)
    yield Class.CODE, _CODE_AFTER.match(text, at, end)


def _figure(text: str, at: int, end: int, before: str) -> Mention:
    """Read a number; what is counted after it decides whether it is money, a duration or a figure."""
    found = _FIGURE.match(text, at, end)
    stop = found.end() if found else at + 1
    if money := _MONEY_AFTER.match(text, stop, end):
        return Mention(at, money.end(), Class.MONEY)
    if _DURATION_AFTER.match(text, stop, end) and "/" not in text[at:stop]:
        return Mention(at, stop, Class.DURATION)
    if _ORDINAL_BEFORE.search(before) and text[at:stop].isdigit():
        return Mention(at, stop, Class.ORDINAL)
    fraction = _FRACTIONAL.match(text, at, end)
    if fraction and stop <= fraction.end():
        return Mention(at, fraction.end(), Class.UNREAD)
    qualifier = _QUALIFIER.search(before)
    return Mention(at - len(qualifier[0]) if qualifier else at, stop, Class.FIGURE)
