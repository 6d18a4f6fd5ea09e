"""The coverage map: how many observations each quarter has of each indicator, so that gaps are visible."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.text.quarters import quarters_between
from egov_tracker.values import NamedTuple
from egov_tracker.views.page import Align, Column, Lang, Page, Section, Table
from egov_tracker.views.phrases import Phrases

if TYPE_CHECKING:
    from collections.abc import Iterable

    from egov_tracker.model.catalogue import Indicator
    from egov_tracker.model.observation import Snapshot
    from egov_tracker.text.quarters import Quarter

GAP = "·"
QUARTERS = 12


class Coverage(NamedTuple):
    """How many observations each quarter holds of each indicator; quarters without a snapshot are there too."""

    quarters: tuple[Quarter, ...]
    present: frozenset[Quarter]
    indicators: tuple[Indicator, ...]
    counts: dict[tuple[str, Quarter], int]


def view_coverage(snapshots: Iterable[Snapshot], catalogue: dict[str, Indicator]) -> Coverage:
    """Count the observations by indicator and quarter; the snapshots are taken one by one and not kept in memory."""
    counts: dict[tuple[str, Quarter], int] = {}
    present: list[Quarter] = []
    for snapshot in snapshots:
        present.append(snapshot.period)
        for seen in snapshot.observations:
            key = (seen.indicator.id, snapshot.period)
            counts[key] = counts.get(key, 0) + 1
    span = quarters_between(min(present), max(present)) if present else ()
    return Coverage(span, frozenset(present), tuple(catalogue.values()), counts)


def coverage_page(coverage: Coverage, data: str, lang: Lang) -> Page:
    """Tables of three years each: a row an indicator, a column a quarter, a dot where there is no observation."""
    say = Phrases(lang)
    missing = [str(quarter) for quarter in coverage.quarters if quarter not in coverage.present]
    lead = [say.data(data)]
    if missing:
        lead.append(f"{say('Quý chưa có số liệu', 'No snapshot')}: {', '.join(missing)}")
    title = say("Số lượng số liệu theo chỉ tiêu và theo quý", "Observations by indicator and quarter")
    spans = [coverage.quarters[start : start + QUARTERS] for start in range(0, len(coverage.quarters), QUARTERS)]
    sections = tuple(Section(f"{span[0]}–{span[-1]}", (_table(coverage, span, say),)) for span in spans)
    return Page(lang, title, tuple(lead), sections)


def _table(coverage: Coverage, span: tuple[Quarter, ...], say: Phrases) -> Table:
    name = Column(say("Chỉ tiêu", "Indicator"))
    columns = (Column(f"{quarter.year % 100:02} Q{quarter.number}", Align.RIGHT) for quarter in span)
    rows = tuple(_row(indicator, coverage, span) for indicator in coverage.indicators)
    return Table((name, *columns), rows, f"{span[0]}–{span[-1]}")


def _row(indicator: Indicator, coverage: Coverage, span: tuple[Quarter, ...]) -> tuple[str, ...]:
    cells = (coverage.counts.get((indicator.id, quarter)) for quarter in span)
    return (indicator.id, *(str(count) if count else GAP for count in cells))
