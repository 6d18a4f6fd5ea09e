"""What the sentences of an official letter say that figures can bear out or contradict.

A statement is a sentence, or the part of one up to a semicolon: its counts of bodies ("13 bộ, ngành và 21 địa phương"),
its dates, the appendices that it refers to ("phụ lục 1 kèm theo"), and whether it says who is named.
"""

from __future__ import annotations

import re
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING

from egov_tracker.errors import TextError
from egov_tracker.text.dates import AsOf, parse_as_of
from egov_tracker.text.figures import Figure, parse_figure
from egov_tracker.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

# A noun in whose place another thing may be counted is none: "2 bộ hồ sơ", "3 cơ quan báo chí", "5 đơn vị sự nghiệp".
CENTRAL_NOUN = (
    r"cơ quan ngang bộ|cơ quan thuộc Chính phủ|ngành|"
    r"bộ(?! (?:hồ sơ|thủ tục|luật|tài liệu|tiêu chí|chỉ tiêu|chỉ số|câu hỏi|phận|mã|dữ liệu|đề))"
)
LOCAL_NOUN = r"tỉnh|thành phố|địa phương|UBND|[UỦ]ỷ ban nhân dân|Ủy ban nhân dân"
OPEN_NOUN = (
    r"(?:cơ quan|đơn vị)(?! (?:báo chí|truyền thông|chuyên môn|sự nghiệp|trực thuộc|thuộc (?!Chính phủ)|tư vấn))"
)
_NOUN = rf"(?:(?i:{CENTRAL_NOUN}|{LOCAL_NOUN}|{OPEN_NOUN}))\b"
_WORDS = {"hai": 2, "ba": 3, "bốn": 4, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10}  # "năm" is also a year
_NUMBER = r"(?:\d{1,3}(?:\.\d{3})+|\d+)"
_DOUBT = r"(?:(?:gần|hơn|trên|khoảng|dưới|ít nhất) )?"
_COUNT = re.compile(
    rf"(?<![\w/.,-])(?P<count>{_DOUBT}{_NUMBER}(?:/{_NUMBER})?|{'|'.join(_WORDS)})(?: \([^()]*\))?"
    rf" (?P<nouns>(?:{_NOUN}(?:, | và )?)+)",
)
_NO_COUNT_BEHIND = re.compile(
    r"(?:năm|tháng|ngày|quý|khoản|điều|mục|phần|độ|lục|đoạn|điểm|dòng|chương) $", re.IGNORECASE
)
_LABEL = rf"(?:[IVX]+|\d+)\b(?! {_NOUN})"
_REFERENCE = re.compile(
    rf"(?P<counted>\bđếm (?:theo|từ) (?:các )?)?(?i:\bphụ lục)\b(?: số)?(?P<labels> {_LABEL}(?:(?:, | và ){_LABEL})*)?"
    r"(?P<foreign> (?:(?:ban hành )?kèm theo|của|tại|thuộc|trong) "
    r"(?i:nghị|quyết định|thông tư|chỉ thị|luật|công văn|kế hoạch|báo cáo|văn bản)\b(?!\w* này))?"
)
_DATE = re.compile(
    r"(?:ngày )?\d{1,2}(?:[/.-]| tháng )\d{1,2}(?:[/.-]| năm )\d{4}|tháng \d{1,2}(?:/| năm )\d{4}"
    r"|quý (?:IV|I{1,3}|[1-4])(?:/| năm )\d{4}|năm \d{4}",
    re.IGNORECASE,
)
_OF_A_DOCUMENT = re.compile(rf"\d\w*/[^\W\d][\w&-]*,? (?:{_DATE.pattern})", re.IGNORECASE)
_RELATION = re.compile(r"(?P<word>từ|sau|trước|chậm nhất)(?: là| khi| hết)*(?: ngày)? $", re.IGNORECASE)
_NAMING = re.compile(
    r"(?P<denied>\b(?:không|chưa) (?:còn |được |có )*)?(?:\bđược )?\b(?:nêu|liệt kê|ghi|in)(?: (?:rõ|cụ thể|đủ|từng))*"
    r" (?:tên|danh sách|đích danh)\b(?! (?:bài|gọi|văn bản|tài liệu))(?P<behind>[^.;()]*)",
    re.IGNORECASE,
)
_IN_PARENTHESES = re.compile(r"\([^()]*\)")
_END = re.compile(r"[.!?…]+(?=\s+(?P<next>\S))|;")
_ABBREVIATIONS = frozenset({"tp", "kt", "tm", "tl", "tuq", "q", "ts", "ths", "gs", "pgs"})


class Relation(StrEnum):
    """How a statement stands to a date that it names."""

    AT = "at"
    SINCE = "since"
    AFTER = "after"


class StatedDate(NamedTuple):
    """A date in a statement for which something is said to hold; neither a due date nor the date of a document."""

    when: AsOf
    relation: Relation


