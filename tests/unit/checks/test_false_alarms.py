"""What looks like a contradiction and is none, and its neighbour that is one."""

from __future__ import annotations

import pytest

from tests.running import check_texts

SOURCES = """\
sources:
  report: {kind: report, title: Báo cáo, reports: Văn phòng Chính phủ}
  press: {kind: press, title: Bài viết, reports: Văn phòng Chính phủ}
  repost: {kind: press, title: Bài đăng lại, reports: Văn phòng Chính phủ, repeats: report}
"""
CENTRAL = "indicator: document_interconnection, group: central, as_of: 2016-06-30"
MINISTRIES = "indicator: document_interconnection, group: ministries"
AGENCIES = "indicator: document_interconnection, group: government_agencies"
SERVICES = "indicator: online_services, group: national, as_of: 2016-06-30, breakdown: {level: 3}"
VISITS = "indicator: portal_visits, group: national"
PROVINCES = "indicator: action_plan, group: provinces"
LGSP = "indicator: lgsp, group: all, as_of: 2016-06-30"


def seen(period: str, *entries: str) -> list[str]:
    """The rules that see something at warning or above; each entry names its source in front."""
    lines = [entry.partition(": ")[::2] for entry in entries]
    used = "".join(f"  - {{{rest}, source: {source}, at: x}}\n" for source, rest in lines)
    found = check_texts(f"period: {period}\n{SOURCES}observations:\n{used}")
    return [line.split()[1] for line in found if line.split()[1] != "SRC002" and not line.endswith("note")]


