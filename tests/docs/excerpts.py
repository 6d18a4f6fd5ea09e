"""Excerpts of an output: `…` alone in a line stands for lines that are left out, within a line for words."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

CUT = "…"


def fits(excerpt: Sequence[str], output: Sequence[str]) -> bool:
    """Whether the output is what the excerpt shows, line by line and whole."""
    pattern = "".join("(?:.*\n)*?" if line == CUT else f"{_of_line(line)}\n" for line in excerpt)
    return re.fullmatch(pattern, "".join(f"{line}\n" for line in output)) is not None


def first_missing(excerpt: Sequence[str], output: Sequence[str]) -> str:
    """The first line of the excerpt that stands nowhere in the output, or a word on their order."""
    return next(
        (line for line in excerpt if line != CUT and not any(re.fullmatch(_of_line(line), one) for one in output)),
        "its lines stand in another order, or others stand between them",
    )


def renew(excerpt: Sequence[str], output: Sequence[str]) -> list[str] | None:
    """The excerpt with each stale line replaced by the one most like it; None where that is no excerpt any more."""
    if CUT not in excerpt:
        return list(output)
    renewed, rest = [], list(output)
    for line in excerpt:
        if line == CUT:
            renewed.append(CUT)
        elif rest:
            best = max(range(len(rest)), key=lambda number: _likeness(line, rest[number]))
            renewed.append(_cut_alike(line, rest[best]))
            rest = rest[best + 1 :]
    return renewed if fits(renewed, output) else None


def _of_line(line: str) -> str:
    return ".*".join(map(re.escape, line.rstrip().split(CUT)))


def _likeness(line: str, other: str) -> float:
    if re.fullmatch(_of_line(line), other):
        return 2.0
    return SequenceMatcher(None, line, other[: len(line)] if line.endswith(CUT) else other).ratio()


def _cut_alike(line: str, new: str) -> str:
    """The new line, cut where the old one was."""
    if re.fullmatch(_of_line(line), new):
        return line
    return new[: len(line) - 1] + CUT if line.endswith(CUT) and len(new) > len(line) else new
