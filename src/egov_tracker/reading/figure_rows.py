"""Rows of figures, as `egov status -f csv` has them, become entries of a snapshot.

What a source prints is taken; what follows from it (bounds, percentages, totals) is not, and is compared afterwards
with what is reckoned from the entry.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from egov_tracker.errors import EgovError, TextError, expected, one_of, quoted
from egov_tracker.reading.entries import Given, NewEntry, NewListing, NewSource
from egov_tracker.store.csv_rows import read_csv
from egov_tracker.text.figures import parse_figure
from egov_tracker.text.quarters import parse_quarter
from egov_tracker.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from egov_tracker.model.registry import Registry
    from egov_tracker.store.csv_rows import CsvFile, CsvRow
    from egov_tracker.text.quarters import Quarter

# The lists of an entry, and the columns that begin with their names.
LISTS = {"done": "listed_done", "exempt": "exempt", "outstanding": "outstanding", "in_progress": "in_progress"}
ASKED = ("by", "document", "date", "due")
SOURCE_FIELDS = ("kind", "title", "publisher", "number", "date", "reports", "url", "repeats", "supersedes")
TAKEN = (
    "id", "quarter", "indicator", "group", "group_id", "breakdown", "kind", "from", "start", "as_of", "printed", "of",
    "share_printed", "share_of", "source", "at", "repeated", "note", "footnotes",
    *(f"{column}{part}" for column in LISTS.values() for part in ("", "_printed", "_names", "_says")),
    *(f"asked_{part}" for part in ASKED),
    *(f"source_{field}" for field in SOURCE_FIELDS),
)  # fmt: skip
# What follows from the rest, and is compared with it.
DERIVED = (
    "as_of_first", "as_of_last", "qualifier", "low", "high", "done", "number", "percent", "percent_qualifier",
    "percent_low", "percent_high", "unnamed", "unknown", "inferred", "series",
    *(f"{column}_{part}" for column in LISTS.values() for part in ("qualifier", "low", "high", "named", "unnamed")),
)  # fmt: skip
# Where a row stood before, and the names of what its ids say.
PASSED_OVER = ("path", "line", "indicator_name", "group_name", "headline")
BODY_COLUMNS = (
    "figure", "state", "listed_in", "printed", "name", "body", "inferred", "reason", "quarter", "indicator", "group_id",
    "as_of", "as_of_first", "as_of_last", "line",
)  # fmt: skip
SOURCE_COLUMNS = ("id", "quarter", *SOURCE_FIELDS, "date_first", "date_last", "path", "line")
PART = re.compile(r"(\w+)=(\S+)")


class Imported(NamedTuple):
    """The entries of a quarter with the rows that they came from, their sources, and how many rows are of others."""

    entries: tuple[NewEntry, ...]
    rows: tuple[CsvRow, ...]
    sources: tuple[NewSource, ...]
    others: int
    decimal: str


class Files(NamedTuple):
    """The file of figures; that of the bodies that their lists name, and that of the sources, where there are such."""

    figures: Path
    bodies: Path | None = None
    sources: Path | None = None


def import_rows(files: Files, period: Quarter, registry: Registry) -> Imported:
    """The entries of a quarter; raises `EgovError` with file, line and column for a row that cannot be one."""
    figures = read_csv(files.figures, (*TAKEN, *DERIVED, *PASSED_OVER))
    rows = [row for row in figures.rows if _is_of(row, period)]
    named = _named(read_csv(files.bodies, BODY_COLUMNS), rows) if files.bodies else {}
    told = _told(read_csv(files.sources, SOURCE_COLUMNS), period) if files.sources else {}
    return Imported(
        tuple(_entry(row, named.get(row.cells.get("id", ""), {}), registry, figures) for row in rows),
        tuple(rows),
        tuple(_sources(rows, told)),
        len(figures.rows) - len(rows),
        figures.decimal,
    )


def _is_of(row: CsvRow, period: Quarter) -> bool:
    if "quarter" not in row.cells:
        return True
    try:
        return parse_quarter(row.cells["quarter"]) == period
    except TextError as wrong:
        raise EgovError(f"{row.origin('quarter')}: {wrong.sentence}") from wrong


def _entry(row: CsvRow, named: Mapping[str, list[Given]], registry: Registry, figures: CsvFile) -> NewEntry:
    fields = {
        "indicator": _needed(row, "indicator"),
        "group": _group(row, registry),
        **_renamed(row, {"kind": "kind", "start": "from", "from": "from", "as_of": "as_of", "printed": "value"}),
        **_whole(row),
        "source": _source_id(row),
        **_renamed(row, {"at": "at", "note": "note"}),
    }
    if row.cells.get("repeated") == "true" and not row.cells.get("source_repeats"):
        fields["repeats"] = _given(row, "repeated")
    return NewEntry(
        f"{row.file}:{row.line}",
        fields,
        _breakdown(row),
        _renamed(row, {"share_of": "of", "share_printed": "printed"}),
        {name: made for name in LISTS if (made := _listing(row, name, named.get(name, []), figures))},
        (f"footnotes: {row.cells['footnotes']}",) if "footnotes" in row.cells else (),
    )


def _given(row: CsvRow, column: str, text: str | None = None) -> Given:
    return Given(row.cells[column] if text is None else text, row.origin(column))


def _renamed(row: CsvRow, names: Mapping[str, str]) -> dict[str, Given]:
    return {name: _given(row, column) for column, name in names.items() if column in row.cells}


def _needed(row: CsvRow, column: str) -> Given:
    if column not in row.cells:
        raise EgovError(f"{row.origin(column)}: {expected('a text', 'nothing')}")
    return _given(row, column)


def _group(row: CsvRow, registry: Registry) -> Given:
    """The group by its name; the id of a body becomes the name by which a snapshot calls it."""
    column = "group_id" if "group_id" in row.cells else "group"
    given = _needed(row, column)
    body = registry.by_id.get(given.text)
    return given._replace(text=body.name_vi) if body and given.text not in registry.group_names else given


def _whole(row: CsvRow) -> dict[str, Given]:
    """The N beside a figure without one; that of a ratio is in the figure."""
    if "of" not in row.cells or "printed" not in row.cells:
        return {}
    try:
        has_base = parse_figure(row.cells["printed"]).base is not None
    except TextError:
        return {}
    return {} if has_base else {"of": _given(row, "of")}


def _breakdown(row: CsvRow) -> dict[str, Given]:
    text = row.cells.get("breakdown", "")
    found = {part[1]: part[2] for part in PART.finditer(text)}
    if " ".join(f"{name}={value}" for name, value in found.items()) != " ".join(text.split()):
        raise EgovError(f"{row.origin('breakdown')}: {expected('dimension=value, such as level=3', quoted(text))}")
    return {name: _given(row, "breakdown", value) for name, value in found.items()}


def _listing(row: CsvRow, name: str, more: Sequence[Given], figures: CsvFile) -> NewListing | None:
    column = LISTS[name]
    texts = (text.strip() for text in row.cells.get(f"{column}_names", "").split(";"))
    names = (*(_given(row, f"{column}_names", text) for text in texts if text), *more)
    stated = f"{column}_printed" if f"{column}_printed" in figures.columns else column
    count = _given(row, stated) if stated in row.cells else None
    asked = {part: _given(row, f"asked_{part}") for part in ASKED if f"asked_{part}" in row.cells}
    says = _given(row, f"{column}_says") if f"{column}_says" in row.cells else None
    if not (count or names or says):
        return None
    return NewListing(count, names, says, asked if name == "outstanding" else {})


def _source_id(row: CsvRow) -> Given:
    """The id of the source within the quarter: `report` of `2016Q2/report`."""
    given = _needed(row, "source")
    return given._replace(text=given.text.rpartition("/")[2])


def _named(bodies: CsvFile, figures: Iterable[CsvRow]) -> dict[str, dict[str, list[Given]]]:
    """The names of each figure by list; bodies whose state is only inferred are not named by the source."""
    ids = {row.cells["id"] for row in figures if "id" in row.cells}
    found: dict[str, dict[str, list[Given]]] = {}
    for row in bodies.rows:
        figure, printed = _needed(row, "figure").text, row.cells.get("printed")
        if "printed" not in bodies.columns:
            printed = _needed(row, "name").text
        if figure not in ids or not printed:
            continue
        column = "printed" if "printed" in bodies.columns else "name"
        for state in _lists_of(row):
            found.setdefault(figure, {}).setdefault(state, []).append(_given(row, column))
    return found


def _lists_of(row: CsvRow) -> list[str]:
    """The lists that name a body, as `listed_in` says, else by its state."""
    column = "listed_in" if "listed_in" in row.cells else "state"
    lists = [name.strip() for name in row.cells.get(column, "").split(";")]
    for name in lists:
        if name not in LISTS:
            raise EgovError(f"{row.origin(column)}: {expected(one_of(LISTS), quoted(name))}")
    return lists


def _told(sources: CsvFile, period: Quarter) -> dict[str, CsvRow]:
    """The rows of a file of sources by id within the quarter."""
    rows = [row for row in sources.rows if _is_of(row, period)]
    return {_needed(row, "id").text.rpartition("/")[2]: row for row in rows}


def _sources(rows: Iterable[CsvRow], told: Mapping[str, CsvRow]) -> Iterator[NewSource]:
    """Each source once, as the file of sources says it and in its order, else as the row that first names it."""
    seen: dict[str, NewSource] = {}
    for row in rows:
        name = _source_id(row).text
        said = told.get(name)
        fields = (
            _renamed(said, {field: field for field in SOURCE_FIELDS})
            if said
            else _renamed(row, {f"source_{field}": field for field in SOURCE_FIELDS})
        )
        if "kind" not in fields and name not in seen:
            what = "column source_kind, or --sources FILE, to say report, letter, press or statistics"
            raise EgovError(f"{row.file}:{row.line}: source {name}: {expected(what, 'neither')}")
        made = seen.setdefault(name, NewSource(name, row.origin("source"), fields))
        _refuse_two(made, fields)
    yield from (seen[name] for name in told if name in seen)
    yield from (source for name, source in seen.items() if name not in told)


def _refuse_two(first: NewSource, fields: Mapping[str, Given]) -> None:
    for name, given in fields.items():
        before = first.fields.get(name)
        if before and before.text != given.text:
            wanted = expected(quoted(before.text), quoted(given.text))
            raise EgovError(f"{given.origin}: {wanted}, as {before.origin} says of {first.id}")
        if not before and name != "kind":
            raise EgovError(f"{given.origin}: {first.origin} names {first.id} without {name}")
