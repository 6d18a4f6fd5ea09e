from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from egov_tracker.errors import EgovError
from egov_tracker.model.terms import ListState, Order
from egov_tracker.text.dates import parse_as_of
from egov_tracker.views.appendix import QuarterLists, Query, SeveralListsError, fitting_columns, view_list
from egov_tracker.views.appendix_document import LetterReference, view_appendix
from egov_tracker.views.page import Lang
from tests.building import HEAD, entry, load, snapshot, snapshot_of

if TYPE_CHECKING:
    from egov_tracker.store.ledger import Definitions
    from egov_tracker.views.appendix import BodyList

CENTRAL = Query("document_interconnection", "central")
THREE = "{names: [Thanh tra Chính phủ, Bộ Tư pháp, Bộ Công an]}"


def made(text: str, query: Query, definitions: Definitions, lang: Lang = Lang.VI) -> BodyList:
    snapshot = snapshot_of(load(HEAD + text, definitions))
    return view_list(QuarterLists(snapshot, definitions.registry, lang), query)


def names(made: BodyList) -> list[str]:
    return [name for _, name in made.entries]


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (Order.SOURCE, ["Thanh tra Chính phủ", "Bộ Tư pháp", "Bộ Công an"]),
        (Order.PROTOCOL, ["Bộ Công an", "Bộ Tư pháp", "Thanh tra Chính phủ"]),
        (Order.ALPHABET, ["Bộ Công an", "Bộ Tư pháp", "Thanh tra Chính phủ"]),
    ],
)
def test_the_names_stand_in_the_order_that_is_asked_for(
    order: Order, expected: list[str], definitions: Definitions
) -> None:
    assert names(made(entry(value=None, outstanding=THREE), CENTRAL._replace(order=order), definitions)) == expected


def test_provinces_in_protocol_order_stand_by_vietnamese_alphabet(definitions: Definitions) -> None:
    text = entry(value=None, group="provinces", outstanding="{names: [Đà Nẵng, Bình Định, An Giang, Bình Dương]}")
    found = made(text, CENTRAL._replace(group="provinces"), definitions)
    assert names(found) == ["An Giang", "Bình Dương", "Bình Định", "Thành phố Đà Nẵng"]


@pytest.mark.parametrize(
    ("columns", "rows"),
    [
        (1, [(1,), (2,), (3,), (4,), (5,)]),
        (2, [(1, 4), (2, 5), (3, None)]),
        (3, [(1, 3, 5), (2, 4, None)]),
    ],
)
def test_numbers_run_down_one_column_and_then_down_the_next(
    columns: int, rows: list[tuple[int | None, ...]], definitions: Definitions
) -> None:
    five = "{names: [Bộ Công an, Bộ Quốc phòng, Bộ Y tế, Bộ Tư pháp, Bộ Nội vụ]}"
    found = made(entry(value=None, outstanding=five), CENTRAL._replace(columns=columns), definitions)
    assert [tuple(cell[0] if cell else None for cell in row) for row in found.rows] == rows


def test_the_latest_dated_list_is_taken_and_an_undated_one_only_where_no_other_is(definitions: Definitions) -> None:
    early = entry(as_of="2016-06-01", value=None, outstanding="{names: [Bộ Y tế]}")
    late = entry(as_of="2016-06-20", value=None, outstanding="{names: [Bộ Tư pháp]}")
    undated = entry(as_of="unknown", value=None, outstanding="{names: [Bộ Công an]}")
    counted = entry(as_of="2016-06-30", value=None, outstanding="{count: 4}")
    assert names(made(early + late + undated + counted, CENTRAL, definitions)) == ["Bộ Tư pháp"]
    assert names(made(undated + counted, CENTRAL, definitions)) == ["Bộ Công an"]
    first = CENTRAL._replace(as_of=parse_as_of("2016-06-01"))
    assert names(made(early + late, first, definitions)) == ["Bộ Y tế"]


def test_lists_that_are_as_late_as_each_other_and_differ_are_refused(definitions: Definitions) -> None:
    one = entry(value=None, outstanding="{names: [Bộ Y tế]}")
    other = entry(value=None, outstanding="{names: [Bộ Tư pháp]}")
    with pytest.raises(EgovError) as raised:
        made(one + other, CENTRAL, definitions)
    each = "central as of 2016-06-30 (press, 1 outstanding named)"
    lists = "several lists of outstanding bodies, document_interconnection × central are as late as each other"
    assert str(raised.value) == f"2016Q2: {lists}: {each}; {each}"
    assert names(made(one + one, CENTRAL, definitions)) == ["Bộ Y tế"]


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("63/63", 'all 63 are done, "63/63" of 2016-06-30 (press, dòng 4)'),
        ("cả 63", 'all 63 are done, "cả 63" of 2016-06-30 (press, dòng 4)'),
        ("63 (100%)", 'all 63 are done, "63 (100%)" of 2016-06-30 (press, dòng 4)'),
        ("100%", 'all are done, "100%" of 2016-06-30 (press, dòng 4)'),
    ],
)
def test_where_all_are_done_the_error_says_so(value: str, said: str, definitions: Definitions) -> None:
    with pytest.raises(EgovError) as raised:
        made(entry(value=value, group="provinces"), CENTRAL._replace(group="provinces"), definitions)
    head = "2016Q2 has no list of outstanding bodies, document_interconnection × provinces: "
    assert str(raised.value) == head + said


