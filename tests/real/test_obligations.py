# ruff: noqa: E501 - a verdict stands in one line
"""How every obligation of the real ledger stands, on what that rests, and that no page says otherwise."""

from __future__ import annotations

import json
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import pytest

from egov_tracker.changes.compare import Route
from egov_tracker.checks.bindings import CHECKS
from egov_tracker.checks.context import value_location
from egov_tracker.checks.judgement import context_of
from egov_tracker.inference.obligations import History, Outcome, judge_obligations
from egov_tracker.views.diff.changes import view_diff
from egov_tracker.views.diff.page import diff_page
from egov_tracker.views.diff.records import change_records
from egov_tracker.views.obligations import COLUMNS, OUTCOMES, _observed, due_text, in_order_of_weight, obligation_table
from egov_tracker.views.page import Lang, Page, Section, Table
from egov_tracker.views.phrases import Phrases
from tests.building import ROOT, open_data
from tests.running import run_egov
from tests.wording import spell_evidence, spell_verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from egov_tracker.inference.obligations import Verdict
    from egov_tracker.model.obligations import Settlement
    from egov_tracker.model.observation import Observation, Snapshot
    from egov_tracker.text.quarters import Quarter
    from egov_tracker.views.diff.changes import DiffView

# The due date, then from which quarter on which outcome, and the evidence for it. A quarter without a line stands as
# the one before.
VERDICTS = """\
level3-services-2016, due 2016-12-31, plan
  2016Q1 open
  2016Q4 overdue
quarter-report-2016Q1, due before 2016-03-25, order
  2016Q1 overdue
session-report-2016Q1, due 2016-03, plan
  2016Q1 met; settled 2016-03-26 (2016Q1/q1-report-press, dòng 2)
action-plan, due unknown, proposal
  2016Q1 no_due_date
dossier-publication-central, due unknown, order
  2016Q1 no_due_date
  2016Q2 missed; by 13/30 of central at 2016-06-28 (2016Q2/q2-report-press, dòng 8)
  2016Q3 missed; by 19/30, exempt 3 of central at 2016Q3 (2016Q3/ictnews-2016-q3, thân bài)
dossier-publication-provinces, due unknown, order
  2016Q1 no_due_date; latest outstanding 38 of provinces at 2016-03-01 (2016Q1/letter-1375, phụ lục 3)
  2016Q2 missed; by 55/63, outstanding 8 of provinces at 2016-06-28 (2016Q2/q2-report-press, dòng 8–9)
  2016Q3 met_late; short 55/63, outstanding 8 of provinces at 2016-06-28 (2016Q2/q2-report-press, dòng 8–9); by 63/63 of provinces at 2016Q3 (2016Q3/ictnews-2016-q3, thân bài)
resolution59-interconnection, due unknown, order
  2016Q2 no_due_date; latest 29, done 29 of all at 2016-05-03 (2016Q2/viettimes-2016-05, tên bài và thân bài)
resolution59-dossier-publication, due unknown, order
  2016Q2 no_due_date
resolution59-priority-services, due 2016, order
  2016Q2 open
  2016Q4 overdue
resolution59-portal-conditions, due unknown, order
  2016Q2 no_due_date
interconnection-central-june, due before 2016-06-01, plan
  2016Q1 open; latest outstanding 6 of central at 2016-03-01 (2016Q1/letter-1375, phụ lục 2)
  2016Q2 missed; by 19/30, exempt 2, outstanding 9 of central at 2016-06-30 (2016Q2/q2-report-press, dòng 4–5)
  2017Q4 missed; by 26/30 of central at 2017 (2017Q4/viettimes-2017-report, thân bài)
  2018Q2 missed; by 28/29, in_progress 1 of central at 2018-06-30 (2018Q2/q2-2018-report-press, dòng 13)
interconnection-central-july, due before 2016-07-01, proposal
  2016Q1 open; latest outstanding 6 of central at 2016-03-01 (2016Q1/letter-1375, phụ lục 2)
  2016Q2 missed; by 19/30, exempt 2, outstanding 9 of central at 2016-06-30 (2016Q2/q2-report-press, dòng 4–5); moved in part to interconnection-central-august
  2017Q4 missed; by 26/30 of central at 2017 (2017Q4/viettimes-2017-report, thân bài); moved in part to interconnection-central-august
  2018Q2 missed; by 28/29, in_progress 1 of central at 2018-06-30 (2018Q2/q2-2018-report-press, dòng 13); moved in part to interconnection-central-august
interconnection-central-august, due before 2016-08-01, order
  2016Q2 open; latest outstanding 15 of letter-4075 at 2016-06 (2016Q2/taichinhdientu-2016-06, thân bài)
  2016Q3 overdue; latest outstanding 15 of letter-4075 at 2016-06 (2016Q2/taichinhdientu-2016-06, thân bài)
dedicated-network-2016, due unknown, order
  2016Q2 no_due_date
interconnection-provinces-june, due before 2016-06-01, plan
  2016Q1 open; latest done 1 of provinces at 2016Q1 (2016Q1/q1-report-press, dòng 6)
  2016Q2 met_shown_later; by 63 (100%) of provinces at 2016-06-14 (2016Q2/viettimes-2016-06, thân bài và chú thích ảnh)
interconnection-provinces-july, due before 2016-07-01, proposal
  2016Q1 open; latest done 1 of provinces at 2016Q1 (2016Q1/q1-report-press, dòng 6)
  2016Q2 met; by 63 (100%) of provinces at 2016-06-14 (2016Q2/viettimes-2016-06, thân bài và chú thích ảnh)
interconnection-phase1-all, due 2016-04-30, plan
  2016Q2 missed; by 21, outstanding 9 of phase-1-2016 at 2016-04-30 (2016Q2/viettimes-2016-05, đoạn về giai đoạn 1)
interconnection-phase1-central, due 2016-04-30, plan
  2016Q2 missed; by 4, done 4 of phase-1-2016-central at 2016-04-30 (2016Q2/viettimes-2016-05, đoạn về giai đoạn 1)
interconnection-phase1-provinces, due 2016-04-30, plan
  2016Q2 missed; by 17, done 17 of phase-1-2016-provinces at 2016-04-30 (2016Q2/viettimes-2016-05, đoạn về giai đoạn 1)
interconnection-phase2, due 2016-05-30, plan
  2016Q2 overdue; latest 7, done 7 of phase-2-2016 at 2016-05-03 (2016Q2/viettimes-2016-05, đoạn về giai đoạn 2)
priority-list-2016, due 2016-04, plan
  2016Q1 open
  2016Q2 met_shown_later; settled unknown (2016Q2/q2-report-press, dòng 6)
priority-services-2016-proposal, due 2016, proposal
  2016Q1 open
  2016Q4 overdue
priority-services-2016-central, due 2016, decision
  2016Q2 open
  2016Q4 overdue
priority-services-2016-provinces, due 2016, decision
  2016Q2 open
  2016Q4 overdue
portal-conditions-2016, due before 2016-07-01, proposal
  2016Q1 open
  2016Q2 overdue
portal-trial, due 2016-06, plan
  2016Q1 open
  2016Q2 overdue
portal-operation, due 2016-09, plan
  2016Q1 open
  2016Q3 overdue
  2019Q4 met_late; settled 2019-12-09 (2019Q4/opendevelopment-2021-03, đoạn 2)
service-list-target, due unknown, plan
  2018Q2 no_due_date
integration-list-2018, due 2018-07, plan
  2018Q2 open
  2019Q1 overdue
portal-scheme-2018, due 2018-08, plan
  2018Q2 open
  2019Q1 overdue
architecture-2018, due before 2018-09, plan
  2018Q2 open; latest khoảng 50, done 2 of all at 2018-06-30 (2018Q2/q2-2018-report-press, dòng 12)
  2019Q1 overdue; latest khoảng 50, done 2 of all at 2018-06-30 (2018Q2/q2-2018-report-press, dòng 12)
axis-version-2, due 2019-01-19, plan
  2019Q1 overdue
axis-own-servers, due 2019-01-31, plan
  2019Q1 overdue
axis-software-upgrade, due 2019-02-17, plan
  2019Q1 overdue
axis-launch, due 2019-02-20, plan
  2019Q1 met_late; settled 2019-03-12 (2019Q1/vnexpress-2019-03, đoạn 1)
axis-connection-2019, due 2019, decision
  2019Q4 met, already when set; by tất cả 95 of all at 2019-03-12 (2019Q1/vnexpress-2019-03, thân bài)
axis-documents-four-levels, due 2020-06, decision
  2019Q4 open
  2020Q2 overdue
axis-time-2020, due 2020, decision
  2019Q4 open
  2020Q4 overdue
exchange-rules-2020, due before 2020-02, order
  2019Q4 open
  2020Q1 overdue
paper-copies-2020, due 2020-02-01, order
  2019Q4 open
  2020Q1 overdue
personal-signatures-2020, due before 2020-06, order
  2019Q4 open
  2020Q2 overdue
signed-documents, due unknown, order
  2019Q4 no_due_date
four-levels-letter, due 2020-06, order
  2019Q4 open
  2020Q2 overdue
four-levels-meeting, due before 2020-06-30, plan
  2020Q2 overdue
exchange-statistics-2020, due 2020-07-21, order
  2020Q2 open
  2020Q3 overdue
level4-2020-resolution, due 2020, decision
  2019Q1 open
  2019Q4 open; latest 10,76% of national at 2019 (2019Q4/cand-un-rank, đoạn về dịch vụ công trực tuyến mức độ 4)
  2020Q3 open; latest khoảng 15,9% of national at 2020Q3 (2020Q3/thanhnien-2020-08, đoạn thuật kết luận của Thủ tướng Chính phủ)
  2020Q4 met; by 30,1% of national at 2020-12 (2020Q4/cand-un-rank, đoạn về dịch vụ công trực tuyến mức độ 4)
level4-2020-prime-minister, due 2020, order
  2020Q3 open; latest khoảng 15,9% of national at 2020Q3 (2020Q3/thanhnien-2020-08, đoạn thuật kết luận của Thủ tướng Chính phủ)
  2020Q4 met; by 30,1% of national at 2020-12 (2020Q4/cand-un-rank, đoạn về dịch vụ công trực tuyến mức độ 4)
level4-2020-committee, due 2020-12-31, plan
  2020Q3 open; latest khoảng 15,9% of national at 2020Q3 (2020Q3/thanhnien-2020-08, đoạn thuật kết luận của Thủ tướng Chính phủ)
  2020Q4 overdue; latest 30,1% of national at 2020-12 (2020Q4/cand-un-rank, đoạn về dịch vụ công trực tuyến mức độ 4)
portal-integration-2020, due 2020, order
  2020Q2 open
  2020Q4 overdue
edocuments-2020, due 2020-12-31, plan
  2020Q3 open; latest 88,53% of national at 2020Q3 (2020Q3/hue-2020-08, thân bài)
  2020Q4 met; by 90,81% of national at 2020-12 (2020Q4/cand-un-rank, đoạn về Trục liên thông văn bản quốc gia)
lgsp-2020, due 2020-12-31, plan
  2020Q3 open; latest gần 83% of all at 2020-07-31 (2020Q3/hue-2020-08, thân bài)
  2020Q4 met; by 100% of all at 2020-12 (2020Q4/cand-un-rank, đoạn về Trục liên thông văn bản quốc gia)
data-sharing-2020, due 2020-10, plan
  2020Q3 open
  2020Q4 overdue
"""


