"""Whether loading grows in proportion: 1, 40, 400 and 4000 generated snapshots of 93 bodies and 6 indicators."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from bench.generated import write_ledger
from bench.timing import Result, compare

EGOV = str(Path(sys.executable).with_name("egov"))
COUNTS = (1, 40, 400, 4000)


def main() -> None:
    """Goals: the time per file at 4000 at most 1.3 times that at 40; status of one quarter below 60 MiB."""
    with tempfile.TemporaryDirectory() as folder:
        ledgers = {count: write_ledger(Path(folder) / str(count), count) for count in COUNTS}
        loads = {f"{n}": (sys.executable, "-m", "bench.load_all", str(ledger)) for n, ledger in ledgers.items()}
        shows = {f"{n}": (EGOV, "status", "--data", str(ledger)) for n, ledger in ledgers.items()}
        _report(compare(loads, rounds=3)[1:], compare(shows, rounds=3)[1:])


def _report(loads: list[Result], shows: list[Result]) -> None:
    start = loads[0].seconds
    per_file = {int(load.name): (load.seconds - start) / max(1, int(load.name) - 1) for load in loads}
    print("| snapshots | load all, s | per file, ms | to that at 40 | MiB | status of one, ms | MiB |")
    print("|---:|---:|---:|---:|---:|---:|---:|")
    for load, show in zip(loads, shows, strict=True):
        each = per_file[int(load.name)]
        loading = f"{load.seconds:.2f} | {each * 1000:.2f} | {each / per_file[40]:.2f} | {load.mebibytes:.0f}"
        print(f"| {load.name} | {loading} | {show.seconds * 1000:.0f} | {show.mebibytes:.0f} |")
