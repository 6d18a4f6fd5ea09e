"""What is part of what, among the values of a dimension and among groups: a mapping from a whole to its parts."""

from __future__ import annotations

from itertools import chain, product
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Parts: TypeAlias = "Mapping[str, tuple[str, ...]]"


def decompositions(members: tuple[str, ...], parts: Parts) -> Iterator[tuple[str, ...]]:
    """The members themselves, then every list in which some of them are replaced by their own parts.

    For example, central + provinces, then ministries + government_agencies + provinces.
    """
    choices = [((name,), *decompositions(parts[name], parts)) if parts.get(name) else ((name,),) for name in members]
    for choice in product(*choices):
        yield tuple(chain.from_iterable(choice))


def part_of_themselves(parts: Parts) -> tuple[str, ...]:
    """The wholes that are, directly or not, a part of themselves: mistakes."""
    return tuple(name for name in parts if name in all_parts(name, parts))


def all_parts(whole: str, parts: Parts) -> set[str]:
    """The parts of a whole, their parts, and so on."""
    found: set[str] = set()
    left = [*parts.get(whole, ())]
    while left:
        name = left.pop()
        if name not in found:
            found.add(name)
            left += parts.get(name, ())
    return found
