"""Reminders: who was asked to do what, how often, by which document, and what became of it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, TypeAlias

from egov_tracker.inference.body_history import line_of
from egov_tracker.inference.body_status import STATE_OF_LIST, State
from egov_tracker.model.snapshot_file import AskedEntry
from egov_tracker.model.terms import SourceKind
from egov_tracker.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from egov_tracker.inference.body_history import Account, BodyHistories, BodyHistory, Line
    from egov_tracker.model.catalogue import Indicator
    from egov_tracker.model.observation import Listing, Observation, Snapshot
    from egov_tracker.model.registry import Body
    from egov_tracker.text.dates import AsOf

Occasion: TypeAlias = tuple[str | None, str]


class Reminder(NamedTuple):
    """One document that asked a body to do something, and the accounts that tell of it: the first one speaks."""

    asked: AskedEntry
    account: Account
    also: tuple[Account, ...] = ()

    def __repr__(self) -> str:
        return f"<Reminder {self.account.status.body.name_vi}: {self.asked.document or self.asked.by}, {self.when}>"

    @property
    def when(self) -> AsOf:
        """The date of the document; where it is not printed, the date of the list that tells of it."""
        return self.asked.date or self.account.observation.as_of

    @property
    def is_dated(self) -> bool:
        """Whether the date of the document is known to the day."""
        return self.asked.date is not None and self.asked.date.is_day


class Interval(NamedTuple):
    """Between how many days after the first reminder a body was done; None where a source leaves that end open."""

    at_least: int | None
    at_most: int | None


class Reminded(NamedTuple):
    """A body that was asked to do one thing: the reminders and all accounts of it, in the order of time."""

    body: Body
    indicator: Indicator
    breakdown: tuple[tuple[str, str], ...]
    reminders: tuple[Reminder, ...]
    accounts: tuple[Account, ...]

    def __repr__(self) -> str:
        return f"<Reminded {self.body.name_vi}, {self.indicator.id}: {self.times}>"

    @property
    def times(self) -> int:
        """By how many documents it was asked."""
        return len(self.reminders)

    @property
    def since(self) -> tuple[Account, ...]:
        """The first-hand accounts that are surely later than the first reminder."""
        first = self.reminders[0].when
        return tuple(one for one in self.accounts if one.first_hand and first.is_before(one.observation.as_of))

    @property
    def later(self) -> tuple[Account, ...]:
        """Those of them that tell of no reminder."""
        own = {id(one) for reminder in self.reminders for one in (reminder.account, *reminder.also)}
        return tuple(one for one in self.since if id(one) not in own)

    @property
    def done(self) -> Account | None:
        """The first later account by which it is done, after which none says otherwise."""
        done: Account | None = None
        for account in self.since:
            if account.status.state is not State.DONE:
                done = None
            elif done is None:
                done = account
        return done

    @property
    def days_until_done(self) -> Interval | None:
        """How long it took from the first reminder, where both ends are dated to the day; None otherwise."""
        first, done = self.reminders[0], self.done
        if not done or not first.is_dated or not done.observation.as_of.is_day:
            return None
        start = _day(first.when)
        waiting = [_day(one.observation.as_of) for one in self._waiting(done)]
        at_least = max(((day - start).days for day in waiting if day >= start), default=None)
        return Interval(at_least, (_day(done.observation.as_of) - start).days)

    def _waiting(self, done: Account) -> Iterator[Account]:
        """The accounts before the done one that show it outstanding on a day."""
        for one in self.accounts:
            when = one.observation.as_of
            if one.status.state is State.OUTSTANDING and when.is_day and when.is_before(done.observation.as_of):
                yield one

    def asked_before(self, day: date) -> int:
        """By how many documents it was asked before a day, as far as they are known to be earlier."""
        return sum(1 for one in self.reminders if one.when.last is not None and one.when.last < day)


def _day(when: AsOf) -> date:
    assert when.first  # noqa: S101 - asked of days alone
    return when.first


def reminders_of(history: BodyHistory) -> tuple[Reminded, ...]:
    """What a body was reminded of, one value an indicator and its part, in the order in which it was first asked."""
    lines: dict[Line, list[Account]] = {}
    for account in history.accounts:
        lines.setdefault(line_of(account.observation), []).append(account)
    found = [_reminded(history.body, accounts) for accounts in lines.values()]
    return tuple(sorted((one for one in found if one), key=lambda one: one.reminders[0].when.sort_key))


def all_reminders(histories: BodyHistories) -> tuple[Reminded, ...]:
    """What every body was reminded of, in the order of the registry."""
    return tuple(one for body in histories.named for one in reminders_of(histories.of(body)))


def _reminded(body: Body, accounts: list[Account]) -> Reminded | None:
    occasions: dict[Occasion, list[tuple[AskedEntry, Account]]] = {}
    for account in accounts:
        for asked in _asked(account):
            occasions.setdefault(_occasion_of(asked), []).append((asked, account))
    reminders = [Reminder(some[0][0], some[0][1], tuple(one for _, one in some[1:])) for some in occasions.values()]
    if not reminders:
        return None
    seen = accounts[0].observation
    reminders.sort(key=lambda one: one.when.sort_key)
    return Reminded(body, seen.indicator, seen.breakdown, tuple(reminders), tuple(accounts))


def _occasion_of(asked: AskedEntry) -> Occasion:
    """What tells one reminder from another: the document; where its number is not printed, its date."""
    return (asked.document, "" if asked.document else str(asked.date))


def count_reminders(snapshots: Iterable[Snapshot]) -> Counter[tuple[str, str]]:
    """By body and indicator the number of its reminders, as `reminders_of` finds them, without any history."""
    found = {
        (body.id, *line_of(seen), _occasion_of(asked))
        for snapshot in snapshots
        for seen in snapshot.observations
        if not seen.is_repeated
        for field, listing in seen.listings.items()
        if (asked := asked_of(seen, field, listing))
        for body in listing.bodies
    }
    return Counter((body, indicator) for body, indicator, *_ in found)


def _asked(account: Account) -> Iterator[AskedEntry]:
    """The reminders that the lists naming a body tell of; what only repeats a document tells of none anew."""
    if account.first_hand:
        for field, listing in account.listings:
            if asked := asked_of(account.observation, field, listing):
                yield asked


def asked_of(observation: Observation, field: str, listing: Listing) -> AskedEntry | None:
    """The reminder to the bodies of a list: the one that the source tells of, else the letter in which it stands."""
    if listing.asked:
        return listing.asked
    entry = observation.source.entry
    if entry.kind is not SourceKind.LETTER or STATE_OF_LIST[field] is not State.OUTSTANDING:
        return None
    return AskedEntry(by=entry.publisher, document=entry.number, date=entry.date, due=None)


def select(
    reminded: Iterable[Reminded], indicators: Iterable[str], bodies: Iterable[str] | None, at_least: int
) -> tuple[Reminded, ...]:
    """Those of the indicators and bodies asked for, reminded at least so often; no indicator admits all."""
    wanted, chosen = frozenset(indicators), None if bodies is None else frozenset(bodies)
    return tuple(
        one
        for one in reminded
        if (not wanted or one.indicator.id in wanted)
        and (chosen is None or one.body.id in chosen)
        and one.times >= at_least
    )
