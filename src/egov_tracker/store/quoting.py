"""Texts that YAML cuts at a comma or takes for a mapping, because they lack quotes.

In a flow list, `[Bộ Văn hóa, Thể thao và Du lịch]` is two items; in a flow mapping, `{printed: 96,8%}` is a value and a
key; anywhere in a list, `Lưu: VT` is a mapping. Nothing is repaired here: the writer is told what the text may be.
"""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, Protocol

from egov_tracker.store.document import NodeMap
from egov_tracker.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from egov_tracker.store.document import Document, Mark

Path = tuple[str | int, ...]

MOST_PIECES = 6
NOT_PLAIN = tuple("'\"|>&*![{")
# Where the pieces of a name may stand, counted from one of them: before it, behind it, on both sides.
WINDOWS = (range(-1, 1), range(2), range(-2, 1), range(-1, 2), range(3))


class IsRest(Protocol):
    """Whether a text is the rest of the one before it; a tight one has no blank behind the comma."""

    def __call__(self, before: str, text: str, *, tight: bool) -> bool:
        """Answer for two items of a list that follow each other."""


class CutText(NamedTuple):
    """A text that fell into several items: the index of the first one, the text of the second, and all of it."""

    first: int
    rest: str
    whole: str


class _Piece(NamedTuple):
    """A plain text of a flow list or mapping, and whether it stands right behind a comma, without a blank."""

    text: str
    tight: bool


def advice(whole: str) -> str:
    """What a message says to the writer of a text that lacks its quotes."""
    inside = whole.replace("'", "''")
    return f"quote it: '{inside}'"


def cut_texts(document: Document, where: Path, is_rest: IsRest) -> Iterator[CutText]:
    """The texts of the flow list at this path that commas cut: where `is_rest` says that one goes on in the next."""
    together: list[_Piece] = []
    for number in range(len(document.item_marks(*where)) + 1):
        piece = _item(document, where, number)
        if piece and together and is_rest(together[-1].text, piece.text, tight=piece.tight):
            together.append(piece)
            continue
        if len(together) > 1:
            yield CutText(number - len(together), together[1].text, _joined(together))
        together = [piece] if piece else []


def with_neighbours(document: Document, where: Path) -> Iterator[str]:
    """What the item of a flow list at this path may be a piece of: two or three items joined at their commas."""
    for window in WINDOWS:
        pieces = [_item(document, where[:-1], int(where[-1]) + step) for step in window]
        known = [piece for piece in pieces if piece]
        if len(known) == len(pieces):
            yield _joined(known)


def cut_value(document: Document, where: Path) -> str | None:
    """The whole text of a value in a flow mapping that commas cut; `where` leads to it, or to a key that is its rest.

    A rest is a key without a colon: `8%` in `{printed: 96,8%}`.
    """
    content, marks = document.value(*where[:-1]), document.node(*where[:-1])
    if not isinstance(content, dict) or not isinstance(marks, NodeMap) or where[-1] not in content:
        return None
    keys = list(content)
    number = keys.index(str(where[-1]))
    before = _rests(document, content, marks, reversed(keys[: number + 1][-MOST_PIECES - 1 :]))
    begin = max(number - len(before), 0)
    rests = _rests(document, content, marks, keys[begin + 1 : begin + 1 + MOST_PIECES])
    value = content[keys[begin]]
    if not rests or not isinstance(value, str) or not _is_plain(document, marks.values[keys[begin]]):
        return None
    return _joined([_Piece(value, tight=False), *rests])


def taken_for_mapping(document: Document, where: Path) -> str | None:
    """The text whose colon made a mapping of it, `Lưu: VT`; None for a mapping in braces or of several keys."""
    content, marks = document.value(*where), document.node(*where)
    if not isinstance(content, dict) or _sign_at(document, marks) in {"{", ""}:
        return None
    texts = [f"{key}: {value}" for key, value in content.items() if isinstance(value, str)]
    return texts[0] if len(texts) == len(content) == 1 else None


def _item(document: Document, where: Path, number: int) -> _Piece | None:
    """A plain text of a flow list; None for any other item, and where the list is written in lines."""
    marks, text = document.node(*where), document.value(*where, number)
    if not isinstance(marks, NodeMap) or not isinstance(text, str) or _sign_at(document, marks) != "[":
        return None
    mark = marks.values[number]
    return _Piece(text, _is_tight(document, mark)) if _is_plain(document, mark) else None


def _rests(document: Document, content: dict[str, object], marks: NodeMap, keys: Iterable[str]) -> list[_Piece]:
    """The keys up to the first that has a value or a colon: only the rest of a value in a flow mapping has neither."""
    rests = takewhile(lambda key: content[key] is None and _is_bare(document, marks.keys[key], key), keys)
    return [_Piece(key, _is_tight(document, marks.keys[key])) for key in rests]


def _sign_at(document: Document, marks: NodeMap | Mark | None) -> str:
    """The character with which a mapping or a list begins: a bracket in flow style."""
    return document.text_around(marks.mark)[1][:1] if isinstance(marks, NodeMap) else ""


def _is_bare(document: Document, mark: Mark, key: str) -> bool:
    after = document.text_around(mark)[1][len(key) :].lstrip()
    return _is_plain(document, mark) and after[:1] in {",", "}", ""}


def _is_plain(document: Document, mark: NodeMap | Mark) -> bool:
    return not isinstance(mark, NodeMap) and not document.text_around(mark)[1].startswith(NOT_PLAIN)


def _is_tight(document: Document, mark: NodeMap | Mark) -> bool:
    return not isinstance(mark, NodeMap) and document.text_around(mark)[0] == ","


def _joined(pieces: Sequence[_Piece]) -> str:
    first, *others = pieces
    return first.text + "".join(f",{piece.text}" if piece.tight else f", {piece.text}" for piece in others)
