"""A walk over whole documents: headings, orders, years, repeats, and what is too much to be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from egov_tracker.reading.reader import MOST_COLUMNS, MOST_IN_TABLE, MOST_ROWS
from tests.reading import read, replay

if TYPE_CHECKING:
    from collections.abc import Callable

SENTENCE = "Đến 30/6/2016, 19/30 bộ, ngành đã liên thông với VPCP"
HEAD = "Đến 30/6/2016, đã có kết quả.\n\nNhóm\tLiên thông với VPCP"


def test_a_document_is_walked_through(golden: Callable[[str, str], None]) -> None:
    golden("reading/reader.txt", replay("reader"))


def doubts(text: str) -> list[str]:
    return [each.code for claim in read(text).claims for each in claim.doubts]


@pytest.mark.parametrize(("length", "long"), [(600, False), (601, True)])
def test_a_long_sentence_is_doubted(length: int, *, long: bool) -> None:
    assert ("LONG_SENTENCE" in doubts(f"{SENTENCE} {'a' * (length - len(SENTENCE) - 1)}")) is long


@pytest.mark.parametrize(("figures", "many"), [(8, False), (9, True)])
def test_a_sentence_of_many_figures_is_doubted(figures: int, *, many: bool) -> None:
    more = "".join(f", {number} việc" for number in range(1, figures))
    assert ("LONG_SENTENCE" in doubts(f"{SENTENCE}{more}.")) is many


@pytest.mark.parametrize(("numbers", "claims"), [(118, 1), (119, 0)])
def test_a_sentence_of_more_numbers_than_a_person_reads_is_passed_over(numbers: int, claims: int) -> None:
    reading = read(f"Đến 30/6/2016 {'1 việc ' * (numbers - 3)} 19/30 bộ, ngành đã liên thông với VPCP.")
    assert (len(reading.claims), reading.digits.runs) == (claims, reading.digits.classified)
    crowd = [each.reason for each in reading.unread if each.reason.startswith("more than")]
    assert crowd == ([] if claims else ["more than 120 numbers in one sentence"])


@pytest.mark.parametrize(("columns", "claims"), [(MOST_COLUMNS, 1), (MOST_COLUMNS + 1, 0)])
def test_a_table_is_so_wide_at_most(columns: int, claims: int) -> None:
    blanks = "\t" * (columns - 2)
    assert len(read(f"{HEAD}{blanks}x\nCác tỉnh\t10/63{blanks}x").claims) == claims


@pytest.mark.parametrize(("more", "claims"), [(0, 1), (1, 0)])
def test_a_table_is_so_large_at_most(more: int, claims: int) -> None:
    table = "Nhóm\tLiên thông với VPCP\nCác tỉnh\t10/63"
    pad = MOST_IN_TABLE - len(table.replace("\n", "")) + more
    rows = "".join(f"\n{'x' * 1000}\tx" for _ in range(pad // 1002)) + f"\n{'x' * (pad % 1002 - 2)}\tx"
    assert len(read(f"Đến 30/6/2016, đã có kết quả.\n\n{table}{rows}").claims) == claims


def test_behind_a_thousand_rows_a_table_begins_anew() -> None:
    rows = "".join("\nCác tỉnh\t10/63" for _ in range(MOST_ROWS))
    claims = read(f"Đến 30/6/2016, liên thông với VPCP như sau:\n\nNhóm\tKết quả{rows}").claims
    assert len(claims) == MOST_ROWS


def test_numbers_in_bulk_are_one_passage() -> None:
    reading = read("Một.\n" + "1\n" * 300 + "Hai.\n")
    bulk = [each for each in reading.unread if each.reason.startswith("numbers without words")]
    assert [(each.kind, each.runs) for each in bulk] == [("unread", 101)]
    assert reading.digits == (300, 300)


@pytest.mark.parametrize(("length", "dated"), [(39, True), (40, False)])
def test_the_place_of_a_document_is_short(length: int, *, dated: bool) -> None:
    head = f"{'H' * (length - 1)}, ngày 01 tháng 6 năm 2016"
    assert ("PLAN_NEARBY" in doubts(f"{head}\n\n{SENTENCE}.")) is dated


@pytest.mark.parametrize(("before", "dated"), [(0, True), (1, False)])
def test_the_day_of_a_document_stands_in_its_head(before: int, *, dated: bool) -> None:
    head = "Hà Nội, ngày 01 tháng 6 năm 2016"
    text = "x\n" * ((1500 - len(head)) // 2) + "\n" * before + head
    assert (read(f"{text}\n\n{SENTENCE}.").head_date is not None) is dated
