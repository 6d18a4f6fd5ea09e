"""Which headlines the first screen shows, and the verdict beside each."""

from __future__ import annotations

import pytest

from egov_tracker.model.findings import Location
from egov_tracker.model.obligations import Obligation, PlacedObligation
from egov_tracker.store.core_schemas import file_reader
from egov_tracker.views.headlines import MOST_LINES, fits, leading_of, view_quarter
from tests.building import definitions, snapshot

JUNE = "as_of: 2016-06-30"


@pytest.mark.parametrize(
    ("entries", "shown"),
    [
        (["lgsp, group: central, JUNE", "lgsp, group: provinces, JUNE"], "lgsp, central; lgsp, provinces"),
        # in the order of the catalogue and of the groups, whatever the order of the file
        (["lgsp, group: provinces, JUNE", "action_plan, group: all, JUNE"], "action_plan, all; lgsp, provinces"),
        # overtaken by a later figure of a part
        (["lgsp, group: all, as_of: 2016-05-03", "lgsp, group: central, JUNE"], "lgsp, central"),
        # undated beside a dated one, and undated alone
        (["lgsp, group: all, as_of: unknown", "lgsp, group: central, JUNE"], "lgsp, central"),
        (["lgsp, group: all, as_of: unknown"], "lgsp, all"),
        # single bodies and cohorts, beside a group and alone
        (["lgsp, group: Bộ Y tế, JUNE", "lgsp, group: central, JUNE"], "lgsp, central"),
        (["lgsp, group: Bộ Y tế, JUNE"], "lgsp, Bộ Y tế"),
        (["lgsp, group: phase-1-2016, JUNE", "lgsp, group: central, as_of: 2016-05-03"], "lgsp, central"),
        # what came in before what of it was answered
        (
            [
                "feedback, group: national, breakdown: {stage: received}, kind: cumulative, JUNE",
                "feedback, group: national, breakdown: {stage: in_scope}, kind: cumulative, JUNE",
            ],
            "feedback, national, stage=received, cumulative",
        ),
    ],
)
def test_the_first_screen_shows_what_leads_each_indicator(entries: list[str], shown: str) -> None:
    texts = [f"indicator: {entry.replace('JUNE', JUNE)}, value: 5" for entry in entries]
    leading = leading_of(snapshot(texts, "2016Q2"), definitions())
    assert "; ".join(seen.subject for seen in leading) == shown


def test_no_more_is_shown_than_there_is_room_for_and_of_an_indicator_all_or_nothing() -> None:
    catalogue = [one for one in definitions().catalogue.values() if not one.groups and not one.dimensions]
    entries = [
        f"indicator: {one.id}, group: {group}, {JUNE}, value: 50%, kind: {one.kind[0]}"
        for one in catalogue
        for group in ("central", "provinces")
    ]
    shown = [seen.indicator.id for seen in leading_of(snapshot(entries, "2016Q2"), definitions())]
    assert shown == [one.id for one in catalogue[: MOST_LINES // 3] for _ in range(2)]


def due(id_: str, day: str, **fields: str) -> PlacedObligation:
    texts = {
        "id": id_,
        "task": id_,
        "indicator": "lgsp",
        "group": "central",
        "by": "Các bộ",
        "what_vi": "a",
        "what_en": "a",
        "due": day,
        "announced": "2016-01-01",
        "under": "b",
    }
    return PlacedObligation(
        file_reader(Obligation).validate_python(texts | fields), Location("f", 1, 1), Location("f", 1, 1)
    )


@pytest.mark.parametrize(
    ("obligations", "beside"),
    [
        ([due("passed", "2016-03-31"), due("last", "2016-05-31"), due("next", "2016-12-31")], "last missed"),
        ([due("later", "2017-12-31"), due("next", "2016-12-31")], "next open"),
        ([due("undated", "unknown")], "undated no_due_date"),
        ([due("moved", "2016-05-31"), due("new", "2016-09-30", supersedes="moved")], "new open"),
        ([due("others", "2016-05-31", group="provinces"), due("more", "2016-05-31", group="all")], None),
        ([due("later", "2016-12-31", announced="2016-07-01")], None),
    ],
)
def test_beside_a_headline_stands_the_verdict_on_the_last_due_date_that_has_passed_else_the_next(
    obligations: list[PlacedObligation], beside: str | None
) -> None:
    quarter = snapshot([f"indicator: lgsp, group: central, {JUNE}, value: 5/30"], "2016Q2")
    (view,) = view_quarter((quarter,), definitions(), obligations).headlines
    assert (f"{view.verdict.obligation.id} {view.verdict.outcome}" if view.verdict else None) == beside


@pytest.mark.parametrize(
    ("pairs", "singles", "fit"), [(4, 0, True), (4, 1, True), (4, 2, False), (3, 4, True), (3, 5, False)]
)
def test_the_first_screen_has_thirteen_lines(
    pairs: int,
    singles: int,
    fit: bool,  # noqa: FBT001
) -> None:
    catalogue = [one for one in definitions().catalogue.values() if not one.groups and not one.dimensions]
    entries = [
        f"indicator: {one.id}, group: {group}, {JUNE}, value: 50%, kind: {one.kind[0]}"
        for number, one in enumerate(catalogue[: pairs + singles])
        for group in ("central", "provinces")[: 2 if number < pairs else 1]
    ]
    assert fits(snapshot(entries, "2016Q2").observations) is fit
