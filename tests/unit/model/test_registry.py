"""A registry of five bodies, two of which became one: who is found, who is a member, what is suggested."""

from __future__ import annotations

import unicodedata
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from egov_tracker.model.groups import Group
from egov_tracker.model.registry import Absorption, Basis, Body, Cohort, CohortsFile, Registry, RegistryFile, Retiling
from egov_tracker.model.terms import BodyKind
from egov_tracker.render.json import dump
from egov_tracker.text.dates import parse_as_of
from tests.building import open_data, write_ledger
from tests.running import only_as_locked

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

AGENCIES = """\
bodies:
  bo-cong-an: {kind: ministry, name_vi: Bộ Công an, name_en: Public Security, aliases: [Công an]}
  ngan-hang: {kind: ministry_level, name_vi: Ngân hàng Nhà nước, name_en: State Bank, short: NHNN}
  vov: {kind: government_agency, name_vi: Đài Tiếng nói Việt Nam, name_en: Voice of Vietnam, valid_to: 2025-02-28}
"""
PROVINCES = """\
bodies:
  hoa-binh: {kind: province, name_vi: Hòa Bình, name_en: Hoa Binh, valid_to: 2025-06-30, successors: [phu-tho-2025]}
  phu-tho: {kind: province, name_vi: Phú Thọ, name_en: Phu Tho, valid_to: 2025-06-30, successors: [phu-tho-2025]}
  phu-tho-2025:
    kind: province
    name_vi: Phú Thọ
    name_display: Tỉnh Phú Thọ
    name_en: Phu Tho
    valid_from: 2025-07-01
    predecessors: [hoa-binh, phu-tho]
"""


@pytest.fixture(scope="module")
def registry(tmp_path_factory: pytest.TempPathFactory) -> Registry:
    texts = {"agencies": AGENCIES, "provinces": PROVINCES, "indicators": "indicators: {}\n"}
    return open_data(write_ledger(tmp_path_factory.mktemp("own"), {}, texts)).definitions.registry


@pytest.mark.parametrize(
    ("group", "when", "members"),
    [
        ("ministries", "2016-06-30", ["bo-cong-an", "ngan-hang"]),
        ("government_agencies", "2025-02-28", ["vov"]),
        ("government_agencies", "2025-03-01", []),
        ("central", "2025-02", ["bo-cong-an", "ngan-hang", "vov"]),
        ("provinces", "2025-06-30", ["hoa-binh", "phu-tho"]),
        ("provinces", "2025-07-01", ["phu-tho-2025"]),
        ("provinces", "2025", ["phu-tho-2025"]),
        ("all", "2025-07-01", ["bo-cong-an", "ngan-hang", "phu-tho-2025"]),
        ("national", "2016-06-30", []),
        ("central", "unknown", []),
    ],
)
def test_a_group_has_the_members_of_the_last_day_of_its_date(
    registry: Registry, group: str, when: str, members: list[str]
) -> None:
    assert [body.id for body in registry.members(registry.groups[group], parse_as_of(when))] == members


@pytest.mark.parametrize(
    ("printed", "when", "body"),
    [
        ("Phú Thọ", "2025-06-30", "phu-tho"),
        ("Phú Thọ", "2025-07-01", "phu-tho-2025"),
        ("Phú Thọ", "2025", "phu-tho-2025"),
        ("Tỉnh Phú Thọ", "2026", "phu-tho-2025"),
        ("Hoà Bình", "2016-06-28", "hoa-binh"),
        (unicodedata.normalize("NFD", "Hòa Bình"), "2016-06-28", "hoa-binh"),
        ("Hòa Bình", "2025Q3", None),
        ("NHNN", "2016", "ngan-hang"),
        ("công an", "2016", "bo-cong-an"),
        ("Bộ Phép thuật", "2016-06-28", None),
        ("", "2016-06-28", None),
    ],
)
def test_a_name_as_printed_finds_the_body_of_that_date(
    registry: Registry, printed: str, when: str, body: str | None
) -> None:
    found = registry.find(printed, parse_as_of(when))
    assert (found.id if found else None) == body


DAYS = st.dates(date(2024, 12, 1), date(2025, 12, 31))
DATES = st.one_of(DAYS.map(str), DAYS.map(lambda day: str(day)[:7]), st.sampled_from(["2024", "2025", "unknown"]))
NAMES = ("Phú Thọ", "Hòa Bình", "Đài Tiếng nói Việt Nam", "NHNN")


