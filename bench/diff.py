"""`egov diff` from YAML beside programs that compare CSV or JSON: the same two states of every body and indicator."""

from __future__ import annotations

import csv
import json
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from bench.generated import INDICATORS, bodies_2016, communes, late_of, quarter, write_registry, write_snapshot
from bench.peers import differs
from bench.timing import Command, Result, cold_and_warm, compare, egov, report

if TYPE_CHECKING:
    from bench.generated import Bodies

OLD, NEW = quarter(0)[0], quarter(1)[0]
LATE = 0.5  # the share of bodies that is outstanding in the old state
CASES = {
    "93 bodies, 20% moved": (bodies_2016, 0.2, 9),
    "11,000 bodies, 0.1% moved": (lambda: communes(11_000), 0.001, 3),
    "11,000 bodies, 20% moved": (lambda: communes(11_000), 0.2, 3),
}


def main() -> list[Result]:
    """A table for each case; every program has seen as many changed states as there are before its time is taken."""
    results = []
    for title, (bodies, moved, rounds) in CASES.items():
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            changed = write_case(root, bodies(), moved)
            check_counts(root, changed)
            commands = cold_and_warm(f"egov diff, {title}", egov("diff", OLD, NEW, "--data", "."), root / "cache")
            commands |= {f"{name}, {title}": command for name, (_, command) in differs().items()}
            print(f"\n{title}: {changed:,} changed states of {len(INDICATORS)} indicators\n")
            results += report(compare(commands, rounds, root))
    return results


def write_case(root: Path, bodies: Bodies, moved: float) -> int:
    """A ledger of two quarters, and the same as CSV and JSON; how many states are changed."""
    write_registry(root, bodies)
    states = []
    for number, name in enumerate(("old", "new")):
        late = LATE - number * moved
        write_snapshot(root, number, late, bodies)
        states.append(states_of(bodies, late))
        with (root / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([("id", "state"), *states[-1].items()])
        (root / f"{name}.json").write_text(json.dumps(states[-1]), encoding="utf-8")
    old, new = states
    return sum(old[one] != new[one] for one in old)


def states_of(bodies: Bodies, late: float) -> dict[str, str]:
    """The state of each body in each indicator, by a key of both."""
    return {
        f"{indicator}-{group}-{place}": "outstanding" if place < late_of(names, late) else "done"
        for indicator in INDICATORS
        for group, names in enumerate(bodies)
        for place in range(len(names))
    }


def check_counts(root: Path, changed: int) -> None:
    """Stop where a program sees fewer or more changed states than there are: it would be timed for other work."""
    for name, count in counts(root).items():
        if count != changed:
            raise SystemExit(f"{name} sees {count} changed states, there are {changed}")


def counts(root: Path) -> dict[str, int]:
    """How many changed states each program sees that is there, the first of them `egov diff`."""
    command = Command(egov("diff", OLD, NEW, "--data", ".", "-f", "json"), {"EGOV_NO_CACHE": "1"})
    changes = json.loads(command.run(root).output)["changes"]
    moves = [one for change in changes for one in change["transitions"]]
    seen = {"egov": sum(one["old_state"] != one["new_state"] for one in moves)}
    return seen | {name: peer.count(command.run(root).output) for name, (peer, command) in differs().items()}
