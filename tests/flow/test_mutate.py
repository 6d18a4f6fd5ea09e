"""The mutator on a package of one module: what it changes, whom it asks, and what it says."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.building import ROOT
from tests.running import silent_environment

if TYPE_CHECKING:
    from pathlib import Path

SOURCE = """\
'''Docstrings that no test has to notice.'''

def twice(age: int) -> int:
    return age * 2


LIMIT = twice(4)


def older(age: int) -> str:
    if not age:
        return "an age is missing"
    return "too old" if age > LIMIT else "young enough"


def same(first: bool, second: bool) -> bool:
    return first is second


if __name__ == "__main__":
    print(older(0), True)
"""

TESTS = """\
import subprocess, sys

from egov_tracker.small.age import older


def test_ages():
    assert [older(9), older(6)] == ["too old", "young enough"]


def test_nothing():
    ran = subprocess.run([sys.executable, "-m", "egov_tracker.small.age"], capture_output=True, text=True)
    assert ran.stdout.startswith("an age is")


def test_that_fails_without_a_change():
    assert older(0) == "an age"
"""

OWN = """\
from egov_tracker.small import age


def test_the_limit():
    assert age.LIMIT == 8
"""

EQUIVALENT = "small/age.py: True → False in print(older(0), True)  # a word that nobody reads\n"
AT = "src/egov_tracker/small/age.py"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    texts = {
        "src/egov_tracker/__init__.py": "",
        "src/egov_tracker/small/__init__.py": "",
        AT: SOURCE,
        "tests/test_all.py": TESTS,
        "tests/unit/small/test_age.py": OWN,
        "tools/mutate-equivalent.txt": EQUIVALENT,
    }
    for name, text in texts.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    shutil.copy(ROOT / "tools" / "mutate.py", tmp_path / "tools")
    return tmp_path


def mutate(folder: Path, *options: str) -> tuple[int, list[str]]:
    """The exit code and the lines; the seconds are any."""
    ran = subprocess.run(  # noqa: S603
        [sys.executable, "tools/mutate.py", "small", "--sample", "99", "--at-least", "0.8", *options],
        cwd=folder,
        env=silent_environment({"PYTHONUTF8": "1"}),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,  # what pytest says while it measures
        encoding="utf-8",
        check=False,
    )
    return ran.returncode, re.sub(r"^\d+ s$", "n s", ran.stdout, flags=re.MULTILINE).splitlines()


def test_says_what_no_test_notices(folder: Path) -> None:
    assert mutate(folder, "--measure") == (1, [
        f'{AT}:13: > → >= in return "too old" if age > LIMIT else "young enough" (1 of 1 tests that reach it)',
        f"{AT}:17: is → is not in return first is second (no test reaches it)",
        "small           7 killed    2 survived    1 equivalent   78%",
        "n s",
    ])  # fmt: skip
    assert mutate(folder, "--messages") == (0, [
        "small           3 killed    0 survived    0 equivalent  100%",
        "n s",
    ])  # fmt: skip
    code, lines = mutate(folder, "--nothing")
    assert (code, lines[-2:]) == (1, ["small           0 killed   10 survived    0 equivalent    0%", "n s"])
