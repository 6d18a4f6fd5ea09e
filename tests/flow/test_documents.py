"""Whole documents from the command line, compared with golden files; and what is said where there can be none."""

from __future__ import annotations

import json
import resource
from typing import TYPE_CHECKING

import jsonschema
import pytest

from egov_tracker.cli.app import asked_for
from egov_tracker.store.yaml_reader import read_document
from tests.building import LETTERS, ROOT, snapshot_text, write_ledger
from tests.goldens import STYLE_SHEET
from tests.running import run_egov, spawn_egov
from tests.word import check_word

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

LISTS_3 = (
    "appendix", "2016Q1", "-i", "dossier_publication", "-g", "ministries", "-g", "provinces", "--order", "source",
)  # fmt: skip
APPENDIX_3 = (
    *LISTS_3, "--number", "1375/VPCP-KGVX", "--date", "2016-03-04", "--issuer", "Văn phòng Chính phủ",
)  # fmt: skip
NO_WORD = "data/letters/ra-soat-2020.yaml"
GOLDEN = ROOT / "tests" / "golden"
DOCUMENTS = {
    "report-2016Q2.md": ("report", "2016Q2", "-f", "md"),
    "report-2016Q2.html": ("report", "2016Q2", "-f", "html"),
    "report-2018Q2.en.md": ("report", "2018Q2", "-f", "md", "--lang", "en"),
    "appendix-2016Q1.txt": APPENDIX_3,
    "appendix-2016Q1.md": (*APPENDIX_3, "-f", "md"),
    "appendix-2016Q1.html": (*APPENDIX_3, "-f", "html"),
    "appendix-2016Q1.json": (*LISTS_3, "-f", "json"),
    "appendix-2016Q1.csv": (*LISTS_3, "-f", "csv"),
    "letter-1375.md": ("letter", "1375-vpcp-kgvx", "-f", "md"),
    "letter-1375.html": ("letter", "1375-vpcp-kgvx", "-f", "html"),
    "letter-2020.md": ("letter", "ra-soat-2020", "-f", "md"),
    "letter-2020.html": ("letter", "ra-soat-2020", "-f", "html"),
    "status-2016Q1.md": ("status", "-q", "2016Q1", "-f", "md"),
    "status-2016Q1.html": ("status", "-q", "2016Q1", "-f", "html", "-i", "action_plan"),
}


def egov(*arguments: str, code: int = 0) -> str:
    ran = run_egov(*arguments, cwd=LETTERS)
    assert ran.code == code, ran.err
    return ran.out


def test_the_table_of_who_is_late_has_an_english_head() -> None:
    page = egov("report", "2016Q2", "-f", "md", "--lang", "en").splitlines()
    head = "| Body | Dossier progress published | Documents exchanged | Action plans | Quarters in a row | Reminders |"
    assert [line for line in page if line.endswith("| Reminders |")] == [head]
    assert "Besides, 17 are named on one indicator (part III)." in page


def test_a_body_is_late_for_as_many_quarters_as_it_was_on_one_of_the_indicators_without_a_break(tmp_path: Path) -> None:
    """Bộ Y tế: of three quarters on lgsp; Bộ Nội vụ: not on it a quarter ago; Bộ Tư pháp: then on another one."""
    named = {
        "2016Q1": {"lgsp": "Bộ Y tế, Bộ Nội vụ"},
        "2016Q2": {"lgsp": "Bộ Y tế", "wan": "Bộ Tư pháp, Bộ Công an"},
        "2016Q3": {"lgsp": "Bộ Y tế, Bộ Nội vụ, Bộ Tư pháp", "wan": "Bộ Công an, Bộ Y tế"},
    }
    listed = "indicator: {}, group: central, as_of: {}-0{}-01, outstanding: {{names: [{}]}}"
    reports = {
        quarter: snapshot_text(
            [listed.format(one, quarter[:4], 3 * int(quarter[5]), who) for one, who in lists.items()], quarter
        )
        for quarter, lists in named.items()
    }
    ran = run_egov("report", "2016Q3", "-f", "md", "--data", write_ledger(tmp_path, reports))
    assert (ran.code, ran.err) == (0, "")
    assert [line.split(" | ")[0::3] for line in ran.out.splitlines() if line.startswith("| Bộ ")] == [
        ["| Bộ Y tế", "3"],
        ["| Bộ Công an", "2"],
        ["| Bộ Nội vụ", "1"],
        ["| Bộ Tư pháp", "1"],
    ]


