"""Tile maps: a grid of provinces that looks like the country, each tile in the state that an observation gives it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.errors import EgovError, expected
from egov_tracker.inference.body_status import State
from egov_tracker.values import NamedTuple
from egov_tracker.views.observation import view_observation, view_observations
from egov_tracker.views.observation_table import ObservationTable
from egov_tracker.views.page import Items, Page, Paragraph, Section, Tile, Tiles
from egov_tracker.views.phrases import Phrases
from egov_tracker.views.records import body_record, envelope_record, identity_record, origin_record, time_record
from egov_tracker.views.trend.page import subject_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from egov_tracker.inference.body_status import BodyStatus
    from egov_tracker.inference.trend import Mark
    from egov_tracker.model.observation import Observation
    from egov_tracker.store.discovery import DataFolder
    from egov_tracker.store.ledger import Definitions
    from egov_tracker.text.dates import AsOf
    from egov_tracker.views.observation import ObservationView
    from egov_tracker.views.page import Block, Lang
    from egov_tracker.views.trend.lines import Line, TrendView
    from egov_tracker.views.trend.record_types import TileMapRecord, TilesRecord

SIGNS = {State.OUTSTANDING: "●", State.DONE: "✓", State.EXEMPT: "–", State.UNKNOWN: "?"}


class Placed(NamedTuple):
    """The state of a body that has a tile, and where the tile is: row from the north, column from the west, from 0."""

    status: BodyStatus
    row: int
    column: int


class TileMap(NamedTuple):
    """What an observation says of the bodies that have tiles; `witnesses` are all the sources that say it."""

    view: ObservationView
    witnesses: tuple[Observation, ...]
    placed: tuple[Placed, ...]


def view_tiles(trend: TrendView, definitions: Definitions, as_of: AsOf | None, lang: Lang) -> tuple[TileMap, ...]:
    """A map of each figure of the date that speaks of bodies with tiles one by one; of each line's latest without one.

    Sources of one date that say something else have a map each. Raises `EgovError` with the dates that there are, where
    there is no such figure.
    """
    marks = [(line, mark) for line in trend.lines for mark in (*line.marks, *line.undated)]
    maps = {id(mark): made for _, mark in marks if (made := _tile_map(mark, definitions, lang))}
    there = [(line, mark) for line, mark in marks if id(mark) in maps]
    found = [maps[id(mark)] for line, mark in there if _is_wanted(mark, line, there, as_of)]
    if not found:
        dates = ", ".join(dict.fromkeys(str(mark.observation.as_of) for _, mark in there)) or "none"
        wanted = f"a figure of {trend.subject.name} that speaks of provinces one by one"
        raise EgovError(f"{expected(wanted, str(as_of or 'none'))}; there are {dates}")
    return tuple(found)


def _is_wanted(mark: Mark, line: Line, there: Sequence[tuple[Line, Mark]], as_of: AsOf | None) -> bool:
    """Whether a figure is of the date; without one, whether it is the latest of its line."""
    when = mark.observation.as_of
    if as_of is None:
        dated = [other for own, other in there if own is line and other.observation.as_of.first]
        return not dated or when == dated[-1].observation.as_of
    if not (when.first and when.last and as_of.first and as_of.last):
        return when.first == as_of.first
    return as_of.first <= when.first and when.last <= as_of.last


def _tile_map(mark: Mark, definitions: Definitions, lang: Lang) -> TileMap | None:
    """The map of a figure; None where it does not speak of single bodies, or none of them has a tile."""
    view = view_observation(mark.observation, definitions.registry, lang)
    placed = tuple(place_tiles(view))
    return TileMap(view, mark.witnesses, placed) if placed else None


def place_tiles(view: ObservationView) -> Iterator[Placed]:
    """The bodies of an observation that have tiles on its date, from north to south and from west to east."""
    day = view.observation.membership_date.last
    if not view.counts or not day:
        return
    found = ((one, one.body.tile_on(day)) for one in view.counts.statuses)
    placed = (Placed(one, *tile) for one, tile in found if tile)
    yield from sorted(placed, key=lambda one: (one.row, one.column))


def tiles_of(view: ObservationView, caption: str, say: Phrases) -> Tiles | None:
    """The drawing of an observation; None where no body of it has a tile."""
    placed = tuple(place_tiles(view))
    if not placed:
        return None
    tiles = tuple(
        Tile(
            one.row,
            one.column,
            say.body(one.status.body),
            one.status.state,
            SIGNS[one.status.state],
            one.status.inferred,
        )
        for one in placed
    )
    return Tiles(tiles, caption)


def states_of(statuses: Iterable[BodyStatus], say: Phrases) -> Items:
    """Every body by state, with the sign of the state and how many there are; what is inferred is marked."""
    together: dict[State, list[BodyStatus]] = {state: [] for state in SIGNS}
    for one in statuses:
        together[one.state].append(one)
    return Items(tuple(_state(state, some, say) for state, some in together.items() if some))


def _state(state: State, statuses: Sequence[BodyStatus], say: Phrases) -> str:
    head = f"{SIGNS[state]} {say.state(state)}"
    if all(one.inferred for one in statuses):
        return f"{head} ({len(statuses)}, {say('suy ra', 'inferred')}): {say.bodies(one.body for one in statuses)}"
    return f"{head} ({len(statuses)}): {say.statuses(statuses)}"


def tiles_page(trend: TrendView, maps: Sequence[TileMap], definitions: Definitions, data: str, lang: Lang) -> Page:
    """The maps as a page: each drawn, and below it in words."""
    say = Phrases(lang)
    seen = [one for made in maps for one in made.witnesses]
    table = ObservationTable(view_observations(seen, definitions, lang), say)
    return Page(
        lang=lang,
        title=subject_name(trend.subject, say),
        lead=(say.data(data),),
        sections=tuple(Section(_heading(made, table), tuple(_blocks(made, table))) for made in maps),
        footnotes=table.footnotes,
        sources=table.sources,
        headings=say.headings,
    )


def _heading(made: TileMap, table: ObservationTable) -> str:
    """What is measured, of whom, of when, and by which source: two maps of one date differ in it."""
    return f"{table.say.indicator(made.view.observation.indicator)}: {table.place(made.view)}"


def _blocks(made: TileMap, table: ObservationTable) -> Iterator[Block]:
    say = table.say
    if tiles := tiles_of(made.view, _heading(made, table), say):
        yield tiles
    yield states_of(made.view.counts.statuses if made.view.counts else (), say)
    places = "; ".join(table.place(made.view._replace(observation=one)) for one in made.witnesses)
    yield Paragraph(f"{say('Nguồn nêu', 'As printed')}: {say.value(made.view.observation)}. {places}.")


def tiles_record(maps: Sequence[TileMap], subject: str, folder: DataFolder) -> TilesRecord:
    """The maps, each with its observation and the place and state of every tile."""
    return {**envelope_record(folder), "subject": subject, "maps": [map_record(made) for made in maps]}


def map_record(made: TileMap) -> TileMapRecord:
    """One map."""
    seen = made.view.observation
    return {
        **identity_record(seen),
        **time_record(seen),
        **origin_record(seen),
        "printed": seen.figure.printed if seen.figure else None,
        "agreeing": [origin_record(one) for one in made.witnesses[1:]],
        "tiles": [{**body_record(one.status), "row": one.row, "column": one.column} for one in made.placed],
    }
