"""The history of a body: what every observation of a ledger says of it, in the order of time."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from egov_tracker.inference.body_status import Rationale, State, count_bodies, named_statuses
from egov_tracker.inference.timeline import moment, source_order

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from egov_tracker.inference.body_status import BodyStatus, Counts
    from egov_tracker.model.findings import Location
    from egov_tracker.model.groups import Group
    from egov_tracker.model.observation import Listing, Mention, Observation, Snapshot
    from egov_tracker.model.registry import Body, Registry
    from egov_tracker.text.dates import AsOf

Line: TypeAlias = tuple[str, tuple[tuple[str, str], ...]]
Told: TypeAlias = "tuple[list[Account], list[Observation], list[Observation]]"


class Account(NamedTuple):
    """What one observation says of one body: its state, and every place where it is named.

    The state is unknown where the source names the body in two states at once.
    """

    observation: Observation
    status: BodyStatus
    mentions: tuple[Mention, ...] = ()
    listings: tuple[tuple[str, Listing], ...] = ()

    def __repr__(self) -> str:
        return f"<Account {self.status.body.name_vi}: {self.status.state}, {self.observation}>"

    @property
    def on_trial(self) -> bool:
        """Whether the source names the body as under way, and not as outstanding."""
        names = {name for name, _ in self.listings}
        return self.status.state is State.OUTSTANDING and names == {"in_progress"}

    @property
    def contradicted(self) -> bool:
        """Whether the observation itself puts the body into two states."""
        return self.status.rationale is Rationale.CONTRADICTED

    @property
    def first_hand(self) -> bool:
        """Whether it does not only repeat another document."""
        return not self.observation.is_repeated


class BodyHistory(NamedTuple):
    """What a ledger says of one body: the accounts of it, its own figures, and figures that are silent about it.

    `silent` are the figures of groups to which it belongs that do not tell in which state it is. All are in the order
    of time, the undated last.
    """

    body: Body
    accounts: tuple[Account, ...] = ()
    figures: tuple[Observation, ...] = ()
    silent: tuple[Observation, ...] = ()

    def __repr__(self) -> str:
        counts = f"accounts: {len(self.accounts)}, figures: {len(self.figures)}, silent: {len(self.silent)}"
        return f"<BodyHistory {self.body.name_vi}: {counts}>"

    @property
    def named(self) -> tuple[Account, ...]:
        """The accounts that name the body."""
        return tuple(account for account in self.accounts if account.mentions)


def line_of(observation: Observation) -> Line:
    """What of a body is told: the indicator and its part, whichever group the observation counts."""
    return (observation.indicator.id, observation.breakdown)


@dataclass(frozen=True)
class BodyHistories:
    """The histories of all bodies, out of one walk through the snapshots.

    `counted` is what is already known of observations by their places, as `count_bodies` has it.
    """

    snapshots: tuple[Snapshot, ...]
    registry: Registry
    counted: Mapping[Location, Counts | None] = field(default_factory=dict)

    def __repr__(self) -> str:
        return f"<BodyHistories snapshots: {len(self.snapshots)}, bodies told of: {len(self._told)}>"

    def of(self, body: Body) -> BodyHistory:
        """The history of one body."""
        accounts, figures, silent = self._told.get(body.id, ([], [], []))
        return BodyHistory(body, tuple(accounts), tuple(figures), tuple(silent))

    @cached_property
    def named(self) -> tuple[Body, ...]:
        """The bodies that any source names, in the order of the registry."""
        named = {
            id_ for id_, (accounts, figures, _) in self._told.items() if figures or any(a.mentions for a in accounts)
        }
        return tuple(body for body in self.registry.bodies if body.id in named)

    @cached_property
    def _told(self) -> dict[str, Told]:
        found: dict[str, Told] = {}
        observations = (seen for snapshot in self.snapshots for seen in snapshot.observations)
        for observation in sorted(observations, key=_in_time):
            self._walk(observation, found)
        return found

    def _walk(self, observation: Observation, found: dict[str, Told]) -> None:
        place = observation.location
        counted = self.counted[place] if place in self.counted else count_bodies(observation, self.registry)
        told = {account.status.body.id: account for account in accounts_of(observation, counted)}
        for id_, account in told.items():
            found.setdefault(id_, ([], [], []))[0].append(account)
        for body in self.registry.known_members(observation.group, observation.membership_date):
            if body.id not in told:
                _, figures, silent = found.setdefault(body.id, ([], [], []))
                (figures if observation.group.body else silent).append(observation)


def accounts_of(observation: Observation, counted: Counts | None) -> Iterator[Account]:
    """What an observation says of each body whose state it tells, or that it names."""
    mentions = _mentions(observation)
    for status in counted.statuses if counted else named_statuses(observation):
        named = mentions.get(status.body.id, ())
        if status.state is not State.UNKNOWN or named:
            yield Account(observation, status, tuple(one for _, one in named), _listings(observation, named))


def _mentions(observation: Observation) -> dict[str, list[tuple[str, Mention]]]:
    """Every printed name by its body, with the field of its list."""
    found: dict[str, list[tuple[str, Mention]]] = {}
    for name, listing in observation.listings.items():
        for mention in listing.mentions:
            found.setdefault(mention.body.id, []).append((name, mention))
    return found


def _listings(observation: Observation, named: Iterable[tuple[str, Mention]]) -> tuple[tuple[str, Listing], ...]:
    fields = dict.fromkeys(field for field, _ in named)
    return tuple((field, observation.listings[field]) for field in fields)


def _in_time(observation: Observation) -> tuple[object, ...]:
    return (not observation.as_of.first, moment(observation), *source_order(observation))


def covers(group: Group, body: Body, when: AsOf, registry: Registry) -> bool:
    """Whether a body is known to belong to a group, or to a cohort, at a date."""
    return any(member.id == body.id for member in registry.known_members(group, when))


def conflicting(accounts: Sequence[Account]) -> bool:
    """Whether first-hand accounts of dates that overlap tell of different states, or one contradicts itself."""
    heard = [account for account in accounts if account.first_hand]
    return any(account.contradicted for account in accounts) or any(
        one.status.state is not other.status.state and _same_time(one, other)
        for number, one in enumerate(heard)
        for other in heard[number + 1 :]
    )


def _same_time(one: Account, other: Account) -> bool:
    first, second = one.observation.as_of, other.observation.as_of
    return first == second or (first.is_day and second.is_day and first.overlaps(second))
