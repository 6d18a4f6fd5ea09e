"""`egov diff` from YAML against programs that compare CSV, on the same two states of every body and indicator."""

# The rivals are csv-diff, daff, deepdiff, datacompy and pandas: install those you want in an environment of their own
# and name its bin folder in BENCH_RIVALS. What is missing is said and skipped.

from __future__ import annotations

import csv
import os
import sys
import tempfile
from pathlib import Path

from bench.generated import INDICATORS, bodies_2016, snapshot_text
from bench.timing import compare, report

EGOV = str(Path(sys.executable).with_name("egov"))
QUARTERS = {"2016Q1": "2016-03-31", "2016Q2": "2016-06-30"}
LARGE, ROUNDS_LARGE = 11_000, 1
PANDAS = """
import pandas
old, new = (pandas.read_csv(name, dtype=str) for name in ("old.csv", "new.csv"))
both = old.merge(new, on="id", how="outer", suffixes=("_old", "_new"), indicator=True)
print(both[both.state_old != both.state_new].to_string())
"""
DATACOMPY = """
import pandas, datacompy
old, new = (pandas.read_csv(name, dtype=str) for name in ("old.csv", "new.csv"))
kind = getattr(datacompy, "PandasCompare", None) or datacompy.Compare
print(kind(old, new, join_columns="id").report(sample_count=10**6))
"""
RIVALS = {
    "csv-diff": ("csv-diff", "old.csv", "new.csv", "--key=id"),
    "daff": ("daff", "--id", "id", "old.csv", "new.csv"),
    "deep diff": ("deep", "diff", "old.csv", "new.csv", "--group-by", "id"),
    "datacompy": ("python", "-c", DATACOMPY),
    "pandas": ("python", "-c", PANDAS),
}
MODULES = {"datacompy": "datacompy", "pandas": "pandas"}

Bodies = tuple[list[str], list[str]]


def main() -> None:
    """Goals: ahead of every rival on 93 bodies; on 11,000 ahead of those that compare by key, all from a cold start."""
    large = [f"Xã Thử nghiệm số {number:05}" for number in range(LARGE)]
    for title, bodies, rounds in (("93 bodies", bodies_2016(), 15), (f"{LARGE:,} bodies", ([], large), ROUNDS_LARGE)):
        with tempfile.TemporaryDirectory() as folder:
            commands = {"egov diff": (EGOV, "diff", *QUARTERS, "--data", folder), **rivals()}
            write(Path(folder), bodies)
            print(f"\n{title}, {len(INDICATORS)} indicators\n")
            report(compare(commands, rounds, Path(folder)))


def rivals() -> dict[str, tuple[str, ...]]:
    """The commands of the rivals that are there."""
    there = Path(os.environ.get("BENCH_RIVALS", "nowhere"))
    found = {}
    for name, (program, *options) in RIVALS.items():
        if (there / program).exists() and _has(there, MODULES.get(name)):
            found[name] = (str(there / program), *options)
        else:
            print(f"{name} is not in BENCH_RIVALS={there}: left out")
    return found


def _has(there: Path, module: str | None) -> bool:
    return module is None or any(there.parent.glob(f"lib/python*/site-packages/{module}"))


def write(folder: Path, bodies: Bodies) -> None:
    """A ledger of two quarters, and the same as CSV; bodies that no registry knows get one of their own."""
    (folder / "reports").mkdir()
    for number, (quarter, day) in enumerate(QUARTERS.items()):
        text = snapshot_text(quarter, day, number * 7, bodies)
        (folder / "reports" / f"{quarter}.yaml").write_text(text, encoding="utf-8")
        _write_csv(folder / f"{('old', 'new')[number]}.csv", number * 7, bodies)
    (folder / "registry").mkdir()
    (folder / "registry" / "obligations.yaml").write_text("obligations: {}\n", encoding="utf-8")
    if len(bodies[1]) == LARGE:
        lines = [f"  b{n}: {{kind: province, name_vi: {name}, name_en: {name}}}" for n, name in enumerate(bodies[1])]
        (folder / "registry" / "provinces.yaml").write_text("bodies:\n" + "\n".join(lines) + "\n", encoding="utf-8")
        (folder / "registry" / "agencies.yaml").write_text("bodies: {}\n", encoding="utf-8")


def _write_csv(path: Path, seed: int, bodies: Bodies) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["id", "indicator", "body", "state"])
        for number, indicator in enumerate(INDICATORS):
            for names in filter(None, bodies):
                late = (seed + number) % len(names)
                for location, name in enumerate(names):
                    state = "outstanding" if location < late else "done"
                    writer.writerow([f"{indicator}/{name}", indicator, name, state])


if __name__ == "__main__":
    main()
