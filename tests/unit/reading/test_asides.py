"""Changes, averages, shares and other countries, by whole sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.reading import replay

if TYPE_CHECKING:
    from collections.abc import Callable


def test_what_is_no_observation_is_told_apart(golden: Callable[[str, str], None]) -> None:
    golden("reading/asides.txt", replay("asides"))
