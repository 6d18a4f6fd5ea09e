"""The order of Vietnamese names in official lists."""

import re
import unicodedata
from functools import lru_cache
from typing import TypeAlias

from egov_tracker.text.names import normalize, place_tones

CollationKey: TypeAlias = tuple[tuple[int, ...], tuple[int, ...], tuple[bool, ...], str]

_ALPHABET = {letter: index for index, letter in enumerate("0123456789aăâbcdđeêfghijklmnoôơpqrstuưvwxyz")}
_TONES = "\u0300\u0309\u0303\u0301\u0323"
_SEPARATORS = re.compile(r"[\s,.\-\u2010-\u2015\u2212]+")
_IN_FRONT = re.compile("(?:thành phố|tp|tỉnh) ", re.IGNORECASE)
_LOOKALIKES = str.maketrans("ðɖ", "đđ")
# Symbols come before both, by their codes.
_LETTERS, _FOREIGN = 0x200000, 0x400000


def collation_key(name: str, *, drop_prefix: bool = True) -> CollationKey:
    """Give the key that sorts names as Vietnamese lists do: by letters, then tones, then case.

    The letters run a ă â b c d đ e ê …, the tones ngang, huyền, hỏi, ngã, sắc, nặng; lower case goes first.
    Dashes, commas and dots count as blanks. With `drop_prefix`, "Thành phố", "TP." and "tỉnh" in front do not count.
    """
    composed = normalize(name)
    spelled = _SEPARATORS.sub(" ", composed).strip()
    if drop_prefix and (prefix := _IN_FRONT.match(spelled)):
        spelled = spelled[prefix.end() :]
    weights = [_weigh(char) for char in place_tones(spelled.lower().translate(_LOOKALIKES))]
    letters, tones = tuple(letter for letter, _ in weights), tuple(tone for _, tone in weights)
    return letters, tones, tuple(char.isupper() for char in spelled), composed


@lru_cache(maxsize=512)
def _weigh(char: str) -> tuple[int, int]:
    parts = unicodedata.normalize("NFD", char)
    letter = unicodedata.normalize("NFC", "".join(part for part in parts if part not in _TONES)) or char
    return _letter_weight(letter), max(map(_TONES.find, parts))


def _letter_weight(letter: str) -> int:
    if letter in _ALPHABET:
        return _LETTERS + _ALPHABET[letter]
    code = ord(letter[0])
    return _FOREIGN + code if letter.isalpha() else code
