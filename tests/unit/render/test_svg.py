"""Pictures for the press: a column a figure, between them what the ledger says, nothing from elsewhere."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING

import pytest

from tests.building import snapshot_text, write_ledger
from tests.running import run_egov

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

ADOPTED = "indicator: document_interconnection, group: central"
REPORTS = {
    "2016Q1": [f"{ADOPTED}, as_of: 2016-03-31, outstanding: {{count: 9, names: [Bộ Y tế, VOV]}}"],
    "2016Q2": [
        f"{ADOPTED}, as_of: 2016-06, value: 10/30",
        f"{ADOPTED}, as_of: 2016-06, value: 12/30, source: press",
    ],
    "2016Q4": [f"{ADOPTED}, as_of: 2016-12-31, value: gần 20/30"],
    "2017Q1": [f"{ADOPTED}, as_of: 2017-03-31, value: 20/31, exempt: {{count: 2, names: []}}"],
    "2017Q2": [f"{ADOPTED}, as_of: 2017-06-30, value: 25/31"],
}
SVG = "{http://www.w3.org/2000/svg}"


def picture(root: Path, reports: dict[str, list[str]], *args: str) -> str:
    write_ledger(root / "data", {quarter: snapshot_text(some, quarter) for quarter, some in reports.items()})
    outcome = run_egov("trend", "document_interconnection", "-f", "svg", *args, "--data", root / "data")
    assert (outcome.code, outcome.err) == (0, "")
    return outcome.out


def texts(drawn: str) -> list[str]:
    return ["".join(one.itertext()) for one in ET.fromstring(drawn).iter(f"{SVG}text")]  # noqa: S314 - our own


def ids(tree: ET.Element) -> set[str]:
    return {one.get("id", "") for one in tree.iter()}


def test_the_picture_of_a_small_ledger(tmp_path: Path, golden: Callable[[str, str], None]) -> None:
    golden("trend.svg", picture(tmp_path, REPORTS))


def test_its_title_is_what_it_shows_and_its_description_tells_every_figure_gap_and_break(tmp_path: Path) -> None:
    root = ET.fromstring(picture(tmp_path, REPORTS, "--lang", "en"))  # noqa: S314 - our own
    assert root.findtext(f"{SVG}title") == "Central bodies: from 20/31 (31 March 2017) to 25/31 (30 June 2017)"
    assert (root.findtext(f"{SVG}desc") or "").partition(". ")[2].split("; ")[:6] == [
        "31 March 2016: list",
        "9",
        "[a] figures of different forms",
        "June 2016: 10/30",
        "June 2016: 12/30",
        "another source",
    ]


def test_of_one_date_its_title_is_that_the_sources_differ(tmp_path: Path) -> None:
    root = ET.fromstring(picture(tmp_path, {"2016Q2": REPORTS["2016Q2"]}))  # noqa: S314 - our own
    assert root.findtext(f"{SVG}title") == (
        "Bộ, ngành, các nguồn khác nhau: 10/30 (tháng 6/2016); 12/30 (tháng 6/2016)"
    )


def test_the_break_has_a_letter_and_its_reason_stands_below(tmp_path: Path) -> None:
    found = texts(picture(tmp_path, REPORTS))
    assert [one for one in found if re.fullmatch("[a-z]", one)] == ["a", "b", "c"]
    assert " ".join(found[-3:-1]).partition("— ")[2] == (
        "a: số liệu khác dạng; b: số liệu ước tính hoặc làm tròn; "
        "c: khác tổng số: 30 → 31; số liệu ước tính hoặc làm tròn."
    )


def test_it_has_no_script_and_nothing_from_elsewhere_whatever_the_ledger_says(tmp_path: Path) -> None:
    hostile = "<script href='x:y'>alert(1)</script>&]]>"
    reports = {quarter: [*some] for quarter, some in REPORTS.items()}
    text = snapshot_text(reports["2016Q2"], "2016Q2").replace("Văn phòng Chính phủ", json.dumps(hostile))
    write_ledger(tmp_path, {"2016Q2": text, "2016Q4": snapshot_text(reports["2016Q4"], "2016Q4")})
    drawn = run_egov("trend", "document_interconnection", "-f", "svg", "--data", tmp_path).out
    tree = ET.fromstring(drawn)  # noqa: S314 - our own
    kinds = {one.tag.removeprefix(SVG) for one in tree.iter()}
    assert kinds <= {"svg", "title", "desc", "defs", "pattern", "path", "circle", "rect", "g", "text"}
    attributes = [item for one in tree.iter() for item in one.attrib.items()]
    assert not {name for name, _ in attributes if "href" in name or "src" in name or name.startswith("on")}
    assert {value for _, value in attributes if "url" in value} <= {f"url(#{one})" for one in ids(tree)}


@pytest.mark.parametrize(
    ("reports", "said"),
    [
        (
            {"2016Q2": [f"{ADOPTED}, as_of: 2016-06-30, value: 10/30"]},
            "expected a line of document_interconnection with two figures of one unit to draw, got 1 figure",
        ),
        (
            {"2016Q2": [f"{ADOPTED}, as_of: 2016-06-29, value: 0", f"{ADOPTED}, as_of: 2016-06-30, value: 0"]},
            "expected a line of document_interconnection with two figures of one unit to draw, got 2 figures",
        ),
    ],
)
def test_where_there_is_nothing_to_draw_no_picture_is_made(
    tmp_path: Path, reports: dict[str, list[str]], said: str
) -> None:
    write_ledger(tmp_path, {quarter: snapshot_text(some, quarter) for quarter, some in reports.items()})
    outcome = run_egov("trend", "document_interconnection", "-f", "svg", "--data", tmp_path)
    assert (outcome.code, outcome.err) == (2, f"egov: {said}\n")


def test_a_map_of_tiles_has_each_province_once_and_says_what_its_signs_mean(tmp_path: Path) -> None:
    listed = "outstanding: {count: 2, names: [Hà Nội, Thành phố Hồ Chí Minh]}"
    entry = f"indicator: architecture, group: provinces, as_of: 2025-09-30, value: 32/34, {listed}"
    write_ledger(tmp_path, {"2025Q3": snapshot_text([entry], "2025Q3")})
    drawn = run_egov("trend", "architecture", "--tiles", "-f", "svg", "--data", tmp_path).out
    told = texts(drawn)
    assert (told.count("●"), told.count("✓"), told.count("Hà Nội")) == (2, 32, 1)
    assert told[-2:] == ["● Chưa hoàn thành (2)", "✓ Đã hoàn thành (32, suy ra)"]


def test_a_picture_is_of_one_indicator_or_series(tmp_path: Path) -> None:
    write_ledger(tmp_path, {"2016Q2": snapshot_text(REPORTS["2016Q2"], "2016Q2")})
    said = "egov: -f svg: expected an indicator or a series, got none\n"
    assert run_egov("trend", "-f", "svg", "--data", tmp_path) == (2, "", said)
