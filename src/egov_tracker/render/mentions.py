"""Where a text mentions the notes and sources of its page, and the addresses in it: what HTML and Word make links of.

The texts are escaped, for HTML or XML alike.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from egov_tracker.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from egov_tracker.views.page import Page

_WORTH = re.compile(r"[\[(]|https?://")
_NOTES = r"\(\d+\)(?: \(\d+\))*"
# A source with the notes behind it, `[2] dòng 4 (1) (3)`, or notes that are all of a cell; any other `(3)` is a count.
_REFERENCES = re.compile(rf"\[\d+\](?:[^\[\]().:;]* {_NOTES})?|^{_NOTES}$")
_REFERENCE = re.compile(r"\[\d+\]|\(\d+\)")
# In an escaped text: an ampersand stands there as one unit, and any other escaped character ends the address.
_ADDRESS = re.compile(r"(https?://(?:&amp;|[^\s&“”])*(?:&amp;|[^\s&“”.,;:)\]]))")


class Target(NamedTuple):
    """An entry of the lists at the end of a page: a note or a source, by its number from 1."""

    kind: str
    number: int

    @property
    def sign(self) -> str:
        """How texts mention it: `(1)` for a note, `[1]` for a source."""
        return f"({self.number})" if self.kind == "note" else f"[{self.number}]"


class Piece(NamedTuple):
    """A part of a text: an address, a mention of a target, perhaps the first one, or plain text."""

    text: str
    target: Target | None = None
    first: bool = False
    address: bool = False


def is_worth_splitting(text: str) -> bool:
    """Whether a text may hold more than plain text."""
    return _WORTH.search(text) is not None


def split_addresses(escaped: str) -> Iterator[Piece]:
    """The text in pieces, of which some are addresses; together they are the text."""
    for number, part in enumerate(_ADDRESS.split(escaped)):
        yield Piece(part, address=number % 2 == 1)


class Mentions:
    """Finds the mentions in the texts of one page, in their order, and knows what was mentioned so far."""

    def __init__(self, page: Page) -> None:
        notes = (Target("note", note.number) for note in page.footnotes)
        sources = (Target("source", number) for number in range(1, len(page.sources) + 1))
        self._targets = {target.sign: target for target in (*notes, *sources)}
        self._mentioned: set[Target] = set()

    def split(self, escaped: str) -> Iterator[Piece]:
        """The text in pieces, which together are the text; what is on no list of the page stays plain text."""
        for piece in split_addresses(escaped):
            if piece.address or not self._targets:
                yield piece
            else:
                yield from self._split(piece.text)

    def has(self, target: Target) -> bool:
        """Whether it was mentioned."""
        return target in self._mentioned

    def _split(self, part: str) -> Iterator[Piece]:
        end = 0
        for found in _references(part):
            target = self._targets.get(found[0])
            if target is None:
                continue
            yield Piece(part[end : found.start()])
            yield Piece(found[0], target, first=target not in self._mentioned)
            self._mentioned.add(target)
            end = found.end()
        yield Piece(part[end:])


def _references(part: str) -> Iterator[re.Match[str]]:
    for run in _REFERENCES.finditer(part):
        yield from _REFERENCE.finditer(part, run.start(), run.end())
