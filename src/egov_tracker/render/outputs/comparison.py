"""The outputs that compare quarters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from egov_tracker.render.formats import CSV, JSON, PAGES, Kind, Means
from egov_tracker.render.outputs.shared import filters, paged

if TYPE_CHECKING:
    from collections.abc import Mapping

    from egov_tracker.render.contents import (
        DiffContent,
    )
    from egov_tracker.views.page import Page
    from egov_tracker.views.template_filters import TemplateFilters


def _diff_filters(content: DiffContent) -> TemplateFilters:
    return filters(content.view.lang, (seen for snapshot in content.view.path for seen in snapshot.observations))


def _diff_records(content: DiffContent) -> Mapping[str, Any]:
    from egov_tracker.views.diff.records import diff_record

    return diff_record(content.view, content.data)


def _diff_page(content: DiffContent) -> Page:
    from egov_tracker.views.diff.page import diff_page

    return diff_page(content.view, content.data.title)


def _diff_json(content: DiffContent, _: Means) -> str:
    from egov_tracker.render.json import diff_json

    return diff_json(content.view, content.data)


def _diff_csv(content: DiffContent, means: Means) -> str:
    from egov_tracker.render.csv import diff_csv

    return diff_csv(content.view, means.dialect)


DIFF: Kind[DiffContent] = Kind(
    "diff",
    {**paged("diff", _diff_page, _diff_records, _diff_filters), JSON: _diff_json, CSV: _diff_csv},
    options={"--lang": (*PAGES, JSON), "--trace": PAGES},
)
