"""The counts in the text of a letter, held against its appendices and the ledger, and the appendices it refers to."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from egov_tracker.model.rules import finding
from egov_tracker.model.terms import Numerals, Regime, Role
from egov_tracker.text.numbers import Number
from egov_tracker.text.statements import read_statements
from egov_tracker.views.letter import own_regime
from egov_tracker.views.letter_evidence import dates_of, fits_dates, indicators_in, kinds_of
from egov_tracker.views.page import Lang
from egov_tracker.views.phrases import Phrases

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from egov_tracker.model.findings import Finding, Location
    from egov_tracker.model.observation import Observation
    from egov_tracker.model.registry import Body
    from egov_tracker.text.statements import Count, Reference, StatedDate, Statement
    from egov_tracker.views.appendix import BodyList
    from egov_tracker.views.letter_evidence import Evidence

SHOWN = 3
SAY = Phrases(Lang.EN)


@dataclass(frozen=True, slots=True)
class _Counted:
    """A count of bodies with the statements around it, its own among those `behind`."""

    said: Count
    before: Sequence[Statement]
    behind: Sequence[Statement]
    evidence: Evidence

    @property
    def references(self) -> Sequence[Reference]:
        """What it goes with: the references up to the next count, else one before it, else those of what follows."""
        own, *following = self.behind
        if after := [one for one in own.references if one.start > self.said.end]:
            end = min((one.start for one in own.counts if one.start > after[0].start), default=len(own.text))
            return [one for one in after if one.start < end]
        later = next((one for one in following if one.counts or one.references), None)
        return own.references[-1:] or (later.references if later and not later.counts else ())

    @property
    def dates(self) -> tuple[StatedDate, ...]:
        """The dates for which it is said."""
        return dates_of(self.behind[0], self.before)

    @property
    def indicators(self) -> frozenset[str]:
        """The indicators that its sentence speaks of; none where its words are no indicator's."""
        catalogue = self.evidence.definitions.catalogue.values()
        sentence = [one for one in (*self.before, *self.behind) if one.sentence == self.behind[0].sentence]
        return indicators_in(self.behind[0].text, catalogue) or indicators_in(_text(sentence), catalogue)

    @property
    def observations(self) -> list[Observation]:
        """The figures that it may be one of."""
        names, dates = self.indicators, self.dates
        return [
            seen
            for seen in self.evidence.observations
            if (not names or seen.indicator.id in names) and fits_dates(seen, dates)
        ]


def check_counts(evidence: Evidence) -> Iterator[Finding]:
    """LTR002, LTR009, LTR010: every number of bodies in the text is of an appendix, else of the ledger."""
    for number, paragraph in enumerate(evidence.view.paragraphs):
        statements = read_statements(paragraph)
        for index, statement in enumerate(statements):
            for count in statement.counts:
                counted = _Counted(count, statements[:index], statements[index:], evidence)
                yield from _wrong_count(counted, evidence.letter.location("body", number))


def _wrong_count(counted: _Counted, location: Location) -> Iterator[Finding]:
    evidence, references = counted.evidence, counted.references
    lists = evidence.lists_of(references[0]) if references else ()
    made = [one.made for one in lists if one.made]
    if len(made) < len(lists):
        return  # what a list without data would hold is not known
    if made and not _is_of_lists(counted, made):
        yield finding(
            "LTR002", _other_number(counted, made), location, *(one.view.observation.location for one in made)
        )
    elif not made and not any(_states(counted.said, seen) for seen in counted.observations):
        yield finding("LTR009", _unsupported(counted), location)
    elif evidence.letter.file.role is Role.RECORD and not _is_marked(counted) and not _is_original(counted):
        yield finding("LTR010", _unmarked(counted), location)


def _is_of_lists(counted: _Counted, made: Sequence[BodyList]) -> bool:
    """Whether the lists name so many, or the ledger has it as a figure of the same indicator and date."""
    own = {(one.view.observation.indicator.id, one.view.observation.as_of) for one in made}
    alike = (seen for seen in counted.evidence.observations if (seen.indicator.id, seen.as_of) in own)
    return _is_listed(counted.said, made) or any(_states(counted.said, seen) for seen in alike)


def _is_listed(count: Count, made: Sequence[BodyList]) -> bool:
    """Whether one list, or all of them, name so many bodies of the kind that is counted."""
    named = [sum(_is_meant(count, status.body) for status in one.statuses) for one in made]
    counts = {sum(named)} if count.central and count.local else {*named, sum(named)}
    return not count.figure.base and any(_is_number(count.figure.count, one) for one in _whole(counts))


def _states(count: Count, seen: Observation) -> bool:
    """Whether an observation prints such a number, or names so many bodies of the kind that is counted."""
    if count.figure.base:
        same = _is_number(count.figure.count, seen.count) and _is_number(count.figure.base, seen.base)
        return same and _is_of(count, seen)
    lists = seen.listings.values()
    named = _whole(sum(_is_meant(count, body) for body in listing.bodies) for listing in lists)
    unnamed = _whole(listing.unnamed or 0 for listing in lists)
    numbers = (*named, *unnamed, *_printed(seen)) if _is_of(count, seen) else named
    return any(_is_number(count.figure.count, one) for one in numbers)


