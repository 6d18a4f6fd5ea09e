"""Transitions in columns: what is asked for is the same as of values, one for each body."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from egov_tracker.changes.model import TRANSITIONS, Pair, Transition, Transitions, Way
from egov_tracker.inference.body_status import BodyStatus, Rationale, Standing, State
from tests.building import snapshot

if TYPE_CHECKING:
    from egov_tracker.model.registry import Body
    from egov_tracker.store.ledger import Definitions

DONE = Standing(State.DONE, Rationale.NAMED)
INFERRED = Standing(State.DONE, Rationale.COMPLEMENT)
OPEN = Standing(State.OUTSTANDING, Rationale.NAMED)
WAYS = ((OPEN, OPEN), (OPEN, DONE), (DONE, DONE), (OPEN, INFERRED), (OPEN, DONE), (OPEN, OPEN))


def bodies(definitions: Definitions) -> tuple[Body, ...]:
    return definitions.registry.bodies[: len(WAYS)]


def names(transitions: Transitions) -> list[str]:
    return [one.body.id for one in transitions]


def test_those_of_a_kind_are_in_the_order_of_all_whichever_way_they_went(definitions: Definitions) -> None:
    given = bodies(definitions)
    done = Transitions.made_of(given, WAYS).of(Transition.NEWLY_DONE)
    assert names(done) == [given[place].id for place in (1, 3, 4)]
    assert done.bodies == (given[1], given[3], given[4])
    assert [one.new_rationale for one in done] == [Rationale.NAMED, Rationale.COMPLEMENT, Rationale.NAMED]
    assert done.ways == (Way(OPEN, DONE), Way(OPEN, INFERRED))
    assert len(done) == len(list(done))


def test_some_of_some_are_no_more_than_were_there(definitions: Definitions) -> None:
    moved = Transitions.made_of(bodies(definitions), WAYS).along(lambda way: way.differs)
    inferred = moved.along(lambda way: way.new.rationale is Rationale.COMPLEMENT)
    assert names(inferred) == [bodies(definitions)[3].id]
    assert not moved.of(Transition.STILL_OUTSTANDING)
    assert not moved.of(Transition.STILL_OUTSTANDING).moved


def test_a_place_and_a_slice_count_only_those_that_are_there(definitions: Definitions) -> None:
    still = Transitions.made_of(bodies(definitions), WAYS).of(Transition.STILL_OUTSTANDING)
    assert (still[0].body, still[-1].body) == (bodies(definitions)[0], bodies(definitions)[-1])
    assert still[1:] == (still[1],)
    assert still == Transitions.made_of((still[0].body, still[1].body), WAYS[:1] * 2)
    assert hash(still) == hash(Transitions.made_of((still[0].body, still[1].body), WAYS[:1] * 2))


def test_turned_and_chosen_one_by_one_they_keep_the_parts_of_a_merged_body(definitions: Definitions) -> None:
    given = bodies(definitions)
    parts = {given[1].id: (BodyStatus(given[0], State.OUTSTANDING, Rationale.NAMED),)}
    every = Transitions.made_of(given, WAYS, parts)
    back = every.turned.only(lambda one: one.kind is Transition.GONE_BACK)
    assert names(back) == [given[place].id for place in (1, 3, 4)]
    assert [one.parts for one in back] == [parts[given[1].id], (), ()]
    assert back.turned == every.of(Transition.NEWLY_DONE)


def test_every_two_states_are_a_kind_and_differ_where_they_are_not_one(definitions: Definitions) -> None:
    for old, new in TRANSITIONS:
        way = Way(Standing(old, Rationale.NAMED), Standing(new, Rationale.NAMED))
        (one,) = Transitions.made_of(bodies(definitions)[:1], (way,))
        assert (one.kind, way.differs) == (way.kind, old is not new)


def test_transitions_equal_others_that_say_the_same_and_nothing_else(definitions: Definitions) -> None:
    given = bodies(definitions)
    every = Transitions.made_of(given, WAYS)
    assert Transitions.made_of(list(given), iter(WAYS)) == every
    other_way = Transitions.made_of(given, (*WAYS[:-1], (DONE, DONE)))
    fewer = Transitions.made_of(given[:-1], WAYS[:-1])
    with_parts = Transitions.made_of(given, WAYS, {given[1].id: (BodyStatus(given[0], *DONE),)})
    assert [other == every for other in (other_way, fewer, with_parts, tuple(every))] == [False] * 4


@pytest.mark.parametrize(
    ("new", "text"),
    [
        ("lgsp, group: central, as_of: 2016-06-30, value: 2/30", '"1/30" of 2016-03-31 → "2/30" of 2016-06-30'),
        (
            "lgsp, group: provinces, as_of: 2016-06-30, value: 2/63",
            '"1/30" of 2016-03-31 → lgsp, provinces: "2/63" of 2016-06-30',
        ),
    ],
)
def test_a_pair_names_the_new_side_where_it_is_another_series(new: str, text: str) -> None:
    (old,) = snapshot(["indicator: lgsp, group: central, as_of: 2016-03-31, value: 1/30"], "2016Q1").observations
    (other,) = snapshot([f"indicator: {new}"], "2016Q2").observations
    assert str(Pair(old, other)) == f"lgsp, central: {text}"
