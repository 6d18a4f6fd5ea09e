"""Which indicator a figure counts: the cue near it that fits its noun, and what speaks against the choice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.reading.claims import Code, Doubt, doubt
from egov_tracker.reading.modality import words_before
from egov_tracker.reading.sentences import is_cut
from egov_tracker.reading.tokens import words_of
from egov_tracker.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from egov_tracker.reading.context import Context
    from egov_tracker.reading.sentences import CueHit, Head, Sentence
    from egov_tracker.text.figures import Figure


class Region(NamedTuple):
    """Words that may say what a figure counts: tokens `first` to `end`, the end excluded; `rank` 0 is the nearest."""

    first: int
    end: int
    rank: int


class Choice(NamedTuple):
    """The cue chosen for a figure, and the doubts about the choice."""

    hit: CueHit
    rank: int
    doubts: tuple[Doubt, ...]


_OBJECT = {("với",), ("tới",), ("cho",), ("ubnd",), ("dân",)}
_BARE_LINKS = frozenset(
    {
        "là",
        "đạt",
        "lên",
        "có",
        "được",
        "với",
        "còn",
        "đến",
        "tới",
        "mức",
        "khoảng",
        "gần",
        "hơn",
        "trên",
        "chiếm",
        "gồm",
        "xuống",
        "qua",
    }
)
_SHORT = 28
_NO_NOUNS = frozenset(
    words_of(
        "so của trong và với theo đến năm trên tính tại cho ở vào nhưng còn thấp cao bằng tương quốc nước thế vị tổng"
    )
)


def _regions(sentence: Sentence, group: Sequence[Head]) -> tuple[Region, ...]:
    """Give the stretches that may name the indicator: after the figure, before it, then the whole sentence."""
    first, last = group[0].first, group[-1]
    after = last.noun if last.unit not in {"bodies", ""} else last.last
    next_head = min((head.first for head in sentence.heads if head.first > last.first), default=len(sentence.tokens))
    end = min(sentence.clause_end(last.last), max(next_head, after))
    previous = max((head.last for head in sentence.heads if head.first < first), default=0)
    start = max(sentence.clause_start(first), previous)
    return (
        Region(after, end, 0),
        Region(start, first, 1),
        Region(sentence.clause_start(first), sentence.clause_end(last.last), 2),
        Region(0, len(sentence.tokens), 3),
    )


def _counts(context: Context, hit: CueHit, unit: str, figure: Figure, *, bare: bool) -> bool:
    """Whether an indicator counts things of this unit: the counted noun must have the catalogue's unit."""
    words = context.lexicon.indicators[hit.indicator]
    if words.unit == "percent" and figure.count and not figure.base and not words.counts:
        return False
    if figure.count is None:
        return words.unit == "percent" or words.unit == unit == "bodies" or (bare and words.percentages == "alone")
    if bare:
        return words.unit != "rank" or figure.base is not None
    return unit == (words.counts or words.unit)


def choose_cue(
    sentence: Sentence, context: Context, group: Sequence[Head], head: Head, figure: Figure
) -> Choice | None:
    """Choose the cue of a figure; None where none fits, or where the figure counts other things."""
    if head.group and head.group.foreign:
        return None
    bare = not head.unit
    if bare and (not _is_introduced(sentence, head) or _counts_something_else(sentence, head, figure)):
        return None
    regions = _regions(sentence, group)
    own = range(regions[1].first, regions[0].end)
    vetoed = {hit.indicator for hit in sentence.vetoes if hit.last >= own.start and hit.first < own.stop}
    hits = [
        hit
        for hit in sentence.hits
        if hit.indicator not in vetoed and _counts(context, hit, head.unit, figure, bare=bare)
    ]
    if words_before(sentence, group[0].first, 1) in _OBJECT:
        regions = (regions[1]._replace(rank=0), regions[0]._replace(rank=1), *regions[2:])
    for region in regions:
        inside = [hit for hit in hits if _lies_in(hit, region, head)]
        if inside:
            return _best(sentence, inside, hits, head, region)
    return _from_topic(context, head, figure, bare=bare) if _is_short(sentence) else None


