"""Time whole processes side by side in one run, each as a ratio to the bare interpreter of the same run."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

EGOV = str(Path(sys.executable).with_name("egov"))
# An installed program has its bytecode on disk: let the first, unmeasured round write it.
ENVIRONMENT = {
    name: value
    for name, value in os.environ.items()
    if name != "PYTHONDONTWRITEBYTECODE" and not name.startswith("EGOV_")
}
MOST_WORDS = 2000
# The peak of a process is at least that of the one which starts it, so that a small one has to.
LAUNCHER = """
import os, sys, time
start = time.perf_counter()
pid = os.posix_spawnp(sys.argv[2], sys.argv[2:], os.environ)
_, status, used = os.wait4(pid, 0)
wall = time.perf_counter() - start
with open(sys.argv[1], "w") as file:
    print(used.ru_utime + used.ru_stime, wall, used.ru_maxrss, status, file=file)
"""


class Run(NamedTuple):
    """What one process took: CPU and wall time in seconds, peak resident memory in MiB; and what it printed."""

    cpu: float
    wall: float
    mebibytes: float
    code: int
    output: str


@dataclass(frozen=True)
class Command:
    """A command line with the variables that it sees, the exit codes that it may have, and what is done before it."""

    argv: tuple[str, ...]
    environment: Mapping[str, str] = field(default_factory=dict)
    accepted: Collection[int] = (0,)
    before: Callable[[], object] = dict  # nothing

    def run(self, folder: Path | None = None) -> Run:
        """Run it to its end; stops the bench where it exits otherwise than accepted."""
        self.before()
        with tempfile.TemporaryFile() as out, tempfile.NamedTemporaryFile(mode="r") as used:
            launched = (sys.executable, "-I", "-S", "-c", LAUNCHER, used.name, *self.argv)
            environment = {**ENVIRONMENT, **self.environment}
            subprocess.run(launched, stdout=out, stderr=out, cwd=folder, env=environment, check=True)
            out.seek(0)
            output = out.read().decode(errors="replace")
            cpu, wall, kibibytes, status = map(float, used.read().split())
        code = os.waitstatus_to_exitcode(int(status))
        if code not in self.accepted:
            raise SystemExit(f"{' '.join(self.argv)} exited with {code}:\n{output[-MOST_WORDS:]}")
        return Run(cpu, wall, kibibytes / 1024, code, output)


@dataclass(frozen=True)
class Result:
    """All rounds of one command."""

    name: str
    runs: tuple[Run, ...]

    @property
    def cpu(self) -> float:
        """The median CPU time in seconds."""
        return statistics.median(run.cpu for run in self.runs)

    @property
    def least_cpu(self) -> float:
        """The least CPU time in seconds, on a busy machine the one nearest to what the work needs."""
        return min(run.cpu for run in self.runs)

    @property
    def mebibytes(self) -> float:
        """The largest memory of any round in MiB."""
        return max(run.mebibytes for run in self.runs)


BARE = Command((sys.executable, "-c", "pass"))


def egov(*argv: str) -> tuple[str, ...]:
    """The command line of the program, as it is installed beside this interpreter."""
    return (EGOV, *argv)


def cold_and_warm(
    name: str, argv: tuple[str, ...], cache: Path, change: Callable[[], object] | None = None
) -> dict[str, Command]:
    """A command that reads everything, one that has read all of it before, and one of which one file is `change`d."""
    kept = {"EGOV_CACHE_DIR": str(cache)}
    commands = {
        f"{name}, cold": Command(argv, {"EGOV_NO_CACHE": "1"}, (0, 1)),
        f"{name}, warm": Command(argv, kept, (0, 1)),
    }
    return commands | ({f"{name}, one changed": Command(argv, kept, (0, 1), change)} if change else {})


def compare(commands: Mapping[str, Command], rounds: int = 15, folder: Path | None = None) -> list[Result]:
    """Run every command once per round, one after the other, so that a busy machine hurts all of them alike."""
    commands = {"python -c pass": BARE, **commands}
    for command in commands.values():
        command.run(folder)
    runs: dict[str, list[Run]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            runs[name].append(command.run(folder))
    return [Result(name, tuple(found)) for name, found in runs.items()]


def ratios(results: list[Result]) -> dict[str, float]:
    """The median CPU time of each command in units of that of the first, the bare interpreter."""
    return {result.name: result.cpu / results[0].cpu for result in results}


def report(results: list[Result]) -> list[Result]:
    """Print a Markdown table; the first result is the unit."""
    found = ratios(results)
    print("| command | CPU, ms: least | median | wall, ms: least | median | CPU ratio | MiB |")
    print("|---|---:|---:|---:|---:|---:|---:|")
    for result in results:
        walls = [run.wall for run in result.runs]
        times = (result.least_cpu, result.cpu, min(walls), statistics.median(walls))
        cells = " | ".join(f"{seconds * 1000:.1f}" for seconds in times)
        print(f"| {result.name} | {cells} | {found[result.name]:.1f} | {result.mebibytes:.0f} |")
    return results
