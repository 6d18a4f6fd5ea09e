"""An appendix by itself: its heading, the reference to a letter, and notes on where its lists come from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.errors import EgovError
from egov_tracker.model.terms import ListState, Numerals
from egov_tracker.values import NamedTuple
from egov_tracker.views.appendix import STATES, QuarterLists, view_list
from egov_tracker.views.letter import Appendix, AppendixDocument, label_of, reference_of, titled
from egov_tracker.views.official_form import day_of, regime_of
from egov_tracker.views.page import Align, Column, Lang, Page, Section, Table
from egov_tracker.views.phrases import Phrases, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from egov_tracker.model.catalogue import Indicator
    from egov_tracker.model.observation import Snapshot
    from egov_tracker.model.terms import Regime
    from egov_tracker.store.ledger import Definitions
    from egov_tracker.text.dates import AsOf
    from egov_tracker.views.appendix import BodyList, Query


class LetterReference(NamedTuple):
    """The letter that an appendix belongs to, and a title that replaces the catalogue's."""

    number: str | None = None
    date: AsOf | None = None
    issuer: str | None = None
    title: str | None = None
    regime: Regime | None = None


def view_appendix(
    snapshot: Snapshot, queries: Sequence[Query], head: LetterReference, definitions: Definitions, lang: Lang
) -> AppendixDocument:
    """An appendix of these lists; `EgovError` where a list has no data, or the letter lacks number, date or issuer."""
    say = Phrases(lang)
    there = QuarterLists(snapshot, definitions.registry, lang)
    lists = tuple(view_list(there, query) for query in queries)
    day = head.date.first if head.date else None
    regime = head.regime or regime_of(day)
    title = head.title or _title(definitions.catalogue[queries[0].indicator], queries[0].state, say)
    label = label_of(1, 1, regime, Numerals.ROMAN) if lang is Lang.VI else "Appendix"
    appendix = Appendix(label, titled(title, regime), _reference(head, regime), lists)
    return AppendixDocument(appendix, regime, day or snapshot.period.last_day, lang, tuple(_notes(lists, say)))


def _reference(head: LetterReference, regime: Regime) -> str | None:
    parts = {"--number": head.number, "--date": head.date, "--issuer": head.issuer}
    missing = [name for name, part in parts.items() if not part]
    if head.number and head.date and head.issuer:
        return reference_of(head.number, day_of(head.date), head.issuer, regime)
    if head.number or head.issuer:
        raise EgovError(
            f"the letter of an appendix is named by number, date and issuer; {', '.join(missing)} is missing"
        )
    return None


def _title(indicator: Indicator, state: ListState, say: Phrases) -> str:
    """Whom the lists name, in the catalogue's words where it has some for the state."""
    words = {
        ListState.DONE: (indicator.done_vi, indicator.done_en),
        ListState.OUTSTANDING: (indicator.outstanding_vi, indicator.outstanding_en),
    }
    vi, en = words.get(state, (None, None))
    if vi and en:
        return say(f"Danh sách cơ quan {vi}", f"Bodies that {en}")
    named = say.state(STATES[state])
    return f"{say(f'Cơ quan {named.lower()}', f'{named} bodies')}: {say.indicator(indicator)}"


def _notes(lists: Sequence[BodyList], say: Phrases) -> Iterator[str]:
    for made in lists:
        seen = made.view.observation
        named = seen.source.entry.number or seen.source.entry.title
        dated = f"{say('tính đến', 'as of')} {say.day(seen.as_of)}" if seen.as_of.first else say.day(seen.as_of)
        yield f"{made.heading}: {dated}; {say('nguồn', 'source')}: {named} ({seen.source.id}), {seen.at}."
        clauses = (say.more_unnamed(listing, STATES[made.query.state]) for listing in made.listings)
        yield from (sentence(clause) for clause in clauses if clause and made.unnamed != 0)
        yield from made.view.notes


def appendix_page(document: AppendixDocument) -> Page:
    """An appendix as a page of tables, for the screen."""
    sections = tuple(
        Section(
            made.heading,
            (
                Table(
                    (Column(made.number_title, Align.RIGHT), Column(made.name_title)) * made.columns,
                    tuple(tuple(_cells(row)) for row in made.rows),
                    made.heading,
                ),
            ),
        )
        for made in document.appendix.lists
    )
    return Page(
        lang=document.lang,
        title=document.appendix.title,
        lead=tuple((document.appendix.reference or "").splitlines()),
        sections=sections,
        sources=document.notes,
        headings=Phrases(document.lang).headings,
    )


def _cells(row: tuple[tuple[int, str] | None, ...]) -> Iterator[str]:
    for entry in row:
        yield str(entry[0]) if entry else ""
        yield entry[1] if entry else ""
