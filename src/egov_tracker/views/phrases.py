"""The words of the pages, apart from the facts: Vietnamese as official documents write it, and English."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.text.numbers import format_number, format_number_en
from egov_tracker.views.page import Align, Column, Lang

if TYPE_CHECKING:
    from decimal import Decimal

    from egov_tracker.model.catalogue import Indicator
    from egov_tracker.model.registry import Body, Group
    from egov_tracker.text.dates import AsOf
    from egov_tracker.text.quarters import Quarter

GROUPS = {
    "central": ("Bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ", "Ministries and government agencies"),
    "ministries": ("Bộ, cơ quan ngang bộ", "Ministries and ministry-level agencies"),
    "government_agencies": ("Cơ quan thuộc Chính phủ", "Government agencies"),
    "provinces": ("Tỉnh, thành phố trực thuộc Trung ương", "Provinces and cities"),
    "all": ("Bộ, ngành, địa phương", "All bodies"),
    "national": ("Cả nước", "National"),
}
SHORT_GROUPS = {**GROUPS, "central": ("Bộ, ngành", "Central bodies"), "provinces": ("Tỉnh, thành phố", "Provinces")}
BREAKDOWNS = {
    ("level", "all"): ("mọi mức độ", "all levels"),
    ("level", "3"): ("mức độ 3", "level 3"),
    ("level", "4"): ("mức độ 4", "level 4"),
    ("level", "3-4"): ("mức độ 3, 4", "levels 3 and 4"),
    ("direction", "sent"): ("gửi", "sent"),
    ("direction", "received"): ("nhận", "received"),
    ("direction", "total"): ("gửi và nhận", "sent and received"),
    ("stage", "received"): ("tiếp nhận", "received"),
    ("stage", "in_scope"): ("thuộc phạm vi", "in scope"),
    ("stage", "answered"): ("đã trả lời", "answered"),
    ("measure", "assigned"): ("được giao", "assigned"),
    ("measure", "done"): ("đã hoàn thành", "done"),
    ("measure", "in_progress"): ("đang triển khai", "in progress"),
}
Titles = tuple[tuple[tuple[str, str], Align, bool], ...]

HEADINGS = {"footnotes": ("Chú thích", "Notes"), "sources": ("Nguồn", "Sources")}
KINDS = {
    "adoption": ("số đã thực hiện", "adoption"),
    "stock": ("tại thời điểm", "at the date"),
    "flow": ("trong kỳ", "in the period"),
    "cumulative": ("lũy kế", "cumulative"),
    "share": ("tỷ lệ", "share"),
    "rank": ("thứ hạng", "rank"),
    "table": ("bảng số liệu", "table"),
}


def pick(pair: tuple[str, str], lang: Lang) -> str:
    """The text of a pair in the language of the page."""
    return pair[1] if lang is Lang.EN else pair[0]


def columns(titles: Titles, lang: Lang) -> tuple[Column, ...]:
    """The columns of a table, titled in the language of the page."""
    return tuple(Column(pick(title, lang), align, flexible) for title, align, flexible in titles)


def headings(lang: Lang) -> dict[str, str]:
    """The headings at the foot of a page."""
    return {part: pick(pair, lang) for part, pair in HEADINGS.items()}


def number(value: Decimal | int, lang: Lang, decimals: int | None = None) -> str:
    """A number as the language writes it."""
    return format_number_en(value, decimals) if lang is Lang.EN else format_number(value, decimals)


def day(when: AsOf, lang: Lang) -> str:
    """A date of any precision as the language writes it."""
    return when.en if lang is Lang.EN else when.vi


def quarter(period: Quarter, lang: Lang) -> str:
    """A quarter as the language writes it."""
    return period.en if lang is Lang.EN else period.vi


def indicator(row: Indicator, lang: Lang) -> str:
    """The name of an indicator."""
    return row.name_en if lang is Lang.EN else row.name_vi


def body(one: Body, lang: Lang) -> str:
    """The name of a body."""
    return one.name_en if lang is Lang.EN else one.name_vi


def group(who: Group, lang: Lang, *, short: bool = False) -> str:
    """The name of a group, or of the one body that it is."""
    if who.body:
        return body(who.body, lang)
    return pick((SHORT_GROUPS if short else GROUPS)[who.id], lang)


def breakdown(parts: tuple[tuple[str, str], ...], lang: Lang) -> str:
    """What part of the indicator is meant; a part without words of its own stands as it is written."""
    return ", ".join(pick(BREAKDOWNS[part], lang) if part in BREAKDOWNS else part[1] for part in parts)
