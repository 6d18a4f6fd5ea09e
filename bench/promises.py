"""What is promised: CPU time in units of a bare interpreter, by what is measured. The README has the same table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bench.timing import ratios

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bench.timing import Result

MARGIN = 1.25
PROMISES: dict[str, float] = {
    "egov --help, cold": 4.5,
    "egov read, cold": 14,
    "egov status --quarter 2016Q2, cold": 12,
    "egov status --quarter 2016Q2, warm": 8,
    "egov quarters, cold": 11.5,
    "egov quarters, warm": 7,
    "egov trend lgsp, cold": 13,
    "egov trend lgsp, warm": 7.5,
    "egov trace 2016Q2 3, cold": 10.5,
    "egov trace 2016Q2 3, warm": 6.5,
    "egov diff 2016Q1 2016Q2, cold": 12.5,
    "egov diff 2016Q1 2016Q2, warm": 8,
    "egov check, 40 snapshots, cold": 29,
    "egov check, 40 snapshots, warm": 7,
    "egov check, 40 snapshots, one changed": 19,
    "egov diff, 93 bodies, 20% moved, cold": 11,
    "egov diff, 93 bodies, 20% moved, warm": 7.5,
    "egov diff, 11,000 bodies, 0.1% moved, cold": 81,
    "egov diff, 11,000 bodies, 0.1% moved, warm": 24,
    "egov diff, 11,000 bodies, 20% moved, cold": 80,
    "egov diff, 11,000 bodies, 20% moved, warm": 24,
    "egov report 2016Q2 -f md, cold": 13,
    "egov report 2016Q2 -f md, warm": 8.5,
    "egov report 2016Q2 -f html, cold": 13,
    "egov report 2016Q2 -f html, warm": 8.5,
    "egov report 2016Q2 -f docx, cold": 19,
    "egov report 2016Q2 -f docx, warm": 14.5,
    "egov letter 1375-vpcp-kgvx -f html, cold": 11,
    "egov letter 1375-vpcp-kgvx -f html, warm": 8,
    "egov letter 1375-vpcp-kgvx -f docx, cold": 17,
    "egov letter 1375-vpcp-kgvx -f docx, warm": 14,
}


def broken(results: list[Result]) -> Iterator[str]:
    """A sentence for each promise that is exceeded by a quarter or more."""
    for name, ratio in (ratios(results) if results else {}).items():
        promised = PROMISES.get(name)
        if promised and ratio > promised * MARGIN:
            yield f"{name}: {promised:g} times the bare interpreter are promised, it is {ratio:.1f}"
