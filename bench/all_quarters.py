"""Print the status of every quarter, one trend, the overview or one body: for the benchmark of trends."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from bench.generated import INDICATORS
from egov_tracker.render.contents import TrendContent
from egov_tracker.render.formats import TABLE, Means
from egov_tracker.render.outputs.history import TREND
from egov_tracker.render.text import render_text
from egov_tracker.store.discovery import DataFolder, Origin
from egov_tracker.store.ledger import Ledger
from egov_tracker.store.lookup import find_body
from egov_tracker.views.agency import AgencyViews, agency_page
from egov_tracker.views.page import Lang
from egov_tracker.views.status import Filters, status_page, view_status
from egov_tracker.views.trend.lines import Trends, find_subject, view_lines, view_trend

if TYPE_CHECKING:
    from egov_tracker.model.observation import Snapshot


def main(wanted: str, ledger: Ledger) -> None:
    """All of them read the same snapshots anew and print a page, or one page a quarter."""
    snapshots = [*ledger.snapshots()]
    if wanted == "status":
        sys.stdout.write(statuses(snapshots, ledger))
    else:
        sys.stdout.write(agency(snapshots, ledger) if wanted == "agency" else trends(wanted, snapshots, ledger))


def statuses(snapshots: list[Snapshot], ledger: Ledger) -> str:
    """The pages of `egov status`."""
    views = (view_status(snapshot, ledger.definitions, Filters(), Lang.VI) for snapshot in snapshots)
    return "".join(render_text(status_page(view, "", "", Lang.VI, agencies=False)) for view in views)


def agency(snapshots: list[Snapshot], ledger: Ledger) -> str:
    """The page of `egov agency`, of one body."""
    body = find_body("Bộ Tài chính", ledger.definitions)
    view = AgencyViews(snapshots, ledger.definitions, ledger.obligations, Lang.VI).of(body)
    return render_text(agency_page(view, ""))


def trends(wanted: str, snapshots: list[Snapshot], ledger: Ledger) -> str:
    """The page of `egov trend`, of one indicator or of all."""
    known = ledger.definitions
    if wanted == "trend":
        subject = find_subject(INDICATORS[0], known.catalogue)
        views = [view_trend(subject, snapshots, known, ledger.obligations)]
    else:
        views = [*view_lines(snapshots, known)]
    name = INDICATORS[0] if wanted == "trend" else None
    content = TrendContent(Trends(tuple(views), ledger.quarters, name), known, ledger.folder, Lang.VI)
    means = Means(templates=None, reference=None, width=None, styled=False, excel=False)
    return str(TREND.renderers[TABLE](content, means))


main(sys.argv[1], Ledger(DataFolder(Origin.OPTION, Path(sys.argv[2]))))
