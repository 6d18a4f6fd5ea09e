"""Which indicator a figure counts, by whole sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.reading import replay

if TYPE_CHECKING:
    from collections.abc import Callable


def test_a_figure_has_its_indicator(golden: Callable[[str, str], None]) -> None:
    golden("reading/choosing.txt", replay("choosing"))
