"""What can be mended by itself: mistyped fields, ids and dates, and blanks; never a figure or a name as printed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import yaml

from egov_tracker.errors import meant_in
from egov_tracker.store.form import without_blanks
from egov_tracker.store.yaml_reader import LOADER
from egov_tracker.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from egov_tracker.model.findings import Finding

# The rules whose hint is a field, an id, a word of a list, or a date; SHP004 and REG001 speak of what a source prints.
FIXABLE = frozenset({"SHP001", "SHP003", "REG005", "SRC001"})
PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]*")


class Fixed(NamedTuple):
    """A mended file: its text, and how many findings are mended in it."""

    text: str
    mended: int


def fix_text(text: str, findings: Iterable[Finding]) -> Fixed:
    """Write what is meant in place of what these findings of the file speak of, then take out needless blanks.

    A finding without one certain hint, and one that stands within another's place, is left to a person.
    """
    text = text.removeprefix("\ufeff")
    lines = text.split("\n")
    wanted = {one.location: meant for one in findings if one.rule in FIXABLE and (meant := meant_in(one.message))}
    mended = 0
    for node in sorted(_scalars(yaml.compose(text, LOADER)), key=lambda one: one.start_mark.index, reverse=True):
        start, end = node.start_mark, node.end_mark
        places = [place for place in wanted if (place.line - 1, place.column - 1) == (start.line, start.column)]
        if places and start.line == end.line and PLAIN.fullmatch(wanted[places[0]]):
            line = lines[start.line]
            lines[start.line] = line[: start.column] + wanted[places[0]] + line[end.column :]
            mended += 1
    return Fixed(without_blanks("\n".join(lines)), mended)


def _scalars(node: Any) -> Iterator[Any]:
    if isinstance(node, yaml.ScalarNode):
        yield node
    elif node is not None:
        for item in node.value:
            for one in item if isinstance(item, tuple) else (item,):
                yield from _scalars(one)
