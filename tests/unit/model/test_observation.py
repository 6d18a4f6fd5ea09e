"""Observations: what a list of bodies and a printed figure say of themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from egov_tracker.model.findings import Location
from egov_tracker.model.observation import Listing, Mention, Mentions
from egov_tracker.model.registry import Body
from egov_tracker.model.terms import BodyKind
from egov_tracker.text.figures import parse_count
from tests.building import HEAD, definitions, entry, load, load_one, snapshot, sound

if TYPE_CHECKING:
    from egov_tracker.model.observation import Observation

ONE, TWO = (Body(id=name, kind=BodyKind.MINISTRY, name_vi=name.upper(), name_en=name) for name in ("one", "two"))
PLACE = Location("f", 4, 5)
THREE = Mentions("f", ["One", "Two", "ONE"], [ONE, TWO, ONE], [7, 8, 9], [11, 12, 13])
NAMED = (
    Mention("One", ONE, Location("f", 7, 11)),
    Mention("Two", TWO, Location("f", 8, 12)),
    Mention("ONE", ONE, Location("f", 9, 13)),
)


def seen(**fields: str | None) -> Observation:
    return load_one(entry(**fields), definitions())


# Of names and lists.


def test_mentions_are_a_sequence_of_names_with_their_places() -> None:
    assert tuple(THREE) == NAMED
    assert (len(THREE), THREE[-1], THREE[1:], THREE[::-2]) == (3, NAMED[2], NAMED[1:], NAMED[::-2])
    assert (THREE.lines, THREE.columns) == ((7, 8, 9), (11, 12, 13))
    assert repr(THREE) == repr(NAMED)


def test_a_name_that_is_the_registry_s_is_one_text_with_it() -> None:
    made = Mentions("f", ["one".upper(), "One", None], [ONE, ONE, TWO], [1, 2, 3], [1, 1, 1])
    assert (made.printed, made.spelled) == (("ONE", "One", "TWO"), (None, "One", None))
    assert made.printed[0] is ONE.name_vi
    with pytest.raises(ValueError, match="shorter"):
        Mentions("f", ["One", "Two"], [ONE], [1], [1])


def test_mentions_are_equal_where_all_names_and_places_are() -> None:
    same = Mentions("f", ["One", "Two", "ONE"], [ONE, TWO, ONE], [7, 8, 9], [11, 12, 13])
    moved = Mentions("f", ["One", "Two", "ONE"], [ONE, TWO, ONE], [7, 8, 9], [11, 12, 14])
    assert (same, hash(same)) == (THREE, hash(THREE))
    assert moved != THREE
    assert NAMED != THREE


def test_a_body_that_is_named_twice_is_one_body() -> None:
    assert THREE.distinct == (ONE, TWO)
    twice = Mentions("f", ["Two", "One"], [TWO, ONE], [1, 2], [1, 1])
    assert (twice.distinct, twice.distinct) == ((TWO, ONE), (TWO, ONE))


@pytest.mark.parametrize(
    ("stated", "named", "expected"),
    [
        # total, unnamed, complete
        (None, 0, (None, 0, True)),
        (None, 3, (2, 0, True)),
        ("2", 3, (2, 0, True)),
        ("5", 3, (5, 3, False)),
        ("3", 3, (3, 1, False)),
        ("1", 3, (1, 0, True)),
        ("5", 0, (5, 5, False)),
        ("0", 0, (0, 0, True)),
        ("gần 5", 3, (5, None, False)),
    ],
)
def test_a_list_has_as_many_bodies_as_are_stated_or_else_as_are_named(
    stated: str | None, named: int, expected: tuple[int | None, int | None, bool]
) -> None:
    mentions = (
        Mentions("f", *zip(*(("One", ONE, 1, 1), ("Two", TWO, 2, 1), ("ONE", ONE, 3, 1))[:named], strict=True))
        if named
        else Mentions("f", [], [], [], [])
    )
    listing = Listing(parse_count(stated) if stated else None, mentions, PLACE)
    assert (listing.total, listing.unnamed, listing.is_complete) == expected
    assert str(listing.number and listing.number.value) == str(stated and int(stated.removeprefix("gần ")))


def test_a_list_shows_what_it_states_and_how_many_it_names() -> None:
    assert repr(Listing(parse_count("5"), THREE, PLACE)) == '<Listing stated: "5", named: 2>'
    assert repr(Listing(None, THREE, PLACE)) == "<Listing stated: None, named: 2>"


# Of observations.


@pytest.mark.parametrize(
    ("fields", "shown"),
    [
        ({}, 'document_interconnection, central: "19/30" of 2016-06-30'),
        (
            {"indicator": "online_services", "group": "national", "value": "7", "breakdown": "{level: 3}"},
            'online_services, national, level=3: "7" of 2016-06-30',
        ),
        (
            {
                "indicator": "feedback",
                "group": "national",
                "value": "8",
                "breakdown": "{stage: received}",
                "kind": "flow",
            },
            'feedback, national, stage=received, flow: "8" of 2016-06-30',
        ),
        (
            {"value": None, "done": "{count: 19}", "outstanding": "{names: [Bộ Y tế, NHNN]}", "as_of": "unknown"},
            "document_interconnection, central: 19 done + 2 outstanding of unknown",
        ),
    ],
)
def test_an_observation_says_what_is_measured_of_whom_and_when(fields: dict[str, Any], shown: str) -> None:
    observation = seen(**fields)
    assert str(observation) == shown
    assert repr(observation) == f'<Observation 2016Q2 {shown}, press "dòng 4", f:5>'


def test_the_lists_of_an_observation_are_those_that_the_source_has() -> None:
    observation = seen(in_progress="{count: 1}", outstanding="{count: 9}", exempt="{count: 1}", done="{count: 19}")
    assert [f"{name} {listing.total}" for name, listing in observation.listings.items()] == [
        "done 19", "exempt 1", "outstanding 9", "in_progress 1",
    ]  # fmt: skip


SERVICES = {"indicator": "online_services", "group": "national", "breakdown": "{level: 3}"}


@pytest.mark.parametrize(
    ("fields", "count", "base", "rate", "within", "says_all"),
    [
        ({"value": "12/30"}, "12", "30", "40.00", "40 40", False),
        ({"value": "30/30"}, "30", "30", "100.00", "100 100", True),
        ({"value": "12", "of": "30"}, "12", "30", "40.00", None, False),
        ({"value": "30", "of": "30"}, "30", "30", "100.00", None, True),
        ({"value": "gần 30", "of": "30"}, "30", "30", "100.00", None, False),
        ({"value": "12/30", "of": "31"}, "12", "30", "40.00", "40 40", False),
        ({"value": "12"}, "12", None, None, None, False),
        ({"value": "40%"}, None, None, "40", "39 41", False),
        ({"value": "40%", "of": "30"}, None, "30", "40", "39 41", False),
        ({"value": "100%"}, None, None, "100", "99 101", True),
        ({"value": None, "done": "{count: 12}"}, "12", None, None, None, False),
        ({"value": None, "done": "{count: 12}", "of": "30"}, "12", "30", None, None, False),
        ({"value": None, "outstanding": "{count: 12}"}, None, None, None, None, False),
    ],
)
def test_count_base_and_rate_are_what_the_source_prints(  # noqa: PLR0913, PLR0917
    fields: dict[str, Any],
    count: str | None,
    base: str | None,
    rate: str | None,
    within: str | None,
    says_all: bool,  # noqa: FBT001
) -> None:
    observation = seen(**fields)
    assert str(observation.count and observation.count.value) == str(count)
    assert str(observation.base and observation.base.value) == str(base)
    assert str(observation.rate) == str(rate)
    interval = observation.rate_interval
    assert (f"{interval.low} {interval.high}" if interval else None) == within
    assert observation.says_all is says_all


def test_what_restates_a_figure_of_another_document_confirms_nothing() -> None:
    entries = [
        "indicator: document_interconnection, group: central, as_of: 2016-06-30, value: 19/30",
        "indicator: document_interconnection, group: central, as_of: 2016-06-30, value: 19/30, repeats: true",
        "indicator: document_interconnection, group: central, as_of: 2016-06-30, value: 19/30, source: repost",
    ]
    assert [one.is_repeated for one in snapshot(entries, "2016Q2").observations] == [False, True, True]


@pytest.mark.parametrize(("as_of", "looked_up"), [("2016-05", "2016-05"), ("unknown", "2016Q2")])
def test_names_are_looked_up_at_the_date_or_else_in_the_quarter(as_of: str, looked_up: str) -> None:
    assert str(seen(as_of=as_of).membership_date) == looked_up


def test_a_snapshot_and_its_sources_show_what_they_hold() -> None:
    made = sound(load(HEAD + entry() + entry(group="provinces", value="5"), definitions()))
    assert repr(made) == "<Snapshot 2016Q2 observations: 2, sources: 1, f>"
    assert repr(made.sources["press"]) == '<Source press: "Bài viết">'
