"""The overview of trends: a row for each line of the ledger, with its first and last figure and what compares."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.inference.trend import Gap
from egov_tracker.views.page import Across, Align, Chart, Drawn, Page, Section, Strip
from egov_tracker.views.phrases import Phrases
from egov_tracker.views.trend.page import subject_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from egov_tracker.model.observation import Observation
    from egov_tracker.views.page import Lang
    from egov_tracker.views.trend.lines import Line, TrendView

COLUMNS = (
    (("Cơ quan", "Bodies"), Align.LEFT),
    (("Số lần", "Figures"), Align.RIGHT),
    (("Đầu tiên", "First"), Align.LEFT),
    (("Gần nhất", "Latest"), Align.LEFT),
    (("So sánh được", "Comparable"), Align.RIGHT),
    (("Quý trống", "Empty quarters"), Align.RIGHT),
)


def overview_page(views: Sequence[TrendView], data: str, lang: Lang) -> Page:
    """Each indicator or series under the name that `egov trend` takes, and a row for each of its lines."""
    say = Phrases(lang)
    title = say("Diễn biến qua các quý", "Trends over all quarters")
    entries = tuple(entry for view in views for entry in _entries(view, say))
    explained = say(
        "So sánh được: bao nhiêu trong số các bước từ một ngày đến ngày sau trừ được cho nhau.",
        "Comparable: how many of the steps from one date to the next may be subtracted.",
    )
    chart = Chart(say.columns(COLUMNS), entries, title)
    return Page(lang, title, (say.data(data), explained), (Section("", (chart,)),))


def _entries(view: TrendView, say: Phrases) -> Iterator[Across | Drawn]:
    yield Across(Strip.HEADING, f"{subject_name(view.subject, say)} ({view.subject.name})")
    yield from (Drawn(_row(line, say)) for line in view.lines)


def _row(line: Line, say: Phrases) -> tuple[str, ...]:
    points, steps = line.timeline.points, line.timeline.steps
    latest = line.timeline.headline
    return (
        say.who(line.first),
        str(sum(len(mark.witnesses) for mark in (*line.marks, *line.undated))),
        _shown(line.first, say),
        _shown(latest.observation, say) if latest and len(points) > 1 else "",
        f"{sum(step.comparable for step in steps)}/{len(steps)}" if steps else "",
        str(sum(len(row.quarters) for row in line.rows if isinstance(row, Gap)) or ""),
    )


def _shown(seen: Observation, say: Phrases) -> str:
    return f"{say.figure(seen) or say('danh sách', 'list')} ({say.days(seen)})"
