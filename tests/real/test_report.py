"""The report of every quarter: how long it is, what it says first, and what no reader needs to see."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from tests.building import ROOT, open_data
from tests.printing import pages_of, print_word
from tests.running import run_egov

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

QUARTERS = [*map(str, open_data(ROOT / "data").quarters)]
MOST_PAGES = 4
FULL_PAGES = ("2016Q1", "2016Q2", "2017Q2", "2020Q2", "2020Q4")  # the longest, and where the foot finds no room
OFFICE = (
    ROOT / "tests" / "real" / "office.yaml"
)  # with two issuing bodies, several recipients and a long signer's block


def report(quarter: str, *options: str) -> str:
    ran = run_egov("report", quarter, *options, cwd=ROOT)
    assert (ran.code, ran.err) == (0, "")
    return ran.out


def pages_printed(folder: Path, documents: Mapping[str, tuple[str, ...]]) -> dict[str, list[str]]:
    """The pages of reports by name, out of one run of the printer; each is given by its quarter and its options."""
    paths = {name: folder / f"{name}.docx" for name in documents}
    for name, arguments in documents.items():
        report(*arguments, "-o", str(paths[name]))
    print_word(*paths.values())
    return {name: pages_of(path.with_suffix(".pdf")) for name, path in paths.items()}


def test_the_body_of_every_quarter_is_at_most_four_pages_of_a4_with_nothing_empty(tmp_path: Path) -> None:
    asked = {f"{quarter}-{lang}": (quarter, "--lang", lang) for quarter in QUARTERS for lang in ("vi", "en")}
    for name, pages in pages_printed(tmp_path, asked).items():
        assert (name, len(pages) <= MOST_PAGES) == (name, True)
        assert all(len(page.split()) > 1 for page in pages)


def test_an_office_signs_at_most_four_pages_and_never_one_without_text_or_an_empty_one(tmp_path: Path) -> None:
    asked = {quarter: (quarter, "--office", str(OFFICE)) for quarter in FULL_PAGES}
    for quarter, pages in pages_printed(tmp_path, asked).items():
        signed = [page for page in pages if "PHÓ CHỦ TỊCH" in page]
        assert (quarter, len(signed), pages.index(signed[0]) < MOST_PAGES) == (quarter, 1, True)
        assert "./." in signed[0]
        assert all(len(page.split()) > 1 for page in pages)


@pytest.mark.parametrize("quarter", QUARTERS)
def test_no_path_no_id_and_no_rule_stands_in_a_report_for_readers(quarter: str) -> None:
    sources = open_data(ROOT / "data")
    snapshot = sources.snapshot(sources.resolve(quarter))
    shown = report(quarter, "--annex", "-f", "md").replace("\\", "")
    assert "data/reports" not in shown
    assert not re.search(r"\b[A-Z]{3}00[1-9]\b", shown)
    assert not [id_ for id_ in snapshot.sources if f"({id_})" in shown]
    assert not [one.indicator.id for one in snapshot.observations if f"({one.indicator.id})" in shown]


@pytest.mark.parametrize("quarter", QUARTERS)
def test_the_summary_has_at_most_eight_sentences(quarter: str) -> None:
    assert 1 <= summary_of(quarter).count("\n- ") <= 8


def test_the_summary_of_2016q2(golden: Callable[[str, str], None]) -> None:
    golden("report-summary-2016Q2.md", summary_of("2016Q2"))


def summary_of(quarter: str) -> str:
    return report(quarter, "-f", "md").replace("\\", "").partition("## I. Tóm tắt")[2].partition("## II.")[0]


def test_a_report_is_narrowed_to_an_indicator_a_group_or_a_body() -> None:
    one = report("2016Q2", "-i", "document_interconnection", "-g", "provinces", "-f", "md")
    assert "63/63 tỉnh, thành phố" in one
    assert "bộ, ngành (" not in one.partition("## V.")[0]
    assert "Công khai tiến độ" not in one
    body = report("2016Q2", "-g", "Bộ Tài chính", "-f", "md")
    rows = [line for line in body.splitlines() if line.startswith("| Bộ Tài chính |")]
    assert rows == ["| Bộ Tài chính | ● | ● | 2 | 3 |"]


def test_ids_and_lines_of_yaml_stand_in_the_annex_where_they_are_asked_for() -> None:
    figures = json.loads(report("2016Q2", "-f", "json"))["observations"]
    plain, traced = (report("2016Q2", "--annex", *options, "-f", "md") for options in ((), ("--trace",)))
    assert {int(line) for line in re.findall(r" (\d+) \|$", traced, re.MULTILINE)} >= {
        seen["place"]["line"] for seen in figures
    }
    ids = {f"({seen[key]})" for seen in figures for key in ("source", "indicator")}
    assert {one for one in ids if one in traced.replace("\\", "")} == ids
    assert {one for one in ids if one in plain.replace("\\", "")} == set()


def test_there_are_places_in_the_ledger_in_the_annex_alone() -> None:
    refused = run_egov("report", "2016Q2", "--trace", cwd=ROOT)
    assert refused == (2, "", "egov: --trace: expected --annex beside it, got none\n")


def test_the_annex_has_every_figure_and_the_body_does_not() -> None:
    figures = {"29", "44", "46"}  # overtaken ones of 2016Q2
    cells = re.compile(r"\| (29|44|46) \|")
    assert set(cells.findall(report("2016Q2", "--annex", "-f", "md"))) == figures
    assert set(cells.findall(report("2016Q2", "-f", "md"))) == set()
