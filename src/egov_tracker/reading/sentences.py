"""A sentence with all that can be seen in it: words, dates, numbers, names, cues, clauses."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from egov_tracker.reading.dates import DateMention, find_dates
from egov_tracker.reading.groups import GroupNoun, find_groups, read_group
from egov_tracker.reading.mentions import Class, Mention, scan
from egov_tracker.reading.tokens import Token, tokenize, words_of
from egov_tracker.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from egov_tracker.reading.cues import Hit
    from egov_tracker.reading.layout import Span
    from egov_tracker.reading.lexicon import Lexicon, Name


class CueHit(NamedTuple):
    """A cue of an indicator, from token `first` to `last`; `percent_in_name` where a percentage may be a part of it."""

    indicator: str
    strength: str
    first: int
    last: int
    percent_in_name: bool

    @property
    def is_proof(self) -> bool:
        """Whether it names the thing in full."""
        return self.strength == "proof"


class Head(NamedTuple):
    """A figure with what it counts: tokens `first` to `last`, the noun included; `unit` is empty where none follows."""

    mention: Mention
    first: int
    noun: int
    last: int
    group: GroupNoun | None
    unit: str


class Sentence(NamedTuple):
    """A sentence taken apart; token indices count from its beginning."""

    text: str
    span: Span
    tokens: tuple[Token, ...]
    dates: tuple[DateMention, ...]
    mentions: tuple[Mention, ...]
    names: tuple[Name, ...]
    groups: tuple[GroupNoun, ...]
    hits: tuple[CueHit, ...]
    vetoes: tuple[CueHit, ...]
    units: tuple[CueHit, ...]
    is_elsewhere: bool
    is_abroad: bool
    clauses: tuple[int, ...]
    heads: tuple[Head, ...]
    words: tuple[str, ...]

    def token_at(self, offset: int) -> int:
        """Give the index of the first token that begins at or after an offset of the text."""
        return bisect_left(self.tokens, offset, key=lambda token: token.start)

    def clause_start(self, index: int) -> int:
        """Give the first token of the clause of a token."""
        return max((start for start in self.clauses if start <= index), default=0)

    def clause_end(self, index: int) -> int:
        """Give the token at which the clause of a token is over."""
        return min((start for start in self.clauses if start > index), default=len(self.tokens))

    def between(self, first: int, last: int) -> str:
        """Give the text between two tokens, both excluded."""
        return self.text[self.tokens[first].end : self.tokens[last].start]


def take_apart(text: str, span: Span, lexicon: Lexicon) -> Sentence:
    """See all that is in a sentence."""
    tokens = tokenize(text, *span)
    dates = tuple(find_dates(text, *span))
    mentions = tuple(scan(text, *span, dates))
    names = tuple(lexicon.find_names(text, tokens))
    clauses = tuple(_clause_starts(text, tokens))
    seen = [_cue_hit(hit, lexicon) for hit in lexicon.cues.find(tokens)]
    hits = [hit for hit in seen if hit.strength in _OF_INDICATORS and not _crosses(hit, clauses)]
    places = {hit.indicator for hit in seen if hit.strength == "place"}
    starts = {name.first for name in names if not name.bare and not name.is_province}
    bare = Sentence(
        text,
        span,
        tokens,
        dates,
        mentions,
        names,
        tuple(find_groups(text, tokens, starts)),
        tuple(_outermost(hits, lexicon)),
        tuple(hit for hit in hits if hit.strength == "not"),
        tuple(hit for hit in seen if hit.strength == "unit"),
        "elsewhere" in places,
        "abroad" in places and "việt nam" not in text[span.start : span.end].lower(),
        clauses,
        (),
        tuple(token.word for token in tokens),
    )
    return bare._replace(heads=tuple(_heads(bare, starts)))


_OF_INDICATORS = frozenset({"proof", "hint", "not"})


def _crosses(hit: CueHit, clauses: Sequence[int]) -> bool:
    """Whether a cue runs over the border of two clauses, by way of its gap."""
    return any(hit.first < start <= hit.last for start in clauses)


def _cue_hit(hit: Hit, lexicon: Lexicon) -> CueHit:
    indicator, strength = _label(hit)
    words = lexicon.indicators.get(indicator)
    return CueHit(indicator, strength, hit.first, hit.last, words is not None and words.percentages == "in_name")


def _label(hit: Hit) -> tuple[str, str]:
    indicator, _, strength = hit.label.partition(" ")
    return indicator, strength


def _outermost(hits: Sequence[CueHit], lexicon: Lexicon) -> Iterable[CueHit]:
    """Drop a cue inside a longer cue that counts the same things and is not ruled out itself."""
    vetoes = [hit for hit in hits if hit.strength == "not"]
    found = [hit for hit in hits if hit.strength != "not"]
    ruled_out = {
        hit
        for hit in found
        if any(veto.indicator == hit.indicator and hit.first <= veto.last and veto.first <= hit.last for veto in vetoes)
    }
    standing = [hit for hit in found if hit not in ruled_out]
    for hit in found:
        if not any(_covers(other, hit) and _unit(other, lexicon) == _unit(hit, lexicon) for other in standing):
            yield hit


def _unit(hit: CueHit, lexicon: Lexicon) -> str:
    return lexicon.indicators[hit.indicator].unit


def _covers(other: CueHit, hit: CueHit) -> bool:
    longer = other.last - other.first > hit.last - hit.first
    return longer and other.first <= hit.first and hit.last <= other.last and not (hit.is_proof and not other.is_proof)


_CLAUSE_WORDS = tuple(
    words_of(words) for words in ("nhưng", "tuy nhiên", "trong khi", "mặc dù", "trong đó", "ngoài ra", "đồng thời")
)

_CLAUSE_OPENERS = frozenset(words[0] for words in _CLAUSE_WORDS)


def _clause_starts(text: str, tokens: Sequence[Token]) -> Iterable[int]:
    for index in range(1, len(tokens)):
        before, token = tokens[index - 1], tokens[index]
        between = text[before.end : token.start]
        opens = token.word in _CLAUSE_OPENERS and _opens_clause(tokens, index)
        if opens or ";" in between or ("," in between and token.word == "còn"):
            yield index


def _opens_clause(tokens: Sequence[Token], index: int) -> bool:
    return any(
        tokens[index].word == words[0] and tuple(token.word for token in tokens[index : index + len(words)]) == words
        for words in _CLAUSE_WORDS
    )


def _heads(sentence: Sentence, starts: set[int]) -> Iterable[Head]:
    units = {hit.first: hit for hit in sentence.units}
    for mention in sentence.mentions:
        if mention.kind is Class.FIGURE:
            yield _head(sentence, mention, starts, units)


def _head(sentence: Sentence, mention: Mention, starts: set[int], units: dict[int, CueHit]) -> Head:
    first, noun = sentence.token_at(mention.start), sentence.token_at(mention.end)
    if is_cut(sentence, noun):
        return Head(mention, first, noun, noun - 1, None, "")
    group = read_group(sentence.text, sentence.tokens, noun + (sentence.words[noun] == "các"), starts)
    if group:
        return Head(mention, first, noun, group.last, group, "" if group.foreign else "bodies")
    if unit := units.get(noun):
        return Head(mention, first, noun, unit.last, None, unit.indicator)
    return Head(mention, first, noun, noun - 1, None, "")


def is_cut(sentence: Sentence, noun: int) -> bool:
    """Say whether a sign stands between the number and the word after it, so that it is not what is counted."""
    if noun >= len(sentence.tokens):
        return True
    return any(sign in sentence.between(noun - 1, noun) for sign in ",;:.()\n\t|")
