"""`egov diff` from the command line: whole pages of a small ledger, and every way to ask for less, more or nonsense."""

from __future__ import annotations

import csv
import json
import re
import subprocess
from typing import TYPE_CHECKING

import pytest
from jsonschema import Draft202012Validator

from tests.building import LETTERS, snapshot_text, write_ledger
from tests.running import need, spawn_egov
from tests.running import run_egov as egov

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

FORWARD = ("2016Q1", "2016Q2")
OLD = (
    "indicator: document_connection, group: central, as_of: 2016-03-24, value: 25",
    "indicator: lgsp, group: government_agencies, as_of: 2016-03-01, value: 5/8",
    "indicator: action_plan, group: government_agencies, as_of: 2016-03-01, outstanding: {names: [VOV, VTV]}",
    "indicator: architecture, group: central, as_of: 2016-03-01, outstanding: {names: [Bộ Y tế, Bộ Nội vụ]}",
)
NEW = (
    "indicator: document_interconnection, group: central, as_of: 2016-06-30, value: 19/30, note: Bài in 19/30.",
    "indicator: lgsp, group: government_agencies, as_of: 2016-06-30, value: 6/8",
    "indicator: action_plan, group: government_agencies, as_of: 2016-06-30, value: 7/8, outstanding: {names: [VTV]}",
    "indicator: architecture, group: central, as_of: 2016-06-30, outstanding: {count: 2, names: [Bộ Nội vụ]}",
    "indicator: priority_services, group: central, breakdown: {level: 3-4}, as_of: 2016Q2, value: 83",
)
OBLIGATIONS = """\
obligations:
  plans:
    task: plans
    indicator: action_plan
    group: government_agencies
    by: Các cơ quan thuộc Chính phủ
    what_vi: Ban hành kế hoạch
    what_en: Issue a plan
    due: 2016-06-01
    under: Nghị quyết 36a/NQ-CP
    told_by: 2016Q1/vpcp
"""


def write_small(root: Path, old: tuple[str, ...] = OLD, new: tuple[str, ...] = NEW) -> Path:
    """A ledger of two quarters and one obligation."""
    reports = {"2016Q1": snapshot_text(old, "2016Q1"), "2016Q2": snapshot_text(new, "2016Q2")}
    write_ledger(root / "data", reports, {"obligations": OBLIGATIONS})
    return root


@pytest.fixture
def small(tmp_path: Path) -> Path:
    return write_small(tmp_path)


@pytest.mark.parametrize(
    ("name", "quarters", "options"),
    [
        ("diff-small-vi.txt", FORWARD, ()),
        ("diff-small-en.txt", FORWARD, ("--lang", "en")),
        ("diff-small.csv", FORWARD, ("-f", "csv")),
        ("diff-small.json", FORWARD, ("-f", "json")),
        ("diff-small-architecture.txt", FORWARD, ("-i", "architecture")),
        ("diff-small-backwards.txt", FORWARD[::-1], ()),
    ],
)
def test_the_page_of_a_small_ledger(
    small: Path, golden: Callable[[str, str], None], name: str, quarters: tuple[str, ...], options: tuple[str, ...]
) -> None:
    ran = egov("diff", *quarters, *options, cwd=small)
    assert ran.code == 0
    golden(name, ran.out)


LGSP = "indicator: lgsp, group: central, as_of: "
MERGED = {
    "2025Q1": f"{LGSP}2025-02-28, value: 27/30, outstanding: {{names: [Bộ Nội vụ, Bộ LĐTB&XH, Bộ Xây dựng]}}",
    "2025Q3": f"{LGSP}2025-09-30, value: 20/22, outstanding: {{names: [Bộ Nội vụ, Bộ Xây dựng]}}",
}


def write_reports(root: Path, reports: dict[str, str]) -> Path:
    """A ledger of one line a quarter, without obligations."""
    texts = {quarter: snapshot_text([entry], quarter) for quarter, entry in reports.items()}
    write_ledger(root / "data", texts, {"obligations": "obligations: {}\n"})
    return root


