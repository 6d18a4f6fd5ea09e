"""What surrounds the figures of a comparison: the map of bodies that changed, and what was due."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from egov_tracker.changes.model import Met, Missed, Moved, Reorganised, StillOpen
from egov_tracker.text.dates import parse_as_of
from egov_tracker.views import phrases
from egov_tracker.views.diff import phrases as diff_phrases
from egov_tracker.views.page import Align, Items, Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from egov_tracker.changes.model import Duty, Merger
    from egov_tracker.model.registry import Body
    from egov_tracker.views.diff.changes import DiffView
    from egov_tracker.views.page import Block, Lang

DUTY = (
    (("Kết quả", "Result"), Align.LEFT, True),
    (("Việc", "What"), Align.LEFT, True),
    (("Cơ quan", "Bodies"), Align.LEFT, True),
    (("Hạn", "Due"), Align.LEFT, True),
    (("Căn cứ", "Evidence"), Align.LEFT, True),
)


def reorganisations(view: DiffView, lang: Lang) -> Iterator[Block]:
    """What became of the bodies between the dates compared, each change of the map but once."""
    texts: dict[str, None] = {}
    for change in view.changes:
        if isinstance(change, Reorganised):
            texts |= dict.fromkeys(_merger(merger, lang) for merger in change.mergers)
            texts |= dict.fromkeys(_founded(body, lang) for body in change.created)
            texts |= dict.fromkeys(_ended(body, lang) for body in change.dissolved)
    if texts:
        yield Items(tuple(texts))


def _merger(merger: Merger, lang: Lang) -> str:
    day = phrases.day(parse_as_of(merger.when.isoformat()), lang)
    parts = " + ".join(phrases.body(part, lang) for part in merger.parts)
    basis = (
        f" ({merger.basis.text})" if merger.basis else phrases.pick((" (chưa rõ căn cứ)", " (basis not known)"), lang)
    )
    return f"{day}: {parts} → {phrases.body(merger.body, lang)}{basis}"


def _founded(body: Body, lang: Lang) -> str:
    name = phrases.body(body, lang)
    day = phrases.day(body.valid_from, lang) if body.valid_from else "?"
    return phrases.pick((f"{day}: {name} bắt đầu thuộc nhóm này", f"{day}: {name} joins the group"), lang)


def _ended(body: Body, lang: Lang) -> str:
    name = phrases.body(body, lang)
    day = phrases.day(body.valid_to, lang) if body.valid_to else "?"
    return phrases.pick((f"{day}: {name} thôi thuộc nhóm này", f"{day}: {name} leaves the group"), lang)


def duties(view: DiffView, lang: Lang) -> Iterator[Block]:
    """The obligations that were met, missed, moved or are open, by due date."""
    rows = tuple(_duty(change, lang) for change in view.changes if isinstance(change, Met | Missed | Moved | StillOpen))
    if rows:
        yield Table(phrases.columns(DUTY, lang), rows, phrases.pick(diff_phrases.DUTIES, lang))


def _duty(change: Duty, lang: Lang) -> tuple[str, ...]:
    duty = change.due.obligation
    evidence = f"{diff_phrases.with_date(change.new, lang)}, {change.new.source.id}" if change.new else ""
    return (_result(change, lang), diff_phrases.what(duty, lang), duty.by, diff_phrases.due_date(duty, lang), evidence)


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
            day = diff_phrases.due_date(by.obligation, lang)
            pair = (f"dời hạn: {day}", f"moved: {day}")
        case StillOpen(overdue=True):
            pair = ("quá hạn, chưa rõ kết quả", "overdue, result not known")
        case StillOpen(due=due):
            pair = ("chưa đến hạn", "not yet due") if due.obligation.due.first else ("còn mở", "open")
        case _:
            assert_never(change)
    return phrases.pick(pair, lang)
