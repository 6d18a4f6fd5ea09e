"""720 figures and 33,000 states of bodies as workbook and database, beside openpyxl, pandas and the bare sqlite3."""

from __future__ import annotations

import importlib.util
import io
import sqlite3
import statistics
import sys
import tempfile
import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bench.generated import bodies_2016, write_ledger
from bench.timing import Command, compare, report
from egov_tracker.cli.export import read_content
from egov_tracker.render.sqlite import definition_of, indexes_of, render_sqlite
from egov_tracker.render.xlsx import render_xlsx
from egov_tracker.store.discovery import DataFolder, Origin
from egov_tracker.store.ledger import Ledger
from egov_tracker.views.tables.rows import view_tables
from egov_tracker.views.tables.schema import Table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from egov_tracker.views.tables.schema import Row, TableSchema

EGOV = str(Path(sys.executable).with_name("egov"))
QUARTERS, ROUNDS = 60, 5

# What somebody would write who has the rows as CSV: the same cells of the two long tables.
WITH_OPENPYXL = """
import csv, openpyxl
book = openpyxl.Workbook(write_only=True)
for name in ("figures", "bodies"):
    sheet = book.create_sheet(name)
    for row in csv.reader(open(f"tables/{name}.csv", encoding="utf-8")):
        sheet.append(row)
book.save("openpyxl.xlsx")
"""
WITH_PANDAS = """
import pandas
with pandas.ExcelWriter("pandas.xlsx", engine="{engine}") as book:
    for name in ("figures", "bodies"):
        pandas.read_csv(f"tables/{{name}}.csv").to_excel(book, sheet_name=name, index=False)
"""
WITH_SQLITE = """
import csv, os, sqlite3
if os.path.exists("bare.db"):
    os.remove("bare.db")
database = sqlite3.connect("bare.db")
for name in ("figures", "bodies"):
    rows = csv.reader(open(f"tables/{name}.csv", encoding="utf-8"))
    header = next(rows)
    database.execute(f"CREATE TABLE {name} ({', '.join(header)})")
    database.executemany(f"INSERT INTO {name} VALUES ({', '.join('?' * len(header))})", rows)
database.commit()
"""


def main() -> None:
    """Goals: a workbook ahead of openpyxl and pandas; the inserts within 1.5 times those of the bare sqlite3."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        write_ledger(folder / "data", QUARTERS, bodies_2016())
        Command((EGOV, "export", "tables", "--to", "csv")).run(folder)
        report(compare({name: Command(argv) for name, argv in commands().items()}, ROUNDS, folder))
        compare_writers(folder)


def commands() -> dict[str, tuple[str, ...]]:
    """Whole processes: ours from YAML with every check, the others from the CSV that ours wrote."""
    others = {"openpyxl from CSV": WITH_OPENPYXL, "sqlite3 from CSV": WITH_SQLITE}
    if importlib.util.find_spec("pandas"):
        others |= {
            f"pandas with {engine} from CSV": WITH_PANDAS.format(engine=engine) for engine in ("openpyxl", "xlsxwriter")
        }
    ours = {f"egov export {name}": (EGOV, "export", name) for name in ("out.xlsx", "out.sqlite", "package")}
    return {**ours, **{name: (sys.executable, "-c", code) for name, code in others.items()}}


def compare_writers(folder: Path) -> None:
    """The same rows, ready in memory, to the same kind of file, in turns."""
    ledger = Ledger(DataFolder(Origin.OPTION, folder / "data"))
    kept = [(table.schema, [*table]) for table in view_tables(read_content(ledger))]
    tables = [ready(schema, rows.__iter__) for schema, rows in kept]
    counts = ", ".join(f"{len(rows):,} {schema.name}" for schema, rows in kept)
    print(f"\nThe same rows ready in memory: {counts}\n")
    writers: dict[str, Callable[[], object]] = {
        "render_xlsx": lambda: render_xlsx(tables),
        "openpyxl, write-only": lambda: with_openpyxl(tables),
        "render_sqlite": lambda: render_sqlite(tables),
        "bare sqlite3": lambda: with_sqlite(tables),
    }
    times: dict[str, list[float]] = {name: [] for name in writers}
    for _ in range(ROUNDS):
        for name, write in writers.items():
            start = time.perf_counter()
            write()
            times[name].append(time.perf_counter() - start)
    print("| writer | ms (median) |\n|---|---:|")
    for name, runs in times.items():
        print(f"| {name} | {statistics.median(runs) * 1000:.0f} |")


@dataclass(frozen=True)
class Ready(Table):
    """A table whose rows are made without records."""

    rows: Callable[[], Iterable[Row]]

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows())


def ready(schema: TableSchema, rows: Callable[[], Iterable[Row]]) -> Ready:
    """The table of these rows."""
    return Ready(schema, tuple, rows)


def with_openpyxl(tables: Sequence[Table]) -> bytes:
    """The rows by openpyxl, without headings, widths and filters."""
    import openpyxl

    book = openpyxl.Workbook(write_only=True)
    for table in tables:
        sheet = book.create_sheet(table.schema.name)
        sheet.append(table.schema.header)
        for row in table:
            sheet.append(row)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def with_sqlite(tables: Sequence[Table]) -> bytes:
    """The same statements, without a column to search in and without marks."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as database:
        database.execute("BEGIN")
        for table in tables:
            bare = table.schema._replace(search=())
            database.execute(definition_of(bare))
            places = ", ".join("?" * len(bare.fields))
            database.executemany(f'INSERT INTO "{bare.name}" VALUES ({places})', table)  # noqa: S608 - own names
        for table in tables:
            for statement in indexes_of(table.schema):
                database.execute(statement)
        database.execute("COMMIT")
        return database.serialize()
