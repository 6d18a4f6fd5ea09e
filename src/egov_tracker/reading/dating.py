"""The date of a figure: from its own sentence first, from elsewhere with a doubt, else unknown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.reading.claims import Anchor, Code, Doubt, doubt
from egov_tracker.reading.dates import UNKNOWN, Role
from egov_tracker.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from egov_tracker.reading.context import Context
    from egov_tracker.reading.dates import DateMention
    from egov_tracker.reading.sentences import Sentence


class Dated(NamedTuple):
    """A date for a claim, where it is printed, and what is doubtful about it."""

    as_of: str
    anchor: Anchor | None
    start: str | None
    role: Role | None
    doubts: tuple[Doubt, ...]


_NO_DATE = Dated(UNKNOWN, None, None, None, (doubt(Code.DATE_UNKNOWN),))


def date_of(  # noqa: PLR0913 - options
    sentence: Sentence, context: Context, index: int, *, anywhere: bool, carries: bool = True, events: bool = False
) -> Dated:
    """Date what stands at a token: by its clause, then by the sentence before it, then by paragraph or section.

    `carries` allows the date of another sentence, `events` the day on which something was done, `anywhere` the date
    of a later clause.
    """
    dates = [
        date
        for date in sentence.dates
        if _can_date(sentence, date, events=events) and not _is_past(sentence, date, index)
    ]
    own = [date for date in dates if _in_clause(sentence, date, index)]
    place = sentence.tokens[index].start
    before = [date for date in dates if date.start < place]
    chosen = _nearest(own, place) or (before[-1] if before else _nearest(dates, place) if anywhere else None)
    if chosen:
        rivals = len({date.as_of for date in own or before if not date.is_now and date.role is chosen.role}) > 1
        return _resolve(
            chosen,
            context,
            rivals=rivals or _mixes(own, chosen),
            elsewhere=chosen not in own and _is_parted(sentence, chosen, index),
        )
    carried = context.paragraph_date or context.section_date
    return _resolve(carried, context, elsewhere=True) if carried and carries else _NO_DATE


def _can_date(sentence: Sentence, date: DateMention, *, events: bool) -> bool:
    if date.role is Role.AS_OF or (events and date.role is Role.EVENT):
        return True
    return date.role is Role.WITHIN and not _is_attribute(sentence, date)


def _is_past(sentence: Sentence, date: DateMention, index: int) -> bool:
    """Whether a date belongs to the value before a rise: "từ 10,76% năm 2019 lên 30,1%"."""
    words = sentence.words[max(0, index - 12) : index]
    if words[-1:] != ("lên",) or "từ" not in words:
        return False
    return index - len(words) + words.index("từ") < sentence.token_at(date.start) < index


def _is_parted(sentence: Sentence, date: DateMention, index: int) -> bool:
    """Whether another figure stands between a date and this one."""
    at = sentence.token_at(date.start)
    return any(min(at, index) <= head.first < max(at, index) for head in sentence.heads if head.first != index)


def _in_clause(sentence: Sentence, date: DateMention, index: int) -> bool:
    return sentence.clause_start(index) <= sentence.token_at(date.start) < sentence.clause_end(index)


def _nearest(dates: Sequence[DateMention], place: int) -> DateMention | None:
    """Give the last as-of date before the figure, else the first behind it; as-of dates go before mere periods."""
    stated = [date for date in dates if date.role is Role.AS_OF] or list(dates)
    before = [date for date in stated if date.start < place]
    return before[-1] if before else next(iter(stated), None)


def _mixes(own: Sequence[DateMention], chosen: DateMention) -> bool:
    return any(date.role is not chosen.role and not date.is_now and not _holds(date, chosen) for date in own)


def _holds(period: DateMention, chosen: DateMention) -> bool:
    """Whether a period only says again when the date was: "trong quý II/2016, đến ngày 28/6/2016"."""
    return period.as_of[:4] == chosen.as_of[:4] and period.parts[1] in {None, chosen.parts[1]}


def _is_attribute(sentence: Sentence, date: DateMention) -> bool:
    """Pass over a year that belongs to a name: "Danh mục năm 2016", "báo cáo quý II/2016", "khảo sát năm 2020"."""
    index = sentence.token_at(date.start)
    before = tuple(token.word for token in sentence.tokens[max(0, index - 3) : index])
    if before[-1:] == ("trong",):
        return False
    return bool(set(before) & {"báo", "cáo", "quyết", "mục", "hoạch", "sách", "trắng", "thường", "kỳ", "họp"})


def _resolve(date: DateMention, context: Context, *, elsewhere: bool, rivals: bool = False) -> Dated:
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
    if date.as_of == UNKNOWN:
        return Dated(UNKNOWN, anchor, None, date.role, (*doubts, doubt(Code.DATE_UNKNOWN)))
    return Dated(date.as_of, anchor, date.first, date.role, tuple(doubts))
