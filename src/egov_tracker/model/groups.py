"""Groups of bodies: which kinds of body belong to each, of which groups it consists, and what it is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.model.fields import FileModel, Id, Name
from egov_tracker.model.hierarchy import decompositions
from egov_tracker.model.terms import BodyKind
from egov_tracker.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from egov_tracker.model.registry import Body, Cohort


class GroupEntry(FileModel):
    """A group as the file says it; without `kinds`, the kinds of its parts belong to it."""

    id: str
    name_vi: Name
    name_en: Name
    short_vi: Name | None = None
    short_en: Name | None = None
    kinds: tuple[BodyKind, ...] | None = None
    parts: tuple[Name, ...] = ()


class GroupsFile(FileModel):
    """The groups as a file: by id, in the order of the documents."""

    groups: dict[Id, GroupEntry]


class Group(NamedTuple):
    """A named group of bodies, one body by itself, or a cohort: bodies of a group that a document picked out.

    `kinds` are the kinds of body that belong to it: none for one body, and none for the country as a whole. `rank` is
    the place of a group in the order of the documents.
    """

    id: str
    body: Body | None = None
    cohort: Cohort | None = None
    kinds: frozenset[BodyKind] = frozenset()
    parts: tuple[str, ...] = ()
    rank: int = 0
    name_vi: str = ""
    name_en: str = ""
    short_vi: str = ""
    short_en: str = ""

    @property
    def sort_key(self) -> tuple[bool, bool, int, str]:
        """Groups in the order of the documents, then cohorts by their groups, then single bodies by id."""
        return (self.body is not None, self.cohort is not None, self.rank, self.id)

    def __str__(self) -> str:
        return self.body.name_vi if self.body else self.id

    def __repr__(self) -> str:
        return f"<Group {self}>"


def groups_of(entries: Mapping[str, GroupEntry]) -> dict[str, Group]:
    """The groups by id, in the order of the file; no group may be a part of itself."""
    return {name: _group(entry, rank, entries) for rank, (name, entry) in enumerate(entries.items())}


def _group(entry: GroupEntry, rank: int, entries: Mapping[str, GroupEntry]) -> Group:
    return Group(
        entry.id,
        kinds=_kinds(entry, entries),
        parts=entry.parts,
        rank=rank,
        name_vi=entry.name_vi,
        name_en=entry.name_en,
        short_vi=entry.short_vi or entry.name_vi,
        short_en=entry.short_en or entry.name_en,
    )


def _kinds(entry: GroupEntry, entries: Mapping[str, GroupEntry]) -> frozenset[BodyKind]:
    if entry.kinds is not None:
        return frozenset(entry.kinds)
    return frozenset().union(*(_kinds(entries[name], entries) for name in entry.parts))


def cohort_group(cohort: Cohort, within: Group) -> Group:
    """A cohort as a group: its bodies are of the kinds of the group from which it was picked."""
    return Group(
        cohort.id,
        cohort=cohort,
        kinds=within.kinds,
        rank=within.rank,
        name_vi=cohort.name_vi,
        name_en=cohort.name_en,
        short_vi=cohort.name_vi,
        short_en=cohort.name_en,
    )


def totals_of(group: str, groups: Mapping[str, Group]) -> Iterator[tuple[str, ...]]:
    """The lists of groups whose figures add up to those of a group; none for a group that has no parts."""
    parts = groups[group].parts if group in groups else ()
    return decompositions(parts, {name: one.parts for name, one in groups.items()}) if parts else iter(())


def is_nested(one: str, other: str, groups: Mapping[str, Group]) -> bool:
    """Whether one of two groups is a direct part of the other; the country as a whole has no bodies to compare."""
    return any(
        whole in groups and groups[whole].kinds and part in groups[whole].parts
        for whole, part in ((one, other), (other, one))
    )
