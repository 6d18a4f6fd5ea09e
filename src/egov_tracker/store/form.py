"""The form of a snapshot file: the order of its fields, its blanks and its blank lines.

A file is edited in place, not written anew: quotes, line breaks within texts, comments and the style of lists stay.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from unicodedata import normalize

import yaml

from egov_tracker.errors import EgovError
from egov_tracker.model.snapshot_file import SnapshotFile
from egov_tracker.store.validation import field_names, model_at
from egov_tracker.store.yaml_reader import LOADER, read_document
from egov_tracker.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from egov_tracker.store.validation import Path

ENTRIES = ("sources", "observations")  # each entry of them is parted from the one before by a blank line
BLOCK = frozenset("|>")


class Part(NamedTuple):
    """A field of a block mapping: its name, its first line with the comments above it, and the line after its last."""

    name: str
    comments: int
    first: int
    end: int


def put_in_form(raw: bytes, path: str) -> bytes:
    """The file in form; the same bytes where it is already. Raises `RefusedError` where it is no YAML."""
    before = read_document(raw, path)
    text = raw.decode("utf-8").removeprefix("\ufeff").replace("\r\n", "\n")
    made = _with_blank_lines(_in_order(without_blanks(normalize("NFC", text)))).encode()
    if read_document(made, path).content != before.content:
        raise EgovError(f"{path}: the form would change what the file says; nothing was changed")
    return made


def without_blanks(text: str) -> str:
    """No blanks at the end of a line, and one between a field and its value."""
    root = _compose(text)
    lines = text.split("\n")
    held = _lines_of_texts(root, lines)
    for key, value in _fields(root):
        number, start, end = key.start_mark.line, key.end_mark.column, value.start_mark.column
        if (
            number == key.end_mark.line == value.start_mark.line
            and lines[number][start:end].strip() == ":"
            and end > start + 1
        ):
            lines[number] = f"{lines[number][:start]}: {lines[number][end:]}"
    return "\n".join(line if number in held else line.rstrip() for number, line in enumerate(lines))


def _in_order(text: str) -> str:
    """The fields of each mapping in the order of the format; a file with anchors is left in its own order."""
    root = _compose(text)
    if "&" in text and any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(text, LOADER)):
        return text
    lines = text.split("\n")
    for node, where in reversed([*_mappings(root, ())]):
        _sort_fields(node, field_names(model_at(SnapshotFile, where)), lines)
    return "\n".join(lines)


def _sort_fields(node: Any, order: list[str], lines: list[str]) -> None:
    """Put the lines of the fields of a mapping in order; the first of them may stand behind a dash."""
    parts = [*_parts(node, lines)]
    wanted = sorted(parts, key=lambda part: order.index(part.name) if part.name in order else len(order))
    if wanted == parts:
        return
    first, column = parts[0].first, node.start_mark.column
    head = lines[first][:column]
    lines[first] = " " * column + lines[first][column:]
    above = lines[wanted[0].comments : wanted[0].first]
    moved = [line for part in wanted for line in lines[part.comments : part.end]][len(above) :]
    moved[0] = head + moved[0][column:]
    lines[parts[0].comments : parts[-1].end] = [*above, *moved]


def _parts(node: Any, lines: list[str]) -> Iterator[Part]:
    starts = [key.start_mark.line for key, _ in node.value]
    behind_dash = lines[starts[0]][: node.start_mark.column].strip() or not node.start_mark.column
    comments = [starts[0] if behind_dash else _above(starts[0], lines), *(_above(start, lines) for start in starts[1:])]
    ends = [*comments[1:], _last_line(node, lines) + 1]
    for (key, _), first, above, end in zip(node.value, starts, comments, ends, strict=True):
        yield Part(key.value, above, first, end)


def _with_blank_lines(text: str) -> str:
    """One blank line before each part of the file and between its entries, never two, and none at either end."""
    root = _compose(text)
    lines = text.split("\n")
    held, starts = _lines_of_texts(root, lines), {_above(start, lines) for start in _starts(root)}
    kept: list[str] = []
    last = max((number for number, line in enumerate(lines) if line or number in held), default=0)
    for number, line in enumerate(lines[: last + 1]):
        if number in starts and kept and kept[-1]:
            kept.append("")
        if line or number in held or (kept and kept[-1]):
            kept.append(line)
    return "\n".join(kept) + "\n"


def _starts(root: Any) -> Iterator[int]:
    """The first lines of the parts of a file and of its entries, but for the first of each."""
    if not isinstance(root, yaml.MappingNode):
        return
    yield from (key.start_mark.line for key, _ in root.value[1:])
    for key, value in root.value:
        if key.value in ENTRIES and not _is_flow(value):
            mapping = isinstance(value, yaml.MappingNode)
            entries = [pair if mapping else (item, item) for pair in value.value for item in (pair,)]
            yield from (start.start_mark.line for start, entry in entries[1:] if not _is_flow(entry))


def _compose(text: str) -> Any:
    return yaml.compose(text, LOADER)


def _is_flow(node: Any) -> bool:
    return isinstance(node, yaml.ScalarNode) or bool(node.flow_style)


def _mappings(node: Any, where: Path) -> Iterator[tuple[Any, Path]]:
    """Every block mapping with the fields of a model, and its path: the outer before the inner."""
    match node:
        case yaml.MappingNode(flow_style=False):
            if where != ("sources",):
                yield node, where
            for key, value in node.value:
                yield from _mappings(value, (*where, str(key.value)))
        case yaml.SequenceNode(flow_style=False):
            for number, item in enumerate(node.value):
                yield from _mappings(item, (*where, number))
        case _:
            pass


def _fields(node: Any) -> Iterator[tuple[Any, Any]]:
    """Every key with its value, of block mappings, the last first."""
    match node:
        case yaml.MappingNode(flow_style=False):
            for key, value in reversed(node.value):
                yield from _fields(value)
                yield key, value
        case yaml.SequenceNode(flow_style=False):
            for item in reversed(node.value):
                yield from _fields(item)
        case _:
            pass


def _lines_of_texts(node: Any, lines: list[str]) -> set[int]:
    """The numbers of the lines within texts of several lines, after the first; what stands there is the text's own."""
    match node:
        case yaml.ScalarNode():
            return set(range(node.start_mark.line + 1, _last_line(node, lines) + 1))
        case yaml.MappingNode() | yaml.SequenceNode():
            inner = (one for item in node.value for one in (item if isinstance(item, tuple) else (item,)))
            return {number for one in inner for number in _lines_of_texts(one, lines)}
        case _:
            return set()


def _last_line(node: Any, lines: list[str]) -> int:
    """The number of the last line of a value; blank lines behind a text count where it keeps them."""
    if isinstance(node, yaml.ScalarNode) and node.style in BLOCK:
        last = node.end_mark.line - (node.end_mark.column == 0)
        keeps = "+" in lines[node.start_mark.line][node.start_mark.column :].partition("#")[0]
        while not keeps and last > node.start_mark.line and not lines[last].strip():
            last -= 1
        return int(last)
    if _is_flow(node) or not node.value:
        return int(node.end_mark.line)
    last = node.value[-1]
    return max(_last_line(one, lines) for one in (last if isinstance(last, tuple) else (last,)))


def _above(line: int, lines: list[str]) -> int:
    """The first of the comment lines directly above a line."""
    while line and lines[line - 1].lstrip().startswith("#"):
        line -= 1
    return line
