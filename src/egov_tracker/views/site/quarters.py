"""The page of a quarter: every figure of it, and by name who is outstanding, under way or exempt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.inference.body_status import State
from egov_tracker.views.observation_table import CELLS, ObservationTable, without_empty_columns
from egov_tracker.views.page import Items, Page, Section, Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from egov_tracker.text.quarters import Quarter
    from egov_tracker.views.observation import ObservationView
    from egov_tracker.views.phrases import Phrases

NAMED = (State.OUTSTANDING, State.EXEMPT)


def quarter_page(quarter: Quarter, first: Sequence[Section], views: Sequence[ObservationView], say: Phrases) -> Page:
    """The first screen, then a section an indicator: its figures, and who is outstanding or exempt by name."""
    table = ObservationTable(views, say)
    period, count = say.quarter_in_title(quarter), len(views)
    return Page(
        lang=say.lang,
        title=say(
            f"Tình hình thực hiện Nghị quyết số 36a/NQ-CP {period}", f"Implementation of Resolution 36a/NQ-CP, {period}"
        ),
        lead=(
            say(
                f"{count} số liệu trong {len(table.sources)} văn bản",
                f"{count} figures in {len(table.sources)} documents",
            ),
        ),
        sections=(*first, *_sections(table)),
        footnotes=table.footnotes,
        sources=table.sources,
        source_keys=table.source_keys,
        headings=say.headings,
    )


def _sections(table: ObservationTable) -> Iterator[Section]:
    columns = table.say.columns(CELLS)
    for indicator, views in table.by_indicator():
        name = table.say.indicator(indicator)
        figures = without_empty_columns(Table(columns, tuple(map(table.row, views)), name))
        named = tuple(text for view in views for text in _named(view, table))
        yield Section(name, (figures, Items(named)) if named else (figures,))


def _named(view: ObservationView, table: ObservationTable) -> Iterator[str]:
    say = table.say
    for state in NAMED:
        if statuses := view.counts.bodies(state) if view.counts else ():
            yield f"{table.place(view)}, {say.state(state).lower()} ({len(statuses)}): {say.statuses(statuses)}"
