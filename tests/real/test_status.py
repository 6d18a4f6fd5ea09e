"""`egov status` of the real ledger: the figures that it promises."""

from __future__ import annotations

import json
from functools import partial
from typing import Any

import pytest

from tests.building import ROOT, open_data
from tests.running import run_egov

egov = partial(run_egov, cwd=ROOT)
SOURCE_OF_2016Q2 = "q2-report-press"


def read_quarter(quarter: str, *options: str) -> list[dict[str, Any]]:
    outcome = egov("status", "--quarter", quarter, "-f", "json", *options)
    assert (outcome.code, outcome.err) == (0, "")
    observations: list[dict[str, Any]] = json.loads(outcome.out)["observations"]
    return observations


def the(observations: list[dict[str, Any]], **wanted: Any) -> dict[str, Any]:
    """The only observation with these facts."""
    (found,) = [seen for seen in observations if all(seen[key] == value for key, value in wanted.items())]
    return found


# What the quarters are known to say.


def test_in_2016q2_nineteen_of_thirty_are_interconnected_and_two_of_nine_are_unnamed() -> None:
    seen = the(
        read_quarter("2016Q2"),
        indicator="document_interconnection",
        group="central",
        as_of="2016-06-30",
        source=SOURCE_OF_2016Q2,
    )
    assert {key: seen[key] for key in ("value", "percent", "exempt", "unknown", "inferred")} == {
        "value": {"done": 19, "of": 30},
        "percent": 63.33,
        "exempt": {
            "count": 2,
            "names": ["Bộ Quốc phòng", "Bộ Công an"],
            "says": "đang nghiên cứu phương án kết nối riêng để đảm bảo an toàn, an ninh thông tin",
            "asked": None,
        },
        "unknown": 21,
        "inferred": False,
    }
    assert (seen["outstanding"]["count"], len(seen["outstanding"]["names"]), seen["outstanding"]["unnamed"]) == (
        9,
        7,
        2,
    )


@pytest.mark.parametrize(
    ("indicator", "group", "as_of", "printed", "outstanding"),
    [
        ("document_interconnection", "provinces", "2016-06-30", "63/63", None),
        ("dossier_publication", "central", "2016-06-28", "13/30", None),
        ("dossier_publication", "central", "2016-06", None, 15),
        ("dossier_publication", "provinces", "2016-06", None, 8),
        ("dossier_publication", "provinces", "2016-06-28", "55/63", 8),
        ("dossier_publication", "ministries", "unknown", None, 5),
        ("dossier_publication", "provinces", "unknown", None, 4),
        ("priority_services", "central", "2016", "83", None),
        ("priority_services", "provinces", "2016", "44", None),
    ],
)
def test_in_2016q2_every_figure_of_the_report_is_there(
    indicator: str, group: str, as_of: str, printed: str | None, outstanding: int | None
) -> None:
    seen = the(read_quarter("2016Q2"), indicator=indicator, group=group, as_of=as_of, source=SOURCE_OF_2016Q2)
    assert (seen["printed"], seen["outstanding"]["count"]) == (printed, outstanding)


def test_in_2016q2_fifty_five_provinces_are_inferred_to_have_published() -> None:
    seen = the(
        read_quarter("2016Q2", "--agencies"),
        indicator="dossier_publication",
        group="provinces",
        as_of="2016-06-28",
        source=SOURCE_OF_2016Q2,
    )
    states = [(body["state"], body["inferred"]) for body in seen["bodies"]]
    assert (states.count(("done", True)), states.count(("outstanding", False)), len(states)) == (55, 8, 63)


@pytest.mark.parametrize(
    ("indicator", "group", "named"),
    [
        ("action_plan", "central", 13),
        ("action_plan", "provinces", 21),
        ("document_interconnection", "central", 6),
        ("dossier_publication", "ministries", 18),
        ("dossier_publication", "provinces", 38),
    ],
)
def test_in_2016q1_the_appendices_of_letter_1375_are_whole(indicator: str, group: str, named: int) -> None:
    seen = the(read_quarter("2016Q1"), indicator=indicator, group=group, as_of="2016-03-01", source="letter-1375")
    assert (len(seen["outstanding"]["names"]), seen["outstanding"]["unnamed"], seen["inferred"]) == (named, 0, False)
    assert (seen["value"], seen["printed"]) == (None, None)


