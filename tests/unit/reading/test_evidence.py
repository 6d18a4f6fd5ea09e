"""What a claim has to prove, by whole sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.reading import replay

if TYPE_CHECKING:
    from collections.abc import Callable


def test_a_word_that_is_not_known_is_a_doubt(golden: Callable[[str, str], None]) -> None:
    golden("reading/evidence.txt", replay("evidence"))