@pytest.mark.parametrize("form", ["txt", "json", "csv"])
def test_mergers_are_told_as_mergers(tmp_path: Path, golden: Callable[[str, str], None], form: str) -> None:
    options = () if form == "txt" else ("-f", form)
    golden(f"diff-mergers.{form}", egov("diff", "2025Q1", "2025Q3", *options, cwd=write_reports(tmp_path, MERGED)).out)


def test_a_merger_through_which_a_figure_and_a_list_pass_is_told_once(tmp_path: Path) -> None:
    reports = {
        "2016Q3": f"{LGSP}2016-09-30, outstanding: {{names: [Bộ Nội vụ, Bộ LĐTB&XH]}}",
        "2018Q4": f"{LGSP}2018-12-31, value: 20/31",
        "2025Q3": f"{LGSP}2025-09-30, value: 20/22, outstanding: {{names: [Bộ Nội vụ]}}",
    }
    root = write_reports(tmp_path, reports)
    printed = json.loads(egov("diff", "--since", "2016Q3", "-f", "json", cwd=root).out)
    told = [one["reorganisation"] for one in printed["changes"] if one["reorganisation"]]
    mergers = [(merger["body"], *merger["parts"]) for one in told for merger in one["mergers"]]
    assert sorted(mergers) == sorted(set(mergers))
    assert ("Bộ Nội vụ", "Bộ Nội vụ", "Bộ Lao động - Thương binh và Xã hội") in mergers
    rows = list(csv.DictReader(egov("diff", "--since", "2016Q3", "-f", "csv", cwd=root).out.splitlines()))
    assert sorted(row["merged"] for row in rows if row["merged"]) == sorted(merger[0] for merger in mergers)


def section(page: str, heading: str) -> list[str]:
    """The lines under a heading of a page of text."""
    return page.partition(f"\n{heading}\n")[2].partition("\n\n")[0].splitlines()


@pytest.mark.parametrize(
    ("quarters", "body", "heading", "told"),
    [
        (
            FORWARD,
            "VOV",
            "Action plans for Resolution 36a",
            (
                "- Government agencies: Voice of Viet Nam: outstanding → done (inferred: the bodies named and the "
                "counts of the source add up to exactly N)."
            ),
        ),
        (
            FORWARD,
            "Bộ Y tế",
            "E-government architectures issued",
            (
                "- Central bodies: Ministry of Health: outstanding → unknown (the source prints no N, so nothing "
                "follows for the rest)."
            ),
        ),
        (
            FORWARD,
            "Bộ Nội vụ",
            "E-government architectures issued",
            "- Central bodies: Ministry of Home Affairs: outstanding → outstanding.",
        ),
    ],
)
def test_one_body_is_followed_through_the_lists(
    small: Path, quarters: tuple[str, str], body: str, heading: str, told: str
) -> None:
    page = egov("diff", *quarters, "-g", body, "--lang", "en", cwd=small).out
    assert section(page, heading)[-1] == told


def test_a_body_is_followed_into_the_one_that_it_was_merged_into(tmp_path: Path) -> None:
    root = write_reports(tmp_path, MERGED)
    page = egov("diff", "2025Q1", "2025Q3", "-g", "Bộ LĐTB&XH", "--lang", "en", cwd=root).out
    assert section(page, "Data integration and sharing platforms")[-1] == (
        "- Central bodies: Ministry of Home Affairs (before the merger: Ministry of Home Affairs outstanding; Ministry "
        "of Labour, War Invalids and Social Affairs outstanding): outstanding → outstanding."
    )


def test_from_quarter_to_quarter_each_step_is_a_row_with_what_forbids_to_subtract(tmp_path: Path) -> None:
    days = {"2016Q1": ("2016-03-31", "5/8"), "2016Q2": ("2016-06-30", "6/8"), "2016Q3": ("2016-09-30", "6/9")}
    entry = "indicator: lgsp, group: government_agencies, as_of: {}, value: {}"
    root = write_reports(tmp_path, {quarter: entry.format(*one) for quarter, one in days.items()})
    page = egov("diff", "--since", "2016Q1", "--lang", "en", cwd=root).out
    rows = section(page, "Data integration and sharing platforms")[2:]
    assert [[cell for cell in re.split(" {2,}", row) if cell] for row in rows] == [
        ["Government agencies", "5/8 (31 March 2016) [1]", "6/8 (30 June 2016) [2]", "+1", "+12.50"],
        ["Government agencies", "6/8 (30 June 2016) [2]", "6/9 (30 September 2016) [3]",
         "figures not comparable: different N: 8 → 9"],
    ]  # fmt: skip


