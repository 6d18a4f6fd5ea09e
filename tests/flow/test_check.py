from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import jsonschema
import pytest

from egov_tracker.model.rules import CHECK_RULES, RULES
from tests.building import HEAD_OF_FOUR, entry, write_ledger
from tests.running import need_file, run_egov, spawn_egov

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

CLEAN = """\
period: 2016Q1
sources:
  report: {kind: report, title: Báo cáo, date: 2016-04-05}
observations:
  - indicator: action_plan
    group: provinces
    as_of: 2016-03-31
    value: 62/63
    outstanding: {count: 1, names: [Hòa Bình]}
    source: report
    at: mục 1
"""
FAULTY = """\
period: 2016Q2
sources:
  report: {kind: report, title: Báo cáo, date: 2016-07-05}
observations:
  - indicator: action_plan
    group: provinces
    as_of: 2016-06-30
    value: 60/63 (95,2%)
    outstanding: {count: 3, names: [Hoà Bình, Bình Dương]}
    source: report
    at: mục 1
    remarks:
      - rule: SER001
        note: Mục 1 in 60/63.
  - indicator: dossier_publication
    group: central
    as_of: 2016-06-28
    value: 13/30
    outstanding: {names: [Bộ Tư phép]}
    source: report
    at: mục 2
"""
EXPECTED = """\
data/reports/2016Q2.yaml:19:27: REG001 error unknown body 'Bộ Tư phép'; did you mean 'Bộ Tư pháp'?
  19 |     outstanding: {names: [Bộ Tư phép]}
     |                           ^
data/reports/2016Q2.yaml:9:5: FIG002 warning 'outstanding' states 3 and names 2
  9 |     outstanding: {count: 3, names: [Hoà Bình, Bình Dương]}
    |     ^
data/reports/2016Q2.yaml:9:47: SER006 warning back from done at 2016-03-31 to outstanding at 2016-06-30 in action_plan\
: Bình Dương
  9 |     outstanding: {count: 3, names: [Hoà Bình, Bình Dương]}
    |                                               ^
  see also data/reports/2016Q1.yaml:8:12
"""
EXPLAINED = """\
data/reports/2016Q2.yaml:8:12: SER001 note action_plan provinces falls from 62/63 at 2016-03-31 to 60/63 (95,2%) at \
2016-06-30
  8 |     value: 60/63 (95,2%)
    |            ^
  see also data/reports/2016Q1.yaml:8:12
  explained: Mục 1 in 60/63.
"""

