"""What is promised: CPU time in units of a bare interpreter, by what is measured. The README has the same table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bench.timing import ratios

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bench.timing import Result

MARGIN = 1.25
PROMISES: dict[str, float] = {}


def broken(results: list[Result]) -> Iterator[str]:
    """A sentence for each promise that is exceeded by a quarter or more."""
    for name, ratio in (ratios(results) if results else {}).items():
        promised = PROMISES.get(name)
        if promised and ratio > promised * MARGIN:
            yield f"{name}: {promised:g} times the bare interpreter are promised, it is {ratio:.1f}"
