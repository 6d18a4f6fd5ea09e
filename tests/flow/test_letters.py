"""Letters from the command line: records and drafts, and all that `egov letter --check` says of what they say."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from docx import Document

from egov_tracker.views.letter import SUMMARY
from tests.building import LETTERS, snapshot_text, write_ledger
from tests.running import run_egov
from tests.word import check_word

if TYPE_CHECKING:
    from pathlib import Path

# A draft of 2020 with two appendices; its text begins in line 8. What the ledger knows then: `tests/ledgers/letters`.
DRAFT = """\
role: draft
number: 12/VPCP-KSTT
date: 2020-04-10
place: Hà Nội
issuer: Văn phòng Chính phủ
subject: rà soát
recipients: [Bộ Tư pháp]
body: ['{text}']
signer: {{lines: [Chủ nhiệm]}}
copies: [Như trên]
appendices:
  - title: Bộ, ngành
    lists:
      - {{quarter: 2016Q2, indicator: document_interconnection, group: central, source: most-repost-9-agencies,
         heading: Cơ quan}}
  - title: Bộ, địa phương
    lists:
      - {{quarter: 2016Q1, indicator: action_plan, group: central, as_of: 2016-03-01, heading: Cơ quan}}
      - {{quarter: 2016Q1, indicator: action_plan, group: provinces, as_of: 2016-03-01, heading: Địa phương}}
"""
# A record of a letter that is a source of the ledger, without any number printed in it; its text begins in line 9.
RECORD = """\
role: record
number: 1375/VPCP-KGVX
date: 2016-03-04
place: Hà Nội
issuer: Văn phòng Chính phủ
subject: gửi báo cáo
recipients: [Bộ Tư pháp]
numerals: arabic
body: ['{text}']
copies: [Như trên]
appendices:
  - title: Bộ, địa phương
    lists:
      - {{quarter: 2016Q1, indicator: action_plan, group: central, heading: Cơ quan}}
      - {{quarter: 2016Q1, indicator: action_plan, group: provinces, heading: Địa phương}}
  - title: Bộ, ngành
    lists:
      - {{quarter: 2016Q1, indicator: document_interconnection, group: central, heading: Cơ quan}}
"""
# What holds of the lists of the draft, whatever its text says: later figures of 2017 show bodies of them as done.
LATER = "LTR005"
INTERCONNECTION = "kết nối, liên thông phần mềm quản lý văn bản với Văn phòng Chính phủ"


def write(folder: Path, text: str) -> Path:
    path = folder / "letter.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def check(folder: Path, text: str, *more: str) -> list[str]:
    """What `--check` says of a letter, without the path of its file."""
    ran = run_egov("letter", "--check", write(folder, text), *more, cwd=LETTERS)
    assert ran.err == ""
    assert ran.code == (1 if ran.out else 0)
    return [line.removeprefix(f"{folder / 'letter.yaml'}:") for line in ran.out.splitlines()]


def check_text(folder: Path, letter: str, text: str) -> list[str]:
    return [line for line in check(folder, letter.format(text=text)) if LATER not in line]


@pytest.mark.parametrize(
    ("text", "findings"),
    [
        # A count is what the appendix lists, else a figure of its indicator and date
        ("Còn 9 bộ, ngành (Phụ lục I); 13 bộ, ngành và 21 địa phương (Phụ lục II)", []),
        ("Còn 34 bộ, ngành, địa phương (Phụ lục II kèm theo)", []),
        ("Có 19/30 bộ, ngành đã xong, còn 9 cơ quan (Phụ lục I)", []),
        ("Phụ lục II liệt kê 13 bộ; chín cơ quan ở Phụ lục I", []),
        (
            "Còn 8 bộ, ngành (Phụ lục I); 13 bộ và 22 địa phương (Phụ lục II)",
            [
                "8:8: LTR002 error '8 bộ, ngành' in the text; Phụ lục I lists 9 (Cơ quan)",
                ("8:8: LTR002 error '22 địa phương' in the text; Phụ lục II lists 13 (Cơ quan), 21 (Địa phương)"),
            ],
        ),
        (
            "Còn 21 bộ (Phụ lục II)",
            ["8:8: LTR002 error '21 bộ' in the text; Phụ lục II lists 13 (Cơ quan), 21 (Địa phương)"],
        ),
        # A count that goes with no appendix is a figure of the ledger, of the indicator and the date that are named
        (f"Đến 30/6/2016, 19/30 bộ, ngành đã {INTERCONNECTION}", []),
        (f"Quý II/2018, 28/29 cơ quan và 63 địa phương đã {INTERCONNECTION}", []),
        (
            f"Quý II/2018, 19/30 cơ quan đã {INTERCONNECTION}",
            [
                (
                    "8:8: LTR009 error '19/30 cơ quan' goes with no appendix and is no figure of the ledger of "
                    "document_connection, document_interconnection at 2018Q2; it has 28/29; 1 in progress (30 "
                    "June 2018, q2-2018-report-press), dòng 13; 63/63 (30 June 2018, q2-2018-report-press), dòng "
                    "13"
                )
            ],
        ),
        (
            f"Năm 2019, 29 bộ, ngành đã {INTERCONNECTION}",
            [
                (
                    "8:8: LTR009 error '29 bộ, ngành' goes with no appendix and is no figure of the ledger of "
                    "document_connection, document_interconnection at 2019; it has none"
                )
            ],
        ),
        # A word of doubt may be added to a figure, but not be left out
        (f"Năm 2016, hơn 60 địa phương đã {INTERCONNECTION}", []),
        # A day without a year is one of the calendar where it is in any year
        ("Gửi trước ngày 29 tháng 02", []),
        ("Gửi trước ngày 30 tháng 02", ["8:8: LTR003 error 'ngày 30 tháng 02' is no day of the calendar"]),
        # No number of bodies
        ("Mỗi cơ quan gửi 2 bộ hồ sơ; một số bộ, ngành; năm 2016 bộ, ngành", []),
    ],
)
def test_every_count_is_held_against_the_appendix_or_the_ledger(tmp_path: Path, text: str, findings: list[str]) -> None:
    assert check_text(tmp_path, DRAFT, text) == findings


@pytest.mark.parametrize(
    ("text", "findings"),
    [
        ("Còn 13 bộ, ngành và 21 địa phương (đếm theo phụ lục 1); 6 bộ, ngành (phụ lục 2, đếm theo phụ lục 2)", []),
        ("Một số bộ, ngành, địa phương (phụ lục 1 kèm theo)", []),
        (
            "Còn 13 bộ, ngành (phụ lục 1 kèm theo) và 6 bộ, ngành (đếm theo phụ lục 2)",
            [
                (
                    "9:8: LTR010 error '13 bộ, ngành' is no number that 1375/VPCP-KGVX prints, as far as the "
                    "ledger knows; where it is counted from an appendix, say so: '(đếm theo phụ lục 1)'"
                )
            ],
        ),
        (
            "Còn 14 bộ, ngành (đếm theo phụ lục 1)",
            ["9:8: LTR002 error '14 bộ, ngành' in the text; PHỤ LỤC 1 lists 13 (Cơ quan), 21 (Địa phương)"],
        ),
        # What was not known at the date of the letter bears nothing out
        (
            f"Đến 30/6/2016, 19/30 bộ, ngành đã {INTERCONNECTION}",
            [
                (
                    "9:8: LTR009 error '19/30 bộ, ngành' goes with no appendix and is no figure of the ledger of "
                    "document_connection, document_interconnection at 2016-06-30; it has none"
                )
            ],
        ),
    ],
)
def test_a_number_in_a_record_is_printed_in_the_original_or_marked_as_counted(
    tmp_path: Path, text: str, findings: list[str]
) -> None:
    assert check_text(tmp_path, RECORD, text) == findings


ORIGINAL = """\
period: 2016Q1
sources:
  own: {kind: letter, title: Công văn, number: 1375/VPCP-KGVX, reports: Văn phòng Chính phủ}
  other: {kind: letter, title: Công văn khác, number: 1376/VPCP-KGVX, reports: Văn phòng Chính phủ}