def test_the_lines_of_the_files_are_shown_where_they_are_asked_for(small: Path) -> None:
    args = ("diff", *FORWARD, "-i", "lgsp", "--lang", "en")
    rows = section(egov(*args, "--trace", cwd=small).out, "Data integration and sharing platforms")
    assert [row.split()[-3:] for row in rows[2:]] == [["9", "→", "9"]]
    assert "YAML" not in egov(*args, cwd=small).out


@pytest.mark.parametrize("quarters", [("2016Q1", "2016Q2"), ("2017Q4", "2018Q2"), ("2016Q2", "2016Q2")])
def test_the_json_is_what_its_schema_says(quarters: tuple[str, str]) -> None:
    schema = json.loads(egov("schema", "diff").out)
    Draft202012Validator.check_schema(schema)
    printed = json.loads(egov("diff", *quarters, "-f", "json", cwd=LETTERS).out)
    Draft202012Validator(schema).validate(printed)
    assert list(printed) == ["schema_version", "data", "old", "new", "moved", "comparability", "changes"]


def test_a_change_has_the_promised_keys() -> None:
    printed = json.loads(egov("diff", "2016Q1", "2016Q2", "-f", "json", cwd=LETTERS).out)
    change = next(one for one in printed["changes"] if one["kind"] == "bodies")
    assert list(change) == [
        "kind", "indicator", "series", "group", "breakdown", "old", "new", "comparable", "reasons", "delta", "points",
        "bodies", "transitions", "reorganisation", "obligation", "verdict", "moved_to", "correction",
    ]  # fmt: skip
    assert list(change["bodies"]) == [
        "newly_done", "gone_back", "still_outstanding", "newly_listed", "no_longer_listed", "newly_exempt", "unknown",
    ]  # fmt: skip


def test_a_quarter_against_itself_says_that_nothing_changed() -> None:
    ran = egov("diff", "2016Q2", "2016Q2", "--exit-code")
    assert (ran.code, ran.err) == (0, "egov: 2016Q2 is compared with itself\n")
    assert "Không có thay đổi." in ran.out


def test_a_difference_is_an_exit_code_only_when_asked_for(small: Path) -> None:
    assert egov("diff", "2016Q1", "2016Q2", cwd=small).code == 0
    assert egov("diff", "2016Q1", "2016Q2", "--exit-code", cwd=small).code == 1


def test_the_wrong_order_is_obeyed_and_said_once(small: Path) -> None:
    ran = egov("diff", "2016Q2", "2016Q1", cwd=small)
    assert ran.err == "egov: 2016Q2 is the later quarter; compared backwards, from 2016Q2 to 2016Q1\n"


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (
            ["2016Q1", "2016Q3"],
            "egov: expected a quarter with a snapshot, got 2016Q3; did you mean '2016Q2'? There are 2016Q1, 2016Q2",
        ),
        (["2016Q1"], "egov: expected two sides, such as egov diff 2016Q1 2016Q2, or --since 2016Q1, got one"),
        (
            ["2016Q1", "2016Q2", "--since", "2016Q1"],
            "egov: expected --since, or OLD and NEW, got both",
        ),
        (["2016Q1", "none.yaml"], "egov: expected a snapshot file, got none.yaml, which is not there"),
        (["2016Q1", "2016Q2", "-i", "lgps"], "egov: -i: expected an indicator, got \"lgps\"; did you mean 'lgsp'?"),
        (
            ["2016Q1", "2016Q2", "--as-of-new", "2017"],
            "egov: --as-of-new 2017: nothing in 2016Q2 speaks of it; there are 2016Q2, 2016-06-30",
        ),
    ],
)
def test_what_cannot_be_done_is_a_sentence(small: Path, args: list[str], said: str) -> None:
    ran = egov("diff", *args, cwd=small)
    assert (ran.code, ran.out, ran.err) == (2, "", f"{said}\n")


