"""The outputs about bodies: one over all quarters, and who was reminded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from egov_tracker.render.formats import CSV, DOCX, JSON, PAGES, Kind, Means
from egov_tracker.render.outputs.shared import dumped, paged, word

if TYPE_CHECKING:
    from collections.abc import Mapping

    from egov_tracker.render.contents import (
        AgencyContent,
        RemindersContent,
    )
    from egov_tracker.views.page import Page


def _agency_page(content: AgencyContent) -> Page:
    from egov_tracker.views.agency import agency_page

    return agency_page(content.view, content.data.title)


def _agency_records(content: AgencyContent) -> Mapping[str, Any]:
    from egov_tracker.views.agency_records import agency_record

    return agency_record(content.view, content.data)


def _agency_csv(content: AgencyContent, means: Means) -> str:
    from egov_tracker.render.csv import write_csv
    from egov_tracker.views.agency_records import agency_record
    from egov_tracker.views.columns import account_rows

    return write_csv(account_rows(agency_record(content.view, content.data)), means.dialect)


def _reminders_page(content: RemindersContent) -> Page:
    from egov_tracker.views.reminders import reminders_page

    return reminders_page(content.view, content.data.title)


def _reminders_records(content: RemindersContent) -> Mapping[str, Any]:
    from egov_tracker.views.agency_records import reminders_record

    return reminders_record(content.view, content.data)


def _reminders_csv(content: RemindersContent, means: Means) -> str:
    from egov_tracker.render.csv import write_csv
    from egov_tracker.views.agency_records import reminders_record
    from egov_tracker.views.columns import reminder_rows

    return write_csv(reminder_rows(reminders_record(content.view, content.data)["reminders"]), means.dialect)


AGENCY: Kind[AgencyContent] = Kind(
    "agency",
    {
        **paged("agency", _agency_page, _agency_records),
        DOCX: word("agency", _agency_page, _agency_records, lambda content: content.day),
        JSON: dumped(_agency_records),
        CSV: _agency_csv,
    },
    options={"--lang": (*PAGES, DOCX)},
)


REMINDERS: Kind[RemindersContent] = Kind(
    "reminders",
    {
        **paged("reminders", _reminders_page, _reminders_records),
        DOCX: word("reminders", _reminders_page, _reminders_records, lambda content: content.day),
        JSON: dumped(_reminders_records),
        CSV: _reminders_csv,
    },
    options={"--lang": (*PAGES, DOCX)},
)
