"""Documents: the report and the letter, in units of a bare interpreter."""

from __future__ import annotations

import tempfile
from pathlib import Path

from bench.timing import Command, Result, cold_and_warm, compare, egov, report

MADE = (
    "report 2016Q2 -f md",
    "report 2016Q2 -f html",
    "report 2016Q2 -f docx",
    "letter 1375-vpcp-kgvx -f html",
    "letter 1375-vpcp-kgvx -f docx",
)


def main() -> list[Result]:
    """A row for each document; what is promised of them is in bench/promises.py."""
    commands: dict[str, Command] = {}
    with tempfile.TemporaryDirectory() as cache:
        for line in MADE:
            commands |= cold_and_warm(f"egov {line}", egov(*line.split()), Path(cache))
        return report(compare(commands, rounds=9))
