"""A page as Markdown (GitHub's, for the tables)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.render.templates import PACKAGE_TEMPLATES, Templates

if TYPE_CHECKING:
    from egov_tracker.views.page import Page


def render_markdown(page: Page, templates: Templates = PACKAGE_TEMPLATES) -> str:
    """The page through `page.md.j2`."""
    return templates.render("page.md.j2", page=page)