@given(dates=st.lists(DATES, min_size=2, max_size=6))
def test_what_was_asked_of_one_date_does_not_change_the_answer_for_another(
    registry: Registry, dates: list[str]
) -> None:
    fresh = Registry(registry.bodies, {}, registry.groups)
    for when in map(parse_as_of, dates):
        there = [one for one in registry.bodies if one.existed(when)]
        for name in NAMES:
            assert fresh.find(name, when) == next((one for one in reversed(there) if name in one.names), None)
        known = [body for body in registry.bodies if when.last and body.existed_on(when.last)]
        assert list(fresh.members(registry.groups["all"], when)) == known


@pytest.mark.parametrize(
    ("wrong", "group", "meant"),
    [
        ("Bộ Công ăn", None, ("Bộ Công an",)),
        ("Hòa Bìn", "provinces", ("Hòa Bình",)),
        ("Bộ Công ăn", "provinces", ()),
    ],
)
def test_a_wrong_name_is_answered_with_the_nearest_of_its_group(
    registry: Registry, wrong: str, group: str | None, meant: tuple[str, ...]
) -> None:
    assert registry.suggest(wrong, registry.groups[group] if group else None) == meant


def test_one_body_is_a_group_by_itself(registry: Registry) -> None:
    body = registry.by_id["hoa-binh"]
    group = Group(body.id, body)
    assert registry.members(group, parse_as_of("2016-06-30")) == (body,)
    assert (str(group), group.kinds, group.sort_key > registry.groups["national"].sort_key) == (
        "Hòa Bình",
        frozenset(),
        True,
    )


def test_appendices_print_the_name_for_display_where_there_is_one(registry: Registry) -> None:
    assert [registry.by_id[name].display for name in ("phu-tho", "phu-tho-2025")] == ["Phú Thọ", "Tỉnh Phú Thọ"]


@pytest.mark.parametrize(
    ("fields", "members"),
    [
        ("names: [Công an, NHNN]", ["bo-cong-an", "ngan-hang"]),
        ("count: 2, names: [Công an, NHNN]", ["bo-cong-an", "ngan-hang"]),
        ("count: 3, names: [Công an, NHNN]", []),
        ("count: gần 2, names: [Công an]", []),
    ],
)
def test_a_cohort_has_members_only_where_all_that_were_counted_are_named(
    fields: str, members: list[str], tmp_path: Path
) -> None:
    cohort = f"name_vi: Một, name_en: One, within: central, {fields}, under: CV 1, source: s, at: d"
    texts = {"agencies": AGENCIES, "provinces": PROVINCES, "indicators": "indicators: {}\n"}
    texts["cohorts"] = f"cohorts:\n  one: {{{cohort}}}\n"
    found = open_data(write_ledger(tmp_path, {}, texts)).definitions.registry
    group = found.group("one", parse_as_of("2016"))
    assert group is not None
    assert [body.id for body in found.members(group, parse_as_of("2016"))] == members


def body(name: str, **more: Any) -> Body:
    return Body(**{"id": name, "kind": BodyKind.PROVINCE, "name_vi": name, "name_en": name} | more)


def test_a_body_has_all_its_names_the_official_first() -> None:
    full = body("v", name_official="o", name_display="d", short="s", aliases=("a", "b"))
    assert (full.names, full.display) == (("v", "o", "d", "s", "a", "b"), "d")
    assert (body("v").names, body("v").display, repr(body("v"))) == (("v",), "v", "<Body v: v>")


def test_a_body_is_on_the_tile_of_the_last_change_before_a_day() -> None:
    moves = (("2008-08-01", (2, 3)), ("2025-07-01", (4, 5)), ("unknown", (6, 7)))
    moved = body("v", tile=(0, 1), retiled=tuple(Retiling(date=parse_as_of(day), tile=tile) for day, tile in moves))
    days = [date(2008, 7, 31), date(2008, 8, 1), date(2025, 6, 30), date(2025, 7, 1)]
    assert [moved.tile_on(day) for day in days] == [(0, 1), (2, 3), (2, 3), (4, 5)]
    assert body("v").tile_on(days[0]) is None


@pytest.mark.parametrize(
    ("begins", "ends", "when", "there"),
    [
        (None, None, "2016-06-30", True),
        ("2016-06-30", "2016-06-30", "2016-06-30", True),
        ("2016-06-30", "2016-06-30", "2016-06-29", False),
        ("2016-06-30", "2016-06-30", "2016-07-01", False),
        ("2016-06-30", None, "2016-06", True),
        ("2016-07-01", None, "2016-06", False),
        (None, "2016-06-01", "2016-06", True),
        (None, "2016-05-31", "2016-06", False),
        ("2016-07", "2016-07", "2016-07-31", True),
        ("unknown", "unknown", "2016-06", True),
        ("2016-06-30", "2016-06-30", "unknown", True),
    ],
)
def test_a_body_is_there_from_its_first_to_its_last_day(
    begins: str | None, ends: str | None, when: str, *, there: bool
) -> None:
    known = body("v", valid_from=begins and parse_as_of(begins), valid_to=ends and parse_as_of(ends))
    asked = parse_as_of(when)
    assert known.existed(asked) is there
    if asked.is_day and asked.first:
        assert known.existed_on(asked.first) is there


