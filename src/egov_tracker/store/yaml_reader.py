"""YAML as text with places: every scalar stays a string, every value knows its line, repeated keys are refused."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn
from unicodedata import is_normalized, normalize

import yaml

from egov_tracker.model.findings import Place, error

if TYPE_CHECKING:
    from egov_tracker.model.findings import Finding

MAX_BYTES = 4 * 1024 * 1024
MAX_DEPTH = 40
MAX_VALUES = 70_000
TOO_MUCH = f"more than {MAX_VALUES:,} values or {MAX_DEPTH} levels, aliases expanded"
NULLS = frozenset({"", "~", "null", "Null", "NULL"})
NON_PRINTABLE = "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Spot = tuple[int, int]


class RefusedError(Exception):
    """A file that cannot be read as YAML at all; `finding` says why and where."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(str(finding))
        self.finding = finding


class Branch(NamedTuple):
    """Where a mapping or a list begins, and where each of its keys and values stands; lines and columns from 0."""

    spot: Spot
    keys: dict[str, Spot]
    values: dict[str | int, Branch | Spot]


class Document(NamedTuple):
    """The plain content of a file (dict, list, str, None) beside the places of all of it."""

    path: str
    content: Any
    spots: Branch | Spot
    findings: tuple[Finding, ...] = ()

    def place(self, *where: str | int, key: bool = False) -> Place:
        """The place of the value at this path, or of its key; of the nearest container where there is none."""
        spots = self.spots
        spot = _spot_of(spots)
        for step in where:
            if not isinstance(spots, Branch) or step not in spots.values:
                break
            inner = spots.values[step]
            spot = _key_spot(spots, step) if key else _spot_of(inner)
            spots = inner
        return Place(self.path, spot[0] + 1, spot[1] + 1)

    def item_places(self, *where: str | int) -> tuple[Place, ...]:
        """The places of the items of the list at this path; none where there is no list."""
        spots = self.spots
        for step in where:
            if not isinstance(spots, Branch) or step not in spots.values:
                return ()
            spots = spots.values[step]
        items = spots.values.values() if isinstance(spots, Branch) else ()
        return tuple(Place(self.path, line + 1, column + 1) for line, column in map(_spot_of, items))


def _spot_of(spots: Branch | Spot) -> Spot:
    return spots.spot if isinstance(spots, Branch) else spots


def _key_spot(branch: Branch, step: str | int) -> Spot:
    return branch.keys[step] if isinstance(step, str) else _spot_of(branch.values[step])


def read_document(raw: bytes, path: str) -> Document:
    """Read one YAML document; raises `RefusedError` with a YML finding where that is impossible."""
    if len(raw) > MAX_BYTES:
        raise _refused("YML004", f"the file has {len(raw):,} bytes; {MAX_BYTES:,} are the most", path)
    text = _decode(raw, path)
    builder = _Builder(LOADER(text), path, composed=is_normalized("NFC", text))
    try:
        content, spots = builder.document()
    except yaml.MarkedYAMLError as wrong:
        raise _not_yaml(wrong, text, path) from wrong
    except yaml.reader.ReaderError as wrong:
        raise _unprintable(text, path) from wrong
    return Document(path, content, spots, tuple(builder.findings))


def _decode(raw: bytes, path: str) -> str:
    try:
        return raw.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as wrong:
        before = raw[: wrong.start].decode("utf-8")
        byte = raw[wrong.start]
        raise _refused("YML001", f"not UTF-8: byte 0x{byte:02x}", path, _end_of(before)) from wrong


def _end_of(text: str) -> Spot:
    return text.count("\n"), len(text) - text.rfind("\n") - 1


def _refused(rule: str, message: str, path: str, spot: Spot = (0, 0), *related: Place) -> RefusedError:
    return RefusedError(error(rule, message, Place(path, spot[0] + 1, spot[1] + 1), *related))


def _unprintable(text: str, path: str) -> RefusedError:
    found = re.search(NON_PRINTABLE, text)
    at = found.start() if found else 0
    return _refused("YML002", f"not YAML: the character U+{ord(text[at]):04X} is not allowed", path, _end_of(text[:at]))


def _not_yaml(wrong: yaml.MarkedYAMLError, text: str, path: str) -> RefusedError:
    mark = wrong.problem_mark or wrong.context_mark
    spot = (mark.line, mark.column) if mark else (0, 0)
    lines = text.splitlines()
    rest = lines[spot[0]][spot[1] :] if spot[0] < len(lines) else ""
    problem = "a tab where YAML wants blanks" if rest.startswith("\t") else (wrong.problem or wrong.context)
    return _refused("YML002", f"not YAML: {problem}", path, spot)


