"""The catalogue of indicators: what is measured, in which unit, and which way is better."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from egov_tracker.model.fields import FileModel, Flag, Id, Line, OneOrMany
from egov_tracker.model.terms import Direction, Kind, Unit


class Indicator(FileModel):
    """One row of the catalogue; indicators of one `series` measure the same thing under different definitions."""

    id: str
    series: str | None = None
    kind: Annotated[tuple[Kind, ...], OneOrMany, Field(min_length=1)]
    unit: Unit
    direction: Direction = Direction.MORE
    one_way: Flag = False
    name_vi: Line
    name_en: Line
    done_vi: Line | None = None
    done_en: Line | None = None
    outstanding_vi: Line | None = None
    outstanding_en: Line | None = None
    definition_vi: str
    definition_en: str
    breakdown: dict[str, tuple[str, ...]] = {}


class CatalogueFile(FileModel):
    """The catalogue as a file: indicators by id, in the order of the documents."""

    indicators: dict[Id, Indicator]
