"""What surrounds the figures of a comparison: the map of bodies that changed, and what was due."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.changes.model import ObligationChange, Reorganised
from egov_tracker.views.diff import phrases
from egov_tracker.views.diff.changes import is_difference
from egov_tracker.views.obligations import (
    counted_value,
    due_text,
    in_order_of_weight,
    obligation_table,
    outcome_text,
)
from egov_tracker.views.page import Items

if TYPE_CHECKING:
    from collections.abc import Iterator

    from egov_tracker.changes.model import Merger
    from egov_tracker.inference.obligations import Verdict
    from egov_tracker.model.registry import Body
    from egov_tracker.views.diff.changes import DiffView
    from egov_tracker.views.page import Block
    from egov_tracker.views.phrases import Phrases
    from egov_tracker.views.references import References


def reorganisations(view: DiffView, say: Phrases) -> Iterator[Block]:
    """What became of the bodies between the dates compared, each change of the map but once."""
    texts: dict[str, None] = {}
    for change in view.changes:
        if isinstance(change, Reorganised):
            texts |= dict.fromkeys(_merger(merger, say) for merger in change.mergers)
            texts |= dict.fromkeys(_founded(body, say) for body in change.created)
            texts |= dict.fromkeys(_ended(body, say) for body in change.dissolved)
    if texts:
        yield Items(tuple(texts))


def _merger(merger: Merger, say: Phrases) -> str:
    day = say.day(merger.when)
    parts = " + ".join(say.body(part) for part in merger.parts)
    basis = say.quoted(merger.basis.text) if merger.basis else say("chưa rõ căn cứ", "basis not known")
    doubt = say("; ngày chưa kiểm chứng", "; date not verified") if not merger.verified else ""
    return f"{day}: {parts} → {say.body(merger.body)} ({basis}{doubt})"


def _founded(body: Body, say: Phrases) -> str:
    name = say.body(body)
    day = say.day(body.valid_from) if body.valid_from else "?"
    return say(f"{day}: {name} bắt đầu thuộc nhóm này", f"{day}: {name} joins the group")


def _ended(body: Body, say: Phrases) -> str:
    name = say.body(body)
    day = say.day(body.valid_to) if body.valid_to else "?"
    return say(f"{day}: {name} thôi thuộc nhóm này", f"{day}: {name} leaves the group")


def obligations(view: DiffView, refs: References, say: Phrases) -> Iterator[Block]:
    """The obligations whose verdict changed, a point each; with `every` the table of all that are new or undecided."""
    told = [change for change in view.changes if isinstance(change, ObligationChange)]
    if view.every and told:
        yield obligation_table([change.new for change in told], say, say(*phrases.OBLIGATIONS))
    elif verdicts := in_order_of_weight(change.new for change in told if is_difference(change)):
        yield Items(tuple(_point(verdict, refs, say) for verdict in verdicts))


def _point(verdict: Verdict, refs: References, say: Phrases) -> str:
    """The outcome, what was due of whom and when, and the figures or the day that it rests on."""
    duty = verdict.obligation
    outcome = outcome_text(verdict, say)
    due = say(f"; thời hạn: {due_text(duty, say)}", f"; due: {due_text(duty, say)}") if duty.due.first else ""
    basis = "; ".join(_basis(verdict, refs, say))
    head = f"{outcome[:1].upper()}{outcome[1:]} – {say.task(duty)} ({say.by(duty)}{due})"
    return f"{head}{f': {basis}' if basis else ''}."


def _basis(verdict: Verdict, refs: References, say: Phrases) -> Iterator[str]:
    if verdict.settled:
        yield say.day(verdict.settled.date)
    latest = None if verdict.evidence else verdict.latest
    for seen in (verdict.short, verdict.evidence, latest):
        if seen:
            mark = say("số liệu gần nhất ", "latest figure ") if seen is latest else ""
            yield f"{mark}{counted_value(seen, say)} ({say.days(seen)}){refs.marks(seen)}"
