"""SRC001 to SRC005: links between sources, sources that nothing needs, and dates against documents and quarters."""

from __future__ import annotations

import pytest

from tests.building import placed_obligation
from tests.running import said_by

ENTRY = "{indicator: lgsp, group: central, as_of: %s, value: 9/30, source: report, at: a}"
REPORT = "report: {kind: report, title: Báo cáo}"


def text(*sources: str, quarter: str = "2016Q2", as_of: str = "2016-06-30") -> str:
    """A snapshot of these sources and of one figure."""
    lines = "".join(f"  {source}\n" for source in sources)
    return f"period: {quarter}\nsources:\n{lines}observations:\n  - {ENTRY % as_of}\n"


LINKED = {"2016Q1": text(REPORT, quarter="2016Q1", as_of="2016-03-31")}
Quarters = dict[str, str]

# The rule; the texts of quarters; what the rule says of them.
CASES: dict[str, tuple[str, Quarters, list[str]]] = {
    # Links to other quarters
    "a source of another quarter is repeated": (
        "SRC001",
        {**LINKED, "2016Q2": text("report: {kind: report, title: B, repeats: 2016Q1/report}")},
        [],
    ),
    "a source of another quarter that is nowhere is repeated": (
        "SRC001",
        {**LINKED, "2016Q2": text("report: {kind: report, title: B, repeats: 2016Q1/reprot}")},
        ["error at report: {kind: report: undefined source '2016Q1/reprot'; did you mean '2016Q1/report'?"],
    ),
    "a source of another quarter that is nowhere is superseded": (
        "SRC001",
        {**LINKED, "2016Q2": text("report: {kind: report, title: B, supersedes: 2015Q4/letter}")},
        ["error at report: {kind: report: undefined source '2015Q4/letter'"],
    ),
    "a source of this quarter that is nowhere is said where it is read": (
        "SRC001",
        {"2016Q2": text("report: {kind: report, title: B, repeats: reprot}")},
        ["error at reprot: undefined source 'reprot'; did you mean 'report'?"],
    ),
    "a source of this quarter by its whole name": (
        "SRC001",
        {"2016Q2": text(REPORT, "press: {kind: press, title: B, repeats: 2016Q2/report}")},
        [],
    ),
    # Sources without need
    "a source of which nothing comes": (
        "SRC002",
        {"2016Q2": text(REPORT, "press: {kind: press, title: B}")},
        ["warning at press: {kind: press: no figure comes from the source 'press'"],
    ),
    "a source that another one repeats": (
        "SRC002",
        {"2016Q2": text("report: {kind: report, title: B, repeats: press}", "press: {kind: press, title: B}")},
        [],
    ),
    "a source that another quarter supersedes": (
        "SRC002",
        {
            "2016Q1": text(REPORT, "press: {kind: press, title: B}", quarter="2016Q1", as_of="2016-03-31"),
            "2016Q2": text("report: {kind: report, title: B, supersedes: 2016Q1/press}"),
        },
        [],
    ),
    "a source of which nothing comes, in a file from which something is left out": (
        "SRC002",
        {"2016Q2": text(REPORT, "press: {kind: press, title: B}", as_of="2016-06-31")},
        [],
    ),
    # Dates of documents
    "as of the day of the document": (
        "SRC003",
        {"2016Q2": text("report: {kind: report, title: B, date: 2016-06-30}")},
        [],
    ),
    "as of the day after the document": (
        "SRC003",
        {"2016Q2": text("report: {kind: report, title: B, date: 2016-06-29}")},
        [("error at 2016-06-30: as of 2016-06-30, but 'report' is dated 2016-06-29 (see report: {kind: report)")],
    ),
    "as of a day in the month of the document": (
        "SRC003",
        {"2016Q2": text("report: {kind: report, title: B, date: 2016-06}")},
        [],
    ),
    "as of a day after the month of the document": (
        "SRC003",
        {"2016Q2": text("report: {kind: report, title: B, date: 2016-05}")},
        [("error at 2016-06-30: as of 2016-06-30, but 'report' is dated 2016-05 (see report: {kind: report)")],
    ),
    "as of a month that begins before the document": (
        "SRC003",
        {"2016Q2": text("report: {kind: report, title: B, date: 2016-06-01}", as_of="2016-06")},
        [],
    ),
    "as of no date that is known": (
        "SRC003",
        {"2016Q2": text("report: {kind: report, title: B, date: 2016-06-01}", as_of="unknown")},
        [],
    ),
    "of a document without a date": ("SRC003", {"2016Q2": text(REPORT)}, []),
    "of a document of no date that is known": (
        "SRC003",
        {"2016Q2": text("report: {kind: report, title: B, date: unknown}")},
        [],
    ),
    # Quarters
    "on the first day of the quarter": ("SRC004", {"2016Q2": text(REPORT, as_of="2016-04-01")}, []),
    "on the day before the quarter": (
        "SRC004",
        {"2016Q2": text(REPORT, as_of="2016-03-31")},
        ["warning at 2016-03-31: as of 2016-03-31, which is outside 2016Q2"],
    ),
    "on the last day of the quarter": ("SRC004", {"2016Q2": text(REPORT, as_of="2016-06-30")}, []),
    "on the day after the quarter": (
        "SRC004",
        {"2016Q2": text(REPORT, as_of="2016-07-01")},
        ["warning at 2016-07-01: as of 2016-07-01, which is outside 2016Q2"],
    ),
    "in a year that holds the quarter": ("SRC004", {"2016Q2": text(REPORT, as_of="2016")}, []),
    "in the month before the quarter": (
        "SRC004",
        {"2016Q2": text(REPORT, as_of="2016-03")},
        ["warning at 2016-03: as of 2016-03, which is outside 2016Q2"],
    ),
    "in the month after the quarter": (
        "SRC004",
        {"2016Q2": text(REPORT, as_of="2016-07")},
        ["warning at 2016-07: as of 2016-07, which is outside 2016Q2"],
    ),
    "on no date that is known": ("SRC004", {"2016Q2": text(REPORT, as_of="unknown")}, []),
    "a figure of no date that is known": (
        "SRC005",
        {"2016Q2": text(REPORT, as_of="unknown")},
        ["note at unknown: the as-of date is not known"],
    ),
    "a figure of a date": ("SRC005", {"2016Q2": text(REPORT)}, []),
}


@pytest.mark.parametrize(("rule", "quarters", "expected"), CASES.values(), ids=CASES.keys())
def test_sources_and_dates(rule: str, quarters: Quarters, expected: list[str]) -> None:
    assert said_by(rule, quarters) == expected


def test_links_to_other_quarters_are_looked_for_only_where_all_of_them_are_read() -> None:
    quarters = {"2016Q2": text("report: {kind: report, title: B, repeats: 2016Q1/report}")}
    assert [len(said_by("SRC001", quarters, whole=whole)) for whole in (True, False)] == [1, 0]


def test_a_source_that_tells_what_was_due_is_needed() -> None:
    quarters = {"2016Q2": text(REPORT, "press: {kind: press, title: B}")}
    told = [
        said_by("SRC002", quarters, [placed_obligation(told_by=source)]) for source in ("2016Q2/press", "2016Q1/press")
    ]
    assert told == [[], CASES["a source of which nothing comes"][2]]
