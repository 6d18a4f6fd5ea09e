"""The letters and documents of the real ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from egov_tracker.views.appendix import QuarterLists, Query, view_list
from egov_tracker.views.page import Lang
from tests.building import ROOT
from tests.running import run_egov

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from egov_tracker.store.ledger import Ledger

DOCUMENTS = {
    "report-2016Q2.md": ("report", "2016Q2", "-f", "md"),
    "report-2018Q2.en.md": ("report", "2018Q2", "-f", "md", "--lang", "en"),
    "letter-1375.md": ("letter", "1375-vpcp-kgvx", "-f", "md"),
    "letter-2020.md": ("letter", "ra-soat-2020", "-f", "md"),
}

# The appendices of letter 1375/VPCP-KGVX as they are printed: headings, and the cells of each row. Where appendix 3
# prints numbers 9 and 10, Bộ Ngoại giao and Bộ Tài Chính, in both columns, they stand here once.
PRINTED = """\
PHỤ LỤC 1
Các bộ, ngành, địa phương chưa ban hành kế hoạch hành động thực hiện Nghị quyết 36a
(Ban hành kèm theo văn bản số 1375/VPCP-KGVX ngày 04/3/2016 của Văn phòng Chính phủ)
Các bộ, ngành Trung ương
1	Bộ Ngoại giao
2	Bộ Tư pháp
3	Bộ Giáo dục và Đào tạo
4	Bộ Kế hoạch và Đầu tư
5	Bộ Nội vụ
6	Bộ Khoa học và Công nghệ
7	Viện Hàn lâm Khoa học xã hội Việt Nam
8	Viện Hàn lâm Khoa học công nghệ Việt Nam
9	Thông tấn xã Việt Nam
10	Đài Tiếng nói Việt Nam
11	Đài Truyền hình Việt Nam
12	Học viện Chính trị Quốc gia Hồ Chí Minh
13	Ban Quản lý Lăng Chủ tịch Hồ Chí Minh
Các tỉnh, thành phố trực thuộc Trung ương
1	Bắc Giang	12	Hải Dương
2	Bắc Ninh	13	Khánh Hòa
3	Bình Định	14	Lai Châu
4	Bình Dương	15	Lạng Sơn
5	Cà Mau	16	Nam Định
6	Thành phố Đà Nẵng	17	Nghệ An
7	Đắk Lắk	18	Phú Yên
8	Đắk Nông	19	Thái Bình
9	Điện Biên	20	Thái Nguyên
10	Thành phố Hà Nội	21	Trà Vinh
11	Hà Tĩnh
PHỤ LỤC 2
Các bộ, ngành Trung ương chưa hoàn thành kết nối liên thông phần mềm quản lý văn bản tới VPCP
(Ban hành kèm theo văn bản số 1375/VPCP-KGVX ngày 04/3/2016 của Văn phòng Chính phủ)
1	Bộ Quốc phòng
2	Bộ Công an
3	Bộ Ngoại giao
4	Thanh tra Chính phủ
5	Đài Tiếng nói Việt Nam
6	Ban Quản lý Lăng Chủ tịch Hồ Chí Minh
PHỤ LỤC 3
Các bộ, cơ quan ngang bộ, địa phương chưa công khai tiến độ giải quyết hồ sơ trên Cổng Thông tin điện tử Chính phủ
(Ban hành kèm theo văn bản số 1375/VPCP-KGVX ngày 04/3/2016 của Văn phòng Chính phủ)
Các bộ, cơ quan ngang bộ
1	Bộ Quốc phòng	10	Bộ Tài Chính
2	Bộ Công an	11	Bộ Nông nghiệp và Phát triển nông thôn
3	Bộ Công Thương	12	Bộ Thông tin và Truyền thông
4	Bộ Giáo dục và Đào tạo	13	Bộ Nội vụ
5	Bộ Giao thông vận tải	14	Bộ Tài nguyên và Môi trường
6	Bộ Xây dựng	15	Bộ Tư pháp
7	Bộ Khoa học và Công nghệ	16	Bộ Văn hóa, Thể thao và Du lịch
8	Bộ Lao động - Thương binh và Xã hội	17	Ngân hàng Nhà nước Việt Nam
9	Bộ Ngoại giao	18	Thanh tra Chính phủ
Các tỉnh, thành phố trực thuộc Trung ương
1	An Giang	14	Hưng Yên	27	Quảng Bình
2	Bình Phước	15	Hải Dương	28	Hòa Bình
3	Bà Rịa - Vũng Tàu	16	Yên Bái	29	Quảng Ngãi
4	Bạc Liêu	17	Điện Biên	30	Lào Cai
5	Bắc Giang	18	Trà Vinh	31	Quảng Trị
6	Bắc Kạn	19	Đắk Nông	32	Gia Lai
7	Bắc Ninh	20	Vĩnh Long	33	Sơn La
8	Bình Dương	21	Lạng Sơn	34	Thanh Hóa
9	Bình Định	22	Nghệ An	35	Vĩnh Phúc
10	Thành phố Đà Nẵng	23	Kon Tum	36	Thái Nguyên
11	Thành phố Cần Thơ	24	Lai Châu	37	Cao Bằng
12	Thành phố Hải Phòng	25	Ninh Thuận	38	Tuyên Quang
13	Hà Nam	26	Phú Yên
"""


@pytest.mark.parametrize(
    ("quarter", "indicator", "group", "columns"),
    [
        ("2016Q1", "action_plan", "central", 1),
        ("2016Q1", "action_plan", "provinces", 2),
        ("2016Q1", "dossier_publication", "ministries", 2),
        ("2016Q1", "dossier_publication", "provinces", 3),
    ],
)
def test_the_columns_of_letter_1375_come_by_themselves(
    quarter: str, indicator: str, group: str, columns: int, ledger: Ledger
) -> None:
    snapshot = ledger.snapshot(ledger.resolve(quarter))
    assert (
        view_list(QuarterLists(snapshot, ledger.definitions.registry, Lang.VI), Query(indicator, group)).columns
        == columns
    )


def test_a_body_printed_twice_is_listed_once(ledger: Ledger) -> None:
    snapshot = ledger.snapshot(ledger.resolve("2016Q1"))
    found = view_list(
        QuarterLists(snapshot, ledger.definitions.registry, Lang.VI), Query("dossier_publication", "ministries")
    )
    assert len(found.entries) == 18


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_of_the_real_ledger_is_what_it_was(name: str, golden: Callable[[str, str], None]) -> None:
    golden(name, run_egov(*DOCUMENTS[name], cwd=ROOT).out)


def test_the_appendices_of_letter_1375_are_those_of_the_original_cell_by_cell() -> None:
    text = run_egov("letter", "1375-vpcp-kgvx", "-f", "md", cwd=ROOT).out
    assert appendices_of(text) == PRINTED.splitlines()


def appendices_of(text: str) -> list[str]:
    """The lines of the appendices of a letter in Markdown: headings without their marks, the cells of rows by tabs."""
    lines = [line for line in text[text.index("\n## ") :].splitlines() if line and not line.startswith(("|:", "| STT"))]
    return [part for line in lines for part in parts_of(line)]


def parts_of(line: str) -> list[str]:
    if line.startswith("|"):
        return ["\t".join(cell for cell in map(str.strip, line.split("|")) if cell)]
    return line.strip("#* ").split(". ", 1) if line.startswith("#") else [line.strip("*")]


def test_letter_1375_prints_the_head_and_the_copies_of_the_original_and_nobody_signs() -> None:
    text = run_egov("letter", "1375-vpcp-kgvx", "-f", "md", cwd=ROOT).out
    assert "# V/v gửi báo cáo đánh giá tình hình triển khai và kết quả thực hiện Nghị quyết của Chính phủ" in text
    assert "- Lưu: VT, KGVX(3b).HMT. 120" in text
    assert "KT. BỘ TRƯỞNG" not in text
    assert "Lê Mạnh Hà" not in text
    assert "./." not in text


@pytest.mark.parametrize("name", ["1375-vpcp-kgvx", "ra-soat-2020"])
def test_check_finds_nothing_in_the_letters(name: str) -> None:
    assert run_egov("letter", "--check", name, cwd=ROOT).out == ""


@pytest.mark.parametrize("quarter", ["quý II/2018", "quý II năm 2018"])
def test_check_knows_that_2018q2_names_the_ministry_of_defence(quarter: str, tmp_path: Path) -> None:
    draft = (ROOT / "data" / "letters" / "ra-soat-2020.yaml").read_text(encoding="utf-8")
    named = "đến ngày 30/6/2018, cơ quan được nêu tên là Bộ Quốc phòng, đang thử nghiệm"
    path = tmp_path / "late.yaml"
    assert named in draft
    path.write_text(draft.replace(named, f"báo cáo {quarter} không nêu tên cơ quan nào"), encoding="utf-8")
    said = run_egov("letter", "--check", path, cwd=ROOT).out.splitlines()
    assert [line.partition(": LTR")[2].partition(";")[0] for line in said] == [
        (
            "011 error 'không nêu tên' is contradicted: 2018Q2 names Bộ Quốc phòng in document_interconnection, as of "
            "2018-06-30 (q2-2018-report-press, dòng 13"
        )
    ]
