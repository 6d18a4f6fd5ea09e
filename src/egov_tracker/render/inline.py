"""A text of a page as HTML, in which references and addresses are links, and quotations say their language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jinja2 import pass_context
from markupsafe import Markup, escape

from egov_tracker.model.terms import Lang
from egov_tracker.text.english import is_vietnamese

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2.runtime import Context

    from egov_tracker.views.page import Page

_WORTH = re.compile(r"[\[(“]|https?://")
_NOTES = r"\(\d+\)(?: \(\d+\))*"
# A source with the notes behind it, `[2] dòng 4 (1) (3)`, or notes that are all of a cell; any other `(3)` is a count.
_REFERENCES = re.compile(rf"\[\d+\](?:[^\[\]().:;]* {_NOTES})?|^{_NOTES}$")
_REFERENCE = re.compile(r"\[(\d+)\]|\((\d+)\)")
# In an escaped text: an ampersand stands there as one unit, and any other escaped character ends the address.
_ADDRESS = re.compile(r"(https?://(?:&amp;|[^\s&“”])*(?:&amp;|[^\s&“”.,;:)\]]))")
_QUOTED = re.compile("“[^”]*”")


class Inline:
    """Writes the texts of one page; only the first reference to a note or a source is what these lead back to."""

    def __init__(self, page: Page) -> None:
        self._marks = page.lang is not Lang.VI
        self._targets = {
            *(f"note-{note.number}" for note in page.footnotes),
            *(f"source-{number}" for number in range(1, len(page.sources) + 1)),
        }
        self._referred: set[str] = set()

    def text(self, text: str) -> str:
        """A text with its links; one that has none is returned as it is, to be escaped by the template."""
        if not _WORTH.search(text):
            return text
        return self._marked(text, self._refer_all if self._targets else str)

    def entry(self, text: str, kind: str, number: int) -> str:
        """What stands in the list of notes or of sources; its number leads back to where it is referred to first."""
        sign = f"({number})" if kind == "note" else f"[{number}]"
        target = f"{kind}-{number}"
        back = f'<a href="#to-{target}">{sign}</a>' if target in self._referred else sign
        said = self._marked(text.removeprefix(f"{sign} "), str)
        return Markup(f'<li id="{target}">{back} {said}</li>')  # noqa: S704 - escaped above

    def _marked(self, text: str, referring: Callable[[str], str]) -> Markup:
        parts = enumerate(_ADDRESS.split(str(escape(text))))
        said = "".join(_link(part) if number % 2 else referring(part) for number, part in parts)
        return Markup(_QUOTED.sub(_in_vietnamese, said) if self._marks else said)  # noqa: S704 - escaped above

    def _refer_all(self, text: str) -> str:
        return _REFERENCES.sub(lambda run: _REFERENCE.sub(self._refer, run[0]), text)

    def _refer(self, found: re.Match[str]) -> str:
        target = f"source-{found[1]}" if found[1] else f"note-{found[2]}"
        if target not in self._targets:
            return found[0]
        place = "" if target in self._referred else f' id="to-{target}"'
        self._referred.add(target)
        return f'<a href="#{target}"{place}>{found[0]}</a>'


def _link(address: str) -> str:
    return f'<a href="{address}">{address}</a>'


def _in_vietnamese(found: re.Match[str]) -> str:
    return f'<span lang="vi">{found[0]}</span>' if is_vietnamese(found[0]) else found[0]


class InlineFilters:
    """The filters `linked` and `entry` of one rendering; `clean` takes out what HTML cannot hold."""

    def __init__(self, clean: Callable[[object], object]) -> None:
        self._clean = clean
        self._inline: Inline | None = None

    @pass_context
    def linked(self, context: Context, text: object) -> str:
        """A text of the page with its links."""
        return self._of(context).text(self._cleaned(text))

    @pass_context
    def entry(self, context: Context, text: object, kind: str, number: int) -> str:
        """An item of the list of notes or of sources."""
        return self._of(context).entry(self._cleaned(text), kind, number)

    def _cleaned(self, text: object) -> str:
        cleaned = self._clean(text)
        return cleaned if isinstance(cleaned, str) else str(cleaned)

    def _of(self, context: Context) -> Inline:
        if self._inline is None:
            self._inline = Inline(context["page"])
        return self._inline