observations:
"""


@pytest.mark.parametrize(
    ("figure", "said"),
    [
        ("group: central, value: 7, source: own", []),
        ("group: central, value: 7, source: other", ["LTR010"]),
        ("group: central, outstanding: {count: 7, names: [Bộ Y tế]}, source: own", []),
        ("group: central, outstanding: {count: 9, names: [Bộ Y tế, Bộ Nội vụ]}, source: own", ["LTR010"]),
        ("group: provinces, value: 7, source: own", ["LTR009"]),
        ("group: central, value: 8, source: own", ["LTR009"]),
    ],
    ids=["its own", "another letter's", "its list's", "only inferred", "of provinces", "another number"],
)
def test_a_number_that_the_original_prints_need_not_be_marked(figure: str, said: list[str], tmp_path: Path) -> None:
    entry = f"  - {{indicator: lgsp, as_of: 2016-03-01, at: trang 1, {figure}}}\n"
    data = write_ledger(tmp_path / "data", {"2016Q1": ORIGINAL + entry})
    letter, _, _ = RECORD.format(text="Có 7 bộ, ngành").partition("appendices:")
    assert [line.split()[1] for line in check(tmp_path, letter, "--data", str(data))] == said


CONTRADICTED = (
    "8:8: LTR011 error 'không nêu tên' is contradicted: 2018Q2 names Bộ Quốc phòng in "
    "document_interconnection, as of 2018-06-30 (q2-2018-report-press, dòng 13; "
    "data/reports/2018Q2.yaml:61:27)"
)


@pytest.mark.parametrize(
    ("text", "findings"),
    [
        ("Còn 9 bộ (Phụ lục I). Các báo cáo sau đó không nêu tên từng cơ quan.", [CONTRADICTED]),
        ("Còn 9 bộ (Phụ lục I); báo cáo quý II/2018 không nêu tên.", [CONTRADICTED]),
        (f"Từ năm 2017 không nêu tên cơ quan chưa {INTERCONNECTION}.", [CONTRADICTED]),
        ("Còn 9 bộ (Phụ lục I); sau năm 2017 không nêu tên Bộ Quốc phòng.", [CONTRADICTED]),
        ("Còn 9 bộ (Phụ lục I); sau năm 2017 không nêu tên Bộ Tư pháp.", []),
        (
            "Còn 9 bộ (Phụ lục I); báo cáo quý IV/2017 không nêu tên.",
            [
                (
                    "8:8: LTR011 error 'không nêu tên' cannot be borne out: the ledger has no figure of "
                    "document_interconnection at 2017Q4"
                )
            ],
        ),
        ("Đến 30/6/2016, còn 9 bộ (Phụ lục I); đến 30/6/2018, cơ quan được nêu tên là Bộ Quốc phòng.", []),
        (
            "Đến 30/6/2016, còn 9 bộ (Phụ lục I); đến 30/6/2018, cơ quan được nêu tên là Bộ Quốc phòng và Bộ Công an.",
            [
                (
                    "8:8: LTR011 error 'được nêu tên' is said of Bộ Công an; no figure of "
                    "document_interconnection at 2018-06-30 names it"
                )
            ],
        ),
        ("Danh sách gần nhất có nêu tên là của năm 2016, các cơ quan có tên trong hai phụ lục rà soát", []),
    ],
)
def test_what_is_said_of_names_is_held_against_the_snapshots(tmp_path: Path, text: str, findings: list[str]) -> None:
    assert check_text(tmp_path, DRAFT, text) == findings


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        ("(Phụ lục I và II kèm theo), Phụ lục II của Nghị định 30, hai phụ lục", []),
        ("(phụ lục 1 kèm theo)", ["'phụ lục 1' in the text; the appendix is headed 'Phụ lục I'"]),
        ("Phụ lục II và 03", ["there is no 'phụ lục 03'; the appendices are Phụ lục I, Phụ lục II"]),
        (
            "Phụ lục 2, phụ lục V",
            [
                "'phụ lục 2' in the text; the appendix is headed 'Phụ lục II'",
                "there is no 'phụ lục V'; the appendices are Phụ lục I, Phụ lục II",
            ],
        ),
    ],
)
def test_every_appendix_in_the_text_is_there_and_numbered_as_it_is_headed(
    tmp_path: Path, text: str, messages: list[str]
) -> None:
    assert check_text(tmp_path, DRAFT, text) == [f"8:8: LTR008 error {message}" for message in messages]


def test_a_single_appendix_has_no_number_and_a_letter_without_any_mentions_none(tmp_path: Path) -> None:
    single = DRAFT.format(text="(Phụ lục I kèm theo)").partition("  - title: Bộ, địa phương")[0]
    assert check(tmp_path, single) == [
        "8:8: LTR008 error 'phụ lục I' in the text; the appendix is headed 'Phụ lục'",
    ]
    none = single.partition("appendices:")[0]
    assert check(tmp_path, none) == ["8:8: LTR008 error 'phụ lục I' in the text; the letter has no appendix"]


def test_numerals_that_the_form_does_not_allow_are_refused_rather_than_ignored(tmp_path: Path) -> None:
    found = check_text(tmp_path, f"numerals: arabic\n{DRAFT}", "Phụ lục I")
    assert found == [
        (
            "1:11: LTR008 error numerals: Decree 30/2020/NĐ-CP numbers appendices in Roman numerals, so "
            "arabic cannot be honoured"
        )
    ]


LISTED = """{quarter: 2016Q2, indicator: document_interconnection, group: central, source: most-repost-9-agencies,
         heading: Cơ quan}"""


@pytest.mark.parametrize(
    ("list_", "date", "findings"),
    [
        # Bình Dương and three others are done by a figure of 2017
        (
            "{quarter: 2016Q2, indicator: action_plan, group: provinces, order: alphabet}",
            "2020-04-10",
            [
                f"14:9: LTR005 warning {name} is listed as outstanding as of 2016-06-28; as of 2017-06-12 it is done "
                "(report-7242, mục 1.a)"
                for name in ("Bình Dương", "Đắk Lắk", "Khánh Hòa", "Phú Yên")
            ],
        ),
        # That figure was not there yet: neither before its day nor before the day of its report
        ("{quarter: 2016Q2, indicator: action_plan, group: provinces}", "2017-06-11", []),
        ("{quarter: 2016Q2, indicator: action_plan, group: provinces}", "2017-07-11", []),
        # Exempt by a later figure; the names that the letter gives itself have places of their own
        (
            "{quarter: 2016Q1, indicator: document_interconnection, group: central, names: [Bộ Quốc phòng]}",
            "2016-07-10",
            [
                (
                    "14:88: LTR005 warning Bộ Quốc phòng is listed as outstanding as of 2016-03-01; as of "
                    "2016-06-30 it is exempt (q2-report-press, dòng 4–5)"
                )
            ],
        ),
        # Outstanding in the middle, done before and in the end is done; done before the list says nothing
        (
            "{quarter: 2016Q1, indicator: document_interconnection, group: central, names: [Thanh tra Chính phủ]}",
            "2020-04-10",
            [],
        ),
        # What is later on no day that the date may mean
        ("{quarter: 2017Q4, indicator: signed_exchange, group: central}", "2020-04-10", []),
    ],
)
def test_only_later_figures_that_were_known_say_who_has_finished_since(
    tmp_path: Path, list_: str, date: str, findings: list[str]
) -> None:
    letter = DRAFT.replace("2020-04-10", date).partition("  - title: Bộ, địa phương")[0].format(text="Một.")
    assert check(tmp_path, letter.replace(LISTED, list_)) == findings


HEALTH = "names: [Bộ Y tế]"
OUTSTANDING = f"indicator: action_plan, group: central, as_of: 2016-03-01, outstanding: {{{HEALTH}}}"
ONE_LIST = """\
  - title: Bộ
    lists:
      - {quarter: 2016Q1, indicator: action_plan, group: central}
