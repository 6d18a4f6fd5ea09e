"""Letters: found by path or by name, read, and their groups and bodies looked up."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from egov_tracker.errors import EgovError, did_you_mean, expected, hint_at, quoted
from egov_tracker.model.findings import Finding, error, errors_only
from egov_tracker.model.groups import Group
from egov_tracker.model.letter import LetterFile
from egov_tracker.model.rules import finding
from egov_tracker.model.terms import ListState, Role
from egov_tracker.store.discovery import neighbours
from egov_tracker.store.document import Validated
from egov_tracker.store.ledger import SUFFIXES, FaultyDataError
from egov_tracker.store.quoting import advice, with_neighbours
from egov_tracker.text.dates import parse_as_of
from egov_tracker.text.names import suggester
from egov_tracker.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from egov_tracker.model.findings import Location
    from egov_tracker.model.letter import ListEntry
    from egov_tracker.model.registry import Body
    from egov_tracker.store.discovery import DataFolder
    from egov_tracker.store.document import Document
    from egov_tracker.store.ledger import Definitions, Ledger
    from egov_tracker.text.dates import AsOf


SIGNED_RECORD = (
    "a record has no 'signer': the letter was signed when it was sent, and nobody signs what is printed of it here; "
    "delete the block, or write 'role: draft' for a letter to be signed"
)
# What stands in for fields that are missing or wrong, so that the appendices can be read on; nothing is printed of it.
STAND_INS = {
    **dict.fromkeys(("place", "issuer", "subject"), "?"),
    **dict.fromkeys(("recipients", "copies"), ("?",)),
    "role": "record",
    "number": "/VPCP",
    "date": "2020-03-05",
}


class LetterList(NamedTuple):
    """One list of an appendix with its group and, where it names them itself, its bodies.

    `known` is whether the definitions have all that it names.
    """

    entry: ListEntry
    group: Group
    bodies: tuple[Body, ...] | None
    where: tuple[str | int, ...]
    known: bool


class Letter(NamedTuple):
    """A letter file with its groups and bodies looked up; `lists` has one tuple for each appendix."""

    file: LetterFile
    lists: tuple[tuple[LetterList, ...], ...]
    document: Document

    def location(self, *where: str | int) -> Location:
        """The location of the value at a path of keys and indexes."""
        return self.document.location(*where)


def find_letter(name: str, folder: DataFolder) -> Path:
    """The file at a path, else the letter of the ledger with this name; raises `EgovError` where there is none."""
    if os.path.lexists(name) and not os.path.isdir(name):  # noqa: PTH112 - a name too long is no folder
        return Path(name)
    letters = [path for path in sorted(folder.letters().glob("*")) if path.suffix.lower() in SUFFIXES]
    for path in letters:
        if name in {path.name, path.stem}:
            return path
    what = f"a letter file, or the name of a letter in {folder.letters()}"
    names = [path.stem for path in letters]
    files = [file for file in neighbours(Path(name)) if file.endswith(SUFFIXES)]
    hint = did_you_mean(Path(name).name, (*names, *files)) or did_you_mean(name, names, or_list=True)
    raise EgovError(expected(what, quoted(name)) + hint)


class LetterReading(NamedTuple):
    """A letter as far as it can be read, and all that is wrong in the file; `faulty` are the fields that are wrong.

    The letter is None where nothing of it can be used; what is missing or wrong has a stand-in that is never printed.
    """

    letter: Letter | None
    findings: tuple[Finding, ...]
    faulty: frozenset[str] = frozenset()


def read_letter(path: Path, ledger: Ledger) -> Letter:
    """Read a letter; raises `FaultyDataError` with all that is wrong in the file."""
    reading = read_letter_so_far(path, ledger)
    if reading.findings or not reading.letter:
        raise FaultyDataError(reading.findings)
    return reading.letter


def read_letter_so_far(path: Path, ledger: Ledger) -> LetterReading:
    """Read a letter as far as it goes."""
    known = ledger.definitions
    document, validated = ledger.read_once(path, _validate, lambda read: not read[1].findings)
    if not document:
        return LetterReading(None, validated.findings)
    reader = _Reader(document, known)
    entries = validated.numbered("appendices", validated.model.appendices) if validated.model else ()
    lists = tuple(
        tuple(reader.read(entry, ("appendices", number, "lists", index)) for index, entry in enumerate(appendix.lists))
        for number, appendix in entries
    )
    faults = (*errors_only(validated.findings), *_misplaced_fields(document), *reader.findings)
    letter = Letter(validated.model, lists, document) if validated.model else None
    return LetterReading(letter, faults, validated.faulty)


def _validate(raw: bytes, path: str) -> tuple[Document | None, Validated[LetterFile]]:
    """The content of a letter with its places, and as a model; no content where it is not YAML."""
    from egov_tracker.store.validation import validate_document
    from egov_tracker.store.yaml_reader import RefusedError, read_document

    try:
        document = read_document(raw, path)
    except RefusedError as refused:
        return None, Validated(None, {}, (refused.finding,))
    return document, validate_document(LetterFile, document, STAND_INS)


def _misplaced_fields(document: Document) -> Iterator[Finding]:
    """What a record must not have, and what a draft cannot do without."""
    content = document.content if isinstance(document.content, dict) else {}
    signer = content.get("signer") is not None
    if content.get("role") == Role.RECORD and signer:
        yield finding("LTR007", SIGNED_RECORD, document.location("signer", key=True))
    for field in ("signer", "body") if content.get("role") == Role.DRAFT else ():
        if content.get(field) is None:
            yield error("SHP002", f"the field '{field}' is missing: a draft needs it", document.location())


class _Reader:
    """Looks up what the lists name, and collects what cannot be found."""

    def __init__(self, document: Document, definitions: Definitions) -> None:
        self.document = document
        self.definitions = definitions
        self.findings: list[Finding] = []
        self.near_indicator = suggester(definitions.catalogue)
        self.near_group = suggester(definitions.registry.group_names)
        self.near_body = definitions.registry.suggester()

    def read(self, entry: ListEntry, where: tuple[str | int, ...]) -> LetterList:
        before = len(self.findings)
        if entry.indicator not in self.definitions.catalogue:
            meant = self.near_indicator(entry.indicator)
            self.refuse("REG005", f"unknown indicator '{entry.indicator}'", meant, *where, "indicator")
        if entry.asked_before is not None and entry.state is not ListState.OUTSTANDING:
            message = f"only the outstanding are reminded: expected no 'asked_before' in a list of the {entry.state}"
            self.refuse("SHP003", message, (), *where, "asked_before")
        names = entry.names
        bodies = tuple(self.bodies(entry, names, (*where, "names"))) if names is not None else None
        group = self.group(entry, where)
        return LetterList(entry, group, bodies, where, known=len(self.findings) == before)

    def group(self, entry: ListEntry, where: tuple[str | int, ...]) -> Group:
        registry = self.definitions.registry
        if found := registry.group(entry.group, parse_as_of(str(entry.quarter))):
            return found
        meant = self.near_group(entry.group) or self.near_body(entry.group)
        self.refuse("REG001", f"unknown group, cohort or body '{entry.group}'", meant, *where, "group")
        return Group(entry.group)

    def bodies(self, entry: ListEntry, names: tuple[str, ...], where: tuple[str | int, ...]) -> Iterator[Body]:
        when = entry.as_of if entry.as_of and entry.as_of.first else parse_as_of(str(entry.quarter))
        for number, name in enumerate(names):
            body = self.definitions.registry.find(name, when)
            if body:
                yield body
            else:
                whole = self.whole_name((*where, number), when)
                meant = self.near_body(name) if not whole else ()
                self.refuse("REG001", f"no body '{name}' on {when}{whole}", meant, *where, number)

    def whole_name(self, where: tuple[str | int, ...], when: AsOf) -> str:
        """How to write a name that a comma cut into several items."""
        registry = self.definitions.registry
        whole = next((text for text in with_neighbours(self.document, where) if registry.find(text, when)), None)
        return f"; {advice(whole)}" if whole else ""

    def refuse(self, rule: str, message: str, meant: tuple[str, ...], *where: str | int) -> None:
        self.findings.append(error(rule, message + hint_at(meant), self.document.location(*where)))
