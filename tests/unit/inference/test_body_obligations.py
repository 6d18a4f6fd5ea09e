"""The obligations of one body, judged by its own state, and whether it is late."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from egov_tracker.inference.body_history import BodyHistories
from egov_tracker.inference.body_obligations import Timing, bind, judge_own, obligations_on, timing_of
from egov_tracker.inference.obligations import History
from egov_tracker.model.registry import Cohort
from egov_tracker.store.core_schemas import file_reader
from egov_tracker.text.figures import parse_count
from tests.building import definitions, open_data, placed_obligation, snapshot_text, write_ledger

if TYPE_CHECKING:
    from pathlib import Path

BY = "task: t, by: Các bộ, what_vi: v, what_en: e, under: Nghị quyết"
DUE = f"indicator: lgsp, group: central, {BY}, due: 2016-06-01, announced: 2016-01-02, force: order"
MOVED = f"indicator: lgsp, group: VTV, {BY}, due: 2016-08-01, announced: 2016-05-02, supersedes: a, force: order"
OVERDUE = (
    f"indicator: lgsp, group: central, {BY}, due: unknown, announced: 2016-01-02, "
    "overdue: {printed: quá 2 tháng, as_of: 2016-06-30, source: 2016Q2/vpcp, at: dòng 1}"
)


def seen(as_of: str, state: str = "outstanding") -> str:
    return f"indicator: lgsp, group: central, as_of: {as_of}, {state}: {{names: [VTV]}}"


CASES = {
    "on the due date": ((DUE,), seen("2016-06-01"), Timing.LATE),
    "after it": ((DUE,), seen("2016-06-30"), Timing.LATE),
    "before it": ((DUE,), seen("2016-05-31"), Timing.NOT_DUE),
    "in a month that ends on it": (
        (DUE.replace("2016-06-01", "2016-06-30"),),
        seen("2016-06"),
        Timing.NO_DUE_DATE,
    ),
    "in a month before it": ((DUE,), seen("2016-05"), Timing.NOT_DUE),
    "in a month that begins on it": ((DUE,), seen("2016-06"), Timing.LATE),
    "late by one order, not due by another": (
        (DUE.replace("2016-06-01", "2016-08-01"), DUE),
        seen("2016-06-30"),
        Timing.LATE,
    ),
    "a month that overlaps it": ((DUE,), seen("2016Q2"), Timing.NO_DUE_DATE),
    "on trial after it": ((DUE,), seen("2016-06-30", "in_progress"), Timing.ON_TRIAL),
    "done after it": ((DUE,), seen("2016-06-30", "done"), None),
    "exempt": ((DUE,), seen("2016-06-30", "exempt"), None),
    "moved for this body": ((DUE, MOVED), seen("2016-06-30"), Timing.NOT_DUE),
    "only proposed": ((DUE.replace("order", "proposal"),), seen("2016-06-30"), Timing.NO_DUE_DATE),
    "of provinces": ((DUE.replace("central", "provinces"),), seen("2016-06-30"), Timing.NO_DUE_DATE),
    "of another indicator": ((DUE.replace("lgsp", "action_plan"),), seen("2016-06-30"), Timing.NO_DUE_DATE),
    "announced later": ((DUE.replace("2016-01-02", "2016-07-01"),), seen("2016-06-30"), Timing.NO_DUE_DATE),
    "announced after the figure, in its quarter": (
        (DUE.replace("2016-01-02", "2016-06-20").replace("2016-06-01", "2016-08-01"),),
        seen("2016-06-10"),
        Timing.NO_DUE_DATE,
    ),
    "a figure of no date": ((DUE,), seen("unknown"), Timing.NO_DUE_DATE),
    "overdue by what a source says": ((OVERDUE,), seen("2016-05-01"), Timing.LATE),
    "perhaps overdue by then": ((OVERDUE,), seen("2016-04-01"), Timing.NO_DUE_DATE),
}


@pytest.mark.parametrize(("obligations", "entry", "expected"), CASES.values(), ids=CASES.keys())
def test_late_is_only_who_is_outstanding_past_the_due_date_of_an_order(
    obligations: tuple[str, ...], entry: str, expected: Timing | None, tmp_path: Path
) -> None:
    text = "obligations:\n" + "".join(f"  {name}: {{{one}}}\n" for name, one in zip("ab", obligations, strict=False))
    reports = {"2016Q2": snapshot_text([entry], "2016Q2")}
    ledger = open_data(write_ledger(tmp_path, reports, {"obligations": text}))
    registry = ledger.definitions.registry
    (body,) = registry.named("VTV")
    own, _ = obligations_on(body, bind(ledger.obligations, registry, ledger.definitions.catalogue), registry)
    snapshots = tuple(map(ledger.snapshot, ledger.quarters))
    (account,) = BodyHistories(snapshots, registry).of(body).accounts
    assert timing_of(account, own) == expected


def test_an_obligation_of_a_group_is_judged_by_the_state_of_the_body_and_what_only_groups_can_reach_is_apart(
    tmp_path: Path,
) -> None:
    reports = {
        "2016Q2": snapshot_text(
            ["indicator: lgsp, group: central, as_of: 2016-06-30, done: {names: [VOV]}, outstanding: {names: [VTV]}"],
            "2016Q2",
        )
    }
    share = f"indicator: online_services, breakdown: {{level: 3}}, group: central, {BY}, due: 2016-06-01, target: 100%"
    text = f"obligations:\n  a: {{{DUE}}}\n  b: {{{share}}}\n"
    ledger = open_data(write_ledger(tmp_path, reports, {"obligations": text}))
    registry = ledger.definitions.registry
    snapshots = tuple(map(ledger.snapshot, ledger.quarters))
    found = {}
    for name in ("VTV", "VOV", "Bộ Y tế", "Hà Nam"):
        (body,) = registry.named(name)
        own, shared = obligations_on(body, bind(ledger.obligations, registry, ledger.definitions.catalogue), registry)
        verdicts = judge_own(own, History(snapshots, registry), ledger.quarters[-1])
        found[name] = ([str(verdict.outcome) for verdict in verdicts], [one.obligation.id for one in shared])
    assert found == {
        "VTV": (["missed"], ["b"]),
        "VOV": (["met_shown_later"], ["b"]),
        "Bộ Y tế": (["overdue"], ["b"]),
        "Hà Nam": ([], []),
    }


# An obligation of some bodies and its target; which body is judged on it by itself, and by which target.
SHARED: dict[str, tuple[dict[str, object], str, str | None]] = {
    "everyone of a group": ({"group": "central"}, "VTV", "alone, no target"),
    "the whole of a group": ({"group": "central", "target": "100%"}, "VTV", "alone, 100%"),
    "a part of a group": ({"group": "central", "target": "50%"}, "VTV", "with others"),
    "so many of a group": ({"group": "central", "target": "30"}, "VTV", "with others"),
    "everyone of a cohort": ({"group": "some"}, "VTV", "alone, no target"),
    "as many as a cohort has": ({"group": "some", "target": "8"}, "VTV", "alone, no target"),
    "fewer than a cohort has": ({"group": "some", "target": "7"}, "VTV", "with others"),
    "a part of a cohort": ({"group": "some", "target": "50%"}, "VTV", "with others"),
    "as many as a cohort has by its names": ({"group": "uncounted", "target": "1"}, "VTV", "with others"),
    "a cohort that names another body": ({"group": "some"}, "VOV", None),
    "another group": ({"group": "provinces"}, "VTV", None),
    "the body itself": ({"group": "VTV", "target": "50%"}, "VTV", "alone, 50%"),
    "another body": ({"group": "VOV"}, "VTV", None),
    "what is no matter of single bodies": (
        {"group": "central", "indicator": "level4_share", "target": "100%"},
        "VTV",
        "with others",
    ),
    "what no indicator measures": ({"group": "central", "indicator": None}, "VTV", "with others"),
    "a group before the body was in it": (
        {"group": "ministries", "announced": "2016-01-02"},
        "Bộ Dân tộc và Tôn giáo",
        None,
    ),
    "a group told of after the body was in it": (
        {"group": "ministries", "announced": "unknown", "told_by": "2025Q2/vpcp"},
        "Bộ Dân tộc và Tôn giáo",
        "alone, no target",
    ),
    "a group told of before the body was in it, and due later": (
        {"group": "ministries", "announced": "unknown", "told_by": "2016Q2/vpcp", "due": "2025-06-30"},
        "Bộ Dân tộc và Tôn giáo",
        None,
    ),
    "a group of which only the due date is known": (
        {"group": "ministries", "announced": "unknown", "due": "2025-06-30"},
        "Bộ Dân tộc và Tôn giáo",
        "alone, no target",
    ),
}
COHORT = {"name_vi": "8 bộ", "name_en": "8", "within": "central", "names": ["VTV"], "under": "Văn bản"}


@pytest.mark.parametrize(("changes", "name", "expected"), SHARED.values(), ids=SHARED.keys())
def test_a_body_is_judged_alone_on_what_everyone_of_its_group_has_to_do(
    changes: dict[str, object], name: str, expected: str | None
) -> None:
    cohorts = {one: file_reader(Cohort).validate_python({**COHORT, "id": one}) for one in ("some", "uncounted")}
    cohorts["some"] = replace(cohorts["some"], count=parse_count("8"))
    registry = replace(definitions().registry, cohorts=cohorts)
    (body,) = registry.named(name)
    due = placed_obligation(**{"indicator": "lgsp", "announced": "2016-01-02", "told_by": None, **changes})
    own, others = obligations_on(body, bind([due], registry, definitions().catalogue), registry)
    targets = [one.obligation.target for one in own]
    said = [f"alone, {target.printed if target else 'no target'}" for target in targets] + ["with others"] * len(others)
    assert said == ([expected] if expected else [])
