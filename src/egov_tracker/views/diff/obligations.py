"""What surrounds the figures of a comparison: the map of bodies that changed, and what was due."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from egov_tracker.changes.model import Met, Missed, Moved, Reorganised, StillOpen
from egov_tracker.views.diff import phrases
from egov_tracker.views.page import Align, Items, Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from egov_tracker.changes.model import Duty, Merger
    from egov_tracker.model.registry import Body
    from egov_tracker.views.diff.changes import DiffView
    from egov_tracker.views.page import Block
    from egov_tracker.views.phrases import Phrases

DUTY = (
    (("Kết quả", "Result"), Align.LEFT, True),
    (("Việc", "What"), Align.LEFT, True),
    (("Cơ quan", "Bodies"), Align.LEFT, True),
    (("Hạn", "Due"), Align.LEFT, True),
    (("Căn cứ", "Evidence"), Align.LEFT, True),
)


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
    basis = f" ({merger.basis.text})" if merger.basis else say(" (chưa rõ căn cứ)", " (basis not known)")
    return f"{day}: {parts} → {say.body(merger.body)}{basis}"


def _founded(body: Body, say: Phrases) -> str:
    name = say.body(body)
    day = say.day(body.valid_from) if body.valid_from else "?"
    return say(f"{day}: {name} bắt đầu thuộc nhóm này", f"{day}: {name} joins the group")


def _ended(body: Body, say: Phrases) -> str:
    name = say.body(body)
    day = say.day(body.valid_to) if body.valid_to else "?"
    return say(f"{day}: {name} thôi thuộc nhóm này", f"{day}: {name} leaves the group")


def duties(view: DiffView, say: Phrases) -> Iterator[Block]:
    """The obligations that were met, missed, moved or are open, by due date."""
    rows = tuple(_duty(change, say) for change in view.changes if isinstance(change, Met | Missed | Moved | StillOpen))
    if rows:
        yield Table(say.columns(DUTY), rows, say(*phrases.DUTIES))


def _duty(change: Duty, say: Phrases) -> tuple[str, ...]:
    duty = change.due.obligation
    evidence = f"{say.with_date(change.new)}, {change.new.source.id}" if change.new else ""
    return (_result(change, say), say.task(duty), duty.by, say.due(duty), evidence)


def _result(change: Duty, say: Phrases) -> str:
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
            day = say.due(by.obligation)
            pair = (f"dời hạn: {day}", f"moved: {day}")
        case StillOpen(overdue=True):
            pair = ("quá hạn, chưa rõ kết quả", "overdue, result not known")
        case StillOpen(due=due):
            pair = ("chưa đến hạn", "not yet due") if due.obligation.due.first else ("còn mở", "open")
        case _:
            assert_never(change)
    return say(*pair)
