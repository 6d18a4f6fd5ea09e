"""SER006: who was done is outstanding at a later date, by name or by what follows from the figures."""

from __future__ import annotations

import pytest

from tests.running import said_by

A = "indicator: architecture, group: government_agencies"
D27, D28, D29 = "as_of: 2016-06-27", "as_of: 2016-06-28", "as_of: 2016-06-29"
LEVEL = "indicator: level4_30_percent, group: government_agencies"
FOUR = "done: {names: [VOV, VTV, Thông tấn xã Việt Nam, Ban Quản lý Lăng Chủ tịch Hồ Chí Minh]}"
FIVE = "done: {names: [VOV, VTV, Thông tấn xã Việt Nam]}, outstanding: {count: 5}"

# What is printed; what the rule says of it.
CASES: dict[str, tuple[str, list[str], list[str]]] = {
    "named as done, then as outstanding": (
        "SER006",
        [f"{A}, {D28}, done: {{names: [VOV]}}", f"{A}, {D29}, outstanding: {{names: [VTV, VOV]}}"],
        [
            (
                "warning at VOV]: back from done at 2016-06-28 to outstanding at 2016-06-29 in "
                "architecture: Đài Tiếng nói Việt Nam (see {names: [VOV])"
            )
        ],
    ),
    "named as done, then as on trial": (
        "SER006",
        [f"{A}, {D28}, done: {{names: [VOV]}}", f"{A}, {D29}, in_progress: {{names: [VOV]}}"],
        [
            (
                "warning at VOV]: back from done at 2016-06-28 to outstanding at 2016-06-29 in "
                "architecture: Đài Tiếng nói Việt Nam (see {names: [VOV])"
            )
        ],
    ),
    "named as outstanding, then as done": (
        "SER006",
        [f"{A}, {D28}, outstanding: {{names: [VOV]}}", f"{A}, {D29}, done: {{names: [VOV]}}"],
        [],
    ),
    "named as done, then as exempt": (
        "SER006",
        [f"{A}, {D28}, done: {{names: [VOV]}}", f"{A}, {D29}, exempt: {{names: [VOV]}}"],
        [],
    ),
    "all done, then one named as outstanding": (
        "SER006",
        [f"{A}, {D28}, value: 8/8", f"{A}, {D29}, outstanding: {{names: [VOV]}}"],
        [
            (
                "warning at VOV]: back from done at 2016-06-28 to outstanding at 2016-06-29 in "
                "architecture: Đài Tiếng nói Việt Nam (see 8/8)"
            )
        ],
    ),
    "done by what follows, then outstanding by name": (
        "SER006",
        [f"{A}, {D28}, value: 7/8, outstanding: {{names: [VTV]}}", f"{A}, {D29}, outstanding: {{names: [VOV]}}"],
        [
            (
                "warning at VOV]: back from done at 2016-06-28 to outstanding at 2016-06-29 in "
                "architecture: Đài Tiếng nói Việt Nam (see 7/8)"
            )
        ],
    ),
    "named as done, then outstanding by what follows": (
        "SER006",
        [f"{A}, {D28}, done: {{names: [VOV]}}", f"{A}, {D29}, value: 1/8, done: {{names: [VTV]}}"],
        [
            (
                "warning at 1/8: back from done at 2016-06-28 to outstanding at 2016-06-29 in architecture: "
                "Đài Tiếng nói Việt Nam (see {names: [VOV])"
            )
        ],
    ),
    "all done, then five outstanding by what follows": (
        "SER006",
        [f"{A}, {D28}, value: 8/8", f"{A}, {D29}, value: 3/8, {FIVE}"],
        [
            (
                "warning at 3/8: back from done at 2016-06-28 to outstanding at 2016-06-29 in architecture: "
                "Ban Quản lý Lăng Chủ tịch Hồ Chí Minh, Bảo hiểm xã hội Việt Nam, Viện Hàn lâm Khoa học và "
                "Công nghệ Việt Nam and 2 more (see 8/8)"
            )
        ],
    ),
    "all done, then four outstanding by what follows": (
        "SER006",
        [f"{A}, {D28}, value: 8/8", f"{A}, {D29}, value: 4/8, {FOUR}"],
        [
            (
                "warning at 4/8: back from done at 2016-06-28 to outstanding at 2016-06-29 in architecture: "
                "Bảo hiểm xã hội Việt Nam, Viện Hàn lâm Khoa học và Công nghệ Việt Nam, Viện Hàn lâm Khoa "
                "học xã hội Việt Nam and 1 more (see 8/8)"
            )
        ],
    ),
    "three named as done, then nobody": (
        "SER006",
        [f"{A}, {D28}, {FIVE}", f"{A}, {D29}, value: 0/8"],
        [
            (
                "warning at 0/8: back from done at 2016-06-28 to outstanding at 2016-06-29 in architecture: "
                "Đài Tiếng nói Việt Nam, Thông tấn xã Việt Nam, Đài Truyền hình Việt Nam (see {names: [VOV)"
            )
        ],
    ),
    "done at two dates, then outstanding by what follows: the latest date of each": (
        "SER006",
        [f"{A}, {D27}, done: {{names: [VOV, VTV]}}", f"{A}, {D28}, done: {{names: [VOV]}}", f"{A}, {D29}, value: 0/8"],
        [
            (
                "warning at 0/8: back from done at 2016-06-27 to outstanding at 2016-06-29 in architecture: "
                "Đài Truyền hình Việt Nam (see {names: [VOV)"
            ),
            (
                "warning at 0/8: back from done at 2016-06-28 to outstanding at 2016-06-29 in architecture: "
                "Đài Tiếng nói Việt Nam (see {names: [VOV])"
            ),
        ],
    ),
    "said once, not again at the next date": (
        "SER006",
        [
            f"{A}, {D27}, done: {{names: [VOV]}}",
            f"{A}, {D28}, outstanding: {{names: [VOV]}}",
            f"{A}, {D29}, outstanding: {{names: [VOV]}}",
        ],
        [
            (
                "warning at VOV]: back from done at 2016-06-27 to outstanding at 2016-06-28 in "
                "architecture: Đài Tiếng nói Việt Nam (see {names: [VOV])"
            )
        ],
    ),
    "done again, and back again": (
        "SER006",
        [
            f"{A}, as_of: 2016-06-26, done: {{names: [VOV]}}",
            f"{A}, {D27}, outstanding: {{names: [VOV]}}",
            f"{A}, {D28}, done: {{names: [VOV]}}",
            f"{A}, {D29}, outstanding: {{names: [VOV]}}",
        ],
        [
            (
                "warning at VOV]: back from done at 2016-06-26 to outstanding at 2016-06-27 in "
                "architecture: Đài Tiếng nói Việt Nam (see {names: [VOV])"
            ),
            (
                "warning at VOV]: back from done at 2016-06-28 to outstanding at 2016-06-29 in "
                "architecture: Đài Tiếng nói Việt Nam (see {names: [VOV])"
            ),
        ],
    ),
    "within a month that holds the other date": (
        "SER006",
        [f"{A}, as_of: 2016-06-28, done: {{names: [VOV]}}", f"{A}, as_of: 2016-06, outstanding: {{names: [VOV]}}"],
        [],
    ),
    "two sources of one date": (
        "SER006",
        [f"{A}, {D28}, done: {{names: [VOV]}}", f"{A}, {D28}, outstanding: {{names: [VOV]}}, source: press"],
        [],
    ),
    "another document is only repeated": (
        "SER006",
        [f"{A}, {D28}, done: {{names: [VOV]}}", f"{A}, {D29}, outstanding: {{names: [VOV]}}, source: repost"],
        [],
    ),
    "by a list of a larger group": (
        "SER006",
        [
            f"{A}, {D28}, done: {{names: [VOV]}}",
            f"indicator: architecture, group: all, {D29}, outstanding: {{names: [VOV]}}",
        ],
        [
            (
                "warning at VOV]: back from done at 2016-06-28 to outstanding at 2016-06-29 in "
                "architecture: Đài Tiếng nói Việt Nam (see {names: [VOV])"
            )
        ],
    ),
    "of another indicator": (
        "SER006",
        [f"{A}, {D28}, done: {{names: [VOV]}}", f"indicator: lgsp, group: all, {D29}, outstanding: {{names: [VOV]}}"],
        [],
    ),
    "in something that does not stay done": (
        "SER006",
        [f"{LEVEL}, {D28}, done: {{names: [VOV]}}", f"{LEVEL}, {D29}, outstanding: {{names: [VOV]}}"],
        [],
    ),
    "the country has no bodies": (
        "SER006",
        [
            f"indicator: architecture, group: national, {D28}, value: 5/5",
            f"indicator: architecture, group: national, {D29}, value: 0/5",
        ],
        [],
    ),
}


@pytest.mark.parametrize(("rule", "entries", "expected"), CASES.values(), ids=CASES.keys())
def test_who_was_done_goes_back(rule: str, entries: list[str], expected: list[str]) -> None:
    assert said_by(rule, {"2016Q2": entries}) == expected