def refused(*arguments: str) -> str:
    ran = run_egov(*arguments, cwd=LETTERS)
    assert (ran.code, ran.out) == (2, "")
    return ran.err


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_is_what_it_was(name: str, golden: Callable[[str, str], None]) -> None:
    golden(name, egov(*DOCUMENTS[name]))


@pytest.mark.parametrize("name", [name for name in DOCUMENTS if name.endswith(".html")])
def test_a_page_has_the_style_sheet_whole_and_once(name: str) -> None:
    """The golden files of pages leave it out."""
    assert egov(*DOCUMENTS[name]).count(f"<style>\n{STYLE_SHEET}") == 1


@pytest.mark.parametrize("name", [name for name in DOCUMENTS if name.endswith((".md", ".html"))])
def test_no_document_holds_placeholder_text_or_scripts(name: str) -> None:
    text = (GOLDEN / name).read_text(encoding="utf-8")
    assert "..." not in text
    assert "TBD" not in text
    assert "—" not in text
    assert "<script" not in text
    assert "None" not in text


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("appendix", "2016Q2", "-i", "lgsp", "-g", "all"), "the indicators there are action_plan"),
        (("appendix", "2016Q1", "-i", "action_plan", "-g", "ministries"), "bodies there are central as of 2016-03-01"),
        (
            ("appendix", "2016Q2", "-i", "document_interconnection", "-g", "central"),
            "choose with --source q2-report-press or --source most-repost-9-agencies",
        ),
        (
            ("appendix", "2016Q2", "-i", "document_interconnection", "-g", "provinces"),
            'document_interconnection × provinces: all 63 are done, "63/63" of 2016-06-30 (q2-report-press, dòng 4)\n',
        ),
        (
            ("appendix", "2016Q2", "-i", "action_plan", "-g", "central", "--breakdown", "level"),
            '--breakdown: expected a dimension and its value such as level=4, got "level"',
        ),
        (
            ("appendix", "2016Q2", "-i", "priority_services", "-g", "central", "--breakdown", "level=5"),
            '--breakdown: expected a value of level, got "5"; there are',
        ),
        (("appendix", "2016Q1", "-i", "acton_plan", "-g", "central"), "did you mean 'action_plan'?"),
        (("appendix", "2016Q1", "-i", "action_plan", "-g", "central", "--number", "1375/VPCP"), "--issuer is missing"),
        (
            ("appendix", "2016Q1", "-i", "action_plan", "-g", "central", "--date", "4/3/2016"),
            "did you mean '2016-03-04'",
        ),
        (("appendix", "2016Q1", "-i", "action_plan", "-g", "central", "--number", "1375 / VPCP"), "'1375/VPCP'?"),
        (("report", "2016Q2", "-o", "no/such/folder/r.md"), "cannot write no/such/folder/r.md: No such file"),
        (
            ("report", "2016Q2", "--templates", "no-such-folder"),
            "expected a folder, got no-such-folder, which is not there",
        ),
        (("report", "2016Q2", "-f", "docx", "-o", "r.docx", "--reference-doc", NO_WORD), "no Word document"),
        (("report", "1999Q1"), "expected a quarter with a snapshot, got 1999Q1"),
        (("letter", "no-such-letter"), "there are 1375-vpcp-kgvx, ra-soat-2020"),
        (("templates", "none.j2"), "there are appendix.html.j2"),
    ],
)
def test_what_cannot_be_done_is_said(arguments: tuple[str, ...], said: str) -> None:
    assert said in refused(*arguments)
    assert not (LETTERS / "r.docx").exists()


