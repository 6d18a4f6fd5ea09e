"""An official letter in the words of its form: Circular 01/2011/TT-BNV or Decree 30/2020/NĐ-CP, by its date."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from egov_tracker.errors import EgovError
from egov_tracker.inference.body_status import BodyStatus, Rationale, State
from egov_tracker.model.rules import finding
from egov_tracker.model.terms import Numerals, Order, Regime
from egov_tracker.store.ledger import FaultyDataError
from egov_tracker.text.dates import format_long_vi
from egov_tracker.views.appendix import BodyList, Query, choose, list_of, view_list
from egov_tracker.views.page import Lang

if TYPE_CHECKING:
    from collections.abc import Callable

    from egov_tracker.model.letter import ListEntry
    from egov_tracker.model.observation import Snapshot
    from egov_tracker.model.registry import Body
    from egov_tracker.store.ledger import Definitions
    from egov_tracker.store.letters import Letter, LetterList
    from egov_tracker.text.dates import AsOf
    from egov_tracker.text.quarters import Quarter
    from egov_tracker.views.observation import ObservationView

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
FIRST_DAY_OF_ND30 = date(2020, 3, 5)
ROOM = "\u00a0" * 8
ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
ONE_DIGIT = 9


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
    """The lines of a letter, each as it is printed."""

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
    nation: str = NATION
    motto: str = MOTTO


def regime_of(day: date | None) -> Regime:
    """The form in force on a day; without a day, Decree 30."""
    return Regime.TT01 if day and day < FIRST_DAY_OF_ND30 else Regime.ND30


def view_letter(
    letter: Letter,
    snapshot_of: Callable[[Quarter], Snapshot],
    definitions: Definitions,
    regime: Regime | None = None,
) -> LetterView:
    """A letter with its appendices filled from the snapshots; `FaultyDataError` at a list without data."""
    file = letter.file
    day = day_of(file.date)
    regime = regime or file.regime or regime_of(day)
    issuer = [line.upper() for line in (file.parent, file.issuer) if line]
    return LetterView(
        regime=regime,
        day=day,
        issuer=tuple(issuer),
        number=f"Số: {numbered(file.number)}",
        place_and_date=f"{file.place}, {format_long_vi(day)}",
        subject=f"V/v {file.subject.removeprefix('V/v ')}",
        recipients=_listed(file.recipients) if len(file.recipients) > 1 else file.recipients,
        paragraphs=(*file.body[:-1], f"{file.body[-1].rstrip(' ./')}./."),
        signer=tuple(line.upper() for line in file.signer.lines),
        signer_name=file.signer.name,
        copies=_listed(file.copies),
        appendices=tuple(_appendices(letter, regime, snapshot_of, definitions)),
    )


def day_of(when: AsOf) -> date:
    """The date of a letter; `EgovError` where it is less precise than a day."""
    if when.first is None:
        raise EgovError("a letter is dated to the day")
    return when.first


def numbered(number: str) -> str:
    """Number and sign: with a zero before a number below 10, and with blanks for a number not yet given."""
    digits, slash, sign = number.partition("/")
    if not digits:
        return f"{ROOM}{slash}{sign}"
    return f"{int(digits):02}{slash}{sign}" if int(digits) <= ONE_DIGIT else number


def _listed(lines: tuple[str, ...]) -> tuple[str, ...]:
    """Lines as official letters list them: a dash in front, a semicolon or at last a full stop behind."""
    bare = [line.rstrip(" ;.") for line in lines]
    return (*(f"- {line};" for line in bare[:-1]), f"- {bare[-1]}.")


def label_of(number: int, count: int, regime: Regime, numerals: Numerals) -> str:
    """The first line of an appendix; a single one has no number, and Decree 30 wants Roman ones."""
    word = "Phụ lục" if regime is Regime.ND30 else "PHỤ LỤC"
    if count == 1:
        return word
    return f"{word} {number if numerals is Numerals.ARABIC and regime is Regime.TT01 else roman(number)}"


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


def _appendices(
    letter: Letter, regime: Regime, snapshot_of: Callable[[Quarter], Snapshot], definitions: Definitions
) -> list[Appendix]:
    file = letter.file
    reference = reference_of(file.number, day_of(file.date), file.issuer, regime)
    return [
        Appendix(
            label=label_of(number, len(file.appendices), regime, file.numerals),
            title=titled(entry.title, regime),
            reference=reference,
            lists=tuple(_filled(wanted, letter, snapshot_of, definitions) for wanted in letter.lists[number - 1]),
        )
        for number, entry in enumerate(file.appendices, 1)
    ]


def _filled(
    wanted: LetterList, letter: Letter, snapshot_of: Callable[[Quarter], Snapshot], definitions: Definitions
) -> BodyList:
    query = query_of(wanted)
    try:
        snapshot = snapshot_of(wanted.entry.quarter)
        if wanted.bodies is None:
            made = view_list(snapshot, query, definitions, Lang.VI)
        else:
            chosen = choose(snapshot, query, definitions.registry, Lang.VI)
            statuses = tuple(status_of(body, chosen) for body in wanted.bodies)
            made = list_of(chosen, query._replace(order=Order.SOURCE), statuses, Lang.VI)
    except EgovError as wrong:
        raise FaultyDataError((finding("LTR004", str(wrong), letter.location(*wanted.where)),)) from wrong
    return made._replace(heading=wanted.entry.heading or made.heading)


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
