"""A figure as Vietnamese reports print it: a count, a part of a group, a percentage; read from text."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from typing import TYPE_CHECKING

from egov_tracker.errors import TextError, expected, quoted
from egov_tracker.text.numbers import Interval, Number, Qualifier, exactly, percentage
from egov_tracker.text.patterns import late
from egov_tracker.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

ALL_PERCENT = 100
_ONE = Decimal(1)
MOST_CHARACTERS = 40
_MOST_DIGITS = 18


class Figure(NamedTuple):
    """What a source prints for one quantity; `count` or `percent` is there, or both.

    `count` is what is counted ("19" of "19/30"), `base` the N out of which it is counted, `percent` the percentage
    printed alone or in brackets. `count` may exceed `base`, where a source prints it so.
    """

    printed: str
    count: Number | None  # type: ignore[assignment] # tuple.count is of no use here
    base: Number | None = None
    percent: Number | None = None

    def __repr__(self) -> str:
        return f"<Figure {quoted(self.printed)}>"

    @property
    def rate(self) -> Decimal | None:
        """The percentage: recomputed from count and base, half up at two decimals; else as printed, else None."""
        if self.count and self.base:
            return percentage(self.count.value, self.base.value)
        return self.percent.value if self.percent else None

    @property
    def interval(self) -> Interval:
        """Where the true count may lie, or the true percentage where no count is printed."""
        if self.count:
            return self.count.interval
        return self.percent.interval_of_percentage if self.percent else Interval(None, None)

    @property
    def rate_interval(self) -> Interval | None:
        """Where the true percentage may lie: around the printed one, else exact from an exact count and base."""
        if self.percent:
            return self.percent.interval_of_percentage
        if self.count and self.base and self.count.exact and self.base.exact:
            return exactly(100 * self.count.value / self.base.value)
        return None

    @property
    def exact(self) -> bool:
        """Whether the count, or else the percentage, is exact: without words such as "gần" and "triệu"."""
        main = self.count or self.percent
        return main is not None and main.exact

    @property
    def says_all(self) -> bool:
        """Whether it says of every one that is counted: 63/63, tất cả 63, 63 (100%), 100%."""
        if self.count and self.base:
            return self.exact and self.count.value == self.base.value
        return self.exact and self.percent is not None and self.percent.exact and self.percent.value == ALL_PERCENT

    @property
    def qualifier(self) -> Qualifier | None:
        """The word before the figure that makes it approximate, such as "gần"; None where there is none."""
        main = self.count or self.percent
        return main.qualifier if main else None


_SCALES = {"nghìn": 3, "ngàn": 3, "triệu": 6, "tỷ": 9, "tỉ": 9}
_WHOLE = r"(?:[1-9][0-9]{0,2}(?:\.[0-9]{3})+|[1-9][0-9]*|0[1-9](?!,)|0)"
_QUALIFIED = rf"(?:(?P<qualifier>{'|'.join(Qualifier)}) )?"
_PLAIN = late(rf"({_WHOLE})(?:/({_WHOLE}))?")
_TERM = late(rf"{_QUALIFIED}(?P<whole>{_WHOLE})(?:,(?P<part>[0-9]+))?(?: ?(?P<unit>%|{'|'.join(_SCALES)}))?")
_RATIO = late(rf"{_QUALIFIED}(?P<done>{_WHOLE}) ?/ ?(?P<of>{_WHOLE})")
_ALL_OF = late(rf"(?:tất )?cả (?P<of>{_WHOLE})")
_BESIDE = late(r"(?P<main>[^()]+?) ?\( ?(?P<beside>[^()]+?) ?\)")


# What an editor may check: the same tables as whole expressions, in what JavaScript with the flag `u` and Python share.
_EITHER_CASE = "|".join(f"[{first}{first.upper()}]{''.join(rest)}" for first, *rest in Qualifier)
_DOUBT = rf"(?:(?:{_EITHER_CASE}) )?"
_SCALED = rf"(?:,[0-9]+)? ?(?:{'|'.join(_SCALES)})"
_COUNT = rf"{_DOUBT}{_WHOLE}(?:{_SCALED})?"
_PERCENT = rf"{_DOUBT}{_WHOLE}(?:,[0-9]+)? ?%"
_PART = rf"(?:{_DOUBT}{_WHOLE}(?:{_SCALED}| ?/ ?{_WHOLE})?|(?:[tT]ất cả|[cC]ả) {_WHOLE})"
COUNT_PATTERN = rf"^{_COUNT}$"
PERCENT_PATTERN = rf"^{_PERCENT}$"
FIGURE_PATTERN = rf"^(?:{_PART}(?: ?\( ?{_PERCENT} ?\))?|{_PERCENT}(?: ?\( ?{_PART} ?\))?)$"


def parse_figure(text: str) -> Figure:
    """Read a figure as printed; the result keeps the text, composed (NFC) and without white space at its ends.

    Raises TextError, with a suggestion where there is one, for anything that is not in the table "Figures" of
    docs/format.md.
    """
    if len(text) <= _MOST_DIGITS and (plain := _PLAIN.fullmatch(text)):
        return _plain_figure(text, plain[1], plain[2])
    printed = unicodedata.normalize("NFC", text).strip()
    try:
        return _read(printed)
    except TextError as error:
        raise TextError(str(error), _suggestion(printed, _is_figure)) from None


def parse_count(text: str) -> Figure:
    """Read a count that has neither a base nor a percentage beside it; TextError otherwise."""
    return _parse_alone(text, _is_count, "a count")


def parse_percent(text: str) -> Figure:
    """Read a percentage that stands alone; TextError otherwise."""
    return _parse_alone(text, _is_percentage, "a percentage")


def _is_figure(_figure: Figure) -> bool:
    return True


def _is_count(figure: Figure) -> bool:
    return figure.base is None and figure.percent is None


def _is_percentage(figure: Figure) -> bool:
    return figure.count is None


def _parse_alone(text: str, is_wanted: Callable[[Figure], bool], noun: str) -> Figure:
    printed = unicodedata.normalize("NFC", text).strip()
    try:
        figure = parse_figure(text)
    except TextError as error:
        raise TextError(str(error), _suggestion(printed, is_wanted)) from None
    if is_wanted(figure):
        return figure
    raise TextError(expected(noun, quoted(printed)), _suggestion(printed, is_wanted))


def _plain_figure(printed: str, first: str, second: str | None) -> Figure:
    number = Number(Decimal(first.replace(".", "")), _ONE)
    if second is None:
        return Figure(printed, number)
    return _ratio(printed, number, Number(Decimal(second.replace(".", "")), _ONE))


def _read(printed: str) -> Figure:
    if len(printed) > MOST_CHARACTERS:
        raise TextError(f"{quoted(printed)} is too long for a figure: at most {MOST_CHARACTERS} characters")
    words = " ".join(printed.lower().split())
    if found := _BESIDE.fullmatch(words):
        return _joined(printed, _read_part(printed, found["main"]), _read_part(printed, found["beside"]))
    return _read_part(printed, words)


def _read_part(printed: str, words: str) -> Figure:
    if found := _TERM.fullmatch(words):
        return _term(printed, found)
    if found := _RATIO.fullmatch(words):
        done = _number(printed, found["done"], "", 0, found["qualifier"])
        return _ratio(printed, done, _number(printed, found["of"]))
    if found := _ALL_OF.fullmatch(words):
        everyone = _number(printed, found["of"])
        return _ratio(printed, everyone, everyone)
    raise TextError(_complaint(printed))


def _complaint(printed: str) -> str:
    if not printed:
        return "a figure is missing"
    if re.match(r"[-\u2010-\u2015\u2212] ?[0-9]", printed):
        return f"{quoted(printed)} is negative, which no figure is"
    return expected("a Vietnamese number", quoted(printed))


def _joined(printed: str, main: Figure, beside: Figure) -> Figure:
    figure, percent = (main, beside) if main.count else (beside, main)
    if figure.count is None or percent.count is not None:
        raise TextError(_complaint(printed))
    return figure._replace(percent=percent.percent)


def _ratio(printed: str, done: Number, of: Number) -> Figure:
    if not of.value:
        raise TextError(f"{quoted(printed)} is a part of a group of zero")
    return Figure(printed, done, of)


def _term(printed: str, found: re.Match[str]) -> Figure:
    part, unit = found["part"] or "", found["unit"]
    number = _number(printed, found["whole"], part, _SCALES.get(unit, 0), found["qualifier"])
    if unit == "%":
        return Figure(printed, None, percent=number)
    if part and not unit:
        raise TextError(f"{quoted(printed)} has decimals, which need % or one of {', '.join(_SCALES)}")
    if number.step < 1:
        raise TextError(expected("a whole number", quoted(printed)))
    return Figure(printed, number)


def _number(printed: str, whole: str, part: str = "", scale: int = 0, qualifier: str | None = None) -> Number:
    digits = whole.replace(".", "") + part
    if len(digits) > _MOST_DIGITS:
        raise TextError(f"{quoted(printed)} has too many digits: at most {_MOST_DIGITS}")
    step = Decimal(10) ** (scale - len(part))
    return Number(int(digits) * step, step, Qualifier(qualifier) if qualifier else None)


def _suggestion(printed: str, is_wanted: Callable[[Figure], bool]) -> str | None:
    from egov_tracker.text.corrections import suggest_corrections

    if len(printed) > MOST_CHARACTERS:
        return None
    return next(
        (guess for guess in suggest_corrections(printed) if guess != printed and _reads_as(guess, is_wanted)), None
    )


def _reads_as(guess: str, is_wanted: Callable[[Figure], bool]) -> bool:
    try:
        return is_wanted(_read(guess))
    except TextError:
        return False
