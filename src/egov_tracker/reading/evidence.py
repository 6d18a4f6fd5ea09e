"""Proof of a reading: nothing but known words may stand between a figure, its date and what it counts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from egov_tracker.reading.mentions import Class
from egov_tracker.reading.tokens import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from egov_tracker.reading.lexicon import Lexicon
    from egov_tracker.reading.sentences import CueHit, Head, Sentence

# Words that change nothing about what a figure says: who reports, and that it is so by now.
_BEFORE = frozenset(
    words_of(
        "theo báo cáo của văn phòng chính phủ vpcp số liệu thống kê tổng hợp từ các bộ ngành địa phương "
        "tính đến tới hết ngày cuối đã có còn vẫn trong quý năm tháng cả nước toàn quốc như vậy cũng "
        "hiện thông tin cho biết về tình hình thực hiện nghị quyết 36a nq cp và tại cổng điện tử đối "
        "với nhiệm vụ việc nội dung kết quả đó theo dõi qua trên cơ quan trung ương tỉnh thành phố này "
        "là gửi"
    )
)
_BETWEEN = frozenset(words_of("đã đều hoàn thành việc chưa chính thức vẫn còn"))
_INSIDE = frozenset(words_of("của mình các và hệ thống điều hành điện tử với tới trên được thực hiện số"))
_AFTER = re.compile(
    r"(?:/NQ-CP)?(?:,? (?:ngày \d{1,2}/\d{1,2}/\d{4}|của Chính phủ|về Chính phủ điện tử|của mình))*"
    r"(?: ?\([^()]{1,40}\))?\s*(?:[.;,)]|$|(?:tính )?đến )"
)
_UNSURE = re.compile(r"[?“”\"‘’…]")


def stray_words(sentence: Sentence, lexicon: Lexicon, group: Sequence[Head], hit: CueHit) -> list[str]:
    """Give the words that the proof cannot account for; none where the figure and its cue are tied beyond doubt."""
    first, last = group[0].first, group[-1].last
    if hit.first <= last:
        return ["…"]
    known = lexicon.vocabulary[hit.indicator]
    dated = _dated(sentence)
    start = sentence.clause_start(first) if _is_own_clause(sentence, first) else 0
    stray = [
        word for index, word in _words(sentence, start, first) if index not in dated and word not in _BEFORE | known
    ]
    stray += [word for index, word in _words(sentence, last + 1, hit.first) if word not in _BETWEEN]
    stray += [word for index, word in _words(sentence, hit.first, hit.last + 1) if word not in _INSIDE | known]
    stray += [
        sentence.words[head.first] for head in sentence.heads if hit.last < head.first < sentence.clause_end(hit.last)
    ]
    if not _is_told_as_fact(sentence, first, hit):
        stray.append("“đã”, “tính đến” or “chưa” is missing")
    end = sentence.tokens[hit.last].end
    if not _AFTER.match(sentence.text, end, sentence.span.end):
        stray += [sentence.words[hit.last + 1] if hit.last + 1 < len(sentence.tokens) else "…"]
    if unsure := _UNSURE.search(sentence.text, *sentence.span):
        stray.append(unsure[0])
    return stray


def _is_told_as_fact(sentence: Sentence, first: int, hit: CueHit) -> bool:
    """Whether a word says that it is so: without one, a target reads like a result."""
    words = sentence.words[: hit.last + 1]
    counted = any(words[at : at + 2] in {("tính", "đến"), ("tính", "tới")} for at in range(first))
    return counted or bool({"đã", "chưa"} & {*words})


def _words(sentence: Sentence, first: int, end: int) -> Iterable[tuple[int, str]]:
    """Give the words of a stretch, without the names of those who report."""
    told = {
        index
        for name in sentence.names
        if name.first and sentence.words[name.first - 1] in {"theo", "của"}
        for index in range(name.first, name.last + 1)
    }
    return ((index, sentence.words[index]) for index in range(first, end) if index not in told)


def _dated(sentence: Sentence) -> set[int]:
    spans = [(date.start, date.end) for date in sentence.dates]
    spans += [(each.start, each.end) for each in sentence.mentions if each.kind is Class.LIST_NUMBER]
    return {index for start, end in spans for index in range(sentence.token_at(start), sentence.token_at(end))}


def _is_own_clause(sentence: Sentence, first: int) -> bool:
    """Whether the clause of a figure begins behind another figure, so that what stands before it is not its own."""
    start = sentence.clause_start(first)
    return any(head.first < start for head in sentence.heads)
