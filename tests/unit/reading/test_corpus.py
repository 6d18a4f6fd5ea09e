"""The texts of bench/reading, each as the whole draft that is made of it: claims, doubts, places, and what is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bench.reading.gold import load_case
from egov_tracker.reading.context import Options
from egov_tracker.reading.draft import describe, period_of, write_draft
from egov_tracker.reading.forms import open_source
from egov_tracker.reading.reader import read_text
from egov_tracker.text.quarters import Quarter
from tests.building import ROOT
from tests.reading import lexicon

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TEXTS = [path for name in ("tuned", "held_out") for path in sorted((ROOT / "bench" / "reading" / name).iterdir())]


def draft_of(path: Path) -> str:
    """Read a text as `egov read` does, with the options of its head."""
    case = load_case(path)
    reading = read_text(open_source(case.raw, path.name), lexicon(), Options(**case.options))
    entry = describe(reading, path.name)
    return write_draft([entry], period_of([entry]) or Quarter(2016, 1))


@pytest.mark.parametrize("kind", ["letter", "negative", "press", "report", "web"])
def test_a_text_becomes_the_draft_that_is_kept_of_it(kind: str, golden: Callable[[str, str], None]) -> None:
    paths = [path for path in TEXTS if path.name.startswith(f"{kind}-")]
    assert paths
    for path in paths:
        golden(f"reading/{path.stem}.yaml", draft_of(path))
