"""Words of a text with their places, folded so that two spellings of one word meet."""

from __future__ import annotations

import re
from functools import lru_cache

from egov_tracker.text.names import place_tones
from egov_tracker.values import NamedTuple

_WORD = re.compile(r"[^\W\d_]+|\d+|&|%")
_LETTERS = str.maketrans({"ð": "đ", "ɖ": "đ", "&": "và"})


class Token(NamedTuple):
    """One word or run of digits: folded text, and offsets into the document."""

    word: str
    start: int
    end: int


@lru_cache(maxsize=16384)
def fold(word: str) -> str:
    """Give the form in which words are compared: lower case, tones on the same vowel, "&" as "và"."""
    return place_tones(word.casefold().translate(_LETTERS))


def tokenize(text: str, start: int = 0, end: int | None = None) -> tuple[Token, ...]:
    """Cut text into words; `text` is NFC."""
    stop = len(text) if end is None else end
    return tuple(Token(fold(found[0]), found.start(), found.end()) for found in _WORD.finditer(text, start, stop))


def words_of(phrase: str) -> tuple[str, ...]:
    """Give the folded words of a short phrase."""
    return tuple(fold(word) for word in _WORD.findall(phrase))
