"""Lists of bodies: names by the registry, longest match; unknown names kept as printed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from egov_tracker.reading.claims import Listed
from egov_tracker.reading.modality import ORDERS, find_phrases, phrases_of, words_before
from egov_tracker.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from egov_tracker.reading.context import Context
    from egov_tracker.reading.lexicon import Name
    from egov_tracker.reading.sentences import Sentence

_LINKS = frozenset(
    {
        "và",
        "cùng",
        "với",
        "các",
        "tỉnh",
        "thành",
        "phố",
        "tp",
        "ubnd",
        "uỷ",
        "ban",
        "nhân",
        "dân",
        "bộ",
        "ngành",
        "cơ",
        "quan",
        "ngang",
        "thuộc",
        "chính",
        "phủ",
    }
)
_INTRODUCED = frozenset({"gồm", "là", "có", "với", "như", "đó", "sau", "còn", "trừ"})
_EXAMPLES = (
    ("như",),
    ("điển", "hình"),
    ("tiêu", "biểu"),
    ("chẳng", "hạn"),
    ("ví", "dụ"),
    ("đơn", "cử"),
    ("nhất", "là"),
)
_EXCEPT = phrases_of("ngoại trừ", "không tính", "trừ", "ngoài", "không kể", "không bao gồm")
_MOST_WORDS = 12
_CLOSE = 3
_OPEN_END = re.compile(r"\s*,?\s*(?:\.\.\.|…|v\.v)")
_ITEM_SIGNS = re.compile(r"[,;/–]|\s-\s|\svà\s")


class NameList(NamedTuple):
    """Names that stand together, tokens `first` to `last`."""

    first: int
    last: int
    names: tuple[Listed, ...]
    introduced: bool
    enumerated: bool
    bracketed: bool
    examples: bool
    excepted: bool

    def slot(self, sentence: Sentence, context: Context) -> tuple[str | None, bool]:
        """Give the state that the words around give to the bodies, and whether they were only asked."""
        words = sentence.words
        if self.excepted:
            return ("outstanding" if sentence.words[self.first - 1] == "trừ" and self.bracketed else "exempt"), False
        start = max(sentence.clause_start(self.first), 0)
        near = words[start : self.first] + words[self.last : self.last + 25]
        if "chưa" in near:
            return "outstanding", False
        if find_phrases(sentence, ORDERS, 0, len(words)):
            return "outstanding", True
        if "đang" in near and "đã" not in words[max(start, self.first - 8) : self.first]:
            return "in_progress", False
        return ("done", False) if "đã" in near and self.introduced and not context.planned else (None, False)


def find_lists(sentence: Sentence) -> list[NameList]:
    """Find the lists of a sentence; a single name counts only where a word announces it."""
    runs: list[list[Name]] = []
    for name in sentence.names:
        if _is_addressee(sentence, name):
            continue
        if runs and _joins(sentence, runs[-1][-1], name):
            runs[-1].append(name)
        else:
            runs.append([name])
    return [listed for run in runs if (listed := _list(sentence, run)) is not None]


def _is_addressee(sentence: Sentence, name: Name) -> bool:
    """Whether the Office of the Government is only whom the others are connected with, or who reports."""
    if "van-phong-chinh-phu" not in name.ids:
        return False
    alone = not any(_touch(name, other) for other in sentence.names if other.ids != name.ids)
    return alone or words_before(sentence, name.first, 1) in {("với",), ("tới",), ("của",), ("theo",), ("đến",), ()}


def _touch(name: Name, other: Name) -> bool:
    """Whether at most one word stands between two names."""
    return 0 < other.first - name.last < _CLOSE or 0 < name.first - other.last < _CLOSE


def _joins(sentence: Sentence, left: Name, right: Name) -> bool:
    between = sentence.words[left.last + 1 : right.first]
    signs = sentence.text[left.end : right.start]
    if ")" in signs or "." in signs:
        return False
    if all(word in _LINKS for word in between):
        return bool(between) or bool(signs.strip()) or "\n" in signs
    return len(between) <= _MOST_WORDS and _is_unknown_item(sentence, left.last + 1, right.first)


def _is_unknown_item(sentence: Sentence, first: int, end: int) -> bool:
    """Whether capitals between two signs look like a name that the registry does not have."""
    before = sentence.between(first - 1, first)
    after = sentence.between(end - 1, end)
    if not ("," in before or ";" in before) or not ("," in after or ";" in after or sentence.words[end - 1] == "và"):
        return False
    begins = [token for token in sentence.tokens[first:end] if token.word not in _LINKS or token.word in {"uỷ", "bộ"}]
    return (
        bool(begins) and sentence.text[begins[0].start].isupper() and not any(token.word.isdigit() for token in begins)
    )


def _list(sentence: Sentence, run: Sequence[Name]) -> NameList | None:
    first, last = run[0].first, run[-1].last
    before = words_before(sentence, first, 5)
    signs = sentence.between(first - 1, first) if first else ""
    introduced = ":" in signs or "(" in signs or _is_announced(sentence, first)
    if run[0].bare and len(run) == 1 and not introduced:
        return None
    examples = any(before[-len(words) :] == words or before[-len(words) - 1 : -1] == words for words in _EXAMPLES)
    examples = examples or bool(_OPEN_END.match(sentence.text, run[-1].end))
    excepted = bool(find_phrases(sentence, _EXCEPT, max(0, first - 4), first))
    opened = sentence.text.rfind("(", sentence.span.start, run[0].start)
    bracketed = opened >= 0 and ")" not in sentence.text[opened : run[0].start]
    enumerated = introduced and (":" in signs or "(" in signs or "gồm" in before)
    return NameList(first, last, tuple(_items(sentence, run)), introduced, enumerated, bracketed, examples, excepted)


def _is_announced(sentence: Sentence, first: int) -> bool:
    """Whether "gồm", "là" or a count stands before the list, with only group words between."""
    before = reversed(sentence.words[:first])
    return next((word for word in before if word not in _LINKS - {"với", "và"}), "") in _INTRODUCED


def _items(sentence: Sentence, run: Sequence[Name]) -> Iterable[Listed]:
    for left, right in zip((None, *run), run, strict=False):
        if left is not None:
            yield from _unknown_between(sentence, left, right)
        yield Listed(sentence.text[right.start : right.end], (right.start, right.end), known=True, kind=right.kind)
    if len(run) > 1:
        yield from _unknown_after(sentence, run[-1])


_BODY_WORDS = frozenset({"uỷ", "bộ", "viện", "đài", "ban", "tổng", "hội", "cục", "học", "toà", "kiểm"})
_UNKNOWN_TAIL = re.compile(
    r"(?:\s*,\s*|\s*;\s*|\s+)(?:và\s+)?(?P<name>[A-ZĐÀ-Ỹ][^,.;:()\n]{3,80}?)"
    r"(?=\s*[,.;:()\n]|\s+(?:hoàn thành|khẩn trương|đã|chưa|đang|phối hợp|thực hiện|trước|cần|phải|sẽ|có)\b|$)"
)


def _unknown_after(sentence: Sentence, last: Name) -> Iterable[Listed]:
    """Take a name of no body in the registry at the end of a list: "…, Ủy ban Giám sát tài chính quốc gia"."""
    following = last.last + 1
    if following < len(sentence.tokens) and sentence.words[following] == "và":
        following += 1
    if following >= len(sentence.tokens) or sentence.words[following] not in _BODY_WORDS:
        return
    found = _UNKNOWN_TAIL.match(sentence.text, last.end, sentence.span.end)
    if found and found["name"][0].isupper():
        yield Listed(found["name"], found.span("name"), known=False)


def _unknown_between(sentence: Sentence, left: Name, right: Name) -> Iterable[Listed]:
    words = sentence.words[left.last + 1 : right.first]
    if all(word in _LINKS for word in words):
        return
    text = sentence.text[left.end : right.start]
    start = left.end + len(text) - len(text.lstrip(" ,;"))
    stop = left.end + len(text.rstrip(" ,;"))
    for suffix in (" và", " UBND", " các tỉnh:"):
        if sentence.text[start:stop].endswith(suffix):
            stop -= len(suffix)
    printed = sentence.text[start:stop].rstrip(" ,;")
    if printed:
        yield Listed(printed, (start, start + len(printed)), known=False)
