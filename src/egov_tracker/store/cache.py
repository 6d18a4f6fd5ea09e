"""What was read once, kept on disk: an entry has the fingerprint of all that it follows from, so that none is stale.

An entry is JSON with a checksum, in a folder that nobody else may write. Whatever is wrong with it, it is as if it were
not there; an entry that cannot be written is not written.
"""

from __future__ import annotations

import json
import os
import stat
import sys
from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from egov_tracker import __version__
from egov_tracker.store.columns import read_value, write_value
from egov_tracker.store.discovery import PACKAGE
from egov_tracker.store.files import UnreadableError, fingerprint, put_file, read_small_file
from egov_tracker.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from egov_tracker.store.columns import Around

T = TypeVar("T")

HEAD = b"egov-cache 1 "
SUFFIX = ".egov"
UNFINISHED = ".tmp"
KEY_DIGITS = 32
MOST_BYTES = 64 * 1024 * 1024
MOST_OF_ENTRY = 16 * 1024 * 1024
MOST_SECONDS = 60 * 24 * 3600
DAY = 24 * 3600
CODE = (".", "text", "model", "store", "inference", "checks")


class Size(NamedTuple):
    """How much a cache holds."""

    entries: int
    kibibytes: int


class Cache:
    """The entries in a folder, by key; `now` is the time in seconds, by which entries are old.

    The folder is made, and old entries are removed, when the first one is written; `kept` counts those written.
    """

    def __init__(self, folder: Path, now: float) -> None:
        self.folder = folder
        self.now = now
        self.prepared: bool | None = None
        self.kept = 0

    def recalled(self, key: str, around: Around, make: Callable[[], T], is_sound: Callable[[T], bool]) -> T:
        """What is kept under a key, else what `make` makes, which is kept if it is sound."""
        found: T | None = self.recall(key, around)
        if found is not None:
            return found
        made = make()
        if is_sound(made):
            self.keep(key, made, around)
        return made

    def recall(self, key: str, around: Around) -> Any:
        """The value that was kept under a key; None where there is none, or none that can be read."""
        path = self._path(key)
        try:
            if not _is_private(self.folder):
                return None
            content = _content(read_small_file(path, MOST_OF_ENTRY), key)
            if content is None:
                return None
            self._mark_as_used(path)
            return read_value(json.loads(content), around)
        except (OSError, UnreadableError):
            return None
        except Exception:  # noqa: BLE001 - an entry of whatever origin: what it should say is read from the YAML
            return None

    def keep(self, key: str, value: object, around: Around) -> None:
        """Keep a value under a key, if that can be done."""
        if self.prepared is None:
            self.prepared = self._prepare()
        if not self.prepared:
            return
        written = json.dumps(write_value(value, around), ensure_ascii=False, separators=(",", ":"))
        content = written.encode("utf-8", "surrogatepass")
        if len(content) < MOST_OF_ENTRY:
            self.kept += 1
            self.prepared = put_file(self._path(key), HEAD + _checksum(key, content) + b"\n" + content, UNFINISHED)

    def size(self) -> Size:
        """How many entries there are, and how large they are together."""
        sizes = [info.st_size for _, info in self._files()]
        return Size(len(sizes), -(-sum(sizes) // 1024))

    def clear(self) -> int:
        """Remove all entries, and nothing else; says how many there were."""
        return sum(_removed(path) for path, _ in [*self._files()])

    def _path(self, key: str) -> Path:
        return self.folder / f"{key}{SUFFIX}"

    def _prepare(self) -> bool:
        """Make the folder, and remove what is old or too much; False where nothing can be kept."""
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError:
            return False
        if not _is_private(self.folder) or not os.access(self.folder, os.W_OK):
            return False
        total = 0
        for path, info in sorted(self._files(), key=lambda one: one[1].st_mtime, reverse=True):
            total += info.st_size
            longest = DAY if path.suffix == UNFINISHED else MOST_SECONDS
            if total > MOST_BYTES or self.now - info.st_mtime > longest:
                _removed(path)
        return True

    def _mark_as_used(self, path: Path) -> None:
        """Let the time of an entry say that it was of use, at most once a day."""
        with suppress(OSError):
            if self.now - path.stat().st_mtime > DAY:
                os.utime(path, (self.now, self.now))

    def _files(self) -> Iterator[tuple[Path, os.stat_result]]:
        """The entries, and those that a program could not finish."""
        with suppress(OSError), os.scandir(self.folder) as found:
            for one in found:
                name, _, ending = one.name.partition(".")
                if len(name) == KEY_DIGITS and f".{ending}".endswith((SUFFIX, UNFINISHED)):
                    with suppress(OSError):
                        yield self.folder / one.name, one.stat(follow_symlinks=False)


def key_of(*parts: str | bytes) -> str:
    """The key of what follows from these parts, read by this program."""
    return fingerprint(_program(), *parts)


@cache
def _program() -> str:
    """The versions of the program and of Python, and the sizes and times of the code on which a kept value depends."""
    parts = [__version__, sys.version, str(PACKAGE)]
    for floor in CODE:
        with os.scandir(PACKAGE / floor) as found:
            for one in sorted(found, key=lambda one: one.name):
                if one.name.endswith(".py"):
                    info = one.stat()
                    parts.append(f"{floor}/{one.name} {info.st_size} {info.st_mtime_ns} {info.st_ctime_ns}")
    return fingerprint(*parts)


def _content(entry: bytes, key: str) -> bytes | None:
    """What an entry holds; None where it is not what was written under this key."""
    head, _, content = entry.partition(b"\n")
    return content if head == HEAD + _checksum(key, content) else None


def _checksum(key: str, content: bytes) -> bytes:
    return fingerprint(key, content).encode()


def _is_private(folder: Path) -> bool:
    """Whether a folder belongs to this user, and nobody else may write there."""
    info = folder.stat()
    return stat.S_ISDIR(info.st_mode) and info.st_uid == os.geteuid() and not info.st_mode & 0o022


def _removed(path: Path) -> bool:
    with suppress(OSError):
        path.unlink()
        return True
    return False
