"""Which names belong to a figure, by whole sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.reading import replay

if TYPE_CHECKING:
    from collections.abc import Callable


def test_names_belong_to_the_figure_that_counts_them(golden: Callable[[str, str], None]) -> None:
    golden("reading/naming.txt", replay("naming"))
