"""The columns of the rows of trends: a row a mark, a gap, a break or a target."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.views.columns import FIGURE, IDENTITY, PEOPLE, PLACE, SOURCE, Column, Rows, prefixed, same_named

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from egov_tracker.views.trend.record_types import LineRecord, TileMapRecord

SEEN = (
    *same_named("quarter", "from", "as_of", "as_of_first", "as_of_last"),
    *FIGURE,
    *PEOPLE,
    Column("source", "source"),
    *PLACE,
)
HEAD = same_named("series", "group", "breakdown", "kind")
GAPS = same_named("gap_quarters", "gap_snapshots", "gap_undated")
TREND = (
    *HEAD,
    *same_named("row", "place", "rival", "joined", "delta", "points"),
    Column("indicator", "observation.indicator"),
    *prefixed("", "observation", SEEN),
    *same_named("agreeing"),
    *GAPS,
    Column("reasons", "reasons", " "),
    *(
        Column(name, f"bar.{key}")
        for name, key in (("measure", "measure"), ("frame", "frame"), ("scale", "scale"), ("dashed", "dashed"))
    ),
    Column("obligation", "obligation.id"),
    Column("due", "obligation.due"),
    *same_named("outcome"),
)


TILES = (
    *IDENTITY,
    Column("figure", "printed"),
    Column("body", "tile.id"),
    *(Column(part, f"tile.{part}") for part in ("name", "printed", "state", "inferred", "reason", "row", "column")),
    *SOURCE,
    *PLACE,
)


def trend_rows(lines: Iterable[LineRecord]) -> Rows:
    """A row for each row of every line, the lines one after the other."""
    return Rows(TREND, (row for line in lines for row in _rows(line)))


def _rows(line: LineRecord) -> Iterator[Mapping[str, object]]:
    head = {name: line[name] for name in ("series", "group", "breakdown", "kind")}
    for row in line["rows"]:
        flat: dict[str, object] = {**head, **row}
        if row["row"] == "mark":
            flat["agreeing"] = [f"{one['source']} {one['at']}" for one in row["agreeing"]]
        if row["row"] == "gap":
            flat["gap_quarters"] = [one["quarter"] for one in row["quarters"]]
            flat["gap_snapshots"] = [one["quarter"] for one in row["quarters"] if one["snapshot"]]
            flat["gap_undated"] = [one["quarter"] for one in row["quarters"] if one["undated"]]
        yield flat


def tile_rows(maps: Iterable[TileMapRecord]) -> Rows:
    """A row for each tile of every map."""
    return Rows(TILES, ({**made, "tile": tile} for made in maps for tile in made["tiles"]))
