# ruff: noqa: E501, ISC004 - an entry stands in one line, and so does what is expected
"""What counts as which change: old text, new text, and the changes in words. No words: nothing may be said."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from egov_tracker.changes.compare import Route
from egov_tracker.changes.model import FigureChanged
from tests.building import snapshot
from tests.running import compare
from tests.wording import in_words

if TYPE_CHECKING:
    from egov_tracker.changes.model import Change

A, B = "2016-03-31", "2016-06-30"

CASES: dict[str, tuple[list[str], list[str], list[str]]] = {
    # Figures
    "a count grows, N is the same": (
        [f"indicator: lgsp, group: provinces, as_of: {A}, value: 10/63"],
        [f"indicator: lgsp, group: provinces, as_of: {B}, value: 12/63"],
        ["lgsp provinces 10/63 → 12/63: +2 units +3.17 points"],
    ),
    "a count without N has no percentage points": (
        [f"indicator: lgsp, group: provinces, as_of: {A}, value: 10"],
        [f"indicator: lgsp, group: provinces, as_of: {B}, value: 12/63"],
        ["lgsp provinces 10 → 12/63: +2 units"],
    ),
    "a figure that stands still": (
        [f"indicator: lgsp, group: provinces, as_of: {A}, value: 10/63"],
        [f"indicator: lgsp, group: provinces, as_of: {B}, value: 10/63"],
        ["lgsp provinces 10/63 → 10/63: unchanged"],
    ),
    "a share moves in points, its base may grow": (
        [f"indicator: services_with_dossiers, group: central, as_of: {A}, value: '36,95% (583/1.578)'"],
        [f"indicator: services_with_dossiers, group: central, as_of: {B}, value: '28,78%'"],
        ["services_with_dossiers central 36,95% (583/1.578) → 28,78%: -8.17 points"],
    ),
    "a rank has no percentage": (
        ["indicator: un_egdi_rank, group: national, as_of: 2016, value: 89/193"],
        ["indicator: un_egdi_rank, group: national, as_of: 2018, value: 88/193"],
        ["un_egdi_rank national 89/193 → 88/193: -1 units"],
    ),
    "the latest dated figure of each quarter is compared": (
        [
            "indicator: lgsp, group: provinces, as_of: 2016-01-31, value: 1/63",
            f"indicator: lgsp, group: provinces, as_of: {A}, value: 10/63",
            "indicator: lgsp, group: provinces, as_of: unknown, value: 60/63",
        ],
        ["indicator: lgsp, group: provinces, as_of: 2016-04, value: 20/63"],
        ["lgsp provinces 10/63 → 20/63: +10 units +15.87 points"],
    ),
    "a repeated figure is no witness": (
        [f"indicator: lgsp, group: provinces, as_of: {A}, value: 10/63"],
        [
            "indicator: lgsp, group: provinces, as_of: 2016-05-01, value: 12/63",
            f"indicator: lgsp, group: provinces, as_of: {B}, value: 13/63, source: repost",
            f"indicator: lgsp, group: provinces, as_of: {B}, value: 14/63, repeats: true",
        ],
        ["lgsp provinces 10/63 → 12/63: +2 units +3.17 points"],
    ),
    "nothing but repetitions is nothing": (
        [f"indicator: lgsp, group: provinces, as_of: {A}, value: 10/63, source: repost"],
        [],
        [],
    ),
    "two sources of one date: the one that stands first under sources": (
        [f"indicator: lgsp, group: provinces, as_of: {A}, value: 10/63"],
        [
            f"indicator: lgsp, group: provinces, as_of: {B}, value: 15/63, source: press",
            f"indicator: lgsp, group: provinces, as_of: {B}, value: 12/63",
        ],
        ["lgsp provinces 10/63 → 12/63: +2 units +3.17 points"],
    ),
    # Not comparable
    "a break in series is not six fewer": (
        [f"indicator: document_connection, group: central, as_of: {A}, value: 25"],
        [f"indicator: document_interconnection, group: central, as_of: {B}, value: 19/30"],
        ["document_interconnection central 25 → 19/30: not comparable: break_in_series"],
    ),
    "an indicator that ends is compared with another one of its series, though that was there before": (
        [
            f"indicator: document_connection, group: central, as_of: {A}, value: 25",
            f"indicator: document_interconnection, group: central, as_of: {A}, value: 15/30",
        ],
        [f"indicator: document_interconnection, group: central, as_of: {B}, value: 19/30"],
        [
            "document_interconnection central 15/30 → 19/30: +4 units +13.33 points",
            "document_interconnection central 25 → 19/30: not comparable: break_in_series",
        ],
    ),
    "an indicator that begins is compared with another one of its series, though that goes on": (
        [f"indicator: document_connection, group: central, as_of: {A}, value: 25"],
        [
            f"indicator: document_connection, group: central, as_of: {B}, value: 26",
            f"indicator: document_interconnection, group: central, as_of: {B}, value: 19/30",
        ],
        [
            "document_connection central 25 → 26: +1 units",
            "document_interconnection central 25 → 19/30: not comparable: break_in_series",
        ],
    ),
    "equal values of two indicators never meet": (
        [
            f"indicator: document_interconnection, group: central, as_of: {A}, value: 19/30",
            f"indicator: document_interconnection, group: provinces, as_of: {A}, value: 63/63",
        ],
        [
            f"indicator: dossier_publication, group: central, as_of: {B}, value: 19/30",
            f"indicator: dossier_publication, group: provinces, as_of: {B}, value: 63/63",
        ],
        [
            "document_interconnection central: disappeared: 19/30",
            "document_interconnection provinces: disappeared: 63/63",
            "dossier_publication central: appeared: 19/30",
            "dossier_publication provinces: appeared: 63/63",
        ],
    ),
    "different N": (
        [f"indicator: lgsp, group: central, as_of: {A}, value: 26/30"],
        [f"indicator: lgsp, group: central, as_of: {B}, value: 28/29"],
        ["lgsp central 26/30 → 28/29: not comparable: different_n"],
    ),
    "different universe: ministries against central bodies": (
        [f"indicator: lgsp, group: ministries, as_of: {A}, value: 4/22"],
        [f"indicator: lgsp, group: central, as_of: {B}, value: 13/30"],
        ["lgsp central 4/22 → 13/30: not comparable: different_universe, different_n"],
    ),
    "like with like where the groups are the same, and the other beside it": (
        [f"indicator: lgsp, group: ministries, as_of: {A}, value: 4/22"],
        [
            f"indicator: lgsp, group: central, as_of: {B}, value: 13/30",
            f"indicator: lgsp, group: ministries, as_of: {B}, value: 9/22",
        ],
        [
            "lgsp central 4/22 → 13/30: not comparable: different_universe, different_n",
            "lgsp ministries 4/22 → 9/22: +5 units +22.73 points",
        ],
    ),
    "figures and lists of a group and its part are compared once, by their figures": (
        [f"indicator: lgsp, group: ministries, as_of: {A}, value: 4/22, outstanding: {{names: [Bộ Y tế]}}"],
        [f"indicator: lgsp, group: central, as_of: {B}, value: 13/30, outstanding: {{names: [Bộ Y tế]}}"],
        ["lgsp central 4/22 → 13/30: not comparable: different_universe, different_n"],
    ),
    "different universe: level 3 against levels 3 and 4, of another publisher": (
        [
            f"indicator: online_services, group: national, breakdown: {{level: 3}}, as_of: {A}, value: 10.872, source: mic"
        ],
        [f"indicator: online_services, group: national, breakdown: {{level: 3-4}}, as_of: {B}, value: 49.352"],
        ["online_services national 3-4 10.872 → 49.352: not comparable: different_universe, other_publisher"],
    ),
    "levels that share nothing do not meet": (
        [f"indicator: online_services, group: national, breakdown: {{level: 3}}, as_of: {A}, value: 10.872"],
        [f"indicator: online_services, group: national, breakdown: {{level: 4}}, as_of: {B}, value: 1.400"],
        ["online_services national 3: disappeared: 10.872", "online_services national 4: appeared: 1.400"],
    ),
    "groups that share nothing do not meet": (
        [f"indicator: lgsp, group: ministries, as_of: {A}, value: 4/22"],
        [f"indicator: lgsp, group: provinces, as_of: {B}, value: 10/63"],
        ["lgsp ministries: disappeared: 4/22", "lgsp provinces: appeared: 10/63"],
    ),
    "approximate figures": (
        [f"indicator: portal_accounts, group: national, as_of: {A}, value: hơn 130.000"],
        [f"indicator: portal_accounts, group: national, as_of: {B}, value: 140.000"],
        ["portal_accounts national hơn 130.000 → 140.000: not comparable: approximate"],
    ),
    "rounded figures": (
        [f"indicator: portal_visits, group: national, as_of: {A}, value: '12,7 triệu'"],
        [f"indicator: portal_visits, group: national, as_of: {B}, value: '27,5 triệu'"],
        ["portal_visits national 12,7 triệu → 27,5 triệu: not comparable: approximate"],
    ),
    "an undated figure only where there is no dated one": (
        ["indicator: lgsp, group: provinces, as_of: unknown, value: 10/63"],
        [f"indicator: lgsp, group: provinces, as_of: {B}, value: 12/63"],
        ["lgsp provinces 10/63 → 12/63: not comparable: undated"],
    ),
    "dates that overlap": (
        ["indicator: lgsp, group: provinces, as_of: 2016, value: 10/63"],
        [f"indicator: lgsp, group: provinces, as_of: {B}, value: 12/63"],
        ["lgsp provinces 10/63 → 12/63: not comparable: dates_overlap"],
    ),
    "another publisher": (
        [
            f"indicator: online_services, group: national, breakdown: {{level: all}}, as_of: {A}, value: 109.644, source: mic"
        ],
        [f"indicator: online_services, group: national, breakdown: {{level: all}}, as_of: {B}, value: 110.000"],
        ["online_services national all 109.644 → 110.000: not comparable: other_publisher"],
    ),
    "flows of unlike length": (
        [
            f"indicator: feedback, group: national, breakdown: {{stage: received}}, kind: flow, from: 2016-01-01, as_of: {A}, value: 868"
        ],
        [
            f"indicator: feedback, group: national, breakdown: {{stage: received}}, kind: flow, from: 2016-01-01, as_of: {B}, value: 1.500"
        ],
        ["feedback national received 868 → 1.500: not comparable: different_interval"],
    ),
    "flows of two quarters": (
        [
            f"indicator: feedback, group: national, breakdown: {{stage: received}}, kind: flow, from: 2016-01-01, as_of: {A}, value: 868"
        ],
        [
            f"indicator: feedback, group: national, breakdown: {{stage: received}}, kind: flow, from: 2016-04-01, as_of: {B}, value: 900"
        ],
        ["feedback national received 868 → 900: +32 units"],
    ),
    "a flow does not meet a running total": (
        [
            f"indicator: feedback, group: national, breakdown: {{stage: received}}, kind: flow, from: 2016-01-01, as_of: {A}, value: 868"
        ],
        [
            f"indicator: feedback, group: national, breakdown: {{stage: received}}, kind: cumulative, as_of: {B}, value: 7.586"
        ],
        ["feedback national received: appeared: 7.586", "feedback national received: disappeared: 868"],
    ),
    "a bare count against a list of the outstanding": (
        [f"indicator: lgsp, group: provinces, as_of: {A}, value: 10"],
        [f"indicator: lgsp, group: provinces, as_of: {B}, outstanding: {{names: [Hà Nam]}}"],
        ["lgsp provinces 10 → outstanding 1: not comparable: other_form"],
    ),
    # Bodies
    "no longer listed is not done": (
        [f"indicator: lgsp, group: central, as_of: {A}, outstanding: {{names: [Bộ Y tế, Bộ Nội vụ]}}"],
        [f"indicator: lgsp, group: central, as_of: {B}, outstanding: {{names: [Bộ Nội vụ]}}"],
        ["lgsp central: still_outstanding bo-noi-vu; no_longer_listed bo-y-te; unknown 28"],
    ),
    "no longer listed is not done while two are not named": (
        [f"indicator: lgsp, group: central, as_of: {A}, outstanding: {{names: [Bộ Y tế, Bộ Nội vụ]}}"],
        [f"indicator: lgsp, group: central, as_of: {B}, value: 27/30, outstanding: {{count: 3, names: [Bộ Nội vụ]}}"],
        ["lgsp central: still_outstanding bo-noi-vu; no_longer_listed bo-y-te; unknown 28"],
    ),
    "no longer listed is not done where N is not the registry's": (
        [f"indicator: lgsp, group: central, as_of: {A}, outstanding: {{names: [Bộ Y tế, Bộ Nội vụ]}}"],
        [f"indicator: lgsp, group: central, as_of: {B}, value: 28/29, outstanding: {{names: [Bộ Nội vụ]}}"],
        ["lgsp central: still_outstanding bo-noi-vu; no_longer_listed bo-y-te; unknown 28"],
    ),
    "no longer listed is done where the arithmetic forces it": (
        [f"indicator: lgsp, group: government_agencies, as_of: {A}, outstanding: {{names: [VOV, VTV]}}"],
        [f"indicator: lgsp, group: government_agencies, as_of: {B}, value: 7/8, outstanding: {{names: [VTV]}}"],
        [
            "lgsp government_agencies: newly_done dai-tieng-noi-viet-nam; still_outstanding dai-truyen-hinh-viet-nam; "
            "seen_done ban-quan-ly-lang-chu-tich-ho-chi-minh bao-hiem-xa-hoi-viet-nam "
            "hoc-vien-chinh-tri-quoc-gia-ho-chi-minh thong-tan-xa-viet-nam vien-han-lam-khoa-hoc-va-cong-nghe-viet-nam "
            "vien-han-lam-khoa-hoc-xa-hoi-viet-nam"
        ],
    ),
    "gone back, and newly done by name": (
        [
            f"indicator: lgsp, group: central, as_of: {A}, done: {{names: [Bộ Y tế]}}, outstanding: {{names: [Bộ Nội vụ]}}"
        ],
        [
            f"indicator: lgsp, group: central, as_of: {B}, done: {{names: [Bộ Nội vụ]}}, outstanding: {{names: [Bộ Y tế]}}"
        ],
        ["lgsp central: newly_done bo-noi-vu; gone_back bo-y-te; unknown 28"],
    ),
    "newly exempt is neither done nor outstanding": (
        [f"indicator: lgsp, group: central, as_of: {A}, outstanding: {{names: [Bộ Công an, Bộ Y tế]}}"],
        [
            f"indicator: lgsp, group: central, as_of: {B}, exempt: {{names: [Bộ Công an]}}, outstanding: {{names: [Bộ Y tế]}}"
        ],
        ["lgsp central: still_outstanding bo-y-te; newly_exempt bo-cong-an; unknown 28"],
    ),
    "done before, and nothing said of it now: not known": (
        [f"indicator: lgsp, group: central, as_of: {A}, value: 30/30"],
        [f"indicator: lgsp, group: central, as_of: {B}, done: {{names: [Bộ Y tế]}}"],
        ["lgsp central: unknown 29"],
    ),
    "newly listed": (
        [f"indicator: lgsp, group: central, as_of: {A}, outstanding: {{names: [Bộ Y tế]}}"],
        [f"indicator: lgsp, group: central, as_of: {B}, outstanding: {{names: [Bộ Y tế, Bộ Nội vụ]}}"],
        ["lgsp central: still_outstanding bo-y-te; newly_listed bo-noi-vu; unknown 28"],
    ),
    "no one is outstanding any more": (
        [f"indicator: lgsp, group: central, as_of: {A}, outstanding: {{count: 3}}"],
        [f"indicator: lgsp, group: central, as_of: {B}, outstanding: {{count: 0}}"],
        ["lgsp central: unknown 30; -3 outstanding"],
    ),
    "no one was outstanding before": (
        [f"indicator: lgsp, group: central, as_of: {A}, outstanding: {{count: 0}}"],
        [f"indicator: lgsp, group: central, as_of: {B}, outstanding: {{count: 1, names: [Bộ Y tế]}}"],
        ["lgsp central: newly_listed bo-y-te; unknown 29; +1 outstanding"],
    ),
    "stated counts of the outstanding are subtracted, counted names are not": (
        [f"indicator: lgsp, group: central, as_of: {A}, outstanding: {{count: 9}}"],
        [f"indicator: lgsp, group: central, as_of: {B}, outstanding: {{count: 5}}"],
        ["lgsp central: unknown 30; -4 outstanding"],
    ),
    "a list with a series break is not compared by name": (
        [f"indicator: document_connection, group: central, as_of: {A}, outstanding: {{names: [Bộ Y tế]}}"],
        [f"indicator: document_interconnection, group: central, as_of: {B}, outstanding: {{names: [Bộ Nội vụ]}}"],
        ["document_interconnection central outstanding 1 → outstanding 1: not comparable: break_in_series"],
    ),
    "counts and lists are compared each with its own date": (
        [
            "indicator: lgsp, group: central, as_of: 2016-02-01, outstanding: {names: [Bộ Y tế]}",
            f"indicator: lgsp, group: central, as_of: {A}, value: 10",
        ],
        [
            "indicator: lgsp, group: central, as_of: 2016-05-01, outstanding: {names: [Bộ Y tế]}",
            f"indicator: lgsp, group: central, as_of: {B}, value: 12",
        ],
        ["lgsp central 10 → 12: +2 units", "lgsp central: still_outstanding bo-y-te; unknown 29"],
    ),
    # Rows that expect nothing
    "two empty quarters": ([], [], []),
    "all done twice: no body moved": (
        [f"indicator: lgsp, group: provinces, as_of: {A}, value: 63/63"],
        [f"indicator: lgsp, group: provinces, as_of: {B}, value: 63/63"],
        ["lgsp provinces 63/63 → 63/63: unchanged"],
    ),
    "only repetitions on both sides": (
        [f"indicator: lgsp, group: central, as_of: {A}, value: 1/30, source: repost"],
        [f"indicator: lgsp, group: central, as_of: {B}, value: 2/30, source: repost"],
        [],
    ),
}


@pytest.mark.parametrize(("old", "new", "expected"), CASES.values(), ids=CASES.keys())
def test_a_pair_of_quarters_yields_these_changes_and_no_others(
    old: list[str], new: list[str], expected: list[str]
) -> None:
    assert in_words(compare(snapshot(old, "2016Q1"), snapshot(new, "2016Q2"))) == sorted(expected)


ROUTE = {
    "2016Q1": [
        f"indicator: lgsp, group: provinces, as_of: {A}, value: 10/63",
        "indicator: lgsp, group: provinces, as_of: 2016-01-31, value: 1/63",
    ],
    "2016Q2": ["indicator: lgsp, group: provinces, as_of: 2016-05-31, value: 12/63"],
    "2016Q3": [
        "indicator: lgsp, group: provinces, as_of: 2016-07-31, value: 15/63",
        "indicator: lgsp, group: provinces, as_of: 2016-09-30, value: 20/63",
    ],
}


@pytest.mark.parametrize(
    ("every", "told"),
    [
        (False, [("10/63", "12/63"), ("12/63", "20/63")]),
        (True, [("1/63", "10/63"), ("10/63", "12/63"), ("12/63", "15/63"), ("15/63", "20/63")]),
    ],
    ids=["headlines", "every date"],
)
def test_on_a_route_each_figure_is_compared_with_the_next_one_on_the_way(
    every: bool,  # noqa: FBT001
    told: list[tuple[str, str]],
) -> None:
    path = [snapshot(entries, quarter) for quarter, entries in ROUTE.items()]
    there = compare(path[0], path[-1], (), Route((path[1],), every))
    back = compare(path[-1], path[0], (), Route((path[1],), every))
    assert [printed(change) for change in there] == told
    assert [printed(change) for change in back] == [(new, old) for old, new in reversed(told)]


M, G, C, L = "ministries", "government_agencies", "central", "all"
# On a route of quarters: what each prints of groups of bodies; what is told.
NEAREST: dict[str, tuple[list[list[str]], list[str]]] = {
    "the nearest quarter of a part": (
        [[f"{M}: value: 4/22"], [f"{M}: value: 5/22"], [f"{C}: value: 13/30"]],
        [
            "lgsp central 5/22 → 13/30: not comparable: different_universe, different_n",
            "lgsp ministries 4/22 → 5/22: +1 units +4.55 points",
        ],
    ),
    "of two parts that of the nearest quarter": (
        [
            [f"{M}: value: 4/22", f"{G}: value: 1/8"],
            [f"{G}: value: 2/8"],
            [f"{M}: value: 5/22"],
            [f"{C}: value: 13/30"],
        ],
        [
            "lgsp central 5/22 → 13/30: not comparable: different_universe, different_n",
            "lgsp government_agencies 1/8 → 2/8: +1 units +12.50 points",
            "lgsp ministries 4/22 → 5/22: +1 units +4.55 points",
        ],
    ),
    "of two parts the one of which a figure is printed too": (
        [
            [f"{M}: value: 4/22", f"{G}: outstanding: {{count: 6}}"],
            [f"{M}: value: 5/22", f"{G}: outstanding: {{count: 5}}"],
            [f"{C}: value: 13/30"],
        ],
        [
            "lgsp central 5/22 → 13/30: not comparable: different_universe, different_n",
            "lgsp government_agencies: unknown 8; -1 outstanding",
            "lgsp ministries 4/22 → 5/22: +1 units +4.55 points",
        ],
    ),
    "a part and a whole that both go on are not compared with each other": (
        [[f"{M}: value: 4/22", f"{C}: value: 10/30"], [f"{M}: value: 5/22"], [f"{C}: value: 13/30"]],
        ["lgsp central 10/30 → 13/30: +3 units +10.00 points", "lgsp ministries 4/22 → 5/22: +1 units +4.55 points"],
    ),
    "a group that begins beside one that has parts with parts": (
        [[f"{L}: value: 20/93"], [f"{L}: value: 21/93", f"{C}: value: 13/30"]],
        ["lgsp all 20/93 → 21/93: +1 units +1.08 points", "lgsp central: appeared: 13/30"],
    ),
    "a group that follows one that has parts with parts": (
        [[f"{L}: value: 20/93"], [f"{C}: value: 13/30"]],
        ["lgsp central 20/93 → 13/30: not comparable: different_universe, different_n"],
    ),
    "a count of the done and one of the outstanding speak of nothing in common": (
        [[f"{M}: value: 4"], [f"{C}: outstanding: {{count: 3}}"]],
        ["lgsp central: appeared: outstanding 3", "lgsp ministries: disappeared: 4"],
    ),
    "a ratio speaks of the outstanding too": (
        [[f"{M}: value: 4/22"], [f"{C}: outstanding: {{count: 3}}"]],
        ["lgsp central 4/22 → outstanding 3: not comparable: different_universe, other_form"],
    ),
}


@pytest.mark.parametrize(("printed_in", "expected"), NEAREST.values(), ids=NEAREST.keys())
def test_a_figure_without_another_one_of_its_group_is_compared_with_the_nearest(
    printed_in: list[list[str]], expected: list[str]
) -> None:
    path = []
    for entries, (quarter, day) in zip(printed_in, ENDS.items(), strict=False):
        dated = [f"indicator: lgsp, group: {one.replace(': ', f', as_of: {day}, ', 1)}" for one in entries]
        path.append(snapshot(dated, quarter))
    told = in_words(compare(path[0], path[-1], (), Route(tuple(path[1:-1]))))
    assert told == expected


ENDS = {"2016Q1": A, "2016Q2": B, "2016Q3": "2016-09-30", "2016Q4": "2016-12-31"}


def test_an_indicator_that_ends_on_a_route_is_compared_with_another_one_that_was_there_before() -> None:
    connected, exchanged = (
        "indicator: document_connection, group: central",
        "indicator: document_interconnection, group: central",
    )
    path = [
        snapshot([f"{connected}, as_of: {A}, value: 25", f"{exchanged}, as_of: {A}, value: 15/30"], "2016Q1"),
        snapshot([f"{connected}, as_of: {B}, value: 26"], "2016Q2"),
        snapshot([f"{exchanged}, as_of: 2016-09-30, value: 19/30"], "2016Q3"),
    ]
    assert in_words(compare(path[0], path[2], (), Route((path[1],)))) == [
        "document_connection central 25 → 26: +1 units",
        "document_interconnection central 15/30 → 19/30: +4 units +13.33 points",
        "document_interconnection central 26 → 19/30: not comparable: break_in_series",
    ]


def test_without_a_way_between_two_quarters_each_figure_is_compared_with_the_next_one_forward_and_back() -> None:
    old, _, new = (snapshot(entries, quarter) for quarter, entries in ROUTE.items())
    told = [("1/63", "10/63"), ("10/63", "15/63"), ("15/63", "20/63")]
    assert [printed(change) for change in compare(old, new, (), Route(every=True))] == told
    back = [printed(change) for change in compare(new, old, (), Route(every=True))]
    assert back == [(new, old) for old, new in reversed(told)]


def printed(change: Change) -> tuple[str, str]:
    assert isinstance(change, FigureChanged)
    old, new = change.pair.old.figure, change.pair.new.figure
    assert old
    assert new
    return old.printed, new.printed


RECEIVED = "indicator: feedback, group: national, breakdown: {stage: received}, kind: flow"
REVISED = {
    "a corrected figure": (
        [f"indicator: lgsp, group: provinces, as_of: {A}, value: 10/63"],
        [f"indicator: lgsp, group: provinces, as_of: {A}, value: 12/63"],
        ["lgsp provinces 10/63 → 12/63: +2 units +3.17 points"],
    ),
    "a corrected figure that is not the latest": (
        [
            "indicator: lgsp, group: provinces, as_of: 2016-01-31, value: 1/63",
            f"indicator: lgsp, group: provinces, as_of: {A}, value: 10/63",
        ],
        [
            "indicator: lgsp, group: provinces, as_of: 2016-01-31, value: 2/63",
            f"indicator: lgsp, group: provinces, as_of: {A}, value: 10/63",
        ],
        ["lgsp provinces 1/63 → 2/63: +1 units +1.59 points"],
    ),
    "a figure that was added": (
        [f"indicator: lgsp, group: provinces, as_of: {A}, value: 10/63"],
        [
            f"indicator: lgsp, group: provinces, as_of: {A}, value: 10/63",
            f"indicator: lgsp, group: provinces, as_of: {A}, value: 11/63, source: press",
        ],
        ["lgsp provinces: appeared: 11/63"],
    ),
    "of two lists of one page one was taken out": (
        [
            f"indicator: lgsp, group: central, as_of: {A}, outstanding: {{names: [Bộ Nội vụ]}}",
            f"indicator: lgsp, group: central, as_of: {A}, outstanding: {{names: [Bộ Y tế]}}",
        ],
        [f"indicator: lgsp, group: central, as_of: {A}, outstanding: {{names: [Bộ Y tế]}}"],
        ["lgsp central: disappeared: outstanding 1"],
    ),
    "pages were corrected": (
        [
            "indicator: lgsp, group: provinces, as_of: 2016-01-31, value: 1/63, at: trang 1",
            f"indicator: lgsp, group: provinces, as_of: {A}, value: 10/63, at: trang 2",
        ],
        [
            "indicator: lgsp, group: provinces, as_of: 2016-01-31, value: 1/63, at: trang 5",
            f"indicator: lgsp, group: provinces, as_of: {A}, value: 10/63, at: trang 4",
        ],
        ["lgsp provinces 1/63 → 1/63: unchanged", "lgsp provinces 10/63 → 10/63: unchanged"],
    ),
    "two figures of one date and page were corrected": (
        [
            f"indicator: lgsp, group: provinces, as_of: {A}, value: 10/63, at: trang 1",
            f"indicator: lgsp, group: provinces, as_of: {A}, value: 11/63, at: trang 2",
        ],
        [
            f"indicator: lgsp, group: provinces, as_of: {A}, value: 21/63, at: trang 2",
            f"indicator: lgsp, group: provinces, as_of: {A}, value: 20/63, at: trang 1",
        ],
        [
            "lgsp provinces 10/63 → 20/63: +10 units +15.87 points",
            "lgsp provinces 11/63 → 21/63: +10 units +15.87 points",
        ],
    ),
    "a flow was taken out, and the beginning of another one corrected": (
        [
            f"{RECEIVED}, from: 2016-01-01, as_of: {A}, value: 5, at: trang 1",
            f"{RECEIVED}, from: 2016-01-01, as_of: {A}, value: 6, at: trang 2",
        ],
        [f"{RECEIVED}, from: 2016-02-01, as_of: {A}, value: 6, at: trang 2"],
        [
            "feedback national received 6 → 6: not comparable: different_interval",
            "feedback national received: disappeared: 5",
        ],
    ),
    "the source was corrected": (
        [f"indicator: lgsp, group: provinces, as_of: {A}, value: 10/63"],
        [f"indicator: lgsp, group: provinces, as_of: {A}, value: 10/63, source: press"],
        ["lgsp provinces: appeared: 10/63", "lgsp provinces: disappeared: 10/63"],
    ),
    "the date was corrected": (
        [f"indicator: lgsp, group: provinces, as_of: {A}, value: 10/63"],
        ["indicator: lgsp, group: provinces, as_of: 2016-03-30, value: 10/63"],
        ["lgsp provinces 10/63 → 10/63: unchanged"],
    ),
    "a list was added to a figure: only the figure is on both sides": (
        [f"indicator: lgsp, group: central, as_of: {A}, value: 10/30"],
        [f"indicator: lgsp, group: central, as_of: {A}, value: 11/30, outstanding: {{names: [Bộ Y tế]}}"],
        ["lgsp central 10/30 → 11/30: +1 units +3.33 points"],
    ),
    "a name that was forgotten": (
        [f"indicator: lgsp, group: central, as_of: {A}, outstanding: {{names: [Bộ Y tế]}}"],
        [f"indicator: lgsp, group: central, as_of: {A}, outstanding: {{names: [Bộ Y tế, Bộ Nội vụ]}}"],
        ["lgsp central: still_outstanding bo-y-te; newly_listed bo-noi-vu; unknown 28"],
    ),
}


@pytest.mark.parametrize(("old", "new", "expected"), REVISED.values(), ids=REVISED.keys())
def test_two_states_of_one_file_are_compared_entry_by_entry(
    old: list[str], new: list[str], expected: list[str]
) -> None:
    assert in_words(compare(snapshot(old, "2016Q1"), snapshot(new, "2016Q1"))) == sorted(expected)
