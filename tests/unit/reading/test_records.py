"""The reading as plain records: whole, and the figures in them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from egov_tracker.reading.records import claim_keys, figure_record, reading_record
from tests.reading import read

if TYPE_CHECKING:
    from collections.abc import Callable

TEXT = (
    "Tính đến 30/6/2016, 19/30 bộ, ngành đã liên thông với VPCP; còn 2 cơ quan chưa liên thông, gồm: Bộ Y tế, Bộ Nội "
    "vụ. Có 47.774 dịch vụ công trực tuyến mức độ 3, 4 (96,8%).\n"
    "Từ ngày 1/1/2020 đến ngày 30/6/2020, có 100 văn bản gửi, nhận qua Trục liên thông văn bản quốc gia.\n"
    "Phải có 30/30 bộ, ngành trước ngày 31/12/2016. Phải có 7 bộ. Chi 5 tỷ đồng."
)


def test_a_record_says_all_that_was_read(golden: Callable[[str, str], None]) -> None:
    record = reading_record(read(TEXT), "bai-bao")
    golden("reading/record.json", json.dumps(record, ensure_ascii=False, indent=1) + "\n")


@pytest.mark.parametrize(
    ("printed", "record"),
    [
        ("19/30", {"done": 19, "of": 30}),
        ("47.774", {"number": 47774}),
        ("hơn 1,2 triệu", {"number": 1200000}),
        ("1,5 triệu", {"number": 1500000}),
        ("36,95%", {"percent": 36.95}),
        ("50%", {"percent": 50}),
        ("36,95% (583/1.578)", {"done": 583, "of": 1578}),
    ],
)
def test_a_figure_is_its_numbers(printed: str, record: dict[str, float]) -> None:
    assert figure_record(printed) == record
    assert [type(value) for value in figure_record(printed).values()] == [type(value) for value in record.values()]


def test_doubles_are_numbered() -> None:
    twice = (
        "Đến 30/6/2016, 19/30 bộ, ngành đã liên thông với VPCP. Đến 30/6/2016, 20/30 bộ, ngành đã liên thông với VPCP."
    )
    key = "document_interconnection/central/value/2016-06-30"
    assert claim_keys(read(twice).claims) == [key, f"{key}#2"]
    assert claim_keys(read(f"{twice} {twice}").claims)[2:] == [f"{key}#3", f"{key}#4"]
