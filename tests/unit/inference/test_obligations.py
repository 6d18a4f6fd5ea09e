"""The verdict on an obligation: one row a case, with what is printed, what was due, and how it stands on what."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from egov_tracker.inference.obligations import History, Verdict, judge_obligations
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
    "already met when it was set": (
        {"announced": "2016-06-20", "due": "2016-12-31"},
        {"2016Q2": [f"{CENTRAL}, as_of: 2016-06-14, value: 30/30"]},
        "2016Q2",
        "met: 30/30 at 2016-06-14; already met when set",
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


def test_a_move_that_is_not_announced_yet_moves_nothing() -> None:
    later = placed_obligation(id="later", supersedes="x", due="2016-08-01", announced="2016-07-02")
    reports = {"2016Q2": [f"{CENTRAL}, {JUNE}, value: 19/30"]}
    assert judge_at("2016Q2", [placed_obligation(), later], reports) == ["missed: 19/30 at 2016-06-30"]


def test_unrelated_quarters_and_the_order_of_lines_change_nothing() -> None:
    lines = [f"{CENTRAL}, as_of: 2016-06-20, value: 10/30", f"{CENTRAL}, {JUNE}, value: 19/30"]
    unrelated = ["indicator: lgsp, group: provinces, as_of: 2016-03-31, value: 1/63"]
    for reports in ({"2016Q2": lines}, {"2016Q2": lines[::-1]}, {"2016Q1": unrelated, "2016Q2": lines}):
        assert judge_at("2016Q2", [placed_obligation()], reports) == ["missed: 19/30 at 2016-06-30"]


def judge_at(at: str, obligations: list[PlacedObligation], reports: Reports) -> list[str]:
    """The verdicts in words; "not listed" where there is none."""
    known = definitions()
    known = replace(known, registry=replace(known.registry, cohorts=COHORTS))
    snapshots = tuple(read(lines, quarter, known) for quarter, lines in reports.items())
    verdicts = judge_obligations(obligations, History(snapshots, known.registry), parse_quarter(at))
    return [in_words(verdict) for verdict in verdicts] or ["not listed"]


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
