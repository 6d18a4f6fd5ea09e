"""The outputs of the whole ledger as tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.render.formats import CSV_FOLDER, XLSX, Format, Kind, Means

if TYPE_CHECKING:
    from egov_tracker.store.exports import Files
    from egov_tracker.views.tables.schema import Table


SQLITE = Format("sqlite", (".sqlite", ".sqlite3", ".db"), binary=True)
DATAPACKAGE = Format("datapackage")
PARQUET = Format("parquet")


def _tables_xlsx(tables: tuple[Table, ...], _: Means) -> bytes:
    from egov_tracker.render.xlsx import render_xlsx

    return render_xlsx(tables)


def _tables_sqlite(tables: tuple[Table, ...], _: Means) -> bytes:
    from egov_tracker.render.sqlite import render_sqlite

    return render_sqlite(tables)


def _tables_datapackage(tables: tuple[Table, ...], _: Means) -> Files:
    from egov_tracker import __version__
    from egov_tracker.render.datapackage import render_datapackage

    return render_datapackage(tables, __version__)


def _tables_parquet(tables: tuple[Table, ...], _: Means) -> Files:
    from egov_tracker.render.parquet import render_parquet

    return render_parquet(tables)


def _tables_csv(tables: tuple[Table, ...], means: Means) -> Files:
    from egov_tracker.render.datapackage import render_csv_folder

    return render_csv_folder(tables, means.dialect)


EXPORT: Kind[tuple[Table, ...]] = Kind(
    "export",
    {
        DATAPACKAGE: _tables_datapackage,
        XLSX: _tables_xlsx,
        SQLITE: _tables_sqlite,
        CSV_FOLDER: _tables_csv,
        PARQUET: _tables_parquet,
    },
    asked_by=("--to", ""),
)
