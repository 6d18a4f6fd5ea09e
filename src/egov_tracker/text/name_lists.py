"""Names out of a pasted list: lines, semicolons, commas, numbers or dashes in front."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from egov_tracker.text.names import normalize

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_BREAK = re.compile(r"[;\n\r\x85\u2028\u2029\t|]|(?<!\S)\(?[0-9]{1,3}[.)](?:\s+|(?=[^\W\d]))")
_NUMBER_ALONE = re.compile(r"\(?[0-9]{1,3}[.)]?")
_BULLETS = "-–—•*+·, "
_AND = " và "


def split_names(text: str, is_name: Callable[[str], bool]) -> tuple[str, ...]:
    """The names of a list in their order, as they are written.

    A comma or "và" parts names only where `is_name` does not know the whole: Bộ Văn hóa, Thể thao và Du lịch is one.
    What is no name stays an item of its own, so that nothing is lost.
    """
    items = (normalize(item).strip(_BULLETS) for item in _BREAK.split(text))
    named = (item.removesuffix(".").strip(_BULLETS) for item in items if not _NUMBER_ALONE.fullmatch(item))
    return tuple(name for item in named if item for name in _parted(item, is_name))


def _parted(item: str, is_name: Callable[[str], bool]) -> Iterator[str]:
    """The names between the commas of an item: each time the longest run of pieces that is a name."""
    pieces = [piece for piece in item.split(", ") if piece]
    while pieces:
        ends = range(len(pieces), 0, -1)
        end = next((end for end in ends if is_name(", ".join(pieces[:end]))), None)
        if end is None and (halves := _halves(pieces, is_name)):
            first, rest = halves
            yield first
            pieces = rest
            continue
        yield ", ".join(pieces[: end or 1])
        pieces = pieces[end or 1 :]


def _halves(pieces: list[str], is_name: Callable[[str], bool]) -> tuple[str, list[str]] | None:
    """A name in front of a "và", and the pieces behind it; None where no name stands there."""
    whole = ", ".join(pieces)
    ands = (found for found in re.finditer(_AND, whole) if is_name(whole[: found.start()]))
    return next(((whole[: found.start()], whole[found.end() :].split(", ")) for found in ands), None)
