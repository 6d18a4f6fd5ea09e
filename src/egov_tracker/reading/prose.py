"""Claims from running text: each figure with its indicator, group, state and date, and every doubt about them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from egov_tracker.reading.asides import aside_of, figure_of
from egov_tracker.reading.claims import Claim, Code, Doubt, Listed, Proposal, doubt
from egov_tracker.reading.dates import UNKNOWN, Role
from egov_tracker.reading.dating import date_of
from egov_tracker.reading.evidence import stray_words
from egov_tracker.reading.listing import NameList, find_lists
from egov_tracker.reading.mentions import Class
from egov_tracker.reading.modality import Mood, is_planning, mood_of, state_of, words_before
from egov_tracker.reading.parts import breakdown_of, group_of, has_unknown_level, kind_of
from egov_tracker.reading.sentences import is_cut
from egov_tracker.reading.tokens import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from egov_tracker.reading.context import Context
    from egov_tracker.reading.sentences import CueHit, Head, Sentence
    from egov_tracker.text.figures import Figure


class Read(NamedTuple):
    """What one sentence yields; `classes` says why a figure became no claim, by its offset."""

    claims: tuple[Claim, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    classes: tuple[tuple[int, Class, str], ...] = ()


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
_LINKS = frozenset(
    {"và", "cùng", "với", "cũng", "như", "cả", "có", "gồm", "bao", "là", "trong", "đó", "tại", "của", "các", "đã"}
)
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


def read_sentence(sentence: Sentence, context: Context) -> Read:
    """Read the claims and proposals of one sentence."""
    lists = find_lists(sentence)
    claims: list[Claim] = []
    proposals: list[Proposal] = []
    classes: list[tuple[int, Class, str]] = []
    used: set[int] = set()
    for group in _head_groups(sentence):
        for head in group:
            outcome = _read_head(sentence, context, group, head, lists, used)
            if isinstance(outcome, Claim):
                claims.append(outcome)
            elif isinstance(outcome, Proposal):
                proposals.append(outcome)
            else:
                classes.append((head.mention.start, *outcome))
    claims += _list_claims(sentence, context, [found for found in lists if found.first not in used])
    proposals = proposals or list(_dated_orders(sentence))
    return Read(tuple(claims), tuple(proposals), tuple(classes))


def _dated_orders(sentence: Sentence) -> Iterable[Proposal]:
    """Give an order or a plan that has a due date and no number: "… hoàn thành trước ngày 1/7/2016"."""
    dues = [date for date in sentence.dates if date.role is Role.DUE]
    if dues and is_planning(sentence):
        due, span = dues[-1], (dues[-1].start, dues[-1].end)
        known = due.as_of if due.as_of != UNKNOWN else None
        yield Proposal(
            (sentence.span.start, sentence.span.end),
            sentence.text[due.start : due.end],
            known,
            span,
            span if known else None,
        )


def _head_groups(sentence: Sentence) -> list[tuple[Head, ...]]:
    """Join figures that share one predicate: "19/30 bộ và 63/63 tỉnh đã …"."""
    groups: list[list[Head]] = []
    for head in sentence.heads:
        if groups and head.unit == groups[-1][-1].unit == "bodies" and _is_linked(sentence, groups[-1][-1], head):
            groups[-1].append(head)
        else:
            groups.append([head])
    return [tuple(group) for group in groups]


def _is_linked(sentence: Sentence, left: Head, right: Head) -> bool:
    named = {index for name in sentence.names for index in range(name.first, name.last + 1)}
    between = range(left.last + 1, right.first)
    words = sentence.words
    if (
        "%"
        in sentence.text[left.mention.start : left.mention.end] + sentence.text[right.mention.start : right.mention.end]
    ):
        return False
    if any(word in {"đã", "chưa"} for word in words[left.last + 1 : right.first]):
        return False
    return all(words[index] in _LINKS or index in named for index in between)


def _read_head(  # noqa: PLR0913, PLR0917 - all of these decide
    sentence: Sentence, context: Context, group: Sequence[Head], head: Head, lists: Sequence[NameList], used: set[int]
) -> Claim | Proposal | tuple[Class, str]:
    if aside := aside_of(sentence, head):
        return aside
    figure = figure_of(sentence, head.mention)
    if figure is None:
        return Class.UNREAD, "not a figure as Vietnamese reports print them"
    choice = _choose(sentence, context, group, head, figure)
    mood = mood_of(sentence, context, group, choice.hit if choice and choice.rank <= 1 else None)
    if mood is Mood.PLAN:
        return _proposal(sentence, head)
    if choice is None:
        return Class.UNREAD, _why_unread(head)
    if has_unknown_level(sentence, head, context.lexicon.indicators[choice.hit.indicator]):
        return Class.UNREAD, "counts a level that the catalogue does not have"
    return _claim(sentence, context, group, head, figure, choice, mood, lists, used)


def _why_unread(head: Head) -> str:
    if head.group and head.group.foreign:
        return "counts bodies that the ledger does not know"
    if not head.unit:
        return "what is counted is not said beside it"
    return f"no indicator of the catalogue counts these {head.unit} here"


def _regions(sentence: Sentence, group: Sequence[Head]) -> tuple[Region, ...]:
    """Give the stretches that may name the indicator: after the figure, before it, then the whole sentence."""
    first, last = group[0].first, group[-1]
    after = last.noun if last.unit not in {"bodies", ""} else last.last + 1
    next_head = min((head.first for head in sentence.heads if head.first > last.first), default=len(sentence.tokens))
    end = min(sentence.clause_end(last.last), max(next_head, after))
    previous = max((head.last + 1 for head in sentence.heads if head.first < first), default=0)
    start = max(sentence.clause_start(first), previous)
    return (
        Region(after, end, 0),
        Region(start, first, 1),
        Region(sentence.clause_start(first), sentence.clause_end(last.last), 2),
        Region(0, len(sentence.tokens), 3),
    )


def _counts(context: Context, hit: CueHit, unit: str, figure: Figure, *, bare: bool) -> bool:
    """Whether an indicator counts things of this unit: the counted noun must have the catalogue's unit."""
    words = context.lexicon.indicators.get(hit.indicator)
    if words is None or (words.unit == "percent" and figure.count and not figure.base and not words.counts):
        return False
    if figure.count is None:
        return words.unit == "percent" or words.unit == unit == "bodies" or (bare and words.percentages == "alone")
    if bare:
        return words.unit != "rank" or figure.base is not None
    return unit == (words.counts or words.unit)


