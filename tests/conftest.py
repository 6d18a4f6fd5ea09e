"""Fixtures of every test: the definitions of the real ledger, and golden files with the one flag that writes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support import ROOT, open_data

if TYPE_CHECKING:
    from collections.abc import Callable

    from egov_tracker.store.ledger import Definitions, Ledger

GOLDEN = ROOT / "tests" / "golden"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-goldens", action="store_true", help="write tests/golden/ anew instead of comparing")


@pytest.fixture(scope="session")
def ledger() -> Ledger:
    """The ledger of this repository."""
    return open_data()


@pytest.fixture(scope="session")
def definitions(ledger: Ledger) -> Definitions:
    """The registry and the catalogue of this repository."""
    return ledger.definitions


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with a file of tests/golden/, or write it there with --update-goldens."""
    update: bool = request.config.getoption("--update-goldens")

    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        if update:
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        assert path.is_file(), f"{name} is missing: pytest --update-goldens writes it"
        assert text == path.read_text(encoding="utf-8")

    return compare
