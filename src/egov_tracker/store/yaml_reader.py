"""YAML as text with locations: scalars stay strings, every value has its line and column, repeated keys are errors."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NoReturn
from unicodedata import is_normalized, normalize

import yaml

from egov_tracker.model.findings import Location, error
from egov_tracker.store.document import Document, Mark, NodeMap
from egov_tracker.store.files import MAX_BYTES
from egov_tracker.text.names import find_marks
from egov_tracker.text.terminal import find_control

if TYPE_CHECKING:
    from egov_tracker.model.findings import Finding

MAX_DEPTH = 40
MAX_VALUES = 70_000
MAX_CHARACTERS = MAX_BYTES
MAX_TEXT = 10_000
MAX_KEY = 200
MAX_MARKS = 16
TOO_MUCH = f"more than {MAX_VALUES:,} values or {MAX_DEPTH} levels, aliases expanded"
TOO_MANY_MARKS = f"more than {MAX_MARKS} combining marks in a row"
TOO_LONG = f"more than {MAX_CHARACTERS:,} characters, aliases expanded"
NULLS = frozenset({"", "~", "null", "Null", "NULL"})
NON_PRINTABLE = "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
SCALAR, SEQUENCE_END, MAPPING_END = yaml.ScalarEvent, yaml.SequenceEndEvent, yaml.MappingEndEvent
LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class RefusedError(Exception):
    """A file that cannot be read as YAML at all; `finding` says why and where."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(str(finding))
        self.finding = finding


def read_document(raw: bytes, path: str) -> Document:
    """Read one YAML document; raises `RefusedError` with a YML finding where that is impossible."""
    if len(raw) > MAX_BYTES:
        raise _refused("YML004", f"the file has more than {MAX_BYTES:,} bytes", path)
    text = _decode(raw, path)
    if (start := find_marks(text, MAX_MARKS)) is not None:
        raise _refused("YML004", TOO_MANY_MARKS, path, _end_of(text[:start]))
    escapes = "\\" in text or find_control(text) is not None
    builder = _Builder(LOADER(text), path, composed=not escapes and is_normalized("NFC", text))
    try:
        content, marks = builder.document()
    except yaml.MarkedYAMLError as wrong:
        raise _not_yaml(wrong, text, path) from wrong
    except yaml.reader.ReaderError as wrong:
        raise _unprintable(text, path) from wrong
    return Document(path, content, marks, tuple(builder.findings), text.splitlines())


def _decode(raw: bytes, path: str) -> str:
    try:
        return raw.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as wrong:
        before = raw[: wrong.start].decode("utf-8")
        byte = raw[wrong.start]
        raise _refused("YML001", f"not UTF-8: byte 0x{byte:02x}", path, _end_of(before)) from wrong


def _end_of(text: str) -> Mark:
    return text.count("\n"), len(text) - text.rfind("\n") - 1


def _refused(rule: str, message: str, path: str, mark: Mark = (0, 0), *related: Location) -> RefusedError:
    return RefusedError(error(rule, message, Location(path, mark[0] + 1, mark[1] + 1), *related))


def _unprintable(text: str, path: str) -> RefusedError:
    found = re.search(NON_PRINTABLE, text)
    at = found.start() if found else 0
    return _refused("YML002", f"not YAML: the character U+{ord(text[at]):04X} is not allowed", path, _end_of(text[:at]))


def _not_yaml(wrong: yaml.MarkedYAMLError, text: str, path: str) -> RefusedError:
    problem_mark = wrong.problem_mark or wrong.context_mark
    mark = (problem_mark.line, problem_mark.column) if problem_mark else (0, 0)
    lines = text.splitlines()
    rest = lines[mark[0]][mark[1] :] if mark[0] < len(lines) else ""
    problem = "a tab where YAML wants blanks" if rest.startswith("\t") else (wrong.problem or wrong.context)
    return _refused("YML002", f"not YAML: {problem}", path, mark)


