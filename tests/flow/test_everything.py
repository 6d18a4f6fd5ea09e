"""All that the pages can say, whole: of two small ledgers in which every kind of entry, list and change occurs."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.building import LEDGERS
from tests.running import run_egov

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

QUARTERS = ("2016Q1", "2016Q2", "2016Q3", "2025Q1", "2025Q3")
SUBJECTS = ("lgsp", "document_exchange", "action_plan", "online_services", "level4_share", "feedback", "wan")
BODIES = ("Đài Tiếng nói Việt Nam", "Bộ Y tế", "Bộ Giao thông vận tải", "Bộ Xây dựng", "Bộ Nông nghiệp và Môi trường")
STEPS = (("2016Q1", "2016Q2"), ("2016Q2", "2016Q3"), ("2016Q3", "2016Q1"), ("2016Q1", "2016Q3"))
NAMED = ("appendix", "2016Q1", "-i")
# By ledger and page the commands that show it.
PAGES: dict[tuple[str, str], list[tuple[str, ...]]] = {
    ("every", "status"): [("status", quarter, "--all", "--agencies", "--trace") for quarter in QUARTERS],
    ("every", "first-screen"): [
        *(("status", quarter) for quarter in QUARTERS),
        ("status", "2016Q1", "-g", "Bộ Y tế"),
        ("status", "2016Q1", "-g", "Bộ Công Thương"),
    ],
    ("every", "diff"): [("diff", *pair, "--all") for pair in (*STEPS, ("2025Q1", "2025Q3"))],
    ("every", "trend"): [("trend", *subject) for subject in ((), *((one,) for one in SUBJECTS))],
    ("every", "tiles"): [("trend", "document_interconnection", "--tiles")],
    ("every", "trace"): [("trace", "2016Q1"), ("trace", "2016Q3", "2")],
    ("every", "check"): [("check",)],
    ("every", "appendix"): [
        (*NAMED, "action_plan", "-g", "government_agencies"),
        (*NAMED, "action_plan", "-g", "government_agencies", "--state", "exempt", "--columns", "2"),
        (*NAMED, "dossier_publication", "-g", "ministries"),
    ],
    ("bodies", "agency"): [("agency", body) for body in BODIES],
    ("bodies", "reminders"): [("reminders",), ("reminders", "--at-least", "2")],
    ("bodies", "diff"): [("diff", *pair) for pair in STEPS],
}
REPORTS = dict.fromkeys(("every", "bodies"), ("2016Q1", "2016Q2", "2016Q3", "2025Q3"))
RECORDS = {
    ("every", "status"): ("status", "2016Q1", "--agencies"),
    ("every", "diff"): ("diff", "2016Q1", "2016Q2", "--all"),
    ("every", "trend"): ("trend", "lgsp"),
    ("every", "report"): ("report", "2016Q2"),
    ("bodies", "agency"): ("agency", BODIES[0]),
    ("bodies", "reminders"): ("reminders",),
}
TABLES = {
    **{key: RECORDS[key] for key in RECORDS if key[1] != "report"},
    ("every", "appendix"): PAGES["every", "appendix"][0],
}
DRAWN = {
    "every-trend.svg": ("every", "trend", "lgsp"),
    "every-tiles.svg": ("every", "trend", "document_interconnection", "--tiles"),
    "every-tiles.html": ("every", "trend", "document_interconnection", "--tiles"),
    "every-trend.html": ("every", "trend", "lgsp", "--lang", "en"),
    "every-status.html": ("every", "status", "2016Q2", "--all", "--agencies"),
    "every-diff.html": ("every", "diff", "2025Q1", "2025Q3"),
    "every-report.html": ("every", "report", "2016Q2", "--annex"),
    "bodies-agency.html": ("bodies", "agency", BODIES[0]),
}
SITE = (
    "i/lgsp",
    "s/2016Q1-letter",
    "q/2016Q1",
    "b/dai-tieng-noi-viet-nam",
    "findings",
    "obligations",
    "reminders",
    "index",
)
NARROW = {"COLUMNS": "64", "NO_COLOR": "1"}


def shown(ledger: str, *arguments: str, terminal: bool = False) -> str:
    """A command line and all that it says."""
    ran = run_egov(*arguments, cwd=LEDGERS / ledger, env=NARROW if terminal else {}, terminal=terminal)
    return f"$ egov {' '.join(arguments)}\n{ran.out}{ran.err}"


@pytest.mark.parametrize(("ledger", "page"), PAGES, ids=map("-".join, PAGES))
def test_a_page_says_what_it_said_on_a_narrow_terminal_and_in_english(
    ledger: str, page: str, golden: Callable[[str, str], None]
) -> None:
    runs = PAGES[ledger, page]
    vi = [shown(ledger, *run, terminal=True) for run in runs]
    en = [shown(ledger, *run, *(() if page == "check" else ("--lang", "en"))) for run in runs]
    golden(f"{ledger}-{page}.txt", "\n".join((*vi, *en)))


@pytest.mark.parametrize("ledger", REPORTS)
def test_a_report_says_what_it_said(ledger: str, golden: Callable[[str, str], None]) -> None:
    made = [
        shown(ledger, "report", quarter, "-f", "md", *options)
        for quarter in REPORTS[ledger]
        for options in (("--annex",), ("--annex", "--trace", "--lang", "en"))
    ]
    golden(f"{ledger}-report.txt", "\n".join(made))


@pytest.mark.parametrize(("ledger", "name"), RECORDS, ids=map("-".join, RECORDS))
def test_records_hold_what_they_held(ledger: str, name: str, golden: Callable[[str, str], None]) -> None:
    golden(f"{ledger}-{name}.json", run_egov(*RECORDS[ledger, name], "-f", "json", cwd=LEDGERS / ledger).out)


@pytest.mark.parametrize(("ledger", "name"), TABLES, ids=map("-".join, TABLES))
def test_rows_hold_what_they_held(ledger: str, name: str, golden: Callable[[str, str], None]) -> None:
    golden(f"{ledger}-{name}.csv", run_egov(*TABLES[ledger, name], "-f", "csv", cwd=LEDGERS / ledger).out)


@pytest.mark.parametrize("name", DRAWN)
def test_what_is_drawn_and_linked_is_what_it_was(name: str, golden: Callable[[str, str], None]) -> None:
    ledger, *arguments = DRAWN[name]
    golden(name, run_egov(*arguments, "-f", name.rpartition(".")[2], cwd=LEDGERS / ledger).out)


def test_a_site_says_what_it_said(golden: Callable[[str, str], None], tmp_path: Path) -> None:
    assert run_egov("site", tmp_path / "site", "--lang", "en", cwd=LEDGERS / "every").code == 0
    for page in SITE:
        golden(f"every-site-{page.replace('/', '-')}.html", (tmp_path / "site" / f"{page}.html").read_text("utf-8"))


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_what_is_corrected_added_and_taken_out_is_reviewed_with_what_follows_for_single_bodies(
    lang: str, golden: Callable[[str, str], None], tmp_path: Path
) -> None:
    text = (LEDGERS / "every" / "data" / "reports" / "2016Q2.yaml").read_text(encoding="utf-8")
    draft = tmp_path / "draft.yaml"
    changed = text.replace("done: {names: [VOV]}", "done: {names: [Bảo hiểm xã hội Việt Nam]}")
    *kept, _ = changed.rstrip("\n").split("\n")
    more = "  - {indicator: wan, group: provinces, as_of: 2016-06-30, value: 3/63, source: letter, at: dòng 9}"
    draft.write_text("\n".join((*kept, more, more.replace("wan", "architecture"))) + "\n", encoding="utf-8")
    out = shown("every", "diff", "2016Q2", str(draft), "--lang", lang)
    golden(f"every-review.{lang}.txt", out.replace(f"{tmp_path}/", ""))


def test_a_new_quarter_asks_for_the_lines_of_the_one_before(golden: Callable[[str, str], None], tmp_path: Path) -> None:
    shutil.copytree(LEDGERS / "every" / "data", tmp_path / "data")
    (tmp_path / "data" / "reports" / "2016Q2.yaml").unlink()
    assert run_egov("new", "2016Q2", cwd=tmp_path).code == 0
    golden("every-new.yaml", (tmp_path / "data" / "reports" / "2016Q2.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("quarter", "indicator", "tasks"),
    [
        ("2016Q1", "action_plan", ["| v | VOV | ngày 01/02/2016 | không hoàn thành đúng thời hạn |"]),
        ("2016Q2", "action_plan", ["Không có nhiệm vụ đến hạn trong quý."]),
        (
            "2016Q2",
            "lgsp",
            [
                "| v | Các tỉnh (mục tiêu 63) | ngày 01/6/2016 | không hoàn thành đúng thời hạn |",
                "| v | Các tỉnh; Các bộ | ngày 01/7/2016 | hoàn thành đúng thời hạn |",
                "| v | VOV | ngày 01/8/2016 | chưa đến thời hạn |",
                "Còn 3 nhiệm vụ khác trong quý hoặc sắp đến hạn.",
            ],
        ),
    ],
)
def test_a_report_of_one_indicator_tells_of_its_obligations_alone(
    quarter: str, indicator: str, tasks: list[str]
) -> None:
    report = run_egov("report", quarter, "-i", indicator, cwd=LEDGERS / "every").out
    lines = report.partition("## V. ")[2].partition("\n## ")[0].splitlines()[1:]
    assert [line for line in lines if line and not line.startswith(("| Nhiệm vụ", "|---"))] == tasks
