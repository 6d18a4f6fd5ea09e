"""The shape of a document: blocks of lines, and the sentences in them."""

from __future__ import annotations

from enum import StrEnum
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from egov_tracker.text.patterns import late
from egov_tracker.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class Shape(StrEnum):
    """What a block looks like."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ITEM = "item"
    ROW = "row"
    NUMBERS = "numbers"


class Block(NamedTuple):
    """Lines that belong together, `start` to `end`; `annex` is the number of the annex it stands in, 0 for the body."""

    start: int
    end: int
    shape: Shape
    annex: int
    label: str


class Span(NamedTuple):
    """A stretch of text."""

    start: int
    end: int


LONGEST_SENTENCE = 2_000
_MOST_HEADS = 6
_LONGEST_HEADING = 220
_LINE = late(r"[^\n]+")
_ANNEX = late(
    r"\s*(?:[#*]+\s*)?(?:PHỤ LỤC|Phụ lục)(?:\s+(?:số\s+)?(?P<label>\d{1,2}|[IVX]{1,5}|[A-D]))?\s*[*]*\s*(?:$|[:.\-–(])"
)
_ITEM = late(r"\s*(?:[-+•*–]\s+|\(?(?:\d{1,3}|[a-zđA-Z]|[IVX]{1,5})[.)]\s)")
_MARKED = late(r"\s*#{1,6}\s|\s*\*\*[^*]+\*\*\s*$")
_LETTER = late(r"[^\W\d_]")
MOST_WORDLESS = 200
_FINAL = frozenset(".!?;:…")
_RULE = late(r"\s*\|?[\s|:\-=+]+$")
_SHORT = 6
_JOINS_FROM = 60
_BREAK = late(
    r"(?:[.!?…]{1,5}[\"”’)\]]{0,4}(?=\s[\"“‘(\[]?[A-ZÀ-ỸĐ0-9\-–])|(?<=[a-zà-ỹđ0-9)]{2})\.(?=[A-ZÀ-ỸĐ][a-zà-ỹđ]))"
)
_SHORTENED = late(r"(?:^|[\s(])(?:TP|Tp|tp|Q|P|H|TX|ThS|TS|PGS|GS|BS|St|No|Mr|Mrs|v\.v|vv|[A-ZĐ])$|^\s*[0-9]{1,3}$")


def find_blocks(text: str) -> list[Block]:
    """Cut a text into blocks; every line that is not blank belongs to exactly one."""
    blocks: list[Block] = []
    annexes, label = 0, ""
    previous_end = wordless = 0
    for line in _LINE.finditer(text):
        start, end = line.span()
        if not text[start:end].strip():
            continue
        if head := _ANNEX.match(text, start, end):
            annexes, label = annexes + 1, head["label"] or ""
        gap = text.count("\n", previous_end, start)
        previous_end = end
        wordless = 0 if _LETTER.search(text, start, end) else wordless + 1
        if wordless > MOST_WORDLESS:
            blocks[-1] = blocks[-1]._replace(end=end, shape=Shape.NUMBERS)
            continue
        if head is None and blocks and gap == 1 and _continues(text, blocks[-1], start, end):
            blocks[-1] = _joined(text, blocks[-1], end)
        else:
            blocks.append(Block(start, end, _shape(text, start, end), annexes, label))
    return blocks


def _shape(text: str, start: int, end: int) -> Shape:
    line = text[start:end]
    if "\t" in line.strip() or line.count("|") > 1:
        return Shape.ROW
    if _MARKED.match(line):
        return Shape.HEADING
    if _ITEM.match(line):
        return Shape.ITEM
    bare = line.strip()
    if len(bare) <= _LONGEST_HEADING and bare[-1] not in _FINAL and not bare.endswith(","):
        return Shape.HEADING
    return Shape.PARAGRAPH


def _joined(text: str, block: Block, end: int) -> Block:
    shape = block.shape
    if shape is Shape.HEADING:
        shape = _shape(text, block.start, end)
    return block._replace(end=end, shape=shape)


def _continues(text: str, block: Block, start: int, end: int) -> bool:
    """Say whether a line goes on with the block before it: a wrapped line, not a new thought."""
    if block.shape is Shape.ROW or _shape(text, start, end) in {Shape.ROW, Shape.ITEM}:
        return False
    last, first = text[block.start : block.end].rstrip()[-1], text[start:end].lstrip()[0]
    if last in _FINAL - {";", ":"} or block.end - block.start > LONGEST_SENTENCE:
        return False
    if first.islower() or last == ",":
        return True
    width = block.end - text.rfind("\n", 0, block.end) - 1
    return (
        width >= _JOINS_FROM
        and last not in ";:"
        and (first.isdigit() or first == "(")
        and text[start:end].rstrip()[-1] in ".,;:"
    )


def find_sentences(text: str, block: Block) -> Iterator[Span]:
    """Cut a block into sentences, none longer than LONGEST_SENTENCE; a row is one."""
    start = block.start
    if block.shape is not Shape.ROW:
        for found in _BREAK.finditer(text, block.start, block.end):
            before = text[max(start, found.start() - _SHORT) : found.start()]
            if found[0] != "." or not _SHORTENED.search(before):
                yield from _capped(text, start, found.end())
                start = found.end()
    yield from _capped(text, start, block.end)


def _capped(text: str, start: int, end: int) -> Iterator[Span]:
    while end - start > LONGEST_SENTENCE:
        cut = _safe_cut(text, start, start + LONGEST_SENTENCE)
        yield Span(start, cut)
        start = cut
    if text[start:end].strip():
        yield Span(start, end)


def _safe_cut(text: str, start: int, limit: int) -> int:
    """Cut at a blank near the limit, else between two characters that are not both digits, else at the limit."""
    late = text[start + LONGEST_SENTENCE // 2 : limit]
    if " " in late:
        return limit - len(late) + late.rindex(" ")
    cut = limit
    while cut < len(text) and text[cut].isdigit() and text[cut - 1].isdigit():
        cut += 1
    return cut


def is_rule(text: str, block: Block) -> bool:
    """Whether a row only draws a line, as between head and body of a Markdown table."""
    return bool(_RULE.match(text[block.start : block.end]))


def cells(text: str, block: Block) -> tuple[Span, ...]:
    """Give the cells of a row, empty ones too, trimmed of blanks."""
    start, end = block.start, block.end
    separator = "\t" if "\t" in text[start:end].strip() else "|"
    if separator == "|":
        start, end = _without_bars(text, start, end)
    found, at = [], start
    for piece in text[start:end].split(separator):
        lead = len(piece) - len(piece.lstrip())
        found.append(Span(at + lead, max(at + lead, at + len(piece.rstrip()))))
        at += len(piece) + 1
    return tuple(found)


def _without_bars(text: str, start: int, end: int) -> tuple[int, int]:
    line = text[start:end]
    lead, tail = len(line) - len(line.lstrip()), len(line.rstrip())
    first = start + lead + (line[lead : lead + 1] == "|")
    return first, start + tail - (line[tail - 1 : tail] == "|")


def sections(blocks: Sequence[Block]) -> dict[int, list[Block]]:
    """Give the blocks of each annex, and those of the body under 0."""
    found: dict[int, list[Block]] = {}
    for block in blocks:
        found.setdefault(block.annex, []).append(block)
    return found


def annex_title(text: str, offset: int) -> tuple[Span, ...]:
    """The blocks that head the annex in which an offset lies, up to its first row; nothing in the body of a text."""
    blocks = find_blocks(text)
    annex = next((block.annex for block in reversed(blocks) if block.start <= offset), 0)
    inside = (block for block in blocks if annex and block.annex == annex)
    heads = takewhile(lambda block: block.shape not in {Shape.ROW, Shape.NUMBERS}, inside)
    return tuple(Span(block.start, block.end) for block in islice(heads, _MOST_HEADS))
