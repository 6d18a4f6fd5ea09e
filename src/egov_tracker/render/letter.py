"""An official letter, and an appendix by itself, as Markdown and as one HTML file that prints in their form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.render.templates import PACKAGE_TEMPLATES, Templates

if TYPE_CHECKING:
    from collections.abc import Mapping

    from egov_tracker.views.letter import AppendixDocument, LetterView


def render_letter(letter: LetterView, ending: str, templates: Templates = PACKAGE_TEMPLATES) -> str:
    """A letter through `letter.md.j2` or `letter.html.j2`."""
    return templates.render(f"letter.{ending}.j2", letter=letter)


def render_appendix(
    document: AppendixDocument, ending: str, templates: Templates, records: Mapping[str, object]
) -> str:
    """An appendix by itself through `appendix.md.j2` or `appendix.html.j2`; `records` is what its JSON says."""
    return templates.render(f"appendix.{ending}.j2", document=document, records=records)
