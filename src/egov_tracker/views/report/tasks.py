"""V. What was due in the quarter, what is overdue from before, what is due next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.inference.obligations import Outcome
from egov_tracker.views.page import Align, Paragraph, Table
from egov_tracker.views.phrases import plural
from egov_tracker.views.sentences import due_words, outcome_words, target_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from egov_tracker.inference.obligations import Verdict
    from egov_tracker.views.page import Block
    from egov_tracker.views.report.content import ReportView

COLUMNS = (
    (("Nhiệm vụ", "Task"), Align.LEFT),
    (("Cơ quan thực hiện", "By whom"), Align.LEFT),
    (("Thời hạn", "Due"), Align.LEFT),
    (("Đánh giá", "Result"), Align.LEFT),
)
PAST = frozenset({Outcome.MISSED, Outcome.OVERDUE})
MOST_NOW, MOST_NEXT = 6, 2


def task_blocks(report: ReportView, caption: str) -> Iterator[Block]:
    """A table of what fell due in the quarter and of what is due next, and how many others are overdue."""
    say, period = report.say, report.snapshot.period
    dated = [(day, one) for one in report.verdicts if (day := one.obligation.deadline_known_in(period))]
    live = [(day, one) for day, one in sorted(dated, key=lambda pair: pair[0]) if one.outcome is not Outcome.MOVED]
    now = _joined([one for day, one in live if period.contains(day)], report)
    coming = _joined([one for day, one in live if day > period.last_day], report)
    shown, more = (*now[:MOST_NOW], *coming[:MOST_NEXT]), len(now[MOST_NOW:]) + len(coming[MOST_NEXT:])
    if shown:
        yield Table(say.columns(COLUMNS), shown, caption)
    else:
        yield Paragraph(say("Không có nhiệm vụ đến hạn trong quý.", "Nothing fell due in the quarter."))
    if more:
        yield Paragraph(
            say(f"Còn {more} nhiệm vụ khác trong quý hoặc sắp đến hạn.", f"{more} more in the quarter or due next.")
        )
    before = [one for day, one in live if day < period.first_day and one.outcome in PAST]
    if before:
        yield Paragraph(
            say(
                f"Từ các quý trước còn {len(before)} nhiệm vụ không hoàn thành đúng thời hạn hoặc chưa rõ kết quả.",
                f"From earlier quarters {plural(len(before), 'obligation')} "
                f"{'was' if len(before) == 1 else 'were'} not done by the due date or have no known result.",
            )
        )


def _joined(verdicts: Sequence[Verdict], report: ReportView) -> list[tuple[str, ...]]:
    """A row a task: what several have to do by one day, with one result, is one row."""
    say = report.say
    found: dict[tuple[str, str, str], list[str]] = {}
    for verdict in verdicts:
        bound = verdict.obligation
        result = outcome_words(verdict.outcome, say)
        whom = say.by(bound)
        target = target_words(bound, say)
        found.setdefault((say.task(bound), due_words(bound, say), result), []).append(
            f"{whom} ({target})" if target else whom
        )
    return [(task, "; ".join(whom), due, result) for (task, due, result), whom in found.items()]
