"""What is wrong with a letter before it is signed, or with its record: bodies, counts, dates and claims."""

from __future__ import annotations

import re
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from egov_tracker.inference.body_status import State, count_bodies
from egov_tracker.model.rules import finding
from egov_tracker.store.quoting import advice, cut_texts
from egov_tracker.text.dates import AsOf, Precision, format_long_vi
from egov_tracker.views.appendix import STATES
from egov_tracker.views.letter_counts import check_counts, check_references
from egov_tracker.views.letter_naming import check_namings

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from egov_tracker.model.findings import Finding, Location
    from egov_tracker.model.observation import Observation
    from egov_tracker.store.letters import Letter, LetterList
    from egov_tracker.views.appendix import BodyList
    from egov_tracker.views.letter_evidence import Evidence

ANY_YEAR = 2000
ITEM_SIGN = re.compile(r"\w{1,2}[).]")  # a) b) of a list in the text
TITLES = ("Bộ trưởng, Chủ nhiệm", "Bộ trưởng, Trưởng ban")
SLASHED = re.compile(r"(?<![\d/.-])(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>\d{4})(?![\d/])")
WRITTEN = re.compile(r"ngày (?P<day>\d{1,2}) tháng (?P<month>\d{1,2})(?: năm (?P<year>\d{4}))?")


# What must be sound in the file for the findings of a rule to hold; those of the other rules hold in any case.
TEXT = frozenset({"appendices", "body"})
FORM = TEXT | {"date", "numerals", "regime"}
RESTS_ON = {
    **dict.fromkeys(("LTR002", "LTR009", "LTR010", "LTR011"), FORM | {"number", "role"}),
    "LTR003": TEXT,
    "LTR005": frozenset({"date"}),
    "LTR008": FORM,
}


def check_letter(evidence: Evidence, faulty: frozenset[str] = frozenset()) -> tuple[Finding, ...]:
    """All that is wrong with a letter by what it says itself and by what was known at its date, by place.

    `faulty` are fields of the file that could not be read; what rests on one of them is not said.
    """
    found = _all_faults(evidence)
    sound = [one for one in found if not RESTS_ON.get(one.rule, frozenset()) & faulty]
    return tuple(sorted(sound, key=lambda one: (one.location, one.rule)))


def _all_faults(evidence: Evidence) -> list[Finding]:
    letter = evidence.letter
    findings = [*evidence.lists.findings, *_wrong_dates(letter), *_cut_texts(evidence)]
    findings += [*check_counts(evidence), *check_references(evidence), *check_namings(evidence)]
    for wanted, made in evidence.lists.made:
        findings += _wrong_bodies(letter, wanted, made)
        findings += _outdated_bodies(evidence, wanted, made)
        findings += _unnamed_bodies(letter, wanted, made)
    return findings


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


def _outdated_bodies(evidence: Evidence, wanted: LetterList, made: BodyList) -> Iterator[Finding]:
    """LTR005: by the latest figure known at the date of the letter, a body listed as outstanding is done or exempt."""
    if STATES[wanted.entry.state] is not State.OUTSTANDING:
        return
    latest = _latest_states(made.view.observation, evidence)
    for number, status in enumerate(made.statuses):
        state, seen = latest.get(status.body.id, (State.UNKNOWN, made.view.observation))
        if state in {State.DONE, State.EXEMPT}:
            message = (
                f"{status.body.name_vi} is listed as outstanding as of {made.view.observation.as_of}; "
                f"as of {seen.as_of} it is {state} ({seen.source.id}, {seen.at})"
            )
            yield finding("LTR005", message, _location_of_body(evidence.letter, wanted, number), seen.location)


def _latest_states(listed: Observation, evidence: Evidence) -> dict[str, tuple[State, Observation]]:
    """What is last known of each body after a list; of figures of one date that contradict each other, nothing is.

    A figure counts only if every day that its date may mean lies after those of the list: a list without a date has
    none after it.
    """
    latest: dict[str, tuple[State, Observation]] = {}
    for seen in sorted(_later(listed, evidence), key=lambda one: one.as_of.sort_key):
        counted = count_bodies(seen, evidence.definitions.registry)
        for status in counted.statuses if counted else ():
            body, state = status.body.id, status.state
            if state is State.UNKNOWN:
                continue
            before, at = latest.get(body, (state, seen))
            latest[body] = (state if before is state or at.as_of.is_before(seen.as_of) else State.UNKNOWN, seen)
    return latest


def _later(listed: Observation, evidence: Evidence) -> Iterator[Observation]:
    """The figures of the same indicator, and of the same part of it, after that of a list."""
    same = (listed.indicator.id, listed.breakdown)
    return (
        seen
        for seen in evidence.known
        if (seen.indicator.id, seen.breakdown) == same and listed.as_of.is_before(seen.as_of)
    )


def _unnamed_bodies(letter: Letter, wanted: LetterList, made: BodyList) -> Iterator[Finding]:
    """LTR006: the source counts more bodies than it names, so that the list is not complete."""
    if made.unnamed == 0:
        return
    approximate = ", ".join(
        f"{listing.stated.printed} and names {len(listing.bodies)}"
        for listing in made.listings
        if listing.unnamed is None and listing.stated
    )
    counts = approximate or f"{made.unnamed} more, unnamed"
    message = f"the list is not complete: {made.view.observation.source.id} counts {counts}"
    yield finding("LTR006", message, letter.location(*wanted.where), made.view.observation.location)


def _cut_texts(evidence: Evidence) -> Iterator[Finding]:
    """LTR012: texts in brackets that lack their quotes, so that a comma cut them."""
    document = evidence.letter.document
    names = [name for body in evidence.definitions.registry.bodies for name in body.names if "," in name]
    for where in (("recipients",), ("body",), ("copies",), ("signer", "lines")):
        for cut in cut_texts(document, where, partial(_is_rest, names=(*names, *TITLES))):
            message = f"'{cut.rest}' seems to be the rest of the text before it; {advice(cut.whole)}"
            yield finding("LTR012", message, evidence.letter.location(*where, cut.first))


def _is_rest(before: str, text: str, *, tight: bool, names: Sequence[str]) -> bool:
    """Whether a text goes on where the one before it ends: in lower case, in decimals, within a name."""
    if tight and before[-1:].isdigit() and text[:1].isdigit():
        return True
    if text[:1].islower() and not ITEM_SIGN.match(text):
        return True
    pieces = (name.casefold().partition(",") for name in names)
    return any(before.casefold().endswith(one) and text.casefold().startswith(rest.strip()) for one, _, rest in pieces)


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
