"""Which template makes an output, and what it is filled with: the worded page, and the records that JSON prints."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from egov_tracker.render.packaged import fill_packaged
from egov_tracker.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from egov_tracker.views.template_filters import TemplateFilters


class Own(NamedTuple):
    """What a template of the user may ask for beside what is shown: the records that JSON prints, and filters."""

    records: Mapping[str, object]
    filters: TemplateFilters


def fill_first(names: Sequence[str], folder: Path | None, shown: Mapping[str, object], own: Callable[[], Own]) -> str:
    """Fill the first of these templates that the user's folder has, else the package's of the last name.

    `shown` is all that those of the package ask for.
    """
    if folder is None:
        return fill_packaged(names[-1], shown)
    from egov_tracker.render.templates import Templates

    records, filters = own()
    templates = Templates(folder, filters)
    return templates.render(templates.choose(*names), **shown, records=records)


def find_word(kind: str, folder: Path | None) -> Path | None:
    """The user's Word template of a command, `report.docx`; None where there is none."""
    path = folder / f"{kind}.docx" if folder else None
    return path if path and os.path.lexists(path) else None


def fill_word(path: Path, shown: Mapping[str, object], own: Own, day: date) -> bytes:
    """Fill a Word template; `day` is the date that the document says it is made on."""
    from egov_tracker.render.word.template import fill_docx

    return fill_docx(path, {**shown, "records": own.records}, own.filters, day)
