"""What a template may say of records: names of ids, days and numbers as documents write them, in one language."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias

from egov_tracker.errors import EgovError, expected, quoted
from egov_tracker.text.dates import parse_as_of
from egov_tracker.text.quarters import parse_quarter
from egov_tracker.views.phrases import Phrases

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from egov_tracker.model.observation import Observation
    from egov_tracker.views.page import Lang

TemplateFilters: TypeAlias = "Mapping[str, Callable[..., str]]"


def template_filters(lang: Lang, observations: Iterable[Observation]) -> TemplateFilters:
    """The filters of a page by name, in its language; ids are known as far as its observations have them.

    Each takes a value of a record, and `EgovError` says what it is not: `indicator` and `group` an id, `day` a date of
    any precision, `quarter` 2016Q2, `number` and `percent` a number. A null is written as nothing.
    """
    say, seen = Phrases(lang), tuple(observations)
    indicators = {one.indicator.id: say.indicator(one.indicator) for one in seen}
    groups = {str(one.group): say.group(one.group, short=True) for one in seen}
    return {
        "indicator": _named("an indicator of the page", indicators),
        "group": _named("a group of the page", groups),
        "day": _nothing_of_null(lambda text: say.day(parse_as_of(text))),
        "quarter": _nothing_of_null(lambda text: say.quarter_in_title(parse_quarter(text))),
        "number": _nothing_of_null(lambda number: say.number(_decimal(number))),
        "percent": _nothing_of_null(lambda number: say.percent(_decimal(number))),
    }


def _named(what: str, names: Mapping[str, str]) -> Callable[[str], str]:
    def name(id_: str) -> str:
        if str(id_) not in names:
            raise EgovError(expected(what, quoted(str(id_))))
        return names[str(id_)]

    return name


def _nothing_of_null(word: Callable[..., str]) -> Callable[..., str]:
    return lambda value: "" if value is None else word(value)


def _decimal(number: object) -> Decimal:
    if isinstance(number, bool) or not isinstance(number, int | float):
        raise EgovError(expected("a number", quoted(str(number))))
    return Decimal(str(number))
