"""The registry of bodies: who existed when, under which names, and what became of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

from egov_tracker.model.fields import AsOfText, CountText, FileModel, Flag, Id, Line, Name, TileText, Whole
from egov_tracker.model.groups import Group, cohort_group
from egov_tracker.model.terms import BodyKind
from egov_tracker.text.names import NameIndex, match_key, match_keys, suggester
from egov_tracker.values import Value, field

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from egov_tracker.text.dates import AsOf

Era: TypeAlias = tuple[int, int]


class Basis(FileModel):
    """A legal document by which bodies were created, merged or dissolved."""

    text: Line
    verified: Flag = True


class Absorption(FileModel):
    """Bodies merged into one that kept its name and its id."""

    date: AsOfText
    bodies: tuple[Name, ...]
    basis: Name
    note: str | None = None


class Retiling(FileModel):
    """Where the tile of a body is from a day on, because the map around it changed."""

    date: AsOfText
    tile: TileText


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
    gso_code: Name | None = None
    identifier: Name | None = None
    tile: TileText | None = None
    retiled: tuple[Retiling, ...] = ()
    valid_from: AsOfText | None = None
    valid_to: AsOfText | None = None
    predecessors: tuple[Name, ...] = ()
    successors: tuple[Name, ...] = ()
    absorbed: tuple[Absorption, ...] = ()
    basis: Name | None = None
    ended_by: Name | None = None
    unverified: tuple[Name, ...] = ()
    note: str | None = None

    def __repr__(self) -> str:
        return f"<Body {self.id}: {self.name_vi}>"

    @property
    def display(self) -> str:
        """The name as official appendices print it."""
        return self.name_display or self.name_vi

    @property
    def names(self) -> tuple[str, ...]:
        """All its names, the official short form first."""
        more = (self.name_official, self.name_display, self.short)
        return (self.name_vi, *(name for name in more if name), *self.aliases)

    def tile_on(self, day: date) -> tuple[int, int] | None:
        """Row and column of its tile on that day, counted from 0 in the north-west; None where it has none."""
        later = [one.tile for one in self.retiled if one.date.first and one.date.first <= day]
        return later[-1] if later else self.tile

    def existed(self, when: AsOf) -> bool:
        """Whether it existed on any day that the date may mean; a body without dates always existed."""
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


class Cohort(FileModel):
    """Bodies that a document picked out of a group, such as the 30 of the first phase.

    `count` is their number as printed; `names` are those that are known, as printed, perhaps not all.
    """

    id: str
    name_vi: Name
    name_en: Name
    within: Name
    count: CountText | None = None
    names: tuple[Name, ...] = ()
    under: Line
    source: Line | None = None
    at: Line | None = None
    note: str | None = None


class CohortsFile(FileModel):
    """The cohorts as a file: by id."""

    cohorts: dict[Id, Cohort]


class RegistryFile(FileModel):
    """One registry file: legal documents, and bodies by id."""

    legal_basis: dict[Id, Basis] = field(default_factory=dict)
    bodies: dict[Id, Body]


class Registry(Value):
    """All bodies of all times, the legal documents and cohorts by id, and the groups in the order of the documents."""

    bodies: tuple[Body, ...]
    legal_basis: dict[str, Basis]
    groups: dict[str, Group] = field(default_factory=dict)
    cohorts: dict[str, Cohort] = field(default_factory=dict)

    def __repr__(self) -> str:
        return f"<Registry bodies: {len(self.bodies)}, groups: {len(self.groups)}, cohorts: {len(self.cohorts)}>"

    @property
    def group_names(self) -> tuple[str, ...]:
        """The ids of the groups, in the order of the documents, then of the cohorts."""
        return (*self.groups, *self.cohorts)

    @cached_property
    def by_id(self) -> dict[str, Body]:
        """All bodies of all times by id."""
        return {body.id: body for body in self.bodies}

    @cached_property
    def _by_key(self) -> dict[str, tuple[Body, ...]]:
        named = [(name, body) for body in self.bodies for name in body.names]
        found: dict[str, dict[str, Body]] = {}
        for key, (_, body) in zip(match_keys([name for name, _ in named]), named, strict=True):
            found.setdefault(key, {})[body.id] = body
        return {key: tuple(bodies.values()) for key, bodies in found.items()}

    def named(self, name: str) -> tuple[Body, ...]:
        """The bodies of all times that have this name, in the order of the registry."""
        return self._by_key.get(match_key(name), ())

    def find(self, name: str, when: AsOf) -> Body | None:
        """The body of this name that existed at a date; where an imprecise date fits two, the newer one."""
        return self.find_all((name,), when)[0]

    def find_all(self, names: Sequence[str], when: AsOf) -> list[Body | None]:
        """The bodies of these names that existed at a date, as `find` finds each."""
        found = self._found.setdefault(self._era(when.first, when.last), {})
        fresh = [name for name in dict.fromkeys(names) if name not in found]
        for name, key in zip(fresh, match_keys(fresh), strict=True):
            found[name] = next((body for body in reversed(self._by_key.get(key, ())) if body.existed(when)), None)
        return [*map(found.__getitem__, names)]

    @cached_property
    def _found(self) -> dict[Era, dict[str, Body | None]]:
        return {}

    def _era(self, first: date | None, last: date | None) -> Era:
        """Equal for dates between which no body began or ended, so that what is found for one holds for the other."""
        began, ended = self._turns
        return (bisect_left(ended, first) if first else -1, bisect_right(began, last) if last else -1)

    @cached_property
    def _turns(self) -> tuple[list[date], list[date]]:
        """The first days and the last days of bodies, each in the order of time."""
        began = {body.valid_from.first for body in self.bodies if body.valid_from and body.valid_from.first}
        ended = {body.valid_to.last for body in self.bodies if body.valid_to and body.valid_to.last}
        return sorted(began), sorted(ended)

    def group(self, name: str, when: AsOf) -> Group | None:
        """The group, the cohort or the body of this name; None where there was none then."""
        if group := self.groups.get(name) or self.cohort_groups.get(name):
            return group
        body = self.find(name, when)
        return Group(body.id, body) if body else None

    @cached_property
    def cohort_groups(self) -> dict[str, Group]:
        """The cohorts as groups, by id."""
        return {name: cohort_group(cohort, self.groups[cohort.within]) for name, cohort in self.cohorts.items()}

    def known_members(self, group: Group, when: AsOf) -> tuple[Body, ...]:
        """The bodies of a group, as far as they are known by name: of a cohort perhaps not all."""
        if not group.cohort:
            return self.members(group, when)
        return tuple(body for body in self.find_all(group.cohort.names, when) if body)

    def members(self, group: Group, when: AsOf) -> tuple[Body, ...]:
        """The bodies of a group on the last day that the date may mean, in the order of the registry.

        Of a cohort, those that its document names; none unless all of them are named and known.
        """
        return tuple(self.members_by_id(group, when).values())

    def members_by_id(self, group: Group, when: AsOf) -> Mapping[str, Body]:
        """The members of a group, as `members` has them, by id."""
        if group.body:
            return {group.body.id: group.body}
        if group.cohort:
            known, stated = self.known_members(group, when), group.cohort.count
            count = stated.count.value if stated and stated.count else len(group.cohort.names)
            return {body.id: body for body in known} if len(known) == count else {}
        if when.last is None:
            return {}
        key = (group.id, self._era(when.last, when.last))
        if key not in self._members:
            self._members[key] = {
                body.id: body for body in self.bodies if body.kind in group.kinds and body.existed_on(when.last)
            }
        return self._members[key]

    @cached_property
    def _members(self) -> dict[tuple[str, Era], dict[str, Body]]:
        return {}

    def ids_within(self, name: str) -> tuple[str, ...]:
        """The ids of the bodies of all times that belong to a group or are named by a cohort; of a body, its own id."""
        if name in self.groups:
            return tuple(body.id for body in self.bodies if body.kind in self.groups[name].kinds)
        if name in self.cohorts:
            return tuple(body.id for known in self.cohorts[name].names for body in self.named(known))
        return (name,)

    def suggester(self) -> Callable[[str], tuple[str, ...]]:
        """A function that names the body that a name resembles: looked for once a name, and not for very many."""
        known = {spelled: body for body in self.bodies for spelled in body.names}
        nearest = suggester(known)
        return lambda name: tuple(known[spelled].name_vi for spelled in nearest(name))

    def suggest(self, name: str, group: Group | None = None) -> tuple[str, ...]:
        """The names of up to three bodies, of a group if one is given, that resemble a name, best first."""
        kinds = group.kinds if group else frozenset()
        if kinds not in self._spellings:
            bodies = (body for body in self.bodies if not kinds or body.kind in kinds)
            known = {spelled: body for body in bodies for spelled in body.names}
            self._spellings[kinds] = (known, NameIndex(known))
        known, index = self._spellings[kinds]
        return tuple({known[spelled].name_vi: None for spelled in index.nearest(name, 9)})[:3]

    @cached_property
    def _spellings(self) -> dict[frozenset[BodyKind], tuple[dict[str, Body], NameIndex]]:
        """The names of the bodies of some kinds, of all without any, as they are needed for suggestions."""
        return {}
