"""The state of a quarter: which observations, in which order, in which words."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from egov_tracker.text.dates import parse_as_of
from egov_tracker.views.observation import view_observation
from egov_tracker.views.page import Items, Lang, Paragraph, Table
from egov_tracker.views.status import Filters, status_page, view_status
from tests.building import HEAD, entry, load, load_one, snapshot_of

if TYPE_CHECKING:
    from egov_tracker.store.ledger import Definitions
    from egov_tracker.views.page import Page

Fields = dict[str, str | None]

MIXED = (
    entry(at="a", as_of="unknown")
    + entry(at="b", as_of="2016-06-30", repeats="true")
    + entry(at="c", group="provinces", value="63/63")
    + entry(at="d", as_of="2016-06")
    + entry(at="e", as_of="2016-05-03")
    + entry(at="f", indicator="online_services", group="national", breakdown="{level: 3-4}", value="50")
    + entry(at="g", indicator="online_services", group="national", breakdown="{level: 3}", value="50")
    + entry(at="h", indicator="action_plan", value="29/30")
    + entry(at="i", group="Hà Nội", value=None, done="{names: [Hà Nội]}")
    + entry(at="j", as_of="2016-06-30", value="20/30")
)


SUBJECT = "Documents exchanged with the Office of the Government"


def page_of(
    text: str, definitions: Definitions, lang: Lang = Lang.EN, *, agencies: bool = False, trace: bool = False
) -> Page:
    view = view_status(snapshot_of(load(HEAD + text, definitions)), definitions, Filters(), lang)
    return status_page(view._replace(trace=trace), "title", "here", lang, agencies=agencies)


def rows_of(page: Page) -> list[tuple[str, ...]]:
    return [
        row for section in page.sections for block in section.blocks if isinstance(block, Table) for row in block.rows
    ]


def test_observations_stand_by_catalogue_group_and_part_and_date_with_the_undated_and_repeated_last(
    definitions: Definitions,
) -> None:
    view = view_status(snapshot_of(load(HEAD + MIXED, definitions)), definitions, Filters(), Lang.VI)
    assert [one.observation.at for one in view.views] == ["h", "e", "d", "j", "a", "b", "c", "i", "g", "f"]


@pytest.mark.parametrize(
    ("filters", "wanted"),
    [
        (Filters(), "hedjabcigf"),
        (Filters(indicators=("action_plan",)), "h"),
        (Filters(indicators=("action_plan", "online_services")), "hgf"),
        (Filters(groups=("provinces",)), "c"),
        (Filters(groups=("ha-noi", "national")), "igf"),
        (Filters(as_of=parse_as_of("2016-06-30")), "hjbcigf"),
        (Filters(as_of=parse_as_of("2016-06")), "hdjbcigf"),
        (Filters(as_of=parse_as_of("2016Q2")), "hedjbcigf"),
        (Filters(as_of=parse_as_of("2016")), "hedjbcigf"),
        (Filters(as_of=parse_as_of("unknown")), "a"),
        (Filters(indicators=("document_interconnection",), groups=("central",), as_of=parse_as_of("2016-05")), "e"),
        (Filters(as_of=parse_as_of("2017")), ""),
    ],
)
def test_a_filter_wants_what_lies_wholly_within_it(filters: Filters, wanted: str, definitions: Definitions) -> None:
    view = view_status(snapshot_of(load(HEAD + MIXED, definitions)), definitions, filters, Lang.VI)
    assert "".join(one.observation.at for one in view.views) == wanted


ADD_UP = "inferred: the bodies named and the counts of the source add up to exactly N."
NAMED_AND_UNNAMED: Fields = {"outstanding": "{count: 3, names: [Bộ Y tế]}", "exempt": "{names: [Công an, Quốc phòng]}"}


@pytest.mark.parametrize(
    ("fields", "row"),
    [
        (NAMED_AND_UNNAMED, ("Central bodies", "19/30", "63.33%", "3 (2 not named)", "2", "27", "30 June 2016")),
        (
            {"value": None, "outstanding": "{count: 4}"},
            ("Central bodies", "", "", "4 (not named)", "", "–", "30 June 2016"),
        ),
        (
            {"group": "provinces", "value": "63/63", "as_of": "2016-06"},
            ("Provinces", "63/63", "100.00%", "", "", "", "June 2016"),
        ),
        (
            {"group": "Hà Nội", "value": None, "done": "{names: [Hà Nội]}", "as_of": "unknown"},
            ("Ha Noi City", "1 named as done", "", "", "", "", "date unknown"),
        ),
        (
            {"value": "28/29", "in_progress": "{names: [Quốc phòng]}", "repeats": "true"},
            ("Central bodies", "28/29", "96.55%", "1 in progress", "", "28", "30 June 2016 (repeated)"),
        ),
        (
            {
                "indicator": "online_services",
                "group": "national",
                "breakdown": "{level: 3-4}",
                "value": "1.578",
                "share": "{printed: '3,2%'}",
            },
            ("National, levels 3 and 4", "1,578 (3.2%)", "", "", "", "", "30 June 2016"),
        ),
        (
            {
                "indicator": "feedback",
                "group": "national",
                "breakdown": "{stage: received}",
                "kind": "flow",
                "from": "2016-04-01",
                "value": "868",
            },
            ("National, received, in the period", "868", "", "", "", "", "1 April 2016 – 30 June 2016"),
        ),
        (
            {"indicator": "un_egdi_rank", "group": "national", "value": "89/193"},
            ("National", "89/193", "", "", "", "", "30 June 2016"),
        ),
        (
            {"indicator": "level4_share", "group": "all", "value": "trên 7,5%"},
            ("All bodies", "over 7.5%", "", "", "", "", "30 June 2016"),
        ),
    ],
)
def test_a_row_says_who_what_how_many_and_when(fields: Fields, row: tuple[str, ...], definitions: Definitions) -> None:
    (found,) = rows_of(page_of(entry(**fields), definitions))
    assert found[:8] == (*row, "[1] line 4")


def test_ids_and_lines_of_yaml_stand_on_a_page_only_where_places_in_the_ledger_are_asked_for(
    definitions: Definitions,
) -> None:
    plain, traced = (page_of(entry() + entry(value="20/30"), definitions, trace=trace) for trace in (False, True))
    assert (plain.lead, traced.lead) == (("Data: here",), ("Data: here", "File: f"))
    assert [row[-1] for row in rows_of(traced)] == ["5", "11"]
    assert [row[:-1] for row in rows_of(traced)] == rows_of(plain)
    assert [one.sections[0].heading for one in (plain, traced)] == [SUBJECT, f"{SUBJECT} (document_interconnection)"]
    assert traced.sources == tuple(f"{source} (press)" for source in plain.sources)


def test_a_note_is_numbered_once_and_every_row_that_has_it_points_there(definitions: Definitions) -> None:
    text = entry(note="một", at="a", value="1/30") + entry(note="hai", at="b", value="2/30") + entry(note="một", at="c")
    page = page_of(text, definitions)
    assert [row[8] for row in rows_of(page)] == ["(1)", "(2)", "(1)"]
    assert [tuple(note) for note in page.footnotes] == [(1, "“một”"), (2, "hai")]


@pytest.mark.parametrize(
    ("fields", "notes"),
    [
        ({"remarks": "[{note: a, rule: FIG002}, {note: b}]", "note": "c"}, ["a", "b", "c"]),
        (
            {"group": "provinces", "value": "62/63", "outstanding": "{names: [Hà Nội]}"},
            [f"62 bodies done, not named; {ADD_UP}"],
        ),
        (
            {"value": "1/30", "done": "{names: [Bộ Y tế]}"},
            [f"29 bodies outstanding, not named; {ADD_UP}"],
        ),
        ({"group": "provinces", "value": "63/63"}, []),
    ],
)
def test_remarks_notes_and_inferences_become_footnotes(
    fields: Fields, notes: list[str], definitions: Definitions
) -> None:
    seen = load_one(entry(**fields), definitions)
    assert list(view_observation(seen, definitions.registry, Lang.EN).notes) == notes


@pytest.mark.parametrize(
    ("fields", "percent"),
    [
        ({"value": "19/30"}, "63.33"),
        ({"value": "1/8"}, "12.50"),
        ({"value": "36,95% (583/1.578)"}, "36.95"),
        ({"group": "all", "value": "25 (27%)"}, "27"),
        ({"group": "all", "value": "trên 75%"}, "75"),
        ({"group": "all", "value": "25"}, None),
        ({"value": None, "outstanding": "{count: 4}"}, None),
        ({"indicator": "un_egdi_rank", "group": "national", "value": "89/193"}, None),
        ({"value": "25", "share": "{of: 100, printed: gần 10%}"}, "10"),
        ({"value": None, "outstanding": "{count: 4}", "share": "{printed: '3,2%'}"}, "3.2"),
    ],
)
def test_a_percentage_is_recomputed_from_a_ratio_and_else_as_printed(
    fields: Fields, percent: str | None, definitions: Definitions
) -> None:
    found = view_observation(load_one(entry(**fields), definitions), definitions.registry, Lang.VI).percent
    assert found == (None if percent is None else Decimal(percent))


def test_with_agencies_every_body_stands_under_its_state_with_the_reason(definitions: Definitions) -> None:
    text = entry(
        group="ministries", value="1/22", done="{names: [Y tế]}", outstanding="{count: 20}", exempt="{count: 1}"
    )
    (section,) = page_of(text, definitions, agencies=True).sections
    _, who, states = section.blocks
    assert who == Paragraph("Ministries and ministry-level agencies, 30 June 2016 [1]:")
    assert isinstance(states, Items)
    assert [text.partition(":")[0] for text in states.texts] == [
        "Done (1)",
        "Unknown (21; the source does not name them all, so nothing is known one by one)",
    ]
    assert states.texts[0] == "Done (1): Ministry of Health"
    assert states.texts[1].endswith("; State Bank of Viet Nam; Government Inspectorate; Office of the Government")


def test_a_source_is_named_with_all_that_is_known_of_it(definitions: Definitions) -> None:
    known = "{kind: letter, title: V/v báo cáo, publisher: VPCP, number: 1375/VPCP-KGVX, date: 2016-03-04, url: 'u:v'}"
    snapshot = snapshot_of(load(HEAD.replace("{kind: press, title: Bài viết}", known) + entry(), definitions))
    page = status_page(view_status(snapshot, definitions, Filters(), Lang.VI), "title", "here", Lang.VI, agencies=False)
    assert page.sources == ("[1] 1375/VPCP-KGVX, V/v báo cáo, VPCP, 04/3/2016, u:v",)
