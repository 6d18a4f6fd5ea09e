"""IV. Who is late: the matrix of bodies and indicators, how long, how often reminded."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from egov_tracker.inference.outstanding import outstanding_bodies
from egov_tracker.inference.reminders import count_reminders
from egov_tracker.views.first_screen import LATE_ON
from egov_tracker.views.page import Align, Column, Paragraph, Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from egov_tracker.inference.outstanding import Waiting
    from egov_tracker.model.catalogue import Indicator
    from egov_tracker.views.page import Block
    from egov_tracker.views.report.content import ReportView

MOST_ROWS = 16
LATE = "●"


def late_blocks(report: ReportView, waiting: Sequence[Waiting], caption: str) -> Iterator[Block]:
    """The matrix; where it would be too long, of those who are late on several indicators, and how many others."""
    say = report.say
    if not waiting:
        yield Paragraph(say("Không nguồn nào nêu tên cơ quan chưa hoàn thành.", "No source names who is outstanding."))
        return
    rows = waiting if len(waiting) <= MOST_ROWS else [one for one in waiting if len(one.observations) >= LATE_ON]
    if rows:
        yield _matrix(rows, report, caption)
    others = len(waiting) - len(rows)
    if others:
        yield Paragraph(
            say(
                f"Ngoài ra có {others} cơ quan được nêu tên ở một chỉ tiêu (mục III).",
                f"Besides, {others} are named on one indicator (part III).",
            )
        )


def _matrix(waiting: Sequence[Waiting], report: ReportView, caption: str) -> Table:
    say = report.say
    indicators = _indicators(waiting)
    columns = (
        Column(say("Cơ quan", "Body")),
        *(Column(say.short(one), Align.CENTER) for one in indicators),
        Column(say("Số quý liên tiếp", "Quarters in a row"), Align.CENTER),
        Column(say("Số lần đôn đốc", "Reminders"), Align.CENTER),
    )
    in_a_row, reminded = _streaks(waiting, report), _reminders(report)
    rows = tuple(
        (
            say.body(one.body),
            *(LATE if indicator.id in one.observations else "" for indicator in indicators),
            str(in_a_row[one.body.id]),
            str(reminded[one.body.id] or ""),
        )
        for one in waiting
    )
    return Table(columns, rows, caption)


def _indicators(waiting: Sequence[Waiting]) -> list[Indicator]:
    found = {seen.indicator.id: seen.indicator for one in waiting for seen in one.observations.values()}
    counts = {name: sum(name in one.observations for one in waiting) for name in found}
    return sorted(found.values(), key=lambda one: -counts[one.id])


def _streaks(waiting: Sequence[Waiting], report: ReportView) -> Counter[str]:
    """By body, in how many quarters of the ledger, one after the other up to this one, it was outstanding on the same.

    The longest of its indicators counts.
    """
    still = {(one.body.id, name) for one in waiting for name in one.observations}
    streaks = Counter({body for body, _ in still})
    for snapshot in reversed(report.snapshots[:-1]):
        if not still:
            break
        before = outstanding_bodies(snapshot, report.definitions.registry)
        still &= {(one.body.id, name) for one in before for name in one.observations}
        streaks.update({body for body, _ in still})
    return streaks


def _reminders(report: ReportView) -> Counter[str]:
    """By body, how many documents asked it to do something, by what the ledger tells up to this quarter."""
    found = Counter[str]()
    for (body, indicator), times in count_reminders(report.snapshots).items():
        found[body] += times if report.filters.wants_indicator(indicator) else 0
    return found
