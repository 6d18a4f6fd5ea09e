"""The builders of the records of a trend."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.inference.comparability import points_between, units_between
from egov_tracker.inference.trend import Break, Gap, Mark, Target, place_of
from egov_tracker.views.diff.records import obligation_record, outcome_record
from egov_tracker.views.observation import view_observation
from egov_tracker.views.records import envelope_record, json_number, observation_record, origin_record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from egov_tracker.inference.obligations import Verdict
    from egov_tracker.store.discovery import DataFolder
    from egov_tracker.store.ledger import Definitions
    from egov_tracker.views.page import Lang
    from egov_tracker.views.trend.bars import Bar
    from egov_tracker.views.trend.lines import Line, Trends
    from egov_tracker.views.trend.record_types import (
        BarRecord,
        BreakRecord,
        GapRecord,
        LineRecord,
        MarkRecord,
        TargetRecord,
        TrendRecord,
    )


def trend_record(trends: Trends, definitions: Definitions, folder: DataFolder, lang: Lang) -> TrendRecord:
    """The lines of these views, in their order; `lang` is the language of the footnotes."""
    builder = _Builder(definitions, lang)
    return {
        **envelope_record(folder),
        "subject": trends.subject,
        "quarters": [str(quarter) for quarter in trends.quarters],
        "lines": [builder.line(line) for view in trends.views for line in view.lines],
        "others": [_target(verdict) for view in trends.views for verdict in view.others],
    }


class _Builder:
    def __init__(self, definitions: Definitions, lang: Lang) -> None:
        self.definitions, self.lang = definitions, lang

    def line(self, line: Line) -> LineRecord:
        first = line.first
        indicators = {mark.observation.indicator.id for mark in (*line.marks, *line.undated)}
        return {
            "series": first.indicator.series,
            "indicators": [name for name in self.definitions.catalogue if name in indicators],
            "group": str(first.group),
            "breakdown": dict(first.breakdown),
            "kind": first.kind,
            "rows": list(self.rows(line)),
            "repeated": line.repeated,
        }

    def rows(self, line: Line) -> Iterator[MarkRecord | GapRecord | BreakRecord | TargetRecord]:
        bars = iter(line.bars)
        for row in (*line.rows, *line.undated):
            if isinstance(row, Mark):
                yield self.mark(row, next(bars, None))
            else:
                yield _between(row)

    def mark(self, mark: Mark, bar: Bar | None) -> MarkRecord:
        seen = mark.observation
        old = mark.joined.old.observation if mark.joined else None
        return {
            "row": "mark",
            "place": str(place_of(seen)) if seen.as_of.first else None,
            "rival": mark.rival,
            "observation": observation_record(view_observation(seen, self.definitions.registry, self.lang)),
            "agreeing": [origin_record(one) for one in mark.witnesses[1:]],
            "joined": old is not None,
            "delta": json_number(units_between(old, seen)) if old else None,
            "points": json_number(points_between(old, seen)) if old else None,
            "bar": _bar(bar) if bar else None,
        }


def _bar(bar: Bar) -> BarRecord:
    return {
        "measure": bar.measure,
        "parts": [{"fill": part.fill, "size": json_number(part.size)} for part in bar.parts],
        "frame": json_number(bar.frame),
        "scale": json_number(bar.scale),
        "dashed": bar.dashed,
    }


def _between(row: Gap | Break | Target) -> GapRecord | BreakRecord | TargetRecord:
    match row:
        case Gap(quarters, present, undated):
            return {
                "row": "gap",
                "quarters": [
                    {"quarter": str(one), "snapshot": one in present, "undated": one in undated} for one in quarters
                ],
            }
        case Break(step):
            return {"row": "break", "reasons": list(step.reasons)}
        case Target(verdict):
            return _target(verdict)


def _target(verdict: Verdict) -> TargetRecord:
    return {"row": "target", "obligation": obligation_record(verdict.placed), **outcome_record(verdict)}
