"""The comparison as a page, and as sections for a page of another kind."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from egov_tracker.changes.bodies import body_moves
from egov_tracker.changes.kinds import (
    Appeared,
    BodiesMoved,
    Disappeared,
    FigureChanged,
    Met,
    Missed,
    Moved,
    NotComparable,
    Reorganised,
    StillOpen,
    Unchanged,
    Way,
)
from egov_tracker.standing.states import Ground
from egov_tracker.text.dates import parse_as_of
from egov_tracker.views import diff_words, words
from egov_tracker.views.comparison import DiffView, Trend, pair_of, sides_of, trend_of, view_diff
from egov_tracker.views.observations import GROUNDS
from egov_tracker.views.page import Align, Column, Footnote, Items, Page, Paragraph, Section, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from egov_tracker.changes.kinds import Change, Duty, Merger, Move, Pair
    from egov_tracker.model.registry import Body
    from egov_tracker.model.snapshot import Observation, Source
    from egov_tracker.text.quarters import Quarter
    from egov_tracker.views.page import Block, Lang

__all__ = ["DiffView", "diff_page", "diff_sections", "view_diff"]

WHO = ("Cơ quan", "Bodies")
FIGURES = (
    (WHO, Align.LEFT, True),
    (("Trước", "Before"), Align.LEFT, True),
    (("Sau", "After"), Align.LEFT, True),
    (("Chênh lệch", "Change"), Align.RIGHT, False),
    (("Điểm %", "Points"), Align.RIGHT, False),
    (("YAML", "YAML"), Align.RIGHT, False),
)
REASONS = (
    (WHO, Align.LEFT, True),
    (("Trước", "Before"), Align.LEFT, True),
    (("Sau", "After"), Align.LEFT, True),
    (("Vì sao", "Why"), Align.LEFT, True),
    (("YAML", "YAML"), Align.RIGHT, False),
)
BANNER = (
    (("Chỉ tiêu, cơ quan", "Indicator, bodies"), Align.LEFT, True),
    (("Trước", "Before"), Align.LEFT, True),
    (("Sau", "After"), Align.LEFT, True),
    (("So sánh được", "Comparable"), Align.LEFT, True),
)
DUTY = (
    (("Kết quả", "Result"), Align.LEFT, True),
    (("Việc", "What"), Align.LEFT, True),
    (("Cơ quan", "Bodies"), Align.LEFT, True),
    (("Hạn", "Due"), Align.LEFT, True),
    (("Căn cứ", "Evidence"), Align.LEFT, True),
)
Titles = tuple[tuple[tuple[str, str], Align, bool], ...]

BETTER = (Way.NEWLY_DONE,)
WORSE = (Way.GONE_BACK, Way.NEWLY_LISTED)
STILL = (Way.STILL_OUTSTANDING, Way.NEWLY_EXEMPT)
OPEN = (Way.NO_LONGER_LISTED, Way.SEEN_DONE, Way.UNKNOWN)
COUNTED = frozenset({Way.SEEN_DONE, Way.UNKNOWN})


def diff_page(view: DiffView, data: str) -> Page:
    """The whole comparison: what can be compared, better, worse, still, unknown, obligations, notes, sources."""
    lang = view.lang
    title = words.pick((f"So sánh {view.old} với {view.new}", f"{view.old} compared with {view.new}"), lang)
    paths = " → ".join(dict.fromkeys((view.path[0].path, view.path[-1].path)))
    return Page(
        lang=lang,
        title=title,
        lead=(f"{words.pick(('Dữ liệu', 'Data'), lang)}: {data}", paths),
        sections=diff_sections(view, lang),
        footnotes=tuple(Footnote(number, text) for number, text in enumerate(_notes(view), 1)),
        sources=tuple(dict.fromkeys(_source(source, lang) for source in _sources(view))),
        headings={
            "footnotes": words.pick(("Chú thích", "Notes"), lang),
            "sources": words.pick(("Nguồn", "Sources"), lang),
        },
    )


def diff_sections(view: DiffView, lang: Lang) -> tuple[Section, ...]:
    """The sections of a comparison, those without content left out."""
    if not view.changes:
        return (Section("", (Paragraph(words.pick(diff_words.NOTHING, lang)),)),)
    parts = (
        (diff_words.BANNER, _banner(view, lang)),
        (diff_words.BETTER, _verdict(view, Trend.BETTER, BETTER, lang)),
        (diff_words.WORSE, _verdict(view, Trend.WORSE, WORSE, lang)),
        (diff_words.STILL, _verdict(view, Trend.STILL, STILL, lang)),
        (diff_words.UNCOMPARED, _verdict(view, Trend.UNKNOWN, OPEN, lang)),
        (diff_words.ONLY_OLD, _alone(view, Disappeared, lang)),
        (diff_words.ONLY_NEW, _alone(view, Appeared, lang)),
        (diff_words.MAP, _map(view, lang)),
        (diff_words.DUTIES, _duties(view, lang)),
    )
    filled = ((heading, tuple(blocks)) for heading, blocks in parts)
    return tuple(Section(words.pick(heading, lang), blocks) for heading, blocks in filled if blocks)


def _columns(titles: Titles, lang: Lang) -> tuple[Column, ...]:
    return tuple(Column(words.pick(title, lang), align, flexible) for title, align, flexible in titles)


def _banner(view: DiffView, lang: Lang) -> Iterator[Block]:
    """Which dates and sources meet, whether they can be compared, and what other sources say for the same day."""
    changes: dict[tuple[int, int], list[Change]] = {}
    for change in view.changes:
        if (pair := pair_of(change)) and not isinstance(change, Reorganised):
            changes.setdefault((id(pair.old), id(pair.new)), []).append(change)
    if not changes:
        return
    rows = tuple(_banner_row(together, lang) for together in changes.values())
    barred = sum(any(isinstance(change, NotComparable) for change in together) for together in changes.values())
    total = len(changes)
    summary = (
        f"{total} cặp số liệu: so sánh được {total - barred}, không so sánh được {barred}.",
        f"{total} pairs of figures: {total - barred} can be compared, {barred} cannot.",
    )
    yield Paragraph(words.pick(summary, lang))
    yield Table(_columns(BANNER, lang), rows, words.pick(diff_words.BANNER, lang))
    if rivals := _rivals(view, lang):
        yield Items(rivals)


def _banner_row(changes: Sequence[Change], lang: Lang) -> tuple[str, ...]:
    old, new = sides_of(changes[0])
    if not old or not new:
        return ("", "", "", "")
    answers = dict.fromkeys(_answer(change, lang) for change in changes)
    name = f"{words.indicator(new.indicator, lang)}: {diff_words.who(new, lang)}"
    return (name, _dated(old, lang), _dated(new, lang), "; ".join(answers))


def _dated(seen: Observation, lang: Lang) -> str:
    return f"{diff_words.said(seen, lang)} ({diff_words.when(seen, lang)}, {seen.source.id})"


def _answer(change: Change, lang: Lang) -> str:
    match change:
        case NotComparable(pair, reasons):
            why = "; ".join(diff_words.reason(reason, pair, lang) for reason in reasons)
            return words.pick((f"không: {why}", f"no: {why}"), lang)
        case BodiesMoved():
            return words.pick(("có, theo tên", "yes, by name"), lang)
        case _:
            return words.pick(("có", "yes"), lang)


def _rivals(view: DiffView, lang: Lang) -> tuple[str, ...]:
    """Other sources of the same date that print something else: said, and not compared."""
    said: dict[str, str] = {}
    for change in view.changes:
        if pair := pair_of(change):
            for used, also in ((pair.old, pair.old_also), (pair.new, pair.new_also)):
                for other in also:
                    text = _rival(used, other, lang)
                    said[text] = said.get(text) or _proof(change, other, view, lang)
    return tuple(text + proof for text, proof in said.items())


def _rival(used: Observation, other: Observation, lang: Lang) -> str:
    """What another source of the same date prints, and whom it names beside those named by the source in use."""
    known = {body.id for listing in used.listings.values() for body in listing.bodies}
    more = {body.id: body for listing in other.listings.values() for body in listing.bodies if body.id not in known}
    names = _names(more.values(), lang)
    head = f"{words.indicator(other.indicator, lang)}, {diff_words.who(other, lang)}, {diff_words.when(other, lang)}"
    said, source, line = diff_words.said(other, lang), other.source.id, other.place.line
    texts = (
        f"{head}: ở đây so sánh theo {used.source.id}, nguồn đứng trước; {source} (YAML {line}) cùng ngày ghi "
        f"“{said}”" + (f", nêu thêm {names}" if more else "") + ".",
        f"{head}: compared is {used.source.id}, which stands first; {source} (YAML {line}) of the same date "
        f"prints “{said}”" + (f" and also names {names}" if more else "") + ".",
    )
    return words.pick(texts, lang)


def _proof(change: Change, other: Observation, view: DiffView, lang: Lang) -> str:
    """Whom the other source would prove done, of those who are merely not listed any more."""
    if not isinstance(change, BodiesMoved) or other.period != change.pair.new.period:
        return ""
    moves = body_moves(change.pair.old, other, view.definitions.registry)
    open_here = {move.body.id for move in change.of(Way.NO_LONGER_LISTED)}
    proved = [move.body for move in moves if move.way is Way.NEWLY_DONE and move.body.id in open_here]
    names = _names(proved, lang)
    texts = (f" Theo nguồn này thì suy ra đã hoàn thành: {names}.", f" From that source it follows as done: {names}.")
    return words.pick(texts, lang) if proved else ""


def _verdict(view: DiffView, trend: Trend, ways: tuple[Way, ...], lang: Lang) -> Iterator[Block]:
    """The figures that went this way, then the bodies, indicator by indicator."""
    by_indicator: dict[str, list[Change]] = {}
    for change in view.changes:
        _, new = sides_of(change)
        if new and pair_of(change):
            by_indicator.setdefault(new.indicator.id, []).append(change)
    for changes in by_indicator.values():
        blocks: list[Block] = [*_figures(changes, trend, lang), *_bodies(changes, ways, lang)]
        _, new = sides_of(changes[0])
        if blocks and new:
            yield Paragraph(f"{words.indicator(new.indicator, lang)} ({new.indicator.id})")
            yield from blocks


def _figures(changes: Sequence[Change], trend: Trend, lang: Lang) -> Iterator[Table]:
    if trend is Trend.UNKNOWN:
        reasons = tuple(_reason_row(change, lang) for change in changes if isinstance(change, NotComparable))
        if reasons:
            yield Table(_columns(REASONS, lang), reasons)
        return
    rows = tuple(row for change in changes for row in _figure_row(change, trend, lang))
    if rows:
        yield Table(_columns(FIGURES, lang), rows)


def _figure_row(change: Change, trend: Trend, lang: Lang) -> Iterator[tuple[str, ...]]:
    match change:
        case FigureChanged(pair, delta, points) if trend_of(change) is trend:
            decimals = 2
            yield (
                *_sides(pair, lang),
                diff_words.signed(delta, lang),
                diff_words.signed(points, lang, decimals),
                _lines(pair),
            )
        case Unchanged(pair) if trend is Trend.STILL:
            yield (*_sides(pair, lang), "0", "", _lines(pair))
        case _:
            return


def _reason_row(change: NotComparable, lang: Lang) -> tuple[str, ...]:
    why = "; ".join(diff_words.reason(reason, change.pair, lang) for reason in change.reasons)
    return (*_sides(change.pair, lang), why, _lines(change.pair))


def _sides(pair: Pair, lang: Lang) -> tuple[str, str, str]:
    return (diff_words.who(pair.new, lang), _told(pair.old, lang), _told(pair.new, lang))


def _told(seen: Observation, lang: Lang) -> str:
    return f"{diff_words.said(seen, lang)} ({diff_words.when(seen, lang)})"


def _lines(pair: Pair) -> str:
    return f"{pair.old.place.line} → {pair.new.place.line}"


def _bodies(changes: Sequence[Change], ways: tuple[Way, ...], lang: Lang) -> Iterator[Items]:
    texts = tuple(
        text
        for change in changes
        if isinstance(change, BodiesMoved)
        for way in ways
        for text in _way(change, way, lang)
    )
    if texts:
        yield Items(texts)


def _way(change: BodiesMoved, way: Way, lang: Lang) -> Iterator[str]:
    """Who moved in this way, by name; the inferred with the ground, and the unnamed with their number."""
    moves: dict[str, list[Move]] = {}
    for move in change.of(way):
        moves.setdefault(_ground(move, way, lang), []).append(move)
    pair = change.pair
    dates = f"{diff_words.when(pair.old, lang)} → {diff_words.when(pair.new, lang)}, YAML {_lines(pair)}"
    for ground, group in moves.items():
        names = "" if way in COUNTED else f": {_names([move.body for move in group], lang)}"
        count = f"{len(group)} {diff_words.noun(pair.new, len(group), lang)}"
        what = f"{count} {words.pick(diff_words.WAYS[way], lang)}{ground}{names}"
        yield f"{diff_words.who(pair.new, lang)} ({dates}): {what}{_unnamed(pair, way, lang)}."


def _ground(move: Move, way: Way, lang: Lang) -> str:
    """Why a body that no source names is said to be done, on whichever side that is said."""
    if way is Way.GONE_BACK and move.old_ground is not Ground.NAMED:
        before = words.pick(("kỳ trước", "before"), lang)
        return f" ({before}: {words.pick(GROUNDS[move.old_ground], lang)})"
    if way in {Way.NEWLY_DONE, Way.SEEN_DONE, Way.NO_LONGER_LISTED}:
        return f" ({words.pick(GROUNDS[move.new_ground], lang)})"
    return ""


def _unnamed(pair: Pair, way: Way, lang: Lang) -> str:
    """How many are outstanding without a name, beside those of whom nothing is known."""
    if way not in {Way.UNKNOWN, Way.NO_LONGER_LISTED}:
        return ""
    before, after = (seen.outstanding.unnamed if seen.outstanding else 0 for seen in (pair.old, pair.new))
    texts = []
    if after:
        texts.append(
            (f"kỳ sau còn {after} nơi chưa hoàn thành mà nguồn không nêu tên", f"{after} outstanding not named")
        )
    if before:
        texts.append((f"kỳ trước có {before} nơi chưa hoàn thành không được nêu tên", f"{before} not named before"))
    return "".join(f"; {words.pick(text, lang)}" for text in texts)


def _names(bodies: Iterable[Body], lang: Lang) -> str:
    return ", ".join(words.body(body, lang) for body in bodies)


def _alone(view: DiffView, kind: type[Appeared | Disappeared], lang: Lang) -> Iterator[Block]:
    texts = []
    for change in view.changes:
        seen = next((side for side in sides_of(change) if side), None)
        if isinstance(change, kind) and seen:
            name = f"{words.indicator(seen.indicator, lang)}: {diff_words.who(seen, lang)}"
            texts.append(f"{name}: {_dated(seen, lang)}, YAML {seen.place.line}")
    if texts:
        yield Items(tuple(texts))


def _map(view: DiffView, lang: Lang) -> Iterator[Block]:
    texts: dict[str, None] = {}
    for change in view.changes:
        if isinstance(change, Reorganised):
            texts |= dict.fromkeys(_merger(merger, lang) for merger in change.mergers)
            texts |= dict.fromkeys(_founded(body, lang) for body in change.created)
            texts |= dict.fromkeys(_ended(body, lang) for body in change.dissolved)
    if texts:
        yield Items(tuple(texts))


def _merger(merger: Merger, lang: Lang) -> str:
    day = words.day(parse_as_of(merger.when.isoformat()), lang)
    parts = " + ".join(words.body(part, lang) for part in merger.parts)
    basis = f" ({merger.basis.text})" if merger.basis else words.pick((" (chưa rõ căn cứ)", " (basis not known)"), lang)
    return f"{day}: {parts} → {words.body(merger.body, lang)}{basis}"


def _founded(body: Body, lang: Lang) -> str:
    name = words.body(body, lang)
    day = words.day(body.valid_from, lang) if body.valid_from else "?"
    return words.pick((f"{day}: {name} bắt đầu thuộc nhóm này", f"{day}: {name} joins the group"), lang)


def _ended(body: Body, lang: Lang) -> str:
    name = words.body(body, lang)
    day = words.day(body.valid_to, lang) if body.valid_to else "?"
    return words.pick((f"{day}: {name} thôi thuộc nhóm này", f"{day}: {name} leaves the group"), lang)


def _duties(view: DiffView, lang: Lang) -> Iterator[Block]:
    rows = tuple(_duty(change, lang) for change in view.changes if isinstance(change, Met | Missed | Moved | StillOpen))
    if rows:
        yield Table(_columns(DUTY, lang), rows, words.pick(diff_words.DUTIES, lang))


def _duty(change: Duty, lang: Lang) -> tuple[str, ...]:
    duty = change.due.obligation
    evidence = f"{_told(change.new, lang)}, {change.new.source.id}" if change.new else ""
    return (_result(change, lang), diff_words.what(duty, lang), duty.by, diff_words.due_day(duty, lang), evidence)


def _result(change: Duty, lang: Lang) -> str:
    match change:
        case Met(late=late):
            pair = (
                ("hoàn thành, thấy ghi sau hạn", "met, first seen after the due date")
                if late
                else ("hoàn thành", "met")
            )
        case Missed():
            pair = ("không đạt", "missed")
        case Moved(by=by):
            day = diff_words.due_day(by.obligation, lang)
            pair = (f"dời hạn: {day}", f"moved: {day}")
        case StillOpen(overdue=True):
            pair = ("quá hạn, chưa rõ kết quả", "overdue, result not known")
        case StillOpen(due=due):
            pair = ("chưa đến hạn", "not yet due") if due.obligation.due.first else ("còn mở", "open")
        case _:
            assert_never(change)
    return words.pick(pair, lang)


def _seen(view: DiffView) -> Iterator[Observation]:
    """Every observation of the page, each but once."""
    found: dict[int, Observation] = {}
    for change in view.changes:
        pair = pair_of(change)
        also = (*pair.old_also, *pair.new_also) if pair else ()
        for seen in (*sides_of(change), *also):
            if seen:
                found.setdefault(id(seen), seen)
    yield from found.values()


def _notes(view: DiffView) -> Iterator[str]:
    """What the snapshots remark on the observations of the page."""
    lang = view.lang
    notes: dict[str, None] = {}
    for seen in _seen(view):
        told = [remark.note for remark in seen.remarks] + ([seen.note] if seen.note else [])
        head = (
            f"{words.quarter(seen.period, lang)}, {diff_words.who(seen, lang)}, {words.indicator(seen.indicator, lang)}"
        )
        notes |= dict.fromkeys(f"{head}: {note}" for note in told)
    yield from notes


def _sources(view: DiffView) -> Iterator[Source]:
    found: dict[tuple[Quarter, str], Source] = {}
    for seen in _seen(view):
        found.setdefault((seen.period, seen.source.id), seen.source)
    yield from (found[key] for key in sorted(found))


def _source(source: Source, lang: Lang) -> str:
    entry = source.entry
    day = words.day(entry.date, lang) if entry.date else words.pick(("không rõ ngày", "date unknown"), lang)
    parts = [entry.number, entry.title, entry.publisher, day, entry.url]
    return f"{source.id}: {', '.join(part for part in parts if part)}"
