"""A page as Markdown (GitHub's, for the tables)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.render.templates import PACKAGE_TEMPLATES, Templates, page_context

if TYPE_CHECKING:
    from collections.abc import Mapping

    from egov_tracker.views.page import Page


def render_markdown(
    page: Page, templates: Templates = PACKAGE_TEMPLATES, records: Mapping[str, object] | None = None
) -> str:
    """The page through `page.md.j2`."""
    return templates.render("page.md.j2", **page_context(page, records))
