"""Trends over generated ledgers, beside the status of every quarter of them."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from bench.generated import bodies_2016, write_ledger
from bench.timing import Command, compare

COUNTS = (15, 30, 60)
ASKED = ("status", "trend", "overview", "agency")


def main() -> None:
    """Goals: at most 1.3 times the status of every quarter, in one process each; linear in the quarters."""
    print(
        "| quarters | status of each, ms | trend of one, ms | ratio | overview, ms | ratio | body, ms | ratio | MiB |"
    )
    print("|---:|---:|---:|---:|---:|---:|---:|---:|---:|")
    with tempfile.TemporaryDirectory() as folder:
        for count in COUNTS:
            ledger = str(write_ledger(Path(folder) / str(count), count, bodies_2016()))
            commands = {asked: Command((sys.executable, "-m", "bench.all_quarters", asked, ledger)) for asked in ASKED}
            _bare, status, one, every, body = compare(commands, rounds=5)
            cells = [f"{made.cpu * 1000:.0f} | {made.cpu / status.cpu:.2f}" for made in (one, every, body)]
            print(f"| {count} | {status.cpu * 1000:.0f} | {' | '.join(cells)} | {one.mebibytes:.0f} |")
