from __future__ import annotations

import re
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from egov_tracker.model.snapshot_file import SnapshotFile
from egov_tracker.reading.draft import describe, describe_all, period_of, scalar, slug, write_draft
from egov_tracker.reading.records import claim_keys, reading_record
from egov_tracker.store.validation import validate_document
from egov_tracker.store.yaml_reader import read_document
from egov_tracker.text.quarters import Quarter
from tests.reading import read

TEXT = (
    "Tính đến 30/6/2016, 19/30 bộ, ngành đã liên thông với VPCP; còn 2 cơ quan chưa liên thông, gồm: Bộ Y tế, "
    "Bộ Văn hóa, Thể thao và Du lịch. Có 47.774 dịch vụ công trực tuyến mức độ 3, 4 (96,8%).\n"
    "Dự kiến đến 31/12/2016 có 30/30 bộ, ngành. Chi 5 tỷ đồng."
)


def snapshot(draft: str) -> Any:
    """Load a draft as a snapshot file."""
    validated = validate_document(SnapshotFile, read_document(draft.encode(), "draft.yaml"))
    assert validated.findings == ()
    return validated.model


def test_a_draft_loads_as_a_snapshot() -> None:
    loaded = snapshot(write_draft([describe(read(TEXT), "bài-báo.txt")], Quarter(2016, 2)))
    exchange, services = loaded.observations
    assert (exchange.indicator, exchange.group, str(exchange.as_of)) == (
        "document_interconnection",
        "central",
        "2016-06-30",
    )
    assert exchange.value.printed == "19/30"
    assert exchange.outstanding.names == ("Bộ Y tế", "Bộ Văn hóa, Thể thao và Du lịch")
    assert (services.value.printed, services.share.printed.printed, services.breakdown) == (
        "47.774",
        "96,8%",
        {"level": "3-4"},
    )


def test_quotes_and_doubts_stand_above_and_the_rest_below() -> None:
    draft = write_draft([describe(read(TEXT), "a.txt")], Quarter(2016, 2))
    above, _, below = draft.partition("  - indicator: document_interconnection")
    assert "# Tính đến 30/6/2016, 19/30 bộ, ngành" in above
    assert re.search(r"# doubt: [A-Z_]+ (?:value|outstanding): ", above)
    assert "# - 30/30, due 2016-12-31, dòng 2" in below
    assert re.search(r"# a: money\n# - 5 tỷ đồng, dòng 2, \d+–\d+", below)
    assert draft.startswith("# a: ")


def test_the_same_claim_has_the_same_key_when_read_again() -> None:
    assert claim_keys(read(TEXT).claims) == claim_keys(read("Tin mới. " + TEXT).claims)


def test_the_record_has_the_documented_keys() -> None:
    record = reading_record(read(TEXT), "a")
    assert list(record) == ["schema_version", "source", "digits", "claims", "proposals", "unread"]
    assert list(record["source"]) == ["id", "sha256", "text_sha256", "extractor"]
    assert list(record["claims"][0]) == [
        "key", "indicator", "group", "breakdown", "kind", "slot", "printed", "value", "names",
        "as_of", "from", "quote", "doubts",
        "anchors",
    ]  # fmt: skip
    assert record["claims"][0]["value"] == {"done": 19, "of": 30}
    assert list(record["proposals"][0]) == ["quote", "printed", "due", "anchors"]
    assert list(record["unread"][0]) == ["text", "class", "reason", "start", "end"]


def test_the_period_is_that_of_most_figures() -> None:
    assert period_of([describe(read(TEXT), "a")]) == Quarter(2016, 2)
    assert period_of([describe(read("không có gì"), "a")]) is None


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Báo cáo quý II.docx", "bao-cao-quy-ii"), ("a/b/Đề án 1.txt", "de-an-1"), ("???", "source")],
)
def test_an_id_is_made_of_the_name_of_the_file(name: str, expected: str) -> None:
    assert slug(name) == expected


@given(st.text(max_size=60).filter(lambda text: bool(text.strip())))
def test_any_text_survives_as_a_scalar(text: str) -> None:
    for flow, wrapped in ((False, "a: {}"), (True, "a: [{}]")):
        loaded = yaml.load(wrapped.format(scalar(text, flow=flow)), yaml.BaseLoader)["a"]  # noqa: S506 - makes texts
        printed = loaded[0] if flow else loaded
        assert printed == re.sub(
            "[^\t\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "?", " ".join(text.split())
        )


@given(st.text(max_size=300).filter(lambda text: "\x00" not in text))
def test_any_text_gives_a_draft_that_loads(text: str) -> None:
    snapshot(write_draft([describe(read(text + ". " + TEXT + text), "a")], Quarter(2016, 2)))


SENTENCE = "Tính đến 30/6/2016, 19/30 bộ, ngành đã liên thông với VPCP "
NUMBERED = "Số: 12 /VPCP-KGVX\n"


def draft_of(text: str) -> str:
    return write_draft([describe(read(text), "a.txt")], Quarter(2016, 2))