def _printed(seen: Observation) -> Iterator[Number]:
    """The numbers of bodies that an observation prints."""
    stated = (listing.number for listing in seen.listings.values())
    return (one for one in (seen.count, seen.base, *stated) if one)


def _whole(numbers: Iterable[int]) -> tuple[Number, ...]:
    return tuple(Number(Decimal(number), Decimal(1)) for number in numbers if number)


def _is_number(wanted: Number | None, printed: Number | None) -> bool:
    """Whether a number says the same as one of the ledger; a word of doubt may be added, but not left out."""
    if not wanted or not printed:
        return False
    same = (wanted.value, wanted.qualifier) == (printed.value, printed.qualifier)
    return same or (not wanted.exact and printed.exact and wanted.interval.agrees_with(printed.interval))


def _is_of(count: Count, seen: Observation) -> bool:
    """Whether the group of an observation is of the kind that is counted."""
    local = {kind.is_local for kind in kinds_of(seen.group)}
    wanted = {not kind for kind, meant in ((True, count.central), (False, count.local)) if meant}
    return local == wanted if wanted else bool(local)


def _is_meant(count: Count, body: Body) -> bool:
    return count.local in {count.central, body.kind.is_local}


def _is_marked(counted: _Counted) -> bool:
    return any(reference.counted for reference in counted.references)


def _is_original(counted: _Counted) -> bool:
    """Whether the letter itself, as a source of the ledger, prints the number."""
    number = counted.evidence.letter.file.number
    return any(
        _is_number(counted.said.figure.count, one)
        for seen in counted.evidence.observations
        if seen.source.entry.number == number and _is_of(counted.said, seen)
        for one in _printed(seen)
    )


def _other_number(counted: _Counted, made: Sequence[BodyList]) -> str:
    labels = " and ".join(
        appendix.label for appendix in counted.evidence.view.appendices if any(one in made for one in appendix.lists)
    )
    listed = ", ".join(f"{len(one.statuses)} ({one.heading})" for one in made)
    return f"'{counted.said.printed}' in the text; {labels} lists {listed}"


def _unsupported(counted: _Counted) -> str:
    alike = [seen for seen in counted.observations if _is_of(counted.said, seen)]
    about = f" of {', '.join(sorted(counted.indicators))}" if counted.indicators else ""
    when = f" at {', '.join(str(one.when) for one in counted.dates)}" if counted.dates else ""
    said = "; ".join(f"{SAY.with_source(seen)}, {seen.at}" for seen in alike[:SHOWN])
    more = f", and {len(alike) - SHOWN} more" if len(alike) > SHOWN else ""
    there = f"it has {said}{more}" if alike else "it has none"
    return f"'{counted.said.printed}' goes with no appendix and is no figure of the ledger{about}{when}; {there}"


def _unmarked(counted: _Counted) -> str:
    number, labels = counted.evidence.letter.file.number, counted.references[0].labels if counted.references else ()
    mark = f"(đếm theo phụ lục {labels[0]})" if labels else "(đếm theo phụ lục)"
    return (
        f"'{counted.said.printed}' is no number that {number} prints, as far as the ledger knows; "
        f"where it is counted from an appendix, say so: '{mark}'"
    )


def check_references(evidence: Evidence) -> Iterator[Finding]:
    """LTR008: every appendix that the text mentions is there, and is numbered in the text as it is headed."""
    file = evidence.letter.file
    if file.numerals is Numerals.ARABIC and own_regime(evidence.letter) is Regime.ND30 and len(file.appendices) > 1:
        message = "numerals: Decree 30/2020/NĐ-CP numbers appendices in Roman numerals, so arabic cannot be honoured"
        yield finding("LTR008", message, evidence.letter.location("numerals"))
    for number, paragraph in enumerate(evidence.view.paragraphs):
        for statement in read_statements(paragraph):
            for reference in statement.references:
                for message in _wrong_reference(reference, evidence):
                    yield finding("LTR008", message, evidence.letter.location("body", number))


def _wrong_reference(reference: Reference, evidence: Evidence) -> Iterator[str]:
    headed = [appendix.label for appendix in evidence.view.appendices]
    if not headed:
        yield f"'{' '.join(('phụ lục', *reference.labels))}' in the text; the letter has no appendix"
        return
    for label in reference.labels:
        index = evidence.appendix_of(label)
        if index is None:
            yield f"there is no 'phụ lục {label}'; the appendices are {', '.join(headed)}"
        elif label != evidence.labels[index]:
            yield f"'phụ lục {label}' in the text; the appendix is headed '{headed[index]}'"


def _text(statements: Iterable[Statement]) -> str:
    return " ".join(one.text for one in statements)
