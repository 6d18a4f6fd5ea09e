"""Two states of a file, field by field: what is said of them, and that nothing is where nothing differs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from egov_tracker.changes.corrections import compare_documents
from egov_tracker.store.yaml_reader import read_document

if TYPE_CHECKING:
    from egov_tracker.changes.corrections import Correction

HEAD = """\
period: 2016Q2
sources:
  press: {kind: press, title: Bài viết}
  letter: {kind: letter, title: Công văn}
observations:
  - {indicator: lgsp, group: central, as_of: 2016-06-30, value: 19/30, source: press, at: dòng 4,
     outstanding: {count: 9, names: [Bộ Y tế, Bộ Công an]}}
  - {indicator: lgsp, group: provinces, as_of: 2016-06-30, value: 63/63, source: press, at: dòng 5}
"""
PROVINCES = HEAD.splitlines(keepends=True)[-1]
CENTRAL = "".join(HEAD.splitlines(keepends=True)[-3:-1])


def corrections(old: str, new: str) -> tuple[Correction, ...]:
    return tuple(compare_documents(read_document(old.encode(), "old"), read_document(new.encode(), "new")))


def in_words(one: Correction) -> str:
    return f"{'.'.join(map(str, one.where))}: {one.old} → {one.new}"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        # A field of a figure, of a list within it, of a source
        ("value: 19/30", "value: 20/30", ["observations.0.value: 19/30 → 20/30"]),
        ("at: dòng 4", "at: dòng 4–5", ["observations.0.at: dòng 4 → dòng 4–5"]),
        ("count: 9", "count: 10", ["observations.0.outstanding.count: 9 → 10"]),
        ("Bộ Y tế, Bộ", "Bộ Tư pháp, Bộ", ["observations.0.outstanding.names.0: Bộ Y tế → Bộ Tư pháp"]),
        ("Bộ Y tế, Bộ", "Bộ", ["observations.0.outstanding.names.0: Bộ Y tế → None"]),
        ("Bộ Công an", "Bộ Công an, Bộ Nội vụ", ["observations.0.outstanding.names.2: None → Bộ Nội vụ"]),
        ("title: Bài viết", "title: Bài báo", ["sources.press.title: Bài viết → Bài báo"]),
        # A field that is new, in one line whatever it holds
        (
            "at: dòng 5",
            "at: dòng 5, remarks: [{note: Một, rule: FIG001}]",
            ["observations.1.remarks: None → [{note: Một, rule: FIG001}]"],
        ),
        ("at: dòng 5", "at: dòng 5, note: null", ["observations.1.note: None → "]),
        # What a figure measures, of whom, of when, and in which source may itself be corrected
        ("lgsp, group: provinces", "wan, group: provinces", ["observations.1.indicator: lgsp → wan"]),
        ("group: provinces", "group: all", ["observations.1.group: provinces → all"]),
        ("2016-06-30, value: 63", "2016-06-28, value: 63", ["observations.1.as_of: 2016-06-30 → 2016-06-28"]),
        ("source: press, at: dòng 5", "source: letter, at: dòng 5", ["observations.1.source: press → letter"]),
        # Whole entries
        (PROVINCES, "", [("observations.1: {indicator: lgsp, group: provinces, as_of: 2016-06-30, value: 63/63, "
                         "source: "
                         "press, at: dòng 5} → None")]),
        (PROVINCES, PROVINCES + PROVINCES.replace("lgsp", "wan").replace("dòng 5", "dòng 6"), [
            ("observations.2: None → {indicator: wan, group: provinces, as_of: 2016-06-30, value: 63/63, source: "
            "press, at: dòng 6}")
        ]),
        ("  letter: {kind: letter, title: Công văn}\n", "", ["sources.letter: {kind: letter, title: Công văn} → None"]),
        # The first source speaks, so that their order is said too
        (
            "  press: {kind: press, title: Bài viết}\n  letter: {kind: letter, title: Công văn}\n",
            "  letter: {kind: letter, title: Công văn}\n  press: {kind: press, title: Bài viết}\n",
            ["sources: [press, letter] → [letter, press]"],
        ),
        # What is taken out of a figure that moved up stood where the figure was
        (
            CENTRAL + PROVINCES,
            PROVINCES.replace(", at: dòng 5", ""),
            [
                "observations.1.at: dòng 5 → None",
                (
                    "observations.0: {indicator: lgsp, group: central, as_of: 2016-06-30, value: 19/30, source: press, "
                    "at: dòng 4, outstanding: {count: 9, names: [Bộ Y tế, Bộ Công an]}} → None"
                ),
            ],
        ),
        # A figure that is entered ahead of a corrected one
        (
            CENTRAL,
            PROVINCES.replace("lgsp", "wan").replace("dòng 5", "dòng 3") + CENTRAL.replace("19/30", "20/30"),
            [
                "observations.1.value: 19/30 → 20/30",
                (
                    "observations.0: None → {indicator: wan, group: provinces, as_of: 2016-06-30, value: 63/63, "
                    "source: press, at: dòng 3}"
                ),
            ],
        ),
        # The order of the keys of a source says nothing, whatever else is corrected
        (
            "{kind: press, title: Bài viết}\n  letter: {kind: letter",
            "{title: Bài viết, kind: press}\n  letter: {kind: report",
            ["sources.letter.kind: letter → report"],
        ),
        # What is no field: the order of figures and of keys, quotes, comments
        (CENTRAL + PROVINCES, PROVINCES + CENTRAL, []),
        ("{kind: press, title: Bài viết}", "{title: 'Bài viết', kind: press}  # một", []),
        ("{indicator: lgsp, group: central", "{group: central, indicator: lgsp", []),
    ],
)  # fmt: skip
def test_every_field_that_differs_is_said_and_no_other(old: str, new: str, told: list[str]) -> None:
    assert old in HEAD
    changed = HEAD.replace(old, new, 1)
    assert [in_words(one) for one in corrections(HEAD, changed)] == told
    back = {(one.new, one.old) for one in corrections(changed, HEAD)}
    assert back == {(one.old, one.new) for one in corrections(HEAD, changed)}


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("period: 2016Q2", "period: 2016Q3", ("period", "period", ("period",), "old:1:9", "new:1:9")),
        ("title: Bài viết", "title: Bài báo", ("sources", "title", ("sources", "press"), "old:3:31", "new:3:31")),
        ("  letter: {kind: letter, title: Công văn}\n", "", ("sources", "", ("sources", "letter"), "old:4:11", "None")),
        ("count: 9", "count: 8", ("observations", "outstanding.count", ("observations", 0), "old:7:27", "new:7:27")),
        (HEAD, "[a]", ("", "", (), "old:1:1", "new:1:1")),
    ],
)
def test_a_correction_knows_its_section_its_field_its_entry_and_both_places(
    old: str, new: str, expected: tuple[object, ...]
) -> None:
    (one,) = corrections(HEAD, HEAD.replace(old, new))
    assert (one.section, one.field, one.new_entry, str(one.old_place), str(one.new_place)) == expected
    assert one.old_entry == one.new_entry


def test_of_a_long_list_in_which_everything_is_repeated_the_one_new_item_is_said() -> None:
    def listed(names: list[str]) -> str:
        return f"period: 2016Q2\nnames: [{', '.join(names)}]\n"

    names = ["a"] * 200
    assert list(map(in_words, corrections(listed(names), listed(["b", *names])))) == ["names.0: None → b"]


def test_an_entry_that_is_no_figure_is_corrected_as_it_is_written() -> None:
    assert [in_words(one) for one in corrections("observations: [a, c]\n", "observations: [b, c]\n")] == [
        "observations.0: a → b"
    ]


def test_a_file_that_is_not_there_holds_nothing() -> None:
    told = [in_words(one).partition(":")[0] for one in corrections("{}\n", HEAD)]
    assert told == ["period", "sources.press", "sources.letter", "observations.0", "observations.1"]


def test_a_correction_knows_both_places() -> None:
    (one,) = corrections(HEAD, f"# Một\n{HEAD.replace('63/63', '62/63')}")
    assert (str(one.old_place), str(one.new_place), one.field) == ("old:8:67", "new:9:67", "value")


PLAIN = st.recursive(
    st.text("abc", min_size=1, max_size=3),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text("xyz", min_size=1, max_size=2), inner, max_size=3)
    ),
    max_leaves=8,
)
ENTRIES = st.lists(st.dictionaries(st.sampled_from(["indicator", "group", "value", "at", "note"]), PLAIN), max_size=4)


@given(ENTRIES, ENTRIES)
def test_something_is_said_exactly_where_the_figures_differ_whatever_their_order(
    old: list[Any], new: list[Any]
) -> None:
    told = corrections(*(yaml.safe_dump({"observations": one}, allow_unicode=True) for one in (old, new)))
    same = sorted(map(canonical, old)) == sorted(map(canonical, new))
    assert (not told) is same


def canonical(value: Any) -> str:
    return yaml.safe_dump(value, sort_keys=True)
