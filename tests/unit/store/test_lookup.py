"""Names as a user writes them: found, or answered with what was probably meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from egov_tracker.errors import EgovError
from egov_tracker.store.lookup import find_body, find_breakdown, find_groups, find_indicator, find_one
from tests.building import open_data, write_ledger

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

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


AGENCIES = """\
bodies:
  old: {kind: ministry, name_vi: Bộ Văn hóa, name_en: Culture, valid_to: 2007-07-31}
  new: {kind: ministry, name_vi: Bộ Văn hóa, name_en: Culture, short: VH, valid_from: 2007-08-01, valid_to: 2025}
  any: {kind: ministry, name_vi: Bộ Văn hóa, name_en: Culture, aliases: [Văn hoá Thông tin]}
  one: {kind: ministry, name_vi: Bộ Nội vụ, name_en: Interior, short: BNV}
"""


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Definitions:
    root: Path = tmp_path_factory.mktemp("own")
    texts = {"agencies": AGENCIES, "provinces": "bodies: {}\n", "indicators": "indicators: {}\n"}
    return open_data(write_ledger(root, {}, texts)).definitions


@pytest.mark.parametrize(("name", "body"), [("old", "old"), ("bộ nội vụ", "one"), ("BNV", "one"), ("VH", "new")])
def test_a_body_is_found_by_its_id_or_by_a_name_that_is_its_own(name: str, body: str, known: Definitions) -> None:
    assert find_body(name, known).id == body


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        (
            "Bộ Văn hóa",
            (
                'expected the id of one body, got "Bộ Văn hóa", which several have borne; there are '
                "old: Bộ Văn hóa, until 2007-07-31; new: Bộ Văn hóa, from 2007-08-01, until 2025; "
                "any: Bộ Văn hóa, without dates"
            ),
        ),
        ("BNW", "expected the name of a body, got \"BNW\"; did you mean 'Bộ Nội vụ'?"),
        ("Bo Van hoa", "expected the name of a body, got \"Bo Van hoa\"; did you mean 'Bộ Văn hóa'?"),
        ("xyz", 'expected the name of a body, got "xyz"'),
    ],
)
def test_a_body_that_is_none_or_several_is_answered_with_those_that_there_are(
    name: str, sentence: str, known: Definitions
) -> None:
    with pytest.raises(EgovError) as refusal:
        find_body(name, known)
    assert str(refusal.value) == sentence


def test_the_ids_of_all_who_have_borne_a_name_are_meant_by_it(known: Definitions) -> None:
    assert find_groups("Bộ Văn hóa", known) == ("old", "new", "any")
    assert find_groups("old", known) == ("old",)
    with pytest.raises(EgovError) as refusal:
        find_groups("Vn hoa Thong tin", known)
    sentence = "expected a group, a cohort or the name of a body, got \"Vn hoa Thong tin\"; did you mean 'Bộ Văn hóa'?"
    assert str(refusal.value) == sentence


def test_a_name_that_resembles_nothing_is_answered_with_all(known: Definitions) -> None:
    with pytest.raises(EgovError) as refusal:
        find_groups("xyz", known)
    groups = ", ".join(known.registry.group_names)
    sentence = f'expected a group, a cohort or the name of a body, got "xyz"; there are {groups}'
    assert str(refusal.value) == sentence
    assert find_one("a thing", "b", iter("abc")) == "b"


def test_parts_of_several_dimensions_come_in_the_order_of_their_names(definitions: Definitions) -> None:
    assert find_breakdown({"stage": "received", "level": "4"}, definitions) == (("level", "4"), ("stage", "received"))
    with pytest.raises(EgovError, match=r'^expected a value of level, got "x"; there are '):
        find_breakdown({"level": "x"}, definitions)