def test_a_side_that_does_not_load_gives_its_findings(tmp_path: Path) -> None:
    root = write_small(tmp_path, new=("indicator: lgsp, group: provinces, as_of: 2016-06-30, value: 36.95",))
    ran = egov("diff", "2016Q1", "2016Q2", cwd=root)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("egov: data/reports/2016Q2.yaml:8:")
    assert "SHP004" in ran.err


def test_as_of_chooses_another_date_of_a_side() -> None:
    ran = egov(
        "diff", "2016Q1", "2016Q2", "-i", "document_interconnection", "-g", "central", "--as-of-new", "2016-06-14",
        "-f", "json", cwd=LETTERS,
    )  # fmt: skip
    dates = {one["new"]["as_of"] for one in json.loads(ran.out)["changes"] if one["new"] and "bod" in one["kind"]}
    assert dates == {"2016-06-14"}


def correct(small: Path, old: str, new: str, file: str = "reports/2016Q2.yaml") -> None:
    """Change the words of a file of the ledger."""
    path = small / "data" / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_file_of_the_same_quarter_is_a_state_of_it_and_differences_are_corrections(small: Path) -> None:
    text = (small / "data/reports/2016Q2.yaml").read_text(encoding="utf-8")
    (small / "draft.yaml").write_text(text.replace("6/8", "7/8").replace("[VTV]", "[VOV]"), encoding="utf-8")
    printed = json.loads(egov("diff", "2016Q2", "draft.yaml", "-f", "json", cwd=small).out)
    told = [(one["kind"], one["delta"], one["correction"] and one["correction"]["field"]) for one in printed["changes"]]
    assert told == [("corrected", 1, "value"), ("corrected", None, "outstanding.names.0"), ("bodies", None, None)]
    assert printed["changes"][0]["new"]["place"]["path"] == "draft.yaml"
    assert printed["changes"][0]["correction"] == {
        "file": "draft.yaml", "section": "observations", "entry": "1", "field": "value", "old": "6/8", "new": "7/8",
        "old_place": {"path": "data/reports/2016Q2.yaml", "line": 9, "column": 77},
        "new_place": {"path": "draft.yaml", "line": 9, "column": 77},
    }  # fmt: skip
    ways = [(one["name"], one["old_state"], one["new_state"]) for one in printed["changes"][2]["transitions"]]
    assert ways == [
        ("Đài Tiếng nói Việt Nam", "done", "outstanding"),
        ("Đài Truyền hình Việt Nam", "outstanding", "done"),
    ]


def test_a_file_of_another_quarter_is_compared_as_a_quarter(small: Path) -> None:
    text = (small / "data/reports/2016Q2.yaml").read_text(encoding="utf-8")
    (small / "draft.yaml").write_text(text, encoding="utf-8")
    kinds = [
        one["kind"] for one in json.loads(egov("diff", "2016Q1", "draft.yaml", "-f", "json", cwd=small).out)["changes"]
    ]
    assert "count" in kinds
    assert "corrected" not in kinds


def git(folder: Path, *args: str) -> None:
    who = ["-c", "user.name=a", "-c", "user.email=a@example.org"]
    subprocess.run([need("git"), *who, *args], cwd=folder, check=True, capture_output=True)  # noqa: S603


@pytest.fixture
def committed(small: Path) -> Path:
    """The small ledger in git, of which then a figure, a note, a source and an obligation are corrected."""
    git(small, "init", "-q")
    git(small, "add", ".")
    git(small, "commit", "-qm", "first")
    correct(small, "6/8", "7/8")
    correct(small, "note: Bài in 19/30.", "note: Bài in 19/30 ở dòng 4.")
    correct(small, "title: Báo cáo", "title: Báo cáo quý II/2016")
    correct(small, "due: 2016-06-01", "due: 2016-07-01", "registry/obligations.yaml")
    return small


