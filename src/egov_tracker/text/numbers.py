"""Figures as Vietnamese reports print them: a dot between thousands, a comma before decimals, words for doubt."""

import re
import unicodedata
from decimal import Decimal
from enum import StrEnum
from types import UnionType
from typing import NamedTuple, TypeAlias, TypeVar

from egov_tracker.errors import TextError, quoted

_ONE = Decimal(1)
_MOST_CHARACTERS = 40
_MOST_DIGITS = 18


class Qualifier(StrEnum):
    """A word in front of a figure that says how far to trust it; the value is the word as printed, in lower case."""

    NEARLY = "gần"
    MORE_THAN = "hơn"
    OVER = "trên"
    ABOUT = "khoảng"
    NOT_YET = "chưa đến"
    BELOW = "dưới"
    AT_LEAST = "tối thiểu"
    NO_LESS_THAN = "ít nhất"
    AT_MOST = "tối đa"
    NO_MORE_THAN = "không quá"

    def interval(self, value: Decimal, step: Decimal) -> tuple[Decimal | None, Decimal | None]:
        """Give the open interval in which a true value may lie when `value` is printed with this word.

        `step` is the unit of the last printed digit. None is an open end, and both bounds are excluded:

        - gần: less than the value, by at most 10 % or one step;
        - hơn, trên: more than the value, by at most 10 % or one step; below a hundred steps, where people say
          only the tens, up to the next round number but no more than 20 %;
        - khoảng: 5 % to either side, or one unit of the last digit that is not zero but no more than 20 %;
        - chưa đến, dưới: less than the value;
        - tối thiểu, ít nhất: the value or more; tối đa, không quá: the value or less.

        What may be reached lies half a step inside, so that whole numbers and roundings at the limit are allowed.
        """
        half = step / 2
        match self:
            case Qualifier.NEARLY:
                return value - max(value / 10, step) - half, value
            case Qualifier.MORE_THAN | Qualifier.OVER:
                return value, value + _reach_above(value, step) + half
            case Qualifier.ABOUT:
                reach = max(value / 20, _round_unit(value), half)
                return value - reach, value + reach
            case Qualifier.NOT_YET | Qualifier.BELOW:
                return None, value
            case Qualifier.AT_LEAST | Qualifier.NO_LESS_THAN:
                return value - half, None
            case Qualifier.AT_MOST | Qualifier.NO_MORE_THAN:
                return None, value + half


def _reach_above(value: Decimal, step: Decimal) -> Decimal:
    reach = max(value / 10, step)
    return max(reach, _round_unit(value)) if value < 100 * step else reach


def _round_unit(value: Decimal) -> Decimal:
    """Give the unit of the last digit that is not zero, but at most a fifth of the value."""
    unit = Decimal((0, (1,), int(value.normalize().as_tuple().exponent)))
    return min(unit, value / 5)


class Number(NamedTuple):
    """A printed number: `step` is the unit of its last printed digit, 100000 in "12,7 triệu"."""

    value: Decimal
    step: Decimal
    qualifier: Qualifier | None = None

    @property
    def exact(self) -> bool:
        """Whether the number says precisely how many: no word of doubt, no rounding to a scale."""
        return self.qualifier is None and self.step <= 1


class Count(NamedTuple):
    """So many of something, perhaps with the percentage printed beside it."""

    printed: str
    number: Number
    percent: Number | None = None


class Ratio(NamedTuple):
    """So many of a group, perhaps with the percentage printed beside it; `done` may exceed `of`."""

    printed: str
    done: Number
    of: Number
    percent: Number | None = None


class Percent(NamedTuple):
    """A percentage alone: 36,95 for "36,95%"."""

    printed: str
    percent: Number


Figure: TypeAlias = Count | Ratio | Percent
_Alone = TypeVar("_Alone", Count, Percent)

_SCALES = {"nghìn": 3, "ngàn": 3, "triệu": 6, "tỷ": 9, "tỉ": 9}
_WHOLE = r"(?:[1-9][0-9]{0,2}(?:\.[0-9]{3})+|[1-9][0-9]*|0[1-9](?!,)|0)"
_QUALIFIED = rf"(?:(?P<qualifier>{'|'.join(Qualifier)}) )?"
_PLAIN = re.compile(rf"({_WHOLE})(?:/({_WHOLE}))?")
_TERM = re.compile(rf"{_QUALIFIED}(?P<whole>{_WHOLE})(?:,(?P<part>[0-9]+))?(?: ?(?P<unit>%|{'|'.join(_SCALES)}))?")
_RATIO = re.compile(rf"{_QUALIFIED}(?P<done>{_WHOLE}) ?/ ?(?P<of>{_WHOLE})")
_ALL_OF = re.compile(rf"(?:tất )?cả (?P<of>{_WHOLE})")
_SWAPPED = str.maketrans(".,", ",.")
_BESIDE = re.compile(r"(?P<main>[^()]+?) ?\( ?(?P<beside>[^()]+?) ?\)")


