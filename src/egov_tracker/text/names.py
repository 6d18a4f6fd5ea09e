"""Names of public bodies: a key that is the same for all spellings of one name, and suggestions for wrong names."""

from __future__ import annotations

import unicodedata
from collections import Counter
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from egov_tracker.text.patterns import late
from egov_tracker.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

_SILENT = late(r"[\s,.\-\u00ad\u200b-\u200f\u2010-\u2015\u2060\u2212\ufe58\ufe63\uff0d\ufeff]+")
_IN_FRONT = late(r"(?:bộ|tỉnh|thànhphố|tp|ubnd|uỷbannhândân)+(?=.)")
# Eth and the African D look like Đ and stand for it in older files.
_LETTERS = (("ð", "đ"), ("ɖ", "đ"), ("&", "và"))
_TONES = ("\u0300", "\u0301", "\u0309", "\u0303", "\u0323")
_OLD_STYLE = late("[òóỏõọ][ae]|[ùúủũụ]y")
_NEW_STYLE = {
    unicodedata.normalize("NFC", first + tone + second): unicodedata.normalize("NFC", first + second + tone)
    for first, second in ("oa", "oe", "uy")
    for tone in _TONES
}
_NEAR = 0.6
_BETWEEN = "\0"  # nothing is composed with it, and no name that is printed has it
_LONGEST_NAME = 500
_LONGEST_WORD = 100
_MOST_COMPARED = 50
_MOST_HINTS = 100
# A key of 100 letters may have more, as ligatures and the like are spelled out.
_MOST_LETTERS = 500
_ALPHABET = 32
_FAR_LETTERS = late("[^\x00-\u02ff\u1e00-\u20cf]{2,}")  # all combining marks, and other scripts


def normalize(text: str) -> str:
    """Compose the letters (NFC) and make every run of white space one blank, with none at the ends."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def find_marks(text: str, most: int) -> int | None:
    """Where more than `most` combining marks stand in a row, if they do: composing them takes quadratic time."""
    for stretch in _FAR_LETTERS.finditer(text):
        run = 0
        for position, letter in enumerate(stretch[0], stretch.start()):
            run = run + 1 if unicodedata.combining(unicodedata.normalize("NFD", letter)[0]) else 0
            if run > most:
                return position - most
    return None


def place_tones(text: str) -> str:
    """Move the tone of oa, oe and uy to the second vowel (hòa → hoà); `text` is lower case and NFC."""
    return _OLD_STYLE.sub(lambda pair: _NEW_STYLE[pair[0]], text)


@lru_cache(maxsize=1 << 15)
def match_key(name: str) -> str:
    """Reduce a name to a key that is the same for all its spellings and differs from that of every other name.

    Case, tone placement, spaces, dashes, commas, dots and invisible characters are dropped, "&" is "và", and the
    words Bộ, tỉnh, thành phố, TP, UBND and Ủy ban nhân dân go from the front unless nothing else is there.
    All other marks stay: Hà Nam is not Hạ Nam, and đ is not d. What is too long for a name is its own key.
    """
    return name if len(name) > _LONGEST_NAME else _without_front(_dense(name))


def match_keys(names: Sequence[str]) -> list[str]:
    """The key of each name, as `match_key` has it: thousands of short ones are reduced as one text."""
    text = _BETWEEN.join(names)
    if text.count(_BETWEEN) != len(names) - 1 or max(map(len, names)) > _LONGEST_NAME:
        return [*map(match_key, names)]
    return [*map(_without_front, _dense(text).split(_BETWEEN))]


def _dense(text: str) -> str:
    folded = unicodedata.normalize("NFC", text).casefold()
    for letter, meant in _LETTERS:
        folded = folded.replace(letter, meant)
    return place_tones(unicodedata.normalize("NFC", _SILENT.sub("", folded)))


def _without_front(dense: str) -> str:
    front = _IN_FRONT.match(dense)
    return dense[front.end() :] if front else dense


def suggest(name: str, candidates: Iterable[str], limit: int = 3) -> tuple[str, ...]:
    """Give the candidates most similar to a name, best first; only for suggestions, as similar names may differ.

    Nothing is similar to a name of more than 100 letters.
    """
    return NameIndex(candidates).nearest(name, limit)


def suggester(candidates: Iterable[str], most: int = _MOST_HINTS) -> Callable[[str], tuple[str, ...]]:
    """A function that names the candidate nearest to a name: looked for once a name, and for `most` names at most."""
    index = NameIndex(candidates)
    found: dict[str, tuple[str, ...]] = {}

    def nearest(name: str) -> tuple[str, ...]:
        if name not in found and len(found) < most:
            found[name] = index.nearest(name, 1)
        return found.get(name, ())

    return nearest


class _Entry(NamedTuple):
    """A candidate with its key, its key without Vietnamese marks, and the letters of the latter."""

    candidate: str
    key: str
    bare: str
    letters: int


class NameIndex:
    """Candidates prepared for many look-ups of what is similar to a name."""

    def __init__(self, candidates: Iterable[str]) -> None:
        self._candidates = dict.fromkeys(candidates)

    @cached_property
    def _entries(self) -> tuple[_Entry, ...]:
        keys = {name: match_key(name) for name in self._candidates if len(name) <= _LONGEST_WORD}
        return tuple(_entry(name, key) for name, key in keys.items())

    def nearest(self, name: str, limit: int) -> tuple[str, ...]:
        """The candidates most similar to a name, best first.

        Letter by letter, which is slow, only those `_MOST_COMPARED` are looked at that share the most letters with it.
        """
        if len(name) > _LONGEST_WORD:
            return ()
        wanted = _entry(name, match_key(name))
        sharing = [(-score, one.candidate, one) for one in self._entries if (score := _shared(one, wanted)) >= _NEAR]
        nearness = _nearness_to(wanted)
        scored = ((nearness(one), one.candidate) for _, _, one in sorted(sharing)[:_MOST_COMPARED])
        near = sorted((-score, candidate) for score, candidate in scored if score >= _NEAR)
        return tuple(candidate for _, candidate in near[:limit])


def _entry(name: str, key: str) -> _Entry:
    bare = _without_marks(key)
    return _Entry(name, key, bare, _letters(bare))


def _letters(bare: str) -> int:
    """The letters of a text as bits: for each letter as many as it occurs, so that those of two texts can be met."""
    counts = Counter(ord(letter) % _ALPHABET for letter in bare)
    return sum(((1 << count) - 1) << (place * _MOST_LETTERS) for place, count in counts.items())


def _shared(one: _Entry, other: _Entry) -> float:
    """The share of the letters that two texts have in common, in any order: they are not more similar than that."""
    length = len(one.bare) + len(other.bare)
    return 2 * (one.letters & other.letters).bit_count() / length if length else 1.0


def _nearness_to(wanted: _Entry) -> Callable[[_Entry], float]:
    """Rate how similar two names are, from 0 to 1: the mean of the similarity with and without Vietnamese marks."""
    from difflib import SequenceMatcher

    marked, bare = (SequenceMatcher(None, b=text, autojunk=False) for text in (wanted.key, wanted.bare))

    def nearness(one: _Entry) -> float:
        marked.set_seq1(one.key)
        bare.set_seq1(one.bare)
        return (marked.ratio() + bare.ratio()) / 2

    return nearness


def fold(text: str) -> str:
    """Lower case without Vietnamese marks, for a search that does not ask for them: "Bộ Tài chính" is bo tai chinh."""
    return _without_marks(normalize(text).lower())


def _without_marks(key: str) -> str:
    letters = unicodedata.normalize("NFD", key.replace("đ", "d"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
