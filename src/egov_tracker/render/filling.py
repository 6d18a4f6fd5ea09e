"""Which template makes an output, and what it is filled with: the worded page, and the records that JSON prints."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from egov_tracker.render.templates import Templates, page_context

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from egov_tracker.views.page import Page
    from egov_tracker.views.template_filters import TemplateFilters


def fill_first(
    names: Sequence[str], folder: Path | None, filters: TemplateFilters, values: Mapping[str, object]
) -> str:
    """Fill the first of these templates that the user's folder has, else the package's of the last name."""
    templates = Templates(folder, filters)
    return templates.render(templates.choose(*names), **values)


def fill_page(
    named: tuple[str, str], folder: Path | None, page: Page, records: Mapping[str, object], filters: TemplateFilters
) -> str:
    """Fill the template of a page: `named` is the command and the ending, as in `report.md.j2`, else `page.md.j2`."""
    kind, ending = named
    return fill_first((f"{kind}.{ending}.j2", f"page.{ending}.j2"), folder, filters, page_context(page, records))


def find_word(kind: str, folder: Path | None) -> Path | None:
    """The user's Word template of a command, `report.docx`; None where there is none."""
    path = folder / f"{kind}.docx" if folder else None
    return path if path and os.path.lexists(path) else None


def fill_word(path: Path, values: Mapping[str, object], filters: TemplateFilters, day: date) -> bytes:
    """Fill a Word template; `day` is the date that the document says it is made on."""
    from egov_tracker.render.word.template import fill_docx

    return fill_docx(path, values, filters, day)
