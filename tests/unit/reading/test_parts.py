"""The group, the part and the kind of a figure, by whole sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.reading import replay

if TYPE_CHECKING:
    from collections.abc import Callable


def test_a_figure_has_its_group_and_its_part(golden: Callable[[str, str], None]) -> None:
    golden("reading/parts.txt", replay("parts"))
