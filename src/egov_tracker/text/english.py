"""Vietnamese figures and places in documents, said in English; what has no plain English is quoted as it stands."""

from __future__ import annotations

import unicodedata

from egov_tracker.errors import TextError
from egov_tracker.text.dates import parse_as_of
from egov_tracker.text.patterns import late
from egov_tracker.text.quarters import parse_quarter

QUALIFIERS = {
    "gần": "nearly",
    "hơn": "more than",
    "trên": "over",
    "khoảng": "about",
    "chưa đến": "less than",
    "dưới": "below",
    "tối thiểu": "at least",
    "ít nhất": "no less than",
    "tối đa": "at most",
    "không quá": "no more than",
}
SCALES = {"nghìn": "thousand", "ngàn": "thousand", "triệu": "million", "tỷ": "billion", "tỉ": "billion"}
PLACES = {
    "chú thích ảnh": "caption of the picture",
    "mục tiêu": "targets",
    "phụ lục": "appendix",
    "thân bài": "body",
    "tên bài": "title",
    "đoạn": "paragraph",
    "trang": "page",
    "bảng": "table",
    "dòng": "line",
    "mục": "section",
    "và": "and",
    "ở": "in",
}
OFFICES = {
    "Văn phòng Chính phủ": "Office of the Government",
    "Thủ tướng Chính phủ": "Prime Minister",
    "Chính phủ": "Government",
}
DOCUMENTS = {
    "Nghị quyết": "Resolution",
    "Nghị định": "Decree",
    "Quyết định": "Decision",
    "Chỉ thị": "Directive",
    "Thông tư": "Circular",
    "Công văn": "Official Letter",
    "Văn bản": "Letter",
}
_DOCUMENT = late(
    rf"(?P<kind>{'|'.join(DOCUMENTS)}) (?P<number>\d+[/-][\w/-]+)(?: ngày (?P<day>\d{{1,2}}/\d{{1,2}}/\d{{4}}))?"
)
_REPORT = late(r"Báo cáo (?P<quarter>quý (?:I|II|III|IV)/\d{4}) của (?P<office>.+)")
_WORDS = {"tất cả": "all", "cả": "all", **QUALIFIERS, **SCALES}
_WORD = late(rf"\b(?:{'|'.join(_WORDS)})\b")
_NUMBER = late(r"\d+(?:\.\d{3})*(?:,\d+)?")
_PLACE = late(rf"\b(?:{'|'.join(PLACES)})\b")
_SWAPPED = str.maketrans(".,", ",.")
MOST_BARE_DIGITS = 4
MARKS = frozenset("\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323")  # of tone, and of â, ă, ô, ơ, ê, ư


def english_figure(printed: str) -> str:
    """A figure as printed, in English: `hơn 1,7 triệu` is `more than 1.7 million`, `gần 30.000` is `nearly 30,000`."""
    words = _WORD.sub(lambda found: _WORDS[found[0]], printed.lower())
    return _NUMBER.sub(lambda found: _grouped(found[0].translate(_SWAPPED)), words)


def _grouped(number: str) -> str:
    """Digits that the source prints without any mark between thousands get one, as English has it."""
    bare = number.isdecimal() and len(number) > MOST_BARE_DIGITS
    return f"{int(number):,}" if bare else number


def english_place(at: str) -> str:
    """A place in a document, in English: `dòng 4–5` is `line 4–5`; quoted where it names more than a place."""
    said = _PLACE.sub(lambda found: PLACES[found[0]], at)
    return f"“{at}”" if is_vietnamese(said) else said


def english_document(name: str) -> str | None:
    """A document in English: `Quyết định 626/QĐ-VPCP ngày 01/8/2019` is `Decision 626/QĐ-VPCP of 1 August 2019`.

    None where it is named by more than kind, number and date, or where no calendar has the date.
    """
    try:
        if found := _DOCUMENT.fullmatch(name):
            return f"{DOCUMENTS[found['kind']]} {found['number']}{_dated(found['day'])}"
        if (found := _REPORT.fullmatch(name)) and found["office"] in OFFICES:
            return f"Report of the {OFFICES[found['office']]} for {parse_quarter(found['quarter']).en}"
    except TextError:
        return None
    return None


def _dated(day: str | None) -> str:
    if not day:
        return ""
    number, month, year = day.split("/")
    return f" of {parse_as_of(f'{year}-{month:0>2}-{number:0>2}').en}"


def is_vietnamese(text: str) -> bool:
    """Whether a text has letters that English does not have."""
    return any(letter in "đĐ" or letter in MARKS for letter in unicodedata.normalize("NFD", text))