@pytest.mark.parametrize("old", ["HEAD", "HEAD:data/reports/2016Q2.yaml"])
def test_a_revision_beside_a_quarter_is_reviewed_field_by_field(
    committed: Path, golden: Callable[[str, str], None], old: str
) -> None:
    ran = egov("diff", old, "2016Q2", "--lang", "en", "--exit-code", cwd=committed)
    assert (ran.code, ran.err) == (1, "")
    golden("diff-review.en.txt", ran.out)


def test_what_was_corrected_is_in_the_records(committed: Path, golden: Callable[[str, str], None]) -> None:
    golden("diff-review.json", egov("diff", "HEAD", "2016Q2", "-f", "json", cwd=committed).out)


def test_a_review_of_figures_asked_for_leaves_out_the_rest(committed: Path) -> None:
    printed = json.loads(egov("diff", "HEAD", "2016Q2", "-i", "lgsp", "-f", "json", cwd=committed).out)
    assert [one["correction"]["field"] for one in printed["changes"]] == ["value"]
    ran = egov("diff", "HEAD", "2016Q2", "-i", "architecture", "--exit-code", cwd=committed)
    assert (ran.code, "Không có thay đổi." in ran.out) == (0, True)


def test_a_review_praises_and_blames_nothing(committed: Path) -> None:
    correct(committed, "outstanding: {names: [VTV]}", "outstanding: {names: [VOV]}")
    page = egov("diff", "HEAD", "2016Q2", cwd=committed).out
    assert "Đính chính" in page
    assert not re.search("mới hoàn thành|chuyển biến|giảm sút|không tốt|tăng|giảm", page)


@pytest.mark.parametrize(
    ("sides", "said"),
    [
        (
            ("HEAD", "HEAD"),
            (
                "egov: expected a quarter or a file beside a revision, got two revisions, HEAD and HEAD; name a file "
                "of one, such as HEAD:data/reports/2016Q2.yaml"
            ),
        ),
        (
            ("HEAD~5", "2016Q2"),
            'egov: expected a quarter such as 2016Q2, got "HEAD~5"; there are 2016Q1, 2016Q2',
        ),
        (
            ("HEAD", "2016Q4"),
            "egov: expected a quarter with a snapshot, got 2016Q4; did you mean '2016Q2'? There are 2016Q1, 2016Q2",
        ),
    ],
)
def test_a_revision_that_names_no_file_needs_a_quarter_beside_it(
    committed: Path, sides: tuple[str, str], said: str
) -> None:
    assert egov("diff", *sides, cwd=committed) == (2, "", f"{said}\n")


def test_outside_a_repository_there_is_a_sentence(small: Path) -> None:
    need("git")
    name = "HEAD:data/reports/2016Q2.yaml"
    ran = egov("diff", name, "2016Q2", cwd=small, env={"GIT_CEILING_DIRECTORIES": str(small.parent)})
    assert (ran.code, ran.err.startswith(f"egov: {name}: git says: not a git repository")) == (2, True)


def test_without_git_there_is_a_sentence(small: Path) -> None:
    ran = egov("diff", "HEAD:data/reports/2016Q2.yaml", "2016Q2", cwd=small, env={"PATH": str(small)})
    needed = "git is needed to read a revision, and it cannot be run: it is in no folder of PATH"
    assert (ran.code, ran.err) == (2, f"egov: HEAD:data/reports/2016Q2.yaml: {needed}\n")


def test_since_goes_through_every_later_quarter() -> None:
    options = ("--since", "2016Q2", "-i", "document_interconnection", "-g", "provinces", "-f", "json")
    printed = json.loads(egov("diff", *options, cwd=LETTERS).out)
    steps = [
        (one["old"]["as_of"], one["new"]["as_of"])
        for one in printed["changes"]
        if one["kind"] in {"count", "unchanged"}
    ]
    assert steps == [("2016-06-30", "2017"), ("2017", "2018-06-30")]


