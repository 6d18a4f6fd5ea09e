"""The cue language: phrases with optional words, choices and gaps, matched against the words of a clause."""

from __future__ import annotations

import re
from itertools import product
from typing import TYPE_CHECKING

from egov_tracker.errors import TextError, quoted
from egov_tracker.reading.tokens import words_of
from egov_tracker.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from egov_tracker.reading.tokens import Token

LONGEST_GAP = 12
_MOST_FORMS = 512
_PIECE = re.compile(
    r"\s*(?:(?P<gap>\.\.\.)|\[(?P<maybe>[^\[\]()]+)\]|\((?P<choice>[^\[\]()]+)\)|(?P<word>[^\s\[\]()]+))"
)

Part = tuple[str, ...]


class Hit(NamedTuple):
    """A cue found: its label, and the first and last word (indices of tokens, both included)."""

    label: str
    first: int
    last: int


class _Node:
    """A step of the tree of phrases: what may follow, with or without a gap, and which cues end here."""

    __slots__ = ("after_gap", "labels", "next")

    def __init__(self) -> None:
        self.next: dict[str, _Node] = {}
        self.after_gap: _Node | None = None
        self.labels: tuple[str, ...] = ()


class Cues:
    """Phrases in a tree by their words."""

    def __init__(self) -> None:
        self._root = _Node()

    def plant(self, label: str, parts: Iterable[Part]) -> None:
        """Add one plain form of a cue."""
        node = self._root
        for number, part in enumerate(parts):
            if number:
                node.after_gap = node.after_gap or _Node()
                node = node.after_gap
            for word in part:
                node = node.next.setdefault(word, _Node())
        node.labels = tuple(dict.fromkeys((*node.labels, label)))

    def find(self, tokens: Sequence[Token]) -> list[Hit]:
        """Find every cue, at each place the longest of each label; in the order of the text."""
        words = [token.word for token in tokens]
        hits: list[Hit] = []
        for index, word in enumerate(words):
            node = self._root.next.get(word)
            if node is not None:
                best: dict[str, int] = {}
                _follow(node, words, index, best)
                hits += [Hit(label, index, last) for label, last in best.items()]
        return hits


def _follow(node: _Node, words: Sequence[str], at: int, best: dict[str, int]) -> None:
    """Walk on from a node that matched the word `at`; a gap is tried at its nearest place only."""
    while True:
        for label in node.labels:
            best[label] = max(at, best.get(label, -1))
        if node.after_gap is not None:
            _leap(node.after_gap, words, at + 1, best)
        following = node.next.get(words[at + 1]) if at + 1 < len(words) else None
        if following is None:
            return
        node, at = following, at + 1


def _leap(node: _Node, words: Sequence[str], start: int, best: dict[str, int]) -> None:
    found: set[str] = set()
    for at in range(start, min(start + LONGEST_GAP + 1, len(words))):
        following = node.next.get(words[at])
        if following is not None and words[at] not in found:
            reached: dict[str, int] = {}
            _follow(following, words, at, reached)
            if reached:
                found.add(words[at])
            for label, last in reached.items():
                best[label] = max(last, best.get(label, -1))


def compile_cues(cues: Iterable[tuple[str, str]]) -> Cues:
    """Compile pairs of label and cue; TextError for a cue that is not of the language."""
    compiled = Cues()
    for label, cue in cues:
        for parts in spell_out(cue):
            compiled.plant(label, parts)
    return compiled


def spell_out(cue: str) -> tuple[tuple[Part, ...], ...]:
    """Give every plain form of a cue: "[a] b" is "a b" and "b"."""
    choices = [_choices(piece) for piece in _pieces(cue)]
    forms = 1
    for choice in choices:
        forms *= len(choice)
    if forms > _MOST_FORMS:
        raise TextError(f"the cue {quoted(cue)} has {forms} forms: at most {_MOST_FORMS}")
    spelled = dict.fromkeys(_joined(form) for form in product(*choices))
    if not all(parts and all(parts) for parts in spelled):
        raise TextError(f"the cue {quoted(cue)} may be empty, or begins or ends with a gap")
    return tuple(spelled)


def _pieces(cue: str) -> list[re.Match[str]]:
    pieces, at = [], 0
    text = cue.strip()
    while at < len(text):
        piece = _PIECE.match(text, at)
        if piece is None:
            raise TextError(f"the cue {quoted(cue)} cannot be read from {quoted(text[at:])}")
        pieces.append(piece)
        at = piece.end()
    return pieces


def _choices(piece: re.Match[str]) -> tuple[Part | None, ...]:
    """Give what may stand here: words, nothing at all (an empty tuple), or a gap (None)."""
    if piece["gap"]:
        return (None,)
    if piece["maybe"]:
        return ((), *(words_of(words) for words in piece["maybe"].split("|")))
    if piece["choice"]:
        return tuple(words_of(words) for words in piece["choice"].split("|"))
    return (words_of(piece["word"]),)


def _joined(form: Sequence[Part | None]) -> tuple[Part, ...]:
    parts: list[Part] = [()]
    for words in form:
        if words is None:
            parts.append(())
        else:
            parts[-1] += words
    return tuple(parts)
