"""The outputs that follow a figure over all quarters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.errors import EgovError, expected
from egov_tracker.render.formats import CSV, DOCX, JSON, PAGES, SVG, Kind, Means
from egov_tracker.render.outputs.shared import dumped, paged, word

if TYPE_CHECKING:
    from egov_tracker.render.contents import (
        TilesContent,
        TrendContent,
    )
    from egov_tracker.views.page import Page
    from egov_tracker.views.trend.record_types import TilesRecord, TrendRecord


def _trend_page(content: TrendContent) -> Page:
    from egov_tracker.views.trend.overview import overview_page
    from egov_tracker.views.trend.page import trend_page

    if content.trends.subject is None:
        return overview_page(content.trends.views, content.data.title, content.lang)
    return trend_page(content.trends.views[0], content.definitions, content.data.title, content.lang)


def _trend_records(content: TrendContent) -> TrendRecord:
    from egov_tracker.views.trend.records import trend_record

    return trend_record(content.trends, content.definitions, content.data, content.lang)


def _trend_csv(content: TrendContent, means: Means) -> str:
    from egov_tracker.render.csv import write_csv
    from egov_tracker.views.trend.columns import trend_rows

    return write_csv(trend_rows(_trend_records(content)["lines"]), means.dialect)


def _trend_svg(content: TrendContent, _: Means) -> str:
    from egov_tracker.render.svg import render_svg
    from egov_tracker.views.trend.picture import pictures_of

    if content.trends.subject is None:
        raise EgovError(f"-f svg: {expected('an indicator or a series', 'none')}")
    return render_svg(pictures_of(content.trends.views[0], content.data.title, content.lang))


def _tiles_page(content: TilesContent) -> Page:
    from egov_tracker.views.trend.tiles import tiles_page

    return tiles_page(content.trend, content.maps, content.definitions, content.data.title, content.lang)


def _tiles_records(content: TilesContent) -> TilesRecord:
    from egov_tracker.views.trend.tiles import tiles_record

    return tiles_record(content.maps, content.trend.subject.name, content.data)


def _tiles_svg(content: TilesContent, _: Means) -> str:
    from egov_tracker.render.svg import render_map
    from egov_tracker.views.trend.tiles import tiles_page

    return render_map(tiles_page(content.trend, content.maps, content.definitions, content.data.title, content.lang))


def _tiles_csv(content: TilesContent, means: Means) -> str:
    from egov_tracker.render.csv import write_csv
    from egov_tracker.views.trend.columns import tile_rows

    return write_csv(tile_rows(_tiles_records(content)["maps"]), means.dialect)


TREND: Kind[TrendContent] = Kind(
    "trend",
    {
        **paged("trend", _trend_page, _trend_records),
        DOCX: word("trend", _trend_page, _trend_records, lambda content: content.trends.quarters[-1].last_day),
        JSON: dumped(_trend_records),
        CSV: _trend_csv,
        SVG: _trend_svg,
    },
    options={"--lang": (*PAGES, DOCX, JSON, SVG)},
)


TREND_TILES: Kind[TilesContent] = Kind(
    "trend --tiles",
    {
        **paged("trend", _tiles_page, _tiles_records),
        DOCX: word("trend", _tiles_page, _tiles_records, lambda content: content.day),
        JSON: dumped(_tiles_records),
        CSV: _tiles_csv,
        SVG: _tiles_svg,
    },
    options={"--lang": (*PAGES, DOCX, SVG)},
)
