"""Reminders in words: who was asked, how often, when, by which document, and what later sources say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.inference.body_obligations import Timing
from egov_tracker.values import NamedTuple
from egov_tracker.views.body_signs import state_text
from egov_tracker.views.observation_table import without_empty_columns
from egov_tracker.views.page import Align, Lang, Page, Paragraph, Section, Table
from egov_tracker.views.phrases import Phrases, plural
from egov_tracker.views.references import References

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from egov_tracker.inference.reminders import Interval, Reminded, Reminder
    from egov_tracker.model.findings import Location

COLUMNS = (
    (("Cơ quan", "Body"), Align.LEFT),
    (("Việc được đôn đốc", "Asked to do"), Align.LEFT),
    (("Số lần", "Times"), Align.RIGHT),
    (("Văn bản, thời hạn, nơi nêu tên", "Documents, due dates, places"), Align.LEFT),
    (("Sau đó", "Afterwards"), Align.LEFT),
    (("Số ngày đến khi xong", "Days until done"), Align.RIGHT),
)


class RemindersView(NamedTuple):
    """Who was reminded, in the order of the page; `at_least` is how often; `whole` where nothing is left out.

    `timings` are those of the accounts, by the id of the body and the place of the observation.
    """

    reminded: tuple[Reminded, ...]
    timings: Mapping[tuple[str, Location], Timing | None]
    at_least: int
    whole: bool
    lang: Lang


def reminders_page(view: RemindersView, data: str) -> Page:
    """A summary by document, then a row for each body and each thing that it was asked to do."""
    say = Phrases(view.lang)
    references = References(say)
    heading = say("Các cơ quan đã được đôn đốc", "Bodies that were reminded")
    table = reminder_rows(view.reminded, say, references, heading, with_body=True)
    lines = tuple(Paragraph(line) for line in _summary(view, say))
    return Page(
        lang=view.lang,
        title=say("Sổ theo dõi đôn đốc", "The ledger of reminders"),
        lead=(say.data(data),),
        sections=(Section("", lines), Section(heading, (table,))) if view.reminded else (Section("", lines),),
        footnotes=references.footnotes,
        sources=references.sources,
        source_keys=references.source_keys,
        headings=say.headings,
    )


def _summary(view: RemindersView, say: Phrases) -> Iterator[str]:
    """How many bodies were asked, and of each document how many it names how often."""
    bodies = len({one.body.id for one in view.reminded})
    times = (
        say(f"từ {view.at_least} lần về cùng một việc", f"at least {view.at_least} times to do the same thing")
        if view.at_least > 1
        else ""
    )
    if not bodies:
        yield say("Không có cơ quan nào", "No body was reminded") + (f" {times}." if times else ".")
        return
    yield say(
        f"{bodies} cơ quan được đôn đốc{f' {times}' if times else ''}.",
        f"{plural(bodies, 'body', 'bodies')} reminded{f' {times}' if times else ''}.",
    )
    for document, named in _by_document(view.reminded, say).items() if view.whole else ():
        counts = sorted(named.values())
        how = ", ".join(
            say(
                f"{counts.count(number)} cơ quan {number} lần",
                f"{plural(counts.count(number), 'body', 'bodies')} {number}×",
            )
            for number in dict.fromkeys(counts)
        )
        capital = document[:1].upper() + document[1:]
        yield say(f"{capital}: nêu tên {len(named)} cơ quan ({how}).", f"{capital}: names {len(named)} ({how}).")


def _by_document(reminded: Iterable[Reminded], say: Phrases) -> dict[str, dict[str, int]]:
    """How often each document names each body: once a thing that it asks for."""
    found: dict[str, dict[str, int]] = {}
    for one in reminded:
        for reminder in one.reminders:
            named = found.setdefault(document_text(reminder, say), {})
            named[one.body.id] = named.get(one.body.id, 0) + 1
    return found


def reminder_rows(
    reminded: Sequence[Reminded], say: Phrases, references: References, caption: str, *, with_body: bool
) -> Table:
    """A row for each body and each thing that it was asked to do."""
    columns, rows = say.columns(COLUMNS), tuple(_row(one, say, references) for one in reminded)
    if not with_body:
        columns, rows = columns[1:], tuple(row[1:] for row in rows)
    return without_empty_columns(Table(columns, rows, caption))


def _row(one: Reminded, say: Phrases, references: References) -> tuple[str, ...]:
    part = say.breakdown(one.indicator, one.breakdown)
    return (
        say.body(one.body),
        f"{say.indicator(one.indicator)}, {part}" if part else say.indicator(one.indicator),
        str(one.times),
        "; ".join(_reminder(reminder, say, references) for reminder in one.reminders),
        _afterwards(one, say, references),
        interval_text(one.days_until_done, say),
    )


def document_text(reminder: Reminder, say: Phrases) -> str:
    """A document by number and date; where no number is printed, by whom it was sent and when."""
    asked = reminder.asked
    what = asked.document or say(
        f"văn bản của {asked.by}" if asked.by else "văn bản không nêu số",
        f"letter of {say.the_office(asked.by)}" if asked.by else "letter without a number",
    )
    return say(f"{what} ngày {say.day(asked.date)}", f"{what} of {say.day(asked.date)}") if asked.date else what


def _reminder(reminder: Reminder, say: Phrases, references: References) -> str:
    due = reminder.asked.due
    by = say(f", thời hạn {say.day(due)}", f", due {say.day(due)}") if due else ""
    places = ", ".join(references.place(one.observation) for one in (reminder.account, *reminder.also))
    return f"{document_text(reminder, say)}{by} ({places})"


def _afterwards(one: Reminded, say: Phrases, references: References) -> str:
    """What the later sources say, the latest last, each state once."""
    told: dict[str, str] = {}
    for account in one.later:
        text = state_text(account, Timing.ON_TRIAL if account.on_trial else None, say)
        told.setdefault(text, f"{text} ({say.days(account.observation)}, {references.number(account.observation)})")
    return "; ".join(told.values()) or say("không có nguồn nào sau đó", "no later source")


def interval_text(days: Interval | None, say: Phrases) -> str:
    """Between how many days; empty where a date is not known to the day."""
    if days is None:
        return ""
    if days.at_least is None:
        return say(f"tối đa {days.at_most}", f"at most {days.at_most}")
    return f"{days.at_least}–{days.at_most}"
