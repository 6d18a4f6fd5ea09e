"""Figures that share a predicate, plans and shares, by whole sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.reading import replay

if TYPE_CHECKING:
    from collections.abc import Callable


def test_a_sentence_becomes_claims_and_proposals(golden: Callable[[str, str], None]) -> None:
    golden("reading/prose.txt", replay("prose"))
