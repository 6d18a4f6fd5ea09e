"""Only this folder knows what the real ledger holds, so that a correction of data touches no other test."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.building import ROOT

if TYPE_CHECKING:
    from pathlib import Path

OTHERS = sorted(path for folder in ("flow", "unit") for path in (ROOT / "tests" / folder).rglob("*.py"))


@pytest.mark.parametrize("path", OTHERS, ids=lambda path: path.stem)
def test_no_test_of_behaviour_reads_the_real_ledger(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert re.findall(r'ROOT / "data"|egov\([^()]*cwd=ROOT', text) == []
