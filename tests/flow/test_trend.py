"""`egov trend` from end to end: every rule of an honest chart, each on a ledger of a few figures."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.building import snapshot_text, write_ledger
from tests.running import Outcome, run_egov

if TYPE_CHECKING:
    from pathlib import Path

ADOPTED = "indicator: document_interconnection, group: central"
LISTS = (
    "exempt: {count: 6, names: []}, "
    "outstanding: {count: 12, names: [Bộ Y tế, Bộ Tài chính, Bộ Nội vụ, Bộ Công an, Bộ Tư pháp, VOV]}"
)
NONE = "obligations: {}\n"


def trend(root: Path, reports: dict[str, list[str]], *args: str, obligations: str = NONE) -> Outcome:
    """The run of `egov trend` on a ledger of these quarters, each of entries of one line."""
    texts = {quarter: snapshot_text(entries, quarter) for quarter, entries in reports.items()}
    write_ledger(root, texts, {"obligations": obligations})
    return run_egov("trend", *args, "--data", root)


def chart(outcome: Outcome) -> str:
    """The rows of the first chart, without its head and without spaces at the ends of lines."""
    assert (outcome.code, outcome.err) == (0, "")
    _, _, after = outcome.out.partition("\nBộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ")
    rows = after.split("\n\n")[0].splitlines()[3:]
    return "\n".join(row.rstrip() for row in rows)


HONEST = {
    "a figure is joined to the one before, from which it may be subtracted": (
        {
            "2016Q1": [f"{ADOPTED}, as_of: 2016-03-31, value: 10/30"],
            "2016Q2": [f"{ADOPTED}, as_of: 2016-06-30, value: 20/30"],
        },
        """\
31/3/2016  10/30      │████████                ▏            [1] trang 1
30/6/2016  20/30      │████████████████        ▏       +10  [2] trang 1
""",
    ),
    "a break stands right above the figure that does not compare, and nothing joins the two": (
        {
            "2016Q1": [f"{ADOPTED}, as_of: 2016-03-31, value: 10/30"],
            "2016Q2": [f"{ADOPTED}, as_of: 2016-06-30, value: 20/29"],
        },
        """\
31/3/2016  10/30      │████████                ▏  [1] trang 1
≠ Không so sánh được với số liệu trên: khác tổng số: 30 → 29
30/6/2016  20/29      │████████████████       ▏   [2] trang 1
""",
    ),
    "every run of quarters without a figure is a gap that says which of them the ledger has": (
        {
            "2016Q1": [f"{ADOPTED}, as_of: 2016-03-31, value: 10/30"],
            "2016Q3": ["indicator: wan, group: central, as_of: 2016-09-30, value: 5"],
            "2017Q1": [f"{ADOPTED}, as_of: 2017-03-31, value: 20/30"],
            "2017Q2": ["indicator: wan, group: central, as_of: 2017-06-30, value: 6"],
        },
        """\
31/3/2016  10/30      │████████                ▏            [1] trang 1
… 3 quý không có số liệu (II/2016–IV/2016): bộ dữ liệu có III/2016, không nguồn nào nêu
31/3/2017  20/30      │████████████████        ▏       +10  [2] trang 1
… 1 quý không có số liệu (II/2017): bộ dữ liệu có, không nguồn nào nêu
""",
    ),
    "an approximate figure is solid to its lower bound and hatched to its upper one": (
        {
            "2016Q1": [f"{ADOPTED}, as_of: 2016-03-31, value: gần 20/30"],
            "2016Q2": [f"{ADOPTED}, as_of: 2016-06-30, value: 30/30"],
        },
        """\
31/3/2016  gần 20/30  │██████████████▒▒        ▏  [1] trang 1
≠ Không so sánh được với số liệu trên: số liệu ước tính hoặc làm tròn
30/6/2016  30/30      │████████████████████████▏  [2] trang 1
""",
    ),
    "an imprecise date is dashed and stands by its last day; no fall is claimed within it": (
        {
            "2016Q2": [
                f"{ADOPTED}, as_of: 2016-06, value: 8",
                f"{ADOPTED}, as_of: 2016-06-14, value: 10",
            ],
        },
        """\
14/6/2016     10         │████████████████████████  [1] trang 1 (1)
≠ Không so sánh được với số liệu trên: không xác định được ngày nào trước
tháng 6/2016  8          ┆███████████████████       [1] trang 1 (1)
""",
    ),
    "an unknown date stands below, on no axis and without a bar": (
        {
            "2016Q1": [f"{ADOPTED}, as_of: unknown, value: 7"],
            "2016Q2": [f"{ADOPTED}, as_of: 2016-06-14, value: 8", f"{ADOPTED}, as_of: 2016-06-30, value: 10"],
        },
        """\
