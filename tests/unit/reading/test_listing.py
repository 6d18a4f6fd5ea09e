"""Lists of bodies, by whole sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.reading import replay

if TYPE_CHECKING:
    from collections.abc import Callable


def test_names_belong_together_and_have_a_state(golden: Callable[[str, str], None]) -> None:
    golden("reading/listing.txt", replay("listing"))
