"""Claims from running text: each figure with its indicator, group, state and date, and every doubt about them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from egov_tracker.reading.asides import aside_of, figure_of
from egov_tracker.reading.choosing import Choice, choose_cue
from egov_tracker.reading.claims import Claim, Code, Doubt, Proposal, doubt
from egov_tracker.reading.dates import UNKNOWN, Role
from egov_tracker.reading.dating import date_of
from egov_tracker.reading.evidence import stray_words
from egov_tracker.reading.listing import NameList, find_lists
from egov_tracker.reading.mentions import Class
from egov_tracker.reading.modality import Mood, is_planning, mood_of, state_of
from egov_tracker.reading.naming import list_claims, list_doubts, list_of
from egov_tracker.reading.parts import breakdown_of, group_of, has_unknown_level, kind_of
from egov_tracker.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from egov_tracker.reading.context import Context
    from egov_tracker.reading.lexicon import IndicatorWords
    from egov_tracker.reading.sentences import Head, Sentence
    from egov_tracker.text.figures import Figure


class Read(NamedTuple):
    """What one sentence yields; `classes` says why a figure became no claim, by its offset."""

    claims: tuple[Claim, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    classes: tuple[tuple[int, Class, str], ...] = ()


class Counted(NamedTuple):
    """A figure of a sentence with all that decides what it says; `group` are the figures that share its predicate."""

    sentence: Sentence
    context: Context
    group: Sequence[Head]
    head: Head
    figure: Figure
    choice: Choice
    mood: Mood

    @property
    def words(self) -> IndicatorWords:
        """What the catalogue says of the indicator."""
        return self.context.lexicon.indicators[self.choice.hit.indicator]

    @property
    def adopts(self) -> bool:
        """Whether it counts bodies."""
        return self.words.unit == "bodies"


_LINKS = frozenset(
    {"và", "cùng", "với", "cũng", "như", "cả", "có", "gồm", "bao", "là", "trong", "đó", "tại", "của", "các", "đã"}
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
    claims += list_claims(sentence, context, [found for found in lists if found.first not in used])
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
    if "%" in sentence.text[left.mention.start : right.mention.end]:
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
    choice = choose_cue(sentence, context, group, head, figure)
    mood = mood_of(sentence, context, group, choice.hit if choice and choice.rank <= 1 else None)
    if mood is Mood.PLAN:
        return _proposal(sentence, head)
    if choice is None:
        return Class.UNREAD, _why_unread(head)
    if has_unknown_level(sentence, head, context.lexicon.indicators[choice.hit.indicator]):
        return Class.UNREAD, "counts a level that the catalogue does not have"
    return _claim(Counted(sentence, context, group, head, figure, choice, mood), lists, used)


def _why_unread(head: Head) -> str:
    if head.group and head.group.foreign:
        return "counts bodies that the ledger does not know"
    if not head.unit:
        return "what is counted is not said beside it"
    return f"no indicator of the catalogue counts these {head.unit} here"


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


def _claim(counted: Counted, lists: Sequence[NameList], used: set[int]) -> Claim:
    """Put a claim together from its sides; `used` learns of the list of names that it takes."""
    sentence, context, group, head, figure, choice, _ = counted
    words = counted.words
    slot, state_doubts = state_of(sentence, group, head, choice.hit, choice.rank) if counted.adopts else ("value", ())
    listed = list_of(sentence, head, group, lists, slot) if counted.adopts else None
    used.update([listed.first] if listed else [])
    names = listed.names if listed else ()
    who, who_doubts = group_of(sentence, head, words, names, figure)
    breakdown, part_doubts = breakdown_of(sentence, group, head, words)
    dated = date_of(sentence, context, head.first, carries=words.unit != "rank", anywhere=slot == "exempt")
    kind, start, kind_doubts = kind_of(sentence, words, dated)
    claim = replace(_bare_claim(counted, who, slot), breakdown=breakdown, kind=kind, start=start, names=names)
    claim = replace(claim, as_of=dated.as_of, date=dated.anchor)
    sides = (*choice.doubts, *state_doubts, *who_doubts, *part_doubts, *dated.doubts, *kind_doubts)
    return claim.doubted(*sides, *_doubts_of(counted, listed))


def _bare_claim(counted: Counted, group: str, slot: str) -> Claim:
    """What is printed, of whom and in which state."""
    sentence, mention = counted.sentence, counted.head.mention
    return Claim(
        indicator=counted.words.id,
        group=group,
        slot=slot,
        quote=tuple(sentence.span),  # type: ignore[arg-type]
        value=(mention.start, mention.end),
        printed=sentence.text[mention.start : mention.end],
        share=_share_after(sentence, counted.head),
    )


def _doubts_of(counted: Counted, listed: NameList | None) -> tuple[Doubt, ...]:
    """What speaks against a claim as a whole: a loose proof, a plan nearby, a list that does not fit."""
    loose = _loose_proof(counted) if counted.adopts else ()
    mooded = (doubt(Code.PLAN_NEARBY),) if counted.mood is Mood.MIXED else ()
    return (*loose, *mooded, *(list_doubts(listed, counted.figure) if listed else ()))


def _loose_proof(counted: Counted) -> tuple[Doubt, ...]:
    """The doubt that other words stand between the figure and its cue, or that the cue is not the nearest."""
    rank, hit = counted.choice.rank, counted.choice.hit
    stray = [] if rank else stray_words(counted.sentence, counted.context.lexicon, counted.group, hit)
    return (doubt(Code.PROOF, ", ".join(stray[:4])),) if stray or rank else ()


def _share_after(sentence: Sentence, head: Head) -> tuple[int, int] | None:
    """Find the percentage in brackets behind the counted noun: "47.774 dịch vụ (96,8%)"."""
    for other in sentence.mentions:
        if other.start > head.mention.end and other.kind is Class.FIGURE:
            between = sentence.text[head.mention.end : other.start]
            printed = sentence.text[other.start : other.end]
            return (other.start, other.end) if between.endswith("(") and printed.endswith("%") else None
    return None