@pytest.mark.parametrize(
    ("text", "kind", "number"),
    [
        (f"{NUMBERED}Kính gửi: các bộ", "letter", "12/VPCP-KGVX"),
        (f"{NUMBERED}Thưa các bộ", "press", "12/VPCP-KGVX"),
        ("Kính gửi: các bộ", "press", None),
        ("BÁO CÁO quý II", "report", None),
        (f"{NUMBERED}BÁO CÁO quý II", "report", "12/VPCP-KGVX"),
        (" " * 1491 + "\nKính gửi\n" + NUMBERED, "press", None),
        (NUMBERED + "x" * (1500 - len(NUMBERED) - 8) + "Kính gửi", "letter", "12/VPCP-KGVX"),
        (NUMBERED + "x" * (1500 - len(NUMBERED) - 7) + "Kính gửi", "press", "12/VPCP-KGVX"),
    ],
)
def test_the_head_of_a_document_says_what_it_is(text: str, kind: str, number: str | None) -> None:
    entry = describe(read(text), "a.txt")
    assert (entry.kind, entry.number) == (kind, number)
    assert describe(read(text), "a.txt", "id", "statistics")[:2] == ("id", "statistics")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Số: 12/VPCP\nV/v: thực hiện\nNghị quyết\n\nKính gửi", "thực hiện Nghị quyết"),
        ("\n  # **Tin mới**\nCòn nữa", "Tin mới"),
        ("x" * 201, "x" * 200),
        ("", "a.txt"),
        ("#\n* \t", "a.txt"),
    ],
)
def test_a_title_is_the_subject_or_the_first_line(text: str, title: str) -> None:
    assert describe(read(text), "a.txt").title == title


def test_documents_of_one_name_are_numbered() -> None:
    readings = [("a/b.txt", read("x")), ("b.txt", read("x")), ("c.txt", read("x")), ("b.md", read("x"))]
    assert [entry.id for entry in describe_all(readings)] == ["b", "b-2", "c", "b-3"]


def test_an_id_is_not_endless() -> None:
    assert slug("a" * 61) == "a" * 60


@pytest.mark.parametrize(("length", "shown"), [(600, SENTENCE + "a" * 541), (601, SENTENCE + "a" * 540 + "…")])
def test_a_long_quote_is_cut(length: int, shown: str) -> None:
    text = SENTENCE + "a" * (length - len(SENTENCE))
    assert f"  # {shown}\n" in draft_of(text)


@pytest.mark.parametrize(("length", "shown"), [(80, "1" * 80), (81, "1" * 79 + "…")])
def test_a_long_passage_is_cut(length: int, shown: str) -> None:
    assert f"# - {shown}, dòng 1" in draft_of(f"Xem www.{'1' * length}")


@pytest.mark.parametrize(
    ("figure", "slot", "anchors"),
    [
        ("2 tỉnh", "{count: 2}", "{outstanding: {count: [15, 16]}, as_of: [4, 13]}"),
        ("2/63 tỉnh", "{count: 2}", "{outstanding: {count: [15, 16]}, as_of: [4, 13]}"),
        ("2 (3%) tỉnh", "{count: 2}", "{outstanding: {count: [15, 16]}, as_of: [4, 13]}"),
        ("hơn 20 tỉnh", "{count: hơn 20}", "{outstanding: {count: [15, 21]}, as_of: [4, 13]}"),
    ],
)
def test_a_list_has_its_number_alone(figure: str, slot: str, anchors: str) -> None:
    draft = draft_of(f"Đến 30/6/2016, {figure} chưa liên thông với VPCP.")
    assert f"    outstanding: {slot}\n" in draft
    assert f"    anchors: {anchors}\n" in draft


def test_a_list_over_several_lines_says_so() -> None:
    lines = "PHỤ LỤC 1\nCác bộ chưa ban hành kế hoạch hành động\n1. Bộ Y tế\n2. Bộ Nội vụ\n"
    assert "    at: dòng 3–4\n" in draft_of(lines)
    assert "    at: dòng 3\n" in draft_of(lines.partition("2.")[0])


@pytest.mark.parametrize(
    ("dates", "period"),
    [
        (("31/3/2016", "30/6/2016", "1/4/2016"), Quarter(2016, 2)),
        (("31/3/2016", "30/6/2016"), Quarter(2016, 2)),
        (("31/3/2016", "1/1/2016", "30/6/2016"), Quarter(2016, 1)),
        (("31/12/2016",), Quarter(2016, 4)),
        (("1/10/2016",), Quarter(2016, 4)),
        (("30/9/2016",), Quarter(2016, 3)),
    ],
)
def test_of_as_many_figures_the_later_quarter_is_the_period(dates: tuple[str, ...], period: Quarter) -> None:
    text = " ".join(f"Đến {day}, {at}/30 bộ, ngành đã liên thông với VPCP." for at, day in enumerate(dates, 1))
    assert period_of([describe(read(text), "a")]) == period