def test_in_2016q1_twenty_printed_cells_are_eighteen_bodies() -> None:
    path = ROOT / "data" / "reports" / "2016Q1.yaml"
    outcome = egov("status", "-q", "2016Q1", "-i", "dossier_publication", "-g", "ministries", "--agencies")
    assert outcome.code == 0
    assert "- Chưa hoàn thành (18): " in outcome.out
    assert "20 ô chỉ là 18 cơ quan" in outcome.out
    assert path.read_text(encoding="utf-8").count("Bộ Ngoại giao") >= 2


@pytest.mark.parametrize(("group", "number"), [("central", 25), ("provinces", 63)])
def test_in_2016q1_the_connected_are_counted_without_any_n(group: str, number: int) -> None:
    seen = the(read_quarter("2016Q1"), indicator="document_connection", group=group, as_of="2016-03-24")
    assert (seen["value"], seen["percent"], seen["inferred"]) == ({"number": number}, None, False)
    assert seen["unknown"] is None  # the source says nothing of single bodies


IN_2018Q2: list[tuple[str, str, dict[str, str], str, tuple[object, ...]]] = [
    ("document_interconnection", "central", {}, "adoption", ("28/29", {"done": 28, "of": 29}, None, 96.55)),
    ("online_services", "central", {"level": "3-4"}, "stock", ("1.578", {"number": 1578}, None, 3.2)),
    ("online_services", "provinces", {"level": "3-4"}, "stock", ("47.774", {"number": 47774}, None, 96.8)),
    ("online_services", "national", {"level": "3-4"}, "stock", ("gần 50.000", {"number": 50000}, "gần", None)),
    ("services_with_dossiers", "central", {}, "share", ("36,95% (583/1.578)", {"done": 583, "of": 1578}, None, 36.95)),
    ("feedback", "national", {"stage": "received"}, "flow", ("868", {"number": 868}, None, None)),
    ("feedback", "national", {"stage": "in_scope"}, "flow", ("194", {"number": 194}, None, None)),
    ("feedback", "national", {"stage": "answered"}, "flow", ("189", {"number": 189}, None, None)),
    ("feedback", "national", {"stage": "received"}, "cumulative", ("7.586", {"number": 7586}, None, None)),
    ("feedback", "national", {"stage": "in_scope"}, "cumulative", ("1.829", {"number": 1829}, None, None)),
    ("feedback", "national", {"stage": "answered"}, "cumulative", ("1.517", {"number": 1517}, None, 82.9)),
]


@pytest.mark.parametrize(("indicator", "group", "breakdown", "kind", "figure"), IN_2018Q2)
def test_in_2018q2_every_figure_of_the_report_is_there(
    indicator: str, group: str, breakdown: dict[str, str], kind: str, figure: tuple[object, ...]
) -> None:
    report = [seen for seen in read_quarter("2018Q2") if seen["source"] == "q2-2018-report-press"]
    seen = the(report, indicator=indicator, group=group, breakdown=breakdown, kind=kind)
    assert tuple(seen[key] for key in ("printed", "value", "qualifier", "percent")) == figure
    assert (seen["from"], seen["as_of"]) == (None, "2018Q2" if kind == "flow" else "2018-06-30")


def test_in_2018q2_nothing_is_inferred_from_an_n_that_is_not_the_registry_s() -> None:
    seen = the(read_quarter("2018Q2", "--agencies"), indicator="document_interconnection", group="central")
    assert seen["inferred"] is False
    assert {body["state"] for body in seen["bodies"] if body["name"] != "Bộ Quốc phòng"} == {"unknown"}


@pytest.mark.parametrize("quarter", ["2016Q1", "2016Q2", "2018Q2"])
def test_every_figure_leads_to_the_line_where_it_stands(quarter: str) -> None:
    lines = (ROOT / "data" / "reports" / f"{quarter}.yaml").read_text(encoding="utf-8").splitlines()
    for seen in read_quarter(quarter):
        location = seen["place"]
        assert location["path"] == f"data/reports/{quarter}.yaml"
        entry_lines = "\n".join(lines[location["line"] - 1 : location["line"] + 14])
        assert entry_lines.lstrip().startswith(f"- indicator: {seen['indicator']}")
        assert seen["printed"] is None or seen["printed"] in entry_lines


