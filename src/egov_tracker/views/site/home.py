"""The first page of a site: the first screen of the latest quarter, and the coverage map as links."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.views.coverage import GAP, view_coverage
from egov_tracker.views.page import Align, Column, Page, Section, Table
from egov_tracker.views.site.links import Linked, quarter_path, short_quarter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from egov_tracker.model.catalogue import Indicator
    from egov_tracker.views.coverage import Coverage
    from egov_tracker.views.phrases import Phrases
    from egov_tracker.views.site.links import Links
    from egov_tracker.views.tables.rows import LedgerContent


def home_page(content: LedgerContent, latest: Sequence[Section], links: Links, say: Phrases) -> Page:
    """How much the ledger holds, the first screen of its last quarter, and which quarter prints which indicator."""
    snapshots = content.snapshots
    figures = sum(len(snapshot.observations) for snapshot in snapshots)
    sources = sum(len(snapshot.sources) for snapshot in snapshots)
    lead = say(
        f"{figures} số liệu trong {sources} văn bản, {len(snapshots)} quý. "
        "Ô có dấu chấm là quý không có số liệu, không phải số không.",
        f"{figures} figures in {sources} documents, {len(snapshots)} quarters. "
        "A dot is a quarter without a figure, not a zero.",
    )
    title = say("Theo dõi Nghị quyết 36a", "Tracking Resolution 36a")
    return Page(say.lang, title, (lead,), (*latest, _coverage(content, links, say)))


def _coverage(content: LedgerContent, links: Links, say: Phrases) -> Section:
    """Which quarter prints which indicator: a count leads to the figures, a name to the indicator."""
    heading = say("Số quan sát theo chỉ tiêu và quý", "Figures by indicator and quarter")
    coverage = view_coverage(iter(content.snapshots), content.definitions.catalogue)
    columns = (
        Column(say("Chỉ tiêu", "Indicator")),
        *(Column(short_quarter(quarter), Align.RIGHT) for quarter in coverage.quarters),
    )
    there = (one for one in coverage.indicators if one.id in links.indicator_paths)
    return Section(heading, (Table(columns, tuple(_row(one, coverage, say) for one in there), heading),))


def _row(indicator: Indicator, coverage: Coverage, say: Phrases) -> tuple[str, ...]:
    counts = ((quarter, coverage.counts.get((indicator.id, quarter))) for quarter in coverage.quarters)
    cells = (Linked(str(n), f"{quarter_path(quarter)}#{indicator.id}") if n else GAP for quarter, n in counts)
    return (say.indicator(indicator), *cells)
