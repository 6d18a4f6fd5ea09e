"""VI. Gaps: what nobody reported in the quarter, and what its figures leave open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.inference.timeline import latest_of
from egov_tracker.model.terms import Kind
from egov_tracker.views.phrases import plural

if TYPE_CHECKING:
    from collections.abc import Iterator

    from egov_tracker.model.observation import Observation
    from egov_tracker.views.report.content import ReportView


MOST_NAMES = 8


def gap_sentences(report: ReportView) -> tuple[str, ...]:
    """What earlier quarters print and this one does not; figures without N; lists without all names; no exact day."""
    return tuple(
        text for text in (_silent(report), _without_n(report), _without_names(report), _undated(report)) if text
    )


def _silent(report: ReportView) -> str:
    say = report.say
    last = [f"{say.short(seen.indicator)} ({say.day(seen.as_of)})" for seen in _last_figures(report)]
    if not last:
        return ""
    rest = len(last) - MOST_NAMES
    more = say(f"; và {rest} chỉ tiêu khác", f"; and {rest} more") if rest > 0 else ""
    names = "; ".join(last[:MOST_NAMES]) + more
    return say(
        f"Quý này không nguồn nào nêu {len(last)} chỉ tiêu đã từng có số liệu (trong ngoặc là lần gần nhất): {names}.",
        f"No source of the quarter reports {plural(len(last), 'indicator')} of which there were figures before "
        f"(the latest in brackets): {names}.",
    )


def _last_figures(report: ReportView) -> Iterator[Observation]:
    """The latest figure of each indicator of which the quarter prints nothing, in the order of the catalogue."""
    here = {seen.indicator.id for seen in report.snapshot.observations}
    earlier = [seen for snapshot in report.snapshots[:-1] for seen in snapshot.observations]
    for name in report.definitions.catalogue:
        if name not in here and report.filters.wants_indicator(name):
            last = latest_of(seen for seen in earlier if seen.indicator.id == name and _is_asked_for(seen, report))
            if last:
                yield last


def _is_asked_for(seen: Observation, report: ReportView) -> bool:
    return report.filters.wants_group(seen)


def _without_n(report: ReportView) -> str:
    count = sum(
        one.observation.kind is Kind.ADOPTION
        and bool(one.observation.figure and one.observation.figure.count)
        and not (one.observation.base or (one.observation.figure and one.observation.figure.percent))
        for one in report.headlines
    )
    say = report.say
    return (
        say(
            f"{count} số liệu không có tổng số, nên không tính được tỷ lệ và số còn lại.",
            f"{plural(count, 'figure')} without a total, so neither a rate nor a remainder can be told.",
        )
        if count
        else ""
    )


def _without_names(report: ReportView) -> str:
    lists = [view.headline.lists.outstanding for view in report.headlines if view.headline.lists]
    count = sum(bool(one and not one.is_complete) for one in lists)
    say = report.say
    return (
        say(
            f"{count} danh sách chưa hoàn thành không nêu đủ tên, nên chưa xác định được từng cơ quan.",
            f"{plural(count, 'list')} of the outstanding without all names, so not every body is known.",
        )
        if count
        else ""
    )


def _undated(report: ReportView) -> str:
    count = sum(not view.observation.as_of.is_day for view in report.views)
    say = report.say
    return (
        say(f"{count} số liệu không nêu rõ ngày.", f"{plural(count, 'figure')} without an exact day.") if count else ""
    )
