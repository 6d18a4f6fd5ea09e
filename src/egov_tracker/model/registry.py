"""The registry of bodies: who existed when, under which names, and what became of them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from egov_tracker.model.fields import AsOfText, FileModel, Flag, Id, Name, Whole
from egov_tracker.model.terms import BodyKind
from egov_tracker.text.names import match_key, suggest, suggester

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from egov_tracker.text.dates import AsOf


MINISTRIES = frozenset({BodyKind.MINISTRY, BodyKind.MINISTRY_LEVEL})
AGENCIES = frozenset({BodyKind.GOVERNMENT_AGENCY})
CENTRAL = MINISTRIES | AGENCIES
PROVINCES = frozenset({BodyKind.PROVINCE, BodyKind.CITY})

KINDS_OF_GROUP: dict[str, frozenset[BodyKind]] = {
    "central": CENTRAL,
    "ministries": MINISTRIES,
    "government_agencies": AGENCIES,
    "provinces": PROVINCES,
    "all": CENTRAL | PROVINCES,
    "national": frozenset(),
}


class Group(NamedTuple):
    """A named group of bodies, or one body by itself."""

    id: str
    body: Body | None = None

    @property
    def kinds(self) -> frozenset[BodyKind]:
        """The kinds of body that belong here; empty for `national` and for one body by itself."""
        return frozenset() if self.body else KINDS_OF_GROUP[self.id]

    @property
    def sort_key(self) -> tuple[int, str]:
        """Groups in the order of the documents, then single bodies by id."""
        names = tuple(KINDS_OF_GROUP)
        return (len(names), self.id) if self.body else (names.index(self.id), self.id)

    def __str__(self) -> str:
        return self.body.name_vi if self.body else self.id


GROUPS: dict[str, Group] = {name: Group(name) for name in KINDS_OF_GROUP}


class Basis(FileModel):
    """The legal document behind a change of the map of bodies."""

    text: str
    verified: Flag = True


class Absorption(FileModel):
    """Bodies merged into one that kept its name and its id."""

    date: AsOfText
    bodies: tuple[str, ...]
    basis: str
    note: str | None = None


class Body(FileModel):
    """A ministry, agency, province or city, valid from `valid_from` to `valid_to`, both days included."""

    id: str
    kind: BodyKind
    name_vi: Name
    name_en: Name
    name_official: Name | None = None
    name_display: Name | None = None
    short: Name | None = None
    aliases: tuple[Name, ...] = ()
    order: Whole = 0
    special: Flag = False
    gso_code: str | None = None
    identifier: str | None = None
    valid_from: AsOfText | None = None
    valid_to: AsOfText | None = None
    predecessors: tuple[str, ...] = ()
    successors: tuple[str, ...] = ()
    absorbed: tuple[Absorption, ...] = ()
    basis: str | None = None
    ended_by: str | None = None
    unverified: tuple[str, ...] = ()
    note: str | None = None

    @property
    def display(self) -> str:
        """The name as official appendices print it."""
        return self.name_display or self.name_vi

    @property
    def names(self) -> tuple[str, ...]:
        """Every name it is known by."""
        more = (self.name_official, self.name_display, self.short)
        return (self.name_vi, *(name for name in more if name), *self.aliases)

    def existed(self, when: AsOf) -> bool:
        """Whether it existed on any day of the interval; a body without dates always did."""
        return self._began_by(when.last) and self._lasted_until(when.first)

    def existed_on(self, day: date) -> bool:
        """Whether it existed on that day."""
        return self._began_by(day) and self._lasted_until(day)

    def _began_by(self, day: date | None) -> bool:
        began = self.valid_from
        return began is None or began.first is None or day is None or began.first <= day

    def _lasted_until(self, day: date | None) -> bool:
        ended = self.valid_to
        return ended is None or ended.last is None or day is None or day <= ended.last


class RegistryFile(FileModel):
    """One registry file: legal documents, and bodies by id."""

    legal_basis: dict[Id, Basis] = {}
    bodies: dict[Id, Body]


@dataclass(frozen=True)
class Registry:
    """All bodies that ever were; every question is asked for a date."""

    bodies: tuple[Body, ...]
    legal_basis: dict[str, Basis]

    @cached_property
    def by_id(self) -> dict[str, Body]:
        """Bodies by id."""
        return {body.id: body for body in self.bodies}

    @cached_property
    def _by_key(self) -> dict[str, tuple[Body, ...]]:
        found: dict[str, list[Body]] = {}
        for body in self.bodies:
            for key in {match_key(name): None for name in body.names}:
                found.setdefault(key, []).append(body)
        return {key: tuple(bodies) for key, bodies in found.items()}

    @cached_property
    def _members(self) -> dict[tuple[str, date], tuple[Body, ...]]:
        return {}

    def named(self, name: str) -> tuple[Body, ...]:
        """The bodies of all times that go by this name."""
        return self._by_key.get(match_key(name), ())

    @cached_property
    def _found(self) -> dict[AsOf, dict[str, Body | None]]:
        return {}

    def find(self, name: str, when: AsOf) -> Body | None:
        """The body of this name that existed then; the newest where a long interval holds two of them."""
        found = self._found.setdefault(when, {})
        if name not in found:
            found[name] = next((body for body in reversed(self.named(name)) if body.existed(when)), None)
        return found[name]

    def members(self, group: Group, when: AsOf) -> tuple[Body, ...]:
        """The bodies of a group on the last day of the interval, in the order of the registry."""
        if group.body:
            return (group.body,)
        if when.last is None:
            return ()
        key = (group.id, when.last)
        if key not in self._members:
            self._members[key] = tuple(
                body for body in self.bodies if body.kind in group.kinds and body.existed_on(when.last)
            )
        return self._members[key]

    def suggester(self) -> Callable[[str], tuple[str, ...]]:
        """A function that names the body that a name resembles: looked for once a name, and not for very many."""
        known = {spelled: body for body in self.bodies for spelled in body.names}
        nearest = suggester(known)
        return lambda name: tuple(known[spelled].name_vi for spelled in nearest(name))

    def suggest(self, name: str, group: Group | None = None) -> tuple[str, ...]:
        """Up to three bodies of the group, or of all, that go by a name that resembles this one."""
        kinds = group.kinds if group else frozenset()
        known = {spelled: body for body in self.bodies if not kinds or body.kind in kinds for spelled in body.names}
        close = suggest(name, known, limit=9)
        return tuple({known[spelled].name_vi: None for spelled in close})[:3]
