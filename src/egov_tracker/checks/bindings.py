"""The table of rules: id, level, title, and the function that sees it."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, NamedTuple

from egov_tracker.checks import (
    conflicts,
    figures,
    obligations,
    pages,
    registry,
    remarks,
    reversals,
    series,
    sources,
    totals,
)
from egov_tracker.model.terms import Level

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from egov_tracker.checks.context import CheckContext, Diagnostic

ERROR, WARNING, NOTE = Level.ERROR, Level.WARNING, Level.NOTE


class Rule(NamedTuple):
    """A rule; `check` is None where the reader of the files sees it."""

    id: str
    level: Level
    title: str
    check: Callable[[CheckContext], Iterator[Diagnostic]] | None = None
    doc: str | None = None

    @property
    def page(self) -> str:
        """What it saw, why it matters, what to do; in Markdown."""
        return inspect.cleandoc(
            pages.PAGES.get(self.id) or self.doc or (self.check.__doc__ if self.check else None) or ""
        )

    @property
    def summary(self) -> str:
        """The first sentence of the page."""
        return self.page.partition("\n\n")[0].replace("\n", " ")


RULES = (
    Rule("YML001", ERROR, "not UTF-8"),
    Rule("YML002", ERROR, "not YAML"),
    Rule("YML003", ERROR, "repeated key"),
    Rule("YML004", ERROR, "too large or too deep once aliases are expanded"),
    Rule("SHP001", ERROR, "unknown field"),
    Rule("SHP002", ERROR, "missing field"),
    Rule("SHP003", ERROR, "wrong kind of value"),
    Rule("SHP004", ERROR, "not a Vietnamese number"),
    Rule("REG001", ERROR, "unknown body"),
    Rule("REG002", ERROR, "body did not exist at that date"),
    Rule("REG003", ERROR, "body is not of that group"),
    Rule("REG004", WARNING, "body named twice", registry.find_repeated_bodies),
    Rule("REG005", ERROR, "unknown indicator"),
    Rule("REG006", WARNING, "N differs from the registry's count at that date", registry.find_population_mismatches),
    Rule("FIG001", ERROR, "done exceeds N"),
    Rule("FIG002", WARNING, "stated count is not the number of names", figures.find_miscounted_lists),
    Rule("FIG003", WARNING, "done + outstanding + exempt is not N", figures.find_unbalanced_sums),
    Rule("FIG004", WARNING, "printed percentage does not recompute", figures.find_wrong_percentages),
    Rule("FIG005", WARNING, "parts do not add up to the printed total", totals.find_wrong_totals),
    Rule("FIG006", WARNING, "approximate figure is far from the exact one", totals.find_far_approximations),
    Rule("FIG007", WARNING, "body in two states at once", figures.find_conflicting_states),
    Rule("SRC001", ERROR, "undefined source", sources.find_undefined_links),
    Rule("SRC002", WARNING, "unused source", sources.find_unused_sources),
    Rule("SRC003", ERROR, "as-of date later than the document", sources.find_future_dates),
    Rule("SRC004", WARNING, "as-of date outside the period", sources.find_out_of_period),
    Rule("SRC005", NOTE, "as-of date unknown", sources.find_undated),
    Rule("SER001", WARNING, "one-way indicator falls", series.find_falls),
    Rule("SER002", WARNING, "N changes", series.find_changed_denominators),
    Rule("SER003", NOTE, "break in series", series.find_breaks),
    Rule("SER004", WARNING, "two figures for one quantity at one date", conflicts.find_disagreements),
    Rule("SER005", WARNING, "cumulative count falls", series.find_cumulative_falls),
    Rule("SER006", WARNING, "body goes back from done to outstanding", reversals.find_reversals),
    Rule("SER007", NOTE, "publisher of the figures changes", series.find_changed_publishers),
    Rule("OBL001", NOTE, "due date passed, not done", obligations.find_missed_dates),
    Rule("OBL002", NOTE, "due date moved", obligations.find_moved_dates),
    Rule("OBL003", NOTE, "target missed", obligations.find_missed_targets),
    Rule("OBL004", WARNING, "two due dates or targets for one task", obligations.find_contradicting_dates),
    Rule("REM001", WARNING, "remark explains nothing", doc=remarks.find_unused_remarks.__doc__),
    Rule("REM002", WARNING, "remark no longer holds", remarks.find_expired_remarks),
)
BY_ID = {rule.id: rule for rule in RULES}
