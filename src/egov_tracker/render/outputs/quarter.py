"""The outputs that show a quarter: its state, its report, and which quarter prints what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from egov_tracker.render.formats import CSV, DOCUMENTS, DOCX, JSON, PAGES, Kind, Means
from egov_tracker.render.outputs.shared import filled, filters, paged, word

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from egov_tracker.render.contents import (
        CoverageContent,
        ReportContent,
        StatusContent,
    )
    from egov_tracker.views.page import Page
    from egov_tracker.views.template_filters import TemplateFilters


def _status_filters(content: StatusContent) -> TemplateFilters:
    return filters(content.lang, content.view.snapshot.observations)


def _report_filters(content: ReportContent) -> TemplateFilters:
    return filters(content.view.say.lang, (view.observation for view in content.view.views))


def _status_records(content: StatusContent) -> Mapping[str, Any]:
    from egov_tracker.views.records import status_record

    return status_record(content.view, content.data, agencies=content.agencies)


def _coverage_records(content: CoverageContent) -> Mapping[str, Any]:
    from egov_tracker.views.records import quarters_record

    return quarters_record(content.coverage, content.data)


def _report_page(content: ReportContent) -> Page:
    from egov_tracker.views.report.page import report_page
    from egov_tracker.views.titles import report_title, status_title

    view, period = content.view, content.view.snapshot.period
    title = report_title(period, content.obligations, view.say)
    page = report_page(view, title, content.data.title, annex=content.annex)
    if content.office is None:
        return page
    from egov_tracker.views.report.office import framed

    return framed(page, content.office, status_title(period, content.obligations, view.say))


def _report_records(content: ReportContent) -> Mapping[str, Any]:
    from egov_tracker.views.records import report_record

    return report_record(content.view, content.data)


def _last_day(content: ReportContent) -> date:
    return content.view.snapshot.period.last_day


def _report_json(content: ReportContent, _: Means) -> str:
    from egov_tracker.render.json import dump

    return dump(_report_records(content))


def _status_page(content: StatusContent) -> Page:
    from egov_tracker.views.first_screen import first_screen_page
    from egov_tracker.views.status import status_page

    view, lang = content.view, content.lang
    if content.screen:
        return first_screen_page(content.screen, content.definitions.registry, lang, trace=view.trace)
    return status_page(view, content.title, content.data.title, lang, agencies=content.agencies)


def _status_json(content: StatusContent, _: Means) -> str:
    from egov_tracker.render.json import status_json

    return status_json(content.view, content.data, agencies=content.agencies)


def _status_csv(content: StatusContent, means: Means) -> str:
    from egov_tracker.render.csv import status_csv

    return status_csv(content.view, means.dialect, agencies=content.agencies)


def _coverage_page(content: CoverageContent) -> Page:
    from egov_tracker.views.coverage import coverage_page

    return coverage_page(content.coverage, content.data.title, content.lang)


def _coverage_json(content: CoverageContent, _: Means) -> str:
    from egov_tracker.render.json import coverage_json

    return coverage_json(content.coverage, content.data)


def _coverage_csv(content: CoverageContent, means: Means) -> str:
    from egov_tracker.render.csv import coverage_csv

    return coverage_csv(content.coverage, means.dialect)


STATUS: Kind[StatusContent] = Kind(
    "status",
    {**paged("status", _status_page, _status_records, _status_filters), JSON: _status_json, CSV: _status_csv},
    options={"--all": PAGES, "--trace": PAGES},
)


QUARTERS: Kind[CoverageContent] = Kind(
    "quarters",
    {**paged("quarters", _coverage_page, _coverage_records), JSON: _coverage_json, CSV: _coverage_csv},
    options={"--lang": PAGES},
)


REPORT: Kind[ReportContent] = Kind(
    "report",
    {
        **filled("report", _report_page, _report_records, _report_filters),
        DOCX: word("report", _report_page, _report_records, _last_day, _report_filters),
        JSON: _report_json,
    },
    options={"--annex": DOCUMENTS, "--trace": DOCUMENTS, "--office": DOCUMENTS},
)
