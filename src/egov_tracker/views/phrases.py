"""The words of the pages, apart from the facts: Vietnamese as official documents write it, and English."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.text.numbers import format_number, format_number_en
from egov_tracker.views.page import Align, Column, Lang

if TYPE_CHECKING:
    from decimal import Decimal

    from egov_tracker.model.catalogue import Indicator
    from egov_tracker.model.groups import Group
    from egov_tracker.model.registry import Body
    from egov_tracker.text.dates import AsOf
    from egov_tracker.text.quarters import Quarter

Titles = tuple[tuple[tuple[str, str], Align, bool], ...]

HEADINGS = {"footnotes": ("Chú thích", "Notes"), "sources": ("Nguồn", "Sources")}
KINDS = {"flow": ("trong kỳ", "in the period"), "cumulative": ("lũy kế", "cumulative")}


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
    return pick((who.short_vi, who.short_en) if short else (who.name_vi, who.name_en), lang)


def breakdown(row: Indicator, parts: tuple[tuple[str, str], ...], lang: Lang) -> str:
    """What part of an indicator is meant, by the labels of its dimensions."""
    return ", ".join(pick(row.dimensions[name].labels(value), lang) for name, value in parts)
