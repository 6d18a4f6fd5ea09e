"""Reads texts for the tests of reading, with the words that the package brings."""

from __future__ import annotations

import re
from functools import cache
from itertools import repeat
from typing import TYPE_CHECKING

from egov_tracker.reading.claims import SENTENCES
from egov_tracker.reading.context import Options
from egov_tracker.reading.knowledge import load_lexicon
from egov_tracker.reading.reader import Reading, read_text
from egov_tracker.reading.sources import read_plain
from egov_tracker.store.discovery import DataFolder, Origin, bundled
from tests.building import ROOT

if TYPE_CHECKING:
    from egov_tracker.reading.claims import Claim, Passage, Proposal
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


def replay(name: str) -> str:
    """Read again the texts of a kept list, `tests/golden/reading/NAME.txt`: under each stands what it becomes.

    A text is a line at the margin, with ¶ for an end of line and → for a tab; before it may stand the period or the
    day of writing in square brackets. A line that begins with # says what the texts under it are about.
    """
    kept = (ROOT / "tests" / "golden" / "reading" / f"{name}.txt").read_text(encoding="utf-8")
    lines = [line for line in kept.splitlines() if not line.startswith("  ")]
    return "".join(f"{line}\n{_replayed(line)}" for line in lines)


def _replayed(line: str) -> str:
    if not line or line.startswith("# "):
        return ""
    option, text = found.groups() if (found := re.fullmatch(r"(?:\[([\w-]+)\] )?(.*)", line)) else (None, line)
    options = {} if option is None else {"period" if "Q" in option else "dated": option}
    reading = read(text.replace("¶", "\n").replace("→", "\t"), **options)
    whole = repeat(reading.source.text)
    became = [*map(_claimed, reading.claims, whole), *map(_planned, reading.proposals, whole)]
    rest = "; ".join(map(_left, reading.unread, whole))
    return "".join(f"  {each}\n" for each in [*became, *([f"- {rest}"] if rest else [])])


def _claimed(claim: Claim, text: str) -> str:
    """Say what a claim says, with its kind and first day, its share, the words that date it, and its doubts."""
    place = f" at {claim.value[0]}" if claim.value else ""
    more = [claim.kind, claim.start and f"from {claim.start}", claim.share and f"share {text[slice(*claim.share)]}"]
    dated = f" “{text[slice(*claim.date)]}”" if claim.date else ""
    kinds = "".join("?" if not name.known else name.kind[0] for name in claim.names)
    said = f"= {told(claim)}{kinds and f' ({kinds})'}{place}{dated}{''.join(f', {each}' for each in more if each)}"
    said += "" if (quote := text[slice(*claim.quote)].strip()) == text.strip() else f" in “{' '.join(quote.split())}”"
    doubts = [each.code + each.message.removeprefix(SENTENCES[each.code]) for each in claim.doubts]
    return f"{said} | {'; '.join(doubts) or 'clean'}"


def _planned(proposal: Proposal, text: str) -> str:
    due = f", due {proposal.due}" if proposal.due else ""
    dated = f" “{text[slice(*proposal.due_at)]}”" if proposal.due_at else ""
    return f"> {proposal.printed} at {proposal.value[0]}{due}{dated}"


def _left(passage: Passage, text: str) -> str:
    words = " ".join(text[passage.start : passage.end].split())
    return f"{words} {passage.kind}{passage.reason and f' ({passage.reason})'}"
