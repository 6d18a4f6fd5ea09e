"""The comparison as a page, and as sections for a page of another kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.changes.model import (
    Appeared,
    BodiesMoved,
    Disappeared,
    FigureChanged,
    NotComparable,
    Transition,
    Unchanged,
)
from egov_tracker.inference.body_status import Rationale
from egov_tracker.views import phrases
from egov_tracker.views.diff import phrases as diff_phrases
from egov_tracker.views.diff.changes import DiffView, Trend, pair_of, sides_of, trend_of
from egov_tracker.views.diff.comparability import banner
from egov_tracker.views.diff.obligations import duties, reorganisations
from egov_tracker.views.observation import RATIONALES
from egov_tracker.views.page import Align, Footnote, Items, Page, Paragraph, Section, Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from egov_tracker.changes.model import BodyTransition, Change, Pair
    from egov_tracker.model.observation import Observation, Source
    from egov_tracker.text.quarters import Quarter
    from egov_tracker.views.page import Block, Lang

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

BETTER = (Transition.NEWLY_DONE,)
WORSE = (Transition.GONE_BACK, Transition.NEWLY_LISTED)
STILL = (Transition.STILL_OUTSTANDING, Transition.NEWLY_EXEMPT)
OPEN = (Transition.NO_LONGER_LISTED, Transition.SEEN_DONE, Transition.UNKNOWN)
COUNTED = frozenset({Transition.SEEN_DONE, Transition.UNKNOWN})


def diff_page(view: DiffView, data: str) -> Page:
    """The whole comparison: what can be compared, better, worse, still, unknown, obligations, notes, sources."""
    lang = view.lang
    title = phrases.pick((f"So sánh {view.old} với {view.new}", f"{view.old} compared with {view.new}"), lang)
    paths = " → ".join(dict.fromkeys((view.path[0].path, view.path[-1].path)))
    return Page(
        lang=lang,
        title=title,
        lead=(f"{phrases.pick(('Dữ liệu', 'Data'), lang)}: {data}", paths),
        sections=diff_sections(view, lang),
        footnotes=tuple(Footnote(number, text) for number, text in enumerate(_notes(view), 1)),
        sources=tuple(dict.fromkeys(_source(source, lang) for source in _sources(view))),
        headings=phrases.headings(lang),
    )


def diff_sections(view: DiffView, lang: Lang) -> tuple[Section, ...]:
    """The sections of a comparison, those without content left out."""
    if not view.changes:
        return (Section("", (Paragraph(phrases.pick(diff_phrases.NOTHING, lang)),)),)
    parts = (
        (diff_phrases.BANNER, banner(view, lang)),
        (diff_phrases.BETTER, _verdict(view, Trend.BETTER, BETTER, lang)),
        (diff_phrases.WORSE, _verdict(view, Trend.WORSE, WORSE, lang)),
        (diff_phrases.STILL, _verdict(view, Trend.STILL, STILL, lang)),
        (diff_phrases.UNCOMPARED, _verdict(view, Trend.UNKNOWN, OPEN, lang)),
        (diff_phrases.ONLY_OLD, _alone(view, Disappeared, lang)),
        (diff_phrases.ONLY_NEW, _alone(view, Appeared, lang)),
        (diff_phrases.MAP, reorganisations(view, lang)),
        (diff_phrases.DUTIES, duties(view, lang)),
    )
    filled = ((heading, tuple(blocks)) for heading, blocks in parts)
    return tuple(Section(phrases.pick(heading, lang), blocks) for heading, blocks in filled if blocks)


def _verdict(view: DiffView, trend: Trend, kinds: tuple[Transition, ...], lang: Lang) -> Iterator[Block]:
    """The figures that went this way, then the bodies, indicator by indicator."""
    by_indicator: dict[str, list[Change]] = {}
    for change in view.changes:
        _, new = sides_of(change)
        if new and pair_of(change):
            by_indicator.setdefault(new.indicator.id, []).append(change)
    for changes in by_indicator.values():
        blocks: list[Block] = [*_figures(changes, trend, lang), *_bodies(changes, kinds, lang)]
        _, new = sides_of(changes[0])
        if blocks and new:
            yield Paragraph(f"{phrases.indicator(new.indicator, lang)} ({new.indicator.id})")
            yield from blocks


def _figures(changes: Sequence[Change], trend: Trend, lang: Lang) -> Iterator[Table]:
    if trend is Trend.UNKNOWN:
        reasons = tuple(_reason_row(change, lang) for change in changes if isinstance(change, NotComparable))
        if reasons:
            yield Table(phrases.columns(REASONS, lang), reasons)
        return
    rows = tuple(row for change in changes for row in _figure_row(change, trend, lang))
    if rows:
        yield Table(phrases.columns(FIGURES, lang), rows)


def _figure_row(change: Change, trend: Trend, lang: Lang) -> Iterator[tuple[str, ...]]:
    match change:
        case FigureChanged(pair, delta, points) if trend_of(change) is trend:
            decimals = 2
            yield (
                *_sides(pair, lang),
                diff_phrases.signed(delta, lang),
                diff_phrases.signed(points, lang, decimals),
                _lines(pair),
            )
        case Unchanged(pair) if trend is Trend.STILL:
            yield (*_sides(pair, lang), "0", "", _lines(pair))
        case _:
            return


def _reason_row(change: NotComparable, lang: Lang) -> tuple[str, ...]:
    why = "; ".join(diff_phrases.reason(reason, change.pair, lang) for reason in change.reasons)
    return (*_sides(change.pair, lang), why, _lines(change.pair))


def _sides(pair: Pair, lang: Lang) -> tuple[str, str, str]:
    return (
        diff_phrases.who(pair.new, lang),
        diff_phrases.with_date(pair.old, lang),
        diff_phrases.with_date(pair.new, lang),
    )


def _lines(pair: Pair) -> str:
    return f"{pair.old.location.line} → {pair.new.location.line}"


def _bodies(changes: Sequence[Change], kinds: tuple[Transition, ...], lang: Lang) -> Iterator[Items]:
    texts = tuple(
        text
        for change in changes
        if isinstance(change, BodiesMoved)
        for kind in kinds
        for text in _transition(change, kind, lang)
    )
    if texts:
        yield Items(texts)


def _transition(change: BodiesMoved, kind: Transition, lang: Lang) -> Iterator[str]:
    """Who moved in this way, by name; the inferred with the ground, and the unnamed with their number."""
    transitions: dict[str, list[BodyTransition]] = {}
    for transition in change.of(kind):
        transitions.setdefault(_rationale(transition, kind, lang), []).append(transition)
    pair = change.pair
    dates = f"{diff_phrases.when(pair.old, lang)} → {diff_phrases.when(pair.new, lang)}, YAML {_lines(pair)}"
    for rationale, group in transitions.items():
        names = "" if kind in COUNTED else f": {diff_phrases.names([transition.body for transition in group], lang)}"
        count = f"{len(group)} {diff_phrases.noun(pair.new, len(group), lang)}"
        what = f"{count} {phrases.pick(diff_phrases.TRANSITIONS[kind], lang)}{rationale}{names}"
        yield f"{diff_phrases.who(pair.new, lang)} ({dates}): {what}{_unnamed(pair, kind, lang)}."


def _rationale(transition: BodyTransition, kind: Transition, lang: Lang) -> str:
    """Why a body that no source names is said to be done, on whichever side that is said."""
    if kind is Transition.GONE_BACK and transition.old_rationale is not Rationale.NAMED:
        before = phrases.pick(("kỳ trước", "before"), lang)
        return f" ({before}: {phrases.pick(RATIONALES[transition.old_rationale], lang)})"
    if kind in {Transition.NEWLY_DONE, Transition.SEEN_DONE, Transition.NO_LONGER_LISTED}:
        return f" ({phrases.pick(RATIONALES[transition.new_rationale], lang)})"
    return ""


def _unnamed(pair: Pair, kind: Transition, lang: Lang) -> str:
    """How many are outstanding without a name, beside those of whom nothing is known."""
    if kind not in {Transition.UNKNOWN, Transition.NO_LONGER_LISTED}:
        return ""
    before, after = (seen.outstanding.unnamed if seen.outstanding else 0 for seen in (pair.old, pair.new))
    texts = []
    if after:
        texts.append(
            (f"kỳ sau còn {after} nơi chưa hoàn thành mà nguồn không nêu tên", f"{after} outstanding not named")
        )
    if before:
        texts.append((f"kỳ trước có {before} nơi chưa hoàn thành không được nêu tên", f"{before} not named before"))
    return "".join(f"; {phrases.pick(text, lang)}" for text in texts)


def _alone(view: DiffView, kind: type[Appeared | Disappeared], lang: Lang) -> Iterator[Block]:
    texts = []
    for change in view.changes:
        seen = next((side for side in sides_of(change) if side), None)
        if isinstance(change, kind) and seen:
            name = f"{phrases.indicator(seen.indicator, lang)}: {diff_phrases.who(seen, lang)}"
            texts.append(f"{name}: {diff_phrases.with_source(seen, lang)}, YAML {seen.location.line}")
    if texts:
        yield Items(tuple(texts))


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
        name = phrases.indicator(seen.indicator, lang)
        head = f"{phrases.quarter(seen.period, lang)}, {diff_phrases.who(seen, lang)}, {name}"
        notes |= dict.fromkeys(f"{head}: {note}" for note in told)
    yield from notes


def _sources(view: DiffView) -> Iterator[Source]:
    found: dict[tuple[Quarter, str], Source] = {}
    for seen in _seen(view):
        found.setdefault((seen.period, seen.source.id), seen.source)
    yield from (found[key] for key in sorted(found))


def _source(source: Source, lang: Lang) -> str:
    entry = source.entry
    day = phrases.day(entry.date, lang) if entry.date else phrases.pick(("không rõ ngày", "date unknown"), lang)
    parts = [entry.number, entry.title, entry.publisher, day, entry.url]
    return f"{source.id}: {', '.join(part for part in parts if part)}"