def _lies_in(hit: CueHit, region: Region, head: Head) -> bool:
    if region.rank == 0 and hit.first <= head.first <= hit.last:
        return True
    return region.first <= hit.first < region.end


def _best(sentence: Sentence, inside: Sequence[CueHit], hits: Sequence[CueHit], head: Head, region: Region) -> Choice:
    best = min(inside, key=lambda hit: (_distance(hit, head), -(hit.last - hit.first)))
    rivals = {hit.indicator for hit in inside} - {best.indicator}
    if region.rank == 0 and rivals:
        best = _most_telling(inside, head)
        rivals = {hit.indicator for hit in inside} - {best.indicator}
    proofs = [hit for hit in inside if hit.indicator == best.indicator and hit.is_proof]
    best = max(proofs, key=lambda hit: hit.last - hit.first) if proofs else best
    doubts = [doubt(Code.RIVAL_INDICATOR, ", ".join(sorted(rivals)))] if rivals else []
    other = {hit.indicator for hit in hits if hit.indicator != best.indicator}
    if other and not rivals:
        doubts.append(doubt(Code.RIVAL_INDICATOR, ", ".join(sorted(other))))
    if region.rank > 1:
        doubts.append(doubt(Code.INDICATOR_ELSEWHERE))
    if not best.is_proof:
        doubts.append(doubt(Code.INDICATOR_HINT, _quoted(sentence, best)))
    return Choice(best, region.rank, tuple(doubts))


def _most_telling(inside: Sequence[CueHit], head: Head) -> CueHit:
    """Prefer the cue that begins nearest, then the longest: of two readings of one phrase, the fuller."""
    nearest = min(_distance(hit, head) for hit in inside)
    near = [hit for hit in inside if _distance(hit, head) <= nearest + 4]
    return max(near, key=lambda hit: (hit.is_proof, hit.last - hit.first, -_distance(hit, head)))


def _distance(hit: CueHit, head: Head) -> int:
    if hit.first > head.first:
        return max(hit.first - head.last, 0)
    return max(head.first - hit.last, 0)


def _quoted(sentence: Sentence, hit: CueHit) -> str:
    return f"“{sentence.text[sentence.tokens[hit.first].start : sentence.tokens[hit.last].end]}”"


def _is_introduced(sentence: Sentence, head: Head) -> bool:
    """Whether a number without a noun is tied to what is said before it: "đạt 17,2%", "là 601/1.640"."""
    text = sentence.text[sentence.tokens[head.first - 1].end : head.mention.start] if head.first else ""
    if _BARE_LINKS & {*words_before(sentence, head.first, 1)} or ":" in text or "(" in text:
        return True
    return (
        "%" in sentence.text[head.mention.start : head.mention.end]
        or "/" in sentence.text[head.mention.start : head.mention.end]
    )


def _is_short(sentence: Sentence) -> bool:
    """Whether so little is said beside the names that the sentence must lean on the one before."""
    named = sum(name.last - name.first + 1 for name in sentence.names)
    return len(sentence.tokens) - named <= _SHORT


def _counts_something_else(sentence: Sentence, head: Head, figure: Figure) -> bool:
    """Whether a noun that is no unit of the catalogue follows: "14/14 huyện"."""
    if figure.count is None or is_cut(sentence, head.noun):
        return False
    return sentence.words[head.noun] not in _NO_NOUNS


def _from_topic(context: Context, head: Head, figure: Figure, *, bare: bool) -> Choice | None:
    """Look for the indicator in the sentence before, then in the heading."""
    if bare and figure.base:
        return None
    for source in (context.topic, context.heading):
        if source is None:
            continue
        hits = [hit for hit in source.hits if _counts(context, hit, head.unit, figure, bare=bare)]
        hits = [hit for hit in hits if hit.indicator not in {veto.indicator for veto in source.vetoes}]
        if hits:
            best = max(hits, key=lambda hit: (hit.is_proof, hit.last - hit.first))
            return Choice(best, 4, (doubt(Code.INDICATOR_ELSEWHERE),))
    return None
