from __future__ import annotations

from typing import TYPE_CHECKING

from tests.reading import read, replay, told

if TYPE_CHECKING:
    from collections.abc import Callable

HEAD = "Đến hết ngày 01/3/2016, còn một số bộ, ngành, địa phương chưa ban hành kế hoạch hành động (phụ lục 1).\n\n"
TITLE = "PHỤ LỤC 1\nCác bộ, ngành, địa phương chưa ban hành kế hoạch hành động thực hiện Nghị quyết 36a\n"


def test_an_annex_is_read_down_its_columns_by_the_printed_numbers() -> None:
    rows = "Các tỉnh, thành phố\n1\tBắc Giang\t3\tCà Mau\n2\tThành phố Đà Nẵng\t4\tBà Rịa - Vũng Tàu\n"
    assert [told(claim) for claim in read(HEAD + TITLE + rows).claims] == [
        "action_plan provinces outstanding - 2016-03-01: Bắc Giang; Thành phố Đà Nẵng; Cà Mau; Bà Rịa - Vũng Tàu"
    ]


def test_an_annex_of_numbered_lines_has_a_list_for_each_heading() -> None:
    rows = "I. Các bộ, ngành Trung ương\n1. Bộ Y tế\n2. Bộ Nội vụ\n\nII. Các địa phương\n1. Hà Nam\n"
    assert [told(claim) for claim in read(HEAD + TITLE + rows).claims] == [
        "action_plan central outstanding - 2016-03-01: Bộ Y tế; Bộ Nội vụ",
        "action_plan provinces outstanding - 2016-03-01: Hà Nam",
    ]


def test_gaps_and_doublings_of_an_annex_are_said() -> None:
    rows = "Các bộ, ngành\n1\tBộ Y tế\n2\tBộ Nội vụ\n4\tBộ Y tế\n"
    (claim,) = read(HEAD + TITLE + rows).claims
    messages = " ".join(each.message for each in claim.doubts)
    assert "printed more than once: Bộ Y tế" in messages


def test_two_tables_side_by_side_are_two_lists() -> None:
    rows = "STT\tBộ, ngành\tSTT\tĐịa phương\n1\tBộ Y tế\t1\tHà Nam\n\t\t2\tHòa Bình\n"
    assert [told(claim) for claim in read(HEAD + TITLE + rows).claims] == [
        "action_plan central outstanding - 2016-03-01: Bộ Y tế",
        "action_plan provinces outstanding - 2016-03-01: Hà Nam; Hòa Bình",
    ]


def test_a_table_of_tasks_has_a_claim_for_each_cell() -> None:
    table = (
        "Đến ngày 12/6/2017, kết quả như sau:\n\nSTT\tCơ quan\tSố nhiệm vụ được giao\tSố nhiệm vụ đã hoàn thành\n"
        "1\tVăn phòng Chính phủ\t6\t3\n2\tBộ Y tế\t5\t0\n"
    )
    assert [told(claim) for claim in read(table).claims] == [
        "resolution_tasks[measure=assigned] Văn phòng Chính phủ value 6 2017-06-12",
        "resolution_tasks[measure=done] Văn phòng Chính phủ value 3 2017-06-12",
        "resolution_tasks[measure=assigned] Bộ Y tế value 5 2017-06-12",
        "resolution_tasks[measure=done] Bộ Y tế value 0 2017-06-12",
    ]


def test_rows_and_columns_of_a_table_say_indicator_and_group() -> None:
    table = (
        "(Số liệu tính đến ngày 15/12/2018)\n\n| TT | Chỉ tiêu | Bộ, ngành | Tỉnh, thành phố |\n|---|---|---|---|\n"
        "| 1 | Ban hành Kiến trúc Chính phủ điện tử | 20/31 | 58/63 |\n"
        "| 2 | Số dịch vụ công trực tuyến mức độ 3 | 1.204 | 41.870 |\n"
    )
    claims = read(table).claims
    assert [told(claim) for claim in claims] == [
        "architecture central value 20/31 2018-12-15",
        "architecture provinces value 58/63 2018-12-15",
        "online_services[level=3] central value 1.204 2018-12-15",
        "online_services[level=3] provinces value 41.870 2018-12-15",
    ]
    assert not any(claim.is_clean for claim in claims)


def test_rows_columns_and_numbered_names_are_read(golden: Callable[[str, str], None]) -> None:
    golden("reading/tables.txt", replay("tables"))
