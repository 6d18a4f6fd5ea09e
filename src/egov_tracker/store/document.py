"""The content of a YAML file beside the positions of all that is in it, so that whatever is wrong has its place."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from egov_tracker.model.fields import FileModel
from egov_tracker.model.findings import Location
from egov_tracker.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from egov_tracker.model.findings import Finding

MAX_QUOTED = 300
Mark = tuple[int, int]
Model = TypeVar("Model", bound=FileModel)


class NodeMap(NamedTuple):
    """The positions of a mapping or list and of each of its keys and values; lines and columns count from 0."""

    mark: Mark
    keys: dict[str, Mark]
    values: dict[str | int, NodeMap | Mark]


class Document(NamedTuple):
    """The content of a file (dict, list, str, None), the positions of all its keys and values, and its lines."""

    path: str
    content: Any
    marks: NodeMap | Mark
    findings: tuple[Finding, ...] = ()
    lines: Sequence[str] = ()

    def location(self, *where: str | int, key: bool = False) -> Location:
        """The location of the value at this path, or of its key; of the innermost container where there is no value."""
        marks = self.marks
        mark = _mark_of(marks)
        for step in where:
            if not isinstance(marks, NodeMap) or step not in marks.values:
                break
            inner = marks.values[step]
            mark = _key_mark(marks, step) if key else _mark_of(inner)
            marks = inner
        return Location(self.path, mark[0] + 1, mark[1] + 1)

    def item_marks(self, *where: str | int) -> list[Mark]:
        """Where the items of the list at this path stand; empty where there is no list."""
        marks = self.node(*where)
        items = marks.values.values() if isinstance(marks, NodeMap) else ()
        return [item.mark if isinstance(item, NodeMap) else item for item in items]

    def node(self, *where: str | int) -> NodeMap | Mark | None:
        """Where the value at this path stands, with all that is in it; None where there is no such path."""
        marks: NodeMap | Mark = self.marks
        for step in where:
            if not isinstance(marks, NodeMap) or step not in marks.values:
                return None
            marks = marks.values[step]
        return marks

    def value(self, *where: str | int) -> Any:
        """The plain content at this path; None where there is no such path."""
        return reduce(lambda inside, step: inside[step], where, self.content) if self.node(*where) else None

    def text_around(self, mark: Mark) -> tuple[str, str]:
        """The character before a mark in its line, and what stands there: at most so much as a message would quote."""
        line, column = mark
        text = self.lines[line] if line < len(self.lines) else ""
        return text[:column][-1:], text[column : column + MAX_QUOTED]


def _mark_of(marks: NodeMap | Mark) -> Mark:
    return marks.mark if isinstance(marks, NodeMap) else marks


def _key_mark(node_map: NodeMap, step: str | int) -> Mark:
    return node_map.keys[step] if isinstance(step, str) else _mark_of(node_map.values[step])


class Validated(NamedTuple, Generic[Model]):
    """A file as a model; `kept` has, for each list field, the indexes of the items that were valid.

    `faulty` are the top-level fields with something wrong in them.
    """

    model: Model | None
    kept: dict[str, tuple[int, ...]]
    findings: tuple[Finding, ...]
    faulty: frozenset[str] = frozenset()

    def numbered(self, field: str, items: Sequence[Any]) -> Iterator[tuple[int, Any]]:
        """The items of a list field with their indexes in the file."""
        return zip(self.kept.get(field, range(len(items))), items, strict=True)
