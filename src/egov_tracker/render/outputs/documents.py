"""The outputs of documents that are read: drafts, traces, forms."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from egov_tracker.errors import EgovError
from egov_tracker.render.formats import HTML, JSON, PAGES, XLSX, YAML, Kind, Means
from egov_tracker.render.outputs.shared import paged

if TYPE_CHECKING:
    from collections.abc import Mapping

    from egov_tracker.reading.report_form import ReportForm
    from egov_tracker.render.contents import (
        ReadContent,
        TraceContent,
    )
    from egov_tracker.views.page import Page


def _trace_page(content: TraceContent) -> Page:
    from egov_tracker.views.trace import trace_page

    return trace_page(content.trace, content.data, content.lang)


def _trace_records(content: TraceContent) -> Mapping[str, Any]:
    from egov_tracker.views.trace import trace_record

    return trace_record(content.trace, content.data)


def _trace_json(content: TraceContent, _: Means) -> str:
    from egov_tracker.render.json import dump

    return dump(_trace_records(content))


def _draft_yaml(content: ReadContent, _: Means) -> str:
    from egov_tracker.reading.draft import period_of, write_draft

    period = content.quarter or period_of(content.entries)
    if period is None:
        raise EgovError("no figure of the text has a date: say the quarter with --into")
    return write_draft(content.entries, period)


def _read_json(content: ReadContent, _: Means) -> str:
    from egov_tracker.reading.records import reading_record
    from egov_tracker.render.json import dump

    records = [reading_record(entry.reading, entry.id) for entry in content.entries]
    return dump(records[0] if len(records) == 1 else records)


def _read_html(content: ReadContent, _: Means) -> str:
    from egov_tracker.reading.page import write_page

    return write_page(content.entries)


def _form_xlsx(content: ReportForm, _: Means) -> bytes:
    from egov_tracker.render.form import render_form

    return render_form(content)


READ: Kind[ReadContent] = Kind(
    "read", {YAML: _draft_yaml, JSON: _read_json, HTML: _read_html}, options={"--into": (YAML,), "--kind": (YAML,)}
)


TRACE: Kind[TraceContent] = Kind(
    "trace", {**paged("trace", _trace_page, _trace_records), JSON: _trace_json}, options={"--lang": PAGES}
)


FORM: Kind[ReportForm] = Kind("form", {XLSX: _form_xlsx})


COLLECT: Kind[str] = Kind("collect", {YAML: lambda content, _: content})
