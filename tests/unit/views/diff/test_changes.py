"""The comparison of two snapshots as a page has it: what is judged, what differs, what a filter leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from egov_tracker.changes.model import BodiesMoved
from egov_tracker.views.diff.changes import view_diff
from egov_tracker.views.page import Lang
from egov_tracker.views.status import Filters
from tests.building import LETTERS, definitions, open_data, snapshot

if TYPE_CHECKING:
    from egov_tracker.changes.model import Change
    from egov_tracker.views.diff.changes import DiffView

OBLIGATIONS = open_data(LETTERS / "data").obligations
CONNECTED = "indicator: document_interconnection, group: central, as_of: 2016-03-31, value: 19/30"
OLD = (CONNECTED, "indicator: action_plan, group: central, as_of: 2016-03-01, outstanding: {names: [Bộ Y tế, VOV]}")
CENTRAL = Filters(groups=("central",))


def diff(*new: str, old: tuple[str, ...] = OLD, filters: Filters | None = None, judged: bool = False) -> DiffView:
    sides = snapshot(old, "2016Q1"), snapshot(new, "2016Q2")
    return view_diff(*sides, definitions(), OBLIGATIONS if judged else (), Lang.VI, filters=filters)


@pytest.mark.parametrize(
    ("judged", "filters", "said"),
    [
        (False, None, False),
        (False, Filters(), False),
        (False, CENTRAL, False),
        (True, None, True),
        (True, Filters(), True),
        (True, CENTRAL, False),
    ],
)
def test_obligations_are_judged_where_there_are_some_and_nothing_is_left_out(
    judged: bool,  # noqa: FBT001
    filters: Filters | None,
    said: bool,  # noqa: FBT001
) -> None:
    assert OBLIGATIONS
    assert diff(filters=filters, judged=judged).judged is said


@pytest.mark.parametrize(
    ("new", "differs"),
    [
        (OLD, False),
        ((CONNECTED.replace("19/30", "20/30"), OLD[1]), True),
        ((CONNECTED,), True),
        ((*OLD, "indicator: lgsp, group: central, as_of: 2016-06-30, value: 1/30"), True),
        ((CONNECTED, OLD[1].replace(", VOV", "")), True),
        ((CONNECTED, OLD[1].replace("VOV", "VTV")), True),
    ],
    ids=["nothing", "a figure", "one less", "one more", "a body less", "another body"],
)
def test_what_is_unchanged_is_no_difference(new: tuple[str, ...], differs: bool) -> None:  # noqa: FBT001
    dated = tuple(one.replace("2016-03-31", "2016-06-30").replace("2016-03-01", "2016-06-30") for one in new)
    assert diff(*dated).differs is differs


MOVED = "outstanding: {names: [VOV]}, done: {names: [Bộ Y tế]}"


@pytest.mark.parametrize(
    ("filters", "left"),
    [
        (None, ["bodies", "figure"]),
        (Filters(indicators=("action_plan",)), ["bodies"]),
        (Filters(groups=("provinces",)), []),
        (Filters(groups=("bo-y-te",)), ["bo-y-te"]),
        (Filters(groups=("bo-cong-an",)), []),
        (Filters(indicators=("document_interconnection",), groups=("bo-y-te",)), []),
    ],
)
def test_a_filter_leaves_what_either_side_has_of_it(filters: Filters | None, left: list[str]) -> None:
    view = diff(
        "indicator: document_interconnection, group: central, as_of: 2016-06-30, value: 20/30",
        f"indicator: action_plan, group: central, as_of: 2016-06-30, {MOVED}",
        filters=filters,
    )
    assert [told for change in view.changes for told in told_of(change, filters)] == left


def told_of(change: Change, filters: Filters | None) -> list[str]:
    """What a change is about: bodies by name where only some are asked for."""
    if not isinstance(change, BodiesMoved):
        return ["figure"]
    return [move.body.id for move in change.transitions] if filters and filters.groups else ["bodies"]
