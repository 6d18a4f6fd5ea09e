"""Reads texts for the tests of reading, with the words that the package brings."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from egov_tracker.reading.context import Options
from egov_tracker.reading.knowledge import load_lexicon
from egov_tracker.reading.reader import Reading, read_text
from egov_tracker.reading.sources import read_plain
from egov_tracker.store.discovery import DataFolder, Origin, bundled

if TYPE_CHECKING:
    from egov_tracker.reading.claims import Claim
    from egov_tracker.reading.lexicon import Lexicon


@cache
def lexicon() -> Lexicon:
    """Give the lexicon of the package's own registry."""
    return load_lexicon(DataFolder(Origin.PACKAGE, bundled("data")))


def read(text: str, **options: str) -> Reading:
    """Read a text as `egov read` does."""
    return read_text(read_plain(text.encode(), "text.txt"), lexicon(), Options(**options))


def told(claim: Claim) -> str:
    """Put a claim on one line: what, of whom, in which state, how many, when; and whom it names."""
    parts = "".join(f"[{name}={value}]" for name, value in claim.breakdown)
    names = f": {'; '.join(name.printed for name in claim.names)}" if claim.names else ""
    return f"{claim.indicator}{parts} {claim.group} {claim.slot} {claim.printed or '-'} {claim.as_of}{names}"
