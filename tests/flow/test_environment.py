"""The tests themselves, under what a caller may have set, in an ASCII locale, without git, and with old releases."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
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


def test_what_the_tests_are_run_with_at_its_lowest_is_what_the_lower_bounds_say() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    asked = [*project["dependencies"], *extras["parquet"], *extras["pdf"], *extras["test"]]
    lowest = dict(re.findall(r"^([a-z0-9-]+)==(\S+)", (ROOT / ".ci" / "lowest.txt").read_text("utf-8"), re.MULTILINE))
    bounds = [re.fullmatch(r"([a-z0-9-]+)>=([0-9.]+)(?:,<.*)?", one) for one in asked if not one.startswith("egov-")]
    assert [bound[1] for bound in bounds if bound and not f"{lowest[bound[1]]}.".startswith(f"{bound[2]}.")] == []
    assert None not in bounds
