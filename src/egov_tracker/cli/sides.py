"""One side of a comparison: a quarter of the ledger, a snapshot file, or a revision of one, with its definitions."""

from __future__ import annotations

import os
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from egov_tracker.cli.runtime import existing_file
from egov_tracker.errors import EgovError, TextError, expected
from egov_tracker.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from egov_tracker.model.observation import Snapshot
    from egov_tracker.store.document import Document
    from egov_tracker.store.ledger import Ledger


class Side(NamedTuple):
    """A snapshot under the name that the user gave it, how to read its file, and how a definition file beside it.

    `definition` gives the text of a file of the registry by its name, None where there is no such file; it is itself
    None where the snapshot lies in no ledger. `in_ledger` says that it is what the ledger in use has of its quarter.
    """

    name: str
    snapshot: Snapshot
    read: Callable[[], bytes]
    definition: Callable[[str], bytes | None] | None = None
    in_ledger: bool = False

    @property
    def document(self) -> Document:
        """The file as it is written."""
        from egov_tracker.store.yaml_reader import read_document

        return read_document(self.read(), self.snapshot.path)


def load_sides(ledger: Ledger, old: str, new: str) -> tuple[Side, Side]:
    """Both sides; a revision that names no file is that of the other side's file."""
    bare = [is_bare_revision(text, ledger) for text in (old, new)]
    if all(bare):
        hint = f"; name a file of one, such as {old}:data/reports/{ledger.quarters[-1]}.yaml"
        raise EgovError(expected("a quarter or a file beside a revision", f"two revisions, {old} and {new}") + hint)
    if bare[0]:
        return _beside(ledger, old, new), load_side(ledger, new)
    if bare[1]:
        return load_side(ledger, old), _beside(ledger, new, old)
    return load_side(ledger, old), load_side(ledger, new)


def load_side(ledger: Ledger, text: str) -> Side:
    """The snapshot of a quarter, a file or a revision; raises `FaultyDataError` where it is wrong."""
    from egov_tracker.store.files import read_file
    from egov_tracker.store.git import is_revision, read_revision

    if is_revision(text):
        raw = read_revision(text, os.environ)
        return Side(text, ledger.understood(ledger.interpret(raw, text)), lambda: raw, _definitions_at(text))
    if _is_file(text):
        path = existing_file("a snapshot file", Path(text))
        return Side(text, ledger.understood(ledger.read(path)), lambda: read_file(path), _definitions_beside(path))
    quarter = ledger.resolve(text)
    file, registry = ledger.files[quarter], ledger.folder.root / "registry"
    return Side(
        str(quarter),
        ledger.snapshot(quarter),
        lambda: read_file(file),
        lambda name: _read_if_there(registry / name),
        in_ledger=True,
    )


def is_bare_revision(text: str, ledger: Ledger) -> bool:
    """Whether a text such as HEAD or v1.0 names a revision of the ledger's repository, and neither quarter nor file."""
    from egov_tracker.store.git import is_commit, is_revision

    known = _is_quarter(text) or _is_file(text) or is_revision(text) or os.path.exists(text)  # noqa: PTH110
    return not known and is_commit(text, os.environ, ledger.folder.reports)


def _beside(ledger: Ledger, revision: str, other: str) -> Side:
    """The file of the other side as a revision has it."""
    from egov_tracker.store.git import is_revision, read_revision

    if is_revision(other):
        return load_side(ledger, f"{revision}:{other.partition(':')[2]}")
    path = Path(other) if _is_file(other) else ledger.files[ledger.resolve(other)]
    name = f"{revision}:{path}"
    raw = read_revision(f"{revision}:./{path.name}", os.environ, path.parent)

    def definition(wanted: str) -> bytes | None:
        try:
            return read_revision(f"{revision}:./../registry/{wanted}", os.environ, path.parent)
        except EgovError:
            return None

    in_ledger = path.parent.name == "reports"
    return Side(name, ledger.understood(ledger.interpret(raw, name)), lambda: raw, definition if in_ledger else None)


def _definitions_at(text: str) -> Callable[[str], bytes | None] | None:
    """The definitions of the ledger that holds the file of a revision; None where that lies in no ledger."""
    from egov_tracker.store.git import read_revision

    revision, _, path = text.partition(":")
    folder = PurePosixPath(path).parent
    if folder.name != "reports":
        return None

    def read(name: str) -> bytes | None:
        try:
            return read_revision(f"{revision}:{folder.parent / 'registry' / name}", os.environ)
        except EgovError:
            return None

    return read


def _definitions_beside(path: Path) -> Callable[[str], bytes | None] | None:
    registry = path.parent.parent / "registry"
    return (lambda name: _read_if_there(registry / name)) if path.parent.name == "reports" else None


def _read_if_there(path: Path) -> bytes | None:
    from egov_tracker.store.files import read_file

    return read_file(path) if path.is_file() else None


def _is_file(text: str) -> bool:
    return text.lower().endswith((".yaml", ".yml")) or ("/" in text and not _is_quarter(text))


def _is_quarter(text: str) -> bool:
    from egov_tracker.text.quarters import parse_quarter

    try:
        parse_quarter(text)
    except TextError:
        return False
    return True


def changed_definitions(old: Side, new: Side) -> dict[str, tuple[Document, Document]]:
    """The definition files that differ between the ledgers of both sides; a file that is not there holds nothing."""
    from egov_tracker.store.discovery import DEFINITION_FILES

    if not old.definition or not new.definition:
        return {}
    found = {}
    for name in DEFINITION_FILES:
        before, after = old.definition(name), new.definition(name)
        if before != after:
            found[name] = (_document(before, name), _document(after, name))
    return found


def _document(raw: bytes | None, name: str) -> Document:
    """A definition file as it is written; raises `FaultyDataError` where it is no YAML."""
    from egov_tracker.store.ledger import FaultyDataError
    from egov_tracker.store.yaml_reader import RefusedError, read_document

    try:
        return read_document(raw or b"{}\n", name)
    except RefusedError as refused:
        raise FaultyDataError((refused.finding,)) from refused
