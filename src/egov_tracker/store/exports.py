"""What an export carries so that a later one may replace it: a file or folder that has no such mark is left alone.

A workbook bears a comment of its archive, which a spreadsheet program drops when it saves; a database an application
id, and in its user version the count of its changes; a folder a list of its files with their hashes.
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from contextlib import suppress
from hashlib import file_digest, sha256
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from egov_tracker.errors import EgovError
from egov_tracker.store.files import signals_held

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Files: TypeAlias = "Mapping[str, bytes]"

ARCHIVE_COMMENT = b"made by egov"
APPLICATION_ID = int.from_bytes(b"egov")
DATABASE_HEAD = b"SQLite format 3\x00"
MARK_FILE = ".egov-export.json"
MARK = "made by egov"
_CHANGES, _USER_VERSION, _APPLICATION_ID = slice(24, 28), slice(60, 64), slice(68, 72)


def mark_database(raw: bytes) -> bytes:
    """Write the application id, and the count of changes as the user version, into the head of a database."""
    made = bytearray(raw)
    made[_APPLICATION_ID] = APPLICATION_ID.to_bytes(4)
    made[_USER_VERSION] = made[_CHANGES]
    return bytes(made)


def refuse_foreign(path: Path) -> None:
    """Raise `EgovError` where something is there that no export made, or that was changed since."""
    if not os.path.lexists(path) or not (path.is_file() or path.is_dir()):
        return
    try:
        changed = _changes_of_folder(path) if path.is_dir() else _changes_of_file(path)
    except OSError as wrong:
        raise EgovError(f"cannot read {path}: {wrong.strerror}") from wrong
    if changed:
        raise EgovError(f"{changed}; nothing was written")


def _changes_of_file(path: Path) -> str | None:
    with path.open("rb") as file:
        head = file.read(_APPLICATION_ID.stop)
        file.seek(max(0, path.stat().st_size - len(ARCHIVE_COMMENT)))
        tail = file.read()
    untouched = head[_APPLICATION_ID] == APPLICATION_ID.to_bytes(4) and head[_CHANGES] == head[_USER_VERSION]
    if tail == ARCHIVE_COMMENT or (head.startswith(DATABASE_HEAD) and untouched):
        return None
    return f"{path} is there already, and egov did not make it, or somebody changed it since"


def _changes_of_folder(path: Path) -> str | None:
    there = sorted(_files_below(path))
    if not there:
        return None
    made = _made_files(path)
    if made is None:
        return f"{path} is a folder that egov did not make"
    for name in there:
        if name != MARK_FILE and (name not in made or made[name] != _hash_of(path / name)):
            return f"{path / name} is there already, and egov did not make it, or somebody changed it since"
    return None


def _files_below(path: Path) -> Iterator[str]:
    """Everything below a folder that is no folder itself, and every empty folder."""
    for folder, folders, files in os.walk(path):
        inside = Path(folder)
        yield from ((inside / name).relative_to(path).as_posix() for name in files)
        yield from ((inside / name).relative_to(path).as_posix() for name in folders if (inside / name).is_symlink())


def _made_files(path: Path) -> dict[str, str] | None:
    """The files that the mark of a folder lists, with their hashes; None where it has no mark."""
    try:
        mark = json.loads((path / MARK_FILE).read_bytes())
    except (OSError, ValueError):
        return None
    if not isinstance(mark, dict) or mark.get("mark") != MARK or not isinstance(mark.get("files"), dict):
        return None
    return {str(name): str(known) for name, known in mark["files"].items()}


def _hash_of(path: Path) -> str | None:
    if path.is_symlink() or not path.is_file():
        return None
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def write_folder(path: Path, files: Files) -> None:
    """Write a folder whole or not at all: it is made beside its place and moved there; one that egov made is replaced.

    Raises `EgovError` where something else is there, and where the folder cannot be written.
    """
    refuse_foreign(path)
    target = Path(os.path.realpath(path))
    if target.exists() and not target.is_dir():
        raise EgovError(f"{path} is a file; expected the name of a folder")
    try:
        with signals_held():
            _write_beside(target, files)
    except OSError as wrong:
        raise EgovError(f"cannot write {path}: {wrong.strerror or wrong}") from wrong


def _write_beside(target: Path, files: Files) -> None:
    room = Path(tempfile.mkdtemp(dir=target.parent, prefix=".egov-", suffix=".tmp"))
    try:
        made = room / "new"
        for name, content in files.items():
            (made / name).parent.mkdir(parents=True, exist_ok=True)
            (made / name).write_bytes(content)
        mark = {"mark": MARK, "files": {name: sha256(content).hexdigest() for name, content in files.items()}}
        (made / MARK_FILE).write_text(json.dumps(mark, indent=1) + "\n", encoding="utf-8")
        if target.exists():
            target.rename(room / "old")
        try:
            made.rename(target)
        except OSError:
            with suppress(OSError):
                (room / "old").rename(target)
            raise
    finally:
        shutil.rmtree(room, ignore_errors=True)