def test_lists_that_no_option_tells_apart_are_said_to_be_so(definitions: Definitions) -> None:
    one, other = (entry(value=None, outstanding=f"{{names: [{name}]}}") for name in ("Bộ Y tế", "Bộ Tư pháp"))
    with pytest.raises(SeveralListsError) as raised:
        made(one + other, CENTRAL, definitions)
    assert raised.value.choices.worded("--{}".format) == (
        "nothing that can be asked for tells them apart; they stand at f:5:5, f:11:5"
    )


def test_a_repeated_figure_gives_way_to_the_first_hand_one(definitions: Definitions) -> None:
    one = entry(value=None, outstanding="{names: [Bộ Y tế]}")
    repeated = entry(value=None, outstanding="{names: [Bộ Tư pháp]}", repeats="true")
    assert names(made(repeated + one, CENTRAL, definitions)) == ["Bộ Y tế"]


def test_the_unnamed_are_counted_and_the_inferred_marked(definitions: Definitions) -> None:
    short = made(entry(value="19/30", outstanding="{count: 11, names: [Bộ Y tế]}"), CENTRAL, definitions)
    assert (len(short.entries), short.unnamed) == (1, 10)
    text = entry(value="29/30", outstanding="{names: [Bộ Y tế]}")
    done = made(text, CENTRAL._replace(state=ListState.DONE), definitions)
    assert len(done.entries) == 29
    assert all(name.endswith(" (suy ra)") for name in names(done))
    english = made(text, CENTRAL, definitions, Lang.EN)
    assert names(english) == ["Ministry of Health"]


@pytest.mark.parametrize(
    ("query", "said"),
    [
        (
            Query("lgsp", "central"),
            "outstanding bodies, lgsp × central; the indicators there are document_interconnection",
        ),
        (
            CENTRAL._replace(group="provinces"),
            (
                "outstanding bodies, document_interconnection × provinces; the lists of "
                "outstanding bodies there are central as of 2016-06-30 (press, 3 outstanding named)"
            ),
        ),
        (
            CENTRAL._replace(state=ListState.EXEMPT),
            (
                "exempt bodies, document_interconnection × central: 3 outstanding of 2016-06-30 (press) names none; "
                "no figure of the indicator names any"
            ),
        ),
        (
            CENTRAL._replace(breakdown=(("level", "4"),), as_of=parse_as_of("2016-05")),
            (
                "outstanding bodies, document_interconnection × central, level 4, as of 2016-05; the lists of "
                "outstanding bodies there are central as of 2016-06-30 (press, 3 outstanding named)"
            ),
        ),
        (
            CENTRAL._replace(source="other"),
            (
                "outstanding bodies, document_interconnection × central, source other; the lists of "
                "outstanding bodies there are central as of 2016-06-30 (press, 3 outstanding named)"
            ),
        ),
    ],
)
def test_where_there_is_no_list_the_error_names_what_there_is(
    query: Query, said: str, definitions: Definitions
) -> None:
    with pytest.raises(EgovError) as raised:
        made(entry(value=None, outstanding=THREE), query, definitions)
    assert str(raised.value) == f"2016Q2 has no list of {said}"


@pytest.mark.parametrize(
    ("state", "worded", "vi", "en"),
    [
        (ListState.OUTSTANDING, True, "Danh sách cơ quan chưa kết nối", "Bodies that are not connected"),
        (ListState.DONE, True, "Danh sách cơ quan đã kết nối", "Bodies that are connected"),
        (ListState.EXEMPT, True, "Cơ quan đặc thù: Kết nối", "Exempt bodies: Connection"),
        (ListState.OUTSTANDING, False, "Cơ quan chưa hoàn thành: Kết nối", "Outstanding bodies: Connection"),
        (ListState.DONE, False, "Cơ quan đã hoàn thành: Kết nối", "Done bodies: Connection"),
    ],
)
def test_the_title_says_whom_the_lists_name(
    state: ListState, *, worded: bool, vi: str, en: str, definitions: Definitions
) -> None:
    words = {
        "done_vi": "đã kết nối",
        "done_en": "are connected",
        "outstanding_vi": "chưa kết nối",
        "outstanding_en": "are not connected",
    }
    changed: dict[str, Any] = {
        "name_vi": "Kết nối",
        "name_en": "Connection",
        **(words if worded else dict.fromkeys(words)),
    }
    indicator = replace(definitions.catalogue[CENTRAL.indicator], **changed)
    known = replace(definitions, catalogue={**definitions.catalogue, indicator.id: indicator})
    snapshot = snapshot_of(load(HEAD + entry(value=None, **{str(state): "{names: [Bộ Y tế]}"}), known))
    for lang, title in ((Lang.VI, vi), (Lang.EN, en)):
        document = view_appendix(snapshot, [CENTRAL._replace(state=state)], LetterReference(), known, lang)
        assert document.appendix.title == title.upper()


@pytest.mark.parametrize(
    ("group", "count", "columns"),
    [
        ("central", 1, 1),
        ("central", 13, 1),
        ("central", 14, 2),
        ("central", 63, 2),
        ("provinces", 13, 1),
        ("provinces", 28, 2),
        ("provinces", 29, 3),
    ],
)
def test_a_list_has_as_many_columns_as_keep_it_short(group: str, count: int, columns: int) -> None:
    (seen,) = snapshot([f"indicator: lgsp, group: {group}, as_of: 2016-06-30, value: 5"], "2016Q2").observations
    assert fitting_columns(seen.group, count) == columns
