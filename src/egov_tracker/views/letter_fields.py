"""The counts that a letter leaves to its appendices: `{count}` in the text becomes how many bodies they list."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from egov_tracker.errors import expected
from egov_tracker.model.findings import error
from egov_tracker.model.rules import finding

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from egov_tracker.model.findings import Finding
    from egov_tracker.store.letters import Letter
    from egov_tracker.views.appendix import BodyList

FORMS = "{count}, {count 2} for an appendix or {count 2.1} for a list of it"
FIELD = re.compile(r"\{[^{}]*\}")
COUNT = re.compile(r"\{count(?: (?P<appendix>[1-9]\d?)(?:\.(?P<list>[1-9]\d?))?)?\}")


def fill_counts(text: str, lists: Sequence[Sequence[BodyList | None]]) -> str:
    """The text with its counts; one whose list could not be filled stays as it is."""

    def filled(found: re.Match[str]) -> str:
        meant = _meant(found, lists)
        return str(sum(len(made.statuses) for made in meant if made)) if meant and all(meant) else found[0]

    return COUNT.sub(filled, text)


def check_fields(letter: Letter, lists: Sequence[Sequence[BodyList | None]]) -> Iterator[Finding]:
    """What stands between braces and is no count, and counts of an appendix or a list that is not there (LTR008)."""
    for number, paragraph in enumerate(letter.file.body):
        location = letter.location("body", number)
        for field in FIELD.finditer(paragraph):
            found = COUNT.fullmatch(field[0])
            if found is None:
                yield error("SHP003", f"body: {expected(FORMS, field[0])}", location)
            elif not _meant(found, lists):
                yield finding("LTR008", _missing(found, lists), location)


def _meant(found: re.Match[str], lists: Sequence[Sequence[BodyList | None]]) -> tuple[BodyList | None, ...]:
    """The lists that a count is of; none where there is no such appendix or list."""
    if found["appendix"] is None:
        return tuple(lists[0]) if len(lists) == 1 else ()
    of = lists[int(found["appendix"]) - 1 : int(found["appendix"])]
    every = tuple(of[0]) if of else ()
    return every if found["list"] is None else every[int(found["list"]) - 1 : int(found["list"])]


def _missing(found: re.Match[str], lists: Sequence[Sequence[BodyList | None]]) -> str:
    if found["appendix"] is None:
        return f"'{found[0]}' says no appendix, and the letter has {len(lists)}"
    there = ", ".join(f"{number} with {len(one)}" for number, one in enumerate(lists, 1))
    return f"'{found[0]}' is of a list that is not there; the appendices and their lists are {there or 'none'}"