def test_the_table_of_2016q2_says_it_in_the_words_of_the_reports() -> None:
    outcome = egov("status", "--quarter", "2016Q2", "--all")
    rows = [" ".join(line.split()) for line in outcome.out.splitlines()]
    assert rows[:3] == ["Tình hình thực hiện Nghị quyết số 36a/NQ-CP quý II năm 2016", "Dữ liệu: data", ""]
    for words in (
        "Bộ, ngành 19/30 63,33% 9 (2 không nêu tên) 2 21 30/6/2016 ",
        "Tỉnh, thành phố 63/63 100,00% 30/6/2016 ",
        "Bộ, ngành 13/30 43,33% 30 28/6/2016 ",
        "Bộ, ngành 15 (không nêu tên) 2 – tháng 6/2016 ",
        "Tỉnh, thành phố 55/63 87,30% 8 28/6/2016 ",
        "Bộ, cơ quan ngang bộ 5 (không nêu tên) 2 – không rõ ngày ",
        "Tỉnh, thành phố 4 (không nêu tên) – không rõ ngày ",
        "Bộ, ngành, mức độ 3, 4 83 năm 2016 ",
        "Tỉnh, thành phố, mức độ 3 44 năm 2016 ",
    ):
        assert any(row.startswith(words) for row in rows), words


# The first screen.


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_quarter_fits_a_screen_of_24_lines_and_100_columns_and_says_what_it_leaves_out(lang: str) -> None:
    for quarter in map(str, open_data(ROOT / "data").quarters):
        shown = egov("status", quarter, "--lang", lang, env={"COLUMNS": "100", "NO_COLOR": "1"}, terminal=True).out
        lines = shown.splitlines()
        assert (quarter, len(lines) <= 24, max(map(len, lines)) <= 100) == (quarter, True, True)
        records = read_quarter(quarter)
        left = len(records) - sum(record["headline"] for record in records)
        more = (
            f"+ {left} số liệu khác: --all"
            if lang == "vi"
            else f"+ {left} other figure{'s' if left > 1 else ''}: --all"
        )
        assert (lines[-1] == more) is (left > 0)


def test_the_first_screen_of_2016q2() -> None:
    shown = egov("status", "2016Q2", env={"COLUMNS": "100", "NO_COLOR": "1"}, terminal=True)
    assert (shown.code, shown.err) == (0, "")
    assert (
        shown.out.replace("\u00a0", " ")
        == """\
Tình hình thực hiện Nghị quyết số 36a/NQ-CP quý II năm 2016

Chỉ tiêu, cơ quan  Số liệu  Hình       Tỷ lệ  Chưa xong    Tính đến   Thay đổi    Thời hạn
-----------------  -------  --------  ------  -----------  ---------  ----------  ------------------
Ban hành kế hoạch hành động thực hiện Nghị quyết 36a
  Bộ, ngành        29/30    │█████ ▏  96,67%  1            28/6/2016  còn 13 → 1
  Tỉnh, thành phố  59/63    │█████ ▏  93,65%  4            28/6/2016  còn 21 → 4
Kết nối, liên thông phần mềm quản lý văn bản với Văn phòng Chính phủ
  Bộ, ngành        19/30    │████  ▏  63,33%  9            30/6/2016  còn 6 → 9   quá hạn 30/6/2016
  Tỉnh, thành phố  63/63    │██████▏    100%               30/6/2016  ≠ khác      đúng hạn 30/6/2016
                                                                      dạng
Công khai tiến độ giải quyết hồ sơ trên Cổng Thông tin điện tử Chính phủ
  Bộ, ngành        13/30    │███   ▏  43,33%  15 (6/2016)  28/6/2016  lần đầu     quá hạn ≤30/3/2016
  Bộ, cơ quan                                 7            28/6/2016  còn 18 → 7
  ngang bộ
  Tỉnh, thành phố  55/63    │█████ ▏  87,30%  8            28/6/2016  còn 38 → 8  quá hạn ≤30/3/2016

Chưa hoàn thành từ 2 chỉ tiêu: Bộ Tư pháp (2); Bộ Tài chính (2); Ngân hàng Nhà nước Việt Nam (2);
Thanh tra Chính phủ (2); Phú Yên (2); Bình Dương (2)
Sắp đến hạn (trước 01/8/2016): Kết nối, liên thông văn bản điện tử với Văn…; quá hạn: 11 nhiệm vụ
+ 28 số liệu khác: --all
"""
    )


def test_a_body_is_found_in_the_lists_of_its_groups() -> None:
    shown = egov("status", "2016Q2", "-g", "Bộ Tài chính").out
    assert "Bộ Tài chính: chưa hoàn thành 2 chỉ tiêu: Liên thông văn bản; Công khai tiến độ hồ sơ\n" in shown
    assert "no source says that it is outstanding" in egov("status", "2016Q2", "-g", "Bộ Y tế", "--lang", "en").out
