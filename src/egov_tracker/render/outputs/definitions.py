"""The outputs that describe the catalogue and the files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from egov_tracker.render.formats import CSV, JSON, PAGES, Kind, Means
from egov_tracker.render.outputs.shared import paged

if TYPE_CHECKING:
    from collections.abc import Mapping

    from egov_tracker.render.contents import (
        IndicatorsContent,
    )
    from egov_tracker.views.page import Page


def _indicators_records(content: IndicatorsContent) -> Mapping[str, Any]:
    from egov_tracker.views.indicators import indicators_record

    return indicators_record(content.uses, content.data)


def _indicators_page(content: IndicatorsContent) -> Page:
    from egov_tracker.views.indicators import indicators_page

    return indicators_page(content.uses, content.data.title, content.lang)


def _indicators_json(content: IndicatorsContent, _: Means) -> str:
    from egov_tracker.render.json import dump

    return dump(_indicators_records(content))


def _indicators_csv(content: IndicatorsContent, means: Means) -> str:
    from egov_tracker.render.csv import write_csv
    from egov_tracker.views.columns import indicator_rows

    return write_csv(indicator_rows(_indicators_records(content)["indicators"]), means.dialect)


INDICATORS: Kind[IndicatorsContent] = Kind(
    "indicators",
    {**paged("indicators", _indicators_page, _indicators_records), JSON: _indicators_json, CSV: _indicators_csv},
    options={"--lang": PAGES},
)


SCHEMA: Kind[str] = Kind("schema", {JSON: lambda content, _: content})
