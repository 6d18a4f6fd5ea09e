"""`egov import`: CSV becomes the file of a quarter, or a sentence with line and column says why not."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest

from egov_tracker.reading.figure_rows import BODY_COLUMNS, DERIVED, PASSED_OVER, SOURCE_COLUMNS, TAKEN
from egov_tracker.views.columns import STATUS
from egov_tracker.views.tables.definitions import BODIES, FIGURES, SOURCES
from tests.building import LETTERS, write_ledger
from tests.running import run_egov

if TYPE_CHECKING:
    from pathlib import Path

HEAD = "indicator,group,as_of,printed,percent,outstanding,outstanding_names,source,source_kind,source_title,at\n"
ROW = (
    'document_interconnection,central,2016-06-30,19/30,63.33,2,"Bộ Tài chính; Bộ Văn hóa, Thể thao và Du lịch",'
    "press,press,Bài viết,dòng 4\n"
)
MADE = """\
# yaml-language-server: $schema=../schema/snapshot.schema.json
period: 2016Q2

sources:
  press:
    kind: press
    title: Bài viết

observations:

  - indicator: document_interconnection
    group: central
    as_of: 2016-06-30
    value: 19/30
    outstanding:
      count: 2
      names:
        - Bộ Tài chính
        - "Bộ Văn hóa, Thể thao và Du lịch"
    source: press
    at: dòng 4
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_ledger(tmp_path / "data", {"2016Q1": "period: 2016Q1\n"})
    return tmp_path


def put(folder: Path, text: str) -> None:
    (folder / "f.csv").write_text(text, encoding="utf-8")


def test_a_row_becomes_an_entry_and_its_source(folder: Path) -> None:
    put(folder, HEAD + ROW)
    outcome = run_egov("import", "f.csv", "--into", "2016Q2", cwd=folder)
    assert (outcome.code, outcome.out) == (0, "data/schema/snapshot.schema.json\ndata/reports/2016Q2.yaml\n")
    assert (folder / "data/reports/2016Q2.yaml").read_text(encoding="utf-8") == MADE


def test_nothing_is_overwritten(folder: Path) -> None:
    put(folder, HEAD + ROW)
    sentence = "egov: data/reports/2016Q1.yaml is there already; nothing was written\n"
    assert run_egov("import", "f.csv", "--into", "2016Q1", cwd=folder) == (2, "", sentence)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (HEAD.replace("as_of", "asof") + ROW, (
            "f.csv:1: column 3: expected a known column, got \"asof\"; did you mean 'as_of'?"
        )),
        (HEAD.replace("at\n", "as_of\n") + ROW, "f.csv:1: column 11: a second column as_of"),
        (HEAD + ROW + ROW.replace("dòng 4\n", "dòng, 4\n"), "f.csv:3: expected 11 cells, got 12"),
        (HEAD + '"' + ROW, "f.csv:2: expected a row of CSV, got one with a fault: ',' expected after '\"'"),
        (HEAD + ROW.replace("19/30", ""), (
            'f.csv:2: column percent: expected nothing, which follows from the row, got "63.33"'
        )),
        (HEAD + ROW.replace("63.33", "65"), (
            'f.csv:2: column percent: expected "63.33", which follows from the row, got "65"'
        )),
        (HEAD + ROW.replace("19/30", "36.95"), (
            'f.csv:2: column printed: SHP004 error value: expected a Vietnamese number, got "36.95"; '
            "did you mean '36,95%'?"
        )),
        (HEAD + ROW.replace("Bộ Tài chính", "Bộ Tài chánh"), (
            "f.csv:2: column outstanding_names: REG001 error unknown body 'Bộ Tài chánh'; did you mean 'Bộ Tài chính'?"
        )),
        (HEAD + "\n\n" + ROW.replace("2016-06-30", "2016-06-31"), (
            "f.csv:4: column as_of: SHP003 error as_of: there is no day 31 in June 2016: 1 to 30"
        )),
        (HEAD + ROW.replace("press,press,", "press,,"), (
            "f.csv:2: source press: expected column source_kind, or --sources FILE, "
            "to say report, letter, press or statistics, got neither"
        )),
        (HEAD + ROW + ROW.replace("Bài viết", "Bài khác"), (
            'f.csv:3: column source_title: expected "Bài viết", got "Bài khác", '
            "as f.csv:2: column source_title says of press"
        )),
        (HEAD + ROW.replace(",central,", ",,"), "f.csv:2: column group: expected a text, got nothing"),
        ("", "f.csv: expected a row of column names, got nothing"),
        (HEAD, "f.csv: no row of 2016Q2; 0 of other quarters"),
        ("quarter," + HEAD + "2016Q3," + ROW, "f.csv: no row of 2016Q2; 1 of other quarters"),
        ("quarter," + HEAD + "2016Q5," + ROW, "f.csv:2: column quarter: there is no quarter 5: 1 to 4"),
        ("breakdown," + HEAD + "mức 3," + ROW, (
            'f.csv:2: column breakdown: expected dimension=value, such as level=3, got "mức 3"'
        )),
    ],
)  # fmt: skip
def test_a_row_that_cannot_be_an_entry_is_told_with_line_and_column(text: str, sentence: str, folder: Path) -> None:
    put(folder, text)
    outcome = run_egov("import", "f.csv", "--into", "2016Q2", cwd=folder)
    assert (outcome.code, outcome.out, outcome.err.splitlines()[0]) == (2, "", f"egov: {sentence}")
    assert not (folder / "data/reports/2016Q2.yaml").exists()