class _Builder:
    """Builds plain content and places from libyaml's events, without a tree of nodes in between."""

    def __init__(self, loader: Any, path: str, *, composed: bool) -> None:
        self.next = loader.get_event
        self.path = path
        self.composed = composed
        self.anchors: dict[str, tuple[Any, Branch | Spot, int, int]] = {}
        self.count = 0
        self.deepest = 0
        self.findings: list[Finding] = []

    def document(self) -> tuple[Any, Branch | Spot]:
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

    def value(self, event: Any, depth: int) -> tuple[Any, Branch | Spot]:
        self.count += 1
        if self.count > MAX_VALUES or depth > MAX_DEPTH:
            self.refuse("YML004", TOO_MUCH, event)
        kind = type(event)
        if kind is yaml.AliasEvent:
            return self.alias(event, depth)
        if event.tag is not None and event.tag != "!":
            self.refuse("YML002", f"the tag {event.tag} is not used in a ledger", event)
        if kind is yaml.ScalarEvent and event.anchor is None:
            return self.scalar(event)
        return self.anchored(event, kind, depth)

    def anchored(self, event: Any, kind: type, depth: int) -> tuple[Any, Branch | Spot]:
        before, outer, self.deepest = self.count, self.deepest, depth
        built: tuple[Any, Branch | Spot]
        if kind is yaml.ScalarEvent:
            built = self.scalar(event)
        elif kind is yaml.MappingStartEvent:
            built = self.mapping(event, depth + 1)
        else:
            built = self.sequence(event, depth + 1)
        if event.anchor is not None:
            self.anchors[event.anchor] = (built[0], built[1], self.count - before + 1, self.deepest - depth)
        self.deepest = max(outer, self.deepest)
        return built

    def alias(self, event: Any, depth: int) -> tuple[Any, Branch | Spot]:
        if event.anchor not in self.anchors:
            self.refuse("YML002", f"not YAML: the alias *{event.anchor} has no finished anchor", event)
        content, spots, size, height = self.anchors[event.anchor]
        self.count += size
        self.deepest = max(self.deepest, depth + height)
        if self.count > MAX_VALUES or self.deepest > MAX_DEPTH:
            self.refuse("YML004", TOO_MUCH, event)
        return content, spots

    def scalar(self, event: Any) -> tuple[str | None, Spot]:
        mark = event.start_mark
        text = event.value
        if text in NULLS and event.implicit[0]:
            return None, (mark.line, mark.column)
        return text if self.composed else normalize("NFC", text), (mark.line, mark.column)

    def mapping(self, start: Any, depth: int) -> tuple[dict[str, Any], Branch]:
        content: dict[str, Any] = {}
        self.deepest = max(self.deepest, depth)
        branch = Branch((start.start_mark.line, start.start_mark.column), {}, {})
        while not isinstance(event := self.next(), yaml.MappingEndEvent):
            key, spot = self.key(event)
            value, spots = self.value(self.next(), depth)
            if key in branch.keys:
                self.findings.append(self.repeated(key, spot, branch.keys[key]))
                continue
            content[key], branch.values[key], branch.keys[key] = value, spots, spot
        return content, branch

    def key(self, event: Any) -> tuple[str, Spot]:
        if not isinstance(event, yaml.ScalarEvent):
            self.refuse("YML002", "a key is a plain text here, not a list, a mapping or an alias", event)
        key, spot = self.scalar(event)
        return key or "", spot

    def repeated(self, key: str, spot: Spot, first: Spot) -> Finding:
        before = Place(self.path, first[0] + 1, first[1] + 1)
        message = f"the key '{key}' is repeated; it stands in line {before.line} already"
        return error("YML003", message, Place(self.path, spot[0] + 1, spot[1] + 1), before)

    def sequence(self, start: Any, depth: int) -> tuple[list[Any], Branch]:
        content: list[Any] = []
        self.deepest = max(self.deepest, depth)
        branch = Branch((start.start_mark.line, start.start_mark.column), {}, {})
        while not isinstance(event := self.next(), yaml.SequenceEndEvent):
            value, branch.values[len(content)] = self.value(event, depth)
            content.append(value)
        return content, branch

    def refuse(self, rule: str, message: str, event: Any) -> NoReturn:
        mark = event.start_mark
        raise _refused(rule, message, self.path, (mark.line, mark.column))
