"""The outputs of official letters and of their appendices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.render.formats import CSV, DOCUMENTS, DOCX, HTML, JSON, MD, TABLE, TEXT, Format, Kind, Means
from egov_tracker.render.outputs.shared import filters, template_names

if TYPE_CHECKING:
    from collections.abc import Callable

    from egov_tracker.model.findings import Finding
    from egov_tracker.render.contents import (
        AppendixContent,
    )
    from egov_tracker.render.filling import Own
    from egov_tracker.views.letter import LetterView


def _letter_own(content: LetterView) -> Own:
    from egov_tracker.render.filling import Own
    from egov_tracker.views.page import Lang
    from egov_tracker.views.records import list_record

    records = {"lists": [[list_record(made) for made in one.lists] for one in content.appendices]}
    made = (made.view.observation for one in content.appendices for made in one.lists)
    return Own(records, filters(Lang.VI, made))


def _appendix_own(content: AppendixContent) -> Own:
    from egov_tracker.render.filling import Own
    from egov_tracker.views.records import appendix_record

    document = content.document
    lists = document.appendix.lists
    records = appendix_record(lists, content.quarter, content.data)
    return Own(records, filters(document.lang, (made.view.observation for made in lists)))


def _letter(chosen: Format) -> Callable[[LetterView, Means], str]:
    def fill(content: LetterView, means: Means) -> str:
        from egov_tracker.render.filling import fill_first

        names = template_names("letter", chosen)
        return fill_first(names, means.templates, {"letter": content}, lambda: _letter_own(content))

    return fill


def _appendix(chosen: Format) -> Callable[[AppendixContent, Means], str]:
    def fill(content: AppendixContent, means: Means) -> str:
        from egov_tracker.render.filling import fill_first

        names = template_names("appendix", chosen)
        return fill_first(names, means.templates, {"document": content.document}, lambda: _appendix_own(content))

    return fill


def _letter_docx(content: LetterView, means: Means) -> bytes:
    from egov_tracker.render.filling import fill_word, find_word

    if path := find_word("letter", means.templates):
        return fill_word(path, {"letter": content}, _letter_own(content), content.day)
    from egov_tracker.render.word.letter import render_letter_docx

    return render_letter_docx(content, means.reference)


def _appendix_docx(content: AppendixContent, means: Means) -> bytes:
    from egov_tracker.render.filling import fill_word, find_word

    document = content.document
    if path := find_word("appendix", means.templates):
        return fill_word(path, {"document": document}, _appendix_own(content), document.day)
    from egov_tracker.render.word.letter import render_appendix_docx

    return render_appendix_docx(document, means.reference)


def _appendix_table(content: AppendixContent, means: Means) -> str:
    from egov_tracker.render.text import render_text
    from egov_tracker.views.appendix_document import appendix_page

    return render_text(appendix_page(content.document), means.width, styled=means.styled)


def _appendix_json(content: AppendixContent, _: Means) -> str:
    from egov_tracker.render.json import appendix_json

    return appendix_json(content.document.appendix.lists, content.quarter, content.data)


def _appendix_csv(content: AppendixContent, means: Means) -> str:
    from egov_tracker.render.csv import appendix_csv

    return appendix_csv(content.document.appendix.lists, means.dialect)


LETTER: Kind[LetterView] = Kind(
    "letter",
    {
        MD: _letter(MD),
        HTML: _letter(HTML),
        DOCX: _letter_docx,
    },
)


APPENDIX: Kind[AppendixContent] = Kind(
    "appendix",
    {
        TABLE: _appendix_table,
        MD: _appendix(MD),
        HTML: _appendix(HTML),
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