… 1 quý không có số liệu (I/2016): bộ dữ liệu có, không nguồn nào nêu kèm ngày; I/2016: không rõ ngày, xem dưới
14/6/2016      8          │███████████████████                 [1] trang 1 (1)
30/6/2016      10         │████████████████████████        +2  [1] trang 1 (1)
không rõ ngày  7                                               [2] trang 1 (1)
""",
    ),
    "without an N there is no frame; the exempt are dotted, who is not named is hatched": (
        {
            "2016Q1": [f"{ADOPTED}, as_of: 2016-03-31, value: 12"],
            "2016Q2": [
                f"{ADOPTED}, as_of: 2016-06-30, value: 12/30, {LISTS}",
            ],
        },
        """\
31/3/2016  12         │██████████                                                 [1] trang 1 (1)
30/6/2016  12/30      │██████████▓▓▓▓/////:::::▏         =  12 (6 không nêu tên)  [2] trang 1
""",
    ),
    "sources of one date that agree are one row, those that do not are two": (
        {
            "2016Q1": [f"{ADOPTED}, as_of: 2016-03-31, value: 5/30"],
            "2016Q2": [
                f"{ADOPTED}, as_of: 2016-06-30, value: 10/30",
                f"{ADOPTED}, as_of: 2016-06-30, value: 10/30, source: press, at: dòng 2",
                f"{ADOPTED}, as_of: 2016-06-30, value: 15/30, source: press, at: dòng 9",
            ],
        },
        """\
31/3/2016  5/30       │████                    ▏            [1] trang 1
30/6/2016  10/30      │████████                ▏        +5  2 nguồn: [2] trang 1; [3] dòng 2
30/6/2016  15/30      │████████████            ▏            khác nguồn trên: [3] dòng 9
""",
    ),
    "what only repeats another document is no witness": (
        {
            "2016Q1": [
                f"{ADOPTED}, as_of: 2016-03-31, value: 5/30",
                f"{ADOPTED}, as_of: 2016-03-31, value: 5/30, source: repost",
            ],
            "2016Q2": [f"{ADOPTED}, as_of: 2016-06-30, value: 5/30"],
        },
        """\
31/3/2016  5/30       │████                    ▏            [1] trang 1
30/6/2016  5/30       │████                    ▏         =  [2] trang 1
1 số liệu chỉ nhắc lại văn bản khác, không tính là nguồn riêng.
""",
    ),
    "a figure alone gets no bar": (
        {"2016Q1": [f"{ADOPTED}, as_of: 2016-03-31, value: 5/30"]},
        """\
31/3/2016  5/30       [1] trang 1
""",
    ),
    "a list without a figure says so; its bodies are drawn": (
        {
            "2016Q1": [f"{ADOPTED}, as_of: 2016-03-01, outstanding: {{names: [Bộ Y tế, VOV]}}"],
            "2016Q2": [f"{ADOPTED}, as_of: 2016-06-30, value: 4"],
        },
        """\
01/3/2016  danh sách  │▓▓▓▓▓▓▓▓▓▓▓▓              2                [1] trang 1 (1)
≠ Không so sánh được với số liệu trên: số liệu khác dạng
30/6/2016  4          │████████████████████████                   [2] trang 1 (1)
""",
    ),
}


@pytest.mark.parametrize(("reports", "rows"), HONEST.values(), ids=HONEST)
def test_a_chart_is_honest(tmp_path: Path, reports: dict[str, list[str]], rows: str) -> None:
    assert chart(trend(tmp_path, reports, "document_interconnection")) + "\n" == rows


TARGETS = """\
obligations:
  half:
    task: half
    indicator: document_interconnection
    group: central
    by: Các bộ, ngành
    what_vi: Hoàn thành một nửa
    what_en: Half of it
    target: 50%
    due: 2016-03-31
    announced: 2016-01-01
    under: Công văn 1
  everyone:
    task: everyone
    indicator: document_interconnection
    group: central
    by: Các bộ, ngành
    what_vi: Hoàn thành tất cả
    what_en: All of it
    due: 2016-12-31
    announced: 2016-01-01
    under: Công văn 1
  elsewhere:
    task: elsewhere
    indicator: document_interconnection
    group: provinces
    by: Các địa phương
    what_vi: Hoàn thành tất cả
    what_en: All of it
    due: unknown
    announced: 2016-01-01
    under: Công văn 2
