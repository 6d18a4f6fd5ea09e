"""`egov form` and `egov collect`: from the letter that asks to the draft of the next report."""

from __future__ import annotations

import io
from datetime import date
from typing import TYPE_CHECKING

import openpyxl
import pytest

from tests.building import HEAD, SMALL, entry, write_ledger
from tests.running import run_egov

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

DAY = date(2016, 9, 15)
SHEET = "Biểu báo cáo"
EXCHANGE = "document_interconnection"
CENTRAL = ("Bộ Công an", "Bộ Tài chính", "Bộ Y tế", "Ngân hàng Nhà nước Việt Nam", "Đài Tiếng nói Việt Nam")
CHOICE = "Đã hoàn thành, Chưa hoàn thành, Đang thực hiện or Đặc thù, không áp dụng"
ASKED = ("-i", EXCHANGE, "-i", "online_services")
LEVELS = ("online_services|level=3", "online_services|level=4")


def fill(folder: Path, name: str, answers: Mapping[str, object], body: object = "Bộ Y tế", day: object = DAY) -> None:
    """A form as somebody fills it in, in `folder`; `answers` are by the key of the question."""
    book = openpyxl.load_workbook(folder / "form.xlsx")
    for row in book[SHEET].iter_rows():
        key = row[0].value
        if key in {"@body", "@as_of"}:
            row[3].value = body if key == "@body" else day
        if key in answers:
            row[5].value = answers[str(key)]
    book.save(folder / name)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    assert run_egov("form", "2016Q3", *ASKED, "-o", tmp_path / "form.xlsx").code == 0
    return tmp_path


def collect(folder: Path, *names: str) -> tuple[int, str, list[str]]:
    """The exit code, the draft, and the sentences, each without the name of the program."""
    data = SMALL / "data"
    outcome = run_egov("collect", "2016Q3", *names, "--data", data, cwd=folder)
    return outcome.code, outcome.out, [line.removeprefix("egov: ") for line in outcome.err.splitlines()]


def test_the_form_asks_what_is_asked_for_and_offers_what_may_be_answered(folder: Path) -> None:
    book = openpyxl.load_workbook(folder / "form.xlsx")
    sheet, lists = book[SHEET], book["DanhMuc"]
    questions = [
        row for row in sheet.iter_rows(values_only=True) if row[0] and not str(row[0]).startswith(("@", "egov"))
    ]
    assert questions[:2] == [
        (EXCHANGE, 1, "Kết nối, liên thông văn bản", "Số cơ quan đã liên thông.", "chọn", None, None, None, None),
        ("online_services|level=all", 2, "Dịch vụ công trực tuyến, tất cả các mức độ", "Số dịch vụ.", "số nguyên",
         None, None, None, None),
    ]  # fmt: skip
    assert [row[0] for row in lists.iter_rows(values_only=True)] == [
        *CENTRAL,
        "Hà Nội",
        "Hòa Bình",
        "Bà Rịa - Vũng Tàu",
    ]
    rules = {str(rule.sqref): (rule.type, rule.formula1) for rule in sheet.data_validations.dataValidation}
    assert (rules["D4"], rules["F11"]) == (("list", "DanhMuc!$A$1:$A$8"), ("list", "DanhMuc!$B$1:$B$4"))
    assert (rules["D5"][0], rules["F12"][0]) == ("date", "whole")
    assert (lists.sheet_state, sheet.protection.sheet, sheet["F11"].protection.locked) == ("veryHidden", True, False)
    assert (sheet["C11"].protection.locked, sheet.column_dimensions["A"].hidden) == (True, True)


