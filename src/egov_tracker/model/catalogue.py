"""The catalogue of indicators: what is measured, in which unit, and which way is better."""

from __future__ import annotations

from typing import Annotated

from egov_tracker.model.fields import CodeText, FileModel, Flag, one_or_many
from egov_tracker.model.terms import Direction, Kind, Unit


class Indicator(FileModel):
    """One row of the catalogue; indicators of one `series` measure the same thing under different definitions."""

    id: str
    series: str | None = None
    kind: Annotated[tuple[Kind, ...], one_or_many(Kind)]
    unit: Unit
    direction: Direction = Direction.MORE
    one_way: Flag = False
    name_vi: str
    name_en: str
    done_vi: str | None = None
    done_en: str | None = None
    outstanding_vi: str | None = None
    outstanding_en: str | None = None
    definition_vi: str
    definition_en: str
    breakdown: dict[str, tuple[CodeText, ...]] = {}


class CatalogueFile(FileModel):
    """The catalogue as a file: indicators by id, in the order of the documents."""

    indicators: dict[str, Indicator]
