"""The comparison as a page of its own, and as sections of the report."""

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
from egov_tracker.inference.body_status import Rationale, State
from egov_tracker.views.diff import phrases
from egov_tracker.views.diff.changes import DiffView, Trend, pair_of, sides_of, trend_of
from egov_tracker.views.diff.comparability import banner
from egov_tracker.views.diff.obligations import obligations, reorganisations
from egov_tracker.views.observation import RATIONALES, notes_of
from egov_tracker.views.observation_table import YAML_LINE
from egov_tracker.views.page import Align, Footnote, Items, Page, Paragraph, Section, Table
from egov_tracker.views.phrases import Phrases

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from egov_tracker.changes.model import BodyTransition, Change, Pair
    from egov_tracker.model.observation import Observation, Snapshot, Source
    from egov_tracker.text.quarters import Quarter
    from egov_tracker.views.page import Block

PAIR = ((("Cơ quan", "Bodies"), Align.LEFT, True), *phrases.SIDES)
FIGURES = (
    *PAIR,
    (("Chênh lệch", "Change"), Align.RIGHT, False),
    (("Điểm phần trăm", "Percentage points"), Align.RIGHT, True),
    YAML_LINE,
)
REASONS = (*PAIR, (("Lý do", "Why"), Align.LEFT, True), YAML_LINE)

BETTER = (Transition.NEWLY_DONE,)
WORSE = (Transition.GONE_BACK, Transition.NEWLY_LISTED)
STILL = (Transition.STILL_OUTSTANDING, Transition.NEWLY_EXEMPT)
OPEN = (Transition.NO_LONGER_LISTED, Transition.SEEN_DONE, Transition.UNKNOWN)
COUNTED = frozenset({Transition.SEEN_DONE, Transition.UNKNOWN})


def diff_page(view: DiffView, data: str) -> Page:
    """The whole comparison: what can be compared, better, worse, still, unknown, obligations, notes, sources."""
    say = Phrases(view.lang)
    old, new = _side(view.old, view.path[0], say), _side(view.new, view.path[-1], say)
    paths = " → ".join(dict.fromkeys((view.path[0].path, view.path[-1].path)))
    return Page(
        lang=view.lang,
        title=say(f"So sánh số liệu {old} với {new}", f"{old} compared with {new}"),
        lead=(say.data(data), paths),
        sections=diff_sections(view),
        footnotes=tuple(Footnote(number, text) for number, text in enumerate(_notes(view, say), 1)),
        sources=tuple(dict.fromkeys(f"{source.id}: {say.source(source)}" for source in _sources(view))),
        headings=say.headings,
    )


def _side(name: str, snapshot: Snapshot, say: Phrases) -> str:
    """A side as the user named it, such as a file or a revision; a quarter in words."""
    return say.quarter(snapshot.period) if name == str(snapshot.period) else name


def diff_sections(view: DiffView) -> tuple[Section, ...]:
    """The sections of a comparison; empty ones are left out."""
    say = Phrases(view.lang)
    if not view.changes:
        return (Section("", (Paragraph(say(*phrases.NOTHING)),)),)
    parts = (
        (phrases.BANNER, banner(view, say)),
        (phrases.BETTER, _verdict(view, Trend.BETTER, BETTER, say)),
        (phrases.WORSE, _verdict(view, Trend.WORSE, WORSE, say)),
        (phrases.STILL, _verdict(view, Trend.STILL, STILL, say)),
        (phrases.UNCOMPARED, _verdict(view, Trend.UNKNOWN, OPEN, say)),
        (phrases.ONLY_OLD, _alone(view, Disappeared, say)),
        (phrases.ONLY_NEW, _alone(view, Appeared, say)),
        (phrases.MAP, reorganisations(view, say)),
        (phrases.OBLIGATIONS, obligations(view, say)),
    )
    filled = ((heading, tuple(blocks)) for heading, blocks in parts)
    return tuple(Section(say(*heading), blocks) for heading, blocks in filled if blocks)


def _verdict(view: DiffView, trend: Trend, kinds: tuple[Transition, ...], say: Phrases) -> Iterator[Block]:
    """For each indicator, the figures with this trend, then the bodies with these transitions."""
    by_indicator: dict[str, list[Change]] = {}
    for change in view.changes:
        _, new = sides_of(change)
        if new and pair_of(change):
            by_indicator.setdefault(new.indicator.id, []).append(change)
    for changes in by_indicator.values():
        blocks: list[Block] = [*_figures(changes, trend, say), *_bodies(changes, kinds, say)]
        _, new = sides_of(changes[0])
        if blocks and new:
            yield Paragraph(f"{say.indicator(new.indicator)} ({new.indicator.id})")
            yield from blocks


def _figures(changes: Sequence[Change], trend: Trend, say: Phrases) -> Iterator[Table]:
    if trend is Trend.UNKNOWN:
        reasons = tuple(_reason_row(change, say) for change in changes if isinstance(change, NotComparable))
        if reasons:
            yield Table(say.columns(REASONS), reasons)
        return
    rows = tuple(row for change in changes for row in _figure_row(change, trend, say))
    if rows:
        yield Table(say.columns(FIGURES), rows)


