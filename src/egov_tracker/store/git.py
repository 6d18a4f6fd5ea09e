"""A file as a git revision has it, read through the `git` program."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

from egov_tracker.errors import EgovError

REVISION = re.compile(r"(?P<revision>[^:]+):(?P<path>.+\.ya?ml)")


def is_revision(text: str) -> bool:
    """Whether a text such as HEAD~1:data/reports/2016Q2.yaml names a revision of a file, and is no file itself."""
    return bool(REVISION.fullmatch(text)) and not Path(text).exists()


def read_revision(text: str) -> bytes:
    """The content of a file at a revision; `EgovError` says why git cannot give it."""
    if text.startswith("-"):
        raise EgovError(f"{text}: a revision does not begin with a dash")
    try:
        ran = subprocess.run(["git", "cat-file", "blob", text], capture_output=True, check=False)  # noqa: S603, S607
    except OSError as wrong:
        raise EgovError(f"{text}: git is needed to read a revision, and it cannot be run: {wrong.strerror}") from wrong
    if ran.returncode:
        raise EgovError(f"{text}: {_complaint(ran.stderr)}")
    return ran.stdout


def _complaint(said: bytes) -> str:
    """The last line of the error message of git, without `fatal:`."""
    lines = said.decode(errors="replace").strip().splitlines() or ["git gives no reason"]
    return f"git says: {lines[-1].removeprefix('fatal: ')}"