def _choose(sentence: Sentence, context: Context, group: Sequence[Head], head: Head, figure: Figure) -> Choice | None:
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
    before = words_before(sentence, head.first, 2)
    text = sentence.text[sentence.tokens[head.first - 1].end : head.mention.start] if head.first else ""
    tied = bool(before) and before[-1] in _BARE_LINKS
    if tied or ":" in text or "(" in text:
        return True
    return (
        "%" in sentence.text[head.mention.start : head.mention.end]
        or "/" in sentence.text[head.mention.start : head.mention.end]
    )


_SHORT = 28


def _is_short(sentence: Sentence) -> bool:
    """Whether so little is said beside the names that the sentence must lean on the one before."""
    named = sum(name.last - name.first + 1 for name in sentence.names)
    return len(sentence.tokens) - named <= _SHORT


_NO_NOUNS = frozenset(
    words_of(
        "so của trong và với theo đến năm trên tính tại cho ở vào nhưng còn thấp cao bằng tương quốc nước thế vị tổng"
    )
)


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


def _proposal(sentence: Sentence, head: Head) -> Proposal:
    mention = head.mention
    dues = [date for date in sentence.dates if date.role in {Role.DUE, Role.AS_OF, Role.WITHIN}]
    due = min(dues, key=lambda date: (date.role is not Role.DUE, abs(date.start - mention.start)), default=None)
    known = due is not None and due.as_of != "unknown"
    return Proposal(
        tuple(sentence.span),  # type: ignore[arg-type]
        sentence.text[mention.start : mention.end],
        due.as_of if due and known else None,
        (mention.start, mention.end),
        (due.start, due.end) if due and known else None,
    )


def _claim(  # noqa: PLR0913, PLR0917 - one claim has this many sides
    sentence: Sentence,
    context: Context,
    group: Sequence[Head],
    head: Head,
    figure: Figure,
    choice: Choice,
    mood: Mood,
    lists: Sequence[NameList],
    used: set[int],
) -> Claim:
    words = context.lexicon.indicators[choice.hit.indicator]
    adopts = words.unit == "bodies"
    slot, state_doubts = state_of(sentence, group, head, choice.hit, choice.rank) if adopts else ("value", ())
    listed = _list_of(sentence, head, group, lists, slot) if adopts else None
    if listed:
        used.add(listed.first)
    names = listed.names if listed else ()
    who, who_doubts = group_of(sentence, head, words, names, figure)
    breakdown, part_doubts = breakdown_of(sentence, group, head, words)
    dated = date_of(sentence, context, head, carries=words.unit != "rank", anywhere=slot == "exempt")
    kind, start, kind_doubts = kind_of(sentence, words, dated)
    mention = head.mention
    claim = Claim(
        indicator=words.id,
        group=who,
        slot=slot,
        quote=tuple(sentence.span),  # type: ignore[arg-type]
        breakdown=breakdown,
        kind=kind,
        value=(mention.start, mention.end),
        printed=sentence.text[mention.start : mention.end],
        share=_share_after(sentence, head),
        names=names,
        as_of=dated.as_of,
        date=dated.anchor,
        start=start,
    )
    loose = _loose_proof(sentence, context, group, choice) if adopts else ()
    mooded = (doubt(Code.PLAN_NEARBY),) if mood is Mood.MIXED else ()
    more = _list_doubts(listed, figure) if listed else ()
    return claim.doubted(
        *choice.doubts, *state_doubts, *who_doubts, *part_doubts, *dated.doubts, *kind_doubts, *loose, *mooded, *more
    )


