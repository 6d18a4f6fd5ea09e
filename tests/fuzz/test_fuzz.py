"""A few seconds of what `python -m tests.fuzz` does for hours."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.fuzz.__main__ import main
from tests.fuzz.targets import COMMANDS, LETTERS, small_ledger
from tests.running import run_egov

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_no_input_breaks_a_reader_down(capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["--inputs", "130", "--seed", "1"])
    facts = json.loads(capsys.readouterr().out)
    assert {name: one["broken"] for name, one in facts["targets"].items() if one["broken"]} == {}
    assert (code, facts["inputs"]) == (0, 130)
    assert [name for name, one in facts["targets"].items() if one["inputs"] < 2] == []


def test_what_is_changed_was_sound_so_that_the_changes_reach_the_pages(tmp_path: Path) -> None:
    small_ledger(tmp_path / "ledger")
    for command in COMMANDS + LETTERS:
        code = 1 if "--check" in command else 0
        assert (command, run_egov(*command, "--data", tmp_path / "ledger", cwd=tmp_path).code) == (command, code)
