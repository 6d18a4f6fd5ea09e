"""The largest memory that any command takes on the largest legal files: 200 MiB is the promise."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from bench.generated import DATA, bodies_2016
from bench.timing import Command, egov

PROMISE = 200
HEAD = "period: {quarter}\nsources:\n  s: {{kind: press, title: x}}\nobservations:\n"
ENTRY = "  - {{indicator: document_interconnection, group: {group}, as_of: {day}, {rest}, source: s, at: {at}}}\n"
DAYS = {"2016Q1": "2016-03-30", "2016Q2": "2016-06-30"}
MOST_VALUES, MOST_FIGURES, MOST_STATES = 69_000, 3_990, 69_900


def figures(quarter: str) -> str:
    """As many figures of one body each as a file may hold."""
    rows = (ENTRY.format(group="national", day=DAYS[quarter], rest=f"value: {n}", at=n) for n in range(MOST_FIGURES))
    return HEAD.format(quarter=quarter) + "".join(rows)


def groups(quarter: str) -> str:
    """As many figures of all bodies as a file may hold: each gives a state to every body."""
    rest = "value: {}/93"
    rows = (
        ENTRY.format(group="all", day=DAYS[quarter], rest=rest.format(n % 90), at=n) for n in range(MOST_STATES // 93)
    )
    return HEAD.format(quarter=quarter) + "".join(rows)


def lists(quarter: str) -> str:
    """As many names as a file may hold, in lists of all provinces."""
    provinces = bodies_2016().provinces
    names = f"outstanding: {{names: [{', '.join(provinces)}]}}"
    rows = (
        ENTRY.format(group="provinces", day=DAYS[quarter], rest=names, at=n)
        for n in range(MOST_VALUES // (len(provinces) + 9))
    )
    return HEAD.format(quarter=quarter) + "".join(rows)


def texts(quarter: str) -> str:
    """Long places in the sources, up to the size of a file."""
    rows = (ENTRY.format(group="national", day=DAYS[quarter], rest="value: 1", at="chữ " * 150) for _ in range(3_990))
    return HEAD.format(quarter=quarter) + "".join(rows)


def aliases(quarter: str) -> str:
    """One long note, repeated by aliases as often as a file may."""
    first = ENTRY.format(group="national", day=DAYS[quarter], rest=f"value: 1, note: &n {'chữ ' * 900}", at="x")
    rows = (ENTRY.format(group="national", day=DAYS[quarter], rest="value: 1, note: *n", at=n) for n in range(1_100))
    return HEAD.format(quarter=quarter) + first + "".join(rows)


FILES = {"figures": figures, "groups": groups, "lists": lists, "texts": texts, "aliases": aliases}
COMMANDS = (
    "check",
    "check -f json",
    "check -f sarif",
    "status",
    "status --agencies",
    "status -f json",
    "status --agencies -f json",
    "status --agencies -f csv",
    "status -f html",
    "status -f md",
    "report 2016Q2",
    "report 2016Q2 -f html",
    "report 2016Q2 -o report.docx",
    "diff 2016Q1 2016Q2",
    "diff 2016Q1 2016Q2 -f json",
    "diff 2016Q1 2016Q2 -f csv",
    "appendix 2016Q2 -i document_interconnection -g provinces",
    "quarters",
    "letter letter.yaml -o letter.docx",
    "letter letter.yaml -o letter.html",
)


def main() -> None:
    """A row for each command and kind of file, and the largest of all; the exit code says whether the promise holds."""
    largest = 0.0
    wanted = [name for name in sys.argv[2:] if name in FILES] or list(FILES)
    print("| file | command | s | MiB (peak) |\n|---|---|---:|---:|")
    for name in wanted:
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            write(root, name)
            for command in COMMANDS:
                # Only one kind of file has the lists that letters and appendices ask for.
                codes = {0, 1, 2} if command.startswith(("letter", "appendix")) and name != "lists" else {0, 1}
                run = Command(egov(*command.split(), "--data", folder), {"EGOV_NO_CACHE": "1"}, codes).run(root)
                largest = max(largest, run.mebibytes)
                print(f"| {name} | `{command}` | {run.cpu:.1f} | {run.mebibytes:.0f} |", flush=True)
    print(f"\nThe largest: {largest:.0f} MiB; {PROMISE} are promised.")
    if largest > PROMISE:
        raise SystemExit("more than promised")


def write(root: Path, name: str) -> None:
    """Two quarters of one kind, and a letter with as many lists as it may have."""
    (root / "reports").mkdir()
    for quarter in DAYS:
        (root / "reports" / f"{quarter}.yaml").write_text(FILES[name](quarter), encoding="utf-8")
    letter = (DATA / "letters" / "1375-vpcp-kgvx.yaml").read_text(encoding="utf-8").split("appendices:")[0]
    one = "{quarter: 2016Q2, indicator: document_interconnection, group: provinces}"
    appendix = f"  - title: x\n    lists: [{', '.join([one] * 12)}]\n"
    (root / "letter.yaml").write_text(letter + "appendices:\n" + appendix * 12, encoding="utf-8")
