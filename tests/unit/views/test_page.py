"""A page as every format has it: when it is long, when something on it is drawn, what stands below the foot."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from egov_tracker.model.terms import Regime
from egov_tracker.views.official_form import Frame, OfficialForm
from egov_tracker.views.page import (
    Across,
    Chart,
    Column,
    Drawn,
    Footnote,
    Items,
    Lang,
    Legend,
    Page,
    Paragraph,
    Section,
    Sign,
    Strip,
    Table,
    Tile,
    Tiles,
)
from egov_tracker.views.trend.bars import Bar, Fill, Part

if TYPE_CHECKING:
    from egov_tracker.views.page import Block

COLUMNS = (Column("Cơ quan"), Column("Hình"), Column("Số"))
BAR = Bar((Part(Fill.DONE, Decimal(1)),), Decimal(2), Decimal(2))
CHART = Chart(
    COLUMNS,
    (Across(Strip.HEADING, "Nhóm"), Drawn(("a", "", "1"), BAR), Drawn(("b", "", "2")), Across(Strip.GAP, "quý III")),
    "Biểu đồ",
    1,
    4,
)
TILES = Tiles((Tile(0, 1, "a", "done", "✓"), Tile(2, 0, "b", "unknown", "?")), "Bản đồ")
LEGEND = Legend((Sign(Fill.DONE, "█", "xong"), Sign(Fill.EXEMPT, ":", "đặc thù")))
FORM = OfficialForm(Regime.ND30, date(2020, 4, 1), (), "", "", (), (), None, ())


def page(*blocks: Block, notes: int = 0, sources: int = 0) -> Page:
    footnotes = tuple(Footnote(number, "") for number in range(notes))
    return Page(Lang.VI, "T", (), (Section("M", blocks),), footnotes, ("",) * sources)


@pytest.mark.parametrize(
    ("made", "long"),
    [
        (page(Table(COLUMNS, (("", "", ""),) * 67)), False),
        (page(Table(COLUMNS, (("", "", ""),) * 68)), True),
        (page(CHART._replace(entries=CHART.entries[:1] * 67)), False),
        (page(CHART._replace(entries=CHART.entries[:1] * 68)), True),
        (page(Items(("",) * 69), Paragraph("")), False),
        (page(Items(("",) * 69), Paragraph(""), LEGEND), True),
        (page(Table(COLUMNS, (("", "", ""),) * 65), notes=2), False),
        (page(Table(COLUMNS, (("", "", ""),) * 65), notes=2, sources=1), True),
    ],
)
def test_a_page_of_more_than_seventy_lines_is_long(
    made: Page,
    long: bool,  # noqa: FBT001
) -> None:
    assert made.is_long is long


@pytest.mark.parametrize(
    ("block", "drawn"),
    [
        (CHART, True),
        (CHART._replace(place=None), False),
        (TILES, True),
        (LEGEND, True),
        (Table(COLUMNS, ()), False),
        (Paragraph("a"), False),
        (Items(("a",)), False),
    ],
)
def test_patterns_are_needed_where_something_is_drawn(
    block: Block,
    drawn: bool,  # noqa: FBT001
) -> None:
    assert page(Paragraph("b"), block).is_drawn is drawn


def test_a_chart_without_bars_is_a_table_in_characters() -> None:
    assert CHART.rows == (("Nhóm", "", ""), ("a", "│██  ▏", "1"), ("b", "", "2"), ("… quý III", "", ""))
    assert CHART._replace(place=None).rows[1] == ("a", "", "1")


def test_a_column_in_which_nothing_stands_is_left_out_and_the_bars_keep_their_place() -> None:
    empty = CHART._replace(entries=(Drawn(("a", "", ""), BAR), Drawn(("b", "", ""))))
    assert [column.title for column in empty.without_empty_columns.columns] == ["Cơ quan", "Hình"]
    assert empty.without_empty_columns.place == 1
    first = CHART._replace(entries=(Drawn(("", "", "1"), BAR), Across(Strip.GAP, "x")))
    assert (first.without_empty_columns.place, first.without_empty_columns.entries[1]) == (0, Across(Strip.GAP, "x"))
    bare = CHART._replace(entries=(Drawn(("a", "x", "1")),))
    assert ([one.title for one in bare.without_empty_columns.columns], bare.without_empty_columns.place) == (
        ["Cơ quan", "Số"],
        None,
    )


def test_tiles_are_a_table_from_north_to_south() -> None:
    assert (TILES.width, TILES.height) == (2, 3)
    assert TILES.rows == (("", "✓ a"), ("", ""), ("? b", ""))
    assert [column.title for column in TILES.columns] == ["1", "2"]


def test_a_legend_names_its_signs() -> None:
    assert LEGEND.text == "█\u00a0xong   :\u00a0đặc thù"


def test_below_the_foot_of_an_office_stands_the_evidence() -> None:
    sections = (Section("I", ()), Section("II", ()), Section("III", ()))
    plain = Page(Lang.VI, "T", (), sections)
    framed = plain._replace(frame=Frame(FORM, "BÁO CÁO", "T", 2))
    assert (plain.signed, plain.evidence, plain.has_evidence) == (sections, (), False)
    assert (framed.signed, framed.evidence, framed.has_evidence) == (sections[:2], sections[2:], True)
    whole = framed._replace(frame=Frame(FORM, "BÁO CÁO", "T", 3))
    assert (whole.has_evidence, whole._replace(sources=("[1] A",)).has_evidence) == (False, True)


@pytest.mark.parametrize(
    ("heading", "repeated"),
    [("Biểu đồ", {"Biểu đồ"}), ("I. Biểu đồ", {"Biểu đồ"}), ("Biểu", {"Biểu đồ"}), ("", set()), ("Bản đồ", set())],
)
def test_a_caption_that_says_what_the_heading_says_need_not_be_seen(heading: str, repeated: set[str]) -> None:
    assert Section(heading, (CHART, Paragraph("a"), Table(COLUMNS, ()))).repeated == repeated
