"""The only reader of bytes and the only writer: a file is written whole or not at all."""

from __future__ import annotations

import errno
import os
import re
import stat
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from egov_tracker.errors import EgovError

try:
    from _blake2 import blake2b  # what hashlib hands out, without the time that OpenSSL takes to load
except ImportError:
    from hashlib import blake2b

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_BYTES = 4 * 1024 * 1024
PIECE = 1024 * 1024
KINDS = {
    stat.S_IFDIR: "Is a directory",
    stat.S_IFIFO: "expected a regular file, got a pipe",
    **dict.fromkeys((stat.S_IFCHR, stat.S_IFBLK), "expected a regular file, got a device"),
}
STREAMS = {"/dev/stdin": 0, "/dev/stdout": 1, "/dev/stderr": 2}
MOST_LINKS = 40
PERMISSIONS = 0o777  # no setuid, setgid or sticky bit outlives its content


class UnreadableError(EgovError):
    """A file that cannot be read; the sentence names it."""


def read_file(path: Path, most: int = MAX_BYTES) -> bytes:
    """The bytes of a file, of a long one only `most` and one more; `UnreadableError` says why it cannot be read.

    Only regular files are read: a pipe or a device may never end.
    """
    with _opened(path) as file:
        return file.read(most + 1)


@contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        try:
            mode = os.fstat(handle).st_mode
            if not stat.S_ISREG(mode):
                raise ValueError(KINDS.get(stat.S_IFMT(mode), "expected a regular file"))
            with os.fdopen(handle, "rb", closefd=False) as file:
                yield file
        finally:
            os.close(handle)
    except (OSError, ValueError) as wrong:
        raise UnreadableError(f"cannot read {path}: {_reason(wrong)}") from wrong


def read_small_file(path: Path, most: int = MAX_BYTES) -> bytes:
    """The bytes of a file; `EgovError` where it is larger than `most`."""
    content = read_file(path, most)
    if len(content) > most:
        raise UnreadableError(f"cannot read {path}: it has more than {most:,} bytes")
    return content


def fingerprint(*parts: str | bytes) -> str:
    """32 hexadecimal digits that no other parts have."""
    found = blake2b(digest_size=16)
    for part in parts:
        raw = part if isinstance(part, bytes) else part.encode("utf-8", "surrogatepass")
        found.update(len(raw).to_bytes(8, "big"))
        found.update(raw)
    return found.hexdigest()


def fingerprint_of_file(path: Path) -> str:
    """The fingerprint of all bytes of a file; `UnreadableError` says why it cannot be read."""
    found = blake2b(digest_size=16)
    with _opened(path) as file:
        while piece := file.read(PIECE):
            found.update(piece)
    return found.hexdigest()


def put_file(path: Path, content: bytes, unfinished: str) -> bool:
    """Write a file of our own that may be lost, whole or not at all; says whether that could be done.

    It is written under a name that ends in `unfinished`, and nobody waits until the disk has it.
    """
    name = f"{path}.{os.getpid()}{unfinished}"
    try:
        handle = os.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0), 0o600)
    except OSError:
        return False
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        os.replace(name, path)  # noqa: PTH105
    except OSError:
        with suppress(OSError):
            os.unlink(name)  # noqa: PTH108
        return False
    return True


def write_file(path: Path, content: bytes) -> None:
    """Replace a file by new content, by way of a temporary file beside it; `EgovError` says why it cannot be done.

    A stream that the shell has opened (/dev/stdout, /dev/fd/3), a device and a pipe are written to instead. Signals
    wait until the file is whole.
    """
    try:
        if (stream := _stream(path)) is not None:
            _write_through(os.dup(stream), content)
        elif _is_special(path):
            _write_through(os.open(path, os.O_WRONLY), content)
        else:
            with signals_held():
                _replace(Path(os.path.realpath(path)), content)
    except BrokenPipeError:
        raise
    except (OSError, ValueError) as wrong:
        raise EgovError(f"cannot write {path}: {_reason(wrong)}") from wrong


