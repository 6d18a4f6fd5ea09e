"""The documents as LibreOffice and Chromium print them: pages, page numbers and text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import docx
import pytest
from docx.shared import Mm

from egov_tracker.model.terms import Regime
from tests.articles import INDENT, LETTER_FORMS, NUMBERS, RULES, SHEET, Side
from tests.building import LETTERS
from tests.printing import pages_of, print_page, print_word, sheets_of
from tests.running import run_egov

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.browser import Browser
    from tests.printing import Line, Sheet

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


LETTER = ("letter", "1375-vpcp-kgvx")
REPORT = ("report", "2016Q2", "--annex")


@pytest.fixture(scope="module")
def long_letter(tmp_path_factory: pytest.TempPathFactory) -> Path:
    letter = tmp_path_factory.mktemp("letter") / "long.yaml"
    letter.write_text(TWO_LONG_APPENDICES, encoding="utf-8")
    return letter


@pytest.fixture(scope="module")
def word_prints(long_letter: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, ...], Path]:
    """What LibreOffice prints of each Word document, all of them in one run."""
    long = ("letter", str(long_letter))
    asked = [LETTER, ("letter", "ra-soat-2020"), long, (*long, "--regime", "tt01"), REPORT]
    folder = tmp_path_factory.mktemp("word")
    written = [folder / f"{number}.docx" for number in range(len(asked))]
    for arguments, out in zip(asked, written, strict=True):
        assert run_egov(*arguments, "-o", out, cwd=LETTERS).code == 0
    print_word(*written)
    return {arguments: out.with_suffix(".pdf") for arguments, out in zip(asked, written, strict=True)}


@pytest.fixture(params=["docx", "html"])
def printed(
    request: pytest.FixtureRequest, word_prints: dict[tuple[str, ...], Path], browser: Browser, tmp_path: Path
) -> Callable[..., list[str]]:
    """A function of the arguments of a command: it gives the text of each page, printed from Word or from HTML."""

    def printed(*arguments: str) -> list[str]:
        if request.param == "docx":
            return pages_of(word_prints[arguments])
        out = tmp_path / "document.html"
        assert run_egov(*arguments, "-o", out, cwd=LETTERS).code == 0
        pdf, said = print_page(browser, out)
        assert said == []
        return pages_of(pdf)

    return printed


def words(text: str) -> str:
    return " ".join(text.split())


def test_letter_1375_has_four_pages_and_every_body_in_order(printed: Callable[..., list[str]]) -> None:
    pages = printed(*LETTER)
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


def test_page_numbers_restart_in_each_appendix_and_header_rows_are_repeated(
    printed: Callable[..., list[str]], long_letter: Path
) -> None:
    pages = printed("letter", str(long_letter))
    numbers = [match[0] if (match := re.match(r"\d+(?=\n)", page.strip())) else "" for page in pages]
    assert numbers == ["", "", "2", "", "2"]
    assert 'V/v 63 tỉnh, thành phố & <hai> phụ lục | "dài"' in words(pages[0])
    assert all("STT" in page for page in pages[1:])
    rows = [re.findall(r"^ *(\d+) +\S.*$", page, re.MULTILINE) for page in pages]
    assert rows[1] + rows[2] == rows[3] + rows[4] == [str(number) for number in range(1, 64)]


def test_a_report_prints_whole(printed: Callable[..., list[str]]) -> None:
    pages = printed(*REPORT)
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


def is_beyond(line: Line, sheet: Sheet) -> bool:
    """Whether a line stands in the upper or the lower margin."""
    return line.top < SHEET["top: article 5; I.3"][0] - 1 or line.bottom > sheet.height - 19


@pytest.mark.parametrize("letter", LETTER_FORMS)
def test_each_part_of_a_printed_letter_is_as_its_article_says(
    letter: str, word_prints: dict[tuple[str, ...], Path]
) -> None:
    sheets = sheets_of(word_prints["letter", letter])
    assert len(sheets[0].fonts) == 1
    (low, _), (narrow, _) = SHEET["left: article 5; I.3"], SHEET["right: article 5; I.3"]
    for name, part in LETTER_FORMS[letter].items():
        found = [(sheet, line) for sheet in sheets for line in sheet.lines if line.text.startswith(part.starts)]
        assert found, name
        for sheet, line in found:
            middle = (low + sheet.width - narrow) / 2
            assert part.sizes[0] <= line.size <= part.sizes[1], name
            assert line.look == part.look, name
            assert part.half is None or part.half == ("left" if line.middle < middle else "right"), name
            if part.side is Side.CENTRE and part.half is None:
                assert line.middle == pytest.approx(sheet.width / 2 + 5, abs=1), (
                    name
                )  # 30 mm on the left, 20 on the right
            if part.side is Side.BOTH:
                assert INDENT[0] - 1 <= line.left - low <= INDENT[1] + 1, name
                assert line.right == pytest.approx(sheet.width - 20, abs=1), name


@pytest.mark.parametrize("letter", LETTER_FORMS)
def test_the_lines_below_issuing_body_and_motto_are_as_long_as_their_articles_say(
    letter: str, word_prints: dict[tuple[str, ...], Path]
) -> None:
    pdf = word_prints["letter", letter]
    printed = {line.text: line.right - line.left for line in sheets_of(pdf)[0].lines}
    cells = docx.Document(str(pdf.with_suffix(".docx"))).tables[0].rows[0].cells
    for (text, (least, most)), cell in zip(RULES.items(), cells, strict=True):
        *_, said, rule = cell.paragraphs
        layout = rule.paragraph_format
        assert said.text == text
        assert "w:pBdr" in rule._p.xml
        assert least <= (cell.width - layout.left_indent - layout.right_indent) / Mm(1) / printed[text] <= most, text


@pytest.mark.parametrize("arguments", [LETTER, REPORT], ids=["letter", "report"])
def test_what_is_printed_keeps_to_the_paper_and_its_margins(
    arguments: tuple[str, ...], word_prints: dict[tuple[str, ...], Path]
) -> None:
    sheets = sheets_of(word_prints[arguments])
    inside = [(sheet, line) for sheet in sheets for line in sheet.lines if not is_beyond(line, sheet)]
    found = {
        "width": sheets[0].width,
        "height": sheets[0].height,
        "top": min(line.top for _, line in inside),
        "left": min(line.left for _, line in inside),
        "right": min(sheet.width - line.right for sheet, line in inside),
    }
    for name, (least, most) in SHEET.items():
        side = found.get(name.partition(":")[0], least)  # how far down a page goes, its text decides
        assert least - 0.5 <= side <= most + 0.5, name


@pytest.mark.parametrize("regime", Regime)
def test_page_numbers_are_printed_where_the_regime_wants_them(
    regime: Regime, word_prints: dict[tuple[str, ...], Path], long_letter: Path
) -> None:
    other = () if regime is Regime.ND30 else ("--regime", "tt01")
    sheets, wanted = sheets_of(word_prints["letter", str(long_letter), *other]), NUMBERS[regime]
    numbers: list[str] = []
    for sheet in sheets:
        beyond = [line for line in sheet.lines if is_beyond(line, sheet)]
        numbers += ["".join(line.text for line in beyond)]
        for line in beyond:
            assert (line.look, line.bottom < 20) == ("upright", wanted.band == "header")
            assert wanted.sizes[0] <= line.size <= wanted.sizes[1]
            place = (line.middle, 110) if wanted.side is Side.CENTRE else (line.right, 190)
            assert place[0] == pytest.approx(place[1], abs=1)
    assert numbers == ["", "", "2", "", "2"]


def test_what_the_console_says_is_seen(browser: Browser, tmp_path: Path) -> None:
    page = tmp_path / "bad.html"
    text = "<!DOCTYPE html><script>console.error('wrong')</script><img src=none.png><script>missing()</script>"
    page.write_text(text, encoding="utf-8")
    assert sorted(print_page(browser, page)[1]) == [
        "Failed to load resource: net::ERR_FILE_NOT_FOUND",
        "ReferenceError: missing is not defined",
        "wrong",
    ]
