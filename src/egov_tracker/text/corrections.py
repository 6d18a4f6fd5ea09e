"""Corrections of the usual typing mistakes in a figure."""

import re
import unicodedata
from collections.abc import Iterator

_UNIT = r" ?(?:%|nghìn|ngàn|triệu|tỷ|tỉ)"
_NUMBER = re.compile(rf"(?P<digits>[0-9]+(?:[., ][0-9]+)*)(?P<unit>{_UNIT})?", re.IGNORECASE)
_ENGLISH_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}(?:[, ][0-9]{3})+")
_ENGLISH_DECIMALS = re.compile(r"(?:0|[1-9][0-9]{0,2}(?:,[0-9]{3})*)\.[0-9]+")
_BARE_DECIMALS = re.compile(r"(?:0|[1-9][0-9]{0,2})[.,][0-9]+")
_PADDED = re.compile(r"0+(?P<rest>[0-9]+)")
_ALL_OF_RATIO = re.compile(r"(?:tất )?cả (?P<ratio>[0-9]\S*/\S*)", re.IGNORECASE)
_SHARE_LIKE = re.compile(r"(?:.* )?[0-9]{1,3}(?:,[0-9]+)?")
_PER_CENT = re.compile(" ?phần trăm", re.IGNORECASE)
_SWAPPED = str.maketrans({",": ".", ".": ",", " ": "."})


def suggest_corrections(text: str) -> Iterator[str]:
    """Yield texts that may have been meant by one that is not a figure, the likeliest first; all are only guesses."""
    plain = " ".join("".join(map(_plain_character, text)).split()).rstrip(".,;: ")
    plain = _PER_CENT.sub("%", plain)
    yield plain
    yield _NUMBER.sub(_respelled, plain)
    if _SHARE_LIKE.fullmatch(plain):
        yield f"{plain}%"
    if found := _ALL_OF_RATIO.fullmatch(plain):
        yield found["ratio"]


def _plain_character(char: str) -> str:
    if char.isascii():
        return char
    if unicodedata.category(char) == "Cf":
        return ""
    if char.isdecimal():
        return str(unicodedata.decimal(char))
    return unicodedata.normalize("NFKC", char) if "\uff01" <= char <= "\uff5e" else char


def _respelled(number: re.Match[str]) -> str:
    digits, unit = number["digits"], number["unit"] or ""
    if padded := _PADDED.fullmatch(digits):
        return padded["rest"] + unit
    if _ENGLISH_THOUSANDS.fullmatch(digits) and (not unit or digits.count(",") != 1):
        return digits.translate(_SWAPPED) + unit
    if unit and _ENGLISH_DECIMALS.fullmatch(digits):
        return digits.translate(_SWAPPED) + unit
    if not unit and _BARE_DECIMALS.fullmatch(digits):
        return digits.replace(".", ",") + "%"
    return digits + unit