def parse_figure(text: str) -> Figure:
    """Read a figure as printed; the result keeps the text, composed (NFC) and without white space at its ends.

    Raises TextError, with what was probably meant, for anything that the table "Figures" of docs/format.md lacks.
    """
    if len(text) <= _MOST_DIGITS and (plain := _PLAIN.fullmatch(text)):
        return _plain_figure(text, plain[1], plain[2])
    printed = unicodedata.normalize("NFC", text).strip()
    try:
        return _read(printed)
    except TextError as error:
        raise TextError(str(error), _meant(printed, Figure)) from None


def parse_count(text: str) -> Count:
    """Read a count that has no percentage beside it; TextError otherwise."""
    return _parse_alone(text, Count, "a count")


def parse_percent(text: str) -> Percent:
    """Read a percentage that stands alone; TextError otherwise."""
    return _parse_alone(text, Percent, "a percentage")


def percentage(done: Decimal | int, of: Decimal | int, decimals: int = 2) -> Decimal:
    """Give 100 × done / of, rounded half up (away from zero) at `decimals`; ZeroDivisionError where `of` is 0."""
    (over, under), (group, parts) = Decimal(done).as_integer_ratio(), Decimal(of).as_integer_ratio()
    return _half_up(100 * over * parts, under * group, decimals)


def format_number(value: Decimal | int, decimals: int | None = None) -> str:
    """Write a number the Vietnamese way, 109.644 or 36,95, rounded half up if `decimals` are asked for."""
    return format_number_en(value, decimals).translate(_SWAPPED)


def format_number_en(value: Decimal | int, decimals: int | None = None) -> str:
    """Write a number the English way, 109,644 or 36.95, rounded half up if `decimals` are asked for."""
    exact = Decimal(value)
    rounded = exact if decimals is None else _half_up(*exact.as_integer_ratio(), decimals)
    return f"{rounded or abs(rounded):,f}"


def _half_up(over: int, under: int, decimals: int) -> Decimal:
    sign = "-" if (over < 0) != (under < 0) else ""
    rounded = (2 * abs(over) * 10**decimals + abs(under)) // (2 * abs(under))
    return Decimal(f"{sign}{rounded}E-{decimals}")


def _parse_alone(text: str, kind: type[_Alone], noun: str) -> _Alone:
    printed = unicodedata.normalize("NFC", text).strip()
    try:
        figure = parse_figure(text)
    except TextError as error:
        raise TextError(str(error), _meant(printed, kind)) from None
    if isinstance(figure, kind) and not (isinstance(figure, Count) and figure.percent):
        return figure
    raise TextError(f"{quoted(printed)} is not {noun}", _meant(printed, kind))


def _plain_figure(printed: str, first: str, second: str | None) -> Figure:
    number = Number(Decimal(first.replace(".", "")), _ONE)
    if second is None:
        return Count(printed, number)
    return _ratio(printed, number, Number(Decimal(second.replace(".", "")), _ONE))


def _read(printed: str) -> Figure:
    if len(printed) > _MOST_CHARACTERS:
        raise TextError(f"{quoted(printed)} is too long for a figure: at most {_MOST_CHARACTERS} characters")
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
    return f"{quoted(printed)} is not a Vietnamese number"


def _joined(printed: str, main: Figure, beside: Figure) -> Figure:
    figure, percent = (beside, main) if isinstance(main, Percent) else (main, beside)
    if isinstance(figure, Percent) or not isinstance(percent, Percent):
        raise TextError(_complaint(printed))
    return figure._replace(percent=percent.percent)


def _ratio(printed: str, done: Number, of: Number) -> Ratio:
    if not of.value:
        raise TextError(f"{quoted(printed)} is a part of a group of zero")
    return Ratio(printed, done, of)


def _term(printed: str, found: re.Match[str]) -> Figure:
    part, unit = found["part"] or "", found["unit"]
    number = _number(printed, found["whole"], part, _SCALES.get(unit, 0), found["qualifier"])
    if unit == "%":
        return Percent(printed, number)
    if part and not unit:
        raise TextError(f"{quoted(printed)} has decimals, which need % or one of {', '.join(_SCALES)}")
    if number.step < 1:
        raise TextError(f"{quoted(printed)} is not a whole number")
    return Count(printed, number)


def _number(printed: str, whole: str, part: str = "", scale: int = 0, qualifier: str | None = None) -> Number:
    digits = whole.replace(".", "") + part
    if len(digits) > _MOST_DIGITS:
        raise TextError(f"{quoted(printed)} has too many digits: at most {_MOST_DIGITS}")
    exponent = scale - len(part)
    step = Decimal(10**exponent) if exponent >= 0 else Decimal((0, (1,), exponent))
    return Number(int(digits) * step, step, Qualifier(qualifier) if qualifier else None)


def _meant(printed: str, kind: type[Figure] | UnionType) -> str | None:
    from egov_tracker.text.slips import likely_meant

    if len(printed) > _MOST_CHARACTERS:
        return None
    return next((guess for guess in likely_meant(printed) if guess != printed and _reads_as(guess, kind)), None)


def _reads_as(guess: str, kind: type[Figure] | UnionType) -> bool:
    try:
        return isinstance(_read(guess), kind)
    except TextError:
        return False
