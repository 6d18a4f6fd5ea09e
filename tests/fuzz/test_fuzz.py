"""A few seconds of what `python -m tests.fuzz` does for hours."""

from __future__ import annotations

import json

import pytest

from tests.fuzz.__main__ import main


@pytest.mark.parametrize("seed", [1, 2])
def test_no_input_breaks_a_reader_down(seed: int, capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["--inputs", "300", "--seed", str(seed)])
    facts = json.loads(capsys.readouterr().out)
    assert {name: one["broken"] for name, one in facts["targets"].items() if one["broken"]} == {}
    assert (code, facts["inputs"] >= 300, len(facts["targets"]) >= 9) == (0, True, True)
