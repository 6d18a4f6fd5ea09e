"""Figures that are no observation: changes, averages, shares of another figure, numbers of other countries."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from egov_tracker.errors import TextError
from egov_tracker.reading.mentions import Class
from egov_tracker.reading.modality import words_before
from egov_tracker.text.figures import parse_figure
from egov_tracker.text.numbers import percentage

if TYPE_CHECKING:
    from collections.abc import Callable

    from egov_tracker.reading.mentions import Mention
    from egov_tracker.reading.sentences import Head, Sentence
    from egov_tracker.text.figures import Figure

_CHANGES = frozenset({"tăng", "giảm", "gấp", "thêm", "bớt", "chênh"})
_PAIRS = frozenset(
    {
        "nhiều hơn", "ít hơn", "cao hơn", "thấp hơn", "tăng thêm", "tăng hơn", "giảm hơn", "gấp hơn", "hơn trước",
        "tiết kiệm", "rút ngắn",
        "cắt giảm",
    }
)  # fmt: skip
_THAN = frozenset({"nhiều", "ít", "cao", "thấp", "lớn", "tăng", "giảm", "gấp"})
_STEPS = frozenset({"lần", "bậc", "điểm", "phần"})
_AVERAGES = frozenset(
    {
        "mỗi ngày", "mỗi tháng", "mỗi năm", "mỗi quý", "mỗi tuần", "hằng tháng", "hàng tháng", "hằng ngày", "hàng ngày",
        "trung bình", "bình quân", "mỗi bộ", "mỗi cơ", "hằng năm", "hàng năm",
    }
)  # fmt: skip
_RISE = 12


def figure_of(sentence: Sentence, mention: Mention) -> Figure | None:
    """Read a number as the ledger does; None where it is not written as Vietnamese reports write it."""
    try:
        return parse_figure(sentence.text[mention.start : mention.end])
    except TextError:
        return None


def aside_of(sentence: Sentence, head: Head) -> tuple[Class, str] | None:
    """Say what a figure is, and why, where it cannot be an observation."""
    return next(((kind, reason) for test, kind, reason in _ASIDES if test(sentence, head)), None)


def _printed(sentence: Sentence, head: Head) -> str:
    return sentence.text[head.mention.start : head.mention.end].lower()


def _is_abroad(sentence: Sentence, _head: Head) -> bool:
    return sentence.is_abroad


def _is_bracketed_share(sentence: Sentence, head: Head) -> bool:
    start = head.mention.start
    return sentence.text[max(0, start - 1) : start] == "(" and "%" in _printed(sentence, head) and not head.unit


def _is_share_of_ratio(sentence: Sentence, head: Head) -> bool:
    """Whether a percentage only says again what the ratio before it says: "80/92 bộ, ngành …, đạt 86,96%"."""
    figure = figure_of(sentence, head.mention)
    before = [other for other in sentence.heads if other.first < head.first]
    ratio = figure_of(sentence, before[-1].mention) if before else None
    if head.unit or not figure or figure.count or not figure.percent or not ratio or not ratio.count or not ratio.base:
        return False
    exact = percentage(ratio.count.value, ratio.base.value, 4)
    return abs(exact - figure.percent.value) <= figure.percent.step


def _is_change(sentence: Sentence, head: Head) -> bool:
    before = words_before(sentence, head.first, 4)
    if "lên" in before[-2:]:
        return False
    if before and before[-1] in _THAN and _printed(sentence, head).startswith("hơn"):
        return True
    return bool(_CHANGES & {*before[-2:]}) or bool(_PAIRS & {" ".join(pair) for pair in pairwise(before)})


def _is_side(sentence: Sentence, head: Head) -> bool:
    return words_before(sentence, head.first, 1) == ("giữa",)


def _is_part_of_name(sentence: Sentence, head: Head) -> bool:
    """Whether a percentage belongs to the words of an indicator: "đạt mục tiêu 30% dịch vụ mức độ 4"."""
    named = any(hit.percent_in_name and hit.first <= head.first <= hit.last for hit in sentence.hits)
    return named and "%" in _printed(sentence, head)


def _is_step(sentence: Sentence, head: Head) -> bool:
    return bool(_STEPS & {*sentence.words[head.noun : head.noun + 1]})


def _is_start_of_rise(sentence: Sentence, head: Head) -> bool:
    rises = "lên" in sentence.words[head.last + 1 : head.last + _RISE]
    return rises and words_before(sentence, head.first, 1) == ("từ",)


def _is_average(sentence: Sentence, head: Head) -> bool:
    before, after = words_before(sentence, head.first, 4), sentence.words[head.last + 1 : head.last + 4]
    return bool(_AVERAGES & {" ".join(pair) for pair in (*pairwise(before), *pairwise(after))})


_ASIDES: tuple[tuple[Callable[[Sentence, Head], bool], Class, str], ...] = (
    (_is_abroad, Class.UNREAD, "speaks of another country"),
    (_is_bracketed_share, Class.SHARE, "a percentage in brackets"),
    (_is_share_of_ratio, Class.SHARE, "the percentage of the figure before it"),
    (_is_change, Class.CHANGE, "an increase or a decrease"),
    (_is_side, Class.UNREAD, "the two sides of one thing"),
    (_is_part_of_name, Class.CODE, "part of the name of what is counted"),
    (_is_step, Class.CHANGE, "a change, a rank or a score"),
    (_is_start_of_rise, Class.CHANGE, "the figure before a change"),
    (_is_average, Class.AVERAGE, "an average"),
)
