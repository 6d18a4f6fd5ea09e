"""How the bodies of two lists moved, one by one: whose state changed, why that is said, and who is not said to move."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from egov_tracker.changes.bodies import compare_lists
from egov_tracker.changes.model import BodiesMoved, BodyTransition, NotComparable, Pair
from tests.building import definitions, entry, load_one

if TYPE_CHECKING:
    from egov_tracker.model.observation import Observation

Fields = dict[str, str | None]

# Of the provinces that became one on 2025-07-01: what is printed of them before, and in which state that leaves it.
BEFORE: dict[str, tuple[Fields, str]] = {
    "both outstanding": ({"outstanding": "{names: [Hà Giang, Tuyên Quang]}"}, "outstanding (named)"),
    "one outstanding, one done": (
        {"done": "{names: [Tuyên Quang]}", "outstanding": "{names: [Hà Giang]}"},
        "outstanding (named)",
    ),
    "one outstanding, of the other nothing is known": ({"outstanding": "{names: [Hà Giang]}"}, "outstanding (named)"),
    "one outstanding, one exempt": (
        {"exempt": "{names: [Tuyên Quang]}", "outstanding": "{names: [Hà Giang]}"},
        "outstanding (named)",
    ),
    "one outstanding by what follows from the figures": (
        {"value": "1/63", "done": "{names: [Tuyên Quang]}"},
        "outstanding (complement)",
    ),
    "both done": ({"done": "{names: [Hà Giang, Tuyên Quang]}"}, "done (named)"),
    "all done": ({"value": "63/63"}, "done (all_done)"),
    "both exempt": ({"exempt": "{names: [Hà Giang, Tuyên Quang]}"}, "exempt (named)"),
    "one done, one exempt": (
        {"done": "{names: [Hà Giang]}", "exempt": "{names: [Tuyên Quang]}"},
        "unknown (unnamed_remain)",
    ),
    "one done, of the other nothing is known": ({"done": "{names: [Hà Giang]}"}, "unknown (unnamed_remain)"),
    "of neither anything is known": ({"outstanding": "{names: [Hà Nội]}"}, "unknown (no_denominator)"),
}


def moved(old: Fields, new: Fields, quarters: tuple[str, str] = ("2016Q1", "2016Q2")) -> BodiesMoved | None:
    """The comparison of two lists that may be compared."""
    before, after = (seen(fields, quarter) for fields, quarter in zip((old, new), quarters, strict=True))
    found = compare_lists(Pair(before, after), definitions().registry)
    assert not isinstance(found, NotComparable)
    return found


def seen(fields: Fields, quarter: str) -> Observation:
    return load_one(entry(**{"indicator": "lgsp", "value": None, **fields}), definitions(), quarter)


def spell(one: BodyTransition) -> str:
    parts = ", ".join(f"{part.body.id} {part.state}" for part in one.parts)
    way = f"{one.old} ({one.old_rationale}) → {one.new} ({one.new_rationale})"
    return f"{one.body.id}: {way}{f'; {parts}' if parts else ''}"


@pytest.mark.parametrize(("fields", "state"), BEFORE.values(), ids=BEFORE.keys())
def test_a_merged_body_had_the_state_of_all_its_parts_or_was_outstanding_as_one_of_them_was(
    fields: Fields, state: str
) -> None:
    old: Fields = {"group": "provinces", "as_of": "2025-06-30", **fields}
    new: Fields = {"group": "provinces", "as_of": "2025-07-01", "exempt": "{names: [Tuyên Quang, Hà Nội]}"}
    for sides, quarters in (((old, new), ("2025Q2", "2025Q3")), ((new, old), ("2025Q3", "2025Q2"))):
        found = moved(*sides, quarters)
        assert found
        one = next(one for one in found.transitions if one.body.id == "tuyen-quang-2025")
        ways = (one.old, one.old_rationale), (one.new, one.new_rationale)
        before, after = ways if sides[0] is old else ways[::-1]
        assert (f"{before[0]} ({before[1]})", f"{after[0]} ({after[1]})") == (state, "exempt (named)")
        assert {part.body.id for part in one.parts} == {"ha-giang", "tuyen-quang"}
        assert not {"ha-giang", "tuyen-quang"} & {one.body.id for one in found.transitions}


AGENCIES: Fields = {"group": "government_agencies", "as_of": "2016-03-31"}


def test_every_body_of_either_side_moves_once_those_named_on_the_new_side_first() -> None:
    old = AGENCIES | {"outstanding": "{names: [VOV, VTV]}", "exempt": "{names: [Thông tấn xã Việt Nam]}"}
    new = AGENCIES | {"as_of": "2016-06-30", "value": "7/8", "outstanding": "{names: [VTV]}"}
    found = moved(old, new)
    assert found
    assert [spell(one) for one in found.transitions] == [
        "dai-truyen-hinh-viet-nam: outstanding (named) → outstanding (named)",
        "dai-tieng-noi-viet-nam: outstanding (named) → done (complement)",
        "ban-quan-ly-lang-chu-tich-ho-chi-minh: unknown (no_denominator) → done (complement)",
        "bao-hiem-xa-hoi-viet-nam: unknown (no_denominator) → done (complement)",
        "thong-tan-xa-viet-nam: exempt (named) → done (complement)",
        "vien-han-lam-khoa-hoc-va-cong-nghe-viet-nam: unknown (no_denominator) → done (complement)",
        "vien-han-lam-khoa-hoc-xa-hoi-viet-nam: unknown (no_denominator) → done (complement)",
        "hoc-vien-chinh-tri-quoc-gia-ho-chi-minh: unknown (no_denominator) → done (complement)",
    ]


def test_two_lists_of_one_day_are_told_as_the_new_one_has_them() -> None:
    old, new = AGENCIES | {"outstanding": "{names: [VOV, VTV]}"}, AGENCIES | {"outstanding": "{names: [VTV, VOV]}"}
    found = moved(old, new)
    assert found
    assert [one.body.id for one in found.transitions[:2]] == ["dai-truyen-hinh-viet-nam", "dai-tieng-noi-viet-nam"]


@pytest.mark.parametrize(
    ("old", "new", "delta"),
    [
        ({"outstanding": "{count: 9}"}, {"outstanding": "{count: 5}"}, -4),
        ({"outstanding": "{count: 5}"}, {"outstanding": "{count: 5}"}, 0),
        ({"outstanding": "{count: 0}"}, {"outstanding": "{count: 2}"}, 2),
        ({"outstanding": "{count: 2}"}, {"outstanding": "{count: 0}"}, -2),
        ({"outstanding": "{count: 5}"}, {"outstanding": "{names: [VOV]}"}, None),
        ({"outstanding": "{names: [VOV]}"}, {"outstanding": "{count: 5}"}, None),
        ({"done": "{names: [VOV]}"}, {"outstanding": "{count: 5, names: [VTV]}"}, None),
        ({"outstanding": "{count: 5, names: [VTV]}"}, {"done": "{names: [VOV]}"}, None),
    ],
)
def test_the_outstanding_are_subtracted_where_both_sources_state_how_many(
    old: Fields, new: Fields, delta: int | None
) -> None:
    found = moved(AGENCIES | old, AGENCIES | {"as_of": "2016-06-30"} | new)
    assert found
    assert found.delta == delta


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ({"value": "8/8"}, {"value": "8/8"}, False),
        ({"done": "{names: [VOV]}"}, {"done": "{names: [VOV]}"}, False),
        ({"outstanding": "{names: [VOV]}"}, {"outstanding": "{names: [VOV]}"}, True),
        ({"outstanding": "{count: 3}"}, {"outstanding": "{count: 3}"}, True),
        ({"done": "{names: [VOV]}"}, {"done": "{names: [VTV]}"}, True),
    ],
)
def test_lists_in_which_nobody_moves_are_told_only_where_they_say_who_or_how_many_are_outstanding(
    old: Fields,
    new: Fields,
    told: bool,  # noqa: FBT001
) -> None:
    found = moved(AGENCIES | old, AGENCIES | {"as_of": "2016-06-30"} | new)
    assert (found is not None) is told
