"""What follows from one observation for every body of its group, and what does not."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from egov_tracker.inference.body_status import Counts, Rationale, State, count_bodies, judge_bodies, names_in
from egov_tracker.text.dates import parse_as_of
from tests.building import definitions as packaged
from tests.building import entry, load_one

if TYPE_CHECKING:
    from egov_tracker.model.observation import Observation
    from egov_tracker.store.ledger import Definitions

EXEMPT = "{names: [Bộ Quốc phòng, Bộ Công an]}"
SEVEN = (
    "Bộ Tư pháp, Bộ Tài chính, Thanh tra Chính phủ, Ban Quản lý Lăng Chủ tịch Hồ Chí Minh, "
    "Bảo hiểm Xã hội Việt Nam, Đài Truyền hình Việt Nam, Đài Tiếng Nói Việt Nam"
)
NINE = SEVEN + ", Bộ Giáo dục và Đào tạo, Ngân hàng Nhà nước Việt Nam"
EIGHT = "Bạc Liêu, Bình Dương, Bình Phước, Hoà Bình, Điện Biên, Lai Châu, Phú Yên, Vĩnh Long"
EXHAUSTIVE_OUTSTANDING = "[{note: đủ, exhaustive: outstanding}]"
EXHAUSTIVE_DONE = "[{note: đủ, exhaustive: done}]"

Fields = dict[str, str | None]


def count(fields: Fields, definitions: Definitions) -> Counts:
    counted = count_bodies(load_one(entry(**fields), definitions), definitions.registry)
    assert counted is not None
    return counted


def states(counted: Counts) -> dict[str, int]:
    """How many bodies are in each state; "+" marks what is inferred."""
    found = Counter(f"{one.state}{'+' if one.inferred else ''}" for one in counted.statuses)
    return dict(sorted(found.items()))


PROVINCES: Fields = {"group": "provinces"}

# What is printed; how many bodies are in each state, how many of the outstanding are unnamed, and why.
CASES: dict[str, tuple[Fields, dict[str, int], int | None, Rationale]] = {
    "nine outstanding, seven of them named": (
        {"exempt": EXEMPT, "outstanding": f"{{count: 9, names: [{SEVEN}]}}"},
        {"exempt": 2, "outstanding": 7, "unknown": 21},
        2,
        Rationale.UNNAMED_REMAIN,
    ),
    "two outstanding of a cohort that is named": (
        {"group": "phase-1-2016", "value": "28/30", "outstanding": "{count: 2, names: [Cà Mau, Long An]}"},
        {"done+": 28, "outstanding": 2},
        0,
        Rationale.COMPLEMENT,
    ),
    "two outstanding of a cohort that nobody names": (
        {"group": "phase-2-2016", "value": "40/42", "outstanding": "{count: 2, names: [Cà Mau, Long An]}"},
        {"outstanding": 2},
        0,
        Rationale.COHORT_UNNAMED,
    ),
    "nine outstanding, all of them named": (
        {"exempt": EXEMPT, "outstanding": f"{{count: 9, names: [{NINE}]}}"},
        {"done+": 19, "exempt": 2, "outstanding": 9},
        0,
        Rationale.COMPLEMENT,
    ),
    "all of N": (PROVINCES | {"value": "63/63"}, {"done": 63}, 0, Rationale.ALL_DONE),
    "all of N, in words": (PROVINCES | {"value": "tất cả 63"}, {"done": 63}, 0, Rationale.ALL_DONE),
    "all of N, and yet one is outstanding": (
        PROVINCES | {"value": "63/63", "outstanding": "{names: [Hà Nội]}"},
        {"outstanding": 1, "unknown": 62},
        0,
        Rationale.CONTRADICTED,
    ),
    "eight of 63 named as outstanding": (
        PROVINCES | {"value": "55/63", "outstanding": f"{{count: 8, names: [{EIGHT}]}}"},
        {"done+": 55, "outstanding": 8},
        0,
        Rationale.COMPLEMENT,
    ),
    "a ratio alone": (PROVINCES | {"value": "55/63"}, {"unknown": 63}, 0, Rationale.UNNAMED_REMAIN),
    "a list alone": (
        {"value": None, "outstanding": f"{{names: [{SEVEN}]}}"},
        {"outstanding": 7, "unknown": 23},
        0,
        Rationale.NO_DENOMINATOR,
    ),
    "a count of outstanding alone": (
        PROVINCES | {"value": None, "outstanding": "{count: 4}"},
        {"unknown": 63},
        4,
        Rationale.NO_DENOMINATOR,
    ),
    "a count of done, though the registry has as many": (
        PROVINCES | {"value": "63"},
        {"unknown": 63},
        0,
        Rationale.NO_DENOMINATOR,
    ),
    "a list that is said to be complete": (
        {"value": None, "outstanding": f"{{names: [{SEVEN}]}}", "remarks": EXHAUSTIVE_OUTSTANDING},
        {"done+": 23, "outstanding": 7},
        0,
        Rationale.EXHAUSTIVE,
    ),
    "a list of the done that is said to be complete": (
        {"value": None, "done": "{names: [Bộ Y tế]}", "exempt": EXEMPT, "remarks": EXHAUSTIVE_DONE},
        {"done": 1, "exempt": 2, "outstanding+": 27},
        0,
        Rationale.EXHAUSTIVE,
    ),
    "a list that is said to be complete and names too few": (
        {"value": None, "outstanding": f"{{count: 9, names: [{SEVEN}]}}", "remarks": EXHAUSTIVE_OUTSTANDING},
        {"outstanding": 7, "unknown": 23},
        2,
        Rationale.NO_DENOMINATOR,
    ),
    "a remark on a list that is not there": (
        {"value": "19/30", "remarks": EXHAUSTIVE_OUTSTANDING},
        {"unknown": 30},
        0,
        Rationale.UNNAMED_REMAIN,
    ),
    "the names of the done complete the count": (
        {"value": "2/30", "done": "{names: [Bộ Y tế, Bộ Nội vụ]}", "exempt": EXEMPT},
        {"done": 2, "exempt": 2, "outstanding+": 26},
        0,
        Rationale.COMPLEMENT,
    ),
    "the names of the done complete the count, but an exempt one is unnamed": (
        {"value": "2/30", "done": "{names: [Bộ Y tế, Bộ Nội vụ]}", "exempt": "{count: 2, names: [Bộ Công an]}"},
        {"done": 2, "exempt": 1, "unknown": 27},
        0,
        Rationale.UNNAMED_REMAIN,
    ),
    "the names of the done complete the count, but the exempt are counted approximately": (
        {"value": "2/30", "done": "{names: [Bộ Y tế, Bộ Nội vụ]}", "exempt": "{count: khoảng 1, names: [Bộ Công an]}"},
        {"done": 2, "exempt": 1, "unknown": 27},
        0,
        Rationale.UNNAMED_REMAIN,
    ),
    "the outstanding are counted approximately, so that it is not known how many of them are not named": (
        {"value": "19/30", "outstanding": "{count: gần 11, names: [Bộ Y tế]}"},
        {"outstanding": 1, "unknown": 29},
        None,
        Rationale.UNNAMED_REMAIN,
    ),
    "nobody is done": ({"value": "0/30"}, {"outstanding+": 30}, 0, Rationale.COMPLEMENT),
    "N is not the registry's": (
        {"as_of": "2018-06-30", "value": "28/29", "in_progress": "{names: [Bộ Quốc phòng]}"},
        {"outstanding": 1, "unknown": 30},
        0,
        Rationale.POPULATION_MISMATCH,
    ),
    "all of an N that is less than the registry's": (
        {"as_of": "2018-06-30", "value": "30/30"},
        {"unknown": 31},
        0,
        Rationale.ALL_COUNTED,
    ),
    "all of an N that is more than the registry's": (
        {"value": "tất cả 31"},
        {"done+": 30},
        0,
        Rationale.ALL_COUNTED,
    ),
    "all of the registry's, as a count beside 100%": (
        PROVINCES | {"value": "63 (100%)"},
        {"done": 63},
        0,
        Rationale.ALL_DONE,
    ),
    "on trial, out of an N beside the list": (
        PROVINCES | {"value": None, "of": "63", "in_progress": "{count: 50}"},
        {"unknown": 63},
        0,
        Rationale.UNNAMED_REMAIN,
    ),
    "approximate": (PROVINCES | {"value": "gần 60/63"}, {"unknown": 63}, 0, Rationale.APPROXIMATE),
    "approximate, with a list": (
        PROVINCES | {"value": "khoảng 55", "outstanding": f"{{names: [{EIGHT}]}}"},
        {"outstanding": 8, "unknown": 55},
        0,
        Rationale.APPROXIMATE,
    ),
    "a share": (PROVINCES | {"value": "trên 75%"}, {"unknown": 63}, 0, Rationale.APPROXIMATE),
    "an exact share": (PROVINCES | {"value": "90%"}, {"unknown": 63}, 0, Rationale.NO_DENOMINATOR),
    "more named than the N of the source counts, which is not the registry's": (
        PROVINCES | {"value": "1/2", "outstanding": "{names: [Hà Nội, Hà Nam, Cà Mau]}"},
        {"outstanding": 3, "unknown": 60},
        0,
        Rationale.POPULATION_MISMATCH,
    ),
    "one named is not of the group": (
        {"group": "government_agencies", "as_of": "unknown", "value": "7/8", "outstanding": "{names: [VTV]}"},
        {"done+": 7, "outstanding": 1},
        0,
        Rationale.COMPLEMENT,
    ),
    "all of fewer than the registry's, as a count beside 100%": (
        PROVINCES | {"value": "62 (100%)"},
        {"unknown": 63},
        0,
        Rationale.ALL_COUNTED,
    ),
    "some of the done are named, and all of the others": (
        {"value": "29/30", "done": "{names: [Bộ Y tế, Bộ Nội vụ]}", "outstanding": "{names: [Bộ Tư pháp]}"},
        {"done": 2, "done+": 27, "outstanding": 1},
        0,
        Rationale.COMPLEMENT,
    ),
    "all but the exempt": ({"value": "28/30", "exempt": EXEMPT}, {"done+": 28, "exempt": 2}, 0, Rationale.COMPLEMENT),
    "outstanding, on trial and exempt are together more than the numbers leave": (
        {
            "value": "28/30",
            "outstanding": "{names: [Bộ Y tế]}",
            "in_progress": "{names: [Bộ Nội vụ]}",
            "exempt": "{names: [Bộ Công an]}",
        },
        {"exempt": 1, "outstanding": 2, "unknown": 27},
        0,
        Rationale.CONTRADICTED,
    ),
    "all, as a share": (PROVINCES | {"value": "100%"}, {"done": 63}, 0, Rationale.ALL_DONE),
    "more named than the numbers leave": (
        PROVINCES | {"value": "56/63", "outstanding": f"{{names: [{EIGHT}]}}"},
        {"outstanding": 8, "unknown": 55},
        0,
        Rationale.CONTRADICTED,
    ),
    "more stated than the numbers leave": (
        PROVINCES | {"value": "55/63", "outstanding": f"{{count: 20, names: [{EIGHT}]}}"},
        {"outstanding": 8, "unknown": 55},
        12,
        Rationale.CONTRADICTED,
    ),
    "exempt ones stated where the numbers leave none": (
        PROVINCES | {"value": "55/63", "exempt": "{count: 2}", "outstanding": f"{{names: [{EIGHT}]}}"},
        {"outstanding": 8, "unknown": 55},
        0,
        Rationale.CONTRADICTED,
    ),
    "in progress are some of the outstanding": (
        PROVINCES
        | {"value": "55/63", "outstanding": f"{{count: 8, names: [{EIGHT}]}}", "in_progress": "{names: [Bạc Liêu]}"},
        {"done+": 55, "outstanding": 8},
        0,
        Rationale.COMPLEMENT,
    ),
    "fewer stated than named": (
        PROVINCES | {"value": "55/63", "outstanding": f"{{count: 7, names: [{EIGHT}]}}"},
        {"outstanding": 8, "unknown": 55},
        0,
        Rationale.CONTRADICTED,
    ),
    "a body in two states": (
        {"value": "29/30", "done": "{names: [Bộ Y tế]}", "outstanding": "{names: [Bộ Y tế]}"},
        {"unknown": 30},
        0,
        Rationale.CONTRADICTED,
    ),
    "a body named twice in one list": (
        PROVINCES | {"value": "62/63", "outstanding": "{names: [Hà Nội, Hà Nội]}"},
        {"done+": 62, "outstanding": 1},
        0,
        Rationale.COMPLEMENT,
    ),
    "in progress is not done": (
        {"value": "29/30", "in_progress": "{names: [Bộ Y tế]}"},
        {"done+": 29, "outstanding": 1},
        0,
        Rationale.COMPLEMENT,
    ),
    "one body by itself": (
        {"group": "UBND TP.HCM", "value": None, "done": "{names: [TP. Hồ Chí Minh]}"},
        {"done": 1},
        0,
        Rationale.NAMED,
    ),
    "an unknown date within a quarter": (
        PROVINCES | {"as_of": "unknown", "value": "63/63"},
        {"done": 63},
        0,
        Rationale.ALL_DONE,
    ),
}


# Unknown one by one out of the source's own N; None where the source says nothing about single bodies.
UNKNOWN = {
    "N is not the registry's": 28,
    "two outstanding of a cohort that nobody names": 40,
    "more named than the N of the source counts, which is not the registry's": 0,
    "all of fewer than the registry's, as a count beside 100%": None,
    "all of an N that is less than the registry's": None,
    "a list alone": None,
    "a count of outstanding alone": None,
    "a count of done, though the registry has as many": None,
    "a list that is said to be complete and names too few": None,
    "approximate, with a list": None,
    "a share": None,
    "an exact share": None,
}


@pytest.mark.parametrize("name", CASES)
def test_what_follows(name: str, definitions: Definitions) -> None:
    fields, expected, unnamed, rationale = CASES[name]
    counted = count(fields, definitions)
    assert (states(counted), counted.unnamed, counted.rationale) == (expected, unnamed, rationale)
    assert counted.unknown == UNKNOWN.get(name, expected.get("unknown", 0))
    assert counted.inferred == any(state.endswith("+") for state in expected)


def test_the_bodies_in_a_state_are_told_in_the_order_in_which_they_stand(definitions: Definitions) -> None:
    fields = {
        "value": "0/8",
        "group": "government_agencies",
        "exempt": "{names: [VOV]}",
        "outstanding": "{names: [VTV]}",
    }
    standings = judge_bodies(load_one(entry(**fields), definitions), definitions.registry)
    assert standings
    told = {state: list(names_in(state, standings)) for state in State}
    assert (told[State.DONE], told[State.EXEMPT], told[State.UNKNOWN]) == ([], ["dai-tieng-noi-viet-nam"], [])
    assert told[State.OUTSTANDING] == [name for name in standings if name != "dai-tieng-noi-viet-nam"]
    assert told[State.OUTSTANDING][0] == "dai-truyen-hinh-viet-nam"


def test_the_numbers_are_those_of_the_source(definitions: Definitions) -> None:
    fields, *_ = CASES["nine outstanding, seven of them named"]
    counted = count(fields | {"in_progress": "{count: 1}"}, definitions)
    assert counted[:7] == (30, 19, 2, 9, 1, 2, 21)


def test_the_named_come_first_as_printed_and_the_others_as_in_the_registry(definitions: Definitions) -> None:
    counted = count({"value": "28/30", "outstanding": "{names: [Bộ Y tế, Bộ Nội vụ]}"}, definitions)
    assert [one.body.name_vi for one in counted.bodies(State.OUTSTANDING)] == ["Bộ Y tế", "Bộ Nội vụ"]
    everyone = definitions.registry.members(definitions.registry.groups["central"], parse_as_of("2016-06-30"))
    named = {"bo-y-te", "bo-noi-vu"}
    assert [one.body for one in counted.bodies(State.DONE)] == [body for body in everyone if body.id not in named]


@pytest.mark.parametrize(
    ("lists", "printed", "state"),
    [
        ({"done": "{names: [Bộ Y tế, Y tế]}"}, "Bộ Y tế", State.DONE),
        ({"outstanding": "{names: [Bộ Y tế]}", "in_progress": "{names: [Y tế]}"}, "Bộ Y tế", State.OUTSTANDING),
        ({"done": "{names: [Bộ Y tế]}", "outstanding": "{names: [Y tế]}"}, "Y tế", State.UNKNOWN),
    ],
)
def test_a_body_is_shown_as_first_printed_and_one_in_two_states_as_printed_where_it_contradicts(
    lists: Fields, printed: str, state: State, definitions: Definitions
) -> None:
    (told,) = [one for one in count({"value": None, **lists}, definitions).statuses if one.mention]
    assert told.mention
    assert (told.mention.printed, told.state) == (printed, state)


@pytest.mark.parametrize(
    "fields",
    [
        {"group": "national", "value": "19/30"},
        {"indicator": "online_services", "group": "central", "breakdown": "{level: 3}", "value": "83"},
    ],
)
def test_nothing_is_deduced_where_bodies_are_not_what_is_counted(fields: Fields, definitions: Definitions) -> None:
    assert count_bodies(load_one(entry(**fields), definitions), definitions.registry) is None


REGISTRY = packaged().registry
NAMES = [body.name_vi for body in REGISTRY.members(REGISTRY.groups["provinces"], parse_as_of("2016-06-30"))]
LISTS = ("done", "exempt", "outstanding", "in_progress")


@st.composite
def observations(draw: st.DrawFn) -> Fields:
    """A figure and lists about the provinces of 2016, true together or not."""
    of = draw(st.sampled_from([60, 62, 63, 64]))
    value = draw(st.none() | st.integers(0, of).map(lambda done: f"{done}/{of}") | st.just(f"gần {of}"))
    fields: Fields = {"group": "provinces", "value": value, "as_of": draw(st.sampled_from(["2016-06-30", "unknown"]))}
    for name in LISTS:
        names = draw(st.lists(st.sampled_from(NAMES), max_size=4))
        stated = draw(st.none() | st.integers(0, 70))
        if names or stated is not None:
            texts = [f"count: {stated}"] if stated is not None else []
            texts += [f"names: [{', '.join(names)}]"] if names else []
            fields[name] = f"{{{', '.join(texts)}}}"
    if draw(st.booleans()):
        fields["remarks"] = draw(st.sampled_from([EXHAUSTIVE_DONE, EXHAUSTIVE_OUTSTANDING]))
    if value is None and not fields.keys() & set(LISTS):
        fields["value"] = "1/63"
    return fields


def printed_states(observation: Observation) -> dict[str, set[State]]:
    of_list = {"done": State.DONE, "exempt": State.EXEMPT}
    found: dict[str, set[State]] = {}
    for name, listing in observation.listings.items():
        for body in listing.bodies:
            found.setdefault(body.id, set()).add(of_list.get(name, State.OUTSTANDING))
    return found


@given(fields=observations())
def test_no_inference_changes_what_the_source_says_of_a_body(fields: Fields, definitions: Definitions) -> None:
    seen = load_one(entry(**fields), definitions)
    counted = count_bodies(seen, definitions.registry)
    assert counted is not None
    said = printed_states(seen)
    for one in counted.statuses:
        states_said = said.get(one.body.id, set())
        assert one.inferred is False or not states_said
        if len(states_said) == 1:
            assert {one.state} == states_said
        elif states_said:
            assert one.state is State.UNKNOWN


@given(fields=observations())
def test_everybody_has_one_state_and_the_states_are_no_more_than_the_group(
    fields: Fields, definitions: Definitions
) -> None:
    counted = count(fields, definitions)
    assert sorted(one.body.name_vi for one in counted.statuses) == sorted(NAMES)
    assert sum(states(counted).values()) == len(NAMES)
    unknown = len(counted.bodies(State.UNKNOWN))
    assert counted.unknown in {None, unknown, max((counted.of or 0) - (len(NAMES) - unknown), 0)}


@given(fields=observations())
@example(fields={"group": "provinces", "value": "62/63", "outstanding": "{count: 9, names: [Hà Nội]}"})
@example(fields={"group": "provinces", "value": "62/63", "outstanding": "{names: [Hà Nội]}", "exempt": "{count: 1}"})
@settings(max_examples=100)
def test_a_complement_agrees_with_every_number_of_the_source(fields: Fields, definitions: Definitions) -> None:
    counted = count(fields, definitions)
    if counted.rationale is Rationale.COMPLEMENT:
        assert (counted.of, counted.done) == (len(NAMES), len(counted.bodies(State.DONE)))
        assert (counted.exempt or 0) <= len(counted.bodies(State.EXEMPT))
        assert (counted.outstanding or 0) <= len(counted.bodies(State.OUTSTANDING))