@pytest.mark.parametrize(
    ("figures", "told"),
    [
        (
            ("10/63", "12/63", "20/63"),
            "20/63 (30 September 2016), up 10 bodies (15.87 percentage points).",
        ),
        (
            ("10/63", "12/63", "12/63", "5/63"),
            "5/63 (31 December 2016), down 5 bodies (7.94 percentage points), which is worse.",
        ),
    ],
)
def test_what_moved_is_told_from_the_first_quarter_to_the_last(
    figures: tuple[str, ...], told: str, tmp_path: Path
) -> None:
    days = ("2016-03-31", "2016-06-30", "2016-09-30", "2016-12-31")
    reports = {
        f"2016Q{number}": snapshot_text(
            [f"indicator: lgsp, group: provinces, as_of: {day}, value: {figure}"], f"2016Q{number}"
        )
        for number, (day, figure) in enumerate(zip(days, figures, strict=False), 1)
    }
    write_ledger(tmp_path / "data", reports, {"obligations": "obligations: {}\n"})
    page = egov("diff", "--since", "2016Q1", "--lang", "en", cwd=tmp_path).out
    whom = "Data integration and sharing platforms – Provinces"
    assert section(page, "What moved")[0] == f"- {whom}: from 10/63 (31 March 2016) to {told}"


def test_only_obligations_that_are_new_or_judged_otherwise_are_told(tmp_path: Path) -> None:
    by = "by: Các cơ quan, by_en: Agencies, under: Nghị quyết 36a/NQ-CP, group: government_agencies"
    obligations = "obligations:\n" + "".join(
        f"  {name.replace(' ', '-')}: {{task: t, indicator: lgsp, what_vi: {name}, what_en: {name}, {by}, {dates}}}\n"
        for name, dates in (
            ("old and overdue", "due: 2016-02-01, announced: 2016-01-02"),
            ("new and overdue", "due: 2016-06-01, announced: 2016-05-02"),
            ("due meanwhile", "due: 2016-05-01, announced: 2016-01-02"),
            ("not yet due", "due: 2017-05-01, announced: 2016-01-02"),
        )
    )
    reports = {name: snapshot_text(entries, name) for name, entries in (("2016Q1", OLD[:1]), ("2016Q2", NEW[:1]))}
    write_ledger(tmp_path / "data", reports, {"obligations": obligations})
    page = egov("diff", "2016Q1", "2016Q2", "--lang", "en", cwd=tmp_path).out
    assert section(page, "Obligations") == [
        "- Overdue, result not known – due meanwhile (Agencies; due: 1 May 2016).",
        "- Overdue, result not known – new and overdue (Agencies; due: 1 June 2016).",
    ]


def test_the_page_goes_into_a_file(small: Path) -> None:
    assert egov("diff", "2016Q1", "2016Q2", "-o", "out.csv", cwd=small) == (0, "", "")
    assert (small / "out.csv").read_text(encoding="utf-8").startswith("kind,indicator,")


@pytest.mark.parametrize("form", ["md", "html"])
def test_markdown_and_html_show_the_same_page(small: Path, form: str) -> None:
    ran = egov("diff", "2016Q1", "2016Q2", "-f", form, cwd=small)
    assert ran.code == 0
    for word in (
        "So sánh số liệu quý I/2016 với quý II/2016",
        "19/30",
        "gián đoạn chuỗi số liệu",
        "Đài Tiếng nói Việt Nam",
        "+12,50",
    ):
        assert word in ran.out


@pytest.mark.parametrize("options", [[], ["-f", "json"], ["-f", "csv"]])
def test_the_bytes_are_the_same_under_any_hash_seed(options: list[str]) -> None:
    seeds = ("0", "1", "77")
    outputs = {spawn_egov("diff", "2016Q1", "2016Q2", *options, env={"PYTHONHASHSEED": seed}) for seed in seeds}
    assert [ran.code for ran in outputs] == [0]


def test_quarters_complete_on_both_sides() -> None:
    env = {"_EGOV_COMPLETE": "complete_bash", "COMP_WORDS": "egov diff 2016Q1 2018", "COMP_CWORD": "3"}
    ran = egov(env=env, cwd=LETTERS)
    assert ran.out.split() == ["2018Q2"]


def test_a_quarter_with_a_slash_is_no_file() -> None:
    written = egov("diff", "I/2016", "II/2016")
    assert written == egov("diff", "2016Q1", "2016Q2")
    assert written.code == 0
