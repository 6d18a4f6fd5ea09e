"""The catalogue of indicators: what is measured, in which unit, and which way is better."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from egov_tracker.model.fields import FileModel, Flag, OneOrMany


class Kind(StrEnum):
    """How a figure behaves in time: adoption counts bodies, a stock is counted on a day, a flow over an interval."""

    ADOPTION = "adoption"
    STOCK = "stock"
    FLOW = "flow"
    CUMULATIVE = "cumulative"
    SHARE = "share"
    RANK = "rank"
    TABLE = "table"


class Unit(StrEnum):
    """What is counted."""

    BODIES = "bodies"
    SERVICES = "services"
    DOCUMENTS = "documents"
    ACCOUNTS = "accounts"
    VISITS = "visits"
    DOSSIERS = "dossiers"
    MESSAGES = "messages"
    TASKS = "tasks"
    PERCENT = "percent"
    RANK = "rank"


class Direction(StrEnum):
    """Which way is better."""

    MORE = "more"
    LESS = "less"


class Indicator(FileModel):
    """One row of the catalogue; indicators of one `series` measure the same thing under different definitions."""

    id: str
    series: str | None = None
    kind: Annotated[tuple[Kind, ...], OneOrMany]
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
    breakdown: dict[str, tuple[str, ...]] = {}


class CatalogueFile(FileModel):
    """The catalogue as a file: indicators by id, in the order of the documents."""

    indicators: dict[str, Indicator]
