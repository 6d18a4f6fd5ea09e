"""What the text of a letter is held against: its own lists, and the figures that were known at its date."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from typing import TYPE_CHECKING

from egov_tracker.inference.timeline import moment
from egov_tracker.model.terms import Kind
from egov_tracker.text.dates import Precision, parse_as_of
from egov_tracker.text.statements import Relation
from egov_tracker.views.letter import number_of, roman

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from egov_tracker.model.catalogue import Indicator
    from egov_tracker.model.groups import Group
    from egov_tracker.model.observation import Observation, Snapshot
    from egov_tracker.model.terms import BodyKind
    from egov_tracker.store.ledger import Definitions
    from egov_tracker.store.letters import Letter
    from egov_tracker.text.statements import Reference, StatedDate, Statement
    from egov_tracker.views.letter import FilledList, FilledLists, LetterView

SHARED_WORDS = 4
ENOUGH_OF_THE_BEST = 0.6


@dataclass(frozen=True)
class Evidence:
    """A letter in its file and as it is printed, its lists, and the observations that were known at its date."""

    letter: Letter
    view: LetterView
    lists: FilledLists
    known: tuple[Observation, ...]
    definitions: Definitions

    @cached_property
    def observations(self) -> tuple[Observation, ...]:
        """The observations that the lists are taken from, then the others, each once."""
        own = (made.view.observation for _, made in self.lists.made)
        return tuple({seen.location: seen for seen in (*own, *self.known)}.values())

    @cached_property
    def labels(self) -> tuple[str, ...]:
        """The numbers in the labels of the appendices, as they are printed."""
        count, numerals = len(self.view.appendices), self.letter.file.numerals
        return tuple(number_of(number, count, self.view.regime, numerals) for number in range(1, count + 1))

    def appendix_of(self, label: str) -> int | None:
        """The index of the appendix that a label means, be it printed so or not."""
        for index in range(len(self.view.appendices)):
            if label.lstrip("0") in {str(index + 1), roman(index + 1)}:
                return index
        return None

    def lists_of(self, reference: Reference) -> tuple[FilledList, ...]:
        """The lists of the appendices that a reference means; without labels those of the only appendix, else none."""
        if not reference.labels:
            return self.lists.appendices[0] if len(self.lists.appendices) == 1 else ()
        indexes = (self.appendix_of(label) for label in reference.labels)
        return tuple(one for index in indexes if index is not None for one in self.lists.appendices[index])


def known_at(snapshots: Iterable[Snapshot], day: date) -> tuple[Observation, ...]:
    """The observations of adoption that a writer could know on a day.

    The figure is of that day or before, and no source of it is known to be later; what only repeats another document
    is left out.
    """
    return tuple(
        seen
        for snapshot in snapshots
        for seen in snapshot.observations
        if seen.kind is Kind.ADOPTION and not seen.is_repeated and _was_known(seen, day)
    )


def _was_known(seen: Observation, day: date) -> bool:
    last = moment(seen)[0] if seen.as_of.first else seen.period.last_day
    published = seen.source.entry.date
    return last <= day and not (published and published.first and published.first > day)


def kinds_of(group: Group) -> frozenset[BodyKind]:
    """The kinds of body that a group is of; that of the body where it is one by itself."""
    return frozenset({group.body.kind}) if group.body else group.kinds


def indicators_in(text: str, catalogue: Iterable[Indicator]) -> frozenset[str]:
    """The indicators of adoption whose words a text uses: those that share the longest runs of words with it."""
    words = _words(text)
    runs = {one.id: _longest_run(words, one) for one in catalogue if Kind.ADOPTION in one.kind}
    least = max(SHARED_WORDS, ENOUGH_OF_THE_BEST * max(runs.values(), default=0))
    return frozenset(name for name, run in runs.items() if run >= least)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def _longest_run(words: Sequence[str], indicator: Indicator) -> int:
    phrases = (indicator.name_vi, indicator.done_vi, indicator.outstanding_vi)
    return max(_run(words, _words(phrase)) for phrase in phrases if phrase)


def _run(one: Sequence[str], other: Sequence[str]) -> int:
    matcher: SequenceMatcher[str] = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.find_longest_match().size


def dates_of(statement: Statement, before: Sequence[Statement]) -> tuple[StatedDate, ...]:
    """The dates of a statement, else those of the one before it in its sentence."""
    alike = [one for one in (*before, statement) if one.sentence == statement.sentence and one.dates]
    return alike[-1].dates if alike else ()


def fits_dates(seen: Observation, dates: Sequence[StatedDate]) -> bool:
    """Whether an observation may be meant by any of these dates; without dates any may."""
    return not dates or any(_fits(seen, one) for one in dates)


def _fits(seen: Observation, date: StatedDate) -> bool:
    when, as_of = date.when, seen.membership_date
    if not (when.first and when.last and as_of.first and as_of.last):
        return False
    match date.relation:
        case Relation.SINCE:
            return as_of.last >= when.first
        case Relation.AFTER:
            return when.is_before(as_of)
        case Relation.AT:
            in_quarter = when.precision is Precision.QUARTER and parse_as_of(str(seen.period)) == when
            return in_quarter or as_of.overlaps(when)
