from __future__ import annotations

import json
import re
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from egov_tracker.store.archive import read_archived
from tests.building import write_ledger
from tests.documents import make_docx, make_pdf, make_scan
from tests.printing import print_page, run
from tests.running import need, run_egov, spawn_egov

if TYPE_CHECKING:
    from pathlib import Path

    from tests.browser import Browser

CATALOGUE = """\
indicators:
  other: {kind: flow, unit: dossiers, name_vi: A, name_en: A, definition_vi: A, definition_en: A}
"""
TEXT = """Còn 2 tỉnh chưa công khai hồ sơ

Tính đến hết ngày 25/8/2016, đã có 61/63 tỉnh, thành phố công khai tiến độ xử lý hồ sơ trên Cổng Thông tin điện tử \
Chính phủ. 2 địa phương chưa công khai gồm: Bạc Liêu và Lai Châu.
Các tỉnh này phải hoàn thành trước ngày 1/10/2016; kinh phí 5 tỷ đồng.
"""

DRAFT = """\
# bai-bao: claims 3, without doubt 1; plans and orders 1.
# 11 runs of digits, 11 classed; beside the claims: date 2, money 1.
period: 2016Q3

draft:
  read:
    bai-bao: text/1

sources:
  bai-bao:
    kind: press
    title: Còn 2 tỉnh chưa công khai hồ sơ
    number: null
    date: null
    text_sha256: HASH

observations:

  # Còn 2 tỉnh chưa công khai hồ sơ
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "bài báo.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


def test_a_text_becomes_a_draft_with_quotes_doubts_anchors_and_all_other_numbers(folder: Path) -> None:
    ran = run_egov("read", "bài báo.txt", cwd=folder)
    assert (ran.code, ran.err) == (0, "")
    observation = ran.out[ran.out.index("  # Tính đến hết ngày 25/8/2016") : ran.out.index("    at: dòng 3")]
    assert observation.splitlines()[-6:] == [
        "  - indicator: dossier_publication",
        "    group: provinces",
        "    as_of: 2016-08-25",
        "    value: 61/63",
        "    outstanding: {count: 2, names: [Bạc Liêu, Lai Châu]}",
        "    source: bai-bao",
    ]
    assert ran.out.endswith(
        "# bai-bao: plans, targets and orders, for the obligations\n"
        "# - ngày 1/10/2016, due 2016-10-01, dòng 4, 249–263: Các tỉnh này phải hoàn thành trước ngày 1/10/2016; "
        "kinh phí 5 tỷ đồng.\n\n"
        "# bai-bao: date\n# - 25/8/2016, dòng 3, 51–60\n# - 1/10/2016, dòng 4, 254–263\n\n"
        "# bai-bao: money\n# - 5 tỷ đồng, dòng 4, 274–283\n\n"
        "# bai-bao: repeat\n# - 2, dòng 1, 4–5 (said again in the text)\n"
    )


def test_the_same_document_gives_the_same_bytes(folder: Path) -> None:
    first, second = (
        spawn_egov("read", "bài báo.txt", cwd=folder, env={"PYTHONHASHSEED": seed}).out for seed in ("1", "2")
    )
    assert first == second


def test_json_says_what_was_read_and_that_no_digit_is_lost(folder: Path) -> None:
    record = json.loads(run_egov("read", "bài báo.txt", "-f", "json", "--source", "vpcp", cwd=folder).out)
    assert record["source"]["id"] == "vpcp"
    assert record["digits"]["runs"] == record["digits"]["classified"] == len(re.findall(r"\d+", TEXT))
    text = TEXT
    for claim in record["claims"]:
        if claim["printed"]:
            assert text[slice(*claim["anchors"]["value"])] == claim["printed"]


def test_every_link_of_the_page_leads_somewhere_on_it(folder: Path) -> None:
    page = run_egov("read", "bài báo.txt", "-f", "html", cwd=folder).out
    targets, names = set(re.findall(r'href="#([^"]+)"', page)), set(re.findall(r'id="([^"]+)"', page))
    assert targets == names
    assert "<script" not in page
    assert not re.search(r"https?://", page)


def test_several_documents_make_one_draft(folder: Path) -> None:
    (folder / "b.docx").write_bytes(make_docx(TEXT))
    ran = run_egov("read", "bài báo.txt", "b.docx", "-o", "draft.yaml", cwd=folder)
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    draft = (folder / "draft.yaml").read_text(encoding="utf-8")
    assert draft.count("value: 61/63") == 2
    assert "b: docx/1" in draft


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("none.txt",), "egov: cannot read none.txt: No such file or directory"),
        (("bài báo.txt", "--into", "2016"), 'egov: --into: expected a quarter such as 2016Q2, got "2016"'),
        (("bài báo.txt", "--dated", "2016-06"), 'egov: --dated: expected a day such as 2016-06-30, got "2016-06"'),
        (("bài báo.txt", "--ocr"), "egov: bài báo.txt: --ocr is for PDF"),
        (("bài báo.txt", "bài báo.txt", "--source", "x"), "egov: --source names one document; there are several"),
        (("empty.txt",), "egov: no figure of the text has a date: say the quarter with --into"),
        (("latin.txt",), "egov: latin.txt: not UTF-8: byte 0xea at 2"),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_is_written(
    folder: Path, arguments: tuple[str, ...], complaint: str
) -> None:
    (folder / "empty.txt").write_text("không có số liệu", encoding="utf-8")
    (folder / "latin.txt").write_bytes(b"Ti\xea\xecng")
    ran = run_egov("read", *arguments, "-o", "out.yaml", cwd=folder)
    assert (ran.code, ran.out, ran.err.splitlines()[0]) == (2, "", complaint)
    assert not (folder / "out.yaml").exists()


def test_the_head_of_a_draft_counts(folder: Path) -> None:
    ran = run_egov("read", "bài báo.txt", "--all", cwd=folder)
    assert re.sub(r"[0-9a-f]{64}", "HASH", ran.out).startswith(DRAFT)


def test_a_draft_in_the_reports_is_refused_by_the_checker_and_by_every_other_command(folder: Path) -> None:
    (folder / "data" / "reports").mkdir(parents=True)
    assert run_egov("read", "bài báo.txt", "-o", "data/reports/2016Q3.yaml", cwd=folder).code == 0
    checked = run_egov("check", "--select", "DRF", cwd=folder)
    sentence = "DRF001 error this is a draft that nobody has reviewed; egov review asks for every figure"
    assert (checked.code, checked.out.splitlines()[0]) == (1, f"data/reports/2016Q3.yaml:5:1: {sentence}")
    shown = run_egov("status", cwd=folder)
    assert (shown.code, shown.out) == (2, "")
    assert sentence in shown.err


def test_a_reviewed_draft_is_a_snapshot_like_any_other(folder: Path) -> None:
    (folder / "data" / "reports").mkdir(parents=True)
    draft = run_egov("read", "bài báo.txt", cwd=folder).out
    reviewed = re.sub(r"draft:\n.*?\n\n", "", draft, flags=re.DOTALL)
    (folder / "data" / "reports" / "2016Q3.yaml").write_text(reviewed, encoding="utf-8")
    assert run_egov("check", "--select", "SHP,DRF,REG", cwd=folder).code == 0
    assert "61/63" in run_egov("status", cwd=folder).out


def test_figures_of_indicators_that_the_ledger_does_not_have_are_no_claims(tmp_path: Path) -> None:
    (tmp_path / "bai-bao.txt").write_text(TEXT + "1\tBạc Liêu\tDịch vụ công trực tuyến\t12\n", encoding="utf-8")
    data = write_ledger(tmp_path / "data", {"2016Q2": "period: 2016Q2\n"}, {"indicators": CATALOGUE})
    ran = run_egov("read", "bai-bao.txt", "--into", "2016Q3", "--data", data, cwd=tmp_path)
    assert (ran.code, ran.out.startswith("# bai-bao: claims 0,")) == (0, True), ran.err


def test_a_document_beyond_the_limit_is_refused_unread(tmp_path: Path) -> None:
    with (tmp_path / "large.pdf").open("wb") as file:
        file.truncate(3_000_000_000)
    ran = run_egov("read", "large.pdf", cwd=tmp_path)
    assert (ran.code, ran.err) == (2, "egov: cannot read large.pdf: it has more than 33,554,432 bytes\n")


def test_a_document_is_archived_with_what_its_figures_were_read_from(folder: Path) -> None:
    write_ledger(folder / "data", {"2016Q2": "period: 2016Q2\n"})
    ran = run_egov("read", "bài báo.txt", "--archive", "--quote-only", "-o", "draft.yaml", cwd=folder)
    assert (ran.code, ran.err) == (0, "egov: archived data/sources/bai-bao\n")
    (kept,) = (folder / "data" / "sources" / "bai-bao").iterdir()
    text = kept.read_text(encoding="utf-8")
    assert "61/63 tỉnh, thành phố công khai" in text
    assert "kinh phí" not in text
    whole = run_egov("read", "bài báo.txt", "--archive", "-o", "draft.yaml", cwd=folder)
    assert (whole.code, (kept.parent / "text.txt").read_text(encoding="utf-8")) == (0, TEXT)


def test_another_document_of_the_same_id_is_not_archived_over_the_first(folder: Path) -> None:
    write_ledger(folder / "data", {"2016Q2": "period: 2016Q2\n"})
    assert run_egov("read", "bài báo.txt", "--archive", "-o", "draft.yaml", cwd=folder).code == 0
    (folder / "bài báo.txt").write_text(TEXT.replace("61/63", "62/63"), encoding="utf-8")
    ran = run_egov("read", "bài báo.txt", "--archive", "-o", "other.yaml", cwd=folder)
    other = f"another text, of SHA-256 {sha256(TEXT.encode()).hexdigest()[:12]}…"
    said = f"egov: data/sources/bai-bao holds {other}; --source gives this one a name of its own\n"
    assert (ran.code, ran.out, ran.err) == (2, "", said)
    assert not (folder / "other.yaml").exists()


@pytest.mark.parametrize(
    ("options", "complaint"),
    [
        (("--quote-only",), "egov: expected --archive beside --quote-only, got --quote-only alone\n"),
        (("--archive",), "egov: --archive: the ledger of the package is not written to; --data names another\n"),
    ],
)
def test_an_archive_needs_a_ledger_of_ones_own(folder: Path, options: tuple[str, ...], complaint: str) -> None:
    ran = run_egov("read", "bài báo.txt", *options, cwd=folder)
    assert (ran.code, ran.out, ran.err) == (2, "", complaint)


def test_a_scanned_page_is_recognised_and_every_claim_of_it_is_doubted(browser: Browser, folder: Path) -> None:
    page = folder / "page.html"
    page.write_text(f'<meta charset="utf-8"><p style="font: 16pt serif">{TEXT}</p>', encoding="utf-8")
    need_language("vie")
    printed, _ = print_page(browser, page)
    run(need("pdftoppm"), "-gray", "-r", "200", str(printed), str(folder / "picture"))
    (folder / "scan.pdf").write_bytes(make_scan([one.read_bytes() for one in sorted(folder.glob("picture*.pgm"))]))
    refused = run_egov("read", "scan.pdf", cwd=folder)
    sentence = "scan.pdf: page 1 is a picture without text; --ocr recognises it with tesseract"
    assert (refused.code, refused.err) == (2, f"egov: {sentence}\n")
    record = json.loads(run_egov("read", "scan.pdf", "--ocr", "-f", "json", cwd=folder).out)
    assert "61/63" in [claim["printed"] for claim in record["claims"]]
    assert all("OCR" in [doubt["code"] for doubt in claim["doubts"]] for claim in record["claims"])


def need_language(name: str) -> None:
    """Skip where tesseract is not installed with a language, or fail where programs are asked for."""
    if name not in run(need("tesseract"), "--list-langs").stdout.split():
        need(f"the language {name} of tesseract")


def test_of_a_pdf_the_archive_knows_the_pages(folder: Path) -> None:
    write_ledger(folder / "data", {"2016Q2": "period: 2016Q2\n"})
    (folder / "scan.pdf").write_bytes(make_pdf(f"{TEXT}\n" * 9, lines_per_page=20))
    ran = run_egov("read", "scan.pdf", "--archive", "-o", "draft.yaml", cwd=folder)
    assert (ran.code, ran.err) == (0, "egov: archived data/sources/scan\n")
    archived = read_archived(folder / "data" / "sources", "scan")
    assert archived.text
    assert (archived.folder / "original.pdf").read_bytes() == (folder / "scan.pdf").read_bytes()
    assert len(archived.file.pages) > 1
    assert all(archived.text[start - 1] == "\n" for start in archived.file.pages[1:])
    draft = (folder / "draft.yaml").read_text(encoding="utf-8")
    (folder / "data" / "reports" / "2016Q3.yaml").write_text(
        re.sub(r"draft:\n.*?\n\n", "", draft, flags=re.DOTALL), encoding="utf-8"
    )
    figures = json.loads(run_egov("trace", "2016Q3", "-f", "json", cwd=folder).out)["figures"]
    pages = {passage["page"] for figure in figures for passage in figure["passages"]}
    assert {1, 2, 3} <= pages <= {*range(1, len(archived.file.pages) + 1)}
