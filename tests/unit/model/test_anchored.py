"""What of an observation stands where in the text of its source."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from egov_tracker.model.anchored import all_spans, anchored_fields, figure_spans
from egov_tracker.model.snapshot_file import Anchors, ListingAnchors
from tests.building import entry, load_one

if TYPE_CHECKING:
    from egov_tracker.store.ledger import Definitions

ANCHORS = (
    "{value: [0, 5], share: [6, 9], names: [[10, 17]], done: {count: [20, 21]},"
    " outstanding: {count: [30, 31], names: [[40, 45], [50, 55]]}}"
)


def test_every_figure_and_name_has_its_place_in_the_file_and_in_the_source(definitions: Definitions) -> None:
    text = entry(
        share="{printed: 63%}",
        done="{count: 19, names: [Bộ Y tế, Bộ Công an]}",
        outstanding="{count: 3, names: [Bộ Nội vụ, NHNN]}",
        exempt="{names: [Bộ Quốc phòng]}",
        anchors=ANCHORS,
    )
    seen = load_one(text, definitions)
    found = [
        f"{one.location} {one.field} {one.printed} {one.span}{' name' if one.is_name else ''}"
        for one in anchored_fields(seen)
    ]
    assert [line.removeprefix("f:") for line in found] == [
        "8:12 value 19/30 (0, 5)",
        "11:12 share 63% (6, 9)",
        "12:5 done 19 (20, 21)",
        "12:31 done Bộ Y tế (10, 17) name",
        "12:40 done Bộ Công an None name",
        "14:22 exempt Bộ Quốc phòng None name",
        "13:5 outstanding 3 (30, 31)",
        "13:37 outstanding Bộ Nội vụ (40, 45) name",
        "13:48 outstanding NHNN (50, 55) name",
    ]


def test_names_beside_a_value_are_those_who_have_done_it_and_a_list_of_their_own_goes_first(
    definitions: Definitions,
) -> None:
    lists = {"value": None, "done": "{names: [Bộ Y tế]}", "outstanding": "{names: [Bộ Nội vụ]}"}
    seen = load_one(entry(**lists, anchors="{names: [[1, 2]], done: {names: [[3, 4]]}}"), definitions)
    assert [(one.printed, one.span) for one in anchored_fields(seen)] == [("Bộ Y tế", (3, 4)), ("Bộ Nội vụ", None)]


def test_without_anchors_there_is_nothing_to_look_up(definitions: Definitions) -> None:
    assert anchored_fields(load_one(entry(), definitions)) == ()


@pytest.mark.parametrize(
    ("anchors", "figures", "everything"),
    [
        (Anchors(), (), ()),
        (Anchors(as_of=(1, 2)), (), ((1, 2),)),
        (
            Anchors(
                as_of=(1, 2),
                value=(3, 4),
                share=(5, 6),
                names=((7, 8),),
                done=ListingAnchors(count=(9, 10), names=((11, 12), (13, 14))),
                exempt=ListingAnchors(names=((15, 16),)),
                outstanding=ListingAnchors(count=(17, 18)),
                in_progress=ListingAnchors(count=(19, 20)),
            ),
            ((3, 4), (5, 6), (9, 10), (17, 18), (19, 20), (7, 8), (11, 12), (13, 14), (15, 16)),
            ((3, 4), (5, 6), (9, 10), (17, 18), (19, 20), (7, 8), (11, 12), (13, 14), (15, 16), (1, 2)),
        ),
    ],
    ids=["none", "the date alone", "all"],
)
def test_the_spans_of_figures_are_all_but_that_of_the_date(
    anchors: Anchors, figures: tuple[object, ...], everything: tuple[object, ...]
) -> None:
    assert (figure_spans(anchors), all_spans(anchors)) == (figures, everything)
