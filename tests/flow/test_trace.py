"""`egov trace` from end to end: from a figure to the words of its source."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from tests.building import LETTERS, write_ledger
from tests.running import run_egov

if TYPE_CHECKING:
    from pathlib import Path

TEXT = """Báo cáo

Đến hết tháng 6/2016, có 61/63 tỉnh, thành phố công khai tiến độ xử lý hồ sơ trên Cổng Thông tin điện tử Chính phủ.
Còn 2 địa phương chưa công khai tiến độ, gồm: Bạc Liêu và Lai Châu.
"""
REPORT = """\
period: 2016Q2
sources:
  bao-cao: {{kind: report, title: Báo cáo, text_sha256: {hash}}}
  bai-bao: {{kind: press, title: Bài báo}}
observations:
  - indicator: dossier_publication
    group: provinces
    as_of: 2016-06-30
    value: 61/63
    outstanding: {{count: 2, names: [Bạc Liêu, Lai Châu]}}
    source: bao-cao
    at: dòng 3–4
    anchors: {{value: [34, 39], outstanding: {{count: [129, 130], names: [[171, 179], [183, 191]]}}, as_of: [13, 29]}}
  - {{indicator: action_plan, group: provinces, as_of: 2016-06-30, value: 63/63, source: bao-cao, at: dòng 1}}
  - {{indicator: action_plan, group: central, as_of: 2016-06-30, value: 30/30, source: bai-bao, at: dòng 1}}
"""
PAGE = """\
Truy nguồn số liệu 1, quý II/2016
Dữ liệu: data

Số liệu
- Công khai tiến độ giải quyết hồ sơ trên Cổng Thông tin điện tử Chính phủ: Tỉnh, thành phố; 30/6/2016: 61/63; 2 chưa \
hoàn thành
- Sổ: data/reports/2016Q2.yaml:6

Nguyên văn trong nguồn
- 1 │ Báo cáo
- 3 │ Đến ‹hết tháng 6/2016›, có ‹61/63› tỉnh, thành phố công khai tiến độ xử lý hồ sơ trên Cổng Thông tin điện tử \
Chính phủ.
- 4 │ Còn ‹2› địa phương chưa công khai tiến độ, gồm: ‹Bạc Liêu› và ‹Lai Châu›.
Trường           In trong nguồn    Dòng    Ký tự
---------------  ----------------  ----  -------
số liệu          61/63                3    34–39
chưa hoàn thành  2                    4  129–130
chưa hoàn thành  2 tên                4  171–191
thời điểm        hết tháng 6/2016     3    13–29

Nguồn
- bao-cao: Báo cáo, không rõ ngày; dòng 3–4
- Bản lưu: data/sources/bao-cao (toàn văn)
- SHA-256 của văn bản: HASH
- SHA-256 của tệp gốc: HASH
- Trích xuất: text/1
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A ledger with a figure that is anchored in an archived text, one that is not, and one of another source."""
    (tmp_path / "báo cáo.txt").write_text(TEXT, encoding="utf-8")
    write_ledger(tmp_path / "data", {"2016Q2": REPORT.format(hash="0" * 64)})
    archived = run_egov("read", "báo cáo.txt", "--source", "bao-cao", "--archive", "-o", "draft.yaml", cwd=tmp_path)
    assert (archived.code, archived.err) == (0, "egov: archived data/sources/bao-cao\n")
    found = re.search(r"text_sha256: (\w{64})", (tmp_path / "draft.yaml").read_text(encoding="utf-8"))
    assert found
    write_ledger(tmp_path / "data", {"2016Q2": REPORT.format(hash=found[1])})
    return tmp_path


def test_a_figure_leads_to_the_words_of_its_source(folder: Path) -> None:
    ran = run_egov("trace", "2016Q2", "1", cwd=folder)
    assert (ran.code, re.sub(r"[0-9a-f]{64}", "HASH", ran.out), ran.err) == (0, PAGE, "")
    assert run_egov("check", "--select", "SRC", "--ignore", "SRC005", cwd=folder).out == ""


@pytest.mark.parametrize(
    ("number", "sentence"),
    [("2", "The figure has no anchor in the archived text of its source."), ("3", "The source is not archived.")],
)
def test_what_was_not_held_against_a_text_says_so(folder: Path, number: str, sentence: str) -> None:
    assert sentence in run_egov("trace", "2016Q2", number, "--lang", "en", cwd=folder).out


def test_without_a_number_all_figures_are_listed(folder: Path) -> None:
    rows = run_egov("trace", "2016Q2", "--lang", "en", cwd=folder).out.splitlines()[-3:]
    assert [(row.split()[:2], re.split(r" {2,}", row)[-2:]) for row in rows] == [
        (["1", "61/63;"], ["whole text", "6"]),
        (["2", "63/63"], ["no anchor", "14"]),
        (["3", "30/30"], ["not archived", "15"]),
    ]


def test_json_has_every_passage(folder: Path) -> None:
    first, *_ = json.loads(run_egov("trace", "2016Q2", "-f", "json", cwd=folder).out)["figures"]
    assert [TEXT[one["start"] : one["end"]] for one in first["passages"]] == [
        one["printed"] for one in first["passages"]
    ]
    assert [(one["field"], one["line"]) for one in first["passages"]] == [
        ("value", 3), ("outstanding", 4), ("outstanding", 4), ("outstanding", 4), ("as_of", 3),
    ]  # fmt: skip


def test_a_changed_text_proves_nothing_any_more(folder: Path) -> None:
    path = folder / "data" / "sources" / "bao-cao" / "text.txt"
    path.write_text(TEXT.replace("61/63", "62/63"), encoding="utf-8")
    shown = run_egov("trace", "2016Q2", "1", "--lang", "en", cwd=folder)
    assert "It cannot be held against its source: data/sources/bao-cao/text.txt is not as it was archived" in shown.out
    assert "61/63 tỉnh" not in shown.out
    checked = run_egov("check", "--select", "SRC006,SRC007", cwd=folder)
    assert checked.out.startswith("data/reports/2016Q2.yaml:3:3: SRC007 error data/sources/bao-cao/text.txt is not as")


@pytest.mark.parametrize("number", ["0", "4", "-1"])
def test_a_number_that_no_figure_has_is_refused(folder: Path, number: str) -> None:
    ran = run_egov("trace", "2016Q2", "--", number, cwd=folder)
    assert (ran.code, ran.err) == (2, f"egov: expected one of the 3 figures of 2016Q2, got number {number}\n")


def test_a_ledger_without_an_archive_is_traced_to_the_places_of_its_sources() -> None:
    out = run_egov("trace", "2016Q2", cwd=LETTERS).out
    assert " chưa lưu " in out
    assert "dòng 4–5" in out
