"""Fuzz every reader for a number of seconds or of inputs, and say what was found.

    python -m tests.fuzz [--seconds 600 | --inputs 200000] [--seed 0] [--target NAME …] [--keep FOLDER]

First comes every field with every nasty value, then random changes until the budget is used. Every input that breaks
something down, hangs or takes much memory is kept with its traceback; the exit code says whether there was one.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import signal
import sys
import tempfile
import time
import traceback
from contextlib import contextmanager
from itertools import chain, cycle
from pathlib import Path
from typing import TYPE_CHECKING, Any

from egov_tracker.render import sandbox
from tests.fuzz.targets import all_targets

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

HANG = 20  # seconds for one input
WEIGHTS = {"snapshot": 8, "letter": 4, "reference document": 2, "template": 3, "document": 3, "revision": 1}


class HangError(BaseException):
    """An input that took too long; no `except Exception` catches it."""


class Record:
    """What was done with one target, and what came of it."""

    def __init__(self, target: Any) -> None:
        self.target = target
        self.inputs = self.runs = 0
        self.slowest = 0.0
        self.broken: dict[str, int] = {}

    def facts(self) -> dict[str, object]:
        """The figures for the report."""
        return {
            "inputs": self.inputs,
            "runs": self.runs,
            "slowest_seconds": round(self.slowest, 2),
            "broken": self.broken,
        }


def main(arguments: list[str] | None = None) -> int:
    """Print the record as JSON; 1 where anything broke down."""
    options = read_options(arguments)
    with tempfile.TemporaryDirectory(dir="/dev/shm" if Path("/dev/shm").is_dir() else None) as folder:  # noqa: S108
        records = fuzz(Path(folder) / "ledger", options)
    total = sum(record.inputs for record in records)
    facts = {
        "seed": options.seed,
        "inputs": total,
        "runs": sum(record.runs for record in records),
        "peak_mib": round(peak()),
        "targets": {record.target.name: record.facts() for record in records},
    }
    sys.stdout.write(json.dumps(facts, ensure_ascii=False, indent=2) + "\n")
    return int(any(record.broken for record in records))


def read_options(arguments: list[str] | None) -> argparse.Namespace:
    """Seconds or inputs, whichever is used up first."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--seconds", type=float, default=float("inf"))
    parser.add_argument("--inputs", type=int, default=None)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--target", action="append")
    parser.add_argument("--keep", type=Path, default=None)
    options = parser.parse_args(arguments)
    if options.inputs is None:
        options.inputs = 20_000 if options.seconds == float("inf") else sys.maxsize
    return options


def fuzz(root: Path, options: argparse.Namespace) -> list[Record]:
    """Take the targets in turn, those of more weight longer."""
    sandbox.MOST_SECONDS = 1
    records = [Record(one) for one in all_targets(root) if not options.target or one.name in options.target]
    rng, end = random.Random(options.seed), time.monotonic() + options.seconds  # noqa: S311
    feeds = {id(one): inputs_of(one.target, random.Random(f"{options.seed} {one.target.name}")) for one in records}  # noqa: S311
    turns = list(chain.from_iterable([one] * WEIGHTS.get(one.target.name, 2) for one in records))
    for record in cycle(rng.sample(turns, len(turns))):
        if sum(one.inputs for one in records) >= options.inputs or time.monotonic() > end:
            return records
        take(record, next(feeds[id(record)]), rng, options.keep)
    return records


def inputs_of(target: Any, rng: random.Random) -> Iterator[bytes]:
    """Half of the systematic inputs in a mixed order, one by one with random ones, then random ones without end."""
    systematic = list(target.systematic())
    rng.shuffle(systematic)
    for make in systematic:
        yield make()
        yield target.random(rng)
    while True:
        yield target.random(rng)


def take(record: Record, raw: bytes, rng: random.Random, keep: Path | None) -> None:
    """Run one input; what it breaks is counted by its kind and place."""
    start, before = time.monotonic(), peak()
    wrong: BaseException | None = None
    try:
        with alarm():
            record.runs += record.target.run(raw, rng)
    except (Exception, HangError) as caught:  # noqa: BLE001 - that is what is looked for
        wrong = caught
    record.inputs += 1
    record.slowest = max(record.slowest, time.monotonic() - start)
    if wrong is not None:
        last = traceback.extract_tb(wrong.__traceback__)[-1]
        name = f"{type(wrong).__name__} at {Path(last.filename).name}:{last.lineno}: {str(wrong)[:120]}"
        record.broken[name] = record.broken.get(name, 0) + 1
        if record.broken[name] == 1:
            save(record, raw, keep, "".join(traceback.format_exception(wrong)))
    elif peak() - before > 50:
        save(record, raw, keep, f"peak from {before:.0f} to {peak():.0f} MiB\n")


def save(record: Record, raw: bytes, keep: Path | None, text: str) -> None:
    """Keep an input and what it did."""
    sys.stderr.write(f"{record.target.name}: {text[-1500:]}\n")
    if keep:
        keep.mkdir(parents=True, exist_ok=True)
        name = f"{record.target.name.replace(' ', '-')}-{record.inputs}"
        (keep / f"{name}.input").write_bytes(raw)
        (keep / f"{name}.txt").write_text(text, encoding="utf-8", errors="backslashreplace")


@contextmanager
def alarm() -> Iterator[None]:
    """Break into what takes too long."""

    def stop(_number: int, _frame: FrameType | None) -> None:
        raise HangError(f"more than {HANG} seconds")

    signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, HANG)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def peak() -> float:
    """The largest memory of this process so far, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    sys.exit(main())
