"""A file as a git revision has it, read through the `git` program, which runs nothing that the repository names."""

from __future__ import annotations

import os
import re
import subprocess
from typing import TYPE_CHECKING

from egov_tracker.errors import EgovError
from egov_tracker.store.files import MAX_BYTES

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

REVISION = re.compile(r"(?P<revision>[^:]+):(?P<path>.+\.ya?ml)", re.IGNORECASE | re.DOTALL)
TIMEOUT = 20.0  # seconds, for each run of git
# What a partial clone lacks is not fetched: a fetch runs what the repository's configuration names.
CLOSED = {
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_ASKPASS": "",
    "SSH_ASKPASS": "",
    "GIT_PAGER": "cat",
    "LC_ALL": "C",
}
# The settings of a repository that name a program; those of the command line win over them.
HARMLESS = (
    "protocol.allow=never",
    "core.fsmonitor=false",
    "core.hooksPath=/dev/null",
    "core.sshCommand=false",
    "core.askPass=",
    "core.pager=cat",
    "core.alternateRefsCommand=",
    "credential.helper=",
    "safe.bareRepository=explicit",
)
# These would point git to other programs, or switch on what CLOSED switches off.
UNTOLD = (
    "GIT_EXEC_PATH",
    "GIT_SSH",
    "GIT_SSH_COMMAND",
    "GIT_PROXY_COMMAND",
    "GIT_EXTERNAL_DIFF",
    "GIT_PROTOCOL_FROM_USER",
)


def is_revision(text: str) -> bool:
    """Whether a text such as HEAD~1:data/reports/2016Q2.yaml names a revision of a file, and is no file itself."""
    return bool(REVISION.fullmatch(text)) and not os.path.exists(text)  # noqa: PTH110 - a name too long is no file


def is_commit(text: str, environment: Mapping[str, str], folder: Path) -> bool:
    """Whether a text names a commit of the repository that a folder lies in; not so where git cannot say."""
    if text.startswith("-") or not folder.is_dir():
        return False
    try:
        _Git(text, environment, folder).run("rev-parse", "--verify", "--end-of-options", f"{text}^{{commit}}")
    except EgovError:
        return False
    return True


def read_revision(text: str, environment: Mapping[str, str], folder: Path | None = None) -> bytes:
    """The content of a file at a revision; `EgovError` says why git cannot give it, or that it is too large.

    A path that begins with ./ is seen from the folder, from the working folder without one.
    """
    if text.startswith("-"):
        raise EgovError(f"{text}: a revision does not begin with a dash")
    git = _Git(text, environment, folder)
    name = git.run("rev-parse", "--verify", "--end-of-options", text).decode().strip()
    size = int(git.run("cat-file", "-s", name))
    if size > MAX_BYTES:
        raise EgovError(f"{text}: the file has {size:,} bytes; {MAX_BYTES:,} are the most")
    return git.run("cat-file", "blob", name)


class _Git:
    """The program by its absolute path, closed to all that a repository may ask of it."""

    def __init__(self, text: str, environment: Mapping[str, str], folder: Path | None = None) -> None:
        self.text = text
        self.folder = folder
        self.program = _find_git(text, environment.get("PATH", os.defpath))
        self.environment = {name: value for name, value in environment.items() if name not in UNTOLD} | CLOSED

    def run(self, *arguments: str) -> bytes:
        settings = [word for setting in HARMLESS for word in ("-c", setting)]
        try:
            ran = subprocess.run(  # noqa: S603 - the program's own absolute path
                [self.program, "--no-pager", *settings, *arguments],
                stdin=subprocess.DEVNULL,
                capture_output=True,
                check=False,
                cwd=self.folder,
                env=self.environment,
                timeout=TIMEOUT,
            )
        except subprocess.TimeoutExpired as wrong:
            raise EgovError(f"{self.text}: git took more than {TIMEOUT:g} seconds") from wrong
        except OSError as wrong:
            message = f"{self.text}: git is needed to read a revision, and it cannot be run: {wrong.strerror}"
            raise EgovError(message) from wrong
        if ran.returncode:
            raise EgovError(f"{self.text}: {_complaint(ran.stderr)}")
        return ran.stdout


def _find_git(text: str, search_path: str) -> str:
    """The program in a folder of the search path that is named absolutely and is not the working folder."""
    working = os.path.realpath(os.curdir)
    for folder in search_path.split(os.pathsep):
        if os.path.isabs(folder) and os.path.realpath(folder) != working:  # noqa: PTH117
            for name in ("git", "git.exe"):
                program = os.path.join(folder, name)  # noqa: PTH118
                if os.path.isfile(program) and os.access(program, os.X_OK):  # noqa: PTH113
                    return program
    raise EgovError(f"{text}: git is needed to read a revision, and it cannot be run: it is in no folder of PATH")


def _complaint(said: bytes) -> str:
    """What git says is fatal, else the last line of its error message, without `fatal:`."""
    lines = said.decode(errors="replace").strip().splitlines() or ["git gives no reason"]
    fatal = [line for line in lines if line.startswith("fatal: ")]
    return f"git says: {(fatal or lines)[-1].removeprefix('fatal: ')}"
