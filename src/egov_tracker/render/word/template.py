"""Word documents that an office lays out itself: a .docx with tags of Jinja, filled in the sandbox of all templates."""

from __future__ import annotations

import io
from contextlib import contextmanager
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING, Any

from egov_tracker.errors import EgovError
from egov_tracker.render.word.document import with_pinned_times
from egov_tracker.render.word.reference import MOST_BYTES, open_reference
from egov_tracker.store.files import UnreadableError, read_small_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import date
    from pathlib import Path


def fill_docx(path: Path, values: Mapping[str, object], filters: Mapping[str, Callable[..., str]], day: date) -> bytes:
    """The document with its tags filled; `day` is the creation date stored in it, and the same bytes come out always.

    The template loses what a reference document loses: macros, embedded objects, links and fields that fetch; so does
    what its tags write. `EgovError` names the file and says what is wrong with it.
    """
    from docxtpl import DocxTemplate

    from egov_tracker.render.sandbox import limits
    from egov_tracker.render.templates import word_environment

    with _naming(path):
        template = DocxTemplate(io.BytesIO(open_reference(_read(path), str(path), body=True).content))
        with limits():
            template.render(dict(values), word_environment(filters))
        return _saved(template, day, str(path))


def _read(path: Path) -> bytes:
    try:
        return read_small_file(path, MOST_BYTES)
    except UnreadableError as wrong:
        raise EgovError(f"template {path}: {wrong}") from wrong


@contextmanager
def _naming(path: Path) -> Iterator[None]:
    """Whatever is wrong with a template becomes one sentence with its name and, where it is known, its words."""
    from jinja2 import TemplateError

    from egov_tracker.render.sandbox import LimitError

    try:
        yield
    except EgovError:
        raise
    except (TemplateError, LimitError, RecursionError, SyntaxError) as wrong:
        raise EgovError(f"template {path}: {_first_line(wrong)}{_near(wrong)}") from wrong
    except Exception as wrong:
        raise EgovError(f"template {path}: it cannot be filled: {_first_line(wrong)}") from wrong


def _first_line(wrong: BaseException) -> str:
    lines = str(wrong).splitlines() or [""]
    return lines[0] or type(wrong).__name__


def _near(wrong: BaseException) -> str:
    """The words of the paragraph in which a tag is wrong, where Jinja knows the line."""
    lines = [line.strip() for line in getattr(wrong, "docx_context", ())]
    return f", near “{lines[len(lines) // 2]}”" if lines and lines[len(lines) // 2] else ""


def _saved(template: Any, day: date, name: str) -> bytes:
    """The bytes of a filled document, cleaned once more of what its tags may have written."""
    core = template.docx.core_properties
    core.last_modified_by, core.revision = "", 1
    core.created = core.modified = datetime.combine(day, time(0), UTC)
    raw = io.BytesIO()
    template.save(raw)
    return with_pinned_times(open_reference(raw.getvalue(), name, body=True).content)
