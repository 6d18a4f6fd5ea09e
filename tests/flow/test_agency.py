"""`egov agency` and `egov reminders` from end to end: whole pages of a small ledger, and names that are no one's."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.building import LETTERS, snapshot_text, write_ledger
from tests.running import run_egov

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.mark.parametrize(
    ("name", "args"),
    [
        ("agency.vi.txt", ("agency", "Thanh tra Chính phủ")),
        ("agency.en.txt", ("agency", "bo-tai-chinh", "--lang", "en")),
        ("agency.html", ("agency", "TTCP", "-f", "html")),
        ("agency.csv", ("agency", "thanh tra chính phủ", "-f", "csv")),
        ("agency-province.md", ("agency", "Bình Dương", "-f", "md")),
        ("reminders.vi.txt", ("reminders", "-g", "ministries", "-i", "document_interconnection")),
        ("reminders.en.txt", ("reminders", "-g", "government_agencies", "--lang", "en")),
        ("reminders.csv", ("reminders", "-g", "Hà Nam", "-g", "government_agencies", "-f", "csv")),
    ],
)
def test_the_whole_page(golden: Callable[[str, str], None], name: str, args: tuple[str, ...]) -> None:
    outcome = run_egov(*args, cwd=LETTERS)
    assert (outcome.code, outcome.err) == (0, "")
    golden(name, outcome.out)


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("bo tai chin", "expected the name of a body, got \"bo tai chin\"; did you mean 'Bộ Tài chính'?"),
        ("zzzz", 'expected the name of a body, got "zzzz"'),
        (
            "Thái Nguyên",
            (
                'expected the id of one body, got "Thái Nguyên", which several have borne; there are '
                "thai-nguyen: Thái Nguyên, until 2025-06-30; thai-nguyen-2025: Thái Nguyên, from 2025-07-01"
            ),
        ),
    ],
)
def test_a_name_of_nobody_and_a_name_of_several_are_errors(name: str, sentence: str) -> None:
    assert run_egov("agency", name, cwd=LETTERS) == (2, "", f"egov: {sentence}\n")


def test_the_lineage_of_a_body_goes_through_every_merger() -> None:
    new = run_egov("agency", "Bộ Nông nghiệp và Môi trường", cwd=LETTERS).out
    parts = ("Bộ Nông nghiệp và Phát triển nông thôn (đến 28/02/2025)", "Bộ Tài nguyên và Môi trường (đến 28/02/2025)")
    assert f"- Tiền thân: {parts[0]}; {parts[1]}\n" in new
    old = run_egov("agency", "bo-ke-hoach-va-dau-tu", cwd=LETTERS).out
    assert "- Đến 28/02/2025, theo Nghị quyết 176/2025/QH15\n- Kế tục: Bộ Tài chính\n" in old


def test_a_ledger_of_one_quarter_that_says_nothing_of_a_body_says_so(tmp_path: Path) -> None:
    entry = "indicator: lgsp, group: provinces, as_of: 2016-06-30, value: 62/63"
    write_ledger(tmp_path, {"2016Q2": snapshot_text([entry], "2016Q2")})
    page, english = (run_egov("agency", "VTV", "--lang", lang, "--data", tmp_path).out for lang in ("vi", "en"))
    assert "Không nguồn nào nói về cơ quan này." in page.splitlines()
    assert "No source says anything of this body." in english.splitlines()
    unused = run_egov("indicators", "feedback", "--lang", "en", "--data", tmp_path)
    assert "- The ledger holds no figure of it yet" in unused.out.splitlines()
    assert (
        "1 số liệu của nhóm không cho biết về riêng cơ quan này.\n"
        in run_egov("agency", "Hà Nam", "--data", tmp_path).out
    )
    record = json.loads(run_egov("agency", "VTV", "--data", tmp_path, "-f", "json").out)
    assert (record["signs"], record["accounts"], record["silent"], record["reminders"]) == ([], [], 0, [])
    assert reminders_of(tmp_path) == ["Không có cơ quan nào."]
    assert reminders_of(tmp_path, "--at-least", "2") == ["Không có cơ quan nào từ 2 lần về cùng một việc."]
    assert reminders_of(tmp_path, "--lang", "en") == ["No body was reminded."]
    assert reminders_of(tmp_path, "--lang", "en", "--at-least", "2") == [
        "No body was reminded at least 2 times to do the same thing."
    ]


def reminders_of(ledger: Path, *options: str) -> list[str]:
    """The last line of what is said of reminders."""
    return run_egov("reminders", *options, "--data", ledger).out.splitlines()[-1:]


def test_an_option_that_the_format_cannot_honour_is_an_error() -> None:
    assert run_egov("reminders", "-f", "csv", "--lang", "en") == (
        2,
        "",
        "egov: --lang: expected the format table, md, html or docx, got csv\n",
    )
    assert run_egov("reminders", "--at-least", "0").code == 2


@pytest.mark.parametrize(("quarters", "beside"), [(16, [16]), (17, [16, 1])])
def test_the_signs_of_sixteen_quarters_stand_beside_each_other(
    quarters: int, beside: list[int], tmp_path: Path
) -> None:
    reports = {
        quarter: snapshot_text([f"indicator: lgsp, group: central, as_of: {quarter}, done: {{names: [VOV]}}"], quarter)
        for quarter in (f"{2016 + number // 4}Q{number % 4 + 1}" for number in range(quarters))
    }
    out = run_egov("agency", "VOV", "-f", "md", "--data", write_ledger(tmp_path, reports)).out
    assert [
        line.count(" Q") for line in out.splitlines() if line.startswith("| Chỉ tiêu | ") and " Q" in line
    ] == beside
