"""The ledger of this repository: only the tests in this folder know what it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.building import ROOT, open_data

if TYPE_CHECKING:
    from egov_tracker.store.ledger import Ledger


@pytest.fixture(scope="session")
def ledger() -> Ledger:
    """The ledger of this repository."""
    return open_data(ROOT / "data")