@pytest.mark.parametrize(
    ("entries", "rules"),
    [
        ((f"report: {CENTRAL}, value: 19/30", f"press: {CENTRAL}, value: 19/30"), []),
        ((f"report: {CENTRAL}, value: 19/30", f"press: {CENTRAL}, value: 20/30"), ["SER004"]),
        ((f"report: {CENTRAL}, value: 19/30", f"repost: {CENTRAL}, value: 20/30"), []),
        ((f"report: {CENTRAL}, value: 19/30", f"press: {CENTRAL}, value: 20/30, repeats: true"), []),
        ((f"report: {CENTRAL}, value: 19/30", f"press: {CENTRAL}, value: '63,3%'"), []),
        ((f"report: {CENTRAL}, value: 19/30", f"press: {CENTRAL}, value: '66,3%'"), ["SER004"]),
        ((f"report: {SERVICES}, value: 49.352", f"press: {SERVICES}, value: gần 50.000"), []),
        ((f"report: {SERVICES}, value: 49.352", f"press: {SERVICES}, value: hơn 50.000"), ["SER004"]),
        ((f"report: {SERVICES}, value: 49.352", f"report: {SERVICES}, value: hơn 50.000"), ["FIG006"]),
        ((f"report: {SERVICES}, value: '12,7 triệu'", f"press: {SERVICES}, value: 12.768.123"), []),
        ((f"report: {LGSP}, value: '82,6%'", f"press: {LGSP}, value: gần 83%"), []),
        ((f"report: {VISITS}, as_of: 2016-05-07, value: trên 35 triệu",
          f"press: {VISITS}, as_of: 2016-05-19, value: hơn 35 triệu"), []),
        ((f"report: {VISITS}, as_of: 2016-05-07, value: trên 35 triệu",
          f"press: {VISITS}, as_of: 2016-05-19, value: 34 triệu"), ["SER005"]),
        ((f"report: {VISITS}, as_of: 2016-05-07, value: 35", f"press: {VISITS}, as_of: 2016-05, value: 34"), []),
        ((f"report: {PROVINCES}, as_of: 2016-04-30, value: 17", f"press: {PROVINCES}, as_of: 2016-06-02, value: 16"),
         ["SER001"]),
        ((f"report: {PROVINCES}, as_of: 2016-06, value: 55", f"press: {PROVINCES}, as_of: 2016-06-14, value: 44"), []),
        ((f"report: {CENTRAL}, value: 19/30, in_progress: {{count: 4}}, outstanding: {{count: 11}}",), []),
        ((f"report: {CENTRAL}, value: 19/30, in_progress: {{count: 4}}, outstanding: {{count: 7}}",), []),
        ((f"report: {CENTRAL}, value: 19/30, in_progress: {{count: 12}}",), ["FIG003"]),
        ((f"report: {CENTRAL}, value: 1, done: {{names: [Bộ Y tế, Bộ Nội vụ]}}",), ["FIG003"]),
        ((f"report: {CENTRAL}, outstanding: {{names: [Bộ Y tế]}}", f"press: {CENTRAL}, done: {{names: [Y tế]}}"),
         ["SER004"]),
        ((f"report: {CENTRAL}, outstanding: {{count: khoảng 5, names: [Bộ Y tế]}}",), []),
        (("report: indicator: un_egdi_rank, group: national, as_of: 2016, value: 86/193",), []),
        ((f"report: {CENTRAL}, value: 19/30", f"report: {MINISTRIES}, as_of: 2016-06-30, value: 20/22"), ["FIG008"]),
        ((f"report: {CENTRAL}, value: 19/30", f"report: {MINISTRIES}, as_of: 2016-06-30, value: 19/22"), []),
        ((f"report: {CENTRAL}, value: 19/30", f"press: {MINISTRIES}, as_of: 2016-06-30, value: 20/22"), []),
        ((f"report: {CENTRAL}, value: 19/30", f"report: {MINISTRIES}, as_of: 2016-06-29, value: 20/22"), []),
        ((f"report: {CENTRAL.replace('-30', '')}, value: 19/30", f"report: {MINISTRIES}, as_of: 2016-06, value: 20/22"),
         []),
        ((f"report: {CENTRAL}, value: 19/30", f"report: {MINISTRIES}, as_of: 2016-06-30, value: gần 20"), []),
        ((f"report: {CENTRAL}, value: 19/30", f"report: {MINISTRIES}, as_of: 2016-06-30, value: hơn 20"), ["FIG008"]),
        ((f"report: {CENTRAL}, value: 19/30", f"report: {MINISTRIES}, as_of: 2016-06-30, value: 20/22",
          f"report: {AGENCIES}, as_of: 2016-06-30, value: 3/8"), ["FIG005"]),
        ((f"report: {CENTRAL}, outstanding: {{count: 4}}",
          f"report: {MINISTRIES}, as_of: 2016-06-30, outstanding: {{count: 5}}"), ["FIG008"]),
    ],
)  # fmt: skip
def test_only_what_cannot_be_true_is_a_warning(entries: tuple[str, ...], rules: list[str]) -> None:
    assert seen("2016Q2", *entries) == rules


def test_a_merger_makes_neither_a_fall_nor_a_changed_n_a_warning() -> None:
    before = "{indicator: action_plan, group: provinces, as_of: 2025-06-30, value: 63/63, source: s, at: x}"
    after = before.replace("2025-06-30", "2025-09-30").replace("63/63", "34/34")
    head = "period: {}\nsources: {{s: {{kind: report, title: x}}}}\nobservations:\n  - {}\n"
    found = check_texts(head.format("2025Q2", before), head.format("2025Q3", after))
    assert [line.split()[1:] for line in found] == [["SER002", "note"]]


