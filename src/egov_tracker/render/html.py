"""A page as one HTML file that needs nothing else, readable on a phone and printed on A4."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.render.templates import PACKAGE_TEMPLATES, Templates

if TYPE_CHECKING:
    from egov_tracker.views.page import Page


def render_html(page: Page, templates: Templates = PACKAGE_TEMPLATES) -> str:
    """The page through `page.html.j2`."""
    return templates.render("page.html.j2", page=page)