def test_the_same_form_is_written_again_but_not_over_one_that_was_filled_in(folder: Path) -> None:
    before = (folder / "form.xlsx").read_bytes()
    assert run_egov("form", "2016Q3", *ASKED, "-o", folder / "form.xlsx").code == 0
    assert (folder / "form.xlsx").read_bytes() == before
    fill(folder, "form.xlsx", {})
    outcome = run_egov("form", "2016Q3", *ASKED, "-o", folder / "form.xlsx")
    said = "is there already, and egov did not make it, or somebody changed it since; nothing was written"
    assert (outcome.code, outcome.out, outcome.err) == (2, "", f"egov: {folder / 'form.xlsx'} {said}\n")


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        (("2016Q3", "-i", "feedback"), "-i: feedback cannot be asked of a single body"),
        (("2016Q3", "-i", "feedbak"), "-i: expected an indicator, got \"feedbak\"; did you mean 'feedback'?"),
        (("2016Q5",), "there is no quarter 5: 1 to 4"),
    ],
)
def test_what_cannot_be_asked_is_said(args: tuple[str, ...], sentence: str, tmp_path: Path) -> None:
    outcome = run_egov("form", *args, "-o", tmp_path / "form.xlsx", cwd=SMALL)
    assert (outcome.code, outcome.err) == (2, f"egov: {sentence}\n")
    assert list(tmp_path.iterdir()) == []


def test_without_a_choice_the_form_asks_what_was_printed_since_last_year(tmp_path: Path) -> None:
    printed = {
        "2014Q4": "lgsp", "2015Q1": "architecture", "2016Q2": "action_plan", "2016Q3": "signed_exchange",
        "2016Q4": "dossier_publication",
    }  # fmt: skip
    reports = {
        quarter: HEAD.replace("2016Q2", quarter) + entry(indicator=name, as_of=quarter)
        for quarter, name in printed.items()
    }
    write_ledger(tmp_path / "data", reports)
    ran = run_egov("form", "2016Q3", "-o", "form.xlsx", cwd=tmp_path)
    assert (ran.code, ran.out, ran.err) == (0, "", "egov: 2 questions to 93 bodies\n")
    sheet = openpyxl.load_workbook(tmp_path / "form.xlsx")[SHEET]
    keys = [str(row[0]) for row in sheet.iter_rows(values_only=True) if row[0]]
    assert [key for key in keys if not key.startswith(("@", "egov"))] == ["action_plan", "architecture"]


def test_a_registry_without_bodies_leaves_nobody_to_ask(tmp_path: Path) -> None:
    registry = dict.fromkeys(("agencies", "provinces"), "bodies: {}\n")
    write_ledger(tmp_path / "data", {"2016Q2": "period: 2016Q2\n"}, registry)
    outcome = run_egov("form", "2016Q3", "-o", "form.xlsx", cwd=tmp_path)
    sentence = "egov: the registry knows no body of 2016Q3, so that nobody can be asked\n"
    assert (outcome.code, outcome.err) == (2, sentence)


DRAFT = """\
# yaml-language-server: $schema=../schema/snapshot.schema.json
# Dịch vụ công trực tuyến, mức độ 3, central, 2016-09-15: 1.300 = tổng của 2 biểu; 3 chưa trả lời
# + 100 Bộ Tài chính (b.xlsx: F13)
# + 1.200 Bộ Y tế (a.xlsx: F13)
period: 2016Q3

draft:
  read:
    bo-y-te: egov collect
"""
TOTAL = """\
  # 3 đã hoàn thành + 0 đặc thù, không áp dụng + 1 chưa hoàn thành + 1 đang thực hiện = 5 cơ quan
  - indicator: document_interconnection
    group: central
    as_of: 2016-09-15
    done:
      count: 3
      names:
        - Bộ Tài chính
        - Ngân hàng Nhà nước Việt Nam
        - Đài Tiếng nói Việt Nam
    outstanding:
      count: 1
      names:
        - Bộ Công an
    in_progress:
      count: 1
      names:
        - Bộ Y tế
    source: tong-hop
    at: tổng hợp
"""
OWN = """\
  - indicator: document_interconnection
    group: Bộ Y tế
    as_of: 2016-09-15
    in_progress:
      names:
        - Bộ Y tế
    source: bo-y-te
    at: ô F11
"""