@pytest.mark.parametrize(
    ("old", "new", "rules"),
    [
        ("outstanding: {count: 4}", "outstanding: {count: 8}", ["SER008"]),
        ("outstanding: {count: 4}", "outstanding: {count: khoảng 8}", ["SER008"]),
        ("outstanding: {count: gần 10}", "outstanding: {count: 9}", []),
        ("outstanding: {count: gần 10}", "outstanding: {count: 10}", ["SER008"]),
        ("outstanding: {count: ít nhất 4}", "outstanding: {count: 8}", []),
        ("outstanding: {count: 4}", "value: 58/63", ["SER008"]),
        ("outstanding: {count: 4}", "value: 59/63", []),
        ("outstanding: {count: 4}", "outstanding: {names: [Hà Nam, Hà Nội, Hà Giang, Hà Tĩnh, Hòa Bình]}", ["SER008"]),
        ("value: 59/63", "outstanding: {count: 5}", ["SER008"]),
        ("value: 63 (100%)", "outstanding: {count: 1}", ["SER008"]),
        ("value: 59/63", "value: 50, outstanding: {count: 5}", ["SER001"]),
        ("value: 59/63, outstanding: {count: 4}", "value: 55/63, outstanding: {count: 8}", ["SER001"]),
        ("outstanding: {count: 4}, of: 63", "outstanding: {count: 8}, of: 64", ["SER002", "REG006"]),
        ("value: 59/63, outstanding: {count: 3}, exempt: {count: 1}", "value: 59/63", []),
        ("outstanding: {count: 4}, in_progress: {count: 4}", "outstanding: {count: 8}", []),
        ("outstanding: {names: [Hà Nam]}", "outstanding: {count: 2}", []),
        ("outstanding: {names: [Hà Nam]}, remarks: [{exhaustive: outstanding, note: x}]", "outstanding: {count: 2}",
         ["SER008"]),
    ],
)  # fmt: skip
def test_what_is_outstanding_grows_only_where_no_reading_lets_it_shrink(old: str, new: str, rules: list[str]) -> None:
    dated = f"report: {PROVINCES}, as_of: 2016-06-28, {old}", f"report: {PROVINCES}, as_of: 2016-06-29, {new}"
    assert seen("2016Q2", *dated) == rules


def test_what_is_outstanding_may_grow_at_a_date_that_overlaps_the_other_or_by_new_bodies() -> None:
    assert seen("2016Q2", f"report: {PROVINCES}, as_of: 2016-06-28, outstanding: {{count: 4}}",
                f"report: {PROVINCES}, as_of: 2016-06, outstanding: {{count: 8}}") == []  # fmt: skip
    old = "{indicator: action_plan, group: provinces, as_of: 2025-06-30, outstanding: {count: 4}, source: s, at: x}"
    new = old.replace("2025-06-30", "2025-09-30").replace("count: 4", "count: 8")
    head = "period: {}\nsources: {{s: {{kind: report, title: x}}}}\nobservations:\n  - {}\n"
    assert check_texts(head.format("2025Q2", old), head.format("2025Q3", new)) == []


@pytest.mark.parametrize(
    ("group", "rules"),
    [("national", []), ("all", ["REG007"]), ("central", ["REG007"]), ("Bộ Tài chính", []), ("phase-1-2016", [])],
)
def test_an_indicator_of_the_whole_country_is_printed_for_it_and_for_bodies_and_cohorts_but_for_no_other_group(
    group: str, rules: list[str]
) -> None:
    entry = f"indicator: axis_documents, kind: flow, breakdown: {{direction: total}}, as_of: 2016-06, group: {group}"
    assert seen("2016Q2", f"report: {entry}, value: 5") == rules


@pytest.mark.parametrize(("whole", "expected"), [("SER001", []), ("FIG004", ["REM001"])])
def test_a_remark_on_a_rule_across_quarters_is_left_alone_where_a_file_is_broken(
    whole: str, expected: list[str]
) -> None:
    remark = f"remarks: [{{rule: {whole}, note: x}}]"
    text = f"period: 2016Q2\n{SOURCES}observations:\n  - {{{CENTRAL}, value: 19/30, {remark}, source: report, at: x}}\n"
    found = [line.split()[1] for line in check_texts(text, "period: [")]
    assert [rule for rule in found if rule.startswith("REM")] == expected
