"""Which figures are paired and whether each pair can be compared, in full; and what rival sources print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.changes.bodies import body_transitions
from egov_tracker.changes.model import BodiesMoved, NotComparable, Reorganised, Transition
from egov_tracker.views.diff import phrases
from egov_tracker.views.diff.changes import pair_of, sides_of
from egov_tracker.views.page import Align, Items, Paragraph, Table
from egov_tracker.views.phrases import plural

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from egov_tracker.changes.model import Change
    from egov_tracker.model.observation import Observation
    from egov_tracker.views.diff.changes import DiffView
    from egov_tracker.views.page import Block
    from egov_tracker.views.phrases import Phrases
    from egov_tracker.views.references import References

BANNER = (
    (("Chỉ tiêu, cơ quan", "Indicator, bodies"), Align.LEFT),
    *phrases.SIDES,
    (("So sánh được", "Comparable"), Align.LEFT),
)


def banner(view: DiffView, say: Phrases) -> Iterator[Block]:
    """How many pairs are comparable, and a row for each pair."""
    changes: dict[tuple[int, int], list[Change]] = {}
    for change in view.changes:
        if (pair := pair_of(change)) and not isinstance(change, Reorganised):
            changes.setdefault((id(pair.old), id(pair.new)), []).append(change)
    if not changes:
        return
    total = len(changes)
    barred = sum(any(isinstance(change, NotComparable) for change in together) for together in changes.values())
    yield Paragraph(
        say(
            f"{total} cặp số liệu: so sánh được {total - barred}, không so sánh được {barred}.",
            f"{plural(total, 'pair')} of figures: {total - barred} can be compared, {barred} cannot.",
        )
    )
    rows = tuple(_banner_row(together, say) for together in changes.values())
    yield Table(say.columns(BANNER), rows, say(*phrases.BANNER))


def rivals(view: DiffView, refs: References, say: Phrases) -> Iterator[Block]:
    """What other sources of the same date print; the comparison does not use them."""
    texts: dict[str, str] = {}
    for change in view.changes:
        if pair := pair_of(change):
            for used, also in ((pair.old, pair.old_also), (pair.new, pair.new_also)):
                for other in also:
                    text = _rival(used, other, refs, say)
                    texts[text] = texts.get(text) or _proof(change, other, view, say)
    if texts:
        yield Items(tuple(text + proof for text, proof in texts.items()))


def _banner_row(changes: Sequence[Change], say: Phrases) -> tuple[str, ...]:
    old, new = sides_of(changes[0])
    if not old or not new:
        return ("", "", "", "")
    answers = dict.fromkeys(_answer(change, say) for change in changes)
    return (say.subject(new), say.with_date(old), say.with_date(new), "; ".join(answers))


def _answer(change: Change, say: Phrases) -> str:
    match change:
        case NotComparable(pair, reasons):
            return f"{say('không', 'no')}: {phrases.reasons_text(reasons, pair, say)}"
        case BodiesMoved():
            return say("có, theo tên cơ quan", "yes, by name")
        case _:
            return say("có", "yes")


def _rival(used: Observation, other: Observation, refs: References, say: Phrases) -> str:
    """What another source of the same date prints, and the bodies that only it names."""
    known = {body.id for listing in used.listings.values() for body in listing.bodies}
    more = {body.id: body for listing in other.listings.values() for body in listing.bodies if body.id not in known}
    head = f"{say.indicator(other.indicator)} – {say.who(other)}, {say.days(other)}"
    first, second, value = refs.marks(used), refs.marks(other), say.value(other)
    text = say(
        f"{head}: so sánh theo nguồn đứng trước{first}; nguồn khác cùng ngày{second} nêu “{value}”",
        f"{head}: compared is the source that stands first{first}; another of the same date{second} prints “{value}”",
    )
    names = f"{say(', nêu thêm', ' and also names')} {say.bodies(more.values())}" if more else ""
    return f"{text}{names}."


def _proof(change: Change, other: Observation, view: DiffView, say: Phrases) -> str:
    """The bodies that the other source shows to be done and the source in use merely no longer lists."""
    if not isinstance(change, BodiesMoved) or other.period != change.pair.new.period:
        return ""
    transitions = body_transitions(change.pair.old, other, view.definitions.registry)
    open_here = {transition.body.id for transition in change.of(Transition.NO_LONGER_LISTED)}
    proved = [
        transition.body
        for transition in transitions
        if transition.kind is Transition.NEWLY_DONE and transition.body.id in open_here
    ]
    follows = say("Theo nguồn này, suy ra các cơ quan sau đã hoàn thành", "From that source it follows as done")
    return f" {follows}: {say.bodies(proved)}." if proved else ""
