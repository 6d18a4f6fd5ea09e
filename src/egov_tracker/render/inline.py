"""A text of a page as HTML, in which references and addresses are links, and quotations say their language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jinja2 import pass_context
from markupsafe import Markup, escape

from egov_tracker.model.terms import Lang
from egov_tracker.render.mentions import Mentions, Target, is_worth_splitting, split_addresses
from egov_tracker.text.english import is_vietnamese

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from jinja2.runtime import Context

    from egov_tracker.render.mentions import Piece
    from egov_tracker.views.page import Page

_QUOTED = re.compile("“[^”]*”")


class Inline:
    """Writes the texts of one page; only the first reference to a note or a source is what these lead back to."""

    def __init__(self, page: Page) -> None:
        self._marks = page.lang is not Lang.VI
        self._mentions = Mentions(page)

    def text(self, text: str) -> str:
        """A text with its links; one that has none is returned as it is, to be escaped by the template."""
        if not (is_worth_splitting(text) or "“" in text):
            return text
        return self._marked(self._mentions.split(str(escape(text))))

    def entry(self, text: str, kind: str, number: int) -> str:
        """What stands in the list of notes or of sources; its number leads back to where it is referred to first."""
        target = Target(kind, number)
        sign, place = target.sign, _place_of(target)
        back = f'<a href="#to-{place}">{sign}</a>' if self._mentions.has(target) else sign
        said = self._marked(split_addresses(str(escape(text.removeprefix(f"{sign} ")))))
        return Markup(f'<li id="{place}">{back} {said}</li>')  # noqa: S704 - escaped above

    def _marked(self, pieces: Iterable[Piece]) -> Markup:
        said = "".join(map(_written, pieces))
        return Markup(_QUOTED.sub(_in_vietnamese, said) if self._marks else said)  # noqa: S704 - escaped above


def _written(piece: Piece) -> str:
    if piece.address:
        return f'<a href="{piece.text}">{piece.text}</a>'
    if piece.target is None:
        return piece.text
    place = _place_of(piece.target)
    mark = f' id="to-{place}"' if piece.first else ""
    return f'<a href="#{place}"{mark}>{piece.text}</a>'


def _place_of(target: Target) -> str:
    return f"{target.kind}-{target.number}"


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
