"""The day by which something was due, where a source says only for how long it has been overdue."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.building import open_data, write_ledger

if TYPE_CHECKING:
    from pathlib import Path

ENTRY = (
    "task: a, indicator: lgsp, group: VTV, by: VTV, what_vi: v, what_en: e, under: Nghị quyết, due: unknown, "
    "overdue: {{printed: {printed}, as_of: {as_of}, source: 2016Q2/vpcp, at: dòng 1}}"
)


@pytest.mark.parametrize(
    ("printed", "as_of", "deadline"),
    [
        ("quá 10 ngày", "2016-06-30", date(2016, 6, 20)),
        ("quá 2 tuần", "2016-06-30", date(2016, 6, 16)),
        ("quá 2 tháng", "2016-06-30", date(2016, 4, 30)),
        ("quá 1 năm", "2016-06-30", date(2015, 6, 30)),
        ("quá 2 tháng", "2016-06", date(2016, 4, 30)),
        ("quá 2 tháng", "unknown", None),
    ],
)
def test_what_is_overdue_since_some_time_was_due_that_long_before(
    printed: str, as_of: str, deadline: date | None, tmp_path: Path
) -> None:
    text = f"obligations:\n  a: {{{ENTRY.format(printed=printed, as_of=as_of)}}}\n"
    (placed,) = open_data(write_ledger(tmp_path, {}, {"obligations": text})).obligations
    assert placed.obligation.deadline == deadline
