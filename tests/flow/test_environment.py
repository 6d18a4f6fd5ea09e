"""The tests themselves, under what a caller may have set, in an ASCII locale, and on a machine without git."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from tests.building import ROOT

if TYPE_CHECKING:
    from pathlib import Path

TOLD = {
    "EGOV_DATA": "/nowhere", "EGOV_LANG": "fr", "EGOV_TEMPLATES": "/nowhere", "COLUMNS": "40", "FORCE_COLOR": "1",
    "GITHUB_ACTIONS": "true", "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0",
}  # fmt: skip


def test_nothing_of_the_callers_reaches_a_test_and_what_lacks_a_program_skips(tmp_path: Path) -> None:
    chosen = (
        "tests/flow/test_diff.py",
        "tests/flow/test_version.py",
        "-k",
        "git or repository or version or beside_a_quarter",
    )
    ran = subprocess.run(  # noqa: S603 - our own tests
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--color=no", *chosen],
        cwd=ROOT,
        env={**TOLD, "HOME": str(tmp_path), "PATH": str(tmp_path)},
        capture_output=True,
        check=False,
    )
    last = ran.stdout.decode(errors="replace").splitlines()[-1]
    assert (ran.returncode, "3 skipped" in last) == (0, True), last
