"""`python -m bench [NAME …]`: run all benchmarks, or those named; figures, never tests."""

from __future__ import annotations

import importlib
import sys

NAMES = ("startup", "growth", "check", "diff", "documents", "export", "parquet", "trend", "site", "memory", "mutations")


def main() -> None:
    """Each benchmark prints a table under its own heading."""
    for name in sys.argv[1:2] or NAMES:
        if name not in NAMES:
            raise SystemExit(f"no benchmark {name}; there are {', '.join(NAMES)}")
        module = importlib.import_module(f"bench.{name}")
        print(f"\n## {name}: {module.__doc__}\n")
        module.main()


main()
