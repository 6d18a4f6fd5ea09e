"""What moved, in three to eight lines: each a line of figures or lists, then what stands still and what is unknown."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from egov_tracker.changes.model import (
    Appeared,
    Disappeared,
    FigureChanged,
    ObligationChange,
    Reorganised,
    Transition,
)
from egov_tracker.model.terms import Direction
from egov_tracker.values import NamedTuple
from egov_tracker.views.diff import phrases
from egov_tracker.views.diff.changes import is_difference
from egov_tracker.views.diff.kinds import Trend
from egov_tracker.views.diff.subjects import compared_pairs, lines_of
from egov_tracker.views.phrases import Phrases, plural, sentence
from egov_tracker.views.sentences import difference_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from egov_tracker.changes.model import BodiesMoved
    from egov_tracker.views.diff.changes import DiffView
    from egov_tracker.views.diff.subjects import Line

MOST_LINES = 8
FEW_NAMES = 3
TRENDS = {Transition.NEWLY_DONE: Trend.BETTER, Transition.GONE_BACK: Trend.WORSE}


class Move(NamedTuple):
    """A line of the ledger in which something moved; `trend` is that of its figure, or of its bodies."""

    line: Line
    trend: Trend
    text: str


def view_moves(view: DiffView) -> tuple[Move, ...]:
    """The lines in which a figure changed or bodies changed their state, in the order of the page."""
    say = Phrases(view.lang)
    return tuple(_moves(view, say))


def _moves(view: DiffView, say: Phrases) -> Iterator[Move]:
    for line in lines_of(view, compared_pairs(view)):
        figure = line.figure if isinstance(line.figure, FigureChanged) else None
        moved = {way.kind for way in line.bodies.transitions.ways} & {*phrases.CHANGES} if line.bodies else set()
        if figure or moved:
            head = f"{say.indicator(line.new.indicator)} – {say.who(line.new)}"
            texts = "; ".join((*_figure(figure, say), *_bodies(line.bodies, say)))
            yield Move(line, _trend(figure, moved), f"{head}{'' if figure else _dates(line.bodies, say)}: {texts}.")


def trend_of(change: FigureChanged) -> Trend:
    """Better or worse, by the direction in which the catalogue wants the indicator to move."""
    moved = change.points if change.delta is None else change.delta
    wanted = change.pair.new.indicator.direction is Direction.MORE
    return Trend.BETTER if ((moved or 0) > 0) is wanted else Trend.WORSE


def _trend(figure: FigureChanged | None, moved: set[Transition]) -> Trend:
    if figure:
        return trend_of(figure)
    ways = moved & TRENDS.keys()
    return TRENDS[ways.pop()] if len(ways) == 1 else Trend.UNKNOWN


def _figure(change: FigureChanged | None, say: Phrases) -> Iterator[str]:
    """From which figure to which, and by how much."""
    if change is None:
        return
    old, new = (f"{say.figure(seen)} ({say.days(seen)})" for seen in (change.pair.old, change.pair.new))
    moved = change.points if change.delta is None else change.delta
    up = (moved or 0) > 0
    by = difference_words(change.delta, change.points, change.pair.new, say)
    worse = say(", theo chiều không tốt", ", which is worse") if trend_of(change) is Trend.WORSE else ""
    yield say(
        f"từ {old} {'lên' if up else 'xuống'} {new}, {by}{worse}",
        f"from {old} to {new}, {by}{worse}",
    )


def _dates(change: BodiesMoved | None, say: Phrases) -> str:
    return f" ({say.days(change.pair.old)} → {say.days(change.pair.new)})" if change else ""


def _bodies(change: BodiesMoved | None, say: Phrases) -> Iterator[str]:
    """How many bodies made each move, few of them by name, and how many stay outstanding."""
    for kind in (*phrases.CHANGES, Transition.STILL_OUTSTANDING):
        if change and (one := change.of(kind)):
            names = say.bodies(one.bodies) if len(one) <= FEW_NAMES else ""
            inside = ": ".join(text for text in (phrases.inferred_mark(one, say), names) if text)
            count, what = phrases.counted(len(one), change.pair.new, say), say(*phrases.TRANSITIONS[kind])
            yield f"{count} {what}{f' ({inside})' if inside else ''}"


def summary(view: DiffView, say: Phrases) -> tuple[str, ...]:
    """The opening of a page: what moved, as far as there is room, then what else there is, counted."""
    moves, rest = view_moves(view), (*_counts(view, say), *_obligations(view, say), *_reorganised(view, say))
    room = MOST_LINES - len(rest)
    shown = moves if len(moves) <= room else moves[: room - 1]
    texts = [one.text for one in shown] or [say(*phrases.NO_MOVE)]
    if left := len(moves) - len(shown):
        texts.append(
            say(f"Và {left} chuyển biến khác, tại các bảng dưới đây.", f"And {left} more, in the tables below.")
        )
    return (*texts, *rest)


def _counts(view: DiffView, say: Phrases) -> Iterator[str]:
    """How many pairs can be compared, and how many figures stand on one side alone."""
    pairs = compared_pairs(view)
    barred = sum(not one.comparable for one in pairs)
    alone = Counter(type(change) for change in view.changes)
    old, new = alone[Disappeared], alone[Appeared]
    texts = []
    if pairs:
        texts.append(_comparable(len(pairs), barred, say))
    if old:
        texts.append(say(f"{old} số liệu chỉ có ở kỳ trước", f"{plural(old, 'figure')} only before"))
    if new:
        texts.append(say(f"{new} số liệu chỉ có ở kỳ sau", f"{plural(new, 'figure')} only after"))
    if texts:
        yield sentence("; ".join(texts))


def _comparable(pairs: int, barred: int, say: Phrases) -> str:
    """How many of the pairs can be compared."""
    many = plural(pairs, "pair")
    if not barred:
        return say(f"{pairs} cặp số liệu đều so sánh được", f"{many} of figures, comparable")
    if barred == pairs:
        return say(f"{pairs} cặp số liệu đều không so sánh được", f"{many} of figures, none comparable")
    able = pairs - barred
    return say(
        f"trong {pairs} cặp số liệu, {able} cặp so sánh được, {barred} cặp không",
        f"of {many} of figures, {able} can be compared, {barred} cannot",
    )


def _obligations(view: DiffView, say: Phrases) -> Iterator[str]:
    """How many obligations are judged otherwise than before, by the outcome that they now have."""
    changed = [one for one in view.changes if isinstance(one, ObligationChange) and is_difference(one)]
    outcomes = Counter(one.new.outcome for one in changed)
    if outcomes:
        words = phrases.OUTCOMES
        texts = (f"{outcomes[outcome]} {say(*words[outcome])}" for outcome in words if outcomes[outcome])
        yield f"{say('Nhiệm vụ mới hoặc có kết quả khác', 'Obligations, new or judged otherwise')}: {'; '.join(texts)}."
    elif view.judged:
        yield say("Không có nhiệm vụ mới hoặc có kết quả khác.", "No obligation is new or judged otherwise.")


def _reorganised(view: DiffView, say: Phrases) -> Iterator[str]:
    mergers = {
        (one.body.id, one.when) for change in view.changes if isinstance(change, Reorganised) for one in change.mergers
    }
    if mergers:
        yield say(
            f"Sắp xếp tổ chức bộ máy: {len(mergers)} cơ quan được hợp nhất, sáp nhập hoặc đổi tên.",
            f"Reorganisation: {plural(len(mergers), 'body', 'bodies')} merged or renamed.",
        )
