"""A report as an office sends it: head, recipients and foot around the same text, in the form of its date."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

import pytest
from docx import Document
from docx.oxml.ns import qn
from jsonschema import Draft202012Validator

from egov_tracker.store.yaml_reader import read_document
from tests.building import LETTERS
from tests.running import run_egov
from tests.word import check_word

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

OFFICE = (LETTERS / "office.yaml").read_text(encoding="utf-8")
HEAD = """\
**VĂN PHÒNG CHÍNH PHỦ**

Số: \u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0/BC-VPCP

**CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**

**Độc lập - Tự do - Hạnh phúc**

*Hà Nội, ngày 08 tháng 7 năm 2016*

# BÁO CÁO

**Tình hình thực hiện Nghị quyết số 36a/NQ-CP quý II năm 2016**

Kính gửi: Thủ tướng Chính phủ
"""
FOOT = """\
./.

***Nơi nhận:***

- Như trên;
- Các bộ, cơ quan ngang bộ;
- Lưu: VT, KGVX(3b).

**KT. BỘ TRƯỞNG, CHỦ NHIỆM**

**PHÓ CHỦ NHIỆM**

**Nguyễn Văn A**
"""


def written(folder: Path, office: str, *options: str) -> bytes:
    """The report of 2016Q2 that an office sends, as a file; the last option is its name."""
    (folder / "office.yaml").write_text(office, encoding="utf-8")
    *before, name = options
    ran = run_egov("report", "2016Q2", "--office", folder / "office.yaml", *before, "-o", folder / name, cwd=LETTERS)
    assert ran == (0, "", "")
    return (folder / name).read_bytes()


def lines_of_word(raw: bytes) -> list[str]:
    """The paragraphs of a Word document and those in the cells of its tables, in the order of the page."""
    check_word(raw)
    paragraphs = Document(io.BytesIO(raw)).element.body.iter(qn("w:p"))
    return [text for one in paragraphs if (text := "".join(run.text or "" for run in one.iter(qn("w:t"))))]


@pytest.mark.parametrize("options", [(), ("--annex",), ("-g", "provinces")])
def test_an_office_changes_only_what_stands_around_the_text_and_the_sign_at_its_end(
    options: tuple[str, ...], tmp_path: Path
) -> None:
    title, _, text = run_egov("report", "2016Q2", "-f", "md", *options, cwd=LETTERS).out.partition("\n")
    sent = written(tmp_path, OFFICE, *options, "r.md").decode()
    assert title == "# Báo cáo tình hình thực hiện Nghị quyết số 36a/NQ-CP quý II năm 2016"
    assert sent.startswith(HEAD)
    assert sent.removeprefix(HEAD).replace(FOOT, ".\n") == text


def test_a_report_as_an_office_sends_it(golden: Callable[[str, str], None], tmp_path: Path) -> None:
    golden("report-office-2016Q2.md", written(tmp_path, OFFICE, "r.md").decode())
    golden("report-office-2016Q2.html", written(tmp_path, OFFICE, "r.html").decode())


def test_word_has_head_title_and_recipients_above_the_text_and_the_foot_below_it(tmp_path: Path) -> None:
    lines = lines_of_word(written(tmp_path, OFFICE, "r.docx"))
    assert lines[:8] == [
        "VĂN PHÒNG CHÍNH PHỦ",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Số: \u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0/BC-VPCP",
        "Hà Nội, ngày 08 tháng 7 năm 2016",
        "BÁO CÁO",
        "Tình hình thực hiện Nghị quyết số 36a/NQ-CP quý II năm 2016",
        "Kính gửi: Thủ tướng Chính phủ",
    ]
    foot = lines.index("Nơi nhận:")
    assert lines[foot - 1].endswith("./.")
    assert lines[foot + 1 : foot + 8] == [
        "- Như trên;",
        "- Các bộ, cơ quan ngang bộ;",
        "- Lưu: VT, KGVX(3b).",
        "KT. BỘ TRƯỞNG, CHỦ NHIỆM",
        "PHÓ CHỦ NHIỆM",
        "Nguyễn Văn A",
        "Chú thích",
    ]


@pytest.mark.parametrize(
    ("office", "band", "corner"),
    [
        (OFFICE, "footer", "@bottom-right"),
        (OFFICE.replace("2016-07-08", "2020-07-08"), "header", "@top-center"),
        (OFFICE + "regime: nd30\n", "header", "@top-center"),
    ],
    ids=["before Decree 30", "since Decree 30", "as the file says"],
)
def test_the_date_or_the_file_chooses_where_page_numbers_stand(
    office: str, band: str, corner: str, tmp_path: Path
) -> None:
    sections = Document(io.BytesIO(written(tmp_path, office, "r.docx"))).sections
    assert [("PAGE" in getattr(one, band)._element.xml) for one in sections] == [True, True]
    assert f"{corner} {{ content: counter(page)" in written(tmp_path, office, "r.html").decode()


def test_nobody_need_be_addressed_and_several_are_listed(tmp_path: Path) -> None:
    nobody = OFFICE.replace("recipients: [Thủ tướng Chính phủ]\n", "parent: Chính phủ\n")
    several = OFFICE.replace("[Thủ tướng", "[Chủ tịch nước, Thủ tướng")
    shown = [written(tmp_path, office, "r.md").decode() for office in (nobody, several)]
    assert "Kính gửi" not in shown[0]
    assert shown[0].startswith("**CHÍNH PHỦ, VĂN PHÒNG CHÍNH PHỦ**\n")
    assert "Kính gửi:\n\n- Chủ tịch nước;\n- Thủ tướng Chính phủ.\n\nKỳ báo cáo" in shown[1]
    assert "Kính gửi" not in written(tmp_path, nobody, "r.html").decode()
    assert not [line for line in lines_of_word(written(tmp_path, nobody, "r.docx")) if "Kính gửi" in line]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("issuer:", "isuer:", "office.yaml:4:1: SHP001 error unknown field 'isuer'; did you mean 'issuer'?"),
        ("place: Hà Nội\n", "", "office.yaml:1:1: SHP002 error the field 'place' is missing"),
        ("date: 2016-07-08", "date: 2016-07", (
            'office.yaml:2:7: SHP003 error date: expected the day of the document, such as 2016-03-04, got "2016-07"'
        )),
        ("number: /BC-VPCP", "number: BC-VPCP", (
            'office.yaml:1:9: SHP003 error number: expected number and sign such as 1375/VPCP-KGVX, got "BC-VPCP"'
        )),
        ("{lines:", "{line:", "office.yaml:6:10: SHP001 error unknown field 'line'; did you mean 'lines'?"),
        ("[Như trên, 'Các bộ, cơ quan ngang bộ', 'Lưu: VT, KGVX(3b)']", "[]", (
            "office.yaml:7:9: SHP003 error copies: expected at least one"
        )),
        ("number", "'a", "YML002"),
    ],
)  # fmt: skip
def test_a_wrong_office_file_is_refused_with_line_and_column(old: str, new: str, said: str, tmp_path: Path) -> None:
    assert old in OFFICE
    (tmp_path / "office.yaml").write_text(OFFICE.replace(old, new, 1), encoding="utf-8")
    ran = run_egov("report", "2016Q2", "--office", tmp_path / "office.yaml", "-o", tmp_path / "r.docx", cwd=LETTERS)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert not (tmp_path / "r.docx").exists()


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--office", "office.yaml", "-f", "json"), "--office: expected the format md, html or docx, got json"),
        (("--office", "office.yaml", "--lang", "en"), "--office: expected a report in Vietnamese, got en"),
        (("--office", "ofice.yaml"), (
            "expected an office file for --office, got ofice.yaml, which is not there; did you mean 'office.yaml'?"
        )),
    ],
)  # fmt: skip
def test_what_has_no_official_form_is_refused(options: tuple[str, ...], said: str) -> None:
    assert run_egov("report", "2016Q2", *options, cwd=LETTERS) == (2, "", f"egov: {said}\n")


def test_a_template_of_the_office_sees_the_frame(tmp_path: Path) -> None:
    (tmp_path / "report.md.j2").write_text("{{ page.frame.form.number }} {{ page.frame.kind }}\n", encoding="utf-8")
    assert written(tmp_path, OFFICE.replace("/BC", "7/BC"), "--templates", str(tmp_path), "r.md").decode() == (
        "Số: 07/BC-VPCP BÁO CÁO\n"
    )


def test_an_editor_accepts_what_is_read() -> None:
    schema = json.loads(run_egov("schema", "office", cwd=LETTERS).out)
    wrong = OFFICE.replace("issuer:", "isuer:")
    found = [
        {error.message for error in Draft202012Validator(schema).iter_errors(read_document(raw, "office").content)}
        for raw in (OFFICE.encode(), wrong.encode())
    ]
    assert found == [
        set(),
        {"'issuer' is a required property", "Additional properties are not allowed ('isuer' was unexpected)"},
    ]
