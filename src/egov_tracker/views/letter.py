"""An official letter in the words of its form: Circular 01/2011/TT-BNV or Decree 30/2020/NĐ-CP, by its date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.errors import EgovError
from egov_tracker.inference.body_status import BodyStatus, Rationale, State
from egov_tracker.model.rules import finding
from egov_tracker.model.terms import Numerals, Order, Regime, Role
from egov_tracker.store.ledger import FaultyDataError
from egov_tracker.text.dates import format_long_vi
from egov_tracker.text.statements import replace_labels
from egov_tracker.values import NamedTuple
from egov_tracker.views.appendix import (
    BodyList,
    QuarterLists,
    Query,
    SeveralListsError,
    choose,
    fitting_columns,
    list_of,
    view_list,
)
from egov_tracker.views.letter_fields import check_fields, fill_counts
from egov_tracker.views.official_form import MOTTO, NATION, day_of, ended, numbered, official_form, regime_of
from egov_tracker.views.page import Lang

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import date

    from egov_tracker.inference.reminders import Reminded
    from egov_tracker.model.findings import Finding
    from egov_tracker.model.letter import ListEntry
    from egov_tracker.model.observation import Snapshot
    from egov_tracker.model.registry import Body
    from egov_tracker.store.ledger import Definitions
    from egov_tracker.store.letters import Letter, LetterList
    from egov_tracker.text.quarters import Quarter
    from egov_tracker.views.observation import ObservationView

SUMMARY = "Nội dung chính (tóm tắt, không phải nguyên văn)"
ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


class Appendix(NamedTuple):
    """An appendix with its heading: `label` is "Phụ lục I", `reference` names the letter that it belongs to."""

    label: str
    title: str
    reference: str | None
    lists: tuple[BodyList, ...]


class AppendixDocument(NamedTuple):
    """An appendix without its letter; `notes` name the sources of its lists and carry their footnotes."""

    appendix: Appendix
    regime: Regime
    day: date
    lang: Lang
    notes: tuple[str, ...]


class LetterView(NamedTuple):
    """The lines of a letter, each as it is printed.

    A record has a `notice` before its paragraphs, that they are a summary, and no signer.
    """

    regime: Regime
    day: date
    issuer: tuple[str, ...]
    number: str
    place_and_date: str
    subject: str
    recipients: tuple[str, ...]
    paragraphs: tuple[str, ...]
    signer: tuple[str, ...]
    signer_name: str | None
    copies: tuple[str, ...]
    appendices: tuple[Appendix, ...]
    notice: str | None = None
    nation: str = NATION
    motto: str = MOTTO


class FilledList(NamedTuple):
    """A list of an appendix as the letter asks for it, and as the snapshots fill it; None where they cannot."""

    wanted: LetterList
    made: BodyList | None


class FilledLists(NamedTuple):
    """The lists of each appendix, and why some could not be filled."""

    appendices: tuple[tuple[FilledList, ...], ...]
    findings: tuple[Finding, ...]

    @property
    def filled(self) -> tuple[tuple[BodyList | None, ...], ...]:
        """The lists of each appendix; None where one could not be filled."""
        return tuple(tuple(one.made for one in appendix) for appendix in self.appendices)

    @property
    def made(self) -> Iterator[tuple[LetterList, BodyList]]:
        """Every list that could be filled."""
        return ((wanted, made) for appendix in self.appendices for wanted, made in appendix if made)


def own_regime(letter: Letter) -> Regime:
    """The form in which a letter is written: the one that it names, else that of its date."""
    return letter.file.regime or regime_of(day_of(letter.file.date))


def view_letter(letter: Letter, lists: FilledLists, regime: Regime | None = None) -> LetterView:
    """A letter with its appendices, in its own form or in another one, whose labels then stand in the text too."""
    file = letter.file
    form = official_form(file, regime)
    used = form.regime
    return LetterView(
        **form._asdict(),
        subject=f"V/v {file.subject.removeprefix('V/v ')}",
        paragraphs=tuple(fill_counts(text, lists.filled) for text in _paragraphs(letter, used)),
        appendices=tuple(_appendices(letter, lists, used)),
        notice=SUMMARY if file.role is Role.RECORD and file.body else None,
    )


def _paragraphs(letter: Letter, regime: Regime) -> Iterator[str]:
    """The text with its labels; that of a draft ends as a letter does, a summary ends as it is."""
    file, own = letter.file, own_regime(letter)
    count = len(file.appendices)
    new = {
        number_of(number, count, own, file.numerals): number_of(number, count, regime, file.numerals)
        for number in range(1, count + 1)
    }
    *before, last = (replace_labels(text, new) if regime is not own else text for text in file.body or ("",))
    yield from before
    if file.body:
        yield ended(last) if file.role is Role.DRAFT else last


def label_of(number: int, count: int, regime: Regime, numerals: Numerals) -> str:
    """The first line of an appendix; a single one has no number, and Decree 30 wants Roman ones."""
    word = "Phụ lục" if regime is Regime.ND30 else "PHỤ LỤC"
    return f"{word} {number_of(number, count, regime, numerals)}".rstrip()


def number_of(number: int, count: int, regime: Regime, numerals: Numerals) -> str:
    """The number in the label of an appendix; empty where there is only one."""
    if count == 1:
        return ""
    return str(number) if numerals is Numerals.ARABIC and regime is Regime.TT01 else roman(number)


def roman(number: int) -> str:
    """A number in Roman numerals, up to the tens: 14 is XIV."""
    text = ""
    for value, letters in ROMAN:
        text += letters * (number // value)
        number %= value
    return text


def titled(title: str, regime: Regime) -> str:
    """The title of an appendix: in capitals under Decree 30, except words with digits such as 36a/NQ-CP."""
    if regime is Regime.TT01:
        return title
    return " ".join(word if any(map(str.isdigit, word)) else word.upper() for word in title.split(" "))


def reference_of(number: str, day: date, issuer: str, regime: Regime) -> str:
    """The line under the title of an appendix that names its letter."""
    sign = numbered(number)
    if regime is Regime.ND30:
        return f"(Kèm theo Văn bản số {sign}\n{format_long_vi(day)} của {issuer})"
    month = f"{day.month:02}" if day.month in (1, 2) else str(day.month)
    return f"(Ban hành kèm theo văn bản số {sign}\nngày {day.day:02}/{month}/{day.year} của {issuer})"


def fill_lists(
    letter: Letter,
    snapshot_of: Callable[[Quarter], Snapshot],
    definitions: Definitions,
    reminded: Callable[[], Sequence[Reminded]],
) -> FilledLists:
    """The lists of a letter filled from the snapshots; a list without data is a finding (LTR004).

    `reminded` gives what every body was reminded of; it is asked only where a list wants to know.
    """
    findings: list[Finding] = []
    quarters: dict[Quarter, QuarterLists | None] = {}

    def lists_of(wanted: LetterList) -> QuarterLists | None:
        """The lists of a quarter; what is wrong with that is said at the first list that asks for it."""
        quarter = wanted.entry.quarter
        if quarter not in quarters:
            quarters[quarter] = None
            try:
                quarters[quarter] = QuarterLists(snapshot_of(quarter), definitions.registry, Lang.VI)
            except FaultyDataError as faulty:
                findings.extend(faulty.findings)
            except EgovError as wrong:
                findings.append(finding("LTR004", str(wrong), letter.location(*wanted.where)))
        return quarters[quarter]

    def fill(wanted: LetterList) -> FilledList:
        there = lists_of(wanted) if wanted.known else None
        try:
            made = _filled(letter, wanted, there) if there else None
            asks = made and wanted.entry.asked_before is not None
            return FilledList(wanted, _reminded_only(letter, wanted, made, reminded()) if made and asks else made)
        except SeveralListsError as several:
            message = f"{several}; {several.choices.worded('{}:'.format)}"
            findings.append(finding("LTR004", message, letter.location(*wanted.where)))
        except EgovError as wrong:
            findings.append(finding("LTR004", str(wrong), letter.location(*wanted.where)))
        return FilledList(wanted, None)

    made = FilledLists(tuple(tuple(map(fill, lists)) for lists in letter.lists), ())
    return made._replace(findings=(*findings, *check_fields(letter, made.filled)))


def _filled(letter: Letter, wanted: LetterList, there: QuarterLists) -> BodyList:
    query = query_of(wanted)
    if wanted.bodies is None:
        made = view_list(there, query)
    else:
        chosen = choose(there, query)
        statuses = tuple(status_of(body, chosen) for body in wanted.bodies)
        made = list_of(chosen, query._replace(order=Order.SOURCE), statuses, Lang.VI)
    return made._replace(heading=wanted.entry.heading or made.heading, as_printed=letter.file.role is Role.RECORD)


def _reminded_only(letter: Letter, wanted: LetterList, made: BodyList, reminded: Iterable[Reminded]) -> BodyList:
    """The list of those who were reminded of the same thing so often before the letter; `EgovError` where none was."""
    seen, day, least = made.view.observation, day_of(letter.file.date), wanted.entry.asked_before or 0
    times = {
        one.body.id: one.asked_before(day)
        for one in reminded
        if (one.indicator.id, one.breakdown) == (seen.indicator.id, seen.breakdown)
    }
    kept = [status for status in made.statuses if times.get(status.body.id, 0) >= least]
    if not kept:
        raise EgovError(f"none of its bodies was asked {least} times or more before {letter.file.date}")
    group = seen.group
    return made._replace(
        statuses=tuple(kept),
        asked_before=tuple(times.get(status.body.id, 0) for status in kept),
        columns=made.query.columns or fitting_columns(group, len(kept)),
    )


def _appendices(letter: Letter, lists: FilledLists, regime: Regime) -> Iterator[Appendix]:
    file = letter.file
    reference = reference_of(file.number, day_of(file.date), file.issuer, regime)
    for number, (entry, filled) in enumerate(zip(file.appendices, lists.appendices, strict=True), 1):
        yield Appendix(
            label=label_of(number, len(file.appendices), regime, file.numerals),
            title=titled(entry.title, regime),
            reference=reference,
            lists=tuple(made for _, made in filled if made),
        )


def query_of(wanted: LetterList) -> Query:
    """The query on a snapshot that a list of a letter stands for."""
    entry = wanted.entry
    return Query(
        indicator=entry.indicator,
        group=wanted.group.id,
        state=entry.state,
        breakdown=tuple(sorted(entry.breakdown.items())),
        as_of=entry.as_of,
        source=entry.source,
        order=entry.order,
        columns=columns_of(entry),
    )


def columns_of(entry: ListEntry) -> int | None:
    """The number of columns asked for; None for `auto`."""
    return None if entry.columns == "auto" else int(entry.columns)


def status_of(body: Body, view: ObservationView) -> BodyStatus:
    """The state of a body in an observation; unknown where the body is not in its group."""
    for status in view.counts.statuses if view.counts else ():
        if status.body.id == body.id:
            return status
    return BodyStatus(body, State.UNKNOWN, Rationale.POPULATION_MISMATCH)
