"""II. The table of the headlines, and III. the results of each indicator in sentences, with names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.views.first_screen import change_mark, due_mark, figure_bar, named_headlines
from egov_tracker.views.page import Across, Align, Chart, Drawn, Items, Paragraph, Strip
from egov_tracker.views.sentences import (
    change_sentence,
    headline_sentence,
)
from egov_tracker.views.trend.bars import legend_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from egov_tracker.model.observation import Observation
    from egov_tracker.views.headlines import HeadlineView
    from egov_tracker.views.page import Block
    from egov_tracker.views.phrases import Phrases
    from egov_tracker.views.report.content import ReportView

COLUMNS = (
    (("Chỉ tiêu, cơ quan", "Indicator, bodies"), Align.LEFT),
    (("Kỳ trước", "Before"), Align.LEFT),
    (("Kỳ này", "Now"), Align.LEFT),
    (("Hình", "Bar"), Align.LEFT),
    (("Thay đổi", "Change"), Align.LEFT),
    (("Mục tiêu, thời hạn, đánh giá", "Target, due, verdict"), Align.LEFT),
)
BAR, BAR_WIDTH = 3, 10
MOST_DONE = 5  # names of those who have done it


def result_table(report: ReportView, caption: str) -> tuple[Block, ...]:
    """A row a headline: what it was, what it is, what was due and how that stands."""
    entries = tuple(_entries(report.headlines, report))
    chart = Chart(report.say.columns(COLUMNS), entries, caption, BAR, BAR_WIDTH).without_empty_columns
    legend = legend_of((entry.bar for entry in entries if isinstance(entry, Drawn)), report.say)
    return (chart, legend) if legend and len(legend.signs) > 1 else (chart,)


def _entries(views: Sequence[HeadlineView], report: ReportView) -> Iterator[Across | Drawn]:
    for name, view in named_headlines(views, report.say):
        if view:
            yield Drawn(_cells(name, view, report.say), figure_bar(view.observation))
        else:
            yield Across(Strip.HEADING, name)


def _cells(name: str, view: HeadlineView, say: Phrases) -> tuple[str, ...]:
    seen, change = view.observation, view.headline.change
    return (
        name,
        _figure(change.before, say) if change else say("chưa có", "none"),
        _figure(seen, say),
        "",
        change_mark(change, say) if change else "",
        due_mark(view.verdict, seen, say),
    )


def _figure(seen: Observation, say: Phrases) -> str:
    return f"{say.value(seen)} ({say.day_short(seen.as_of)})"


def result_sentences(report: ReportView) -> Iterator[Block]:
    """For each indicator a point a headline: what it says, change, verdict, other sources of its date."""
    for number, (indicator, views) in enumerate(report.by_indicator(report.headlines), 1):
        if len(views) == 1:
            yield Paragraph(f"{number}. {_sentences(views[0], report)}")
        else:
            yield Paragraph(f"{number}. {report.say.indicator(indicator)}")
            yield Items(tuple(_sentences(view, report) for view in views))


def _sentences(view: HeadlineView, report: ReportView) -> str:
    say, headline = report.say, view.headline
    texts = [headline_sentence(headline, say, most_done=MOST_DONE)]
    if headline.change:
        texts.append(change_sentence(headline, say))
    for rival in headline.point.rivals:
        if rival is not headline.lists:
            number = report.references((rival,))
            text = say(
                f"Nguồn khác của cùng ngày ghi {say.value(rival)}",
                f"Another source of that date prints {say.value(rival)}",
            )
            texts.append(f"{text} {number}.")
    return f"{' '.join(texts)} {report.references(_cited(view))}".strip()


def _cited(view: HeadlineView) -> tuple[Observation, ...]:
    lists = view.headline.lists
    return (view.observation, *([lists] if lists and lists is not view.observation else []))
