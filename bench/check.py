"""`egov check` beside other checkers on comparable files: 40 snapshots of 93 bodies and 6 indicators.

BENCH_TOOLS names the bin folder of an environment with check-jsonschema, yamllint, frictionless and beancount; what is
not there, nor on the PATH, is passed over with a word. check-jsonschema and yamllint get the same YAML files,
frictionless the same facts as one CSV file a quarter with a schema, bean-check the same facts as a journal with one
posting a body.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import tempfile
from pathlib import Path
from random import Random

from bench.timing import compare, report
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
ROUNDS = 5
GROUPS_OF_LISTS = ("central", "provinces")
RELAXED = "{extends: relaxed, rules: {line-length: disable}}"
Row = tuple[Quarter, str, str, str, bool]


def main() -> None:
    """Goals: ten times faster than the first two, and faster than all, while checking more."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        rows = list(_rows())
        size = _write_snapshots(folder, rows)
        _write_tables(folder, rows)
        _write_journal(folder, rows)
        print(f"{SNAPSHOTS} snapshots, {size / 1024:.0f} KiB of YAML, {len(rows)} standings\n")
        report(compare(_commands(folder), ROUNDS, folder))


def _commands(folder: Path) -> dict[str, tuple[str, ...]]:
    """The command lines; the names of the files are spelled out, as a hook does."""
    reports = [str(path) for path in sorted((folder / "data" / "reports").iterdir())]
    tables = [str(path) for path in sorted((folder / "tables").glob("*.resource.json"))]
    egov = Path(sys.executable).with_name("egov")
    commands = {"egov check": (str(egov), "check", "--data", str(folder / "data"))}
    others = {
        "check-jsonschema": ("--schemafile", str(folder / "schema.json"), *reports),
        "yamllint": ("-d", RELAXED, *reports),
        "frictionless": ("validate", *tables),
        "bean-check": ("--no-cache", str(folder / "ledger.beancount")),
    }
    for name, arguments in others.items():
        if found := shutil.which(name, path=os.environ.get("BENCH_TOOLS")):
            commands[name] = (found, *arguments)
        else:
            print(f"{name}: neither in BENCH_TOOLS nor on the PATH, passed over")
    return commands


def _rows() -> list[Row]:
    """Who had done what at the end of each quarter; nobody goes back, and each quarter has the bodies of its day."""
    random = Random(36)  # noqa: S311 - the same files in every run
    registry = Ledger(DataFolder(Origin.PACKAGE, bundled("data"))).definitions.registry
    since: dict[tuple[str, str], int] = {}
    rows, period = [], Quarter(2015, 1)
    for number in range(SNAPSHOTS):
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
                lines += _observation([row for row in rows if row[:2] == (period, group) and row[3] == indicator])
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
    from egov_tracker.render.schema import snapshot_schema

    (folder / "schema.json").write_text(snapshot_schema(INDICATORS), encoding="utf-8")
    tables = folder / "tables"
    tables.mkdir()
    fields = [{"name": name, "type": "string"} for name in ("group", "body", "indicator")]
    schema = {"fields": [*fields, {"name": "done", "type": "boolean"}]}
    for period in sorted({row[0] for row in rows}):
        lines = [
            f"{row[1]},{row[2].replace(',', ';')},{row[3]},{str(row[4]).lower()}" for row in rows if row[0] == period
        ]
        text = "\n".join(["group,body,indicator,done", *lines]) + "\n"
        (tables / f"{period}.csv").write_text(text, encoding="utf-8")
        resource = {"name": str(period).lower(), "path": f"{period}.csv", "schema": schema}
        (tables / f"{period}.resource.json").write_text(json.dumps(resource), encoding="utf-8")


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