LEDGER = open_data(ROOT / "data")
QUARTERS = LEDGER.quarters
NEIGHBOURS = tuple(pairwise(QUARTERS))
LATE = frozenset({Outcome.MISSED, Outcome.MET_LATE})
NONE: frozenset[str] = frozenset()


@cache
def snapshots_until(quarter: Quarter) -> tuple[Snapshot, ...]:
    return tuple(LEDGER.snapshot(one) for one in QUARTERS if one <= quarter)


@cache
def judged(quarter: Quarter) -> tuple[Verdict, ...]:
    history = History(snapshots_until(QUARTERS[-1]), LEDGER.definitions.registry)
    return judge_obligations(LEDGER.obligations, history, quarter)


# The table.


def test_every_obligation_stands_as_the_sources_have_it() -> None:
    assert "".join(lines()) == VERDICTS


def lines() -> Iterator[str]:
    for placed in LEDGER.obligations:
        due = placed.obligation
        yield f"{due.id}, due {'before ' if due.before else ''}{due.due}{f', {due.force}' if due.force else ''}\n"
        said = ""
        for quarter in QUARTERS:
            verdict = next((one for one in judged(quarter) if one.obligation.id == due.id), None)
            if verdict and (now := spell_verdict(verdict)) != said:
                said = now
                yield f"  {quarter} {said}\n"


