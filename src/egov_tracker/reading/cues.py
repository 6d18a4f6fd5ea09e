"""The cue language: phrases with optional words, choices and gaps, matched against the words of a clause."""

from __future__ import annotations

import re
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from egov_tracker.errors import TextError, quoted
from egov_tracker.reading.tokens import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from egov_tracker.reading.tokens import Token

LONGEST_GAP = 12
_MOST_FORMS = 512
_PIECE = re.compile(r"\s*(?:(?P<gap>\.\.\.)|\[(?P<maybe>[^\[\]()]+)\]|\((?P<choice>[^\[\]()]+)\)|(?P<word>[^\s\[\]()]+))")

Part = tuple[str, ...]


class Phrase(NamedTuple):
    """One spelled-out form of a cue: its parts, with gaps between them."""

    label: str
    parts: tuple[Part, ...]


class Hit(NamedTuple):
    """A cue found: the label of its phrase, and the first and last word (indices of tokens, both included)."""

    label: str
    first: int
    last: int


class Cues(NamedTuple):
    """Phrases by their first word."""

    by_first: Mapping[str, tuple[Phrase, ...]]

    def find(self, tokens: Sequence[Token]) -> list[Hit]:
        """Find every phrase, at each place the longest of each label; in the order of the text."""
        hits = []
        for index, token in enumerate(tokens):
            best: dict[str, int] = {}
            for phrase in self.by_first.get(token.word, ()):
                last = _match(phrase.parts, tokens, index)
                if last is not None and last > best.get(phrase.label, -1):
                    best[phrase.label] = last
            hits += [Hit(label, index, last) for label, last in best.items()]
        return hits


def compile_cues(cues: Iterable[tuple[str, str]]) -> Cues:
    """Compile pairs of label and cue; TextError for a cue that is not of the language."""
    by_first: dict[str, list[Phrase]] = {}
    for label, cue in cues:
        for parts in spell_out(cue):
            by_first.setdefault(parts[0][0], []).append(Phrase(label, parts))
    return Cues({first: tuple(dict.fromkeys(phrases)) for first, phrases in by_first.items()})


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


def _match(parts: Sequence[Part], tokens: Sequence[Token], at: int) -> int | None:
    """Give the index of the last word of a match that begins at `at`, or None."""
    end = _match_part(parts[0], tokens, at)
    for part in parts[1:]:
        if end is None:
            return None
        end = _match_after_gap(part, tokens, end)
    return None if end is None else end - 1


def _match_after_gap(part: Part, tokens: Sequence[Token], start: int) -> int | None:
    for at in range(start, min(start + LONGEST_GAP + 1, len(tokens))):
        if (end := _match_part(part, tokens, at)) is not None:
            return end
    return None


def _match_part(part: Part, tokens: Sequence[Token], at: int) -> int | None:
    end = at + len(part)
    if end > len(tokens):
        return None
    return end if all(tokens[at + i].word == word for i, word in enumerate(part)) else None
