"""The group, the breakdown and the kind of a figure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.reading.claims import Code, Doubt, Listed, doubt
from egov_tracker.reading.dates import Role
from egov_tracker.reading.mentions import DIGITS, Class
from egov_tracker.reading.modality import find_phrases, phrases_of
from egov_tracker.text.dates import parse_as_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from egov_tracker.reading.dating import Dated
    from egov_tracker.reading.groups import GroupNoun
    from egov_tracker.reading.lexicon import IndicatorWords
    from egov_tracker.reading.sentences import Head, Sentence
    from egov_tracker.text.figures import Figure

_JOINED_LEVELS = 14
Breakdown = tuple[tuple[str, str], ...]

_CENTRAL = range(29, 33)
_ALL = range(90, 98)
_PROVINCES = frozenset({63, 34})
_TOTALS = phrases_of("lũy kế", "luỹ kế", "từ khi", "kể từ", "tổng cộng", "từ trước đến nay")
_WHOLE_COUNTRY = phrases_of("cả nước", "toàn quốc")


def group_of(
    sentence: Sentence, head: Head, words: IndicatorWords, names: Sequence[Listed], figure: Figure
) -> tuple[str, tuple[Doubt, ...]]:
    """Give the group or body that a figure speaks of, and the doubts about it."""
    if words.unit == "bodies":
        return _group_of_bodies(sentence, head, names, figure)
    if words.national:
        return "national", ()
    return _group_of_things(sentence, head)


def _group_of_bodies(
    sentence: Sentence, head: Head, names: Sequence[Listed], figure: Figure
) -> tuple[str, tuple[Doubt, ...]]:
    if head.group is None:
        before = [group.id for group in sentence.groups if group.first < head.first and group.id and not group.foreign]
        return before[-1] if before else "all", (doubt(Code.GROUP),)
    group = head.group.id
    if group is None:
        kinds = {"provinces" if name.is_province else "central" for name in names if name.known}
        if len(kinds) == 1 and len(names) > 1:
            return kinds.pop(), (doubt(Code.GROUP),)
        return head.group.usual, (doubt(Code.GROUP),)
    doubts = [] if _is_certain(head.group, figure) else [doubt(Code.GROUP)]
    if not _fits(group, figure):
        doubts.append(doubt(Code.RANGE))
    return group, tuple(doubts)


def _is_certain(group: GroupNoun, figure: Figure) -> bool:
    if group.is_full:
        return True
    return figure.base is not None and group.id == "central" and int(figure.base.value) in _CENTRAL


def _fits(group: str, figure: Figure) -> bool:
    """Hold a count to the size of its group, without supplying one: 19/30 of the centre, 55/63 of the provinces."""
    if figure.count is None:
        return False
    if figure.base:
        of, done = int(figure.base.value), int(figure.count.value)
        expected = {"central": of in _CENTRAL, "provinces": of in _PROVINCES, "all": of in _ALL}.get(group, True)
        return expected and done <= of
    most = {"central": 32, "ministries": 22, "government_agencies": 9, "provinces": 63}.get(group, 95)
    return figure.count.exact and 0 < int(figure.count.value) <= most


def _group_of_things(sentence: Sentence, head: Head) -> tuple[str, tuple[Doubt, ...]]:
    """Look for whose things are counted: behind the figure in its clause, else before it, else the whole country."""
    start, end = sentence.clause_start(head.first), sentence.clause_end(head.last)
    others = [other.first for other in sentence.heads if other.first > head.first]
    behind = min([*others, end])
    for group in sentence.groups if head.unit else ():
        if head.last < group.first < behind and group.id and not group.foreign:
            if _is_new_subject(sentence, group.first):
                break
            return group.id, (doubt(Code.GROUP),)
    body = _body_before(sentence, head, start)
    before = [
        group for group in sentence.groups if start <= group.first < head.first and group.id and not group.foreign
    ]
    country = find_phrases(sentence, _WHOLE_COUNTRY, start, end)
    if body and (not before or body[0] > before[-1].first):
        return body[1], (doubt(Code.GROUP),)
    if before and not country:
        return before[-1].id or "national", (doubt(Code.GROUP),)
    return "national", () if country else (doubt(Code.GROUP),)


def _is_new_subject(sentence: Sentence, index: int) -> bool:
    first = index
    while sentence.words[first - 1] in {"của", "các", "ở", "tại"}:
        first -= 1
    linked = sentence.text[sentence.tokens[first].start : sentence.tokens[index].start]
    return "," in sentence.between(first - 1, index) or ")" in linked or sentence.words[first - 1] in {"còn", "khi"}


def _body_before(sentence: Sentence, head: Head, start: int) -> tuple[int, str] | None:
    found = [name for name in sentence.names if start <= name.first < head.first and not name.bare]
    found = [name for name in found if "van-phong-chinh-phu" not in name.ids and not _is_teller(sentence, name.first)]
    if not found:
        return None
    return found[-1].first, sentence.text[found[-1].start : found[-1].end]


def _is_teller(sentence: Sentence, index: int) -> bool:
    """Whether a body is only whose report it is: "Theo Bộ TT&TT, …", "số liệu của Bộ TT&TT"."""
    before = {token.word for token in sentence.tokens[max(0, index - 4) : index]}
    return bool(before & {"theo", "liệu", "cáo", "tin", "tại"})


def breakdown_of(
    sentence: Sentence, group: Sequence[Head], head: Head, words: IndicatorWords
) -> tuple[Breakdown, tuple[Doubt, ...]]:
    """Give the part of an indicator that a figure counts: its level, direction, stage or measure."""
    if not words.breakdown:
        return (), ()
    name, allowed = next(iter(words.breakdown.items()))
    value = _level(sentence, head) if name == "level" else _dimension(sentence, group, words)
    if value in allowed:
        return ((name, value),), ()
    fallback = "all" if "all" in allowed else allowed[0]
    return ((name, fallback),), (doubt(Code.BREAKDOWN),)


def level_in(text: str, start: int, end: int) -> str:
    """Give the level printed between two offsets as the catalogue writes it: 3, 4 or 3-4."""
    digits = sorted({found[0] for found in DIGITS.finditer(text, start, end)})
    return f"{digits[0]}-{digits[-1]}" if len(digits) > 1 else digits[0]


def has_unknown_level(sentence: Sentence, head: Head, words: IndicatorWords) -> bool:
    """Whether a figure counts a level that the catalogue does not have: "110.230 dịch vụ mức độ 2"."""
    levels = words.breakdown.get("level")
    value = _level(sentence, head) if levels else ""
    return levels is not None and value != "all" and value not in levels


def _level(sentence: Sentence, head: Head) -> str:
    end = min((other.first for other in sentence.heads if other.first > head.first), default=len(sentence.tokens))
    levels = [(sentence.token_at(each.start), each) for each in sentence.mentions if each.kind is Class.LEVEL]
    after = [each for at, each in levels if head.first < at < end]
    before = [each for at, each in reversed(levels) if at < head.first]
    chosen = [*after, *before] if head.unit else [*before, *after]
    if not chosen:
        return "all"
    level = chosen[0]
    more = [
        each
        for _, each in levels
        if each.start - level.end < _JOINED_LEVELS and "mức" in sentence.text[level.end : each.start].lower()
    ]
    return level_in(sentence.text, level.start, more[0].end if more else level.end)


def _dimension(sentence: Sentence, group: Sequence[Head], words: IndicatorWords) -> str:
    first, last = group[0].first, group[-1].last
    start = max(
        sentence.clause_start(first), max((head.last for head in sentence.heads if head.first < first), default=0)
    )
    end = min((head.first for head in sentence.heads if head.first > last), default=len(sentence.tokens))
    hits = [(hit, hit.label.split(" ")[1]) for hit in words.dimensions.find(sentence.tokens)]
    order = list(dict.fromkeys(label for _, label in hits))
    after = [(hit, label) for hit, label in hits if last < hit.first < min(end, sentence.clause_end(last))]
    after = [(hit, label) for hit, label in after if end == len(sentence.tokens) or end - hit.last > 3]  # noqa: PLR2004
    before = [(hit, label) for hit, label in hits if start <= hit.first < first]
    if before and (not after or first - before[-1][0].last <= after[0][0].first - last):
        return max(before, key=lambda pair: (pair[0].last, pair[0].last - pair[0].first))[1]
    if after:
        return min(after, key=lambda pair: (pair[0].first, pair[0].first - pair[0].last))[1]
    return order[0] if len(order) == 1 else ""


def kind_of(
    sentence: Sentence, words: IndicatorWords, dated: Dated
) -> tuple[str | None, str | None, tuple[Doubt, ...]]:
    """Tell a flow from a running total where the catalogue allows both; give the first day of an interval."""
    if len(words.kinds) == 1:
        kind = words.kinds[0]
        if kind == "adoption" and (dated.role is Role.WITHIN or dated.start):
            return None, None, (doubt(Code.PERIOD_KIND),)
        return None, dated.start if kind in {"flow", "cumulative"} else None, ()
    total = find_phrases(sentence, _TOTALS, 0, len(sentence.tokens))
    start = dated.start
    if start and start != words.since and not total:
        return "flow", start, (doubt(Code.PERIOD_KIND),)
    if dated.role is Role.WITHIN and not total:
        return "flow", str(parse_as_of(dated.as_of).first), (doubt(Code.PERIOD_KIND),)
    return "cumulative", start, (doubt(Code.PERIOD_KIND),)