# No page says otherwise.


class Said(NamedTuple):
    """What an output says of an obligation: the outcome, the figures it rests on, the day of the event, the moves."""

    outcome: str
    figures: frozenset[str]
    settled: str | None
    moves: frozenset[str]


@pytest.mark.parametrize("quarter", QUARTERS, ids=str)
@pytest.mark.parametrize("lang", Lang)
def test_the_report_says_the_verdict_and_its_evidence(quarter: Quarter, lang: Lang) -> None:
    assert said_by_page(report_of(quarter, lang)) == {one.obligation.id: said_by(one) for one in judged(quarter)}


@pytest.mark.parametrize(("old", "new"), NEIGHBOURS, ids=str)
@pytest.mark.parametrize("lang", Lang)
def test_a_comparison_says_what_the_report_of_its_later_quarter_says(old: Quarter, new: Quarter, lang: Lang) -> None:
    earlier, later = (said_by_page(report_of(quarter, lang)) for quarter in (old, new))
    compared = said_by_page(diff_page(diff_of(old, new, lang), "data"))
    assert compared == {name: later[name] for name in compared}
    left_out = {name: one.outcome for name, one in later.items() if name not in compared}
    assert left_out == {name: earlier[name].outcome for name in left_out}
    assert Outcome.OPEN not in left_out.values()


