"""The screen of a review: what a document says, what was read from it, why it is doubted; and a list for scripts."""

from __future__ import annotations

import re
from textwrap import wrap
from typing import TYPE_CHECKING

from egov_tracker.text.terminal import one_line
from egov_tracker.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from egov_tracker.reading.review import Draft, Item

KEYS = "a accept   e edit   s skip   n not a figure   u undo   q stop"
CLEAR = "\x1b[2J\x1b[H"
_DIM, _PLAIN = "\x1b[2m", "\x1b[0m"
_WIDEST = 100


class Known(NamedTuple):
    """What the ledger says of an observation: the name of what it counts, errors, and what the archive prints instead.

    With errors it cannot be accepted.
    """

    subject: str
    faults: Sequence[str]
    unlike: Sequence[str]


def screen(draft: Draft, item: Item, known: Known, width: int, *, styled: bool) -> str:
    """One observation on a screen of so many columns: quote, claim, doubts, keys; `styled` for a terminal."""
    columns = min(width, _WIDEST) - 2
    decided, count = len(draft.items) - len(draft.open), len(draft.items)
    place = f"{draft.items.index(item) + 1} of {count}, {decided} decided"
    head = f"{draft.path}, {draft.file.period}: {place}"
    lines = [_dim(head, styled=styled), ""]
    for quote in item.quotes:
        lines += [*_wrapped(_marked(quote, item), columns, "  "), ""]
    lines += [_dim(f"  {item.entry.source}, {item.entry.at}", styled=styled), ""]
    lines += [
        *_wrapped(known.subject, columns, "    "),
        *(line for each in item.shown for line in _yaml(each, columns)),
    ]
    lines += ["", *_doubts(item, known.unlike, columns), *(f"  ! {one_line(fault)}" for fault in known.faults)]
    return "\n".join((*lines, "", f"  {KEYS.partition('   ')[2] if known.faults else KEYS}", ""))


def _doubts(item: Item, unlike: Sequence[str], columns: int) -> Iterator[str]:
    if not item.doubts and not unlike:
        yield "  no doubt"
    for difference in unlike:
        yield from _wrapped(f"? {difference}", columns, "    ", first="  ")
    for code, message in item.doubts:
        yield from _wrapped(f"? {message} ({code})", columns, "    ", first="  ")


def _wrapped(text: str, columns: int, indent: str, first: str | None = None) -> list[str]:
    start = indent if first is None else first
    return wrap(one_line(text), columns, initial_indent=start, subsequent_indent=indent, break_on_hyphens=False)


def _yaml(line: str, columns: int) -> list[str]:
    lead = " " * (4 + len(line) - len(line.lstrip()))
    return _wrapped(line.strip(), columns, f"{lead}    ", first=lead)


def _marked(quote: str, item: Item) -> str:
    """The quote with the printed figure between ‹ and ›, where it stands there once."""
    printed = item.entry.value.printed if item.entry.value else None
    if not printed:
        return quote
    pattern = re.compile(rf"(?<![\w/]){re.escape(printed)}(?![\w/])")
    return pattern.sub(f"‹{printed}›", quote) if len(pattern.findall(quote)) == 1 else quote


def _dim(text: str, *, styled: bool) -> str:
    return f"{_DIM}{text}{_PLAIN}" if styled else text


def list_items(draft: Draft) -> str:
    """One line an observation: whether it is decided, its key, its figure, the codes of its doubts; tabs between."""
    return "".join("\t".join(_fields(item)) + "\n" for item in draft.items)


def _fields(item: Item) -> tuple[str, ...]:
    codes = ",".join(dict.fromkeys(code for code, _ in item.doubts)) or "-"
    return ("accepted" if item.accepted else "open", item.key, item.printed, codes)
