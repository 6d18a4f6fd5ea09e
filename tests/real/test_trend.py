"""Trends of the real ledger, and of ledgers by chance: what is drawn is what is printed, and no more."""

from __future__ import annotations

import csv
import io
import xml.etree.ElementTree as ET
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from egov_tracker.inference.comparability import figure_reasons
from egov_tracker.inference.trend import Break, Gap, Mark, place_of
from egov_tracker.render.schema import output_schema
from egov_tracker.render.svg import render_svg
from egov_tracker.store.snapshots import read_snapshot
from egov_tracker.text.dates import parse_as_of
from egov_tracker.views.page import Lang
from egov_tracker.views.trend.lines import Trends, find_subject, view_lines, view_trend
from egov_tracker.views.trend.picture import pictures_of
from egov_tracker.views.trend.records import trend_record
from tests.building import ROOT, definitions, snapshot_of
from tests.generating import ledgers, write
from tests.running import run_egov

if TYPE_CHECKING:
    from egov_tracker.model.observation import Snapshot
    from egov_tracker.store.ledger import Ledger
    from egov_tracker.views.trend.lines import Line
    from tests.generating import Ledger as Generated


def check_lines(snapshots: list[Snapshot]) -> None:
    """As many marks as dated figures, no join that cannot be subtracted, a break or a join between any two points."""
    views = view_lines(snapshots, definitions())
    lines = [line for view in views for line in view.lines]
    shown = Counter(seen.location for line in lines for mark in (*line.marks, *line.undated) for seen in mark.witnesses)
    assert set(shown.values()) <= {1}
    observations = [seen for snapshot in snapshots for seen in snapshot.observations]
    assert len(shown) + sum(line.repeated for line in lines) == len(observations)
    for line in lines:
        check_line(line)


def check_line(line: Line) -> None:
    marks = line.marks
    assert len(line.bars) == len(marks)
    assert [mark.observation.as_of.first for mark in line.undated] == [None] * len(line.undated)
    assert len({(bar.scale, bar.measure) for bar in line.bars if bar}) <= 1
    points = [mark for mark in marks if not mark.rival]
    for old, new in pairwise(points):
        reasons = list(figure_reasons(old.observation, new.observation))
        assert (new.joined is None) == bool(reasons)
    steps = [row.step for row in line.rows if isinstance(row, Break)]
    assert steps == [step for step in line.timeline.steps if step.reasons]
    empty = [quarter for row in line.rows if isinstance(row, Gap) for quarter in row.quarters]
    assert len(set(empty)) == len(empty)
    assert not {place_of(mark.observation) for mark in marks} & set(empty)
    for before, row in pairwise(line.rows):
        assert not isinstance(before, Break) or isinstance(row, Mark)


def test_every_line_of_the_real_ledger_is_honest(ledger: Ledger) -> None:
    check_lines([*map(ledger.snapshot, ledger.quarters)])


def test_every_picture_of_the_real_ledger_has_a_column_for_each_figure(ledger: Ledger) -> None:
    drawn = 0
    for view in view_lines([*map(ledger.snapshot, ledger.quarters)], ledger.definitions):
        lines = [line for line in view.lines if any(line.bars)]
        for line, picture in zip(lines, pictures_of(view, "", Lang.VI) if lines else (), strict=True):
            parts = Counter(type(part).__name__ for part in picture.parts)
            rows = Counter(type(row).__name__ for row in line.rows)
            assert (parts["Column"], parts["Hole"], parts["Boundary"]) == (rows["Mark"], rows["Gap"], rows["Break"])
            ET.fromstring(render_svg([picture]))  # noqa: S314 - our own
            drawn += 1
    assert drawn > 10


@settings(max_examples=10)
@given(ledgers())
def test_every_line_of_a_ledger_by_chance_is_honest(generated: Generated) -> None:
    known = definitions()
    check_lines(
        [
            snapshot_of(read_snapshot(raw, name, None, known.registry, known.catalogue))
            for name, raw in write(generated).items()
        ]
    )


def test_the_exchange_of_documents_from_2016_to_2020_in_one_command(ledger: Ledger) -> None:
    known = ledger.definitions
    snapshots = [*map(ledger.snapshot, ledger.quarters)]
    trend = view_trend(find_subject("document_exchange", known.catalogue), snapshots, known, (), ("central",))
    (line,) = trend.lines
    told = [(str(mark.observation.as_of), len(mark.witnesses), mark.rival) for mark in line.marks]
    assert told == [
        ("2016-03-01", 1, False),
        ("2016-03-24", 1, False),
        ("2016-06-02", 1, False),
        ("2016-06-14", 1, False),
        ("2016-06", 1, False),
        ("2016-06-30", 1, False),
        ("2016-06-30", 1, True),
        ("2017", 2, False),
        ("2018-06-30", 1, False),
        ("2019-03-12", 1, False),
        ("2020-04", 1, False),
    ]
    joined = [str(mark.observation.as_of) for mark in line.marks if mark.joined]
    assert joined == ["2016-06-14", "2017", "2020-04"]


def test_every_trend_of_the_real_ledger_fits_its_schema(ledger: Ledger) -> None:
    snapshots = [*map(ledger.snapshot, ledger.quarters)]
    record = trend_record(
        Trends(view_lines(snapshots, ledger.definitions), ledger.quarters), ledger.definitions, ledger.folder, Lang.VI
    )
    Draft202012Validator(output_schema("trend")).validate(record)


@pytest.mark.parametrize("width", ["80", "100"])
def test_no_line_is_wider_than_the_terminal(width: str) -> None:
    outcome = run_egov("trend", "document_exchange", "-g", "central", env={"COLUMNS": width}, terminal=True)
    assert max(map(len, outcome.out.splitlines())) <= int(width)


def test_every_province_of_every_time_has_a_tile_of_its_own(ledger: Ledger) -> None:
    registry = ledger.definitions.registry
    for day, number in (("2016-06-30", 63), ("2025-01-01", 63), ("2025-07-01", 34), ("2026-05-01", 34)):
        when = parse_as_of(day)
        assert when.last
        tiles = [body.tile_on(when.last) for body in registry.members(registry.groups["provinces"], when)]
        assert (len(tiles), len(set(tiles)), None in tiles) == (number, number, False)


def test_the_provinces_that_were_late_in_march_2016_in_one_command() -> None:
    options = ("action_plan", "--tiles", "-g", "provinces", "--as-of", "2016-03-01", "-f", "csv")
    rows = csv.DictReader(io.StringIO(run_egov("trend", *options, cwd=ROOT).out))
    late = [row["name"] for row in rows if row["state"] == "outstanding"]
    assert (len(late), late[:4], late[-2:]) == (
        21,
        ["Lai Châu", "Lạng Sơn", "Điện Biên", "Thái Nguyên"],
        ["Trà Vinh", "Cà Mau"],
    )
