"""Read every snapshot of a ledger one after the other, keeping none: `python -m bench.load_all FOLDER`."""

from __future__ import annotations

import gc
import sys
from pathlib import Path

from egov_tracker.store.discovery import locate_data
from egov_tracker.store.ledger import Ledger


def main() -> None:
    """Stop at the first snapshot that has findings, since the figures would be of something else."""
    gc.disable()
    ledger = Ledger(locate_data(Path(sys.argv[1]), None, Path.cwd()))
    for path in ledger.all_files:
        loaded = ledger.read(path)
        if loaded.findings:
            print(loaded.findings[0], file=sys.stderr)
            raise SystemExit(2)


main()
