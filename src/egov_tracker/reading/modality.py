"""Whether a sentence states, plans or orders; and in which state it sees the bodies it counts."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from egov_tracker.reading.claims import Code, Doubt, doubt
from egov_tracker.reading.dates import Role
from egov_tracker.reading.tokens import words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from egov_tracker.reading.context import Context
    from egov_tracker.reading.sentences import CueHit, Head, Sentence


class Mood(StrEnum):
    """What a sentence does with a figure."""

    FACT = "fact"
    MIXED = "mixed"
    PLAN = "plan"


Phrases = dict[str, tuple[tuple[str, ...], ...]]


def phrases_of(*phrases: str) -> Phrases:
    """Arrange phrases by their first words."""
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for words in map(words_of, phrases):
        found[words[0]] = (*found.get(words[0], ()), words)
    return found


FUTURE = phrases_of(
    "sẽ", "dự kiến", "mục tiêu", "phấn đấu", "chỉ tiêu", "bảo đảm", "đảm bảo", "phải", "cần", "tối thiểu", "ít nhất",
    "đặt ra", "nhằm", "hướng tới", "hướng đến", "đề ra", "lộ trình", "kế hoạch năm", "kế hoạch đến",
    "kế hoạch giai đoạn",
    "theo kế hoạch", "có thể", "nếu", "ước", "ước tính", "dự báo", "tiến tới", "kỳ vọng",
)  # fmt: skip
ORDERS = phrases_of(
    "yêu cầu",
    "đề nghị",
    "chỉ đạo",
    "đôn đốc",
    "khẩn trương",
    "kiến nghị",
    "đề xuất",
    "quy định",
    "giao nhiệm vụ cho",
    "xin",
)
_PLANNING: Phrases = {word: FUTURE.get(word, ()) + ORDERS.get(word, ()) for word in (*FUTURE, *ORDERS)}
_REAL = frozenset({"đã", "vẫn", "mới"})
_NOW = frozenset({"nay", "tại", "có", "đã", "đang", "mới", "vẫn", "còn"})
_PLAN_HEADINGS = phrases_of(
    "mục tiêu",
    "nhiệm vụ trọng tâm",
    "phương hướng",
    "giải pháp",
    "kiến nghị",
    "đề xuất",
    "kế hoạch triển khai",
    "nhiệm vụ thời gian tới",
    "chỉ tiêu",
)
_TRIALS = phrases_of("thử nghiệm", "thí điểm", "chạy thử")
_COHORTS = phrases_of(
    "giai đoạn",
    "đợt",
    "trong số",
    "được giao",
    "nằm trong",
    "thuộc danh sách",
    "trong tổng số",
    "nhóm",
    "còn lại",
    "được chọn",
    "lựa chọn",
    "đăng ký",
    "khảo sát",
    "thêm",
    "tiếp theo",
    "lần này",
    "trong đó",
)
_VAGUE = phrases_of(
    "cơ bản",
    "chỉ",
    "hầu hết",
    "phần lớn",
    "một phần",
    "bước đầu",
    "được cho là",
    "không phải",
    "sai",
    "nhầm",
    "đính chính",
    "tin đồn",
    "theo một số",
    "chưa chính thức",
    "ước",
    "khoảng",
    "gần như",
    "tương đương",
    "năm trước",
    "trước đây",
    "trước đó",
    "so với",
    "thay vì",
    "tăng",
    "giảm",
    "gấp",
    "hay",
    "hoặc",
    "không",
    "ngoài",
    "ngoại trừ",
    "không tính",
    "liệu",
    "chậm",
    "tạm",
    "dừng",
    "ngừng",
    "từng",
    "lại",
    "mất",
)


def words_before(sentence: Sentence, index: int, count: int) -> tuple[str, ...]:
    """Give up to so many words before a token."""
    return tuple(token.word for token in sentence.tokens[max(0, index - count) : index])


def find_phrases(sentence: Sentence, phrases: Phrases, first: int, end: int) -> list[int]:
    """Give the tokens between `first` and `end` at which one of the phrases begins."""
    words = sentence.words
    return [
        index
        for index in range(max(first, 0), min(end, len(words)))
        if words[index] in phrases
        and any(words[index : index + len(phrase)] == phrase for phrase in phrases[words[index]])
    ]


def is_plan_heading(sentence: Sentence) -> bool:
    """Whether a heading says that plans follow."""
    return bool(find_phrases(sentence, _PLAN_HEADINGS, 0, len(sentence.tokens)))


def is_planning(sentence: Sentence) -> bool:
    """Whether a sentence only plans or orders."""
    size = len(sentence.tokens)
    return bool(find_phrases(sentence, _PLANNING, 0, size)) and not _real_words(sentence, 0, size)


def opens_orders(sentence: Sentence) -> bool:
    """Whether a sentence ends with an order that goes on in the list after it: "… đề nghị:"."""
    closing = sentence.text[sentence.span.start : sentence.span.end].rstrip().endswith(":")
    return closing and bool(find_phrases(sentence, _PLANNING, 0, len(sentence.tokens)))


def mood_of(sentence: Sentence, context: Context, group: Sequence[Head], hit: CueHit | None) -> Mood:
    """Tell a statement from a plan or an order, by the last word of either kind before the predicate."""
    first, last = group[0].first, group[-1].last
    end = max(last, hit.last if hit else last) + 1
    clause = sentence.clause_start(first)
    skipped = _own_words(hit)
    plans = [at for at in _plan_words(sentence, group, 0, len(sentence.tokens)) if at not in skipped]
    carried = [at for at in plans if at < end]
    near = [at for at in carried if at >= clause]
    facts = _real_words(sentence, 0, len(sentence.tokens))
    due = [
        date
        for date in sentence.dates
        if date.role is Role.DUE and clause <= sentence.token_at(date.start) < sentence.clause_end(last)
    ]
    governed = bool(near) and not [at for at in facts if near[-1] < at < max(end, last + 4)]
    if governed or (due and not [at for at in facts if clause <= at < end]):
        return Mood.PLAN
    if (context.planned or context.ordered or carried) and not facts:
        return Mood.PLAN
    return Mood.MIXED if plans or due or context.planned or context.ordered else Mood.FACT


def _own_words(hit: CueHit | None) -> range:
    return range(hit.first, hit.last + 1) if hit else range(0)


def _plan_words(sentence: Sentence, group: Sequence[Head], first: int, end: int) -> list[int]:
    unit = group[0].unit
    found = find_phrases(sentence, _PLANNING, first, end)
    words = sentence.words
    return [at for at in found if not _is_innocent(words, at, unit)]


def _is_innocent(words: Sequence[str], at: int, unit: str) -> bool:
    """Pass over "phản ánh, kiến nghị", "được giao", "theo yêu cầu", "đạt mục tiêu"."""
    before = words[at - 1] if at else ""
    if words[at] == "kiến" and (before in {"ánh", "phản"} or unit == "messages"):
        return True
    if words[at] == "cần" and words[at + 1 : at + 2] == ("thơ",):
        return True
    return words[at] == "phải" and before == "không"


def _real_words(sentence: Sentence, first: int, end: int) -> list[int]:
    """Give the words that say that something is so by now."""
    return [at for at in range(first, end) if _is_real(sentence.words, at)]


def _is_real(words: Sequence[str], at: int) -> bool:
    following = words[at + 1 : at + 3]
    match words[at]:
        case "đã":
            return following not in {("được", "giao"), ("đề", "ra"), ("đặt", "ra")}
        case "hiện":
            return bool(following) and following[0] in _NOW
        case "còn":
            return "chưa" in words[at : at + 14]
        case "tính":
            return following[:1] in {("đến",), ("tới",)}
        case word:
            return word in _REAL


def state_of(
    sentence: Sentence, group: Sequence[Head], head: Head, hit: CueHit, rank: int
) -> tuple[str, tuple[Doubt, ...]]:
    """Give the slot of a count of bodies, and what is doubtful about it."""
    words = sentence.words
    doubts: list[Doubt] = []
    last = group[-1].last
    after = words[last + 1 : hit.last if hit.last > last else last + 6]
    around = words[max(0, head.first - 4) : head.first]
    if words[head.last + 1 : head.last + 3] == ("đặc", "thù"):
        return "exempt", ()
    slot = _slot(words, after, around, hit, head, rank)
    whole = (0, len(words))
    if find_phrases(sentence, _TRIALS, *whole):
        doubts.append(doubt(Code.TRIAL))
        tried = slot == "value" and find_phrases(sentence, _TRIALS, head.first, hit.last + 2)
        slot = "in_progress" if tried else slot
    if find_phrases(sentence, _COHORTS, *whole):
        doubts.append(doubt(Code.COHORT))
    if (
        find_phrases(sentence, _VAGUE, *whole)
        or (slot != "outstanding" and "chưa" in words)
        or (slot != "in_progress" and "đang" in words)
    ):
        doubts.append(doubt(Code.STATE))
    if slot == "value" and "đã" not in words and "hoàn" not in words and not hit.is_proof:
        doubts.append(doubt(Code.STATE))
    if slot == "value" and "còn" in around:
        doubts.append(doubt(Code.STATE))
    if sentence.is_elsewhere:
        doubts.append(doubt(Code.ELSEWHERE))
    return slot, tuple(doubts)


def _slot(words: Sequence[str], after: Sequence[str], around: Sequence[str], hit: CueHit, head: Head, rank: int) -> str:  # noqa: PLR0913, PLR0917 - all of these decide
    cue = words[max(0, hit.first - 5) : hit.last] if hit.last < head.first else ()
    counted = words[head.last : head.last + 8] if rank > 1 else ()
    if "chưa" in (*after, *cue, *counted, *words[hit.first : hit.last]):
        return "outstanding"
    if "đang" in after or ("đang" in cue and "đã" not in cue):
        return "in_progress"
    if "còn" in around and "chưa" in words:
        return "outstanding"
    return "value"
