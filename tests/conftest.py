"""Fixtures of every test: the definitions of the package, and golden files."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from tests import building
from tests.browser import start_browser
from tests.goldens import add_option, golden
from tests.running import silence_environment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from egov_tracker.store.ledger import Definitions
    from tests.browser import Browser

__all__ = ["golden"]


def pytest_addoption(parser: pytest.Parser) -> None:
    add_option(parser)


def pytest_configure() -> None:
    silence_environment()
    settings.register_profile(
        "any machine", deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow]
    )
    settings.load_profile("any machine")  # how fast it is, no test asks


def pytest_collection_finish() -> None:
    """What was collected stays to the end: the search for garbage, a part of the time, need not go through it."""
    gc.freeze()


@pytest.fixture(scope="session")
def definitions() -> Definitions:
    """The registry and the catalogue that the package brings."""
    return building.definitions()


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """Chromium, started once."""
    with start_browser(tmp_path_factory.mktemp("chromium")) as started:
        yield started
