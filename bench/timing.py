"""Time whole processes side by side in one run and print each as a ratio to the bare interpreter."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

BARE = (sys.executable, "-c", "pass")
# An installed program has its bytecode on disk: let the first, unmeasured round write it.
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


@dataclass(frozen=True, slots=True)
class Result:
    """The median of the rounds in seconds, and the largest memory of any round in MiB."""

    name: str
    seconds: float
    mebibytes: float


def run_once(
    argv: tuple[str, ...], folder: Path | None = None, accepted: frozenset[int] | set[int] = frozenset({0, 1})
) -> tuple[float, float]:
    """Run a command to its end; its wall time in seconds and its peak resident memory in MiB."""
    with tempfile.TemporaryFile() as waste:
        start = time.perf_counter()
        process = subprocess.Popen(argv, stdout=waste, stderr=waste, cwd=folder, env=ENVIRONMENT)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in accepted:
            waste.seek(0)
            message = waste.read().decode(errors="replace")[-2000:]
            raise SystemExit(f"{' '.join(argv)} exited with {process.returncode}:\n{message}")
    return seconds, usage.ru_maxrss / 1024


def compare(commands: dict[str, tuple[str, ...]], rounds: int = 15, folder: Path | None = None) -> list[Result]:
    """Run every command once per round, one after the other, so that a busy machine hurts all of them alike."""
    commands = {"python -c pass": BARE, **commands}
    times: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
    for argv in commands.values():
        run_once(argv, folder)
    for _ in range(rounds):
        for name, argv in commands.items():
            times[name].append(run_once(argv, folder))
    return [
        Result(name, statistics.median(seconds for seconds, _ in runs), max(memory for _, memory in runs))
        for name, runs in times.items()
    ]


def report(results: list[Result]) -> None:
    """Print a Markdown table; the first result is the unit."""
    unit = results[0].seconds
    print("| command | ms (median) | ratio | MiB (peak) |\n|---|---:|---:|---:|")
    for result in results:
        print(
            f"| `{result.name}` | {result.seconds * 1000:.1f} | {result.seconds / unit:.1f} | {result.mebibytes:.0f} |"
        )