"""


def test_a_target_stands_at_its_due_date_with_the_verdict_and_nothing_is_drawn_beyond_the_last_figure(
    tmp_path: Path,
) -> None:
    reports = {
        "2016Q1": [f"{ADOPTED}, as_of: 2016-03-31, value: 10/30"],
        "2016Q2": [f"{ADOPTED}, as_of: 2016-06-30, value: 20/30"],
    }
    outcome = trend(tmp_path, reports, "document_interconnection", obligations=TARGETS)
    assert chart(outcome) == ROWS_WITH_TARGETS
    assert outcome.out.partition("Nhiệm vụ, thời hạn khác\n")[2].splitlines()[0] == ELSEWHERE


ROWS_WITH_TARGETS = """\
31/3/2016  10/30      │████████                ▏            [1] trang 1
◆ Hạn 31/3/2016: Hoàn thành một nửa (50%) (Các bộ, ngành); Công văn 1 → hoàn thành quá hạn
30/6/2016  20/30      │████████████████        ▏       +10  [2] trang 1
◆ Hạn 31/12/2016: Hoàn thành tất cả (Các bộ, ngành); Công văn 1 → chưa đến hạn"""
ELSEWHERE = "- Không nêu thời hạn: Hoàn thành tất cả (Các địa phương); Công văn 2 → nguồn không nêu thời hạn"
UNITS = {
    "percentages have one scale to 100, counts and percentages no common one": (
        "lgsp",
        ["25 (27%)", "76 (82,6%)", "gần 83%", "100%"],
        """\
31/3/2016   25 (27%)    │██████                              [1] trang 1 (1)
30/6/2016   76 (82,6%)  │████████████████████           +51  [2] trang 1 (1)
30/9/2016   gần 83%     │██████████████████▒▒                [3] trang 1 (2)
31/12/2016  100%        │████████████████████████            [4] trang 1
""",
    ),
    "words such as triệu leave a number open, with an upper bound or without": (
        "portal_visits",
        ["27,5 triệu", "trên 35 triệu", "ít nhất 40 triệu", "chưa đến 45 triệu"],
        """\
31/3/2016   27,5 triệu         │█████████████▒            [1] trang 1
30/6/2016   trên 35 triệu      │██████████████████▒▒      [2] trang 1
30/9/2016   ít nhất 40 triệu   │████████████████████▒▒▒▒  [3] trang 1
31/12/2016  chưa đến 45 triệu  │▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒   [4] trang 1
""",
    ),
    "of a rank fewer is better, so it has no bar": (
        "un_egdi_rank",
        ["89/193", "88/193", "86/193", "86/193"],
        """\
31/3/2016   89/193               [1] trang 1
30/6/2016   88/193           -1  [2] trang 1
30/9/2016   86/193           -2  [3] trang 1
31/12/2016  86/193            =  [4] trang 1
""",
    ),
}


@pytest.mark.parametrize(("indicator", "values", "rows"), UNITS.values(), ids=UNITS)
def test_all_bars_of_a_line_have_one_scale_from_zero(
    tmp_path: Path, indicator: str, values: list[str], rows: str
) -> None:
    group = "all" if indicator == "lgsp" else "national"
    days = ("2016-03-31", "2016-06-30", "2016-09-30", "2016-12-31")
    reports = {
        f"2016Q{number}": [f"indicator: {indicator}, group: {group}, as_of: {day}, value: '{value}'"]
        for number, (day, value) in enumerate(zip(days, values, strict=True), 1)
    }
    outcome = trend(tmp_path, reports, indicator)
    assert drawn(outcome) + "\n" == rows


def drawn(outcome: Outcome) -> str:
    """What is printed and drawn in each row of the only chart."""
    assert (outcome.code, outcome.err) == (0, "")
    _, _, after = outcome.out.partition("\n---")
    rows = after.split("\n\n")[0].splitlines()[1:]
    return "\n".join(row.rstrip() for row in rows if not row.startswith("≠"))


def grid(outcome: Outcome) -> str:
    """The rows of the only map, and the bodies by state as far as a line holds them."""
    assert (outcome.code, outcome.err) == (0, "")
    _, _, after = outcome.out.partition("Tỉnh, thành phố, ")
    return "\n".join(row[:90].rstrip() for row in after.split("\n\n")[0].splitlines()[1:-1]) + "\n"


def test_a_tile_map_has_every_province_where_it_lies_in_the_state_that_the_source_gives_it(tmp_path: Path) -> None:
    listed = "outstanding: {count: 2, names: [Hà Nội, Thành phố Hồ Chí Minh]}"
    reports = {
        "2025Q3": [f"indicator: architecture, group: provinces, as_of: 2025-09-30, value: 32/34, {listed}"],
        "2025Q4": ["indicator: architecture, group: provinces, as_of: unknown, value: 33/34"],
    }
    assert grid(trend(tmp_path, reports, "architecture", "--tiles")) == COUNTRY


COUNTRY = """\
✓ Lai Châu     ✓ Lào Cai      ✓ Tuyên Quang  ✓ Cao Bằng
✓ Điện Biên    ✓ Sơn La       ✓ Phú Thọ      ✓ Thái Nguyên  ✓ Lạng Sơn
                              ● Hà Nội       ✓ Bắc Ninh     ✓ Quảng Ninh
                              ✓ Ninh Bình    ✓ Hưng Yên     ✓ Hải Phòng
                              ✓ Thanh Hóa
                              ✓ Nghệ An
                              ✓ Hà Tĩnh
                                             ✓ Quảng Trị
                                                            ✓ Huế
                                                            ✓ Đà Nẵng
                                                            ✓ Quảng Ngãi
                                                            ✓ Gia Lai
                                                            ✓ Đắk Lắk
                              ✓ Đồng Nai     ✓ Lâm Đồng     ✓ Khánh Hòa
               ✓ Tây Ninh     ● Hồ Chí Minh