"""


def letter_of(appendices: str, text: str = "Một.") -> str:
    return DRAFT.partition("  - title:")[0].format(text=text) + appendices


@pytest.mark.parametrize(
    ("first", "second", "state"),
    [
        ([OUTSTANDING], [f"indicator: action_plan, group: central, as_of: 2016-04-30, done: {{{HEALTH}}}"], "done"),
        ([OUTSTANDING], [f"indicator: action_plan, group: all, as_of: 2016Q2, exempt: {{{HEALTH}}}"], "exempt"),
        # Done, and outstanding again: the latest figure counts, in whatever order the files have it
        (
            [OUTSTANDING],
            [
                f"indicator: action_plan, group: central, as_of: 2016-05-31, outstanding: {{{HEALTH}}}",
                f"indicator: action_plan, group: central, as_of: 2016-04-30, done: {{{HEALTH}}}",
            ],
            None,
        ),
        # Two sources contradict each other on one day
        (
            [OUTSTANDING],
            [
                f"indicator: action_plan, group: central, as_of: 2016-04-30, done: {{{HEALTH}}}",
                f"indicator: action_plan, group: central, as_of: 2016-04-30, source: mic, outstanding: {{{HEALTH}}}",
            ],
            None,
        ),
        # Not later on every day that the dates may mean
        ([OUTSTANDING], [f"indicator: action_plan, group: central, as_of: 2016, done: {{{HEALTH}}}"], None),
        ([OUTSTANDING], [f"indicator: action_plan, group: central, as_of: 2016-02-01, done: {{{HEALTH}}}"], None),
        ([OUTSTANDING], [f"indicator: action_plan, group: central, as_of: unknown, done: {{{HEALTH}}}"], None),
        (
            [OUTSTANDING.replace("2016-03-01", "unknown")],
            [f"indicator: action_plan, group: central, as_of: 2016-04-30, done: {{{HEALTH}}}"],
            None,
        ),
        # Another indicator, and a source that only repeats
        ([OUTSTANDING], [f"indicator: lgsp, group: central, as_of: 2016-04-30, done: {{{HEALTH}}}"], None),
        (
            [OUTSTANDING],
            [f"indicator: action_plan, group: central, as_of: 2016-04-30, repeats: true, done: {{{HEALTH}}}"],
            None,
        ),
    ],
)
def test_the_latest_figure_of_each_body_counts(
    tmp_path: Path, first: list[str], second: list[str], state: str | None
) -> None:
    reports = {"2016Q1": snapshot_text(first, "2016Q1"), "2016Q2": snapshot_text(second, "2016Q2")}
    data = write_ledger(tmp_path / "data", reports)
    found = check(tmp_path, letter_of(ONE_LIST), "--data", str(data))
    assert [line.partition(" it is ")[2].split()[0] for line in found] == ([state] if state else [])
    assert all(line.startswith("14:9: LTR005 warning Bộ Y tế is listed as outstanding as of ") for line in found)


@pytest.mark.parametrize(
    ("lists", "more"),
    [
        ("outstanding: {count: 9, names: [Bộ Y tế]}", 8),
        ("in_progress: {count: 3, names: [Bộ Y tế]}", 2),
        ("outstanding: {count: 2, names: [Bộ Y tế]}, in_progress: {names: [Bộ Công an]}", 0),
        ("outstanding: {names: [Bộ Y tế]}, exempt: {count: 2, names: [Bộ Công an]}", 0),
        ("outstanding: {count: 1, names: [Bộ Y tế]}", 0),
    ],
)
def test_a_list_whose_source_counts_more_than_it_names_is_not_complete(tmp_path: Path, lists: str, more: int) -> None:
    entry = f"indicator: action_plan, group: central, as_of: 2016-03-01, {lists}"
    data = write_ledger(tmp_path / "data", {"2016Q1": snapshot_text([entry], "2016Q1")})
    message = f"14:9: LTR006 warning the list is not complete: vpcp counts {more} more, unnamed"
    assert check(tmp_path, letter_of(ONE_LIST), "--data", str(data)) == ([message] if more else [])


def test_a_count_in_the_text_may_be_that_of_the_source_where_the_list_is_shorter(tmp_path: Path) -> None:
    entry = "indicator: action_plan, group: central, as_of: 2016-03-01, outstanding: {count: 9, names: [Bộ Y tế]}"
    data = write_ledger(tmp_path / "data", {"2016Q1": snapshot_text([entry], "2016Q1")})
    found = check(tmp_path, letter_of(ONE_LIST, "Còn 9 bộ (phụ lục)"), "--data", str(data))
    assert [line.split()[1] for line in found] == ["LTR006"]


@pytest.mark.parametrize(
    ("figures", "told"),
    [
        (0, "it has none"),
        (1, "it has 1/30 (30 March 2016, vpcp), trang 1"),
        (3, "it has {}; {}; {}".format(*(f"{number}/30 (30 March 2016, vpcp), trang 1" for number in (1, 2, 3)))),
        (4, ", and 1 more"),
        (5, ", and 2 more"),
    ],
)
def test_three_of_the_figures_that_the_ledger_has_are_told(figures: int, told: str, tmp_path: Path) -> None:
    names = ("lgsp", "wan", "architecture", "action_plan", "document_axis")
    entries = [
        f"indicator: {name}, group: central, as_of: 2016-03-30, value: {number}/30"
        for number, name in enumerate(names[:figures], 1)
    ]
    data = write_ledger(tmp_path / "data", {"2016Q1": snapshot_text(entries, "2016Q1")})
    (line,) = check(tmp_path, letter_of("  []\n", "Có 29 bộ"), "--data", str(data))
    assert "LTR009" in line
    assert line.endswith(told)
    assert line.count("trang 1") == min(figures, 3)


@pytest.mark.parametrize(
    ("field", "findings"),
    [
        (
            "recipients: [Các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ]",
            [
                (
                    "7:14: LTR012 warning 'cơ quan ngang bộ' seems to be the rest of the text before it; quote "
                    "it: 'Các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ'"
                )
            ],
        ),
        (
            "recipients: [Bộ Y tế, Bộ Văn hóa, Thể thao và Du lịch]",
            [
                (
                    "7:23: LTR012 warning 'Thể thao và Du lịch' seems to be the rest of the text before it; "
                    "quote it: 'Bộ Văn hóa, Thể thao và Du lịch'"
                )
            ],
        ),
        ("recipients: [Bộ Y tế, 'Bộ Văn hóa, Thể thao và Du lịch', Bộ Công an]", []),
        # Half of a name, before something else or behind it, is no name that was cut
        ("recipients: [Bộ Văn hóa, Bộ Công an]", []),
        ("recipients: [Bộ Công an, Thể thao và Du lịch]", []),
        ("recipients:\n  - Các bộ, cơ quan ngang bộ\n  - Ủy ban nhân dân", []),
        (
            "recipients: [Bộ Y tế, Lưu: VT]",
            ["7:23: SHP003 error recipients: expected a text, got a mapping; quote it: 'Lưu: VT'"],
        ),
    ],
)
def test_recipients_that_a_comma_cut_are_said_whole(tmp_path: Path, field: str, findings: list[str]) -> None:
    assert check(tmp_path, letter_of("  []\n").replace("recipients: [Bộ Tư pháp]", field)) == findings


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "lines: [Chủ nhiệm]",
            "lines: [KT. Bộ trưởng, Chủ nhiệm, Phó Chủ nhiệm]",
            (
                "9:18: LTR012 warning 'Chủ nhiệm' seems to be the rest of the text before it; quote it: 'KT. "
                "Bộ trưởng, Chủ nhiệm'"
            ),
        ),
        (
            "body: ['Một.']",
            "body: [Đến nay, còn thiếu. a) Hai, Ba đạt 36,95% so với kế hoạch]",
            (
                "8:8: LTR012 warning 'còn thiếu. a) Hai' seems to be the rest of the text before it; quote "
                "it: 'Đến nay, còn thiếu. a) Hai'\n8:36: LTR012 warning '95% so với kế hoạch' seems to be "
                "the rest of the text before it; quote it: 'Ba đạt 36,95% so với kế hoạch'"
            ),
        ),
        ("body: ['Một.']", "body: [Đề nghị, a) báo cáo, b) Hai]", ""),
        ("copies: [Như trên]", "copies: [Như trên, Thủ tướng Chính phủ (để b/c)]", ""),
    ],
)
def test_lines_that_a_comma_cut_are_said_whole(tmp_path: Path, old: str, new: str, message: str) -> None:
    assert check(tmp_path, letter_of("  []\n").replace(old, new)) == message.splitlines()


@pytest.mark.parametrize(
    ("figure", "said", "borne_out"),
    [
        ("khoảng 50", "khoảng 50", True),
        ("khoảng 50", "50", False),
        ("khoảng 50", "hơn 40", False),
        ("44", "hơn 40", True),
        ("44", "hơn 50", False),
    ],
)
def test_a_word_of_doubt_may_be_added_to_a_figure_and_not_left_out(
    tmp_path: Path, figure: str, said: str, *, borne_out: bool
) -> None:
    entry = f"indicator: action_plan, group: all, as_of: 2016-03-01, value: {figure}"
    data = write_ledger(tmp_path / "data", {"2016Q1": snapshot_text([entry], "2016Q1")})
    text = f"Có {said} cơ quan đã ban hành kế hoạch hành động"
    found = check(tmp_path, letter_of("  []\n", text), "--data", str(data))
    assert [line.split()[1] for line in found] == ([] if borne_out else ["LTR009"])


def refusals(folder: Path, text: str) -> list[str]:
    """Why no document is made of a letter; `--check` has to say the same, and what is wrong with the rest of it."""
    ran = run_egov("letter", write(folder, text), "-f", "md", cwd=LETTERS)
    assert (ran.code, ran.out) == (2, "")
    said = [line.removeprefix("egov: ").removeprefix(f"{folder / 'letter.yaml'}:") for line in ran.err.splitlines()]
    assert sorted(said) == sorted(line for line in check(folder, text) if LATER not in line)
    return said


@pytest.mark.parametrize(
    ("letter", "old", "new", "findings"),
    [
        (
            RECORD,
            "copies:",
            "signer: {{lines: [Phó Chủ nhiệm], name: Lê Mạnh Hà}}\ncopies:",
            [
                (
                    "10:1: LTR007 error a record has no 'signer': the letter was signed when it was sent, and nobody "
                    "signs what is printed of it here; delete the block, or write 'role: draft' for a letter to be "
                    "signed"
                )
            ],
        ),
        (
            DRAFT,
            "signer: {{lines: [Chủ nhiệm]}}\n",
            "",
            ["1:1: SHP002 error the field 'signer' is missing: a draft needs it"],
        ),
        (DRAFT, "body: ['{text}']\n", "", ["1:1: SHP002 error the field 'body' is missing: a draft needs it"]),
        (DRAFT, "role: draft\n", "", ["1:1: SHP002 error the field 'role' is missing"]),
        (
            DRAFT,
            "role: draft",
            "role: drat",
            ["1:7: SHP003 error role: expected record or draft, got 'drat'; did you mean 'draft'?"],
        ),
        # All at once: what is missing, what is no field, and what no registry knows
        (
            RECORD,
            "place: Hà Nội\nissuer: Văn phòng Chính phủ",
            "issuer: [a]\nnumerals: greek",
            [
                "1:1: SHP002 error the field 'place' is missing",
                "4:9: SHP003 error issuer: expected a text, got a list",
                "8:1: YML003 error the key 'numerals' is repeated; it stands in line 5 already",
                "5:11: SHP003 error numerals: expected roman or arabic, got 'greek'",
            ],
        ),
        (
            DRAFT,
            "place: Hà Nội\n",
            "plce: Hà Nội\n",
            [
                "1:1: SHP002 error the field 'place' is missing",
                "4:1: SHP001 error unknown field 'plce'; did you mean 'place'?",
            ],
        ),
    ],
)
def test_what_the_role_of_a_letter_asks_for(
    tmp_path: Path, letter: str, old: str, new: str, findings: list[str]
) -> None:
    found = refusals(tmp_path, letter.replace(old, new).format(text="Một."))
    assert sorted(found) == sorted(findings)


def test_all_that_is_wrong_is_said_at_once(tmp_path: Path) -> None:
    shape = DRAFT.replace("place: Hà Nội\n", "").replace(
        "indicator: action_plan, group: central", "indicator: acton_plan"
    )
    assert refusals(tmp_path, shape.replace("group: provinces", "group: provnces").format(text="Một.")) == [
        "1:1: SHP002 error the field 'place' is missing",
        "17:9: SHP002 error the field 'group' is missing",
    ]
    names = DRAFT.replace("place: Hà Nội\n", "").replace("indicator: action_plan", "indicator: acton_plan")
    assert [line.split()[1:2] + line.split()[0:1] for line in refusals(tmp_path, names.format(text="Một."))] == [
        ["SHP002", "1:1:"],
        ["REG005", "17:38:"],
        ["REG005", "18:38:"],
    ]
    text = "Đến 1/3/2016 còn 40 bộ (Phụ lục IV); 8 bộ (Phụ lục I). Các báo cáo sau không nêu tên."
    shapeless = DRAFT.replace("place: Hà Nội\n", "").replace("[Như trên]", "7").format(text=text)
    assert [line.split()[1] for line in check(tmp_path, shapeless) if LATER not in line] == [
        "SHP002", "LTR002", "LTR003", "LTR008", "LTR009", "LTR011", "SHP003",
    ]  # fmt: skip
    faulty = DRAFT.replace("quarter: 2016Q1", "quarter: 2016Q4").format(text=text)
    assert [line.split()[1] for line in check(tmp_path, faulty) if LATER not in line] == [
        "LTR002",
        "LTR003",
        "LTR008",
        "LTR009",
        "LTR011",
        "LTR004",
    ]


@pytest.mark.parametrize(
    ("letter", "regime", "labels", "text"),
    [
        (RECORD, None, ["PHỤ LỤC 1", "PHỤ LỤC 2"], "phụ lục 1, Phụ lục 2 và 3, phụ lục 1 của Nghị định 30"),
        (RECORD, "nd30", ["Phụ lục I", "Phụ lục II"], "phụ lục I, Phụ lục II và 3, phụ lục 1 của Nghị định 30"),
        # The letter's own form goes before that of its date, and the option before both
        (
            f"regime: nd30\n{RECORD}",
            None,
            ["Phụ lục I", "Phụ lục II"],
            "phụ lục 1, Phụ lục 2 và 3, phụ lục 1 của Nghị định 30",
        ),
        (
            f"regime: nd30\n{RECORD.replace('numerals: arabic', 'numerals: roman')}",
            "tt01",
            ["PHỤ LỤC I", "PHỤ LỤC II"],
            "phụ lục 1, Phụ lục 2 và 3, phụ lục 1 của Nghị định 30",
        ),
        (
            f"regime: tt01\n{DRAFT}",
            None,
            ["PHỤ LỤC I", "PHỤ LỤC II"],
            "phụ lục 1, Phụ lục 2 và 3, phụ lục 1 của Nghị định 30./.",
        ),
    ],
)
def test_the_form_numbers_the_appendices_and_the_text_follows_an_option(
    tmp_path: Path, letter: str, regime: str | None, labels: list[str], text: str
) -> None:
    written = write(tmp_path, letter.format(text="phụ lục 1, Phụ lục 2 và 3, phụ lục 1 của Nghị định 30"))
    more = ("--regime", regime) if regime else ()
    out = run_egov("letter", written, "-f", "md", *more, cwd=LETTERS).out
    assert [line[3:].partition(".")[0] for line in out.splitlines() if line.startswith("## ")] == labels
    assert text in out.splitlines()


def test_check_holds_the_text_as_the_option_prints_it(tmp_path: Path) -> None:
    letter = RECORD.format(text="(phụ lục 1 kèm theo), (phụ lục 3 kèm theo)")
    assert check(tmp_path, letter) == [
        "9:8: LTR008 error there is no 'phụ lục 3'; the appendices are PHỤ LỤC 1, PHỤ LỤC 2"
    ]
    assert check(tmp_path, letter, "--regime", "nd30") == [
        "9:8: LTR008 error there is no 'phụ lục 3'; the appendices are Phụ lục I, Phụ lục II"
    ]


def words_of(raw: bytes) -> list[str]:
    check_word(raw)
    document = Document(io.BytesIO(raw))
    cells = [cell.text for table in document.tables[:2] for row in table.rows for cell in row.cells]
    return [line for text in (*(one.text for one in document.paragraphs), *cells) for line in text.splitlines()]


@pytest.mark.parametrize("ending", ["md", "html", "docx"])
def test_a_record_says_that_its_text_is_a_summary_and_a_draft_has_room_for_a_signature(
    tmp_path: Path, ending: str
) -> None:
    found = {}
    bare = RECORD.replace("body: ['{text}']\n", "")
    for name, letter in {"record": RECORD, "bare": bare, "draft": DRAFT}.items():
        out = tmp_path / f"{name}.{ending}"
        assert run_egov("letter", write(tmp_path, letter.format(text="Một.")), "-o", out, cwd=LETTERS).code == 0
        lines = words_of(out.read_bytes()) if ending == "docx" else out.read_text(encoding="utf-8").splitlines()
        text = "\n".join(lines)
        found[name] = [SUMMARY in text, "Một./." in text, "Một." in text, "CHỦ NHIỆM" in text]
        assert "Như trên" in text
    assert found == {
        "record": [True, False, True, False],
        "bare": [False, False, False, False],
        "draft": [False, True, True, True],
    }


def test_the_notice_stands_below_the_subject_and_before_the_summary(tmp_path: Path) -> None:
    out = run_egov("letter", write(tmp_path, RECORD.format(text="Một.")), "-f", "md", cwd=LETTERS).out
    assert out.partition("## ")[0].splitlines()[10:] == [
        "# V/v gửi báo cáo",
        "",
        "Kính gửi: Bộ Tư pháp",
        "",
        f"***{SUMMARY}***",
        "",
        "Một.",
        "",
        "***Nơi nhận:***",
        "",
        "- Như trên.",
        "",
    ]


def test_a_record_names_the_bodies_as_its_source_prints_them(tmp_path: Path) -> None:
    record, draft = (
        run_egov("letter", write(tmp_path, letter.format(text="Một.")), "-f", "md", cwd=LETTERS).out
        for letter in (RECORD, DRAFT)
    )
    assert "| Viện Hàn lâm Khoa học công nghệ Việt Nam |" in record
    assert "| Viện Hàn lâm Khoa học và Công nghệ Việt Nam |" in draft


@pytest.mark.parametrize(
    ("field", "left_out"),
    [
        ("date: 2020-04-10", {"LTR002", "LTR008", "LTR009", "LTR011", "LTR005"}),
        ("role: draft", {"LTR002", "LTR009", "LTR011"}),
        ("body: [", {"LTR002", "LTR003", "LTR008", "LTR009", "LTR011"}),
    ],
)
def test_what_rests_on_a_field_that_cannot_be_read_is_not_said(tmp_path: Path, field: str, left_out: set[str]) -> None:
    text = "Đến 1/3/2016 còn 40 bộ (Phụ lục IV); 8 bộ (Phụ lục I). Các báo cáo sau không nêu tên."
    sound, faulty = DRAFT.format(text=text), DRAFT.format(text=text).replace(field, f"x{field}")
    rules = {line.split()[1] for line in check(tmp_path, sound)}
    assert rules == {"LTR002", "LTR003", "LTR005", "LTR008", "LTR009", "LTR011"}
    assert {line.split()[1] for line in check(tmp_path, faulty)} - {"SHP001", "SHP002"} == rules - left_out


def test_a_quarter_that_is_not_there_is_said_once(tmp_path: Path) -> None:
    letter = DRAFT.replace("2016Q1", "2016Q4").format(text="Một.")
    assert [line for line in check(tmp_path, letter) if LATER not in line] == [
        (
            "18:9: LTR004 error expected a quarter with a snapshot, got 2016Q4; did you mean '2016Q2'? There are "
            "2016Q1, 2016Q2, 2017Q2, 2017Q4, 2018Q2"
        )
    ]


def test_of_several_lists_a_letter_is_told_the_field_that_chooses(tmp_path: Path) -> None:
    letter = DRAFT.replace("source: most-repost-9-agencies,", "").format(text="Một.")
    assert [line for line in check(tmp_path, letter) if LATER not in line] == [
        (
            "14:9: LTR004 error 2016Q2: several lists of outstanding bodies, document_interconnection × central are as "
            "late as each other: central as of 2016-06-30 (q2-report-press, 7 outstanding named); central as of "
            "2016-06-30 (most-repost-9-agencies, 9 outstanding named); choose with source: q2-report-press or source: "
            "most-repost-9-agencies"
        )
    ]


REMINDING = """\
role: draft
number: 12/VPCP-KSTT
date: {day}
place: Hà Nội
issuer: Văn phòng Chính phủ
subject: đôn đốc
recipients: [Bộ Tư pháp]
body: [Các cơ quan tại Phụ lục kèm theo khẩn trương hoàn thành.]
signer: {{lines: [Chủ nhiệm]}}
copies: [Như trên]
appendices:
  - title: Bộ, ngành
    lists:
      - {{quarter: 2016Q2, indicator: document_interconnection, group: central, source: most-repost-9-agencies,
         heading: Cơ quan, {more}}}
