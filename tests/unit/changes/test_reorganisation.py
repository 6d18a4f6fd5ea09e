"""Quarters on either side of the reorganisations of 2025: bodies are followed, never lost and found."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from egov_tracker.changes.model import BodiesMoved, Pair, Reorganised, Transition
from egov_tracker.changes.reorganisation import compare_maps
from tests.building import definitions, entry, load_one, open_data, snapshot, write_ledger
from tests.running import compare
from tests.wording import in_words

if TYPE_CHECKING:
    from pathlib import Path

    from egov_tracker.model.registry import Registry

PROVINCES = "indicator: lgsp, group: provinces, as_of: {}, "
CENTRAL = "indicator: lgsp, group: central, as_of: {}, "


def transitions(old: str, new: str, quarters: tuple[str, str] = ("2025Q2", "2025Q3")) -> dict[str, Transition]:
    changes = compare(snapshot([old], quarters[0]), snapshot([new], quarters[1]))
    return {
        transition.body.id: transition.kind
        for change in changes
        if isinstance(change, BodiesMoved)
        for transition in change.transitions
    }


def test_a_merged_province_is_still_outstanding_where_all_its_parts_were() -> None:
    kinds = transitions(
        PROVINCES.format("2025-06-30") + "outstanding: {names: [Hà Giang, Tuyên Quang]}",
        PROVINCES.format("2025-07-01") + "outstanding: {names: [Tuyên Quang]}",
    )
    assert kinds["tuyen-quang-2025"] is Transition.STILL_OUTSTANDING
    assert not {"ha-giang", "tuyen-quang"} & set(kinds)


def test_a_merged_province_is_still_outstanding_where_one_of_its_parts_was() -> None:
    kinds = transitions(
        PROVINCES.format("2025-06-30") + "outstanding: {names: [Hà Giang]}, done: {names: [Tuyên Quang]}",
        PROVINCES.format("2025-07-01") + "outstanding: {names: [Tuyên Quang]}",
    )
    assert kinds["tuyen-quang-2025"] is Transition.STILL_OUTSTANDING


def test_a_merged_province_is_newly_done_where_all_its_parts_were_outstanding() -> None:
    kinds = transitions(
        PROVINCES.format("2025-06-30") + "outstanding: {names: [Hà Giang, Tuyên Quang]}",
        PROVINCES.format("2025-07-01") + "value: 34/34",
    )
    assert kinds["tuyen-quang-2025"] is Transition.NEWLY_DONE


def test_a_ministry_that_absorbed_another_is_outstanding_where_either_was() -> None:
    old = CENTRAL.format("2025-02-28") + "outstanding: {names: [Bộ Nội vụ, Bộ LĐTB&XH, Bộ Xây dựng]}"
    new = CENTRAL.format("2025-03-01") + "outstanding: {names: [Bộ Nội vụ, Bộ Xây dựng]}"
    kinds = transitions(old, new, ("2025Q1", "2025Q2"))
    assert (kinds["bo-noi-vu"], kinds["bo-xay-dung"]) == (Transition.STILL_OUTSTANDING, Transition.STILL_OUTSTANDING)
    assert "bo-lao-dong-thuong-binh-va-xa-hoi" not in kinds


@pytest.mark.parametrize(
    ("entry", "days", "line"),
    [
        (PROVINCES, ("2025-06-30", "2025-07-01"), "tuyen-quang+ha-giang→tuyen-quang-2025 on 2025-07-01"),
        (CENTRAL, ("2025-02-28", "2025-03-01"), "uy-ban-dan-toc→bo-dan-toc-va-ton-giao on 2025-03-01"),
        (CENTRAL, ("2025-02-28", "2025-03-01"), "bo-noi-vu+bo-lao-dong-thuong-binh-va-xa-hoi→bo-noi-vu on 2025-03-01"),
    ],
)
def test_a_merger_is_reported_once_with_its_date(entry: str, days: tuple[str, str], line: str) -> None:
    old, new = (
        snapshot([entry.format(day) + "value: 3"], quarter)
        for day, quarter in zip(days, ("2025Q1", "2025Q3"), strict=True)
    )
    reorganised = [text for text in in_words(compare(old, new)) if "reorganised" in text]
    assert len(reorganised) == 1
    assert line in reorganised[0]


def test_a_merger_names_its_legal_basis() -> None:
    old = snapshot([PROVINCES.format("2025-06-30") + "value: 3/63"], "2025Q2")
    new = snapshot([PROVINCES.format("2025-07-01") + "value: 3/34"], "2025Q3")
    (found,) = [change for change in compare(old, new) if isinstance(change, Reorganised)]
    assert {merger.basis.text for merger in found.mergers if merger.basis} == {
        "Nghị quyết 202/2025/QH15 ngày 12/6/2025"
    }
    assert (len(found.mergers), found.created, found.dissolved) == (23, (), ())


# A registry of its own: its bodies, and how the bodies of 2024-12-31 became those of 2025-12-31.
MAPS: dict[str, tuple[dict[str, str], list[str]]] = {
    "two bodies end and a third begins": (
        {"a": "valid_to: 2025-02-28", "b": "valid_to: 2025-02-28",
         "c": "valid_from: 2025-03-01, predecessors: [a, b], basis: law"},
        ["a+b→c on 2025-03-01 by law"],
    ),
    "the day is that on which the new body began, the document its own": (
        {"a": "valid_to: 2025-02-28, ended_by: decree", "c": "valid_from: 2025-03-15, predecessors: [a], basis: law"},
        ["a→c on 2025-03-15 by law"],
    ),
    "the document of the end, where none is told of the beginning": (
        {"a": "valid_to: 2025-02-28, ended_by: law", "c": "valid_from: 2025-03-01, predecessors: [a]"},
        ["a→c on 2025-03-01 by law"],
    ),
    "no document is told": (
        {"a": "valid_to: 2025-02-28", "c": "valid_from: 2025-03-01, predecessors: [a]"},
        ["a→c on 2025-03-01"],
    ),
    "by way of a body in between": (
        {"a": "valid_to: 2025-02-28", "b": "valid_from: 2025-03-01, valid_to: 2025-06-30, predecessors: [a]",
         "c": "valid_from: 2025-07-01, predecessors: [b]"},
        ["a→c on 2025-07-01"],
    ),
    "a body takes in another and keeps its name": (
        {"a": "valid_to: 2025-02-28", "c": "absorbed: [{date: 2025-04-01, bodies: [a], basis: law}]"},
        ["c+a→c on 2025-04-01 by law"],
    ),
    "a body takes in another on a day that is not known": (
        {"a": "valid_to: 2025-02-28", "c": "absorbed: [{date: unknown, bodies: [a], basis: law}]"},
        ["c+a→c on 2025-03-01 by law"],
    ),
    "a body ends and names its successor": (
        {"a": "valid_to: 2025-02-28, successors: [c], ended_by: law", "c": ""},
        ["c+a→c on 2025-03-01 by law"],
    ),
    "of several days the last one, with its document": (
        {"a": "valid_to: 2025-02-28, successors: [c], ended_by: law",
         "b": "valid_to: 2025-06-30, successors: [c], ended_by: decree", "c": ""},
        ["c+a+b→c on 2025-07-01 by decree"],
    ),
    "a body that both begins of one and takes in another": (
        {"a": "valid_to: 2025-02-28, successors: [c]", "b": "valid_to: 2025-06-30, successors: [c], ended_by: law",
         "c": "valid_from: 2025-03-01, predecessors: [a]"},
        ["a+b→c on 2025-07-01 by law"],
    ),
    "a day that no source confirms": (
        {"a": "valid_to: 2025-02-28, unverified: [valid_to]", "c": "valid_from: 2025-03-01, predecessors: [a]"},
        ["a→c on 2025-03-01, unverified"],
    ),
    "a beginning that no source confirms": (
        {"a": "valid_to: 2025-02-28", "c": "valid_from: 2025-03-01, predecessors: [a], unverified: [valid_from]"},
        ["a→c on 2025-03-01, unverified"],
    ),
    "a document that no source confirms": (
        {"a": "valid_to: 2025-02-28", "c": "valid_from: 2025-03-01, predecessors: [a], basis: rumour"},
        ["a→c on 2025-03-01 by rumour, unverified"],
    ),
    "another field that no source confirms": (
        {"a": "valid_to: 2025-02-28, unverified: [order]", "c": "valid_from: 2025-03-01, predecessors: [a]"},
        ["a→c on 2025-03-01"],
    ),
    "a body begins and another ends, and nothing says that they have to do with each other": (
        {"a": "valid_to: 2025-02-28", "b": "", "c": "valid_from: 2025-03-01"},
        ["c created", "a dissolved"],
    ),
    "a merger, a beginning and an end": (
        {"a": "valid_to: 2025-02-28", "b": "valid_to: 2025-02-28", "c": "valid_from: 2025-03-01, predecessors: [a]",
         "d": "valid_from: 2025-03-01"},
        ["a→c on 2025-03-01", "d created", "b dissolved"],
    ),
    "a body that another one left goes on beside it": (
        {"a": "", "c": "valid_from: 2025-03-01, predecessors: [a]"},
        ["a→c on 2025-03-01"],
    ),
    "nobody begins or ends": ({"a": "", "b": "valid_to: 2026-02-28"}, []),
}  # fmt: skip


@pytest.mark.parametrize(("bodies", "expected"), MAPS.values(), ids=MAPS.keys())
def test_the_map_of_one_day_becomes_that_of_another(
    bodies: dict[str, str], expected: list[str], tmp_path: Path
) -> None:
    head = "legal_basis:\n  law: {text: L}\n  decree: {text: D}\n  rumour: {text: R, verified: false}\nbodies:\n"
    lines = [
        f"  {name}: {{kind: ministry, name_vi: {name}, name_en: {name}, {text}}}\n" for name, text in bodies.items()
    ]
    files = {"agencies": head + "".join(lines), "provinces": "bodies: {}\n", "cohorts": "cohorts: {}\n"}
    own = open_data(write_ledger(tmp_path, {}, files)).definitions
    old, new = (
        load_one(entry(indicator="lgsp", group="ministries", as_of=day, value="1"), own, quarter)
        for day, quarter in (("2024-12-31", "2024Q4"), ("2025-12-31", "2025Q4"))
    )
    for pair in (Pair(old, new), Pair(new, old)):
        assert told(compare_maps(pair, own.registry), own.registry) == expected


def told(change: Reorganised | None, registry: Registry) -> list[str]:
    if change is None:
        return []
    names = {basis: name for name, basis in registry.legal_basis.items()}
    mergers = [
        f"{'+'.join(part.id for part in one.parts)}→{one.body.id} on {one.when}"
        f"{f' by {names[one.basis]}' if one.basis else ''}{'' if one.verified else ', unverified'}"
        for one in change.mergers
    ]
    return [
        *mergers,
        *(f"{one.id} created" for one in change.created),
        *(f"{one.id} dissolved" for one in change.dissolved),
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "indicator: lgsp, group: central, as_of: 2025-02-28, value: 1",
            "indicator: lgsp, group: ministries, as_of: 2025-03-01, value: 1",
        ),
        (
            "indicator: level4_share, group: central, as_of: 2025-02-28, value: 1%",
            "indicator: level4_share, group: central, as_of: 2025-03-01, value: 1%",
        ),
        (
            "indicator: lgsp, group: central, as_of: 2025-02-27, value: 1",
            "indicator: lgsp, group: central, as_of: 2025-02-28, value: 1",
        ),
        (
            "indicator: lgsp, group: provinces, as_of: 2025-02-28, value: 1",
            "indicator: lgsp, group: provinces, as_of: 2025-03-01, value: 1",
        ),
    ],
    ids=["another group", "no bodies are counted", "the same bodies", "other bodies were merged"],
)
def test_no_reorganisation_is_told_where_no_bodies_of_one_group_are_counted_before_and_after_it(
    old: str, new: str
) -> None:
    (before,), (after,) = snapshot([old], "2025Q1").observations, snapshot([new], "2025Q2").observations
    assert compare_maps(Pair(before, after), definitions().registry) is None


@pytest.mark.parametrize("turned", [False, True])
def test_a_merger_through_which_two_series_follow_each_other_is_told_once_whichever_side_comes_first(
    turned: bool,  # noqa: FBT001
) -> None:
    old = snapshot(
        [
            "indicator: document_connection, group: central, as_of: 2025-02-28, value: 25",
            "indicator: document_interconnection, group: central, as_of: 2025-02-28, outstanding: {names: [VOV]}",
        ],
        "2025Q1",
    )
    new = snapshot(
        [
            "indicator: document_interconnection, group: central, as_of: 2025-03-01, value: 19/22",
            "indicator: document_interconnection, group: central, as_of: 2025-03-01, outstanding: {names: [Bộ Y tế]}",
        ],
        "2025Q2",
    )
    changes = compare(*((new, old) if turned else (old, new)))
    merged = [merger.body.id for one in changes if isinstance(one, Reorganised) for merger in one.mergers]
    assert (len(merged), len(set(merged))) == (7, 7)


def test_63_and_34_provinces_are_different_wholes() -> None:
    old = snapshot([PROVINCES.format("2025-06-30") + "value: 63/63"], "2025Q2")
    new = snapshot([PROVINCES.format("2025-07-01") + "value: 34/34"], "2025Q3")
    assert "lgsp provinces 63/63 → 34/34: not comparable: different_n" in in_words(compare(old, new))