def test_a_draft_has_a_source_a_form_and_totals_with_their_parts(folder: Path) -> None:
    fill(folder, "a.xlsx", {EXCHANGE: "Đang thực hiện", LEVELS[0]: 1200})
    fill(folder, "b.xlsx", {EXCHANGE: " đã hoàn thành", LEVELS[0]: "100"}, "Bộ Tài chính")
    fill(folder, "c.xlsx", {EXCHANGE: "Chưa hoàn thành"}, "Bộ Công an")
    fill(folder, "d.xlsx", {EXCHANGE: "Đã hoàn thành"}, CENTRAL[3])
    fill(folder, "e.xlsx", {EXCHANGE: "Đã hoàn thành"}, "Đài Tiếng nói Việt Nam", "15/9/2016")
    code, draft, sentences = collect(folder, "a.xlsx", "b.xlsx", "c.xlsx", "d.xlsx", "e.xlsx")
    assert code == 0, sentences
    assert draft.startswith(DRAFT)
    assert TOTAL in draft
    assert OWN in draft
    assert "3 of 8 have not answered: Hà Nội; Hòa Bình; Bà Rịa - Vũng Tàu" in sentences
    assert "DRF001" not in "".join(sentences)


def test_the_draft_is_a_snapshot_that_waits_for_its_review(folder: Path) -> None:
    fill(folder, "a.xlsx", {EXCHANGE: "Đã hoàn thành", LEVELS[1]: 7})
    _, draft, _ = collect(folder, "a.xlsx")
    (folder / "2016Q3.yaml").write_text(draft, encoding="utf-8")
    outcome = run_egov("check", folder / "2016Q3.yaml", "--data", SMALL / "data")
    errors = [line for line in outcome.out.splitlines() if " error " in line]
    assert [line.partition(" ")[2].partition(" ")[0] for line in errors] == ["DRF001"]


def test_a_sum_of_numbers_to_which_all_have_contributed_is_a_figure(folder: Path) -> None:
    for number, body in enumerate(CENTRAL, 1):
        fill(folder, f"{number}.xlsx", {LEVELS[1]: number}, body)
    _, draft, _ = collect(folder, *(f"{number}.xlsx" for number in range(1, 6)))
    assert "  # 15 = tổng của 5 biểu:\n  # + 1 Bộ Công an (1.xlsx: F14)\n" in draft
    assert "    as_of: 2016-09-15\n    value: 15\n    source: tong-hop\n" in draft


def test_what_contradicts_what_was_printed_before_is_said_at_the_cell(folder: Path) -> None:
    printed = run_egov("status", "2016Q2", "-i", EXCHANGE, "-g", "provinces", "--agencies", "-f", "csv").out
    assert "Hà Nội,,done" in printed
    fill(folder, "a.xlsx", {EXCHANGE: "Chưa hoàn thành"}, "Hà Nội")
    _, _, sentences = collect(folder, "a.xlsx")
    said = [text for text in sentences if "SER006" in text]
    assert said == [
        (
            "a.xlsx: F11: SER006 warning back from done at 2016-06-30 to outstanding at 2016-09-15 in "
            "document_interconnection: Hà Nội"
        )
    ]


@pytest.mark.parametrize(
    ("change", "sentences"),
    [
        ({"body": "Bộ Tài chánh"}, [
            "a.xlsx: D4: unknown body \"Bộ Tài chánh\"; did you mean 'Bộ Tài chính'?",
            "a.xlsx: nothing was taken from it",
        ]),
        ({"body": None}, ["a.xlsx: D4: it does not say which body reports", "a.xlsx: nothing was taken from it"]),
        ({"body": "=A1"}, [
            "a.xlsx: D4: a formula, which was not taken",
            "a.xlsx: D4: it does not say which body reports",
            "a.xlsx: nothing was taken from it",
        ]),
        ({"answers": {EXCHANGE: "=1"}}, ["a.xlsx: F11: a formula, which was not taken"]),
        ({"answers": {EXCHANGE: "xong"}}, [
            f'a.xlsx: F11: expected {CHOICE}, got "xong"; not taken'
        ]),
        ({"answers": {LEVELS[0]: 7.5}}, ['a.xlsx: F13: expected a whole number, got "7.5"; not taken']),
        ({"answers": {LEVELS[0]: -1}}, ['a.xlsx: F13: expected a whole number, got "-1"; not taken']),
        ({"answers": {LEVELS[0]: "nhiều"}}, ['a.xlsx: F13: expected a whole number, got "nhiều"; not taken']),
        ({"day": "mai"}, [
            'a.xlsx: D5: expected a day such as 30/9/2016, got "mai"; not taken',
            "a.xlsx: it does not say of which day it speaks; what has no day of its own is undated",
        ]),
    ],
)  # fmt: skip
def test_what_cannot_be_taken_is_said_with_its_cell(
    change: dict[str, object], sentences: list[str], folder: Path
) -> None:
    fill(folder, "a.xlsx", **{"answers": {EXCHANGE: "Đã hoàn thành"}, **change})  # type: ignore[arg-type]
    _, _, said = collect(folder, "a.xlsx")
    assert said[: len(sentences)] == sentences


