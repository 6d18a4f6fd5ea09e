"""What the rules say of a snapshot that a program wrote, at the places that its lines came from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.errors import expected, quoted
from egov_tracker.reading.figure_rows import DERIVED
from egov_tracker.views.columns import STATUS, flat_row
from egov_tracker.views.observation import view_observation
from egov_tracker.views.page import Lang
from egov_tracker.views.records import observation_record
from egov_tracker.views.tables.definitions import FIGURES
from egov_tracker.views.tables.schema import row_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from egov_tracker.model.findings import Finding
    from egov_tracker.model.observation import Observation, Snapshot
    from egov_tracker.model.registry import Registry
    from egov_tracker.reading.figure_rows import Imported
    from egov_tracker.views.columns import Cell


def at_origin(found: Finding, origins: Mapping[int, str], path: str) -> str:
    """A finding at the place that its line of the new file came from; `origins` are by line."""
    places = (found.location, *found.related)
    line = next((place.line for place in places if place.path == path), 0)
    origin = next((origins[near] for near in range(line, 0, -1) if near in origins), path)
    return f"{origin}: {found.rule} {found.level} {found.message}"


def contradicted_cells(imported: Imported, snapshot: Snapshot, registry: Registry) -> Iterator[str]:
    """Cells of the CSV that say something else than what follows from the observation of their row."""
    for row, seen in zip(imported.rows, snapshot.observations, strict=True):
        reckoned = _reckoned(seen, registry)
        for name in DERIVED:
            given = row.cells.get(name)
            if given is not None and not _is_same(given, reckoned[name], imported.decimal):
                follows = reckoned[name]
                wanted = "nothing" if follows is None else quoted(_shown(follows))
                yield f"{row.origin(name)}: {expected(f'{wanted}, which follows from the row', quoted(given))}"


def _reckoned(seen: Observation, registry: Registry) -> dict[str, Cell]:
    """What follows from an observation, under the names of the columns of both kinds of CSV."""
    record = observation_record(view_observation(seen, registry, Lang.VI))
    return {**dict(zip(FIGURES.header, row_of(record, FIGURES), strict=True)), **flat_row(record, STATUS)}


def _shown(value: Cell) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _is_same(given: str, follows: Cell, decimal: str) -> bool:
    """Whether a cell says what follows; numbers are compared as numbers."""
    if isinstance(follows, int | float) and not isinstance(follows, bool):
        try:
            return float(given.replace(decimal, ".")) == float(follows)
        except ValueError:
            return False
    return follows is not None and given == _shown(follows)
