"""From a text to claims: the one walk over a document."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from egov_tracker.reading.claims import Claim, Code, Passage, Proposal, doubt
from egov_tracker.reading.context import Context, Options
from egov_tracker.reading.dates import UNKNOWN, Role, find_dates
from egov_tracker.reading.layout import (
    LONGEST_SENTENCE,
    Block,
    Shape,
    Span,
    cells,
    find_blocks,
    find_sentences,
    sections,
)
from egov_tracker.reading.mentions import DIGITS, MOST_IN_SENTENCE, Class, Mention, scan
from egov_tracker.reading.modality import is_plan_heading, is_planning, opens_orders
from egov_tracker.reading.proof import prove
from egov_tracker.reading.prose import read_sentence
from egov_tracker.reading.sentences import take_apart
from egov_tracker.reading.tables import read_annex, read_table
from egov_tracker.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from egov_tracker.reading.dates import DateMention
    from egov_tracker.reading.lexicon import Lexicon
    from egov_tracker.reading.sentences import Sentence
    from egov_tracker.reading.sources import SourceText


class Digits(NamedTuple):
    """How many runs of digits a text has, and how many got a class: the two must be equal."""

    runs: int
    classified: int


class Reading(NamedTuple):
    """All that was read from one document."""

    source: SourceText
    claims: tuple[Claim, ...]
    proposals: tuple[Proposal, ...]
    unread: tuple[Passage, ...]
    digits: Digits
    head_date: str | None


_LONG = 600
MOST_SENTENCES = 40_000
MOST_MENTIONS = 50_000
MOST_ROWS = 1_000
MOST_IN_TABLE = 80_000
MOST_COLUMNS = 60
_TITLE_WORDS = 14
_BULK = (Class.UNREAD, "numbers without words, or more than is read of one document")
_BESIDE = re.compile(
    r"\W*(?:các )?(?:tin|bài)(?: viết)? (?:liên quan|khác|mới|cùng chuyên mục|đọc nhiều)"
    r"|\W*(?:đọc|xem) (?:nhiều|thêm)|\W*bình luận",
    re.IGNORECASE,
)
_LETTER = re.compile(r"[^\W\d_]")
_MOST_HEADS = 8


class _Walk:
    """Gathers claims, proposals and classes block by block."""

    def __init__(self, source: SourceText, lexicon: Lexicon, options: Options) -> None:
        self.source, self.text = source, source.text
        self.context = Context(lexicon, options)
        self.claims: list[Claim] = []
        self.proposals: list[Proposal] = []
        self.mentions: list[Mention] = []
        self.reasons: dict[int, tuple[Class, str]] = {}
        self.sentences = 0
        self.beside = False
        self.dates: list[DateMention] | None = None

    def walk(self) -> None:
        """Read the body, then the annexes."""
        parts = sections(find_blocks(self.text))
        self.context.year = _year_of(self.text, self.context.options)
        for number, blocks in parts.items():
            if number == 0:
                self._read_blocks(blocks)
            else:
                self._read_annex(blocks)

    def _read_blocks(self, blocks: Sequence[Block]) -> None:
        for run in _runs(blocks):
            if self._is_worn_out or run[0].shape is Shape.NUMBERS or _is_endless(run):
                self._read_in_bulk(run)
            elif run[0].shape is Shape.ROW:
                self._read_rows(run)
            else:
                self._read_block(run[0])

    @property
    def _is_worn_out(self) -> bool:
        return self.sentences > MOST_SENTENCES or len(self.mentions) > MOST_MENTIONS

    def _read_in_bulk(self, blocks: Sequence[Block]) -> None:
        """Account for the numbers of a stretch without reading it: it is only numbers, or comes after too much."""
        start, end = blocks[0].start, blocks[-1].end
        last = self.mentions[-1] if self.mentions else None
        if last and self.reasons.get(last.start) == _BULK and last.end <= start:
            self.mentions[-1] = last._replace(end=end)
        elif DIGITS.search(self.text, start, end):
            self.mentions.append(Mention(start, end, Class.UNREAD))
            self.reasons[start] = _BULK

    def _read_rows(self, rows: Sequence[Block]) -> None:
        for block in rows:
            for cell in cells(self.text, block):
                self._note(scan(self.text, cell.start, cell.end) if DIGITS.search(self.text, *cell) else ())
        size = sum(block.end - block.start for block in rows)
        if size > MOST_IN_TABLE or max(len(cells(self.text, block)) for block in rows) > MOST_COLUMNS:
            return
        if self.context.paragraph_date is None and self.context.section_date is None:
            self.context.paragraph_date = self._cited_date("")
        found = read_table(self.text, rows, self.context, self.context.last)
        self.claims += found.claims
        for at, kind, reason in found.classes:
            self.reasons[at] = (kind, reason)

    def _read_block(self, block: Block) -> None:
        self.context.paragraph_date = None
        if _BESIDE.match(self.text, block.start, block.end):
            self.beside = True
        elif block.shape is Shape.PARAGRAPH:
            self.beside = False
        inherited = self.context.ordered
        for span in find_sentences(self.text, block):
            self._read_span(span, block)
        if block.shape is not Shape.ITEM and inherited and block.shape is not Shape.HEADING:
            self.context.ordered = self._opened
        self._opened = False

    _opened = False

    def _read_span(self, span: Span, block: Block) -> None:
        if not DIGITS.search(self.text, *span) and span.end - span.start > LONGEST_SENTENCE:
            return
        if len(DIGITS.findall(self.text, *span)) > MOST_IN_SENTENCE:
            self._note_crowd(span)
            return
        self.sentences += 1
        if not _LETTER.search(self.text, *span):
            self._note(scan(self.text, *span))
            return
        sentence = take_apart(self.text, span, self.context.lexicon)
        self._note(sentence.mentions)
        self._turn(sentence, block)
        read = read_sentence(sentence, self.context)
        doubts = self._doubts_of(sentence, block)
        self.claims += [claim.doubted(*(doubt(code) for code in doubts)) for claim in read.claims]
        self.proposals += read.proposals
        for at, kind, reason in read.classes:
            self.reasons[at] = (kind, reason)
        self._remember(sentence, block)

    def _turn(self, sentence: Sentence, block: Block) -> None:
        """Let a heading end or begin a section of plans."""
        if block.shape is Shape.HEADING or (
            block.shape is Shape.ITEM and len(sentence.tokens) <= _TITLE_WORDS and not sentence.heads
        ):
            self.context.planned = (
                is_plan_heading(sentence)
                and not sentence.heads
                and not any(hit for hit in sentence.hits if hit.is_proof)
            )
            self.context.heading = sentence
            self.context.topic = None
            self.context.ordered = False

    def _remember(self, sentence: Sentence, block: Block) -> None:
        dates = [date for date in sentence.dates if date.role is Role.AS_OF]
        self.context.last = sentence
        if dates and not any(date.role is Role.DUE for date in sentence.dates) and not is_planning(sentence):
            self.context.paragraph_date = dates[-1]
            if block.shape is Shape.HEADING and not sentence.heads:
                self.context.section_date = dates[-1]
        if sentence.hits:
            self.context.topic = sentence
        if opens_orders(sentence):
            self.context.ordered = True
            self._opened = True

    def _doubts_of(self, sentence: Sentence, block: Block) -> list[Code]:
        doubts = [Code.BOILERPLATE] if self.beside else []
        if block.shape is Shape.HEADING:
            doubts.append(Code.HEADING)
        if sentence.span.end - sentence.span.start > _LONG or len(sentence.heads) > _MOST_HEADS:
            doubts.append(Code.LONG_SENTENCE)
        return doubts + [
            region.code
            for region in self.source.regions
            if region.start < sentence.span.end and sentence.span.start < region.end
        ]

    def _read_annex(self, blocks: Sequence[Block]) -> None:
        if self._is_worn_out:
            self._read_in_bulk(blocks)
            return
        self.sentences += len(blocks)
        label = blocks[0].label
        self.context.paragraph_date = self._cited_date(label)
        claims = read_annex(self.text, blocks, self.context)
        self.claims += claims
        if claims:
            for block in blocks:
                for span in cells(self.text, block) if block.shape is Shape.ROW else find_sentences(self.text, block):
                    self._note_annex(span)
        else:
            self._read_blocks(blocks)

    def _note_annex(self, span: Span) -> None:
        if not DIGITS.search(self.text, *span):
            return
        for mention in scan(self.text, *span):
            printed = self.text[span.start : span.end]
            kind = Class.LIST_NUMBER if mention.kind is Class.FIGURE and printed.strip().isdigit() else mention.kind
            self._note((mention._replace(kind=kind),))

    def _cited_date(self, label: str) -> DateMention | None:
        """Find the as-of date of the sentence that cites an annex, else the only as-of date of the body."""
        if self.dates is None:
            found = find_dates(self.text, 0, min(len(self.text), _SEARCHED))
            self.dates = [date for date in found if date.role is Role.AS_OF and date.as_of != UNKNOWN]
            self.lowered = self.text[:_SEARCHED].lower()
        dates = self.dates
        if label:
            at = self.lowered.find(f"phụ lục {label.lower()}")
            before = [date for date in dates if date.start < at]
            if before:
                return before[-1]
        return dates[0] if len({date.as_of for date in dates}) == 1 else None

    def _note(self, mentions: Iterable[Mention]) -> None:
        self.mentions += mentions

    def _note_crowd(self, span: Span) -> None:
        """Class the numbers of a sentence that no person could read as one passage."""
        self.mentions.append(Mention(span.start, span.end, Class.UNREAD))
        self.reasons[span.start] = (Class.UNREAD, f"more than {MOST_IN_SENTENCE} numbers in one sentence")


def read_text(
    source: SourceText, lexicon: Lexicon, options: Options | None = None, *, everything: bool = False
) -> Reading:
    """Read a document: claims with doubts, proposals, and every other number with its class and reason.

    `everything` keeps the claims of headings that only say again what the text says.
    """
    walk = _Walk(source, lexicon, options or Options())
    walk.walk()
    late = walk.context.options.dated or _head_date(source.text)
    claims, repeats = prove(walk.claims, source, lexicon, everything=everything, late=late)
    claimed = {claim.value[0]: claim for claim in claims if claim.value}
    for claim in repeats:
        if claim.value:
            walk.reasons[claim.value[0]] = (Class.REPEAT, "said again in the text")
    planned = {proposal.value[0] for proposal in walk.proposals}
    shares = {claim.share[0] for claim in claims if claim.share}
    passages = tuple(_passages(walk, claimed.keys() | shares, planned))
    runs = sum(1 for _ in DIGITS.finditer(source.text))
    counted = sum(_runs_in(source.text, mention.start, mention.end) for mention in walk.mentions)
    missed = tuple(_missed(source.text, walk.mentions)) if counted != runs else ()
    unread = tuple(sorted((*passages, *missed), key=lambda passage: passage.start))
    digits = Digits(runs, counted + sum(passage.runs for passage in missed))
    return Reading(source, claims, tuple(walk.proposals), unread, digits, _head_date(source.text))


def _is_endless(rows: Sequence[Block]) -> bool:
    """Whether a row is longer than any table is wide."""
    return rows[0].shape is Shape.ROW and max(block.end - block.start for block in rows) > LONGEST_SENTENCE * 10


def _runs(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """Give the rows of each table together, and every other block by itself."""
    table: list[Block] = []
    for block in blocks:
        if block.shape is Shape.ROW and len(table) < MOST_ROWS:
            table.append(block)
            continue
        if table:
            yield table
            table = []
        if block.shape is Shape.ROW:
            table = [block]
        else:
            yield [block]
    if table:
        yield table


def _passages(walk: _Walk, claimed: set[int], planned: set[int]) -> Iterator[Passage]:
    for mention in walk.mentions:
        if mention.start in claimed:
            continue
        kind, reason = walk.reasons.get(mention.start, (mention.kind, ""))
        if mention.start in planned:
            kind, reason = Class.PLAN, "a plan, a target or an order"
        if kind is Class.FIGURE:
            kind, reason = Class.UNREAD, "no indicator of the catalogue is named beside it"
        yield Passage(mention.start, mention.end, kind, reason, _runs_in(walk.text, mention.start, mention.end))


def _runs_in(text: str, start: int, end: int) -> int:
    return sum(1 for _ in DIGITS.finditer(text, start, end))


def _missed(text: str, mentions: Sequence[Mention]) -> Iterator[Passage]:
    """Give the runs of digits that no mention covers, so that none is lost."""
    spans = iter(sorted((mention.start, mention.end) for mention in mentions))
    span = next(spans, None)
    for run in DIGITS.finditer(text):
        while span and span[1] <= run.start():
            span = next(spans, None)
        if span is None or not span[0] <= run.start() < span[1]:
            yield Passage(run.start(), run.end(), Class.UNREAD, "outside every sentence", 1)


def _year_of(text: str, options: Options) -> int | None:
    """Give the year for days printed without one: that of the period, of the document's head, or of its as-of dates."""
    if options.period:
        return int(options.period[:4])
    if options.dated:
        return int(options.dated[:4])
    if head := _head_date(text):
        return int(head[:4])
    years = Counter(
        date.parts[3]
        for date in find_dates(text, 0, min(len(text), 200_000))
        if date.role is Role.AS_OF and date.parts[3]
    )
    return next(iter(years)) if len(years) == 1 else None


_HEAD = 1_500
_SEARCHED = 200_000


def _head_date(text: str) -> str | None:
    """Give the date of an official document's head: "Hà Nội, ngày 04 tháng 3 năm 2016"."""
    for date in find_dates(text, 0, min(len(text), _HEAD)):
        line = text[text.rfind("\n", 0, date.start) + 1 : date.start].strip()
        tail = text[date.end : text.find("\n", date.end) if "\n" in text[date.end :] else len(text)].strip()
        if date.parts[0] and date.parts[3] and line.endswith(",") and not tail and len(line) < 40:  # noqa: PLR2004
            return date.as_of
    return None
