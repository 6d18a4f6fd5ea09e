"""The words of the pages, apart from the facts: Vietnamese as official documents write it, and English.

Paired texts are Vietnamese first. A language is chosen in one place: a page makes one `Phrases` and asks it for words.
"""

from __future__ import annotations

from datetime import date
from pathlib import PurePath
from typing import TYPE_CHECKING

from egov_tracker.inference.body_status import State
from egov_tracker.text.dates import AsOf, Precision
from egov_tracker.text.english import OFFICES, english_document, english_figure, english_place, is_vietnamese
from egov_tracker.text.numbers import format_number, format_number_en
from egov_tracker.text.patterns import late
from egov_tracker.values import NamedTuple
from egov_tracker.views.page import Align, Column, Lang

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

    from egov_tracker.inference.body_status import BodyStatus
    from egov_tracker.model.catalogue import Indicator
    from egov_tracker.model.groups import Group
    from egov_tracker.model.obligations import Obligation
    from egov_tracker.model.observation import Listing, Observation, Source
    from egov_tracker.model.registry import Body
    from egov_tracker.model.snapshot_file import AskedEntry
    from egov_tracker.text.quarters import Quarter

Titles = tuple[tuple[tuple[str, str], Align] | tuple[tuple[str, str], Align, bool], ...]

MONTH = late(r"[A-Z][a-z]{2,}(?= [0-9]{4})")
QUOTED = late("“[^”]*”")
HEADINGS = {
    "contents": ("Mục lục", "Contents"),
    "footnotes": ("Chú thích", "Notes"),
    "sources": ("Nguồn", "Sources"),
}
NOBODY = {"Không nêu trong nguồn": "not stated in the source"}
KINDS = {
    "adoption": ("số đã thực hiện", "adoption"),
    "stock": ("tại thời điểm", "at the date"),
    "flow": ("trong kỳ", "in the period"),
    "cumulative": ("lũy kế", "cumulative"),
    "share": ("tỷ lệ", "share"),
    "rank": ("thứ hạng", "rank"),
    "table": ("bảng số liệu", "table"),
}
STATES = {
    State.DONE: ("Đã hoàn thành", "Done"),
    State.OUTSTANDING: ("Chưa hoàn thành", "Outstanding"),
    State.EXEMPT: ("Đặc thù", "Exempt"),
    State.UNKNOWN: ("Chưa rõ", "Unknown"),
}