def test_what_the_rules_see_is_told_at_the_cell_that_it_comes_from(folder: Path) -> None:
    put(folder, HEAD + ROW.replace(",2,", ",9,"))
    outcome = run_egov("import", "f.csv", "--into", "2016Q2", cwd=folder)
    assert outcome.code == 0
    assert "egov: f.csv:2: column outstanding_names: FIG002 warning 'outstanding' states 9 and names 2\n" in outcome.err


COUNTED = "indicator,group,as_of,printed,{},outstanding,outstanding_names,source,source_kind,source_title,at\n"
COUNTED_ROW = "action_plan,central,2016-06-28,29/30,{},1,Bộ Y tế,press,press,Bài viết,dòng 4\n"


@pytest.mark.parametrize(
    ("column", "same", "others"),
    [
        ("as_of_first", ["2016-06-28"], ["2016-06-27", "28/6/2016"]),
        ("done", ["29", "29.0"], ["30", "x", "29,0"]),
        ("percent", ["96.67", "96.670"], ["96.66", "96,67"]),
        ("low", ["29"], ["28"]),
        ("unnamed", ["0"], ["1"]),
        ("unknown", ["0"], ["2", "false"]),
        ("inferred", ["true"], ["false", "True", "1"]),
        ("qualifier", [], ["gần"]),
        ("number", [], ["29", "0"]),
        ("series", [], ["1"]),
    ],
)
def test_what_follows_from_a_row_may_be_left_out_and_may_not_be_something_else(
    column: str, same: list[str], others: list[str], folder: Path
) -> None:
    for cell in ["", *same]:
        put(folder, COUNTED.format(column) + COUNTED_ROW.format(cell))
        assert run_egov("import", "f.csv", "--into", "2016Q2", cwd=folder).code == 0, cell
        (folder / "data/reports/2016Q2.yaml").unlink()
    for cell in others:
        put(folder, COUNTED.format(column) + COUNTED_ROW.format(f'"{cell}"'))
        outcome = run_egov("import", "f.csv", "--into", "2016Q2", cwd=folder)
        wanted = f'"{same[0]}"' if same else "nothing"
        said = f'f.csv:2: column {column}: expected {wanted}, which follows from the row, got "{cell}"'
        assert (outcome.code, outcome.err.splitlines()[0]) == (2, f"egov: {said}")


def comparable(text: str) -> list[dict[str, str]]:
    """The rows of a status without what an import cannot know: places in the ledger, and remarks."""
    rows = csv.DictReader(io.StringIO(text))
    return [{name: cell for name, cell in row.items() if name not in {"path", "line", "footnotes"}} for row in rows]


@pytest.mark.parametrize("excel", [(), ("--excel",)])
@pytest.mark.parametrize("tables", [True, False])
def test_what_was_exported_comes_back(excel: tuple[str, ...], tables: bool, tmp_path: Path) -> None:  # noqa: FBT001
    before = run_egov("status", "2016Q2", "-f", "csv", cwd=LETTERS).out
    assert run_egov("export", tmp_path / "out", "--to", "csv", *excel, cwd=LETTERS).code == 0
    figures = run_egov("status", "2016Q2", "-f", "csv", *excel, cwd=LETTERS).out
    (tmp_path / "status.csv").write_text(figures, encoding="utf-8")
    named = ("out/figures.csv", "--bodies", "out/bodies.csv") if tables else ("status.csv",)
    write_ledger(tmp_path / "data", {"2016Q1": "period: 2016Q1\n"})
    outcome = run_egov("import", *named, "--sources", "out/sources.csv", "--into", "2016Q2", cwd=tmp_path)
    assert outcome.code == 0, outcome.err
    after = run_egov("status", "2016Q2", "-f", "csv", cwd=tmp_path).out
    assert comparable(after) == comparable(before)


BODIES_OF_ROW = """\
figure,printed,state,listed_in
1,Bộ Ngoại giao,outstanding,in_progress
1,Bộ Y tế,outstanding,
1,,done,
2,Bộ Nội vụ,done,
"""


def test_the_bodies_of_a_list_may_stand_in_rows_of_their_own(folder: Path) -> None:
    put(folder, "id," + HEAD + "1," + ROW.replace(",2,", ",3,"))
    (folder / "b.csv").write_text(BODIES_OF_ROW, encoding="utf-8")
    assert run_egov("import", "f.csv", "--bodies", "b.csv", "--into", "2016Q2", cwd=folder).code == 0
    lists = (
        "    outstanding:\n      count: 3\n      names:\n        - Bộ Tài chính\n"
        '        - "Bộ Văn hóa, Thể thao và Du lịch"\n        - Bộ Y tế\n'
        "    in_progress:\n      names:\n        - Bộ Ngoại giao\n"
    )
    assert lists in (folder / "data/reports/2016Q2.yaml").read_text(encoding="utf-8")


def test_every_column_that_egov_writes_is_known_to_the_import() -> None:
    assert {column.name for column in STATUS} | set(FIGURES.header) <= {*TAKEN, *DERIVED, *PASSED_OVER}
    assert set(BODIES.header) <= set(BODY_COLUMNS)
    assert set(SOURCES.header) <= set(SOURCE_COLUMNS)