class Count(NamedTuple):
    """A number of bodies: "13 bộ, ngành", "19/30 cơ quan"; `start` and `end` are offsets in the statement."""

    printed: str
    figure: Figure
    central: bool
    local: bool
    start: int
    end: int


class Reference(NamedTuple):
    """A mention of appendices of the letter itself by their labels, of which there may be none.

    `counted` is the mark "đếm theo phụ lục 1": the original prints no such number.
    """

    labels: tuple[str, ...]
    counted: bool
    start: int


class Naming(NamedTuple):
    """What is said of who is named: "không nêu tên", "được nêu tên là Bộ Quốc phòng"; `behind` is the text after it."""

    printed: str
    denied: bool
    behind: str


class Statement(NamedTuple):
    """One part of a sentence and what it says; `sentence` is the number of its sentence in the paragraph."""

    text: str
    sentence: int
    counts: tuple[Count, ...]
    references: tuple[Reference, ...]
    dates: tuple[StatedDate, ...]
    namings: tuple[Naming, ...]


def read_statements(paragraph: str) -> tuple[Statement, ...]:
    """The statements of a paragraph in their order."""
    return tuple(_statement(text, sentence) for text, sentence in _parts(paragraph))


def replace_labels(text: str, labels: dict[str, str]) -> str:
    """The text with the labels of the letter's own appendices replaced; an empty one goes with the blank before it."""

    def replaced(found: re.Match[str]) -> str:
        if not found["labels"] or found["foreign"]:
            return found[0]
        new = re.sub(_LABEL, lambda label: labels.get(label[0], label[0]), found["labels"])
        before, _, behind = found[0].partition(found["labels"])
        return before + new.rstrip() + behind

    return _REFERENCE.sub(replaced, text)


def _parts(paragraph: str) -> Iterator[tuple[str, int]]:
    """The parts of each sentence with its number; what stands in parentheses ends none."""
    hidden = _IN_PARENTHESES.sub(lambda found: "(" + "x" * (len(found[0]) - 2) + ")", paragraph)
    ends = [found for found in _END.finditer(hidden) if _ends(hidden, found)]
    sentence = 0
    for start, end in pairwise([0, *(found.end() for found in ends), len(paragraph)]):
        yield paragraph[start:end], sentence
        sentence += paragraph[start:end].endswith((".", "!", "?", "…"))


def _ends(text: str, found: re.Match[str]) -> bool:
    word = re.search(r"\w+$", text[: found.start()])
    return not found["next"] or not (found["next"].islower() or (word and word[0].lower() in _ABBREVIATIONS))


def _statement(text: str, sentence: int) -> Statement:
    references = [found for found in _REFERENCE.finditer(text) if not found["foreign"]]
    return Statement(
        text=text,
        sentence=sentence,
        counts=tuple(_counts(text)),
        references=tuple(
            Reference(tuple(re.findall(_LABEL, found["labels"] or "")), bool(found["counted"]), found.start())
            for found in references
        ),
        dates=tuple(_dates(text)),
        namings=tuple(_namings(text)),
    )


def _counts(text: str) -> Iterator[Count]:
    for found in _COUNT.finditer(text):
        nouns = found["nouns"]
        if not _NO_COUNT_BEHIND.search(text[: found.start()]) and (figure := _figure(found["count"])):
            printed = re.sub(r"(?:, | và )$", "", found[0])
            central, local = (re.search(rf"(?i:\b(?:{noun})\b)", nouns) for noun in (CENTRAL_NOUN, LOCAL_NOUN))
            yield Count(printed, figure, bool(central), bool(local), found.start(), found.start() + len(printed))


def _figure(text: str) -> Figure | None:
    try:
        return parse_figure(str(_WORDS.get(text, text)))
    except TextError:
        return None


def _dates(text: str) -> Iterator[StatedDate]:
    bare = _OF_A_DOCUMENT.sub(lambda found: " " * len(found[0]), text)
    for found in _DATE.finditer(bare):
        relation = _RELATION.search(bare[: found.start()])
        word = relation["word"].lower() if relation else ""
        if word not in {"trước", "chậm nhất"} and (when := _date(found[0])):
            yield StatedDate(when, {"từ": Relation.SINCE, "sau": Relation.AFTER}.get(word, Relation.AT))


def _date(text: str) -> AsOf | None:
    """The date as the files write it is what the reader of dates suggests for the words of a letter."""
    try:
        return parse_as_of(text)
    except TextError as wrong:
        return parse_as_of(wrong.meant) if wrong.meant else None


def _namings(text: str) -> Iterator[Naming]:
    """What is said of names, but for a number of bodies that are not named: that is a count."""
    counts = {count.end for count in _counts(text)}
    for found in _NAMING.finditer(text):
        if len(text[: found.start()].rstrip()) not in counts:
            printed = found[0][: found.start("behind") - found.start()]
            yield Naming(printed.strip(), bool(found["denied"]), found["behind"].strip())
