"""What the text of a letter says of who is named, held against the snapshots."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from egov_tracker.inference.body_status import STATE_OF_LIST
from egov_tracker.model.rules import finding
from egov_tracker.text.statements import read_statements
from egov_tracker.values import NamedTuple
from egov_tracker.views.appendix import STATES
from egov_tracker.views.letter_evidence import dates_of, fits_dates, indicators_in, kinds_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from egov_tracker.inference.body_status import State
    from egov_tracker.model.findings import Finding, Location
    from egov_tracker.model.groups import Group
    from egov_tracker.model.observation import Mention, Observation
    from egov_tracker.model.registry import Body, Registry
    from egov_tracker.text.dates import AsOf
    from egov_tracker.text.statements import Naming, StatedDate, Statement
    from egov_tracker.views.appendix import BodyList
    from egov_tracker.views.letter_evidence import Evidence

LONGEST_NAME = 12  # words
LATER = re.compile(r"\b(?:sau|từ đó|về sau|đến nay)\b", re.IGNORECASE)
EARLIER = re.compile(r"\btrước\b", re.IGNORECASE)
INTRODUCED = re.compile(r"^(?:là|gồm(?: có)?|như)?:?\s*")


class _Subject(NamedTuple):
    """Of whom a claim speaks: an indicator; and where it speaks of a list, its group, part, state and date."""

    indicator: str
    group: Group | None = None
    breakdown: tuple[tuple[str, str], ...] | None = None
    state: State | None = None
    as_of: AsOf | None = None

    def is_of(self, seen: Observation) -> bool:
        """Whether an observation is of the same indicator, the same part of it, and bodies of the same kind."""
        alike = not self.group or bool(kinds_of(self.group) & kinds_of(seen.group))
        return alike and seen.indicator.id == self.indicator and self.breakdown in {None, seen.breakdown}

    def names_in(self, seen: Observation) -> tuple[Mention, ...]:
        """Whom an observation names of the group, in the state."""
        return tuple(
            mention
            for field, listing in seen.listings.items()
            if self.state in {None, STATE_OF_LIST[field]}
            for mention in listing.mentions
            if not self.group or mention.body == self.group.body or mention.body.kind in self.group.kinds
        )


class _Claim(NamedTuple):
    """What is said of names, of which subjects, at which dates; `bodies` are those that it speaks of by name."""

    naming: Naming
    text: str
    subjects: tuple[_Subject, ...]
    dates: tuple[StatedDate, ...]
    bodies: tuple[Body, ...]


def check_namings(evidence: Evidence) -> Iterator[Finding]:
    """LTR011: "không nêu tên" where a snapshot names somebody, "được nêu tên là" where none does."""
    for number, paragraph in enumerate(evidence.view.paragraphs):
        statements = read_statements(paragraph)
        for index, statement in enumerate(statements):
            for naming in statement.namings:
                claim = _claim(naming, statement, statements[:index], evidence)
                yield from _judge(claim, evidence, evidence.letter.location("body", number))


def _claim(naming: Naming, statement: Statement, before: Sequence[Statement], evidence: Evidence) -> _Claim:
    directed = LATER.search(statement.text) or EARLIER.search(statement.text)
    return _Claim(
        naming=naming,
        text=statement.text,
        subjects=tuple(dict.fromkeys(_subjects(statement, before, evidence))),
        dates=statement.dates if directed else dates_of(statement, before),
        bodies=tuple(_named_first(naming.behind, evidence.definitions.registry)),
    )


def _subjects(statement: Statement, before: Sequence[Statement], evidence: Evidence) -> Iterator[_Subject]:
    """The lists that the statement, else the paragraph before it, refers to; else its indicators; else all lists."""
    own = statement.references or tuple(reference for one in before for reference in one.references)
    lists = [one.made for reference in own for one in evidence.lists_of(reference) if one.made]
    names = indicators_in(statement.text, evidence.definitions.catalogue.values())
    if lists or not names:
        yield from map(_subject, lists or [made for _, made in evidence.lists.made])
    else:
        yield from map(_Subject, sorted(names))


def _subject(made: BodyList) -> _Subject:
    seen = made.view.observation
    return _Subject(seen.indicator.id, seen.group, seen.breakdown, STATES[made.query.state], seen.as_of)


def _judge(claim: _Claim, evidence: Evidence, location: Location) -> Iterator[Finding]:
    if claim.naming.denied:
        yield from _contradicted(claim, evidence, location)
    elif claim.bodies:
        yield from _not_named(claim, evidence, location)


def _contradicted(claim: _Claim, evidence: Evidence, location: Location) -> Iterator[Finding]:
    """The observations that name whom the letter says no one names; and dates of which the ledger has nothing."""
    meant = [(subject, seen) for subject in claim.subjects for seen in _meant(subject, claim, evidence)]
    if claim.dates and not meant:
        yield finding("LTR011", _without_figures(claim), location)
    told = set()
    for subject, seen in meant:
        names = [one for one in subject.names_in(seen) if not claim.bodies or one.body in claim.bodies]
        if names and seen.location not in told:
            told.add(seen.location)
            yield finding("LTR011", _contradiction(claim, seen, names), location, names[0].location)


def _meant(subject: _Subject, claim: _Claim, evidence: Evidence) -> list[Observation]:
    """The figures of a subject of which a claim speaks: at its dates, else after its list, or before."""
    alike = [seen for seen in evidence.known if subject.is_of(seen)]
    if claim.dates or not subject.as_of:
        return [seen for seen in alike if fits_dates(seen, claim.dates)]
    if EARLIER.search(claim.text) and not LATER.search(claim.text):
        return [seen for seen in alike if seen.as_of.is_before(subject.as_of)]
    return [seen for seen in alike if subject.as_of.is_before(seen.as_of)]


def _not_named(claim: _Claim, evidence: Evidence, location: Location) -> Iterator[Finding]:
    """The bodies that the letter says are named and that no figure of its dates names."""
    seen = [one for one in evidence.observations if any(subject.is_of(one) for subject in claim.subjects)]
    dated = [one for one in seen if fits_dates(one, claim.dates)]
    named = {body.id for one in dated for listing in one.listings.values() for body in listing.bodies}
    for body in claim.bodies:
        if body.id not in named:
            message = f"'{claim.naming.printed}' is said of {body.name_vi}; no figure of {_about(claim)} names it"
            yield finding("LTR011", message, location)


def _contradiction(claim: _Claim, seen: Observation, names: Sequence[Mention]) -> str:
    who = ", ".join(dict.fromkeys(one.body.name_vi for one in names))
    return (
        f"'{claim.naming.printed}' is contradicted: {seen.period} names {who} in {seen.indicator.id}, "
        f"as of {seen.as_of} ({seen.source.id}, {seen.at}; {names[0].location})"
    )


def _without_figures(claim: _Claim) -> str:
    return f"'{claim.naming.printed}' cannot be borne out: the ledger has no figure of {_about(claim)}"


def _about(claim: _Claim) -> str:
    names = ", ".join(sorted({subject.indicator for subject in claim.subjects})) or "the letter"
    return names + (f" at {', '.join(str(one.when) for one in claim.dates)}" if claim.dates else "")


def _named_first(text: str, registry: Registry) -> Iterator[Body]:
    """The bodies whose names a text begins with, one after the other: "là Bộ Quốc phòng và Bộ Công an, đang …"."""
    rest = INTRODUCED.sub("", text)
    while found := _name_at(rest, registry):
        body, length = found
        yield body
        rest = re.sub(r"^(?:,| và)?\s*", "", rest[length:])


def _name_at(text: str, registry: Registry) -> tuple[Body, int] | None:
    """The body with the longest name that a text begins with, and the length of it."""
    ends = [found.end() for found in re.finditer(r"[\w&.-]+", text)][:LONGEST_NAME]
    for end in reversed(ends):
        if text[:1].isupper() and (named := registry.named(text[:end])):
            return named[-1], end
    return None
