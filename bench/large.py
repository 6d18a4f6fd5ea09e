"""The large case: quarters in which each of 11,000 bodies is named for six indicators; memory and growth."""

from __future__ import annotations

import tempfile
from pathlib import Path

from bench.generated import communes, quarter, write_ledger
from bench.timing import Command, Result, egov

BODIES, QUARTERS = 11_000, (10, 40)
MOST_MEBIBYTES, MOST_GROWTH = 400, 1.25
COMMANDS = ("check", f"diff --since {quarter(0)[0]}")


def main() -> list[Result]:
    """The bench fails above 400 MiB, or where a quarter costs a quarter more in the larger ledger."""
    print("| command | quarters | CPU, s | a quarter, s | MiB |\n|---|---:|---:|---:|---:|")
    wrong = []
    with tempfile.TemporaryDirectory() as folder:
        roots = {count: write_ledger(Path(folder) / str(count), count, communes(BODIES)) for count in QUARTERS}
        for line in COMMANDS:
            each = []
            for count, root in roots.items():
                argv = egov(*line.split(), "--data", str(root))
                run = Command(argv, {"EGOV_NO_CACHE": "1"}, (0, 1)).run()
                each.append(run.cpu / count)
                print(f"| `egov {line}` | {count} | {run.cpu:.1f} | {each[-1]:.2f} | {run.mebibytes:.0f} |", flush=True)
                wrong += [f"{line}: {run.mebibytes:.0f} MiB"] if run.mebibytes > MOST_MEBIBYTES else []
            wrong += [f"{line}: more for each quarter of more"] if each[1] > each[0] * MOST_GROWTH else []
    if wrong:
        raise SystemExit(f"more than promised: {', '.join(wrong)}")
    return []
