"""`python -m bench [NAME …]`: run all benchmarks, or those named; it fails where a promise is broken."""

from __future__ import annotations

import importlib
import sys

from bench.promises import broken

NAMES = (
    "startup", "documents", "check", "diff", "growth", "large", "export", "parquet", "trend", "site", "memory",
    "mutations",
)  # fmt: skip


def main() -> None:
    """Each benchmark prints a table under its own heading; those that time commands return what they measured."""
    wrong = []
    for name in sys.argv[1:] or NAMES:
        if name not in NAMES:
            raise SystemExit(f"no benchmark {name}; there are {', '.join(NAMES)}")
        module = importlib.import_module(f"bench.{name}")
        print(f"\n## {name}: {module.__doc__}\n", flush=True)
        try:
            wrong += list(broken(module.main() or []))
        except SystemExit as failed:
            wrong.append(f"{name}: {failed}")
    if wrong:
        raise SystemExit("\n" + "\n".join(wrong))


main()
