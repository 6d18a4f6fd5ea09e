"""The catalogue of indicators: what is measured, in which unit, by which dimensions, and which way is better."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Annotated, Any

from egov_tracker.model.fields import CodeText, Converts, FileModel, Flag, Id, Line, Name, one_or_many
from egov_tracker.model.hierarchy import all_parts, decompositions
from egov_tracker.model.terms import Direction, Kind, Unit
from egov_tracker.values import Value, field

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


def _by_name(raw: Any) -> Any:
    names = isinstance(raw, list) and all(isinstance(name, str) for name in raw)
    return dict.fromkeys(raw, ()) if names else raw


Kinds = Annotated[tuple[Kind, ...], one_or_many(Kind)]
Dimensions = Annotated[
    dict[Name, tuple[CodeText, ...]], Converts(_by_name, dict[Name, tuple[CodeText, ...]] | tuple[Name, ...])
]


class Code(FileModel):
    """A value of a dimension: its labels, the values that add up to it, and the value within which it lies."""

    label_vi: Line
    label_en: Line
    sum_of: tuple[CodeText, ...] = ()
    within: CodeText | None = None


CodeList = dict[Name, Code]


class Dimension(Value):
    """One way in which an indicator is broken down: its values in order, and the code list that describes them."""

    values: tuple[str, ...]
    codes: Mapping[str, Code]

    def labels(self, value: str) -> tuple[str, str]:
        """The label in Vietnamese and in English; a value that no code list describes stands as it is written."""
        code = self.codes.get(value)
        return (code.label_vi, code.label_en) if code else (value, value)

    def sums(self, value: str) -> Iterator[tuple[str, ...]]:
        """The lists of values that add up to this one exactly."""
        return decompositions(self._sums[value], self._sums) if self._sums.get(value) else iter(())

    def inside(self, value: str) -> Iterator[tuple[str, ...]]:
        """The lists of values that do not overlap and lie within this one, so that together they cannot exceed it."""
        return decompositions(self._inside[value], self._sums) if value in self._inside else iter(())

    def all_parts(self, value: str) -> set[str]:
        """The values that are a part of this one, directly or not, be it their sum or not."""
        return all_parts(value, self._parts)

    def is_nested(self, one: str, other: str) -> bool:
        """Whether one of two values is a part of the other."""
        return other in self.all_parts(one) or one in self.all_parts(other)

    @cached_property
    def _parts(self) -> dict[str, tuple[str, ...]]:
        return parts_of(self.codes)

    @cached_property
    def _sums(self) -> dict[str, tuple[str, ...]]:
        return {name: code.sum_of for name, code in self.codes.items()}

    @cached_property
    def _inside(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for name, code in self.codes.items():
            if code.within:
                found[code.within] = (*found.get(code.within, ()), name)
        return found


def parts_of(codes: Mapping[str, Code]) -> dict[str, tuple[str, ...]]:
    """The parts of each value, be it their sum or not."""
    inside = {name: tuple(part for part, code in codes.items() if code.within == name) for name in codes}
    return {name: (*code.sum_of, *inside[name]) for name, code in codes.items()}


class _Row(FileModel):
    """What a row of the catalogue is in the file and in use."""

    id: str
    series: Name | None = None
    kind: Kinds = field(metadata={"min_length": 1})
    unit: Unit
    direction: Direction = Direction.MORE
    one_way: Flag = False
    name_vi: Line
    name_en: Line
    short_vi: Line | None = None
    short_en: Line | None = None
    measure_vi: Line | None = None
    measure_en: Line | None = None
    done_vi: Line | None = None
    done_en: Line | None = None
    outstanding_vi: Line | None = None
    outstanding_en: Line | None = None
    definition_vi: str
    definition_en: str
    groups: tuple[Name, ...] = ()


class IndicatorEntry(_Row):
    """An indicator as the file says it.

    `breakdown` names its dimensions: a list of code lists, or a mapping that chooses values of each.
    """

    breakdown: Dimensions = field(default_factory=dict)


class Indicator(_Row):
    """One row of the catalogue; indicators of one `series` measure the same thing under different definitions.

    `groups` are the groups for which it is printed, any if there are none; `dimensions` are by name; `series_vi` and
    `series_en` are the name of its series, None where the file gives it none.
    """

    dimensions: dict[str, Dimension] = field(default_factory=dict)
    series_vi: Line | None = None
    series_en: Line | None = None

    def __repr__(self) -> str:
        return f"<Indicator {self.id}>"

    def is_nested(self, one: Mapping[str, str], other: Mapping[str, str]) -> bool:
        """Whether two breakdowns differ in one dimension only, and there one value is a part of the other."""
        different = [name for name in {**one, **other} if one.get(name) != other.get(name)]
        if len(different) != 1 or different[0] not in self.dimensions:
            return False
        (name,) = different
        return name in one and name in other and self.dimensions[name].is_nested(one[name], other[name])


class SeriesEntry(FileModel):
    """What indicators under different definitions measure in common."""

    name_vi: Line
    name_en: Line


class CatalogueFile(FileModel):
    """The catalogue as a file: code lists by dimension, series and indicators by id, in the order of the documents."""

    dimensions: dict[Name, CodeList] = field(default_factory=dict)
    series: dict[Id, SeriesEntry] = field(default_factory=dict)
    indicators: dict[Id, IndicatorEntry]
