"""The verdict on an obligation: one row a case, with what is printed, what was due, and how it stands on what."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from egov_tracker.inference.obligations import History, Verdict, is_reached, judge_obligations, wants_all
from egov_tracker.model.registry import Cohort
from egov_tracker.store.core_schemas import file_reader
from egov_tracker.text.quarters import parse_quarter
from tests.building import definitions, load, placed_obligation, snapshot_text, sound

if TYPE_CHECKING:
    from egov_tracker.model.obligations import PlacedObligation
    from egov_tracker.model.observation import Snapshot
    from egov_tracker.store.ledger import Definitions

Fields = dict[str, object]
Reports = dict[str, list[str]]

COHORTS = {
    "eight": file_reader(Cohort).validate_python(
        {"id": "eight", "name_vi": "8 bộ", "name_en": "8", "within": "central", "count": "8", "under": "văn bản"}
    ),
    "two": file_reader(Cohort).validate_python(
        {
            "id": "two",
            "name_vi": "2 bộ",
            "name_en": "2",
            "within": "central",
            "names": ["Bộ Y tế", "Bộ Nội vụ"],
            "under": "văn bản",
        }
    ),
}
CENTRAL = "indicator: document_interconnection, group: central"
PROVINCES = "indicator: document_interconnection, group: provinces"
JUNE, JULY = "as_of: 2016-06-30", "as_of: 2016-07-31"


def lacking(number: int) -> str:
    """A list of so many bodies as still outstanding."""
    return f"outstanding: {{count: {number}}}"


def settled(day: str, source: str = "2016Q2/press") -> Fields:
    return {"settled": {"date": day, "source": source, "at": "dòng 1"}, "indicator": None}


OVERDUE: Fields = {
    "due": "unknown",
    "overdue": {"printed": "quá hơn 3 tháng", "as_of": "2016-06-30", "source": "2016Q2/press", "at": "dòng 8"},
}

# What differs from the obligation above; what each quarter prints; the quarter at whose end it is judged; the verdict.
CASES: dict[str, tuple[Fields, Reports, str, str]] = {
    # Met
    "met in time by the first figure that reaches it": (
        {"due": "2016-07-01", "before": "true"},
        {"2016Q2": [f"{CENTRAL}, as_of: 2016-06-14, value: 30/30", f"{CENTRAL}, {JUNE}, value: 30/30"]},
        "2016Q2",
        "met: 30/30 at 2016-06-14",
    ),
    "met in time on the last day": (
        {"due": "2016-06-30"},
        {"2016Q2": [f"{CENTRAL}, {JUNE}, value: 30/30"]},
        "2016Q2",
        "met: 30/30 at 2016-06-30",
    ),
    "the day itself is too late where something is due before it": (
        {"due": "2016-06-30", "before": "true"},
        {"2016Q2": [f"{CENTRAL}, {JUNE}, value: 30/30"]},
        "2016Q2",
        "met_shown_later: 30/30 at 2016-06-30",
    ),
    "of a month the last day is due": (
        {"due": "2016-06"},
        {"2016Q2": [f"{CENTRAL}, {JUNE}, value: 30/30"]},
        "2016Q2",
        "met: 30/30 at 2016-06-30",
    ),
    "met, and shown only after the due date": (
        {},
        {"2016Q2": [f"{CENTRAL}, {JUNE}, value: 30/30"]},
        "2016Q2",
        "met_shown_later: 30/30 at 2016-06-30",
    ),
    "met late: short at the due date, reached by a later figure": (
        {},
        {
            "2016Q2": [f"{CENTRAL}, as_of: 2016-06-28, value: 19/30"],
            "2016Q3": [f"{CENTRAL}, as_of: 2016-09-30, value: 30/30"],
        },
        "2016Q3",
        "met_late: 30/30 at 2016-09-30; short: 19/30 at 2016-06-28",
    ),
    "exempt bodies are never late": (
        {"due": "2016-06-30"},
        {"2016Q2": [f"{CENTRAL}, {JUNE}, value: 28/30, exempt: {{count: 2}}"]},
        "2016Q2",
        "met: 28/30 at 2016-06-30",
    ),
    "a count beside 100% is all of them": (
        {"group": "provinces", "due": "2016-06-30"},
        {"2016Q2": [f"{PROVINCES}, as_of: 2016-06-14, value: 63 (100%)"]},
        "2016Q2",
        "met: 63 (100%) at 2016-06-14",
    ),
    "100% is all of them": (
        {"group": "provinces", "due": "2016-06-30"},
        {"2016Q2": [f"{PROVINCES}, as_of: 2016-06-14, value: 100%"]},
        "2016Q2",
        "met: 100% at 2016-06-14",
    ),
    "all of an N that is not the registry's is all of them": (
        {"due": "2016-06-30"},
        {"2016Q2": [f"{CENTRAL}, as_of: 2016-06-14, value: tất cả 31"]},
        "2016Q2",
        "met: tất cả 31 at 2016-06-14",
    ),
    "all parts at once are the whole, and the last of them is the evidence": (
        {"group": "all", "due": "2016-06-30"},
        {"2016Q2": [f"{PROVINCES}, as_of: 2016-06-01, value: 63/63", f"{CENTRAL}, as_of: 2016-06-20, value: 30/30"]},
        "2016Q2",
        "met: 30/30 of central at 2016-06-20",
    ),
    "one part is not the whole": (
        {"group": "all", "due": "2016-06-30"},
        {"2016Q2": [f"{PROVINCES}, as_of: 2016-06-01, value: 63/63"]},
        "2016Q2",
        "overdue",
    ),
    "met on the day on which it was set": (
        {"announced": "2016-06-14", "due": "2016-12-31"},
        {"2016Q2": [f"{CENTRAL}, as_of: 2016-06-14, value: 30/30"]},
        "2016Q2",
        "met: 30/30 at 2016-06-14",
    ),
    "met where it is not known when it was set": (
        {"announced": "unknown", "due": "2016-12-31"},
        {"2016Q2": [f"{CENTRAL}, as_of: 2016-06-14, value: 30/30"]},
        "2016Q2",
        "met: 30/30 at 2016-06-14",
    ),
    "already met when it was set": (
        {"announced": "2016-06-20", "due": "2016-12-31"},
        {"2016Q2": [f"{CENTRAL}, as_of: 2016-06-14, value: 30/30"]},
        "2016Q2",
        "met: 30/30 at 2016-06-14; already met when set",
    ),
    "of two figures that reach it after the due date the first is the evidence": (
        {},
        {"2016Q2": [f"{CENTRAL}, as_of: 2016-06-20, value: 30/30", f"{CENTRAL}, {JUNE}, value: 30/30"]},
        "2016Q2",
        "met_shown_later: 30/30 at 2016-06-20",
    ),
    "short before the due date, and reached after it: only shown later": (
        {},
        {"2016Q2": [f"{CENTRAL}, as_of: 2016-06-14, value: 19/30", f"{CENTRAL}, {JUNE}, value: 30/30"]},
        "2016Q2",
        "met_shown_later: 30/30 at 2016-06-30",
    ),
    "met late by the first of two figures that reach it after the last short one": (
        {},
        {
            "2016Q2": [f"{CENTRAL}, as_of: 2016-06-16, value: 30/30", f"{CENTRAL}, as_of: 2016-06-20, value: 18/30"],
            "2016Q3": [f"{CENTRAL}, {JULY}, value: 30/30", f"{CENTRAL}, as_of: 2016-08-31, value: 30/30"],
        },
        "2016Q3",
        "met_late: 30/30 at 2016-07-31; short: 18/30 at 2016-06-20",
    ),
    "reached and short at one date: short": (
        {},
        {
            "2016Q2": [
                f"{CENTRAL}, {JUNE}, value: 30/30",
                f"indicator: document_interconnection, group: ministries, {JUNE}, value: 20/22",
            ]
        },
        "2016Q2",
        "missed: 20/22 of ministries at 2016-06-30",
    ),
    "of a part with two figures the first that reaches it counts": (
        {"group": "all", "due": "2016-06-30"},
        {
            "2016Q2": [
                f"{PROVINCES}, as_of: 2016-06-01, value: 63/63",
                f"{PROVINCES}, as_of: 2016-06-25, value: 63/63",
                f"{CENTRAL}, as_of: 2016-06-10, value: 30/30",
            ]
        },
        "2016Q2",
        "met: 30/30 of central at 2016-06-10",
    ),
    # Missed
    "missed by the latest figure at or after the due date": (
        {},
        {"2016Q2": [f"{CENTRAL}, as_of: 2016-06-20, value: 10/30", f"{CENTRAL}, {JUNE}, value: 19/30"]},
        "2016Q2",
        "missed: 19/30 at 2016-06-30",
    ),
    "missed on the day itself": (
        {"due": "2016-06-30"},
        {"2016Q2": [f"{CENTRAL}, {JUNE}, value: 19/30"]},
        "2016Q2",
        "missed: 19/30 at 2016-06-30",
    ),
    "a list of those who have not done it shows it short": (
        {},
        {"2016Q2": [f"{CENTRAL}, {JUNE}, {lacking(6)}"]},
        "2016Q2",
        "missed: 6 outstanding at 2016-06-30",
    ),
    "bodies on trial have not done it": (
        {},
        {"2016Q2": [f"{CENTRAL}, {JUNE}, of: 30, in_progress: {{count: 25}}"]},
        "2016Q2",
        "missed: 25 in progress at 2016-06-30",
    ),
    "a shortfall of a part is a shortfall of the whole": (
        {},
        {"2016Q2": [f"indicator: document_interconnection, group: ministries, {JUNE}, value: 20/22"]},
        "2016Q2",
        "missed: 20/22 of ministries at 2016-06-30",
    ),
    "a shortfall of a cohort is a shortfall of the group": (
        {},
        {"2016Q2": [f"indicator: document_interconnection, group: eight, {JUNE}, {lacking(4)}"]},
        "2016Q2",
        "missed: 4 outstanding of eight at 2016-06-30",
    ),
    "an exact day goes before a month that overlaps it": (
        {},
        {"2016Q2": [f"{CENTRAL}, as_of: 2016-06-28, value: 13/30", f"{CENTRAL}, as_of: 2016-06-29, {lacking(9)}"]},
        "2016Q2",
        "missed: 9 outstanding at 2016-06-29",
    ),
    "a shortfall of one body is a shortfall of its group": (
        {"group": "government_agencies"},
        {"2016Q2": [f"indicator: document_interconnection, group: VOV, {JUNE}, outstanding: {{names: [VOV]}}"]},
        "2016Q2",
        "missed: 1 outstanding of Đài Tiếng nói Việt Nam at 2016-06-30",
    ),
    "a shortfall of another group is none of this one": (
        {},
        {"2016Q2": [f"{PROVINCES}, {JUNE}, value: 10/63"]},
        "2016Q2",
        "overdue",
    ),
    "a shortfall of a larger group is none of this one": (
        {},
        {"2016Q2": [f"indicator: document_interconnection, group: all, {JUNE}, value: 10/93"]},
        "2016Q2",
        "overdue",
    ),
    "a shortfall of the country is none of its bodies": (
        {"group": "all"},
        {"2016Q2": [f"indicator: document_interconnection, group: national, {JUNE}, value: 10/93"]},
        "2016Q2",
        "overdue",
    ),
    "all parts of the country at once do not speak for the country": (
        {"group": "national"},
        {"2016Q2": [f"{PROVINCES}, {JUNE}, value: 63/63", f"{CENTRAL}, {JUNE}, value: 30/30"]},
        "2016Q2",
        "overdue",
    ),
    "an undated shortfall of a part decides nothing": (
        {},
        {"2016Q2": ["indicator: document_interconnection, group: ministries, as_of: unknown, value: 2/22"]},
        "2016Q2",
        "overdue",
    ),
    "figures of another part of the indicator say nothing": (
        {"indicator": "online_services", "breakdown": {"level": "4"}, "target": "20"},
        {
            "2016Q2": [
                f"indicator: online_services, group: central, breakdown: {{level: 3}}, {JUNE}, value: 10",
                f"indicator: online_services, group: all, breakdown: {{level: 3}}, {JUNE}, value: 10",
            ]
        },
        "2016Q2",
        "overdue",
    ),
    "figures of the part that is due decide": (
        {"indicator": "online_services", "breakdown": {"level": "4"}, "target": "20"},
        {"2016Q2": [f"indicator: online_services, group: central, breakdown: {{level: 4}}, {JUNE}, value: 10"]},
        "2016Q2",
        "missed: 10 at 2016-06-30",
    ),
    # Cohorts
    "a cohort is judged by its own figures, never by those of the whole group": (
        {"group": "eight"},
        {"2016Q2": [f"{CENTRAL}, {JUNE}, value: 30/30"]},
        "2016Q2",
        "overdue",
    ),
    "a cohort by its own figure": (
        {"group": "eight"},
        {"2016Q2": [f"indicator: document_interconnection, group: eight, {JUNE}, {lacking(4)}"]},
        "2016Q2",
        "missed: 4 outstanding at 2016-06-30",
    ),
    "a named member that a list of the group names shows the cohort short": (
        {"group": "two"},
        {"2016Q2": [f"{CENTRAL}, {JUNE}, outstanding: {{names: [Bộ Y tế, Bộ Tài chính]}}"]},
        "2016Q2",
        "missed: 2 outstanding of central at 2016-06-30",
    ),
    "every named member done shows the cohort done": (
        {"group": "two", "due": "2016-06-30"},
        {"2016Q2": [f"{CENTRAL}, {JUNE}, value: 29/30, outstanding: {{names: [Bộ Tài chính]}}"]},
        "2016Q2",
        "met: 29/30 of central at 2016-06-30",
    ),
    "a member of which nothing is known leaves the cohort open": (
        {"group": "two"},
        {"2016Q2": [f"{CENTRAL}, {JUNE}, done: {{names: [Bộ Y tế]}}"]},
        "2016Q2",
        "overdue",
    ),
    "a member that is exempt and one that is done show the cohort done": (
        {"group": "two"},
        {"2016Q2": [f"{CENTRAL}, {JUNE}, done: {{names: [Bộ Y tế]}}, exempt: {{names: [Bộ Nội vụ]}}"]},
        "2016Q2",
        "met_shown_later: 1 done of central at 2016-06-30",
    ),
    "one body by what a list of its group says": (
        {"group": "Bộ Y tế", "due": "2016-06-30"},
        {"2016Q2": [f"{CENTRAL}, {JUNE}, done: {{names: [Bộ Y tế]}}, outstanding: {{names: [Bộ Nội vụ]}}"]},
        "2016Q2",
        "met: 1 done of central at 2016-06-30",
    ),
    "a body that did not exist": (
        {"group": "Bộ Dân tộc và Tôn giáo"},
        {"2016Q2": [f"{CENTRAL}, {JUNE}, value: 30/30"]},
        "2016Q2",
        "overdue",
    ),
    # Targets
    "a target in per cent": (
        {"target": "60%"},
        {"2016Q2": [f"{CENTRAL}, {JUNE}, value: 19/30"]},
        "2016Q2",
        "met_shown_later: 19/30 at 2016-06-30",
    ),
    "a target in units that is missed": (
        {"target": "20"},
        {"2016Q2": [f"{CENTRAL}, {JUNE}, value: 19/30"]},
        "2016Q2",
        "missed: 19/30 at 2016-06-30",
    ),
    "at most: below is enough": (
        {"target": "20", "target_is": "at_most", "due": "2016-06-30"},
        {"2016Q2": [f"{CENTRAL}, {JUNE}, value: 19/30"]},
        "2016Q2",
        "met: 19/30 at 2016-06-30",
    ),
    "at most: above is short": (
        {"target": "18", "target_is": "at_most"},
        {"2016Q2": [f"{CENTRAL}, {JUNE}, value: 19/30"]},
        "2016Q2",
        "missed: 19/30 at 2016-06-30",
    ),
    "a part below a target in per cent proves nothing of the whole": (
        {"target": "60%"},
        {"2016Q2": [f"indicator: document_interconnection, group: ministries, {JUNE}, value: 2/22"]},
        "2016Q2",
        "overdue",
    ),
    "an approximate figure decides where its whole interval does": (
        {"target": "20"},
        {"2016Q2": [f"{CENTRAL}, {JUNE}, value: gần 30"]},
        "2016Q2",
        "met_shown_later: gần 30 at 2016-06-30",
    ),
    "an approximate figure whose interval holds the target decides nothing": (
        {"target": "29"},
        {"2016Q2": [f"{CENTRAL}, {JUNE}, value: gần 30"]},
        "2016Q2",
        "overdue (latest gần 30 at 2016-06-30)",
    ),
    "a larger group that falls short proves nothing of the part, and is said": (
        {"target": "100%", "due": "2016-06-30"},
        {"2016Q2": [f"indicator: document_interconnection, group: all, {JUNE}, value: 50%"]},
        "2016Q2",
        "overdue; wider: 50% of all at 2016-06-30",
    ),
    "the country that falls short proves nothing of a group, and is said": (
        {"target": "60%"},
        {"2016Q2": [f"indicator: document_interconnection, group: national, {JUNE}, value: 50%"]},
        "2016Q2",
        "overdue; wider: 50% of national at 2016-06-30",
    ),
    "a larger group that reaches the target is not said": (
        {"target": "60%"},
        {"2016Q2": [f"indicator: document_interconnection, group: all, {JUNE}, value: 70%"]},
        "2016Q2",
        "overdue",
    ),
    "another group that falls short is not said": (
        {"target": "60%"},
        {"2016Q2": [f"{PROVINCES}, {JUNE}, value: 50%"]},
        "2016Q2",
        "overdue",
    ),
    "a cohort that falls short is not said of a group, whose bodies it may not have": (
        {"target": "60%", "group": "ministries"},
        {"2016Q2": [f"indicator: document_interconnection, group: eight, {JUNE}, value: 1/8"]},
        "2016Q2",
        "overdue",
    ),
    "without a target no larger group is said": (
        {"group": "ministries"},
        {"2016Q2": [f"{CENTRAL}, {JUNE}, value: 19/30"]},
        "2016Q2",
        "overdue",
    ),
    # Nothing known
    "open: not yet due, the latest figure is shown": (
        {"due": "2016-09-30"},
        {"2016Q2": [f"{CENTRAL}, {JUNE}, value: 19/30"]},
        "2016Q2",
        "open (latest 19/30 at 2016-06-30)",
    ),
    "overdue: no figure at or after the due date": (
        {"due": "2016-06-30"},
        {"2016Q2": [f"{CENTRAL}, as_of: 2016-06-14, value: 19/30"]},
        "2016Q2",
        "overdue (latest 19/30 at 2016-06-14)",
    ),
    "a date that overlaps the due date decides nothing": (
        {},
        {"2016Q2": [f"{CENTRAL}, as_of: 2016-06, value: 19/30"]},
        "2016Q2",
        "overdue (latest 19/30 at 2016-06)",
    ),
    "a figure without N says nothing of all": (
        {},
        {"2016Q2": [f"{CENTRAL}, {JUNE}, value: 25"]},
        "2016Q2",
        "overdue (latest 25 at 2016-06-30)",
    ),
    "an undated figure decides nothing": (
        {},
        {"2016Q2": [f"{CENTRAL}, as_of: unknown, value: 30/30"]},
        "2016Q2",
        "overdue",
    ),
    "a repeated figure decides nothing": (
        {},
        {"2016Q2": [f"{CENTRAL}, {JUNE}, value: 30/30, repeats: true"]},
        "2016Q2",
        "overdue",
    ),
    "figures of later quarters are not known yet": (
        {},
        {"2016Q2": [], "2016Q3": [f"{CENTRAL}, {JULY}, value: 30/30"]},
        "2016Q2",
        "overdue",
    ),
    "no due date": (
        {"due": "unknown"},
        {"2016Q2": [f"{CENTRAL}, {JUNE}, value: 30/30"]},
        "2016Q2",
        "no_due_date (latest 30/30 at 2016-06-30)",
    ),
    "a shortfall before the document is context": (
        {"announced": "2016-07-20", "due": "2016-07-01"},
        {"2016Q3": [f"{CENTRAL}, as_of: 2016-07-05, value: 19/30"]},
        "2016Q3",
        "overdue (latest 19/30 at 2016-07-05)",
    ),
    # Announced
    "not yet announced: told by a later quarter": ({"told_by": "2016Q3/x"}, {"2016Q2": []}, "2016Q2", "not listed"),
    "not yet announced: the document is of a later day": (
        {"announced": "2019-03-07", "due": "2020"},
        {"2018Q2": []},
        "2018Q2",
        "not listed",
    ),
    "a document is known from its own day on": (
        {"announced": "2016-03-07", "told_by": "2020Q2/x", "due": "2016-12-31"},
        {"2016Q1": []},
        "2016Q1",
        "open",
    ),
    # Only said to be overdue
    "only said to be overdue: judged by the day that follows": (
        OVERDUE,
        {"2016Q2": [f"{CENTRAL}, as_of: 2016-06-28, value: 13/30"]},
        "2016Q2",
        "missed: 13/30 at 2016-06-28",
    ),
    "only said to be overdue: done before the derived day may still have been late": (
        OVERDUE,
        {"2016Q1": [f"{CENTRAL}, as_of: 2016-03-01, value: 30/30"]},
        "2016Q2",
        "met_shown_later: 30/30 at 2016-03-01",
    ),
    "only said to be overdue: unknown before it is said": (OVERDUE, {"2016Q1": []}, "2016Q1", "no_due_date"),
    # Settled by an event
    "settled in time": (settled("2016-06-10"), {"2016Q2": []}, "2016Q2", "met: settled 2016-06-10"),
    "settled late": (settled("2016-06-20"), {"2016Q2": []}, "2016Q2", "met_late: settled 2016-06-20"),
    "settled on an unknown day": (settled("unknown"), {"2016Q2": []}, "2016Q2", "met_shown_later: settled unknown"),
    "settled on the day that was due": (settled("2016-06-15"), {"2016Q2": []}, "2016Q2", "met: settled 2016-06-15"),
    "settled on the day after it": (settled("2016-06-16"), {"2016Q2": []}, "2016Q2", "met_late: settled 2016-06-16"),
    "settled in a month that holds the day": (
        settled("2016-06"),
        {"2016Q2": []},
        "2016Q2",
        "met_shown_later: settled 2016-06",
    ),
    "settled in a month that begins on the day": (
        settled("2016-06") | {"due": "2016-06-01"},
        {"2016Q2": []},
        "2016Q2",
        "met_shown_later: settled 2016-06",
    ),
    "settled, and nothing was due by a day": (
        settled("2016-06-10") | {"due": "unknown"},
        {"2016Q2": []},
        "2016Q2",
        "no_due_date: settled 2016-06-10",
    ),
    "settled on the last day of the quarter, as a source outside the ledger tells": (
        settled("2016-06-30", "báo") | {"due": "2016-06-30"},
        {"2016Q2": []},
        "2016Q2",
        "met: settled 2016-06-30",
    ),
    "settled after the quarter, as a source outside the ledger tells": (
        settled("2016-07-01", "báo"),
        {"2016Q2": []},
        "2016Q2",
        "overdue",
    ),
    "settled on an unknown day, as a source outside the ledger tells": (
        settled("unknown", "báo"),
        {"2016Q2": []},
        "2016Q2",
        "overdue",
    ),
    "settled, and not known before a later source tells": (
        settled("2016-06-10", "2016Q4/press"),
        {"2016Q2": []},
        "2016Q2",
        "overdue",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_the_verdict(name: str) -> None:
    changes, reports, at, expected = CASES[name]
    assert judge_at(at, [placed_obligation(**changes)], reports) == [expected]


def test_beside_an_outcome_stands_what_it_rests_on_or_else_the_latest_figure() -> None:
    short, latest = f"{CENTRAL}, {JUNE}, value: 19/30", f"{CENTRAL}, as_of: 2016-06-14, value: 18/30"
    (missed,), (overdue,), (unknown,) = (
        verdicts_at("2016Q2", [placed_obligation()], {"2016Q2": entries}) for entries in ([short, latest], [latest], [])
    )
    assert missed.shown is missed.evidence
    assert overdue.shown is overdue.latest
    assert str(missed.shown and missed.shown.as_of) == "2016-06-30"
    assert str(overdue.shown and overdue.shown.as_of) == "2016-06-14"
    assert unknown.shown is None


def test_a_new_date_for_the_same_bodies_replaces_the_old_one() -> None:
    later = placed_obligation(id="later", supersedes="x", due="2016-08-01")
    reports = {"2016Q2": [f"{CENTRAL}, {JUNE}, value: 19/30"]}
    assert judge_at("2016Q2", [placed_obligation(), later], reports) == [
        "moved: 19/30 at 2016-06-30; moved to later",
        "open (latest 19/30 at 2016-06-30)",
    ]


def test_a_new_date_for_some_bodies_moves_nobody_else() -> None:
    some = placed_obligation(id="some", supersedes="x", group="eight", due="2016-08-01")
    reports = {"2016Q2": [f"{CENTRAL}, {JUNE}, value: 19/30"]}
    assert judge_at("2016Q2", [placed_obligation(), some], reports) == [
        "missed: 19/30 at 2016-06-30; moved for some",
        "open",
    ]


def test_what_is_moved_for_all_and_for_some_names_both() -> None:
    later = placed_obligation(id="later", supersedes="x", due="2016-08-01")
    some = placed_obligation(id="some", supersedes="x", group="eight", due="2016-09-01")
    assert judge_at("2016Q2", [placed_obligation(), some, later], {"2016Q2": []}) == [
        "moved; moved to later; moved for some",
        "open",
        "open",
    ]


def test_a_move_that_is_not_announced_yet_moves_nothing() -> None:
    later = placed_obligation(id="later", supersedes="x", due="2016-08-01", announced="2016-07-02")
    reports = {"2016Q2": [f"{CENTRAL}, {JUNE}, value: 19/30"]}
    assert judge_at("2016Q2", [placed_obligation(), later], reports) == ["missed: 19/30 at 2016-06-30"]


def test_unrelated_quarters_and_the_order_of_lines_change_nothing() -> None:
    lines = [f"{CENTRAL}, as_of: 2016-06-20, value: 10/30", f"{CENTRAL}, {JUNE}, value: 19/30"]
    unrelated = ["indicator: lgsp, group: provinces, as_of: 2016-03-31, value: 1/63"]
    for reports in ({"2016Q2": lines}, {"2016Q2": lines[::-1]}, {"2016Q1": unrelated, "2016Q2": lines}):
        assert judge_at("2016Q2", [placed_obligation()], reports) == ["missed: 19/30 at 2016-06-30"]


# What is printed of the central bodies; what is due of them; whether that shows it reached, short, or neither.
REACHED: list[tuple[str, Fields, bool | None]] = [
    # Everyone
    ("value: 30/30", {}, True),
    ("value: 30/30, exempt: {count: 1}", {}, True),
    ("value: 29/30", {}, False),
    ("value: 30, of: 30", {}, True),
    ("value: 29, of: 30", {}, False),
    ("value: 28/30, exempt: {count: 2}", {}, True),
    ("value: 28/30, exempt: {names: [Bộ Công an, Bộ Quốc phòng]}", {}, True),
    ("value: 28/30, exempt: {count: 1}", {}, False),
    ("value: 28/30, exempt: {count: 2}, outstanding: {count: 1}", {}, True),
    ("value: gần 30/30", {}, None),
    ("value: gần 30/30, outstanding: {count: 1}", {}, None),
    ("value: 30", {}, None),
    ("value: 100%", {}, True),
    ("value: 99%", {}, None),
    ("value: 30, outstanding: {count: 0}", {}, True),
    ("outstanding: {count: 0}", {}, True),
    ("outstanding: {count: 1}", {}, False),
    ("outstanding: {names: [Bộ Y tế]}", {}, False),
    ("in_progress: {count: 0}", {}, None),
    ("in_progress: {count: 1}", {}, False),
    ("outstanding: {count: 0}, in_progress: {count: 0}", {}, True),
    ("outstanding: {count: 0}, in_progress: {count: 1}", {}, False),
    ("done: {count: 30}, of: 30", {}, True),
    ("done: {count: 29}, of: 30", {}, False),
    ("done: {count: gần 30}, of: 30", {}, None),
    ("done: {count: 28}, exempt: {count: 2}, of: 30", {}, True),
    ("done: {names: [Bộ Y tế]}", {}, None),
    ("done: {names: [Bộ Y tế]}, of: 30", {}, False),
    ("exempt: {count: 30}", {}, None),
    # So many
    ("value: 20/30", {"target": "20"}, True),
    ("value: 21", {"target": "20"}, True),
    ("value: 19", {"target": "20"}, False),
    ("value: gần 20", {"target": "20"}, False),
    ("value: gần 20", {"target": "19"}, None),
    ("value: gần 20", {"target": "17"}, True),
    ("value: chưa đến 20", {"target": "20"}, False),
    ("value: chưa đến 20", {"target": "19"}, None),
    ("value: hơn 20", {"target": "20"}, True),
    ("value: hơn 20", {"target": "21"}, None),
    ("value: hơn 20", {"target": "30"}, False),
    ("value: ít nhất 20", {"target": "19"}, True),
    ("value: ít nhất 20", {"target": "21"}, None),
    ("value: không quá 20", {"target": "20"}, None),
    ("value: không quá 20", {"target": "21"}, False),
    ("value: 50%", {"target": "20"}, None),
    ("outstanding: {count: 5}", {"target": "20"}, None),
    # At most so many
    ("value: 20", {"target": "20", "target_is": "at_most"}, True),
    ("value: 19", {"target": "20", "target_is": "at_most"}, True),
    ("value: 21", {"target": "20", "target_is": "at_most"}, False),
    ("value: gần 20", {"target": "20", "target_is": "at_most"}, True),
    ("value: gần 20", {"target": "19", "target_is": "at_most"}, None),
    ("value: hơn 20", {"target": "20", "target_is": "at_most"}, False),
    ("value: hơn 20", {"target": "21", "target_is": "at_most"}, None),
    ("value: chưa đến 20", {"target": "20", "target_is": "at_most"}, True),
    ("value: chưa đến 20", {"target": "19", "target_is": "at_most"}, None),
    ("value: ít nhất 20", {"target": "19", "target_is": "at_most"}, False),
    ("value: ít nhất 20", {"target": "25", "target_is": "at_most"}, None),
    # So much of all
    ("value: 18/30", {"target": "60%"}, True),
    ("value: 17/30", {"target": "60%"}, False),
    ("value: 17/30, exempt: {count: 1}", {"target": "60%"}, True),
    ("value: 16/30, exempt: {count: 1}", {"target": "60%"}, False),
    ("value: 18, of: 30", {"target": "60%"}, True),
    ("value: 17, of: 30", {"target": "60%"}, False),
    ("value: 18", {"target": "60%"}, None),
    ("value: '60%'", {"target": "60%"}, True),
    ("value: '59,9%'", {"target": "60%"}, False),
    ("value: 18 (60%)", {"target": "60%"}, True),
    ("value: gần 60%", {"target": "60%"}, False),
    ("value: gần 60%", {"target": "55%"}, None),
    ("value: hơn 60%", {"target": "60%"}, True),
    ("value: gần 18/30", {"target": "50%"}, True),
    ("value: gần 18/30", {"target": "60%"}, False),
    ("value: gần 18/30", {"target": "58%"}, None),
    ("outstanding: {count: 5}", {"target": "60%"}, None),
    ("value: 99%", {"target": "100%"}, False),
    ("value: 28/30, exempt: {count: 2}", {"target": "100%"}, True),
    ("value: '40%'", {"target": "40%", "target_is": "at_most"}, True),
    ("value: '40,5%'", {"target": "40%", "target_is": "at_most"}, False),
]


@pytest.mark.parametrize(("entry", "target", "reached"), REACHED)
def test_a_figure_shows_what_is_due_reached_or_short_only_where_every_number_that_it_may_mean_does(
    entry: str,
    target: Fields,
    reached: bool | None,  # noqa: FBT001
) -> None:
    (seen,) = read([f"{CENTRAL}, {JUNE}, {entry}"], "2016Q2", definitions()).observations
    assert is_reached(seen, placed_obligation(**target).obligation) is reached


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, True),
        ({"target": "100%"}, True),
        ({"target": "100%", "target_is": "at_most"}, False),
        ({"target": "99%"}, False),
        ({"target": "30"}, False),
        ({"target": "30 (100%)"}, False),
    ],
)
def test_everyone_is_wanted_where_no_target_is_told_or_the_whole(changes: Fields, expected: bool) -> None:  # noqa: FBT001
    assert wants_all(placed_obligation(**changes).obligation) is expected


def judge_at(at: str, obligations: list[PlacedObligation], reports: Reports) -> list[str]:
    """The verdicts in words; "not listed" where there is none."""
    return [in_words(verdict) for verdict in verdicts_at(at, obligations, reports)] or ["not listed"]


def verdicts_at(at: str, obligations: list[PlacedObligation], reports: Reports) -> tuple[Verdict, ...]:
    known = definitions()
    known = replace(known, registry=replace(known.registry, cohorts=COHORTS))
    snapshots = tuple(read(lines, quarter, known) for quarter, lines in reports.items())
    return judge_obligations(obligations, History(snapshots, known.registry), parse_quarter(at))


def read(lines: list[str], quarter: str, known: Definitions) -> Snapshot:
    return sound(load(snapshot_text(lines, quarter), known, quarter))


def in_words(verdict: Verdict) -> str:
    words = str(verdict.outcome)
    if verdict.settled:
        words += f": settled {verdict.settled.date}"
    if verdict.evidence:
        words += f": {figure(verdict, 'evidence')}"
    elif verdict.latest:
        words += f" (latest {figure(verdict, 'latest')})"
    more = [f"short: {figure(verdict, 'short')}"] if verdict.short else []
    more += [f"wider: {figure(verdict, 'wider')}"] if verdict.wider else []
    more += ["already met when set"] if verdict.already_met else []
    more += [f"moved to {verdict.moved_to.obligation.id}"] if verdict.moved_to else []
    more += [f"moved for {moved.obligation.id}" for moved in verdict.moved_for]
    return "; ".join([words, *more])


def figure(verdict: Verdict, part: str) -> str:
    """What an observation of a verdict prints; its group where that is not the one that is bound."""
    seen = getattr(verdict, part)
    listed = [f"{listing.total} {name.replace('_', ' ')}" for name, listing in seen.listings.items()]
    group = "" if str(seen.group) == verdict.obligation.group else f" of {seen.group}"
    return f"{seen.figure.printed if seen.figure else listed[0]}{group} at {seen.as_of}"