def test_two_forms_of_one_body_are_one_where_they_say_the_same_and_both_are_kept_where_not(folder: Path) -> None:
    fill(folder, "a.xlsx", {EXCHANGE: "Đã hoàn thành"})
    fill(folder, "b.xlsx", {EXCHANGE: "Đã hoàn thành"})
    fill(folder, "c.xlsx", {EXCHANGE: "Chưa hoàn thành"})
    _, draft, sentences = collect(folder, "a.xlsx", "b.xlsx", "c.xlsx")
    assert "b.xlsx: it says of Bộ Y tế what a.xlsx says; taken once" in sentences
    assert (
        "c.xlsx: F11: Bộ Y tế says “chưa hoàn thành” of 2016-09-15, and “đã hoàn thành” of 2016-09-15 at a.xlsx: F11; "
        "both are kept, and neither is part of a total"
    ) in sentences
    assert ("  bo-y-te:\n" in draft, "  bo-y-te-2:\n" in draft, "tong-hop" in draft) == (True, True, False)


def test_files_that_are_no_form_of_the_quarter_each_get_a_sentence(folder: Path) -> None:
    assert run_egov("form", "2016Q4", *ASKED, "-o", folder / "other.xlsx").code == 0
    assert run_egov("export", folder / "export.xlsx").code == 0
    (folder / "text.xlsx").write_bytes(b"hello")
    (folder / "half.xlsx").write_bytes((folder / "form.xlsx").read_bytes()[:3000])
    names = ("other.xlsx", "export.xlsx", "text.xlsx", "half.xlsx", "none.xlsx", "form.xlsx")
    code, draft, sentences = collect(folder, *names)
    assert (code, draft) == (2, "")
    assert sentences == [
        'other.xlsx: expected the form "egov-form 1 2016Q3", got "egov-form 1 2016Q4"; nothing was taken from it',
        (
            "export.xlsx: expected the form of 2016Q3 that egov form writes, got another workbook; nothing was taken "
            "from it"
        ),
        "text.xlsx: expected a workbook (.xlsx), got something else; nothing was taken from it",
        "half.xlsx: it is broken: File is not a zip file; nothing was taken from it",
        "cannot read none.xlsx: No such file or directory",
        "form.xlsx: D4: it does not say which body reports",
        "form.xlsx: nothing was taken from it",
        "no form could be read; nothing was written",
    ]


def test_only_what_is_asked_for_is_taken_and_a_row_of_nothing_is_said(folder: Path) -> None:
    fill(folder, "a.xlsx", {EXCHANGE: "Đã hoàn thành", LEVELS[0]: 5})
    book = openpyxl.load_workbook(folder / "a.xlsx")
    book[SHEET]["A40"] = "no_such_thing"
    book.save(folder / "a.xlsx")
    outcome = run_egov("collect", "2016Q3", "a.xlsx", "-i", EXCHANGE, "--data", SMALL / "data", cwd=folder)
    assert ("online_services" in outcome.out, f"indicator: {EXCHANGE}" in outcome.out) == (False, True)
    assert 'egov: a.xlsx: A40: "no_such_thing" is no question of this form; the row was passed over\n' in outcome.err


def test_rows_that_were_moved_are_still_understood(folder: Path) -> None:
    fill(folder, "a.xlsx", {EXCHANGE: "Đã hoàn thành"})
    book = openpyxl.load_workbook(folder / "a.xlsx")
    book[SHEET].insert_rows(2, 3)
    moved = io.BytesIO()
    book.save(moved)
    (folder / "a.xlsx").write_bytes(moved.getvalue())
    _, draft, _ = collect(folder, "a.xlsx")
    assert "    done:\n      names:\n        - Bộ Y tế\n    source: bo-y-te\n    at: ô F14\n" in draft