def test_a_special_city_and_a_doubtful_document_say_so() -> None:
    absorbed = Absorption(date=parse_as_of("2008"), bodies=("a",), basis="b")
    assert (body("v").special, body("v").order, absorbed.note, Basis(text="t").verified) == (False, 0, None, True)


def picked(within: str, **more: Any) -> Cohort:
    return Cohort(**{"id": "one", "name_vi": "Một", "name_en": "One", "within": within, "under": "CV 1"} | more)


def test_a_registry_names_groups_and_cohorts_and_finds_each(registry: Registry) -> None:
    own = Registry(
        registry.bodies, {}, registry.groups, {"one": picked("central", names=("NHNN", "Nobody", "Công an"))}
    )
    when = parse_as_of("2016")
    assert own.group_names == (*registry.groups, "one")
    assert repr(own) == f"<Registry bodies: 6, groups: {len(registry.groups)}, cohorts: 1>"
    cohort, single = own.group("one", when), own.group("NHNN", when)
    assert cohort is own.cohort_groups["one"]
    assert single == Group("ngan-hang", registry.by_id["ngan-hang"])
    assert (own.group("central", when), own.group("Nobody", when)) == (registry.groups["central"], None)
    assert [one.id for one in own.known_members(own.cohort_groups["one"], when)] == ["ngan-hang", "bo-cong-an"]
    assert own.members(own.cohort_groups["one"], when) == ()
    assert own.known_members(registry.groups["ministries"], when) == registry.members(
        registry.groups["ministries"], when
    )


def test_many_names_are_found_as_each_is(registry: Registry) -> None:
    names, when = ("NHNN", "Phú Thọ", "Nobody", "NHNN"), parse_as_of("2025")
    assert registry.find_all(names, when) == [registry.find(name, when) for name in names]
    assert [one.id if one else None for one in registry.find_all(names, when)] == [
        "ngan-hang", "phu-tho-2025", None, "ngan-hang",
    ]  # fmt: skip


def test_ids_within_are_those_of_all_times(registry: Registry) -> None:
    own = Registry(registry.bodies, {}, registry.groups, {"one": picked("all", names=("Phú Thọ", "NHNN"))})
    assert [own.ids_within(name) for name in ("provinces", "one", "vov")] == [
        ("hoa-binh", "phu-tho", "phu-tho-2025"),
        ("phu-tho", "phu-tho-2025", "ngan-hang"),
        ("vov",),
    ]


def test_bodies_are_suggested_by_their_own_names_and_at_most_three() -> None:
    kinds = (BodyKind.PROVINCE, BodyKind.PROVINCE, BodyKind.CITY, BodyKind.CITY, BodyKind.PROVINCE)
    bodies = tuple(body(f"Hà Nội {n}", kind=kind, aliases=(f"Hà Nội{n}",)) for n, kind in enumerate(kinds))
    own = Registry(bodies, {})
    cities = Group("cities", kinds=frozenset({BodyKind.CITY}))
    assert own.suggest("Ha Noi 2") == ("Hà Nội 2", "Hà Nội 0", "Hà Nội 1")
    assert own.suggest("Ha Noi 1", cities) == ("Hà Nội 2", "Hà Nội 3")
    ninth = body("Hà Nội 9", aliases=tuple(f"Hà Nội 9{'.' * n}" for n in range(1, 9)))
    assert Registry((ninth, *bodies), {}).suggest("Hà Nội 9") == ("Hà Nội 9",)
    assert own.suggester()("Ha Noi3") == ("Hà Nội 3",)
    assert own.suggester()("Xyz") == ()


def test_one_body_of_two_names_that_share_a_key_is_found_once(registry: Registry) -> None:
    twice = Registry((body("Hòa Bình", aliases=("Hoà Bình", "tỉnh Hòa Bình")),), {}, registry.groups)
    assert len(twice.named("Hòa Bình")) == 1


@only_as_locked("pydantic")
def test_an_editor_is_told_all_limits_and_meanings_of_a_registry(golden: Callable[[str, str], None]) -> None:
    golden("schema-registry.json", dump(TypeAdapter(RegistryFile).json_schema()))
    golden("schema-cohorts.json", dump(TypeAdapter(CohortsFile).json_schema()))
