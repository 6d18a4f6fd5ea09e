# ruff: noqa: E501 - what is expected stands in one line
"""What the quarters of this ledger allow to be said, and what they do not."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from egov_tracker.changes.compare import Route
from egov_tracker.changes.model import BodiesMoved, NotComparable, Transition
from egov_tracker.inference.body_status import Rationale
from egov_tracker.inference.comparability import Reason
from tests.building import ROOT
from tests.running import compare, run_egov
from tests.wording import in_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from egov_tracker.store.ledger import Ledger


def lines(ledger: Ledger, old: str, new: str, word: str) -> list[str]:
    changes = compare(ledger.snapshot(ledger.resolve(old)), ledger.snapshot(ledger.resolve(new)))
    return [line for line in in_words(changes) if line.startswith(word)]


def moved(ledger: Ledger, old: str, new: str, indicator: str, group: str) -> BodiesMoved:
    changes = compare(ledger.snapshot(ledger.resolve(old)), ledger.snapshot(ledger.resolve(new)))
    (found,) = [
        change
        for change in changes
        if isinstance(change, BodiesMoved)
        and (change.pair.new.indicator.id, change.pair.new.group.id) == (indicator, group)
    ]
    return found


def names(change: BodiesMoved, kind: Transition) -> list[str]:
    return [transition.body.name_vi for transition in change.of(kind)]


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("2016Q1", "2016Q2", "document_interconnection central 25 → 19/30: not comparable: break_in_series"),
        (
            "2016Q1",
            "2016Q2",
            "dossier_publication central outstanding 18 → 13/30: not comparable: different_universe, other_form",
        ),
        ("2016Q2", "2016Q3", "dossier_publication central 13/30 → 19/30: +6 units +20.00 points"),
        ("2017Q4", "2018Q2", "document_interconnection central 26/30 → 28/29: not comparable: different_n"),
        (
            "2016Q4",
            "2018Q2",
            "online_services national 3-4 10.872 → gần 50.000: not comparable: different_universe, other_publisher, approximate",
        ),
    ],
)
def test_a_line_of_the_comparison(ledger: Ledger, old: str, new: str, line: str) -> None:
    assert line in lines(ledger, old, new, line.split(maxsplit=1)[0])


def test_the_figures_of_two_indicators_never_meet(ledger: Ledger) -> None:
    met = lines(ledger, "2016Q2", "2016Q3", "")
    assert not [line for line in met if line.startswith("document_interconnection") and "→" in line]
    assert "document_interconnection central: disappeared: 19/30" in met


def test_thirty_provinces_that_left_the_list_are_done_because_55_and_8_are_63(ledger: Ledger) -> None:
    change = moved(ledger, "2016Q1", "2016Q2", "dossier_publication", "provinces")
    assert {len(change.of(Transition.NEWLY_DONE)), len(change.of(Transition.STILL_OUTSTANDING))} == {30, 8}
    assert {transition.new_rationale for transition in change.of(Transition.NEWLY_DONE)} == {Rationale.COMPLEMENT}


def test_the_foreign_ministry_left_the_list_and_is_not_proved_done(ledger: Ledger) -> None:
    change = moved(ledger, "2016Q1", "2016Q2", "document_interconnection", "central")
    assert names(change, Transition.NO_LONGER_LISTED) == ["Bộ Ngoại giao"]
    assert names(change, Transition.NEWLY_EXEMPT) == ["Bộ Quốc phòng", "Bộ Công an"]
    assert names(change, Transition.NEWLY_DONE) == []
    assert change.pair.new.outstanding is not None
    assert (change.pair.new.source.id, change.pair.new.outstanding.unnamed) == ("q2-report-press", 2)


def test_the_other_print_of_the_same_day_is_kept_beside(ledger: Ledger) -> None:
    change = moved(ledger, "2016Q1", "2016Q2", "document_interconnection", "central")
    assert [seen.source.id for seen in change.pair.new_also] == ["most-repost-9-agencies"]


def test_eighteen_ministries_became_seven_by_name(ledger: Ledger) -> None:
    change = moved(ledger, "2016Q1", "2016Q2", "dossier_publication", "ministries")
    assert (len(change.of(Transition.STILL_OUTSTANDING)), len(change.of(Transition.NO_LONGER_LISTED))) == (7, 11)
    assert change.delta is None


def test_obligations_that_fell_due_between_two_quarters(ledger: Ledger) -> None:
    old, new = (ledger.snapshot(ledger.resolve(name)) for name in ("2016Q1", "2016Q2"))
    told = in_words(compare(old, new, ledger.obligations))
    assert {
        "dossier-publication-central: no_due_date → missed",
        "dossier-publication-provinces: no_due_date → missed",
        "interconnection-central-june: open → missed",
        "interconnection-central-july: open → missed",
        "interconnection-central-august: not announced → open",
        "interconnection-provinces-july: open → met",
        "interconnection-phase1-central: not announced → missed",
        "portal-trial: open → overdue",
    } <= set(told)


def test_the_way_through_the_quarters_meets_each_break_once(ledger: Ledger) -> None:
    first, *between, last = (ledger.snapshot(quarter) for quarter in ledger.quarters)
    changes = compare(first, last, (), Route(tuple(between)))
    breaks = [
        f"{change.pair.old.indicator.id} {change.pair.old.as_of}"
        for change in changes
        if isinstance(change, NotComparable)
        and change.reasons[0] is Reason.BREAK_IN_SERIES
        and change.pair.new.group.id == "central"
    ]
    assert sorted(breaks) == ["document_connection 2016-03-24", "document_interconnection 2018-06-30"]


def test_the_whole_way_has_a_step_for_each_date(ledger: Ledger) -> None:
    old, new = (ledger.snapshot(ledger.resolve(name)) for name in ("2016Q1", "2016Q2"))
    steps = [line for line in in_words(compare(old, new, (), Route(every=True))) if " central " in line]
    assert "document_interconnection central 6 → 10: +4 units" in steps
    assert "document_interconnection central 10 → 8: not comparable: dates_overlap" in steps


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_the_page_of_the_first_two_quarters_of_this_ledger(golden: Callable[[str, str], None], lang: str) -> None:
    ran = run_egov("diff", "2016Q1", "2016Q2", "--lang", lang, cwd=ROOT)
    assert (ran.code, ran.err) == (0, "")
    golden(f"diff-2016Q2.{lang}.txt", ran.out)


def test_the_comparison_of_every_two_neighbours_opens_with_three_to_eight_lines(ledger: Ledger) -> None:
    for old, new in pairwise(map(str, ledger.quarters)):
        for lang, heading in (("vi", "Những thay đổi chính"), ("en", "What moved")):
            page = run_egov("diff", old, new, "--lang", lang, cwd=ROOT).out
            opening = page.partition(f"\n{heading}\n")[2].partition("\n\n")[0].splitlines()
            assert 3 <= len(opening) <= 8
            assert all(line.startswith("- ") and line.endswith(".") for line in opening)
