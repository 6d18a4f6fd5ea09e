"""Letters: found by path or by name, read, and their groups and bodies looked up."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from egov_tracker.errors import EgovError
from egov_tracker.model.findings import Finding, error, errors_only
from egov_tracker.model.letter import LetterFile
from egov_tracker.model.registry import GROUPS, Group
from egov_tracker.store.files import read_file
from egov_tracker.store.ledger import SUFFIXES, FaultyDataError
from egov_tracker.store.validation import validate_document
from egov_tracker.store.yaml_reader import Document, RefusedError, read_document
from egov_tracker.text.dates import parse_as_of
from egov_tracker.text.names import suggester

if TYPE_CHECKING:
    from collections.abc import Iterator

    from egov_tracker.model.findings import Location
    from egov_tracker.model.letter import ListEntry
    from egov_tracker.model.registry import Body
    from egov_tracker.store.discovery import DataFolder
    from egov_tracker.store.ledger import Definitions


class LetterList(NamedTuple):
    """One list of an appendix with its group and, where it names them itself, its bodies."""

    entry: ListEntry
    group: Group
    bodies: tuple[Body, ...] | None
    where: tuple[str | int, ...]


class Letter(NamedTuple):
    """A letter file with what it names looked up; `lists` are those of each appendix."""

    file: LetterFile
    lists: tuple[tuple[LetterList, ...], ...]
    document: Document

    def location(self, *where: str | int) -> Location:
        """The place of a field."""
        return self.document.location(*where)


def find_letter(name: str, folder: DataFolder) -> Path:
    """The file of this path, else the ledger's letter of this name; `EgovError` says which letters there are."""
    if os.path.lexists(name) and not os.path.isdir(name):  # noqa: PTH112 - a name too long is no folder
        return Path(name)
    letters = [path for path in sorted(folder.letters().glob("*")) if path.suffix.lower() in SUFFIXES]
    for path in letters:
        if name in {path.name, path.stem}:
            return path
    there = ", ".join(path.stem for path in letters) or "none"
    raise EgovError(f"{name}: no such file, and no such letter in {folder.letters()}: there are {there}")


def read_letter(path: Path, definitions: Definitions) -> Letter:
    """Read a letter; raises `FaultyDataError` with all that is wrong in the file."""
    try:
        document = read_document(read_file(path), str(path))
    except RefusedError as refused:
        raise FaultyDataError((refused.finding,)) from refused
    validated = validate_document(LetterFile, document)
    if not validated.model or errors_only(validated.findings):
        raise FaultyDataError(validated.findings)
    reader = _Reader(document, definitions)
    lists = tuple(
        tuple(reader.read(entry, ("appendices", number, "lists", index)) for index, entry in enumerate(appendix.lists))
        for number, appendix in enumerate(validated.model.appendices)
    )
    if reader.findings:
        raise FaultyDataError(tuple(reader.findings))
    return Letter(validated.model, lists, document)


class _Reader:
    """Looks up what the lists name, and collects what cannot be found."""

    def __init__(self, document: Document, definitions: Definitions) -> None:
        self.document = document
        self.definitions = definitions
        self.findings: list[Finding] = []
        self.near_indicator = suggester(definitions.catalogue)
        self.near_group = suggester(GROUPS)
        self.near_body = definitions.registry.suggester()

    def read(self, entry: ListEntry, where: tuple[str | int, ...]) -> LetterList:
        if entry.indicator not in self.definitions.catalogue:
            meant = self.near_indicator(entry.indicator)
            self.refuse("REG005", f"unknown indicator '{entry.indicator}'", meant, *where, "indicator")
        names = entry.names
        bodies = tuple(self.bodies(entry, names, (*where, "names"))) if names is not None else None
        return LetterList(entry, self.group(entry, where), bodies, where)

    def group(self, entry: ListEntry, where: tuple[str | int, ...]) -> Group:
        if entry.group in GROUPS:
            return GROUPS[entry.group]
        body = self.definitions.registry.find(entry.group, parse_as_of(str(entry.quarter)))
        if not body:
            meant = self.near_group(entry.group) or self.near_body(entry.group)
            self.refuse("REG001", f"unknown group or body '{entry.group}'", meant, *where, "group")
        return Group(body.id, body) if body else GROUPS["all"]

    def bodies(self, entry: ListEntry, names: tuple[str, ...], where: tuple[str | int, ...]) -> Iterator[Body]:
        when = entry.as_of if entry.as_of and entry.as_of.first else parse_as_of(str(entry.quarter))
        for number, name in enumerate(names):
            body = self.definitions.registry.find(name, when)
            if body:
                yield body
            else:
                meant = self.near_body(name)
                self.refuse("REG001", f"no body '{name}' on {when}", meant, *where, number)

    def refuse(self, rule: str, message: str, meant: tuple[str, ...], *where: str | int) -> None:
        hint = f"; did you mean '{meant[0]}'?" if meant else ""
        self.findings.append(error(rule, message + hint, self.document.location(*where)))