"""
AGAIN = ["Thanh tra Chính phủ", "Đài Tiếng nói Việt Nam", "Ban Quản lý Lăng Chủ tịch Hồ Chí Minh"]


def reminding(folder: Path, day: str, more: str) -> str:
    file = folder / "letter.yaml"
    file.write_text(REMINDING.format(day=day, more=more), encoding="utf-8")
    return str(file)


def test_a_letter_lists_who_was_asked_before_and_says_which_reminder_it_is(tmp_path: Path) -> None:
    letter = run_egov("letter", reminding(tmp_path, "2016-07-15", "asked_before: 1"), cwd=LETTERS)
    rows = [
        line.split("|")[2].strip() for line in letter.out.splitlines() if line.startswith("| ") and "STT" not in line
    ]
    assert (letter.code, rows) == (0, [f"{name} (đôn đốc lần 2)" for name in AGAIN])
    every = run_egov("letter", reminding(tmp_path, "2016-07-15", "asked_before: 0"), cwd=LETTERS).out
    assert (every.count("(đôn đốc lần"), "| Bộ Tài chính |" in every) == (3, True)


def test_nobody_was_asked_before_the_first_letter_and_only_the_outstanding_are_asked(tmp_path: Path) -> None:
    early = run_egov("letter", reminding(tmp_path, "2016-03-04", "asked_before: 1"), cwd=LETTERS)
    assert (early.code, early.out) == (2, "")
    assert "LTR004 error none of its bodies was asked 1 times or more before 2016-03-04" in early.err
    done = run_egov("letter", "--check", reminding(tmp_path, "2016-07-15", "asked_before: 1, state: done"), cwd=LETTERS)
    assert (done.code, "SHP003 error only the outstanding are reminded: expected no 'asked_before'" in done.out) == (
        1,
        True,
    )


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Còn {count 1} bộ, ngành (Phụ lục I).", "Còn 9 bộ, ngành (Phụ lục I)./."),
        (
            "{count 2.1} bộ, ngành và {count 2.2} địa phương (Phụ lục II), cộng {count 2}.",
            "13 bộ, ngành và 21 địa phương (Phụ lục II), cộng 34./.",
        ),
    ],
)
def test_a_count_is_filled_from_the_appendix_and_agrees_with_it(tmp_path: Path, text: str, printed: str) -> None:
    letter = DRAFT.replace("'{text}'", f"'{text.replace('{', '{{').replace('}', '}}')}'").format()
    ran = run_egov("letter", write(tmp_path, letter), "-f", "md", cwd=LETTERS)
    assert ran.code == 0
    assert printed in ran.out.splitlines()
    assert [line for line in check(tmp_path, letter) if LATER not in line] == []


NO_SUCH_LIST = "is of a list that is not there; the appendices and their lists are 1 with 1, 2 with 2"
FORMS = "{count}, {count 2} for an appendix or {count 2.1} for a list of it"


def test_a_count_without_a_number_is_of_the_only_appendix(tmp_path: Path) -> None:
    letter = letter_of(ONE_LIST, "Còn {count} cơ quan (phụ lục).")
    assert "Còn 13 cơ quan (phụ lục)./." in run_egov("letter", write(tmp_path, letter), "-f", "md", cwd=LETTERS).out


@pytest.mark.parametrize(
    ("text", "findings"),
    [
        ("Còn {count} bộ", ["8:8: LTR008 error '{count}' says no appendix, and the letter has 2"]),
        (
            "Còn {count 3} bộ",
            [f"8:8: LTR008 error '{{count 3}}' {NO_SUCH_LIST}"],
        ),
        (
            "Còn {count 1.2} bộ",
            [f"8:8: LTR008 error '{{count 1.2}}' {NO_SUCH_LIST}"],
        ),
        (
            "Còn {number} bộ",
            [f"8:8: SHP003 error body: expected {FORMS}, got {{number}}"],
        ),
    ],
)
def test_a_count_that_cannot_be_filled_is_said_and_no_letter_is_written(
    tmp_path: Path, text: str, findings: list[str]
) -> None:
    letter = DRAFT.replace("{text}", text.replace("{", "{{").replace("}", "}}")).format()
    assert [line for line in check(tmp_path, letter) if LATER not in line] == findings
    ran = run_egov("letter", write(tmp_path, letter), "-f", "md", cwd=LETTERS)
    assert (ran.code, ran.out) == (2, "")
