"""Which names belong to a figure, and which stand for a claim of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.reading.claims import Claim, Code, Doubt, Listed, doubt
from egov_tracker.reading.dating import date_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from egov_tracker.reading.context import Context
    from egov_tracker.reading.listing import NameList
    from egov_tracker.reading.sentences import Head, Sentence
    from egov_tracker.text.figures import Figure


def list_of(
    sentence: Sentence, head: Head, group: Sequence[Head], lists: Sequence[NameList], slot: str
) -> NameList | None:
    """Find the names that belong to a figure: those in brackets behind it, those after "gồm", those before "là"."""
    if before := next((found for found in lists if _is_subject(sentence, found, head)), None):
        return before
    limit = min((other.first for other in sentence.heads if other.first > head.first), default=len(sentence.tokens))
    after = [found for found in lists if head.last < found.first < limit and _belongs(sentence, found, head)]
    if slot == "value" or len({_counts_provinces(each) for each in group}) == 1:
        return after[0] if after else None
    tail = [found for found in lists if found.first > group[-1].last and found.introduced and not found.excepted]
    shares = (_share_of(found, provinces=_counts_provinces(head)) for found in (*after, *tail))
    return next((share for share in shares if share), None)


def _counts_provinces(head: Head) -> bool:
    return head.group is not None and head.group.id == "provinces"


def _share_of(found: NameList, *, provinces: bool) -> NameList | None:
    """Of a list that two figures may share, "2 bộ và 1 tỉnh, gồm: …", what one counts; None where it counts none.

    A name that nobody knows goes with those around it where they are all of one kind, else with the central bodies.
    """
    kinds = {name.is_province for name in found.names if name.known}
    if provinces not in kinds:
        return None
    mixed = len(kinds) > 1
    return found._replace(names=tuple(name for name in found.names if not mixed or name.is_province == provinces))


def _belongs(sentence: Sentence, found: NameList, head: Head) -> bool:
    """Whether names behind a figure are its names: announced, and in its clause or after a colon or "gồm"."""
    same_clause = found.first < sentence.clause_end(head.last)
    if found.excepted:
        return False
    return found.first == head.last + 1 or (found.introduced and (same_clause or found.enumerated))


def _is_subject(sentence: Sentence, found: NameList, head: Head) -> bool:
    gap = sentence.words[found.last + 1 : head.first]
    return found.last < head.first and gap in {("là",), ("đều", "là"), ("cùng", "là")}


def list_doubts(listed: NameList, figure: Figure) -> tuple[Doubt, ...]:
    """What speaks against a list beside a figure: examples, another number of names, names that nobody knows."""
    doubts = []
    counted = int(figure.count.value) if figure.count else None
    if listed.examples:
        doubts.append(doubt(Code.EXAMPLES))
    elif counted != len(listed.names):
        doubts.append(doubt(Code.COUNT_NAMES, f"{counted} against {len(listed.names)}"))
    if unknown := [name.printed for name in listed.names if not name.known]:
        doubts.append(doubt(Code.UNKNOWN_NAME, ", ".join(unknown)))
    return tuple(doubts)


def list_claims(sentence: Sentence, context: Context, lists: Sequence[NameList]) -> Iterable[Claim]:
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
        dated = date_of(sentence, context, found.first, events=asked, anywhere=found.excepted)
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
    provinces = tuple(name for name in names if name.is_province)
    central = tuple(name for name in names if not name.is_province)
    if central:
        yield "central", central
    if provinces:
        yield "provinces", provinces