class Phrases(NamedTuple):
    """The words of pages in one language."""

    lang: Lang

    def __call__(self, vi: str, en: str) -> str:
        """Choose the text in this language."""
        return en if self.lang is Lang.EN else vi

    def columns(self, titles: Titles) -> tuple[Column, ...]:
        """The columns of a table, by title, side and, where they are, that they are rigid."""
        return tuple(Column(self(*title), align, *rigid) for title, align, *rigid in titles)

    @property
    def headings(self) -> dict[str, str]:
        """The headings of the parts that every page may have, by name."""
        return {part: self(*pair) for part, pair in HEADINGS.items()}

    def data(self, name: str) -> str:
        """Which ledger a page is made from."""
        return f"{self('Dữ liệu', 'Data')}: {name}"

    def file(self, path: str) -> str:
        """Which file of the ledger the lines on a page are of; by its name alone."""
        return f"{self('Tệp', 'File')}: {PurePath(path).name}"

    def number(self, value: Decimal | int, decimals: int | None = None) -> str:
        """A number, rounded half up where `decimals` are asked for."""
        return self(format_number(value, decimals), format_number_en(value, decimals))

    def printed(self, text: str) -> str:
        """A figure as the source prints it; in English with its numbers and words in English."""
        return self(text, english_figure(text))

    def place(self, at: str) -> str:
        """A place in a document: dòng 4–5, line 4–5."""
        return self(at, english_place(at))

    def quoted(self, text: str) -> str:
        """A text that there is in Vietnamese alone: as it stands, on an English page as a quotation."""
        if self.lang is Lang.VI or not is_vietnamese(QUOTED.sub("", text)):
            return text
        return f"“{text.replace('“', '‘').replace('”', '’')}”"  # noqa: RUF001 - quotation marks within quotation marks

    def percent(self, value: Decimal) -> str:
        """A percentage at two decimals."""
        return f"{self.number(value, 2)}%"

    def signed(self, value: Decimal | int | None, decimals: int | None = None) -> str:
        """A difference with its sign; empty where there is none."""
        if value is None:
            return ""
        text = self.number(value, decimals)
        return f"+{text}" if value > 0 else text

    def day(self, when: AsOf | date) -> str:
        """A date of any precision."""
        as_of = AsOf(Precision.DAY, when, when) if isinstance(when, date) else when
        return self(as_of.vi, as_of.en)

    def day_short(self, when: AsOf | date) -> str:
        """A date of any precision for a narrow column: 30/6/2016, 6/2016, 30 Jun 2016."""
        text = self.day(when)
        return self(text.removeprefix("tháng "), MONTH.sub(lambda found: found[0][:3], text))

    def interval(self, first: AsOf, last: AsOf) -> str:
        """From one date to another; a single date where they are the same."""
        return self.day(last) if first == last else f"{self.day(first)} – {self.day(last)}"

    def quarter(self, period: Quarter) -> str:
        """A quarter: quý II/2016, Q2 2016."""
        return self(period.vi, period.en)

    def quarter_in_title(self, period: Quarter) -> str:
        """A quarter as the title of a document writes it: quý II năm 2016, Q2 2016."""
        return self(period.vi.replace("/", " năm "), period.en)

    def indicator(self, one: Indicator) -> str:
        """The catalogue's name of an indicator."""
        return self(one.name_vi, one.name_en)

    def short(self, one: Indicator) -> str:
        """A short name of an indicator, for rows and columns; the name where the catalogue has no shorter one."""
        return self(one.short_vi or one.name_vi, one.short_en or one.name_en)

    def body(self, one: Body) -> str:
        """The registry's name of a body."""
        return self(one.name_vi, one.name_en)

    def inferred(self, name: str) -> str:
        """A name with the mark that the state of the body is inferred."""
        return f"{name} {self('(suy ra)', '(inferred)')}"

    def bodies(self, bodies: Iterable[Body]) -> str:
        """The names of bodies in their order; names have commas in them, so semicolons stand between."""
        return "; ".join(map(self.body, bodies))

    def statuses(self, statuses: Iterable[BodyStatus]) -> str:
        """The names of bodies, those marked whose state is inferred."""
        names = ((self.body(status.body), status.inferred) for status in statuses)
        return "; ".join(self.inferred(name) if inferred else name for name, inferred in names)

    def group(self, group: Group, *, short: bool = False) -> str:
        """The name of a group, or of the one body that it is."""
        if group.body:
            return self.body(group.body)
        return self(group.short_vi, group.short_en) if short else self(group.name_vi, group.name_en)

    def breakdown(self, one: Indicator, parts: tuple[tuple[str, str], ...]) -> str:
        """What part of the indicator is meant, by the labels of its dimensions."""
        return ", ".join(self(*one.dimensions[name].labels(value)) for name, value in parts)

    def who(self, seen: Observation, *, short: bool = True) -> str:
        """Whom an observation speaks of: group, part of the indicator, and kind where the indicator has several."""
        return ", ".join(self.who_parts(seen, short=short))

    def who_parts(self, seen: Observation, *, short: bool = True) -> tuple[str, ...]:
        """The same in parts, the group first."""
        kind = self(*KINDS[seen.kind]) if len(seen.indicator.kind) > 1 else ""
        parts = (self.breakdown(seen.indicator, seen.breakdown), kind)
        return (self.group(seen.group, short=short), *(part for part in parts if part))

    def subject(self, seen: Observation) -> str:
        """What an observation measures, and of whom."""
        return f"{self.indicator(seen.indicator)}: {self.who(seen)}"

    def days(self, seen: Observation) -> str:
        """The day, or the first and last day, that an observation speaks of."""
        return self.interval(seen.start or seen.as_of, seen.as_of)

    def when(self, seen: Observation) -> str:
        """The days of an observation; one that only restates another document says so."""
        return f"{self.days(seen)} ({self('nhắc lại', 'repeated')})" if seen.is_repeated else self.days(seen)

    def figure(self, seen: Observation) -> str:
        """The figure and its share as printed; where there is neither, how many are done."""
        if not seen.figure and not seen.share:
            return self._done(seen.done) if seen.done else ""
        share = f"({self.printed(seen.share.printed.printed)})" if seen.share else ""
        return f"{self.printed(seen.figure.printed) if seen.figure else ''} {share}".strip()

    def outstanding(self, seen: Observation) -> str:
        """How many are outstanding or in progress, and how many of them are not named."""
        return _joined(self.listing(seen.outstanding), self.listing(seen.in_progress, "đang thực hiện", "in progress"))

    def value(self, seen: Observation) -> str:
        """All that an observation prints in one line: its figure, and how many it lists in each state."""
        return _joined(
            self.figure(seen),
            self.listing(seen.outstanding, "chưa hoàn thành", "outstanding"),
            self.listing(seen.in_progress, "đang thực hiện", "in progress"),
            self.listing(seen.exempt, "đặc thù", "exempt"),
        )

    def listing(self, listing: Listing | None, vi: str = "", en: str = "") -> str:
        """How many a list has in the state of these words, as the source counts them, else as it names them."""
        if not listing:
            return ""
        count = self.printed(listing.stated.printed) if listing.stated else str(listing.total)
        rest = "" if listing.is_complete else f"({self._not_named(listing)})"
        return " ".join(text for text in (count, self(vi, en), rest) if text)

    def _not_named(self, listing: Listing) -> str:
        named = len(listing.bodies)
        if not named:
            return self("không nêu tên", "not named")
        if listing.unnamed is None:
            return self(f"nêu tên {named}", f"{named} named")
        return self(f"{listing.unnamed} không nêu tên", f"{listing.unnamed} not named")

    def with_date(self, seen: Observation) -> str:
        """What an observation prints, with its days."""
        return f"{self.value(seen)} ({self.days(seen)})"

    def with_source(self, seen: Observation) -> str:
        """What an observation prints, with its days and the id of its source."""
        return f"{self.value(seen)} ({self.days(seen)}, {seen.source.id})"

    def source(self, source: Source) -> str:
        """A source as a list of sources names it: number, title, publisher, date, address."""
        entry = source.entry
        day = self.day(entry.date) if entry.date else self("không rõ ngày", "date unknown")
        title, publisher = self.quoted(entry.title), self.quoted(entry.publisher or "")
        parts = (entry.number, title, publisher, day, entry.url)
        return ", ".join(part for part in parts if part)

    def due(self, obligation: Obligation) -> str:
        """The due date of an obligation."""
        if not obligation.due.first:
            return self("nguồn không nêu", "not stated")
        day = self.day(obligation.due)
        return self(f"trước {day}", f"before {day}") if obligation.before else day

    def by(self, obligation: Obligation) -> str:
        """Who has to do something; quoted in English where the obligation does not say it in English."""
        return obligation.by_en or self.office(obligation.by) if self.lang is Lang.EN else obligation.by

    def office(self, name: str) -> str:
        """Who writes or has to act, as printed; in English by the name that it has there, else quoted."""
        return self(name, {**OFFICES, **NOBODY}.get(name) or self.quoted(name))

    def the_office(self, name: str) -> str:
        """An office within an English sentence."""
        return f"the {OFFICES[name]}" if self.lang is Lang.EN and name in OFFICES else self.office(name)

    def document(self, name: str) -> str:
        """A document by kind, number and date; in English quoted where it is named in other words."""
        return self(name, english_document(name) or self.quoted(name))

    def task(self, obligation: Obligation) -> str:
        """What an obligation requires."""
        return self(obligation.what_vi, obligation.what_en)

    def state(self, state: State) -> str:
        """A state with a capital: Chưa hoàn thành, Outstanding."""
        return self(*STATES[state])

    def more_unnamed(self, listing: Listing | None, state: State) -> str:
        """A clause that says how many more bodies a source counts in a state than it names; empty if it names all.

        Of an approximate count it says the count as printed and how many are named: their difference is unknown.
        """
        if not listing or listing.is_complete:
            return ""
        what, count, named = self.state(state).lower(), listing.unnamed, len(listing.bodies)
        if count is not None and named:
            return self(
                f"nguồn còn ghi nhận {count} cơ quan {what} nhưng không nêu tên",
                f"the source counts {count} more as {what}, without naming them",
            )
        printed = listing.stated.printed if listing.stated else ""
        return self(
            f"nguồn ghi nhận {printed} cơ quan {what}{f', nêu tên {named}' if named else ' nhưng không nêu tên'}",
            f"the source counts {printed} as {what} {f'and names {named}' if named else 'without naming them'}",
        )

    def asked(self, asked: AskedEntry) -> str:
        """A clause on the reminder to the bodies of a list: by whom, by which document, when, and by when."""
        by = self(f" của {asked.by}", f" by {self.the_office(asked.by)}") if asked.by else ""
        document = self(f" {asked.document}", f" {asked.document}") if asked.document else ""
        on = self(f" ngày {self.day(asked.date)}", f" of {self.day(asked.date)}") if asked.date else ""
        due = self(f", thời hạn {self.day(asked.due)}", f", due {self.day(asked.due)}") if asked.due else ""
        return self(f"đã được đề nghị tại văn bản{document}{on}{by}{due}", f"asked in a letter{document}{on}{by}{due}")

    def _done(self, listing: Listing) -> str:
        if listing.stated:
            return self.listing(listing, "đã hoàn thành", "done")
        return self(f"nêu tên {listing.total} đã hoàn thành", f"{listing.total} named as done")


def sentence(clause: str) -> str:
    """A clause with a capital and a full stop."""
    return f"{clause[:1].upper()}{clause[1:]}."


def plural(count: int, noun: str, nouns: str | None = None) -> str:
    """A number with its English noun: 1 figure, 2 figures."""
    return f"{count} {noun if count == 1 else nouns or f'{noun}s'}"


def _joined(*texts: str) -> str:
    return "; ".join(text for text in texts if text)
