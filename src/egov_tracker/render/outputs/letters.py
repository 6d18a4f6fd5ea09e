"""The outputs of official letters and of their appendices."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from egov_tracker.render.formats import CSV, DOCUMENTS, DOCX, HTML, JSON, MD, TABLE, TEXT, Kind, Means
from egov_tracker.render.outputs.shared import filters

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from egov_tracker.model.findings import Finding
    from egov_tracker.render.contents import (
        AppendixContent,
    )
    from egov_tracker.views.letter import LetterView
    from egov_tracker.views.template_filters import TemplateFilters


def _appendix_filters(content: AppendixContent) -> TemplateFilters:
    document = content.document
    return filters(document.lang, (made.view.observation for made in document.appendix.lists))


def _letter_filters(content: LetterView) -> TemplateFilters:
    from egov_tracker.views.page import Lang

    return filters(Lang.VI, (made.view.observation for one in content.appendices for made in one.lists))


def _letter_records(content: LetterView) -> Mapping[str, Any]:
    from egov_tracker.views.records import list_record

    return {"lists": [[list_record(made) for made in one.lists] for one in content.appendices]}


def _appendix_records(content: AppendixContent) -> Mapping[str, Any]:
    from egov_tracker.views.records import appendix_record

    return appendix_record(content.document.appendix.lists, content.quarter, content.data)


def _appendix(ending: str) -> Callable[[AppendixContent, Means], str]:
    def fill(content: AppendixContent, means: Means) -> str:
        from egov_tracker.render.filling import fill_first

        values = _appendix_values(content)
        return fill_first((f"appendix.{ending}.j2",), means.templates, _appendix_filters(content), values)

    return fill


def _appendix_values(content: AppendixContent) -> dict[str, object]:
    return {"document": content.document, "records": _appendix_records(content)}


def _letter(ending: str) -> Callable[[LetterView, Means], str]:
    def fill(content: LetterView, means: Means) -> str:
        from egov_tracker.render.filling import fill_first

        return fill_first((f"letter.{ending}.j2",), means.templates, _letter_filters(content), _letter_values(content))

    return fill


def _letter_values(content: LetterView) -> dict[str, object]:
    return {"letter": content, "records": _letter_records(content)}


def _letter_docx(content: LetterView, means: Means) -> bytes:
    from egov_tracker.render.filling import fill_word, find_word
    from egov_tracker.render.word.letter import render_letter_docx

    if path := find_word("letter", means.templates):
        return fill_word(path, _letter_values(content), _letter_filters(content), content.day)

    return render_letter_docx(content, means.reference)


def _appendix_table(content: AppendixContent, means: Means) -> str:
    from egov_tracker.render.text import render_text
    from egov_tracker.views.appendix_document import appendix_page

    return render_text(appendix_page(content.document), means.width, styled=means.styled)


def _appendix_docx(content: AppendixContent, means: Means) -> bytes:
    from egov_tracker.render.filling import fill_word, find_word
    from egov_tracker.render.word.letter import render_appendix_docx

    if path := find_word("appendix", means.templates):
        return fill_word(path, _appendix_values(content), _appendix_filters(content), content.document.day)

    return render_appendix_docx(content.document, means.reference)


def _appendix_json(content: AppendixContent, _: Means) -> str:
    from egov_tracker.render.json import appendix_json

    return appendix_json(content.document.appendix.lists, content.quarter, content.data)


def _appendix_csv(content: AppendixContent, means: Means) -> str:
    from egov_tracker.render.csv import appendix_csv

    return appendix_csv(content.document.appendix.lists, means.dialect)


LETTER: Kind[LetterView] = Kind(
    "letter",
    {
        MD: _letter("md"),
        HTML: _letter("html"),
        DOCX: _letter_docx,
    },
)


APPENDIX: Kind[AppendixContent] = Kind(
    "appendix",
    {
        TABLE: _appendix_table,
        MD: _appendix("md"),
        HTML: _appendix("html"),
        DOCX: _appendix_docx,
        JSON: _appendix_json,
        CSV: _appendix_csv,
    },
    options={
        **dict.fromkeys(("--title", "--number", "--date", "--issuer", "--regime", "--lang"), (TABLE, *DOCUMENTS)),
        "--columns": (TABLE, *DOCUMENTS, JSON),
    },
)


LETTER_CHECK: Kind[tuple[Finding, ...]] = Kind(
    "letter --check", {TEXT: lambda content, _: "".join(f"{found}\n" for found in content)}
)