def changed_letter(tmp_path: Path, old: str, new: str) -> str:
    text = (LETTERS / "data" / "letters" / "1375-vpcp-kgvx.yaml").read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / "letter.yaml"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return str(path)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("copies:", "copis:", "letter.yaml:24:1: SHP001 error unknown field 'copis'; did you mean 'copies'?"),
        ("date: 2016-03-04", "date: 04/3/2016", "did you mean '2016-03-04'?"),
        ("date: 2016-03-04", "date: 2016-03", "expected the day of the document, such as 2016-03-04"),
        ("indicator: action_plan", "indicator: acton_plan", "REG005 error unknown indicator 'acton_plan'"),
        (
            "group: central",
            "group: centrl",
            "REG001 error unknown group, cohort or body 'centrl'; did you mean 'central'?",
        ),
        ("quarter: 2016Q1", "quarter: 2018Q2", "letter.yaml:35:9: LTR004 error 2018Q2 has no list of outstanding"),
        ("columns: 1", "columns: 4", "SHP003 error columns:"),
        ("place: Hà Nội\n", "", "SHP002 error the field 'place' is missing"),
        ("subject:", "'a", "YML002"),
    ],
)
def test_a_wrong_letter_is_refused_with_line_and_column(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert said in refused("letter", changed_letter(tmp_path, old, new), "-f", "md")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("14 tháng 10 năm 2015", "14 tháng 13 năm 2015", "LTR003 error 'ngày 14 tháng 13 năm 2015' is no day"),
        ("ngày 01 tháng 3 năm 2016", "ngày 1 tháng 3 năm 2016", "it is 'ngày 01 tháng 3 năm 2016'"),
        ("ngày 01 tháng 3 năm 2016", "ngày 01/03/2016", "'01/03/2016' is not the official form of the date; it is"),
        (
            "order: source, columns: 1,\n",
            "columns: 1, names: [Bộ Ngoại giao, Bộ Y tế],\n",
            "letter.yaml:35:121: LTR001 error Bộ Y tế is listed as outstanding",
        ),
        ("quarter: 2016Q1", "quarter: 2016Q4", "LTR004"),
        ("copies:", "copis:", "SHP001"),
    ],
)
def test_check_says_what_is_wrong_with_a_letter(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert said in egov("letter", "--check", changed_letter(tmp_path, old, new), code=1)


@pytest.mark.parametrize("name", ["1375-vpcp-kgvx", "ra-soat-2020"])
def test_check_finds_nothing_in_a_letter_that_its_figures_bear_out(name: str) -> None:
    assert egov("letter", "--check", name) == ""


def test_the_form_of_another_regime_has_roman_numerals_and_titles_in_capitals() -> None:
    text = egov("letter", "1375-vpcp-kgvx", "-f", "md", "--regime", "nd30")
    assert "## Phụ lục III. CÁC BỘ, CƠ QUAN NGANG BỘ, ĐỊA PHƯƠNG CHƯA CÔNG KHAI" in text
    assert "*(Kèm theo Văn bản số 1375/VPCP-KGVX ngày 04 tháng 3 năm 2016 của Văn phòng Chính phủ)*" in text


@pytest.mark.parametrize("name", ["letter", "appendix"])
def test_the_schemas_hold_for_the_files_and_the_outputs(name: str) -> None:
    schema = json.loads(egov("schema", name))
    jsonschema.Draft202012Validator.check_schema(schema)
    if name == "appendix":
        jsonschema.validate(json.loads(egov(*LISTS_3, "-f", "json")), schema)
    else:
        raw = (LETTERS / "data" / "letters" / "1375-vpcp-kgvx.yaml").read_bytes()
        jsonschema.validate(read_document(raw, "letter").content, schema)


def test_word_does_not_go_to_a_terminal() -> None:
    said = "egov: expected -o FILE.docx, got a terminal, which cannot show docx\n"
    for arguments in (("report", "2016Q2"), LISTS_3, ("letter", "1375-vpcp-kgvx")):
        assert run_egov(*arguments, "-f", "docx", terminal=True) == (2, "", said)


@pytest.mark.parametrize(
    ("arguments", "name"),
    [
        (("report", "2016Q2"), "r"),
        (APPENDIX_3, "a"),
        (("letter", "1375-vpcp-kgvx"), "l"),
    ],
)
def test_word_has_the_same_bytes_each_time_and_under_any_hash_seed(
    arguments: tuple[str, ...], name: str, tmp_path: Path
) -> None:
    for seed in ("0", "1"):
        out = tmp_path / f"{name}{seed}.docx"
        spawned = spawn_egov(*arguments, "-f", "docx", "-o", out, cwd=LETTERS, env={"PYTHONHASHSEED": seed})
        assert (spawned.code, spawned.out) == (0, "")
    first, second = ((tmp_path / f"{name}{seed}.docx").read_bytes() for seed in ("0", "1"))
    assert first == second


@pytest.mark.parametrize(
    "arguments", [("report", "2018Q2"), APPENDIX_3, ("letter", "1375-vpcp-kgvx"), ("letter", "ra-soat-2020")]
)
def test_word_files_are_valid(arguments: tuple[str, ...], tmp_path: Path) -> None:
    egov(*arguments, "-f", "docx", "-o", str(tmp_path / "document.docx"))
    check_word((tmp_path / "document.docx").read_bytes())


def test_names_that_no_registry_knows_are_all_named(tmp_path: Path) -> None:
    old = "order: source, columns: 1,\n"
    said = refused("letter", changed_letter(tmp_path, old, "names: [Bộ Ngoai giao, Bộ Y té],\n"), "-f", "md")
    assert said.count("REG001") == 2
    assert "no body 'Bộ Y té' on 2016-03-01; did you mean 'Bộ Y tế'?" in said


def _small_files_only() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))


