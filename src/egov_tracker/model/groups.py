"""Who is measured: the groups of bodies, and which kinds of body belong to each."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from egov_tracker.model.registry import Body


class BodyKind(StrEnum):
    """What a body is: bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ, tỉnh, thành phố trực thuộc Trung ương."""

    MINISTRY = "ministry"
    MINISTRY_LEVEL = "ministry_level"
    GOVERNMENT_AGENCY = "government_agency"
    PROVINCE = "province"
    CITY = "city"


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