LEVELS = ["error", "warning", "note"]
UNKNOWN = "unknown body 'Bộ Tư phép'; did you mean 'Bộ Tư pháp'?"
SECOND = "a second file of 2016Q2, beside 2016Q2.yaml; other commands refuse both"
PASSED_OVER = "the file's name 'quy-3.yaml' is no quarter such as 2016Q2.yaml; the file is passed over"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A ledger of two quarters, the second with faults of all three levels."""
    return ledger(tmp_path, {"2016Q1.yaml": CLEAN, "2016Q2.yaml": FAULTY})


def ledger(folder: Path, files: dict[str, str]) -> Path:
    write_ledger(folder / "data", files)
    return folder


def rules_of(output: str) -> list[str]:
    return re.findall(r"^\S+:\d+:\d+: ([A-Z]{3}\d{3}) (?:error|warning)", output, re.MULTILINE)


def test_text_shows_place_rule_level_message_the_line_with_a_caret_the_other_place_and_the_remark(folder: Path) -> None:
    ran = run_egov("check", cwd=folder)
    assert ran.out == EXPECTED
    summary = "2 snapshots, 0 definition files: 1 error, 2 warnings, 1 note (1 explained by remarks"
    assert ran.err == f"{summary}; --all shows them)\n"
    assert ran.code == 1
    everything = run_egov("check", "--all", cwd=folder)
    assert (everything.out, everything.err) == (EXPECTED + EXPLAINED, f"{summary})\n")


def test_the_files_of_the_ledger_come_before_those_of_the_package(tmp_path: Path) -> None:
    ledger(tmp_path, {"2016Q2.yaml": FAULTY})
    lines = [line for line in run_egov("check", cwd=tmp_path).out.splitlines() if re.match(r"^\S+:\d+:\d+: ", line)]
    own = [line.startswith("data/") for line in lines if " note " in line]
    assert own == sorted(own, reverse=True)
    assert [line.split()[2] for line in lines] == sorted((line.split()[2] for line in lines), key=LEVELS.index)


def test_all_is_refused_where_the_format_shows_everything_anyway(folder: Path) -> None:
    ran = run_egov("check", "--all", "-f", "json", cwd=folder)
    assert (ran.code, ran.out, ran.err) == (2, "", "egov: --all: expected the format text, got json\n")


def test_json_has_the_promised_keys_and_is_valid_against_its_schema(folder: Path) -> None:
    facts = json.loads(run_egov("check", "-f", "json", cwd=folder).out)
    jsonschema.validate(facts, json.loads(run_egov("schema", "check", cwd=folder).out))
    assert [*facts] == ["schema_version", "data", "findings"]
    assert facts["findings"][0] == {
        "rule": "SER001",
        "level": "note",
        "message": "action_plan provinces falls from 62/63 at 2016-03-31 to 60/63 (95,2%) at 2016-06-30",
        "path": "data/reports/2016Q2.yaml",
        "line": 8,
        "column": 12,
        "related": [{"path": "data/reports/2016Q1.yaml", "line": 8, "column": 12}],
        "remark": "Mục 1 in 60/63.",
    }


def test_github_actions_gets_annotations_by_itself_unless_a_format_is_asked_for(folder: Path) -> None:
    ran = run_egov("check", "--select", "FIG", cwd=folder, env={"GITHUB_ACTIONS": "true"})
    location = "file=data/reports/2016Q2.yaml,line=9,col=5,title=FIG002"
    assert ran.out == f"::warning {location}::'outstanding' states 3 and names 2\n"
    assert run_egov("check", "-f", "text", cwd=folder, env={"GITHUB_ACTIONS": "true"}).out == EXPECTED


def test_an_annotation_escapes_what_would_end_it(tmp_path: Path) -> None:
    ledger(tmp_path, {"2016Q1.yaml": CLEAN.replace("value: 62/63", "value: 62/63 (98,9%)")})
    (tmp_path / "data" / "reports").rename(tmp_path / "data" / "a,b:c")
    ran = run_egov("check", "-f", "github", "data/a,b:c", cwd=tmp_path)
    location = "file=data/a%2Cb%3Ac/2016Q1.yaml,line=8,col=12,title=FIG004"
    assert ran.out == f"::warning {location}::62/63 is 98,4%25, not 98,9%25\n"


def test_sarif_names_every_rule_every_place_and_what_is_explained(folder: Path) -> None:
    log = json.loads(run_egov("check", "-f", "sarif", cwd=folder).out)
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == [rule.id for rule in CHECK_RULES]
    first = run["results"][0]
    assert run["tool"]["driver"]["rules"][first["ruleIndex"]]["id"] == first["ruleId"] == "SER001"
    assert first["suppressions"] == [{"kind": "inSource", "justification": "Mục 1 in 60/63."}]
    locations = [first["locations"][0], first["relatedLocations"][0]]
    assert [location["physicalLocation"]["artifactLocation"]["uri"] for location in locations] == [
        "data/reports/2016Q2.yaml",
        "data/reports/2016Q1.yaml",
    ]


def test_sarif_is_as_the_official_schema_asks(folder: Path) -> None:
    schema = json.loads(need_file("EGOV_SARIF_SCHEMA").read_text(encoding="utf-8"))
    jsonschema.validate(json.loads(run_egov("check", "-f", "sarif", cwd=folder).out), schema)


def test_gitlab_gets_one_issue_a_finding_and_its_fingerprint_does_not_change_with_the_line(folder: Path) -> None:
    def issues() -> list[dict[str, object]]:
        out = run_egov("check", "-f", "gitlab", "--select", "FIG002,SER001", cwd=folder).out
        return list(json.loads(out))

    first, second = issues()
    assert first == {
        "description": "action_plan provinces falls from 62/63 at 2016-03-31 to 60/63 (95,2%) at 2016-06-30"
        " (explained: Mục 1 in 60/63.)",
        "check_name": "SER001",
        "fingerprint": first["fingerprint"],
        "severity": "info",
        "location": {"path": "data/reports/2016Q2.yaml", "lines": {"begin": 8}},
    }
    assert (second["check_name"], second["severity"]) == ("FIG002", "minor")
    file = folder / "data" / "reports" / "2016Q2.yaml"
    file.write_text("# one line more\n" + file.read_text(encoding="utf-8"), encoding="utf-8")
    assert [issue["fingerprint"] for issue in issues()] == [first["fingerprint"], second["fingerprint"]]


@pytest.mark.parametrize("form", ["github", "sarif", "gitlab"])
def test_machines_are_told_of_files_relative_to_the_repository(folder: Path, form: str) -> None:
    (folder / ".git").mkdir()
    below = folder / "data" / "reports"
    assert run_egov("check", "-f", form, cwd=below) == run_egov("check", "-f", form, cwd=folder)


@pytest.mark.parametrize(
    ("options", "rules", "code"),
    [
        ((), ["REG001", "FIG002", "SER006"], 1),
        (("--select", "FIG"), ["FIG002"], 0),
        (("--select", "fig002,REG", "--ignore", "REG001"), ["FIG002"], 0),
        (("--select", "FIG", "--fail-on", "warning"), ["FIG002"], 1),
        (("--select", "SER001", "--fail-on", "warning"), [], 0),
        (("--select", "SER001", "--fail-on", "note"), [], 1),
        (("data/reports/2016Q1.yaml",), ["SER006"], 0),
        (("data/reports/2016Q2.yaml",), ["REG001", "FIG002", "SER006"], 1),
        (("data",), ["REG001", "FIG002", "SER006"], 1),
    ],
)
def test_options_choose_what_is_reported_and_when_it_fails(
    folder: Path, options: Iterable[str], rules: list[str], code: int
) -> None:
    ran = run_egov("check", *options, cwd=folder)
    assert rules_of(ran.out) == rules
    assert ran.code == code


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("check", "nowhere"), "egov: expected a file or folder, got nowhere, which is not there\n"),
        (
            ("check", "--select", "LTR"),
            "egov: --select: expected a rule or a family of rules, got \"LTR\"; 'egov explain' lists them\n",
        ),
        (
            ("check", "--select", "FIG009"),
            "egov: --select: expected a rule or a family of rules, got \"FIG009\"; did you mean 'FIG001'?\n",
        ),
        (
            ("check", "--ignore", "X"),
            "egov: --ignore: expected a rule or a family of rules, got \"X\"; 'egov explain' lists them\n",
        ),
        (("check", "--data", "nowhere"), "egov: --data: expected a folder, got nowhere, which is not there\n"),
        (("explain", "SER06"), "egov: expected a rule, got \"SER06\"; did you mean 'SER006'?\n"),
    ],
)
def test_what_cannot_be_done_is_a_sentence_and_exits_with_2(
    folder: Path, arguments: tuple[str, ...], sentence: str
) -> None:
    ran = run_egov(*arguments, cwd=folder)
    assert (ran.out, ran.err, ran.code) == ("", sentence, 2)


def test_a_clean_ledger_says_so_and_exits_with_0(tmp_path: Path) -> None:
    ran = run_egov("check", cwd=ledger(tmp_path, {"2016Q1.yaml": CLEAN}))
    assert (ran.out, ran.code) == ("", 0)
    assert ran.err == "1 snapshot, 0 definition files: 0 errors, 0 warnings, 0 notes\n"


def test_one_broken_file_hides_no_other_and_a_name_that_is_no_quarter_is_reported(tmp_path: Path) -> None:
    files = {"2016Q1.yaml": "period: [", "2016Q2.yaml": FAULTY, "quy-3.yaml": CLEAN, "2016Q2.yml": CLEAN}
    ran = run_egov("check", "--ignore", "FIG,SER", cwd=ledger(tmp_path, files))
    assert [line.partition(" error ")[::2] for line in ran.out.splitlines() if line.startswith("data")] == [
        ("data/reports/2016Q1.yaml:2:1: YML002", "not YAML: did not find expected node content"),
        ("data/reports/2016Q2.yaml:19:27: REG001", UNKNOWN),
        (
            "data/reports/2016Q2.yml:1:1: SHP003",
            SECOND,
        ),
        ("data/reports/quy-3.yaml:1:1: SHP003", PASSED_OVER),
    ]


def test_the_output_is_the_same_under_any_order_of_files_and_any_hash_seed(folder: Path) -> None:
    paths = ["data/reports/2016Q1.yaml", "data/reports/2016Q2.yaml"]
    outputs = {
        spawn_egov("check", *order, cwd=folder, env={"PYTHONHASHSEED": seed}).out
        for order in (paths, paths[::-1], ["data/reports"])
        for seed in ("0", "1", "36")
    }
    assert outputs == {EXPECTED}


def test_files_outside_a_ledger_are_seen_beside_each_other_only(folder: Path) -> None:
    (folder / "draft.yaml").write_text(FAULTY, encoding="utf-8")
    assert rules_of(run_egov("check", "draft.yaml", cwd=folder).out) == ["REG001", "FIG002"]


def test_a_remark_on_another_quarter_is_idle_in_a_ledger_only(tmp_path: Path) -> None:
    sound = FAULTY.replace("Bộ Tư phép", "Bộ Tư pháp")
    ledger(tmp_path, {"2016Q2.yaml": sound})
    (tmp_path / "draft.yaml").write_text(sound, encoding="utf-8")
    assert rules_of(run_egov("check", "draft.yaml", cwd=tmp_path).out) == ["FIG002"]
    assert rules_of(run_egov("check", cwd=tmp_path).out) == ["FIG002", "REM001"]


def test_a_fault_of_the_registry_is_reported_and_no_name_is_blamed_for_it(folder: Path) -> None:
    registry = folder / "data" / "registry"
    registry.mkdir()
    (registry / "provinces.yaml").write_text("bodies: {ha-noi: {kind: town}}\n", encoding="utf-8")
    ran = run_egov("check", cwd=folder)
    assert {line.split(":")[0] for line in ran.out.splitlines() if line.startswith("data")} == {
        "data/registry/provinces.yaml"
    }
    assert ran.code == 1


def test_the_snippet_stands_right_under_tabs_wide_letters_and_marks(tmp_path: Path) -> None:
    text = CLEAN.replace("    at: mục 1", "    at: 国e\u0302\ta").replace("action_plan", "'国e\u0302\ta', x: 1")
    text = text.replace("  - indicator: ", "  - {indicator: ").replace("x: 1", "x: 1}").split("    group")[0]
    out = run_egov("check", "--select", "SHP001", cwd=ledger(tmp_path, {"2016Q1.yaml": text})).out.splitlines()
    assert out[1] == "  5 |   - {indicator: '国e\u0302\ta', x: 1}"
    assert out[2] == f"    | {' ' * 20}\t{' ' * 4}^"


def test_the_output_goes_to_a_file_whole(folder: Path) -> None:
    ran = run_egov("check", "-o", "out.txt", cwd=folder)
    assert ran.out == ""
    assert (folder / "out.txt").read_text(encoding="utf-8") == EXPECTED


def test_explain_lists_all_rules_and_shows_the_page_of_one(tmp_path: Path) -> None:
    lines = run_egov("explain", cwd=tmp_path).out.splitlines()
    assert [line.split()[0] for line in lines] == [rule.id for rule in RULES]
    page = run_egov("explain", "fig002", "-f", "md", cwd=tmp_path).out
    assert page.startswith("# FIG002: stated count is not the number of names\n\nLevel: warning\n\nThe source states")
    letters = run_egov("explain", "LTR001", "-f", "md", cwd=tmp_path).out
    assert letters.startswith(
        "# LTR001: body listed in a state that the figure does not give it\n\nLevel: error\n\nThe letter"
    )
    shown = run_egov("explain", "FIG002", cwd=tmp_path).out
    assert "\x1b" not in shown
    assert "What to do." in shown


def test_of_the_folder_of_a_ledger_its_snapshots_and_definitions_are_checked_and_nothing_else(folder: Path) -> None:
    for name in ("letters/letter.yaml", "sources/letter/source.yaml", "registry/cues.yaml"):
        (folder / "data" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "data" / name).write_text("role: draft\n", encoding="utf-8")
    assert run_egov("check", "data", cwd=folder).err == run_egov("check", "data/reports", cwd=folder).err
    only = run_egov("check", "data/letters", cwd=folder)
    assert (only.code, only.err) == (
        2,
        "egov: data/letters: expected a folder of snapshots, got a folder without any\n",
    )


@pytest.mark.parametrize("form", ["gitlab", "sarif", "json"])
def test_machines_are_told_the_same_in_a_locale_without_vietnamese_letters(form: str, tmp_path: Path) -> None:
    text = HEAD_OF_FOUR + entry(source="vpcp", outstanding="{names: [Bộ Không Đâu]}")
    root = write_ledger(tmp_path, {"2016Q2": text})
    plain = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "utf-8"}
    told = [spawn_egov("check", "-f", form, "--data", root, env=env) for env in (plain, {})]
    assert "REG001" in told[1].out
    assert told[0] == told[1]
