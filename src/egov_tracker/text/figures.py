"""Figures as Vietnamese reports print them: a count, a part of a group, a percentage; read from text."""

import re
import unicodedata
from decimal import Decimal
from types import UnionType
from typing import NamedTuple, TypeAlias, TypeVar

from egov_tracker.errors import TextError, quoted
from egov_tracker.text.numbers import Number, Qualifier

_ONE = Decimal(1)


_MOST_CHARACTERS = 40


_MOST_DIGITS = 18


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


def _parse_alone(text: str, kind: type[_Alone], noun: str) -> _Alone:
    printed = unicodedata.normalize("NFC", text).strip()
    try:
        figure = parse_figure(text)
    except TextError as error:
        raise TextError(str(error), _meant(printed, kind)) from None
    beside = figure.percent if isinstance(figure, Count) else None
    if isinstance(figure, kind) and beside is None:
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
    from egov_tracker.text.corrections import likely_meant

    if len(printed) > _MOST_CHARACTERS:
        return None
    return next((guess for guess in likely_meant(printed) if guess != printed and _reads_as(guess, kind)), None)


def _reads_as(guess: str, kind: type[Figure] | UnionType) -> bool:
    try:
        return isinstance(_read(guess), kind)
    except TextError:
        return False
