"""The only reader of bytes and the only writer: a file is written whole or not at all."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from egov_tracker.errors import EgovError


def read_file(path: Path) -> bytes:
    """The bytes of a file; `EgovError` says why it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as wrong:
        raise EgovError(f"cannot read {path}: {wrong.strerror}") from wrong


def write_file(path: Path, content: bytes) -> None:
    """Replace a file by new content, by way of a temporary file beside it; `EgovError` says why it cannot be done."""
    import tempfile

    target = Path(os.path.realpath(path))
    if path.exists() and not path.is_file():
        _write_through(path, content)
        return
    try:
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    except OSError as wrong:
        raise EgovError(f"cannot write {path}: {wrong.strerror}") from wrong
    try:
        _fill(handle, content)
        os.chmod(name, _mode(target))  # noqa: PTH101 - the name is a text here
        os.replace(name, target)  # noqa: PTH105
    except OSError as wrong:
        with suppress(OSError):
            os.unlink(name)  # noqa: PTH108
        raise EgovError(f"cannot write {path}: {wrong.strerror}") from wrong


def _write_through(path: Path, content: bytes) -> None:
    """Write to a device or a pipe, which is not a file that could be replaced."""
    try:
        path.write_bytes(content)
    except OSError as wrong:
        raise EgovError(f"cannot write {path}: {wrong.strerror}") from wrong


def _fill(handle: int, content: bytes) -> None:
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _mode(target: Path) -> int:
    if target.exists():
        return target.stat().st_mode & 0o7777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