def _figure_row(change: Change, trend: Trend, say: Phrases) -> Iterator[tuple[str, ...]]:
    match change:
        case FigureChanged(pair, delta, points) if trend_of(change) is trend:
            yield (*_sides(pair, say), say.signed(delta), say.signed(points, 2), _lines(pair))
        case Unchanged(pair) if trend is Trend.STILL:
            yield (*_sides(pair, say), "0", "", _lines(pair))
        case _:
            return


def _reason_row(change: NotComparable, say: Phrases) -> tuple[str, ...]:
    return (*_sides(change.pair, say), phrases.reasons_text(change.reasons, change.pair, say), _lines(change.pair))


def _sides(pair: Pair, say: Phrases) -> tuple[str, str, str]:
    return say.who(pair.new), say.with_date(pair.old), say.with_date(pair.new)


def _lines(pair: Pair) -> str:
    return f"{pair.old.location.line} → {pair.new.location.line}"


def _bodies(changes: Sequence[Change], kinds: tuple[Transition, ...], say: Phrases) -> Iterator[Items]:
    texts = tuple(
        text
        for change in changes
        if isinstance(change, BodiesMoved)
        for kind in kinds
        for text in _transition(change, kind, say)
    )
    if texts:
        yield Items(texts)


def _transition(change: BodiesMoved, kind: Transition, say: Phrases) -> Iterator[str]:
    """A sentence for each rationale: how many bodies made this transition, their names, and how many are unnamed."""
    transitions: dict[str, list[BodyTransition]] = {}
    for transition in change.of(kind):
        transitions.setdefault(_rationale(transition, kind, say), []).append(transition)
    pair = change.pair
    dates = f"{say.days(pair.old)} → {say.days(pair.new)}, YAML {_lines(pair)}"
    for rationale, group in transitions.items():
        names = "" if kind in COUNTED else f": {'; '.join(_named(transition, say) for transition in group)}"
        count = phrases.counted(len(group), pair.new, say)
        what = f"{count} {say(*phrases.TRANSITIONS[kind])}{rationale}{names}"
        yield f"{say.who(pair.new)} ({dates}): {what}.{_unnamed(pair, kind, say)}"


def _named(transition: BodyTransition, say: Phrases) -> str:
    """The name of a body; of one that was merged, in which state each of its parts was before."""
    name = say.body(transition.body)
    parts = [part for part in transition.parts if part.state is not State.UNKNOWN]
    if not parts:
        return name
    states = "; ".join(f"{say.body(part.body)} {say.state(part.state).lower()}" for part in parts)
    return f"{name} ({say('trước khi sắp xếp', 'before the merger')}: {states})"


def _rationale(transition: BodyTransition, kind: Transition, say: Phrases) -> str:
    """The rationale for calling a body done, taken from the side that does so."""
    if kind is Transition.GONE_BACK and transition.old_rationale is not Rationale.NAMED:
        return f" ({say('kỳ trước', 'before')}: {say(*RATIONALES[transition.old_rationale])})"
    if kind in {Transition.NEWLY_DONE, Transition.SEEN_DONE, Transition.NO_LONGER_LISTED}:
        return f" ({say(*RATIONALES[transition.new_rationale])})"
    return ""


def _unnamed(pair: Pair, kind: Transition, say: Phrases) -> str:
    """How many outstanding bodies each side counts without naming them; only beside bodies of unknown state."""
    if kind not in {Transition.UNKNOWN, Transition.NO_LONGER_LISTED}:
        return ""
    sides = ((pair.new, say("Kỳ sau", "In the later quarter")), (pair.old, say("Kỳ trước", "In the earlier quarter")))
    return "".join(
        f" {when}, {more}." for seen, when in sides if (more := say.more_unnamed(seen.outstanding, State.OUTSTANDING))
    )


def _alone(view: DiffView, kind: type[Appeared | Disappeared], say: Phrases) -> Iterator[Block]:
    texts = tuple(
        f"{say.subject(seen)}: {say.with_source(seen)}, YAML {seen.location.line}"
        for change in view.changes
        if isinstance(change, kind)
        for seen in sides_of(change)
        if seen
    )
    if texts:
        yield Items(texts)


def _seen(view: DiffView) -> Iterator[Observation]:
    """Every observation of the page once."""
    found: dict[int, Observation] = {}
    for change in view.changes:
        pair = pair_of(change)
        also = (*pair.old_also, *pair.new_also) if pair else ()
        for seen in (*sides_of(change), *also):
            if seen:
                found.setdefault(id(seen), seen)
    yield from found.values()


def _notes(view: DiffView, say: Phrases) -> Iterator[str]:
    """The remarks of the snapshots on the observations of the page."""
    notes: dict[str, None] = {}
    for seen in _seen(view):
        head = f"{say.quarter(seen.period)}, {say.who(seen)}, {say.indicator(seen.indicator)}"
        notes |= dict.fromkeys(f"{head}: {note}" for note in notes_of(seen))
    yield from notes


def _sources(view: DiffView) -> Iterator[Source]:
    found: dict[tuple[Quarter, str], Source] = {}
    for seen in _seen(view):
        found.setdefault((seen.period, seen.source.id), seen.source)
    yield from (found[key] for key in sorted(found))