@pytest.mark.parametrize(("old", "new"), NEIGHBOURS, ids=str)
def test_the_records_say_what_the_page_of_the_comparison_says(old: Quarter, new: Quarter) -> None:
    view = diff_of(old, new, Lang.VI)
    assert dict(said_by_records(view)) == said_by_page(diff_page(view, "data"))


@pytest.mark.parametrize("quarter", QUARTERS, ids=str)
def test_the_checker_names_what_the_report_calls_missed_or_late_by_the_same_evidence(quarter: Quarter) -> None:
    report = said_by_page(report_of(quarter, Lang.VI))
    late = {name: one._replace(moves=NONE) for name, one in report.items() if one.outcome in LATE}
    assert dict(said_by_checker(quarter)) == late


def test_the_command_checks_the_ledger_at_its_last_quarter() -> None:
    printed = run_egov("check", "--select", "OBL001,OBL003", "-f", "json", cwd=ROOT).out
    named = {found["message"].partition(" was due by ")[0] for found in json.loads(printed)["findings"]}
    assert named == dict(said_by_checker(QUARTERS[-1])).keys()


@cache
def report_of(quarter: Quarter, lang: Lang) -> Page:
    history = History(tuple(snapshots_until(quarter)), LEDGER.definitions.registry)
    verdicts = judge_obligations(LEDGER.obligations, history, quarter)
    table = obligation_table(in_order_of_weight(verdicts), Phrases(lang), "obligations")
    return Page(lang, "title", (), (Section("", (table,)),))


@cache
def diff_of(old: Quarter, new: Quarter, lang: Lang) -> DiffView:
    sides = LEDGER.snapshot(old), LEDGER.snapshot(new)
    verdicts = {old: judged(old), new: judged(new)}
    view = view_diff(*sides, LEDGER.definitions, LEDGER.obligations, lang, Route(verdicts=verdicts))
    return view._replace(every=True)


def said_by(verdict: Verdict) -> Said:
    """What a verdict itself holds."""
    seen = verdict.short, verdict.evidence, None if verdict.evidence else verdict.latest, verdict.wider
    moves = (*verdict.moved_for, *([verdict.moved_to] if verdict.moved_to else []))
    settled = str(verdict.settled.date) if verdict.settled else None
    return Said(
        verdict.outcome,
        frozenset(spell_evidence(one) for one in seen if one),
        settled,
        frozenset(moved.obligation.id for moved in moves),
    )


