"""What is written once in both languages: headings, kinds, outcomes, reasons, units, signs."""

from __future__ import annotations

from importlib import import_module
from pkgutil import walk_packages
from typing import TYPE_CHECKING

from egov_tracker import views

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


def pairs_in(value: object) -> Iterator[tuple[str, str]]:
    """Every Vietnamese text with the English one beside it."""
    match value:
        case (str(vi), str(en)) if not vi.isascii() and en:
            yield vi, en
        case tuple():
            for one in value:
                yield from pairs_in(one)
        case dict():
            for one in value.values():
                yield from pairs_in(one)
        case _:
            pass


def test_every_text_in_vietnamese_has_its_english(golden: Callable[[str, str], None]) -> None:
    named: dict[int, tuple[str, object]] = {}  # a constant that is imported elsewhere is one and the same
    for module in sorted(one.name for one in walk_packages(views.__path__, "egov_tracker.views.")):
        for name, value in vars(import_module(module)).items():
            if name.isupper():
                named.setdefault(id(value), (f"{module.partition('.')[2]}.{name}", value))
    golden(
        "wordings.txt",
        "".join(f"{name}: {vi} | {en}\n" for name, value in named.values() for vi, en in pairs_in(value)),
    )
