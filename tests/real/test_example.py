"""The example in Python answers its questions by what this ledger holds."""

from __future__ import annotations

import runpy
from typing import TYPE_CHECKING

from tests.building import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest


def test_the_example_prints_what_the_ledger_says(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, golden: Callable[[str, str], None]
) -> None:
    monkeypatch.chdir(ROOT)
    runpy.run_path("docs/example.py", run_name="__main__")
    golden("example.txt", capsys.readouterr().out)
