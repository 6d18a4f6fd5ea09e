"""Fixtures of every test: the definitions of the package, its ledger, and golden files."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests import building
from tests.building import DATA, open_data
from tests.goldens import add_option, golden

if TYPE_CHECKING:
    from egov_tracker.store.ledger import Definitions, Ledger

__all__ = ["golden"]


def pytest_addoption(parser: pytest.Parser) -> None:
    add_option(parser)


@pytest.fixture(scope="session")
def ledger() -> Ledger:
    """The ledger of this repository."""
    return open_data(DATA)


@pytest.fixture(scope="session")
def definitions() -> Definitions:
    """The registry and the catalogue that the package brings."""
    return building.definitions()
