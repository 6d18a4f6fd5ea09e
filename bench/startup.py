"""Start-up and memory of the commands that everybody runs, in units of a bare interpreter."""

from __future__ import annotations

import sys
from pathlib import Path

from bench.timing import compare, report

EGOV = str(Path(sys.executable).with_name("egov"))


def main() -> None:
    """Goals: status at most 18 times the bare interpreter and below 45 MiB, help at most 8, read at most 20 times.

    What is read has 5,273 characters: the text of letter 1375/VPCP-KGVX.
    """
    commands = {
        "egov --help": (EGOV, "--help"),
        "egov status --quarter 2016Q2": (EGOV, "status", "--quarter", "2016Q2"),
        "egov status --quarter 2016Q2 -f json": (EGOV, "status", "--quarter", "2016Q2", "-f", "json"),
        "egov quarters": (EGOV, "quarters"),
        "egov read": (EGOV, "read", "data/sources/letter-1375/text.txt"),
        "egov trace 2016Q2 3": (EGOV, "trace", "2016Q2", "3"),
    }
    report(compare(commands))
