"""Which function applies which rule of `egov check`.

A rule that is not here is applied while a file is read (YML, SHP, most of REG, FIG001, SRC001), or is REM001, which
`checks/run.py` applies last, when it is known which remarks explained something.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.checks import (
    anchors,
    conflicts,
    figures,
    growth,
    obligations,
    parts,
    registry,
    remarks,
    reversals,
    series,
    sources,
    totals,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from egov_tracker.checks.context import CheckContext, Diagnostic

CHECKS: dict[str, Callable[[CheckContext], Iterator[Diagnostic]]] = {
    "REG004": registry.find_repeated_bodies,
    "REG006": registry.find_population_mismatches,
    "REG007": registry.find_wrong_groups,
    "FIG002": figures.find_miscounted_lists,
    "FIG003": figures.find_unbalanced_sums,
    "FIG004": figures.find_wrong_percentages,
    "FIG005": totals.find_wrong_totals,
    "FIG006": totals.find_far_approximations,
    "FIG007": figures.find_conflicting_states,
    "FIG008": parts.find_parts_above_wholes,
    "SRC001": sources.find_undefined_links,
    "SRC002": sources.find_unused_sources,
    "SRC003": sources.find_future_dates,
    "SRC004": sources.find_out_of_period,
    "SRC005": sources.find_undated,
    "SRC006": anchors.find_misplaced,
    "SRC007": anchors.find_changed_sources,
    "SER001": series.find_falls,
    "SER002": series.find_changed_denominators,
    "SER003": series.find_breaks,
    "SER004": conflicts.find_disagreements,
    "SER005": series.find_cumulative_falls,
    "SER006": reversals.find_reversals,
    "SER007": series.find_changed_publishers,
    "SER008": growth.find_growths,
    "OBL001": obligations.find_missed_dates,
    "OBL002": obligations.find_moved_dates,
    "OBL003": obligations.find_missed_targets,
    "OBL004": obligations.find_contradicting_dates,
    "REM002": remarks.find_expired_remarks,
}
