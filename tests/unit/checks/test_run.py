"""One run of the checker: which files it reads, and of which of them it speaks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from egov_tracker.checks.run import Report, check_and_read, check_beside, check_files
from egov_tracker.errors import EgovError
from egov_tracker.store.cache import Cache
from egov_tracker.store.discovery import DataFolder, Origin
from egov_tracker.store.ledger import Ledger
from tests.building import open_data, snapshot_text, write_ledger

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

LGSP = "indicator: lgsp, group: central"
# Fewer are done in the second quarter than in the first; in each a list has another number of names than it states.
SHORT = "outstanding: {count: 2, names: [Bộ Y tế]}"
ENTRIES = {
    "2016Q1": [f"{LGSP}, as_of: 2016-03-31, value: 20, {SHORT}"],
    "2016Q2": [f"{LGSP}, as_of: 2016-06-30, value: 19, {SHORT}"],
}
TEXTS = {quarter: snapshot_text(entries, quarter) for quarter, entries in ENTRIES.items()}
PASSED_OVER = "the file's name 'quý.yaml' is no quarter such as 2016Q2.yaml; the file is passed over"
FIRST, FALL, SECOND = "2016Q1.yaml FIG002", "2016Q2.yaml SER001", "2016Q2.yaml FIG002"


def ledger_of(root: Path, reports: Mapping[str, str] = TEXTS, registry: Mapping[str, str] | None = None) -> Ledger:
    return open_data(write_ledger(root / "data", reports, registry))


def told(report: Report) -> list[str]:
    """File and rule of each finding that is neither a note nor of a source without need."""
    return [
        f"{one.location.path.rpartition('/')[2]} {one.rule}"
        for one in report.findings
        if one.level != "note" and one.rule != "SRC002"
    ]


def named(paths: tuple[str, ...], root: Path) -> list[str]:
    return [path.removeprefix(f"{root}/") for path in paths]


def test_of_a_whole_ledger_every_snapshot_and_its_own_definitions_are_checked(tmp_path: Path) -> None:
    report = check_files(ledger_of(tmp_path, registry={"cohorts": "cohorts: {}\n"}))
    assert told(report) == [FIRST, FALL, SECOND]
    assert named(report.snapshots, tmp_path) == ["data/reports/2016Q1.yaml", "data/reports/2016Q2.yaml"]
    assert named(report.definitions, tmp_path) == ["data/registry/cohorts.yaml"]


# The paths that are named, from the folder of the ledger; the findings; the snapshots and definitions that are checked.
NAMED: dict[str, tuple[list[str], list[str], list[str], list[str]]] = {
    "a quarter: what it says, beside all others": (
        ["data/reports/2016Q2.yaml"],
        [FALL, SECOND],
        ["data/reports/2016Q2.yaml"],
        [],
    ),
    "a quarter that is a part of what another one says": (
        ["data/reports/2016Q1.yaml"],
        [FIRST, FALL],
        ["data/reports/2016Q1.yaml"],
        [],
    ),
    "a definition alone": (["data/registry/cohorts.yaml"], [], [], ["data/registry/cohorts.yaml"]),
    "the folder of the ledger: without its letters": (
        ["data"],
        [FIRST, FALL, SECOND],
        ["data/reports/2016Q1.yaml", "data/reports/2016Q2.yaml"],
        ["data/registry/cohorts.yaml"],
    ),
    "the folder of the snapshots": (
        ["data/reports"],
        [FIRST, FALL, SECOND],
        ["data/reports/2016Q1.yaml", "data/reports/2016Q2.yaml"],
        [],
    ),
    "files outside of the ledger: beside each other alone": (
        ["out/2016Q1.yml", "out/deep/2016Q2.YAML"],
        ["2016Q1.yml FIG002", "2016Q2.YAML SER001", "2016Q2.YAML FIG002"],
        ["out/2016Q1.yml", "out/deep/2016Q2.YAML"],
        [],
    ),
    "one file outside of the ledger": (
        ["out/deep/2016Q2.YAML"],
        ["2016Q2.YAML FIG002"],
        ["out/deep/2016Q2.YAML"],
        [],
    ),
    "a folder outside of the ledger, at any depth": (
        ["out"],
        ["2016Q1.yml FIG002", "2016Q2.YAML SER001", "2016Q2.YAML FIG002"],
        ["out/2016Q1.yml", "out/deep/2016Q2.YAML"],
        [],
    ),
    "a quarter of the ledger and a file outside of it": (
        ["data/reports/2016Q2.yaml", "out/2016Q1.yml"],
        [FALL, SECOND, "2016Q1.yml FIG002"],
        ["data/reports/2016Q2.yaml", "out/2016Q1.yml"],
        [],
    ),
}


@pytest.mark.parametrize(("paths", "findings", "snapshots", "definitions"), NAMED.values(), ids=NAMED.keys())
def test_of_what_is_named_that_alone_is_spoken_of(
    paths: list[str], findings: list[str], snapshots: list[str], definitions: list[str], tmp_path: Path
) -> None:
    ledger = ledger_of(tmp_path, registry={"cohorts": "cohorts: {}\n"})
    (tmp_path / "out" / "deep").mkdir(parents=True)
    (tmp_path / "out" / "folder.yaml").mkdir()
    (tmp_path / "data" / "letters").mkdir()
    (tmp_path / "data" / "letters" / "letter.yaml").write_text("a: b\n", encoding="utf-8")
    (tmp_path / "out" / "notes.txt").write_text("a\n", encoding="utf-8")
    (tmp_path / "out" / "2016Q1.yml").write_text(TEXTS["2016Q1"], encoding="utf-8")
    (tmp_path / "out" / "deep" / "2016Q2.YAML").write_text(TEXTS["2016Q2"], encoding="utf-8")
    report = check_files(ledger, [tmp_path / path for path in paths])
    assert told(report) == findings
    assert (named(report.snapshots, tmp_path), named(report.definitions, tmp_path)) == (snapshots, definitions)


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("empty", "expected a folder of snapshots, got a folder without any"),
        ("nowhere.yaml", "expected a file or folder, got"),
    ],
)
def test_a_folder_without_snapshots_and_a_path_that_leads_nowhere_are_refused(
    path: str, message: str, tmp_path: Path
) -> None:
    ledger = ledger_of(tmp_path)
    (tmp_path / "empty").mkdir()
    with pytest.raises(EgovError, match=re.escape(message)):
        check_files(ledger, [tmp_path / path])


def test_a_ledger_without_snapshots_is_refused_unless_files_are_named(tmp_path: Path) -> None:
    ledger = ledger_of(tmp_path, {}, {"cohorts": "cohorts: {}\n"})
    (tmp_path / "2016Q2.yaml").write_text(TEXTS["2016Q2"], encoding="utf-8")
    assert told(check_files(ledger, [tmp_path / "2016Q2.yaml"])) == [SECOND]
    (tmp_path / "data" / "reports").mkdir()
    with pytest.raises(EgovError):
        check_files(ledger_of(tmp_path, {}))


def test_files_that_other_commands_pass_over_are_said_and_checked_by_themselves(tmp_path: Path) -> None:
    ledger = ledger_of(tmp_path, {**TEXTS, "2016Q2.yml": TEXTS["2016Q2"], "quý": "period: 2016Q3\nx: 1\n"})
    found = [
        (str(one.location).rpartition("/")[2], one.rule, one.message)
        for one in check_files(ledger).findings
        if one.level == "error"
    ]
    assert found == [
        ("2016Q2.yml:1:1", "SHP003", "a second file of 2016Q2, beside 2016Q2.yaml; other commands refuse both"),
        ("quý.yaml:1:1", "SHP003", PASSED_OVER),
        ("quý.yaml:2:1", "SHP001", "unknown field 'x'; the fields here are period, draft, sources, observations"),
    ]


def test_a_file_that_cannot_be_read_is_a_finding_beside_those_of_the_others(tmp_path: Path) -> None:
    ledger = ledger_of(tmp_path)
    (tmp_path / "data" / "reports" / "2016Q3.yaml").symlink_to(tmp_path / "nowhere")
    findings = check_files(ledger).findings
    (unread,) = [one for one in findings if one.rule == "YML002"]
    assert str(unread.location) == f"{tmp_path}/data/reports/2016Q3.yaml:1:1"
    assert told(check_files(ledger)) == [FIRST, FALL, SECOND, "2016Q3.yaml YML002"]


def test_while_the_registry_is_faulty_nothing_is_said_that_follows_from_it(tmp_path: Path) -> None:
    ledger = ledger_of(tmp_path, {**TEXTS, "2016Q3": "period: 2016Q3\nx: 1\n"}, {"cohorts": "cohorts: 1\n"})
    for paths in ((), (tmp_path / "data" / "reports" / "2016Q3.yaml",)):
        found = told(check_files(ledger, paths))
        assert {one.partition(" ")[0] for one in found} == {"cohorts.yaml", "2016Q3.yaml"}
        assert "2016Q3.yaml SHP001" in found


def test_faulty_obligations_are_said_where_they_are_checked(tmp_path: Path) -> None:
    ledger = ledger_of(tmp_path, registry={"obligations": "obligations: {x: 1}\n"})
    assert "obligations.yaml SHP003" in told(check_files(ledger))
    assert told(check_files(ledger, [tmp_path / "data" / "reports" / "2016Q2.yaml"])) == [FALL, SECOND]


def test_a_whole_ledger_is_read_once_and_its_quarters_given_in_the_order_of_time(tmp_path: Path) -> None:
    ledger = ledger_of(tmp_path, {**TEXTS, "quý": TEXTS["2016Q1"]})
    (tmp_path / "data" / "reports" / "2015Q4.yaml").symlink_to(tmp_path / "nowhere")
    report, loaded = check_and_read(ledger)
    assert report.findings == check_files(ledger).findings
    assert [one.path.rpartition("/")[2] for one in loaded] == ["2016Q1.yaml", "2016Q2.yaml"]


REMARKED = snapshot_text([f"{LGSP}, as_of: 2016-06-30, value: 19, remarks: [{{rule: SER001, note: Một}}]"], "2016Q2")


def test_a_remark_on_a_rule_across_quarters_is_held_against_a_whole_ledger_alone(tmp_path: Path) -> None:
    ledger = ledger_of(tmp_path, {"2016Q2": REMARKED})
    (tmp_path / "2016Q2.yaml").write_text(REMARKED, encoding="utf-8")
    assert told(check_files(ledger)) == ["2016Q2.yaml REM001"]
    assert told(check_files(ledger, [tmp_path / "2016Q2.yaml"])) == []
    new = ledger.interpret_as(None, REMARKED.encode(), "new.yaml")
    assert "REM001" not in {one.rule for one in check_beside(ledger, new)}


class Kept:
    """A ledger with an archive and a cache, which is opened anew for each run."""

    def __init__(self, root: Path) -> None:
        self.root = root
        ledger_of(root, registry={"cohorts": "cohorts: {}\n"})
        archived = root / "data" / "sources" / "report"
        archived.mkdir(parents=True)
        (archived / "text.txt").write_text("a\n", encoding="utf-8")
        self.quarter = root / "data" / "reports" / "2016Q2.yaml"

    def open(self) -> Ledger:
        return Ledger(DataFolder(Origin.OPTION, self.root / "data"), Cache(self.root / "kept", 0))

    def check(self, *paths: Path) -> list[str]:
        return told(check_files(self.open(), paths))

    def grows(self, *paths: Path) -> bool:
        """Whether a run keeps more than what it reads, which is kept before."""
        check_and_read(self.open())
        before = {*(self.root / "kept").rglob("*")}
        self.check(*paths)
        return before != {*(self.root / "kept").rglob("*")}


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    return Kept(tmp_path)


def test_what_a_run_found_is_kept_for_the_next_run_of_the_same_files(kept: Kept) -> None:
    assert [kept.grows(), kept.grows(), kept.grows(kept.quarter), kept.grows(kept.quarter)] == [
        True,
        False,
        True,
        False,
    ]
    assert kept.check() == [FIRST, FALL, SECOND]
    assert kept.check(kept.quarter) == [FALL, SECOND]


def test_what_a_run_found_is_found_anew_where_a_file_or_a_definition_changed(kept: Kept) -> None:
    kept.quarter.write_text(TEXTS["2016Q2"].replace("group: central", "group: some"), encoding="utf-8")
    assert kept.check(kept.quarter) == ["2016Q2.yaml REG001"]
    cohort = "cohorts: {some: {name_vi: Hai, name_en: Two, within: central, count: 2, under: Văn bản}}\n"
    (kept.root / "data" / "registry" / "cohorts.yaml").write_text(cohort, encoding="utf-8")
    assert kept.check(kept.quarter) == [SECOND]
    kept.quarter.write_text(TEXTS["2016Q2"], encoding="utf-8")
    assert kept.check(kept.quarter) == [FALL, SECOND]


@pytest.mark.parametrize("path", ["reports/2016Q3.yaml", "registry/groups.yaml", "sources/report/gone.txt"])
def test_what_a_run_found_is_not_kept_where_a_file_cannot_be_read(path: str, kept: Kept) -> None:
    (kept.root / "data" / path).symlink_to(kept.root / "nowhere")
    assert not kept.grows()


@pytest.mark.parametrize("text", ["period: [", "period: 2016Q2\nx: 1\n"])
def test_what_another_version_of_a_library_may_word_otherwise_is_not_kept(text: str, kept: Kept) -> None:
    kept.quarter.write_text(text, encoding="utf-8")
    assert not kept.grows()


def test_beside_a_ledger_a_new_file_of_a_quarter_is_held_against_the_other_quarters(tmp_path: Path) -> None:
    ledger = ledger_of(tmp_path)
    new = ledger.interpret_as(None, TEXTS["2016Q2"].replace("value: 19", "value: 18").encode(), "new.yaml")
    found = [one for one in check_beside(ledger, new) if one.rule != "SRC002"]
    assert [(one.location.path, one.rule, one.message) for one in found] == [
        ("new.yaml", "SER001", "lgsp central falls from 20 at 2016-03-31 to 18 at 2016-06-30"),
        ("new.yaml", "FIG002", "'outstanding' states 2 and names 1"),
    ]


def test_beside_a_ledger_a_file_of_an_earlier_quarter_is_a_part_of_what_is_said_of_a_later_one(tmp_path: Path) -> None:
    ledger = ledger_of(tmp_path)
    new = ledger.interpret_as(None, TEXTS["2016Q1"].replace("value: 20", "value: 21").encode(), "new.yaml")
    found = [(one.location.path.rpartition("/")[2], one.rule) for one in check_beside(ledger, new)]
    assert ("2016Q2.yaml", "SER001") in found
    assert ("2016Q2.yaml", "FIG002") not in found


def test_beside_a_ledger_of_a_file_that_is_no_snapshot_is_said_what_is_wrong_with_it(tmp_path: Path) -> None:
    ledger = ledger_of(tmp_path)
    new = ledger.interpret_as(None, b"period: [", "new.yaml")
    assert [(one.location.path, one.rule) for one in check_beside(ledger, new)] == [("new.yaml", "YML002")]
