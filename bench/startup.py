"""The commands that everybody runs, cold and with everything read before, in units of a bare interpreter."""

from __future__ import annotations

import tempfile
from pathlib import Path

from bench.timing import Command, Result, cold_and_warm, compare, egov, report

SHOWN = ("status --quarter 2016Q2", "quarters", "trend lgsp", "diff 2016Q1 2016Q2", "trace 2016Q2 3")
READ = "read data/sources/letter-1375/text.txt"  # of 5,273 characters


def main() -> list[Result]:
    """A row for each command; what is promised of them is in bench/promises.py."""
    with tempfile.TemporaryDirectory() as cache:
        commands = {"egov --help, cold": Command(egov("--help")), "egov read, cold": Command(egov(*READ.split()))}
        for line in SHOWN:
            commands |= cold_and_warm(f"egov {line}", egov(*line.split()), Path(cache))
        return report(compare(commands))
