"""The history of a body: what every observation of a ledger says of it, in the order of time."""

from __future__ import annotations

from functools import cached_property
from itertools import combinations
from typing import TYPE_CHECKING, TypeAlias

from egov_tracker.inference.body_status import BodyStatus, Rationale, State, judge_bodies, standings_of_named
from egov_tracker.inference.timeline import moment, source_order
from egov_tracker.values import NamedTuple, Value

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from egov_tracker.inference.body_status import Standings
    from egov_tracker.model.groups import Group
    from egov_tracker.model.observation import Listing, Mention, Observation, Snapshot
    from egov_tracker.model.registry import Body, Registry
    from egov_tracker.text.dates import AsOf

Line: TypeAlias = tuple[str, tuple[tuple[str, str], ...]]
Told: TypeAlias = "tuple[list[Account], list[Observation], list[Observation]]"

NOTHING: Told = ([], [], [])


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


class BodyHistories(Value):
    """The histories of bodies: of one alone, or of all out of one walk through the snapshots."""

    snapshots: tuple[Snapshot, ...]
    registry: Registry

    def __repr__(self) -> str:
        return f"<BodyHistories snapshots: {len(self.snapshots)}>"

    def of(self, body: Body) -> BodyHistory:
        """The history of one body; where those of all are known already, out of these."""
        known = self.__dict__.get("all_told")
        if known is not None:
            accounts, figures, silent = known.get(body.id, NOTHING)
            return BodyHistory(body, tuple(accounts), tuple(figures), tuple(silent))
        told: dict[str, Told] = {}
        for observation in self._observations:
            self._walk(observation, (body.id,), told)
        accounts, figures, silent = told.get(body.id, NOTHING)
        return BodyHistory(body, tuple(accounts), tuple(figures), tuple(silent))

    @cached_property
    def named(self) -> tuple[Body, ...]:
        """The bodies that any source names, in the order of the registry."""
        told = self.all_told.items()
        named = {id_ for id_, (accounts, figures, _) in told if figures or any(a.mentions for a in accounts)}
        return tuple(body for body in self.registry.bodies if body.id in named)

    @cached_property
    def all_told(self) -> dict[str, Told]:
        """By the id of a body the accounts of it, its own figures, and figures that are silent about it."""
        found: dict[str, Told] = {}
        for observation in self._observations:
            self._walk(observation, None, found)
        return found

    @cached_property
    def _observations(self) -> list[Observation]:
        return sorted((seen for snapshot in self.snapshots for seen in snapshot.observations), key=_in_time)

    def _walk(self, observation: Observation, wanted: tuple[str, ...] | None, found: dict[str, Told]) -> None:
        """Put what an observation says of the wanted bodies, or of all, to what is found of them."""
        standings = judge_bodies(observation, self.registry)
        if standings is None:
            standings = standings_of_named(observation)
        told = accounts_of(observation, standings, self.registry, wanted)
        for account in told:
            found.setdefault(account.status.body.id, ([], [], []))[0].append(account)
        heard = {account.status.body.id for account in told}
        members = self.registry.known_members(observation.group, observation.membership_date)
        for body in members:
            if body.id not in heard and (wanted is None or body.id in wanted):
                _, figures, silent = found.setdefault(body.id, ([], [], []))
                (figures if observation.group.body else silent).append(observation)


def accounts_of(
    observation: Observation, standings: Standings, registry: Registry, wanted: tuple[str, ...] | None = None
) -> list[Account]:
    """What an observation says of each body, or of each wanted one, whose state it tells or that it names."""
    mentions = _mentions(observation, wanted)
    ids = standings if wanted is None else [name for name in wanted if name in standings]
    found = []
    for name in ids:
        standing, named = standings[name], mentions.get(name, ())
        if standing.state is not State.UNKNOWN or named:
            printed = tuple(mention for _, mention in named)
            body = printed[0].body if printed else registry.by_id[name]
            status = BodyStatus(body, standing.state, standing.rationale, printed[0] if printed else None)
            found.append(Account(observation, status, printed, _listings(observation, named)))
    return found


def _mentions(observation: Observation, wanted: tuple[str, ...] | None) -> dict[str, list[tuple[str, Mention]]]:
    """Every printed name by its body, with the field of its list."""
    found: dict[str, list[tuple[str, Mention]]] = {}
    for name, listing in observation.listings.items():
        for mention in listing.mentions:
            if wanted is None or mention.body.id in wanted:
                found.setdefault(mention.body.id, []).append((name, mention))
    return found


def _listings(observation: Observation, named: Iterable[tuple[str, Mention]]) -> tuple[tuple[str, Listing], ...]:
    fields = dict.fromkeys(field for field, _ in named)
    return tuple((field, observation.listings[field]) for field in fields)


def _in_time(observation: Observation) -> tuple[object, ...]:
    return (not observation.as_of.first, moment(observation), *source_order(observation))


def covered(group: Group, when: AsOf, registry: Registry) -> Container[str]:
    """The ids of the bodies that are known to belong to a group, or to a cohort, at a date."""
    if not group.cohort:
        return registry.members_by_id(group, when)
    return {member.id for member in registry.known_members(group, when)}


def conflicting(accounts: Sequence[Account]) -> bool:
    """Whether first-hand accounts of one date that is known tell of different states, or one contradicts itself."""
    heard = [account for account in accounts if account.first_hand]
    return any(account.contradicted for account in accounts) or any(
        one.status.state is not other.status.state and _same_time(one, other) for one, other in combinations(heard, 2)
    )


def _same_time(one: Account, other: Account) -> bool:
    first, second = one.observation.as_of, other.observation.as_of
    return first == second and first.first is not None
