"""A report as an office sends it: its head and title above the six parts, its foot below them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.views.official_form import Frame, ended, official_form
from egov_tracker.views.page import Items, Paragraph
from egov_tracker.views.report.page import PARTS

if TYPE_CHECKING:
    from egov_tracker.model.office import OfficeFile
    from egov_tracker.views.page import Block, Page, Section

KIND = "BÁO CÁO"


def framed(page: Page, office: OfficeFile, title: str) -> Page:
    """The report, which is Vietnamese, within what the office puts around it; `title` stands below "BÁO CÁO"."""
    headings = {vi for vi, _ in PARTS.values()}
    signed = sum(section.heading in headings for section in page.sections)
    *before, last = page.sections[:signed]
    return page._replace(
        sections=(*before, _ended(last), *page.sections[signed:]),
        frame=Frame(official_form(office), KIND, title, signed),
    )


def _ended(section: Section) -> Section:
    """The section with the sign of the end behind its last text; below a table the sign stands by itself."""
    *before, last = section.blocks
    end: tuple[Block, ...]
    match last:
        case Paragraph(text):
            end = (Paragraph(ended(text)),)
        case Items(texts):
            end = (Items((*texts[:-1], ended(texts[-1]))),)
        case _:
            end = (last, Paragraph(ended("")))
    return section._replace(blocks=(*before, *end))
