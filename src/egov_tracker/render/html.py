"""A page as one HTML file that needs nothing else, readable on a phone and printed on A4."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.render.templates import PACKAGE_TEMPLATES, Templates, page_context

if TYPE_CHECKING:
    from collections.abc import Mapping

    from egov_tracker.views.page import Page


def render_html(
    page: Page, templates: Templates = PACKAGE_TEMPLATES, records: Mapping[str, object] | None = None
) -> str:
    """The page through `page.html.j2`."""
    return templates.render("page.html.j2", **page_context(page, records))
