"""Parquet of 11,000 communes, 6 indicators and 40 quarters: how long it takes to build, and three queries on it."""

from __future__ import annotations

import resource
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from bench.export import ready
from bench.generated import INDICATORS
from egov_tracker.render.parquet import render_parquet
from egov_tracker.store.exports import write_folder
from egov_tracker.views.tables.definitions import BODIES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from egov_tracker.views.tables.schema import Row

COMMUNES, FIRST_YEAR, YEARS = 11_000, 2015, 10
FALLS = 97  # one commune of so many falls back by two quarters
SEEN = "read_parquet('{}/bodies/*/*.parquet', hive_partitioning = true)"
QUERIES = {
    "states by quarter and indicator": "SELECT quarter, indicator, state, count(*) FROM {} GROUP BY ALL ORDER BY ALL",
    "who fell back": """
        SELECT name, indicator, quarter FROM (
            SELECT *, lag(state) OVER (PARTITION BY body, indicator ORDER BY quarter) AS before FROM {}
        ) WHERE before = 'done' AND state = 'outstanding'""",
    "one commune": "SELECT quarter, indicator, state FROM {} WHERE body = 'xa-04711' ORDER BY ALL",
}


def rows() -> Iterator[Row]:
    """A state of every commune by indicator and quarter; more of them are done from quarter to quarter."""
    for number in range(4 * YEARS):
        year, quarter = FIRST_YEAR + number // 4, number % 4 + 1
        period, day = f"{year}Q{quarter}", f"{year}-{quarter * 3:02}-28"
        for place, indicator in enumerate(INDICATORS, 1):
            for commune in range(COMMUNES):
                done = (commune * 7919 + place * 104_729) % 40 < number - 2 * ((commune + number) % FALLS == 0)
                state, reason = ("done", "complement") if done else ("outstanding", "named")
                name = f"Xã {commune:05}"
                yield (
                    f"{period}-{place}", f"xa-{commune:05}", name, state, done, reason, None if done else name,
                    None if done else "outstanding",
                    period, indicator, "all", day, day, day, None if done else commune + 10,
                )  # fmt: skip


def main() -> None:
    """The time of each step in seconds, and the largest memory of the process."""
    import duckdb

    with tempfile.TemporaryDirectory() as made:
        folder = Path(made) / "ledger"
        start = time.perf_counter()
        files = render_parquet([ready(BODIES, rows)])
        write_folder(folder, files)
        size = sum(map(len, files.values())) / 1024**2
        built = time.perf_counter() - start
        print(f"{COMMUNES * len(INDICATORS) * 4 * YEARS:,} rows, {len(files)} files, {size:.1f} MiB\n")
        print(f"| step | s |\n|---|---:|\n| build | {built:.1f} |")
        with duckdb.connect(":memory:") as database:
            for name, query in QUERIES.items():
                start = time.perf_counter()
                found = database.execute(query.format(SEEN.format(folder))).fetchall()
                print(f"| {name}, {len(found):,} rows | {time.perf_counter() - start:.2f} |")
    print(f"\n{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB")
