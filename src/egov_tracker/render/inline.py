"""A text of a page as HTML, in which references and addresses are links, and quotations say their language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from egov_tracker.model.terms import Lang
from egov_tracker.render.html import cleaned
from egov_tracker.render.mentions import Mentions, Target, is_worth_splitting, split_addresses
from egov_tracker.text.english import is_vietnamese

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from egov_tracker.render.mentions import Piece
    from egov_tracker.views.page import Page

_QUOTED = re.compile("“[^”]*”")


class Inline:
    """Writes the texts of one page; only the first reference to a note or a source is what these lead back to."""

    def __init__(self, page: Page) -> None:
        self._marks = page.lang is not Lang.VI
        self._mentions = Mentions(page)

    @property
    def filters(self) -> dict[str, Callable[..., str]]:
        """What a template of the page has beside the filters of every format."""
        return {"linked": self.text, "entry": self.entry}

    def text(self, value: object) -> str:
        """A text with its links; one that has none is returned as it is, to be escaped by the template."""
        text = _cleaned(value)
        if not (is_worth_splitting(text) or "“" in text):
            return text
        return self._marked(self._mentions.split(str(escape(text))))

    def entry(self, value: object, kind: str, number: int) -> str:
        """What stands in the list of notes or of sources; its number leads back to where it is referred to first."""
        target = Target(kind, number)
        sign, place = target.sign, _place_of(target)
        back = f'<a href="#to-{place}">{sign}</a>' if self._mentions.has(target) else sign
        said = self._marked(split_addresses(str(escape(_cleaned(value).removeprefix(f"{sign} ")))))
        return Markup(f'<li id="{place}">{back} {said}</li>')  # noqa: S704 - escaped above

    def _marked(self, pieces: Iterable[Piece]) -> Markup:
        said = "".join(map(_written, pieces))
        return Markup(_QUOTED.sub(_in_vietnamese, said) if self._marks else said)  # noqa: S704 - escaped above


def _cleaned(value: object) -> str:
    text = cleaned(value)
    return text if isinstance(text, str) else str(text)


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
