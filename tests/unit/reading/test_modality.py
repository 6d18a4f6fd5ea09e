"""What is a plan and what is so, and in which state bodies are, by whole sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.reading import replay

if TYPE_CHECKING:
    from collections.abc import Callable


def test_a_figure_states_plans_or_orders_and_has_a_state(golden: Callable[[str, str], None]) -> None:
    golden("reading/modality.txt", replay("modality"))
