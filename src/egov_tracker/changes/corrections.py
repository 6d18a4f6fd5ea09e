"""Two states of one file of the ledger, field by field: what was corrected, added and taken out, as it is written."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any, TypeAlias

from egov_tracker.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence

    from egov_tracker.model.findings import Location
    from egov_tracker.store.document import Document

Path: TypeAlias = "tuple[str | int, ...]"
ENTRY = 2  # the steps that lead to an entry: its section, and its key or index there
ORDERED = (("sources",),)  # sections in which the order says something: the first source speaks
OBSERVATIONS = ("observations",)
IDENTITY = ("indicator", "group", "breakdown", "kind")
# By what two entries of one list of observations are the same, the nearest first.
ALIKE = (
    (*IDENTITY, "source", "as_of", "at"),
    (*IDENTITY, "source", "as_of"),
    (*IDENTITY, "source"),
    (*IDENTITY, "as_of"),
    ("source", "as_of", "at", "value"),
    ("group", "source", "as_of", "at"),
)


class Correction(NamedTuple):
    """A field that differs between two states of a file; None on the side that does not have it.

    `where` leads to it from the top of the file, on the new side where that has it; `entry` is how much of that leads
    to the figure, source or body that it is a field of. Values are as they are written, mappings and lists in one line.
    """

    where: Path
    old: str | None
    new: str | None
    old_place: Location | None
    new_place: Location | None
    old_entry: Path
    new_entry: Path

    @property
    def is_added(self) -> bool:
        """Whether it is a whole figure, source or body that the old side does not have."""
        return not self.field and self.old is None

    @property
    def is_taken_out(self) -> bool:
        """Whether it is a whole figure, source or body that the new side does not have."""
        return not self.field and self.new is None

    @property
    def section(self) -> str:
        """The part of the file: sources, observations, bodies."""
        return str(self.where[0]) if self.where else ""

    @property
    def field(self) -> str:
        """The field within its entry, `outstanding.count`; empty where the whole entry is new or gone."""
        return ".".join(map(str, self.where[ENTRY:] if len(self.where) > 1 else self.where))


class _Missing:
    """What a side does not have."""


MISSING = _Missing()


class _Sides(NamedTuple):
    """A value on both sides and where it stands on each."""

    old_where: Path
    new_where: Path
    old: Any
    new: Any

    def at(self, old_step: str | int, new_step: str | int, old: Any, new: Any) -> _Sides:
        return _Sides((*self.old_where, old_step), (*self.new_where, new_step), old, new)


def compare_documents(old: Document, new: Document) -> Iterator[Correction]:
    """Every field that differs, in the order of the new file; comments and the order of observations are no fields."""
    for sides in _differences(_Sides((), (), old.content or {}, new.content or {})):
        where = sides.old_where if sides.new is MISSING else sides.new_where
        yield Correction(
            where,
            None if sides.old is MISSING else inline(sides.old),
            None if sides.new is MISSING else inline(sides.new),
            None if sides.old is MISSING else old.location(*sides.old_where),
            None if sides.new is MISSING else new.location(*sides.new_where),
            sides.old_where[:ENTRY],
            sides.new_where[:ENTRY],
        )


def _differences(sides: _Sides) -> Iterator[_Sides]:
    if sides.new_where and sides.old == sides.new:
        yield from _in_other_order(sides)
        return
    match sides.old, sides.new:
        case dict(), dict():
            yield from _of_mappings(sides)
        case list(), list():
            yield from _of_lists(sides)
        case _:
            yield sides


def _of_mappings(sides: _Sides) -> Iterator[_Sides]:
    old, new = sides.old, sides.new
    yield from _in_other_order(sides)
    for key in {**new, **old}:
        before, after = old.get(key, MISSING), new.get(key, MISSING)
        if not sides.new_where:  # a section that is not there holds nothing
            before, after = _section_of(before, after), _section_of(after, before)
        yield from _differences(sides.at(key, key, before, after))


def _in_other_order(sides: _Sides) -> Iterator[_Sides]:
    """The keys that both sides have, where they stand in another order and that says something."""
    if sides.new_where in ORDERED and isinstance(sides.old, dict) and isinstance(sides.new, dict):
        both = [key for key in sides.old if key in sides.new], [key for key in sides.new if key in sides.old]
        if both[0] != both[1]:
            yield sides._replace(old=both[0], new=both[1])


def _section_of(value: Any, other: Any) -> Any:
    empty: dict[str, Any] | list[Any] = [] if isinstance(other, list) else {}
    return empty if value is MISSING and isinstance(other, dict | list) else value


def _of_lists(sides: _Sides) -> Iterator[_Sides]:
    alike = _observations_alike if sides.new_where == OBSERVATIONS else _items_alike
    pairs = alike(sides.old, sides.new)
    left, right = {one for one, _ in pairs}, {other for _, other in pairs}
    for one, other in pairs:
        yield from _differences(sides.at(one, other, sides.old[one], sides.new[other]))
    for index, item in enumerate(sides.old):
        if index not in left:
            yield sides.at(index, index, item, MISSING)
    for index, item in enumerate(sides.new):
        if index not in right:
            yield sides.at(index, index, MISSING, item)


def _items_alike(old: Sequence[Any], new: Sequence[Any]) -> list[tuple[int, int]]:
    """Items in one order; where as many were replaced by as many, one by one."""
    matcher = SequenceMatcher(None, [_key(item) for item in old], [_key(item) for item in new], autojunk=False)
    pairs: list[tuple[int, int]] = []
    for _, start, end, other, other_end in matcher.get_opcodes():
        if end - start == other_end - other:
            pairs += zip(range(start, end), range(other, other_end), strict=True)
    return pairs


def _observations_alike(old: Sequence[Any], new: Sequence[Any]) -> list[tuple[int, int]]:
    """Entries of the same content wherever they stand, then those that are alike in ever fewer fields."""
    left, right = dict(enumerate(old)), dict(enumerate(new))
    pairs: list[tuple[int, int]] = []
    for key in (_key, *(_fields(names) for names in ALIKE)):
        waiting: dict[Hashable, list[int]] = {}
        for index, item in right.items():
            waiting.setdefault(key(item), []).append(index)
        for index, item in list(left.items()):
            if there := waiting.get(key(item)):
                twin = there.pop(0)
                pairs.append((index, twin))
                del left[index], right[twin]
    return sorted(pairs, key=lambda pair: pair[1])


def _fields(names: Sequence[str]) -> Callable[[Any], Hashable]:
    def key(item: Any) -> Hashable:
        fields: Mapping[str, Any] = item if isinstance(item, dict) else {}
        return tuple(_key(fields.get(name)) for name in names)

    return key


def _key(value: Any) -> Hashable:
    """A value as something that can be looked up; the order of keys does not matter."""
    match value:
        case dict():
            return tuple(sorted((key, _key(inner)) for key, inner in value.items()))
        case list():
            return ("", *map(_key, value))
        case _:
            return str(value) if value is not None else None


def inline(value: Any) -> str:
    """A value in one line, as YAML writes it between brackets; nothing where it is null."""
    match value:
        case dict():
            return "{" + ", ".join(f"{key}: {inline(inner)}" for key, inner in value.items()) + "}"
        case list():
            return "[" + ", ".join(map(inline, value)) + "]"
        case None:
            return ""
        case _:
            return str(value)