def _loose_proof(sentence: Sentence, context: Context, group: Sequence[Head], choice: Choice) -> tuple[Doubt, ...]:
    """The doubt that other words stand between the figure and its cue, or that the cue is not the nearest."""
    stray = [] if choice.rank else stray_words(sentence, context.lexicon, group, choice.hit)
    return (doubt(Code.PROOF, ", ".join(stray[:4])),) if stray or choice.rank else ()


def _share_after(sentence: Sentence, head: Head) -> tuple[int, int] | None:
    """Find the percentage in brackets behind the counted noun: "47.774 dịch vụ (96,8%)"."""
    for other in sentence.mentions:
        if other.start > head.mention.end and other.kind is Class.FIGURE:
            between = sentence.text[head.mention.end : other.start]
            printed = sentence.text[other.start : other.end]
            return (other.start, other.end) if between.endswith("(") and printed.endswith("%") else None
    return None


def _list_of(
    sentence: Sentence, head: Head, group: Sequence[Head], lists: Sequence[NameList], slot: str
) -> NameList | None:
    """Find the names that belong to a figure: those in brackets behind it, those after "gồm", those before "là"."""
    if before := next((found for found in lists if _is_subject(sentence, found, head)), None):
        return before
    limit = min((other.first for other in sentence.heads if other.first > head.first), default=len(sentence.tokens))
    after = [found for found in lists if head.last < found.first < limit and _belongs(sentence, found, head)]
    if after:
        return after[0]
    if head is group[-1] or len(group) == 1:
        return None
    tail = [found for found in lists if found.first > group[-1].last and found.introduced]
    provinces = head.group is not None and head.group.id == "provinces"
    return next((found for found in tail if found.is_provinces == provinces), None) if slot != "value" else None


def _belongs(sentence: Sentence, found: NameList, head: Head) -> bool:
    """Whether names behind a figure are its names: announced, and in its clause or after a colon or "gồm"."""
    same_clause = found.first < sentence.clause_end(head.last)
    if found.excepted:
        return False
    return found.first == head.last + 1 or (found.introduced and (same_clause or found.enumerated))


def _is_subject(sentence: Sentence, found: NameList, head: Head) -> bool:
    gap = sentence.words[found.last + 1 : head.first]
    return found.last < head.first and gap in {("là",), ("đều", "là"), ("cùng", "là")}


def _list_doubts(listed: NameList, figure: Figure) -> tuple[Doubt, ...]:
    doubts = []
    counted = int(figure.count.value) if figure.count else None
    if listed.examples:
        doubts.append(doubt(Code.EXAMPLES))
    elif counted != len(listed.names):
        doubts.append(doubt(Code.COUNT_NAMES, f"{counted} against {len(listed.names)}"))
    if unknown := [name.printed for name in listed.names if not name.known]:
        doubts.append(doubt(Code.UNKNOWN_NAME, ", ".join(unknown)))
    return tuple(doubts)


def _list_claims(sentence: Sentence, context: Context, lists: Sequence[NameList]) -> Iterable[Claim]:
    """Give claims for lists of names without a number: "chưa có: Học viện …", "ngoại trừ Bộ Công an"."""
    for found in lists:
        if found.examples or not (found.introduced or found.excepted or len(found.names) > 1):
            continue
        yield from _list_claim(sentence, context, found)


def _list_claim(sentence: Sentence, context: Context, found: NameList) -> Iterable[Claim]:
    adopting = [hit for hit in sentence.hits if context.lexicon.indicators[hit.indicator].unit == "bodies"]
    vetoed = {hit.indicator for hit in sentence.vetoes}
    adopting = [hit for hit in adopting if hit.indicator not in vetoed]
    source = sentence
    if not adopting and context.topic and (found.excepted or found.introduced):
        source = context.topic
        adopting = [hit for hit in source.hits if context.lexicon.indicators[hit.indicator].unit == "bodies"]
    if not adopting:
        return
    slot, asked = found.slot(sentence, context)
    if slot is None:
        return
    hit = min(adopting, key=lambda hit: (abs(hit.first - found.first), -(hit.last - hit.first)))
    doubts = [doubt(Code.INDICATOR_HINT)]
    doubts += [doubt(Code.ASKED)] if asked else []
    doubts += [doubt(Code.INDICATOR_ELSEWHERE)] if source is not sentence else []
    unknown = [name.printed for name in found.names if not name.known]
    doubts += [doubt(Code.UNKNOWN_NAME, ", ".join(unknown))] if unknown else []
    for group, names in _by_group(found.names):
        dated = date_of(sentence, context, None, at=found.first, events=asked, anywhere=found.excepted)
        yield Claim(
            indicator=hit.indicator,
            group=group,
            slot=slot,
            quote=tuple(sentence.span),  # type: ignore[arg-type]
            names=names,
            as_of=dated.as_of,
            date=dated.anchor,
        ).doubted(*doubts, doubt(Code.STATE), *dated.doubts)


def _by_group(names: Sequence[Listed]) -> Iterable[tuple[str, tuple[Listed, ...]]]:
    provinces = tuple(name for name in names if name.kind in {"province", "city"})
    central = tuple(name for name in names if name.kind not in {"province", "city"})
    if central:
        yield "central", central
    if provinces:
        yield "provinces", provinces
