"""The documents as LibreOffice and Chromium print them: pages, page numbers and text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.building import LETTERS
from tests.printing import pages_of, print_page, print_word
from tests.running import run_egov

if TYPE_CHECKING:
    from pathlib import Path

TWO_LONG_APPENDICES = """\
role: draft
number: 9/VPCP-KSTT
date: 2020-04-10
place: Hà Nội
issuer: Văn phòng Chính phủ
subject: 63 tỉnh, thành phố & <hai> phụ lục | "dài"
recipients: [Bộ Tư pháp]
body: [Gửi danh sách.]
signer: {lines: [Chánh Văn phòng]}
copies: [Như trên, 'Lưu: VT']
appendices:
  - {title: một, lists: [{quarter: 2016Q2, indicator: document_interconnection, group: provinces, state: done,
     as_of: 2016-06-30, columns: 1}]}
  - {title: hai, lists: [{quarter: 2016Q2, indicator: document_interconnection, group: provinces, state: done,
     as_of: 2016-06-30, columns: 1}]}
"""


def printed(tmp_path: Path, ending: str, *arguments: str) -> list[str]:
    out = tmp_path / f"document.{ending}"
    assert run_egov(*arguments, "-o", out, cwd=LETTERS).code == 0
    if ending == "docx":
        return pages_of(print_word(out))
    pdf, console = print_page(out)
    assert console == ""
    return pages_of(pdf)


def words(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("ending", ["docx", "html"])
def test_letter_1375_has_four_pages_and_every_body_in_order(ending: str, tmp_path: Path) -> None:
    pages = printed(tmp_path, ending, "letter", "1375-vpcp-kgvx")
    assert len(pages) == 4
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in pages[0]
    assert re.search(r"Số: 1375/VPCP-KGVX +Hà Nội, ngày 04 tháng 3 năm 2016", pages[0])
    assert [words(page).split(" C")[0] for page in pages[1:]] == ["PHỤ LỤC 1", "PHỤ LỤC 2", "PHỤ LỤC 3"]
    first, second, third = pages[1:]
    assert re.search(r"^ *13 +Ban Quản lý Lăng Chủ tịch Hồ Chí Minh$", first, re.MULTILINE)
    assert re.search(r"^ *10 +Thành phố Hà Nội +21 +Trà Vinh$", first, re.MULTILINE)
    assert re.search(r"^ *6 +Ban Quản lý Lăng Chủ tịch Hồ Chí Minh$", second, re.MULTILINE)
    assert re.search(r"^ *9 +Bộ Ngoại giao +18 +Thanh tra Chính phủ$", third, re.MULTILINE)
    assert re.search(r"^ *12 +Thành phố Hải Phòng +25 +Ninh Thuận +38 +Tuyên Quang$", third, re.MULTILINE)


@pytest.mark.parametrize("ending", ["docx", "html"])
def test_page_numbers_restart_in_each_appendix_and_header_rows_are_repeated(ending: str, tmp_path: Path) -> None:
    letter = tmp_path / "long.yaml"
    letter.write_text(TWO_LONG_APPENDICES, encoding="utf-8")
    pages = printed(tmp_path, ending, "letter", str(letter))
    numbers = [match[0] if (match := re.match(r"\d+(?=\n)", page.strip())) else "" for page in pages]
    assert numbers == ["", "", "2", "", "2"]
    assert 'V/v 63 tỉnh, thành phố & <hai> phụ lục | "dài"' in words(pages[0])
    assert all("STT" in page for page in pages[1:])
    rows = [re.findall(r"^ *(\d+) +\S.*$", page, re.MULTILINE) for page in pages]
    assert rows[1] + rows[2] == rows[3] + rows[4] == [str(number) for number in range(1, 64)]


@pytest.mark.parametrize("ending", ["docx", "html"])
def test_a_report_prints_whole(ending: str, tmp_path: Path) -> None:
    pages = printed(tmp_path, ending, "report", "2016Q2", "--annex")
    assert 5 <= len(pages) <= 18
    assert "Báo cáo tình hình thực hiện Nghị quyết số 36a/NQ-CP quý II năm 2016" in words(pages[0])
    assert [page.split()[0] for page in pages[1:]] == [str(number) for number in range(2, len(pages) + 1)]
    text = words(" ".join(pages))
    for part in (
        "19/30",
        "63,33%",
        "Nguồn còn ghi nhận 2 cơ quan",
        "Phụ lục: Nhiệm vụ có thời hạn",
        "VI. Khoảng trống",
    ):
        assert part in text


def test_what_the_console_says_is_seen(tmp_path: Path) -> None:
    page = tmp_path / "bad.html"
    page.write_text("<!DOCTYPE html><script>console.error('wrong')</script>", encoding="utf-8")
    assert "wrong" in print_page(page)[1]
