"""The banner of a comparison: which dates and sources meet, and what other sources of the same date say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.changes.bodies import body_transitions
from egov_tracker.changes.model import BodiesMoved, NotComparable, Reorganised, Transition
from egov_tracker.views import phrases
from egov_tracker.views.diff import phrases as diff_phrases
from egov_tracker.views.diff.changes import pair_of, sides_of
from egov_tracker.views.page import Align, Items, Paragraph, Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from egov_tracker.changes.model import Change
    from egov_tracker.model.observation import Observation
    from egov_tracker.views.diff.changes import DiffView
    from egov_tracker.views.page import Block, Lang

BANNER = (
    (("Chỉ tiêu, cơ quan", "Indicator, bodies"), Align.LEFT, True),
    (("Trước", "Before"), Align.LEFT, True),
    (("Sau", "After"), Align.LEFT, True),
    (("So sánh được", "Comparable"), Align.LEFT, True),
)


def banner(view: DiffView, lang: Lang) -> Iterator[Block]:
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
    yield Paragraph(phrases.pick(summary, lang))
    yield Table(phrases.columns(BANNER, lang), rows, phrases.pick(diff_phrases.BANNER, lang))
    if rivals := _rivals(view, lang):
        yield Items(rivals)


def _banner_row(changes: Sequence[Change], lang: Lang) -> tuple[str, ...]:
    old, new = sides_of(changes[0])
    if not old or not new:
        return ("", "", "", "")
    answers = dict.fromkeys(_answer(change, lang) for change in changes)
    name = f"{phrases.indicator(new.indicator, lang)}: {diff_phrases.who(new, lang)}"
    return (name, diff_phrases.with_source(old, lang), diff_phrases.with_source(new, lang), "; ".join(answers))


def _answer(change: Change, lang: Lang) -> str:
    match change:
        case NotComparable(pair, reasons):
            why = "; ".join(diff_phrases.reason(reason, pair, lang) for reason in reasons)
            return phrases.pick((f"không: {why}", f"no: {why}"), lang)
        case BodiesMoved():
            return phrases.pick(("có, theo tên", "yes, by name"), lang)
        case _:
            return phrases.pick(("có", "yes"), lang)


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
    names = diff_phrases.names(more.values(), lang)
    head = (
        f"{phrases.indicator(other.indicator, lang)}, {diff_phrases.who(other, lang)}, {diff_phrases.when(other, lang)}"
    )
    said, source, line = diff_phrases.value_text(other, lang), other.source.id, other.location.line
    texts = (
        f"{head}: ở đây so sánh theo {used.source.id}, nguồn đứng trước; {source} (YAML {line}) cùng ngày ghi "
        f"“{said}”" + (f", nêu thêm {names}" if more else "") + ".",
        f"{head}: compared is {used.source.id}, which stands first; {source} (YAML {line}) of the same date "
        f"prints “{said}”" + (f" and also names {names}" if more else "") + ".",
    )
    return phrases.pick(texts, lang)


def _proof(change: Change, other: Observation, view: DiffView, lang: Lang) -> str:
    """Whom the other source would prove done, of those who are merely not listed any more."""
    if not isinstance(change, BodiesMoved) or other.period != change.pair.new.period:
        return ""
    transitions = body_transitions(change.pair.old, other, view.definitions.registry)
    open_here = {transition.body.id for transition in change.of(Transition.NO_LONGER_LISTED)}
    proved = [
        transition.body
        for transition in transitions
        if transition.kind is Transition.NEWLY_DONE and transition.body.id in open_here
    ]
    names = diff_phrases.names(proved, lang)
    texts = (f" Theo nguồn này thì suy ra đã hoàn thành: {names}.", f" From that source it follows as done: {names}.")
    return phrases.pick(texts, lang) if proved else ""
