"""Names as a user writes them: found, or answered with what was probably meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from egov_tracker.errors import EgovError
from egov_tracker.store.lookup import find_breakdown, find_groups, find_indicator

if TYPE_CHECKING:
    from collections.abc import Callable

    from egov_tracker.store.ledger import Definitions


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("provinces", ("provinces",)),
        ("phase-1-2016", ("phase-1-2016",)),
        ("Hà Nội", ("ha-noi",)),
        ("Hoà Bình", ("hoa-binh",)),
    ],
)
def test_a_group_a_cohort_or_a_body_is_found(name: str, ids: tuple[str, ...], definitions: Definitions) -> None:
    assert find_groups(name, definitions) == ids


@pytest.mark.parametrize("indicator", ["online_services", None])
def test_a_part_is_found_in_the_order_of_its_dimensions(indicator: str | None, definitions: Definitions) -> None:
    assert find_breakdown({"level": "3-4"}, definitions, indicator) == (("level", "3-4"),)


@pytest.mark.parametrize(
    ("find", "sentence"),
    [
        (lambda known: find_indicator("lgps", known), "expected an indicator, got \"lgps\"; did you mean 'lgsp'?"),
        (
            lambda known: find_groups("provincess", known),
            "expected a group, a cohort or the name of a body, got \"provincess\"; did you mean 'provinces'?",
        ),
        (
            lambda known: find_groups("Bo Tai chinh", known),
            "expected a group, a cohort or the name of a body, got \"Bo Tai chinh\"; did you mean 'Bộ Tài chính'?",
        ),
        (
            lambda known: find_breakdown({"levl": "4"}, known),
            "expected a dimension, got \"levl\"; did you mean 'level'?",
        ),
        (
            lambda known: find_breakdown({"level": "7"}, known, "online_services"),
            'expected a value of level, got "7"; there are all, 3, 4, 3-4',
        ),
        (
            lambda known: find_breakdown({"level": "4"}, known, "lgsp"),
            'expected a dimension, got "level"',
        ),
    ],
)
def test_what_is_not_there_is_answered_with_what_is(
    find: Callable[[Definitions], object], sentence: str, definitions: Definitions
) -> None:
    with pytest.raises(EgovError) as caught:
        find(definitions)
    assert str(caught.value) == sentence
