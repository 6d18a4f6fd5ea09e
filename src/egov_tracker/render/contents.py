"""What the commands hand to the formats: a value for each kind of output."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from egov_tracker.model.findings import Finding
    from egov_tracker.model.obligations import PlacedObligation
    from egov_tracker.model.office import OfficeFile
    from egov_tracker.model.rules import Rule
    from egov_tracker.reading.draft import Entry
    from egov_tracker.store.discovery import DataFolder
    from egov_tracker.store.ledger import Definitions
    from egov_tracker.text.quarters import Quarter
    from egov_tracker.views.agency import AgencyView
    from egov_tracker.views.coverage import Coverage
    from egov_tracker.views.diff.changes import DiffView
    from egov_tracker.views.first_screen import FirstScreen
    from egov_tracker.views.indicators import IndicatorUse
    from egov_tracker.views.letter import AppendixDocument
    from egov_tracker.views.page import Lang
    from egov_tracker.views.reminders import RemindersView
    from egov_tracker.views.report.content import ReportView
    from egov_tracker.views.status import StatusView
    from egov_tracker.views.trace import Trace
    from egov_tracker.views.trend.lines import Trends, TrendView
    from egov_tracker.views.trend.tiles import TileMap


class StatusContent(NamedTuple):
    """The state of a quarter under its title; with `agencies`, every body by name.

    Pages show `screen`, the first screen, where there is one, else every figure.
    """

    view: StatusView
    title: str
    definitions: Definitions
    data: DataFolder
    lang: Lang
    agencies: bool
    screen: FirstScreen | None = None


class AgencyContent(NamedTuple):
    """What is known of one body, and the last day of the ledger."""

    view: AgencyView
    data: DataFolder
    day: date


class RemindersContent(NamedTuple):
    """Who was reminded of what, and the last day of the ledger."""

    view: RemindersView
    data: DataFolder
    day: date


class CoverageContent(NamedTuple):
    """Which quarter prints which indicator."""

    coverage: Coverage
    data: DataFolder
    lang: Lang


class IndicatorsContent(NamedTuple):
    """The catalogue, or one indicator of it, with its use."""

    uses: tuple[IndicatorUse, ...]
    data: DataFolder
    lang: Lang


class DiffContent(NamedTuple):
    """The comparison of two quarters."""

    view: DiffView
    data: DataFolder


class TrendContent(NamedTuple):
    """The lines of a subject, or of the whole ledger."""

    trends: Trends
    definitions: Definitions
    data: DataFolder
    lang: Lang


class TilesContent(NamedTuple):
    """Tile maps of a trend, and the last day of the ledger."""

    trend: TrendView
    maps: tuple[TileMap, ...]
    day: date
    definitions: Definitions
    data: DataFolder
    lang: Lang


class ReportContent(NamedTuple):
    """The report of a quarter; with `annex`, every printed figure and every obligation at the end.

    `office` is what an office puts around it, if it is to be sent.
    """

    view: ReportView
    obligations: Sequence[PlacedObligation]
    data: DataFolder
    annex: bool
    office: OfficeFile | None = None


class AppendixContent(NamedTuple):
    """An appendix by itself, and the quarter that its lists come from."""

    document: AppendixDocument
    quarter: str
    data: DataFolder


class TraceContent(NamedTuple):
    """Figures of a quarter with their sources."""

    trace: Trace
    data: DataFolder
    lang: Lang


class FindingsContent(NamedTuple):
    """Findings; `read` gives the text of a file for its snippets, `explained` asks for what remarks explain."""

    findings: tuple[Finding, ...]
    data: DataFolder
    read: Callable[[str], str]
    explained: bool


class RulesContent(NamedTuple):
    """All rules, or the page of one."""

    rules: tuple[Rule, ...]
    one: Rule | None = None


class ReadContent(NamedTuple):
    """Documents as they were read, and the quarter of their draft where the user names it."""

    entries: tuple[Entry, ...]
    quarter: Quarter | None