✓ An Giang     ✓ Đồng Tháp    ✓ Vĩnh Long
✓ Cà Mau       ✓ Cần Thơ
- ● Chưa hoàn thành (2): Hà Nội; Hồ Chí Minh
- ✓ Đã hoàn thành (32, suy ra): Cao Bằng; Điện Biên; Lai Châu; Sơn La; Lạng Sơn; Quảng Nin
"""


def test_each_date_has_its_map_and_a_date_without_one_is_an_error(tmp_path: Path) -> None:
    names = "outstanding: {names: [Hà Nội]}"
    reports = {
        "2016Q1": [f"indicator: architecture, group: provinces, as_of: 2016-03-31, {names}"],
        "2016Q2": [
            f"indicator: architecture, group: provinces, as_of: 2016-06-30, {names}",
            f"indicator: architecture, group: provinces, as_of: 2016-06-30, value: 62/63, {names}, source: press",
        ],
    }

    def maps(*args: str) -> list[str]:
        document = json.loads(trend(tmp_path, reports, "architecture", "--tiles", "-f", "json", *args).out)
        return [f"{one['as_of']} {len(one['tiles'])}" for one in document["maps"]]

    assert maps() == ["2016-06-30 63", "2016-06-30 63"]
    assert maps("--as-of", "2016-03-31") == ["2016-03-31 63"]
    assert maps("--as-of", "2016") == ["2016-03-31 63", "2016-06-30 63", "2016-06-30 63"]
    assert trend(tmp_path, reports, "architecture", "--tiles", "--as-of", "2017").err == (
        "egov: expected a figure of architecture that speaks of provinces one by one, got 2017; "
        "there are 2016-03-31, 2016-06-30\n"
    )


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (
            ("architectur",),
            "expected an indicator or a series, got \"architectur\"; did you mean 'architecture'?",
        ),
        (("wan",), "no snapshot of 2016Q2 has a figure of wan; egov trend lists what there is"),
        (
            ("document_exchange", "-g", "provinces"),
            "expected a group with figures of document_exchange, got provinces; there are central",
        ),
        (("-g", "central"), "-g: expected an indicator or a series before it, got none"),
        (("--tiles",), "--tiles: expected an indicator or a series before it, got none"),
        (("document_exchange", "--as-of", "2016"), "--as-of: expected --tiles beside it, got none"),
        (
            ("document_exchange", "--tiles"),
            "expected a figure of document_exchange that speaks of provinces one by one, got none; there are none",
        ),
        (("document_exchange", "-f", "json", "--excel"), "--excel: expected the format csv, got json"),
    ],
)
def test_what_is_not_there_is_one_sentence(tmp_path: Path, args: tuple[str, ...], said: str) -> None:
    reports = {"2016Q2": [f"{ADOPTED}, as_of: 2016-06-30, value: 10/30"]}
    assert trend(tmp_path, reports, *args) == Outcome(2, "", f"egov: {said}\n")


def test_a_ledger_of_one_quarter_without_obligations_has_its_overview(tmp_path: Path) -> None:
    reports = {"2016Q2": [f"{ADOPTED}, as_of: 2016-06-30, value: 10/30"]}
    assert trend(tmp_path, reports).out.splitlines()[-2:] == [
        "Kết nối, liên thông văn bản điện tử (document_exchange)",
        "Bộ, ngành       1  10/30 (30/6/2016)",
    ]


def test_a_ledger_without_figures_has_an_empty_overview_of_its_quarters(tmp_path: Path) -> None:
    document = json.loads(trend(tmp_path, {"2016Q2": []}, "-f", "json").out)
    assert (document["quarters"], document["lines"], document["others"]) == (["2016Q2"], [], [])
