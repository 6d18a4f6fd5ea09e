"""The date of a figure: from its own sentence first, from elsewhere with a doubt, else unknown."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from egov_tracker.reading.claims import Anchor, Code, Doubt, doubt
from egov_tracker.reading.dates import UNKNOWN, Role

if TYPE_CHECKING:
    from egov_tracker.reading.context import Context
    from egov_tracker.reading.dates import DateMention
    from egov_tracker.reading.sentences import Head, Sentence


class Dated(NamedTuple):
    """A date for a claim, where it is printed, and what is doubtful about it."""

    as_of: str
    anchor: Anchor | None
    start: str | None
    role: Role | None
    doubts: tuple[Doubt, ...]


_NO_DATE = Dated(UNKNOWN, None, None, None, (doubt(Code.DATE_UNKNOWN),))
_FIRST = (Role.AS_OF, Role.WITHIN)


def date_of(sentence: Sentence, context: Context, head: Head | None, at: int = 0) -> Dated:
    """Date a figure: the as-of date before it in the sentence, else after it, else that of the paragraph."""
    place = sentence.tokens[head.first if head else at].start
    candidates = [date for date in sentence.dates if date.role is Role.AS_OF]
    rivals = len({date.as_of for date in candidates if not date.is_now}) > 1
    if not candidates:
        candidates = [date for date in sentence.dates if date.role is Role.WITHIN and not _is_attribute(sentence, date)]
        rivals = len(candidates) > 1
    if candidates:
        before = [date for date in candidates if date.start < place]
        chosen = before[-1] if before else candidates[0]
        return _resolve(chosen, context, rivals=rivals)
    if context.paragraph_date:
        return _resolve(context.paragraph_date, context, elsewhere=True)
    return _NO_DATE


def _is_attribute(sentence: Sentence, date: DateMention) -> bool:
    """Pass over a year that belongs to a name: "Danh mục năm 2016", "báo cáo quý II/2016", "khảo sát năm 2020"."""
    index = sentence.token_at(date.start)
    before = tuple(token.word for token in sentence.tokens[max(0, index - 3) : index])
    if before[-1:] in {("trong",), ("của",), ("tháng",)} and before[-1:] == ("trong",):
        return False
    return bool(set(before) & {"báo", "cáo", "quyết", "mục", "hoạch", "sách", "trắng", "thường", "kỳ", "họp"})


def _resolve(date: DateMention, context: Context, *, rivals: bool = False, elsewhere: bool = False) -> Dated:
    doubts = [doubt(Code.DATE_ELSEWHERE)] if elsewhere else []
    doubts += [doubt(Code.DATE_RIVAL)] if rivals else []
    anchor = (date.start, date.end)
    if date.is_now:
        if context.options.dated:
            return Dated(context.options.dated, anchor, None, date.role, (*doubts, doubt(Code.DATE_DATED)))
        return Dated(UNKNOWN, anchor, None, date.role, (*doubts, doubt(Code.DATE_UNKNOWN)))
    if date.lacks_year:
        if context.year is None:
            return Dated(UNKNOWN, anchor, None, date.role, (*doubts, doubt(Code.DATE_UNKNOWN)))
        date = date.in_year(context.year)
        doubts.append(doubt(Code.YEAR_ELSEWHERE))
    if date.as_of is None or date.as_of == UNKNOWN:
        return Dated(UNKNOWN, anchor, None, date.role, (*doubts, doubt(Code.DATE_UNKNOWN)))
    return Dated(date.as_of, anchor, date.first, date.role, tuple(doubts))