def said_by_page(page: Page) -> dict[str, Said]:
    """What the table of obligations on a page prints, read back from its cells."""
    say = Phrases(page.lang)
    columns = say.columns(COLUMNS)
    tables = [block for section in page.sections for block in section.blocks if isinstance(block, Table)]
    rows = [row for table in tables if table.columns == columns for row in table.rows]
    said = [(named_by(row, say), read_row(row, say)) for row in rows]
    assert len(dict(said)) == len(said)
    return dict(said)


def named_by(row: tuple[str, ...], say: Phrases) -> str:
    """The one obligation that a row is about."""
    (found,) = (
        one.obligation.id
        for one in LEDGER.obligations
        if (say.task(one.obligation), say.by(one.obligation), due_text(one.obligation, say)) == row[:3]
        and row[4].startswith(say.document(one.obligation.under))
    )
    return found


def read_row(row: tuple[str, ...], say: Phrases) -> Said:
    result, basis = row[-2:]
    (outcome,) = (
        one for one, words in OUTCOMES.items() if result == say(*words) or result.startswith(f"{say(*words)};")
    )
    settled = (one for one in settlements() if f"{say.day(one.date)} ({one.source}, {say.place(one.at)})" in basis)
    bound = named_by(row, say)
    moves = (one for one in LEDGER.obligations if one.obligation.supersedes == bound)
    return Said(
        outcome,
        frozenset(cited(basis, say)),
        next((str(one.date) for one in settled), None),
        frozenset(one.obligation.id for one in moves if f"{say.by(one.obligation)}: " in result),
    )


@cache
def printed(say: Phrases) -> dict[str, str]:
    """Every observation as a cell prints it: what it counts, its days, its source and its place there."""
    return {_observed(seen, say): spell_evidence(seen) for seen in observations()}


def cited(basis: str, say: Phrases) -> Iterator[str]:
    for text, words in printed(say).items():
        before, found, after = basis.partition(text)
        if (
            found
            and before.endswith(("", "; ", ": ")[bool(before) :])
            and (not after or after.startswith(("; ", ", ")))
        ):
            yield words


def said_by_records(view: DiffView) -> Iterator[tuple[str, Said]]:
    """What the JSON of a comparison says of the obligations in it."""
    at = {(seen.location.path, seen.location.line): seen for seen in observations()}
    for record in change_records(view):
        verdict, due, moved = record["verdict"], record["obligation"], record["moved_to"]
        if verdict and due:
            sides = [verdict["short"], verdict["evidence"] or verdict["latest"]]
            figures = [at[side["place"]["path"], side["place"]["line"]] for side in sides if side]
            moves = frozenset([*verdict["moved_for"], *([moved["id"]] if moved else [])])
            yield (
                due["id"],
                Said(verdict["outcome"], frozenset(map(spell_evidence, figures)), verdict["settled"], moves),
            )


def said_by_checker(quarter: Quarter) -> Iterator[tuple[str, Said]]:
    """What OBL001 and OBL003 say of a ledger that ends with a quarter."""
    loaded = [LEDGER.read(LEDGER.files[one]) for one in QUARTERS if one <= quarter]
    context = context_of(loaded, LEDGER.definitions, LEDGER.obligations, whole=True)
    at = {value_location(seen): seen for seen in observations()}
    named = {placed.location: placed.obligation.id for placed in LEDGER.obligations}
    for found in (*CHECKS["OBL001"](context), *CHECKS["OBL003"](context)):
        if "which does not prove it" not in found.message:
            settled = found.message.partition("; it was settled on ")[2] or None
            done = settled or "; done by " in found.message
            figures = frozenset(spell_evidence(at[place]) for place in found.related)
            outcome = Outcome.MET_LATE if done else Outcome.MISSED
            yield named[found.location], Said(outcome, figures, settled, NONE)


@cache
def observations() -> tuple[Observation, ...]:
    return tuple(seen for snapshot in snapshots_until(QUARTERS[-1]) for seen in snapshot.observations)


def settlements() -> Iterator[Settlement]:
    return (placed.obligation.settled for placed in LEDGER.obligations if placed.obligation.settled)