def test_a_full_disk_leaves_the_old_file_and_no_half_one(tmp_path: Path) -> None:
    out = tmp_path / "report.docx"
    out.write_text("the old one", encoding="utf-8")
    ran = spawn_egov("report", "2016Q2", "-o", out, cwd=LETTERS, prepare=_small_files_only)
    assert (ran.code, ran.out, ran.err) == (2, "", f"egov: cannot write {out}: File too large\n")
    assert out.read_text() == "the old one"
    assert list(tmp_path.iterdir()) == [out]


def test_the_format_is_that_of_the_files_name(tmp_path: Path) -> None:
    egov("report", "2016Q2", "-o", str(tmp_path / "r.html"))
    assert (tmp_path / "r.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_templates_are_listed_copied_and_found_first(tmp_path: Path) -> None:
    assert "page.md.j2" in egov("templates")
    egov("templates", "--copy", str(tmp_path / "mine"), "page.md.j2")
    template = tmp_path / "mine" / "page.md.j2"
    template.write_text(template.read_text(encoding="utf-8").replace("# {{", "# Bộ Tư pháp: {{"), encoding="utf-8")
    own = egov("report", "2016Q2", "-f", "md", "--templates", str(tmp_path / "mine"))
    assert own.startswith("# Bộ Tư pháp: Báo cáo")
    told = {"EGOV_TEMPLATES": str(tmp_path / "mine")}
    assert run_egov("report", "2016Q2", "-f", "md", cwd=LETTERS, env=told).out == own
    assert "page.md.j2 already" in refused("templates", "--copy", str(tmp_path / "mine"), "page.md.j2")


def test_a_wrong_template_names_itself_and_the_line(tmp_path: Path) -> None:
    (tmp_path / "letter.md.j2").write_text("một\n{{ letter.signature }}\n", encoding="utf-8")
    said = refused("letter", "1375-vpcp-kgvx", "-f", "md", "--templates", str(tmp_path))
    assert "letter.md.j2:2" in said
    assert "signature" in said


@pytest.mark.parametrize(
    ("arguments", "asked"),
    [
        (["status", "-q", "2016Q2"], ("status",)),
        (["--data", "status", "report", "2016Q2"], ("report",)),
        (["--data=x", "letter"], ("letter",)),
        ([], ()),
        (["--help"], ()),
        (["bogus"], ()),
    ],
)
def test_only_the_command_that_is_asked_for_is_built(arguments: list[str], asked: tuple[str, ...]) -> None:
    assert asked_for(arguments) == asked
