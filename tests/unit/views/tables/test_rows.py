"""The seven tables: every row is what its schema says, every link leads somewhere, and nothing is lost on the way."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from egov_tracker.cli.export import read_content
from egov_tracker.errors import EgovError
from egov_tracker.views.tables.definitions import SCHEMAS
from egov_tracker.views.tables.rows import view_tables
from egov_tracker.views.tables.schema import Type
from tests.building import LETTERS, SMALL, open_data, write_ledger

if TYPE_CHECKING:
    from pathlib import Path

    from egov_tracker.views.columns import Cell
    from egov_tracker.views.tables.schema import Field, Row, Table

TYPES: dict[Type, type | tuple[type, ...]] = {
    Type.TEXT: str,
    Type.DATE: str,
    Type.BOOLEAN: bool,
    Type.INTEGER: int,
    Type.NUMBER: (int, float),
}


def tables_of(root: Path) -> dict[str, Table]:
    return {table.schema.name: table for table in view_tables(read_content(open_data(root)))}


@pytest.fixture(scope="module", params=[SMALL, LETTERS], ids=["small", "letters"])
def tables(request: pytest.FixtureRequest) -> dict[str, Table]:
    return tables_of(request.param / "data")


def fits(field: Field, cell: Cell) -> bool:
    if cell is None:
        return not field.required
    right = isinstance(cell, TYPES[field.type]) and (field.type is Type.BOOLEAN or not isinstance(cell, bool))
    return right and (field.type is not Type.DATE or bool(date.fromisoformat(str(cell))))


@pytest.mark.parametrize("name", [schema.name for schema in SCHEMAS])
def test_every_cell_is_of_the_type_of_its_column_and_every_code_is_a_known_one(
    tables: dict[str, Table], name: str
) -> None:
    schema = tables[name].schema
    wrong = [
        (field.name, cell)
        for row in tables[name]
        for field, cell in zip(schema.fields, row, strict=True)
        if not fits(field, cell) or (field.codes and cell is not None and cell not in field.codes)
    ]
    assert wrong == []


@pytest.mark.parametrize("name", [schema.name for schema in SCHEMAS])
def test_keys_are_of_one_row_each_and_links_lead_to_a_row(tables: dict[str, Table], name: str) -> None:
    schema = tables[name].schema
    keys = [tuple(row[schema.place(part)] for part in schema.key) for row in tables[name]]
    assert len(set(keys)) == len(keys)
    for link in schema.links:
        there = {row[0] for row in tables[link.table]}
        assert tables[link.table].schema.key == (tables[link.table].schema.header[0],)
        assert {row[schema.place(link.field)] for row in tables[name]} - {None} <= there


def named(table: Table, row: Row) -> dict[str, Cell]:
    return {name: cell for name, cell in zip(table.schema.header, row, strict=True) if cell is not None}


LEDGER = """\
period: 2016Q2
sources:
  press: {kind: press, title: Bài viết}
observations:
  - indicator: document_interconnection
    group: central
    as_of: 2016-06
    value: gần 20
    outstanding: {count: 2, names: [Bộ tài chính, Bộ Tài chính]}
    in_progress: {names: [Bộ Y tế]}
    source: press
    at: dòng 4
"""


def test_a_figure_stays_as_printed_beside_its_bounds_and_dates(tmp_path: Path) -> None:
    tables = tables_of(write_ledger(tmp_path, {"2016Q2": LEDGER}))
    (figure,) = tables["figures"]
    said = named(tables["figures"], figure)
    wanted = (
        "id", "group_id", "as_of", "as_of_first", "as_of_last", "printed", "qualifier", "low", "high", "number",
        "outstanding", "outstanding_named", "outstanding_unnamed", "source", "line",
    )  # fmt: skip
    assert {name: said.get(name) for name in wanted} == {
        "id": "2016Q2-1",
        "group_id": "central",
        "as_of": "2016-06",
        "as_of_first": "2016-06-01",
        "as_of_last": "2016-06-30",
        "printed": "gần 20",
        "qualifier": "gần",
        "low": 17.5,
        "high": 20,
        "number": 20,
        "outstanding": 2,
        "outstanding_named": 1,
        "outstanding_unnamed": 1,
        "source": "2016Q2/press",
        "line": 5,
    }


def test_a_body_says_its_state_and_why_and_how_the_source_writes_it(tmp_path: Path) -> None:
    tables = tables_of(write_ledger(tmp_path, {"2016Q2": LEDGER}))
    bodies = [named(tables["bodies"], row) for row in tables["bodies"]]
    assert len(bodies) == 30
    assert {
        name: bodies[0][name] for name in ("figure", "name", "state", "reason", "printed", "listed_in", "line")
    } == {
        "figure": "2016Q2-1",
        "name": "Bộ Tài chính",
        "state": "outstanding",
        "reason": "named",
        "printed": "Bộ tài chính",
        "listed_in": "outstanding",
        "line": 9,
    }
    assert (bodies[1]["state"], bodies[1]["listed_in"], bodies[1]["name"]) == ("outstanding", "in_progress", "Bộ Y tế")
    assert {(body["state"], body["reason"], body.get("listed_in")) for body in bodies[2:]} == {
        ("unknown", "approximate", None)
    }


def test_a_finding_leads_to_its_figure(tmp_path: Path) -> None:
    tables = tables_of(write_ledger(tmp_path, {"2016Q2": LEDGER.replace("gần 20", "19/30")}))
    findings = [named(tables["findings"], row) for row in tables["findings"]]
    about = [found for found in findings if found["rule"] == "FIG002"]
    assert [(found["figure"], found["line"]) for found in about] == [("2016Q2-1", 9)]


GROUPS = "groups:\n  ha-noi: {name_vi: Nhóm, name_en: Group, kinds: [province]}\n"


def test_a_group_that_bears_the_id_of_a_body_is_refused(tmp_path: Path) -> None:
    folder = write_ledger(tmp_path, {"2016Q2": "period: 2016Q2\n"}, registry={"groups": GROUPS})
    with pytest.raises(EgovError, match="ha-noi is both a group and a body"):
        tables_of(folder)