class _Builder:
    """Builds content and positions from the events of libyaml directly, which is faster than from its nodes."""

    def __init__(self, loader: Any, path: str, *, composed: bool) -> None:
        self.next = loader.get_event
        self.path = path
        self.composed = composed
        self.anchors: dict[str, tuple[Any, NodeMap | Mark, int, int, int]] = {}
        self.count = 0
        self.characters = 0
        self.deepest = 0
        self.findings: list[Finding] = []

    def document(self) -> tuple[Any, NodeMap | Mark]:
        self.next()
        event = self.next()
        if isinstance(event, yaml.StreamEndEvent):
            return None, (0, 0)
        built = self.value(self.next(), 0)
        self.next()
        event = self.next()
        if not isinstance(event, yaml.StreamEndEvent):
            self.refuse("YML002", "not YAML: a file holds one document; a second one begins here", event)
        return built

    def value(self, event: Any, depth: int) -> tuple[Any, NodeMap | Mark]:
        self.count += 1
        if self.count > MAX_VALUES or depth > MAX_DEPTH:
            self.refuse("YML004", TOO_MUCH, event)
        kind = type(event)
        if kind is SCALAR and event.anchor is event.tag is None:
            return self.scalar(event)
        if kind is yaml.AliasEvent:
            return self.alias(event, depth)
        if event.tag is not None and event.tag != "!":
            self.refuse("YML002", f"the tag {event.tag} is not used in a ledger", event)
        return self.anchored(event, kind, depth)

    def anchored(self, event: Any, kind: type, depth: int) -> tuple[Any, NodeMap | Mark]:
        before, letters = self.count, self.characters
        outer, self.deepest = self.deepest, depth
        built: tuple[Any, NodeMap | Mark]
        if kind is yaml.ScalarEvent:
            built = self.scalar(event)
        elif kind is yaml.MappingStartEvent:
            built = self.mapping(event, depth + 1)
        else:
            built = self.sequence(event, depth + 1)
        if event.anchor is not None:
            size, length = self.count - before + 1, self.characters - letters
            self.anchors[event.anchor] = (built[0], built[1], size, length, self.deepest - depth)
        self.deepest = max(outer, self.deepest)
        return built

    def alias(self, event: Any, depth: int) -> tuple[Any, NodeMap | Mark]:
        if event.anchor not in self.anchors:
            self.refuse("YML002", f"not YAML: the alias *{event.anchor} has no finished anchor", event)
        content, marks, size, length, height = self.anchors[event.anchor]
        self.count += size
        self.characters += length
        self.deepest = max(self.deepest, depth + height)
        if self.count > MAX_VALUES or self.deepest > MAX_DEPTH:
            self.refuse("YML004", TOO_MUCH, event)
        if self.characters > MAX_CHARACTERS:
            self.refuse("YML004", TOO_LONG, event)
        return content, marks

    def scalar(self, event: Any) -> tuple[str | None, Mark]:
        mark = event.start_mark
        text = event.value
        self.characters += len(text)
        if len(text) > MAX_TEXT:
            self.refuse("YML004", f"a text of {len(text):,} characters; {MAX_TEXT:,} are the most", event)
        if text in NULLS and event.implicit[0]:
            return None, (mark.line, mark.column)
        return text if self.composed else self.compose(text, event), (mark.line, mark.column)

    def compose(self, text: str, event: Any) -> str:
        """The text with its letters composed; what no document prints is refused, though escapes may write it."""
        if (at := find_control(text)) is not None:
            self.refuse("YML002", f"the character U+{ord(text[at]):04X} is in no printed document", event)
        if find_marks(text, MAX_MARKS) is not None:
            self.refuse("YML004", TOO_MANY_MARKS, event)
        return normalize("NFC", text)

    def mapping(self, start: Any, depth: int) -> tuple[dict[str, Any], NodeMap]:
        content: dict[str, Any] = {}
        self.deepest = max(self.deepest, depth)
        node_map = NodeMap((start.start_mark.line, start.start_mark.column), {}, {})
        keys, values, following = node_map.keys, node_map.values, self.next
        while type(event := following()) is not MAPPING_END:
            key, mark = self.key(event)
            value, marks = self.value(following(), depth)
            if key in keys:
                self.findings.append(self.repeated(key, mark, keys[key]))
                continue
            content[key], values[key], keys[key] = value, marks, mark
        return content, node_map

    def key(self, event: Any) -> tuple[str, Mark]:
        if not isinstance(event, yaml.ScalarEvent):
            self.refuse("YML002", "a key is a plain text here, not a list, a mapping or an alias", event)
        if len(event.value) > MAX_KEY:
            self.refuse("YML004", f"a key of {len(event.value):,} characters; {MAX_KEY} are the most", event)
        key, mark = self.scalar(event)
        return key or "", mark

    def repeated(self, key: str, mark: Mark, first: Mark) -> Finding:
        before = Location(self.path, first[0] + 1, first[1] + 1)
        message = f"the key '{key}' is repeated; it stands in line {before.line} already"
        return error("YML003", message, Location(self.path, mark[0] + 1, mark[1] + 1), before)

    def sequence(self, start: Any, depth: int) -> tuple[list[Any], NodeMap]:
        content: list[Any] = []
        self.deepest = max(self.deepest, depth)
        node_map = NodeMap((start.start_mark.line, start.start_mark.column), {}, {})
        marks, following = node_map.values, self.next
        while type(event := following()) is not SEQUENCE_END:
            value, marks[len(content)] = self.value(event, depth)
            content.append(value)
        return content, node_map

    def refuse(self, rule: str, message: str, event: Any) -> NoReturn:
        mark = event.start_mark
        raise _refused(rule, message, self.path, (mark.line, mark.column))
