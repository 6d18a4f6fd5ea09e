"""An appendix by itself: its heading, the reference to a letter, and notes on where its lists come from."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from egov_tracker.errors import EgovError
from egov_tracker.model.terms import ListState, Numerals
from egov_tracker.views import phrases
from egov_tracker.views.appendix import view_list
from egov_tracker.views.letter import Appendix, AppendixDocument, day_of, label_of, reference_of, regime_of, titled
from egov_tracker.views.page import Align, Column, Lang, Page, Section, Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from egov_tracker.model.catalogue import Indicator
    from egov_tracker.model.observation import Snapshot
    from egov_tracker.model.terms import Regime
    from egov_tracker.store.ledger import Definitions
    from egov_tracker.text.dates import AsOf
    from egov_tracker.views.appendix import BodyList, Query

BODIES = ("Danh sách cơ quan", "Bodies that")


class LetterReference(NamedTuple):
    """The letter that an appendix belongs to, as far as it is named, and a title of one's own."""

    number: str | None = None
    date: AsOf | None = None
    issuer: str | None = None
    title: str | None = None
    regime: Regime | None = None


def view_appendix(
    snapshot: Snapshot, queries: Sequence[Query], head: LetterReference, definitions: Definitions, lang: Lang
) -> AppendixDocument:
    """An appendix of these lists; `EgovError` where a list has no data or the letter is named by half."""
    lists = tuple(view_list(snapshot, query, definitions, lang) for query in queries)
    day = head.date.first if head.date else None
    regime = head.regime or regime_of(day)
    title = head.title or _title(definitions.catalogue[queries[0].indicator], queries[0].state, lang)
    label = label_of(1, 1, regime, Numerals.ROMAN) if lang is Lang.VI else "Appendix"
    appendix = Appendix(label, titled(title, regime), _reference(head, regime), lists)
    return AppendixDocument(appendix, regime, day or snapshot.period.last_day, lang, tuple(_notes(lists, lang)))


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


def _title(indicator: Indicator, state: ListState, lang: Lang) -> str:
    done, outstanding = (
        (indicator.done_en, indicator.outstanding_en)
        if lang is Lang.EN
        else (indicator.done_vi, indicator.outstanding_vi)
    )
    said = outstanding if state is ListState.OUTSTANDING else done
    if said and state is not ListState.EXEMPT:
        return f"{phrases.pick(BODIES, lang)} {said}"
    return f"{phrases.pick(('Cơ quan đặc thù', 'Exempt bodies'), lang)}: {phrases.indicator(indicator, lang)}"


def _notes(lists: Sequence[BodyList], lang: Lang) -> Iterator[str]:
    for made in lists:
        seen = made.view.observation
        named = seen.source.entry.number or seen.source.entry.title
        pair = (
            f"{made.heading}: tính đến {phrases.day(seen.as_of, lang)}; nguồn: {named} ({seen.source.id}), {seen.at}.",
            f"{made.heading}: as of {phrases.day(seen.as_of, lang)}; source: {named} ({seen.source.id}), {seen.at}.",
        )
        yield phrases.pick(pair, lang)
        if made.unnamed:
            yield phrases.pick(_unnamed(made.unnamed), lang)
        yield from made.view.notes


def _unnamed(count: int) -> tuple[str, str]:
    return f"Nguồn còn tính {count} cơ quan không nêu tên.", f"The source counts {count} more, whom it does not name."


def appendix_page(document: AppendixDocument) -> Page:
    """An appendix as a page of tables, for the screen."""
    sections = tuple(
        Section(
            made.heading,
            (
                Table(
                    (Column(made.number_title, Align.RIGHT), Column(made.name_title, flexible=True)) * made.columns,
                    tuple(tuple(_cells(row)) for row in made.rows),
                    made.heading,
                ),
            ),
        )
        for made in document.appendix.lists
    )
    headings = {"sources": phrases.pick(("Nguồn", "Sources"), document.lang)}
    lead = tuple((document.appendix.reference or "").splitlines())
    return Page(document.lang, document.appendix.title, lead, sections, sources=document.notes, headings=headings)


def _cells(row: tuple[tuple[int, str] | None, ...]) -> Iterator[str]:
    for entry in row:
        yield str(entry[0]) if entry else ""
        yield entry[1] if entry else ""
