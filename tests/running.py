"""Runs the command line as a user does, in a folder and with nothing of the caller's environment that matters to it."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

OURS = ("EGOV_", "GITHUB_", "NO_COLOR", "COLUMNS", "FORCE_COLOR", "TTY_")


def egov(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run `egov` to its end; what it wrote, and its exit code."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(OURS)}
    return subprocess.run(  # noqa: S603 - the program under test
        [sys.executable, "-m", "egov_tracker", *arguments],
        cwd=folder,
        env={**kept, "PYTHONUTF8": "1", **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
