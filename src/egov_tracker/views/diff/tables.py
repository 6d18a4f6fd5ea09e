"""The tables of a comparison: for each indicator a row a pair, and beside them the bodies by name."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from egov_tracker.changes.model import BodiesMoved, FigureChanged, Transition
from egov_tracker.inference.body_status import Rationale, State
from egov_tracker.views.diff import phrases
from egov_tracker.views.observation import RATIONALES
from egov_tracker.views.observation_table import YAML_LINE, without_empty_columns
from egov_tracker.views.page import RIGID, Align, Items, Section, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from egov_tracker.changes.model import BodyTransition, Pair, Transitions, Way
    from egov_tracker.views.diff.changes import DiffView
    from egov_tracker.views.diff.subjects import Compared
    from egov_tracker.views.phrases import Phrases
    from egov_tracker.views.references import References

COLUMNS = (
    (("Cơ quan", "Bodies"), Align.LEFT),
    *phrases.SIDES,
    (("Chênh lệch", "Change"), Align.RIGHT, RIGID),
    (("Điểm phần trăm", "Percentage points"), Align.RIGHT),
    (("Diễn giải", "Detail"), Align.LEFT),
    YAML_LINE,
)
DETAILED = (*phrases.CHANGES, Transition.STILL_OUTSTANDING, Transition.SEEN_DONE, Transition.UNKNOWN)
COUNTED = frozenset({Transition.SEEN_DONE, Transition.UNKNOWN})


def indicator_sections(view: DiffView, pairs: Sequence[Compared], refs: References, say: Phrases) -> Iterator[Section]:
    """For each indicator its pairs as rows, and whom the lists name; what cannot be compared only among other steps."""
    shown = [one for one in pairs if one.comparable or view.has_steps]
    for indicator in {one.new.indicator.id: one.new.indicator for one in shown}.values():
        own = [one for one in shown if one.new.indicator.id == indicator.id]
        rows = tuple(_row(one, view, refs, say) for one in own)
        table = without_empty_columns(Table(say.columns(COLUMNS), rows))
        often = Counter(say.who(one.new) for one in own)
        named = tuple(text for one in own if one.bodies for text in _named(one.bodies, often, view, say))
        yield Section(say.indicator(indicator), (table, *((Items(named),) if named else ())))


def _row(one: Compared, view: DiffView, refs: References, say: Phrases) -> tuple[str, ...]:
    old, new = one.pair.old, one.pair.new
    changed = one.figure if isinstance(one.figure, FigureChanged) else None
    return (
        say.who(new),
        say.with_date(old) + refs.marks(old),
        say.with_date(new) + refs.marks(new),
        say.signed(changed.delta) if changed else "0" if one.figure else "",
        say.signed(changed.points, 2) if changed else "",
        "; ".join(_details(one, say)),
        lines_text(one.pair) if view.trace else "",
    )


def _details(one: Compared, say: Phrases) -> Iterator[str]:
    """How the bodies moved, counted, and why the figures cannot be subtracted."""
    if one.bodies:
        for kind in DETAILED:
            if them := one.bodies.of(kind):
                yield f"{len(them)} {phrases.moved(them, kind, say)}"
    if one.barred:
        why = phrases.reasons_text(one.barred.reasons, one.pair, say)
        yield f"{say('số liệu không so sánh được', 'figures not comparable')}: {why}"


def lines_text(pair: Pair) -> str:
    """The lines of both observations in their files."""
    return f"{pair.old.location.line} → {pair.new.location.line}"


def _named(change: BodiesMoved, often: Mapping[str, int], view: DiffView, say: Phrases) -> Iterator[str]:
    """A sentence for each way in which bodies moved, with their names; dated where a group has rows often."""
    pair = change.pair
    dates = f" ({say.days(pair.old)} → {say.days(pair.new)})" if often[say.who(pair.new)] > 1 else ""
    head = f"{say.who(pair.new)}{dates}"
    if view.narrows(pair.new):
        yield from (f"{head}: {_both_states(one, say)}." for one in change.transitions)
        return
    for kind in phrases.CHANGES if view.has_steps and not view.every else DETAILED:
        # Why they are done is said of those that are newly done.
        if kind is not Transition.SEEN_DONE or not change.of(Transition.NEWLY_DONE):
            yield from (f"{head}: {text}" for text in _transition(change, kind, say))


def _both_states(one: BodyTransition, say: Phrases) -> str:
    """The state of one body on both sides, each with the reason where it is not simply named."""
    sides = ((one.old, one.old_rationale), (one.new, one.new_rationale))
    texts = (
        say.state(state).lower() + ("" if why is Rationale.NAMED else f" ({say(*RATIONALES[why])})")
        for state, why in sides
    )
    return f"{_with_parts(one, say)}: {' → '.join(texts)}"


def _transition(change: BodiesMoved, kind: Transition, say: Phrases) -> Iterator[str]:
    """For each rationale how many bodies made this transition, their names, and how many are unnamed."""
    moved = change.of(kind)
    ways: dict[str, list[Way]] = {}
    for way in moved.ways:
        ways.setdefault(_rationale(way, say), []).append(way)
    for rationale, some in ways.items():
        group = moved.along(some.__contains__)
        names = "" if kind in COUNTED else f": {'; '.join(_names(group, say))}"
        count = phrases.counted(len(group), change.pair.new, say)
        yield f"{count} {say(*phrases.TRANSITIONS[kind])}{rationale}{names}.{_unnamed(change.pair, kind, say)}"


def _names(transitions: Transitions, say: Phrases) -> Iterable[str]:
    if not transitions.parts:
        return map(say.body, transitions.bodies)
    return (_with_parts(one, say) for one in transitions)


def _with_parts(transition: BodyTransition, say: Phrases) -> str:
    """The name of a body; of one that was merged, in which state each of its parts was before."""
    name = say.body(transition.body)
    parts = [part for part in transition.parts if part.state is not State.UNKNOWN]
    if not parts:
        return name
    states = "; ".join(f"{say.body(part.body)} {say.state(part.state).lower()}" for part in parts)
    return f"{name} ({say('trước khi sắp xếp', 'before the merger')}: {states})"


def _rationale(way: Way, say: Phrases) -> str:
    """The rationale for calling a body done, taken from the side that does so."""
    if way.kind is Transition.GONE_BACK and way.old.rationale is not Rationale.NAMED:
        return f" ({say('kỳ trước', 'before')}: {say(*RATIONALES[way.old.rationale])})"
    if way.kind in {Transition.NEWLY_DONE, Transition.SEEN_DONE, Transition.NO_LONGER_LISTED}:
        return f" ({say(*RATIONALES[way.new.rationale])})"
    return ""


def _unnamed(pair: Pair, kind: Transition, say: Phrases) -> str:
    """How many outstanding bodies each side counts without naming them; only beside bodies of unknown state."""
    if kind not in {Transition.UNKNOWN, Transition.NO_LONGER_LISTED}:
        return ""
    sides = ((pair.new, say("Kỳ sau", "In the later quarter")), (pair.old, say("Kỳ trước", "In the earlier quarter")))
    return "".join(
        f" {when}, {more}." for seen, when in sides if (more := say.more_unnamed(seen.outstanding, State.OUTSTANDING))
    )
