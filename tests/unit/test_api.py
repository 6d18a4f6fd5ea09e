# ruff: noqa: E501 - what is expected stands in one line
"""The ledger from Python says what the command line says, and every value says in one line what it is."""

from __future__ import annotations

import ast
import csv
import io
import json
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import egov_tracker as egov
from tests.building import LETTERS, ROOT, SMALL, snapshot, write_ledger
from tests.running import compare, run_egov, silent_environment

if TYPE_CHECKING:
    from collections.abc import Callable

    from egov_tracker.model.observation import Observation


@pytest.fixture
def ledger(monkeypatch: pytest.MonkeyPatch) -> egov.Ledger:
    """The small ledger, found in the working folder."""
    monkeypatch.chdir(SMALL)
    return egov.open_ledger()


@pytest.fixture
def with_obligations(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> egov.Ledger:
    """Three quarters of one figure, and something due in between."""
    due = "obligations:\n  june: {task: x, indicator: lgsp, group: provinces, by: A, what_vi: a, what_en: a, due: 2016-05-01, announced: 2016-01-01, under: b, told_by: 2016Q1/vpcp, at: c}\n"
    head = "period: {}\nsources:\n  vpcp: {{kind: report, title: Báo cáo}}\nobservations:\n  - {{indicator: lgsp, group: provinces, as_of: {}, value: {}, source: vpcp, at: trang 1}}\n"
    figures = {"2016Q1": ("2016-03-31", "20/63"), "2016Q2": ("2016-06-30", "30/63"), "2016Q3": ("2016-09-30", "30/63")}
    reports = {quarter: head.format(quarter, *figure) for quarter, figure in figures.items()}
    write_ledger(tmp_path / "data", reports, {"obligations": due})
    monkeypatch.chdir(tmp_path)
    return egov.open_ledger()


# Opening


@pytest.mark.parametrize("path", [SMALL, SMALL / "data", str(SMALL)], ids=["above", "folder", "as text"])
def test_a_ledger_is_opened_by_its_folder_or_the_one_above(path: Path | str) -> None:
    assert list(map(str, egov.open_ledger(path))) == ["2016Q1", "2016Q2"]


def test_without_a_path_the_environment_names_the_ledger(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("EGOV_DATA", str(SMALL))
    assert len(egov.open_ledger()) == 2


def test_in_an_empty_folder_it_is_that_of_the_package(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    assert len(egov.open_ledger()) > 2


def test_a_folder_that_holds_no_reports_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(egov.EgovError) as caught:
        egov.open_ledger(tmp_path)
    assert str(caught.value) == f"expected a folder that holds reports/, got {tmp_path}, which holds none"


# Quarters


@pytest.mark.parametrize("quarter", ["2016Q2", "II/2016", "Q2/2016", egov.Quarter(2016, 2)])
def test_a_quarter_is_written_as_on_the_command_line(ledger: egov.Ledger, quarter: str | egov.Quarter) -> None:
    assert ledger[quarter].quarter == egov.Quarter(2016, 2)
    assert quarter in ledger


def test_to_go_through_a_ledger_gives_its_quarters_in_the_order_of_time(ledger: egov.Ledger) -> None:
    assert [*ledger] == [egov.Quarter(2016, 1), egov.Quarter(2016, 2)] == [*ledger.quarters]
    assert "1999Q1" not in ledger
    assert "spring" not in ledger


def test_a_file_is_read_once(ledger: egov.Ledger) -> None:
    assert ledger["2016Q2"] is ledger["II/2016"]


# Records


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_the_records_are_the_rows_of_the_csv_quarter_by_quarter(ledger: egov.Ledger, lang: str) -> None:
    printed = [row for quarter in ledger for row in csv_rows("status", str(quarter), "--lang", lang, "-f", "csv")]
    assert [{name: in_csv(cell) for name, cell in row.items()} for row in ledger.records(lang)] == printed


def csv_rows(*command: str) -> list[dict[str, str]]:
    return [*csv.DictReader(io.StringIO(run_egov(*command).out))]


def in_csv(cell: object) -> str:
    return "" if cell is None else str(cell).lower() if isinstance(cell, bool) else str(cell)


def test_every_record_has_the_same_columns_and_plain_values_so_that_any_table_takes_them(ledger: egov.Ledger) -> None:
    records = ledger.records()
    assert len({tuple(row) for row in records}) == 1
    assert {type(cell) for row in records for cell in row.values()} == {str, int, float, bool, type(None)}


# Finding


@pytest.mark.parametrize(
    ("found", "lines"),
    [
        (lambda ledger: ledger.find("document_interconnection", group="ministries"), ["2016Q1:7"]),
        (lambda ledger: ledger.find(group="provinces", as_of="2016-06"), ["2016Q2:20", "2016Q2:76", "2016Q2:84"]),
        (lambda ledger: ledger.find(as_of=date(2016, 6, 14)), ["2016Q2:84", "2016Q2:91"]),
        (lambda ledger: ledger.find(as_of="unknown"), ["2016Q2:68"]),
        (lambda ledger: ledger.find(breakdown={"level": "4"}), ["2016Q2:29"]),
        (lambda ledger: ledger.find("online_services", breakdown={}), []),
        (lambda ledger: ledger.find(group="Hoà Bình"), ["2016Q2:76"]),
        (lambda ledger: ledger["2016Q1"].find(), ["2016Q1:7"]),
        (lambda ledger: ledger["2016Q2"].find("document_interconnection")[1:3], ["2016Q2:68", "2016Q2:76"]),
    ],
)
def test_what_is_found_fits_all_that_is_given(
    ledger: egov.Ledger, found: Callable[[egov.Ledger], egov.Observations], lines: list[str]
) -> None:
    assert [f"{seen.period}:{seen.location.line}" for seen in found(ledger)] == lines


def test_the_body_status_of_what_is_found_is_that_of_each_observation(ledger: egov.Ledger) -> None:
    found = ledger["2016Q2"].find(group="provinces", as_of="2016-06-30")
    assert found.body_status() == tuple(map(ledger.body_status, found))
    (counts,) = found.body_status()
    assert counts is not None
    assert [status.body.id for status in counts.bodies(egov.State.OUTSTANDING)] == ["hoa-binh"]
    assert (counts.done, counts.of, counts.inferred) == (2, 3, True)


def test_a_figure_that_counts_no_bodies_has_no_body_status(ledger: egov.Ledger) -> None:
    assert ledger.find("un_egdi_rank").body_status() == (None,)


def test_a_state_that_there_is_not_is_no_empty_list(ledger: egov.Ledger) -> None:
    counts = ledger.body_status(ledger.find("document_interconnection")[0])
    assert counts is not None
    with pytest.raises(ValueError, match="'done_' is not a valid State"):
        counts.bodies("done_")  # type: ignore[arg-type]


# Timelines


def test_a_timeline_says_which_figures_can_be_compared(with_obligations: egov.Ledger) -> None:
    timeline = with_obligations.timeline("lgsp", group="provinces")
    assert [str(point.as_of) for point in timeline.points] == ["2016-03-31", "2016-06-30", "2016-09-30"]
    assert [step.comparable for step in timeline.steps] == [True, True]


def test_series_that_differ_by_kind_are_told_apart(ledger: egov.Ledger) -> None:
    assert (
        repr(ledger.timeline("feedback", kind="flow").points)
        == '(<Point feedback, national, stage=received, flow: "868" of 2016-06-30, rivals: 0>,)'
    )


# The same as the commands


def test_a_trend_is_that_of_egov_trend(with_obligations: egov.Ledger) -> None:
    trend = with_obligations.trend("lgsp", group="provinces")
    assert repr(trend) == "<Trend lgsp, lines: 1>"
    assert [len(line.marks) for line in trend.lines] == [3]
    assert trend.record()["lines"] == json.loads(run_egov("trend", "lgsp", "-f", "json", cwd=Path.cwd()).out)["lines"]
    folder = with_obligations.files.folder.title
    assert trend.svg().replace(folder, "") == (
        run_egov("trend", "lgsp", "-f", "svg", cwd=Path.cwd()).out.replace("Dữ liệu: data", "Dữ liệu: ")
    )


def test_a_history_and_reminders_are_those_of_egov_agency_and_of_egov_reminders() -> None:
    ledger = egov.open_ledger(LETTERS)
    accounts = json.loads(run_egov("agency", "TTCP", "-f", "json", cwd=LETTERS).out)["accounts"]
    history = ledger.history("TTCP")
    assert [one.observation.location.line for one in history.accounts] == [one["place"]["line"] for one in accounts]
    assert [one.times for one in ledger.reminders("TTCP")] == [1, 1]
    every = json.loads(run_egov("reminders", "-f", "json", cwd=LETTERS).out)["reminders"]
    assert [one.body.id for one in ledger.reminders()] == [one["body"]["id"] for one in every]
    with pytest.raises(egov.EgovError, match="name: expected the name of a body"):
        ledger.history("zzzz")


def test_a_comparison_is_that_of_egov_diff(with_obligations: egov.Ledger) -> None:
    shown = json.loads(run_egov("diff", "2016Q1", "2016Q2", "-f", "json", cwd=Path.cwd()).out)["changes"]
    changes = with_obligations.compare("2016Q1", "2016Q2")
    assert len(changes) == len(shown) == 2
    assert {change["kind"] for change in shown} == {"count", "obligation_missed"}
    assert egov.compare(with_obligations["2016Q1"], with_obligations["2016Q2"]) == changes


def test_a_snapshot_of_another_ledger_is_not_compared(ledger: egov.Ledger, tmp_path: Path) -> None:
    other = egov.open_ledger(write_ledger(tmp_path, {"2016Q1": "period: 2016Q1\n"}))
    with pytest.raises(egov.EgovError, match=r"expected a snapshot of <Ledger data, .*>, got one of <Ledger .*>"):
        egov.compare(other["2016Q1"], ledger["2016Q2"])


def test_a_ledger_opened_twice_is_one_ledger(ledger: egov.Ledger) -> None:
    again = egov.open_ledger(SMALL)
    assert egov.compare(again["2016Q1"], ledger["2016Q2"])


def test_a_faulty_file_is_an_error_of_its_quarter_and_a_finding_of_the_check(tmp_path: Path) -> None:
    ledger = egov.open_ledger(write_ledger(tmp_path, {"2016Q1": "period: 2016Q1\n", "2016Q2": "period: [\n"}))
    assert len(ledger["2016Q1"]) == 0
    with pytest.raises(egov.EgovError) as caught:
        _ = ledger["2016Q2"]
    (found,) = ledger.check()
    assert str(caught.value) == str(found)
    assert found.rule == "YML002"


def test_the_findings_are_those_of_egov_check(ledger: egov.Ledger) -> None:
    shown = json.loads(run_egov("check", "-f", "json").out)["findings"]
    assert (
        [(found.rule, found.location.line) for found in ledger.check()]
        == [(one["rule"], one["line"]) for one in shown]
        != []
    )
    assert egov.check(ledger) == ledger.check()


def test_obligations_are_judged_by_what_is_known_in_the_quarter(with_obligations: egov.Ledger) -> None:
    assert [verdict.outcome for quarter in with_obligations for verdict in with_obligations.obligations(quarter)] == [
        egov.Outcome.OPEN,
        egov.Outcome.MISSED,
        egov.Outcome.MISSED,
    ]


# What cannot be answered


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        (lambda ledger: ledger["2016Q4"], "expected a quarter with a snapshot, got 2016Q4; did you mean '2016Q2'? There are 2016Q1, 2016Q2"),
        (lambda ledger: ledger["spring"], 'expected a quarter such as 2016Q2, got "spring"; there are 2016Q1, 2016Q2'),
        (lambda ledger: ledger.find("feedbak"), "indicator: expected an indicator, got \"feedbak\"; did you mean 'feedback'?"),
        (lambda ledger: ledger.find(group="provincess"), "group: expected a group, a cohort or the name of a body, got \"provincess\"; did you mean 'provinces'?"),
        (lambda ledger: ledger.find(as_of="14/6/2016"), "as_of: expected a date such as 2016-06-30, 2016-06, 2016Q2, 2016 or unknown, got \"14/6/2016\"; did you mean '2016-06-14'?"),
        (lambda ledger: ledger.find("feedback", breakdown={"level": "4"}), 'breakdown: expected a dimension, got "level"; there are stage'),
        (lambda ledger: ledger.timeline("feedback"), "expected one series of feedback, got 2; there are national stage=received flow; national stage=received cumulative"),
        (lambda ledger: ledger.timeline("feedback", group="all"), "expected one series of feedback, got none; there are national stage=received flow; national stage=received cumulative"),
        (lambda ledger: ledger.timeline("feedback", kind="flows"), "kind: expected a kind, got \"flows\"; did you mean 'flow'?"),
        (lambda ledger: ledger.records("fr"), 'lang: expected a language, got "fr"; there are vi, en'),
        (lambda ledger: ledger.obligations("2015Q1"), "expected a quarter with a snapshot, got 2015Q1; did you mean '2016Q1'? There are 2016Q1, 2016Q2"),
    ],
)  # fmt: skip
def test_what_is_not_there_is_answered_with_what_is(
    ledger: egov.Ledger, asked: Callable[[egov.Ledger], object], sentence: str
) -> None:
    with pytest.raises(egov.EgovError) as caught:
        asked(ledger)
    assert str(caught.value) == sentence


# One line for every value


def first(ledger: egov.Ledger, quarter: str, line: int) -> Observation:
    return next(seen for seen in ledger[quarter] if seen.location.line == line)


def counts_of(ledger: egov.Ledger) -> egov.Counts:
    counts = ledger.body_status(first(ledger, "2016Q2", 56))
    assert counts is not None
    return counts


@pytest.mark.parametrize(
    ("value", "line"),
    [
        (lambda ledger: ledger, "<Ledger data, quarters: 2 (2016Q1 to 2016Q2)>"),
        (lambda ledger: ledger["2016Q2"], "<Snapshot 2016Q2 observations: 11, sources: 2, data/reports/2016Q2.yaml>"),
        (lambda ledger: ledger["2016Q2"].quarter, "<Quarter 2016Q2>"),
        (lambda ledger: ledger["2016Q2"].sources["press"], '<Source press: "Bài "về" báo cáo">'),
        (lambda ledger: ledger.definitions, "<Definitions indicators: 5, bodies: 8>"),
        (lambda ledger: ledger.find("feedback"), '<Observations: 2, the first: feedback, national, stage=received, flow: "868" of 2016-06-30>'),
        (lambda ledger: ledger.find("online_services", breakdown={}), "<Observations: 0>"),
        (lambda ledger: first(ledger, "2016Q2", 29), '<Observation 2016Q2 online_services, provinces, level=4: "gần 12,5 nghìn" of 2016Q2, report "trang 8", data/reports/2016Q2.yaml:29>'),
        (lambda ledger: first(ledger, "2016Q1", 7), '<Observation 2016Q1 document_interconnection, ministries: 2 outstanding of 2016-03-01, letter "phụ lục 2", data/reports/2016Q1.yaml:7>'),
        (lambda ledger: first(ledger, "2016Q2", 29).figure, '<Figure "gần 12,5 nghìn">'),
        (lambda ledger: first(ledger, "2016Q2", 29).as_of, "<AsOf 2016Q2>"),
        (lambda ledger: first(ledger, "2016Q2", 29).indicator, "<Indicator online_services>"),
        (lambda ledger: first(ledger, "2016Q2", 29).group, "<Group provinces>"),
        (lambda ledger: first(ledger, "2016Q2", 56).outstanding, '<Listing stated: "3", named: 2>'),
        (counts_of, "<Counts of: 5, done: 1, exempt: 1, outstanding: 3, in_progress: None, unnamed: 1, unknown: 2, rationale: unnamed_remain>"),
        (lambda ledger: counts_of(ledger).statuses[1], "<BodyStatus Đài Tiếng nói Việt Nam: outstanding (named)>"),
        (lambda ledger: counts_of(ledger).statuses[1].body, "<Body dai-tieng-noi: Đài Tiếng nói Việt Nam>"),
        (lambda ledger: ledger.timeline("online_services", breakdown={"level": "4"}), "<Timeline online_services, provinces, level=4, points: 1 (2016Q2 to 2016Q2), undated: 0>"),
        (lambda ledger: ledger.check()[0], "<Finding data/reports/2016Q2.yaml:61:5: FIG002 note 'outstanding' states 3 and names 2>"),
        (lambda ledger: ledger.compare("2016Q1", "2016Q2")[0], '<NotComparable document_interconnection, ministries: 2 outstanding of 2016-03-01 → document_interconnection, central: "1/5" of 2016-06-30: different_universe>'),
        (lambda ledger: ledger.compare("2016Q1", "2016Q2")[1], '<Appeared level4_share, all: "trên 7,5%" of 2016>'),
        (lambda ledger: ledger.compare("2016Q2", "2016Q1")[1], '<Disappeared level4_share, all: "trên 7,5%" of 2016>'),
    ],
)  # fmt: skip
def test_a_value_is_one_readable_line(ledger: egov.Ledger, value: Callable[[egov.Ledger], object], line: str) -> None:
    assert repr(value(ledger)) == line


@pytest.mark.parametrize(
    ("value", "line"),
    [
        (lambda ledger: ledger.trend("lgsp"), "<Trend lgsp, lines: 1>"),
        (lambda ledger: ledger.timeline("lgsp"), "<Timeline lgsp, provinces, points: 3 (2016-03-31 to 2016-09-30), undated: 0>"),
        (lambda ledger: ledger.timeline("lgsp").points[0], '<Point lgsp, provinces: "20/63" of 2016-03-31, rivals: 0>'),
        (lambda ledger: ledger.timeline("lgsp").steps[0], '<Step lgsp, provinces: "20/63" of 2016-03-31 → "30/63" of 2016-06-30: comparable>'),
        (lambda ledger: ledger.obligations("2016Q2")[0], '<Verdict missed: june, provinces, due 2016-05-01; lgsp, provinces: "30/63" of 2016-06-30>'),
        (lambda ledger: ledger.obligations("2016Q2")[0].obligation, "<Obligation june, provinces, due 2016-05-01>"),
        (lambda ledger: ledger.compare("2016Q1", "2016Q2"), '(<FigureChanged lgsp, provinces: "20/63" of 2016-03-31 → "30/63" of 2016-06-30, delta: 10, points: 15.87>, <ObligationChange june, provinces, due 2016-05-01: open → missed>)'),
        (lambda ledger: ledger.compare("2016Q2", "2016Q3")[0], '<Unchanged lgsp, provinces: "30/63" of 2016-06-30 → "30/63" of 2016-09-30>'),
    ],
)  # fmt: skip
def test_a_development_is_one_readable_line(
    with_obligations: egov.Ledger, value: Callable[[egov.Ledger], object], line: str
) -> None:
    assert repr(value(with_obligations)) == line


def test_bodies_that_moved_and_bodies_that_merged_are_one_readable_line() -> None:
    old = snapshot(
        ["indicator: lgsp, group: ministries, as_of: 2025-02-01, outstanding: {names: [Bộ Tài chính]}"], "2025Q1"
    )
    new = snapshot(
        ["indicator: lgsp, group: ministries, as_of: 2025-06-30, outstanding: {names: [Bộ Tài chính]}"], "2025Q2"
    )
    merged, moved = compare(old, new)
    pair = "lgsp, ministries: 1 outstanding of 2025-02-01 → 1 outstanding of 2025-06-30"
    assert repr(moved).startswith(f"<BodiesMoved {pair}, transitions: ")
    assert repr(merged).startswith(f"<Reorganised {pair}, mergers: ")
    assert isinstance(moved, egov.BodiesMoved)
    assert repr(moved.transitions[0]) == "<BodyTransition Bộ Tài chính: outstanding → outstanding (still_outstanding)>"
    assert repr(moved.pair) == f"<Pair {pair}>"


# The package


def test_the_names_for_the_type_checker_are_those_of_the_running_program() -> None:
    tree = ast.parse((ROOT / "src" / "egov_tracker" / "__init__.py").read_text(encoding="utf-8"))
    imports = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module != "__future__"]
    declared = {alias.name: str(node.module) for node in imports for alias in node.names if alias.asname}
    assert declared == {name: f"egov_tracker.{home}" for name, home in egov._HOMES.items()}
    assert declared.keys() <= {*dir(egov)}
    assert all(getattr(egov, name) for name in declared)


def test_a_name_that_there_is_not_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="module 'egov_tracker' has no attribute 'open_leger'"):
        _ = egov.open_leger  # type: ignore[attr-defined]


def test_the_import_of_the_package_imports_nothing_else() -> None:
    code = "import sys; before = {*sys.modules}; import egov_tracker; print(*sorted({*sys.modules} - before))"
    command = [sys.executable, "-I", "-c", code]
    ran = subprocess.run(command, capture_output=True, text=True, check=True, env=silent_environment())  # noqa: S603 - our own code
    assert ran.stdout.split() == ["egov_tracker"]
