"""The date of a figure, by whole sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.reading import replay

if TYPE_CHECKING:
    from collections.abc import Callable


def test_a_figure_has_its_date(golden: Callable[[str, str], None]) -> None:
    golden("reading/dating.txt", replay("dating"))
