"""I. The summary: five to eight sentences made from the facts, each with the numbers of its sources and notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.inference.obligations import MET_OUTCOMES, Outcome
from egov_tracker.views.first_screen import LATE_ON
from egov_tracker.views.phrases import plural
from egov_tracker.views.sentences import due_words, indicator_sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from egov_tracker.inference.obligations import Verdict
    from egov_tracker.inference.outstanding import Waiting
    from egov_tracker.views.headlines import HeadlineView
    from egov_tracker.views.phrases import Phrases
    from egov_tracker.views.report.content import ReportView

MOST_INDICATORS, MOST_NAMES = 4, 3
RESULTS = {
    ("đã hoàn thành", "done"): MET_OUTCOMES,
    ("không hoàn thành đúng thời hạn", "not done by the due date"): frozenset({Outcome.MISSED}),
    ("chưa rõ kết quả", "with no result known"): frozenset({Outcome.OVERDUE}),
}
WEIGHTIEST_FIRST = (Outcome.MISSED, Outcome.OVERDUE, Outcome.MET_LATE, Outcome.SHOWN_LATER, Outcome.MET)


def summary_sentences(report: ReportView, waiting: Sequence[Waiting]) -> tuple[str, ...]:
    """The sentences: on the leading figures, on what changed, on who is late, on what was and will be due."""
    bodies = _on_bodies(waiting, report.say)
    return (*_on_figures(report), *_on_changes(report), *bodies, *_on_obligations(report))


def _on_figures(report: ReportView) -> Iterator[str]:
    shown = [view for view in report.headlines if view.shown] or list(report.headlines)
    groups = [views for _, views in report.by_indicator(shown)]
    weighty = sorted(groups, key=lambda views: min(map(_weight, views)))[:MOST_INDICATORS]
    for views in groups:
        if views in weighty:
            sentence = indicator_sentence([view.headline for view in views], report.say)
            yield f"{sentence} {report.references(seen for view in views for seen in view.observations)}"


def _weight(view: HeadlineView) -> int:
    outcome = view.verdict.outcome if view.verdict else None
    return WEIGHTIEST_FIRST.index(outcome) if outcome in WEIGHTIEST_FIRST else len(WEIGHTIEST_FIRST)


def _on_changes(report: ReportView) -> Iterator[str]:
    """How many figures rose, fell, stayed, and how many cannot be compared; nothing where there was nothing before."""
    changes = [view.headline.change for view in report.headlines if view.headline.change]
    if not changes:
        return
    deltas = [one.units if one.units is not None else one.points for one in changes if one.comparable]
    up, down = sum(bool(one and one > 0) for one in deltas), sum(bool(one and one < 0) for one in deltas)
    same, apart = len(deltas) - up - down, len(changes) - len(deltas)
    say = report.say
    left = [one.outstanding for one in changes if not one.comparable and one.outstanding]
    fewer, more = sum(new < old for old, new in left), sum(new > old for old, new in left)
    apart -= fewer + more
    counts = (
        (up, f"{up} số liệu tăng", f"{plural(up, 'figure')} rose"),
        (down, f"{down} số liệu giảm", f"{plural(down, 'figure')} fell"),
        (fewer, f"{fewer} nơi số chưa hoàn thành giảm", f"in {plural(fewer, 'place')} fewer are outstanding"),
        (more, f"{more} nơi số chưa hoàn thành tăng", f"in {plural(more, 'place')} more are outstanding"),
        (same, f"{same} số liệu không thay đổi", f"{plural(same, 'figure')} did not change"),
        (apart, f"{apart} số liệu không so sánh được", f"{plural(apart, 'figure')} cannot be compared"),
    )
    told = ", ".join(say(vi, en) for count, vi, en in counts if count)
    yield say(f"So với lần có số liệu trước, {told} (mục II).", f"Since the figures before, {told} (part II).")


def _on_bodies(waiting: Sequence[Waiting], say: Phrases) -> Iterator[str]:
    late = [one for one in waiting if len(one.observations) >= LATE_ON]
    if not late:
        return
    shown = late[:MOST_NAMES]
    names = "; ".join(f"{say.body(one.body)} ({len(one.observations)})" for one in shown)
    more = say(f" và {len(late) - len(shown)} cơ quan khác", f" and {len(late) - len(shown)} more")
    rest = more if len(late) > len(shown) else ""
    yield say(
        f"{len(late)} cơ quan được nêu tên là chưa hoàn thành từ 2 chỉ tiêu trở lên: {names}{rest} (mục IV).",
        f"Named as outstanding on 2 indicators or more: {len(late)}, among them {names}{rest} (part IV).",
    )


def _on_obligations(report: ReportView) -> Iterator[str]:
    say, period = report.say, report.snapshot.period
    due = [one for one in report.verdicts if (day := one.obligation.deadline_known_in(period)) and period.contains(day)]
    due = [one for one in due if one.outcome is not Outcome.MOVED]
    if due:
        yield _fallen_due(due, say)
    coming = [
        (day, one.obligation)
        for one in report.verdicts
        if one.outcome is Outcome.OPEN and (day := one.obligation.deadline)
    ]
    if coming:
        _, bound = min(coming, key=lambda pair: pair[0])
        yield say(
            f"Nhiệm vụ sắp đến hạn: {say.task(bound)} ({due_words(bound, say)}).",
            f"Due next: {say.task(bound)} ({due_words(bound, say)}).",
        )


def _fallen_due(due: Sequence[Verdict], say: Phrases) -> str:
    """How what fell due in the quarter stands, result by result."""
    counts = {words: sum(one.outcome in outcomes for one in due) for words, outcomes in RESULTS.items()}
    told = ", ".join(f"{count} {say(*words)}" for words, count in counts.items() if count)
    return say(
        f"Trong quý có {len(due)} nhiệm vụ đến hạn: {told} (mục V).",
        f"{plural(len(due), 'obligation')} fell due in the quarter: {told} (part V).",
    )
