"""`egov new` from end to end: a quarter begun, a ledger made, and nothing overwritten."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest

from tests.building import HEAD_OF_FOUR, snapshot_text, write_ledger
from tests.running import run_egov

if TYPE_CHECKING:
    from pathlib import Path

ENTRIES = (
    "indicator: document_interconnection, group: central, as_of: 2016-06-14, value: 13/30",
    "indicator: document_interconnection, group: central, as_of: 2016-06-30, value: 19/30, outstanding: {count: 2}",
    "indicator: online_services, group: Bộ Y tế, breakdown: {level: 3-4}, as_of: 2016-06-30, value: 12",
    (
        "indicator: resolution_tasks, group: central, as_of: 2016-06-30, "
        "table: {columns: [assigned, done], rows: {Bộ Y tế: [6, 3], Bộ Nội vụ: [5, 5]}}"
    ),
)
OBLIGATIONS = """\
obligations:
  later: {task: a, group: all, by: Các cơ quan, what_vi: Báo cáo, what_en: Report, due: 2016-10-01, under: Công văn 1,
    told_by: 2016Q2/vpcp}
  in-time: {task: b, group: all, by: Các cơ quan, what_vi: Kết nối, what_en: Connect, due: 2016-10-01, before: true,
    under: Công văn 2, told_by: 2016Q2/vpcp}
"""
BEGUN = """\
# yaml-language-server: $schema=../schema/snapshot.schema.json
period: 2016Q3

sources:
  press:
    kind: press
    title: (chưa ghi tên văn bản)
    publisher: null
    date: null
    reports: null
    url: null

# Due in 2016Q3:
# - before 2016-10-01: Kết nối (Các cơ quan; Công văn 2; in-time)

# As in 2016Q2; what is printed again is uncommented and filled in.
# observations:
#   # Kết nối, liên thông phần mềm quản lý văn bản với Văn phòng Chính phủ
#   - indicator: document_interconnection
#     group: central
#     as_of:
#     value:
#     outstanding: {names: []}
#     source: press
#     at:
#   # Dịch vụ công trực tuyến
#   - indicator: online_services
#     group: Bộ Y tế
#     breakdown: {level: 3-4}
#     as_of:
#     value:
#     source: press
#     at:
#   # Nhiệm vụ được giao tại Nghị quyết 36a
#   - indicator: resolution_tasks
#     group:
#     as_of:
#     table: {columns: [assigned, done], rows: {}}
#     source: press
#     at:
"""
CLEAN = "0 errors"


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    return write_ledger(tmp_path / "mine", {"2016Q2": snapshot_text(ENTRIES, "2016Q2")}, {"obligations": OBLIGATIONS})


def test_the_file_of_a_quarter_offers_the_latest_lines_and_what_is_due(ledger: Path) -> None:
    made = run_egov("new", "III/2016", "--source", "press", "--data", ledger)
    assert made == (
        0,
        f"{ledger}/schema/snapshot.schema.json\n{ledger}/reports/2016Q3.yaml\n",
        "egov: the lines of 2016Q2 are comments in it\n",
    )
    assert (ledger / "reports" / "2016Q3.yaml").read_text(encoding="utf-8") == BEGUN


@pytest.mark.parametrize("source", ["report", "letter", "press"])
def test_in_an_empty_folder_it_makes_a_ledger_that_passes_the_check(tmp_path: Path, source: str) -> None:
    made = run_egov("new", "2017Q3", "--source", source, cwd=tmp_path)
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert (made.code, sorted(made.out.split())) == (0, sorted(str(path.relative_to(tmp_path)) for path in files))
    assert made.err == (
        f"egov: made a ledger in {tmp_path}/data; registry, catalogue and letters come from the package\n"
        "egov: the lines of 2017Q2 of the package are comments in it\n"
    )
    checked = run_egov("check", cwd=tmp_path)
    assert checked.code == 0
    assert CLEAN in checked.err
    report = tmp_path / "data" / "reports" / "2017Q3.yaml"
    modeline = report.read_text(encoding="utf-8").splitlines()[0].partition("$schema=")[2]
    assert (report.parent / modeline).is_file()


def test_the_comments_uncommented_are_entries_that_lack_only_what_a_source_says(ledger: Path) -> None:
    assert run_egov("new", "2016Q3", "--data", ledger).code == 0
    report = ledger / "reports" / "2016Q3.yaml"
    head, _, lines = report.read_text(encoding="utf-8").partition("# observations:\n")
    report.write_text(head + "observations:\n" + re.sub("^# ", "", lines, flags=re.MULTILINE), encoding="utf-8")
    said = run_egov("check", report, "--data", ledger).out
    assert {line.split()[1] for line in said.splitlines() if line.startswith(str(ledger))} == {"SHP003"}
    filled = report.read_text(encoding="utf-8").replace("as_of:", "as_of: 2016-09-30").replace("at:", "at: trang 1")
    filled = (
        filled.replace("value:", "value: 20", 1).replace("value:\n", "value: 15\n").replace("{names: []}", "{count: 2}")
    )
    filled = filled.replace("rows: {}", "rows: {Bộ Y tế: [6, 4]}").replace("group:\n", "group: central\n")
    report.write_text(filled, encoding="utf-8")
    assert CLEAN in run_egov("check", report, "--data", ledger).err


def test_a_quarter_that_was_only_begun_offers_no_lines(ledger: Path) -> None:
    assert run_egov("new", "2016Q3", "--data", ledger).code == 0
    assert run_egov("new", "2016Q4", "--data", ledger).err == "egov: the lines of 2016Q2 are comments in it\n"


@pytest.mark.parametrize("name", ["2016Q2.yaml", "2016Q2.yml", "II-2016.yaml"])
def test_a_quarter_that_has_a_file_is_never_overwritten(tmp_path: Path, name: str) -> None:
    write_ledger(tmp_path, {name: HEAD_OF_FOUR.rstrip() + " []\n"})
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    refused = run_egov("new", "2016Q2", "--data", tmp_path)
    assert refused == (2, "", f"egov: {tmp_path}/reports/{name} is there already; nothing was written\n")
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_settings_that_are_there_are_left_as_they_are(tmp_path: Path) -> None:
    (tmp_path / ".gitattributes").write_text("mine\n", encoding="utf-8")
    made = run_egov("new", "2017Q3", cwd=tmp_path)
    assert "egov: .gitattributes is there already and was left as it is\n" in made.err
    assert (tmp_path / ".gitattributes").read_text(encoding="utf-8") == "mine\n"
    shutil.rmtree(tmp_path / "data")
    (tmp_path / "data").write_text("", encoding="utf-8")
    blocked = run_egov("new", "2017Q3", cwd=tmp_path)
    assert (blocked.code, blocked.out) == (2, "")
    assert blocked.err.startswith("egov: cannot make data")


def test_a_quarter_that_is_none_is_an_error_that_says_what_was_meant(tmp_path: Path) -> None:
    assert run_egov("new", "2017-3", cwd=tmp_path).err == 'egov: expected a quarter such as 2016Q2, got "2017-3"\n'
    assert run_egov("new", "2017Q5", cwd=tmp_path).code == 2
    assert list(tmp_path.iterdir()) == []
