"""Checks of a letter before it is signed: bodies, counts and dates that the ledger contradicts."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from egov_tracker.inference.body_status import State, count_bodies
from egov_tracker.model.findings import Finding
from egov_tracker.model.rules import finding
from egov_tracker.text.dates import AsOf, Precision, format_long_vi
from egov_tracker.views.appendix import STATES
from egov_tracker.views.letter import day_of, roman

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from egov_tracker.model.findings import Finding, Location
    from egov_tracker.model.observation import Snapshot
    from egov_tracker.store.ledger import Definitions
    from egov_tracker.store.letters import Letter, LetterList
    from egov_tracker.views.appendix import BodyList
    from egov_tracker.views.letter import Appendix, LetterView

ANY_YEAR = 2000
CENTRAL_NOUN = r"bộ|ngành|cơ quan ngang bộ|cơ quan thuộc Chính phủ"
PLACE_NOUN = r"tỉnh|thành phố|địa phương"
OPEN_NOUN = r"cơ quan|đơn vị"
COUNT = re.compile(
    rf"(?<![\w/.,])(?P<count>\d+) (?P<nouns>(?:(?:{CENTRAL_NOUN}|{PLACE_NOUN}|{OPEN_NOUN})\b(?:, | và )?)+)"
)
REFERENCE = re.compile(r"(?i:phụ lục)(?: (?P<label>[IVX]+|\d+))?\b")
SLASHED = re.compile(r"(?<![\d/.-])(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>\d{4})(?![\d/])")
WRITTEN = re.compile(r"ngày (?P<day>\d{1,2}) tháng (?P<month>\d{1,2})(?: năm (?P<year>\d{4}))?")


def check_letter(
    letter: Letter, view: LetterView, earlier: Iterable[Snapshot], definitions: Definitions
) -> tuple[Finding, ...]:
    """All findings, sorted by location; `earlier` are the snapshots known when the letter was written."""
    findings = [*_wrong_dates(letter), *_wrong_counts(letter, view)]
    snapshots = tuple(earlier)
    for wanted, made in _pairs(letter, view):
        findings += _wrong_bodies(letter, wanted, made)
        findings += _outdated_bodies(letter, wanted, made, snapshots, definitions)
        findings += _unnamed_bodies(letter, wanted, made)
    return tuple(sorted(findings, key=lambda found: found.sort_key))


def _pairs(letter: Letter, view: LetterView) -> Iterator[tuple[LetterList, BodyList]]:
    for wanted, appendix in zip(letter.lists, view.appendices, strict=True):
        yield from zip(wanted, appendix.lists, strict=True)


def _location_of_body(letter: Letter, wanted: LetterList, number: int) -> Location:
    """The location of a name that the letter lists itself, else of the list that is filled from a snapshot."""
    return letter.location(*wanted.where, "names", number) if wanted.bodies else letter.location(*wanted.where)


def _wrong_bodies(letter: Letter, wanted: LetterList, made: BodyList) -> Iterator[Finding]:
    """LTR001: a body is listed in a state that the observation does not give it."""
    seen = made.view.observation
    for number, status in enumerate(made.statuses):
        if status.state is not STATES[wanted.entry.state]:
            message = (
                f"{status.body.name_vi} is listed as {wanted.entry.state}; by {seen.source.id}, {seen.at}, "
                f"as of {seen.as_of} it is {status.state}"
            )
            yield finding("LTR001", message, _location_of_body(letter, wanted, number), seen.location)


def _outdated_bodies(
    letter: Letter, wanted: LetterList, made: BodyList, snapshots: Sequence[Snapshot], definitions: Definitions
) -> Iterator[Finding]:
    """LTR005: by a later figure, still before the letter, a body listed as outstanding is done or exempt."""
    if STATES[wanted.entry.state] is not State.OUTSTANDING:
        return
    since = made.view.observation.as_of.last or date.min
    later = {
        status.body.id: (status.state, seen)
        for snapshot in snapshots
        for seen in snapshot.observations
        if _is_later(seen.as_of, since, day_of(letter.file.date))
        and seen.indicator.id == wanted.entry.indicator
        and dict(seen.breakdown) == wanted.entry.breakdown
        if (counted := count_bodies(seen, definitions.registry))
        for status in counted.statuses
        if status.state in {State.DONE, State.EXEMPT}
    }
    for number, status in enumerate(made.statuses):
        if found := later.get(status.body.id):
            state, seen = found
            message = f"{status.body.name_vi} is listed as outstanding; as of {seen.as_of} it is {state}"
            location = _location_of_body(letter, wanted, number)
            yield finding("LTR005", f"{message} ({seen.source.id}, {seen.at})", location, seen.location)


def _is_later(when: AsOf, since: date, until: date) -> bool:
    return bool(when.first and when.last and when.first > since and when.last <= until)


def _unnamed_bodies(letter: Letter, wanted: LetterList, made: BodyList) -> Iterator[Finding]:
    """LTR006: the source counts more bodies than it names, so that the list is not complete."""
    listing = made.listing
    if listing and not listing.is_complete:
        counts = f"{listing.unnamed} more, unnamed"
        if listing.unnamed is None and listing.stated:
            counts = f"{listing.stated.printed} and names {len(listing.bodies)}"
        message = f"the list is not complete: {made.view.observation.source.id} counts {counts}"
        location = letter.location(*wanted.where)
        yield finding("LTR006", message, location, made.view.observation.location)


def _wrong_counts(letter: Letter, view: LetterView) -> Iterator[Finding]:
    """LTR002: a count before "(phụ lục 1 kèm theo)" is not the number of bodies that this appendix lists."""
    for number, text in enumerate(letter.file.body):
        references = list(REFERENCE.finditer(text))
        for found in COUNT.finditer(text):
            mentioned = next((one for one in references if one.start() > found.end()), None)
            appendix = _appendix_of(mentioned["label"], view) if mentioned else None
            if appendix and int(found["count"]) not in _counts(appendix, found["nouns"]):
                listed = ", ".join(f"{len(one.statuses)} ({one.heading})" for one in appendix.lists)
                message = f"'{found[0].strip(' ,').removesuffix(' và')}' in the text; {appendix.label} lists {listed}"
                yield finding("LTR002", message, letter.location("body", number))


def _appendix_of(label: str | None, view: LetterView) -> Appendix | None:
    """The appendix that a label means; without a label the only one."""
    if not label:
        return view.appendices[0] if len(view.appendices) == 1 else None
    for number, appendix in enumerate(view.appendices, 1):
        if label in {str(number), roman(number)}:
            return appendix
    return None


def _counts(appendix: Appendix, nouns: str) -> set[int]:
    """The counts that these nouns may mean: of one list, of all lists of that kind, or of the appendix."""
    in_places = re.search(rf"\b(?:{PLACE_NOUN})\b", nouns) is not None
    in_centre = re.search(rf"\b(?:{CENTRAL_NOUN})\b", nouns) is not None
    total = sum(len(one.statuses) for one in appendix.lists)
    alike = [len(one.statuses) for one in appendix.lists if _is_of_places(one) == in_places]
    if in_places and in_centre:
        return {total}
    return {*alike, sum(alike)} | (set() if in_places or in_centre else {total})


def _is_of_places(made: BodyList) -> bool:
    kinds = {status.body.kind for status in made.statuses}
    return bool(kinds) and all(kind.is_local for kind in kinds)


def _wrong_dates(letter: Letter) -> Iterator[Finding]:
    """LTR003: a date is not written as official documents write it, or is no day at all."""
    for where, text in _texts(letter):
        for found in SLASHED.finditer(text):
            yield from _wrong_date(found, _slashed(found), letter.location(*where))
        for found in WRITTEN.finditer(text):
            yield from _wrong_date(found, _long(found), letter.location(*where))


def _texts(letter: Letter) -> Iterator[tuple[tuple[str | int, ...], str]]:
    yield ("subject",), letter.file.subject
    yield from ((("body", number), text) for number, text in enumerate(letter.file.body))
    for number, appendix in enumerate(letter.file.appendices):
        yield ("appendices", number, "title"), appendix.title


def _wrong_date(found: re.Match[str], right: str | None, location: Location) -> Iterator[Finding]:
    if right is None:
        yield finding("LTR003", f"'{found[0]}' is no day of the calendar", location)
    elif right != found[0]:
        yield finding("LTR003", f"'{found[0]}' is not the official form of the date; it is '{right}'", location)


def _slashed(found: re.Match[str]) -> str | None:
    day = _day(found)
    return AsOf(Precision.DAY, day, day).vi if day else None


def _long(found: re.Match[str]) -> str | None:
    day = _day(found)
    if not day:
        return None
    return format_long_vi(day) if found["year"] else format_long_vi(day).removesuffix(f" năm {ANY_YEAR}")


def _day(found: re.Match[str]) -> date | None:
    try:
        return date(int(found["year"] or ANY_YEAR), int(found["month"]), int(found["day"]))
    except ValueError:
        return None