def _reason(wrong: OSError | ValueError) -> str:
    return (wrong.strerror if isinstance(wrong, OSError) else None) or str(wrong)


def _stream(path: Path) -> int | None:
    """The open descriptor that a path names by way of /dev or /proc, through any number of links."""
    text = os.fspath(path)
    own = re.compile(rf"/dev/fd|/proc/{os.getpid()}(?:/task/\d+)?/fd")
    for _ in range(MOST_LINKS):
        folder, name = os.path.split(os.path.abspath(text))  # noqa: PTH100 - the last part is not followed
        if text in STREAMS:
            return STREAMS[text]
        if own.fullmatch(os.path.realpath(folder)) and name.isdecimal():
            return int(name)
        if not os.path.islink(text):  # noqa: PTH114
            return None
        text = os.path.join(folder, os.readlink(text))  # noqa: PTH115, PTH118
    return None


def _is_special(path: Path) -> bool:
    """Whether something is there that is neither a file nor a folder; raises `OSError` for a loop of links."""
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return False
    return not stat.S_ISREG(mode) and not stat.S_ISDIR(mode)


def _write_through(handle: int, content: bytes) -> None:
    with os.fdopen(handle, "wb", buffering=0) as file:
        rest = memoryview(content)
        while rest:
            rest = rest[file.write(rest) :]


@contextmanager
def signals_held() -> Iterator[None]:
    """Let the signals that end a program wait, so that none leaves a temporary file."""
    import signal

    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _replace(target: Path, content: bytes) -> None:
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    prefix = _prefix(target)
    _remove_stale(target.parent, prefix)
    handle, name = _temporary(target.parent, prefix)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            _take_over(handle, name, target)
            os.fsync(handle)
            os.replace(name, target)  # noqa: PTH105
    except BaseException:
        with suppress(OSError):
            os.unlink(name)  # noqa: PTH108
        raise


def _prefix(target: Path) -> str:
    """How the temporary files of a target begin: short, however long its own name is."""
    return f".egov-{blake2b(os.fsencode(target.name), digest_size=6).hexdigest()}-"


def _temporary(folder: Path, prefix: str) -> tuple[int, str]:
    """A new file that is locked for as long as it is open, so that nobody takes it for one left behind."""
    import tempfile

    while True:
        handle, name = tempfile.mkstemp(dir=folder, prefix=prefix, suffix=".tmp")
        _lock(handle)
        if os.fstat(handle).st_nlink:
            return handle, name
        os.close(handle)


def _remove_stale(folder: Path, prefix: str) -> None:
    """Remove the temporary files of this target that no program holds any more: one was killed while it wrote."""
    with suppress(OSError):
        for name in os.listdir(folder):  # noqa: PTH208
            if name.startswith(prefix) and name.endswith(".tmp"):
                _remove_unlocked(folder / name)


def _remove_unlocked(path: Path) -> None:
    with suppress(OSError):
        handle = os.open(path, os.O_RDWR | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
        try:
            if _lock(handle):
                path.unlink()
        finally:
            os.close(handle)


def _lock(handle: int) -> bool:
    """Lock an open file if nobody else has; False where that is so, or where the system has no such locks."""
    try:
        from fcntl import LOCK_EX, LOCK_NB, flock

        flock(handle, LOCK_EX | LOCK_NB)
    except (ImportError, OSError):
        return False
    return True


def _take_over(handle: int, name: str, target: Path) -> None:
    """Give the new file the owner and the permissions of the one it replaces, as far as that opens it to nobody new."""
    try:
        old = target.stat()
    except FileNotFoundError:
        os.chmod(name, 0o666 & ~_mask())  # noqa: PTH101 - the name is a text here
        return
    mode = old.st_mode & PERMISSIONS
    with suppress(OSError, AttributeError):
        os.chown(name, -1, old.st_gid)
    with suppress(OSError, AttributeError):
        os.chown(name, old.st_uid, -1)
    if os.fstat(handle).st_gid != old.st_gid:
        mode = mode & ~0o070 | (mode & 0o007) << 3
    os.chmod(name, mode)  # noqa: PTH101


def _mask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
