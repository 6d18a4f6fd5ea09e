"""IV. Who is late: the matrix of bodies and indicators, how long, how often reminded; and where in the country."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.inference.body_history import BodyHistories
from egov_tracker.inference.outstanding import outstanding_bodies
from egov_tracker.inference.reminders import reminders_of
from egov_tracker.views.first_screen import LATE_ON
from egov_tracker.views.page import Align, Column, Paragraph, Table
from egov_tracker.views.trend.tiles import tiles_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from egov_tracker.inference.outstanding import Waiting
    from egov_tracker.model.catalogue import Indicator
    from egov_tracker.model.registry import Body
    from egov_tracker.views.page import Block
    from egov_tracker.views.report.content import ReportView

MOST_ROWS = 16
LATE = "●"
LEAST_TILES = 3


def late_blocks(report: ReportView, caption: str) -> Iterator[Block]:
    """The matrix; where it would be too long, of those who are late on several indicators, and how many others."""
    say, waiting = report.say, report.waiting
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
    in_a_row, reminded = _Streaks(report), _Reminders(report)
    rows = tuple(
        (
            say.body(one.body),
            *(LATE if indicator.id in one.observations else "" for indicator in indicators),
            str(in_a_row.of(one)),
            str(reminded.of(one.body) or ""),
        )
        for one in waiting
    )
    return Table(columns, rows, caption)


def _indicators(waiting: Sequence[Waiting]) -> list[Indicator]:
    found = {seen.indicator.id: seen.indicator for one in waiting for seen in one.observations.values()}
    counts = {name: sum(name in one.observations for one in waiting) for name in found}
    return sorted(found.values(), key=lambda one: -counts[one.id])


class _Streaks:
    """In how many quarters of the ledger, one after the other up to this one, a body was outstanding on anything."""

    def __init__(self, report: ReportView) -> None:
        registry = report.definitions.registry
        self._quarters = [
            {one.body.id: set(one.observations) for one in outstanding_bodies(snapshot, registry)}
            for snapshot in reversed(report.snapshots)
        ]

    def of(self, waiting: Waiting) -> int:
        """The longest streak of any of its indicators."""
        return max(self._streak(waiting.body, name) for name in waiting.observations)

    def _streak(self, body: Body, indicator: str) -> int:
        streak = 0
        for quarter in self._quarters:
            if indicator not in quarter.get(body.id, set()):
                break
            streak += 1
        return streak


class _Reminders:
    """How many documents asked a body to do something, by what the ledger tells up to this quarter."""

    def __init__(self, report: ReportView) -> None:
        self._histories = BodyHistories(report.snapshots, report.definitions.registry)
        self._filters = report.filters

    def of(self, body: Body) -> int:
        """The number of its reminders."""
        reminded = reminders_of(self._histories.of(body))
        return sum(one.times for one in reminded if self._filters.wants_indicator(one.indicator.id))


def map_blocks(report: ReportView) -> Iterator[Block]:
    """Where in the country the outstanding provinces are, of every list that names some."""
    for view in report.views:
        named = view.observation.outstanding.bodies if view.observation.outstanding else ()
        if sum(body.kind.is_local for body in named) >= LEAST_TILES and not view.observation.is_repeated:
            say = report.say
            caption = f"{say.indicator(view.observation.indicator)}, {say.with_date(view.observation)}"
            drawn = tiles_of(view, caption, say)
            if drawn:
                yield drawn
