"""Whether two observations may be compared, and by how much their figures differ: a row a branch."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from egov_tracker.inference.comparability import figure_reasons, points_between, shared_reasons, units_between
from tests.building import definitions, load_one, snapshot

if TYPE_CHECKING:
    from egov_tracker.model.observation import Observation

BODIES = "indicator: lgsp, group: provinces"
SHARE = "indicator: level4_share, group: central"
SERVED = "indicator: services_with_dossiers, group: central"
FLOW = "indicator: feedback, group: national, breakdown: {stage: received}, kind: flow"
TOTAL = "indicator: feedback, group: national, breakdown: {stage: received}, kind: cumulative"
RANK = "indicator: un_egdi_rank, group: national"
A, B = "as_of: 2016-03-31", "as_of: 2016-06-30"

# The old and the new entry; why the figures cannot be subtracted; new minus old in units and in points.
CASES: dict[str, tuple[str, str, str, str, str]] = {
    # N
    "out of one N": (f"{BODIES}, {A}, value: 1/3", f"{BODIES}, {B}, value: 2/3", "", "1", "33.33"),
    "out of another N": (f"{BODIES}, {A}, value: 1/3", f"{BODIES}, {B}, value: 1/4", "different_n", "0", "-8.33"),
    "one without N": (f"{BODIES}, {A}, value: 1", f"{BODIES}, {B}, value: 2/3", "", "1", "None"),
    "the other without N": (f"{BODIES}, {A}, value: 1/3", f"{BODIES}, {B}, value: 2", "", "1", "None"),
    "another N beside the count": (
        f"{BODIES}, {A}, value: 1, of: 3",
        f"{BODIES}, {B}, value: 2, of: 4",
        "different_n",
        "1",
        "None",
    ),
    "a share of a base that grows": (
        f"{SERVED}, {A}, value: '36,95% (583/1.578)'",
        f"{SERVED}, {B}, value: '28,79% (454/1.577)'",
        "",
        "None",
        "-8.16",
    ),
    "a share of one base": (
        f"{SERVED}, {A}, value: '36,95% (583/1.578)'",
        f"{SERVED}, {B}, value: '28,77% (454/1.578)'",
        "",
        "-129",
        "-8.17",
    ),
    "a share whose base is not printed then": (
        f"{SERVED}, {A}, value: '36,95% (583)'",
        f"{SERVED}, {B}, value: '28,77% (454/1.578)'",
        "",
        "None",
        "-8.18",
    ),
    "a share whose base is not printed any more": (
        f"{SERVED}, {A}, value: '36,95% (583/1.578)'",
        f"{SERVED}, {B}, value: '28,77% (454)'",
        "",
        "None",
        "-8.18",
    ),
    "a rank among more": (f"{RANK}, {A}, value: 89/193", f"{RANK}, {B}, value: 88/194", "", "-1", "None"),
    # Form
    "percentages alone": (f"{SHARE}, {A}, value: '10,5%'", f"{SHARE}, {B}, value: 12%", "", "None", "1.5"),
    "a percentage and a bare count": (
        f"{BODIES}, {A}, value: 40%",
        f"{BODIES}, {B}, value: 30",
        "other_form",
        "None",
        "None",
    ),
    "a bare count and a percentage": (
        f"{BODIES}, {A}, value: 30",
        f"{BODIES}, {B}, value: 40%",
        "other_form",
        "None",
        "None",
    ),
    "a percentage and a ratio": (f"{BODIES}, {A}, value: 40%", f"{BODIES}, {B}, value: 9/20", "", "None", "5.00"),
    "a ratio and a percentage": (f"{BODIES}, {A}, value: 9/20", f"{BODIES}, {B}, value: 40%", "", "None", "-5.00"),
    "a count beside a percentage, and a ratio": (
        f"{BODIES}, {A}, value: 25 (40%)",
        f"{BODIES}, {B}, value: 9/20",
        "",
        "-16",
        "5.00",
    ),
    "a ratio, and a count beside a percentage": (
        f"{BODIES}, {A}, value: 9/20",
        f"{BODIES}, {B}, value: 25 (40%)",
        "",
        "16",
        "-5.00",
    ),
    "a list and a figure": (
        f"{BODIES}, {A}, outstanding: {{count: 3}}",
        f"{BODIES}, {B}, value: 9/20",
        "other_form",
        "None",
        "None",
    ),
    "a figure and a list": (
        f"{BODIES}, {A}, value: 9/20",
        f"{BODIES}, {B}, outstanding: {{count: 3}}",
        "other_form",
        "None",
        "None",
    ),
    "approximate before": (f"{BODIES}, {A}, value: gần 9", f"{BODIES}, {B}, value: 10", "approximate", "1", "None"),
    "approximate now": (f"{BODIES}, {A}, value: 9", f"{BODIES}, {B}, value: hơn 10", "approximate", "1", "None"),
    "rounded to a step": (
        f"{TOTAL}, {A}, value: '12,7 triệu'",
        f"{TOTAL}, {B}, value: '12,8 triệu'",
        "approximate",
        "100000",
        "None",
    ),
    # Time
    "an undated old figure": (
        f"{BODIES}, as_of: unknown, value: 1/3",
        f"{BODIES}, {B}, value: 2/3",
        "undated",
        "1",
        "33.33",
    ),
    "an undated new figure": (
        f"{BODIES}, {A}, value: 1/3",
        f"{BODIES}, as_of: unknown, value: 2/3",
        "undated",
        "1",
        "33.33",
    ),
    "both undated": (
        f"{BODIES}, as_of: unknown, value: 1/3",
        f"{BODIES}, as_of: unknown, value: 2/3",
        "undated",
        "1",
        "33.33",
    ),
    "a month that holds the day": (
        f"{BODIES}, as_of: 2016-06, value: 1/3",
        f"{BODIES}, {B}, value: 2/3",
        "dates_overlap",
        "1",
        "33.33",
    ),
    "one month twice": (
        f"{BODIES}, as_of: 2016-06, value: 1/3",
        f"{BODIES}, as_of: 2016-06, value: 2/3",
        "",
        "1",
        "33.33",
    ),
    "one month and the next": (
        f"{BODIES}, as_of: 2016-05, value: 1/3",
        f"{BODIES}, as_of: 2016-06, value: 2/3",
        "",
        "1",
        "33.33",
    ),
    # What a flow or a running total is counted over
    "flows of two quarters": (f"{FLOW}, as_of: 2016Q1, value: 5", f"{FLOW}, as_of: 2016Q2, value: 7", "", "2", "None"),
    "flows of a month and of a quarter": (
        f"{FLOW}, as_of: 2016-03, value: 5",
        f"{FLOW}, as_of: 2016Q2, value: 7",
        "different_interval",
        "2",
        "None",
    ),
    "flows four days apart in length": (
        f"{FLOW}, from: 2016-03-01, as_of: 2016-03-27, value: 5",
        f"{FLOW}, from: 2016-04-01, as_of: 2016-05-01, value: 7",
        "",
        "2",
        "None",
    ),
    "flows five days apart in length": (
        f"{FLOW}, from: 2016-03-01, as_of: 2016-03-26, value: 5",
        f"{FLOW}, from: 2016-04-01, as_of: 2016-05-01, value: 7",
        "different_interval",
        "2",
        "None",
    ),
    "flows five days apart, the earlier one longer": (
        f"{FLOW}, from: 2016-03-01, as_of: 2016-03-31, value: 5",
        f"{FLOW}, from: 2016-04-01, as_of: 2016-04-26, value: 7",
        "different_interval",
        "2",
        "None",
    ),
    "flows of one day and of five": (
        f"{FLOW}, from: 2016-03-31, as_of: 2016-03-31, value: 5",
        f"{FLOW}, from: 2016-04-01, as_of: 2016-04-05, value: 7",
        "",
        "2",
        "None",
    ),
    "flows of one day and of six": (
        f"{FLOW}, from: 2016-03-31, as_of: 2016-03-31, value: 5",
        f"{FLOW}, from: 2016-04-01, as_of: 2016-04-06, value: 7",
        "different_interval",
        "2",
        "None",
    ),
    "flows of six days and of one": (
        f"{FLOW}, from: 2016-03-26, as_of: 2016-03-31, value: 5",
        f"{FLOW}, from: 2016-04-01, as_of: 2016-04-01, value: 7",
        "different_interval",
        "2",
        "None",
    ),
    "a flow from a day to a month": (
        f"{FLOW}, from: 2016-03-01, as_of: 2016-03, value: 5",
        f"{FLOW}, as_of: 2016-04, value: 7",
        "",
        "2",
        "None",
    ),
    "a flow up to a day, from no day that is known": (
        f"{FLOW}, {A}, value: 5",
        f"{FLOW}, as_of: 2016Q2, value: 7",
        "different_interval",
        "2",
        "None",
    ),
    "a new flow up to a day, from no day that is known": (
        f"{FLOW}, as_of: 2016Q1, value: 5",
        f"{FLOW}, {B}, value: 7",
        "different_interval",
        "2",
        "None",
    ),
    "a flow from a day, up to no day that is known": (
        f"{FLOW}, from: 2016-01-01, as_of: unknown, value: 5",
        f"{FLOW}, as_of: 2016Q2, value: 7",
        "undated, different_interval",
        "2",
        "None",
    ),
    "running totals with one start": (
        f"{TOTAL}, from: 2016-01-01, {A}, value: 5",
        f"{TOTAL}, from: 2016-01-01, {B}, value: 7",
        "",
        "2",
        "None",
    ),
    "running totals with two starts": (
        f"{TOTAL}, from: 2016-01-01, {A}, value: 5",
        f"{TOTAL}, from: 2016-04-01, {B}, value: 7",
        "different_interval",
        "2",
        "None",
    ),
    "a running total whose start is not printed": (
        f"{TOTAL}, {A}, value: 5",
        f"{TOTAL}, from: 2016-04-01, {B}, value: 7",
        "",
        "2",
        "None",
    ),
    "a running total whose start is not printed any more": (
        f"{TOTAL}, from: 2016-01-01, {A}, value: 5",
        f"{TOTAL}, {B}, value: 7",
        "",
        "2",
        "None",
    ),
    "bodies counted up to days of quarters of unlike length": (
        f"{BODIES}, as_of: 2016-03, value: 1/3",
        f"{BODIES}, as_of: 2016Q2, value: 2/3",
        "",
        "1",
        "33.33",
    ),
    # What is measured, of whom, by whom
    "another indicator of the series": (
        f"indicator: document_connection, group: central, {A}, value: 25",
        f"indicator: document_interconnection, group: central, {B}, value: 19",
        "break_in_series",
        "-6",
        "None",
    ),
    "another group": (
        f"indicator: lgsp, group: ministries, {A}, value: 4/22",
        f"indicator: lgsp, group: central, {B}, value: 13/30",
        "different_universe, different_n",
        "9",
        "25.15",
    ),
    "another part": (
        f"indicator: online_services, group: national, breakdown: {{level: 3}}, {A}, value: 5",
        f"indicator: online_services, group: national, breakdown: {{level: 3-4}}, {B}, value: 7",
        "different_universe",
        "2",
        "None",
    ),
    "another publisher": (
        f"{BODIES}, {A}, value: 1/3, source: mic",
        f"{BODIES}, {B}, value: 2/3",
        "other_publisher",
        "1",
        "33.33",
    ),
    "one publisher in two documents": (
        f"{BODIES}, {A}, value: 1/3, source: press",
        f"{BODIES}, {B}, value: 2/3",
        "",
        "1",
        "33.33",
    ),
    "everything at once, in the order of weight": (
        "indicator: document_connection, group: ministries, as_of: 2016, value: gần 4/22, source: mic",
        f"indicator: document_interconnection, group: central, {B}, value: 43%, source: vpcp",
        "break_in_series, different_universe, dates_overlap, other_publisher, approximate",
        "None",
        "24.82",
    ),
}


def seen(text: str, period: str) -> Observation:
    (found,) = snapshot([text], period).observations
    return found


@pytest.mark.parametrize(("before", "after", "reasons", "units", "points"), CASES.values(), ids=CASES.keys())
def test_two_figures_are_subtracted_only_where_nothing_speaks_against_it(
    before: str, after: str, reasons: str, units: str, points: str
) -> None:
    old, new = seen(before, "2016Q1"), seen(after, "2016Q2")
    assert ", ".join(figure_reasons(old, new)) == reasons
    assert (str(units_between(old, new)), str(points_between(old, new))) == (units, points)


def test_lists_are_compared_though_their_figures_cannot_be() -> None:
    old, new = seen(f"{BODIES}, {A}, value: gần 9/20", "2016Q1"), seen(f"{BODIES}, {B}, value: 40%, of: 63", "2016Q2")
    assert (list(shared_reasons(old, new)), list(figure_reasons(old, new))) == ([], ["different_n", "approximate"])


def test_where_a_source_names_no_publisher_it_is_not_another_one() -> None:
    old, new = (
        load_one(f"  - {{{BODIES}, {day}, value: 1/3, source: press, at: a}}\n", definitions(), period)
        for day, period in ((A, "2016Q1"), (B, "2016Q2"))
    )
    told = seen(f"{BODIES}, {B}, value: 2/3", "2016Q2")
    assert [[*shared_reasons(*pair)] for pair in ((old, new), (old, told), (told, old))] == [[], [], []]
