"""`egov check` beside other checkers on comparable files: 40 snapshots of 93 bodies and 6 indicators.

check-jsonschema and yamllint get the same YAML files, frictionless the same facts as a data package with a CSV file a
quarter, bean-check the same facts as a journal with one posting a body.
"""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from random import Random

from bench.peers import checkers
from bench.timing import Command, Result, cold_and_warm, compare, egov, report
from egov_tracker.store.discovery import DataFolder, Origin, bundled
from egov_tracker.store.ledger import Ledger
from egov_tracker.text.dates import parse_as_of
from egov_tracker.text.quarters import Quarter

INDICATORS = (
    "action_plan",
    "document_interconnection",
    "dossier_publication",
    "signed_exchange",
    "architecture",
    "lgsp",
)
SNAPSHOTS = 40
ROUNDS = 3
GROUPS_OF_LISTS = ("central", "provinces")
FAULTY_ENTRY = '2025-01-01 * "unbalanced"\n  Assets:B0  1 BODY\n'
Row = tuple[Quarter, str, str, str, bool]


def main() -> list[Result]:
    """Every program passes the sound files and fails on a seeded fault before its time is taken."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        size = write_case(folder)
        check_faults(folder)
        latest = max((folder / "data" / "reports").iterdir())
        text = latest.read_text(encoding="utf-8")
        turns = iter(range(10**6))

        def change() -> None:
            latest.write_text(f"{text}# {next(turns)}\n", encoding="utf-8")

        print(f"{SNAPSHOTS} snapshots, {size / 1024:.0f} KiB of YAML\n")
        argv = egov("check", "--data", "data")
        commands = cold_and_warm("egov check, 40 snapshots", argv, folder / "cache", change)
        return report(compare(commands | checkers(reports(folder), sound=True), ROUNDS, folder))


def write_case(folder: Path, count: int = SNAPSHOTS) -> int:
    """The same facts of so many quarters for every program; the bytes of YAML."""
    rows = list(_rows(count))
    size = _write_snapshots(folder, rows)
    _write_tables(folder, rows)
    _write_journal(folder, rows)
    return size


def reports(folder: Path) -> tuple[str, ...]:
    """The names of the snapshot files, spelled out as a hook does."""
    return tuple(str(path.relative_to(folder)) for path in sorted((folder / "data" / "reports").iterdir()))


def seed_fault(folder: Path) -> tuple[str, ...]:
    """Put one fault into what each program reads; the names of the files in which it is."""
    snapshot = max((folder / "data" / "reports").iterdir())
    table = max((folder / "tables").iterdir())
    journal = folder / "ledger.beancount"
    faults = {snapshot: "extra: 1\nextra: 2\n", table: "provinces,Hà Nội,lgsp,perhaps\n", journal: FAULTY_ENTRY}
    for path, fault in faults.items():
        with path.open("a", encoding="utf-8") as file:
            file.write(fault)
    return tuple(path.name for path in faults)


def check_faults(folder: Path, count: int = SNAPSHOTS) -> None:
    """Stop where a program fails on sound files, or passes over the seeded fault: it would be timed for other work."""
    check = egov("check", "--data", "data")
    cold = {"EGOV_NO_CACHE": "1"}
    for command in (Command(check, cold), *checkers(reports(folder), sound=True).values()):
        command.run(folder)
    with tempfile.TemporaryDirectory() as name:
        faulty = Path(name)
        write_case(faulty, count)
        files = seed_fault(faulty)
        for command in (Command(check, cold, (1,)), *checkers(reports(faulty), sound=False).values()):
            said = command.run(faulty).output
            if not any(file in said or Path(file).stem.lower() in said for file in files):
                raise SystemExit(f"{command.argv[0]} does not say where the seeded fault is:\n{said}")


def _rows(count: int) -> list[Row]:
    """Who had done what at the end of each quarter; nobody goes back, and each quarter has the bodies of its day."""
    random = Random(36)  # noqa: S311 - the same files in every run
    registry = Ledger(DataFolder(Origin.PACKAGE, bundled("data"))).definitions.registry
    since: dict[tuple[str, str], int] = {}
    rows, period = [], Quarter(2015, 1)
    for number in range(count):
        when = parse_as_of(str(period.last_day))
        for group in GROUPS_OF_LISTS:
            for body in registry.members(registry.groups[group], when):
                for indicator in INDICATORS:
                    start = since.setdefault((body.id, indicator), random.randrange(SNAPSHOTS + 10))
                    rows.append((period, group, body.name_vi, indicator, number >= start))
        period = period.next
    return rows


def _write_snapshots(folder: Path, rows: list[Row]) -> int:
    """One snapshot a quarter, with every body by name."""
    reports = folder / "data" / "reports"
    reports.mkdir(parents=True)
    mine: dict[tuple[Quarter, str, str], list[Row]] = {}
    for row in rows:
        mine.setdefault((row[0], row[1], row[3]), []).append(row)
    size = 0
    for period in sorted({row[0] for row in rows}):
        lines = [
            f"period: {period}",
            "sources:",
            "  report:",
            "    kind: report",
            "    title: Báo cáo",
            "observations:",
        ]
        for indicator in INDICATORS:
            for group in GROUPS_OF_LISTS:
                lines += _observation(mine[period, group, indicator])
        text = "\n".join(lines) + "\n"
        (reports / f"{period}.yaml").write_text(text, encoding="utf-8")
        size += len(text.encode())
    return size


def _observation(rows: list[Row]) -> list[str]:
    period, group, _, indicator, _ = rows[0]
    done = [row[2] for row in rows if row[4]]
    late = [row[2] for row in rows if not row[4]]
    lines = [f"  - indicator: {indicator}", f"    group: {group}", f"    as_of: {period.last_day}"]
    lines.append(f"    value: {len(done)}/{len(rows)}")
    for field, names in (("done", done), ("outstanding", late)):
        if names:
            lines += [f"    {field}:", f"      count: {len(names)}", "      names:"]
            lines += [f"        - {name}" for name in names]
    return [*lines, "    source: report", "    at: phụ lục 1"]


def _write_tables(folder: Path, rows: list[Row]) -> None:
    """The same standings as CSV with a Frictionless schema, and our JSON Schema for check-jsonschema."""
    Command(egov("schema", "snapshot", "--data", "data", "-o", "schema.json")).run(folder)
    tables = folder / "tables"
    tables.mkdir()
    fields = [{"name": name, "type": "string"} for name in ("group", "body", "indicator")]
    schema = {"fields": [*fields, {"name": "done", "type": "boolean"}]}
    resources = []
    for period in sorted({row[0] for row in rows}):
        lines = [
            f"{row[1]},{row[2].replace(',', ';')},{row[3]},{str(row[4]).lower()}" for row in rows if row[0] == period
        ]
        text = "\n".join(["group,body,indicator,done", *lines]) + "\n"
        (tables / f"{period}.csv").write_text(text, encoding="utf-8")
        resources.append({"name": str(period).lower(), "path": f"tables/{period}.csv", "schema": schema})
    package = {"name": "standings", "resources": resources}
    (folder / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")


def _write_journal(folder: Path, rows: list[Row]) -> None:
    """The same standings as a journal: a transaction a quarter and indicator, a posting a body."""
    accounts = {name: f"Assets:B{number}" for number, name in enumerate(dict.fromkeys(row[2] for row in rows))}
    lines = [f"2015-01-01 open {account}" for account in (*accounts.values(), "Equity:Open")]
    for period in sorted({row[0] for row in rows}):
        for indicator in INDICATORS:
            mine = [row for row in rows if row[0] == period and row[3] == indicator]
            lines.append(f'{period.last_day} * "{indicator}"')
            lines += [f"  {accounts[row[2]]}  {int(row[4])} BODY" for row in mine]
            lines.append(f"  Equity:Open  {-sum(row[4] for row in mine)} BODY")
    (folder / "ledger.beancount").write_text("\n".join(lines) + "\n", encoding="utf-8")
