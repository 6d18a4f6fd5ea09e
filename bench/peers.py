"""Programs that do a part of what `egov` does: how each is called, and what it has to see for its time to count.

BENCH_PEERS names the bin folder of an environment with the packages of bench/peers.txt; what is not there is left out.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from bench.timing import Command

if TYPE_CHECKING:
    from collections.abc import Callable

PANDAS = """
import pandas
old, new = (pandas.read_csv(name, dtype=str) for name in ("old.csv", "new.csv"))
both = old.merge(new, on="id", how="outer", suffixes=("_old", "_new"))
changed = both[both.state_old != both.state_new]
print(changed.to_string(), len(changed), sep="\\n")
"""
POLARS = """
import polars
old, new = (polars.read_csv(name, infer_schema=False) for name in ("old.csv", "new.csv"))
both = old.join(new, on="id", how="full", suffix="_new")
changed = both.filter(polars.col("state").ne_missing(polars.col("state_new")))
print(changed.write_csv(), changed.height, sep="\\n")
"""
DATACOMPY = """
import pandas, datacompy
old, new = (pandas.read_csv(name, dtype=str) for name in ("old.csv", "new.csv"))
compare = getattr(datacompy, "PandasCompare", None) or datacompy.Compare
changed = compare(old, new, join_columns="id").all_mismatch()
print(changed.to_string(), len(changed), sep="\\n")
"""
DEEPDIFF = """
import csv, deepdiff
old, new = ({row["id"]: row["state"] for row in csv.DictReader(open(name))} for name in ("old.csv", "new.csv"))
changed = deepdiff.DeepDiff(old, new).get("values_changed", {})
print(*changed.items(), len(changed), sep="\\n")
"""


class Peer(NamedTuple):
    """A program: its file in the bin folder, its arguments, the exit codes of success, how it tells what it saw."""

    program: str
    arguments: tuple[str, ...]
    count: Callable[[str], int] = lambda output: int(output.split()[-1])
    accepted: tuple[int, ...] = (0,)

    def command(self) -> Command | None:
        """The command; None where the program is not there."""
        found = Path(os.environ.get("BENCH_PEERS", "")) / self.program
        return Command((str(found), *self.arguments), {}, self.accepted) if found.is_file() else None


def matches(pattern: str) -> Callable[[str], int]:
    """Counts the matches in what a program prints."""
    return lambda output: len(re.findall(pattern, output, re.MULTILINE))


# The same two states of every body and indicator, as CSV by id, or as JSON.
DIFFERS = {
    "csv-diff": Peer("csv-diff", ("old.csv", "new.csv", "--key=id"), matches(r"^  id: ")),
    "daff": Peer("daff", ("diff", "--id", "id", "old.csv", "new.csv"), matches(r"^->,")),
    "deepdiff": Peer("python", ("-c", DEEPDIFF)),
    "datacompy": Peer("python", ("-c", DATACOMPY)),
    "pandas": Peer("python", ("-c", PANDAS)),
    "polars": Peer("python", ("-c", POLARS)),
    "jsondiff": Peer("jdiff", ("old.json", "new.json"), matches(r'": "(?:done|outstanding)"')),
}
# Sound files, of which each finds nothing wrong; and the same with one fault, of which each has to say where it is.
CHECKERS = {
    "check-jsonschema": ("check-jsonschema", "--schemafile", "schema.json"),
    "yamllint": ("yamllint", "-d", "{extends: relaxed, rules: {line-length: disable}}"),
    "frictionless": ("frictionless", "validate", "datapackage.json"),
    "bean-check": ("bean-check", "--no-cache", "ledger.beancount"),
}


def differs() -> dict[str, tuple[Peer, Command]]:
    """The programs that compare and are there."""
    return {name: (peer, command) for name, peer in DIFFERS.items() if (command := peer.command())}


def checkers(reports: tuple[str, ...], *, sound: bool) -> dict[str, Command]:
    """The programs that check and are there, on files without a fault, or with one that makes them fail."""
    found = {}
    for name, (program, *arguments) in CHECKERS.items():
        files = reports if name in {"check-jsonschema", "yamllint"} else ()
        peer = Peer(program, (*arguments, *files), accepted=(0,) if sound else (1,))
        if command := peer.command():
            found[name] = command
    return found
